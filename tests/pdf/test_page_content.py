"""What a page paints, and where: items, sequences and boxes, from small content streams."""

from __future__ import annotations

import pikepdf
import pytest
from pdf.making import Made, marked, one_page, written
from pikepdf import Array, Dictionary, Name, String

from a11ycheck.documents.pdf import limits
from a11ycheck.documents.pdf.open import open_pdf
from a11ycheck.documents.pdf.page_model import Drawn, Item


def drawn(content: bytes, **held: object) -> Drawn:
    return open_pdf(one_page(content, **held)).drawn[0]


def items(content: bytes, **held: object) -> list[Item]:
    return list(drawn(content, **held).items)


def texts(content: bytes, **held: object) -> list[str]:
    return [item.text for item in items(content, **held) if item.kind == "text"]


def edges(item: Item) -> tuple[float, float, float, float]:
    assert item.box is not None
    return item.box.left, item.box.top, item.box.right, item.box.bottom


def test_text_lies_where_it_is_drawn_counted_from_the_top_left() -> None:
    (item,) = items(written("Hi", x=10, y=50, size=10))
    # The baseline is 50 from the bottom of 100; H is 722 wide and i 222 (Adobe's font metrics for Helvetica).
    assert edges(item) == (10, 42, 19.44, 52)
    assert (item.kind, item.text, item.size, item.font, item.sequence) == ("text", "Hi", 10, 0, -1)


@pytest.mark.parametrize(
    ("turned", "size", "box"),
    [
        (0, (200, 100), (10, 42, 19.44, 52)),
        (90, (100, 200), (48, 10, 58, 19.44)),
        (180, (200, 100), (180.56, 48, 190, 58)),
        (270, (100, 200), (42, 180.56, 52, 190)),
        (-90, (100, 200), (42, 180.56, 52, 190)),
        (45, (200, 100), (10, 42, 19.44, 52)),
    ],
)
def test_boxes_follow_the_page_as_it_is_turned(
    turned: int, size: tuple[int, int], box: tuple[float, float, float, float]
) -> None:
    pdf = open_pdf(one_page(written("Hi"), Rotate=turned))
    assert (pdf.pages[0].width, pdf.pages[0].height) == size
    assert edges(pdf.drawn[0].items[0]) == box


def test_boxes_are_counted_from_the_crop_box() -> None:
    pdf = open_pdf(one_page(written("Hi"), CropBox=Array([5, 20, 105, 90])))
    assert (pdf.pages[0].width, pdf.pages[0].height) == (100, 70)
    assert edges(pdf.drawn[0].items[0]) == (5, 32, 14.44, 42)


def test_page_sizes_are_inherited() -> None:
    made = Made()
    page = made.page(written("Hi"))
    del page.MediaBox
    made.pdf.Root.Pages.MediaBox = Array([0, 0, 300, 400])
    made.pdf.Root.Pages.Rotate = 90
    (shown,) = open_pdf(made.done()).pages
    assert (shown.width, shown.height) == (400, 300)


