"""A form says in its text which fields must be filled in.

The flag alone reaches only those whose program tells of it; W3C's technique PDF5 sets the flag and says so in the label
as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from a11ycheck import Box, Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Annotation, Drawn, Item, Page

REQUIRED = r"""
    obligatori | tvingande | måste\ (?:fyllas|anges|besvaras) | krävs             # Swedish
  | p[åa]krev | p[åa]krav | må\ (?:fylles|fyllast|oppgis)                         # Norwegian
  | p[åa]krævet | skal\ (?:udfyldes|angives)                                      # Danish
  | pakolli | vaadittu | vaaditaan | on\ täytettävä                               # Finnish
  | required | mandatory | compulsory | must\ be\ (?:filled|completed|answered)   # English
  | pflicht(?:feld|angabe) | erforderlich | muss\ ausgefüllt                      # German
  | obligatoire | requis | exigé                                                  # French
  | requerid | imprescindible                                                     # Spanish; and obligatorio
"""
ALL = r"\b(?:all|alla|alle|alt|kaikki|sämtliche|tous|toutes|todos|todas|every)\b"
SAID = re.compile(REQUIRED, re.IGNORECASE | re.VERBOSE)
ALL_SAID = re.compile(rf"{ALL}[^.!?]{{0,60}}(?:{REQUIRED})", re.IGNORECASE | re.VERBOSE)
"""“All fields are required.”"""
STARS = "*∗＊⁎✱"
LEFT = 250.0
"""Points from a field to the end of a label before it; labels are lined up on the left."""
RIGHT = 150.0
"""The same for what stands behind it, as a tick box has its label."""
ABOVE = 30.0
"""Points from a field up to a label."""
MOST_FIELDS = 5_000
"""Of a document; long forms have some hundreds."""
MOST_MARKS = 300
"""Stars and words on a page that say that something is required."""
LONGEST = 2_000
"""Characters of a piece of text that are looked through."""


@dataclass(slots=True)
class RequiredField:
    """A form field that must be filled in. ``is_said``: so does its label, or the page says it of all.
    ``may_be_said``: something on the page is said to be required, and a person can tell what."""

    field: Annotation
    is_said: bool
    may_be_said: bool

    @property
    def where(self) -> Where:
        return self.field.where

    @property
    def name(self) -> str:
        return (self.field.tooltip or self.field.field_name).strip()[:60]


class Said:
    """What the pages say of required fields."""

    def __init__(self, pages: tuple[Drawn, ...]) -> None:
        self._pages = {drawn.page: drawn for drawn in pages}
        self._marks: dict[int, list[Item]] = {}

    @cached_property
    def of_all(self) -> bool:
        return any(
            ALL_SAID.search(item.text[:LONGEST]) for drawn in self._pages.values() for item in drawn.items
        )

    def marks(self, page: int) -> list[Item]:
        """The texts on a page that have a star or a word for what is required in them."""
        if page not in self._marks:
            drawn = self._pages.get(page)
            marked = (item for item in drawn.items if _is_mark(item.text[:LONGEST])) if drawn else iter(())
            self._marks[page] = list(islice(marked, MOST_MARKS))
        return self._marks[page]


def _is_mark(text: str) -> bool:
    return any(star in text for star in STARS) or SAID.search(text) is not None


def required_fields(pdf: Pdf) -> Iterator[RequiredField]:
    """Each form field that is shown and must be filled in, once."""
    said = Said(pdf.drawn)
    seen: set[str] = set()
    for field in pdf.annotations:
        name = field.field_name or str(field.index)
        if not (field.is_required and field.is_filled_in and field.is_shown) or name in seen:
            continue
        seen.add(name)
        if len(seen) > MOST_FIELDS:
            return
        marks = said.marks(field.page)
        is_said = (
            _is_mark((field.tooltip or "")[:LONGEST])
            or said.of_all
            or any(_is_label(mark.box, field.box) for mark in marks)
        )
        yield RequiredField(field, is_said, bool(marks))


def _is_label(label: Box | None, field: Box | None) -> bool:
    """Does a text stand where a field's label does: before it, behind it or above it?"""
    if label is None or field is None:
        return False
    is_level = label.top < field.bottom and label.bottom > field.top
    before = field.left - label.right if label.left < field.left else label.left - field.right
    if is_level and before <= (LEFT if label.left < field.left else RIGHT):
        return True
    above = field.top - label.bottom
    return (
        -(label.bottom - label.top) / 2 <= above <= ABOVE
        and label.left < field.right
        and label.right > field.left
    )


