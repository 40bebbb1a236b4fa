"""Records through a screener: each to a whole answer, which also says what was not understood."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from sanctionscreen.model import Notice, Reason, Shipment, ShipmentScreening, Skipped
from sanctionscreen.model.shipment import GRAVITY
from sanctionscreen.screening import Screener
from sanctionscreen.screening.shipment.policy import Circumstances, Fact, Policy, own_policy

from .record import Record


def screen_records(
    records: Iterable[Record], screener: Screener, policy: Policy | None = None, workers: int | None = None
) -> Iterator[ShipmentScreening]:
    """The answer to each record, in order.

    What of a record was not understood is skipped in its answer, and the policy's row for what is incomplete
    decides what that makes of the shipment. A record that cannot be read has an answer too.

    Args:
        records: the records of a file.
        screener: what answers.
        policy: the policy that the screener was opened with, if it was with one.
        workers: how many processes do the work.

    Raises:
        SanctionscreenError: a worker ended before it answered.
    """
    decides = policy or own_policy()
    waiting: deque[Record] = deque()

    def shipments() -> Iterator[Shipment]:
        for record in records:
            waiting.append(record)
            yield record.shipment or Shipment()

    for answer in screener.screen_shipments(shipments(), workers):
        yield _with_problems(answer, waiting.popleft(), decides)


def _with_problems(answer: ShipmentScreening, record: Record, policy: Policy) -> ShipmentScreening:
    """An answer that says where the shipment stands and what of it was not understood."""
    grave = [problem for problem in record.problems if problem.grave]
    told = [
        Notice(name="unread", text=_said(one.field, one.text)) for one in record.problems if not one.grave
    ]
    changed: dict[str, object] = {"place": record.place, "warnings": (*answer.warnings, *told)}
    if grave:
        skipped = tuple(
            Skipped(what=f"{record.place}, field {one.field}" if one.field else record.place, reason=one.text)
            for one in grave
        )
        # An empty shipment stood for a record that cannot be read: what was said of it says nothing.
        before = answer.skipped if record.shipment else ()
        reasons = answer.reasons if record.shipment else ()
        own = tuple(_reason(_said(one.field, one.text), policy) for one in grave)
        ranked = sorted((*own, *reasons), key=lambda reason: -GRAVITY.index(reason.advice))
        changed |= {"skipped": (*skipped, *before), "reasons": tuple(ranked), "advice": ranked[0].advice}
    return answer.model_copy(update=changed)


def _reason(text: str, policy: Policy) -> Reason:
    row = policy.row(Fact(about="incomplete", text=text), Circumstances())
    return Reason(advice=row.advice, name=row.name, text=f"{row.text}: {text}")


def _said(field: str, text: str) -> str:
    return f"{field}: {text}" if field else text
