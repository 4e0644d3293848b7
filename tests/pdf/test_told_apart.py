"""What tells one text, picture or document from another: languages within the tags, images, scripts, slides."""

from __future__ import annotations

import pikepdf
import pytest
from pdf.making import Made, marked, written
from pikepdf import Array, Dictionary, Name, String

from a11ycheck.documents.content import Content, Paragraph, Picture
from a11ycheck.documents.pdf import scripts
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.open import open_pdf
from a11ycheck.documents.pdf.page_model import Drawn, Item, Page
from a11ycheck.documents.pdf.tree_model import Element


def languages_of(content: Content) -> list[str]:
    return [block.language for block in content.blocks if isinstance(block, Paragraph)]


def swedish(made: Made) -> Made:
    made.pdf.Root.Lang = String("sv")
    return made


def test_the_language_of_a_paragraph_is_that_of_the_span_in_it() -> None:
    made = swedish(Made())
    page = made.page(marked(0, written("Hello and welcome")) + marked(1, written("Hej", y=20)))
    span = made.element("Span", 0, page=page, Lang=String("en"))
    made.tree(made.element("P", span), made.element("P", 1, page=page))
    assert languages_of(open_pdf(made.done()).content) == ["en", "sv"]


def test_the_language_of_a_paragraph_is_that_of_its_marked_content() -> None:
    made = swedish(Made())
    content = b"/P <</MCID 0 /Lang (en)>> BDC\n" + written("Hello and welcome") + b"EMC\n"
    page = made.page(content + marked(1, written("Hej", y=20)))
    made.tree(made.element("P", 0, page=page), made.element("P", 1, page=page))
    assert languages_of(open_pdf(made.done()).content) == ["en", "sv"]


def test_a_word_in_another_language_does_not_change_that_of_the_paragraph() -> None:
    made = swedish(Made())
    page = made.page(marked(0, written("Vi kallar det")) + marked(1, written("open space", y=35)))
    span = made.element("Span", 1, page=page, Lang=String("en"))
    made.tree(made.element("P", 0, span, page=page))
    assert languages_of(open_pdf(made.done()).content) == ["sv"]


def image(made: Made, pixels: bytes) -> pikepdf.Object:
    stream = made.pdf.make_stream(pixels)
    stream.Type, stream.Subtype, stream.Width, stream.Height = Name.XObject, Name.Image, 2, 2
    stream.ColorSpace, stream.BitsPerComponent = Name.DeviceGray, 8
    return stream


def test_pictures_are_told_apart_by_what_is_painted_in_them() -> None:
    made = Made()
    first, copy, other = image(made, b"\0\1\2\3"), image(made, b"\0\1\2\3"), image(made, b"\3\2\1\0")
    content = marked(0, b"/A Do ") + marked(1, b"/B Do ") + marked(2, b"/C Do ") + marked(3, b"0 0 9 9 re f ")
    page = made.page(content, objects={"/A": first, "/B": copy, "/C": other})
    made.tree(*(made.element("Figure", number, page=page) for number in range(4)))
    contents = [block.content for block in open_pdf(made.done()).content.blocks if isinstance(block, Picture)]
    assert contents[0] == contents[1] != ""
    assert contents[2] not in ("", contents[0])
    assert contents[3] == ""


def action(source: object, **held: object) -> Dictionary:
    return Dictionary({"/S": Name.JavaScript, "/JS": source, **held})


def test_scripts_are_read_from_the_document_and_its_pages() -> None:
    made = Made()
    root = made.pdf.Root
    root.OpenAction = action(String("open"), **{"/Next": Array([action(String("next"))])})
    root.AA = Dictionary(WC=action(String("close")), K=action(String("no event of a document")))
    stream = made.pdf.make_stream(b"named")
    root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), action(stream)])))
    made.page(AA=Dictionary(O=action(String("page"))))
    assert open_pdf(made.done()).catalog.scripts == ("open", "next", "close", "named", "page")


def test_actions_that_lead_round_in_a_circle_are_read_once() -> None:
    made = Made()
    made.page()
    first, second = made.indirect(**dict_of("one")), made.indirect(**dict_of("two"))
    first.Next, second.Next = second, Array([first, second])
    made.pdf.Root.OpenAction = first
    assert open_pdf(made.done()).catalog.scripts == ("one", "two")


def dict_of(source: str) -> dict[str, object]:
    return {"S": Name.JavaScript, "JS": String(source)}


def test_no_more_of_the_scripts_is_kept_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scripts, "ALL_SCRIPTS", 5)
    made = Made()
    made.page()
    made.pdf.Root.OpenAction = action(String("abc"), **{"/Next": action(String("defg"))})
    assert open_pdf(made.done()).catalog.scripts == ("abc", "de")


@pytest.mark.parametrize(
    ("creator", "size", "words", "count", "is_deck"),
    [
        ("Microsoft® PowerPoint® 2019", (960, 540), 400, 3, True),
        ("Impress", (720, 540), 0, 3, True),
        ("LaTeX with Beamer class", (363, 272), 30, 40, True),
        ("Skia/PDF", (960, 600), 40, 3, True),
        ("Skia/PDF", (960, 540), 130, 3, False),
        ("Skia/PDF", (960, 540), 0, 3, False),
        ("Microsoft® PowerPoint® 2019", (960, 540), 20, 2, False),
        ("Microsoft® PowerPoint® 2019", (540, 960), 20, 3, False),
        ("Microsoft® Word 2019", (842, 595), 20, 3, False),
    ],
)
def test_a_presentation_is_known_by_its_pages_and_its_program_or_few_words(
    creator: str, size: tuple[float, float], words: int, count: int, is_deck: bool
) -> None:
    pages = tuple(Page(number, *size) for number in range(1, count + 1))
    drawn = tuple(Drawn(page.number, (Item("text", text="ord " * words),)) for page in pages)
    assert Pdf(Catalog(creator=creator), pages, drawn=drawn).is_slide_deck is is_deck


def test_one_slide_full_of_text_makes_no_presentation_without_the_programs_word() -> None:
    pages = tuple(Page(number, 960, 540) for number in (1, 2, 3))
    drawn = tuple(Drawn(number, (Item("text", text="ord " * words),)) for number, words in ((1, 9), (2, 251)))
    assert not Pdf(pages=pages, drawn=drawn).is_slide_deck


def test_a_slides_title_is_its_first_heading_with_words() -> None:
    empty, picture = Element("H1", page=1, text=" "), Element("Figure", page=2, alt="Tack!")
    titles = (empty, Element("H2", page=1, text="Mål"), Element("H1", page=2, kids=[picture]))
    assert Pdf(roots=(*titles, Element("H3", page=1, text="Medel"))).slide_titles == {1: "Mål", 2: "Tack!"}
