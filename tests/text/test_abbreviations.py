"""Which abbreviations a text explains."""

from __future__ import annotations

import pytest

from a11ycheck.text.abbreviations import unexplained


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("URS bjuder in. Ring URS om du undrar.", ["URS"]),
        ("URS:s möte. Alla i URS är välkomna.", ["URS"]),
        ("Vi på ABF och URS ses. ABF bjuder URS.", ["ABF", "URS"]),
        ("URS bjuder in.", []),
        ("Ungdomsrådens samarbetsorgan (URS) bjuder in. Ring URS.", []),
        ("URS (Ungdomsrådens samarbetsorgan) bjuder in. Ring URS.", []),
        ("URS, Ungdomsrådens samarbetsorgan, bjuder in. Ring URS.", []),
        ("URS står för Ungdomsrådens samarbetsorgan. Ring URS.", []),
        ("EU och PDF. EU och PDF.", []),
        ("Del III och del VII. Del III och del VII.", []),
        ("ALLA ÄR VÄLKOMNA! ALLA ÄR VÄLKOMNA!", []),
        ("Skriv till info@URS.se eller URS-2026. Se www.URS.se och URS-2026.", []),
    ],
)
def test_unexplained(text: str, left: list[str]) -> None:
    assert unexplained(text) == left


def test_long_texts_of_the_worst_kind_are_read() -> None:
    assert unexplained("ABC " * 25_000) == []
    assert unexplained("A" * 100_000) == []
