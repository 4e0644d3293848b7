"""Measured contrast agrees with WCAG's formula, worked out by hand, on pages written operator by operator."""

from __future__ import annotations

import random
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from a11ycheck.documents.colour_contrast import luminance, ratio
from a11ycheck.documents.pdf import contrast
from a11ycheck.documents.pdf.contrast import measure
from a11ycheck.documents.pdf.form_graph import safe_pages
from a11ycheck.documents.pdf.pages import page_sources
from a11ycheck.documents.pdf.rendered_model import needed_contrast
from a11ycheck.documents.pdf.rendering import Rendered

if TYPE_CHECKING:
    from a11ycheck.documents.pdf.rendered_model import Contrasts, TextContrast

WIDTH, HEIGHT = 400, 300
BBOX = Array([0, 0, WIDTH, HEIGHT])
WHITE, BLACK = (255, 255, 255), (0, 0, 0)


def line(text: TextContrast) -> tuple[object, ...]:
    """What tells lines apart, but for the text of spaces at their ends."""
    return text.text, text.ratio, text.typical, text.colour, text.background, text.size, text.bold


class Paper:
    """A PDF of one page, with the names that contents may use: fonts F, B and T, and whatever a test adds."""

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        self.page = self.pdf.add_blank_page(page_size=(WIDTH, HEIGHT)).obj
        self.fonts = Dictionary(F=self.font("Helvetica"), B=self.font("Helvetica-Bold"))
        self.page.Resources = Dictionary(
            Font=self.fonts,
            XObject=Dictionary(),
            Pattern=Dictionary(),
            Shading=Dictionary(),
            ExtGState=Dictionary(
                Third=Dictionary(ca=0.3), Multiply=Dictionary(BM=Name.Multiply), Whole=Dictionary(ca=1)
            ),
        )

    def font(self, name: str) -> pikepdf.Object:
        return self.pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/" + name), Encoding=Name.WinAnsiEncoding
            )
        )

    def form(self, content: str, resources: Dictionary | None = None, **more: Any) -> pikepdf.Stream:
        form = self.pdf.make_stream(content.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=BBOX, **more)
        if resources is not None:
            form.Resources = resources
        return form

    def add(self, kind: str, name: str, thing: pikepdf.Object) -> Paper:
        self.page.Resources["/" + kind]["/" + name] = thing
        return self

    def draw(self, content: str) -> Paper:
        self.page.Contents = self.pdf.make_stream(content.encode("cp1252"))
        return self

    def data(self) -> bytes:
        file = BytesIO()
        self.pdf.save(file)
        return file.getvalue()

    def measured(self) -> Contrasts:
        """What is seen; what is drawn must tell the same where it is asked, but of text that is not to be seen."""
        document = Rendered(self.data())
        seen = measure(document, [1])
        told = measure(document, [1], safe_pages(page_sources(self.pdf)).plain)
        assert told.unread == seen.unread
        hidden = {text.text for text in seen.texts if text.hidden}
        assert [line(text) for text in told.texts if text.text not in hidden] == [
            line(text) for text in seen.texts if not text.hidden
        ]
        assert all(
            text.ratio >= text.needed for text in told.texts if text.text in hidden and not text.hidden
        )
        return seen

    def only(self) -> TextContrast:
        (text,) = self.measured().texts
        return text


def words(said: str, *, colour: str = "0 g", font: str = "F", size: float = 12, at: str = "20 150") -> str:
    return f"BT {colour} /{font} {size} Tf 1 0 0 1 {at} Tm ({said}) Tj ET\n"


def grey(level: int) -> str:
    return f"{level / 255:.6f} g"


def fill(level: int) -> str:
    """A rectangle behind or above the words, across the page."""
    return f"{grey(level)} 0 130 400 50 re f\n"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (BLACK, WHITE, 21.0),
        (WHITE, BLACK, 21.0),
        (WHITE, WHITE, 1.0),
        ((0x76,) * 3, WHITE, 4.54),
        ((0x77,) * 3, WHITE, 4.48),
        ((0x94,) * 3, WHITE, 3.03),
        ((0x95,) * 3, WHITE, 2.995),
        ((255, 0, 0), WHITE, 4.00),
        ((0, 0, 255), (255, 255, 0), 8.00),
    ],
)
def test_the_ratio_is_that_of_wcag(
    one: tuple[int, int, int], other: tuple[int, int, int], expected: float
) -> None:
    assert ratio(one, other) == pytest.approx(expected, abs=0.005)


