"""The scorer: evidence that adds up, and the classes of pairs it must tell apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sanctionscreen as ss
from sanctionscreen.model import KINDS

NAME = st.lists(
    st.sampled_from(
        [
            "world",
            "jetta",
            "hk",
            "logistics",
            "limited",
            "sinno",
            "electronics",
            "poly",
            "technologies",
            "13",
            "15",
            "institute",
            "beijing",
            "harbin",
            "almaz",
            "antey",
            "jsc",
            "general",
            "trading",
            "llc",
            "ivan",
            "petrov",
            "a",
            "v",
            "al",
            "保利",
            "Алмаз",
            "co",
        ]
    ),
    min_size=1,
    max_size=7,
).map(" ".join)


@given(NAME, NAME, st.sampled_from(KINDS))
def test_evidence_adds_up_to_the_score(a: str, b: str, kind: str) -> None:
    comparison = ss.compare(a, b, kind=kind)
    assert 0 <= comparison.score <= 100
    assert round(sum(row.points for row in comparison.evidence), 2) == comparison.score


@given(st.text(max_size=40), st.sampled_from(KINDS))
def test_a_name_fits_itself_wholly(name: str, kind: str) -> None:
    comparison = ss.compare(name, name, kind=kind)
    assert comparison.score == (100 if comparison.evidence else 0)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Sinno Electronic Co", "SINNO ELECTRONICS CO., LIMITED"),
        ("World Jetta (HK) Logistics", "World Jetta (H.K.) Logistics Limited"),
        ("WORLD JETTA HONG KONG LOGISTICS LTD", "World Jetta (H.K.) Logistics Limited"),
        ("worldjetta logistics", "World Jetta Logistics"),
        ("WIN NINC ELECTRONICS CO LTD", "Winninc Electronic"),
        ("POLYTECHNOLOGIES INC", "Poly Technologies Inc."),
        ("Almaz Antey Telecom", "ALMAZ-ANTEY JSC"),
        ("SIS DOO", "SIS d.o.o."),
        ("CETC No. 13 Research Institute", "CETC Research Institute 13"),
        ("CETC 54", "China Electronics Technology Group Corporation 54th Research Institute"),
        ("JSC SPC PULSAR", "AO NPP PULSAR"),
        ("AO NPP PULSAR", "Open Joint Stock Company Scientific and Production Enterprise Pulsar"),
        ("JSC OKB Novator", "Novator Design Bureau"),
        ("JSC 123 ARZ", "123 Aviation Repair Plant"),
        ("SRZ Nerpa", "Nerpa Shipyard"),
        (
            "Shen Zhen You Bang Shi Da Freight Forwarding",
            "Shenzhen Youbang Shida Freight Forwarding Co.",
        ),
    ],
)
def test_the_same_party_is_a_hit(asked: str, listed: str) -> None:
    assert ss.compare(asked, listed).score >= 80


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("CETC 15th Research Institute", "CETC Research Institute 13"),
        ("CASC 13th Research Institute", "CETC Research Institute 13"),
        ("OKB Temp", "NII Temp"),
        ("Wuhan University of Science and Technology", "Wuhan University"),
        ("JSC 21 Aviation Repair Plant", "Open Joint Stock Company 20 Aviation Repair Plant"),
        ("Shenzhen Guangbi Trading Co., Ltd.", "Shenzhen Biguang Trading Co. Ltd"),
        ("Harbin Institute of Technology", "Beijing Institute of Technology"),
        ("Polytechnic Inc", "Poly Technologies Inc."),
        ("General Trading LLC", "Al Rahma General Trading LLC"),
        ("Win Kee Ltd", "Win Key Limited"),
    ],
)
def test_another_party_is_no_hit(asked: str, listed: str) -> None:
    assert ss.compare(asked, listed).score < 80


def test_an_unknown_kind_suggests_the_nearest() -> None:
    with pytest.raises(ss.UsageError, match="Did you mean 'organization'"):
        ss.compare("a", "b", kind="organisation")
