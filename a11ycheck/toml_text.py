"""The text of a TOML file: where each header and key stands in it, and how a text is written in one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statement:
    """A header, or a key with its value, as it stands in the text of a TOML file.

    ``start`` to ``end`` is the statement without the comment after it; ``equals`` is where its first equals sign
    stands, -1 in a header. All are offsets; ``line`` counts from 1.
    """

    text: str
    line: int
    start: int
    end: int
    equals: int

    @property
    def said(self) -> str:
        return self.text[self.start : self.end].strip()

    @property
    def is_header(self) -> bool:
        return self.equals < 0

    @property
    def key(self) -> str:
        """The name before the equals sign; empty in a header."""
        return self.text[self.start : self.equals].strip().strip("\"'") if not self.is_header else ""

    def begins(self, name: str) -> bool:
        """Is it the header ``[[name]]``?"""
        inner = self.said.removeprefix("[[").removesuffix("]]")
        return self.is_header and self.said.startswith("[[") and inner.strip().strip("\"'") == name


# TOML 1.0: strings may hold what looks like a header or a comment, and values in brackets go on over lines. Each kind
# of token begins with a sign of its own and is possessive, so that nothing is gone over twice; a string
# that does not end goes on, as no valid one does.
_TOKENS = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+(?:"{3,5})?'
    r"|'''(?:[^']|'(?!''))*+(?:'{3,5})?"
    r'|"(?:[^"\\\n]|\\.)*+"?'
    r"|'[^'\n]*+'?"
    r"|(?P<comment>#[^\n]*+)"
    r"|(?P<newline>\n)"
    r"|(?P<opens>[\[{])|(?P<closes>[\]}])"
    r"|(?P<equals>=)"
    r"|[^\"'#\n\[\]{}=]++",
    re.DOTALL,
)


def statements(text: str) -> Iterator[Statement]:
    """The headers and keys of a TOML file in order. The text is one that has been parsed: no fault of it is told."""
    start = end = depth = 0
    line, equals = 1, -1
    for token in _TOKENS.finditer(text + "\n"):
        kind = token.lastgroup
        if kind == "newline" and depth == 0:
            if text[start:end].strip():
                yield Statement(text, line, start, end, equals)
            line += text.count("\n", start, token.end())
            start = end = token.end()
            equals = -1
            continue
        depth += (kind == "opens") - (kind == "closes")
        if kind == "equals" and depth == 0 and equals < 0:
            equals = token.start()
        if kind != "comment" or depth:
            end = token.end()


def quoted(text: str) -> str:
    """The text as a string of TOML 1.0 on one line."""
    # JSON's strings are TOML's, but for the sign that deletes, which TOML wants escaped, and halves of characters,
    # which no file in UTF-8 can hold.
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")
