"""A text as numbers, words and signs, with their places."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(r"(\d+)|([^\W\d_]+)|(\n)|([^\w\s])")


class Token(NamedTuple):
    """A number, word or sign; a line break is one too. ``word`` is casefolded, ``number`` is -1 where it is none."""

    word: str
    start: int
    end: int
    number: int
    spaced: bool
    """White space stands before it."""


LONGEST_NUMBER = 9
_END = Token("", -1, -1, -1, True)


class Tokens:
    """The tokens of a text; beyond either end stands an empty one, so that a grammar can look ahead."""

    def __init__(self, text: str) -> None:
        self._tokens: list[Token] = []
        behind = 0
        for match in _TOKEN.finditer(text):
            start, end = match.span()
            written = match[0]
            number = int(written) if match[1] and end - start <= LONGEST_NUMBER else -1
            self._tokens.append(Token(written.casefold(), start, end, number, start > behind))
            behind = end

    def __len__(self) -> int:
        return len(self._tokens)

    def __getitem__(self, place: int) -> Token:
        return self._tokens[place] if 0 <= place < len(self._tokens) else _END
