"""Slides are read out in the order in which they are seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice
from typing import NamedTuple

from a11ycheck import Box, Fix, Outcome, People, Text, Where, anchor, ask, failed, passed, rule
from a11ycheck.documents.office.model import Office, Paragraph, Placeholder, Shape, Slide
from a11ycheck.rules.reading_order import in_one_column, is_above

AT_THE_EDGE: frozenset[Placeholder] = frozenset({"date", "footer", "header", "number"})
"""They may come anywhere."""
MOST_SHAPES = 200
"""Shapes with words on one slide that are compared, each with each."""


@dataclass(frozen=True, slots=True)
class Order:
    """The texts of a slide that stand above each other in one column: how many pairs, and how many of them are read the
    other way round. ``first`` and ``second`` are the first such pair, as they are read."""

    where: Where
    pairs: int
    turned: int
    first: str = ""
    second: str = ""


class _Text(NamedTuple):
    """A text on a slide. A title that is read first is right wherever it stands."""

    words: str
    box: Box
    is_title: bool


def slides_in_order(document: Office) -> Iterator[Order]:
    """Each slide with texts that stand above each other."""
    for slide in document.slides:
        order = _order(slide)
        if order.pairs:
            yield order


def _order(slide: Slide) -> Order:
    read = list(islice(_texts(slide), MOST_SHAPES))
    pairs = turned = 0
    example: tuple[str, str] | None = None
    for early, late in combinations(read, 2):
        if not in_one_column(early.box, late.box):
            continue
        if early.is_title or is_above(early.box, late.box):
            pairs += 1
        elif is_above(late.box, early.box):
            pairs += 1
            turned += 1
            example = example or (early.words, late.words)
    where = Where(slide.where.steps, anchor("slide order", *(text.words for text in read)))
    return Order(where, pairs, turned, *(example or ("", "")))


def _texts(slide: Slide) -> Iterator[_Text]:
    """Texts in the order in which they are read; a group is one, for it is read as one."""
    for shape in slide.shapes:
        box = shape.box
        if shape.hidden or box is None or shape.placeholder in AT_THE_EDGE or shape.kind == "line":
            continue
        words = " ".join(" ".join(inner.words for inner in shape.with_children()).split())
        if any(map(str.isalpha, words)) and box.right > box.left and box.bottom > box.top:
            yield _Text(words[:60], box, shape.placeholder == "title")


# Screen readers read the shapes in the file's order, so a wrong one is a fault under 1.3.2 when it changes the meaning,
# which only a person can tell.
@rule(
    document=Office,
    each=slides_in_order,
    meets=("WCAG 1.3.2",),
    title=Text("Slides are read out in the right order", "Bilder i en presentation läses upp i rätt ordning"),
    why=Text(
        "A screen reader reads the parts of a slide in the order in which they were added, from the one furthest back; "
        "the eye reads from above.",
        "Skärmläsaren läser bildens delar i den ordning de lades till, från den som ligger längst bak; ögat läser "
        "uppifrån.",
    ),
    who=(People.SCREEN_READER, People.KEYBOARD),
    fix=Fix(
        Text(
            "Put the parts of the slide in the order in which they are read: the title first, then from above.",
            "Lägg bildens delar i den ordning de ska läsas: rubriken först, sedan uppifrån.",
        ),
        powerpoint=Text(
            "Choose Review > Check Accessibility > Reading Order Pane, and drag the parts of the slide to the right "
            "order.",
            "Öppna fönstret för läsordning från Granska > Kontrollera tillgänglighet och dra bildens delar till rätt "
            "ordning.",
        ),
        libreoffice=Text(
            "Right-click what is to be read last and arrange it at the very front, and what is read first at the very "
            "back.",
            "Högerklicka på det som ska läsas sist och ordna det längst fram, och det som läses först längst bak.",
        ),
    ),
    messages={
        "turned": Text(
            "“{first}” is read before “{second}”, which stands above it on the slide. Is the slide read in the right "
            "order?",
            "”{first}” läses före ”{second}”, som står ovanför på bilden. Läses bilden i rätt ordning?",
        ),
        "wrong": Text(
            "The slide is read in the wrong order: “{first}” comes before “{second}”, which stands above it.",
            "Bilden läses i fel ordning: ”{first}” kommer före ”{second}”, som står ovanför.",
        ),
    },
)
def slide_reading_order(slide: Order, *, share: float = 0.25) -> Outcome:
    """Of the texts that stand above each other in a column, at most ``share`` are read the other way round, or a person
    finds that the order is right.

    A quarter lets through a note or a box out of place; the limit is our own.
    """
    if slide.turned <= share * slide.pairs:
        return passed()
    told = {"first": slide.first, "second": slide.second}
    return ask("turned", yes=passed(), no=failed("wrong", **told), **told)


def examples() -> dict[str, Office]:
    def deck(*boxes: tuple[str, float, float], placeholder: Placeholder = "") -> Office:
        """Texts with their left and top; each is 200 points wide and 40 high."""
        shapes = (
            Shape(
                "text",
                blocks=(Paragraph(text),),
                box=Box(1, left, top, left + 200, top + 40),
                placeholder=placeholder,
            )
            for text, left, top in boxes
        )
        return Office("slides", "pptx", slides=(Slide(1, tuple(shapes)),))

    low_title = Slide(
        1,
        (
            Shape("text", placeholder="title", blocks=(Paragraph("Årsmöte"),), box=Box(1, 50, 300, 250, 340)),
            Shape("text", blocks=(Paragraph("Föreningen"),), box=Box(1, 50, 50, 250, 90)),
        ),
    )
    title, one, two, three = ("Program", 50, 50), ("Först", 50, 110), ("Sedan", 50, 170), ("Sist", 50, 230)
    return {
        "cannot-tell turned": deck(one, two, title),
        "cannot-tell turned, from below": deck(three, two, one, title),
        "cannot-tell turned, two texts": deck(one, title),
        "passed": deck(title, one, two, three),
        "passed, the title stands below": Office("slides", slides=(low_title,)),
        "passed, two columns": deck(title, one, two, ("Till höger", 300, 110), ("Nedanför", 300, 170)),
        "passed, row by row": deck(one, ("Till höger", 300, 110), two, ("Nedanför", 300, 170)),
        "passed, one of many out of place": deck(
            title, one, two, three, *((f"Rad {row}", 50, 290 + 60 * row) for row in range(6)), ("Not", 50, 0)
        ),
        "inapplicable, one text": deck(title),
        "inapplicable, side by side": deck(("Höger", 300, 50), ("Vänster", 50, 50)),
        "inapplicable, date and number": deck(one, title, placeholder="date"),
        "inapplicable, a text document": Office(),
    }
