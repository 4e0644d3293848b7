"""Small font programs, made as they are needed. Each glyph is an empty box of a width of its own."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

Widths = Mapping[str, int]
Maps = Mapping[tuple[int, int], Mapping[int, str]]


def _builder(widths: Widths, units: int, *, compact: bool) -> FontBuilder:
    made = FontBuilder(units, isTTF=not compact)
    made.setupGlyphOrder([".notdef", *widths])
    return made


def truetype(widths: Widths, maps: Maps, *, units: int = 1000, named: bool = False) -> bytes:
    """Make a TrueType program. ``.notdef`` is 500 wide; ``maps`` are format 0 for the Mac, else format 4."""
    made = _builder(widths, units, compact=False)
    made.setupGlyf({name: TTGlyphPen(None).glyph() for name in (".notdef", *widths)})
    made.setupHorizontalMetrics({".notdef": (500, 0), **{name: (width, 0) for name, width in widths.items()}})
    made.setupHorizontalHeader()
    made.setupPost(keepGlyphNames=named)
    made.setupCharacterMap({})
    made.font["cmap"].tables = [_subtable(key, codes) for key, codes in maps.items()]
    return saved(made.font)


def _subtable(key: tuple[int, int], codes: Mapping[int, str]) -> Any:
    made = CmapSubtable.newSubtable(0 if key == (1, 0) else 4)
    made.platformID, made.platEncID = key
    made.language, made.cmap = 0, dict(codes)
    return made


def saved(font: TTFont) -> bytes:
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def compact(widths: Widths, *, subroutines: list[list[Any]] | None = None, **outlines: list[Any]) -> bytes:
    """Make compact outlines (CFF). ``outlines``: programs to put in place of those of some glyphs."""
    font = TTFont(BytesIO(saved(_builder_with_outlines(widths, subroutines, outlines).font)))
    data: bytes = font.reader["CFF "]
    return data


def opentype(widths: Widths) -> bytes:
    return saved(_builder_with_outlines(widths, None, {}).font)


def _builder_with_outlines(
    widths: Widths, subroutines: list[list[Any]] | None, outlines: Mapping[str, list[Any]]
) -> FontBuilder:
    made = _builder(widths, 1000, compact=True)
    made.font.recalcBBoxes = False  # which would follow hostile outlines wherever they lead
    programs = {".notdef": _outline(500), **{name: _outline(width) for name, width in widths.items()}}
    programs |= {name: T2CharString(program=program) for name, program in outlines.items()}
    made.setupCFF("Prov", {}, programs, {"defaultWidthX": 400, "nominalWidthX": 100})
    top = made.font["CFF "].cff.topDictIndex[0]
    for program in programs.values():
        program.private = top.Private
    if subroutines is not None:
        from fontTools.cffLib import SubrsIndex

        top.Private.Subrs = SubrsIndex()
        for program in subroutines:
            top.Private.Subrs.append(T2CharString(program=program, private=top.Private))
    made.setupHorizontalMetrics({".notdef": (500, 0), **{name: (width, 0) for name, width in widths.items()}})
    made.setupHorizontalHeader()
    made.setupPost()
    made.setupCharacterMap({})
    return made


def _outline(width: int) -> T2CharString:
    pen = T2CharStringPen(None if width == 400 else width - 100, None)
    pen.moveTo((0, 0))
    pen.lineTo((10, 0))
    pen.lineTo((10, 10))
    pen.closePath()
    return pen.getCharString()


def type_1(
    widths: Widths,
    encoding: bytes = b"StandardEncoding def",
    *,
    scale: str = "0.001",
    hexadecimal: bool = False,
) -> bytes:
    """Make a Type 1 program; ``.notdef`` is 250 wide."""
    outlines = {".notdef": 250, **widths}
    private = b"dup /Private 8 dict dup begin /lenIV 4 def 2 index /CharStrings %d dict dup begin\n" % len(
        outlines
    )
    for name, width in outlines.items():
        # 0 width hsbw endchar
        program = _encrypted(b"\0\0\0\0" + bytes([139, 255]) + width.to_bytes(4) + bytes([13, 14]), 4330)
        private += b"/%s %d RD %s ND\n" % (name.encode(), len(program), program)
    private += b"end end readonly put noaccess put dup /FontName get exch definefont pop mark currentfile closefile\n"
    secret = _encrypted(b"\0\0\0\0" + private, 55665)
    return (
        b"%%!PS-AdobeFont-1.0: Prov\n/FontMatrix [%s 0 0 %s 0 0] readonly def\n/Encoding %s\ncurrentfile eexec\n"
        % (scale.encode(), scale.encode(), encoding)
        + (secret.hex().encode() if hexadecimal else secret)
        + b"\n"
        + b"0" * 64
        + b"\ncleartomark\n"
    )


def _encrypted(plain: bytes, key: int) -> bytes:
    secret = bytearray()
    for byte in plain:
        secret.append(byte ^ key >> 8)
        key = (secret[-1] + key) * 52845 + 22719 & 0xFFFF
    return bytes(secret)
