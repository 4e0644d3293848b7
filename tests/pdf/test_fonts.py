"""What codes say and how wide they are, by every way that a font can tell."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest
from pdf.making import Made
from pikepdf import Array, Dictionary, Name, String

from a11ycheck.documents.pdf.cmaps import read_cmap
from a11ycheck.documents.pdf.fonts import Fonts, glyph_text
from a11ycheck.documents.pdf.limits import MOST_FONTS, MOST_MAPPINGS
from a11ycheck.documents.pdf.objects import Streams

TO_UNICODE = b"""/CIDInit /ProcSet findresource begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0001> <0041> <0002> <D83DDE00> endbfchar
3 beginbfrange <0010> <0012> <0061> <0020> <0021> [<00E5> <00E400F6>] <0030> <0030> <FB01> endbfrange
endcmap"""


def read(shown: bytes, **font: Any) -> tuple[str, float, int, int]:
    fonts = Fonts(Streams())
    number = fonts.number_of(Dictionary({f"/{key}": value for key, value in font.items()}))
    return fonts[number].read(shown)


def composite(made: Made, **held: Any) -> dict[str, Any]:
    descendant = Dictionary(
        {
            "/Type": Name.Font,
            "/Subtype": Name.CIDFontType2,
            "/CIDSystemInfo": Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
            "/DW": 500,
            **{f"/{key}": value for key, value in held.items()},
        }
    )
    return {"Subtype": Name.Type0, "Encoding": Name("/Identity-H"), "DescendantFonts": Array([descendant])}


def test_a_standard_font_has_adobes_widths() -> None:
    said, width, count, spaces = read(
        "Möte nu".encode("cp1252"), Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )
    assert (said, count, spaces) == ("Möte nu", 7, 1)
    # Adobe's font metrics: M 833, o 556 (as is ö), t 278, e 556, space 278, n 556, u 556.
    assert width == 833 + 556 + 278 + 556 + 278 + 556 + 556


def test_differences_name_glyphs() -> None:
    encoding = Dictionary(
        Differences=Array([65, Name.aring, Name.f_f_i, Name.uni00E4, Name.g123, 97, Name.u1F600])
    )
    assert read(b"ABCDa", Subtype=Name.Type1, BaseFont=Name.X, Encoding=encoding)[0] == "åffiä😀"


@pytest.mark.parametrize(
    ("glyph", "text"),
    [
        ("A", "A"),
        ("A.swash", "A"),
        ("fi", "fi"),
        ("uniD800", ""),
        ("uni00E5", "å"),
        ("u110000", ""),
        ("", ""),
        (".", ""),
    ],
)
def test_glyph_names_say_what_adobes_list_says(glyph: str, text: str) -> None:
    assert glyph_text(glyph) == text


def test_widths_begin_at_first_char_and_others_are_missing() -> None:
    width = read(
        b"ABC",
        Subtype=Name.TrueType,
        BaseFont=Name.X,
        FirstChar=66,
        Widths=Array([600]),
        FontDescriptor=Dictionary(MissingWidth=100),
    )[1]
    assert width == 100 + 600 + 100


def test_to_unicode_wins_and_the_encoding_fills_in() -> None:
    made = Made()
    cmap = made.pdf.make_stream(b"1 beginbfchar <41> <00C5> endbfchar")
    said = read(b"AB", Subtype=Name.TrueType, BaseFont=Name.X, Widths=Array([1]), ToUnicode=cmap)[0]
    assert said == "ÅB"


def test_a_type_1_font_brings_its_own_encoding() -> None:
    made = Made()
    program = made.pdf.make_stream(
        b"/Encoding 256 array\ndup 12 /fi put\ndup 65 /A put\nreadonly def\neexec\x00dup 66 /B put"
    )
    font = Dictionary(FontFile=program)
    assert read(b"\x0cA", Subtype=Name.Type1, BaseFont=Name.CMR10, FontDescriptor=font)[0] == "fiA"


def test_type_3_fonts_are_measured_by_their_matrix() -> None:
    fonts = Fonts(Streams())
    font = Dictionary(
        Subtype=Name.Type3,
        FontMatrix=Array([0.01, 0, 0, 0.01, 0, 0]),
        FontBBox=Array([0, -20, 100, 80]),
        FirstChar=97,
        Widths=Array([60]),
        Encoding=Dictionary(Differences=Array([97, Name.a])),
    )
    reader = fonts[fonts.number_of(font)]
    assert reader.read(b"a") == ("a", 600.0, 1, 0)
    assert (reader.ascent, reader.descent) == (0.8, -0.2)


def test_codes_of_two_bytes() -> None:
    made = Made()
    font = composite(made, W=Array([1, Array([700, 800]), 16, 18, 300]))
    font["ToUnicode"] = made.pdf.make_stream(TO_UNICODE)
    assert read(b"\0\1\0\2\0\x10\0\x12\0\x20\0\x21\0\x30\0\x99", **font) == (
        "A😀acåäöfi",
        700 + 800 + 300 + 300 + 500 + 500 + 500 + 500,
        8,
        0,
    )


def test_an_identity_font_without_to_unicode_says_nothing() -> None:
    assert read(b"\0\1\0\2", **composite(Made())) == ("", 1000, 2, 0)


def test_a_named_cmap_and_its_collection() -> None:
    system = Dictionary(Registry=String("Adobe"), Ordering=String("Japan1"), Supplement=2)
    font = {**composite(Made(), CIDSystemInfo=system, DW=1000), "Encoding": Name("/90ms-RKSJ-H")}
    assert read("会議a".encode("cp932"), **font) == ("会議a", 3000, 3, 0)


@pytest.mark.parametrize(
    ("written", "called"),
    [
        ("ABCDEF+Frutiger", "Frutiger"),
        ("ABCDEF+A+B", "A+B"),
        ("Frutiger+Light", "Frutiger+Light"),
        ("ABCDE+Frutiger", "ABCDE+Frutiger"),
        ("abcdef+Frutiger", "abcdef+Frutiger"),
    ],
)
def test_six_capitals_before_a_plus_are_no_part_of_a_fonts_name(written: str, called: str) -> None:
    fonts = Fonts(Streams())
    number = fonts.number_of(Dictionary(Subtype=Name.Type1, BaseFont=Name(f"/{written}")))
    assert fonts[number].name == called


def test_vertical_writing_goes_down() -> None:
    fonts = Fonts(Streams())
    font = {**composite(Made()), "Encoding": Name("/Identity-V")}
    reader = fonts[fonts.number_of(Dictionary({f"/{key}": value for key, value in font.items()}))]
    assert reader.vertical
    assert reader.read(b"\0\1\0\2")[1] == -2000


def test_an_embedded_cmap_with_codes_of_several_lengths() -> None:
    made = Made()
    font = composite(made, W=Array([5, Array([100, 200])]))
    font["Encoding"] = made.pdf.make_stream(
        b"2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange"
        b"1 begincidchar <41> 5 endcidchar 1 begincidrange <8000> <8010> 6 endcidrange"
    )
    assert read(b"A\x80\x00", **font)[1:3] == (300, 2)


@pytest.mark.parametrize(
    ("font", "bold"),
    [
        ({"BaseFont": Name("/ABCDEF+Arial-BoldMT")}, True),
        ({"BaseFont": Name.Arial}, False),
        ({"BaseFont": Name.X, "FontDescriptor": Dictionary(FontWeight=700)}, True),
        ({"BaseFont": Name.X, "FontDescriptor": Dictionary(Flags=1 << 18)}, True),
        ({"BaseFont": Name.X, "FontDescriptor": Dictionary(StemV=140, FontWeight=400)}, True),
        ({"BaseFont": Name.X, "FontDescriptor": Dictionary(StemV=88, Flags=32)}, False),
    ],
)
def test_bold_is_read_from_name_flag_weight_or_stems(font: dict[str, Any], bold: bool) -> None:
    fonts = Fonts(Streams())
    fonts.number_of(
        Dictionary({"/Subtype": Name.TrueType, **{f"/{key}": value for key, value in font.items()}})
    )
    assert fonts.model()[0].bold is bold


def test_codes_drawn_are_kept() -> None:
    fonts = Fonts(Streams())
    fonts[fonts.number_of(Dictionary(Subtype=Name.Type1, BaseFont=Name.Helvetica))].read(b"aba")
    assert fonts.model()[0].name == "Helvetica"
    assert fonts.model()[0].codes == {97, 98}


def test_a_font_is_read_once() -> None:
    made = Made()
    fonts = Fonts(Streams())
    assert fonts.number_of(made.helvetica) == fonts.number_of(made.helvetica) == 0


@pytest.mark.parametrize("font", [None, 3, Name.F1, Array([]), Dictionary()])
def test_what_is_no_font_has_no_number(font: Any) -> None:
    assert Fonts(Streams()).number_of(font) == -1


def test_only_so_many_fonts_are_read() -> None:
    fonts = Fonts(Streams())
    font = Dictionary(Subtype=Name.Type3, Widths=Array([1]))
    numbers = [fonts.number_of(font) for _ in range(MOST_FONTS + 1)]
    assert numbers[-2:] == [MOST_FONTS - 1, -1]


def test_a_range_of_four_thousand_million_codes_is_cut() -> None:
    cmap = read_cmap(
        b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange 1 begincidrange <00000000> <FFFFFFFF> 0 endcidrange"
    )
    assert cmap.texts[0] == "A"
    assert len(cmap.texts) == len(cmap.cids) == MOST_MAPPINGS


@pytest.mark.parametrize(
    "data", [b"<" * 100_000, b"[" * 100_000, b"beginbfchar " * 10_000, b"1 beginbfrange <00> endbfrange"]
)
def test_nonsense_in_a_cmap_says_nothing(data: bytes) -> None:
    assert read_cmap(data).texts == {}


@pytest.mark.parametrize(
    "font",
    [
        {"Subtype": Name.Type0},
        {"Subtype": Name.Type0, "DescendantFonts": Array([3]), "Encoding": Array([])},
        {"Subtype": Name.Type0, "Encoding": Name("/to-unicode-Adobe-Japan1")},
        {"Subtype": Name.Type0, "Encoding": Name("/../../etc/passwd")},
        {"Subtype": Name.Type3, "FontMatrix": Array([1]), "FontBBox": String("x")},
        {"Subtype": Name.Type1, "Widths": Array([Name.A, String("b")]), "FirstChar": -5},
        {
            "Subtype": Name.Type1,
            "Encoding": Dictionary(Differences=Array([Name.a, 10**12, Name.b, -4, Name.c])),
        },
        {"Subtype": pikepdf.Array([])},
    ],
)
def test_a_broken_font_still_reads(font: dict[str, Any]) -> None:
    said, _, count, _ = read(b"abcd", **font)
    assert isinstance(said, str)
    assert count in (2, 4)
