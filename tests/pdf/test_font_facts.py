"""What is known of the codes that text is drawn with: by the font dictionary, and by the program it embeds."""

from __future__ import annotations

from typing import Any

import pytest
from pdf.making import Made
from pdf.outlines import compact, opentype, truetype, type_1
from pikepdf import Array, Dictionary, Name, String

from a11ycheck.documents.pdf import objects
from a11ycheck.documents.pdf.font_model import FontFacts, Glyph
from a11ycheck.documents.pdf.open import open_pdf
from a11ycheck.trouble import CouldNotCheck

LETTERS = {"A": 600, "aring": 550, "B": 650}
WIN = {"Encoding": Name.WinAnsiEncoding}
SYMBOLIC, PLAIN = 4, 32


def facts(made: Made, shown: bytes, *, before: bytes = b"", **font: Any) -> FontFacts:
    """Return the facts of a font that one string is drawn with."""
    held = made.indirect(Type=Name.Font, **font)
    made.page(b"BT %s /F2 10 Tf 10 50 Td <%s> Tj ET" % (before, shown.hex().encode()), fonts={"/F2": held})
    (found,) = open_pdf(made.done()).font_facts
    return found


def simple(kind: str, program: bytes | None, shown: bytes, *, before: bytes = b"", **font: Any) -> FontFacts:
    """Return the facts of a simple font; the entries of its descriptor are told by their names."""
    made = Made()
    descriptor = Dictionary(Type=Name.FontDescriptor, Flags=font.pop("Flags", PLAIN))
    for key in ("CharSet", "MissingWidth"):
        if key in font:
            descriptor[f"/{key}"] = font.pop(key)
    if program is not None:
        stream = made.pdf.make_stream(program)
        key = font.pop("key", {"TrueType": "/FontFile2", "Type1": "/FontFile"}[kind])
        if key == "/FontFile3":
            stream.Subtype = Name.Type1C
        descriptor[key] = stream
    font = {"BaseFont": Name("/ABCDEF+Prov"), "FontDescriptor": made.pdf.make_indirect(descriptor), **font}
    return facts(made, shown, before=before, Subtype=Name(f"/{kind}"), **font)


def widths(first: int, *given: float) -> dict[str, Any]:
    return {"FirstChar": first, "LastChar": first + len(given) - 1, "Widths": Array(given)}


def by_code(found: FontFacts) -> dict[int, Glyph]:
    return {glyph.code: glyph for glyph in found.glyphs}


def test_plain_truetype_goes_by_the_names_of_its_encoding() -> None:
    program = truetype(LETTERS, {(3, 1): {0x41: "A", 0xE5: "aring"}})
    found = simple("TrueType", program, b"A\xe5B\x7f\x0a", **WIN, **widths(65, 600, 650))
    glyphs = by_code(found)
    assert {code: glyph.is_there for code, glyph in glyphs.items()} == {
        65: True,
        0xE5: True,
        66: False,  # in the program, but nothing leads there
        0x7F: False,  # a bullet, in WinAnsi
        10: False,
    }
    assert (glyphs[65].width, glyphs[65].own_width) == (600, 600)
    assert (glyphs[0xE5].width, glyphs[0xE5].own_width) == (0, 550)
    assert [code for code, glyph in glyphs.items() if glyph.is_notdef] == [10]
    assert (glyphs[0xE5].unicode, glyphs[0x7F].unicode, glyphs[10].unicode) == ("å", "•", None)
    assert (found.encoding, found.maps, found.is_symbolic) == ("WinAnsiEncoding", ((3, 1),), False)


def test_plain_truetype_goes_by_the_macs_codes_and_by_names_where_it_must() -> None:
    program = truetype(LETTERS, {(1, 0): {0x41: "A", 0x8C: "aring"}}, named=True)
    found = simple("TrueType", program, b"A\xe5B", **WIN)
    assert [glyph.is_there for glyph in found.glyphs] == [True, True, True]


