"""CMaps (9.7.5, 9.10.3): what a file says its character codes mean.

Those that a file brings are read here, because pdfminer counts its way through a range of four thousand million codes
when told to. Those that the standard names (Table 118) are pdfminer's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from a11ycheck.documents.pdf.limits import LONGEST_MAPPING, MOST_CMAPS, MOST_MAPPINGS

_TOKEN = re.compile(
    rb"<([0-9A-Fa-f\0\t\n\f\r ]{0,1024}+)>|/([^\0\t\n\f\r ()<>\[\]{}/%]{1,128})"
    rb"|([-+]?\d{1,10})(?![^\0\t\n\f\r <>\[\]/%])|([\[\]])|([A-Za-z]{1,32})|%[^\r\n]*+"
)
_HEX, _NAME, _NUMBER, _BRACKET, _WORD = range(1, 6)

Value = bytes | str | int | list[bytes]
"""A code or a UTF-16 text, a name, a number, or the texts of consecutive codes."""


@dataclass(slots=True)
class CMap:
    """A CMap as its file writes it: texts and cids by code, and how long codes are.

    ``lengths``: bytes of a code, by its first byte, if that is said. ``base``: the CMap that this one builds on.
    """

    texts: dict[int, str] = field(default_factory=dict)
    cids: dict[int, int] = field(default_factory=dict)
    lengths: dict[int, int] = field(default_factory=dict)
    vertical: bool = False
    base: str = ""


def read_cmap(data: bytes) -> CMap:
    """Read a CMap, as much of it as makes sense."""
    cmap = CMap()
    values: list[Value] = []
    inside: list[bytes] | None = None
    for token in _TOKEN.finditer(data):
        kind = token.lastindex
        if kind == _HEX:
            code = _bytes(token[_HEX])
            if inside is None:
                values.append(code)
            elif len(inside) < MOST_MAPPINGS:
                inside.append(code)
        elif kind == _BRACKET:
            if token[_BRACKET] == b"[":
                inside = []
            elif inside is not None:
                values.append(inside)
                inside = None
        elif kind == _NUMBER:
            values.append(int(token[_NUMBER]))
        elif kind == _NAME:
            values.append(token[_NAME].decode("latin-1"))
        elif kind == _WORD:
            _obey(cmap, token[_WORD], values)
            values = []
            inside = None
        if len(values) > 3 * MOST_MAPPINGS:
            break
    return cmap


def _obey(cmap: CMap, word: bytes, values: list[Value]) -> None:
    if word in _SECTIONS:
        size, add = _SECTIONS[word]
        for at in range(0, len(values) - size + 1, size):
            add(cmap, *values[at : at + size])
    elif word == b"usecmap" and values and isinstance(values[-1], str):
        cmap.base = values[-1]
    elif word == b"def" and values[-2:] == ["WMode", 1]:
        cmap.vertical = True


def _add_text(cmap: CMap, code: Value, text: Value) -> None:
    if isinstance(code, bytes) and isinstance(text, bytes):
        cmap.texts[int.from_bytes(code)] = _decoded(text)


def _add_cid(cmap: CMap, code: Value, cid: Value) -> None:
    if isinstance(code, bytes) and isinstance(cid, int):
        cmap.cids[int.from_bytes(code)] = cid


def _add_cids(cmap: CMap, first: Value, last: Value, cid: Value) -> None:
    if isinstance(first, bytes) and isinstance(last, bytes) and isinstance(cid, int):
        start = int.from_bytes(first)
        count = min(int.from_bytes(last) - start + 1, MOST_MAPPINGS - len(cmap.cids))
        cmap.cids.update(zip(range(start, start + count), range(cid, cid + count), strict=True))


def _add_codes(cmap: CMap, first: Value, last: Value) -> None:
    if isinstance(first, bytes) and isinstance(last, bytes) and first and last:
        cmap.lengths.update(dict.fromkeys(range(first[0], last[0] + 1), min(len(first), 4)))


def _add_texts(cmap: CMap, first: Value, last: Value, text: Value) -> None:
    """Add the texts of consecutive codes: a list of them, or the first, whose last character is counted up."""
    if not (isinstance(first, bytes) and isinstance(last, bytes)):
        return
    start = int.from_bytes(first)
    count = min(int.from_bytes(last) - start + 1, MOST_MAPPINGS - len(cmap.texts))
    if isinstance(text, list):
        cmap.texts.update(zip(range(start, start + count), map(_decoded, text), strict=False))
    elif isinstance(text, bytes) and (begins := _decoded(text)):
        before, character = begins[:-1], ord(begins[-1])
        for step in range(min(count, 0x110000 - character)):
            cmap.texts[start + step] = before + _character(character + step)


_SECTIONS: dict[bytes, tuple[int, Callable[..., None]]] = {
    b"endbfchar": (2, _add_text),
    b"endbfrange": (3, _add_texts),
    b"endcidchar": (2, _add_cid),
    b"endcidrange": (3, _add_cids),
    b"endcodespacerange": (2, _add_codes),
}
"""The words that end a section, with how many values an entry has, and what is done with it."""


def _character(number: int) -> str:
    return "" if 0xD800 <= number < 0xE000 else chr(number)


def _decoded(utf16: bytes) -> str:
    return utf16.decode("latin-1" if len(utf16) == 1 else "utf-16-be", "ignore")


LIGATURES = {
    0: "",
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}


def readable(text: str) -> str:
    """Return the text with the letters of ligatures, without the null that stands for nothing, and not too long."""
    return text[:LONGEST_MAPPING].translate(LIGATURES)


def _bytes(digits: bytes) -> bytes:
    try:
        return bytes.fromhex(digits.decode())
    except ValueError:
        packed = digits.translate(None, b"\0\t\n\f\r ")
        return bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode())


class Codes(Protocol):
    """How the bytes of a string become codes, and the codes glyph numbers (cids)."""

    vertical: bool

    def split(self, shown: bytes) -> list[int]: ...

    def cid(self, code: int) -> int: ...


@dataclass(slots=True)
class TwoBytes:
    """Identity-H and Identity-V: two bytes are a code, and the code is the cid."""

    vertical: bool = False

    def split(self, shown: bytes) -> list[int]:
        return [high << 8 | low for high, low in zip(shown[::2], shown[1::2], strict=False)]

    def cid(self, code: int) -> int:
        return code


@dataclass(slots=True)
class Embedded:
    """A CMap that the file brings, on top of the one it builds on."""

    cmap: CMap
    base: Codes
    vertical: bool = False

    def split(self, shown: bytes) -> list[int]:
        lengths = self.cmap.lengths
        if not lengths:
            return self.base.split(shown)
        codes = []
        position = 0
        while position < len(shown):
            length = lengths.get(shown[position], 2)
            codes.append(int.from_bytes(shown[position : position + length]))
            position += length
        return codes

    def cid(self, code: int) -> int:
        return self.cmap.cids[code] if code in self.cmap.cids else self.base.cid(code)


@dataclass(slots=True)
class Predefined:
    """A CMap that the standard names: nested tables by byte, with cids at the ends."""

    table: dict[int, Any]
    vertical: bool = False

    def split(self, shown: bytes) -> list[int]:
        codes: list[int] = []
        code = 0
        node: dict[int, Any] | None = self.table
        for byte in shown:
            code = code << 8 | byte
            node = node.get(byte) if node else None
            if not isinstance(node, dict):
                codes.append(code)
                code, node = 0, self.table
        return codes

    def cid(self, code: int) -> int:
        # A code does not tell how many zero bytes it began with.
        for length in range(max(1, (code.bit_length() + 7) // 8), 5):
            node: Any = self.table
            for byte in code.to_bytes(length):
                node = node.get(byte) if isinstance(node, dict) else None
            if isinstance(node, int):
                return node
        return 0


SUPPLEMENTS: Mapping[str, tuple[str, int]] = {
    **dict.fromkeys(("GB-EUC-H", "GB-EUC-V", "GBpc-EUC-H", "GBpc-EUC-V"), ("GB1", 0)),
    **dict.fromkeys(("GBK-EUC-H", "GBK-EUC-V", "GBKp-EUC-H", "GBKp-EUC-V"), ("GB1", 2)),
    **dict.fromkeys(("UniGB-UCS2-H", "UniGB-UCS2-V"), ("GB1", 4)),
    **dict.fromkeys(("GBK2K-H", "GBK2K-V", "UniGB-UTF16-H", "UniGB-UTF16-V"), ("GB1", 5)),
    **dict.fromkeys(("B5pc-H", "B5pc-V", "ETen-B5-H", "ETen-B5-V"), ("CNS1", 0)),
    **dict.fromkeys(("ETenms-B5-H", "ETenms-B5-V", "CNS-EUC-H", "CNS-EUC-V"), ("CNS1", 0)),
    **dict.fromkeys(("HKscs-B5-H", "HKscs-B5-V"), ("CNS1", 5)),
    **dict.fromkeys(("UniCNS-UCS2-H", "UniCNS-UCS2-V"), ("CNS1", 3)),
    **dict.fromkeys(("UniCNS-UTF16-H", "UniCNS-UTF16-V"), ("CNS1", 7)),
    **dict.fromkeys(("83pv-RKSJ-H", "90pv-RKSJ-H", "Add-RKSJ-H", "Add-RKSJ-V"), ("Japan1", 1)),
    **dict.fromkeys(("EUC-H", "EUC-V", "H", "V"), ("Japan1", 1)),
    **dict.fromkeys(("90ms-RKSJ-H", "90ms-RKSJ-V", "90msp-RKSJ-H", "90msp-RKSJ-V"), ("Japan1", 2)),
    **dict.fromkeys(("Ext-RKSJ-H", "Ext-RKSJ-V"), ("Japan1", 2)),
    **dict.fromkeys(("UniJIS-UCS2-H", "UniJIS-UCS2-V"), ("Japan1", 4)),
    **dict.fromkeys(("UniJIS-UCS2-HW-H", "UniJIS-UCS2-HW-V"), ("Japan1", 4)),
    **dict.fromkeys(("UniJIS-UTF16-H", "UniJIS-UTF16-V"), ("Japan1", 7)),
    **dict.fromkeys(("KSC-EUC-H", "KSC-EUC-V", "KSCpc-EUC-H"), ("Korea1", 0)),
    **dict.fromkeys(("KSCms-UHC-H", "KSCms-UHC-V"), ("Korea1", 1)),
    **dict.fromkeys(("KSCms-UHC-HW-H", "KSCms-UHC-HW-V"), ("Korea1", 1)),
    **dict.fromkeys(("UniKS-UCS2-H", "UniKS-UCS2-V"), ("Korea1", 1)),
    **dict.fromkeys(("UniKS-UTF16-H", "UniKS-UTF16-V"), ("Korea1", 2)),
}
"""The CMaps that the standard names (Table 118), Identity apart, with the ordering and the supplement of Adobe's
character collections that they lead to: those of Table 119, and of Adobe's own CMaps where these have grown since."""


