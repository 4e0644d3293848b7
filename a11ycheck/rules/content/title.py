"""The document has a title of its own."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.content import Content
from a11ycheck.text.words import is_file_name, is_placeholder_title


@rule(
    document=Content,
    each=Content.itself,
    meets=("WCAG 2.4.2",),
    title=Text("The document has a title", "Dokumentet har en titel"),
    why=Text(
        "Someone who listens hears the title first, and finds the document by it among open windows and "
        "tabs.",
        "Den som lyssnar hör titeln först och hittar dokumentet med hjälp av den bland öppna fönster och "
        "flikar.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Write a title that says what the document is about in the document's properties.",
            "Skriv en titel som säger vad dokumentet handlar om i dokumentets egenskaper.",
        ),
        word=Text(
            "Choose File > Info and write the title under Properties.",
            "Välj Arkiv > Info och skriv titeln under Egenskaper.",
        ),
        powerpoint=Text(
            "Choose File > Info and write the title under Properties.",
            "Välj Arkiv > Info och skriv titeln under Egenskaper.",
        ),
        libreoffice=Text(
            "Choose File > Properties and write the title on the Description tab.",
            "Välj Arkiv > Egenskaper och skriv titeln på fliken Beskrivning.",
        ),
        indesign=Text(
            "Open the file information in the File menu and write the document title.",
            "Öppna filinformationen i Arkiv-menyn och skriv dokumenttiteln.",
        ),
        acrobat=Text(
            "Open the document properties (Ctrl+D) and write the title on the Description tab.",
            "Öppna dokumentegenskaperna (Ctrl+D) och skriv titeln på fliken Beskrivning.",
        ),
        web=Text(
            "Write it in the <title> element in the page's <head>.",
            "Skriv den i elementet <title> i sidans <head>.",
        ),
    ),
    messages={
        "missing": Text("The document has no title.", "Dokumentet saknar titel."),
        "file-name": Text(
            "The title “{title}” is a file name or a placeholder and does not say what the document is "
            "about.",
            "Titeln ”{title}” är ett filnamn eller en platshållare och säger inte vad dokumentet handlar om.",
        ),
    },
)
def title(document: Content) -> Outcome:
    """There is one, and it was written by a person."""
    written = " ".join(document.title.split())
    if not written:
        return failed("missing")
    if is_placeholder_title(written) or is_file_name(written):
        return failed("file-name", title=written)
    return passed()


def examples() -> dict[str, Content]:
    return {
        "failed missing": Content(),
        "failed missing, only spaces": Content(title="  "),
        "failed file-name": Content(title="inbjudan_v3.docx"),
        "failed file-name, printed from Word": Content(title="Microsoft Word - Kallelse"),
        "failed file-name, an untouched template": Content(title="Untitled"),
        "failed file-name, numbered by the program": Content(title="Dokument 2"),
        "passed": Content(title="Kallelse till årsmöte 2026"),
        "passed, names a kind of document": Content(title="Presentation av budgeten"),
    }