def test_differences_are_filled_in_from_the_standard_encoding() -> None:
    program = truetype(LETTERS, {(3, 1): {0x41: "A", 0xE5: "aring"}})
    encoding = Dictionary(Differences=Array([1, Name.aring, Name("/g7")]))
    found = simple("TrueType", program, b"A\x01\x02", Encoding=encoding)
    assert {glyph.code: glyph.is_there for glyph in found.glyphs} == {65: True, 1: True, 2: False}
    assert {glyph.code: glyph.unicode for glyph in found.glyphs} == {65: "A", 1: "å", 2: None}
    assert (found.encoding, found.unknown_names) == (None, ("g7",))


def test_names_that_tell_their_character_lead_to_it() -> None:
    program = truetype(LETTERS, {(3, 1): {0x41: "A", 0xE5: "aring"}})
    encoding = Dictionary(Differences=Array([1, Name.uni00E5, Name.u0041, Name("/uni00E5.alt")]))
    found = simple("TrueType", program, b"\x01\x02\x03", Encoding=encoding)
    assert [glyph.is_there for glyph in found.glyphs] == [True, True, False]


@pytest.mark.parametrize("page", [0xF000, 0x0000, 0xF100, 0xF200])
def test_symbolic_truetype_goes_by_its_map_for_symbols(page: int) -> None:
    program = truetype(LETTERS, {(1, 0): {1: "B", 2: "B"}, (3, 0): {page + 1: "A"}})
    found = simple("TrueType", program, b"\x01\x02", Flags=SYMBOLIC)
    assert [(glyph.is_there, glyph.own_width) for glyph in found.glyphs] == [(True, 600), (False, 500)]


def test_symbolic_truetype_goes_by_the_macs_codes() -> None:
    found = simple("TrueType", truetype(LETTERS, {(1, 0): {1: "B"}}), b"\0\x01\x02", Flags=SYMBOLIC)
    assert [glyph.is_there for glyph in found.glyphs] == [True, True, False]
    assert [glyph.is_notdef for glyph in found.glyphs] == [True, False, False]
    # Its codes stand for themselves.
    assert [glyph.unicode for glyph in found.glyphs] == [" ", " ", " "]


def test_type_1_goes_by_the_names_of_its_encoding_and_else_by_its_own() -> None:
    program = type_1(LETTERS, b"256 array dup 1 /aring put readonly def")
    named = simple("Type1", program, b"AC", **WIN, **widths(65, 600))
    assert [(glyph.is_there, glyph.width, glyph.own_width) for glyph in named.glyphs] == [
        (True, 600, 600),
        (False, 0, 0),
    ]
    own = simple("Type1", program, b"\x01\x02A", MissingWidth=70)
    assert {glyph.code: (glyph.is_there, glyph.unicode) for glyph in own.glyphs} == {
        1: (True, "å"),
        2: (False, None),
        65: (False, None),
    }
    assert [glyph.width for glyph in own.glyphs] == [70, 70, 70]


def test_compact_outlines_go_by_names_and_missing_ones_are_as_wide_as_notdef() -> None:
    found = simple("Type1", compact(LETTERS), b"AC", key="/FontFile3", **WIN)
    assert [(glyph.is_there, glyph.own_width) for glyph in found.glyphs] == [(True, 600), (False, 500)]
    assert simple("Type1", opentype(LETTERS), b"A", key="/FontFile3", **WIN).glyphs[0].own_width == 600


@pytest.mark.parametrize(
    ("listed", "fits"),
    [
        (b"/A/aring/B", True),
        (b"/.notdef/A/aring/B", True),
        (b"/A/B", False),
        (b"/A/aring/B/C", False),
        (b"", False),
    ],
)
def test_a_subset_lists_its_glyphs(listed: bytes, fits: bool) -> None:
    assert simple("Type1", type_1(LETTERS), b"A", CharSet=String(listed)).lists_its_glyphs is fits
    whole = simple("Type1", type_1(LETTERS), b"A", CharSet=String(listed), BaseFont=Name.Prov)
    assert whole.lists_its_glyphs is None


@pytest.mark.parametrize(
    ("kind", "key", "program"),
    [
        ("TrueType", "/FontFile2", b"rubbish"),
        ("Type1", "/FontFile", b"rubbish"),
        ("Type1", "/FontFile3", b"rubbish"),
        ("TrueType", "/FontFile3", b""),
    ],
)
def test_a_program_that_cannot_be_read_is_said_to_be_so(kind: str, key: str, program: bytes) -> None:
    found = simple(kind, program, b"A", key=key, **WIN)
    assert (found.is_embedded, found.is_unreadable) == (False, True)
    assert (found.glyphs[0].is_there, found.glyphs[0].own_width) == (None, None)


