"""A heading says what follows it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.text.labels import is_empty_heading, is_untelling_heading

MOST = 500


def headings(page: Page) -> Iterator[Element]:
    """The headings that have a name."""
    return islice((each for each in page.with_role("heading") if each.name.strip()), MOST)


@rule(
    document=Page,
    each=headings,
    meets=("WCAG 2.4.6", "ACT b49b2e"),
    title=Text("Headings say what follows", "Rubriker säger vad som följer"),
    why=Text(
        "Someone who listens jumps from heading to heading, and cannot find what they look for if a heading says "
        "nothing.",
        "Den som lyssnar hoppar från rubrik till rubrik och hittar inte det hen söker om en rubrik inte säger något.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Write what the section is about, or remove the heading if nothing is to stand under it.",
            "Skriv vad avsnittet handlar om, eller ta bort rubriken om inget ska stå under den.",
        ),
        web=Text("Change the text of the heading.", "Ändra rubrikens text."),
    ),
    messages={
        "empty": Text(
            "The heading “{text}” is a placeholder and says nothing of what follows.",
            "Rubriken ”{text}” är en platshållare och säger inget om det som följer.",
        ),
        "says-it": Text(
            "Does the heading “{text}” say what follows it?",
            "Säger rubriken ”{text}” vad som följer efter den?",
        ),
        "unclear": Text(
            "The heading “{text}” does not say what follows it.",
            "Rubriken ”{text}” säger inte vad som följer efter den.",
        ),
    },
)
def headings_describe(heading: Element) -> Outcome:
    """It is no placeholder. “Read more” and the like are grounds to ask."""
    text = " ".join(heading.name.split())[:100]
    if is_empty_heading(text):
        return failed("empty", text=text)
    if is_untelling_heading(text):
        return ask("says-it", text=text, yes=passed(), no=failed("unclear", text=text))
    return passed()


def examples() -> dict[str, Page]:
    def heading(text: str) -> Page:
        return Page.of(
            Element("h2", {}, text, role="heading", name=text), Element("p", {}, "Vi ses klockan 13.")
        )

    return {
        "failed empty": heading("Rubrik 2"),
        "cannot-tell says-it": heading("Läs mer"),
        "passed": heading("Program"),
        "passed, a single letter": heading("A"),
        "inapplicable": Page.of(Element("h2", {}, role="heading")),
    }
