"""What looks like a quotation has the style of one.

Indents have many reasons and quotations are told by their words; so this rule meets no clause, and our rulesets leave
it off.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, rule
from a11ycheck.documents.office.model import Office, Paragraph, ParagraphFormat, Story

SHORTEST = 60
"""Characters; shorter lines are labels and addresses."""
LEAST = 14.0
"""Points on either side, about half a centimetre."""


def indented(document: Office) -> Iterator[Paragraph]:
    """Paragraphs in the body that are indented on both sides and are no quotation, list or heading by their style."""
    for paragraph in document.story_paragraphs("body"):
        shape = paragraph.format
        if (
            paragraph.role == "text"
            and paragraph.list is None
            and not paragraph.place.tables
            and min(shape.indent_start, shape.indent_end) >= LEAST
            and len(paragraph.text.strip()) >= SHORTEST
        ):
            yield paragraph


@rule(
    document=Office,
    each=indented,
    title=Text("Quotations have a style for quotations", "Citat har ett format för citat"),
    why=Text(
        "A screen reader can say that a quotation begins and ends only where it is marked as one.",
        "Skärmläsaren kan säga att ett citat börjar och slutar bara om det är märkt som ett.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "If it is a quotation, give it the style for quotations.",
            "Om det är ett citat, ge det formatet för citat.",
        ),
        word=Text(
            "Put the cursor in it and choose Quote among the styles on the Home tab.",
            "Ställ markören i det och välj Citat bland formaten på fliken Start.",
        ),
        libreoffice=Text(
            "Put the cursor in it and choose the paragraph style Quotations.",
            "Ställ markören i det och välj styckeformatmallen Citat.",
        ),
    ),
    messages={
        "indented": Text(
            "The paragraph is indented on both sides as a quotation, and has not its style.",
            "Stycket är indraget på båda sidor som ett citat, men har inte formatet för det.",
        ),
    },
)
def quote_fake(paragraph: Paragraph) -> Outcome:
    """None is only indented."""
    return failed("indented")


def examples() -> dict[str, Office]:
    words = "”Ett möte som inte alla kan vara med på är inget möte för alla”, sade hon till sist."
    both = ParagraphFormat(indent_start=36, indent_end=36)

    def office(paragraph: Paragraph) -> Office:
        return Office(stories=(Story("body", (paragraph,)),))

    return {
        "failed indented": office(Paragraph(words, format=both)),
        "inapplicable": office(Paragraph(words)),
        "inapplicable, a quotation": office(Paragraph(words, role="quote", format=both)),
        "inapplicable, short": office(Paragraph("Storgatan 1", format=both)),
    }
