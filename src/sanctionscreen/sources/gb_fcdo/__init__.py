"""UK Sanctions List.

Publisher: the Foreign, Commonwealth & Development Office, on every change, as CSV, XML, ODS and
HTML. Since 28 January 2026 it is the only list of designations under the Sanctions and Anti-Money
Laundering Act 2018; OFSI's consolidated list closed that day. Not in it: investment bans and other
restrictions of whole sectors, and proscribed organisations.

Effect: an asset freeze forbids to make funds or economic resources, goods among them, available to
the party: ``block``. A ship is specified under shipping sanctions, which are no asset freeze: it may
not enter a UK port and may be detained, so it cannot carry an export; the closest effect is
``export_denial``. A travel ban alone is a ``red_flag``. Where no measure or an unknown one is
printed, ``block`` is taken: the stricter reading.

Both forms are read into the same facts, named by the CSV's columns (``facts.py``), and so give equal
entities. The CSV reader was run on a whole file of 29 April 2026, rebuilt in the published layout. The
XML reader was never run on a whole published file: it was built from the documented layout, and tested on
XML made from that CSV. What it does not know is reported as unread.

How it is read:

- CSV: the first line is a banner, ``Report Date: 29-Apr-2026``; the header follows.
- XML: ``<Designations>`` holds ``<DateGenerated>`` and the ``<Designation>`` elements. A tag is the CSV's
  column written in one word (``NameType``, ``PassportNumber``), within elements that group values
  (``<Positions><Position>``). ``SanctionsImposedIndicators`` repeats ``SanctionsImposed`` as true and
  false; a measure that only the indicators have is taken from them.
- CSV: a subject fills as many rows as its names times its addresses times its dates of birth (up to
  294). The rows of one ``Unique ID`` are joined, each value once and in order.
- A name is ``Name 1`` to ``Name 5`` and then ``Name 6``, the surname or the whole name.
- ``Primary Name variation`` is another spelling of a primary name, and the list says nothing of its
  strength: Poly Technologies (RUS2493) has ``Polytech`` and ``PTI`` as variations, so both read as
  ``unknown`` and not as weak. Only an ``Alias`` is rated, good or low quality; most are not.
- Several values in a field are separated by ``|``. Numbers and their "additional information" are
  paired by position where their counts agree; otherwise every number gets the whole information.
- A spreadsheet's apostrophe before a number is no part of it.
- ``Business registration number (s)`` is free text with labels of its own, run together
  (``INN: 3232005484OGRN: 1023200000010``). Each label becomes the type of its number.
- The day or month of a date of birth may be unknown: ``dd/mm/1969``.

Links: https://www.gov.uk/government/publications/the-uk-sanctions-list;
measures: https://www.legislation.gov.uk/ukpga/2018/13/contents
"""

from __future__ import annotations

from sanctionscreen.reading import Format, Source
from sanctionscreen.reading.table import header_has
from sanctionscreen.reading.xml import root_is

from .csv import NEEDED, read_csv
from .facts import AUTHORITY, KEY
from .xml import ROOT, read_xml

SOURCE = Source(
    key=KEY,
    title="UK Sanctions List",
    publisher=AUTHORITY,
    page="https://www.gov.uk/government/publications/the-uk-sanctions-list",
    # Both say the same; the CSV's reader was run on a whole file.
    formats=(
        Format(
            name="csv",
            urls={"UK-Sanctions-List.csv": "https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.csv"},
            recognise=header_has(*NEEDED, skip=1),
            read=read_csv,
            whole_file="2026-04-29",
        ),
        Format(
            name="xml",
            urls={"UK-Sanctions-List.xml": "https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml"},
            recognise=root_is(ROOT),
            read=read_xml,
        ),
    ),
    expect_entities=(3000, 20000),
    expect_filled={"listed_on": 0.99},
)
