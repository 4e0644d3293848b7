"""An error message says in words, to everyone, which field is wrong and how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.page.model import NOT_SHOWN, Element, Page
from a11ycheck.text.errors import is_error, says_nothing

FIELDS = (
    *("checkbox", "combobox", "listbox", "menuitemcheckbox", "menuitemradio", "radio", "searchbox", "slider"),
    *("spinbutton", "switch", "textbox"),
)
MARK = re.compile(
    r"(?:^|[-_\s])(?:errors?|err|invalid|fel|feil|fejl|virhe|fehler|erreur|danger)(?:$|[-_\s\d])",
    re.IGNORECASE,
)
"""What ids and classes of error messages hold."""
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
LONGEST_MARKS = 500
MOST = 50
NOT_MESSAGES = frozenset(
    {"label", "legend", "option", "input", "select", "textarea", "button", "a", "h1", "h2", "h3", "form"}
)


@dataclass(frozen=True, slots=True)
class Message:
    """An error message in a form: ``labels`` are the names of the form's fields, one for each."""

    element: Element
    text: str
    labels: tuple[str, ...]
    is_heard: bool
    is_waiting: bool
    """It is hidden, and described by it is something that is heard now."""

    @property
    def where(self) -> Where:
        return self.element.where


def messages(page: Page) -> Iterator[Message]:
    """The texts that are marked as error messages and read as such, on a page with form fields. Of those that are
    hidden and heard all the same only the first, since one page makes all its messages alike."""
    fields = list(page.with_role(*FIELDS))
    if not fields:
        return
    described = _described(page)
    found = 0
    asked = False
    for element in page.elements():
        if element.tag in NOT_MESSAGES or element.tag in NOT_SHOWN or not _is_marked(element):
            continue
        text = element.text or _text_of_hidden(element, described)
        if not is_error(text) or any(each.role in FIELDS for each in element.inside()):
            continue
        found += 1
        if found > MOST:
            return
        form = element.closest("form")
        labels = tuple(each.name for each in fields if form is None or each.closest("form") is form)
        visible = bool(element.visible_text)
        heard = not _is_silent(element) or any(_says(each, text) for each in fields)
        waiting = not visible and not asked and element.attribute("id") in described
        asked = asked or waiting
        if visible or waiting:
            yield Message(element, text, labels, heard, waiting)


def _described(page: Page) -> dict[str, str]:
    """The ids of what describes something that is heard, with the description."""
    return {
        name: element.description
        for element in page.elements()
        if element.exposed and element.has("aria-describedby")
        for name in element.attribute("aria-describedby").split()[:20]
    }


def _is_marked(element: Element) -> bool:
    if _has_mark(element):
        return not any(_has_mark(each) for each in element.ancestors())
    return element.attribute("role") == "alert"


def _has_mark(element: Element) -> bool:
    marks = f"{element.attribute('id')} {element.attribute('class')}"[:LONGEST_MARKS]
    return MARK.search(CAMEL.sub("-", marks)) is not None


def _text_of_hidden(element: Element, described: dict[str, str]) -> str:
    """What an element says that is not shown: only what it is a description of tells that."""
    return described.get(element.attribute("id"), "")


def _is_silent(element: Element) -> bool:
    return any(each.attribute("aria-hidden") == "true" for each in (element, *element.ancestors()))


def _says(field: Element, text: str) -> bool:
    return (
        bool(field.description) and " ".join(field.description.split()) in text
    ) or text in field.description