def test_luminance_of_the_primaries_are_wcags_coefficients() -> None:
    assert luminance((255, 0, 0)) == pytest.approx(0.2126)
    assert luminance((0, 255, 0)) == pytest.approx(0.7152)
    assert luminance((0, 0, 255)) == pytest.approx(0.0722)


@pytest.mark.parametrize(
    ("size", "bold", "expected"),
    [(17.9, False, 4.5), (18, False, 3), (14, True, 3), (13.9, True, 4.5), (14, False, 4.5), (18, True, 3)],
)
def test_large_text_is_18_points_or_14_bold(size: float, bold: bool, expected: float) -> None:
    assert needed_contrast(size, bold) == expected


@pytest.mark.parametrize("size", [5, 9, 12, 24])
@pytest.mark.parametrize(
    ("level", "expected"), [(0x76, 4.54), (0x77, 4.48), (0x94, 3.03), (0x95, 2.995), (0x59, 7.00)]
)
def test_grey_on_white_does_not_depend_on_how_small_it_is(level: int, expected: float, size: float) -> None:
    text = Paper().draw(words("Vi ses", colour=grey(level), size=size)).only()
    assert text.ratio == text.typical == pytest.approx(expected, abs=0.005)
    assert text.size == size
    assert text.colour == (level,) * 3
    assert text.background == WHITE


def test_the_background_is_what_lies_under_the_text() -> None:
    text = Paper().draw(fill(0x20) + words("Vi ses", colour="1 g")).only()
    assert (text.colour, text.background) == (WHITE, (0x20,) * 3)
    assert text.ratio == pytest.approx(16.29, abs=0.005)


def test_place_words_and_weight() -> None:
    (thin, bold) = (
        Paper()
        .draw(words("Vi ses p\xe5 n\xe4tet") + words("R\xf6sta", font="B", at="20 100"))
        .measured()
        .texts
    )
    assert (thin.text, thin.bold, bold.text, bold.bold) == ("Vi ses på nätet", False, "Rösta", True)
    assert thin.box
    # The line stands 150 points from the foot of a page of 300; capitals reach 0.72 of 12 points above it.
    assert thin.box.page == 1
    assert thin.box.left == pytest.approx(20, abs=1)
    assert thin.box.top == pytest.approx(150 - 0.72 * 12, abs=1.5)
    assert thin.box.bottom == pytest.approx(150, abs=4)
    assert thin.where.steps == (("page", 1), ("text", "Vi ses på nätet"))


def test_a_turned_page_is_measured_as_it_is_shown() -> None:
    paper = Paper().draw(fill(0x20) + words("Vi ses", colour="1 g"))
    paper.page.Rotate = 90
    paper.page.CropBox = Array([10, 100, 400, 300])
    text = paper.only()
    assert text.background == (0x20,) * 3
    assert text.box
    # Turned clockwise, what stood 150 from the foot, 50 above the crop box, stands 50 from the left.
    assert text.box.left == pytest.approx(50, abs=4)
    assert text.box.top == pytest.approx(20 - 10, abs=1)


# Backgrounds that vary


def photograph(paper: Paper, dark_part: float) -> Paper:
    """An image across the page: noise around #303030 to the left, plain white to the right."""
    noise = random.Random(7)
    across = 100
    row = [noise.randrange(0x20, 0x40) if x < across * dark_part else 255 for x in range(across)]
    image = paper.pdf.make_stream(
        bytes(row),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=across,
        Height=1,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
    )
    return paper.add("XObject", "Photo", image)


ACROSS = words("M" * 38, colour="1 g", size=12, at="10 150")
"""Words from one edge of the page to the other: 38 letters of 10 points."""


def test_white_text_on_a_photograph_that_ends_in_white() -> None:
    paper = photograph(Paper(), 0.7).draw("q 400 0 0 60 0 130 cm /Photo Do Q " + ACROSS)
    text = paper.only()
    assert text.ratio == pytest.approx(1.0, abs=0.01)
    # #202020 to #404040 against white.
    assert 10.3 < text.typical < 16.3
    assert not text.hidden


def test_white_text_on_a_photograph_that_is_dark_all_over() -> None:
    paper = photograph(Paper(), 1.0).draw("q 400 0 0 60 0 130 cm /Photo Do Q " + ACROSS)
    assert 10.3 < paper.only().ratio < paper.only().typical < 16.3


