"""Headings begin at level 1 and go down one step at a time.

W3C counts a skipped level as bad practice and not as a failure of WCAG 1.3.1, so this rule meets no clause.
"""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule, steps
from a11ycheck.documents.content import Content, Heading, HeadingStep


@rule(
    document=Content,
    each=Content.heading_steps,
    title=Text("Heading levels follow each other", "Rubriknivåerna följer på varandra"),
    why=Text(
        "The levels are a table of contents for someone who listens; when one is skipped, it sounds as if a "
        "part is missing.",
        "Nivåerna är en innehållsförteckning för den som lyssnar; när en nivå hoppas över låter det som om "
        "en del saknas.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Give the main heading level 1 and each part below it the next level; change the look in the "
            "style.",
            "Ge huvudrubriken nivå 1 och varje del under den nästa nivå; ändra utseendet i formatet.",
        ),
        word=Text(
            "Put the cursor in the heading and choose the right level among the styles on the Home tab.",
            "Ställ markören i rubriken och välj rätt nivå bland formaten på fliken Start.",
        ),
        libreoffice=Text(
            "Put the cursor in the heading and choose the paragraph style of the right level.",
            "Ställ markören i rubriken och välj styckeformatmallen för rätt nivå.",
        ),
        indesign=steps.HEADING_LEVEL_IN_INDESIGN,
        acrobat=steps.HEADING_LEVEL_IN_ACROBAT,
        web=Text(
            "Use the next element in order, <h2> below <h1>, and set the size in the style sheet.",
            "Använd nästa element i ordningen, <h2> under <h1>, och ange storleken i stilmallen.",
        ),
    ),
    messages={
        "first": Text(
            "The first heading is on level {level}, not level 1.",
            "Den första rubriken har nivå {level}, inte nivå 1.",
        ),
        "skipped": Text(
            "The heading goes from level {previous} straight to level {level}.",
            "Rubriken går från nivå {previous} direkt till nivå {level}.",
        ),
    },
)
def heading_level(step: HeadingStep) -> Outcome:
    """It is at most one level below the heading before it; the first is on level 1."""
    if step.level <= step.previous + 1:
        return passed()
    if step.previous == 0:
        return failed("first", level=step.level)
    return failed("skipped", previous=step.previous, level=step.level)


def examples() -> dict[str, Content]:
    return {
        "failed skipped": Content.of(Heading(1, "Kallelse"), Heading(3, "Anmälan")),
        "failed first": Content.of(Heading(2, "Kallelse"), Heading(2, "Anmälan")),
        "passed": Content.of(
            Heading(1, "Kallelse"), Heading(2, "Anmälan"), Heading(3, "Mat"), Heading(2, "Program")
        ),
        "passed, back up several levels": Content.of(
            Heading(1, "Dag 1"), Heading(2, "Kväll"), Heading(3, "Mat"), Heading(1, "Dag 2")
        ),
        "inapplicable, no levels": Content.of(Heading(0, "Kallelse")),
    }
