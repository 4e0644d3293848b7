"""Text stands out from its background, by the colours that styles, themes and fills give it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, ask, failed, passed, rule
from a11ycheck.documents.colour_contrast import needed_contrast, ratio
from a11ycheck.documents.office.model import Area, Office, Paragraph, Run, RunFormat, Shape, Slide, Story

UNSEEN = 1.05
"""A ratio below this means that what lies behind has not been seen, or that the text is not meant to be."""
NOT_SHOWN: frozenset[Area] = frozenset({"speaker notes"})


@dataclass(frozen=True, slots=True)
class Style:
    """Text of one colour on one background and of one size. ``first`` is where it is met first."""

    first: Where
    text: str
    colour: str
    background: str
    needed: float
    places: int

    @property
    def where(self) -> Where:
        return self.first

    @property
    def ratio(self) -> float:
        """The contrast ratio, 1 to 21 (WCAG 2.2)."""
        return ratio(levels(self.colour), levels(self.background))


@dataclass(frozen=True, slots=True)
class OnPicture:
    """Texts whose background has no one colour: a picture, a gradient, several surfaces."""

    first: Paragraph
    text: str
    places: int

    @property
    def where(self) -> Where:
        return Where(self.first.where.steps, anchor("on picture", self.places, self.text))


def levels(colour: str) -> tuple[int, int, int]:
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:6], 16)


def styles(document: Office) -> Iterator[Style | OnPicture]:
    """One target for each style of visible text, however many places it has, and one for text on pictures."""
    alike: dict[tuple[str, str, float], list[tuple[Paragraph, str]]] = {}
    unknown: list[tuple[Paragraph, str]] = []
    for paragraph, run in visible(document):
        look = run.format
        if look.colour is None or look.background is None:
            unknown.append((paragraph, run.text))
        else:
            alike.setdefault((look.colour, look.background, needed(look)), []).append((paragraph, run.text))
    for (colour, background, least), places in alike.items():
        paragraph, text = places[0]
        style = Style(paragraph.where, text, colour, background, least, len(places))
        if style.ratio < UNSEEN:
            unknown += places
        else:
            yield style
    if unknown:
        first, _ = unknown[0]
        yield OnPicture(first, first.text, len(unknown))


def visible(document: Office) -> Iterator[tuple[Paragraph, Run]]:
    """Text with letters or digits that somebody is to see."""
    for paragraph in document.paragraphs:
        if paragraph.place.area not in NOT_SHOWN:
            for run in paragraph.visible_runs:
                if any(map(str.isalnum, run.text)):
                    yield paragraph, run


def needed(look: RunFormat) -> float:
    """The contrast ratio that WCAG 2.2, 1.4.3, asks for. A size that is not known counts as small."""
    return needed_contrast(look.size, look.bold)


@rule(
    document=Office,
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
            "Select the text and choose another Font Color on the Home tab. To change it everywhere, change the style.",
            "Markera texten och välj en annan teckenfärg på fliken Start. Ändra formatmallen för att ändra överallt.",
        ),
        powerpoint=Text(
            "Select the text and choose another Font Color on the Home tab. Text that looks the same on every slide is "
            "changed in View > Slide Master.",
            "Markera texten och välj en annan teckenfärg på fliken Start. Text som ser likadan ut på alla "
            "bilder ändras "
            "i Visa > Bildbakgrund.",
        ),
        libreoffice=Text(
            "Select the text, choose Format > Character, and change the colour under Font Effects.",
            "Markera texten, välj Format > Tecken och byt färg under Teckeneffekter.",
        ),
    ),
    messages={
        "low": Text(
            "“{text}” has a contrast of {ratio}:1; at least {needed}:1 is needed. The colour is {colour} on "
            "{background}. Places with the same fault: {places}.",
            "”{text}” har kontrasten {ratio}:1, minst {needed}:1 krävs. Färgen är {colour} på {background}. "
            "Ställen med "
            "samma fel: {places}.",
        ),
        "on-picture": Text(
            "“{text}” stands on a picture, a gradient or several surfaces. Places like it: {places}. Can all of it be "
            "read with ease?",
            "”{text}” står på en bild, en toning eller flera ytor. Ställen som är så: {places}. Går allt lätt "
            "att läsa?",
        ),
        "faint": Text(
            "Text on pictures or gradients is hard to read, as “{text}”.",
            "Text på bilder eller toningar är svår att läsa, som ”{text}”.",
        ),
    },
)
def text_contrast(style: Style | OnPicture) -> Outcome:
    """The ratio is at least 3 for text of 18 points or 14 bold, 4.5 for smaller text; a person judges text on
    pictures."""
    if isinstance(style, OnPicture):
        said = style.text[:100]
        return ask("on-picture", yes=passed(), no=failed("faint", text=said), text=said, places=style.places)
    if style.ratio >= style.needed:
        return passed()
    return failed(
        "low",
        text=style.text[:100],
        # 4.48 must not be written 4.5, which would do.
        ratio=math.floor(style.ratio * 10) / 10,
        needed=style.needed,
        colour=f"#{style.colour.lower()}",
        background=f"#{style.background.lower()}",
        places=style.places,
    )


def examples() -> dict[str, Office]:
    def document(
        colour: str | None, background: str | None = "FFFFFF", size: float = 12.0, bold: bool = False
    ) -> Office:
        look = RunFormat(size=size, bold=bold, colour=colour, background=background)
        text = "Vi ses på nätet"
        return Office(stories=(Story("body", (Paragraph(text, runs=(Run(text, look),)),)),))

    hidden = Run("Hemligt", RunFormat(colour="EEEEEE", hidden=True))
    note = Run("Säg hej", RunFormat(colour="EEEEEE"))
    return {
        "failed low": document("999999"),
        "failed low, just under": document("777777"),
        "failed low, large": document("959595", size=24),
        "failed low, on a slide": Office(
            "slides",
            slides=(Slide(1, (Shape("text", blocks=(Paragraph("Val", runs=(note,)),)),)),),
        ),
        "cannot-tell on-picture": document("FFFFFF", None),
        "cannot-tell on-picture, white on white": document("FFFFFF"),
        "passed": document("000000"),
        "passed, just enough": document("767676"),
        "passed, large": document("949494", size=18),
        "passed, large and bold": document("949494", size=14, bold=True),
        "passed, light on dark": document("FFFFFF", "1F3864"),
        "inapplicable": Office(),
        "inapplicable, hidden": Office(stories=(Story("body", (Paragraph("", runs=(hidden,)),)),)),
    }
