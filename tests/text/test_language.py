"""The guess is right when it answers; tags are read as PDF/UA-1 and BCP 47 read them.

language_paragraphs.json holds paragraphs of invitations in eight languages, and texts that must get no
answer: other languages, two languages in one text, names, numbers, short texts.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from a11ycheck.text.language import guess, is_language_tag, known_primary, primary, same_for_review

DATA = json.loads((Path(__file__).parent / "language_paragraphs.json").read_text("utf-8"))
LANGUAGES = {"sv", "nb", "da", "fi", "en", "de", "fr", "es"}


def test_the_guess_is_never_wrong_and_answers_for_four_paragraphs_in_five() -> None:
    guesses = [(paragraph["language"], guess(paragraph["text"])) for paragraph in DATA["paragraphs"]]
    assert {language for language, _ in guesses} == LANGUAGES
    assert len(guesses) >= 60
    assert [pair for pair in guesses if pair[1] not in (pair[0], None)] == []
    assert sum(answer is not None for _, answer in guesses) >= 0.8 * len(guesses)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_is_guessed_from_all_its_paragraphs_together(language: str) -> None:
    assert guess("\n".join(p["text"] for p in DATA["paragraphs"] if p["language"] == language)) == language


@pytest.mark.parametrize("unsure", DATA["unsure"], ids=lambda unsure: unsure["what"])
def test_no_guess(unsure: dict[str, str]) -> None:
    assert guess(unsure["text"]) is None


def test_a_long_text_is_guessed_from_pieces_all_over_it() -> None:
    swedish, english = (
        " ".join(p["text"] for p in DATA["paragraphs"] if p["language"] == language)
        for language in ("sv", "en")
    )
    assert guess(swedish * 200) == "sv"
    # What comes after the first half counts as much.
    assert guess(swedish * 100 + english * 100) is None
    assert guess(swedish * 20 + english * 400) == "en"


def test_capitals_do_not_matter() -> None:
    text = DATA["paragraphs"][0]["text"]
    assert guess(text.upper()) == guess(text) == "sv"


@pytest.mark.parametrize(
    ("a", "b"), [("sv", "sv-SE"), ("en-GB", "EN-us"), ("no", "nb"), ("nn-NO", "da"), ("nb", "da-DK")]
)
def test_same_for_review(a: str, b: str) -> None:
    assert same_for_review(a, b)
    assert same_for_review(b, a)


@pytest.mark.parametrize(("a", "b"), [("sv", "nb"), ("sv-SE", "da"), ("en", "de"), ("fi", "fil"), ("", "sv")])
def test_not_same_for_review(a: str, b: str) -> None:
    assert not same_for_review(a, b)
    assert not same_for_review(b, a)


@pytest.mark.parametrize("tag", ["sv", "sv-SE", "zh-Hant-TW", "x-own", "i-klingon", "deutsch", "de-1996"])
def test_well_formed_tags(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize(
    "tag", ["", "sv_SE", "sv-", "-SE", "12", "sv SE", "sv-SE\n", "svenskaspråket", "s" * 9]
)
def test_malformed_tags(tag: str) -> None:
    assert not is_language_tag(tag)


def test_a_long_malformed_tag_is_refused() -> None:
    assert not is_language_tag("a-" * 50_000)


@pytest.mark.parametrize("tag", ["sv", "SV-se", "zu", "smj", "x-own", "i-klingon"])
def test_known_primary(tag: str) -> None:
    assert known_primary(tag)


@pytest.mark.parametrize("tag", ["xx", "zz-SE", "swedish", "s", "", "12", "sv_SE"])
def test_unknown_primary(tag: str) -> None:
    assert not known_primary(tag)


def test_there_are_184_two_letter_codes() -> None:
    """ISO 639-1 has 184, with bh, which was withdrawn in 2021 and still stands in documents."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    assert sum(known_primary(first + second) for first in letters for second in letters) == 184


def test_primary() -> None:
    assert [primary(tag) for tag in ("sv-SE", "EN", " nb ", "")] == ["sv", "en", "nb", ""]


def test_official_prose_with_few_small_words_is_told_by_its_letters() -> None:
    text = (
        "Genomförda uppföljningar påvisar att digitaliseringens konsekvenser för föreningslivets grundläggande "
        "förutsättningar föranleder fördjupade överväganden. Dessa överväganden omfattar tillgänglighet, delaktighet, "
        "resursutnyttjande samt kompetensförsörjning inom berörda samverkanskonstellationer. Inkomna synpunkter "
        "sammanställs och återrapporteras till deltagande organisationer inom ramen för ordinarie uppföljning."
    )
    assert guess(text) == "sv"
    assert guess(text.translate(str.maketrans("åäö", "aao"))) is None
