"""Legal forms on one side only: five names by forty-five forms, in the query and in the list."""

from __future__ import annotations

from collections.abc import Iterator

from sanctionscreen.model import Entity, Name

from .cases import Case, Pool
from .compared import Compared, Scale
from .table import Row

NAMES = (
    "Zeltronika",
    "Blue Harbour Shipping",
    "Kvantum Pribor",
    "Tianyu Precision Optics",
    "Al Waseet Trading",
)
FORMS = (
    "Ltd", "Limited", "Co., Ltd.", "Company Limited", "LLC", "L.L.C.", "LLP", "Inc.", "Incorporated", "Corp.",
    "Corporation", "PLC", "GmbH", "AG", "KG", "S.A.", "SARL", "SAS", "S.r.l.", "S.p.A.", "B.V.", "N.V.", "AB",
    "A/S", "Oy", "ApS", "Sp. z o.o.", "s.r.o.", "d.o.o.", "Kft.", "OOO", "AO", "PAO", "ZAO", "JSC", "PJSC",
    "TOO", "Ltd. Sti.", "A.S.", "Pte Ltd", "Pty Ltd", "Sdn Bhd", "Pvt. Ltd.", "FZE", "W.L.L.",
)  # fmt: skip


def rows(scale: Scale) -> Iterator[Row]:
    """The share of pairs that alert, for each side."""
    bare = [_listed(f"bare-{place}", name) for place, name in enumerate(NAMES)]
    pool = Pool.of("bare names", bare)
    cases = [
        Case(f"{name} {form}", "organization", frozenset((place,)))
        for place, name in enumerate(NAMES)
        for form in FORMS
    ]
    asked_with = Compared.of(pool, cases, len(cases), scale)
    yield from asked_with.rows("legal form on one side", ("found",), "the query's: ")
    pool = Pool.of("names with forms", [_listed(str(place), case.query) for place, case in enumerate(cases)])
    cases = [
        Case(NAMES[place // len(FORMS)], "organization", frozenset((place,))) for place in range(len(cases))
    ]
    listed_with = Compared.of(pool, cases, len(cases), scale)
    yield from listed_with.rows("legal form on one side", ("found",), "the listed: ")


def _listed(identity: str, name: str) -> Entity:
    return Entity(list="forms", id=identity, kind="organization", names=(Name(text=name),))
