"""What lies behind the text of every page: a picture, a watermark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.office.model import Image, Office, Paragraph, Story, Watermark

MOST = 20
"""Watermarks that are looked at; a document has one, or one for each section."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A watermark, and whether its words stand in the text or title as well."""

    watermark: Watermark
    said: bool

    @property
    def where(self) -> Where:
        return self.watermark.where


def with_page_picture(document: Office) -> Iterator[Office]:
    """The document, where its pages have a picture behind them."""
    if document.form == "text" and document.page_picture is not None:
        yield document


def watermarks(document: Office) -> Iterator[Marked]:
    if not document.watermarks:
        return
    paragraphs = (paragraph.text for paragraph in document.story_paragraphs("body"))
    texts = [one_line(text) for text in (document.properties.title, *paragraphs)]
    for watermark in document.watermarks[:MOST]:
        words = one_line(watermark.text)
        yield Marked(watermark, bool(words) and any(words in text for text in texts))


def one_line(text: str) -> str:
    return " ".join(text.casefold().split())


@rule(
    document=Office,
    each=with_page_picture,
    meets=("WCAG 1.4.3",),
    title=Text("Text can be read on the page's background", "Text går att läsa mot sidans bakgrund"),
    why=Text(
        "On a picture, letters lose their edges where it is as light or dark as they are, and someone who sees poorly "
        "cannot read on.",
        "Mot en bild tappar bokstäverna sina kanter där den är lika ljus eller mörk som de, och den som ser dåligt kan "
        "inte läsa vidare.",
    ),
    who=(People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Take away the picture behind the pages, or make it so pale that all text stands out.",
            "Ta bort bilden bakom sidorna, eller gör den så blek att all text syns tydligt.",
        ),
        word=Text(
            "Choose Design > Page Color > No Color.",
            "Välj Design > Sidfärg > Ingen färg.",
        ),
        libreoffice=Text(
            "Choose Format > Page Style and None on the Area tab.",
            "Välj Format > Sidformatmall och Ingen på fliken Område.",
        ),
    ),
    messages={
        "readable": Text(
            "A picture lies behind the text of every page. Does all text stand out against it?",
            "En bild ligger bakom texten på varje sida. Syns all text tydligt mot den?",
        ),
        "unreadable": Text(
            "The picture behind the pages makes text hard to read.",
            "Bilden bakom sidorna gör text svår att läsa.",
        ),
    },
)
def doc_background_image(document: Office) -> Outcome:
    """A person finds that all text stands out."""
    return ask("readable", yes=passed(), no=failed("unreadable"))


@rule(
    document=Office,
    each=watermarks,
    meets=("WCAG 1.1.1",),
    title=Text("What a watermark says is said in the text", "Det som en vattenstämpel säger står i texten"),
    why=Text(
        "A screen reader does not read out a watermark: someone who listens does not know that it is only a draft.",
        "Skärmläsaren läser inte upp en vattenstämpel: den som lyssnar vet inte att det bara är ett utkast.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "Write the same words at the top of the text, or take the watermark away.",
            "Skriv samma ord överst i texten, eller ta bort vattenstämpeln.",
        ),
        word=Text(
            "Choose Design > Watermark > Remove Watermark.",
            "Välj Design > Vattenstämpel > Ta bort vattenstämpel.",
        ),
        libreoffice=Text(
            "Choose Format > Watermark and empty the text field.",
            "Välj Format > Vattenstämpel och töm textfältet.",
        ),
    ),
    messages={
        "not-in-text": Text(
            "The watermark says “{text}”, and the text does not.",
            "I vattenstämpeln står ”{text}”, men inte i texten.",
        ),
        "picture": Text(
            "A picture lies behind the text as a watermark. Does it tell anything that the text does not?",
            "En bild ligger bakom texten som vattenstämpel. Berättar den något som inte står i texten?",
        ),
        "picture-tells": Text(
            "The picture behind the text tells something that the text does not.",
            "Bilden bakom texten berättar något som inte står i texten.",
        ),
    },
)
def doc_watermark(marked: Marked) -> Outcome:
    """Its words stand in the text or the title; of a picture, a person finds that it tells nothing more."""
    text = marked.watermark.text.strip()
    if not text:
        return ask("picture", yes=failed("picture-tells"), no=passed())
    return passed() if marked.said else failed("not-in-text", text=text)


def examples() -> dict[str, dict[str, Office]]:
    def office(*watermarks: Watermark, text: str = "Vi ses.") -> Office:
        return Office(stories=(Story("body", (Paragraph(text),)),), watermarks=watermarks)

    return {
        "doc_background_image": {
            "cannot-tell readable": Office(page_picture=Image("a1b2", "png")),
            "inapplicable": office(),
            "inapplicable, slides": Office("slides", page_picture=Image("a1b2", "png")),
        },
        "doc_watermark": {
            "failed not-in-text": office(Watermark("UTKAST")),
            "cannot-tell picture": office(Watermark(image=Image("a1b2", "png"))),
            "passed": office(Watermark("UTKAST"), text="Det här är ett utkast."),
            "inapplicable": office(),
        },
    }
