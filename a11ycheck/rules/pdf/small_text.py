"""Text on slides can be read from the back of the room.

No success criterion has a smallest size; so this rule meets no clause. The limits are those of advice on slides: 18
points is good, 12 the least.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Box, Fix, Outcome, People, Text, Where, anchor, failed, passed, rule
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Drawn, Item, Page, Sequence

SLIDE_HEIGHT = 540.0
"""Points: the height of PowerPoint's slides. Sizes are counted as if every slide had it."""
FOOT = 0.9
"""Where the foot of a slide begins, in parts of its height: page numbers, dates and sources stand there."""
FEWEST_LETTERS = 4
"""Raised figures, units and bullets have fewer."""
SAME_ON = 3
"""A text that stands on as many slides as this belongs to their design."""


@dataclass(frozen=True, slots=True)
class Smallest:
    """A slide's smallest text, and its size on a slide of 540 points' height."""

    where: Where
    text: str
    size: float


def smallest_texts(pdf: Pdf) -> Iterator[Smallest]:
    """Each slide with text, but for its foot, its page number, and what all slides repeat."""
    if not pdf.is_slide_deck:
        return
    pages = {page.number: page for page in pdf.pages}
    seen_on = Counter(text for drawn in pdf.drawn for text in {item.text.strip() for item in drawn.items})
    for drawn in pdf.drawn:
        height = pages[drawn.page].height
        artifacts = drawn.artifacts()
        texts = [
            item
            for item in drawn.items
            if _is_content(item, height)
            and not (item.sequence >= 0 and artifacts[item.sequence])
            and seen_on[item.text.strip()] < SAME_ON
        ]
        if texts:
            item = min(texts, key=lambda item: item.size)
            text = " ".join(item.text.split())
            where = Where((("page", drawn.page), ("text", text[:60])), anchor("small", text), item.box)
            yield Smallest(where, text, item.size * SLIDE_HEIGHT / height)


def _is_content(item: Item, height: float) -> bool:
    return (
        item.kind == "text"
        and item.size > 0
        and not item.invisible
        and sum(map(str.isalpha, item.text)) >= FEWEST_LETTERS
        and (item.box is None or item.box.top < FOOT * height)
    )


@rule(
    document=Pdf,
    each=smallest_texts,
    title=Text("Text on slides is large enough", "Text i en presentation är tillräckligt stor"),
    why=Text(
        "Small text on a slide is lost on everyone who sits far away, looks at a phone, or sees poorly.",
        "Liten text i en presentation går förlorad för alla som sitter långt bort, tittar i mobilen eller ser dåligt.",
    ),
    who=(People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Make the text at least 18 points large. If it does not fit, divide it among several slides, or hand the "
            "details out as a document.",
            "Gör texten minst 18 punkter stor. Får den inte plats, dela upp den på flera bilder eller dela ut "
            "detaljerna som ett dokument.",
        ),
        powerpoint=Text(
            "Select the text and choose a larger size on the Home tab. If PowerPoint shrinks it again, there is too "
            "much text in the box.",
            "Markera texten och välj en större storlek på fliken Start. Krymper PowerPoint den igen är det för mycket "
            "text i rutan.",
        ),
        libreoffice=Text(
            "Select the text and choose a larger size under Format > Character.",
            "Markera texten och välj en större storlek under Format > Tecken.",
        ),
    ),
    messages={
        "small": Text(
            "“{text}” is {size} points large, at least {least} are recommended.",
            "”{text}” är {size} punkter stor, minst {least} rekommenderas.",
        ),
        "tiny": Text(
            "“{text}” is only {size} points large and can hardly be read, at least {least} are recommended.",
            "”{text}” är bara {size} punkter stor och går knappt att läsa, minst {least} rekommenderas.",
        ),
    },
)
def small_text(slide: Smallest, *, least: int = 12, tiny: int = 9) -> Outcome:
    """Its size is ``least`` points or more, counted on a slide of 540 points' height."""
    # Compared as it is shown, so that no text with “12.0 points, at least 12” fails.
    size = round(slide.size, 1)
    if size >= least:
        return passed()
    return failed("tiny" if size < tiny else "small", text=slide.text[:100], size=size, least=least)


def examples() -> dict[str, Pdf]:
    def deck(*items: Item, height: float = 540, sequences: tuple[Sequence, ...] = ()) -> Pdf:
        pages = tuple(Page(number, height * 16 / 9, height) for number in (1, 2, 3))
        return Pdf(Catalog(creator="Impress"), pages, drawn=(Drawn(1, items, sequences),))

    def text(size: float, words: str = "Så går mötet till", top: float = 100, sequence: int = -1) -> Item:
        return Item("text", sequence, words, Box(1, 50, top, 400, top + size), size)

    return {
        "failed small": deck(text(28), text(11)),
        "failed small, on a slide twice as large": deck(text(22, top=200), height=1080),
        "failed tiny": deck(text(8)),
        "passed": deck(text(28), text(18)),
        "passed, just enough": deck(text(12)),
        "passed, on a slide half as large": deck(text(10), height=270),
        "passed, a raised figure": deck(text(18), text(8, "1)")),
        "passed, at the foot": deck(text(18), text(8, "Källa: SCB 2024", top=510)),
        "inapplicable, decoration": deck(text(8, sequence=0), sequences=(Sequence("Artifact"),)),
        "inapplicable, no presentation": Pdf(pages=(Page(1),), drawn=(Drawn(1, (text(8),)),)),
    }