def test_text_on_a_gradient_has_the_ratio_of_its_worst_tenth() -> None:
    paper = Paper()
    fade = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0]), C1=Array([1, 1, 1]), N=1)
    shading = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 400, 0]), Function=fade
    )
    paper.add("Shading", "Fade", shading).draw("/Fade sh " + ACROSS)
    text = paper.only()
    # Half the letters stand on less than #808080 (3.95), nine tenths on less than #e6e6e6 (1.25).
    assert text.typical == pytest.approx(3.95, rel=0.1)
    assert text.ratio == pytest.approx(1.25, rel=0.1)


@pytest.mark.parametrize("height", [147, 153], ids=["below", "through"])
def test_a_line_below_or_through_the_words_is_no_background(height: int) -> None:
    line = f"{grey(0x66)} 10 {height} 300 1.2 re f\n"
    text = Paper().draw(line + words("sjungande yngling", colour=grey(0x66))).only()
    assert text.ratio == pytest.approx(5.74, abs=0.005)


# Colours that are not the object's own


def test_transparent_text_is_blended_with_what_is_under_it() -> None:
    text = Paper().draw("/Third gs " + words("Vi ses", size=18)).only()
    # 0.3 black over white: 178.5.
    assert text.colour[0] in (178, 179)
    assert text.ratio == pytest.approx(2.1, abs=0.03)


def test_text_in_a_transparent_form_is_blended_too() -> None:
    paper = Paper()
    group = Dictionary(S=Name.Transparency)
    paper.add("XObject", "Form", paper.form(words("Vi ses"), Dictionary(Font=paper.fonts), Group=group))
    text = paper.draw("q /Third gs /Form Do Q").only()
    assert text.ratio == pytest.approx(2.1, abs=0.03)


def test_text_deep_in_forms_is_found_where_it_is_drawn() -> None:
    paper = Paper()
    inner = paper.form(
        words("Vi ses", at="5 5"), Dictionary(Font=paper.fonts), Matrix=Array([2, 0, 0, 2, 0, 0])
    )
    outer = paper.form("q 1 0 0 1 50 60 cm /In Do Q", Dictionary(XObject=Dictionary(In=inner)))
    text = paper.add("XObject", "Out", outer).draw("0.5 0 0 0.5 0 0 cm /Out Do").only()
    assert text.size == 12
    assert text.box
    assert text.box.left == pytest.approx((50 + 2 * 5) / 2, abs=1)
    assert text.box.bottom == pytest.approx(300 - (60 + 2 * 5) / 2, abs=1.5)


def test_a_pattern_shows_its_own_colour() -> None:
    paper = Paper()
    tile = paper.pdf.make_stream(
        b"0.4 g 0 0 10 10 re f",
        Type=Name.Pattern,
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=Array([0, 0, 10, 10]),
        XStep=10,
        YStep=10,
        Resources=Dictionary(),
    )
    text = (
        paper.add("Pattern", "Tile", tile)
        .draw(words("Vi ses", colour="/Pattern cs /Tile scn", font="B"))
        .only()
    )
    assert text.ratio == pytest.approx(5.74, abs=0.005)


def test_a_veil_above_the_text_counts() -> None:
    veil = f"/Third gs {grey(255)} 0 130 400 50 re f "
    text = Paper().draw(words("Vi ses", font="B", size=16) + veil * 4).only()
    # Four veils of 30 % leave 0.7 ** 4 of black: #c2.
    assert text.colour[0] == pytest.approx(0xC2, abs=2)
    assert text.ratio == pytest.approx(1.78, abs=0.05)


def test_a_blend_mode_counts() -> None:
    blue = "0 0 1 rg 0 130 400 50 re f "
    text = Paper().draw(blue + "/Multiply gs " + words("Vi ses", colour="0.5 g", font="B", size=16)).only()
    assert text.colour == pytest.approx((0, 0, 128), abs=2)
    assert text.ratio == pytest.approx(1.86, abs=0.05)


def test_outlined_text_has_the_colour_of_its_outline() -> None:
    text = Paper().draw("1 Tr 1 0 0 RG " + words("Vi ses", colour="1 g", font="B", size=24)).only()
    assert text.ratio == pytest.approx(4.00, abs=0.005)


def test_hairlines_have_the_colour_they_are_drawn_with() -> None:
    paper = Paper()
    ring = type_3(paper, "750 0 d0 10 w 5 5 740 740 re S", Dictionary())
    text = paper.add("Font", "T", ring).draw(words("aaa", font="T")).only()
    assert text.ratio == 21