@rule(
    document=Pdf,
    each=required_fields,
    meets=("WCAG 3.3.2",),
    title=Text("Required fields are said to be required", "Obligatoriska fält sägs vara obligatoriska"),
    why=Text(
        "Whoever does not know that a field is required leaves it empty, and the form cannot be sent.",
        "Den som inte vet att ett fält är obligatoriskt lämnar det tomt, och formuläret går inte att skicka.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Write “required” in the field's label, on the page and in the label that is read out. A star is enough if "
            "the form says what it means.",
            "Skriv ”obligatoriskt” i fältets etikett, både på sidan och i den som läses upp. Det räcker med en stjärna "
            "om formuläret säger vad den betyder.",
        ),
        libreoffice=Text(
            "Write “(required)” after the label on the page. Open the control's properties, write the label and "
            "“(required)” under Help text, and export as PDF again.",
            "Skriv ”(obligatoriskt)” efter etiketten på sidan. Öppna kontrollfältets egenskaper, skriv etiketten och "
            "”(obligatoriskt)” under Hjälptext och exportera som pdf igen.",
        ),
        acrobat=Text(
            "Choose to prepare the form, open the field's properties, and write the label and “(required)” under "
            "Tooltip on the General tab. Write it after the label on the page as well.",
            "Välj att förbereda formuläret, öppna fältets egenskaper och skriv etiketten och ”(obligatoriskt)” under "
            "Verktygstips på fliken Allmänt. Skriv det efter etiketten på sidan också.",
        ),
    ),
    messages={
        "unsaid": Text(
            "The form field “{name}” must be filled in, but the text does not say so.",
            "Formulärfältet ”{name}” måste fyllas i, men det står inte i texten.",
        ),
        "is-it-said": Text(
            "The form field “{name}” must be filled in. Does the text say so?",
            "Formulärfältet ”{name}” måste fyllas i. Står det i texten?",
        ),
    },
)
def required_field_said(field: RequiredField) -> Outcome:
    """Its label has a star or a word for what is required in it, or the form says that all fields are.

    Where only something else on the page has, a person decides. The words are known in Swedish, Norwegian, Danish,
    Finnish, English, German, French and Spanish.
    """
    if field.is_said:
        return passed()
    unsaid = failed("unsaid", name=field.name)
    return ask("is-it-said", yes=passed(), no=unsaid, name=field.name) if field.may_be_said else unsaid


def examples() -> dict[str, Pdf]:
    def pdf(*labels: tuple[str, float, float], tooltip: str = "Namn", required: bool = True) -> Pdf:
        """One field 200 points from the left and 300 from the top; labels by text, left and top."""
        widget = Annotation(
            1,
            "Widget",
            box=Box(1, 200, 300, 400, 320),
            field_name="namn",
            field_type="Tx",
            tooltip=tooltip,
            is_required=required,
        )
        items = tuple(
            Item("text", text=text, box=Box(1, left, top, left + 6 * len(text), top + 12))
            for text, left, top in labels
        )
        return Pdf(pages=(Page(1, annotations=(widget,)),), drawn=(Drawn(1, items),))

    return {
        "failed unsaid": pdf(("Namn", 100, 304)),
        "cannot-tell is-it-said, a star elsewhere": pdf(("Namn", 100, 304), ("E-post *", 100, 404)),
        "cannot-tell is-it-said, a heading above": pdf(
            ("Obligatoriska uppgifter", 100, 100), ("Namn", 100, 304)
        ),
        "passed, a star before it": pdf(("Namn *", 100, 304)),
        "passed, a word above it": pdf(("Namn (obligatoriskt)", 200, 284)),
        "passed, a star behind it": pdf(("Namn", 100, 304), ("*", 405, 304)),
        "passed, in the label that is read out": pdf(("Namn", 100, 304), tooltip="Name (required)"),
        "passed, said of all": pdf(("Alla fält är obligatoriska.", 100, 100), ("Namn", 100, 304)),
        "passed, in Finnish": pdf(("Nimi (pakollinen)", 100, 304)),
        "inapplicable, may be left empty": pdf(("Namn", 100, 304), required=False),
    }
