"""Frames in, frames of the same library out."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

import sanctionscreen as ss
from tests.batch.files import SCREENER

pytest.importorskip("narwhals", reason="the extra 'frames' is not installed")
PARTIES: dict[str, list[Any]] = {
    "who": ["Sinno Electronics", "Acme Bakery", None, "Nicolas Maduro Moros", "XNE"],
    "where": ["HK", None, "Atlantis", None, None],
    "key": [1, 2, 3, 4, 5],
}
MAKERS = [("pandas", "DataFrame"), ("polars", "DataFrame"), ("pyarrow", "table")]


@pytest.fixture(params=MAKERS, ids=lambda param: param[0])
def frame(request: pytest.FixtureRequest) -> Any:
    library, maker = request.param
    return getattr(pytest.importorskip(library, reason=f"{library} is not installed"), maker)(PARTIES)


def rows_of(frame: Any) -> list[dict[str, Any]]:
    import narwhals as nw  # noqa: PLC0415

    return list(nw.from_native(frame, eager_only=True).iter_rows(named=True))


def test_every_party_has_a_row_in_a_frame_of_the_same_library(frame: Any) -> None:
    screened = ss.screen_frame(frame, "who", country="where", reference="key", screener=SCREENER)
    assert type(screened) is type(frame)
    rows = rows_of(screened)
    assert [(row["row"], row["reference"], row["status"], row["list_id"], row["alert"]) for row in rows] == [
        (0, "1", "match", "7", True),
        (1, "2", "no_match", "", False),
        (2, "3", "incomplete", "", False),
        (3, "4", "match", "9", True),
        (4, "5", "no_match", "7", False),
    ]
    assert rows[0]["score"] > 99
    assert rows[2]["notes"] == "unknown country 'Atlantis', not compared; name: the name is empty: ''"


def test_two_processes_give_the_same_frame(frame: Any) -> None:
    one, two = (ss.screen_frame(frame, "who", screener=SCREENER, workers=n) for n in (1, 2))
    assert str(rows_of(one)) == str(rows_of(two))


def test_an_empty_frame_gives_an_empty_one(frame: Any) -> None:
    screened = ss.screen_frame(frame[:0], "who", screener=SCREENER)
    assert len(screened) == 0
    assert len(rows_of(ss.screen_frame(frame, "who", screener=SCREENER))[0]) == screened.shape[1]


def test_what_stands_for_nothing_in_pandas_is_nothing() -> None:
    pd = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = pd.DataFrame(
        {
            "who": pd.array(["Nicolas Maduro Moros", pd.NA], dtype="string"),
            "born": pd.to_datetime(["1962-11-23", None]),
        }
    )
    rows = rows_of(ss.screen_frame(frame, "who", born="born", screener=SCREENER))
    assert [(row["query_born"], row["status"]) for row in rows] == [
        ("1962-11-23", "match"),
        ("", "incomplete"),
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"name": "whom"}, "unknown column 'whom'. Did you mean 'who'"),
        ({"name": "who", "country": "wher"}, "Did you mean 'where'"),
        ({"name": "who", "default_kind": "ship"}, "unknown kind 'ship'"),
        ({"name": "who", "workers": 0}, "there cannot be 0 workers"),
    ],
)
def test_mistakes(frame: Any, arguments: dict[str, Any], said: str) -> None:
    with pytest.raises(ss.UsageError, match=said):
        ss.screen_frame(frame, **arguments, screener=SCREENER)


def test_what_is_no_frame_is_said() -> None:
    with pytest.raises(ss.UsageError, match="no frame that can be screened: dict"):
        ss.screen_frame(PARTIES, "who", screener=SCREENER)
    pl = pytest.importorskip("polars", reason="polars is not installed")
    with pytest.raises(ss.UsageError, match="no frame that can be screened: LazyFrame"):
        ss.screen_frame(pl.LazyFrame(PARTIES), "who", screener=SCREENER)


def test_without_narwhals_the_error_says_how_to_install_it() -> None:
    script = (
        "import sys; sys.modules['narwhals'] = None\nimport sanctionscreen as ss\n"
        "try: ss.screen_frame({}, 'who')\nexcept ss.UsageError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "pip install 'sanctionscreen[frames]'" in done.stdout
