"""What looks like a heading in a text document is one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeGuard

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, ask, failed, passed, rule
from a11ycheck.documents.office.model import (
    PLAIN,
    Block,
    ListMark,
    Office,
    Paragraph,
    Place,
    Run,
    Story,
    Table,
    TableCell,
    TableRow,
)

LONGEST = 90
"""Characters; longer lines are sentences."""
LARGER = 2.0
"""Points above the running text."""
SHORTEST_TEXT = 60
"""Characters of the text below that make it running text, and not one more line in a list or an address."""
ENDS = (".", ",", ";", ":", "!", "…", "-", "–", "。", "：", "；", "，", "！")
"""What headings do not end with: a label ends with a colon, a sentence with a full stop."""
NAMED = 5
"""As many lines are quoted."""


@dataclass(slots=True)
class Look:
    """Lines that look alike and like headings: one size, bold or not, one colour."""

    size: float
    bold: bool
    lines: list[Paragraph] = field(default_factory=list)

    @property
    def where(self) -> Where:
        return Where(self.lines[0].where.steps, anchor(*(line.text for line in self.lines)))


def looks(document: Office) -> Iterator[Look]:
    """The looks that short lines have above running text that looks otherwise.

    The first line of a document is left out: where it stands out, it is the title.
    """
    if document.form != "text":
        return
    body = document.body_size
    found: dict[tuple[float, bool, str | None], Look] = {}
    blocks = [block for block in document.body if isinstance(block, Table) or not block.is_empty]
    for block, below in pairwise(blocks[1:]):
        if isinstance(block, Paragraph) and is_short_line(block) and is_running_text(below):
            size, bold = block.size, block.bold
            larger = body > 0 and size >= body + LARGER
            if (larger or bold) and (below.size, below.bold) != (size, bold):
                colour = next(block.visible_runs).format.colour
                found.setdefault((size, bold, colour), Look(size, bold)).lines.append(block)
    yield from found.values()


def is_short_line(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return (
        paragraph.role == "text"
        and paragraph.list is None
        and not (paragraph.shapes or paragraph.controls or paragraph.format.tab_leader)
        and 0 < len(text) <= LONGEST
        and not text.endswith(ENDS)
        and "\t" not in text
        and "\n" not in text
        and sum(map(str.isalpha, text)) >= 3
    )


def is_running_text(block: Block) -> TypeGuard[Paragraph]:
    """Is it an item of a list, or so long that it is no address or name?"""
    return (
        isinstance(block, Paragraph)
        and block.role == "text"
        and (block.list is not None or len(block.text.strip()) >= SHORTEST_TEXT)
    )


@rule(
    document=Office,
    each=looks,
    meets=("WCAG 1.3.1",),
    title=Text("What looks like a heading is one", "Det som ser ut som en rubrik är en rubrik"),
    why=Text(
        "Someone who listens jumps from heading to heading to find what they want; a line that is only large or bold "
        "is not among them.",
        "Den som lyssnar hoppar mellan rubrikerna för att hitta rätt; en rad som bara är stor eller fet finns inte "
        "bland dem.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Give each heading the heading style of its level, and change how it looks in the style.",
            "Ge varje rubrik rubrikformatet för sin nivå och ändra utseendet i formatet.",
        ),
        word=Text(
            "Put the cursor in the heading and choose Heading 1, Heading 2 and so on among the styles on the Home tab.",
            "Ställ markören i rubriken och välj Rubrik 1, Rubrik 2 och så vidare bland formaten på fliken Start.",
        ),
        libreoffice=Text(
            "Put the cursor in the heading and choose the paragraph style Heading 1, Heading 2 and so on.",
            "Ställ markören i rubriken och välj styckeformatmallen Rubrik 1, Rubrik 2 och så vidare.",
        ),
    ),
    messages={
        "is-it-a-heading": Text(
            "Short lines look like headings but are not set as headings: {lines}. Number of lines: {count}. Are they "
            "headings?",
            "Korta rader ser ut som rubriker men är inte satta som rubriker: {lines}. Antal rader: {count}. Är de "
            "rubriker?",
        ),
        "not-set": Text(
            "These headings are not set as headings: {lines}. Number of headings: {count}.",
            "De här rubrikerna är inte satta som rubriker: {lines}. Antal rubriker: {count}.",
        ),
    },
)
def heading_fake(look: Look) -> Outcome:
    """A person finds that the lines which stand out are no headings, or sets them as such.

    A line stands out that is all bold or two points larger than the running text, has 90 characters at most, no mark
    at its end, and running text of 60 characters or a list below it. AccessODF's limits are 13 pt or bold; ours are
    narrower.
    """
    lines = "; ".join(" ".join(line.text.split()) for line in look.lines[:NAMED])
    if len(look.lines) > NAMED:
        lines += "; …"
    told: dict[str, str | int] = {"lines": lines, "count": len(look.lines)}
    return ask("is-it-a-heading", yes=failed("not-set", **told), no=passed(), **told)


def examples() -> dict[str, Office]:
    def text(words: str, size: float = 11.0, bold: bool = False, marked: ListMark | None = None) -> Paragraph:
        runs = (Run(words, PLAIN._replace(size=size, bold=bold)),)
        return Paragraph(words, runs=runs, list=marked)

    def office(*blocks: Block) -> Office:
        return Office(stories=(Story("body", (text("Kallelse", 20.0, True), *blocks)),))

    prose = text("Vi ses på nätet tisdag 24 november klockan 18. Alla i föreningen är välkomna.")
    cell = Paragraph("Tid", Place(tables=1))
    table = Table(rows=(TableRow((TableCell((cell,)), TableCell((cell,)))),))
    item = text("Anslut med länken.", marked=ListMark("1"))
    return {
        "cannot-tell is-it-a-heading": office(text("Så är du med", bold=True), prose),
        "cannot-tell is-it-a-heading, larger": office(text("Så är du med", 14.0), prose),
        "cannot-tell is-it-a-heading, a list below": office(text("Så är du med", bold=True), item, prose),
        "cannot-tell is-it-a-heading, many": office(*(text("Så är du med", 14.0), prose) * 7),
        "inapplicable": office(prose),
        "inapplicable, a real heading": office(
            text("Så är du med", bold=True)._replace(role="heading", level=1), prose
        ),
        "inapplicable, a label": office(text("Tid:", bold=True), prose),
        "inapplicable, a bold sentence": office(text("Alla är välkomna.", bold=True), prose),
        "inapplicable, a name above a short line": office(text("Anna Ek", bold=True), text("Ordförande")),
        "inapplicable, above a table": office(text("Program", bold=True), table, prose),
        "inapplicable, slides": Office("slides", stories=office(text("Så", 14.0), prose).stories),
    }
