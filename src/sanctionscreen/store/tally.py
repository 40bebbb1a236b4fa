"""Counting while a list is read: is each record the list's own, and is the whole what it says it is?"""

from __future__ import annotations

from collections import Counter

from sanctionscreen.model import Entity
from sanctionscreen.reading import Files, Source


class Tally:
    """What has been read of a list: ``records`` and ``names``, how many records fill each expected field
    (``filled``), and how many are of each list that the publication joins (``components``).

    Args:
        source: the list, with what a whole file of it looks like.
        files: the files being read, for errors.
    """

    def __init__(self, source: Source, files: Files) -> None:
        self.source = source
        self._files = files
        self._ids: set[str] = set()
        self.filled: Counter[str] = Counter()
        self.components: Counter[str] = Counter()
        self.records = 0
        self.names = 0

    def add(self, entity: Entity) -> None:
        """Count one entity.

        Raises:
            ReadError: it is of another list, or its id has been used.
        """
        self.records += 1
        self.names += len(entity.names)
        if entity.list != self.source.key:
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
        if entity.listing and entity.listing.component:
            self.components[entity.listing.component] += 1
        self.filled.update(field for field in self.source.expect_filled if _is_filled(entity, field))

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


def _is_filled(entity: Entity, field: str) -> bool:
    holder = entity if field in Entity.model_fields else entity.listing
    return bool(getattr(holder, field, None))
