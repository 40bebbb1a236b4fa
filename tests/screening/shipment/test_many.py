"""Many shipments: in order, equal parties once, whatever the number of processes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import sanctionscreen as ss
from sanctionscreen.model import Shipment

from .made import SCREENER, shipment

SHIPMENTS = [
    shipment(("consignee", "Sinno Electronics"), ("notify", "SAME AS CONSIGNEE"), reference="1"),
    Shipment(reference="2"),
    *(shipment(("buyer", f"Blue Harbour {number}"), ("seller", "Plain Bakery")) for number in range(60)),
    Shipment(reference="last"),
]


def test_the_answers_are_those_of_single_shipments_in_order() -> None:
    alone = [SCREENER.screen(one).model_dump_json() for one in SHIPMENTS]
    assert [answer.model_dump_json() for answer in SCREENER.screen_shipments(SHIPMENTS)] == alone
    assert [answer.model_dump_json() for answer in SCREENER.screen_shipments(SHIPMENTS, workers=2)] == alone


def test_shipments_are_taken_as_they_are_answered() -> None:
    taken = 0

    def source() -> Iterator[Shipment]:
        nonlocal taken
        for _ in range(1000):
            taken += 1
            yield shipment(("buyer", "Blue Harbour"))

    answers = SCREENER.screen_shipments(source())
    assert next(answers).advice == "release"
    assert taken <= 2


def test_a_wrong_shipment_comes_after_the_answers_before_it() -> None:
    asked = [*SHIPMENTS[:3], shipment(("buyyer", "X"))]
    for workers in (1, 2):
        answers = SCREENER.screen_shipments(asked, workers)
        assert [next(answers).shipment.reference for _ in range(3)] == ["1", "2", None]
        with pytest.raises(ss.UsageError, match="Did you mean 'buyer'"):
            next(answers)


def test_what_is_no_shipment_is_said() -> None:
    with pytest.raises(ss.UsageError, match="a shipment is a Shipment, not str"):
        next(SCREENER.screen_shipments(["Sinno"]))  # type: ignore[list-item]
    with pytest.raises(ss.UsageError, match="Set them on its parties"):
        SCREENER.screen(Shipment(), country="HK")  # type: ignore[call-overload]
    with pytest.raises(ss.UsageError, match="there cannot be 0 workers"):
        SCREENER.screen_shipments([], workers=0)
