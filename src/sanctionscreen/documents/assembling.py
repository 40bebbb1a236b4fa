"""What was read, put into the form of the answer."""

from __future__ import annotations

from sanctionscreen.model import Notice

from .drafts import ASIDE, Draft, Drafts, Span
from .found import FoundParty, OtherName, Part, PartiesFound, PartKind, Step
from .looks import look
from .sufficiency import tells_enough


def assemble(done: Drafts) -> PartiesFound:
    """The answer from what was read of a text."""
    several = sum(len(draft.names) for draft in done.parties) > 1
    parties = tuple(_party(draft, done, several=several) for draft in done.parties)
    notes = [Notice(name=name, text=words) for name, words in done.notes]
    return PartiesFound(
        text=done.text,
        parties=parties,
        notes=(*notes, *(note for party in parties for note in party.notes)),
        address=_texts(done, done.address),
        identifiers=tuple(done.identifiers),
        steps=tuple(Step(did=did, text=words) for _, did, words in sorted(done.steps)),
        parts=_parts(done),
    )


def _party(draft: Draft, done: Drafts, *, several: bool) -> FoundParty:
    first, *others = draft.names
    return FoundParty(
        name=done.joined(first),
        role=draft.role,
        said=draft.said,
        kind=draft.kind,
        other_names=tuple(OtherName(text=done.joined(name), kind=name.kind) for name in others if name.kind),
        identifiers=tuple(draft.identifiers),
        address=_texts(done, draft.address),
        departments=_texts(done, draft.departments),
        notes=() if draft.role in ASIDE else _notes(draft, done, several=several),
    )


def _notes(draft: Draft, done: Drafts, *, several: bool) -> tuple[Notice, ...]:
    """``cut`` and ``insufficient``, where they hold for one of the party's names."""
    notes: list[Notice] = []
    for name in draft.names:
        text = done.joined(name)
        cut = done.ends_full_line(name.spans[-1][1]) and not look(text).ends
        if cut:
            notes.append(Notice(name="cut", text=f"{text!r} fills its line and may have been cut there"))
        if (cut or several) and not tells_enough(text, cut=cut):
            why = "a cut" if cut else "a split"
            words = f"{text!r}: {why} left only words that many firms share; ask for the whole name"
            notes.append(Notice(name="insufficient", text=words))
    return tuple(notes)


def _texts(done: Drafts, spans: list[Span]) -> tuple[str, ...]:
    return tuple(" ".join(done.text[start:end].split()) for start, end in spans)


def _parts(done: Drafts) -> tuple[Part, ...]:
    """The whole text in parts; what nothing claims is what stands between them."""
    claimed: list[tuple[int, int, PartKind]] = list(done.parts)
    claimed += [(start, end, "address") for start, end in done.address]
    for draft in done.parties:
        claimed += [(start, end, "address") for start, end in draft.address]
        for name in draft.names:
            kind: PartKind = "other_name" if name.kind else "name"
            claimed += [(start, end, kind) for start, end in name.spans]
    parts: list[Part] = []
    place = 0
    for start, end, kind in sorted(claimed):
        if place < start:
            parts.append(Part(text=done.text[place:start], kind="mark"))
        parts.append(Part(text=done.text[start:end], kind=kind))
        place = end
    if place < len(done.text):
        parts.append(Part(text=done.text[place:], kind="mark"))
    return tuple(parts)
