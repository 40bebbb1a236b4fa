"""Names that a free text joins are taken apart, and no name is cut at a comma of its own."""

from __future__ import annotations

import pytest

from sanctionscreen.printed.joined import is_legal_form, split_joined

ORGANIZATIONS = {
    "PTI, 保利科技有限公司": ["PTI", "保利科技有限公司", "PTI, 保利科技有限公司"],
    "Радиоавтоматика, ООО": ["Радиоавтоматика, ООО"],
    'НПО "Ижбс", ООО; NGO "Izhbs", LLC': ['НПО "Ижбс", ООО', 'NGO "Izhbs", LLC'],
    "АО, Воронежский опытный завод": ["АО, Воронежский опытный завод"],
    "Министерство образования, науки и молодежи": ["Министерство образования, науки и молодежи"],
    "Air Bagan Holdings Pte. Ltd.; Air Bagan": ["Air Bagan Holdings Pte. Ltd.", "Air Bagan"],
    "Myanma Investment and Commercial Bank": ["Myanma Investment and Commercial Bank"],
    "Zadna Company and Zadna International": [
        "Zadna Company", "Zadna International", "Zadna Company and Zadna International",
    ],
    "GORT/ORTAS": ["GORT", "ORTAS"],
    "Fund (Research, Tests and Drones)": ["Fund (Research, Tests and Drones)"],
    "10,000 Drones": ["10,000 Drones"],
    'ЗАО "МТБанк" (закрытое общество "МТБанк")': ['ЗАО "МТБанк"', 'закрытое общество "МТБанк"'],
    "A One, B Two, C Three, D Four": ["A One", "B Two", "C Three", "D Four"],
}  # fmt: skip
PERSONS = {
    "Elan Lucson, Jeneral Luckson": ["Elan Lucson", "Jeneral Luckson"],
    "Batya, Kazak": ["Batya", "Kazak", "Batya, Kazak"],
    "Баранов, Олег Анатольевич": ["Баранов, Олег Анатольевич"],
    "Алексей Александров or Фролов": ["Алексей Александров or Фролов"],
    "Анна Пушкарева or Анна Шейман": ["Анна Пушкарева", "Анна Шейман"],
    "ינון לוי LEVY, Yinon AKA": ["ינון לוי", "LEVY, Yinon"],
    "also Andrey Ilnitsky; Андрей Ильницкий": ["Andrey Ilnitsky", "Андрей Ильницкий"],
}


@pytest.mark.parametrize(("text", "names"), ORGANIZATIONS.items(), ids=lambda value: str(value)[:40])
def test_names_of_an_organization(text: str, names: list[str]) -> None:
    assert [name.text for name in split_joined(text, person=False)] == names


@pytest.mark.parametrize(("text", "names"), PERSONS.items(), ids=lambda value: str(value)[:40])
def test_names_of_a_person(text: str, names: list[str]) -> None:
    assert [name.text for name in split_joined(text, person=True)] == names


def test_a_label_says_the_language() -> None:
    names = split_joined("A Roy, Belarussian: Ян Рой, Russian : Иван Рой; Вася Рой", person=True)
    assert [(name.text, name.language) for name in names] == [
        ("A Roy", None), ("Ян Рой", "be"), ("Иван Рой", "ru"), ("Вася Рой", "ru"),
    ]  # fmt: skip


def test_a_label_that_is_no_language_stays() -> None:
    assert [name.text for name in split_joined("Alpha Plant, Branch: Beta", person=False)] == [
        "Alpha Plant",
        "Branch: Beta",
    ]


def test_legal_forms_alone_are_known() -> None:
    assert is_legal_form("Общество c oграниченной oтветственностью (ООО)")
    assert is_legal_form("JSC")
    assert not is_legal_form("Alfa JSC")
