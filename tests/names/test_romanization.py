"""Spellings of one word have one key; other words keep their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sanctionscreen as ss
from sanctionscreen.names.lexicon import table
from sanctionscreen.names.romanization import fold


@pytest.mark.parametrize(
    "spellings",
    [
        "aleksei alexey aleksey oleksii oleksiy aliaksei",
        "alekseevich alekseyevich alexeevich oleksiyovych oleksiiovych",
        "yuri yury iurii yuriy jurij",
        "yurevich yurievich yuriyovych yuriiovych iurevich",
        "volodymyrovych vladimirovich uladzimiravich vladimirovitj",
        "nikolaevna nikolayevna mykolaivna mykolayivna",
        "zelenskiy zelenskii zelensky zelenski zelenskij",
        "kriukov kryukov",
        "zhukov jukov",
        "kudryavtsev kudrjavcev",
        "shcherbakov scherbakov schtscherbakov",
        "qasemi ghasemi kasemi",
        "pouyan pooyan puyan",
        "mohammad mohammed muhammad mohamed",
        "hossein hussein husayn hosein",
        "suleiman sulayman soleiman",
        "zawahiri dhawahiri zawahri",
        "fadavi fadawi",
        "yusuf youssef yousif",
        "abdulrahman abdelrahman abdurrahman abdorrahman",
        "mueller muller myuller",
        "islamiyah islamiyya islamiyeh",
    ],
)
def test_one_word_of_a_person_has_one_key(spellings: str) -> None:
    assert len({fold(word, person=True) for word in spellings.split()}) == 1


@pytest.mark.parametrize(
    "spellings",
    [
        "qods ghods quds",
        "pouyan pooyan puyan",
        "kontrakt contrakt contract",
        "aleksandrov alexandrov",
        "obukhovskiy obukhovsky obukhovskii obuhovski",
        "energomash energomasch",
        "muller mueller myuller",
        "beliaev belyaev beljaev",
    ],
)
def test_one_word_of_an_organization_has_one_key(spellings: str) -> None:
    assert len({fold(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "sinno sino",
        "youbang yubang",
        "shanxi shaanxi",
        "west vest",
        "pharm farm",
        "khan han",
        "xinghe xinke",
        "yintai intai",
        "liuzhou luzhou",
        "sirius sirus",
    ],
)
def test_other_words_of_organizations_stay_apart(words: str) -> None:
    first, second = words.split()
    assert fold(first) != fold(second)


def test_neighbouring_arabic_names_stay_apart() -> None:
    assert len({fold(word, person=True) for word in ("hamad", "hamid", "ahmad", "mahmud", "mohammad")}) == 5


def test_elena_is_not_alina() -> None:
    assert fold("elena", person=True) == fold("olena", person=True) != fold("alina", person=True)


def test_a_word_is_in_one_family() -> None:
    words = table("romanized_words")
    for part in (words["all"] | words["persons"], words["stems"]):
        spellings = [spelling for head, others in part.items() for spelling in {head, *others}]
        assert len(spellings) == len(set(spellings))


@given(st.text(), st.booleans())
def test_every_text_has_a_key(text: str, person: bool) -> None:
    assert bool(fold(text, person=person)) == bool(text)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Ayman Alzawahiri", "AL-ZAWAHIRI, Ayman"),
        ("Ayman El Zawahiry", "AL-ZAWAHIRI, Ayman"),
        ("Abdel Rahman Hassan", "ABD AL-RAHMAN, Hasan"),
        ("Seif El Din Aly", "SAIFUDDIN, Ali"),
        ("김정은", "KIM, Jong Un"),
        ("Kim Jeongeun", "KIM, Jong Un"),
        ("Volodymyr Petrovych Ivanenko", "IVANENKO, Vladimir Petrovich"),
        ("محمد رضا حسيني", "HOSSEINI, Mohammed Reza"),
        ("Иванов Евгений Юрьевич", "IVANOV, Yevhen Yuriiovych"),
    ],
)
def test_the_same_person_is_a_hit(asked: str, listed: str) -> None:
    assert ss.compare(asked, listed, kind="person").score > 90


def test_the_evidence_says_that_a_word_was_romanized_otherwise() -> None:
    found = ss.compare("Alexey Yuryevich Petrov", "PETROV, Aleksei Iurevich", kind="person")
    assert [row.feature for row in found.evidence] == ["romanization", "romanization", "word"]
    assert found.score > 95
