"""What font dictionaries and the programs that they embed (9.5 to 9.9) say of the codes that text is drawn with.

Each code of each font is looked at once, however often it is drawn. Where PDF/UA-1 leaves room, the readings are
veraPDF's: what a missing width is, how a TrueType code finds its glyph, which fonts need no ToUnicode.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import NamedTuple

import pikepdf

from a11ycheck.documents.pdf.cmaps import (
    COLLECTIONS,
    SUPPLEMENTS,
    CMap,
    Codes,
    Embedded,
    Named,
    is_predefined,
)
from a11ycheck.documents.pdf.font_model import CMapFacts, Collection, Font, FontFacts, Glyph
from a11ycheck.documents.pdf.font_programs import (
    NOTDEF,
    Cff,
    Encoding,
    TrueType,
    Type1,
    UnreadableError,
    tables_of,
)
from a11ycheck.documents.pdf.fonts import (
    SUBSET,
    UNICODE_GLYPH,
    cid_widths,
    codes_of,
    collection_of,
    embedded_cmap,
    glyph_text,
    known_glyphs,
)
from a11ycheck.documents.pdf.limits import LONGEST_CID_SET, MOST_MAPPINGS, MOST_PROGRAMS_KEPT
from a11ycheck.documents.pdf.objects import (
    Entries,
    ObjectId,
    Streams,
    array,
    entries,
    id_of,
    name,
    number,
    text,
    whole,
)
from a11ycheck.documents.pdf.operators import operators

Program = TrueType | Cff | Type1
Load = Callable[[bytes], Program]

SYMBOLIC = 1 << 2
"""Bit 3 of a font descriptor's flags (9.8.2)."""


def read_font_facts(
    file: pikepdf.Pdf, handles: Iterable[ObjectId], fonts: Iterable[Font]
) -> tuple[FontFacts, ...]:
    """Return the facts of the fonts that text is drawn with; ``handles`` are their objects, in the same order."""
    reader = FactsReader(Streams())
    return tuple(
        reader.read(index, file.get_object(handle), font)
        for index, (handle, font) in enumerate(zip(handles, fonts, strict=True))
        if font.codes and handle != (0, 0)
    )


class Lookup(NamedTuple):
    """How a code comes out: None where no program can be read, or it does not say."""

    is_there: bool | None
    width: float | None


def _truetype(data: bytes) -> TrueType:
    return TrueType(tables_of(data))


def _compact(data: bytes) -> TrueType | Cff:
    """Read what FontFile3 holds: compact outlines as such, or an OpenType file with outlines of either sort."""
    if data[:4] not in (b"OTTO", b"\0\1\0\0", b"true"):
        return Cff(data)
    tables = tables_of(data)
    return Cff(tables[b"CFF "]) if b"CFF " in tables else TrueType(tables)


def _compact_with_names(data: bytes) -> Program:
    program = _compact(data)
    if isinstance(program, Cff) and program.is_cid_keyed:
        raise UnreadableError
    return program


class Programs:
    """The font programs of one document; fonts may share them, and the last few are kept."""

    def __init__(self, streams: Streams) -> None:
        self._streams = streams
        self._kept: dict[tuple[ObjectId, Load], Program | None] = {}

    def embedded(self, descriptor: Entries, files: Mapping[str, Load]) -> tuple[Program | None, bool]:
        """Return the program that a font descriptor embeds, and whether there is one that cannot be read."""
        for key, load in files.items():
            if isinstance(stream := descriptor.get(key), pikepdf.Stream):
                program = self._read(stream, load)
                return program, program is None
        return None, False

    def _read(self, stream: pikepdf.Stream, load: Load) -> Program | None:
        key = (id_of(stream), load)
        if key not in self._kept:
            if len(self._kept) >= MOST_PROGRAMS_KEPT:
                del self._kept[next(iter(self._kept))]
            try:
                self._kept[key] = load(self._streams.read(stream) or b"")
            except UnreadableError:
                self._kept[key] = None
        return self._kept[key]