def test_a_program_under_the_wrong_key_is_not_embedded() -> None:
    found = simple("TrueType", type_1(LETTERS), b"A", key="/FontFile", **WIN)
    assert (found.is_embedded, found.is_unreadable) == (False, False)


def test_invisible_text_needs_no_glyphs() -> None:
    found = simple("Type1", None, b"A", before=b"3 Tr", **WIN)
    assert not found.is_rendered
    assert [(glyph.code, glyph.is_rendered) for glyph in found.glyphs] == [(65, False)]


def test_a_code_drawn_both_ways_is_seen() -> None:
    made = Made()
    made.page(b"BT /F1 10 Tf (A) Tj 3 Tr (AB) Tj ET")
    (found,) = open_pdf(made.done()).font_facts
    assert {glyph.code: glyph.is_rendered for glyph in found.glyphs} == {65: True, 66: False}


# Composite fonts


def composite(
    program: bytes | None,
    shown: bytes,
    *,
    kind: str = "CIDFontType2",
    glyph_map: bytes | Name | None = Name.Identity,
    listed: bytes | None = None,
    encoding: bytes | Name = Name("/Identity-H"),  # noqa: B008
    cmap: dict[str, Any] | None = None,
    ordering: str = "Identity",
    **held: Any,
) -> FontFacts:
    made = Made()
    descriptor = Dictionary(Type=Name.FontDescriptor, Flags=SYMBOLIC)
    if program is not None:
        key = "/FontFile2" if program[:4] == b"\0\1\0\0" else "/FontFile3"
        descriptor[key] = made.pdf.make_stream(program)
    if listed is not None:
        descriptor.CIDSet = made.pdf.make_stream(listed)
    descendant = made.indirect(
        Type=Name.Font,
        Subtype=Name(f"/{kind}"),
        BaseFont=Name("/ABCDEF+Prov"),
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String(ordering), Supplement=0),
        FontDescriptor=made.pdf.make_indirect(descriptor),
        **held,
    )
    if glyph_map is not None:
        descendant.CIDToGIDMap = (
            made.pdf.make_stream(glyph_map) if isinstance(glyph_map, bytes) else glyph_map
        )
    if isinstance(encoding, bytes):
        stream = made.pdf.make_stream(encoding)
        for entry, value in (cmap or {}).items():
            stream[f"/{entry}"] = value
        encoding = stream
    return facts(made, shown, Subtype=Name.Type0, Encoding=encoding, DescendantFonts=Array([descendant]))


TRUETYPE = truetype(LETTERS, {})


def test_cids_are_the_numbers_of_glyphs() -> None:
    found = composite(TRUETYPE, b"\0\0\0\1\0\3\0\4", W=Array([1, Array([600])]), DW=650)
    assert [(glyph.is_there, glyph.is_notdef) for glyph in found.glyphs] == [
        (True, True),
        (True, False),
        (True, False),
        (False, True),
    ]
    assert [(glyph.width, glyph.own_width) for glyph in found.glyphs] == [
        (650, 500),
        (600, 600),
        (650, 650),
        (650, 500),
    ]
    assert (found.kind, found.has_glyph_map) == ("CIDFontType2", True)


def test_cids_may_lead_through_a_map() -> None:
    found = composite(TRUETYPE, b"\0\1\0\2\0\3", glyph_map=b"\0\0\0\3\0\1")
    assert [(glyph.is_there, glyph.own_width) for glyph in found.glyphs] == [
        (True, 650),
        (True, 600),
        (False, 500),
    ]


@pytest.mark.parametrize(("given", "has"), [(None, False), (Name.Identitet, False), (b"\0\0", True)])
def test_a_glyph_map_is_a_stream_or_identity(given: bytes | Name | None, has: bool) -> None:
    assert composite(TRUETYPE, b"\0\1", glyph_map=given).has_glyph_map is has


