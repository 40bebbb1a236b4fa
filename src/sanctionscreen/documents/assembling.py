"""What was read, put into the form of the answer."""

from __future__ import annotations

from sanctionscreen.model import Notice

from .found import FoundParty, OtherName, PartiesFound, Part, PartKind, Step
from .looks import look
from .sufficiency import tells_enough
from .walking import ASIDE, Draft, Span, Walk


def assemble(text: str, done: Walk) -> PartiesFound:
    """The answer from a walk through a text."""
    several = sum(len(draft.names) for draft in done.drafts) > 1
    parties = [_party(draft, done, several=several) for draft in done.drafts]
    notes = [Notice(name=name, text=words) for name, words in done.notes]
    notes += [note for party in parties for note in party.notes]
    return PartiesFound(
        text=text,
        parties=tuple(parties),
        notes=tuple(notes),
        address=_texts(text, done.address),
        identifiers=tuple(done.identifiers),
        steps=tuple(Step(did=did, text=words) for _, did, words in sorted(done.steps)),
        parts=_parts(text, done),
    )


def _party(draft: Draft, done: Walk, *, several: bool) -> FoundParty:
    first, *others = draft.names
    return FoundParty(
        name=done.joined(first),
        role=draft.role,
        said=draft.said,
        kind=draft.kind,
        other_names=tuple(OtherName(text=done.joined(name), kind=name.kind) for name in others if name.kind),
        identifiers=tuple(draft.identifiers),
        address=_texts(done.text, draft.address),
        departments=_texts(done.text, draft.departments),
        notes=_notes(draft, done, several=several),
    )


def _notes(draft: Draft, done: Walk, *, several: bool) -> tuple[Notice, ...]:
    """``cut`` and ``insufficient``, where they hold for one of the party's names."""
    if draft.role in ASIDE:
        return ()
    notes: list[Notice] = []
    for name in draft.names:
        text, end = done.joined(name), name.spans[-1][1]
        line = done.line_of(end)
        at_end = end == (done.breaks[line] if line < len(done.breaks) else len(done.text))
        cut = at_end and done.full[line] and not look(text).ends
        if cut:
            notes.append(Notice(name="cut", text=f"{text!r} fills its line and may have been cut there"))
        if (cut or several) and not tells_enough(text, cut=cut):
            why = "a cut" if cut else "the split"
            words = f"{text!r}: {why} left only words that many firms share; ask for the whole name"
            notes.append(Notice(name="insufficient", text=words))
    return tuple(notes)


def _texts(text: str, spans: list[Span]) -> tuple[str, ...]:
    return tuple(" ".join(text[start:end].split()) for start, end in spans)


def _parts(text: str, done: Walk) -> tuple[Part, ...]:
    """The whole text in parts; what no part claims is what stands between them."""
    claimed: list[tuple[int, int, PartKind]] = list(done.parts)
    claimed += [(start, end, "address") for start, end in done.address]
    for draft in done.drafts:
        claimed += [(start, end, "address") for start, end in draft.address]
        for name in draft.names:
            kind: PartKind = "other_name" if name.kind else "name"
            claimed += [(start, end, kind) for start, end in name.spans]
    parts: list[Part] = []
    place = 0
    for start, end, kind in sorted(claimed):
        if place < start:
            parts.append(Part(text=text[place:start], kind="mark"))
        parts.append(Part(text=text[start:end], kind=kind))
        place = end
    if place < len(text):
        parts.append(Part(text=text[place:], kind="mark"))
    return tuple(parts)
