"""Which columns of a party file are read."""

from __future__ import annotations

import pytest

import sanctionscreen as ss
from sanctionscreen.batch.columns import NONE, Columns, choose_columns, kind_of_word


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        (
            ["Customer No.", "Name", "Country"],
            Columns(("Name",), reference="Customer No.", country="Country"),
        ),
        (["Kundennummer", "Firma", "Land"], Columns(("Firma",), reference="Kundennummer", country="Land")),
        (["NAME1", "NAME2", "LAND1"], Columns(("NAME1", "NAME2"), country="LAND1")),
        (["Raison sociale", "Pays"], Columns(("Raison sociale",), country="Pays")),
        (["Razón Social", "País"], Columns(("Razón Social",), country="País")),
        (["RAZON SOCIAL", "pais"], Columns(("RAZON SOCIAL",), country="pais")),
        (["Ragione sociale", "Paese"], Columns(("Ragione sociale",), country="Paese")),
        (["Nazwa firmy", "Kraj"], Columns(("Nazwa firmy",), country="Kraj")),
        (["Ünvan", "Ülke"], Columns(("Ünvan",), country="Ülke")),
        (["№", "Наименование", "Страна"], Columns(("Наименование",), country="Страна")),
        (["公司名称", "国家"], Columns(("公司名称",), country="国家")),
        (["会社名", "国名"], Columns(("会社名",), country="国名")),
        (["회사명", "국가"], Columns(("회사명",), country="국가")),
        (["اسم الشركة", "البلد"], Columns(("اسم الشركة",), country="البلد")),
        (["first_name", "last_name", "dob"], Columns(("first_name", "last_name"), born="dob")),
        (["Vorname", "Nachname", "Geburtsdatum"], Columns(("Vorname", "Nachname"), born="Geburtsdatum")),
        (["Фамилия", "Имя", "Отчество"], Columns(("Имя", "Отчество", "Фамилия"))),
        (["consignee", "party type"], Columns(("consignee",), kind="party type")),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_columns_are_guessed_in_many_languages(header: list[str], chosen: Columns) -> None:
    assert choose_columns(header) == chosen


def test_what_the_user_says_goes_before_any_guess() -> None:
    header = ["Name", "Firma", "Land", "Herkunft"]
    chosen = choose_columns(header, Columns(("firma",), country="Herkunft", reference=NONE))
    assert chosen == Columns(("Firma",), country="Herkunft")
    assert choose_columns(["Name", "Land"], Columns(country=NONE)) == Columns(("Name",))


def test_which_were_taken_is_said() -> None:
    said = choose_columns(["Vorname", "Nachname", "Land"]).said()
    assert (
        said
        == "name from 'Vorname' and 'Nachname', no reference, country from 'Land', no kind, no date of birth"
    )


def test_two_columns_of_names_are_asked_about_so_that_no_party_is_passed_over() -> None:
    with pytest.raises(ss.UsageError, match="more than one column may hold the name: 'Consignee', 'Shipper'"):
        choose_columns(["Consignee", "Shipper"])
    with pytest.raises(ss.UsageError, match=r"--name-column 'Vorname' --name-column 'Nachname'"):
        choose_columns(["Firma", "Vorname", "Nachname"])


def test_a_header_without_a_name_is_said_with_what_it_has() -> None:
    with pytest.raises(ss.UsageError, match=r"the first row has: Acme Ltd, US.*--name-column"):
        choose_columns(["Acme Ltd", "US"])


def test_a_column_that_is_not_there_is_met_with_the_nearest() -> None:
    with pytest.raises(ss.UsageError, match=r"unknown column 'Custmer'. Did you mean 'Customer'"):
        choose_columns(["Customer", "Land"], Columns(("Custmer",)))


@pytest.mark.parametrize(
    ("word", "kind"),
    [("Company", "organization"), ("ORGANISATION", "organization"), ("Personne morale", "organization"),
     ("Individual", "person"), ("физическое лицо", "person"), ("Ship", "vessel"), ("Container", None)],
)  # fmt: skip
def test_words_for_kinds(word: str, kind: str | None) -> None:
    assert kind_of_word(word) == kind
