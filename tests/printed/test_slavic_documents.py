"""Documents and days in Ukrainian and Russian prose."""

from __future__ import annotations

import pytest

from sanctionscreen.printed import partial_date, scheme_of
from sanctionscreen.printed.slavic_documents import slavic_documents


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("паспорти №№ 4506003374, 628312070", ["4506003374", "628312070"]),
        ("паспорт громадянина РФ 7002 №914882", ["7002 914882"]),
        ("паспорт громадянина України серії ЕС № 685012 та серії ЕК № 472055", ["ЕС 685012", "ЕК 472055"]),
        ("паспорт виданий 12 серпня 1997 р. відділом 8021", []),
        ("КПП 910201001, БИК 044525828, р/с 40702810850000001307", []),
        ("номер у реєстрі (KRS): 0000783020", ["0000783020"]),
        ("номери телефонів: (495)2520697, (499)2520698", ["(495)2520697", "(499)2520698"]),
        ("депутат 2011-2016 років", []),
    ],
)
def test_numbers_of_documents(text: str, numbers: list[str]) -> None:
    assert [found.number for found in slavic_documents(text)] == numbers


def test_dates_and_country_of_a_passport() -> None:
    text = "паспорт громадянина Держави Ізраїль № 21793096, термін дії з 17.04.2017 до 17.04.2022"
    (found,) = slavic_documents(text)
    assert (found.country, str(found.issued_on), str(found.expires_on)) == ("IL", "2017-04-17", "2022-04-17")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("23 березня 2021 року", "2021-03-23"),
        ("27 серпня2002 р.", "2002-08-27"),
        ("3 мая 2001 г.", "2001-05-03"),
        ("31 лютого 2030 року", "31 лютого 2030 року"),
    ],
)
def test_days_with_ukrainian_and_russian_months(text: str, day: str) -> None:
    assert str(partial_date(text)) == day


@pytest.mark.parametrize(
    ("words", "scheme"),
    [("ІПН", "tax"), ("ИНН", "inn"), ("ОДРН", "ogrn"), ("ЄДРПОУ", "registration"), ("ІМО", "imo")],
)
def test_words_for_numbers(words: str, scheme: str) -> None:
    assert scheme_of(words) == scheme
