"""OFAC's Consolidated (non-SDN) list: every sanction that does not block.

Publisher: the U.S. Department of the Treasury, Office of Foreign Assets Control, at
https://sanctionslist.ofac.treas.gov/Home/ConsolidatedList. The publication joins six lists, and what an
entry means for an exporter depends on the one it is on: ``listing.component`` has its code, the same as
in ``us_csl``, and ``listing.effect`` the effect.

=====  ===================================================  =============  ==============================
code   list                                                 effect         law
=====  ===================================================  =============  ==============================
FSE    Foreign Sanctions Evaders                            export_denial  Executive Order 13608: nobody
                                                                           under U.S. jurisdiction may
                                                                           deal with them; no blocking
SSI    Sectoral Sanctions Identifications                   finance_only   Executive Order 13662,
                                                                           Directives 1 to 3: new debt
                                                                           and equity
SSI    the same, subject to Directive 4                     red_flag       no goods for deepwater, Arctic
                                                                           offshore and shale projects
CAP    foreign banks whose accounts are limited (CAPTA)     finance_only   31 CFR part 561; Executive
                                                                           Order 14024, Directive 2
MBS    Non-SDN Menu-Based Sanctions                         finance_only   CAATSA section 235; Executive
                                                                           Orders 14014, 14024, 14059
MBS    the same, under CAATSA section 235(a)(2), or         export_denial  no export licences; no dealings
       Directive 4 under Executive Order 14024                             with Russia's central bank
CMIC   Chinese Military-Industrial Complex Companies        finance_only   Executive Order 13959 as amended
                                                                           by 14032: securities alone
PLC    Palestinian Legislative Council                      finance_only   31 CFR part 594: payments are
                                                                           rejected, not blocked
SDN    any of these, if it is on the SDN list as well       block          31 CFR chapter V
=====  ===================================================  =============  ==============================

OFAC's rule of 50 per cent holds for SSI, not for CMIC. https://ofac.treasury.gov/consolidated-sanctions-list-non-sdn-lists

Forms: ``CONS_ADVANCED.XML``, the richest: it names the lists an entry is on, since when and by which
authority, and what ties a party to another; ``CONS_ENHANCED.ZIP``, which states the same in plainer
words, as one XML in a ZIP; ``CONSOLIDATED.XML``, whose namespace changed in 2024 and
whose layout did not; and four files without headers, ``CONS_PRIM.CSV``, ``CONS_ALT.CSV``,
``CONS_ADD.CSV`` and ``CONS_COMMENTS.CSV``. They are those of OFAC's SDN list, and are read by
``sanctionscreen.reading.ofac``.

Quirks:

- The last two do not name the list an entry is on. It follows from the programmes and, under a programme
  that blocks others, from the measures: ``reading.ofac.particulars`` has the rules. An entry on several
  has their codes joined: ``SDN+SSI``, and the gravest effect.
- An entry that OFAC has blocked since stays here, under the programme that blocks it too.
- An issuer of securities ("Issuer Name") is kept among the identifiers; few differ from the party.
- There the day of listing is printed for CMIC, CAP and MBS alone.
- The remark of an entry may say "For more information on directives ..." with a link.
"""

from __future__ import annotations

from sanctionscreen.reading import Source
from sanctionscreen.reading.ofac.forms import forms_of
from sanctionscreen.reading.ofac.particulars import AUTHORITY, OfacList

OFAC = OfacList(
    key="us_ofac_cons",
    blocking=False,
    advanced="CONS_ADVANCED.XML",
    enhanced="CONS_ENHANCED.ZIP",
    xml="CONSOLIDATED.XML",
    csv=("CONS_PRIM.CSV", "CONS_ALT.CSV", "CONS_ADD.CSV", "CONS_COMMENTS.CSV"),
    other="OFAC's SDN list, us_ofac_sdn (SDN.XML, SDN.CSV)",
)

SOURCE = Source(
    key=OFAC.key,
    title="Consolidated Sanctions List (non-SDN)",
    publisher=AUTHORITY,
    page="https://sanctionslist.ofac.treas.gov/Home/ConsolidatedList",
    formats=forms_of(
        OFAC,
        whole_files={
            "advanced": "2020-03-17",
            "enhanced": "2025-01-10",
            "xml": "2025-03-28",
            "csv": "2025-12",
        },
    ),
    expect_entities=(250, 2000),
    expect_filled={"programmes": 0.99, "addresses": 0.7, "identifiers": 0.6, "remarks": 0.3},
)
