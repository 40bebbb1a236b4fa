"""OFAC's list of Specially Designated Nationals and Blocked Persons (SDN).

Publisher: the U.S. Department of the Treasury, Office of Foreign Assets Control, under 31 CFR
chapter V. Effect for an exporter: property is blocked and nobody under U.S. jurisdiction may deal
with the party, nor with what it owns to 50 per cent or more. The list changes several times a week,
at https://sanctionslist.ofac.treas.gov/Home/SdnList; what a weak alias is, OFAC answers in
https://ofac.treasury.gov/faqs/124 and the questions beside it.

Forms: ``SDN_ADVANCED.XML``, the richest: names in other scripts, what ties a party to another, since when
it is listed and by which authority; ``SDN_ENHANCED.ZIP``, which states the same in plainer words, as one
XML in a ZIP; ``SDN.XML``, whose namespace changed in 2024 and whose layout did
not; and the older set of four files without headers, ``SDN.CSV``, ``ALT.CSV``, ``ADD.CSV`` and
``SDN_COMMENTS.CSV``. All give the same facts but for what the simpler cannot carry: those named, and in the
CSV its date and the parts of an address. They are those of OFAC's other list, too, and are read by
``sanctionscreen.reading.ofac``. The readers of the Advanced and the Enhanced XML were never run on a whole
SDN file: on the whole non-SDN files, whose layout is the same, and the Advanced one on a cut SDN file
of February 2024.

Quirks:

- A person is printed ``LAST, First``; an aircraft by its tail number.
- A party blocked under a sectoral order may be on the non-SDN list as well, under the same number.
- ``CONSOLIDATED.XML``, the non-SDN list, looks the same. It is known by its entries: most of them stand
  only under programmes and measures that do not block. It is read by ``us_ofac_cons``.
"""

from __future__ import annotations

from sanctionscreen.reading import Source
from sanctionscreen.reading.ofac.forms import forms_of
from sanctionscreen.reading.ofac.particulars import AUTHORITY, OfacList

OFAC = OfacList(
    key="us_ofac_sdn",
    blocking=True,
    advanced="SDN_ADVANCED.XML",
    enhanced="SDN_ENHANCED.ZIP",
    xml="SDN.XML",
    csv=("SDN.CSV", "ALT.CSV", "ADD.CSV", "SDN_COMMENTS.CSV"),
    other="OFAC's non-SDN list, us_ofac_cons (CONSOLIDATED.XML, CONS_PRIM.CSV)",
)

SOURCE = Source(
    key=OFAC.key,
    title="Specially Designated Nationals and Blocked Persons List (SDN)",
    publisher=AUTHORITY,
    page="https://sanctionslist.ofac.treas.gov/Home/SdnList",
    formats=forms_of(OFAC, whole_files={"xml": "2021-03-10", "csv": "2021-07"}),
    expect_entities=(6000, 40000),
    expect_filled={"programmes": 0.99, "addresses": 0.5, "identifiers": 0.4, "remarks": 0.2},
)
