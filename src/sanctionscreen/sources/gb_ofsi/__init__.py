"""OFSI's consolidated list of financial sanctions targets in the UK, closed on 28 January 2026.

Publisher: the Office of Financial Sanctions Implementation, HM Treasury. The UK Sanctions List
(``gb_fcdo``) took its place, so nothing new will be screened with it: it is read to see what an old
screening saw. Its last address is below; what it may still hold is no longer updated and is never fetched
by a refresh. Every version is past its greatest age, so an answer made with it for today is incomplete.

Effect: an asset freeze forbids to make funds or economic resources, goods among them, available to the
party: ``block``.

The reader was run on a whole file of 13 April 2018 in the first of the two layouts below. It was never run
on any published file of the second: that was built from a description of its columns. Of it the labels in
``Other Information`` are the least certain; one that is not known is kept as a remark and reported.

How it is read:

- The first line is a banner, ``Last Updated,13/04/2018``; the header follows. 29 columns until 2022, in
  Windows' Western code page; then 36, in UTF-8: names in other scripts, the quality of aliases, numbers of
  documents apart from what is said of them, the day of designation on the UK Sanctions List.
- A ``Group ID`` fills as many rows as its names times its addresses times its dates of birth. Its rows are
  joined, each value once and in order.
- A name is ``Name 1`` to ``Name 5`` and then ``Name 6``, the surname or the whole name. Names are kept as
  printed, the doubled quotation marks of a spreadsheet (``""VO TPE""``) too.
- A field holds several values as ``(1) … (2) …`` or ``a) … b) …``; towns and countries of birth are paired
  by these numbers.
- An unknown day or month of birth is ``00``: ``00/00/1980``.
- Passports and identity cards are prose: number, country, days of issue and expiry are taken from it.
- ``Other Information`` is prose: numbers, sites and telephones that it labels become identifiers, "Also
  referred to as" names become aliases of unknown strength, "deceased in" a death, "valid until" an expiry.
  The text stays a remark. From 2022 it has labelled parts, ``(UK Statement of Reasons):``, which are read
  apart.
- The first layout calls a ship an entity: one whose remark gives a ship's IMO number (companies' numbers
  begin with 0 to 6) is read as a vessel.
- A party under several regimes has a day of listing under each: the earliest is the listing's, all are
  remarks.

Links: https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets;
closing: https://www.gov.uk/government/publications/the-uk-sanctions-list
"""

from __future__ import annotations

from datetime import date

from sanctionscreen.reading import Format, Source
from sanctionscreen.reading.table import header_has

from .csv import NEEDED, read_csv
from .facts import AUTHORITY, KEY

SOURCE = Source(
    key=KEY,
    title="OFSI Consolidated List of Financial Sanctions Targets in the UK (closed 28 January 2026)",
    publisher=AUTHORITY,
    page="https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets",
    formats=(
        Format(
            name="csv",
            # The list's last address; what it holds is no longer updated.
            urls={
                "ConList.csv": "https://ofsistorage.blob.core.windows.net/publishlive/2022format/ConList.csv"
            },
            recognise=header_has(*NEEDED, skip=1),
            read=read_csv,
            whole_file="2018-04-13",
        ),
    ),
    expect_entities=(1500, 8000),
    expect_filled={"listed_on": 0.99, "births": 0.3},
    closed_on=date(2026, 1, 28),
)
