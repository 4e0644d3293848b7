"""Headings are headings, and lead through the page (axe-core's rules on headings)."""

from __future__ import annotations

from functools import partial

from a11ycheck import Fix, Outcome, People, Text
from a11ycheck.documents.page.axe_results import AxeTarget
from a11ycheck.documents.page.model import Page
from a11ycheck.rules.axe_verdicts import about, judged, pages

WHY = Text(
    "Someone who listens jumps from heading to heading to find their way; what is missing or wrong among them leads "
    "astray.",
    "Den som lyssnar hoppar mellan rubrikerna för att hitta; det som saknas eller är fel bland dem leder vilse.",
)
WHO = (People.SCREEN_READER,)

about_heading = partial(about, why=WHY, who=WHO)


@about_heading(
    "empty-heading",
    "WCAG 1.3.1",
    "ACT ffd0e9",
    title=Text("Headings have a text", "Rubriker har en text"),
    fix=Fix(
        Text(
            "Delete the empty line in the web editor, or choose ordinary text for it. If the heading is a picture, "
            "write its words as the picture's alternative text.",
            "Ta bort den tomma raden i webbredigeraren, eller välj vanlig text för den. Är rubriken en bild, skriv "
            "orden som bildens alternativtext.",
        ),
        web=Text(
            "Remove the empty <h1> to <h6>, or write the heading in it.",
            "Ta bort det tomma elementet <h1> till <h6>, eller skriv rubriken i det.",
        ),
    ),
    messages={
        "empty": Text(
            "A heading holds nothing that a screen reader can read out.",
            "En rubrik innehåller inget som en skärmläsare kan läsa upp.",
        ),
    },
)
def empty_heading(heading: AxeTarget) -> Outcome:
    """A heading has a name."""
    return judged(heading, "empty")


@about_heading(
    "heading-order",
    title=Text("Heading levels on the page follow each other", "Rubriknivåerna på sidan följer på varandra"),
    fix=Fix(
        Text(
            "Choose the level just below that of the heading above, and let the style sheet decide how it looks.",
            "Välj nivån närmast under rubriken ovanför, och låt stilmallen bestämma hur den ser ut.",
        ),
        web=Text(
            "Use the next element in order, <h3> under <h2>.",
            "Använd nästa element i ordningen, <h3> under <h2>.",
        ),
    ),
    messages={
        "skipped": Text(
            "The heading is more than one level below the heading before it.",
            "Rubriken ligger mer än en nivå under rubriken före.",
        ),
    },
)
def heading_order(heading: AxeTarget) -> Outcome:
    """A heading is at most one level below the one before it."""
    return judged(heading, "skipped")


@about_heading(
    "page-has-heading-one",
    title=Text("The page has a main heading", "Sidan har en huvudrubrik"),
    fix=Fix(
        Text(
            "Make the page's name the main heading, level 1.",
            "Gör sidans namn till huvudrubrik, nivå 1.",
        ),
        web=Text("Write it in an <h1>.", "Skriv den i en <h1>."),
    ),
    messages={"none": Text("The page has no heading on level 1.", "Sidan har ingen rubrik på nivå 1.")},
)
def page_has_heading_one(page: AxeTarget) -> Outcome:
    """There is a heading on level 1."""
    return judged(page, "none")


def examples() -> dict[str, dict[str, Page]]:
    return {
        "empty_heading": pages("empty-heading", {"failed empty": AxeTarget(checks=("has-visible-text",))}),
        "heading_order": pages("heading-order", {"failed skipped": AxeTarget(checks=("heading-order",))}),
        "page_has_heading_one": pages(
            "page-has-heading-one", {"failed none": AxeTarget(checks=("page-has-heading-one",))}
        ),
    }
