"""Records know which of their fields nobody asked for."""

from __future__ import annotations

from lxml import etree

from sanctionscreen.reading import Element, Row


def element(text: str) -> Element:
    return Element(etree.fromstring(text))


def test_what_was_asked_for_is_read_and_the_rest_is_named() -> None:
    record = element('<e xmlns="x" a="1" b="2"><n>Sinno</n><n/><p><q>deep</q></p><z> </z></e>')
    assert record.attr("a") == "1"
    assert record.texts("n") == ["Sinno"]
    assert sorted(record.unread()) == ["e/@b", "e/p/q"]
    record.ignore("@b", "p")
    assert list(record.unread()) == []


def test_white_space_is_folded_and_what_is_missing_is_empty() -> None:
    record = element("<e><n> World \n Jetta </n></e>")
    assert record.text("n") == "World Jetta"
    assert record.text("absent", "path") == ""
    assert record.attr("absent") == ""
    assert record.first("absent") is None


def test_a_row_names_its_filled_fields_that_nobody_read() -> None:
    row = Row({"name": " Sinno  Ltd ", "new": "x", "empty": "", "list": []}, 7)
    assert row.text("name") == "Sinno Ltd"
    assert row.text("absent") == ""
    assert list(row.unread()) == ["new"]
    assert row.parts("new", "|") == ["x"]
    assert list(row.unread()) == []
