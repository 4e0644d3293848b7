"""Space in a text document is made by styles, and not by typing nothing.

WCAG's technique C8 and failure F32 are about spaces inside words; no clause forbids empty paragraphs, rows of spaces or
line breaks, and no text is lost by them. So these rules meet none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, failed, passed, rule
from a11ycheck.documents.office.model import (
    PLAIN,
    Block,
    Office,
    Paragraph,
    Place,
    Run,
    Story,
    Table,
    TableCell,
    TableRow,
)

SPACES = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=[^\s\x00-\x1f\x7f-\x9f])")
BREAKS = re.compile(r"\n\s*")
FIXED_WIDTH = ("courier", "consolas", "mono", "lucida console", "menlo", "monaco", "typewriter")
"""What names of fonts for program code have in them; there spaces are part of the code."""
TO_WRITE_ON = re.compile(r"[_.…]{3}")


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty paragraphs in a row, with the block before them: None where they come first."""

    before: Paragraph | Table | None
    first: Paragraph
    count: int

    @property
    def where(self) -> Where:
        return (self.before or self.first).where


def gaps(document: Office) -> Iterator[Gap]:
    """Each row of empty paragraphs in the body, but for the last, after which nothing comes."""
    if document.form == "text":
        before: Block | None = None
        empty: list[Paragraph] = []
        for block in document.body:
            if isinstance(block, Paragraph) and block.is_empty:
                empty.append(block)
                continue
            if empty:
                yield Gap(before, empty[0], len(empty))
                empty = []
            before = block


def spaced(document: Office) -> Iterator[Paragraph]:
    """Paragraphs with spaces in a row between words; not program code, and not lines to write on."""
    for paragraph in document.paragraphs if document.form == "text" else ():
        if (
            "  " in paragraph.text.replace("\u00a0", " ")
            and SPACES.search(paragraph.text)
            and not TO_WRITE_ON.search(paragraph.text)
            and not is_code(paragraph)
        ):
            yield paragraph


def is_code(paragraph: Paragraph) -> bool:
    fonts = (run.format.font.casefold() for run in paragraph.runs)
    return any(sign in font for font in fonts for sign in FIXED_WIDTH)


def broken(document: Office) -> Iterable[Paragraph]:
    """Paragraphs with line breaks."""
    if document.form != "text":
        return ()
    return (p for p in document.paragraphs if "\n" in p.text and not is_code(p))


SPACING_IN_WORD = Text(
    "Choose the paragraph dialogue on the Home tab and set the spacing before or after; better still, set it in the "
    "style.",
    "Öppna dialogrutan Stycke på fliken Start och ange avståndet före eller efter; helst i formatet.",
)
SPACING_IN_LIBREOFFICE = Text(
    "Choose Format > Paragraph and set the spacing above or below on the first tab; better still, set it in the "
    "paragraph style.",
    "Välj Format > Stycke och ange avståndet över eller under på första fliken; helst i styckeformatmallen.",
)


@rule(
    document=Office,
    each=gaps,
    title=Text("Empty paragraphs do not make space", "Tomma stycken används inte för att göra luft"),
    why=Text(
        "A screen reader says “blank” for each empty paragraph, and after a few of them the listener may think that "
        "the document has ended.",
        "Skärmläsaren säger ”tom” för varje tomt stycke, och efter några sådana kan den som lyssnar tro att dokumentet "
        "är slut.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Take away the empty paragraphs. Let the style make the space, and a page break begin a new page.",
            "Ta bort de tomma styckena. Låt formatet göra luften och en sidbrytning börja en ny sida.",
        ),
        word=SPACING_IN_WORD,
        libreoffice=SPACING_IN_LIBREOFFICE,
    ),
    messages={
        "after": Text(
            "{count} empty paragraphs in a row follow here.", "Här följer {count} tomma stycken i rad."
        ),
        "first": Text(
            "The document begins with {count} empty paragraphs.",
            "Dokumentet börjar med {count} tomma stycken.",
        ),
    },
)
def blank_paragraphs(gap: Gap, *, most: int = 2) -> Outcome:
    """No more than ``most`` in a row. Ours; LibreOffice's check reports a second one, which is less than many
    letters have between address and text."""
    if gap.count <= most:
        return passed()
    return failed("first" if gap.before is None else "after", count=gap.count)


