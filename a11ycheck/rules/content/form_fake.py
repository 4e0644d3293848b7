"""What is to be filled in on screen has form fields.

A line to write on is right on what is printed, and a program cannot know; so a person is asked, and the rule meets no
clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.content import Content, Paragraph, Table

LINE = re.compile(r"(?<!\w)_{3}|_{5}|:[ \t\u00a0]?(?:\.{4}|…{2})")
"""Three underscores or four dots are LibreOffice's limits. Right after a letter we want five underscores, for some
underline a word so; dots are counted after a colon alone, since they also lead to the page number in a table of
contents and say that something is left out."""
NEEDED = ("___", "....", "…")
"""One of these is in every text with a line: most have none, which is sooner seen."""
LONGEST = 2_000
"""Characters of a text that are searched."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The texts of a document that have lines to write on."""

    where: Where
    texts: tuple[str, ...]


def lines_to_write_on(document: Content) -> Iterator[Lines]:
    """All of them together, where there are any."""
    texts: list[str] = []
    where = Where()
    for block in document.blocks:
        if isinstance(block, Table):
            held = [cell.text for cell in block.cells()]
        elif isinstance(block, Paragraph):
            held = [block.text]
        else:
            continue
        found = [text for text in held if _has_line(text[:LONGEST])]
        if found and not texts:
            where = block.where
        texts.extend(found)
    if texts:
        yield Lines(where, tuple(texts))


def _has_line(text: str) -> bool:
    return any(each in text for each in NEEDED) and bool(LINE.search(text)) and any(map(str.isalpha, text))


@rule(
    document=Content,
    each=lines_to_write_on,
    title=Text("What is to be filled in has form fields", "Det som ska fyllas i har formulärfält"),
    why=Text(
        "Someone who listens hears “underscore, underscore …” or nothing, and someone who writes with a keyboard or by "
        "voice pushes the line apart instead of filling it in.",
        "Den som lyssnar hör ”understreck, understreck …” eller ingenting, och den som skriver med tangentbord eller "
        "röst skjuter isär linjen i stället för att fylla i den.",
    ),
    who=(People.SCREEN_READER, People.KEYBOARD, People.VOICE),
    fix=Fix(
        Text(
            "Put a form field with a label in place of each line, or make a form on the web.",
            "Sätt ett formulärfält med etikett i stället för varje linje, eller gör ett webbformulär.",
        ),
        word=Text(
            "Choose a content control on the Developer tab, and give it a title under Properties.",
            "Välj en innehållskontroll på fliken Utvecklare och ge den en rubrik under Egenskaper.",
        ),
        libreoffice=Text(
            "Choose a field under Form > Content Controls, and give it a title in its properties.",
            "Välj ett fält under Formulär > Innehållskontroller och ge det en titel i dess egenskaper.",
        ),
        acrobat=Text(
            "Choose to prepare the form, and let Acrobat make a field of each line.",
            "Välj att förbereda formuläret och låt Acrobat göra ett fält av varje linje.",
        ),
    ),
    messages={
        "on-screen": Text(
            "There are lines to write on that are typed as signs. The first is “{text}”. Number of lines: {count}. Are "
            "they to be filled in on screen, with no form field there?",
            "Det finns linjer att skriva på som är gjorda av tecken. Den första är ”{text}”. Antal linjer: {count}. "
            "Ska de fyllas i på skärmen, utan att det finns något formulärfält där?",
        ),
        "no-fields": Text(
            "Where something is to be filled in stand lines typed as signs. The first is “{text}”. Number of lines: "
            "{count}.",
            "Där något ska fyllas i står linjer som är gjorda av tecken. Den första är ”{text}”. Antal linjer: "
            "{count}.",
        ),
    },
)
def form_fake(lines: Lines) -> Outcome:
    """A person finds that the lines are to be written on by hand, or that there is a field there."""
    told: dict[str, str | int] = {"count": len(lines.texts), "text": lines.texts[0][:100]}
    return ask("on-screen", yes=failed("no-fields", **told), no=passed(), **told)


def examples() -> dict[str, Content]:
    return {
        "cannot-tell on-screen": Content.of(Paragraph("Namn: ___________"), Paragraph("E-post: _______")),
        "cannot-tell on-screen, dots": Content.of(Paragraph("Namn: ............")),
        "inapplicable": Content.of(Paragraph("Namn: Anna Ek")),
        "inapplicable, a table of contents": Content.of(Paragraph("Dagordning ............ 3")),
        "inapplicable, a typed ruler": Content.of(Paragraph("______________")),
        "inapplicable, a word underlined": Content.of(Paragraph("At most __0.5____ NTU in 95 %.")),
        "inapplicable, something left out": Content.of(Paragraph("Och så .....")),
    }
