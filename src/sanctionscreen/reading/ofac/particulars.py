"""What tells OFAC's two lists apart, and the lists that its non-SDN publication joins.

OFAC publishes two lists in the same forms: the SDN list, which blocks, and the "Consolidated" list of
all other sanctions, whose parts differ in law and in effect. A reader of a form is given an
``OfacList`` and asks it for the listing of each entry.

The XML and CSV forms name no part: it follows from the programmes, and where those are of a regime
that also blocks (``RUSSIA-EO14024``), from the measures. These rules give the parts that OFAC's
Enhanced XML of 10 January 2025 names, for each of its 443 entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sanctionscreen.model import Effect, Entity, Listing, PartialDate
from sanctionscreen.printed.dates import partial_date
from sanctionscreen.reading.kept import unique
from sanctionscreen.reading.ofac.facts import Draft

AUTHORITY = "U.S. Department of the Treasury, Office of Foreign Assets Control"
EXPORTS = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/"
ENTRY_PAGE = "https://sanctionssearch.ofac.treas.gov/Details.aspx?id="


@dataclass(frozen=True, slots=True)
class Part:
    """One of OFAC's lists: its title, the law it rests on, and its effect for an exporter."""

    title: str
    legal_basis: str
    effect: Effect


# By the codes of the Consolidated Screening List. Why each effect, by the law named in it:
# SDN   property is blocked.
# FSE   U.S. persons may not deal with the party in goods, services or technology; nothing is blocked.
# SSI   new debt and equity (Directives 1 to 3); projects for oil (Directive 4: see GRAVER).
# CAP   accounts of foreign banks at U.S. banks; goods are free, payment through the bank is not.
# MBS   what the entry says: mostly new debt, bonds and loans (for the rest see GRAVER).
# CMIC  securities alone.
# PLC   U.S. banks reject payments; nothing is blocked.
# All: https://ofac.treasury.gov/consolidated-sanctions-list-non-sdn-lists
PARTS: dict[str, Part] = {
    "SDN": Part("Specially Designated Nationals List", "31 CFR chapter V", "block"),
    "FSE": Part("Foreign Sanctions Evaders List", "Executive Order 13608", "export_denial"),
    "SSI": Part(
        "Sectoral Sanctions Identifications List", "Executive Order 13662, Directives 1 to 4", "finance_only"
    ),
    "CAP": Part("CAPTA List", "31 CFR part 561 and others (CAPTA)", "finance_only"),
    "MBS": Part(
        "Non-SDN Menu-Based Sanctions List",
        "CAATSA section 235; Executive Order 14024 Directives and others",
        "finance_only",
    ),
    "CMIC": Part(
        "Non-SDN Chinese Military-Industrial Complex Companies List",
        "Executive Order 13959 as amended by 14032",
        "finance_only",
    ),
    "PLC": Part("Non-SDN Palestinian Legislative Council List", "31 CFR part 594", "finance_only"),
}
# What the forms that name the parts call them.
PART_TITLES = {part.title: code for code, part in PARTS.items()} | {
    "SDN List": "SDN", "FSE List": "FSE", "Non-SDN CMIC List": "CMIC",
}  # fmt: skip

# Measures, as the lists word them, that reach beyond finance:
# - CAATSA section 235(a)(2): no export licences are issued.
# - Directive 4 under E.O. 14024: no transaction at all with Russia's central bank, wealth fund and
#   ministry of finance.
# - Directive 4 under E.O. 13662: no goods and technology for deepwater, Arctic offshore and shale
#   projects. What the goods are for decides, hence a red flag and not a ban.
GRAVER: tuple[tuple[re.Pattern[str], Effect], ...] = (
    (re.compile(r"CAATSA Section 235 .*235\(a\)\(2\)"), "export_denial"),
    (re.compile(r"Executive Order 14024 Directive .*Subject to Directive 4\b"), "export_denial"),
    (re.compile(r"Executive Order 13662 Directive .*Subject to Directive 4\b"), "red_flag"),
)
GRAVITY: tuple[Effect, ...] = ("block", "export_denial", "red_flag", "finance_only")

# Programmes of the non-SDN list alone, by how they begin.
NON_SDN = {"NS-PLC": "PLC", "561-": "CAP", "FSE-": "FSE", "CMIC-": "CMIC", "MBS": "MBS", "NS-MBS": "MBS"}
SECTORAL = re.compile(r"Executive Order 13662 Directive")
# The measures for which an entry stands under a programme that blocks others.
ACCOUNTS = re.compile(r"(?:Listing|Effective) Date \(EO 14024 Directive 2\)")
MENU = re.compile(
    r"Executive Order (?!13662)\d+ .*Subject to|Executive Order 14059 information|CAATSA Section 235 "
    r"|(?:Listing|Effective) Date \(EO (?!14024 Directive 2\))"
)
# OFAC adds these secondary sanctions to what it blocks; what is under sectoral sanctions alone has others.
BLOCKED = re.compile(r"Secondary sanctions risk:(?! ?Ukraine-/Russia-Related)")
MENU_LAW = re.compile(r"(?:Executive Order|EO) (?P<order>(?!13662)\d+)|CAATSA (?P<section>Section \d+)")
LISTED = re.compile(r"Listing Date \([^)]*\):? (?P<date>.+)")


