"""European Union consolidated list of persons, groups and entities under financial sanctions.

Publisher: the European Commission (DG FISMA) for the Council, as XML 1.1 and as CSV in the Financial
Sanctions Files; the token in the address is the same for everybody. The list follows the Official Journal,
at times by weeks: the Journal is the law.

Effect: funds and economic resources are frozen, so nothing may be made available to the party,
directly or indirectly: ``block``. The list holds asset freezes only. The military and dual-use end
users of Annex IV to Regulation (EU) 833/2014 are not on it.

How it is read:

- ``euReferenceNumber`` (``EU.3949.53``) is the id. A party under two regimes is printed once for
  each with the same number; from the second on the programme is added (``EU.472.57/TAQA``).
- No name is marked as the primary one, and the order means nothing. The primary name is the first
  Latin one that is not weak and in English or in no marked language, and stands first.
- Names in Bulgarian and Greek are the languages' own editions of the act; any other name that is
  not in Latin letters is taken as the original script. ``nameLanguage`` is the language.
- ``strong`` is true for every name of 2021; what is weak stands in the remark of the name (``low
  quality alias``, ``lo quality``), which overrides it. Such a remark may also make the name a former
  one, give the original script, or add branches.
- A record quotes the act that last touched it, its legal basis, and each of its facts another act.
- Where ``designationDate`` is empty, the day stands in words in ``designationDetails`` or a remark;
  else the oldest act quoted is taken, which may be later than the first listing.
- A party's "function" is a person's position, and the reasons for listing a company.
- Country ``00`` is unknown. Birth dates are given in the Gregorian calendar also where
  ``calendarType`` is not; an address may hold only a remark or only ways of contact.

The CSV prints one fact of a party in a row, and is read as if it were the XML. Its reader was never run
on a whole published file: it was built from the documented columns, and held against the whole XML
list printed in that layout. The CSV cannot say which names are ``strong`` (their strength is unknown), nor
keep several remarks on one fact apart. How it prints several ways of contact is not documented: they
are told apart by the words PHONE, FAX, EMAIL and WEB.

Links: https://finance.ec.europa.eu/eu-and-world/sanctions-restrictive-measures_en;
the measures behind each programme: https://www.sanctionsmap.eu/
"""

from sanctionscreen.reading import Format, Source

from . import csv, xml
from .facts import AUTHORITY, KEY

FEED = "https://webgate.ec.europa.eu/fsd/fsf/public/files/{}/content?token=dG9rZW4tMjAxNw"
XML, CSV = "xmlFullSanctionsList_1_1", "csvFullSanctionsList_1_1"

SOURCE = Source(
    key=KEY,
    title="Consolidated list of persons, groups and entities subject to EU financial sanctions",
    publisher=AUTHORITY,
    page="https://www.sanctionsmap.eu/",
    formats=(
        Format("xml", {f"{XML}.xml": FEED.format(XML)}, xml.recognise, xml.read_xml, whole_file="2021-03-02"),
        Format("csv", {f"{CSV}.csv": FEED.format(CSV)}, csv.recognise, csv.read_csv),
    ),
    expect_entities=(1500, 12000),
    expect_filled={"listed_on": 0.99, "births": 0.4, "addresses": 0.2},
)
