"""The page's title was written by a person and has to do with what the page says. That there is one at all, axe-core
tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.text.words import is_file_name, is_placeholder_title

SHORTEST = 3
"""Letters of a word that says something."""
STEM = 5
"""Letters that two words must have in common from the beginning to be forms of one: “harvest”, “harvesting”."""
SHARE = 0.5
"""How large a part of the title's words must stand on the page. Our own limit, for when to ask."""
LEAST_TEXT = 5
LONGEST = 200_000
WORD = re.compile(r"[^\W\d_]+|\d+")
SMALL = frozenset(
    """
    the and for with from are our your you this that all not how what och att för med från som till det den ett inte hur
    vad vår våra och for med fra som til det den ikke der die das und für mit von les des une pour avec dans los las una
    para con por del ett oss home page welcome välkommen startsida hem start www
    """.split()
)
"""Words that stand in titles and say nothing of the page."""


@dataclass(frozen=True, slots=True)
class Titled:
    """The title of a page, its words that say something, and how many of them stand on the page; None where the
    page has too little text to hold it to."""

    where: Where
    title: str
    words: tuple[str, ...]
    found: int | None
    is_heading: bool = False
    """A heading on the page says the same, or more."""


def titled(page: Page) -> Iterator[Titled]:
    """The page's title, where there is one."""
    title = " ".join(page.main.title.split())
    if not title:
        return
    words = tuple(dict.fromkeys(_words(title)))
    names = " ".join(each.name for each in page.elements("img", "svg", "iframe", "input", "h1") if each.name)
    said = set(_words(f"{page.root.text[:LONGEST]} {names[:LONGEST]}"))
    stems = {word[:STEM] for word in said if len(word) >= STEM}
    found = sum(word in said or (len(word) >= STEM and word[:STEM] in stems) for word in words)
    is_heading = any(title in each.name for each in page.with_role("heading"))
    yield Titled(Where(), title, words, found if len(said) >= LEAST_TEXT else None, is_heading)


def _words(text: str) -> list[str]:
    return [word for word in WORD.findall(text.casefold()) if len(word) >= SHORTEST and word not in SMALL]


@rule(
    document=Page,
    each=titled,
    meets=("WCAG 2.4.2", "ACT c4a8a4"),
    title=Text("The title says what the page is about", "Titeln säger vad sidan handlar om"),
    why=Text(
        "Someone who listens hears the title first, and finds the page by it among open tabs.",
        "Den som lyssnar hör titeln först och hittar sidan med hjälp av den bland öppna flikar.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Write a title that begins with what this page is about, such as “Sign up – Autumn meeting”.",
            "Skriv en titel som börjar med vad just den här sidan handlar om, till exempel ”Anmälan – Höstmötet”.",
        ),
        web=Text(
            "Write it in the <title> element in the page's <head>; there may be only one.",
            "Skriv den i elementet <title> i sidans <head>; det får bara finnas ett.",
        ),
    ),
    messages={
        "placeholder": Text(
            "The title “{title}” is a file name or a placeholder and does not say what the page is about.",
            "Titeln ”{title}” är ett filnamn eller en platshållare och säger inte vad sidan handlar om.",
        ),
        "says-it": Text(
            "Does the title “{title}” say what the page is about?",
            "Säger titeln ”{title}” vad sidan handlar om?",
        ),
        "other": Text(
            "The title “{title}” does not say what the page is about.",
            "Titeln ”{title}” säger inte vad sidan handlar om.",
        ),
    },
)
def title_describes(page: Titled) -> Outcome:
    """It is no placeholder, and no file name unless the page is about that file; and at least half of the words in it
    that say something stand on the page, too, else a person must tell."""
    if is_placeholder_title(page.title) or (is_file_name(page.title) and not page.is_heading):
        return failed("placeholder", title=page.title)
    if page.found is None or page.found >= len(page.words) * SHARE:
        return passed()
    return ask("says-it", title=page.title, yes=passed(), no=failed("other", title=page.title))


def examples() -> dict[str, Page]:
    text = Element(
        "p", {}, "Vi skördar äpplen från augusti till oktober, och alla medlemmar får hjälpa till."
    )
    return {
        "cannot-tell says-it": Page.of(text, title="Ny hemsida under arbete"),
        "failed placeholder": Page.of(text, title="Untitled Document"),
        "failed placeholder, a file name": Page.of(text, title="index_v3.html"),
        "passed": Page.of(text, title="Skörda äpplen med oss"),
        "passed, another form of the word": Page.of(text, title="Skördarna börjar i augusti"),
        "inapplicable, no title": Page.of(text),
        "passed, about a file": Page.of(
            Element("h1", {}, "agenda.ics", role="heading", name="agenda.ics"), text, title="agenda.ics"
        ),
        "passed, no text to hold it to": Page.of(title="Skörda äpplen med oss"),
    }