def parts_of(programmes: Iterable[str], measures: Sequence[str]) -> tuple[str, ...]:
    """The lists that an entry is on, by their codes in ``PARTS``, ``SDN`` first.

    Args:
        programmes: its programmes, as printed.
        measures: its measures, as printed, each with its type.
    """
    found, others = set(), set()
    for programme in programmes:
        code = next((code for start, code in NON_SDN.items() if programme.startswith(start)), "")
        found.add(code) if code else others.add(programme)
    if "UKRAINE-EO13662" in others and any(map(SECTORAL.match, measures)):
        others.discard("UKRAINE-EO13662")
        found.add("SSI")
    menus = {
        code for code, words in (("CAP", ACCOUNTS), ("MBS", MENU)) if any(map(words.match, measures))
    }  # fmt: skip
    if others and (not menus or any(map(BLOCKED.match, measures))):
        found.add("SDN")
    elif others:
        found |= menus
    return tuple(code for code in PARTS if code in found)


def gravest(effects: Iterable[Effect], measures: Sequence[str]) -> Effect:
    """The effect that binds an exporter most, of those of the lists and of the measures."""
    reached = {effect for words, effect in GRAVER if any(map(words.match, measures))}
    return min({*effects, *reached}, key=GRAVITY.index)


def basis_of(code: str, measures: Sequence[str]) -> tuple[str, ...]:
    """The law that a list rests on; of the menu, what the entry's measures name, if they do."""
    menu = [found for text in measures if MENU.match(text) and (found := MENU_LAW.search(text))]
    if code != "MBS" or not menu:
        return (PARTS[code].legal_basis,)
    return unique(
        f"Executive Order {found['order']}" if found["order"] else f"CAATSA {found['section'].lower()}"
        for found in menu
    )


def listing_date(measures: Iterable[str]) -> PartialDate | None:
    """The earliest date of listing that the measures give."""
    dates = [partial_date(found["date"]) for text in measures if (found := LISTED.match(text))]
    known = [date for date in dates if date and date.earliest]
    return min(known, key=lambda date: str(date.earliest), default=None)


@dataclass(frozen=True, slots=True)
class OfacList:
    """One of OFAC's two lists, as the readers of its forms need to know it.

    Args:
        key: the list's key.
        blocking: whether it is the SDN list.
        advanced: the file of its Advanced XML form.
        enhanced: the archive of its Enhanced XML form.
        xml: the file of its XML form.
        csv: the files of its CSV form: entries, aliases, addresses, comments.
        other: the other list, with its key, for advice.
    """

    key: str
    blocking: bool
    advanced: str
    enhanced: str
    xml: str
    csv: tuple[str, str, str, str]
    other: str

    def owns(self, entries: Iterable[tuple[Sequence[str], Sequence[str]]], path: Path) -> bool:
        """Whether a file is this list's, by its first entries.

        Args:
            entries: the programmes and the measures of each. What is on one list alone tells; some
                entries are on both.
            path: the file, whose name decides where no entry does.
        """
        parts = [set(parts_of(*entry)) for entry in entries]
        beyond_sdn, on_sdn = sum({"SDN"}.isdisjoint(codes) for codes in parts), parts.count({"SDN"})
        if beyond_sdn == on_sdn == 0:
            return ("cons" in path.name.lower()) != self.blocking
        return (beyond_sdn >= on_sdn) != self.blocking

    def listing(
        self, programmes: Sequence[str], uid: str, measures: Sequence[str] = (), parts: Sequence[str] = ()
    ) -> Listing:
        """Why and how an entry is listed.

        Args:
            programmes: its programmes, as printed.
            uid: OFAC's number of the entry.
            measures: its measures, as printed; they tell the parts of the non-SDN list and their effect.
            parts: the codes of the lists it is on, where the form names them (``PART_TITLES``).
        """
        urls = (ENTRY_PAGE + uid,)
        if self.blocking:
            basis = PARTS["SDN"].legal_basis
            return Listing(list=self.key, authority=AUTHORITY, effect="block", legal_basis=basis, urls=urls)
        codes = parts or parts_of(programmes, measures) or ("SDN",)
        held = [PARTS[code] for code in codes]
        dated = {"CAP", "MBS", "CMIC"}.issuperset(codes)
        return Listing(
            list=self.key,
            authority=AUTHORITY,
            component="+".join(codes),
            component_title="; ".join(part.title for part in held),
            effect=gravest((part.effect for part in held), measures),
            legal_basis="; ".join(law for code in codes for law in basis_of(code, measures)),
            listed_on=listing_date(measures) if dated else None,
            urls=urls,
        )

    def finish(self, draft: Draft) -> Entity:
        """An entry as an entity, where it can be on this list at all.

        Raises:
            ReadError: it stands only under programmes of the non-SDN list, and this is the SDN list.
        """
        codes = parts_of(draft.programmes, draft.measures)
        by_programme = parts_of(draft.programmes, ())
        if self.blocking and by_programme and "SDN" not in by_programme:
            raise draft.files.error(
                f"the entry stands only under {', '.join(draft.programmes)}, which blocks nobody: "
                f"this looks like {self.other}",
                path=draft.path,
                record=draft.uid,
                field="program",
                advice=f"Add {self.xml}, or {self.csv[0]} and the files that go with it, instead",
            )
        if not draft.programmes:
            draft.files.report.odd(draft.uid, "program", "", "an entry without a programme")
        elif not self.blocking and codes == ("SDN",):
            why = "no measure says why the entry is on the non-SDN list: taken as blocking"
            draft.files.report.odd(draft.uid, "program", ", ".join(draft.programmes), why)
        return draft.finish(self.listing(draft.programmes, draft.uid, draft.measures))
