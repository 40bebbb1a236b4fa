"""Counting while a list is read: is each record the list's own, and is the whole as large as it should be?"""

from __future__ import annotations

from collections import Counter

from sanctionscreen.model import Entity
from sanctionscreen.reading import Files, Source

LEAST_FOR_SHARES = 100
"""Shares of fewer records than this say nothing of how a file is filled."""


class Tally:
    """What has been read of a list.

    Args:
        source: the list, with what a whole file of it looks like.
        files: the files being read, for errors.
    """

    def __init__(self, source: Source, files: Files) -> None:
        self._source = source
        self._files = files
        self._ids: set[str] = set()
        self._filled: Counter[str] = Counter()
        self.records = 0
        self.names = 0

    def add(self, entity: Entity) -> None:
        """Count one entity.

        Raises:
            ReadError: it is of another list, or its id has been used.
        """
        self.records += 1
        self.names += len(entity.names)
        if entity.list != self._source.key:
            raise self._files.error(
                f"record #{self.records} was read as one of the list '{entity.list}'",
                record=entity.id,
                field="list",
                advice="This is a fault of the list's module: please report it",
            )
        if entity.id in self._ids:
            raise self._files.error(
                f"record #{self.records} has an id that an earlier record has too",
                record=entity.id,
                field="id",
                advice="The file was edited, or two files were joined; download it again",
            )
        self._ids.add(entity.id)
        self._filled.update(field for field in self._source.expect_filled if _is_filled(entity, field))

    def check_whole(self) -> None:
        """Look at the end whether everything is there.

        Raises:
            ReadError: nothing was read, or not as many records as the file itself announces.
        """
        announced = self._files.announced_records
        if announced is not None and announced != self.records:
            raise self._files.error(
                f"the file says that it has {announced:,} records, and {self.records:,} were read",
                advice="It was cut or edited; download it again",
            )
        if not self.records:
            raise self._files.error("the file has no records", advice="Download it again")

    def concerns(self, *, accept_partial: bool) -> tuple[str, ...]:
        """What makes the list doubtful, a sentence each; its size only where it is not an extract."""
        least, most = self._source.expect_entities
        found = []
        if not accept_partial and not least <= self.records <= most:
            noun = "record" if self.records == 1 else "records"
            found.append(f"holds {self.records:,} {noun}, where a complete list has {least:,} to {most:,}")
        for field, share in self._source.expect_filled.items():
            filled = self._filled[field] / self.records
            if self.records >= LEAST_FOR_SHARES and filled < share:
                found.append(
                    f"fills '{field}' in {filled:.1%} of its records, where a complete list does in at "
                    f"least {share:.0%}"
                )
        return tuple(found)


def _is_filled(entity: Entity, field: str) -> bool:
    holder = entity if field in Entity.model_fields else entity.listing
    return bool(getattr(holder, field, None))
