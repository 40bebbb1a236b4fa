"""Short forms stand for their names, names for their counterparts, and names of one language stay apart."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctionscreen.names import analyse
from sanctionscreen.names.given_names import counterparts, full_names, may_be_same, may_be_translated
from sanctionscreen.names.lexicon import spellings, table
from sanctionscreen.names.romanization import fold

LEXICON = table("given_names")
SECTIONS = [(part, section) for part in ("short", "written", "counterparts") for section in LEXICON[part]]
WORDS = sorted(
    {
        word
        for part, section in SECTIONS
        for name in LEXICON[part][section]
        for word in (name, *LEXICON[part][section][name])
    }
)


def key(word: str) -> str:
    return fold(word, person=True)


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("bob", "robert"),
        ("ted", "edward edmund theodore"),
        ("bill", "william"),
        ("peggy", "margaret"),
        ("sasha", "aleksandr oleksandr aliaksandr alexander aleksandra"),
        ("volodya", "vladimir volodymyr uladzimir"),
        ("misha", "mikhail mykhailo"),
        ("dima", "dmitri dmytro dzmitry"),
        ("seryozha", "sergei serhii siarhei"),
        ("serezha", "sergey"),
        ("vanya", "ivan"),
        ("kolya", "nikolai mykola mikalai"),
        ("zhenya", "evgeni yevhen yauhen evgenia"),
        ("lyosha", "aleksei oleksii"),
        ("kostya", "konstantin kostiantyn"),
        ("slava", "vyacheslav stanislav yaroslav"),
        ("sashko", "oleksandr"),
        ("zmitser", "dzmitry"),
        ("pepe", "jose"),
        ("paco", "francisco"),
        ("chico", "francisco"),
        ("ze", "jose"),
        ("beppe", "giuseppe"),
        ("gigi", "luigi"),
        ("dede", "andre"),
        ("fritz", "friedrich"),
        ("gosia", "malgorzata"),
        ("staszek", "stanislaw"),
        ("dusko", "dusan"),
        ("apo", "abdullah"),
        ("memo", "mehmet guillermo"),
        ("hamoudi", "mohammed muhammad"),
        ("ebi", "ebrahim ibrahim"),
        ("bibi", "binyamin benjamin"),
        ("yossi", "yosef"),
        ("mat", "mohamad ahmad matthew"),
    ],
)
def test_a_short_form_stands_for_its_names(form: str, names: str) -> None:
    for name in names.split():
        assert key(name) in full_names(form)
        assert may_be_same(name, form)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Chas.", "Charles"),
        ("Wm", "William"),
        ("Geo.", "George"),
        ("Jno.", "John"),
        ("Alex.", "Alexander"),
        ("Robt.", "Robert"),
        ("Thos", "Thomas"),
        ("Mohd.", "Muhammad"),
        ("Md.", "Mohammad"),
        ("Moh'd", "Mohamed"),
        ("Ma.", "Maria"),
        ("Mª", "María"),
        ("Fco.", "Francisco"),
        ("Jse.", "José"),
        ("Gmo.", "Guillermo"),
        ("Joh.", "Johannes"),
        ("Frdr.", "Friedrich"),
        ("Jph", "Joseph"),
        ("Saša", "Aleksandar"),
        ("Małgosia", "Małgorzata"),
        ("Серёжа", "Sergei"),
    ],
)
def test_names_as_they_are_written(written: str, name: str) -> None:
    form, full = (analyse(f"{given} Ivanov", "person").tokens[0].text for given in (written, name))
    assert may_be_same(form, full)


@pytest.mark.parametrize(
    "names",
    [
        "yehor egor",
        "yahor egor",
        "marharyta margarita",
        "uladzislau vladislav",
        "dzianis denis",
        "michael mikhail",
        "mike mikhail",
        "nick nikolai",
        "paul pavel",
        "john ivan",
        "gheorghe georgi",
        "sergejs sergei",
        "kevork gevorg",
        "patxi francisco",
        "seamus james",
        "mehmet mohammed",
        "mahamat mohamed",
        "magomed muhammad",
        "maxamed mohamed",
        "gusein huseyn",
        "geidar heydar",
        "selim salim",
    ],
)
def test_one_name_in_two_languages(names: str) -> None:
    first, second = names.split()
    assert key(first) == key(second) or may_be_translated(first, second)


@pytest.mark.parametrize(
    "names",
    [
        "aleksandr aleksei",
        "dmitri vadim",
        "stanislav vladislav",
        "vladimir vladislav",
        "yuri georgi",
        "valeriya valeri",
        "elena alina",
        "anna nina",
        "robert richard",
        "edward edmund",
        "john jonathan",
        "giovanni giuseppe",
        "ahmad mohammad",
        "abdallah abdul",
        "mahmud mohammad",
        "hassan hussein",
        "ali alison",
        "jan janet",
        "sami samuel",
        "yusuf joseph",
        "peppe philippa",
        "kumar omar",
        "mehmet magomed",
        "sean ivan",
    ],
)
def test_unlike_names_stay_apart(names: str) -> None:
    first, second = names.split()
    assert not may_be_same(first, second)
    assert not may_be_translated(first, second)


def test_names_that_share_a_form_are_not_one() -> None:
    assert may_be_same("alex", "aleksei")
    assert may_be_same("alex", "aleksandr")
    assert may_be_same("alex", "lyosha")
    assert not may_be_same("lyosha", "aleksandr")


def test_other_romanizations_of_slavic_forms_are_found() -> None:
    for form, name in [
        ("kolja", "nikolai"),
        ("serjozha", "sergei"),
        ("sascha", "alexander"),
        ("mischa", "mikhail"),
    ]:
        assert may_be_same(form, name)


@pytest.mark.parametrize(("part", "section"), SECTIONS)
def test_no_two_names_of_a_language_are_joined(part: str, section: str) -> None:
    joined = [
        (a, b) for a, b in combinations(LEXICON[part][section], 2) if key(a) != key(b) and may_be_same(a, b)
    ]
    assert joined == []


@pytest.mark.parametrize(("part", "section"), SECTIONS)
def test_rows_are_in_order_and_say_what_the_folds_do_not(part: str, section: str) -> None:
    rows = LEXICON[part][section]
    assert list(rows) == sorted(rows)
    for name, forms in rows.items():
        assert len(forms) == len(set(forms))
        for form in (spelled for row in forms for spelled in spellings(row)):
            assert form.isascii()
            assert form.isalpha()
            assert form.islower()
            assert key(form) != key(name), f"{form} has the key of {name}"


def test_the_romanized_sections_exist() -> None:
    for part, sections in LEXICON["romanized"].items():
        assert set(sections) <= set(LEXICON[part])


words = st.one_of(st.text(), st.sampled_from(WORDS))


@given(words)
def test_every_text_means_itself(word: str) -> None:
    assert key(word) in full_names(word)
    assert may_be_same(word, word)
    assert isinstance(counterparts(word), frozenset)


@given(words, words)
def test_both_relations_are_symmetric(a: str, b: str) -> None:
    assert may_be_same(a, b) == may_be_same(b, a)
    assert may_be_translated(a, b) == may_be_translated(b, a)