@pytest.mark.parametrize("box", [Array([0, 0, 0, 0]), Array([0]), String("x"), Array([Name.A, 0, 0, 5])])
def test_a_page_without_a_size_is_letter_paper(box: pikepdf.Object) -> None:
    (page,) = open_pdf(one_page(b"", MediaBox=box)).pages
    assert (page.width, page.height) == (612, 792)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"(A) Tj 7 0 Td (B) Tj", ["AB"]),  # Td counts from the start of the line
        (b"(two) Tj 20 0 Td (words) Tj", ["two words"]),
        (b"[(t) 20 (wo) -300 (words)] TJ", ["two words"]),
        (b"[<74> 20 <776f> -300 <776f726473>] TJ", ["two words"]),
        (b"[(kern) 30 (ed)] TJ", ["kerned"]),
        (b"[(no) -100 (space)] TJ", ["nospace"]),
        (b"(first) Tj 0 -12 Td (second) Tj", ["first second"]),
        (b"12 TL (first) Tj T* (second) Tj (third) '", ["first second third"]),
        (b'12 TL 1 2 (spaced) "', ["spaced"]),
        (b"0 -12 TD (first) Tj T* (second) Tj", ["first second"]),
        (b"(informa-) Tj 0 -12 Td (tionen) Tj", ["informationen"]),
        (b"(far) Tj 0 -40 Td (below) Tj", ["far", "below"]),
        (b"(two) Tj 0 40 Td (columns) Tj", ["two", "columns"]),
        (b"(words) Tj -0.5 0 Td ( ) Tj", ["words"]),
        (b"/F1 14 Tf (large) Tj /F1 10 Tf (small) Tj", ["large", "small"]),
    ],
)
def test_pieces_of_text_are_joined_by_where_they_lie(content: bytes, said: list[str]) -> None:
    assert texts(b"BT /F1 10 Tf 10 50 Td %s ET" % content) == said


@pytest.mark.parametrize(
    ("setting", "right"),
    [
        (b"", 10 + 10 * 1.112 + 2.78),  # a b: 556 + 278 + 556
        (b"2 Tc", 10 + 10 * 1.39 + 6),
        (b"3 Tw", 10 + 10 * 1.39 + 3),
        (b"50 Tz", 10 + 10 * 1.39 / 2),
        (b"50 Tz 2 Tc", 10 + (10 * 1.39 + 6) / 2),
    ],
)
def test_spacing_and_scaling_move_the_end_of_the_text(setting: bytes, right: float) -> None:
    (item,) = items(b"BT %s /F1 10 Tf 10 50 Td (a b) Tj ET" % setting)
    assert edges(item)[2] == pytest.approx(right, abs=0.011)


def test_size_is_the_height_as_drawn() -> None:
    sizes = [
        item.size for item in items(b"2 0 0 2 0 0 cm BT /F1 1 Tf 9 0 0 9 0 0 Tm (a) Tj /F1 -3 Tf (b) Tj ET")
    ]
    assert sizes == [18, 54]


def test_rise_and_invisible_text() -> None:
    raised, hidden = items(b"BT /F1 10 Tf 10 50 Td 5 Ts (a) Tj 0 Ts 3 Tr (b) Tj ET")
    assert edges(raised)[3] == 47
    assert (raised.invisible, hidden.invisible) == (False, True)


def test_saved_state_comes_back() -> None:
    first, second = items(b"BT /F1 10 Tf q 2 0 0 2 0 0 cm /F1 20 Tf (a) Tj Q 0 30 Td (b) Tj ET Q Q Q")
    assert (first.size, second.size) == (40, 10)


def test_paths_images_and_shadings() -> None:
    painted = items(
        b"10 20 30 40 re S 1 1 m 5 5 l n q 50 0 0 20 100 10 cm /Im Do Q /Sh sh "
        b"q 10 0 0 10 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q 0 0 m 1 2 3 90 7 8 c f*",
        objects={"/Im": Dictionary(Subtype=Name.Image)},
    )
    assert [item.kind for item in painted] == ["path", "image", "shading", "image", "path"]
    assert edges(painted[0]) == (10, 40, 40, 80)
    assert edges(painted[1]) == (100, 70, 150, 90)
    assert painted[2].box is None
    assert edges(painted[3]) == (0, 90, 10, 100)
    assert edges(painted[4]) == (0, 10, 7, 100)


def test_paths_in_one_sequence_become_one_item() -> None:
    (item,) = items(b"0 0 10 10 re f " * 50 + b"90 90 5 5 re f")
    assert edges(item) == (0, 5, 95, 100)


