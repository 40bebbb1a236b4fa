"""A name taken apart, with what each word weighs."""

from __future__ import annotations

from sanctionscreen.model import Explanation, NameStep, NameWord
from sanctionscreen.model.vocabulary import kind_of
from sanctionscreen.names import analyse, ordinary, trace

from .weighted import Weights, weigh


def explain(name: str, kind: str = "unknown", *, rarity: Weights | None = None) -> Explanation:
    """What every step of normalization makes of a name, and what each word weighs in the end.

    Args:
        name: the name, as received or as printed.
        kind: ``person``, ``organization``, ``vessel``, ``aircraft`` or ``unknown``.
        rarity: how rare words are; among ordinary company names if none is given. A screener gives
            its lists' own (``Screener.explain``).

    Raises:
        UsageError: the kind is not one of these.
    """
    known = kind_of(kind)
    rare = rarity or ordinary()
    weighted = weigh(analyse(name, known), rare, person=known == "person")
    whole = sum(weighted.weights) or 1.0
    return Explanation(
        name=name,
        kind=known,
        steps=tuple(NameStep(step=step, result=result) for step, result in trace(name, known)),
        words=tuple(
            NameWord(
                text=token.text,
                key=token.key,
                role=token.role.label,
                rarity=round(rare.weight(token.key), 3),
                weight=round(weight, 3),
                share=round(weight / whole, 3),
            )
            for token, weight in zip(weighted.tokens, weighted.weights, strict=True)
        ),
    )
