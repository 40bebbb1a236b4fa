"""Records whose every field is either read or reported: the same face for XML, CSV and JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml import etree


def local_name(tag: object) -> str:
    """An XML tag without its namespace."""
    return _local(str(tag))


@lru_cache(maxsize=4096)
def _local(tag: str) -> str:
    return tag.rsplit("}", 1)[-1]


class Element:
    """An XML element that remembers which of its children and attributes were asked for.

    Tags are given without namespace, so that one reader serves a list whose namespace changed.
    """

    __slots__ = ("_asked", "_held", "_ignored", "element")

    def __init__(self, element: etree._Element) -> None:
        self.element = element
        self._asked: set[str] = set()
        self._held: dict[str, list[Element]] | None = None
        self._ignored = False

    @property
    def _children(self) -> dict[str, list[Element]]:
        """The children by name, taken up when first asked for: most of a large file never is."""
        if self._held is None:
            self._held = {}
            for child in self.element:
                if isinstance(child.tag, str):
                    self._held.setdefault(local_name(child.tag), []).append(Element(child))
        return self._held

    @property
    def _attributes(self) -> dict[str, str]:
        return {local_name(key): str(value).strip() for key, value in self.element.attrib.items()}

    def own_text(self) -> str:
        """The element's own text, white space folded."""
        self._asked.add("")
        return " ".join((self.element.text or "").split())

    def attr(self, name: str) -> str:
        """An attribute, or an empty string."""
        self._asked.add("@" + name)
        value = self.element.get(name)
        if value is None:
            value = self._attributes.get(name, "")
        return " ".join(str(value).split())

    def ignore(self, *names: str) -> None:
        """Say that these children (or ``@attributes``) are known, and carry nothing to keep."""
        self._asked.update(names)
        for name in names:
            for child in self._children.get(name, ()):
                child.ignore_all()

    def ignore_all(self) -> None:
        """Say that everything in this element is known, and carries nothing to keep."""
        self._ignored = True

    def all(self, *path: str) -> list[Element]:
        """All elements at a path below this one: ``record.all("akaList", "aka")``."""
        found = [self]
        for name in path:
            for parent in found:
                parent._asked.add(name)
            found = [child for parent in found for child in parent._children.get(name, ())]
        return found

    def first(self, *path: str) -> Element | None:
        """The first element at a path, or None."""
        return next(iter(self.all(*path)), None)

    def text(self, *path: str) -> str:
        """The text of the first element at a path, or an empty string."""
        found = self.first(*path)
        return found.own_text() if found else ""

    def texts(self, *path: str) -> list[str]:
        """The texts of all elements at a path, without the empty ones."""
        return [text for element in self.all(*path) if (text := element.own_text())]

    def unread(self, prefix: str = "") -> Iterator[str]:
        """The paths of filled fields that nobody asked for."""
        if self._ignored:
            return
        name = local_name(self.element.tag)
        here = f"{prefix}/{name}" if prefix else name
        if "" not in self._asked and (self.element.text or "").strip():
            yield here
        for key, value in self._attributes.items():
            if value and "@" + key not in self._asked:
                yield f"{here}/@{key}"
        for children in self._children.values():
            for child in children:
                yield from child.unread(here)


class Row:
    """A CSV row or JSON object that remembers which of its fields were asked for."""

    __slots__ = ("_asked", "_values", "line")

    def __init__(self, values: Mapping[str, Any], line: int) -> None:
        self._values = values
        self._asked: set[str] = set()
        self.line = line

    def value(self, name: str) -> Any:
        """A field as it is, or None."""
        self._asked.add(name)
        return self._values.get(name)

    def text(self, name: str) -> str:
        """A field as text with white space folded, or an empty string."""
        value = self.value(name)
        return " ".join(str(value).split()) if value is not None else ""

    def values(self, names: Sequence[str]) -> tuple[Any, ...]:
        """Several fields as they are, None for those that the row has not."""
        self._asked.update(names)
        return tuple(map(self._values.get, names))

    def parts(self, name: str, separator: str) -> list[str]:
        """A field split at a separator, without the empty parts."""
        return [part for raw in self.text(name).split(separator) if (part := raw.strip())]

    def ignore(self, *names: str) -> None:
        """Say that these fields are known, and carry nothing to keep."""
        self._asked.update(names)

    def unread(self) -> Iterator[str]:
        """The names of filled fields that nobody asked for."""
        for name, value in self._values.items():
            if name not in self._asked and value not in (None, "", [], {}):
                yield name


def count_unread(unread: Counter[str], record: Element | Row) -> None:
    """Add a record's unread fields to a report's count."""
    unread.update(record.unread())
