"""Forms in which people register: labels that stay, fields that browsers can fill in, and what must be filled in is
said.

The rules on labels as such are others' (axe-label, page-field-labels); these are about what people who fill in a form
need besides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.page.model import Element, Page, Words
from a11ycheck.text.purposes import purpose_of, says_optional, says_required

MOST = 300
TEXT_TYPES = frozenset({"", "text", "email", "tel", "url", "number", "password"})
FOR_TEXT = ("textbox", "combobox", "spinbutton", "searchbox")
CONTACT = frozenset({"email", "tel"})
"""What is only asked of people: a form that asks for it is about whoever fills it in."""


def _forms(page: Page) -> dict[Element | None, list[Element]]:
    """The fields to write in that someone sees and can use, by form; those for searching left out."""
    forms: defaultdict[Element | None, list[Element]] = defaultdict(list)
    for field in islice(page.elements("input", "textarea", "select"), MOST):
        form = field.closest("form")
        if _can_be_filled(field) and not _searches(field, form):
            forms[form].append(field)
    return forms


def _can_be_filled(field: Element) -> bool:
    if field.tag == "input" and field.attribute("type").strip().casefold() not in TEXT_TYPES:
        return False
    closed = field.has("disabled") or field.has("readonly") or field.attribute("aria-readonly") == "true"
    return field.exposed and field.is_visible and not closed


def _searches(field: Element, form: Element | None) -> bool:
    return field.role == "searchbox" or any(
        each.role == "search" or each.tag == "search" for each in (field, *field.ancestors())
    )


# A label that goes away


@dataclass(frozen=True, slots=True)
class Labelled:
    """A field whose form has more than one, with the text in it that is to say what it is for."""

    element: Element
    placeholder: str
    has_other: bool

    @property
    def where(self) -> Where:
        return self.element.where


def with_placeholder(page: Page) -> Iterator[Labelled]:
    """Fields with a placeholder; one that stands alone with its button, as for searching, is said by the button."""
    seen_labels = [label for label in page.elements("label") if label.visible_text]
    labelled = {label.attribute("for") for label in seen_labels}
    for fields in _forms(page).values():
        for field in fields if len(fields) > 1 else ():
            placeholder = (field.attribute("placeholder") or field.attribute("aria-placeholder")).strip()
            if placeholder:
                yield Labelled(field, placeholder, _has_text(field, labelled, page))


def _has_text(field: Element, labelled: set[str], page: Page) -> bool:
    """Does other text that is seen stand with the field: a label, what it is labelled or described by, or anything
    in what holds the field and no other?"""
    if field.attribute("id") in labelled or field.closest("label") is not None:
        return True
    table = field.closest("table")
    if table is not None and any(each.tag == "th" and each.visible_text for each in table.inside()):
        return True
    named = f"{field.attribute('aria-labelledby')} {field.attribute('aria-describedby')}".split()[:20]
    if any((other := page.by_id(name, field)) is not None and other.visible_text for name in named):
        return True
    child = field
    for holder in field.ancestors():
        fields = (each for each in holder.inside() if each.tag in ("input", "textarea", "select"))
        if any(each is not field for each in fields):
            return _has_text_before(child, holder)
        if holder.visible_text.replace(field.visible_text, "").strip():
            return True
        child = holder
    return False


def _has_text_before(child: Element, holder: Element) -> bool:
    """Does text stand before what holds the field and no other, with no other field or button in between?"""
    for node in reversed(holder.children[: holder.children.index(child)]):
        if isinstance(node, Words):
            if node.text.strip():
                return True
        elif any(each.tag in ("input", "textarea", "select", "button") for each in node.elements()):
            return False
        elif node.visible_text:
            return True
    return False


STAYS = Fix(
    Text(
        "Put a label above the field that stays there when something is written.",
        "Sätt en etikett ovanför fältet, som står kvar när någon skriver.",
    ),
    web=Text(
        "In the form editor, turn on the field's label. In HTML: a <label> whose for is the field's id. An example of "
        "what to write may stand in the placeholder.",
        "Slå på visning av fältets etikett i formulärverktyget. I HTML: en <label> vars for är fältets id. Ett "
        "exempel på vad som ska stå får ligga som platshållare (placeholder).",
    ),
)


@rule(
    document=Page,
    each=with_placeholder,
    meets=("WCAG 3.3.2",),
    title=Text("Labels stay when a field is filled in", "Etiketter står kvar när fält fylls i"),
    why=Text(
        "A label inside the field is gone when something is written. Who forgets easily, or is interrupted, cannot "
        "check what the field was for.",
        "En etikett inne i fältet är borta så snart något står där. Den som lätt glömmer, eller blir avbruten, kan "
        "inte se efter vad fältet var till för.",
    ),
    who=(People.READING, People.LOW_VISION),
    fix=STAYS,
    messages={
        "goes-away": Text(
            "“{placeholder}” is all that is seen of what the field is for, and goes away when something is written.",
            "”{placeholder}” är allt som syns av vad fältet är till för, och det försvinner när någon skriver.",
        )
    },
)
def label_stays(field: Labelled) -> Outcome:
    """Some text other than its placeholder is seen with it."""
    return passed() if field.has_other else failed("goes-away", placeholder=field.placeholder[:100])


# Fields that browsers can fill in


@dataclass(frozen=True, slots=True)
class About:
    """A field about whoever fills in the form. ``token`` is what ``autocomplete`` is to say."""

    element: Element
    label: str
    token: str

    @property
    def where(self) -> Where:
        return self.element.where


def about_the_user(page: Page) -> Iterator[About]:
    """Fields whose labels say which known thing about people they ask for, in forms that ask how to reach whoever
    fills them in. What a form asks for more than once may be about others and is left out."""
    for form, fields in _forms(page).items():
        if form is None:
            continue
        named = [(field, purpose_of(field.name)) for field in fields if field.tag == "input"]
        count = Counter(token for _, token in named)
        if not any(count[token] == 1 for token in CONTACT):
            continue
        for field, token in named:
            if token and count[token] == 1:
                yield About(field, field.name, token)


@rule(
    document=Page,
    each=about_the_user,
    meets=("WCAG 1.3.5",),
    title=Text(
        "Browsers can fill in what people write about themselves",
        "Webbläsaren kan fylla i det man skriver om sig själv",
    ),
    why=Text(
        "Who finds it hard to write or to remember can let the browser fill in name and address, or have a picture "
        "shown beside the field, only if the field says what it is for.",
        "Den som har svårt att skriva eller minnas kan låta webbläsaren fylla i namn och adress, eller få en bild "
        "visad vid fältet, men bara om fältet säger vad det är till för.",
    ),
    who=(People.READING, People.KEYBOARD, People.VOICE),
    fix=Fix(
        Text(
            "State what the field is for, so that browsers know.",
            "Ange vad fältet är till för, så att webbläsare vet det.",
        ),
        web=Text(
            "Choose the field's type (name, e-mail, telephone) or turn on autofill for it in the form editor. In "
            "HTML, "
            'for instance: autocomplete="email".',
            "Välj fältets typ (namn, e-post, telefon) eller slå på automatisk ifyllning i formulärverktyget. I HTML "
            "till "
            'exempel: autocomplete="email".',
        ),
    ),
    messages={
        "unsaid": Text(
            'The field “{label}” does not tell browsers what it is for: autocomplete="{token}" is missing.',
            'Fältet ”{label}” säger inte till webbläsaren vad det är till för: autocomplete="{token}" saknas.',
        ),
        "turned-off": Text(
            "The field “{label}” forbids browsers to fill it in: autocomplete is “{given}” and should be “{token}”.",
            "Fältet ”{label}” hindrar webbläsaren från att fylla i det: autocomplete är ”{given}” och bör vara "
            "”{token}”.",
        ),
    },
)
def field_purpose(field: About) -> Outcome:
    """It has ``autocomplete`` with a token; whether that is a valid one is axe-autocomplete-valid's to say."""
    given = field.element.attribute("autocomplete").strip().casefold()
    label = " ".join(field.label.split())[:100]
    if not given:
        return failed("unsaid", label=label, token=field.token)
    if given in ("off", "on"):
        return failed("turned-off", label=label, token=field.token, given=given)
    return passed()


