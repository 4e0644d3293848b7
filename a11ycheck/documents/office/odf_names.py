"""Names of OpenDocument (ODF 1.3, part 3; LibreOffice's extensions) and single values of its attributes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from a11ycheck.documents.office.word_values import number, points

if TYPE_CHECKING:
    from lxml.etree import _Element

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ANIM = f"{{{_ODF}animation:1.0}}"
CHART = f"{{{_ODF}chart:1.0}}"
CONFIG = f"{{{_ODF}config:1.0}}"
DRAW = f"{{{_ODF}drawing:1.0}}"
DR3D = f"{{{_ODF}dr3d:1.0}}"
FO = f"{{{_ODF}xsl-fo-compatible:1.0}}"
FORM = f"{{{_ODF}form:1.0}}"
MANIFEST = f"{{{_ODF}manifest:1.0}}"
META = f"{{{_ODF}meta:1.0}}"
OFFICE = f"{{{_ODF}office:1.0}}"
PRESENTATION = f"{{{_ODF}presentation:1.0}}"
SMIL = f"{{{_ODF}smil-compatible:1.0}}"
STYLE = f"{{{_ODF}style:1.0}}"
SVG = f"{{{_ODF}svg-compatible:1.0}}"
TABLE = f"{{{_ODF}table:1.0}}"
TEXT = f"{{{_ODF}text:1.0}}"

DC = "{http://purl.org/dc/elements/1.1/}"
MATH = "{http://www.w3.org/1998/Math/MathML}"
XLINK = "{http://www.w3.org/1999/xlink}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

FIELD = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"
"""Form fields as Word had them before 2007."""
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"

HREF = XLINK + "href"
STYLE_NAME = TEXT + "style-name"

ESCAPED = re.compile(r"_([0-9a-f]{1,4})_")
DURATION = re.compile(r"P(?:(\d{1,5})D)?T?(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,6}(?:\.\d{1,9})?)S)?")
CLOCK = re.compile(r"(\d{1,7}(?:\.\d{1,9})?)(ms|s|min|h)?")
SECONDS = {"ms": 0.001, "": 1.0, "s": 1.0, "min": 60.0, "h": 3600.0}


def length(value: str | None, otherwise: float = 0.0) -> float:
    """A length in points; ``otherwise`` where it is none, or a share of another one."""
    if not value or value[-1] == "%":
        return otherwise
    if value.endswith("px"):
        return number(value[:-2], otherwise / 0.75) * 0.75
    return points(value.replace(" ", ""), 1, otherwise)


def share(value: str | None, otherwise: float = 1.0) -> float:
    """A percentage as a number from 0 to 1."""
    if not value or value[-1] != "%":
        return otherwise
    return min(max(number(value[:-1], otherwise * 100) / 100, 0.0), 1.0)


def colour(value: str | None) -> str:
    """A colour as six hexadecimal digits in capitals; empty for “transparent” and where none is given."""
    if value is None or len(value) != 7 or value[0] != "#":
        return ""
    digits = value[1:].upper()
    return digits if all(digit in "0123456789ABCDEF" for digit in digits) else ""


def words_in(element: _Element | None) -> str:
    """All text in an element on one line."""
    return " ".join("".join(map(str, element.itertext())).split()) if element is not None else ""


def is_true(value: str | None) -> bool:
    return value in ("true", "1")


def unescaped(name: str) -> str:
    """A style's name as people see it: “Heading_20_1” is “Heading 1”."""
    return ESCAPED.sub(_sign, name)


def _sign(found: re.Match[str]) -> str:
    sign = chr(int(found[1], 16))
    return sign if sign.isprintable() else found[0]


def seconds(value: str | None) -> float | None:
    """A duration of XML Schema (“PT5S”) or a clock value of SMIL (“0.5s”) in seconds; None where it is neither."""
    value = (value or "").strip()
    if found := CLOCK.fullmatch(value):
        return float(found[1]) * SECONDS[found[2] or ""]
    found = DURATION.fullmatch(value)
    if not found or not any(found.groups()):
        return None
    days, hours, minutes, rest = (float(part or 0) for part in found.groups())
    return ((days * 24 + hours) * 60 + minutes) * 60 + rest
