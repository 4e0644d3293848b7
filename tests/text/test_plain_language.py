"""Long sentences, heavy words, passives, verbs as nouns, capitals and emoji."""

from __future__ import annotations

import pytest

from a11ycheck.text.plain_language import (
    heavy_words,
    is_nominal,
    is_passive,
    sentences_of,
    shouted,
    starts_with_emoji,
)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Det beslutades att mötet ska bli av.", "sv"),
        ("Frågan behandlas av styrelsen.", "sv"),
        ("Handlingarna skickas den 3 maj.", "sv"),
        ("It was decided that the meeting will go on.", "en"),
        ("The papers will be carefully reviewed.", "en"),
    ],
)
def test_passives(sentence: str, language: str) -> None:
    assert is_passive(sentence, language)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Vi hoppas att vi träffas snart och att alla trivs.", "sv"),
        ("Det finns plats för deltagarnas och civilsamhällets frågor.", "sv"),
        ("Vi såg Andreas och Jonas.", "sv"),
        ("You are invited, and we are pleased to see you.", "en"),
        ("We decide on Tuesday.", "en"),
    ],
)
def test_what_is_not_passive(sentence: str, language: str) -> None:
    assert not is_passive(sentence, language)


def test_verbs_as_nouns() -> None:
    assert is_nominal("Vi talar om genomförandet av utvärderingen av mötet.", "sv")
    assert is_nominal("The implementation of the evaluation of it is next.", "en")
    assert not is_nominal("Vi talar om utvärderingen av mötet.", "sv")


def test_heavy_words_come_with_a_plain_twin() -> None:
    assert heavy_words("Samtliga ska erhålla svar angående detta.", "sv-SE") == [
        ("angående", "om"),
        ("erhålla", "få"),
        ("samtliga", "alla"),
    ]
    assert heavy_words("Alla ska få svar om detta.", "sv") == []
    assert heavy_words("Samtliga", "fi") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("OBS! SISTA DAG FÖR ANMÄLAN är den 10 maj", "SISTA DAG FÖR ANMÄLAN"),
        ("PLEASE DO NOT REPLY", ""),
        ("PLEASE READ THE AGENDA", "PLEASE READ THE AGENDA"),
        ("MUCF, NOD, DIGG och SKR", ""),
        ("PDF HTML CSS", ""),
        ("Välkommen", ""),
    ],
)
def test_words_in_capitals(text: str, found: str) -> None:
    assert shouted(text) == found


@pytest.mark.parametrize(
    ("text", "emoji"), [("👉 Anmälan", "👉"), (" ✅ Join", "✅"), ("✓ Klart", ""), ("Hej 👋", "")]
)
def test_emoji_at_the_beginning(text: str, emoji: str) -> None:
    assert starts_with_emoji(text) == emoji


def test_sentences_are_counted_in_words() -> None:
    assert sentences_of(["Vi ses kl. 13.00 i dag. Välkommen hit!"], "sv") == [
        ("Vi ses kl. 13.00 i dag.", 5),
        ("Välkommen hit!", 2),
    ]


@pytest.mark.parametrize("part", ["is be ", "ningning av ", "AAA ", "the ment of ", "a" * 50 + " "])
def test_long_texts_are_read_to_the_end(part: str) -> None:
    text = part * (100_000 // len(part))
    for language in ("sv", "en"):
        assert is_passive(text, language) in (True, False)
        assert is_nominal(text, language) in (True, False)
        assert heavy_words(text, language) == []
    assert shouted(text) == ("" if "AAA" not in part else text.strip())