# What must be filled in


@dataclass(frozen=True, slots=True)
class Demanding:
    """A form with fields that must be filled in. ``unsaid`` are those whose labels do not say so."""

    element: Element
    unsaid: tuple[str, ...]
    is_said: bool

    @property
    def where(self) -> Where:
        return self.element.where


def demanding(page: Page) -> Iterator[Demanding]:
    """Forms with more than one field, of which some must be filled in."""
    for form, fields in _forms(page).items():
        required = [field for field in fields if _is_required(field)]
        if form is None or len(fields) < 2 or not required:
            continue
        text = f"{_before(form)} {form.visible_text[:20_000]}"
        others = [field for field in fields if field not in required]
        unsaid = tuple(field.name for field in required if not says_required(_said_of(field)))
        opposite = (
            len(required) > 1 and bool(others) and all(says_optional(_said_of(field)) for field in others)
        )
        yield Demanding(form, unsaid, opposite or (not _has_mark(form) and says_required(text)))


def _before(form: Element) -> str:
    """The text right before the form."""
    text = ""
    for node in form.parent.children if form.parent is not None else ():
        if node is form:
            break
        text = (node.text if isinstance(node, Words) else node.visible_text).strip() or text
    return text[:2_000]


def _is_required(field: Element) -> bool:
    return field.has("required") or field.attribute("aria-required") == "true"


