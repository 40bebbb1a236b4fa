"""What was worked out last is kept, and no more of it than was asked for."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from sanctionscreen.screening.kept import Kept


def test_the_last_values_are_kept() -> None:
    worked: list[int] = []
    kept: Kept[int, int] = Kept(2)

    def ask(key: int) -> int:
        return kept.get(key, lambda: worked.append(key) or 10 * key)

    assert [ask(key) for key in (1, 2, 1, 3, 1, 2)] == [10, 20, 10, 30, 10, 20]
    assert worked == [1, 2, 3, 2]  # 2 was the one asked for longest ago when 3 came


def test_nothing_is_an_answer_too() -> None:
    kept: Kept[str, tuple[str, ...]] = Kept(2)
    assert kept.get("a", tuple) == ()
    assert kept.get("a", lambda: ("worked out again",)) == ()


def test_threads_may_share_it() -> None:
    kept: Kept[int, int] = Kept(3)
    with ThreadPoolExecutor(8) as pool:
        found = pool.map(lambda n: kept.get(n % 7, lambda: n % 7), range(4000))
    assert list(found) == [n % 7 for n in range(4000)]