def test_items_stand_in_their_sequences() -> None:
    page = drawn(
        b"/P <</MCID 4 /Lang (sv)>> BDC /Span BMC (x) Tj "
        + written("inner")
        + b"EMC "
        + written("outer")
        + b"EMC EMC "
        b"/Artifact /Props BDC " + written("page 1") + b"EMC",
        properties={
            "/Props": Dictionary(MCID=7, ActualText=String("Sida 1"), Alt=String("a"), E=String("e"))
        },
    )
    paragraph, span, artifact = page.sequences
    assert (paragraph.tag, paragraph.key, paragraph.language, paragraph.outer) == ("P", (1, 0, 4), "sv", -1)
    assert (span.tag, span.key, span.outer) == ("Span", None, 0)
    assert (artifact.key, artifact.actual_text, artifact.alt, artifact.expansion) == (
        (1, 0, 7),
        "Sida 1",
        "a",
        "e",
    )
    assert {item.text: item.sequence for item in page.items} == {"": 1, "inner": 1, "outer": 0, "page 1": 2}
    assert [page.is_artifact(item) for item in page.items] == [False, False, False, True]


def test_forms_are_drawn_in_place_with_their_own_marked_content() -> None:
    made = Made()
    form = made.form(marked(3, written("in the form")) + written("loose"), Matrix=Array([1, 0, 0, 1, 20, 0]))
    made.page(b"/Figure <</MCID 0>> BDC /Fm Do EMC " + written("after"), objects={"/Fm": form})
    page = open_pdf(made.done()).drawn[0]
    inside, loose, after = page.items
    number = inside.stream
    assert number > 0
    assert page.sequences[inside.sequence].key == (1, number, 3)
    assert page.sequences[inside.sequence].outer == 0
    assert (loose.sequence, loose.stream) == (0, number)
    assert (after.sequence, after.stream) == (-1, 0)
    assert edges(inside)[0] == 30


def test_a_form_cannot_end_the_sequence_it_is_drawn_in() -> None:
    made = Made()
    form = made.form(b"EMC EMC Q Q /Span BMC")
    made.page(marked(0, b"/Fm Do " + written("still inside")), objects={"/Fm": form})
    page = open_pdf(made.done()).drawn[0]
    assert page.sequences[page.items[0].sequence].key == (1, 0, 0)


