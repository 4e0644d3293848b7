"""Form fields of an OpenDocument file: content controls, form controls, and fields as before Word 2007."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from a11ycheck.documents.office.model import Control, ControlKind, Field
from a11ycheck.documents.office.odf_names import DRAW, FIELD, FORM, LOEXT, SVG, XML_ID, is_true, words_in

if TYPE_CHECKING:
    from lxml.etree import _Element

    from a11ycheck.documents.office.odf_reading import Reading

CONTENT_CONTROLS: Mapping[str, ControlKind] = {
    "checkbox": "check box",
    "date": "date",
    "picture": "picture",
    "combobox": "choice",
    "dropdown": "choice",
}
"""Kinds of content control by the attribute that is true; all else is text (LibreOffice's extension)."""
FORM_CONTROLS: Mapping[str, ControlKind] = {
    "text": "text",
    "textarea": "text",
    "password": "text",
    "file": "text",
    "formatted-text": "text",
    "number": "text",
    "value-range": "text",
    "date": "date",
    "time": "date",
    "combobox": "choice",
    "listbox": "choice",
    "radio": "choice",
    "checkbox": "check box",
    "button": "button",
    "image": "button",
    "image-frame": "picture",
}
"""Form controls (ODF 1.3, part 3, 13.5); all others are nothing to fill in."""
FIXED_TEXT = FORM + "fixed-text"
LEGACY: Mapping[str, ControlKind] = {
    "FORMTEXT": "text",
    "FORMCHECKBOX": "check box",
    "FORMDROPDOWN": "choice",
    "FORMDATE": "date",
}
MOST_PARAMETERS = 50


def content_control(element: _Element, number: int) -> Control:
    """Read a content control; its text is what stands in it."""
    kind: ControlKind = "text"
    for attribute, each in CONTENT_CONTROLS.items():
        if is_true(element.get(LOEXT + attribute)):
            kind = each
    if element.find(LOEXT + "list-item") is not None:
        kind = "choice"
    return Control(
        kind, element.get(LOEXT + "alias") or "", "", element.get(LOEXT + "tag") or "", number=number
    )


def field_mark(element: _Element, reading: Reading) -> tuple[Control | None, Field | None]:
    """Read a field mark: a form field, or another field that Word has and OpenDocument has not."""
    code = (element.get(FIELD + "type") or "").rpartition(".")[2].upper()
    if code not in LEGACY:
        return None, Field(code) if code else None
    said: dict[str, str] = {}
    for param in list(element.iterchildren(FIELD + "param"))[:MOST_PARAMETERS]:
        said[(param.get(FIELD + "name") or "").casefold()] = param.get(FIELD + "value") or ""
    help_ = said.get("description") or said.get("helptext") or said.get("hint") or ""
    control = Control(
        LEGACY[code],
        "",
        help_,
        element.get(TEXT_NAME) or said.get("name", ""),
        legacy=True,
        number=reading.next("control"),
    )
    return control, Field(code)


TEXT_NAME = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}name"


class Forms:
    """The form controls that a document has, by their ids; text and slides show them by ``draw:control``."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._controls: dict[str, _Element] = {}
        self._labels: dict[str, str] = {}

    def read(self, forms: _Element) -> None:
        """Note the controls of an ``office:forms``, and which fixed texts are labels of which."""
        for element in forms.iter():
            for name in (XML_ID, FORM + "id"):
                if id_ := element.get(name):
                    self._controls[id_] = element
            if element.tag == FIXED_TEXT:
                for id_ in (element.get(FORM + "for") or "").split():
                    self._labels[id_] = element.get(FORM + "label") or ""

    def control(self, shape: _Element) -> Control:
        """The control that a shape shows. A fixed text or frame is nothing to fill in, and has its kind as gallery."""
        id_ = shape.get(DRAW + "control") or ""
        element = self._controls.get(id_)
        said = words_in(shape.find(SVG + "title")) or words_in(shape.find(SVG + "desc"))
        number = self._reading.next("control")
        if element is None:
            return Control("other", said, number=number)
        name = str(element.tag).rpartition("}")[2]
        kind = FORM_CONTROLS.get(name, "other")
        return Control(
            kind,
            element.get(FORM + "label") or self._labels.get(id_) or said,
            element.get(FORM + "title") or "",
            element.get(FORM + "name") or "",
            name if kind == "other" else "",
            text=element.get(FORM + "current-value") or element.get(FORM + "value") or "",
            number=number,
        )
