"""How much of what one text says another says too."""

from __future__ import annotations

import pytest

from a11ycheck.text.overlap import percent_said


@pytest.mark.parametrize(
    ("text", "elsewhere", "percent"),
    [
        ("Vi ses på nätet", "På nätet SES VI!", 100),
        ("Vi ses på nätet", "Vi ses", 50),
        ("Vi ses", "", 0),
        ("", "Vi ses", 100),
        ("a ! 1", "b", 100),
        ("ja ja ja nej", "nej", 50),
    ],
)
def test_words_are_counted_once_whatever_their_case(text: str, elsewhere: str, percent: int) -> None:
    assert percent_said(text, elsewhere) == percent
