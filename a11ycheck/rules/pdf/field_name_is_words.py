"""The label of a form field was written by a person.

A label that a program made up gives the field a name, as WCAG 4.1.2 asks, but does not describe its purpose, as 2.4.6
does. W3C's rule cc0f0a draws the same line. Whether there is a label at all is for pdf-form-field-name to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, failed, passed, rule, steps
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Annotation, Page

UNNAMED = r"""
    undefined | untitled | unnamed | namnlös | text\ ?field | text\ ?box | text\ ?fält | text\ ?ruta | form\ ?field
  | formulärfält | check\ ?box | kryss\ ?ruta | kontrollruta | radio\ ?button | alternativ\ ?knapp | option\ button
  | (?:push\ ?)?button | tryckknapp | combo\ ?box | kombinationsruta | list\ ?box | listruta | drop\ ?down
  | date\ ?field | datumfält | numeric\ ?field | image\ ?field | bildfält
"""
"""What Acrobat, LibreOffice, Word and InDesign call a field that nobody has named."""
NUMBERED = """
    text | fill | field | fält | group | grupp | radio | number | value | knapp | kryss | tx | txt | cb | chk | rb | btn
"""
"""The same; but these may be meant as words where no number follows."""
NUMBER = r"[\ _.\#-]{0,2} \d{1,6} (?:[\ _.-]\d{1,6}){0,3} (?:\[\d{1,4}\])? (?:_[a-z]{1,12}){0,2}"
MADE_UP = re.compile(
    rf"(?:{UNNAMED}) (?:{NUMBER})? | (?:{NUMBERED}) {NUMBER}",
    re.IGNORECASE | re.VERBOSE,
)
CODE = re.compile(r"[_\[\]#]|\d|[a-zåäö][A-ZÅÄÖ]")
"""What a name has in it that is for programs: underlines, brackets, figures, capitals within."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A form field with a label; it may be shown in several places."""

    where: Where
    name: str
    label: str


def labelled_fields(pdf: Pdf) -> list[Labelled]:
    """Each form field that is shown, is filled in or pressed, and has a label, once."""
    found: dict[tuple[str, str], Labelled] = {}
    for widget in pdf.annotations:
        label = (widget.tooltip or "").strip()
        if widget.is_filled_in and widget.is_shown and label:
            key = (widget.field_name or str(widget.index), label)
            found.setdefault(key, Labelled(widget.where, widget.field_name, label))
    return list(found.values())


@rule(
    document=Pdf,
    each=labelled_fields,
    meets=("WCAG 2.4.6",),
    title=Text("Labels of form fields are words", "Formulärfältens etiketter är ord"),
    why=Text(
        "Someone who listens hears “Text1” and cannot know what to fill in.",
        "Den som lyssnar hör ”Text1” och kan inte veta vad som ska fyllas i.",
    ),
    who=(People.SCREEN_READER, People.VOICE),
    fix=Fix(
        Text(
            "Write in the field's properties what is to be filled in, with the words that stand beside it.",
            "Skriv i fältets egenskaper vad som ska fyllas i, med orden som står bredvid det.",
        ),
        libreoffice=steps.FIELD_LABEL_IN_LIBREOFFICE,
        acrobat=steps.FIELD_LABEL_IN_ACROBAT,
    ),
    messages={
        "made-up": Text(
            "The form field's label is “{label}”, which a program has made up and which does not say what to fill in.",
            "Formulärfältets etikett är ”{label}”, som ett program har hittat på och som inte säger vad som ska fyllas "
            "i.",
        ),
        "internal": Text(
            "The form field's label is its internal name, “{label}”, which does not say what to fill in.",
            "Formulärfältets etikett är dess interna namn, ”{label}”, som inte säger vad som ska fyllas i.",
        ),
    },
)
def field_name_is_words(field: Labelled) -> Outcome:
    """It is neither what a program calls a new field, nor an internal name that is no word."""
    if MADE_UP.fullmatch(field.label):
        return failed("made-up", label=field.label[:100])
    same = field.label == field.name or field.label == field.name.rpartition(".")[2]
    if same and " " not in field.label and CODE.search(field.label):
        return failed("internal", label=field.label[:100])
    return passed()


def examples() -> dict[str, Pdf]:
    def pdf(label: str | None, name: str = "namn", kind: str = "Tx", hidden: bool = False) -> Pdf:
        widget = Annotation(1, "Widget", field_type=kind, field_name=name, tooltip=label, hidden=hidden)
        return Pdf(pages=(Page(1, annotations=(widget,)),))

    return {
        "failed made-up": pdf("Text1", "Text1"),
        "failed made-up, in Swedish": pdf("Kryssruta 3", kind="Btn"),
        "failed made-up, by Acrobat": pdf("undefined_2"),
        "failed internal": pdf("f1_01[0]", "topmostSubform[0].Page1[0].f1_01[0]"),
        "failed internal, capitals within": pdf("txtFornamn", "txtFornamn"),
        "passed": pdf("Ditt namn", "text3"),
        "passed, the name is a word": pdf("Organisation", "Organisation"),
        "passed, with a number": pdf("Deltagare 2", "deltagare_2"),
        "passed, a word that programs use too": pdf("Grupp", "group"),
        "inapplicable, no label": pdf(None),
        "inapplicable, not to be seen": pdf("Text1", hidden=True),
    }
