"""Font programs that a file embeds (9.9): which glyphs they hold, and how wide these are.

A program can describe far more than it holds, so nothing is expanded that a table only describes: characters are
looked up in the segments of a “cmap” table one by one, and a glyph's width is read off the beginning of its outline.
All widths are in thousandths of the font size.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_left
from contextlib import suppress
from functools import cache, cached_property
from io import BytesIO
from math import prod
from struct import unpack_from
from typing import Any

from a11ycheck.documents.pdf.limits import (
    LONGEST_OUTLINE_READ,
    LONGEST_TYPE_1,
    MOST_MAPPINGS,
    MOST_SUBROUTINES,
    MOST_TABLES,
)

NOTDEF = ".notdef"


class UnreadableError(Exception):
    """A font program that makes no sense."""


Tables = dict[bytes, memoryview]
Encoding = dict[int, str]
"""Names of glyphs by code."""


def tables_of(data: bytes) -> Tables:
    """Return the tables of a TrueType or OpenType file, by tag. Raises ``UnreadableError``."""
    try:
        (count,) = unpack_from(">4xH", data)
        rows = [unpack_from(">4s4xLL", data, 12 + 16 * row) for row in range(min(count, MOST_TABLES))]
    except struct.error:
        raise UnreadableError from None
    view = memoryview(data)
    return {tag: view[start : start + length] for tag, start, length in rows}


NO_TABLE = memoryview(b"")


class TrueType:
    """TrueType outlines (Apple's TrueType Reference Manual): glyphs have numbers, and names where “post” gives any.

    ``maps``: platform and encoding of each character map. ``glyphs_with_widths``: how many have one of their own.
    """

    def __init__(self, tables: Tables) -> None:
        try:
            (self.glyphs_with_widths,) = unpack_from(">34xH", tables[b"hhea"])
            self._hmtx = tables[b"hmtx"]
        except (KeyError, struct.error):
            raise UnreadableError from None
        self.glyphs_with_widths = min(self.glyphs_with_widths, len(self._hmtx) // 4)
        self._units = _number(tables.get(b"head", NO_TABLE), 18) or 1000
        self.count = _number(tables.get(b"maxp", NO_TABLE), 4) or self.glyphs_with_widths
        self._cmap = tables.get(b"cmap", NO_TABLE)
        self._post = tables.get(b"post", NO_TABLE)
        rows = (unpack_from(">HHL", self._cmap, 4 + 8 * row) for row in range(self._cmap_rows))
        found = [((platform, encoding), start) for platform, encoding, start in rows]
        self.maps = tuple(key for key, _ in found)
        self._starts = dict(reversed(found))

    @property
    def _cmap_rows(self) -> int:
        return min(_number(self._cmap, 2), (len(self._cmap) - 4) // 8, MOST_TABLES)

    def width(self, glyph: int) -> float:
        """Return the glyph's width: the last one given holds for all the rest, the first for one that is not there."""
        if glyph >= self.glyphs_with_widths:
            glyph = self.glyphs_with_widths - 1 if glyph < self.count else 0
        return _number(self._hmtx, 4 * glyph) * 1000 / self._units

    def glyph(self, platform: int, encoding: int, code: int) -> int:
        """Return the glyph of a character in one of the program's maps, 0 where there is none."""
        start = self._starts.get((platform, encoding))
        if start is None or not 0 <= code < 0x10000:
            return 0
        table = self._cmap[start:]
        try:
            return _LOOK_UP.get(_number(table, 0), _nowhere)(table, code)
        except (IndexError, struct.error):
            return 0

    @cached_property
    def names(self) -> dict[str, int]:
        """The glyphs by name."""
        try:
            return _post_names(self._post)
        except (IndexError, struct.error):
            return {}


def _number(table: memoryview, place: int) -> int:
    """Return the unsigned 16-bit number that stands there, 0 past the end."""
    return int.from_bytes(table[place : place + 2])


def _nowhere(_table: memoryview, _code: int) -> int:
    return 0


def _in_bytes(table: memoryview, code: int) -> int:
    return table[6 + code] if code < 0x100 else 0


def _in_segments(table: memoryview, code: int) -> int:
    count = _number(table, 6) // 2
    ends = unpack_from(f">{count}H", table, 14)
    segment = bisect_left(ends, code)
    starts = 16 + 2 * count
    if segment == count or _number(table, starts + 2 * segment) > code:
        return 0
    first = _number(table, starts + 2 * segment)
    delta = _number(table, starts + 2 * (count + segment))
    place = starts + 2 * (2 * count + segment)
    offset = _number(table, place)
    glyph = code if not offset else _number(table, place + offset + 2 * (code - first))
    return (glyph + delta) % 0x10000 if glyph or not offset else 0


def _in_array(table: memoryview, code: int) -> int:
    first, count = unpack_from(">6xHH", table)
    return _number(table, 10 + 2 * (code - first)) if first <= code < first + count else 0


def _in_groups(table: memoryview, code: int) -> int:
    (count,) = unpack_from(">12xL", table)
    groups = range(min(count, (len(table) - 16) // 12))
    group = bisect_left(groups, code, key=lambda at: int.from_bytes(table[20 + 12 * at : 24 + 12 * at]))
    if group == len(groups):
        return 0
    first, _, glyph = unpack_from(">3L", table, 16 + 12 * group)
    return int(glyph + code - first) if first <= code else 0


_LOOK_UP = {0: _in_bytes, 4: _in_segments, 6: _in_array, 12: _in_groups}
"""The formats that maps of characters have in the programs that PDF embeds."""


def _post_names(post: memoryview) -> dict[str, int]:
    from fontTools.ttLib.standardGlyphOrder import standardGlyphOrder

    version = bytes(post[:4])
    if version == b"\0\1\0\0":
        return {name: glyph for glyph, name in enumerate(standardGlyphOrder)}
    if version != b"\0\2\0\0":
        return {}
    count = _number(post, 32)
    indexes = unpack_from(f">{count}H", post, 34)
    own: list[str] = []
    place = 34 + 2 * count
    while place < len(post):
        length = post[place]
        own.append(bytes(post[place + 1 : place + 1 + length]).decode("latin-1"))
        place += 1 + length
    known = [*standardGlyphOrder, *own]
    return {known[index]: glyph for glyph, index in enumerate(indexes) if index < len(known)}


class Cff:
    """Compact outlines (Adobe Technical Note 5176): glyphs have names, or cids where ``is_cid_keyed``."""

    def __init__(self, data: bytes | memoryview) -> None:
        from fontTools.cffLib import CFFFontSet

        try:
            fonts = CFFFontSet()
            fonts.decompile(BytesIO(data), None)
            self._top: Any = fonts[0]
            self.is_cid_keyed: bool = hasattr(self._top, "ROS")
            self._outlines: Any = self._top.CharStrings.charStringsIndex
            names: list[str] = self._top.charset[: len(self._outlines)]
        except MemoryError:
            raise
        except Exception:
            raise UnreadableError from None
        self.count = len(names)
        if self.is_cid_keyed:
            self.by_cid = {int(name[3:]): glyph for glyph, name in enumerate(names) if name.startswith("cid")}
            self.by_cid[0] = 0
        else:
            self.names = {name: glyph for glyph, name in enumerate(names)}

    @cached_property
    def encoding(self) -> Encoding | None:
        """The names of the glyphs that codes stand for, where a font dictionary does not say; None where the
        standard encoding holds."""
        try:
            found = self._top.Encoding
        except MemoryError:
            raise
        except Exception:
            return {}
        if isinstance(found, list):
            return dict(enumerate(found))
        return None if found == "StandardEncoding" else {}

    def width(self, glyph: int) -> float | None:
        """Return a glyph's width, None where there is no such glyph or its outline makes no sense."""
        try:
            outline = self._outlines[glyph]
            private = outline.private
            reader = _width_reader()(
                getattr(private, "Subrs", []),
                outline.globalSubrs,
                private.nominalWidthX,
                private.defaultWidthX,
            )
            with suppress(_WidthFound):
                reader.execute(outline)
            return float(reader.width) * self._scale(glyph) if reader.gotWidth else None
        except MemoryError:
            raise
        except Exception:
            return None

    def _scale(self, glyph: int) -> float:
        matrices = [self._top.rawDict.get("FontMatrix")]
        if self.is_cid_keyed:
            selector = getattr(self._top, "FDSelect", None)
            font = self._top.FDArray[selector[glyph] if selector else 0]
            matrices.append(font.rawDict.get("FontMatrix"))
        scales = [float(matrix[0]) for matrix in matrices if matrix]
        return prod(scales) * 1000 if scales else 1.0


@cache
def _width_reader() -> Any:
    """Return fontTools' reader of outlines, made to stop at the width, or when it is led in circles."""
    from fontTools.misc.psCharStrings import T2WidthExtractor

    class WidthReader(T2WidthExtractor):  # type: ignore[misc]
        read = 0

        def execute(self, outline: Any, **options: Any) -> None:
            self.read += 1
            if self.read > MOST_SUBROUTINES:
                raise _WidthFound
            if outline.bytecode is not None:
                outline.bytecode = outline.bytecode[:LONGEST_OUTLINE_READ]
            super().execute(outline, **options)

        def popallWidth(self, evenOdd: int = 0) -> None:  # noqa: N802, N803 (fontTools' names)
            super().popallWidth(evenOdd)
            raise _WidthFound

    return WidthReader


class _WidthFound(Exception):
    pass


_MATRIX = re.compile(rb"/FontMatrix\s{0,9}\[\s{0,9}([-+.\deE]{1,20})")
_ENCODED = re.compile(rb"dup\s{1,9}(\d{1,3})\s{0,9}/([^\s/()<>\[\]{}%]{1,128})\s{1,9}put")
_RANDOM_BYTES = re.compile(rb"/lenIV\s{1,9}(-?\d{1,3})")
_OUTLINE = re.compile(rb"/([^\s/()<>\[\]{}%]{1,128})\s{1,9}(\d{1,5})\s{1,9}[^\s/]{1,20} ")
_BETWEEN_OUTLINES = 300
"""Bytes from the end of one outline to the length of the next."""


class Type1:
    """Type 1 outlines (Adobe Type 1 Font Format): glyphs have names.

    ``encoding``: the names of the glyphs that codes stand for, where a font dictionary does not say; None where the
    standard encoding holds.
    """

    def __init__(self, data: bytes) -> None:
        clear, mark, secret = data[:LONGEST_TYPE_1].partition(b"eexec")
        if not mark:
            raise UnreadableError
        private = _decrypted(_packed(secret.lstrip(b" \t\r\n")), 55665)[4:]
        random = _RANDOM_BYTES.search(private)
        self._random = int(random[1]) if random else 4
        matrix = _MATRIX.search(clear)
        self._scale = float(matrix[1]) * 1000 if matrix and _is_number(matrix[1]) else 1.0
        self._outlines: dict[str, bytes] = {}
        _, mark, private = private.partition(b"/CharStrings")
        place = 0
        while mark and len(self._outlines) < MOST_MAPPINGS:
            found = _OUTLINE.search(private, place, place + _BETWEEN_OUTLINES)
            if found is None:
                break
            place = found.end() + int(found[2])
            self._outlines[found[1].decode("latin-1")] = private[found.end() : place]
        if not self._outlines:
            raise UnreadableError
        self.encoding = type_1_encoding(clear)

    @property
    def names(self) -> set[str]:
        return set(self._outlines)

    def width(self, name: str) -> float | None:
        """Return a glyph's width, None where there is no such glyph or its outline makes no sense."""
        outline = self._outlines.get(name)
        if outline is None:
            return None
        begin = (
            outline if self._random < 0 else _decrypted(outline[: self._random + 40], 4330)[self._random :]
        )
        try:
            return _first_width(begin) * self._scale
        except (IndexError, ZeroDivisionError):
            return None


def type_1_encoding(clear: bytes) -> Encoding | None:
    """Return the encoding that a Type 1 program brings, in its part in clear text; None for the standard one."""
    begin = clear.find(b"/Encoding")
    if begin < 0 or clear[begin : begin + 40].split()[1:2] == [b"StandardEncoding"]:
        return None
    return {int(code): name.decode("latin-1") for code, name in _ENCODED.findall(clear, begin)}


def _is_number(written: bytes) -> bool:
    try:
        float(written)
    except ValueError:
        return False
    return True


def _packed(secret: bytes) -> bytes:
    """Return the encrypted part as bytes: it may be written in hexadecimal, or after the head of a PFB segment."""
    if secret[:1] == b"\x80":
        return secret[6:]
    if re.fullmatch(rb"[0-9A-Fa-f\s]{4}", secret[:4]):
        digits = re.sub(rb"[^0-9A-Fa-f]+", b"", secret)
        return bytes.fromhex(digits[: len(digits) & ~1].decode())
    return secret


def _decrypted(secret: bytes, key: int) -> bytes:
    plain = bytearray()
    add = plain.append
    for byte in secret:
        add(byte ^ key >> 8)
        key = (byte + key) * 52845 + 22719 & 0xFFFF
    return bytes(plain)


def _first_width(outline: bytes) -> float:
    """Return the width that an outline sets first of all, with hsbw or sbw. Raises ``IndexError`` where it does not."""
    stack: list[float] = []
    place = 0
    while True:
        byte = outline[place]
        place += 1
        if byte >= 32:
            length = 0 if byte < 247 else 4 if byte == 255 else 1
            more = outline[place : place + length]
            place += length
            if byte < 247:
                stack.append(byte - 139)
            elif byte < 251:
                stack.append((byte - 247) * 256 + more[0] + 108)
            elif byte < 255:
                stack.append(-(byte - 251) * 256 - more[0] - 108)
            else:
                stack.append(int.from_bytes(more, signed=True))
        elif byte == 13:
            return stack[1]
        elif byte == 12 and outline[place] == 7:
            return stack[2]
        elif byte == 12 and outline[place] == 12:
            place += 1
            below = stack.pop()
            stack.append(stack.pop() / below)
        else:
            raise IndexError
