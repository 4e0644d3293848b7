"""Letters are the letters they look like.

What is read out in place of a sign is wrong, but where the sign only decorates nothing is lost, and a program cannot
tell; so this rule meets no clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, rule
from a11ycheck.documents.office.model import PLAIN, Office, Paragraph, Run, Story

SYMBOL_FONTS = frozenset(
    {
        *("symbol", "webdings", "wingdings", "wingdings 2", "wingdings 3"),
        *("zapfdingbats", "zapf dingbats", "marlett", "monotype sorts"),
    }
)
"""Fonts that show signs in place of letters."""


def in_symbol_fonts(document: Office) -> Iterator[Paragraph]:
    """Paragraphs with letters or digits in such a font."""
    return (paragraph for paragraph in document.paragraphs if fake(paragraph))


def fake(paragraph: Paragraph) -> str:
    """The letters and digits that are shown as signs."""
    return "".join(
        char
        for run in paragraph.visible_runs
        if run.format.font.casefold() in SYMBOL_FONTS
        for char in run.text
        if char.isascii() and char.isalnum()
    )


@rule(
    document=Office,
    each=in_symbol_fonts,
    title=Text("Signs are not letters in a symbol font", "Tecken är inte bokstäver i ett symboltypsnitt"),
    why=Text(
        "In fonts such as Wingdings a letter looks like a tick or an arrow, and a screen reader still reads out the "
        "letter.",
        "I typsnitt som Wingdings ser en bokstav ut som en bock eller en pil, och skärmläsaren läser ändå upp "
        "bokstaven.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Take away the letter and insert the real character, such as ✓ or →, or write it in words.",
            "Ta bort bokstaven och infoga det riktiga tecknet, till exempel ✓ eller →, eller skriv det med ord.",
        ),
        word=Text(
            "Choose Insert > Symbol and a character of the font Segoe UI Symbol.",
            "Välj Infoga > Symbol och ett tecken i typsnittet Segoe UI Symbol.",
        ),
        powerpoint=Text(
            "Choose Insert > Symbol and a character of the font Segoe UI Symbol.",
            "Välj Infoga > Symbol och ett tecken i typsnittet Segoe UI Symbol.",
        ),
        libreoffice=Text(
            "Choose Insert > Special Character and a character of the text's own font.",
            "Välj Infoga > Specialtecken och ett tecken i textens eget typsnitt.",
        ),
    ),
    messages={
        "letters": Text(
            "The text “{letters}” is in the font {font} and looks like something else.",
            "Texten ”{letters}” står i typsnittet {font} och ser ut som något annat.",
        ),
    },
)
def fake_characters(paragraph: Paragraph) -> Outcome:
    """None is."""
    font = next(
        run.format.font for run in paragraph.visible_runs if run.format.font.casefold() in SYMBOL_FONTS
    )
    return failed("letters", letters=fake(paragraph)[:40], font=font)


def examples() -> dict[str, Office]:
    def office(text: str, font: str) -> Office:
        paragraph = Paragraph(text, runs=(Run(text, PLAIN._replace(font=font)),))
        return Office(stories=(Story("body", (paragraph,)),))

    return {
        "failed letters": office("J", "Wingdings"),
        "inapplicable": office("J", "Arial"),
        "inapplicable, a real character": office("✓", "Wingdings"),
    }
