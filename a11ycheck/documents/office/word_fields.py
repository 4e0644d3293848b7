"""Fields and content controls of a Word document: what their codes and properties say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from a11ycheck.documents.office.model import Control, ControlKind, Place
from a11ycheck.documents.office.word_values import VAL, W
from a11ycheck.documents.office.xml import text_in

if TYPE_CHECKING:
    from lxml.etree import _Element

LONGEST_CODE = 4_000
WORD_OF_CODE = re.compile(r'"[^"]*"|\\\S|[^\s"\\]+')
"""A field's code is words, texts in quotation marks, and switches such as \\l (ECMA-376 part 1, 17.16.2)."""
LONGEST_SAMPLE = 200

CONTROL_KINDS: dict[str, ControlKind] = {
    "text": "text",
    "richText": "text",
    "checkbox": "check box",
    "comboBox": "choice",
    "dropDownList": "choice",
    "date": "date",
    "picture": "picture",
}
BUILDING_BLOCKS = frozenset(
    {"docPartObj", "docPartList", "equation", "citation", "bibliography", "group", "repeatingSection"}
)
"""Content controls that the program puts around building blocks of its own; nobody fills them in."""


class Code(NamedTuple):
    """A field's code: its name in capitals, its argument, and the values of its switches by letter."""

    name: str
    argument: str
    switches: dict[str, str]


def read_code(text: str) -> Code:
    words = [
        word.strip('"') if word[0] == '"' else word for word in WORD_OF_CODE.findall(text[:LONGEST_CODE])
    ]
    name, argument, switches = (words[0].upper() if words else ""), "", {}
    switch = ""
    for word in words[1:]:
        if word.startswith("\\"):
            switch = word[1:].lower()
            switches[switch] = ""
        elif switch:
            switches[switch] = word
            switch = ""
        elif not argument:
            argument = word
    return Code(name, argument, switches)


def read_control(sdt: _Element, place: Place, number: int) -> Control:
    """Read a content control (17.5.2)."""
    properties, content = sdt.find(f"{W}sdtPr"), sdt.find(f"{W}sdtContent")
    kind: ControlKind = "text"
    label = tag = gallery = ""
    for child in properties if properties is not None else ():
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name == "alias":
            label = child.get(VAL, "")
        elif name == "tag":
            tag = child.get(VAL, "")
        elif name in CONTROL_KINDS:
            kind = CONTROL_KINDS[name]
        elif name in BUILDING_BLOCKS:
            kind = "other"
            named = child.find(f"{W}docPartGallery")
            gallery = named.get(VAL, name) if named is not None else name
    sample = ""
    for text in text_in(content, f"{W}t") if content is not None else ():
        sample += text
        if len(sample) > LONGEST_SAMPLE:
            break
    return Control(kind, label, "", tag, gallery, False, sample[:LONGEST_SAMPLE], number, place)


def read_form_field(data: _Element, place: Place, number: int) -> Control:
    """Read a form field of the older sort (17.16.17)."""
    kind: ControlKind = "text"
    said = {"name": "", "helpText": "", "statusText": ""}
    for child in data:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name == "checkBox":
            kind = "check box"
        elif name == "ddList":
            kind = "choice"
        elif name in said:
            said[name] = child.get(VAL, "")
    return Control(
        kind,
        "",
        said["helpText"] or said["statusText"],
        said["name"],
        legacy=True,
        number=number,
        place=place,
    )