def is_predefined(name: str) -> bool:
    return name in SUPPLEMENTS or name in ("Identity-H", "Identity-V")


COLLECTIONS: Mapping[str, int] = {
    "Adobe-CNS1": 19_179,
    "Adobe-GB1": 30_572,
    "Adobe-Japan1": 23_060,
    "Adobe-Korea1": 18_352,
}
"""The character collections (9.7.3) whose cids have known texts, with how many cids each has in its last supplement:
7, 6, 7 and 2, by Adobe's own descriptions of them."""


class Named:
    """The CMaps and collections that one document names, loaded once each and no more than a few."""

    def __init__(self) -> None:
        self._codes: dict[str, Codes] = {}
        self._texts: dict[str, dict[int, str]] = {}

    def codes(self, name: str) -> Codes:
        """Return the CMap of this name; two bytes to a code where it is Identity, unknown or one too many."""
        if name not in self._codes:
            vertical = name.endswith("V")
            if not name or name.startswith(("Identity", "to-unicode")) or len(self._codes) >= MOST_CMAPS:
                return TwoBytes(vertical)
            from pdfminer.cmapdb import CMap as Table
            from pdfminer.cmapdb import CMapDB

            try:
                found = CMapDB.get_cmap(name)
            except CMapDB.CMapNotFound:
                return TwoBytes(vertical)
            self._codes[name] = (
                Predefined(found.code2cid, vertical) if isinstance(found, Table) else TwoBytes(vertical)
            )
        return self._codes[name]

    def texts(self, collection: str) -> dict[int, str]:
        """Return the texts of a collection's cids; none for one that is not known."""
        if collection not in self._texts:
            if collection not in COLLECTIONS:
                return {}
            from pdfminer.cmapdb import CMapDB

            self._texts[collection] = CMapDB.get_unicode_map(collection).cid2unichr
        return self._texts[collection]