class FactsReader:
    """Reads the facts of one document's fonts."""

    def __init__(self, streams: Streams) -> None:
        self._streams = streams
        self._programs = Programs(streams)
        self._named = Named()

    def read(self, index: int, font: object, drawn: Font) -> FontFacts:
        held = entries(font)
        kind = name(held.get("/Subtype"))
        if kind == "Type0":
            return _Composite(held, self._streams, self._programs, self._named).facts(index, drawn)
        made = {"Type3": _Type3, "TrueType": _TrueTypeFont}.get(kind, _Type1Font)
        return made(held, self._streams, self._programs).facts(index, drawn)


class _Simple:
    """A font with codes of one byte (9.6). ``files``: how to read what its descriptor may embed (Table 126)."""

    files: Mapping[str, Load] = {}

    def __init__(self, font: Entries, streams: Streams, programs: Programs) -> None:
        self.font = font
        self.streams = streams
        self.kind = name(font.get("/Subtype"))
        self.descriptor = entries(font.get("/FontDescriptor"))
        self.names = encoding_of(font.get("/Encoding"))
        self.program, self.is_unreadable = programs.embedded(self.descriptor, self.files)
        self.said = _ToUnicode(font.get("/ToUnicode"), streams)
        self.missing_width = number(self.descriptor.get("/MissingWidth"))

    def facts(self, index: int, drawn: Font) -> FontFacts:
        encoding = self.font.get("/Encoding")
        differences = entries(encoding).get("/Differences")
        return FontFacts(
            index=index,
            name=drawn.name,
            kind=self.kind,
            is_rendered=bool(drawn.rendered),
            is_embedded=self.program is not None,
            is_unreadable=self.is_unreadable,
            is_symbolic=bool(whole(self.descriptor.get("/Flags")) & SYMBOLIC),
            encoding=name(encoding) or name(entries(encoding).get("/BaseEncoding")) or None,
            unknown_names=None if differences is None else _unknown_names(differences),
            maps=self.program.maps if isinstance(self.program, TrueType) else None,
            lists_its_glyphs=self.lists_its_glyphs(),
            glyphs=tuple(self._glyph(code, drawn) for code in sorted(drawn.codes)),
        )

    def _glyph(self, code: int, drawn: Font) -> Glyph:
        found = self.look_up(code)
        glyph = self.named(code)
        return Glyph(
            code,
            self.said.get(code, self.text_of),
            found.is_there,
            self._width(code),
            found.width,
            glyph == NOTDEF or (glyph is None and code == 0 and self.kind == "TrueType"),
            code in drawn.rendered,
        )

    def named(self, code: int) -> str | None:
        """Return the name that the font dictionary gives the glyph of a code."""
        return None if self.names is None else self.names.get(code)

    def _width(self, code: int) -> float:
        given = self.font.get("/Widths")
        if isinstance(given, pikepdf.Array) and "/FirstChar" in self.font and "/LastChar" in self.font:
            first, last = whole(self.font["/FirstChar"]), whole(self.font["/LastChar"])
            if len(given) and first <= code <= last:
                return number(given[code - first]) if code - first < len(given) else 0.0
        return self.missing_width

    def look_up(self, code: int) -> Lookup:
        return Lookup(None, None)

    def own_name(self, code: int) -> str | None:
        """Return the name that the program itself gives the glyph of a code."""
        return None

    def text_of(self, code: int) -> str | None:
        """Return what a code says by the name of its glyph (9.10.2), None where it does not say."""
        glyph = self.named(code) or self.own_name(code)
        if glyph is None:
            return None
        return " " if ZAPF_DINGBAT.fullmatch(glyph) else known_glyphs().get(glyph)

    def lists_its_glyphs(self) -> bool | None:
        return None


ZAPF_DINGBAT = re.compile(r"a(?:[1-9]\d?|1\d\d|20[0-6])")
"""The names of ZapfDingbats' glyphs (D.6): what they say is known, though the Adobe Glyph List has them not."""


