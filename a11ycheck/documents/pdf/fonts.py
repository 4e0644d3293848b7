"""Fonts: what the codes of a string say, and how wide they are."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from functools import cache
from typing import Generic, Protocol, TypeVar

import pikepdf

from a11ycheck.documents.pdf.cmaps import CMap, Codes, Embedded, Named, read_cmap, readable
from a11ycheck.documents.pdf.font_model import Font
from a11ycheck.documents.pdf.font_programs import type_1_encoding
from a11ycheck.documents.pdf.limits import LONGEST_CMAP, LONGEST_TYPE_1, MOST_FONTS, MOST_MAPPINGS
from a11ycheck.documents.pdf.objects import (
    Entries,
    ObjectId,
    Streams,
    array,
    entries,
    id_of,
    name,
    number,
    numbers,
    text,
    whole,
)

Shown = tuple[str, float, int, int]
"""What a string says, its width in thousandths of the font size, its codes, and how many of them are the code 32."""


class FontReader(Protocol):
    """A font, ready to read strings with. ``ascent`` and ``descent`` are in parts of the font size; ``codes`` are those
    read so far, first those drawn to be seen, then those drawn to be invisible."""

    name: str
    bold: bool
    vertical: bool
    ascent: float
    descent: float
    codes: tuple[set[int], set[int]]

    def read(self, shown: bytes, invisible: bool = False) -> Shown: ...

    def glyphs(self, shown: bytes) -> list[tuple[str, float, bool]]:
        """Return the text and width of each code, and whether word spacing applies to it (9.3.3)."""
        ...


SUBSET = re.compile(r"\A[A-Z]{6}\+")
"""What the name of a font begins with of which not all glyphs are embedded (9.6.4)."""


class _Described:
    """What all fonts have in common."""

    vertical = False
    ascent = 0.8
    descent = -0.2

    def __init__(self, font: Entries, descriptor: Entries) -> None:
        self.name = SUBSET.sub("", name(font.get("/BaseFont")))[:200]
        self.bold = is_bold(self.name, descriptor)
        self.codes: tuple[set[int], set[int]] = (set(), set())


def is_bold(font_name: str, descriptor: Entries) -> bool:
    """Is the font bold by its name, its ForceBold flag, its weight, or the width of its stems (9.8)?"""
    folded = font_name.casefold()
    return (
        any(word in folded for word in ("bold", "black", "heavy", "demi"))
        or bool(whole(descriptor.get("/Flags")) & FORCE_BOLD)
        or number(descriptor.get("/FontWeight")) >= SEMI_BOLD
        or number(descriptor.get("/StemV")) >= BOLD_STEM
    )


FORCE_BOLD = 1 << 18
SEMI_BOLD = 600
BOLD_STEM = 130
"""Helvetica's stems are 88 wide and Times's 84; those of their bold faces are 140 and 139 (Adobe's font metrics)."""


class SimpleFont(_Described):
    """A font with codes of one byte (9.6)."""

    def __init__(self, font: Entries, streams: Streams) -> None:
        descriptor = entries(font.get("/FontDescriptor"))
        super().__init__(font, descriptor)
        self._font = font
        self._streams = streams
        self._texts = to_unicode(font, streams)
        self._widths = self._find_widths(descriptor)

    def _find_widths(self, descriptor: Entries) -> list[float]:
        given = array(self._font.get("/Widths"))[:256]
        if not given:
            self._complete()
            return standard_widths(self.name, self._texts)
        first = min(max(whole(self._font.get("/FirstChar")), 0), 255)
        widths = [number(descriptor.get("/MissingWidth"))] * 256
        for code, width in enumerate(given[: 256 - first], first):
            widths[code] = number(width)
        return widths

    def _complete(self) -> None:
        """Let the font's encoding say what its ToUnicode CMap, if it has one, leaves out."""
        said = {**encoded(self._font, self.name, self._streams), **self._texts}
        self._texts = {code: said.get(code, "") for code in range(256)}

    def read(self, shown: bytes, invisible: bool = False) -> Shown:
        self.codes[invisible].update(shown)
        said = self._say(shown)
        return said, sum(map(self._widths.__getitem__, shown)), len(shown), shown.count(b" ")

    def _say(self, shown: bytes) -> str:
        try:
            return codecs.charmap_decode(shown, "strict", self._texts)[0]
        except UnicodeDecodeError:
            self._complete()
            return codecs.charmap_decode(shown, "strict", self._texts)[0]

    def glyphs(self, shown: bytes) -> list[tuple[str, float, bool]]:
        self._say(shown)
        return [(self._texts[code], self._widths[code], code == 32) for code in shown]


class Type3Font(SimpleFont):
    """A font whose glyphs are content streams (9.6.5), measured in units of its own."""

    def __init__(self, font: Entries, streams: Streams) -> None:
        super().__init__(font, streams)
        across, _, _, up, _, _ = numbers(font.get("/FontMatrix"), 6) or (0.001, 0, 0, 0.001, 0, 0)
        self._widths = [width * across * 1000 for width in self._widths]
        _, bottom, _, top = numbers(font.get("/FontBBox"), 4) or (0, 0, 0, 0)
        low, high = sorted((bottom * up, top * up))
        if 0 < high - low < LARGEST_TYPE_3:
            self.ascent, self.descent = high, low


LARGEST_TYPE_3 = 20
"""Heights of a Type 3 font, in parts of the font size, that are believed."""


Held = TypeVar("Held")


class _Filled(dict[int, Held], Generic[Held]):
    """A table whose entries are found when they are first asked for."""

    def __init__(self, find: Callable[[int], Held]) -> None:
        self._find = find

    def __missing__(self, code: int) -> Held:
        found = self[code] = self._find(code)
        return found


class CompositeFont(_Described):
    """A font with codes of several bytes (9.7)."""

    def __init__(self, font: Entries, streams: Streams, named: Named) -> None:
        descendant = entries((array(font.get("/DescendantFonts")) or [None])[0])
        super().__init__(font, entries(descendant.get("/FontDescriptor")))
        self._codes = codes_of(font.get("/Encoding"), streams, named)
        self.vertical = self._codes.vertical
        self._said = to_unicode(font, streams)
        self._collection = (
            {} if self._said else named.texts(collection_of(entries(descendant.get("/CIDSystemInfo"))))
        )
        if self.vertical:
            self._default = (numbers(descendant.get("/DW2"), 2) or (880.0, -1000.0))[1]
            self._given: dict[int, float] = {}
        else:
            self._default = number(descendant.get("/DW"), 1000.0)
            self._given = cid_widths(descendant.get("/W"))
        self._texts = _Filled(self._find_text)
        self._widths = _Filled(self._find_width)

    def _find_text(self, code: int) -> str:
        return self._said.get(code) or self._collection.get(self._codes.cid(code), "")

    def _find_width(self, code: int) -> float:
        return self._given.get(self._codes.cid(code), self._default)

    def read(self, shown: bytes, invisible: bool = False) -> Shown:
        codes = self._codes.split(shown)
        self.codes[invisible].update(codes)
        said = "".join(map(self._texts.__getitem__, codes))
        return said, sum(map(self._widths.__getitem__, codes)), len(codes), 0

    def glyphs(self, shown: bytes) -> list[tuple[str, float, bool]]:
        return [(self._texts[code], self._widths[code], False) for code in self._codes.split(shown)]


def to_unicode(font: Entries, streams: Streams) -> dict[int, str]:
    """Return the texts of the font's ToUnicode CMap (9.10.3), none where it has no such thing."""
    said = embedded_cmap(font.get("/ToUnicode"), streams).texts
    return {code: readable(text) for code, text in said.items()}


def embedded_cmap(stream: object, streams: Streams) -> CMap:
    data = streams.read(stream) or b""
    return read_cmap(data) if len(data) <= LONGEST_CMAP else CMap()


def codes_of(encoding: object, streams: Streams, named: Named) -> Codes:
    """Return how a composite font's strings become codes: a CMap by name or as a stream."""
    if not isinstance(encoding, pikepdf.Stream):
        return named.codes(name(encoding))
    cmap = embedded_cmap(encoding, streams)
    base = name(encoding.get("/UseCMap")) or cmap.base
    return Embedded(cmap, named.codes(base), cmap.vertical or whole(encoding.get("/WMode")) == 1)


def collection_of(system: Entries) -> str:
    """Return the character collection that a CIDSystemInfo dictionary names (9.7.3)."""
    return f"{text(system.get('/Registry'))}-{text(system.get('/Ordering'))}"


def cid_widths(given: object) -> dict[int, float]:
    """Return the widths of a W array (9.7.4.3): "c [w1 w2 ...]" and "first last w"."""
    widths: dict[int, float] = {}
    waiting: list[int] = []
    for item in array(given):
        if isinstance(item, pikepdf.Array):
            first = waiting[-1] if waiting else 0
            for cid, width in enumerate(array(item)[:MOST_MAPPINGS], first):
                widths[cid] = number(width)
            waiting = []
        elif len(waiting) == 2:
            first, last = waiting
            widths.update(dict.fromkeys(range(first, min(last, first + MOST_MAPPINGS) + 1), number(item)))
            waiting = []
        else:
            waiting.append(int(number(item)))
        if len(widths) > MOST_MAPPINGS:
            break
    return widths


def encoded(font: Entries, font_name: str, streams: Streams) -> dict[int, str]:
    """Return the texts of a simple font's codes by its Encoding (9.6.6)."""
    from pdfminer.encodingdb import EncodingDB

    encoding = font.get("/Encoding")
    held = entries(encoding)
    usual = "WinAnsiEncoding" if name(font.get("/Subtype")) == "TrueType" else "StandardEncoding"
    base = name(held.get("/BaseEncoding")) or name(encoding)
    said: dict[int, str] = {}
    if base in EncodingDB.encodings or font_name not in SYMBOLS:
        said.update(EncodingDB.encodings.get(base) or EncodingDB.encodings[usual])
    if base not in EncodingDB.encodings:
        said.update(own_encoding(entries(font.get("/FontDescriptor")).get("/FontFile"), streams))
    code = 0
    for item in array(held.get("/Differences"))[:MOST_MAPPINGS]:
        if isinstance(item, pikepdf.Name):
            said[code] = glyph_text(name(item))
            code += 1
        else:
            code = whole(item)
    return said


def own_encoding(program: object, streams: Streams) -> dict[int, str]:
    """Return the texts of the codes by the encoding that a Type 1 font program brings, in its part in clear text."""
    found = type_1_encoding((streams.read(program) or b"")[:LONGEST_TYPE_1].partition(b"eexec")[0]) or {}
    return {code: glyph_text(glyph) for code, glyph in found.items() if code < 256}


SYMBOLS = frozenset({"Symbol", "ZapfDingbats"})
"""The standard fonts whose own encoding is not of letters."""


@cache
def known_glyphs() -> dict[str, str]:
    from pdfminer.glyphlist import glyphname2unicode

    return glyphname2unicode


UNICODE_GLYPH = re.compile(r"uni((?:[0-9A-F]{4}){1,8})|u([0-9A-F]{4,6})")


def glyph_text(glyph: str) -> str:
    """Return what a glyph's name says, by the Adobe Glyph List Specification, section 2."""
    said = ""
    for part in glyph.partition(".")[0].split("_")[:8]:
        if part in (known := known_glyphs()):
            said += readable(known[part])
        elif match := UNICODE_GLYPH.fullmatch(part):
            digits = match[1] or match[2].rjust(8, "0")
            step = 4 if match[1] else 8
            numbers_ = [int(digits[at : at + step], 16) for at in range(0, len(digits), step)]
            said += "".join(chr(n) for n in numbers_ if n < 0xD800 or 0xE000 <= n < 0x110000)
    return said


def standard_widths(font_name: str, said: dict[int, str]) -> list[float]:
    """Return the widths of one of the standard 14 fonts (9.6.2.2); half the font size where it is none of them."""
    from pdfminer.fontmetrics import FONT_METRICS

    _, widths = FONT_METRICS.get(font_name, ({}, {}))
    return [float(widths.get(said[code], 500)) for code in range(256)]


class Fonts:
    """The fonts of one document, each read once, numbered in the order in which they are met.

    ``held``: their objects, by number.
    """

    def __init__(self, streams: Streams) -> None:
        self._streams = streams
        self._named = Named()
        self._readers: list[FontReader] = []
        self._numbers: dict[ObjectId, int] = {}
        self.held: list[object] = []

    def number_of(self, font: object) -> int:
        """Return the font's number, which is -1 for something that is no font, or one font too many."""
        key = id_of(font)
        if key in self._numbers:
            return self._numbers[key]
        held = entries(font)
        if not held or len(self._readers) >= MOST_FONTS:
            return -1
        self._readers.append(self._read(held))
        self.held.append(font)
        if key != (0, 0):
            self._numbers[key] = len(self._readers) - 1
        return len(self._readers) - 1

    def _read(self, font: Entries) -> FontReader:
        kind = name(font.get("/Subtype"))
        if kind == "Type0":
            return CompositeFont(font, self._streams, self._named)
        return Type3Font(font, self._streams) if kind == "Type3" else SimpleFont(font, self._streams)

    def __getitem__(self, number: int) -> FontReader:
        return self._readers[number]

    def model(self) -> tuple[Font, ...]:
        return tuple(
            Font(font.name, font.bold, frozenset(font.codes[0] | font.codes[1]), frozenset(font.codes[0]))
            for font in self._readers
        )
