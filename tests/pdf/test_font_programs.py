"""Which glyphs embedded programs hold and how wide they are, and what hostile ones come to."""

from __future__ import annotations

import struct

import pytest
from pdf.outlines import compact, opentype, truetype, type_1

from a11ycheck.documents.pdf.font_programs import Cff, TrueType, Type1, UnreadableError, tables_of

LETTERS = {"A": 600, "aring": 550, "B": 650}


def made(
    maps: dict[tuple[int, int], dict[int, str]] | None = None, *, units: int = 1000, named: bool = False
) -> TrueType:
    return TrueType(tables_of(truetype(LETTERS, maps or {}, units=units, named=named)))


def test_truetype_widths_are_in_thousandths_of_the_size() -> None:
    assert [made(units=2000).width(glyph) for glyph in range(4)] == [250, 300, 275, 325]


def test_the_last_width_holds_for_the_rest_and_the_first_for_what_is_not_there() -> None:
    tables = tables_of(truetype(LETTERS, {}))
    tables[b"hhea"] = memoryview(bytes(tables[b"hhea"][:34]) + struct.pack(">H", 2))
    program = TrueType(tables)
    assert (program.width(1), program.width(3), program.width(4)) == (600, 600, 500)


def test_a_character_leads_to_its_glyph_in_each_format_of_map() -> None:
    program = made({(1, 0): {65: "A"}, (3, 1): {0x41: "A", 0xE5: "aring", 0x42: "B"}})
    assert program.maps == ((1, 0), (3, 1))
    assert (program.glyph(1, 0, 65), program.glyph(1, 0, 66)) == (1, 0)
    assert [program.glyph(3, 1, code) for code in (0x41, 0x42, 0xE5, 0x43, 0x20, 0xFFFF)] == [
        1,
        3,
        2,
        0,
        0,
        0,
    ]
    assert program.glyph(3, 0, 0x41) == 0


def cmap(subtable: bytes, offset: int = 12) -> TrueType:
    tables = tables_of(truetype(LETTERS, {}))
    tables[b"cmap"] = memoryview(struct.pack(">HHHHL", 0, 1, 3, 1, offset) + subtable)
    return TrueType(tables)


def test_an_array_of_characters_is_a_map_too() -> None:
    program = cmap(struct.pack(">5H2H", 6, 14, 0, 0x41, 2, 3, 1))
    assert [program.glyph(3, 1, code) for code in (0x40, 0x41, 0x42, 0x43)] == [0, 3, 1, 0]


def test_groups_of_characters_are_a_map_too() -> None:
    program = cmap(struct.pack(">HH3L", 12, 0, 40, 0, 2) + struct.pack(">6L", 0x41, 0x42, 2, 0xE5, 0xE5, 1))
    codes = (0x40, 0x41, 0x42, 0x43, 0xE5, 0xE6)
    assert [program.glyph(3, 1, code) for code in codes] == [0, 2, 3, 0, 1, 0]


def test_more_groups_than_there_are_do_no_harm() -> None:
    program = cmap(struct.pack(">HH3L", 12, 0, 0, 0, 0xFFFFFFFF) + struct.pack(">3L", 0x41, 0x41, 2))
    assert [program.glyph(3, 1, code) for code in (0x41, 0x42)] == [2, 0]


def test_segments_may_lead_through_an_array_of_glyphs() -> None:
    # One segment, 0x41 to 0x42, whose glyphs stand right after the offset.
    segments = struct.pack(">HHHHHHH", 4, 0, 0, 4, 0, 0, 0)
    segments += struct.pack(">2H", 0x42, 0xFFFF) + b"\0\0" + struct.pack(">2H", 0x41, 0xFFFF)
    segments += struct.pack(">2H", 1, 1) + struct.pack(">2H", 4, 0) + struct.pack(">2H", 2, 0)
    program = cmap(segments)
    assert [program.glyph(3, 1, code) for code in (0x41, 0x42)] == [3, 0]