class _Type1Font(_Simple):
    """Type 1 and multiple master fonts (9.6.2, 9.6.3)."""

    files: Mapping[str, Load] = {"/FontFile": Type1, "/FontFile3": _compact_with_names}

    def own_name(self, code: int) -> str | None:
        if not isinstance(self.program, (Type1, Cff)):
            return None
        own = self.program.encoding
        found = (_standard() if own is None else own).get(code)
        return NOTDEF if found is None and isinstance(self.program, Cff) else found

    def look_up(self, code: int) -> Lookup:
        glyph = self.named(code) or self.own_name(code) or ""
        program = self.program
        if isinstance(program, Cff):
            return Lookup(code == 0 or glyph in program.names, program.width(program.names.get(glyph, 0)))
        if isinstance(program, Type1):
            is_there = glyph in program.names
            width = program.width(glyph) if is_there else self.missing_width
            return Lookup(code == 0 or (is_there and glyph != NOTDEF), width)
        return Lookup(None, None)

    def lists_its_glyphs(self) -> bool | None:
        """Does CharSet (Table 122) list the glyphs of the subset? None where there is nothing to compare."""
        listed = self.descriptor.get("/CharSet")
        if (
            not isinstance(self.program, (Type1, Cff))
            or not isinstance(listed, pikepdf.String)
            or not SUBSET.match(name(self.font.get("/BaseFont")))
        ):
            return None
        said = set(re.findall(r"/([^\s/()<>\[\]{}%]+)", bytes(listed).decode("latin-1")))
        return said - {NOTDEF} == set(self.program.names) - {NOTDEF}


class _TrueTypeFont(_Simple):
    """TrueType fonts (9.6.3): a code finds its glyph through the program's maps (9.6.6.4)."""

    files: Mapping[str, Load] = {"/FontFile2": _truetype, "/FontFile3": _truetype}

    def __init__(self, font: Entries, streams: Streams, programs: Programs) -> None:
        super().__init__(font, streams, programs)
        flags = whole(self.descriptor.get("/Flags"))
        self.goes_by_name = not flags & SYMBOLIC and "/Encoding" in font
        self.whole_encoding = _with_standard(font.get("/Encoding")) if self.goes_by_name else {}

    def own_name(self, code: int) -> str | None:
        return self.whole_encoding.get(code) if self.goes_by_name else None

    def text_of(self, code: int) -> str | None:
        if not self.goes_by_name and self.program is not None and self.named(code) is None:
            # Without names a code stands for itself, as far as PDF/UA-1 is concerned.
            return " "
        return super().text_of(code)

    def look_up(self, code: int) -> Lookup:
        program = self.program
        if not isinstance(program, TrueType):
            return Lookup(None, None)
        if self.goes_by_name:
            glyph_name = self.whole_encoding.get(code, NOTDEF)
            glyph = _named_glyph(program, glyph_name)
            is_there = glyph_name != NOTDEF and 0 < glyph < program.count
        else:
            glyph = _coded_glyph(program, code)
            is_there = glyph > 0
        return Lookup(code == 0 or is_there, program.width(glyph))


def _named_glyph(program: TrueType, glyph_name: str) -> int:
    """Return the glyph that a name leads to: by its character, by its Mac code, or by its own name; 0 if none."""
    character = known_glyphs().get(glyph_name, "")
    if not character and UNICODE_GLYPH.fullmatch(glyph_name):
        character = glyph_text(glyph_name)
    glyph = program.glyph(3, 1, ord(character[0])) if character else 0
    if not glyph and (code := _mac_codes().get(glyph_name)) is not None:
        glyph = program.glyph(1, 0, code)
    return glyph or program.names.get(glyph_name, 0)


SYMBOL_PAGES = (0xF000, 0x0000, 0xF100, 0xF200)
"""Where maps for Microsoft's symbol encoding may put the codes of one byte (9.6.6.4)."""


def _coded_glyph(program: TrueType, code: int) -> int:
    """Return the glyph that a code leads to by itself, 0 if none."""
    if (3, 0) in program.maps:
        return next((glyph for page in SYMBOL_PAGES if (glyph := program.glyph(3, 0, page + code))), 0)
    return program.glyph(1, 0, code)