SHADOW = words("Vi ses", colour=grey(0xCC), size=24, at="21 149")


@pytest.mark.parametrize("said", ["Vi ses", "Röstar"])
@pytest.mark.parametrize("shadow_first", [True, False])
def test_a_shadow_of_readable_words_is_no_text_of_its_own(said: str, shadow_first: bool) -> None:
    dark = words(said, size=24)
    texts = Paper().draw(SHADOW + dark if shadow_first else dark + SHADOW).measured().texts
    pale = [text.text for text in texts if text.ratio < text.needed]
    # Other words are no shadow, even in the same place.
    assert pale == ([] if said == "Vi ses" else ["Vi ses"])


# What is not there to be read


@pytest.mark.parametrize(
    "content",
    [
        words("Vi ses", colour="1 g"),
        words("Vi ses") + fill(255),
        "0 0 10 10 re W n " + words("Vi ses"),
        fill(0x99) + words("Vi ses", colour=grey(0x99)),
    ],
    ids=["white on white", "covered", "clipped", "grey on the same grey"],
)
def test_text_without_ink_is_hidden(content: str) -> None:
    assert Paper().draw(content).only().hidden


@pytest.mark.parametrize(
    "content",
    [
        "3 Tr " + words("OCR under en bild"),
        words("   "),
        words(". . . . ."),
        words("Vi ses", at="20 900"),
        "BT 0.9 g /F 60 Tf 0.7 0.7 -0.7 0.7 100 50 Tm (UTKAST) Tj ET",
        "/Artifact <</Subtype /Watermark>> BDC " + words("UTKAST", colour="0.9 g", size=60) + " EMC",
        "",
    ],
    ids=[
        "render mode 3",
        "spaces",
        "leaders",
        "off the page",
        "watermark askew",
        "watermark marked",
        "empty",
    ],
)
def test_what_is_no_text_to_read_is_left_out(content: str) -> None:
    assert Paper().draw(content).measured().texts == ()


def test_page_numbers_are_read_by_people_too() -> None:
    text = Paper().draw("/Artifact BMC " + words("Sida 3", colour=grey(0x95)) + " EMC").only()
    assert text.ratio == pytest.approx(2.995, abs=0.005)


def test_labels_askew_are_measured() -> None:
    text = Paper().draw(f"BT {grey(0x95)} /F 10 Tf 0.7 0.7 -0.7 0.7 100 50 Tm (Oktober) Tj ET").only()
    assert text.ratio == pytest.approx(2.995, abs=0.005)


# Lines


def test_the_pieces_of_a_line_are_one() -> None:
    pieces = "BT 0 g /F 12 Tf 1 0 0 1 20 150 Tm (Vi ses) Tj ( p\xe5) Tj ( n) Tj (\xe4tet) Tj (.) Tj ET "
    assert Paper().draw(pieces).only().text == "Vi ses på nätet."


def test_columns_and_colours_are_kept_apart() -> None:
    content = words("Tid") + words("Punkt", at="200 150") + words("Längd", colour=grey(0x50), at="235 150")
    assert [text.text for text in Paper().draw(content).measured().texts] == ["Tid", "Punkt", "Längd"]


# Limits


def test_a_page_that_is_not_there_is_unread() -> None:
    found = measure(Rendered(Paper().draw(words("Vi ses")).data()), [1, 2])
    assert found.unread == (2,)
    assert len(found.texts) == 1


def test_a_file_that_cannot_be_opened_is_unread() -> None:
    assert measure(Rendered(b"%PDF-1.7"), [1]).unread == (1,)


def test_a_page_with_too_many_texts_is_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = Paper().draw("".join(words(f"Rad {row}", at=f"20 {20 * row}") for row in range(1, 6)))
    monkeypatch.setattr(contrast, "MOST_TEXTS", 4)
    assert paper.measured().unread == (1,)
    monkeypatch.setattr(contrast, "MOST_TEXTS", 5)
    assert len(paper.measured().texts) == 5


def test_no_page_is_begun_when_the_time_is_up_and_all_such_pages_are_unread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paper = Paper().draw(words("Vi ses"))
    for _ in range(9):
        paper.pdf.pages.append(paper.pdf.pages[0])
    clock = iter([0.0, *(float(second) for second in range(100))])
    monkeypatch.setattr(contrast, "process_time", lambda: next(clock))
    monkeypatch.setattr(contrast, "MOST_SECONDS", 2.5)
    found = measure(Rendered(paper.data()), range(1, 11))
    assert [text.page for text in found.texts] == [1, 5, 9]
    assert found.unread == (2, 3, 4, 6, 7, 8, 10)


