"""Text is large enough to be print.

A reader can enlarge a PDF, so no success criterion has a smallest size and this rule meets no clause. Slides have a
rule of their own, ``small_text``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Box, Fix, Outcome, People, Text, Where, anchor, failed, passed, rule
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Drawn, Item, Page, Sequence
from a11ycheck.documents.pdf.tree_model import Element

FEWEST_LETTERS = 20
"""Letters in one size and all smaller ones: what has fewer is a sign in a drawing, or left over from somewhere."""


@dataclass(slots=True)
class SmallestPrint:
    """The size in points under which twenty letters of a page are, and the longest text of that size or less."""

    where: Where
    text: str
    size: float


def smallest_prints(pdf: Pdf) -> Iterator[SmallestPrint]:
    """Each page with text, unless the document is a presentation."""
    pages = {} if pdf.is_slide_deck else {page.number: page for page in pdf.pages}
    figures = _figures(pdf) if pages else set()
    for drawn in pdf.drawn:
        page = pages.get(drawn.page)
        if page is None:
            continue
        artifacts = drawn.artifacts()
        read = [
            item
            for item in drawn.items
            if _is_read(item, page)
            and not (item.sequence >= 0 and artifacts[item.sequence])
            and not (figures and _is_pictured(pdf, drawn, item, figures))
        ]
        size, letters = 0.0, 0
        for item in sorted(read, key=lambda item: item.size):
            size = item.size
            letters += sum(map(str.isalpha, item.text))
            if letters >= FEWEST_LETTERS:
                break
        else:
            continue
        longest = max((item for item in read if item.size <= size), key=lambda item: len(item.text))
        text = " ".join(longest.text[:400].split())
        where = Where((("page", drawn.page), ("text", text[:60])), anchor("print", text), longest.box)
        yield SmallestPrint(where, text, size)


def _is_read(item: Item, page: Page) -> bool:
    """Can it be seen as a whole, and is it made of letters?"""
    box = item.box
    return (
        item.kind == "text"
        and item.size > 0
        and not item.invisible
        and box is not None
        and 0 <= box.left <= box.right <= page.width
        and 0 <= box.top <= box.bottom <= page.height
        and any(map(str.isalpha, item.text))
    )


def _figures(pdf: Pdf) -> set[int]:
    """The elements, by identity, that are figures or stand in one. What a figure says, its alternative text says."""
    found: set[int] = set()
    for element in pdf.elements:
        if element.type == "Figure" or id(element.parent) in found:
            found.add(id(element))
    return found


def _is_pictured(pdf: Pdf, drawn: Drawn, item: Item, figures: set[int]) -> bool:
    keys = (sequence.key for sequence in drawn.sequences_around(item) if sequence.key)
    return any(id(pdf.holders[key]) in figures for key in keys if key in pdf.holders)


@rule(
    document=Pdf,
    each=smallest_prints,
    title=Text("Text is no smaller than print can be", "Texten är inte mindre än tryckt text kan vara"),
    why=Text(
        "Such small text looks like a line of dots. Someone who sees poorly has to enlarge it so much that only a few "
        "words fit on the screen.",
        "Så liten text ser ut som en rad prickar. Den som ser dåligt måste förstora den så mycket att bara några ord "
        "får plats på skärmen.",
    ),
    who=(People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Make the text larger, at least 9 points and better 12, and make the PDF again. If a large page was "
            "shrunk, let it keep its size.",
            "Gör texten större, minst 9 punkter och helst 12, och gör om pdf:en. Är det en stor sida som har "
            "förminskats, låt den behålla sin storlek.",
        ),
        word=Text(
            "Select the text and choose a larger size on the Home tab.",
            "Markera texten och välj en större storlek på fliken Start.",
        ),
        libreoffice=Text(
            "Select the text and choose a larger size under Format > Character.",
            "Markera texten och välj en större storlek under Format > Tecken.",
        ),
    ),
    messages={
        "tiny": Text(
            "“{text}” is only {size} points large.",
            "”{text}” är bara {size} punkter stor.",
        ),
    },
)
def tiny_text(page: SmallestPrint, *, least: float = 4.5) -> Outcome:
    """Fewer than twenty letters of the page are smaller than ``least`` points.

    4.5 points are where veraPDF's profile for WCAG draws the line.
    """
    return failed("tiny", text=page.text[:100], size=page.size) if page.size < least else passed()


def examples() -> dict[str, Pdf]:
    def pdf(*texts: tuple[str, float], tag: str = "P", creator: str = "Writer", top: float = 50) -> Pdf:
        items = tuple(
            Item("text", 0, text, Box(1, 50, top + 20 * place, 400, top + 20 * place + 10), size)
            for place, (text, size) in enumerate(texts)
        )
        shape = (960.0, 540.0) if creator == "Impress" else (595.0, 842.0)
        pages = tuple(Page(number, *shape) for number in (1, 2, 3))
        return Pdf(Catalog(creator=creator), pages, drawn=(Drawn(1, items, (Sequence(tag),)),))

    notice, small = (
        ("Vi ses på nätet tisdag 24 november.", 11.0),
        ("Uppgifterna kommer från föreningen.", 4.0),
    )
    pictured = pdf(small)
    pictured.drawn = (pictured.drawn[0]._replace(sequences=(Sequence("Figure", key=(1, 0, 0)),)),)
    pictured.roots = (Element("Figure", kids=[(1, 0, 0)]),)
    return {
        "failed tiny": pdf(notice, small),
        "failed tiny, in pieces": pdf(notice, ("Uppgifterna", 4.0), ("kommer från", 4.4)),
        "passed": pdf(notice),
        "passed, just enough": pdf(notice, (small[0], 4.5)),
        "passed, a sign": pdf(notice, ("TM", 3.0)),
        "passed, partly off the page": pdf(notice, small, top=818),
        "inapplicable, decoration": pdf(small, tag="Artifact"),
        "inapplicable, in a figure": pictured,
        "inapplicable, a presentation": pdf(small, creator="Impress"),
    }
