"""What holds of attributes whatever they are."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import assume, given
from hypothesis import strategies as st

import sanctionscreen as ss
from sanctionscreen.matching import Score, attribute_points, most_attribute_points, score_names, weigh
from sanctionscreen.matching.policy import SCORE
from sanctionscreen.model import GENDERS, KINDS, Birth
from sanctionscreen.names import analyse, ordinary
from sanctionscreen.printed import partial_date, scheme_of

ATTRIBUTES = {
    "kind": "unknown",
    "country": None,
    "date_of_birth": None,
    "gender": "unknown",
    "identifiers": {},
}
"""Each attribute of a party, and what it is where nothing is known."""
NUMBERS = {
    "imo": ["9179842", "9074729", "9074728"],
    "INN": ["7731084175", "7707083893", "7707083894"],
    "tax number": ["7731084175", "123456789", "987654321"],
    "registration": ["1027739001993", "1027700132195", "HRB 12345"],
    "passport": ["AB1234567", "AB7654321"],
    "phone": ["+7 495 1234567"],
}


class Facts(NamedTuple):
    """What is known of somebody, to be asked or to be listed."""

    kind: str
    country: str | None
    date_of_birth: str | None
    gender: str
    identifiers: dict[str, str]

    def as_party(self, name: str = "Sinno") -> ss.Party:
        return ss.Party.model_validate({"name": name, **self._asdict()})

    def as_entity(self) -> ss.Entity:
        return ss.Entity.model_validate(
            {
                "list": "house",
                "id": "1",
                "names": [{"text": "Sinno"}],
                "kind": self.kind,
                "countries": [self.country] if self.country else [],
                "births": [Birth(on=partial_date(self.date_of_birth))] if self.date_of_birth else [],
                "gender": self.gender,
                "identifiers": [
                    {"type": label, "number": number, "scheme": scheme_of(label)}
                    for label, number in self.identifiers.items()
                ],
            }
        )


DATES = ["1962", "1962-11-23", "1962-03-04", "1962-04-03", "1963-11", "circa 1966", "1990", "2000-01-01"]
FACTS = st.builds(
    Facts,
    kind=st.sampled_from(KINDS),
    country=st.sampled_from([None, "RU", "CN", "HK", "DE"]),
    date_of_birth=st.sampled_from([None, *DATES]),
    gender=st.sampled_from(GENDERS),
    identifiers=st.fixed_dictionaries(
        {}, optional={label: st.sampled_from(numbers) for label, numbers in NUMBERS.items()}
    ),
)
WORDS = [
    "sinno",
    "sino",
    "electronics",
    "electronic",
    "angara",
    "ltd",
    "harbin",
    "beijing",
    "13",
    "15",
    "ivan",
]
NAME = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


def names_score(asked: str, listed: str) -> Score:
    return score_names(*(weigh(analyse(name, "organization"), ordinary()) for name in (asked, listed)))


@given(FACTS, FACTS, NAME, NAME)
def test_the_evidence_adds_up(asked: Facts, listed: Facts, one: str, other: str) -> None:
    points = attribute_points(asked.as_party(), listed.as_entity())
    score = names_score(one, other).with_points(*points)
    assert 0 <= score.value <= 100
    assert round(sum(row.points for row in score.points), 2) == score.value
    for row in points:
        assert SCORE[row.feature].reason
        assert row.feature == "most_against" or (row.query and row.listed)


@given(FACTS, FACTS, st.sampled_from(sorted(ATTRIBUTES)))
def test_an_attribute_that_one_side_leaves_out_says_nothing(asked: Facts, listed: Facts, name: str) -> None:
    # A country is also that of the numbers, so without it those may say less.
    # And a company may be listed with the numbers of its ships, so without a kind those may say more.
    assume(name not in ("country", "kind") or not asked.identifiers or not listed.identifiers)
    nothing = {name: ATTRIBUTES[name]}
    left_out = attribute_points(asked._replace(**nothing).as_party(), listed.as_entity())
    not_listed = attribute_points(asked.as_party(), listed._replace(**nothing).as_entity())
    neither = attribute_points(asked._replace(**nothing).as_party(), listed._replace(**nothing).as_entity())
    assert left_out == not_listed == neither


@given(FACTS, FACTS, NAME, NAME, st.sampled_from(sorted(ATTRIBUTES)))
def test_agreement_never_lowers_and_contradiction_never_raises(
    asked: Facts, listed: Facts, one: str, other: str, name: str
) -> None:
    alone = Facts(**ATTRIBUTES | {name: getattr(asked, name)})  # type: ignore[arg-type]
    if name == "identifiers":
        alone = alone._replace(country=asked.country)
        assume(not asked.country or not listed.country)
    said = attribute_points(alone.as_party(), listed.as_entity())
    names = names_score(one, other)
    entity = listed.as_entity()
    without = asked._replace(**{name: ATTRIBUTES[name]})
    before = names.with_points(*attribute_points(without.as_party(), entity)).value
    after = names.with_points(*attribute_points(asked.as_party(), entity)).value
    change = sum(row.points for row in said)
    assert after >= before if change > 0 else after <= before
    if not said:
        assert after == before


@given(FACTS, FACTS)
def test_attributes_stay_within_what_the_search_allows_for(asked: Facts, listed: Facts) -> None:
    party = asked.as_party()
    points = attribute_points(party, listed.as_entity())
    others = sum(row.points for row in points if row.feature != "identifier")
    assert SCORE["most_against"].value <= others <= most_attribute_points(party)
    by_identifier = any(row.feature == "identifier" for row in points)
    assert Score().with_points(*points).value == 100 if by_identifier else others <= 20


@given(FACTS, FACTS, NAME)
def test_an_exact_name_stays_a_hit_whatever_contradicts(asked: Facts, listed: Facts, name: str) -> None:
    points = attribute_points(asked.as_party(), listed.as_entity())
    assert names_score(name, name).with_points(*points).value >= ss.Settings().threshold


@given(FACTS, FACTS)
def test_it_does_not_matter_which_side_is_listed(asked: Facts, listed: Facts) -> None:
    # A company may be listed with the numbers of its ships, so there one side does matter.
    assume("organization" not in (asked.kind, listed.kind) or "imo" not in asked.identifiers)
    one = attribute_points(asked.as_party(), listed.as_entity())
    other = attribute_points(listed.as_party(), asked.as_entity())
    assert [row.feature for row in one] == [row.feature for row in other]


@given(FACTS, st.lists(st.tuples(NAME, FACTS), min_size=1, max_size=6), NAME)
def test_the_screener_finds_what_names_and_attributes_make_a_hit(
    asked: Facts, listed: list[tuple[str, Facts]], name: str
) -> None:
    entities = [
        facts.as_entity().model_copy(
            update={"id": str(number), "kind": "organization", "names": (ss.Name(text=text),)}
        )
        for number, (text, facts) in enumerate(listed)
    ]
    every, few = (ss.Screener.from_entities(entities, ss.Settings(threshold=least)) for least in (0, 80))
    expected = {
        (hit.entity.id, hit.score) for hit in every.screen(asked.as_party(name)).hits if hit.score >= 80
    }
    assert {(hit.entity.id, hit.score) for hit in few.screen(asked.as_party(name)).hits} == expected
