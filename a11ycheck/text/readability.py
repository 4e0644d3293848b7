"""How hard a text is to read, by the formula of its language, and which of its sentences are hardest.

No formula understands a text: show the sentences with the number. Where the limits lie, the rules say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from math import log
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

from a11ycheck.text.language import primary
from a11ycheck.text.sentences import CLOSERS, STOPS, split_sentences, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = [
    "MINIMUM_SENTENCES",
    "MINIMUM_WORDS",
    "HardSentence",
    "Reading",
    "flesch",
    "ovix",
    "prose",
    "read",
    "syllables",
]

Formula = Literal["LIX", "Flesch-Kincaid", "Wiener Sachtextformel", "words per sentence"]

MINIMUM_WORDS = 100
MINIMUM_SENTENCES = 3
"""On fewer words or sentences the formulas swing too much to say anything."""

RANKED_WORDS = 8
"""Shorter sentences are not ranked: one long word makes their own index soar."""
NAMES_AT_MOST = 1 / 3
"""A sentence with more capitals inside is one of names and titles, and no plainer words mend it."""
NOUNS_AND_NAMES_AT_MOST = 2 / 3
"""The same in German, where nouns have capitals too."""

LONG_LETTERS = 6
"""LIX: a word is long with more letters than this (Björnsson 1968)."""
LONG_SYLLABLES = 3
"""English words are shown as long from this many syllables on; Flesch-Kincaid itself counts them all."""

PROSE_WORDS = 6
ENOUGH_TOKENS = 30
"""Among so many tokens there are as a rule words enough for prose, and the rest need not be looked at."""
_STOP = frozenset(STOPS)
_BULLETS = frozenset("•◦▪‣·●○■□*-")


@dataclass(frozen=True, slots=True)
class HardSentence:
    """One hard sentence: its text, how many words, the long ones in order, and the index of it alone."""

    text: str
    words: int
    long_words: tuple[str, ...]
    value: float


@dataclass(frozen=True, slots=True)
class Reading:
    """The index of a text: `value` is a LIX, a grade, or words per sentence; the hardest sentence comes first.

    `besides` is what a second formula says, with its name: “OVIX 57” for Swedish, “Flesch 41” for English.
    """

    formula: Formula
    value: float
    words: int
    sentences: int
    hardest: tuple[HardSentence, ...]
    besides: str = ""


@dataclass(frozen=True, slots=True)
class _Method:
    """What one word weighs, from which number of letters on it weighs anything, when it is long, and the index of
    (sentences, words, sum of weights)."""

    formula: Formula
    weight: Callable[[str], int]
    shortest: int
    long_from: int
    index: Callable[[int, int, int], float]


def _is_long(word: str) -> bool:
    return len(word) > LONG_LETTERS and (word.isalpha() or sum(map(str.isalpha, word)) > LONG_LETTERS)


def _lix(sentences: int, words: int, long_words: int) -> float:
    """LIX = words / sentences + 100 × words of more than six letters / words (Björnsson 1968, Läsbarhet)."""
    return words / sentences + 100 * long_words / words


def _grade(sentences: int, words: int, syllables: int) -> float:
    """0.39 × words / sentences + 11.8 × syllables / words − 15.59 (Kincaid and others 1975)."""
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def _sachtext(sentences: int, words: int, weight: int) -> float:
    """0.1935 MS + 0.1672 SL + 0.1297 IW − 0.0327 ES − 0.875 (Bamberger and Vanecek 1984, the first): the share of words
    of three syllables or more, words per sentence, the share of words of more than six letters, and of one syllable. A
    grade, from 4 to 15."""
    return weight / words / 100 + 0.1672 * words / sentences - 0.875


def _german_weight(word: str) -> int:
    """What a word adds to the three shares, times 10,000: they are per cent."""
    count = len(_GERMAN_VOWELS.findall(word.casefold()))
    return 1935 * (count >= 3) + 1297 * (len(word) > LONG_LETTERS) - 327 * (count <= 1)


_GERMAN_VOWELS = re.compile("ai|au|äu|ei|eu|ie|aa|ee|oo|[aeiouyäöü]")


def _per_sentence(sentences: int, words: int, long_words: int) -> float:
    return words / sentences


def _is_very_long(word: str) -> bool:
    return len(word) > VERY_LONG_LETTERS


VERY_LONG_LETTERS = 13
"""Words of more letters than this are shown as long where no formula says: Finnish has many of them."""


MOST_VARIED = 20_000
"""Words that OVIX is worked out from: some fifty pages."""


def ovix(text: Sequence[str]) -> float:
    """OVIX, how varied the words of a text are: ln N / ln(2 − ln U / ln N), of N words U different ones (Hultman and
    Westman 1977). 0 where every word is another, or there are too few. Of a very long text, its beginning."""
    found = [
        word.casefold() for word in islice((word for block in text for word in words(block)), MOST_VARIED)
    ]
    count, different = len(found), len(set(found))
    if count < MINIMUM_WORDS or count == different:
        return 0.0
    return log(count) / log(2 - log(different) / log(count))


def flesch(sentences: int, words: int, syllables: int) -> float:
    """206.835 − 1.015 × words / sentences − 84.6 × syllables / words (Flesch 1948): 100 is easy, 30 is hard."""
    return 206.835 - 1.015 * words / sentences - 84.6 * syllables / words


_VOWELS = re.compile("[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüœ]+")
_FEWER = re.compile(
    r"""
    (?<![aeiouy])e$ (?<![bcdfgkpstxz]le) (?<![bcdgt]re)                # note; not table, centre
  | (?<![aeiouytd])ed$ (?<![bcdfgkpstxz]led) (?<![bcdgt]red)           # planned; not invited, enabled
  | (?<![aeiouysxzcg])es$ (?<![cst]hes)                                # notes; not pages, dishes
    (?<![bcdfgkpstxz]les) (?<![bcdgt]res)                              # ... nor tables, centres
  | (?<=[aeiou]g)ues?$ | (?<=[aeiouy]q)ues?$                           # league, techniques
  | (?<=[^aeiouyl])e(?=(?:ments?|ful|fully|less|ness)$)                # statement, careful; not element
  | (?<=[^aeiouy])e(?=ly$) | (?<=ic)a(?=lly$)                          # safely, automatically
  | (?<=^som)e(?=[bdhoptw]) | (?<=^tim)e(?=[ost]) | (?<=^hom)e(?=[lmpw])  # someone, timetable, homepage
  | (?<=^wher)e(?=[bv]) | (?<=^ther)e(?=[bf]) | (?<=^els)e(?=w)        # wherever, therefore, elsewhere
  | (?<=^not)e(?=[bp]) | (?<=^lif)e(?=[lt]) | (?<=^sid)e(?=w)          # notebook, lifetime, sideways
  | (?<=^guid)e(?=l) | (?<=^bas)e(?=l) | (?<=^ev)e(?=ry)               # guideline, baseline, every
    """,
    re.VERBOSE,
)
"""Vowels that are written and not heard."""
_MORE = re.compile(
    r"""
    (?<![cstg])i(?=a)(?!age|ament) (?<!li(?=a[nr]$)) | (?<=[ct])i(?=at)  # media, appreciate; not social
  | (?<![cstgxnl])i(?=o) | (?<=[nl])i(?=o(?!n))                        # period, senior; not session, million
  | i(?=um|us$) | (?<![qg])u(?=a|en[ct]) | u(?=ou|ity|ition)           # podium, annual; not quality
  | (?<![cg])e(?=ou) | (?<![pg])e(?=o(?!u)) | e(?=um)                  # simultaneous, video, museum
  | (?<=^id)e(?=a) | (?<=^ar)e(?=a)                                    # idea, area
  | (?<![ctslgrn])i(?=e[nt]) | (?<=cl|sc|er|or)i(?=en)                 # quiet, client, science, experience
  | (?<=oc)i(?=et) | (?<=ar)i(?=et) | (?<=[rf])i(?=e(?:r|rs|st)$)      # society, variety, earlier, identifier
  | (?<=[aou])y(?=[aeiou])(?!e[ds]?$|ings?$) | (?<=e)y(?=[ao])         # royal, layout, beyond; not played
  | (?<=[eouy])(?<!qu)(?=ings?$)                                       # going, trying, continuing
  | (?<=s)m$ | (?<=th)m$ | (?<=[^aeiou])(?=n't$)                       # tourism, rhythm, couldn't
  | (?<=o)e(?=[mt]) | (?<=^co)o(?=[pr]) | a(?=ic$|os)                  # poem, cooperate, chaos
  | (?<=^r)e(?=alit) | (?<=cr)e(?=at) | (?<=th)e(?=at)                 # reality, create, theatre
    """,
    re.VERBOSE,
)
"""Where two vowels side by side, or a consonant alone, make a syllable more."""
_IRREGULAR = {
    "wednesday": 2,
    "business": 2,
    "businesses": 3,
    "anyone": 3,
    "recipe": 3,
    "being": 2,
    "ratio": 3,
}
_PARTS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SHORTENED = re.compile("'(?:s|re|ve|ll|d|m)$")


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """How many syllables an English word has: its groups of vowels, mended where the spelling misleads.

    An acronym without vowels is spelled out (“BSL” has three). At least one, even for a word without letters.
    """
    if word.isupper() and len(word) > 1 and not _VOWELS.search(word.lower()):
        return sum(3 if letter == "W" else 1 for letter in word)
    parts = _PARTS.findall(word.casefold().replace("’", "'"))
    return max(1, sum(_part_syllables(_SHORTENED.sub("", part)) for part in parts))


def _part_syllables(part: str) -> int:
    if part in _IRREGULAR:
        return _IRREGULAR[part]
    count = len(_VOWELS.findall(part)) - len(_FEWER.findall(part)) + len(_MORE.findall(part))
    return max(1, count)


_LIX = _Method("LIX", _is_long, LONG_LETTERS + 1, 1, _lix)
_METHODS = {
    "sv": _LIX,
    "no": _LIX,
    "nb": _LIX,
    "nn": _LIX,
    "da": _LIX,
    "en": _Method("Flesch-Kincaid", syllables, 0, LONG_SYLLABLES, _grade),
    "de": _Method("Wiener Sachtextformel", _german_weight, 0, 1297, _sachtext),
    **dict.fromkeys(
        ("fi", "fr", "es"),
        _Method("words per sentence", _is_very_long, VERY_LONG_LETTERS + 1, 1, _per_sentence),
    ),
}


class _Weighed(NamedTuple):
    text: str
    words: int
    weight: int
    value: float


def read(blocks: Sequence[str], language: str, hardest: int = 3) -> Reading | None:
    """Read prose blocks with the formula of their language.

    LIX for sv, nb, nn, no and da; Flesch-Kincaid for en; Wiener Sachtextformel for de; words per sentence for fi,
    fr and es, whose formulas need more than is known here. Nominal share needs a tagger and is left out. `blocks`
    are paragraphs (see `prose`), `language` is a tag such as "sv-SE". The up to `hardest` hardest sentences are those
    with the highest index of their own among sentences of at least eight words that are not mostly names. None when
    the language has no formula here, or when there are under 100 words or under 3 sentences.
    """
    method = _METHODS.get(primary(language))
    if method is None:
        return None
    sentences = [sentence for block in blocks for sentence in _weighed(block, language, method)]
    count = sum(sentence.words for sentence in sentences)
    if count < MINIMUM_WORDS or len(sentences) < MINIMUM_SENTENCES:
        return None
    from_the_hardest = sorted(sentences, key=attrgetter("value"), reverse=True)
    names_at_most = NOUNS_AND_NAMES_AT_MOST if primary(language) == "de" else NAMES_AT_MOST
    ranked = islice((each for each in from_the_hardest if _is_rankable(each, names_at_most)), hardest)
    weight = sum(sentence.weight for sentence in sentences)
    return Reading(
        formula=method.formula,
        value=method.index(len(sentences), count, weight),
        words=count,
        sentences=len(sentences),
        hardest=tuple(_shown(sentence, method) for sentence in ranked),
        besides=_besides(primary(language), blocks, len(sentences), count, weight),
    )


def _besides(language: str, blocks: Sequence[str], sentences: int, count: int, weight: int) -> str:
    if language == "en":
        return f"Flesch {flesch(sentences, count, weight):.0f}"
    if language == "sv" and (index := ovix(blocks)):
        return f"OVIX {index:.0f}"
    return ""


def _weighed(block: str, language: str, method: _Method) -> Iterator[_Weighed]:
    for text in split_sentences(block, language):
        if found := words(text):
            weight = sum(method.weight(word) for word in found if len(word) >= method.shortest)
            yield _Weighed(text, len(found), weight, method.index(1, len(found), weight))


def _is_rankable(sentence: _Weighed, names_at_most: float) -> bool:
    if sentence.words < RANKED_WORDS:
        return False
    inside = words(sentence.text)[1:]
    return sum(word[0].isupper() for word in inside) <= names_at_most * len(inside)


def _shown(sentence: _Weighed, method: _Method) -> HardSentence:
    long_words = tuple(word for word in words(sentence.text) if method.weight(word) >= method.long_from)
    return HardSentence(sentence.text, sentence.words, long_words, sentence.value)


def prose(blocks: Iterable[str]) -> list[str]:
    """The blocks that are running text, in order: what `read` should be given."""
    return list(filter(is_prose, blocks))


def is_prose(block: str) -> bool:
    """Is a block running text?

    It is if it has at least six words and ends with a stop, or if it holds several sentences.
    Headings, labels (“Datum/tid:”) and list items behind a bullet are not, and would distort the formulas:
    they are no sentences, and a list without stops is counted as one long one.
    """
    block = block.strip()
    if not block or block[0] in _BULLETS:
        return False
    if block.rstrip(CLOSERS)[-1:] in _STOP:
        beginning = " ".join(block.split(None, ENOUGH_TOKENS)[:ENOUGH_TOKENS])
        if len(words(beginning)) >= PROSE_WORDS or len(words(block)) >= PROSE_WORDS:
            return True
    return len(split_sentences(block, None)) > 1