def _said_of(field: Element) -> str:
    return f"{field.name} {field.description} {field.attribute('placeholder')}"


def _has_mark(form: Element) -> bool:
    """Are some of its fields marked, so that the words about marks are no help with those that are not?"""
    return any("*" in each.name for each in form.inside() if each.role in FOR_TEXT)


@rule(
    document=Page,
    each=demanding,
    meets=("WCAG 3.3.2",),
    title=Text("What must be filled in is said beforehand", "Det som måste fyllas i sägs i förväg"),
    why=Text(
        "Who does not see which fields must be filled in is sent back with errors, and has to look for what is "
        "missing.",
        "Den som inte ser vilka fält som måste fyllas i skickas tillbaka med fel och får leta efter det som saknas.",
    ),
    who=(People.READING, People.LOW_VISION),
    fix=Fix(
        Text(
            "Write “required” or “optional” in the labels, or above the form that all fields must be filled in.",
            "Skriv ”obligatoriskt” eller ”frivilligt” i etiketterna, eller ovanför formuläret att alla fält måste "
            "fyllas i.",
        ),
        web=Text(
            "Write it as text in the <label>. An asterisk will do where it is explained above the form.",
            "Skriv det som text i <label>. En asterisk går bra om den förklaras ovanför formuläret.",
        ),
    ),
    messages={
        "is-it": Text(
            "These fields must be filled in: {fields}. Is that seen before the form is sent?",
            "De här fälten måste fyllas i: {fields}. Syns det innan formuläret skickas?",
        ),
        "unsaid": Text(
            "These fields must be filled in, and nothing seen says so: {fields}.",
            "De här fälten måste fyllas i, och inget som syns säger det: {fields}.",
        ),
    },
)
def required_fields_said(form: Demanding) -> Outcome:
    """The labels say it in words or by a mark, or the form says it for all. A person tells where a sign that is no
    text may do so."""
    if form.is_said or not form.unsaid:
        return passed()
    fields = ", ".join(f"{' '.join(name.split())[:60]}" for name in form.unsaid[:10] if name)
    return ask("is-it", fields=fields, yes=passed(), no=failed("unsaid", fields=fields))


# Errors


@dataclass(frozen=True, slots=True)
class Wrong:
    """A field that says that what stands in it is wrong. ``text`` is what is said of it besides its name."""

    element: Element
    text: str

    @property
    def where(self) -> Where:
        return self.element.where


def wrong(page: Page) -> Iterator[Wrong]:
    for fields in _forms(page).values():
        for field in fields:
            if field.attribute("aria-invalid").strip().casefold() not in ("", "false"):
                yield Wrong(field, field.description or _message_of(field, page) or _around(field))


def _message_of(field: Element, page: Page) -> str:
    for name in field.attribute("aria-errormessage").split()[:5]:
        other = page.by_id(name, field)
        if other is not None and other.text:
            return other.text
    return ""


def _around(field: Element) -> str:
    """What is seen around the field, other than its name, as long as no other field stands there."""
    text = ""
    for holder in field.ancestors():
        if any(each.tag in ("input", "textarea", "select") for each in holder.inside() if each is not field):
            break
        if holder.tag in ("form", "body"):
            break
        text = holder.visible_text
    return " ".join(text.replace(field.name, " ").split()).strip("*: ")


