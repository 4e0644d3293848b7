"""HTML that Outlook has packed in RTF: decompression (MS-OXRTFCP) and taking the HTML out (MS-OXRTFEX)."""

from __future__ import annotations

import codecs
import re
import struct
from typing import NamedTuple

LONGEST_RTF = 20_000_000
"""Bytes, unpacked."""
DICTIONARY = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
    b"MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20"
    b"\\b\\i\\u\\tab\\tx"
)
"""What both sides begin with (MS-OXRTFCP 2.1.2.1)."""
TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
SKIPPED = frozenset(
    b"fonttbl colortbl stylesheet info pntext listtable listoverridetable generator themedata datastore "
    b"latentstyles".split()
)
SIGNS = {
    b"par": "\r\n",
    b"line": "\r\n",
    b"tab": "\t",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"endash": "–",
    b"emdash": "—",
}


def html_of(packed: bytes) -> str | None:
    """The HTML that compressed RTF was made of; None when it was made of something else, or is broken."""
    rtf = unpacked(packed)
    return None if rtf is None or b"\\fromhtml" not in rtf[:500] else _taken_out(rtf)


def unpacked(packed: bytes) -> bytes | None:
    """Decompress RTF; None when it is broken or too long."""
    if len(packed) < 16:
        return None
    _, size, kind, _ = struct.unpack("<IIII", packed[:16])
    if size > LONGEST_RTF:
        return None
    if kind == 0x414C454D:  # “MELA”: not compressed
        return packed[16 : 16 + size]
    if kind != 0x75465A4C:  # “LZFu”
        return None
    ring = bytearray(DICTIONARY.ljust(4_096, b"\0"))
    write = len(DICTIONARY)
    out = bytearray()
    place = 16
    while place < len(packed) and len(out) < size:
        control = packed[place]
        place += 1
        for bit in range(8):
            if place >= len(packed) or len(out) >= size:
                break
            if not control >> bit & 1:
                chunk = packed[place : place + 1]
                place += 1
                ring[write] = chunk[0]
                write = (write + 1) % 4_096
                out += chunk
                continue
            token = int.from_bytes(packed[place : place + 2], "big")
            place += 2
            offset, length = token >> 4, (token & 15) + 2
            if offset == write:
                return bytes(out)
            for step in range(length):
                value = ring[(offset + step) % 4_096]
                ring[write] = value
                write = (write + 1) % 4_096
                out.append(value)
    return bytes(out)


def _taken_out(rtf: bytes) -> str:
    """The HTML: what stands in \\htmltag groups, and the text outside that is not marked as RTF alone."""
    codepage = re.search(rb"\\ansicpg(\d{1,5})", rtf[:1_000])
    number = int(codepage[1]) if codepage else 0
    taker = _Taker("utf-8" if number == 65001 else f"cp{number or 1252}")
    for match in TOKEN.finditer(rtf):
        taker.take(*match.groups())
    return taker.result()


class _Group(NamedTuple):
    """What holds within a pair of braces: is its text left out, is it marked as RTF alone, and how many signs follow a
    \\u for programs that do not know it."""

    left_out: bool = False
    rtf_alone: bool = False
    signs_for_one: int = 1

    @property
    def is_silent(self) -> bool:
        return self.left_out or self.rtf_alone


class _Taker:
    """Takes RTF token by token and keeps the HTML in it."""

    def __init__(self, charset: str) -> None:
        try:
            codecs.lookup(charset)
        except LookupError:
            charset = "cp1252"
        self._charset = charset
        self._out: list[str] = []
        self._bytes = bytearray()
        self._groups = [_Group()]
        self._starred = False
        self._to_skip = 0

    def take(
        self,
        word: bytes | None,
        number: bytes | None,
        hexadecimal: bytes | None,
        sign: bytes | None,
        brace: bytes | None,
        text: bytes | None,
    ) -> None:
        if brace is not None:
            self._brace(brace)
        elif sign == b"*":
            self._starred = True
        elif word is not None:
            self._word(word, number)
        elif hexadecimal is not None:
            self._say(bytes([int(hexadecimal, 16)]))
        elif text is not None or sign is not None:
            self._say(text if text is not None else _sign(sign or b""))

    def result(self) -> str:
        self._end_of_bytes()
        return "".join(self._out)

    def _brace(self, brace: bytes) -> None:
        self._starred = False
        if brace == b"{":
            self._groups.append(self._groups[-1])
        elif len(self._groups) > 1:
            self._groups.pop()

    def _word(self, word: bytes, number: bytes | None) -> None:
        group = self._groups[-1]
        if word == b"htmltag":
            self._groups[-1] = _Group(signs_for_one=group.signs_for_one)
        elif word == b"htmlrtf":
            self._groups[-1] = group._replace(rtf_alone=number != b"0")
        elif word in SKIPPED or self._starred:
            self._groups[-1] = group._replace(left_out=True)
        elif word == b"uc" and number:
            self._groups[-1] = group._replace(signs_for_one=max(0, min(int(number), 10)))
        elif not group.is_silent and (word in SIGNS or (word == b"u" and number)):
            self._end_of_bytes()
            if word == b"u":
                self._to_skip = group.signs_for_one
            self._out.append(SIGNS[word] if word in SIGNS else _character(int(number or 0)))
        self._starred = False

    def _say(self, raw: bytes) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(raw))
            raw, self._to_skip = raw[skipped:], self._to_skip - skipped
        if not self._groups[-1].is_silent:
            self._bytes += raw

    def _end_of_bytes(self) -> None:
        if self._bytes:
            self._out.append(self._bytes.decode(self._charset, "replace"))
            self._bytes.clear()


def _character(number: int) -> str:
    code = number % 65_536
    return "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)


def _sign(sign: bytes) -> bytes:
    return {b"~": b"\xa0", b"_": b"-", b"-": b""}.get(sign, sign if sign in (b"\\", b"{", b"}") else b"")
