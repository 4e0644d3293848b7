"""The page changes when someone asks for it, not before."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.keyboard import KeyboardWalk, Seen, Surprise, called, seen
from a11ycheck.documents.page.model import Element, Page


def _of(cause: str, walk: KeyboardWalk) -> Iterable[Surprise]:
    return (one for one in walk.surprises if one.cause == cause and one.effect != "blurred")


about_changes = partial(rule, document=Page, who=(People.KEYBOARD, People.SCREEN_READER, People.READING))


@about_changes(
    each=seen(partial(_of, "focus")),
    meets=("WCAG 3.2.1",),
    title=Text("Nothing happens by merely going to it", "Inget händer bara för att man kommer dit"),
    why=Text(
        "Someone who goes through the page with the Tab key is thrown to another page without having chosen anything.",
        "Den som går genom sidan med tabbtangenten kastas till en annan sida utan att ha valt något.",
    ),
    fix=Fix(
        Text(
            "Let links and forms act when they are chosen, not when the keyboard comes to them.",
            "Låt länkar och formulär göra något när de väljs, inte när tangentbordet kommer till dem.",
        ),
        web=Text("Move the script from onfocus to onclick.", "Flytta skriptet från onfocus till onclick."),
    ),
    messages={
        "navigated": Text(
            "When “{name}” gets focus, another page opens.", "När ”{name}” får fokus öppnas en annan sida."
        ),
        "window": Text(
            "When “{name}” gets focus, a new window opens.", "När ”{name}” får fokus öppnas ett nytt fönster."
        ),
        "submitted": Text(
            "When “{name}” gets focus, the form is sent.", "När ”{name}” får fokus skickas formuläret."
        ),
    },
)
def changes_on_focus(surprise: Seen[Surprise]) -> Outcome:
    """Focus opens no page or window and sends no form."""
    return failed(surprise.fact.effect, name=called(surprise.element))


@about_changes(
    each=seen(partial(_of, "input")),
    meets=("WCAG 3.2.2",),
    title=Text(
        "A choice in a list is not carried out by itself", "Ett val i en lista utförs inte av sig självt"
    ),
    why=Text(
        "Someone who goes through the choices with the arrow keys is thrown away at the first of them.",
        "Den som bläddrar bland valen med piltangenterna kastas iväg redan vid det första.",
    ),
    fix=Fix(
        Text(
            "Put a button beside the list, such as “Show”, that carries the choice out.",
            "Sätt en knapp bredvid listan, till exempel ”Visa”, som utför valet.",
        ),
        web=Text(
            "Move the script from the list's onchange to a <button>.",
            "Flytta skriptet från listans onchange till en <button>.",
        ),
    ),
    messages={
        "navigated": Text(
            "As soon as another choice is made in “{name}”, another page opens.",
            "Så snart ett annat val görs i ”{name}” öppnas en annan sida.",
        ),
        "window": Text(
            "As soon as another choice is made in “{name}”, a new window opens.",
            "Så snart ett annat val görs i ”{name}” öppnas ett nytt fönster.",
        ),
        "submitted": Text(
            "As soon as another choice is made in “{name}”, the form is sent.",
            "Så snart ett annat val görs i ”{name}” skickas formuläret.",
        ),
        "told": Text(
            "“{name}” acts as soon as another choice is made. Does “{description}” tell people so?",
            "”{name}” gör något så snart ett annat val görs. Talar ”{description}” om det?",
        ),
    },
)
def changes_on_input(surprise: Seen[Surprise]) -> Outcome:
    """Another choice opens no page or window and sends no form, unless that is said beforehand."""
    name = called(surprise.element)
    wrong = failed(surprise.fact.effect, name=name)
    if surprise.element.description:
        return ask("told", name=name, description=surprise.element.description, yes=passed(), no=wrong)
    return wrong


def examples() -> dict[str, dict[str, Page]]:
    def page(cause: str = "", effect: str = "", description: str = "") -> Page:
        choice = Element("select", role="combobox", name="Språk", description=description, path="0.1.0")
        surprises = (Surprise("0.1.0", cause, effect),) if cause else ()
        return Page.of(choice, driven=Driven(keyboard=KeyboardWalk(surprises=surprises)))

    effects = ("navigated", "window", "submitted")
    return {
        "changes_on_focus": {
            **{f"failed {effect}": page("focus", effect) for effect in effects},
            "inapplicable": page("input", "navigated"),
        },
        "changes_on_input": {
            **{f"failed {effect}": page("input", effect) for effect in effects},
            "cannot-tell told": page("input", "navigated", "Sidan byts när du väljer språk."),
            "inapplicable": page(),
        },
    }