@pytest.mark.parametrize(
    "subtable",
    [
        b"",
        b"\0\4",
        struct.pack(">HHHH", 4, 0, 0, 0xFFFF),
        struct.pack(">5H", 6, 0, 0, 0, 0xFFFF),
        struct.pack(">HHL", 12, 0, 0xFFFFFFFF),
        # A thousand segments that each claim all characters.
        struct.pack(">7H", 4, 0, 0, 2000, 0, 0, 0) + b"\xff\xff" * 1000 + b"\0\0" * 3001,
    ],
)
def test_a_map_that_promises_more_than_it_holds_leads_nowhere(subtable: bytes) -> None:
    assert cmap(subtable).glyph(3, 1, 0x41) in (0, 0x41)


def test_a_map_beyond_the_end_leads_nowhere() -> None:
    assert cmap(b"", offset=0xFFFFFFFF).glyph(3, 1, 0x41) == 0


def test_glyphs_may_have_names() -> None:
    assert made(named=True).names == {".notdef": 0, "A": 1, "aring": 2, "B": 3}
    assert made().names == {}


def test_names_that_are_cut_off_are_none() -> None:
    tables = tables_of(truetype(LETTERS, {}, named=True))
    tables[b"post"] = tables[b"post"][:33]
    assert TrueType(tables).names == {}


@pytest.mark.parametrize("data", [b"", b"\0\1\0\0\xff\xff", b"\0\1\0\0" + b"\0" * 8, b"rubbish" * 10])
def test_what_is_no_font_is_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        TrueType(tables_of(data))
    with pytest.raises(UnreadableError):
        Cff(data)
    with pytest.raises(UnreadableError):
        Type1(data)


def test_more_widths_than_there_are_do_no_harm() -> None:
    tables = tables_of(truetype(LETTERS, {}))
    tables[b"hhea"] = memoryview(bytes(tables[b"hhea"][:34]) + b"\xff\xff")
    assert TrueType(tables).glyphs_with_widths == 4


def test_compact_outlines_have_names_and_widths() -> None:
    program = Cff(compact({"A": 600, "aring": 400}))
    assert not program.is_cid_keyed
    assert program.names == {".notdef": 0, "A": 1, "aring": 2}
    assert [program.width(glyph) for glyph in range(3)] == [500, 600, 400]
    assert program.width(7) is None


def test_compact_outlines_are_found_in_an_opentype_file() -> None:
    assert Cff(tables_of(opentype(LETTERS))[b"CFF "]).width(3) == 650


def test_a_width_may_be_told_in_a_subroutine() -> None:
    data = compact(
        {"A": 600}, subroutines=[[0, 0, "rmoveto", "return"]], A=[250, -107, "callsubr", "endchar"]
    )
    assert Cff(data).width(1) == 350


def test_subroutines_that_call_themselves_and_each_other_tell_no_width() -> None:
    twice = [[number - 106, "callsubr", number - 106, "callsubr", "return"] for number in range(40)]
    data = compact({"A": 600, "B": 600}, subroutines=[*twice, [-67, "callsubr"]], A=[-107, "callsubr"])
    assert Cff(data).width(1) is None
    assert Cff(data).width(2) == 600


def test_an_outline_that_never_begins_tells_no_width() -> None:
    assert Cff(compact({"A": 600}, A=[*[107] * 500, "endchar"])).width(1) is None


def test_type_1_outlines_have_names_and_widths() -> None:
    for hexadecimal in (False, True):
        program = Type1(type_1(LETTERS, hexadecimal=hexadecimal))
        assert program.names == {".notdef", "A", "aring", "B"}
        assert (program.width("A"), program.width(".notdef"), program.width("C")) == (600, 250, None)
        assert program.encoding is None


def test_type_1_widths_follow_the_font_matrix() -> None:
    assert Type1(type_1(LETTERS, scale="0.0005")).width("A") == 300


def test_a_type_1_program_may_bring_an_encoding() -> None:
    encoding = (
        b"256 array 0 1 255 {1 index exch /.notdef put} for\ndup 1 /A put\ndup 229/aring put\nreadonly def"
    )
    assert Type1(type_1(LETTERS, encoding)).encoding == {1: "A", 229: "aring"}


def test_a_type_1_program_that_is_cut_off_holds_what_is_there() -> None:
    whole = type_1({f"g{number}": 100 for number in range(50)})
    some = Type1(whole[: len(whole) // 2])
    assert 5 < len(some.names) < 45
