"""What a label announces stands behind it.

“Datum/tid:” with nothing after it is no breach of a clause; it leaves out what everyone needs, and a listener goes
through the whole document for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, ask, failed, passed, rule
from a11ycheck.documents.content import Block, Content, Heading, Link, ListItem, Paragraph, Table
from a11ycheck.text.fact_labels import LONG, WHEN, Labelled, is_to_fill_in, labelled, says_nothing

LONGEST_VALUE = 120
"""Characters of a paragraph that can be the value of the label above it: longer ones are running text."""
MOST = 50


@dataclass(frozen=True, slots=True)
class Label:
    """A label, and what follows it: "value", "prose", "nothing"; and whether the document is a form to fill in."""

    where: Where
    written: Labelled
    followed_by: str
    in_form: bool


def labels(document: Content) -> Iterator[Label]:
    """Labels of facts, each with what follows."""
    in_form = any(is_to_fill_in(text) for text in document.text())
    for where, written, followed_by in islice(_labels(document), MOST):
        place = Where(where.steps, anchor(written.label, where.anchor), where.box)
        yield Label(place, written, followed_by, in_form)


def _labels(document: Content) -> Iterator[tuple[Where, Labelled, str]]:
    blocks = document.blocks
    for place, block in enumerate(blocks):
        if isinstance(block, Table):
            for row in block.rows:
                written = labelled(row[0].text, bare=True) if len(row) > 1 else None
                if written is not None and not written.value:
                    empty = all(says_nothing(cell.text) for cell in row[1:])
                    yield block.where, written._replace(colon=True), "nothing" if empty else "value"
        elif isinstance(block, (Paragraph, ListItem, Heading)):
            lines = [line for line in block.text.split("\n") if line.strip()]
            for number, line in enumerate(lines):
                written = labelled(line, bare=not isinstance(block, ListItem) and len(lines) == 1)
                if written is None:
                    continue
                if not says_nothing(written.value):
                    yield block.where, written, "value"
                elif number + 1 < len(lines):
                    yield block.where, written, _as_value(lines[number + 1], written)
                elif written.value:
                    yield block.where, written, "nothing"
                else:
                    yield block.where, written, _after(blocks, place, written)


def _after(blocks: tuple[Block, ...], place: int, written: Labelled) -> str:
    """What the block after a label is to it."""
    label = blocks[place]
    for block in blocks[place + 1 :]:
        if isinstance(block, Heading):
            deeper = isinstance(label, Heading) and block.level > label.level
            return "value" if deeper and block.text.strip() else "nothing"
        if not isinstance(block, (Paragraph, ListItem)):
            return "value" if not isinstance(block, Link) or block.text.strip() else "nothing"
        if block.text.strip():
            if isinstance(label, Heading) and not labelled(block.text, bare=True):
                return "value"
            return _as_value(block.text, written)
    return "nothing"


def _as_value(text: str, written: Labelled) -> str:
    if labelled(text) is not None or says_nothing(text) or is_to_fill_in(text):
        return "nothing"
    if len(text) <= LONGEST_VALUE or written.announces == LONG:
        return "value"
    if written.announces == WHEN:
        return "value" if _says_when(text) else "nothing"
    return "prose"


def _says_when(text: str) -> bool:
    from a11ycheck.text.language import guess
    from a11ycheck.text.when import whens

    return any(when.date or when.begins for when in whens(text[: LONGEST_VALUE * 4], guess(text) or ""))


@rule(
    document=Content,
    each=labels,
    title=Text("Something stands behind each label", "Det står något efter varje etikett"),
    why=Text(
        "“Date and time:” with nothing behind it leaves out what everyone needs; who listens goes through the whole "
        "document to find it.",
        "”Datum/tid:” utan något efter utelämnar det som alla behöver; den som lyssnar går igenom hela dokumentet för "
        "att leta efter det.",
    ),
    who=(People.SCREEN_READER, People.READING, People.EVERYONE),
    fix=Fix(
        Text(
            "Write what belongs behind the label, or take the label away.",
            "Skriv det som hör till etiketten, eller ta bort etiketten.",
        ),
    ),
    messages={
        "empty": Text("Nothing stands behind “{label}”.", "Det står inget efter ”{label}”."),
        "heading": Text(
            "Does what “{label}” announces stand elsewhere? Nothing stands right below it.",
            "Finns det som ”{label}” utlovar någon annanstans? Det står inget direkt under.",
        ),
        "prose": Text(
            "Is the paragraph below what “{label}” announces?",
            "Är stycket under det som ”{label}” utlovar?",
        ),
        "to-fill-in": Text(
            "Is “{label}” there for readers to fill in?", "Är ”{label}” till för att läsaren ska fylla i?"
        ),
    },
)
def label_without_value(label: Label) -> Outcome:
    """A value stands behind the label, on the next line or in the next cell; a dash or dots are none.

    Of a label without a colon, in a form, or above running text, a person knows.
    """
    written = label.written.label + (":" if label.written.colon else "")
    if label.followed_by == "value":
        return passed()
    empty = failed("empty", label=written)
    if label.followed_by == "prose":
        return ask("prose", label=written, yes=passed(), no=empty)
    if label.in_form:
        return ask("to-fill-in", label=written, yes=passed(), no=empty)
    return empty if label.written.colon else ask("heading", label=written, yes=passed(), no=empty)


def examples() -> dict[str, Content]:
    from a11ycheck.documents.content import Cell, Picture

    prose = Paragraph(
        "Forumkonferensen är en nationell konferens med lokala och regionala perspektiv, och en plattform för dialog "
        "mellan offentlig sektor och civilsamhället."
    )
    date = Paragraph("24 maj 2026 kl. 13.00–15.00")
    when = Paragraph("Datum/tid:")

    def row(*texts: str) -> Table:
        return Table((tuple(Cell(text) for text in texts),))

    return {
        "failed empty": Content.of(when, prose),
        "failed empty, a heading follows": Content.of(Paragraph("Plats:"), Heading(2, "Program")),
        "failed empty, a dash": Content.of(Paragraph("Länk: –"), prose),
        "failed empty, one of two lines": Content.of(Paragraph("When:\nWhere: Room 3")),
        "failed empty, a cell": Content.of(row("Plats", "")),
        "cannot-tell heading": Content.of(prose, Heading(2, "Kontakt")),
        "cannot-tell prose": Content.of(Paragraph("Plats:"), prose),
        "cannot-tell to-fill-in": Content.of(Paragraph("Datum:"), Paragraph("Underskrift:")),
        "passed": Content.of(Paragraph("Datum/tid: 24 maj 2026 kl. 13.00–15.00")),
        "passed, on the next line": Content.of(when, date),
        "passed, a cell": Content.of(row("Plats", "Sal 3")),
        "passed, a heading with text": Content.of(Heading(2, "Program"), prose),
        "passed, a picture": Content.of(Paragraph("Plats:"), Picture("Karta till Storgatan 1")),
        "passed, a day in the prose": Content.of(
            Paragraph("När:"), Paragraph(f"Vi träffas tisdagen den 24 maj 2026 kl. 13.00. {prose.text}")
        ),
        "inapplicable, no label": Content.of(prose),
    }
