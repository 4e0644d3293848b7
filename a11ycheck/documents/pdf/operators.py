"""The bytes of a content stream (7.8.2) as operators with their operands, one at a time.

pikepdf parses a stream into one list before it hands anything over: 135 bytes of memory for each byte of the stream,
without a limit. This reads on demand, so that a limit can stop it, and in half the time. The tests hold it against
pikepdf's own parser.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from a11ycheck.documents.pdf.limits import LONGEST_ARRAY, LONGEST_STRING, MOST_OPERANDS


class Array(bytes):
    """What stands between the brackets of an array, as it is written."""


class Dictionary(bytes):
    """What stands between << and >>, as it is written."""


Operand = float | str | bytes | Array | Dictionary
"""A number, a name without its slash, the bytes of a string, an array or a dictionary."""

INLINE_IMAGE = b"ID"
"""Stands for a whole inline image (8.9.7), from BI to EI; its operands are its properties."""

_SPACE = rb"[\0\t\n\f\r ]"
_REGULAR = rb"[^\0\t\n\f\r ()<>\[\]{}/%]"
_LITERAL = rb"[^()\\]*+(?:\\[\s\S][^()\\]*+)*+"
# Possessive throughout: no byte is read twice by one attempt, and an attempt that fails ends at a bracket.
_STRING = rb"\(" + _LITERAL + rb"(?:\(" + _LITERAL + rb"\)" + _LITERAL + rb")*+\)"
_HEX = rb"<[0-9A-Fa-f\0\t\n\f\r ]*+>"
_NUMBERS, _OPERATOR, _NAME, _ARRAY, _DICTIONARY, _HEX_STRING, _LITERAL_STRING, _OPENING = range(1, 9)
_TOKEN = re.compile(
    # Numbers come first, as many as there are: most operators have nothing else.
    _SPACE + rb"*+((?:[-+.0-9]{1,64}+" + _SPACE + rb"*+){0,100}+)"
    rb"(?:(?:true|false|null)(?!" + _REGULAR + rb")"
    rb"|([A-Za-z'\"]" + _REGULAR + rb"*+)"
    rb"|/(" + _REGULAR + rb"*+)"
    rb"|\[([^\[\]()%]*+(?:" + _STRING + rb"[^\[\]()%]*+)*+)\]"
    rb"|<<((?:[^<>()%]++|" + _HEX + rb"|" + _STRING + rb")*+)>>"
    rb"|(" + _HEX + rb")"
    rb"|(" + _STRING + rb")"
    rb"|(?:%[^\r\n]*+" + _SPACE + rb"*+)++"
    rb"|([(\[<])"
    rb"|(?=[-+.0-9])"
    rb"|[^A-Za-z'\"/\[<(%\-+.0-9\0\t\n\f\r ]++"
    rb"|\Z)"
)
_NUMBER = re.compile(rb"([-+]?)[-+]*(\d+\.?\d*|\.\d+)")
_BRACKET = re.compile(rb"[()]|\\[\s\S]")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|[\s\S])|\r\n?")
_ESCAPED = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}
_NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_NOT_HEX = re.compile(rb"[^0-9A-Fa-f]+")
_IMAGE_END = re.compile(_SPACE + rb"EI(?=(?:" + _SPACE + rb"[\t\n\f\r -~]{0,16})?+(?:\Z|[\t\n\f\r -~]))")


def operators(data: bytes) -> Iterator[tuple[bytes, list[Operand]]]:
    """Yield each operator with its operands.

    An empty operator stands for something that no operator can follow, such as a bracket that nothing closes; it is
    yielded so that a reader who counts steps sees every one.
    """
    operands: list[Operand] = []
    position: int | None = 0
    while position is not None:
        start, position = position, None
        for token in _TOKEN.finditer(data, start):
            kind = token.lastindex
            if written := token[_NUMBERS]:
                operands += numbers_in(written)
            if kind == _OPERATOR:
                operator = token[_OPERATOR]
                yield operator, operands
                operands = []
                if operator == INLINE_IMAGE:
                    position = _after_image(data, token.end())
                    break
            elif kind == _OPENING:
                yield b"", []
                if token[_OPENING] == b"(":
                    position = _after_string(data, token.end())
                    operands.append(string(data[token.end() - 1 : position]))
                    break
            elif kind is not None and kind != _NUMBERS:
                operands.append(_operand(token, kind))
            if len(operands) > MOST_OPERANDS:
                yield b"", operands
                operands = []


def _operand(token: re.Match[bytes], kind: int) -> Operand:
    written = token[kind]
    if kind == _NAME:
        return name(written)
    if kind == _ARRAY:
        return Array(written[:LONGEST_ARRAY])
    if kind == _DICTIONARY:
        return Dictionary(written[:LONGEST_ARRAY])
    return string(written)


def operands_of(data: bytes) -> list[Operand]:
    """Return what stands in an array or dictionary, whatever its nesting, in order."""
    found: list[Operand] = []
    for token in _TOKEN.finditer(data[:LONGEST_ARRAY]):
        kind = token.lastindex
        found += numbers_in(token[_NUMBERS])
        if kind is not None and kind not in (_NUMBERS, _OPERATOR, _OPENING):
            found.append(_operand(token, kind))
    return found


def numbers_in(written: bytes) -> list[float]:
    """Return the numbers, read leniently: --5 is -5, and what is no number at all is 0."""
    parts = written.split()
    try:
        return list(map(float, parts))
    except ValueError:
        return [_number(part) for part in written.replace(b"\0", b" ").split()]


def _number(written: bytes) -> float:
    match = _NUMBER.match(written)
    return float(match[1] + match[2]) if match else 0.0


def name(written: bytes) -> str:
    if b"#" in written:
        written = _NAME_ESCAPE.sub(lambda match: bytes([int(match[1], 16)]), written)
    # The same few names come thousands of times.
    return sys.intern(written.decode("utf-8", "replace"))


def string(written: bytes) -> bytes:
    """Return the bytes of a literal or hexadecimal string, given with its brackets (7.3.4)."""
    inside = written[1 : LONGEST_STRING + 1] if len(written) > LONGEST_STRING else written[1:-1]
    if written[:1] == b"(":
        return _ESCAPE.sub(_unescaped, inside) if b"\\" in inside or b"\r" in inside else inside
    try:
        return bytes.fromhex(inside.decode())
    except ValueError:
        digits = _NOT_HEX.sub(b"", inside)
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _unescaped(match: re.Match[bytes]) -> bytes:
    escaped = match[1]
    if escaped is None:
        return b"\n"
    if escaped[:1].isdigit() and escaped[0] < 0x38:
        return bytes([int(escaped, 8) & 0xFF])
    return _ESCAPED.get(escaped, escaped)


def _after_string(data: bytes, start: int) -> int | None:
    """Return where a string ends that is nested too deeply for the pattern; None if it never does, or is too long."""
    depth = 1
    for bracket in _BRACKET.finditer(data, start, start + LONGEST_STRING):
        depth += {b"(": 1, b")": -1}.get(bracket[0], 0)
        if not depth:
            return bracket.end()
    return None


def _after_image(data: bytes, start: int) -> int | None:
    """Return where an inline image's data ends, None if it never does.

    The data is binary and has no length: it ends at an EI that is followed by what looks like content.
    """
    end = _IMAGE_END.search(data, start)
    return end.end() if end else None