@pytest.mark.parametrize(
    ("listed", "fits"), [(b"\xf0", True), (b"\x70", True), (b"\xe0", False), (b"\xf8", False), (b"", False)]
)
def test_a_subset_lists_its_cids(listed: bytes, fits: bool) -> None:
    assert composite(TRUETYPE, b"\0\1", listed=listed).lists_its_glyphs is fits
    outlines = compact(LETTERS)
    assert composite(outlines, b"\0\1", kind="CIDFontType0", listed=listed).lists_its_glyphs is fits


def test_compact_outlines_with_names_go_by_their_numbers() -> None:
    found = composite(compact(LETTERS), b"\0\1\0\7", kind="CIDFontType0", DW=900)
    assert [(glyph.is_there, glyph.own_width) for glyph in found.glyphs] == [(True, 600), (False, 900)]


def test_a_truetype_program_needs_a_truetype_cidfont() -> None:
    assert not composite(TRUETYPE, b"\0\1", kind="CIDFontType0").is_embedded


def test_an_embedded_cmap_leaves_out_what_it_does_not_map() -> None:
    text = b"1 begincodespacerange <00> <ff> endcodespacerange 1 begincidrange <41> <42> 1 endcidrange"
    found = composite(TRUETYPE, b"ABC", encoding=text, cmap={"CMapName": Name.Egen, "WMode": 1})
    assert [(glyph.code, glyph.is_there) for glyph in found.glyphs] == [(65, True), (66, True), (67, False)]
    assert found.cmap is not None
    assert (found.cmap.name, found.cmap.is_embedded, found.cmap.is_predefined) == ("Egen", True, False)
    assert (found.cmap.writing_modes, found.cmap.base) == ((1, 0), None)


@pytest.mark.parametrize("in_dictionary", [True, False])
def test_an_embedded_cmap_may_build_on_another(in_dictionary: bool) -> None:
    text = b"" if in_dictionary else b"/Annan-H usecmap"
    found = composite(
        TRUETYPE, b"\0\1", encoding=text, cmap={"UseCMap": Name("/Annan-H")} if in_dictionary else {}
    )
    assert found.cmap is not None
    assert found.cmap.base is not None
    assert (found.cmap.base.name, found.cmap.base.is_predefined) == ("Annan-H", False)


def test_a_named_cmap_leads_to_the_collection_that_the_standard_says() -> None:
    found = composite(None, b"\0\x41", encoding=Name("/UniJIS-UCS2-H"), ordering="Japan1")
    assert found.cmap is not None
    assert (found.cmap.is_predefined, found.cmap.collection) == (True, ("Adobe", "Japan1", 4))
    assert found.collection == ("Adobe", "Japan1", 0)
    assert found.glyphs[0].unicode == "A"


def test_cids_of_a_known_collection_have_characters() -> None:
    found = composite(None, b"\0\0\0\x22", ordering="Japan1")
    assert [glyph.unicode for glyph in found.glyphs] == ["\ufffd", "A"]
    assert composite(None, b"\0\x22").glyphs[0].unicode is None


@pytest.mark.parametrize(("cid", "is_known"), [(13_706, True), (23_059, True), (23_060, False)])
def test_cids_that_no_table_lists_are_known_as_far_as_their_collection_goes(cid: int, is_known: bool) -> None:
    """Adobe-Japan1-7 has 23,060 cids; 13706 is a variant of a character that another cid stands for."""
    found = composite(None, cid.to_bytes(2), ordering="Japan1")
    assert (found.glyphs[0].unicode is not None) == is_known
    assert composite(None, cid.to_bytes(2), ordering="Egen").glyphs[0].unicode is None


# Unicode


def test_unicode_is_told_as_it_is_written() -> None:
    made = Made()
    text = b"4 beginbfchar <41> <0000> <42> <FEFF> <43> <0066FFFE> <44> <> endbfchar"
    found = facts(
        made,
        b"ABCDE",
        Subtype=Name.Type1,
        BaseFont=Name.Helvetica,
        ToUnicode=made.pdf.make_stream(text),
        **WIN,
    )
    assert [glyph.unicode for glyph in found.glyphs] == ["\0", "\ufeff", "f\ufffe", "", "E"]


