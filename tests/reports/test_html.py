"""The page of a run: what is on it and in which order, and that nothing from outside can act in it."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from lxml import html as parser

import sanctionscreen as ss
from sanctionscreen.model import Notice, OwnershipStatement, ShipmentScreening
from sanctionscreen.ownership import Ownership
from sanctionscreen.reports import html
from sanctionscreen.reports.shipment_run import ShipmentRun

HOSTILE = '<script>alert(1)</script> & "Sons" <img src=x onerror=y> O\'Brien'

SCREENER = ss.Screener.from_entities(
    [
        ss.Entity(
            list="eu_fsf",
            id="7",
            kind="organization",
            names=(ss.Name(text="SINNO ELECTRONICS CO., LIMITED"),),
            remarks=(HOSTILE,),
            listing=ss.Listing(
                list="eu_fsf",
                authority="Export department",
                effect="export_denial",
                urls=("https://example.org/?a=1&b=2", "javascript:alert(1)", "see the gazette"),
            ),
        )
    ],
    ownership=Ownership.of(
        [OwnershipStatement(owner="SINNO ELECTRONICS CO., LIMITED", owned="Owned Trading", percent=60)]
    ),
)
SHIPMENTS = [
    ss.Shipment(
        reference="FREE",
        parties=(ss.Party(name="Acme Bakery", role="consignee"),),
        destination="DE",
    ),
    ss.Shipment(
        reference="DOUBT",
        parties=(ss.Party(name="Acme Bakery", role="consignee"),),
        goods=(ss.Goods(hs="85423", description=HOSTILE),),
    ),
    ss.Shipment(
        reference="HELD",
        parties=(
            ss.Party(name="Sinno Electronics", role="consignee", address="Room 2, 5 High Street"),
            ss.Party(name="Owned Trading", role="buyer"),
            ss.Party(name=HOSTILE, role="notify"),
        ),
        goods=(ss.Goods(hs="854231", description="processors", quantity=1200, unit="PCE", value=5),),
        destination="RU",
        via=("TR",),
        vessel=ss.Party(name="Angara", identifiers={"imo": "9179842"}),
    ),
]


def run(**fields: object) -> ShipmentRun:
    known = {
        "file": "orders & <b>.csv",
        "sha256": "ab" * 32,
        "read_as": ("CSV", "consignee_name from 'Consignee'"),
        "lists": SCREENER.lists,
        "settings": SCREENER.settings,
        "policy": "mine 2026-01-01",
        "library": "1.2.3",
        "made": "2026-03-01 12:00 UTC",
    }
    return ShipmentRun(**{**known, **fields})  # type: ignore[arg-type]


def page(answers: Iterable[ShipmentScreening], **fields: object) -> bytes:
    handle = io.BytesIO()
    html.write(answers, run(**fields), handle)
    return handle.getvalue()


@pytest.fixture(scope="module")
def answers() -> list[ShipmentScreening]:
    found = SCREENER.screen_shipments(SHIPMENTS)
    return [one.model_copy(update={"place": f"row {number}"}) for number, one in enumerate(found, start=2)]


@pytest.fixture(scope="module")
def whole(answers: list[ShipmentScreening]) -> bytes:
    return page(answers, warnings=(Notice(name="stale_list", text="house: bring it up to date"),))


def text_of(element: parser.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def test_what_is_held_comes_first_and_the_summary_counts(whole: bytes) -> None:
    tree = parser.fromstring(whole)
    assert [text_of(one) for one in tree.xpath("//nav/a/b")] == ["1", "1", "1"]
    assert tree.xpath("//section/@id") == ["hold", "review", "release"]
    assert [text_of(one) for one in tree.xpath("//details[contains(@class, 'shipment')]/summary/b")] == [
        "HELD",
        "DOUBT",
    ]
    assert tree.xpath("//details[contains(@class, 'shipment')]/@open") == [""]
    assert (
        text_of(tree.xpath("//section[@id='release']//tbody/tr")[0])
        == "FREE row 2 Acme Bakery (consignee) DE"
    )
    assert "house: bring it up to date" in text_of(tree.xpath("//header")[0])


def test_a_held_shipment_has_everything_that_was_found(
    whole: bytes, answers: list[ShipmentScreening]
) -> None:
    (held,) = parser.fromstring(whole).xpath("//section[@id='hold']//details[contains(@class, 'shipment')]")
    said = text_of(held)
    for reason in answers[2].reasons:
        assert " ".join(reason.text.split()) in said
    for fact in (
        "Route TR → RU", "Vessel Angara, imo 9179842", "SINNO ELECTRONICS CO., LIMITED (primary)",
        "eu_fsf 7 · no export", "Export department", "1,200 PCE", "Owners of Owned Trading",
        "Room 2, 5 High Street", "Flags",
    ):  # fmt: skip
        assert fact in said, fact
    assert len(held.xpath(".//svg[@class='waterfall']")) == sum(
        len(one.screening.hits) for one in answers[2].parties
    )
    assert len(held.xpath(".//figure/svg")) == sum(len(one.ownership) for one in answers[2].parties) > 0


def test_the_end_says_by_what_it_was_screened(whole: bytes) -> None:
    said = text_of(parser.fromstring(whole).xpath("//footer")[0])
    for fact in (
        "orders & <b>.csv, sha256 " + "ab" * 32, "consignee_name from 'Consignee'", "Threshold 80",
        "mine 2026-01-01", "sanctionscreen 1.2.3, 2026-03-01 12:00 UTC", SCREENER.lists[0].sha256,
        "That is not a clearance",
    ):  # fmt: skip
        assert fact in said, fact


def test_nothing_from_outside_acts_in_the_page(whole: bytes) -> None:
    tree = parser.fromstring(whole)
    assert not tree.xpath(
        "//script | //img | //iframe | //link | //object | //*[@onerror or @onclick or @onload]"
    )
    assert all(link.startswith(("#", "https://")) for link in tree.xpath("//a/@href"))
    assert "https://example.org/?a=1&b=2" in tree.xpath("//a/@href")
    assert "javascript:alert(1)" in text_of(tree)
    assert HOSTILE in text_of(tree)
    assert not re.search(rb'(?:src|href)="(?!#|https?://)|url\(|@import', whole)
    assert b"default-src 'none'" in whole


def test_the_same_answers_give_the_same_bytes(answers: list[ShipmentScreening]) -> None:
    assert page(answers) == page(answers)


def test_an_empty_run_is_a_page() -> None:
    tree = parser.fromstring(page([]))
    assert [text_of(one) for one in tree.xpath("//section/p")] == ["None.", "None.", "None."]


def test_a_long_run_stays_a_page_that_opens(
    answers: list[ShipmentScreening], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html, "MOST_DETAILED", 2)
    monkeypatch.setattr(html, "MOST_LISTED", 3)
    tree = parser.fromstring(page(answers * 10))
    for advice, detailed in (("hold", 2), ("review", 2), ("release", 0)):
        (section,) = tree.xpath(f"//section[@id='{advice}']")
        assert len(section.xpath(".//details[contains(@class, 'shipment')]")) == detailed
        assert len(section.xpath("./div/table/tbody/tr")) == 3
        assert f"And {10 - detailed - 3} more, counted and not listed" in text_of(section)


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
browser = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium to open the page with")


def open_in_browser(path: Path, *options: str, folder: Path) -> bytes:
    assert CHROMIUM
    command = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
        f"--user-data-dir={folder}", "--window-size=1100,1600", *options, path.as_uri(),
    ]  # fmt: skip
    environment = {**os.environ, "HOME": str(folder)}
    return subprocess.run(command, capture_output=True, check=True, timeout=120, env=environment).stdout


@browser
def test_a_browser_shows_the_page(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(whole)
    shown = parser.fromstring(open_in_browser(path, "--dump-dom", folder=tmp_path / "profile"))
    assert text_of(shown.xpath("//main")[0]) == text_of(parser.fromstring(whole).xpath("//main")[0])
    open_in_browser(path, f"--screenshot={tmp_path / 'page.png'}", folder=tmp_path / "profile")
    assert (tmp_path / "page.png").stat().st_size > 50_000  # an empty page has under ten thousand


@browser
def test_the_page_can_be_printed_with_what_is_folded(whole: bytes, tmp_path: Path) -> None:
    """Two pages of the same answers, one of them folded: on paper both are as long."""
    sizes = []
    for name, content in (("open", whole), ("folded", whole.replace(b'" open>', b'">'))):
        path = tmp_path / f"{name}.html"
        path.write_bytes(content)
        out = tmp_path / f"{name}.pdf"
        open_in_browser(path, f"--print-to-pdf={out}", "--no-pdf-header-footer", folder=tmp_path / "profile")
        sizes.append(len(re.findall(rb"/Type\s*/Page\b", out.read_bytes())))
    assert sizes[0] == sizes[1] > 1
