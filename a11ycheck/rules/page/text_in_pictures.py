"""What is to be read stands as text, not in a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.page.changes import Changes, Written, seen_to_change
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.keyboard import Seen
from a11ycheck.documents.page.model import Element, Page

MOST_QUESTIONS = 3
LOGO = re.compile(r"logo|logga|brand|emblem|wordmark|ordbild", re.IGNORECASE)
"""How logotypes are named; in them the picture of the words is the point (WCAG 1.4.5, “essential”)."""


def written_pictures(page: Page) -> Iterator[Seen[Written]]:
    """The pictures that text seems to be written in, other than logotypes; of those that only look like it, a few."""
    asked = 0
    for picture in seen_to_change(lambda changes: changes.written)(page):
        if is_logotype(picture.element, page):
            continue
        asked += not picture.fact.text
        if picture.fact.text or asked <= MOST_QUESTIONS:
            yield picture


def is_logotype(element: Element, page: Page) -> bool:
    """It is named so, or is the link to the first page."""
    named = " ".join(
        each.attribute(name)
        for each in (element, *list(element.ancestors())[:2])
        for name in ("src", "alt", "class", "id", "title", "data")
        if not each.attribute(name).startswith("data:")
    )
    link = element.closest("a")
    return LOGO.search(named) is not None or (link is not None and _is_first_page(link.address, page.address))


def _is_first_page(address: str, page: str) -> bool:
    try:
        there, here = urlsplit(address), urlsplit(page)
    except ValueError:
        return False
    return there.netloc == here.netloc and there.path.strip("/") in ("", "index.html", "sv", "en")


@rule(
    document=Page,
    each=written_pictures,
    meets=("WCAG 1.4.5", "ACT 0va7u6"),
    title=Text("Text stands as text, not in a picture", "Text står som text, inte i en bild"),
    why=Text(
        "Text in a picture becomes blurred when it is enlarged, and keeps its colours and its spacing.",
        "Text i en bild blir suddig när den förstoras, och behåller sina färger och avstånd.",
    ),
    who=(People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Write the words as text on the page instead, above or beside the picture.",
            "Skriv orden som text på sidan i stället, ovanför eller bredvid bilden.",
        ),
        web=Text(
            "Replace the picture with text, and give it its looks with CSS.",
            "Ersätt bilden med text och ge den sitt utseende med CSS.",
        ),
    ),
    messages={
        "only-text": Text(
            "The picture holds nothing but the text “{text}”.",
            "Bilden innehåller inget annat än texten ”{text}”.",
        ),
        "with-text": Text(
            "The picture holds the text “{text}”. Is it only a small part of what is shown, or a logotype?",
            "Bilden innehåller texten ”{text}”. Är den bara en liten del av det som visas, eller en logotyp?",
        ),
        "looks-like": Text(
            "The picture looks like one of text. Is it anything else, or a logotype?",
            "Bilden ser ut som en bild av text. Är den något annat, eller en logotyp?",
        ),
        "is-text": Text(
            "The picture holds text that could be written on the page.",
            "Bilden innehåller text som kunde stå på sidan.",
        ),
    },
)
def text_in_pictures(picture: Seen[Written]) -> Outcome:
    """It is no picture of text. Certain is that of an SVG file with text alone that the alternative text repeats."""
    wrong = failed("is-text")
    fact = picture.fact
    if not fact.text:
        return ask("looks-like", yes=passed(), no=wrong)
    alternative = picture.element.attribute("alt").casefold().split()
    words = fact.text.casefold().split()
    if fact.alone and len(words) > 1 and alternative == words:
        return failed("only-text", text=fact.text)
    return ask("with-text", text=fact.text, yes=passed(), no=wrong)


def examples() -> dict[str, Page]:
    def page(written: Written | None, alternative: str = "Anmälan är öppen", **more: str) -> Page:
        picture = Element("img", {"alt": alternative, **more}, path="0.1.0")
        return Page.of(picture, driven=Driven(changes=Changes(written=(written,) if written else ())))

    drawn = Written("0.1.0", "Anmälan är öppen", alone=True)
    return {
        "failed only-text": page(drawn),
        "cannot-tell with-text": page(Written("0.1.0", "Anmälan är öppen")),
        "cannot-tell with-text, of something else": page(drawn, "En skylt"),
        "cannot-tell looks-like": page(Written("0.1.0")),
        "inapplicable, a logotype": page(drawn, src="/bilder/logotyp.svg"),
        "inapplicable": page(None),
    }