def test_a_form_has_its_own_resources() -> None:
    made = Made()
    bold = made.indirect(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Helvetica-Bold"))
    form = made.form(written("bold"), Resources=Dictionary(Font=Dictionary(F1=bold)))
    made.page(b"/Fm Do " + written("plain"), objects={"/Fm": form})
    pdf = open_pdf(made.done())
    assert {item.text: pdf.fonts[item.font].bold for item in pdf.drawn[0].items} == {
        "bold": True,
        "plain": False,
    }


def test_a_form_that_draws_itself_is_drawn_once() -> None:
    made = Made()
    form = made.form(b"/Fm Do /Fm Do " + written("once"))
    made.page(b"/Fm Do", objects={"/Fm": form})
    page = open_pdf(made.done()).drawn[0]
    assert [item.text for item in page.items] == ["once"]
    assert not page.cut_short


def forms_in_forms(levels: int) -> bytes:
    """Each form draws the next twice."""
    made = Made()
    form = made.form(written("deep"))
    for _ in range(levels):
        form = made.form(b"/Fm Do /Fm Do", Resources=Dictionary(XObject=Dictionary({"/Fm": form})))
    made.page(b"/Fm Do", objects={"/Fm": form})
    return made.done()


def test_forms_that_double_are_cut_short() -> None:
    assert open_pdf(forms_in_forms(26)).drawn[0].cut_short
    assert not open_pdf(forms_in_forms(10)).drawn[0].cut_short


def test_forms_nested_too_deeply_are_cut_short() -> None:
    made = Made()
    form = made.form(written("deep"))
    for _ in range(limits.DEEPEST_FORM + 1):
        form = made.form(b"/Fm Do", Resources=Dictionary(XObject=Dictionary({"/Fm": form})))
    made.page(b"/Fm Do", objects={"/Fm": form})
    page = open_pdf(made.done()).drawn[0]
    assert page.cut_short
    assert page.items == ()


@pytest.mark.parametrize(
    ("limit", "most", "content"),
    [
        ("MOST_OPERATORS", 100, b"q Q " * 60),
        ("MOST_OPERATORS", 2_000, b"(a) " * 3_000),
        ("MOST_ITEMS", 10, b"0 0 1 1 re f /Im Do " * 20),
        ("MOST_ITEMS", 10, b"/Span BMC " * 20),
        ("MOST_SHOWN", 100, b"BT /F1 1 Tf (abcdefghij) Tj ET " * 20),
    ],
)
def test_a_page_that_goes_over_a_limit_is_cut_short_and_so_are_those_after_it(
    monkeypatch: pytest.MonkeyPatch, limit: str, most: int, content: bytes
) -> None:
    monkeypatch.setattr(limits, limit, most)
    made = Made()
    for part in (b"q Q", content, b"q Q"):
        made.page(part, objects={"/Im": made.indirect(Subtype=Name.Image)})
    assert [page.cut_short for page in open_pdf(made.done()).drawn] == [False, True, True]


def test_content_that_cannot_be_decoded_is_cut_short() -> None:
    made = Made()
    page = made.page()
    page.Contents = Array(
        [made.pdf.make_stream(written("before")), made.pdf.make_stream(b"x", Filter=Name.JBIG2Decode)]
    )
    drawn_page = open_pdf(made.done()).drawn[0]
    assert drawn_page.cut_short
    assert [item.text for item in drawn_page.items] == ["before"]


def test_content_in_several_streams_is_one() -> None:
    made = Made()
    page = made.page()
    page.Contents = Array([made.pdf.make_stream(part) for part in (b"BT /F1 10", b"Tf (one)", b"Tj ET")])
    assert [item.text for item in open_pdf(made.done()).drawn[0].items] == ["one"]


@pytest.mark.parametrize(
    "content",
    [
        b"Tj TJ ' \" Td Tf cm re m l Do BDC EMC Q Tm Tr Tz",
        b"/F1 Tf (a) Tj",
        b"(a) /F1 Tf (b) Tj /Nope 10 Tf (c) Tj",
        b"(a) (b) cm [(a)] Tj (a) TJ 3 TJ /X TJ",
        b"/P 3 BDC /P [1] BDC 5 BDC /P /Nope BDC",
        b"/P <</MCID (x) /Lang 3 /ActualText /X>> BDC /P <</MCID -1>> BDC",
        b"9" * 400 + b" 0 0 1 0 0 cm 1 1 m 2 2 l S BT /F1 1 Tf (a) Tj ET",
        b"1e99 w " + b"9" * 64 + b" Tr " + b"9" * 64 + b" Tz BT /F1 9 Tf (a) Tj ET",
        b"1 2 3 m 4 l 5 6 7 c S",
        b"BT /F1 0 Tf (a) Tj 0 0 0 0 0 0 Tm (b) Tj ET",
    ],
)
def test_operators_whose_operands_make_no_sense_are_passed_over(content: bytes) -> None:
    page = drawn(content + b" " + b"EMC " * 5 + b"Q BT 1 0 0 1 0 0 Tm 0 Tr 100 Tz /F1 10 Tf (end) Tj ET")
    assert page.items[-1].text.endswith("end")
    assert all(item.box is None or item.box.left <= item.box.right for item in page.items)


def test_one_resource_dictionary_for_all_pages_is_read_once() -> None:
    made = Made()
    pages = [made.page(written(f"page {number}")) for number in range(3)]
    shared = made.pdf.make_indirect(pages[0].Resources)
    for page in pages:
        page.Resources = shared
    pdf = open_pdf(made.done())
    assert [page.items[0].text for page in pdf.drawn] == ["page 0", "page 1", "page 2"]
    assert len(pdf.fonts) == 1
