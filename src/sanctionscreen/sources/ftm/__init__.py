"""FollowTheMoney entities: lists that others have joined, such as those of OpenSanctions.

Publisher: whoever made the export. FollowTheMoney is a data model for persons, companies, and what ties
them; OpenSanctions publishes more than three hundred lists in it, joined and freed of duplicates. For an
exporter a record means what the list means that it comes from: ``listing.component`` holds the names of
the data sets, ``listing.authority`` and ``legal_basis`` what the sanction records say. Look at the
authority's own list before acting on a hit.

**Licence.** No data of this kind comes with this package, and none is downloaded. OpenSanctions' data is
under CC BY-NC 4.0: business use needs a licence from OpenSanctions
(https://www.opensanctions.org/licensing/). Whoever adds a file here answers for having one.

Forms, of which the first holds more:

- ``json``: ``entities.ftm.json``, one entity a line.
- ``csv``: ``targets.simple.csv``, one target a line, values joined by semicolons.

How the first is read: targets become entities; every other record is only read where it belongs to one.
Where no line of the file carries the mark ``target``, every person, organization, vessel, aircraft,
wallet and security counts as one. The file is read twice, first to note where the records stand that
belong to others: addresses, sanctions, identity documents, wallets, and ties of ownership, office and
family. That takes some thirty bytes of memory a record.

Quirks:

- ``name`` may hold several names of equal rank. The caption is the primary one, the others are
  variations; ``weakAlias`` is weak, ``previousName`` former.
- Effects follow the topics, the gravest first: ``sanction`` blocks, ``export.control`` asks for a
  licence, ``debarment`` debars, ``sanction.linked`` and ``poi`` are warning signs, offices and crimes are
  information. A target that has a sanction record and no topic blocks; one with neither is a warning sign.
- A party with several sanction records is one entity, listed since the first of them; it expires with
  the last of them if all have an end.
- Country codes are in lower case, with some of their own: ``suhh`` is the Soviet Union, ``zz`` the world,
  ``gb-sct`` Scotland.
- ``first_seen`` and ``last_seen`` are days of the maker's copy and not read. Former ids are kept.
- A property that is not known here is kept in the remarks with its name, and reported.
- The files carry no date; one in the file's name, ``entities_2026-01-31.ftm.json``, is the list's.

The reader was built from the documented model and has never been run on a whole file.

Links: https://followthemoney.tech/explorer/; https://www.opensanctions.org/docs/bulk/json/;
https://www.opensanctions.org/docs/topics/
"""

from sanctionscreen.reading import Format, Source
from sanctionscreen.reading.jsonl import first_line_has
from sanctionscreen.reading.table import header_has

from .facts import KEY
from .simple import COLUMNS, read_csv
from .targets import read_json

SOURCE = Source(
    key=KEY,
    title="FollowTheMoney entities",
    publisher="The maker of the export, such as OpenSanctions",
    page="https://www.opensanctions.org/docs/bulk/json/",
    formats=(
        Format("json", {}, first_line_has("id", "schema", "properties"), read_json),
        Format("csv", {}, header_has(*COLUMNS), read_csv),
    ),
    expect_entities=(1, 5_000_000),
)
