"""Phrases that are looked for in plain words, by literal search: no pattern that can backtrack.

A phrase is words in order: “textas” is a whole word, “teckenspråkstolk*” and “*slinga” its beginning or end. Words
stand side by side, or with anything between them where “..” does (never past the sentence). “(mötet|träffen) textas” is
two phrases, “(live )captioned” too, and “;” or a line break ends one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from itertools import product
from typing import NamedTuple

__all__ = ["Cues", "Lexicon", "plain"]

_SIGNS = re.compile(r"[^\w,?@]+|_")
KEY = 6
"""Characters of a word by which it is looked up whether a phrase can be in a text at all."""


def plain(text: str) -> str:
    """The words of a text in small letters with one space around each; commas and question marks are words as well."""
    folded = text.casefold().replace("'", "").replace("’", "")
    folded = folded.replace(",", " , ").replace(";", " , ").replace("?", " ? ")
    return f" {' '.join(_SIGNS.sub(' ', folded).split())} "


class Phrase(NamedTuple):
    """Literals to be found one after the other; ``keys`` are the beginnings of words without which it cannot be."""

    literals: tuple[str, ...]
    keys: tuple[str, ...]


class Cues:
    """The phrases of one meaning, by language."""

    def __init__(self, **phrases: str) -> None:
        self.written: Mapping[str, str] = phrases
        self._phrases: dict[str, tuple[Phrase, ...]] = {}

    def phrases(self, language: str) -> tuple[Phrase, ...]:
        found = self._phrases.get(language)
        if found is None:
            found = self._phrases[language] = tuple(_phrases(self.written.get(language, "")))
        return found


def _phrases(written: str) -> Iterable[Phrase]:
    for line in written.replace("\n", ";").split(";"):
        if line.strip():
            yield from map(_phrase, _alternatives(line))


def _alternatives(line: str) -> Iterable[list[str]]:
    """“(a|b) c” is “a c” and “b c”; an alternative may be several words, or none."""
    parts: list[list[str]] = []
    for place, part in enumerate(re.split(r"[()]", line.strip())):
        if place % 2 and "|" not in part:
            parts.append(["", part.strip()])
        else:
            parts.append([each.strip() for each in part.split("|")] if place % 2 else [part.strip()])
    for chosen in product(*parts):
        yield " ".join(filter(None, chosen)).split()


def _phrase(words: list[str]) -> Phrase:
    literals: list[str] = []
    open_literal = ""
    keys: list[str] = []
    for word in words:
        if word == "..":
            open_literal = _close(literals, open_literal)
            continue
        begins, ends = not word.startswith("*"), not word.endswith("*")
        core = word.strip("*")
        if begins:
            keys.append(core[:KEY])
        if not begins:
            open_literal = _close(literals, open_literal)
        open_literal = (open_literal or (" " if begins else "")) + core + (" " if ends else "")
        if not ends:
            open_literal = _close(literals, open_literal)
    _close(literals, open_literal)
    return Phrase(tuple(literals), tuple(keys))


def _close(literals: list[str], literal: str) -> str:
    if literal:
        literals.append(literal)
    return ""


class Lexicon:
    """The phrases that can be in one text, in its languages.

    ``know`` tells it the sentences beforehand: of each meaning it then looks only into those with the right words.
    """

    def __init__(self, languages: Iterable[str], text: str) -> None:
        self.languages = tuple(languages)
        self._beginnings: Container[str] = {
            word[:length] for word in set(text.split()) for length in range(1, KEY + 1)
        }
        self._sentences: frozenset[str] = frozenset()
        self._holders: dict[str, set[str]] = {}
        self._live: dict[int, tuple[Phrase, ...]] = {}
        self._by_sentence: dict[int, dict[str, list[Phrase]]] = {}

    def in_languages(self, languages: Iterable[str]) -> Lexicon:
        """The phrases of other languages that can be in the same text."""
        other = Lexicon(languages, "")
        other._beginnings = self._beginnings
        return other

    def know(self, sentences: Iterable[str]) -> None:
        """Note which sentences have which beginnings of words."""
        self._sentences = frozenset(sentences)
        holders: defaultdict[str, set[str]] = defaultdict(set)
        for sentence in self._sentences:
            for word in set(sentence.split()):
                for length in range(1, min(KEY, len(word)) + 1):
                    holders[word[:length]].add(sentence)
        self._holders = holders

    def find(self, cues: Cues, words: str) -> int:
        """Where in a sentence, as ``plain`` gives it, one of the phrases ends; -1 where none is there."""
        if words in self._sentences:
            phrases: Iterable[Phrase] = self._in_sentences(cues).get(words, ())
        else:
            phrases = self._in_text(cues)
        for phrase in phrases:
            place = 0
            for literal in phrase.literals:
                place = words.find(literal, place)
                if place < 0:
                    break
                # The space behind one word is the space before the next.
                place += len(literal) - 1
            else:
                return place
        return -1

    def _in_text(self, cues: Cues) -> tuple[Phrase, ...]:
        live = self._live.get(id(cues))
        if live is None:
            live = self._live[id(cues)] = tuple(
                phrase
                for language in self.languages
                for phrase in cues.phrases(language)
                if all(key in self._beginnings for key in phrase.keys)
            )
        return live

    def _in_sentences(self, cues: Cues) -> dict[str, list[Phrase]]:
        """The phrases that can be in each sentence."""
        found = self._by_sentence.get(id(cues))
        if found is None:
            found = self._by_sentence[id(cues)] = {}
            for phrase in self._in_text(cues):
                sets = [self._holders.get(key, _NOWHERE) for key in phrase.keys]
                for sentence in min(sets, key=len) if sets else self._sentences:
                    if all(sentence in each for each in sets):
                        found.setdefault(sentence, []).append(phrase)
        return found

    def has(self, cues: Cues, words: str) -> bool:
        return self.find(cues, words) >= 0


_NOWHERE: frozenset[str] = frozenset()
