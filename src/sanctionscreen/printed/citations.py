"""Citations of official journals that a list prints one behind the other."""

from __future__ import annotations

import re

_NOTICE = re.compile(r"(?:\s*[,;.]\s*|\s+and\s+|\s+)(?=\d+\.?\s*F\.?\s?R\b)", re.IGNORECASE)
_PLACE = re.compile(r"(\d+)\.?\s*F\.?\s?R\.?\s*(\d+)", re.IGNORECASE)


def split_notices(text: str) -> list[str]:
    """The Federal Register notices in a text, each as printed.

    >>> split_notices("67 F.R. 56530 9/4/02 67 F.R. 10890 3/11/02, 71 FR 38843")
    ['67 F.R. 56530 9/4/02', '67 F.R. 10890 3/11/02', '71 FR 38843']
    """
    return [notice for part in _NOTICE.split(text) if (notice := part.strip(" ,;"))]


def earliest_notice(text: str) -> str | None:
    """Volume and page of the earliest Federal Register notice in a text; None where there is none.

    Later notices renew or amend an order, so this one stays what it was in later editions.

    >>> earliest_notice("67 F.R. 56530 9/4/02, 66.F.R. 47630 9/13/01")
    '66 FR 47630'
    """
    places = [(int(volume), int(page)) for volume, page in _PLACE.findall(text)]
    return "{} FR {}".format(*min(places)) if places else None
