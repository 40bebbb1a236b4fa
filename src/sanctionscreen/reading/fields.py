"""Records whose every field is either read or reported: the same face for XML, CSV and JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xml.etree import ElementTree

    from lxml import etree


def local_name(tag: object) -> str:
    """An XML tag without its namespace."""
    return _local(str(tag))


@lru_cache(maxsize=4096)
def _local(tag: str) -> str:
    return tag.rsplit("}", 1)[-1]


class Element:
    """An XML element that remembers which of its texts and attributes were asked for.

    Tags are given without namespace, so that one reader serves a list whose namespace changed. Children and
    attributes are taken up when first asked for: a large file has very many elements, most of them
    a text and nothing else.
    """

    __slots__ = ("_asked", "_attributes", "_children", "_ignored", "_text_asked", "element")

    def __init__(self, element: etree._Element | ElementTree.Element) -> None:
        self.element = element
        self._children: dict[str, list[Element]] | None = None
        self._attributes: dict[str, str] | None = None
        self._asked: set[str] = set()
        self._text_asked = self._ignored = False

    @property
    def tag(self) -> str:
        """The element's name, without namespace."""
        return local_name(self.element.tag)

    @property
    def line(self) -> int:
        """The line of the file that it begins in."""
        return getattr(self.element, "sourceline", None) or 0

    def _by_name(self) -> dict[str, list[Element]]:
        """The children, in order under each name."""
        if self._children is None:
            self._children = {}
            for child in self.element[:]:
                if isinstance(tag := child.tag, str):
                    self._children.setdefault(_local(tag), []).append(Element(child))
        return self._children

    def children(self) -> Iterator[Element]:
        """Every child in order, whatever its name; those that are not read are still reported."""
        waiting = {name: iter(children) for name, children in self._by_name().items()}
        for child in self.element:
            if isinstance(child.tag, str):
                yield next(waiting[local_name(child.tag)])

    def own_text(self) -> str:
        """The element's own text, white space folded."""
        self._text_asked = True
        return " ".join((self.element.text or "").split())

    def _attribute_values(self) -> dict[str, str]:
        """The attributes as printed, by name."""
        if self._attributes is None:
            self._attributes = {_local(str(key)): str(value) for key, value in self.element.items()}
        return self._attributes

    def attr(self, name: str) -> str:
        """An attribute, white space folded, or an empty string."""
        self._asked.add(name)
        value = (self._attributes or self._attribute_values()).get(name)
        return " ".join(value.split()) if value else ""

    def ignore(self, *names: str) -> None:
        """Say that these children (or ``@attributes``) are known, and carry nothing to keep."""
        for name in names:
            if name.startswith("@"):
                self._asked.add(name[1:])
            else:
                for child in self._by_name().get(name, ()):
                    child.ignore_all()

    def ignore_all(self) -> None:
        """Say that everything in this element is known, and carries nothing to keep."""
        self._ignored = True

    def all(self, *path: str) -> list[Element]:
        """All elements at a path below this one: ``record.all("akaList", "aka")``."""
        found = [self]
        for name in path:
            parents, found = found, []
            for parent in parents:
                found += (parent._children or parent._by_name()).get(name, ())
        return found

    def first(self, *path: str) -> Element | None:
        """The first element at a path, or None."""
        return next(iter(self.all(*path)), None)

    def text(self, *path: str) -> str:
        """The text of the first element at a path, or an empty string."""
        found = self.all(*path)
        return found[0].own_text() if found else ""

    def texts(self, *path: str) -> list[str]:
        """The texts of all elements at a path, without the empty ones."""
        return [text for element in self.all(*path) if (text := element.own_text())]

    def unread(self, path: str = "") -> list[str]:
        """The paths of filled fields that nobody asked for, below the element's own path."""
        if self._ignored:
            return []
        path = path or self.tag
        found = []
        if not self._text_asked and (self.element.text or "").strip():
            found.append(path)
        for name, value in self._attribute_values().items() if self.element.keys() else ():
            if name not in self._asked and value.strip():
                found.append(f"{path}/@{name}")
        for name, children in self._by_name().items() if len(self.element) else ():
            below = f"{path}/{name}"
            for child in children:
                found += child.unread(below)
        return found


class Row:
    """A CSV row or JSON object that remembers which of its fields were asked for."""

    __slots__ = ("_asked", "_values", "line")

    def __init__(self, values: Mapping[str, Any], line: int) -> None:
        self._values = values
        self._asked: set[str] = set()
        self.line = line

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all fields, filled or not."""
        return tuple(self._values)

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
