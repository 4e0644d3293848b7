"""Every heading says something."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.content import Content, Heading


@rule(
    document=Content,
    each=Content.headings,
    meets=("WCAG 1.3.1",),
    title=Text("Headings are not empty", "Rubriker är inte tomma"),
    why=Text(
        "Someone who jumps from heading to heading lands on one that says nothing and does not know what "
        "comes next.",
        "Den som hoppar mellan rubrikerna hamnar på en som inte säger något och vet inte vad som kommer "
        "sedan.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Remove the empty line or give it body text style; make space with the style's spacing.",
            "Ta bort den tomma raden eller ge den format för brödtext; gör luft med formatets avstånd.",
        ),
        word=Text(
            "Put the cursor in the empty line and delete it, or choose Normal among the styles on the Home "
            "tab.",
            "Ställ markören på den tomma raden och ta bort den, eller välj Normal bland formaten på fliken "
            "Start.",
        ),
        libreoffice=Text(
            "Put the cursor in the empty line and delete it, or choose the paragraph style Text Body.",
            "Ställ markören på den tomma raden och ta bort den, eller välj en styckeformatmall för brödtext.",
        ),
        acrobat=Text(
            "Open the Tags panel and delete the heading tag that holds nothing.",
            "Öppna panelen Taggar och ta bort den rubriktagg som är tom.",
        ),
        web=Text(
            "Remove the empty <h1> to <h6>, or write the heading in it.",
            "Ta bort det tomma elementet <h1> till <h6>, eller skriv rubriken i det.",
        ),
    ),
    messages={
        "empty": Text("An empty line is marked as a heading.", "En tom rad är markerad som rubrik."),
    },
)
def heading_empty(heading: Heading) -> Outcome:
    """It has words."""
    return passed() if heading.text.strip() else failed("empty")


def examples() -> dict[str, Content]:
    return {
        "failed empty": Content.of(Heading(1, "Kallelse"), Heading(2, "")),
        "failed empty, only a no-break space": Content.of(Heading(2, "\u00a0")),
        "passed": Content.of(Heading(1, "Kallelse")),
        "inapplicable": Content.of(),
    }