class _Type3(_Simple):
    """Fonts whose glyphs are content streams (9.6.5); the font dictionary is the program."""

    def _procedure(self, code: int) -> object:
        return entries(self.font.get("/CharProcs")).get(f"/{self.named(code)}")

    def look_up(self, code: int) -> Lookup:
        procedure = self._procedure(code)
        return Lookup(procedure is not None, self._own_width(procedure))

    def _own_width(self, procedure: object) -> float:
        """Return the width that a glyph's d0 or d1 operator sets."""
        for operator, operands in operators(self.streams.read(procedure) or b""):
            if operator in (b"d0", b"d1") and operands and isinstance(operands[0], float):
                return operands[0]
            if operator in (b"d0", b"d1", b""):
                break
        return self.missing_width


class _Composite:
    """A font with codes of several bytes (9.7): a CMap, and a CIDFont that has the glyphs."""

    def __init__(self, font: Entries, streams: Streams, programs: Programs, named: Named) -> None:
        self.font = font
        self.streams = streams
        self.named = named
        self.cid_font = entries((array(font.get("/DescendantFonts")) or [None])[0])
        self.kind = name(self.cid_font.get("/Subtype"))
        self.descriptor = entries(self.cid_font.get("/FontDescriptor"))
        self.codes = codes_of(font.get("/Encoding"), streams, named)
        self.glyph_map = self._glyph_map()
        # Only TrueType CIDFonts embed TrueType programs as such.
        truetype: dict[str, Load] = {"/FontFile2": _truetype} if self.kind == "CIDFontType2" else {}
        files = truetype | {"/FontFile3": _compact}
        self.program, self.is_unreadable = programs.embedded(self.descriptor, files)
        self.said = _ToUnicode(font.get("/ToUnicode"), streams)
        self.widths = cid_widths(self.cid_font.get("/W"))
        self.default_width = number(self.cid_font.get("/DW"), 1000.0)

    def _glyph_map(self) -> bytes | None:
        """Return CIDToGIDMap (Table 117) as it is written, None where cids are the numbers of glyphs."""
        found = self.cid_font.get("/CIDToGIDMap")
        if not isinstance(found, pikepdf.Stream):
            return None
        return (self.streams.read(found) or b"")[: 2 * MOST_MAPPINGS]

    def facts(self, index: int, drawn: Font) -> FontFacts:
        given = self.cid_font.get("/CIDToGIDMap")
        return FontFacts(
            index=index,
            name=drawn.name,
            kind=self.kind,
            is_rendered=bool(drawn.rendered),
            is_embedded=self.program is not None,
            is_unreadable=self.is_unreadable,
            has_glyph_map=isinstance(given, pikepdf.Stream) or name(given) == "Identity",
            collection=_collection(self.cid_font.get("/CIDSystemInfo")),
            cmap=self._cmap(),
            lists_its_glyphs=self._lists_its_glyphs(),
            glyphs=tuple(self._glyph(code, drawn) for code in sorted(drawn.codes)),
        )

    def _cmap(self) -> CMapFacts:
        encoding = self.font.get("/Encoding")
        if not isinstance(encoding, pikepdf.Stream):
            named = name(encoding)
            found = SUPPLEMENTS.get(named)
            return CMapFacts(named, is_predefined(named), False, ("Adobe", *found) if found else None)
        held = entries(encoding)
        written = self.codes.cmap if isinstance(self.codes, Embedded) else CMap()
        base = held.get("/UseCMap")
        base_name = name(base) or name(entries(base).get("/CMapName")) or written.base
        named = name(held.get("/CMapName"))
        return CMapFacts(
            named,
            is_predefined(named),
            True,
            _collection(held.get("/CIDSystemInfo")),
            (whole(held.get("/WMode")), int(written.vertical)),
            CMapFacts(base_name, is_predefined(base_name), isinstance(base, pikepdf.Stream))
            if base is not None or base_name
            else None,
        )

    def _cid(self, code: int) -> int | None:
        """Return the cid of a code, None where the CMap does not map it."""
        codes: Codes = self.codes
        if isinstance(codes, Embedded) and code not in codes.cmap.cids:
            base = self.font["/Encoding"].get("/UseCMap")
            return codes.base.cid(code) if base is not None or codes.cmap.base else None
        return codes.cid(code)

    def _glyph(self, code: int, drawn: Font) -> Glyph:
        cid = self._cid(code)
        found = self._look_up(cid)
        return Glyph(
            code,
            self.said.get(code, self._text_of),
            # Every program has a glyph for code 0; that it stands for nothing is a fault of its own.
            found.is_there if code or self.program is None else True,
            self.widths.get(cid or 0, self.default_width),
            found.width,
            self.program is not None and (code == 0 or not found.is_there),
            code in drawn.rendered,
        )

    def _look_up(self, cid: int | None) -> Lookup:
        program = self.program
        if isinstance(program, TrueType):
            glyph = self._glyph_of(cid or 0)
            is_there = cid is not None and cid > 0 and glyph is not None and glyph < program.count
            return Lookup(is_there, program.width(glyph or 0))
        if isinstance(program, Cff):
            glyph = program.by_cid.get(cid or 0, 0) if program.is_cid_keyed else cid or 0
            is_there = 0 < glyph < program.count
            has_width = is_there or (glyph == 0 and not program.is_cid_keyed)
            return Lookup(is_there, program.width(glyph) if has_width else self.default_width)
        return Lookup(None, None)

    def _glyph_of(self, cid: int) -> int | None:
        """Return the glyph of a cid in a TrueType program, None for one past the end of the map."""
        if self.glyph_map is None:
            return cid
        found = self.glyph_map[2 * cid : 2 * cid + 2]
        return int.from_bytes(found) if found else None

    def _text_of(self, code: int) -> str | None:
        """Return what a code says by its character collection (9.10.2), None where that is not a known one."""
        system = entries(self.cid_font.get("/CIDSystemInfo"))
        encoding = self.font.get("/Encoding")
        if isinstance(encoding, pikepdf.Stream):
            system = entries(encoding.get("/CIDSystemInfo"))
        elif not name(encoding).startswith("Identity") and name(encoding) not in SUPPLEMENTS:
            return None
        collection = collection_of(system)
        cid = self._cid(code) or 0
        # What a cid of a known collection says is known, though a table that lists it is not to be had: the first, the
        # sign for what is missing, and glyphs that are variants of others.
        known = "\ufffd" if cid < COLLECTIONS.get(collection, 0) else None
        return self.named.texts(collection).get(cid, known) if cid else known

    def _lists_its_glyphs(self) -> bool | None:
        """Does CIDSet (Table 124) list the glyphs of the subset? None where there is nothing to compare."""
        listed = self.descriptor.get("/CIDSet")
        if (
            self.program is None
            or not isinstance(listed, pikepdf.Stream)
            or not SUBSET.match(name(self.cid_font.get("/BaseFont")))
        ):
            return None
        bits = (self.streams.read(listed) or b"")[:LONGEST_CID_SET]
        said = {cid for cid in range(1, 8 * len(bits)) if bits[cid >> 3] << (cid & 7) & 0x80}
        return said == self._cids()

    def _cids(self) -> set[int]:
        """Return the cids that the program has glyphs for, but for the first."""
        program = self.program
        if isinstance(program, Cff):
            return set(program.by_cid if program.is_cid_keyed else range(program.count)) - {0}
        if not isinstance(program, TrueType):
            return set()
        count = program.glyphs_with_widths if self.glyph_map is None else (len(self.glyph_map) + 1) // 2
        return {cid for cid in range(1, count) if self._look_up(cid).is_there}


