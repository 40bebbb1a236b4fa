"""A run over shipments as one HTML page that stands by itself: no script, no network, fit for paper.

What is held comes first, then what is to be reviewed, both with everything that was found; what is released
is a list. Each shipment is written as it is answered, so memory does not grow with their number; a page that
would become too long to open has the details of the first and lines for the rest, and says so.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable
from functools import cache
from tempfile import TemporaryFile
from typing import IO, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sanctionscreen.model import Advice, Hit, OwnershipFinding, ShipmentScreening
from sanctionscreen.ownership import render_svg, render_text
from sanctionscreen.ownership.words import headline

from . import shipment_words, waterfall, words
from .shipment_run import ShipmentRun

MOST_DETAILED = 1_000
"""Shipments of an advice that are shown with everything. With both bounds the page of 200,000 shipments has
11 MB, and Chromium shows it within six seconds."""
MOST_LISTED = 5_000
"""Shipments of an advice that are shown as lines."""
OPEN_AT_FIRST = 20
"""Held shipments that stand open."""


def write(answers: Iterable[ShipmentScreening], run: ShipmentRun, handle: IO[bytes]) -> None:
    """Write a page.

    Args:
        answers: the answers, in the order of the file.
        run: what is said of all of them.
        handle: where the page goes; it stays open.
    """
    sections = {advice: _Section(advice, run) for advice in shipment_words.ADVICES}
    try:
        for answer in answers:
            sections[answer.advice].add(answer)
        counts = {advice: section.count for advice, section in sections.items()}
        handle.write(_part("head", run=run, counts=counts, total=sum(counts.values())))
        for section in sections.values():
            section.copy_to(handle)
        handle.write(_part("foot", run=run))
    finally:
        for section in sections.values():
            section.close()


class _Section:
    """The shipments of one advice, kept on the disk until the page is put together."""

    def __init__(self, advice: Advice, run: ShipmentRun) -> None:
        self.count = 0
        self._advice, self._run = advice, run
        self._said = frozenset(notice.text for notice in run.warnings)
        self._why: Counter[str] = Counter()
        self._most_detailed = 0 if advice == "release" else MOST_DETAILED
        self._details, self._lines = TemporaryFile(), TemporaryFile()  # noqa: SIM115  (see close)

    def add(self, answer: ShipmentScreening) -> None:
        """One more shipment."""
        self.count += 1
        self._why.update({reason.name for reason in answer.reasons if reason.advice == self._advice})
        if self.count <= self._most_detailed:
            is_open = self._advice == "hold" and self.count <= OPEN_AT_FIRST
            self._details.write(
                _part("shipment", answer=answer, run=self._run, said=self._said, is_open=is_open)
            )
        elif self.count - self._most_detailed <= MOST_LISTED:
            self._lines.write(_part("line", answer=answer))

    def copy_to(self, handle: IO[bytes]) -> None:
        """Write the section, what is detailed before what is listed."""
        rest = max(0, self.count - self._most_detailed)
        listed = min(rest, MOST_LISTED)
        said = {"advice": self._advice, "count": self.count, "listed": listed, "left_out": rest - listed}
        handle.write(_part("section_head", **said, why=self._why.most_common()))
        _copy(self._details, handle)
        handle.write(_part("lines_head", **said))
        _copy(self._lines, handle)
        handle.write(_part("section_foot", **said))

    def close(self) -> None:
        """Forget what was kept."""
        self._details.close()
        self._lines.close()


def _copy(spool: IO[bytes], handle: IO[bytes]) -> None:
    spool.seek(0)
    shutil.copyfileobj(spool, handle)


def _part(name: str, **facts: Any) -> bytes:
    """A part of the page: the macro of that name."""
    return str(getattr(_macros(), name)(**facts)).encode("utf-8", "replace")


@cache
def _macros() -> Any:
    environment = Environment(
        loader=PackageLoader("sanctionscreen.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "words": words,
        "shipments": shipment_words,
        "headline": headline,
        "ownership_picture": _ownership_picture,
        "ownership_text": render_text,
        "waterfall": _waterfall,
        "style": _style,
        "is_link": is_link,
    }
    return environment.get_template("shipments.html").module


def is_link(text: str) -> bool:
    """Whether a text that a list prints as an address may be one to click: lists print others, and a hostile
    one could print a script.

    >>> is_link("https://www.bis.doc.gov/x"), is_link("javascript:alert(1)"), is_link("see https://x")
    (True, False, False)
    """
    return text.lower().startswith(("https://", "http://")) and not any(sign in text for sign in " \t\n\"'<>")


def _waterfall(hit: Hit, threshold: float) -> Markup:
    return Markup(waterfall.render_waterfall(hit, threshold, styled=False))


def _ownership_picture(finding: OwnershipFinding) -> Markup:
    return Markup(render_svg(finding))


def _style() -> Markup:
    """The style sheet: that of the page, and that of the pictures of scores."""
    source, _, _ = PackageLoader("sanctionscreen.reports").get_source(Environment(), "shipments.css")
    return Markup(source + waterfall.STYLE)