def test_an_enormous_page_is_rendered_small() -> None:
    paper = Paper()
    paper.page.MediaBox = Array([0, 0, 14_400, 14_400])
    text = paper.draw(words("Vi ses", colour=grey(0x77), size=2_000, at="100 5000")).only()
    assert text.ratio == pytest.approx(4.48, abs=0.005)
    assert text.size == 2_000
    assert text.box
    assert text.box.left == pytest.approx(100, abs=200)


# Pages that must not be rendered


def circle_of_forms(paper: Paper) -> None:
    form = paper.form("/X Do /X Do")
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    paper.add("XObject", "X", form).draw("/X Do")


def circle_of_borrowers(paper: Paper) -> None:
    """Forms without resources use the page's."""
    paper.add("XObject", "X", paper.form("/Y Do")).add("XObject", "Y", paper.form("/X Do")).draw("/X Do")


def circle_by_another_spelling(paper: Paper) -> None:
    paper.add("XObject", "X", paper.form("/#58 Do")).draw("/X Do")


def nested_forms(paper: Paper) -> None:
    form = paper.form("0 0 9 9 re f", Dictionary())
    for _ in range(26):
        form = paper.form("/X Do /X Do", Dictionary(XObject=Dictionary(X=form)))
    paper.add("XObject", "X", form).draw("/X Do")


def too_many_forms(paper: Paper) -> None:
    paper.add("XObject", "X", paper.form("0 0 9 9 re f", Dictionary())).draw("/X Do " * 10_001)


def pattern(paper: Paper, resources: Dictionary | None) -> pikepdf.Stream:
    tile = paper.pdf.make_stream(b"/Pattern cs /X scn 0 0 9 9 re f " * 2, Type=Name.Pattern, PatternType=1)
    if resources is not None:
        tile.Resources = resources
    return tile


def circle_of_patterns(paper: Paper) -> None:
    paper.add("Pattern", "X", pattern(paper, None)).draw("/Pattern cs /X scn 0 0 9 9 re f")


def nested_patterns(paper: Paper) -> None:
    tile = pattern(paper, Dictionary())
    for _ in range(26):
        tile = pattern(paper, Dictionary(Pattern=Dictionary(X=tile)))
    paper.add("Pattern", "X", tile).draw("/Pattern cs /X scn 0 0 9 9 re f")


def nested_masks(paper: Paper) -> None:
    form = paper.form("0 0 9 9 re f", Dictionary())
    for _ in range(26):
        mask = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=form))
        form = paper.form("/X gs 0 0 9 9 re f " * 2, Dictionary(ExtGState=Dictionary(X=mask)))
    paper.add("ExtGState", "X", Dictionary(SMask=Dictionary(S=Name.Luminosity, G=form))).draw("/X gs")


def type_3(paper: Paper, glyph: str, resources: Dictionary) -> Dictionary:
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 750, 750]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(a=paper.pdf.make_stream(glyph.encode())),
        Encoding=Dictionary(Differences=Array([97, Name.a])),
        FirstChar=97,
        LastChar=97,
        Widths=Array([1000]),
        Resources=resources,
    )


def nested_glyphs(paper: Paper) -> None:
    font = type_3(paper, "1000 0 d0 0 0 9 9 re f", Dictionary())
    for _ in range(26):
        font = type_3(paper, "1000 0 d0 BT /X 9 Tf (aa) Tj ET", Dictionary(Font=Dictionary(X=font)))
    paper.add("Font", "X", font).draw("BT /X 9 Tf (aa) Tj ET")


def circle_of_glyphs(paper: Paper) -> None:
    font = paper.pdf.make_indirect(type_3(paper, "1000 0 d0 BT /X 9 Tf (aa) Tj ET", Dictionary()))
    font.Resources.Font = Dictionary(X=font)
    paper.add("Font", "X", font).draw("BT /X 9 Tf (aa) Tj ET")


@pytest.mark.parametrize(
    "spoil",
    [
        circle_of_forms,
        circle_of_borrowers,
        circle_by_another_spelling,
        nested_forms,
        too_many_forms,
        circle_of_patterns,
        nested_patterns,
        nested_masks,
        nested_glyphs,
        circle_of_glyphs,
    ],
)
def test_pages_that_draw_without_end_are_not_safe(spoil: Any) -> None:
    paper = Paper()
    spoil(paper)
    paper.pdf.add_blank_page()
    assert safe_pages(page_sources(paper.pdf)).numbers == [2]