class _ToUnicode:
    """A ToUnicode CMap (9.10.3), as it is written: what codes of one byte or more say, and where it does not say."""

    def __init__(self, found: object, streams: Streams) -> None:
        called = name(entries(found).get("/CMapName")) or name(found)
        self._is_identity = called.startswith("Identity-")
        self._texts = embedded_cmap(found, streams).texts

    def get(self, code: int, otherwise: Callable[[int], str | None]) -> str | None:
        if self._is_identity:
            return chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else ""
        found = self._texts.get(code)
        return otherwise(code) if found is None else found


def _collection(system: object) -> Collection | None:
    """Return what a CIDSystemInfo dictionary (9.7.3) says, None where it says nothing."""
    held = entries(system) or entries((array(system) or [None])[0])
    registry, ordering = text(held.get("/Registry")), text(held.get("/Ordering"))
    if registry is None or ordering is None:
        return None
    return registry, ordering, whole(held.get("/Supplement"))


# Encodings


@cache
def _tables() -> tuple[Encoding, Encoding, Encoding]:
    """Return the standard, Mac and Windows encodings (D.2), with codes that stand for nothing left out."""
    from pdfminer.latin_enc import ENCODING

    standard: Encoding = {row[1]: row[0] for row in ENCODING if row[1] is not None}
    mac: Encoding = {row[2]: row[0] for row in ENCODING if row[2] is not None}
    windows: Encoding = {row[3]: row[0] for row in ENCODING if row[3] is not None}
    mac[0o312] = "space"
    windows.update({0o240: "space", 0o255: "hyphen"})
    # “All unused codes greater than 40 (octal) map to the bullet character” (D.2, note 3).
    windows.update({code: "bullet" for code in range(0o41, 256) if code not in windows})
    return standard, mac, windows