@rule(
    document=Office,
    each=spaced,
    title=Text("Rows of spaces do not place text", "Rader av blanksteg används inte för att placera text"),
    why=Text(
        "What stands in line for the eye falls out of line when the text is enlarged or read in another font, and on a "
        "braille display the rest of the line is empty.",
        "Det som står rakt under vartannat hamnar snett när texten förstoras eller visas i ett annat typsnitt, och på "
        "en punktskriftsskärm blir resten av raden tom.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "Take away the spaces. Use a table for columns, a tab stop for a single place, and alignment for the rest.",
            "Ta bort blankstegen. Använd en tabell för kolumner, ett tabbstopp för ett enstaka läge och justering för "
            "resten.",
        ),
        word=Text(
            "Choose Insert > Table for columns, or set a tab stop on the ruler.",
            "Välj Infoga > Tabell för kolumner, eller sätt ett tabbstopp på linjalen.",
        ),
        libreoffice=Text(
            "Choose Table > Insert Table for columns, or set a tab stop on the ruler.",
            "Välj Tabell > Infoga tabell för kolumner, eller sätt ett tabbstopp på linjalen.",
        ),
    ),
    messages={
        "spaces": Text(
            "{count} spaces in a row place the text “{text}”.",
            "{count} blanksteg i rad placerar texten ”{text}”.",
        ),
    },
)
def repeated_spaces(paragraph: Paragraph, *, most: int = 2) -> Outcome:
    """No more than ``most`` in a row between words. Ours; LibreOffice's check reports two, which many type after
    a full stop."""
    rows = list(SPACES.finditer(paragraph.text))
    longest = max(rows, key=lambda row: row.end() - row.start())
    count = longest.end() - longest.start()
    if count <= most:
        return passed()
    return failed("spaces", count=count, text=paragraph.text[longest.end() : longest.end() + 60])


@rule(
    document=Office,
    each=broken,
    title=Text("Line breaks do not make space", "Radbrytningar används inte för att göra luft"),
    why=Text(
        "A screen reader says “blank” for each empty line, and the parts still count as one paragraph: the listener "
        "cannot jump to the next.",
        "Skärmläsaren säger ”tom” för varje tom rad, och delarna räknas ändå som ett enda stycke: den som lyssnar kan "
        "inte hoppa till nästa.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Take away the line breaks, begin a new paragraph there, and let the style make the space.",
            "Ta bort radbrytningarna, börja ett nytt stycke där och låt formatet göra luften.",
        ),
        word=SPACING_IN_WORD,
        libreoffice=SPACING_IN_LIBREOFFICE,
    ),
    messages={
        "breaks": Text(
            "{count} line breaks come in a row in one paragraph.",
            "{count} radbrytningar kommer i rad i ett stycke.",
        ),
    },
)
def line_breaks_as_space(paragraph: Paragraph, *, most: int = 2) -> Outcome:
    """No more than ``most`` in a row, as in LibreOffice's check."""
    count = max(found[0].count("\n") for found in BREAKS.finditer(paragraph.text))
    return passed() if count <= most else failed("breaks", count=count)


def examples() -> dict[str, dict[str, Office]]:
    def office(*blocks: Block) -> Office:
        return Office(stories=(Story("body", blocks),))

    words, empty = Paragraph("Vi ses på nätet.", number=1), Paragraph(number=2)
    code = Run("if x:      return", PLAIN._replace(font="Courier New"))
    form = Table(rows=(TableRow((TableCell((empty, empty, empty)),)),))
    return {
        "blank_paragraphs": {
            "failed after": office(words, empty, empty, empty, words),
            "failed first": office(empty, empty, empty, words),
            "passed, one": office(words, empty, words),
            "inapplicable, at the end": office(words, empty, empty, empty),
            "inapplicable, to write in": office(words, form, words),
        },
        "repeated_spaces": {
            "failed spaces": office(Paragraph("Tid:      kl. 18.00")),
            "failed spaces, no-break": office(Paragraph("Tid:\u00a0\u00a0\u00a0kl. 18.00")),
            "passed, after a full stop": office(Paragraph("Välkomna.  Vi börjar.")),
            "inapplicable": office(words, Paragraph("   Indraget")),
            "inapplicable, code": office(Paragraph("if x:      return", runs=(code,))),
            "inapplicable, a line to write on": office(Paragraph("Namn:     ________")),
        },
        "line_breaks_as_space": {
            "failed breaks": office(Paragraph("Hej!\n\n\nVi ses.")),
            "passed, an address": office(Paragraph("Föreningen\nStorgatan 1\n\n111 11 Stockholm")),
            "inapplicable": office(words, Paragraph("A", Place("header"))),
        },
    }
