"""What is marked with a colour is marked in another way as well.

Asked only where the text itself says that a colour means something: colours that mean nothing are everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from colorsys import rgb_to_hsv
from dataclasses import dataclass
from itertools import islice

from a11ycheck import Box, Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.content import Content, Heading, ListItem, Paragraph, Table
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.rendered_model import Contrasts, TextContrast
from a11ycheck.text.colours import ColourMark, colour_mark

MOST_MARKS = 20
"""Questions of one document: it says what its colours mean once, or at the head of each part."""
DULLEST = 0.35
DARKEST = 0.25
"""Saturation and value (HSV) under which no hue is seen."""
HUES_FROM = (
    (0, "red"),
    (20, "orange"),
    (45, "yellow"),
    (70, "green"),
    (170, "blue"),
    (265, "purple"),
    (310, "pink"),
    (345, "red"),
)
"""The degree of the colour wheel at which each hue begins."""


@dataclass(slots=True)
class Marked:
    """Words that say that something is marked with a colour. ``example`` is text in that colour, empty where the
    document has none: areas and lines may have it."""

    where: Where
    words: str
    example: str = ""


def marked_with_colours(pdf: Pdf) -> Iterator[Marked]:
    """Each paragraph, heading, item or table that says that something is marked with a colour."""
    for where, mark in islice(_marks(pdf.content), MOST_MARKS):
        page = next((number for step, number in where.steps if step == "page"), 0)
        shown = _first_in(mark.hue, pdf.contrasts, page)
        if shown is None:
            yield Marked(where, mark.words)
        else:
            yield Marked(Where(where.steps, where.anchor, shown.box), mark.words, shown.text)


def _marks(content: Content) -> Iterator[tuple[Where, ColourMark]]:
    for block in content.blocks:
        if isinstance(block, (Paragraph, Heading, ListItem)):
            texts = [block.text]
        elif isinstance(block, Table):
            texts = [block.caption, *(cell.text for cell in block.cells())]
        else:
            continue
        if found := next(filter(None, map(colour_mark, texts)), None):
            yield block.where, found


def _first_in(hue: str, contrasts: Contrasts, page: int | str) -> TextContrast | None:
    """The first text in a hue: on the page that speaks of it, else anywhere."""
    coloured = [text for text in contrasts.texts if hue_of(text.colour) == hue and not text.hidden]
    return next((text for text in coloured if text.page == page), next(iter(coloured), None))


def hue_of(colour: tuple[int, int, int]) -> str:
    """Return the name of a colour's hue; empty for black, white and what is hardly coloured."""
    hue, saturation, value = rgb_to_hsv(*(level / 255 for level in colour))
    if saturation < DULLEST:
        return "grey" if DARKEST < value < 1 - DARKEST else ""
    if value < DARKEST:
        return ""
    return next(name for start, name in reversed(HUES_FROM) if 360 * hue >= start)


@rule(
    document=Pdf,
    each=marked_with_colours,
    meets=("WCAG 1.4.1",),
    title=Text("Nothing is marked with colour alone", "Inget är markerat med enbart färg"),
    why=Text(
        "About one man in twelve sees red and green as nearly the same colour, and someone who listens hears no "
        "colours at all.",
        "Ungefär en man av tolv ser rött och grönt som nästan samma färg, och den som lyssnar hör inga färger alls.",
    ),
    who=(People.COLOUR_BLIND, People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "Mark it in words or with a sign as well, such as “(new)” or a star, and let the text name that beside the "
            "colour.",
            "Markera det också med ord eller ett tecken, till exempel ”(nytt)” eller en stjärna, och låt texten nämna "
            "det vid sidan av färgen.",
        ),
    ),
    messages={
        "marked": Text(
            "The text says “{words}”. Is what it means marked in another way as well?",
            "I texten står ”{words}”. Är det som menas markerat på något annat sätt också?",
        ),
        "marked-text": Text(
            "The text says “{words}”, and “{example}” has that colour. Is what it means marked in another way as well?",
            "I texten står ”{words}”, och ”{example}” har den färgen. Är det som menas markerat på något annat sätt "
            "också?",
        ),
        "alone": Text(
            "The text says “{words}”, and what it means is marked with colour alone.",
            "I texten står ”{words}”, och det som menas är markerat med enbart färg.",
        ),
    },
)
def colour_alone(mark: Marked) -> Outcome:
    """Where the text says that something is marked with a colour, a person finds that it is marked otherwise as well.

    The words are known in Swedish, Norwegian, Danish, Finnish, English, German, French and Spanish.
    """
    told = {"words": mark.words, "example": mark.example[:100]}
    alone = failed("alone", words=mark.words)
    return ask("marked-text" if mark.example else "marked", yes=passed(), no=alone, **told)


def examples() -> dict[str, Pdf]:
    def pdf(said: str, colour: tuple[int, int, int] = (0, 0, 0)) -> Pdf:
        dish = TextContrast(1, "Linsgryta", 5.2, 5.2, colour, box=Box(1, 60, 200, 160, 212))
        spoken = Paragraph(said, where=Where((("page", 1),)))
        return Pdf(content=Content.of(spoken), measure_contrast=lambda: Contrasts((dish,)))

    return {
        "cannot-tell marked": pdf("Rätter med nötter är markerade med rött."),
        "cannot-tell marked, in another colour": pdf(
            "Rätter med nötter är markerade med rött.", (0, 110, 60)
        ),
        "cannot-tell marked-text": pdf("Dishes with nuts are shown in red.", (190, 20, 30)),
        "inapplicable": pdf("Rätter med nötter har en stjärna.", (190, 20, 30)),
        "inapplicable, a name": pdf("Vi äter i Röda rummet.", (190, 20, 30)),
    }
