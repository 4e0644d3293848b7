"""Text stands out from what it stands on."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Text, Where, ask, cannot_tell, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.rendered_model import Contrasts, TextContrast
from a11ycheck.outcome import anchor

if TYPE_CHECKING:
    from collections.abc import Iterator

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Style:
    """Text of one colour on much the same background. ``first`` is its first place; ``places`` are lines of text."""

    first: TextContrast
    places: int

    @property
    def where(self) -> Where:
        return self.first.where


@dataclass(frozen=True, slots=True)
class Unread:
    """Pages whose text could not be measured."""

    pages: tuple[int, ...]

    @property
    def where(self) -> Where:
        return Where((("page", self.pages[0]),), anchor("contrast", *self.pages))


def styles(pdf: Pdf) -> Iterator[Style | Unread]:
    """One target for each style of visible text, however many places it has, and one for pages that are unread."""
    alike: dict[tuple[object, ...], list[TextContrast]] = {}
    for text in pdf.contrasts.texts:
        if not text.hidden:
            roughly = tuple(level // 32 for level in text.background)
            reached = (text.ratio >= text.needed, text.typical >= text.needed)
            alike.setdefault((text.colour, roughly, text.needed, reached), []).append(text)
    for texts in alike.values():
        yield Style(texts[0], len(texts))
    if pdf.contrasts.unread:
        yield Unread(pdf.contrasts.unread)


@rule(
    document=Pdf,
    each=styles,
    meets=("WCAG 1.4.3",),
    title=Text("Text stands out from its background", "Text syns tydligt mot bakgrunden"),
    why=Text(
        "Pale text disappears for someone with low vision, and for anyone with a poor screen or the sun on it.",
        "Blek text försvinner för den som ser dåligt, och för alla med en dålig skärm eller solen på den.",
    ),
    who=(People.LOW_VISION,),
    fix=Fix(
        Text(
            "Make the text darker or its background lighter, or the other way round on a dark background. Put a "
            "plain surface behind text that stands on a picture.",
            "Gör texten mörkare eller bakgrunden ljusare, eller tvärtom på mörk bakgrund. Lägg en enfärgad yta bakom "
            "text som står på en bild.",
        ),
        word=Text(
            "Select the text, choose another Font Color on the Home tab, and save as PDF again. To change it "
            "everywhere, change the style.",
            "Markera texten, välj en annan teckenfärg på fliken Start och spara som pdf igen. Ändra formatmallen för "
            "att ändra överallt.",
        ),
        powerpoint=Text(
            "Select the text, choose another Font Color on the Home tab, and save as PDF again. Text that looks the "
            "same on every slide is changed in View > Slide Master.",
            "Markera texten, välj en annan teckenfärg på fliken Start och spara som pdf igen. Text som ser likadan ut "
            "på alla bilder ändras i Visa > Bildbakgrund.",
        ),
        libreoffice=Text(
            "Select the text, choose Format > Character, change the colour under Font Effects, and export as PDF "
            "again.",
            "Markera texten, välj Format > Tecken, byt färg under Teckeneffekter och exportera som pdf igen.",
        ),
    ),
    messages={
        "low": Text(
            "“{text}” has a contrast of {ratio}:1; at least {needed}:1 is needed. The colour is {colour} on "
            "{background}. Lines with the same fault: {places}.",
            "”{text}” har kontrasten {ratio}:1, minst {needed}:1 krävs. Färgen är {colour} på {background}. Rader med "
            "samma fel: {places}.",
        ),
        "varied": Text(
            "“{text}” stands on an uneven background, with a contrast down to {ratio}:1 where {needed}:1 is needed. "
            "Can all of it be read with ease? Lines that look like it: {places}.",
            "”{text}” står på en ojämn bakgrund, med en kontrast ner till {ratio}:1 där {needed}:1 krävs. Går allt "
            "lätt att läsa? Rader som ser ut så: {places}.",
        ),
        "partly": Text(
            "Parts of “{text}” are hard to read on their background: the contrast is down to {ratio}:1.",
            "Delar av ”{text}” är svåra att läsa mot bakgrunden: kontrasten är ner till {ratio}:1.",
        ),
        "unread": Text(
            "The contrast could not be measured on some pages, the first of them page {page}. Number of pages: "
            "{pages}.",
            "Kontrasten gick inte att mäta på en del sidor, med början på sida {page}. Antal sidor: {pages}.",
        ),
    },
)
def text_contrast(style: Style | Unread) -> Outcome:
    """The ratio is at least 3 for text of 18 points or 14 bold, 4.5 for smaller text; of text on a background that
    varies, nine tenths reach it. Text that cannot be seen at all is left out, as are watermarks."""
    if isinstance(style, Unread):
        return cannot_tell("unread", page=style.pages[0], pages=len(style.pages))
    text = style.first
    if text.ratio >= text.needed:
        return passed()
    said, ratio = text.text[:100], rounded_down(text.ratio)
    if text.typical < text.needed:
        return failed(
            "low",
            text=said,
            ratio=ratio,
            needed=text.needed,
            colour=written(text.colour),
            background=written(text.background),
            places=style.places,
        )
    return ask(
        "varied",
        text=said,
        ratio=ratio,
        needed=text.needed,
        places=style.places,
        yes=passed(),
        no=failed("partly", text=said, ratio=ratio),
    )


def rounded_down(ratio: float) -> float:
    """To one decimal: 4.48 must not be written 4.5, which would do."""
    return math.floor(ratio * 10) / 10


def written(colour: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def examples() -> dict[str, Pdf]:
    def pdf(*texts: TextContrast, unread: tuple[int, ...] = ()) -> Pdf:
        return Pdf(measure_contrast=lambda: Contrasts(texts, unread))

    def grey(level: int, ratio: float, size: float = 12, bold: bool = False) -> TextContrast:
        return TextContrast(1, "Vi ses på nätet", ratio, ratio, (level, level, level), size=size, bold=bold)

    return {
        "failed low": pdf(grey(0x99, 2.85)),
        "failed low, just under": pdf(grey(0x77, 4.48)),
        "failed low, large": pdf(grey(0x95, 2.99, size=24)),
        "failed low, once for a style": pdf(*(grey(0x99, 2.85) for _ in range(75))),
        "failed low, half of it": pdf(
            TextContrast(1, "På fotot", 1.2, 3.1, (255, 255, 255), (140, 140, 140))
        ),
        "cannot-tell varied": pdf(TextContrast(1, "På fotot", 1.2, 7.4, (255, 255, 255), (80, 90, 100))),
        "cannot-tell unread": pdf(unread=(3, 4)),
        "passed": pdf(grey(0, 21)),
        "passed, just enough": pdf(grey(0x76, 4.54)),
        "passed, large": pdf(grey(0x94, 3.03, size=18)),
        "passed, large and bold": pdf(grey(0x94, 3.03, size=14, bold=True)),
        "inapplicable": pdf(),
        "inapplicable, nothing to be seen": pdf(TextContrast(1, "OCR", 1, 1, hidden=True)),
    }