@rule(
    document=Page,
    each=messages,
    meets=("WCAG 3.3.1", "ACT 36b590"),
    title=Text("Error messages say what is wrong", "Felmeddelanden säger vad som är fel"),
    why=Text(
        "Someone who only learns that something is wrong, or does not hear it, cannot send the form.",
        "Den som bara får veta att något är fel, eller inte hör det, kan inte skicka formuläret.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Name the field and say what is to be written, such as “Age: write a number from 1 to 120”.",
            "Nämn fältet och säg vad som ska stå där, till exempel ”Ålder: skriv ett tal från 1 till 120”.",
        ),
        web=Text(
            "Put the message beside its field, tie it with aria-describedby on the field, and remove aria-hidden.",
            "Sätt meddelandet intill sitt fält, knyt det med aria-describedby på fältet och ta bort aria-hidden.",
        ),
    ),
    messages={
        "empty": Text(
            "The error message “{text}” says neither what is wrong nor how to mend it.",
            "Felmeddelandet ”{text}” säger varken vad som är fel eller hur det rättas.",
        ),
        "silent": Text(
            "The error message “{text}” is seen but not heard.", "Felmeddelandet ”{text}” syns men hörs inte."
        ),
        "unseen": Text(
            "The error message “{text}” is heard as a description. Is it to be seen, too, as the page is now?",
            "Felmeddelandet ”{text}” hörs som beskrivning. Ska det också synas, så som sidan är nu?",
        ),
        "not-seen": Text(
            "The error message “{text}” is heard but not seen.", "Felmeddelandet ”{text}” hörs men syns inte."
        ),
        "which": Text(
            "The error message “{text}” names “{label}”, and {count} fields are called that. Is it clear which "
            "is meant?",
            "Felmeddelandet ”{text}” nämner ”{label}”, och {count} fält heter så. Framgår det vilket som menas?",
        ),
        "not-clear": Text(
            "The error message “{text}” does not say which of several fields is meant.",
            "Felmeddelandet ”{text}” säger inte vilket av flera fält som menas.",
        ),
    },
)
def error_messages(message: Message) -> Outcome:
    """It is seen and heard, has other words than that something is wrong, and names one field only."""
    text = message.text[:200]
    if message.is_waiting:
        return ask("unseen", text=text, yes=failed("not-seen", text=text), no=passed())
    if not message.is_heard:
        return failed("silent", text=text)
    if says_nothing(message.text, " ".join(message.labels)):
        return failed("empty", text=text)
    said = f" {_plain(message.text)} "
    named = [_plain(label) for label in message.labels if _plain(label)]
    for label in dict.fromkeys(named):
        if named.count(label) > 1 and f" {label} " in said:
            count = named.count(label)
            no = failed("not-clear", text=text)
            return ask("which", yes=passed(), no=no, text=text, label=label, count=count)
    return passed()


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def examples() -> dict[str, Page]:
    def field(name: str, **more: str) -> Element:
        return Element("input", more, role="textbox", name=name)

    def page(text: str, *fields: Element, **attributes: str) -> Page:
        names = {name.replace("_", "-"): value for name, value in attributes.items()}
        return Page.of(
            Element("form", {}, *(fields or (field("Ålder"),)), Element("p", {"id": "fel", **names}, text))
        )

    hidden = Element("p", {"id": "fel"}, styles={})
    button = Element(
        "input", {"aria-describedby": "fel"}, role="button", name="Skicka", description="Ogiltigt värde."
    )
    unseen = Page.of(Element("form", {}, field("Ålder"), hidden, button))
    hidden.styles = {"display": "block", "visibility": "hidden"}
    return {
        "failed empty": page("Fyll i fältet korrekt."),
        "failed empty, only the field": page("Ogiltigt värde för ålder."),
        "failed silent": page("Ålder måste vara minst 1.", aria_hidden="true"),
        "cannot-tell unseen": unseen,
        "cannot-tell which": page("Fyll i Namn: vi behöver kunna nå dig.", field("Namn"), field("Namn")),
        "passed": page("Ålder måste vara minst 1."),
        "inapplicable, no fields": Page.of(Element("p", {"id": "fel"}, "Ogiltigt värde.")),
        "inapplicable, no message": page("Ålder i hela år.", **{"class": "hjälp", "id": "hjalp"}),
    }