def test_an_identity_cmap_maps_all_codes() -> None:
    found = facts(Made(), b"A", Subtype=Name.Type1, BaseFont=Name.Egen, ToUnicode=Name("/Identity-H"))
    assert found.glyphs[0].unicode == "A"


def test_the_names_of_zapfs_dingbats_are_known() -> None:
    encoding = Dictionary(Differences=Array([1, Name.a206, Name.a207, Name.bullet]))
    found = facts(Made(), b"\1\2\3", Subtype=Name.Type1, BaseFont=Name.Egen, Encoding=encoding)
    assert [glyph.unicode is None for glyph in found.glyphs] == [False, True, False]


# Type 3


def test_the_glyphs_of_a_type_3_font_are_its_own() -> None:
    made = Made()
    procedures = Dictionary(a=made.pdf.make_stream(b"500 0 0 0 10 10 d1 0 0 10 10 re f"))
    found = facts(
        made,
        b"\1\2",
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 10, 10]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=procedures,
        Encoding=Dictionary(Differences=Array([1, Name.a, Name.b])),
        **widths(1, 500, 400),
    )
    assert [(glyph.is_there, glyph.width, glyph.own_width) for glyph in found.glyphs] == [
        (True, 500, 500),
        (False, 400, 0),
    ]


# Where fonts are found


def test_fonts_of_annotations_are_fonts_of_the_document() -> None:
    made = Made()
    page = made.page(b"")
    own = made.indirect(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier, **WIN)
    look = made.form(b"BT /F7 10 Tf (x) Tj ET", Resources=Dictionary(Font=Dictionary({"/F7": own})))
    states = Dictionary(On=look, Off=made.form(b"BT /F1 10 Tf (y) Tj ET"))
    page.Annots = Array(
        [
            made.indirect(
                Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([0, 0, 9, 9]), AP=Dictionary(N=states)
            )
        ]
    )
    pdf = open_pdf(made.done())
    assert {(font.name, font.page) for font in pdf.font_facts} == {("Courier", 0), ("Helvetica", 0)}
    assert pdf.drawn[0].items == ()


def test_a_font_that_is_no_object_of_its_own_is_known_too() -> None:
    made = Made()
    bare = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier, **WIN)
    made.page(b"BT /F1 10 Tf (a) Tj /F2 10 Tf (b) Tj /F1 10 Tf (c) Tj ET", fonts={"/F2": bare})
    found = open_pdf(made.done()).font_facts
    assert [(font.index, font.name, len(font.glyphs)) for font in found] == [
        (0, "Helvetica", 2),
        (1, "Courier", 1),
    ]


def test_fonts_that_nothing_is_drawn_with_are_not_told_of() -> None:
    made = Made()
    made.page(b"BT /F1 10 Tf ET")
    assert open_pdf(made.done()).font_facts == ()


def test_programs_that_are_too_long_in_all_end_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(objects, "ALL_STREAMS", 1 << 20)
    made = Made()
    fonts = {
        f"/G{number}": made.indirect(
            Type=Name.Font,
            Subtype=Name.TrueType,
            FontDescriptor=Dictionary(FontFile2=made.pdf.make_stream(b"\0" * (400 << 10))),
        )
        for number in range(3)
    }
    made.page(b"BT " + b"".join(b"%s 9 Tf (a) Tj " % name.encode() for name in fonts) + b"ET", fonts=fonts)
    pdf = open_pdf(made.done())
    with pytest.raises(CouldNotCheck, match="too-big"):
        _ = pdf.font_facts


def test_fonts_that_embed_the_same_program_read_it_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(objects, "ALL_STREAMS", 1 << 20)
    made = Made()
    program = made.pdf.make_stream(truetype(LETTERS, {(3, 1): {0x61: "A"}}) + b"\0" * (400 << 10))
    fonts = {
        f"/G{number}": made.indirect(
            Type=Name.Font, Subtype=Name.TrueType, FontDescriptor=Dictionary(FontFile2=program), **WIN
        )
        for number in range(9)
    }
    made.page(b"BT " + b"".join(b"%s 9 Tf (a) Tj " % name.encode() for name in fonts) + b"ET", fonts=fonts)
    assert [font.glyphs[0].is_there for font in open_pdf(made.done()).font_facts] == [True] * 9
