"""A list of your own: a house list, or a list that is not read here.

Publisher: you. Use it for parties that your company does not deal with, for a regulator's letters
("is informed"), or for a list that you have turned into a table. Several house lists can stand in one
file, each under its own ``component``.

Forms: a CSV in UTF-8 (separated by commas, semicolons or tabs), JSON lines, or an XLSX workbook. The
first line of a table names the columns; capitals, spaces and underscores do not count:

==================  =====================================================================================
``name``            needed: the name of the party
``id``              your own id; rows of one id are one party. Without it one is made of name and country
``kind``            person, organization, vessel, aircraft, address or unknown
``aliases``         other names; ``weak_aliases``: names too common to alert alone; ``former_names``
``address``         with ``city``, ``postcode`` and ``country`` (a name or an ISO 3166 code)
``identifiers``     ``type=number``, such as ``USCC=91110000100001529B; passport=X123``
``imo``             the number of a ship
``born``            a date or a year of birth
``nationality``     a country
``programme``       under which programme the party is listed
``effect``          block, export_licence, export_denial, debarment, finance_only, red_flag or
                    information; block where nothing else is said
``authority``       who listed the party
``component``       the name of the house list
``reason``          why, in your words
``citation``        the order, notice or file that says so
``listed_on``       since when; ``expires_on``: until when
``url``             where to read more
``remarks``         anything else
==================  =====================================================================================

Several values of one cell are separated by ``;`` or ``|``, but for names, reasons, remarks and the parts
of an address. A party with several addresses has several rows with the same id, of which the first says
who listed it and to what effect. In JSON lines the same words are keys, and several values are an array;
identifiers may be an object::

    {"name": "Sinno Electronics", "aliases": ["Xinnuo"], "identifiers": {"CR": "1401029"}, "country": "HK"}

Where your columns are named otherwise, give a file ending in ``.toml`` together with the list::

    separator = "/"                # between several values, instead of ; and |

    [columns]                      # ours = "yours"
    name = "Firmenname"
    country = "Land"

    [defaults]                     # for rows that leave them empty
    effect = "export_denial"
    component = "Hausliste"

Columns that are none of these are not read, and counted in the report; one that looks like a misspelt
word of ours is an error. A file named ``house_2026-01-31.csv`` is taken as of that day.

There is no published file that the reader could have been run on.
"""

from sanctionscreen.reading import Format, Source

from .forms import is_csv, is_jsonl, is_xlsx, read_csv, read_jsonl, read_xlsx
from .party import KEY

SOURCE = Source(
    key=KEY,
    title="A list of your own",
    publisher="You",
    page="python -m pydoc sanctionscreen.sources.custom",
    formats=(
        Format("csv", {}, is_csv, read_csv),
        Format("jsonl", {}, is_jsonl, read_jsonl),
        Format("xlsx", {}, is_xlsx, read_xlsx),
    ),
    expect_entities=(1, 5_000_000),
    max_age_days=366,
)
