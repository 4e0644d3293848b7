"""The part of CSS that mail is written in: colours, sizes and hiding, inline and in simple rules of <style>.

Selectors of one name, class or id are followed; combined ones, and rules that hold for some screens only, are not. Mail
programs themselves follow little more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from PIL import ImageColor

from a11ycheck.documents.colour_contrast import Colour
from a11ycheck.documents.markup.model import BLACK, WHITE

LONGEST_STYLE = 20_000
LONGEST_SHEET = 300_000
MOST_RULES = 3_000
SMALLEST_SEEN = 2.0
"""CSS pixels: text of this size and below is hidden, and so is a picture."""

LENGTH = re.compile(r"(\d{1,4}(?:\.\d{1,4})?|\.\d{1,4})\s*(px|pt|em|rem|%|)", re.ASCII)
SIMPLE = re.compile(r"(?P<name>[a-z][a-z0-9]*|\*)?(?P<mark>[.#][\w-]{1,80})?", re.IGNORECASE)
PIXELS = {"px": 1.0, "": 1.0, "pt": 4 / 3, "rem": 16.0}
NAMED_SIZES = {
    "xx-small": 9.0,
    "x-small": 10.0,
    "small": 13.0,
    "medium": 16.0,
    "large": 18.0,
    "x-large": 24.0,
    "xx-large": 32.0,
}
FONT_SIZES = {"1": 10.0, "2": 13.0, "3": 16.0, "4": 18.0, "5": 24.0, "6": 32.0, "7": 48.0}
"""What <font size> stands for in browsers (HTML standard, 15.3.4)."""

WITH_STYLE = frozenset("b strong th h1 h2 h3 h4 h5 h6".split())
"""Elements whose text is bold by themselves."""

Declarations = dict[str, str]


class Style(NamedTuple):
    """What holds for the text of an element. A colour is None where it cannot be told, as over a picture."""

    colour: Colour | None = BLACK
    background: Colour | None = WHITE
    size: float = 16.0
    bold: bool = False
    language: str = ""
    hidden: str = ""
    """"gone" for what is not there for anyone, "unseen" for what a screen reader still reads."""


def declarations(text: str) -> Declarations:
    """The declarations of a style attribute, by property, in lower case."""
    found: Declarations = {}
    for part in text[:LONGEST_STYLE].split(";"):
        name, _, value = part.partition(":")
        if value:
            found[name.strip().lower()] = value.replace("!important", "").strip().lower()
    return found


class Sheet:
    """The rules of the <style> elements whose selector is a single name, class or id."""

    def __init__(self, texts: list[str]) -> None:
        self._rules: defaultdict[str, Declarations] = defaultdict(dict)
        count = 0
        for text in texts:
            for selectors, body in _rules(text[:LONGEST_SHEET]):
                count += 1
                if count > MOST_RULES:
                    return
                found = declarations(body)
                for selector in selectors.split(",")[:100]:
                    simple = SIMPLE.fullmatch(selector.strip())
                    if simple and selector.strip():
                        self._rules[selector.strip().lower()].update(found)

    def of(self, name: str, classes: str, identifier: str) -> Declarations:
        """What the rules say of an element: names first, then classes, then its id."""
        if not self._rules:
            return {}
        marks = [f".{each}" for each in classes.lower().split()[:20]]
        if identifier:
            marks.append(f"#{identifier.lower()}")
        found: Declarations = {}
        for selector in ("*", name, *marks, *(f"{name}{mark}" for mark in marks)):
            if selector in self._rules:
                found.update(self._rules[selector])
        return found


def _rules(text: str) -> list[tuple[str, str]]:
    """The selectors and bodies of a sheet; what stands in an @-rule is left out."""
    found: list[tuple[str, str]] = []
    depth = at_depth = 0
    selectors, begun = "", 0
    text = _without_comments(text)
    for match in re.finditer(r"[{};]", text):
        sign = match.group()
        if sign == "{":
            depth += 1
            head = text[begun : match.start()].strip()
            if head.startswith("@") and not at_depth:
                at_depth = depth
            selectors = head
        elif sign == "}":
            if depth and not at_depth:
                found.append((selectors, text[begun : match.start()]))
            if depth == at_depth:
                at_depth = 0
            depth = max(depth - 1, 0)
        elif depth:
            continue
        begun = match.end()
    return found


def _without_comments(text: str) -> str:
    parts: list[str] = []
    for part in text.replace("<!--", " ").replace("-->", " ").split("/*"):
        _, ended, behind = part.partition("*/")
        parts.append(behind if ended else (part if not parts else ""))
    return "".join(parts)


def styled(style: Style, found: Mapping[str, str], attributes: Mapping[str, str], name: str) -> Style:
    """The style within an element, given that around it, its declarations and its attributes."""
    if not found and not attributes and name not in WITH_STYLE:
        return style
    language = attributes.get("lang") or attributes.get("xml:lang") or style.language
    bold = style.bold or name in WITH_STYLE
    weight = found.get("font-weight", "")
    if weight:
        bold = weight in ("bold", "bolder") or (weight.isdecimal() and int(weight[:4]) >= 600)
    return Style(
        _colour(style, found, attributes, name),
        _background(style, found, attributes),
        _size(style, found, attributes, name),
        bold,
        language.strip(),
        style.hidden if style.hidden == "gone" else _hiding(found, attributes) or style.hidden,
    )


def _colour(
    style: Style, found: Mapping[str, str], attributes: Mapping[str, str], name: str
) -> Colour | None:
    if "color" in found:
        value = found["color"]
        if value in ("inherit", "currentcolor", "unset"):
            return style.colour
        return colour(value)
    if name == "font" and "color" in attributes:
        return colour(attributes["color"])
    if name == "body" and "text" in attributes:
        return colour(attributes["text"])
    if name == "a" and "href" in attributes:
        return LINK
    return style.colour


LINK: Colour = (0, 0, 238)
"""What browsers give a link that sets no colour (HTML standard, 15.3.2)."""


def _background(style: Style, found: Mapping[str, str], attributes: Mapping[str, str]) -> Colour | None:
    if (
        attributes.get("background")
        or "url(" in found.get("background-image", "")
        or "gradient(" in (found.get("background-image", "") + found.get("background", ""))
    ):
        return None
    shorthand = found.get("background", "")
    if "url(" in shorthand:
        return None
    for value in (found.get("background-color", ""), shorthand):
        if value and value not in ("none", "transparent", "inherit", "initial", "unset"):
            return colour(value) or (colour(value.split()[0]) if " " in value and "(" not in value else None)
    if attributes.get("bgcolor"):
        return colour(attributes["bgcolor"]) or style.background
    return style.background


def _size(style: Style, found: Mapping[str, str], attributes: Mapping[str, str], name: str) -> float:
    value = found.get("font-size", "")
    if not value and name == "font" and "size" in attributes:
        return FONT_SIZES.get(attributes["size"].strip(), style.size)
    if not value and name in HEADING_SIZES:
        return HEADING_SIZES[name]
    if value in NAMED_SIZES:
        return NAMED_SIZES[value]
    return pixels(value, style.size) if value else style.size


HEADING_SIZES = {"h1": 32.0, "h2": 24.0, "h3": 18.7, "h4": 16.0, "h5": 13.3, "h6": 10.7}
"""What browsers give headings that set no size (HTML standard, 15.3.8)."""


def pixels(value: str, relative_to: float, unknown: float | None = None) -> float:
    """A length in CSS pixels; ``relative_to`` is what 1em and 100 % are, ``unknown`` what an unread value counts as."""
    match = LENGTH.match(value.strip())
    if not match:
        return relative_to if unknown is None else unknown
    number, unit = float(match[1]), match[2]
    if unit in PIXELS:
        return number * PIXELS[unit]
    return number * relative_to / (100 if unit == "%" else 1)


def _hiding(found: Mapping[str, str], attributes: Mapping[str, str]) -> str:
    if found.get("display") == "none" or found.get("visibility") == "hidden":
        return "gone"
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return "gone"
    no_height = any(
        name in found and pixels(found[name], 16, 16) == 0 for name in ("max-height", "height", "max-width")
    )
    if no_height and found.get("overflow") == "hidden":
        return "unseen"
    opacity = found.get("opacity", "")
    if opacity in ("0", "0.0", "0%") or found.get("color") == "transparent":
        return "unseen"
    if "font-size" in found and pixels(found["font-size"], 16, 16) <= SMALLEST_SEEN:
        return "unseen"
    return ""


@lru_cache(1000)
def colour(value: str) -> Colour | None:
    """The colour that a CSS or HTML value stands for; None when it is not known or lets something through."""
    written = value.strip().lower()[:60]
    if re.fullmatch(r"[0-9a-f]{6}", written):
        written = f"#{written}"
    if written.startswith(("rgba", "hsla", "var", "#")) and not re.fullmatch(
        r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", written
    ):
        return None
    if written == "windowtext":
        return BLACK
    if written == "window":
        return WHITE
    try:
        red, green, blue = ImageColor.getrgb(written)[:3]
    except ValueError:
        return None
    return red, green, blue
