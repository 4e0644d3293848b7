"""Single values of WordprocessingML: namespaces, switches, lengths, languages."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
VAL = W + "val"

UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")
NO_LANGUAGE = frozenset({"x-none", "none", "zxx", "zxx-none"})
LONGEST = 1_000_000.0
"""Points; what is larger is nonsense."""


def is_on(element: _Element | None) -> bool:
    """Is a switch there and not turned off (17.17.4)?"""
    return element is not None and on_off(element.get(VAL))


def on_off(value: str | None) -> bool:
    return value not in ("0", "false", "off", "none", "False")


def whole(value: str | None, otherwise: int = 0) -> int:
    """A whole number of at most nine digits; ``otherwise`` where it is none."""
    if not value:
        return otherwise
    try:
        return int(value) if len(value) <= 10 else otherwise
    except ValueError:
        found = number(value, float(otherwise))
        return int(found)


def number(value: str | None, otherwise: float = 0.0) -> float:
    try:
        found = float(value or "")
    except ValueError:
        return otherwise
    return found if math.isfinite(found) and abs(found) <= 1e12 else otherwise


def points(value: str | None, per_point: float, otherwise: float = 0.0) -> float:
    """A length in points: a bare number is in units of which ``per_point`` make a point, or it names its unit, as in
    Strict (22.9.2.15)."""
    if not value:
        return otherwise
    if value[-2:] in UNITS:
        found = number(value[:-2], otherwise) * UNITS[value[-2:]]
    else:
        found = number(value, otherwise * per_point) / per_point
    return min(max(found, -LONGEST), LONGEST)


def language_tag(value: str | None) -> str:
    """A language as a BCP 47 tag; “zxx” where it is said that there is none, empty where nothing is said."""
    if not value:
        return ""
    if value.casefold() in NO_LANGUAGE:
        return "zxx"
    tag = value.replace("_", "-")
    return tag if LANGUAGE.fullmatch(tag) else ""
