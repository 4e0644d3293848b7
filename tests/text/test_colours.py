"""Words that say that something is marked with a colour are told from others about colours."""

from __future__ import annotations

import pytest

from a11ycheck.text.colours import HUES, ColourMark, colour_mark


@pytest.mark.parametrize(
    ("text", "words", "hue"),
    [
        ("Punkter som vi ska rösta om är markerade med rött.", "markerade med rött", "red"),
        ("De rödmarkerade dagarna är inställda.", "rödmarkerade", "red"),
        ("Grön text är ny.", "Grön text", "green"),
        ("Det som är nytt står i\ngrönt.", "står i grönt", "green"),
        ("Sakene vi skal stemme over er markert med rødt.", "markert med rødt", "red"),
        ("Punkterne med gul tekst er nye.", "gul tekst", "yellow"),
        ("Uudet kohdat on merkitty punaisella.", "merkitty punaisella", "red"),
        ("Items in red are new.", "in red", "red"),
        ("New items are highlighted in yellow", "highlighted in yellow", "yellow"),
        ("What is new is in blue.", "in blue", "blue"),
        ("Neue Punkte sind rot markiert.", "rot markiert", "red"),
        ("Les points en rouge sont nouveaux.", "en rouge", "red"),
        ("Los puntos en verde son nuevos.", "en verde", "green"),
    ],
)
def test_what_is_marked_with_a_colour_is_told(text: str, words: str, hue: str) -> None:
    assert colour_mark(text) == ColourMark(words, hue)
    assert hue in HUES


@pytest.mark.parametrize(
    "text",
    [
        "Vi träffas i Röda rummet.",
        "Det blå havet och de gröna fälten.",
        "Red cells and green fields.",
        "The sky is blue.",
        "We meet in Green Park.",
        "They are interested in redistribution.",
        "Das rote Haus.",
        "Le Moulin Rouge en direct.",
        "",
    ],
)
def test_other_words_about_colours_are_let_be(text: str) -> None:
    assert colour_mark(text) is None


def test_no_more_is_read_than_is_asked_for() -> None:
    assert colour_mark("x" * 30_000 + " marked in red") is None
