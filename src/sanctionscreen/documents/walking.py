"""A text read from its start to its end: which piece belongs to which party."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from sanctionscreen.model import Identifier, Kind

from .atoms import Atom, Break, find_atoms
from .continuing import Ahead, Reads, read_after_address, read_next
from .found import Did, OtherKind, PartKind
from .joining import full_lines, glue_of
from .lifting import Lifted, find_numbers
from .looks import look
from .markers import Mark, field_named, find_marks, says_nothing

Span = tuple[int, int]

ASIDE = frozenset(("attention", "vessel"))
"""Roles of whom one piece of text names; what follows belongs to the party before them."""


@dataclass(slots=True)
class DraftName:
    """A name being read: its places in the text. ``kind`` is set where it is another name of its party."""

    spans: list[Span]
    kind: OtherKind | None = None


@dataclass(slots=True)
class Draft:
    """A party being read."""

    role: str | None
    said: str
    kind: Kind
    names: list[DraftName]
    address: list[Span] = field(default_factory=list)
    departments: list[Span] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    split: bool = False


@dataclass(slots=True)
class Walk:
    """What was read, with the place of each part, note and step in the text."""

    text: str
    drafts: list[Draft] = field(default_factory=list)
    parts: list[tuple[int, int, PartKind]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    steps: list[tuple[int, Did, str]] = field(default_factory=list)
    address: list[Span] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    full: list[bool] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)

    def line_of(self, place: int) -> int:
        """The number of the line, from 0, in which a place of the text is."""
        return bisect_right(self.breaks, place - 1)

    def step(self, place: int, did: Did, text: str) -> None:
        """Write down what was done."""
        self.steps.append((place, did, text))

    def joined(self, name: DraftName) -> str:
        """A name with its lines put together."""
        pieces = [self._one_line(start, end) for start, end in name.spans]
        return " ".join(pieces)

    def _one_line(self, start: int, end: int) -> str:
        lines = self.text[start:end].split("\n")
        first = self.line_of(start)
        whole = lines[0].strip()
        for number, line in enumerate(lines[1:], first):
            if piece := line.strip():
                whole += glue_of(whole, piece, full=self.full[number]) + piece
        return " ".join(whole.split())


def walk(text: str, role: str | None) -> Walk:
    """Read a text; ``role`` is that of its field."""
    lines = text.split("\n")
    breaks = [place for place, letter in enumerate(text) if letter == "\n"]
    done = Walk(text, full=full_lines(lines), breaks=breaks)
    if not text.strip():
        return done
    if says_nothing(text):
        done.notes.append(("empty", f"the field holds {text.strip()!r} and names nobody"))
        done.parts.append((0, len(text), "remark"))
        return done
    _Walker(done, role).run()
    return done


class _Walker:
    """The state of a walk: the party that a next piece of text would belong to."""

    def __init__(self, done: Walk, role: str | None) -> None:
        self.done = done
        self.text = done.text
        self.role = role
        self.draft: Draft | None = None
        self.aside: Draft | None = None
        self.pending: Mark | None = None
        self.in_address = False
        self.held: list[Identifier] = []

    def run(self) -> None:
        """Read everything."""
        for event in self._events():
            if isinstance(event, Mark):
                self._mark(event)
            elif isinstance(event, Lifted):
                self._number(event)
            else:
                self._atoms(event)
        self._close_pending()
        if self.done.address and not self.done.drafts:
            self.done.notes.append(("no_name", "the field holds an address and no name"))
        owner = self.draft or self.aside
        (owner.identifiers if owner else self.done.identifiers).extend(self.held)

    def _events(self) -> list[Mark | Lifted | list[Atom]]:
        """Numbers, markers and the atoms between them, in the order of the text."""
        numbers = find_numbers(self.text)
        marks = find_marks(self.text, [(number.start, number.end) for number in numbers])
        fixed = sorted([*numbers, *self._certain(marks, numbers)], key=lambda event: event.start)
        events: list[Mark | Lifted | list[Atom]] = []
        place, before = 0, "start"
        for event in fixed:
            events += [find_atoms(self.text, place, event.start, before), event]  # type: ignore[arg-type]
            place, before = event.end, "start" if isinstance(event, Mark) else "comma"
        return [*events, find_atoms(self.text, place, len(self.text), before)]  # type: ignore[arg-type]

    def _certain(self, marks: list[Mark], numbers: list[Lifted]) -> list[Mark]:
        """The markers whose surroundings bear them out."""
        ends = sorted([*(mark.end for mark in marks), *(number.end for number in numbers)])
        starts = sorted([*(mark.start for mark in marks), *(number.start for number in numbers), len(self.text)])
        certain: list[Mark] = []
        for mark in marks:
            line = self.text.rfind("\n", 0, mark.start) + 1
            before = self.text[max([line, *(end for end in ends if end <= mark.start)]) : mark.start].strip()
            following = min(start for start in starts if start >= mark.end)
            after = self.text[mark.end : following].strip().split("\n")[0]
            if mark.condition == "behind a whole name" and before and not look(before).whole:
                continue
            if mark.value == "vessel" and not self._names_ship(mark, before, after):
                continue
            certain.append(mark)
        return certain

    def _names_ship(self, mark: Mark, before: str, after: str) -> bool:
        """Whether letters such as ``M.V.`` say that a ship follows, and are neither initials nor the name of a firm."""
        certain = "/" in self.text[mark.start : mark.end] or not before or before.endswith(tuple(",;:/(-"))
        return certain and not (after and look(after.split(",")[0]).form)

    def _mark(self, mark: Mark) -> None:
        words = self.text[mark.start : mark.end].strip()
        self.done.parts.append((mark.start, mark.end, "remark" if mark.means == "remark" else "marker"))
        if mark.means == "remark":
            self.done.step(mark.start, "stripped", f"{words!r} names nobody")
            return
        if mark.means == "behind":
            if self.draft:
                self.draft.role, self.draft.said = mark.value, words
            self.pending = None
            self.done.step(mark.start, "stripped", f"{words!r} makes the party before it {mark.value}")
            return
        waiting = self.pending
        if mark.means != "reference":
            self._close_pending()
        self.aside = None
        if mark.means == "reference":
            self.pending = None
            of = waiting.value if waiting else self.role or "the field"
            self.done.notes.append((f"same_as:{mark.value}", f"{words!r}: {of} is the party of: {mark.value}"))
            self.done.step(mark.start, "read", f"{words!r} names the party of another field: {mark.value}")
            return
        self.pending = mark
        self.done.step(mark.start, "stripped", f"{words!r}: what follows is read as {mark.value}")

    def _close_pending(self) -> None:
        """A marker with nothing behind it."""
        mark, self.pending = self.pending, None
        if not mark:
            return
        words = self.text[mark.start : mark.end].strip()
        if mark.value == "order_of":
            self.done.notes.append(("to_order", f"{words!r}: the goods are for whoever holds the document"))
        elif mark.value != "attention":
            self.done.notes.append((f"no_name:{mark.value}", f"{words!r} stands without a name behind it"))

    def _number(self, lifted: Lifted) -> None:
        words = self.text[lifted.start : lifted.end].strip()
        self.done.parts.append((lifted.start, lifted.end, lifted.kind))
        self.done.step(lifted.start, "lifted", f"{words!r} lifted out as {lifted.kind}")
        if not lifted.identifier:
            return
        owner = self.draft
        if self.aside and self.aside.role == "vessel":
            owner = self.aside
        if self.pending and self.pending.value != "attention":
            owner = None
        if owner:
            owner.identifiers.append(lifted.identifier)
        else:
            self.held.append(lifted.identifier)

    def _atoms(self, atoms: list[Atom]) -> None:
        for place, atom in enumerate(atoms):
            self._atom(atom, atoms[place + 1 :])

    def _atom(self, atom: Atom, following: list[Atom]) -> None:
        words = self.text[atom.start : atom.end]
        if self.pending:
            self._behind_marker(atom, words)
        elif self.aside and self.aside.role == "attention" and atom.before in ("and", "strong", "stroke"):
            self._begin(atom, "attention", self.aside.said)
        elif not self.draft and not (self.done.address and self._is_address(atom, words)):
            self._first(atom, words)
        elif not self.draft:
            self._address(atom, self.done.address)
        elif self.in_address:
            self._place(atom, words, read_after_address(words, atom.before))
        else:
            self._place(atom, words, self._next(atom, words, following))

    def _behind_marker(self, atom: Atom, words: str) -> None:
        mark, self.pending = self.pending, None
        assert mark
        said = self.text[mark.start : mark.end].strip()
        if mark.means == "role" and (other := field_named(words)):
            self.done.parts.append((atom.start, atom.end, "marker"))
            self.done.notes.append((f"{mark.value}:{other}", f"'{said} {words}': {mark.value} is the party of: {other}"))
        elif mark.value == "attention" and look(words).department:
            self._department(atom, words)
        elif mark.means == "name" and self.draft:
            self.draft.names.append(DraftName([(atom.start, atom.end)], mark.value))  # type: ignore[arg-type]
            self.in_address = False
        else:
            self._begin(atom, self.role if mark.means == "name" else mark.value, said)

    def _first(self, atom: Atom, words: str) -> None:
        """The first piece of a text: a name, unless it can only be an address."""
        seen = look(words)
        lines_follow = "\n" in self.text[atom.end :].rstrip()
        if seen.opens_address or (lines_follow and seen.address and not (seen.form or seen.common)):
            self._address(atom, self.done.address)
        else:
            self._begin(atom, self.role, "")

    def _is_address(self, atom: Atom, words: str) -> bool:
        """Whether a piece goes on with an address that has no name before it."""
        return read_after_address(words, atom.before) == "address"

    def _address(self, atom: Atom, spans: list[Span]) -> None:
        words = self.text[atom.start : atom.end]
        self.done.step(atom.start, "read", f"{words!r} is read as an address")
        if spans and self._free(spans[-1][1], atom.start) and "\n" not in self.text[spans[-1][1] : atom.start]:
            spans[-1] = (spans[-1][0], atom.end)
        else:
            spans.append((atom.start, atom.end))

    def _free(self, start: int, end: int) -> bool:
        """Whether nothing but marks stands between two places."""
        return not any(start <= first < end for first, _, _ in self.done.parts)

    def _begin(self, atom: Atom, role: str | None, said: str, *, split: bool = False) -> None:
        kind: Kind = "vessel" if role == "vessel" and said else "unknown"
        draft = Draft(role, said, kind, [DraftName([(atom.start, atom.end)])], split=split)
        self.done.drafts.append(draft)
        if role in ASIDE and said:
            self.aside = draft
            if role == "attention":
                return
        if role not in ASIDE or not said or not self.draft:
            self.draft = draft if role != "attention" else self.draft
            self.in_address = False
        draft.identifiers += self.held
        self.held = []

    def _next(self, atom: Atom, words: str, following: list[Atom]) -> Reads:
        draft = self.draft
        assert draft
        if draft.kind == "vessel":
            return "party" if look(words).whole and look(words).brand else "address"
        name = draft.names[-1]
        ends_at = name.spans[-1][1]
        line = self.done.line_of(ends_at)
        cut = atom.before == "line" and self.done.full[line] and not self.text[ends_at:atom.start].strip()
        return read_next(self.done.joined(name), words, atom.before, cut=cut, ahead=self._ahead(following))

    def _ahead(self, following: list[Atom]) -> Ahead:
        for atom in following:
            seen = look(self.text[atom.start : atom.end])
            if atom.before == "strong":
                break
            if seen.address or seen.place or seen.numbered:
                return "address"
            if seen.form or seen.rest:
                return "form"
        return "nothing"

    def _place(self, atom: Atom, words: str, reads: Reads) -> None:
        draft = self.draft
        assert draft
        if reads == "name":
            self._extend(draft.names[-1], atom)
        elif reads == "other_script":
            draft.names.append(DraftName([(atom.start, atom.end)], "other_script"))
            self.done.step(atom.start, "split", f"{words!r} is read as the same name in another script")
        elif reads == "party":
            self.done.step(atom.start, "split", f"{words!r} is read as another party")
            draft.split = True
            self._begin(atom, draft.role, draft.said, split=True)
        elif reads == "department":
            self._department(atom, words)
        else:
            self.in_address = True
            self._address(atom, draft.address)

    def _department(self, atom: Atom, words: str) -> None:
        self.done.parts.append((atom.start, atom.end, "department"))
        self.done.step(atom.start, "stripped", f"{words!r} is read as a part of the firm")
        if self.draft:
            self.draft.departments.append((atom.start, atom.end))

    def _extend(self, name: DraftName, atom: Atom) -> None:
        start, end = name.spans[-1]
        between = self.text[end : atom.start]
        if self._free(end, atom.start):
            name.spans[-1] = (start, atom.end)
        else:
            name.spans.append((atom.start, atom.end))
        if "\n" in between:
            first, second = self.text[start:end].split("\n")[-1], self.text[atom.start : atom.end]
            full = self.done.full[self.done.line_of(end)]
            how = "within a word" if not glue_of(first, second, full=full) else "with a space"
            why = "is full" if full else "does not end the name"
            line = self.done.line_of(end) + 1
            self.done.step(end, "joined", f"line {line} {why}: {first!r} goes on with {second!r}, {how}")
