"""Ukraine's State Register of Sanctions.

Publisher: the National Security and Defense Council of Ukraine (NSDC), on the web and through an interface of
its own, after every decree. The Council decides, and a decree of the President puts its decision into effect.

Law: Law of Ukraine on Sanctions, No. 1644-VII of 14 August 2014; article 4 names the sanctions, article 5 who
imposes them. Most listings have a term, which a later decree may lengthen or cut short.

Effect, which is our reading of the sanctions: where the blocking of assets is among them, ``block``; else,
where trade, exports, technology or business contacts are forbidden, ``export_denial``; else, where money,
securities or capital are, ``finance_only``; visas, transit, ports, networks or awards alone are a
``red_flag``. A listing without any sanction is taken as blocked.

Two forms:

- ``json``: the register's interface. The reader was never run on a whole file, and no address of one is
  known here: it was built from the keys that public readers of the interface name (``sid``, ``name``,
  ``translit_name``, ``aliases``, ``identifiers``, ``attributes``, ``actions``). Save its answers, one page a
  file, and give them together.
- ``xlsx``: a conversion of August 2021, with a sheet of persons and one of organizations; not the register's
  own form. A row is a party of one decree, so that a party of two decrees has two rows, and two entities
  here: each has its own measures and its own end.

How it is read:

- The id is the register's ``sid``; in the workbook the decree, the annex (``p`` of persons, ``e`` of
  organizations) and the number in it: ``176-2018-p1404``. Where the file gives that place to two parties, as
  it does 41 times for the decrees of 24 June 2021, the name is part of both ids.
- The first name is Ukrainian. The column of original names holds the Russian or Latin form: kind
  ``original_script`` whatever its letters. Several names of one cell are taken apart; what was cut at a comma
  or a bracket stays as a whole too. Of ``Костюк (Цой) Ольга`` both family names are taken; a maiden name
  is a former one.
- The further information is prose, and stays as a remark. Names told there (on passports, call signs, former
  ones), documents, further dates of birth and later decrees are read from it.
- What it says of directors and founders is not taken as the party's. The Russian КПП is that of a tax office,
  БИК that of a bank; neither tells parties apart, and both stay in the remarks.
- ``ЄДРПОУ`` and ``ІПН`` stand before Russian numbers too: an OGRN or INN is told by its digits.
- A party that a later decree took off stays, with ``delisted_on``: its row says so in words.
- The workbook's 762 persons of decree 82/2019 have a term of three years and a day four years on. The day is
  kept, and reported. A birth on 1 January, ten times too frequent, may mean any day of its year.
- One row has a company number and no name: it goes by its number.

Links: https://drs.nsdc.gov.ua/; the law: https://zakon.rada.gov.ua/laws/show/1644-18
"""

from __future__ import annotations

from sanctionscreen.reading import Format, Source
from sanctionscreen.reading.sheet import sheet_has

from .api import has_subjects, read_json
from .facts import AUTHORITY, KEY
from .xlsx import PERSONS, read_xlsx

SOURCE = Source(
    key=KEY,
    title="Ukraine's State Register of Sanctions",
    publisher=AUTHORITY,
    page="https://drs.nsdc.gov.ua/",
    formats=(
        Format(name="json", urls={}, recognise=has_subjects, read=read_json),
        Format(name="xlsx", urls={}, recognise=sheet_has(*PERSONS), read=read_xlsx, whole_file="2021-08"),
    ),
    expect_entities=(4000, 60000),
    expect_filled={"listed_on": 0.99, "measures": 0.95},
)
