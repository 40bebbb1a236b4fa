"""A text read from its start to its end: which piece belongs to which party."""

from __future__ import annotations

from sanctionscreen.model import Identifier, Kind

from .atoms import Atom
from .continuing import Ahead, Joint, Reads, read_after_address, read_next
from .drafts import ASIDE, Draft, DraftName, Drafts
from .events import find_events
from .lifting import Lifted
from .looks import look
from .markers import Mark, field_named, says_nothing

LOOK_AHEAD = 8
"""Pieces behind a piece that are looked at for a legal form or an address."""
LONGEST_NAME = 200
"""Characters at the end of a name that are looked at to tell what follows; listed names seldom have more."""


def walk(text: str, role: str | None) -> Drafts:
    """Read a text; ``role`` is that of its field."""
    done = Drafts(text)
    if not text.strip():
        return done
    if says_nothing(text):
        done.notes.append(("empty", f"the field holds {text.strip()!r} and names nobody"))
        done.parts.append((0, len(text), "remark"))
        return done
    _Walker(done, role).run()
    return done


class _Walker:
    """The state of a walk: the party that the next piece of text would belong to.

    ``draft`` is the party whose name and address are being read, ``aside`` a person or ship named beside
    it, ``pending`` a marker whose party is still to come, ``held`` the numbers that stood before any party.
    """

    def __init__(self, done: Drafts, role: str | None) -> None:
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
        for event in find_events(self.text):
            if isinstance(event, Mark):
                self._mark(event)
            elif isinstance(event, Lifted):
                self._number(event)
            else:
                for place, atom in enumerate(event):
                    self._atom(atom, event[place + 1 :])
        self._close_pending()
        if self.done.address and not self.done.parties:
            self.done.notes.append(("no_name", "the field holds an address and no name"))
        owner = self.draft or self.aside
        (owner.identifiers if owner else self.done.identifiers).extend(self.held)

    # Markers

    def _mark(self, mark: Mark) -> None:
        words = self.text[mark.start : mark.end].strip()
        self.done.parts.append((mark.start, mark.end, "remark" if mark.means == "remark" else "marker"))
        if mark.means == "remark":
            self.done.step(mark.start, "stripped", f"{words!r} names nobody")
        elif mark.means == "behind":
            self._mark_behind(mark, words)
        elif mark.means == "reference":
            self._refer(mark, words)
        else:
            self._close_pending()
            self.aside, self.pending = None, mark
            self.done.step(mark.start, "stripped", f"{words!r}: what follows is read as {mark.value}")

    def _mark_behind(self, mark: Mark, words: str) -> None:
        self.pending = None
        if self.draft:
            self.draft.role, self.draft.said = mark.value, words
        self.done.step(mark.start, "stripped", f"{words!r} makes the party before it {mark.value}")

    def _refer(self, mark: Mark, words: str) -> None:
        of = self.pending.value if self.pending else self.role or "this field"
        self.aside = self.pending = None
        self.done.notes.append((f"same_as:{mark.value}", f"{words!r}: {of} has the party of {mark.value}"))
        self.done.step(mark.start, "read", f"{words!r} names the party of another field: {mark.value}")

    def _close_pending(self) -> None:
        """Tell of a marker with nothing behind it."""
        mark, self.pending = self.pending, None
        if not mark or mark.value == "attention":
            return
        words = self.text[mark.start : mark.end].strip()
        if mark.value == "order_of":
            self.done.notes.append(("to_order", f"{words!r}: the goods are for whoever holds the document"))
        else:
            self.done.notes.append((f"no_name:{mark.value}", f"{words!r} has no name behind it"))

    # Numbers

    def _number(self, lifted: Lifted) -> None:
        words = self.text[lifted.start : lifted.end].strip()
        self.done.parts.append((lifted.start, lifted.end, lifted.kind))
        self.done.step(lifted.start, "lifted", f"{words!r} lifted out as {lifted.kind}")
        if lifted.identifier:
            self._owner_of_number().append(lifted.identifier)

    def _owner_of_number(self) -> list[Identifier]:
        """The identifiers of the ship or party just named; a number behind a marker waits for the name."""
        if self.pending and self.pending.value != "attention":
            return self.held
        ship = self.aside if self.aside and self.aside.role == "vessel" else None
        owner = ship or self.draft
        return owner.identifiers if owner else self.held

    # Pieces

    def _atom(self, atom: Atom, following: list[Atom]) -> None:
        words = self.text[atom.start : atom.end]
        if self.pending:
            self._behind_marker(atom, words, self.pending)
        elif self.aside and self.aside.role == "attention" and atom.before in ("and", "strong", "stroke"):
            self._begin(atom, "attention", self.aside.said)
        elif not self.draft:
            self._first(atom, words)
        elif self.in_address:
            self._place(atom, words, read_after_address(words, atom.before), self.draft)
        else:
            self._place(atom, words, self._reads(atom, words, following, self.draft), self.draft)

    def _behind_marker(self, atom: Atom, words: str, mark: Mark) -> None:
        self.pending = None
        said = self.text[mark.start : mark.end].strip()
        other_field = field_named(words) if mark.means == "role" else None
        if other_field:
            self.done.parts.append((atom.start, atom.end, "marker"))
            text = f"'{said} {words}': {mark.value} is the party of {other_field}"
            self.done.notes.append((f"{mark.value}:{other_field}", text))
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
        begun = bool(self.done.address) and read_after_address(words, atom.before) == "address"
        lines_follow = "\n" in self.text[atom.end :].rstrip()
        if begun or seen.opens_address or (lines_follow and seen.address and not (seen.form or seen.common)):
            self.done.add_address(atom.start, atom.end, self.done.address)
        else:
            self._begin(atom, self.role, "")

    def _begin(self, atom: Atom, role: str | None, said: str) -> None:
        """Begin a party; a person or ship beside another party leaves that one open."""
        kind: Kind = "vessel" if role == "vessel" and said else "unknown"
        draft = Draft(role, said, kind, [DraftName([(atom.start, atom.end)])])
        self.done.parties.append(draft)
        aside = role in ASIDE and bool(said)
        self.aside = draft if aside else None
        if role == "attention" and aside:
            return
        draft.identifiers += self.held
        self.held = []
        if not (aside and self.draft):
            self.draft, self.in_address = draft, False

    def _reads(self, atom: Atom, words: str, following: list[Atom], draft: Draft) -> Reads:
        """What a piece is, read behind the name of a party."""
        if draft.kind == "vessel":
            return "party" if look(words).whole and look(words).brand else "address"
        name = draft.names[-1]
        cut = atom.before == "line" and self.done.ends_full_line(name.spans[-1][1])
        so_far = look(self.done.joined(name)[-LONGEST_NAME:])
        return read_next(Joint(so_far, look(words), atom.before, cut, self._ahead(following)))

    def _ahead(self, following: list[Atom]) -> Ahead:
        for atom in following[:LOOK_AHEAD]:
            seen = look(self.text[atom.start : atom.end])
            if atom.before == "strong":
                break
            if seen.connected or atom.before == "and":
                return "list"
            if seen.address or seen.place or seen.numbered:
                return "address"
            if seen.form or seen.rest:
                return "form"
        return "nothing"

    def _place(self, atom: Atom, words: str, reads: Reads, draft: Draft) -> None:
        """Put a piece where it belongs."""
        if reads == "name":
            self.done.extend(draft.names[-1], atom.start, atom.end)
        elif reads == "other_script":
            draft.names.append(DraftName([(atom.start, atom.end)], "other_script"))
            self.done.step(atom.start, "split", f"{words!r} is read as the same name in another script")
        elif reads == "party":
            self.done.step(atom.start, "split", f"{words!r} is read as another party")
            self._begin(atom, draft.role, draft.said)
        elif reads == "department":
            self._department(atom, words)
        else:
            self.in_address = True
            self.done.add_address(atom.start, atom.end, draft.address)

    def _department(self, atom: Atom, words: str) -> None:
        self.done.parts.append((atom.start, atom.end, "department"))
        self.done.step(atom.start, "stripped", f"{words!r} is read as a part of the firm")
        if self.draft:
            self.draft.departments.append((atom.start, atom.end))
