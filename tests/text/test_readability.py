"""The formulas give what they give elsewhere and by hand, and point at the sentences that are hard."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path

import pytest

from a11ycheck.text.readability import (
    MINIMUM_SENTENCES,
    MINIMUM_WORDS,
    flesch,
    ovix,
    prose,
    read,
    syllables,
)

HERE = Path(__file__).parent
SEEDS = HERE.parents[2] / "shared" / "seeds"

SWEDISH = [
    "Välkommen till årsmötet i maj. Vi träffas på nätet och mötet är öppet för alla som vill vara med.",
    "Du ansluter via länken i kallelsen. Det går också bra att ringa in från en vanlig telefon. "
    "Säg till en vecka innan om du behöver skrivtolk eller teckenspråkstolk.",
    "Handlingarna skickas ut två veckor före mötet. De finns även som ljudfil och på lättläst svenska. "
    "Kontakta kansliet om något inte fungerar som det ska.",
    "Efter pausen presenterar tillgänglighetssamordnaren organisationens verksamhetsberättelse och "
    "verksamhetsplanering inför kommande verksamhetsperiod.",
    "Alla får ställa frågor i chatten eller räcka upp handen. En moderator ser till att alla får komma "
    "till tals. Mötet spelas in och textas inom två veckor.",
]

# Sentences with their syllables counted by hand.
ENGLISH = [
    ("The meeting is open to all of us.", 10),
    ("We start at nine and end at noon.", 8),
    ("You can join by phone or on the web.", 9),
    ("Tell us if you need live captions.", 8),
    ("The papers are sent out one week before.", 10),
    ("Ask your questions in the chat or raise your hand.", 11),
    ("A sign language interpreter will be there all day.", 13),
    ("The recording will be published with captions.", 11),
    ("Each session has a break of fifteen minutes.", 11),
    ("The committee presents the annual report before lunch.", 15),
    ("Members vote on the budget in the afternoon.", 12),
    ("The hall has a ramp, a lift and a hearing loop.", 12),
    ("Call the office if you want to be met at the door.", 13),
]


def lix_by_hand(sentences: int, words: int, long_words: int) -> float:
    return words / sentences + 100 * long_words / words


def test_lix_is_that_of_textstat() -> None:
    textstat = pytest.importorskip("textstat")
    reading = read(SWEDISH, "sv")
    assert reading is not None
    assert reading.formula == "LIX"
    assert reading.value == pytest.approx(textstat.lix(" ".join(SWEDISH)), abs=0.01)


def test_lix_counts_words_sentences_and_words_of_more_than_six_letters() -> None:
    """Of five words one has seven letters and one has six."""
    sentence = ("En två sjunger bokhus hej " * 4).strip() + "."
    reading = read([sentence, f"{sentence} {sentence}", f"{sentence} {sentence}"], "nb-NO")
    assert reading is not None
    assert (reading.words, reading.sentences) == (100, 5)
    assert reading.value == lix_by_hand(5, 100, 20) == 40


def test_flesch_kincaid_is_that_of_hand_counted_syllables() -> None:
    reading = read([" ".join(sentence for sentence, _ in ENGLISH)], "en-GB")
    assert reading is not None
    words = sum(len(sentence.split()) for sentence, _ in ENGLISH)
    by_hand = 0.39 * words / len(ENGLISH) + 11.8 * sum(count for _, count in ENGLISH) / words - 15.59
    assert (reading.formula, reading.words, reading.sentences) == ("Flesch-Kincaid", words, len(ENGLISH))
    assert reading.value == pytest.approx(by_hand, abs=0.01)


def test_syllables_of_meeting_words() -> None:
    """At least 94 % of the words are exact, and the errors do not add up."""
    counted = json.loads((HERE / "syllables_en.json").read_text("utf-8"))
    by_hand = {word: int(count) for count, words in counted.items() for word in words}
    wrong = {word: syllables(word) for word, count in by_hand.items() if syllables(word) != count}
    assert len(by_hand) >= 200
    assert len(wrong) <= 0.06 * len(by_hand), wrong
    assert sum(map(syllables, by_hand)) == pytest.approx(sum(by_hand.values()), rel=0.01)


@pytest.mark.parametrize(("word", "count"), [("BSL", 3), ("WWW", 9), ("e-mail", 2), ("café", 2), ("3rd", 1)])
def test_syllables_of_what_is_no_plain_word(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize("language", ["nl", "pl-PL", "pl", ""])
def test_a_language_without_formula_has_no_reading(language: str) -> None:
    assert read(SWEDISH, language) is None


@pytest.mark.parametrize(("sentences", "words_in_each"), [(2, 60), (10, 9)], ids=["sentences", "words"])
def test_too_little_text_has_no_reading(sentences: int, words_in_each: int) -> None:
    assert sentences < MINIMUM_SENTENCES or sentences * words_in_each < MINIMUM_WORDS
    assert read([("ord " * words_in_each).strip() + "."] * sentences, "sv") is None


def test_just_enough_text_has_a_reading() -> None:
    reading = read([("ord " * words).strip() + "." for words in (34, 33, 33)], "sv")
    assert reading is not None
    assert (reading.words, reading.sentences) == (MINIMUM_WORDS, MINIMUM_SENTENCES)


def test_the_hardest_sentence_comes_first_with_its_long_words_and_its_own_index() -> None:
    reading = read(SWEDISH, "sv")
    assert reading is not None
    hardest = reading.hardest[0]
    assert hardest.text == SWEDISH[3]
    assert hardest.words == 11
    assert hardest.long_words == tuple(word.strip(".") for word in SWEDISH[3].split() if len(word) > 6)
    assert hardest.value == lix_by_hand(1, 11, len(hardest.long_words))
    assert [sentence.value for sentence in reading.hardest] == sorted(
        (sentence.value for sentence in reading.hardest), reverse=True
    )


@pytest.mark.parametrize("wanted", [0, 1, 2])
def test_as_many_hard_sentences_as_are_asked_for(wanted: int) -> None:
    reading = read(SWEDISH, "sv", hardest=wanted)
    assert reading is not None
    assert len(reading.hardest) == wanted


@pytest.mark.parametrize(
    "left_out",
    [
        "Verksamhetsberättelsen presenteras digitalt.",
        "Talare är Elisabet Johansson, Kristoffer Andersson, Margareta Lindström och Per Petterson.",
    ],
    ids=["short", "names"],
)
def test_short_sentences_and_names_are_counted_but_not_shown_as_hard(left_out: str) -> None:
    without, reading = read(SWEDISH, "sv", hardest=99), read([*SWEDISH, left_out], "sv", hardest=99)
    assert without is not None
    assert reading is not None
    assert reading.sentences == without.sentences + 1
    assert left_out not in [sentence.text for sentence in reading.hardest]


def test_english_long_words_have_three_syllables() -> None:
    reading = read([" ".join(sentence for sentence, _ in ENGLISH)], "en", hardest=99)
    assert reading is not None
    shown = {sentence.text: sentence.long_words for sentence in reading.hardest}
    assert shown["The committee presents the annual report before lunch."] == ("committee", "annual")


@pytest.mark.parametrize(
    "block",
    [
        "Mötet hålls på nätet den 24 maj.",
        "Vi ses! Kom gärna.",
        "I den här skriften kan du läsa mer. Deltagarna delade med sig av:",
        "“This is a quoted paragraph of plain running text.”",
    ],
)
def test_prose(block: str) -> None:
    assert prose([block]) == [block]


@pytest.mark.parametrize(
    "block",
    [
        "",
        "Datum/tid:",
        "Digital dialog och samverkan mellan offentlig sektor och civilsamhället",
        "Ett nätverk.",
        "• skapa säkra forum där alla kan och vågar delta på lika villkor.",
        "https://mucf.se/publikationer/digitalisering-alla.",
    ],
)
def test_no_prose(block: str) -> None:
    assert prose([block]) == []


def paragraphs(text: str) -> list[str]:
    """The paragraphs and list items of hard-wrapped plain text, with words joined at line ends."""
    found = []
    for block in re.split(r"\n\s*\n", text):
        joined = ""
        for line in filter(None, map(str.strip, block.splitlines())):
            if line.startswith("•"):
                found.append(joined)
                joined = line
            elif joined.endswith("-") and not line.startswith("och "):
                joined = joined[:-1] + line
            else:
                joined = f"{joined} {line}".strip()
        found.append(joined)
    return found


def seed(name: str) -> str:
    if not (found := sorted(SEEDS.glob(f"{name}_*.txt"))):
        pytest.skip("the two documents that the project grew from are not here")
    return found[0].read_text("utf-8")


# A title with a question mark inside: one sentence to a reader, two to most splitters.
TITLE = "Digitalisering för alla? Digitaliseringens"


@pytest.mark.parametrize(("name", "lix"), [("000", 54), ("001", 49)])
def test_lix_of_the_seeds_with_the_title_cut_in_two(name: str, lix: int) -> None:
    """The values were measured with another splitter, which cut the title."""
    reading = read(prose(paragraphs(seed(name).replace(TITLE, TITLE.replace("?", ".")))), "sv")
    assert reading is not None
    assert reading.value == pytest.approx(lix, abs=1)


@pytest.mark.parametrize(("name", "sentences", "lix"), [("000", 19, 55.6), ("001", 22, 50.6)])
def test_lix_of_the_seeds_with_the_title_whole(name: str, sentences: int, lix: float) -> None:
    """Sentences counted by hand."""
    reading = read(prose(paragraphs(seed(name))), "sv")
    assert reading is not None
    assert reading.sentences == sentences
    assert reading.value == pytest.approx(lix, abs=0.1)


GERMAN = (
    "Wir laden alle Mitglieder zur Versammlung im Mai ein. Die Versammlung findet im Internet statt. "
    "Die erforderlichen Unterlagen verschicken wir zwei Wochen vorher. "
) * 5


def test_the_wiener_sachtextformel_by_hand() -> None:
    """Three sentences of 9, 6 and 8 words: long are “Mitglieder”, “Versammlung” (twice), “Internet”,
    “erforderlichen”, “Unterlagen” and “verschicken”; of three syllables those and no other; of one syllable wir, zur,
    im, Mai, ein, die, im, statt, die, wir, zwei."""
    reading = read([GERMAN], "de")
    assert reading is not None
    assert (reading.formula, reading.words, reading.sentences) == ("Wiener Sachtextformel", 115, 15)
    of_each = {"three": 7 / 23, "long": 7 / 23, "one": 11 / 23}
    by_hand = (
        19.35 * of_each["three"] + 0.1672 * 23 / 3 + 12.97 * of_each["long"] - 3.27 * of_each["one"] - 0.875
    )
    assert reading.value == pytest.approx(by_hand, abs=0.01)
    assert "erforderlichen" in reading.hardest[0].long_words


@pytest.mark.parametrize("language", ["fi", "fr", "es"])
def test_elsewhere_sentences_are_counted_in_words(language: str) -> None:
    reading = read(
        ["Yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen. " * 12], language
    )
    assert reading is not None
    assert (reading.formula, reading.value) == ("words per sentence", 10)


def test_ovix_by_hand() -> None:
    """100 words, 50 different ones: ln 100 / ln(2 − ln 50 / ln 100)."""
    text = [" ".join(f"ord{chr(97 + number // 10)}{chr(97 + number % 10)}" for number in range(50))] * 2
    assert ovix(text) == pytest.approx(4.60517 / math.log(2 - 3.91202 / 4.60517), abs=0.01)
    assert ovix(["ord " * 99]) == 0


def test_flesch_is_as_textstat_has_it() -> None:
    """9 words, 1 sentence, 13 syllables; and what is told besides."""
    assert flesch(1, 9, 13) == pytest.approx(206.835 - 1.015 * 9 - 84.6 * 13 / 9)
    reading = read(["We meet on the net in May, and all of you are welcome to join us. " * 10], "en")
    assert reading is not None
    assert reading.besides.startswith("Flesch ")
    swedish = read(SWEDISH, "sv")
    assert swedish is not None
    assert swedish.besides.startswith("OVIX ")
