"""A legal form on one side only costs nearly nothing, whatever its country and script."""

from __future__ import annotations

import pytest

import sanctionscreen as ss
from sanctionscreen.names import Role, analyse
from sanctionscreen.names.lexicon import legal_forms, spellings, table

BRANDS = ["Almaz Antey", "Sinno Electronics", "World Jetta Logistics", "Kirin Shipping", "Mikron"]

BEHIND = [
    "Ltd", "Ltd.", "Limited", "Co., Ltd.", "CO.,LTD", "COLTD", "Company Limited", "LLC", "L.L.C.", "Inc.",
    "Corp.", "Corporation", "PLC", "LLP", "JSC", "PJSC", "OOO", "AO", "ПАО", "ЗАО", "ТОО", "GmbH",
    "GmbH & Co. KG", "AG", "S.A.", "S.A.R.L.", "SAS", "S.r.l.", "S.p.A.", "S.L.", "S.A. de C.V.",
    "S. de R.L. de C.V.", "Ltda.", "S/A", "B.V.", "N.V.", "ApS", "A/S", "AB", "Oy", "OÜ", "SIA", "UAB",
    "d.o.o.", "s.r.o.", "a.s.", "Kft.", "Zrt.", "Sp. z o.o.", "EOOD", "A.D.", "Ltd. Şti.", "LTD.ŞTİ.",
    "A.Ş.", "MMC", "MChJ", "ShPK", "Sh.A.", "FZE", "FZCO", "FZ-LLC", "W.L.L.", "S.A.L. (Offshore)",
    "S.A.E.", "PJS", "Pte Ltd", "(Pvt) Ltd", "(P) Ltd", "(M) Sdn Bhd", "Pty Ltd", "Sdn Bhd", "Tbk",
    "K.K.", "有限公司",
    "有限责任公司", "股份有限公司", "주식회사", "유한회사", "株式会社", "ش.م.م", "ذ.م.م", "ש.מ. בע\"מ",
    "Co. Ltd. Sti.",
]  # fmt: skip

BEFORE = [
    "ООО", "OOO", "АО", "ОАО", "ПАО", "ТОО", "ТОВ", "ПрАТ", "ФГУП", "FSUE", "LLC", "JSC", "PT", "PT.",
    "UAB", "SIA", "AS", "Limited Liability Company", "Public Joint Stock Company",
    "Federal State Unitary Enterprise", "Общество с ограниченной ответственностью",
    "Obschestvo s ogranichennoy otvetstvennostyu", "Aktsionernoye obshchestvo",
    "Zakrytoe Aktsionernoe Obshchestvo", "Открытое акционерное общество",
    "Товариство з обмеженою відповідальністю", "Tovarystvo z obmezhenoyu vidpovidalnistyu",
    "Державне унітарне підприємство", "Gosudarstvennoye unitarnoye predpriyatiye",
    "Таварыства з абмежаванай адказнасцю", "CÔNG TY TNHH", "Công ty Cổ phần", "주식회사", "株式会社",
    "Sherkat Sahami Khas", "شركة", "บริษัท", "Firma", "Yuhan Hoesa",
]  # fmt: skip


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("form", BEHIND)
def test_a_form_behind_on_either_side(brand: str, form: str) -> None:
    assert ss.compare(f"{brand} {form}", brand).score >= 95
    assert ss.compare(brand, f"{brand} {form}").score >= 95


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("form", BEFORE)
def test_a_form_in_front_on_either_side(brand: str, form: str) -> None:
    assert ss.compare(f"{form} {brand}", brand).score >= 95
    assert ss.compare(brand, f"{form} «{brand}»").score >= 95


@pytest.mark.parametrize(
    "name",
    [
        "AB Electronics",
        "PT Logistics",
        "SA Trading",
        "Riviera Sunrise Resort Spa Hotel",
        "Up Steel",
        "IP Trading",
    ],
)
def test_initials_before_ordinary_words_are_no_form(name: str) -> None:
    assert all(token.role is not Role.FORM for token in analyse(name, "organization").tokens)


@pytest.mark.parametrize(("name", "brand"), [("SAS Ltd", "sas"), ("AG Co., Ltd.", "ag"), ("LP GmbH", "lp")])
def test_a_form_that_is_all_the_name_has_is_its_brand(name: str, brand: str) -> None:
    assert [t.text for t in analyse(name, "organization").tokens if t.role is Role.DISTINCTIVE] == [brand]


def test_the_forms_of_more_than_fifty_countries() -> None:
    families = table("legal_forms")["families"]
    assert len({country for rows in families.values() for country in rows}) > 50


def test_a_form_has_one_family() -> None:
    families: dict[str, set[str]] = {}
    for family, rows in table("legal_forms")["families"].items():
        for form in (spelled for row in rows.values() for pattern in row for spelled in spellings(pattern)):
            families.setdefault(" ".join(form.split()), set()).add(family)
    assert not {form: found for form, found in families.items() if len(found) > 1}


def test_a_short_form_is_a_form() -> None:
    for words in table("legal_forms")["edges"].values():
        assert not [word for word in words if not legal_forms().at(word.split(), 0)]
