"""How attributes agree between two published records of one party, and between records of strangers.

    python bench/attributes.py

Two records are of one party where lists give them one strong number or one reference; strangers are
drawn at random. The figures in ``matching/births.py``, ``matching/identifiers.py`` and
``docs/decisions/attributes.md`` come from here. The rebuilt UK list is left out: its dates of birth
are not those of its parties.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from random import Random

from published import newest
from sanctionscreen.addresses import parse_address
from sanctionscreen.matching.attributes import attribute_points
from sanctionscreen.matching.births import compare_births
from sanctionscreen.matching.identifiers import bare_number, form_of, numbers_of
from sanctionscreen.model import Entity, PartialDate, Party
from sanctionscreen.printed import printed_gender
from sanctionscreen.reading import Files, load_source

LEFT_OUT = ("gb_fcdo", "us_ofac_sdn", "us_ofac_cons")
"""The UK's for its dates; OFAC's as the CSL repeats them."""
SHORTEST = 6
MOST_RECORDS = 6
"""Records that share a number or reference; more share a regime's, not a party's."""
STRANGERS = 60_000
SEED = 3


def main() -> None:
    """Print every table."""
    entities = list(_read())
    same = sorted(_same(entities))
    print(f"{len(entities):,} records, {len(same):,} pairs of one party on two lists\n")
    pairs = [(entities[a], entities[b]) for a, b in same]
    draw = Random(SEED)
    persons = [entity for entity in entities if entity.kind == "person" and _born(entity)]
    strangers = [tuple(draw.sample(persons, 2)) for _ in range(STRANGERS)]
    others = [entity for entity in entities if entity.kind != "person" and entity.addresses]
    firms = [tuple(draw.sample(others, 2)) for _ in range(STRANGERS)]
    for title, said in (
        ("births", _births),
        ("gender", _genders),
        ("kind", _kinds),
        ("country", _countries),
        ("address", _addresses),
    ):
        for of, rows in (("one party", pairs), ("strangers", firms if said is _addresses else strangers)):
            _show(f"{title}, {of}", Counter(word for a, b in rows if (word := said(a, b))))
    _show("numbers, one party", Counter(word for a, b in pairs for word in _numbers(a, b)))
    _show("circa that does not overlap: years apart", _circa(pairs))
    for scheme in ("imo", "lei", "uscc", "inn", "ogrn", "tax", "registration", "passport"):
        _several(entities, scheme)
    days = [on for entity in entities for on in _born(entity) if on.earliest and on.earliest == on.latest]
    _show(
        "days of birth", Counter("1 January" if f"{on.earliest:%m%d}" == "0101" else "other" for on in days)
    )


def _read() -> Iterator[Entity]:
    for key, paths in newest().items():
        if key not in LEFT_OUT:
            files = Files(key, paths)
            form = next(form for form in load_source(key).formats if form.recognise(files))
            yield from form.read(files)


def _same(entities: list[Entity]) -> set[tuple[int, int]]:
    by_key: dict[str, set[int]] = defaultdict(set)
    for place, entity in enumerate(entities):
        own = entity.listing.other_ids if entity.listing else ()
        numbers = [bare_number(row.number) for row in entity.identifiers if numbers_of(row.scheme).strong]
        # An id of digits alone is a row's number, and other lists have that row too.
        references = [text for text in (*own, entity.id) if not text.isdigit()]
        for key in (*numbers, *references):
            if len(key) >= SHORTEST:
                by_key[key].add(place)
    groups = (places for places in by_key.values() if len(places) <= MOST_RECORDS)
    pairs = (pair for places in groups for pair in combinations(sorted(places), 2))
    return {(a, b) for a, b in pairs if entities[a].list != entities[b].list}


def _born(entity: Entity) -> list[PartialDate]:
    return [birth.on for birth in entity.births if birth.on and birth.on.earliest]


def _births(a: Entity, b: Entity) -> str | None:
    """The best that any date of one says beside those of the other."""
    if not _born(a) or not _born(b):
        return None
    found = {compared.feature for on in _born(a) if (compared := compare_births(on, _born(b)))}
    if found == {"other_birth"} and all(compare_births(on, _born(b)) for on in _born(a)):
        return "other_birth"
    return next((word for word in ("birth_day", "birth", "birth_swapped") if word in found), "near")


def _genders(a: Entity, b: Entity) -> str | None:
    one, other = printed_gender(a.gender or ""), printed_gender(b.gender or "")
    return None if "unknown" in (one, other) else "agree" if one == other else "differ"


def _kinds(a: Entity, b: Entity) -> str | None:
    return None if "unknown" in (a.kind, b.kind) else " and ".join(sorted({a.kind, b.kind}))


def _countries(a: Entity, b: Entity) -> str | None:
    if not a.all_countries() or not b.all_countries():
        return None
    return "agree" if a.all_countries() & b.all_countries() else "differ"


def _addresses(a: Entity, b: Entity) -> str | None:
    """The best that an address of one says beside those of the other."""
    if not a.addresses or not b.addresses:
        return None
    party = Party(name="", address="?")
    rows = (attribute_points(party, b, address=parse_address(one)) for one in a.addresses[:3])
    found = {row.feature for points in rows for row in points}
    return next(
        (word for word in ("listed_address", "address", "building", "other_city") if word in found), "nothing"
    )


def _numbers(a: Entity, b: Entity) -> set[str]:
    """What each number of one record says beside those of the other, asked as a party's."""
    countries = a.all_countries()
    country = next(iter(countries)) if len(countries) == 1 else None
    found = set()
    for row in a.identifiers:
        if numbers_of(row.scheme).single:
            party = Party(name="", country=row.country or country, identifiers={row.type: row.number})
            words = {row.feature for row in attribute_points(party, b)}
            found |= {f"{row.scheme}: {word}" for word in words if "identif" in word or "registr" in word}
    return found


def _circa(pairs: list[tuple[Entity, Entity]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for one, other in (pair for a, b in pairs for pair in ((a, b), (b, a))):
        plain = [on for on in _born(other) if not on.circa]
        for on in _born(one) if plain else ():
            if on.circa and not any(on.overlaps(date) for date in plain):
                years = min(abs(on.earliest.year - date.earliest.year) for date in plain)  # type: ignore[union-attr]
                found["up to 5" if years <= 5 else "more"] += 1
    return found


def _several(entities: list[Entity], scheme: str) -> None:
    """How many parties have two numbers of one country and form."""
    bearers = several = 0
    for entity in entities:
        forms: dict[tuple[str | None, str], set[str]] = defaultdict(set)
        for row in entity.identifiers:
            if row.scheme == scheme:
                number = bare_number(row.number)
                forms[row.country, form_of(number)].add(number)
        bearers += bool(forms)
        several += any(len(numbers) > 1 for numbers in forms.values())
    print(f"{scheme}: {bearers:,} parties, {several / bearers if bearers else 0:.1%} with two of one form")


def _show(title: str, counts: Counter[str]) -> None:
    whole = sum(counts.values())
    print(f"{title}: {whole:,}")
    for word, count in counts.most_common():
        print(f"  {word:<40}{count:>7,}{count / whole:>9.2%}")


if __name__ == "__main__":
    main()