def _standard() -> Encoding:
    return _tables()[0]


def _predefined(called: str) -> Encoding | None:
    _, mac, windows = _tables()
    return {"MacRomanEncoding": mac, "WinAnsiEncoding": windows}.get(called)


def encoding_of(encoding: object) -> Encoding | None:
    """Return the glyphs' names by a font's Encoding entry (9.6.6), None where it says nothing.

    A code that a named encoding leaves out stands for “.notdef”; without one the font program is left to say.
    """
    held = entries(encoding)
    base = _predefined(name(encoding) or name(held.get("/BaseEncoding")))
    if base is None and not held:
        return None
    names: Encoding = {} if base is None else {code: base.get(code, NOTDEF) for code in range(256)}
    names.update(_differences(held))
    return names


def _with_standard(encoding: object) -> Encoding:
    """Return the glyphs' names for a TrueType font that is not symbolic: where an encoding is made of differences, or
    is not a known one, the standard encoding fills in (9.6.6.4)."""
    held = entries(encoding)
    base = _predefined(name(encoding) or name(held.get("/BaseEncoding")))
    return base if base is not None and not held else _standard() | (base or {}) | _differences(held)


def _differences(held: Entries) -> Encoding:
    names: Encoding = {}
    code = 0
    for item in array(held.get("/Differences"))[:MOST_MAPPINGS]:
        if isinstance(item, pikepdf.Name):
            names[code] = name(item)
            code += 1
        else:
            code = whole(item)
    return names


def _unknown_names(differences: object) -> tuple[str, ...]:
    """Return the names that the Adobe Glyph List does not have."""
    names = [name(item) for item in array(differences)[:MOST_MAPPINGS] if isinstance(item, pikepdf.Name)]
    return tuple(glyph for glyph in names if glyph not in known_glyphs())


@cache
def _mac_codes() -> dict[str, int]:
    """Return the codes of glyphs' names in the Mac's own encoding: MacRoman and what Table 115 adds."""
    return {glyph: code for code, glyph in sorted(_tables()[1].items(), reverse=True)} | {
        "notequal": 173,
        "infinity": 176,
        "lessequal": 178,
        "greaterequal": 179,
        "partialdiff": 182,
        "summation": 183,
        "product": 184,
        "pi": 185,
        "integral": 186,
        "Omega": 189,
        "radical": 195,
        "approxequal": 197,
        "Delta": 198,
        "lozenge": 215,
        "Euro": 219,
        "apple": 240,
    }
