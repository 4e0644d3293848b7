"""Sentences are found where a reader finds them, and words are counted as the formulas do, in bounded work.

sentence_traps.json holds short texts in the manner of meeting invitations, cut into sentences by hand.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck.text import sentences
from a11ycheck.text.sentences import split_sentences, words

TRAPS = json.loads((Path(__file__).parent / "sentence_traps.json").read_text("utf-8"))

# How many traps of each language come out right. Known misses: “Yahoo!” as a name (sv, en), “Vasag. 12” (sv).
RIGHT = {"sv": 71, "en": 71, "no": 8, "da": 7, "fi": 7, "de": 8, "fr": 7, "es": 7}


@pytest.mark.parametrize("language", RIGHT)
def test_traps(language: str) -> None:
    traps = [trap["sentences"] for trap in TRAPS if trap["language"] == language]
    wrong = [trap for trap in traps if split_sentences(" ".join(trap), language) != trap]
    assert len(traps) - len(wrong) >= RIGHT[language], wrong


def test_the_trap_set_is_as_large_as_it_was_agreed_and_nearly_all_right() -> None:
    held = Counter(trap["language"] for trap in TRAPS)
    assert held["sv"] >= 45
    assert held["en"] >= 45
    assert (RIGHT["sv"] + RIGHT["en"]) / (held["sv"] + held["en"]) >= 86 / 90


def test_a_region_in_the_tag_changes_nothing() -> None:
    assert split_sentences("Vi ses t.ex. Anna och du. Kom!", "sv-SE") == ["Vi ses t.ex. Anna och du.", "Kom!"]


@pytest.mark.parametrize("language", ["nb", "nn-NO", "no"])
def test_both_norwegian_languages_have_the_norwegian_habits(language: str) -> None:
    assert split_sentences("Les f.eks. Kari Lies bok. Kom!", language) == [
        "Les f.eks. Kari Lies bok.",
        "Kom!",
    ]


@pytest.mark.parametrize("language", [None, "", "pl"])
def test_an_unknown_language_keeps_the_abbreviations_of_all(language: str | None) -> None:
    text = "Kom kl. 13 t.ex. med Dr. Lee och z. B. Anna. Vi ses."
    assert split_sentences(text, language) == ["Kom kl. 13 t.ex. med Dr. Lee och z. B. Anna.", "Vi ses."]


def test_hard_wrapped_lines_are_one_line() -> None:
    assert split_sentences("Vi ses\nden 24 maj.\n  Kom\tgärna!", "sv") == ["Vi ses den 24 maj.", "Kom gärna!"]


def test_no_text_has_no_sentence() -> None:
    assert split_sentences(" \n ", "sv") == []


@given(
    st.text(alphabet="aAåÖ1 .!?…,:;”“\"'’()-–•@/\n", max_size=300),
    st.sampled_from(["sv", "en", "de", "fi", None]),
)
def test_nothing_is_lost_and_no_sentence_is_empty_of_text(text: str, language: str | None) -> None:
    found = split_sentences(text, language)
    assert " ".join(found).split() == text.split()
    if len(found) > 1:
        assert all(any(map(str.isalnum, sentence)) for sentence in found)


HOSTILE = {
    "no stop": "ord ",
    "one long token": "a",
    "dots": ".",
    "dots apart": ". ",
    "ellipses and dashes": "... – ",
    "initials": "A. ",
    "list numbers": "1. ",
    "question marks": "Aa? ",
    "open quotes": "”Aa? ",
    "titles": "rapporten Aa? ",
    "quotes": '"',
    "stops in a token": "a.",
    "marks and letters": "!a",
    "abbreviations": "t. ex. A ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_the_work_grows_with_the_text_and_no_faster(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every look at a token beyond the scan goes through `_bare`; its characters are counted."""
    looked_at = 0
    bare = sentences._bare

    def counted(token: str) -> str:
        nonlocal looked_at
        looked_at += len(token)
        return bare(token)

    monkeypatch.setattr(sentences, "_bare", counted)
    work = []
    for size in (50_000, 100_000):
        looked_at = 0
        split_sentences(unit * (size // len(unit)), "sv")
        work.append(looked_at)
    assert work[1] <= 2.1 * work[0] + 100
    assert work[1] <= 40 * 100_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi ses kl. 13.00 den 24 maj 2024.", ["Vi", "ses", "kl", "den", "maj"]),
        ("MUCF:s e-post och EU:s regler", ["MUCF:s", "e-post", "och", "EU:s", "regler"]),
        ("We don’t say o'clock", ["We", "don’t", "say", "o'clock"]),
        ("t.ex. och fr.o.m. m.m.", ["t.ex", "och", "fr.o.m", "m.m"]),
        ("dialogen.Konferensen börjar", ["dialogen", "Konferensen", "börjar"]),
        ("agenda/frågeställning", ["agenda", "frågeställning"]),
        ("Läs på mucf.se, www.mucf.se/a eller https://mucf.se/b?c=d.", ["Läs", "på", "eller"]),
        ("Skriv till anna.berg@mucf.se!", ["Skriv", "till"]),
        ("tillgäng\u00adlighet", ["tillgänglighet"]),
        ("08-123 45 67 1.5 24–25 § • –", []),
        ("2020-talet, 1:a och A4", ["2020-talet", "1:a", "och", "A4"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("unit", "count"),
    [("a-", 1), ("a.", 1), ("x@", 50_000), ("a/", 50_000), ("'", 0), ("ab.", 1), ("1.", 0)],
)
def test_words_of_one_token_of_100_kb(unit: str, count: int) -> None:
    assert len(words(unit * (100_000 // len(unit)))) == count
