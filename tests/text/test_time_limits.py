"""How pages tell how long someone has."""

from __future__ import annotations

import pytest

from a11ycheck.text.time_limits import is_about_time_left, is_extending, is_time_limit, seconds_left


@pytest.mark.parametrize(
    "sentence",
    [
        "Din session går ut om 10 minuter.",
        "Du har 15 minuter på dig att fylla i formuläret.",
        "Platserna är reserverade i 10 minuter.",
        "Du loggas ut automatiskt efter 20 minuter.",
        "Your session will expire in 20 minutes.",
        "You have 10 minutes to complete the form.",
        "Økten utløper om 5 minutter.",
        "Ihre Sitzung läuft in 15 Minuten ab.",
        "Vous avez 10 minutes pour remplir le formulaire.",
    ],
)
def test_a_time_limit(sentence: str) -> None:
    assert is_time_limit(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Varje talare har 15 minuter.",
        "The session ends with 10 minutes of questions.",
        "Du har 30 minuter till tåget.",
        "Paus, 15 minuter",
        "Reservationen går ut om 48 timmar.",
        "Bokningen går ut den 17 november.",
    ],
)
def test_no_time_limit(sentence: str) -> None:
    assert not is_time_limit(sentence)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("09:59", 599), ("1:00:00", 3600), ("2 min 5 s", 125), ("3 timmar", 10_800), ("i morgon", 0)],
)
def test_how_long_it_is(text: str, seconds: int) -> None:
    assert seconds_left(text) == seconds


def test_words_beside_a_clock() -> None:
    assert is_about_time_left("Tid kvar: 09:59")
    assert not is_about_time_left("Konferensen börjar om 09:59")


def test_what_gives_more_time() -> None:
    assert is_extending("Förläng tiden")
    assert not is_extending("Anmäl dig")
