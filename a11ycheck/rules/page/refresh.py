"""The page stays as it is until the reader has read it: nothing reloads or leads away after a while."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from a11ycheck import Fix, Outcome, People, Text, Where, failed, passed, rule
from a11ycheck.documents.page.model import Element, Frame, Page

DECLARED = re.compile(r"[ \t\n\f\r]*(?:(\d{1,15})|(?=\.))[\d.]*(?:[ \t\n\f\r;,]|$)")
"""What browsers understand of ``content`` (HTML, “shared declarative refresh steps”): whole seconds, and then nothing,
a space, a semicolon or a comma."""
TWENTY_HOURS = 72_000
"""Seconds after which a time limit is none for the reader (WCAG 2.2.1)."""


@dataclass(frozen=True, slots=True)
class Refresh:
    """That a document is loaded anew, or another in its place, after ``seconds``."""

    place: Where
    seconds: int
    leads_away: bool

    @property
    def where(self) -> Where:
        return self.place


def refreshes(page: Page) -> Iterator[Refresh]:
    """The first in each document that browsers understand; they go by no other."""
    for document in page.html_documents():
        yield from _first(document)


def _first(document: Frame) -> Iterator[Refresh]:
    for element in document.elements():
        if element.tag != "meta" or element.attribute("http-equiv").strip().casefold() != "refresh":
            continue
        content = element.attribute("content")
        declared = DECLARED.match(content)
        if declared:
            leads_away = content[declared.end() :].strip(" \t\n\f\r;,") != ""
            yield Refresh(document.where, int(declared[1] or 0), leads_away)
            return


about_refresh = partial(
    rule,
    document=Page,
    each=refreshes,
    who=(People.READING, People.SCREEN_READER, People.LOW_VISION),
    why=Text(
        "Someone who reads slowly, or listens, is interrupted and has to begin again from the top.",
        "Den som läser långsamt, eller lyssnar, blir avbruten och får börja om från början.",
    ),
    fix=Fix(
        Text(
            "Let the reader choose when to go on: put a link there. An address that has moved is better redirected by "
            "the server.",
            "Låt läsaren välja när det är dags att gå vidare: lägg dit en länk. En adress som har flyttat skickar "
            "servern hellre vidare.",
        ),
        web=Text("Remove <meta http-equiv=refresh>.", "Ta bort <meta http-equiv=refresh>."),
    ),
    messages={
        "reloads": Text(
            "The page reloads by itself after {seconds} seconds.",
            "Sidan laddas om av sig själv efter {seconds} sekunder.",
        ),
        "leads-away": Text(
            "The page leads to another by itself after {seconds} seconds.",
            "Sidan byts av sig själv mot en annan efter {seconds} sekunder.",
        ),
    },
)


def _wrong(refresh: Refresh) -> Outcome:
    return failed("leads-away" if refresh.leads_away else "reloads", seconds=refresh.seconds)


@about_refresh(
    meets=("WCAG 2.2.1", "ACT bc659a"),
    title=Text(
        "There is time to read before the page changes by itself",
        "Sidan går att läsa innan den byts av sig själv",
    ),
)
def refresh_gives_time(refresh: Refresh) -> Outcome:
    """At once, which is a redirect, or after more than 20 hours."""
    if refresh.seconds == 0 or refresh.seconds > TWENTY_HOURS:
        return passed()
    return _wrong(refresh)


@about_refresh(
    meets=("WCAG 2.2.4", "WCAG 3.2.5", "ACT bisz58"),
    title=Text("The page is not changed by itself at all", "Sidan byts aldrig av sig själv"),
)
def refresh_never(refresh: Refresh) -> Outcome:
    """At once, which is a redirect, or not at all."""
    return passed() if refresh.seconds == 0 else _wrong(refresh)


def examples() -> dict[str, dict[str, Page]]:
    def page(content: str | None) -> Page:
        given = {} if content is None else {"content": content}
        return Page.of(Element("meta", {"http-equiv": "Refresh", **given}), Element("p", {}, "Välkommen"))

    soon = {
        "failed reloads": page("30"),
        "failed leads-away": page("5; url=https://example.org/"),
        "passed, a redirect": page("0; url='https://example.org/'"),
        "passed, a part of a second is none": page(".9"),
        "inapplicable, no figure": page("soon; url=https://example.org/"),
        "inapplicable, a sign": page("+5"),
        "inapplicable, no content": page(None),
    }
    late = "72001"
    return {
        "refresh_gives_time": {**soon, "passed, more than 20 hours": page(late)},
        "refresh_never": {**soon, "failed reloads, after 20 hours": page(late)},
    }
