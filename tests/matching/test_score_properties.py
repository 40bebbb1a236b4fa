"""What holds of any names: a party is first against itself, and an alias more never makes it a worse hit."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import sanctionscreen as ss

WORDS = st.sampled_from(
    """world jetta hk logistics limited sinno sino electronics poly technologies 13 15 institute beijing
    harbin almaz antey jsc general trading llc ivan petrov petrovich a v al 保利 Алмаз co worldjetta
    electroncs logistic company stockc joint (AA) KlM & de""".split()
)
NAME = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
KIND = st.sampled_from(("organization", "person", "vessel", "unknown"))


def entity(number: int, kind: str, names: list[str]) -> ss.Entity:
    return ss.Entity(
        list="house", id=str(number), kind=kind, names=tuple(ss.Name(text=text) for text in names)
    )


@settings(max_examples=200)
@given(st.lists(st.tuples(KIND, NAME), min_size=1, max_size=8), st.data())
def test_a_listed_name_is_first_at_100_against_itself(
    listed: list[tuple[str, str]], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(listed) - 1))
    screener = ss.Screener.from_entities(
        [entity(number, kind, [name]) for number, (kind, name) in enumerate(listed)]
    )
    kind, name = listed[place]
    hits = screener.screen(name, kind=kind).hits
    assert hits[0].score == 100
    assert str(place) in {hit.entity.id for hit in hits if hit.score == 100}


@settings(max_examples=200)
@given(KIND, st.lists(NAME, min_size=1, max_size=3), NAME, NAME)
def test_an_alias_more_never_lowers_a_score(kind: str, names: list[str], alias: str, asked: str) -> None:
    others = [entity(number, kind, [f"other party {number}"]) for number in range(1, 4)]
    before, after = (
        ss.Screener.from_entities([entity(0, kind, known), *others], ss.Settings(threshold=0)).screen(asked)
        for known in (names, [*names, alias])
    )

    def best(screening: ss.Screening) -> float:
        return max((hit.score for hit in screening.hits if hit.entity.id == "0"), default=0.0)

    # An alias makes the words that it shares with the names a little less rare.
    assert best(after) >= best(before) - 3


@given(NAME, NAME, KIND)
def test_a_score_is_made_of_its_evidence(asked: str, listed: str, kind: str) -> None:
    comparison = ss.compare(asked, listed, kind)
    assert 0 <= comparison.score <= 100
    assert round(sum(row.points for row in comparison.evidence), 2) == comparison.score
    assert all(row.reason for row in comparison.evidence)