def ordinary_text(paper: Paper) -> None:
    paper.draw(words("Vi ses"))


def a_form_that_is_drawn_often(paper: Paper) -> None:
    paper.add("XObject", "X", paper.form("0 0 9 9 re f", Dictionary())).draw("/X Do " * 9_000)


def a_form_that_is_not_drawn(paper: Paper) -> None:
    circle_of_forms(paper)
    paper.draw(words("Vi ses"))


def long_text_in_a_type_3_font(paper: Paper) -> None:
    paper.add("Font", "T", type_3(paper, "1000 0 d0 0 0 9 9 re f", Dictionary()))
    paper.draw(words("a" * 20_000, font="T"))


def no_resources(paper: Paper) -> None:
    del paper.page.Resources
    paper.draw("/X Do")


@pytest.mark.parametrize(
    "draw",
    [
        ordinary_text,
        a_form_that_is_drawn_often,
        a_form_that_is_not_drawn,
        long_text_in_a_type_3_font,
        no_resources,
    ],
)
def test_pages_that_people_make_are_safe(draw: Any) -> None:
    paper = Paper()
    draw(paper)
    assert safe_pages(page_sources(paper.pdf)).numbers == [1]


def test_resources_are_inherited() -> None:
    paper = Paper()
    nested_forms(paper)
    paper.pdf.Root.Pages.Resources = paper.page.Resources
    del paper.page.Resources
    assert safe_pages(page_sources(paper.pdf)).numbers == []


# Pages that need not be rendered


def plain(paper: Paper) -> bool:
    return 1 in safe_pages(page_sources(paper.pdf)).plain


@pytest.mark.parametrize(
    ("content", "is_told"),
    [
        (words("Vi ses"), True),
        (fill(40) + words("Vi ses", colour="1 g"), True),
        (words("Vi ses") + "0 g 0 148 400 1 re f ", True),
        (words("Vi ses", colour=grey(0x99)), False),
        (fill(40) + words("Vi ses"), False),
        (words("Vi ses") + "1 g 0 130 400 50 re f ", False),
        ("/Third gs " + words("Vi ses"), False),
        ("1 Tr " + words("Vi ses"), False),
        ("0.9 g 0 130 30 50 re f " + words("Vi ses"), False),
    ],
    ids=[
        "paper",
        "surface",
        "line",
        "pale",
        "dark on dark",
        "covered",
        "transparent",
        "outlined",
        "half on a surface",
    ],
)
def test_only_pages_where_something_may_be_hard_to_read_are_looked_at(
    content: str, is_told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: list[bool] = []
    render = contrast.Page.render

    def watched(page: contrast.Page, *given: Any, **more: Any) -> Any:
        rendered.append(True)
        return render(page, *given, **more)

    paper = Paper().draw(content)
    assert plain(paper)
    monkeypatch.setattr(contrast.Page, "render", watched)
    (text,) = measure(Rendered(paper.data()), [1], [1]).texts
    assert text.text == "Vi ses"
    assert bool(rendered) is not is_told


def transfer_function(paper: Paper) -> None:
    paper.page.Resources.ExtGState.Turned = Dictionary(TR=Name.Identity)


def pattern_in_a_form(paper: Paper) -> None:
    tile = pattern(paper, Dictionary())
    inner = paper.form("/P scn", Dictionary(Pattern=Dictionary(P=tile)))
    paper.add("XObject", "X", paper.form("/Y Do", Dictionary(XObject=Dictionary(Y=inner)))).draw("/X Do")


def glyphs_that_draw(paper: Paper) -> None:
    paper.add("Font", "T", type_3(paper, "1000 0 d0 0 0 9 9 re f", Dictionary()))
    paper.draw(words("a", font="T"))


@pytest.mark.parametrize("bring", [transfer_function, pattern_in_a_form, glyphs_that_draw])
def test_what_brings_colours_of_its_own_is_not_plain(bring: Any) -> None:
    paper = Paper().draw(words("Vi ses"))
    assert plain(paper)
    bring(paper)
    assert not plain(paper)


def test_a_form_that_two_pages_draw_is_plain_on_neither_or_both() -> None:
    paper = Paper()
    pattern_in_a_form(paper)
    paper.pdf.pages.append(paper.pdf.pages[0])
    assert safe_pages(page_sources(paper.pdf)).plain == frozenset()
