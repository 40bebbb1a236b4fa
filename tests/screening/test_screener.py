"""Whole answers: status, order, what is said of what was not looked at."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sanctionscreen as ss

MARCH = datetime(2026, 3, 2, 12, tzinfo=UTC)
UN_EXTRACT = Path(__file__).parents[1] / "sources" / "fixtures" / "un_sc"


def house(*names: str | ss.Name, **fields: object) -> ss.Entity:
    listed = [name if isinstance(name, ss.Name) else ss.Name(text=name) for name in names]
    return ss.Entity.model_validate({"list": "house", "id": names[0], "names": listed, **fields})


SCREENER = ss.Screener.from_entities(
    [
        house("SINNO ELECTRONICS CO., LIMITED", kind="organization"),
        house("World Jetta (H.K.) Logistics Limited", ss.Name(text="WJL", kind="alias", strength="weak")),
        house("MADURO MOROS, Nicolas", kind="person"),
        house("General Trading Company"),
    ]
)


def test_a_near_name_is_a_match_with_evidence_and_provenance() -> None:
    result = SCREENER.screen("Sinno Electronic", kind="organization")
    (hit,) = result.hits
    assert (result.status, hit.name, hit.name_kind) == ("match", "SINNO ELECTRONICS CO., LIMITED", "primary")
    assert round(sum(row.points for row in hit.evidence), 2) == hit.score
    assert hit.listing.snapshot == result.lists[0]
    assert result.lists[0].records == 4
    assert result.settings == ss.Settings()


@pytest.mark.parametrize("name", ["Nicolas Maduro Moros", "Maduro Moros, Nicolas", "MADURO MOROS NICOLAS"])
def test_a_person_is_found_in_any_order_and_as_any_kind(name: str) -> None:
    for kind in ("person", "unknown"):
        assert SCREENER.screen(name, kind=kind).hits[0].entity.id == "MADURO MOROS, Nicolas"


def test_generic_words_do_not_reach_a_longer_name() -> None:
    assert SCREENER.screen("Al Rahma General Trading LLC").status == "no_match"


@pytest.mark.parametrize("name", ["", "   ", "...", "\u200b\u202e", "\x00\x07", "🙂🙂", "\ud800"])
def test_a_name_with_nothing_to_read_is_skipped_with_a_reason(name: str) -> None:
    result = SCREENER.screen(name)
    assert result.status == "incomplete"
    assert [row.what for row in result.skipped] == ["name"]
    assert result.skipped[0].reason
    assert ss.Screening.model_validate_json(result.model_dump_json()) == result


def test_a_very_long_name_is_cut_and_says_so() -> None:
    result = SCREENER.screen("x " * 50_000)
    assert result.status == "incomplete"
    assert [notice.name for notice in result.warnings] == ["name_cut"]


@pytest.mark.parametrize(
    "name",
    [
        "a" * 1000,
        "x " * 5000,
        "ab" * 500,
        "limited company trading group " * 300,
        "muhammad ali bin abdul " * 50,
    ],
    ids=lambda name: name[:12],
)
def test_no_name_takes_long(name: str) -> None:
    began = time.perf_counter()
    SCREENER.screen(name)
    assert time.perf_counter() - began < 1


def test_a_surrogate_inside_a_name_does_not_hide_it() -> None:
    assert SCREENER.screen("Sinno\ud800 Electronics").status == "match"


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_no_name_breaks_the_screener(name: str) -> None:
    result = SCREENER.screen(name)
    assert result.model_dump_json() == SCREENER.screen(name).model_dump_json()


@given(
    st.lists(st.sampled_from("sinno world jetta hk nicolas maduro trading ltd 13 xne".split()), max_size=6),
    st.sampled_from(["person", "organization", "vessel", "unknown"]),
    st.sampled_from([None, "HK", "RU"]),
)
def test_the_evidence_of_every_hit_adds_up(words: list[str], kind: str, country: str | None) -> None:
    screener = ss.Screener(SCREENER._scope, ss.Settings(threshold=30))
    for hit in screener.screen(" ".join(words), kind=kind, country=country).hits:
        assert round(sum(row.points for row in hit.evidence), 2) == hit.score
        assert 30 <= hit.score <= 100


def test_a_date_of_birth_that_cannot_be_read_is_said() -> None:
    result = SCREENER.screen("Nicolas Maduro Moros", date_of_birth="long ago")
    assert [notice.name for notice in result.warnings] == ["date_of_birth_unread"]
    assert result.status == "match"


def test_a_weak_alias_confirms_or_alerts() -> None:
    confirming = SCREENER.screen("WJL")
    assert (confirming.status, confirming.hits[0].score, confirming.hits[0].alert) == ("no_match", 100, False)
    entity = house("World Jetta", ss.Name(text="WJL", strength="weak"))
    alerting = ss.Screener.from_entities([entity], ss.Settings(weak_aliases="alert"))
    assert alerting.screen("WJL").status == "match"


def test_ties_are_ordered_by_the_spelling_asked() -> None:
    screener = ss.Screener.from_entities([house("SINNO LTD"), house("Sinno Limited"), house("Sinno, Ltd.")])
    assert screener.screen("sinno limited").hits[0].name == "Sinno Limited"


def test_hits_beyond_the_most_are_counted_but_certain_ones_stay() -> None:
    entities = [house(f"Jetta {word}") for word in ("alpha", "beta", "gamma", "delta")]
    twins = [house("Jetta", **{"id": f"twin {n}"}) for n in range(3)]
    screener = ss.Screener.from_entities([*entities, *twins], ss.Settings(threshold=30, max_hits=1))
    result = screener.screen("Jetta")
    assert [hit.score for hit in result.hits] == [100, 100, 100]
    assert [notice.name for notice in result.warnings] == ["hits_left_out"]


def test_many_parties_come_back_in_order() -> None:
    asked = ["Sinno", ss.Party(name="World Jetta", reference="7"), ""]
    answers = list(SCREENER.screen_many(asked))
    assert [answer.party.name for answer in answers] == ["Sinno", "World Jetta", ""]
    assert answers[1].party.reference == "7"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"kind": "organisation"}, "Did you mean 'organization'"),
        ({"country": "Atlantis"}, "unknown country 'Atlantis'"),
        ({"gender": "men"}, "unknown gender 'men'"),
    ],
)
def test_a_word_that_does_not_exist_is_refused(arguments: dict[str, str], message: str) -> None:
    with pytest.raises(ss.UsageError, match=message):
        SCREENER.screen("Sinno", **arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: ss.Settings(treshold=80), "Did you mean 'threshold'"),
        (lambda: ss.Party(name="x", contry="HK"), "Did you mean 'country'"),
        (lambda: ss.Party(name="x", kind="organisation"), "Did you mean 'organization'"),
        (lambda: ss.Party(name="x", gender="femal"), "Did you mean 'female'"),
        (lambda: ss.Party(name="x", gender=""), "unknown gender ''"),
        (lambda: ss.Party(name="x", gender=None), "gender"),  # type: ignore[arg-type]
        (lambda: ss.Settings(threshold=180), "less than or equal to 100"),
    ],
)
def test_an_option_that_does_not_exist_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        make()


def test_a_party_is_a_name_or_a_party() -> None:
    with pytest.raises(ss.UsageError, match="not int"):
        SCREENER.screen(7)  # type: ignore[arg-type]
    with pytest.raises(ss.UsageError, match="carries its own kind"):
        SCREENER.screen(ss.Party(name="Sinno"), kind="person")
    with pytest.raises(ss.UsageError, match="date of birth and gender"):
        SCREENER.screen(ss.Party(name="Sinno"), gender="f")


@pytest.mark.parametrize("spelling", ["m", "M", "male", "Male", " MALE "])
def test_a_gender_may_be_a_letter(spelling: str) -> None:
    assert SCREENER.screen("Sinno", gender=spelling).party.gender == "male"
    assert ss.Party(name="Sinno", gender=spelling).gender == "male"  # type: ignore[arg-type]


def test_a_country_may_be_a_name() -> None:
    assert SCREENER.screen("Sinno", country="Hong Kong").party.country == "HK"


def test_two_entities_with_one_id_are_refused() -> None:
    with pytest.raises(ss.UsageError, match="record Sinno: two entities have the same id"):
        ss.Screener.from_entities([house("Sinno"), house("Sinno")])


def test_an_empty_house_list_never_says_no_match() -> None:
    assert ss.Screener.from_entities([]).screen("Sinno").status == "incomplete"


class TestStore:
    """Screening against lists in a store."""

    @pytest.fixture
    def store(self, tmp_path: Path) -> ss.Store:
        (case,) = UN_EXTRACT.glob("layout_2026")
        (extract,) = case.glob("*.xml")
        store = ss.Store(tmp_path, now=lambda: MARCH)
        store.add("un_sc", [extract], accept_partial=True)
        return store

    def test_every_listed_name_comes_back_at_100(self, store: ss.Store) -> None:
        screener = ss.Screener.open(store)
        for entity in store.entities(store.snapshots()[0]):
            for name in entity.names:
                hits = screener.screen(name.text).hits
                assert [hit.score for hit in hits if hit.entity.id == entity.id] == [100]

    def test_a_list_that_is_asked_for_and_not_held_makes_it_incomplete(self, store: ss.Store) -> None:
        result = ss.Screener.open(store, lists=["un_sc", "eu_fsf"]).screen("Acme Bakery")
        assert result.status == "incomplete"
        assert [row.what for row in result.skipped] == ["eu_fsf"]
        assert ss.Screener.open(store, lists="un_sc").screen("Acme Bakery").status == "no_match"

    def test_an_unknown_list_suggests_the_nearest(self, store: ss.Store) -> None:
        with pytest.raises(ss.UsageError, match="Did you mean 'un_sc'"):
            ss.Screener.open(store, lists=["un_cs"])

    def test_a_doubtful_list_makes_it_incomplete(self, tmp_path: Path) -> None:
        (extract,) = (UN_EXTRACT / "layout_2026").glob("*.xml")
        store = ss.Store(tmp_path / "doubtful", now=lambda: MARCH)
        store.add("un_sc", [extract])
        result = ss.Screener.open(store).screen("Acme Bakery")
        assert result.status == "incomplete"
        assert [notice.name for notice in result.warnings] == ["doubtful_list"]

    def test_a_stale_list_makes_it_incomplete_from_the_day_after(self, store: ss.Store) -> None:
        clock = [datetime(2026, 3, 6, 23, tzinfo=UTC)]
        screener = ss.Screener.open(ss.Store(store.home, now=lambda: clock[0]))
        assert screener.screen("Acme Bakery").status == "no_match"
        clock[0] = datetime(2026, 3, 7, 1, tzinfo=UTC)
        result = screener.screen("Acme Bakery")
        assert result.status == "incomplete"
        (notice,) = result.warnings
        assert notice.name == "stale_list"
        assert notice.text == (
            "un_sc: this version was trusted to be the latest until 2026-03-06; bring it up to date with: "
            "sanctionscreen lists update un_sc"
        )

    def test_an_open_screener_learns_that_its_version_was_confirmed(
        self, store: ss.Store, tmp_path: Path
    ) -> None:
        later = ss.Store(store.home, now=lambda: MARCH + timedelta(days=30))
        screener = ss.Screener.open(later)
        assert screener.screen("Acme Bakery").status == "incomplete"
        (case,) = UN_EXTRACT.glob("layout_2026")
        (result,) = later.refresh("un_sc", origin=case)
        assert result.outcome == "unchanged", result.problems
        assert screener.screen("Acme Bakery").status == "no_match"

    def test_the_index_is_compiled_once(self, store: ss.Store) -> None:
        ss.Screener.open(store)
        (index,) = (path for path in (store.home / "index").iterdir() if path.is_dir())
        before = {path.name: path.stat().st_mtime_ns for path in index.iterdir()}
        ss.Screener.open(store)
        assert {path.name: path.stat().st_mtime_ns for path in index.iterdir()} == before

    def test_an_empty_store_screens_the_starter_list_and_says_so(self, tmp_path: Path) -> None:
        screener = ss.Screener.open(tmp_path / "empty")
        found, nothing = screener.screen_many(["World Jetta (HK) Logistics", "Acme Bakery Springfield"])
        assert (found.status, nothing.status) == ("match", "incomplete")
        assert found.hits[0].listing.component == "EL"
        for result in (found, nothing):
            assert [notice.name for notice in result.warnings] == ["starter_list"]
            assert [snapshot.list for snapshot in result.lists] == ["starter"]

    def test_one_call_follows_the_store(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SANCTIONSCREEN_HOME", str(tmp_path))
        assert ss.screen("Sinno").lists[0].list == "starter"
        (extract,) = (UN_EXTRACT / "layout_2026").glob("*.xml")
        ss.Store().add("un_sc", [extract], accept_partial=True)
        assert ss.screen("Sinno").lists[0].list == "un_sc"


def test_a_craft_whose_letters_are_a_legal_forms_is_found_by_its_own_name() -> None:
    screener = ss.Screener.from_entities([house("EP-LDA", kind="aircraft"), house("OLYMPUS", kind="vessel")])
    assert [hit.score for hit in screener.screen("EP-LDA").hits] == [100.0]
    assert screener.screen("Olympus Corporation").hits == ()
