"""A ruler is drawn and not typed.

No clause forbids a row of signs; so this rule meets none. Underscores are let through: they are lines to write on.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, rule
from a11ycheck.documents.content import Content, Paragraph

SIGNS = frozenset("-–—=*~#+•·")
FEWEST = 5
"""As in AccessODF's check for typed rulers."""


def rulers(document: Content) -> Iterator[Paragraph]:
    """Paragraphs that are nothing but a row of one sign, or of two in turn; each row once."""
    seen: set[str] = set()
    for paragraph in document.paragraphs():
        signs = set(paragraph.text[:500]) - {" "}
        if len(paragraph.text.strip()) >= FEWEST and 0 < len(signs) <= 2 and signs <= SIGNS:
            row = "".join(sorted(signs))
            if row not in seen:
                seen.add(row)
                yield paragraph


@rule(
    document=Content,
    each=rulers,
    title=Text("Rulers are not typed as rows of signs", "Linjer är inte skrivna som rader av tecken"),
    why=Text(
        "A screen reader may read every sign: “star star star star star …”.",
        "Skärmläsaren kan läsa upp varje tecken: ”stjärna stjärna stjärna stjärna stjärna …”.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Take away the row of signs: let a heading, an empty line or a drawn line part the text.",
            "Ta bort raden av tecken: låt en rubrik, en tom rad eller en ritad linje dela av texten.",
        ),
    ),
    messages={
        "typed": Text(
            "A line is typed as a row of signs: “{row}”.",
            "En linje är skriven som en rad av tecken: ”{row}”.",
        ),
    },
)
def typed_ruler(paragraph: Paragraph) -> Outcome:
    """There is none."""
    return failed("typed", row=paragraph.text[:40])


def examples() -> dict[str, Content]:
    return {
        "failed typed": Content.of(Paragraph("Program"), Paragraph("=====================")),
        "failed typed, two signs in turn": Content.of(Paragraph("*-*-*-*-*-*")),
        "inapplicable, a line to write on": Content.of(Paragraph("____________________")),
        "inapplicable, a dash": Content.of(Paragraph("–"), Paragraph("– – – Ja.")),
    }
