"""Words about recordings: versions that are there, denied or put off, and names that say nothing."""

from __future__ import annotations

import pytest

from a11ycheck.text.recordings import (
    is_player_name,
    is_spoken,
    mentions,
    names_medium,
    offered,
    telling_words,
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Syntolkad version av Mats Snälls presentation", {"described"}),
        ("Textad film (ej syntolkad)", {"captioned"}),
        ("Film utan textning, med syntolkning", {"described"}),
        ("Filmen är inte textad. Syntolkad version finns.", {"described"}),
        ("Otextad film", set()),
        ("Utskrift av talet", {"transcript"}),
        ("Utskrift av sidan", set()),
        ("Utskriftsvänlig version", set()),
        ("Captions and transcript", {"captioned", "transcript"}),
        ("Captions are on, audio description isn’t available", {"captioned"}),
        ("Ohne Untertitel, mit Gebärdensprache", {"signed"}),
        ("Pas de sous-titres", set()),
        ("Kuvailutulkkaamaton", set()),
        ("Tekstitetty tallenne", {"captioned"}),
        ("", set()),
    ],
)
def test_versions_that_a_text_offers(text: str, said: set[str]) -> None:
    assert offered(text) == said


def test_a_text_speaks_of_a_version_that_it_denies() -> None:
    assert mentions("Inte syntolkad") == {"described"}
    assert offered("Syntolkad version", "Den syntolkade versionen är inte klar") == frozenset()


def test_recordings_are_told_apart_by_what_is_left_of_their_names() -> None:
    assert telling_words(["Syntolkad version av Mats Snälls presentation"]) == {"mat", "snäll"}
    assert telling_words(["Syntolkad version", "Film"]) == frozenset()


@pytest.mark.parametrize(
    ("name", "says_nothing"),
    [
        ("YouTube video player", True),
        ("YouTube", True),
        ("Videospelare 1", True),
        ("Film: Mats Snäll om covidbevis", False),
        ("", False),
    ],
)
def test_names_of_players(name: str, says_nothing: bool) -> None:
    assert is_player_name(name) is says_nothing


def test_texts_name_the_medium_and_say_that_it_is_speech() -> None:
    assert names_medium("Du kan också se det som film.")
    assert names_medium("Listen to it below")
    assert not names_medium("Vi möts i Norrköping.")
    assert is_spoken("Här hör du hennes tal till årsmötet.")
    assert not is_spoken("Signaturmelodin spelas.")


@pytest.mark.parametrize("text", ["xsyntolk" * 20_000, "inte " * 30_000, " – " * 40_000, "a" * 100_000])
def test_long_texts_are_cut_short(text: str) -> None:
    assert offered(text) == frozenset()
    assert not names_medium(text)
    assert len(telling_words([text])) <= 2_000