@rule(
    document=Page,
    each=wrong,
    meets=("WCAG 3.3.1",),
    title=Text("A field that is wrong says what is wrong", "Ett fält som är fel säger vad som är fel"),
    why=Text(
        "A screen reader says “invalid” and nothing more, and a red frame is all that is seen.",
        "Skärmläsaren säger ”ogiltigt” och inget mer, och en röd ram är allt som syns.",
    ),
    who=(People.SCREEN_READER, People.COLOUR_BLIND, People.READING),
    fix=Fix(
        Text(
            "Write beside the field what is wrong and how to put it right.",
            "Skriv intill fältet vad som är fel och hur det rättas.",
        ),
        web=Text(
            "Tie the text to the field with aria-describedby, and set aria-invalid only when something is wrong.",
            "Knyt texten till fältet med aria-describedby, och sätt aria-invalid först när något är fel.",
        ),
    ),
    messages={
        "no-text": Text(
            "The field “{label}” is marked as wrong, and no text says what is wrong.",
            "Fältet ”{label}” är markerat som fel, och ingen text säger vad som är fel.",
        )
    },
)
def wrong_field_says_why(field: Wrong) -> Outcome:
    """It has a description, a message of its own, or some text beside it."""
    return passed() if field.text else failed("no-text", label=field.element.name[:100])


def examples() -> dict[str, dict[str, Page]]:
    def field(name: str, tag: str = "input", **attributes: str) -> Element:
        given = {key.replace("_", "-"): value for key, value in attributes.items()}
        return Element(tag, given, role="textbox", name=name)

    def labelled(name: str, **attributes: str) -> Element:
        return Element("p", {}, Element("label", {}, name, field(name, **attributes)))

    def form(*fields: Element | str, **attributes: str) -> Page:
        return Page.of(Element("form", attributes, *fields))

    def mail() -> Element:
        return labelled("E-post", autocomplete="email")

    def name() -> Element:
        return labelled("Namn", required="")

    return {
        "label_stays": {
            "failed goes-away": form(
                field("Namn", placeholder="Namn"), field("E-post", placeholder="E-post")
            ),
            "passed": form(labelled("Namn", placeholder="Ada Berg"), labelled("E-post")),
            "passed, text and a break before": form(
                Element("span", {}, "Namn"),
                " ",
                Element("br"),
                field("Namn", placeholder="Ada"),
                "E-post",
                field("E-post"),
            ),
            "passed, text before": form("Namn", field("Namn", placeholder="Ada"), "E-post", field("E-post")),
            "inapplicable, alone with its button": form(field("E-post", placeholder="E-post")),
            "inapplicable, no placeholder": form(mail(), name()),
        },
        "field_purpose": {
            "failed unsaid": form(labelled("E-post"), labelled("Namn", autocomplete="name")),
            "failed turned-off": form(labelled("Email", autocomplete="off")),
            "passed": form(mail()),
            "inapplicable, two people": form(labelled("E-post"), labelled("E-post")),
            "inapplicable, no way to reach anyone": form(labelled("Namn"), labelled("Ort")),
            "inapplicable, another's": form(labelled("Din kollegas e-post")),
        },
        "required_fields_said": {
            "cannot-tell is-it": form(name(), mail()),
            "passed, in the label": form(labelled("Namn (obligatoriskt)", required=""), mail()),
            "passed, a mark": form(labelled("Namn *", required=""), mail()),
            "passed, all": form("Alla fält måste fyllas i.", name(), labelled("E-post", required="")),
            "passed, the others are optional": form(
                name(), labelled("E-post", required=""), labelled("Telefon (frivilligt)")
            ),
            "inapplicable, nothing is required": form(mail(), labelled("Namn")),
            "inapplicable, one field": form(name()),
        },
        "wrong_field_says_why": {
            "failed no-text": form(labelled("E-post", aria_invalid="true"), mail()),
            "passed": form(
                Element(
                    "p",
                    {},
                    field("E-post", aria_invalid="true"),
                    "Skriv adressen med @, till exempel ada@example.org.",
                )
            ),
            "inapplicable": form(labelled("E-post", aria_invalid="false")),
        },
    }
