"""The label of a form field says what is to be written or chosen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.text.labels import is_empty_label, plain

FIELDS = (
    *("checkbox", "combobox", "listbox", "menuitemcheckbox", "menuitemradio", "radio", "searchbox", "slider"),
    *("spinbutton", "switch", "textbox"),
)
WITHOUT_ROLE = frozenset({"color", "date", "datetime-local", "file", "month", "password", "time", "week"})
"""Types of ``input`` that have no role and are fields all the same."""
CHOICES = frozenset({"radio", "menuitemradio", "checkbox", "menuitemcheckbox", "switch"})

TYPES = frozenset(
    {"email", "tel", "url", "password", "date", "datetime-local", "month", "week", "time", "color", "file"}
)
PURPOSE = re.compile(
    r"(?:^|[-_\s.\[])(?:fname|lname|firstname|lastname|givenname|familyname|surname|fullname|fornamn|efternamn|namn|name|"
    r"email|mail|epost|phone|tel|telephone|telefon|mobile|mobil|street|address|adress|gata|zip|zipcode|postal|postnr|"
    r"postnummer|city|ort|stad|country|land|dob|birth|birthday|bday|birthdate|personnummer|company|organization|"
    r"organisation|foretag|username|password|losenord)(?:$|[-_\s.\]\d])",
    re.IGNORECASE,
)
"""What names and ids of fields hold that are for one known thing."""
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
GROUPS = ("group", "radiogroup", "form", "region", "dialog", "tabpanel", "row", "listitem", "article")
MOST = 300


@dataclass(frozen=True, slots=True)
class Label:
    """A label that is seen, of a field that is seen. ``known_for`` is what the field's type, name or id says that it is
    for; ``again`` is how many fields in the same part of the page have the same label."""

    element: Element
    text: str
    known_for: str
    again: int

    @property
    def where(self) -> Where:
        return self.element.where


def labels(page: Page) -> Iterator[Label]:
    found: list[tuple[Element, str, tuple[int, str]]] = []
    by_id: dict[str, Element] = {}
    for element in page.elements():
        if name := element.attribute("id"):
            by_id.setdefault(name, element)
    labels_for = {each.attribute("for"): each for each in page.elements("label") if each.has("for")}
    part = ""
    for element in page.elements():
        if element.role == "heading" and element.is_visible:
            part = element.path or str(id(element))
        if not _is_field(element) or len(found) >= MOST:
            continue
        label = _label_of(element, by_id, labels_for)
        if label is not None and label.is_visible and element.is_visible:
            text = _text_of(label, element)
            if text:
                found.append((element, text, (id(_group(element)), part)))
    count = Counter((place, plain(text)) for element, text, place in found if element.role not in CHOICES)
    for element, text, place in found:
        again = count[place, plain(text)] if element.role not in CHOICES else 1
        yield Label(element, text, _purpose(element), again)


def _is_field(element: Element) -> bool:
    if element.role in FIELDS and element.exposed:
        return True
    return element.tag == "input" and element.exposed and element.attribute("type").casefold() in WITHOUT_ROLE


def _label_of(field: Element, by_id: dict[str, Element], labels_for: dict[str, Element]) -> Element | None:
    for name in field.attribute("aria-labelledby").split()[:1]:
        return by_id.get(name)
    if (name := field.attribute("id")) in labels_for:
        return labels_for[name]
    return field.closest("label")


def _text_of(label: Element, field: Element) -> str:
    text = label.visible_text
    held = field.visible_text
    return text.replace(held, " ").strip() if held and field is not label else text


def _group(field: Element) -> Element | None:
    """What sets the field apart from others: a group or other part of the page that has a name."""
    return next((each for each in field.ancestors() if each.role in GROUPS and each.name), None)


def _purpose(field: Element) -> str:
    """What a field is for, where its type, or one of its names in the code, says so; else empty."""
    kind = field.attribute("type").casefold()
    if field.tag == "input" and kind in TYPES:
        return kind
    for name in ("autocomplete", "name", "id"):
        given = CAMEL.sub("-", field.attribute(name)[:200])
        if known := PURPOSE.search(given):
            return known[0].strip("-_ .[]")
    return ""


@rule(
    document=Page,
    each=labels,
    meets=("WCAG 2.4.6", "ACT cc0f0a"),
    title=Text(
        "Labels of form fields say what to fill in", "Etiketter på formulärfält säger vad som ska fyllas i"
    ),
    why=Text(
        "Who cannot tell from the label what is asked for cannot fill in the form.",
        "Den som inte av etiketten kan veta vad som efterfrågas kan inte fylla i formuläret.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Write in the label what is to be filled in, such as “First name” or “E-mail address”.",
            "Skriv i etiketten vad som ska fyllas i, till exempel ”Förnamn” eller ”E-postadress”.",
        ),
        web=Text(
            "Write it in the <label> of the field. Put fields that belong together in a <fieldset> with a <legend>.",
            "Skriv det i fältets <label>. Lägg fält som hör ihop i ett <fieldset> med en <legend>.",
        ),
    ),
    messages={
        "empty": Text(
            "The label “{label}” does not say what the field is for; its code calls it “{purpose}”.",
            "Etiketten ”{label}” säger inte vad fältet är till för; i koden kallas det ”{purpose}”.",
        ),
        "says-it": Text(
            "Does the label “{label}”, with what stands around it, say what is to be filled in?",
            "Säger etiketten ”{label}”, med det som står runt om, vad som ska fyllas i?",
        ),
        "unclear": Text(
            "The label “{label}” does not say what is to be filled in.",
            "Etiketten ”{label}” säger inte vad som ska fyllas i.",
        ),
        "several": Text(
            "{count} fields are called “{label}”. Is it seen which is which?",
            "{count} fält heter ”{label}”. Syns det vilket som är vilket?",
        ),
    },
)
def field_labels(label: Label) -> Outcome:
    """It is not only a word for a field, another control or anything, and no other field beside it has the same."""
    text = label.text[:100]
    if is_empty_label(label.text):
        if label.known_for and plain(label.known_for) != plain(label.text):
            return failed("empty", label=text, purpose=label.known_for)
        if not label.known_for:
            return ask("says-it", label=text, yes=passed(), no=failed("unclear", label=text))
    if label.again > 1:
        return ask("several", label=text, count=label.again, yes=passed(), no=failed("unclear", label=text))
    return passed()


def examples() -> dict[str, Page]:
    def field(label: str, role: str = "textbox", **attributes: str) -> Element:
        return Element("label", {}, label, Element("input", attributes, role=role, name=label))

    def group(name: str, *fields: Element) -> Element:
        return Element("fieldset", {}, *fields, role="group", name=name)

    return {
        "failed empty": Page.of(field("Meny", name="fname")),
        "failed empty, by its type": Page.of(field("Info:", "", type="date")),
        "cannot-tell says-it": Page.of(field("Info", name="extra")),
        "cannot-tell several": Page.of(field("Namn", name="a"), field("Namn", name="b")),
        "passed": Page.of(field("Förnamn", name="fname")),
        "passed, groups with names": Page.of(
            group("Leverans", field("Namn")), group("Faktura", field("Namn"))
        ),
        "passed, choices": Page.of(field("Ja", "radio"), field("Ja", "radio")),
        "inapplicable, no label": Page.of(Element("input", {}, role="textbox", name="Namn")),
    }
