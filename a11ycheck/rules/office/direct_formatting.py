"""Colour, highlight and strike-through set by hand do not tell anything alone.

Most of it tells nothing, and a program cannot know; so this rule meets no clause, and our rulesets leave it off.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, rule
from a11ycheck.documents.office.model import PLAIN, Office, Paragraph, Run, Story

TELLING = ("strike", "highlight", "colour")
"""What may mean something, of all that can be set by hand: “gone”, “look here”, “late”."""


def set_by_hand(document: Office) -> Iterator[Paragraph]:
    """Paragraphs of which a part, and not all, is struck through, highlighted or coloured by hand."""
    for paragraph in document.paragraphs:
        if paragraph.role == "text" and marked(paragraph)[0]:
            yield paragraph


def marked(paragraph: Paragraph) -> tuple[str, str]:
    """What is set by hand on a part of the paragraph, and that part's text."""
    runs = [run for run in paragraph.visible_runs if not run.in_link]
    for what in TELLING:
        so = [run for run in runs if what in run.format.direct and any(map(str.isalnum, run.text))]
        if so and len(so) < len(runs):
            return what, so[0].text.strip()
    return "", ""


@rule(
    document=Office,
    each=set_by_hand,
    title=Text(
        "Colour, highlight and strike-through do not tell anything alone",
        "Färg, överstrykning och genomstrykning säger inget på egen hand",
    ),
    why=Text(
        "A screen reader says nothing of colours, highlights and struck-out words, and not everyone sees the colours.",
        "Skärmläsaren säger inget om färger, överstrykningar och genomstrukna ord, och alla ser inte färgerna.",
    ),
    who=(People.SCREEN_READER, People.COLOUR_BLIND),
    fix=Fix(
        Text(
            "Say in words what it means, such as “cancelled” or “new”, and use a style for the look.",
            "Säg med ord vad det betyder, till exempel ”inställt” eller ”nytt”, och använd ett format för utseendet.",
        ),
    ),
    messages={
        "strike": Text("“{text}” is struck through by hand.", "”{text}” är genomstruket för hand."),
        "highlight": Text("“{text}” is highlighted by hand.", "”{text}” är överstruket med färg för hand."),
        "colour": Text("“{text}” is coloured by hand.", "”{text}” är färgat för hand."),
    },
)
def direct_formatting(paragraph: Paragraph) -> Outcome:
    """Nothing is set by hand on a part of a paragraph."""
    what, text = marked(paragraph)
    return failed(what, text=text[:60])


def examples() -> dict[str, Office]:
    def office(*direct: str, whole: bool = False) -> Office:
        one = Run("Mötet är kl. 18.", PLAIN._replace(direct=frozenset(direct)))
        runs = (one,) if whole else (Run("Obs! "), one)
        text = "".join(run.text for run in runs)
        return Office(stories=(Story("body", (Paragraph(text, runs=runs),)),))

    return {
        "failed strike": office("strike"),
        "failed highlight": office("highlight", "bold"),
        "failed colour": office("colour"),
        "inapplicable": office("bold"),
        "inapplicable, all of it": office("colour", whole=True),
    }
