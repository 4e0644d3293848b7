"""Headings are short.

WCAG 2.4.6 asks that headings describe, and a long one may; so this rule meets no clause.
"""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.content import Content, Heading


@rule(
    document=Content,
    each=Content.headings,
    title=Text("Headings are short", "Rubriker är korta"),
    why=Text(
        "Someone who lists the headings to find what they want has to hear the whole of each, and in a table of "
        "contents a long one is no help to the eye.",
        "Den som tar fram en lista över rubrikerna för att hitta rätt måste höra hela var och en, och i en "
        "innehållsförteckning hjälper en lång rubrik inte ögat.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Say in a few words what comes below, and move the rest to the text. If it is no heading, give it the "
            "style of body text.",
            "Säg med några ord vad som följer och flytta resten till texten. Om det inte är en rubrik, ge den "
            "format för brödtext.",
        ),
    ),
    messages={
        "long": Text(
            "The heading is {length} characters long: “{text}”.",
            "Rubriken är {length} tecken lång: ”{text}”.",
        ),
    },
)
def heading_too_long(heading: Heading, *, longest: int = 120) -> Outcome:
    """It has ``longest`` characters at most. Microsoft's older checker gave no number; the limit is ours."""
    text = " ".join(heading.text.split())
    return passed() if len(text) <= longest else failed("long", length=len(text), text=text[:100])


def examples() -> dict[str, Content]:
    long = "Så är du med på årsmötet, hur du anmäler dig, ringer in, får ordet, röstar och läser protokollet efteråt, "
    return {
        "failed long": Content.of(Heading(2, f"{long} och vad du gör om tekniken strular")),
        "passed": Content.of(Heading(2, "Så är du med")),
        "passed, spaces do not count": Content.of(Heading(2, "Så är" + " " * 200 + "du med")),
        "inapplicable": Content.of(),
    }
