"""Footnotes of text documents: typed by hand, and that there are any.

A typed footnote is there to read, and a real one can be followed to and fro; so these rules meet no clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, failed, rule
from a11ycheck.documents.office.model import PLAIN, Block, Office, Paragraph, Run, Story

STARRED = re.compile(r"(\*{1,3}) ?[^\W\d_]")
MARKED = re.compile(r"\w(\*{1,3})(?!\*)")
NUMBER = re.compile(r"\d{1,2}\)?")


@dataclass(frozen=True, slots=True)
class Notes:
    """All notes of one sort."""

    footnotes: int
    endnotes: int
    where: Where


def typed_notes(document: Office) -> Iterator[Paragraph]:
    """Paragraphs that begin with a raised number, or with stars that a word in the text has after it."""
    if document.form != "text":
        return
    marks = {found for p in document.paragraphs if "*" in p.text for found in MARKED.findall(p.text)}
    for paragraph in document.story_paragraphs("body"):
        if paragraph.role != "text" or paragraph.list is not None:
            continue
        starred = STARRED.match(paragraph.text)
        if (starred and starred[1] in marks) or begins_with_raised_number(paragraph):
            yield paragraph


def begins_with_raised_number(paragraph: Paragraph) -> bool:
    first = next(paragraph.visible_runs, None)
    return (
        first is not None
        and first.format.raised > 0
        and bool(NUMBER.fullmatch(first.text.strip()))
        and len(paragraph.text.strip()) > len(first.text.strip())
    )


def notes(document: Office) -> Iterator[Notes]:
    """The notes of a document, if it has any; their place is the first one's."""
    found = [story for story in document.stories if story.area in ("footnote", "endnote")]
    first = next((p for p in document.story_paragraphs("footnote", "endnote")), None)
    if first is not None:
        footnotes = sum(story.area == "footnote" for story in found)
        yield Notes(footnotes, len(found) - footnotes, first.where)


@rule(
    document=Office,
    each=typed_notes,
    title=Text("Footnotes are inserted as footnotes", "Fotnoter är infogade som fotnoter"),
    why=Text(
        "From a footnote that is inserted, a screen reader can go to the word it belongs to and back; a typed one has "
        "to be looked for.",
        "Från en fotnot som är infogad kan skärmläsaren gå till ordet den hör till och tillbaka; en som är skriven för "
        "hand måste man leta efter.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Insert a footnote at the word, move the text there, and take away the typed mark.",
            "Infoga en fotnot vid ordet, flytta texten dit och ta bort tecknet som är skrivet för hand.",
        ),
        word=Text(
            "Put the cursor after the word and choose References > Insert Footnote.",
            "Ställ markören efter ordet och välj Referenser > Infoga fotnot.",
        ),
        libreoffice=Text(
            "Put the cursor after the word and choose Insert > Footnote and Endnote > Footnote.",
            "Ställ markören efter ordet och välj Infoga > Fotnot och slutnot > Fotnot.",
        ),
    ),
    messages={
        "typed": Text("The footnote “{text}” is typed by hand.", "Fotnoten ”{text}” är skriven för hand."),
    },
)
def footnote_fake(paragraph: Paragraph) -> Outcome:
    """None is typed."""
    return failed("typed", text=paragraph.text)


@rule(
    document=Office,
    each=notes,
    title=Text("There are no footnotes or endnotes", "Det finns inga fotnoter eller slutkommentarer"),
    why=Text(
        "Someone who listens, or sees only a small part of the page at a time, has to leave the sentence to read the "
        "note, and find the way back.",
        "Den som lyssnar, eller bara ser en liten del av sidan åt gången, måste lämna meningen för att läsa noten och "
        "hitta tillbaka.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Say it in the text, in a bracket, or under a heading of its own, where that is easier to read.",
            "Säg det i texten, inom parentes eller under en egen rubrik, där det är lättare att läsa.",
        ),
    ),
    messages={
        "used": Text(
            "The document has notes ({footnotes} at the foot of pages, {endnotes} at the end).",
            "Dokumentet har noter ({footnotes} längst ner på sidor, {endnotes} i slutet).",
        ),
    },
)
def footnote_endnote_used(found: Notes) -> Outcome:
    """None is used."""
    return failed("used", footnotes=found.footnotes, endnotes=found.endnotes)


def examples() -> dict[str, dict[str, Office]]:
    def office(*blocks: Block) -> Office:
        return Office(stories=(Story("body", blocks),))

    raised = (Run("1", PLAIN._replace(raised=1)), Run(" Enligt stadgarna."))
    words = Paragraph("Avgiften* är 200 kronor.")
    note = Story("footnote", (Paragraph("Enligt stadgarna."),), "1")
    return {
        "footnote_fake": {
            "failed typed": office(words, Paragraph("* Enligt stadgarna.")),
            "failed typed, a raised number": office(Paragraph("1 Enligt stadgarna.", runs=raised)),
            "inapplicable": office(words),
            "inapplicable, a typed list": office(Paragraph("* kaffe"), Paragraph("* te")),
            "inapplicable, degrees": office(
                Paragraph("21 m2", runs=(Run("21 m"), Run("2", PLAIN._replace(raised=1))))
            ),
        },
        "footnote_endnote_used": {
            "failed used": Office(stories=(Story("body", (words,)), note)),
            "inapplicable": office(words),
        },
    }
