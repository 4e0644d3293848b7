"""Forms give people the time they need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.content import ListItem, Paragraph
from a11ycheck.documents.page.changes import Changes, Changing
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.text.sentences import split_sentences
from a11ycheck.text.time_limits import is_about_time_left, is_extending, is_time_limit, seconds_left

FIELDS = ("textbox", "combobox", "listbox", "spinbutton", "radio", "checkbox")
CONTROLS = ("button", "link", "checkbox", "switch")
TWENTY_HOURS = 72_000
"""Seconds after which a time limit is none for the reader (WCAG 2.2.1)."""
LONGEST_AROUND = 200
"""Characters of the text around a clock that say what it counts."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit that the page tells of; ``extends``: a control that, by its name, gives more time."""

    where: Where
    text: str
    extends: bool


def limits(page: Page) -> Iterator[Limit]:
    """What counts down in or beside a form, else a sentence that says how long there is; one for a page."""
    if not _has_form(page):
        return
    extends = any(is_extending(each.name) for each in page.with_role(*CONTROLS) if each.is_visible)
    counting = next(_counting_down(page), None)
    if counting is not None:
        yield Limit(counting.where, _around(counting)[:LONGEST_AROUND], extends)
        return
    for block in page.content.blocks:
        if isinstance(block, Paragraph | ListItem) and any(map(str.isdigit, block.text)):
            for sentence in split_sentences(block.text[:2_000], block.language or None):
                if is_time_limit(sentence):
                    yield Limit(block.where, sentence, extends)
                    return


def _has_form(page: Page) -> bool:
    """Is there a form to fill in, and not only one to search with?"""
    return any(
        field.is_visible
        and not any(each.role == "search" or each.tag == "search" for each in field.ancestors())
        for field in page.with_role(*FIELDS)
    )


def _counting_down(page: Page) -> Iterator[Element]:
    changes = page.driven.changes if page.driven else None
    for change in changes.changing if changes else ():
        element = page.by_path.get(change.path)
        if element is not None and _falls(change) and is_about_time_left(_around(element)):
            yield element


def _falls(change: Changing) -> bool:
    """It counts down to the second, from at most 20 hours."""
    was, now = seconds_left(change.text), seconds_left(change.last)
    return change.seconds <= 1 and 0 < was <= TWENTY_HOURS and now < was


def _around(element: Element) -> str:
    """The text of the nearest element that holds words beside it."""
    text = element.visible_text
    for holder in element.ancestors():
        if holder.tag in ("form", "main", "body") or len(text.split()) > 2:
            break
        text = holder.visible_text
    return text


@rule(
    document=Page,
    each=limits,
    meets=("WCAG 2.2.1",),
    title=Text("Forms can be filled in without hurry", "Formulär går att fylla i utan brådska"),
    why=Text(
        "Someone who reads slowly, listens or writes with one finger does not get to the end, and everything written "
        "is lost.",
        "Den som läser långsamt, lyssnar eller skriver med ett finger hinner inte klart, och allt som skrivits "
        "försvinner.",
    ),
    who=(People.READING, People.SCREEN_READER, People.KEYBOARD, People.VOICE),
    fix=Fix(
        Text(
            "Turn the time limit off in the form's settings, or let people ask for more time.",
            "Stäng av tidsgränsen i formulärets inställningar, eller låt den som fyller i be om mer tid.",
        ),
        web=Text(
            "Warn at least 20 seconds before the time is up, with a button that gives as much time again, at least "
            "ten times.",
            "Varna minst 20 sekunder innan tiden är ute, med en knapp som ger lika mycket tid till, minst tio gånger.",
        ),
    ),
    messages={
        "more-time": Text(
            "“{text}” Can the time be turned off, or extended before it is up?",
            "”{text}” Går tiden att stänga av, eller att förlänga innan den är ute?",
        ),
        "no-more": Text(
            "“{text}” The time can neither be turned off nor extended.",
            "”{text}” Tiden går varken att stänga av eller förlänga.",
        ),
    },
)
def time_limit_in_form(limit: Limit) -> Outcome:
    """A control gives more time, or a person knows that there is a way."""
    if limit.extends:
        return passed()
    return ask("more-time", text=limit.text, yes=passed(), no=failed("no-more", text=limit.text))


def examples() -> dict[str, Page]:
    def page(text: str, *more: Element, last: str = "") -> Page:
        field = Element("input", {}, role="textbox", name="Namn")
        clock = Element("span", {}, text, path="0.1.0.0") if last else text
        said = Element("p", {}, *(("Tid kvar: ", clock) if last else (text,)), path="0.1.0")
        changing = (Changing("0.1.0.0", 1.0, text, last),) if last else ()
        return Page.of(
            said, Element("form", {}, field, *more), driven=Driven(changes=Changes(changing=changing))
        )

    extend = Element("button", {}, "Förläng tiden", role="button", name="Förläng tiden")
    session = "Sessionen går ut om 10 minuter."
    return {
        "cannot-tell more-time": page(session),
        "cannot-tell more-time, it counts down": page("09:59", last="09:54"),
        "passed": page(session, extend),
        "inapplicable, a clock": page("09:54", last="09:59"),
        "inapplicable, the programme": page("Varje talare har 15 minuter."),
        "inapplicable, more than 20 hours": page("Reservationen går ut om 48 timmar."),
        "inapplicable, nothing to fill in": Page.of(Element("p", {}, session)),
    }
