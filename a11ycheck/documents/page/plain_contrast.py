"""Which text of a page plainly has enough contrast, so that axe-core need not work it out.

axe-core spends nine tenths of its time on contrast, since it works out for each piece of text all that may lie behind
it. Most text stands on one flat colour with nothing near it, and what was captured of the page tells that: such text is
left out. Whatever there is a doubt about is axe-core's to judge, so no fault is lost and none is told twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from a11ycheck.documents.colour_contrast import Colour, ratio
from a11ycheck.documents.page.model import Element, Page, Words
from a11ycheck.outcome import Box

NEEDED: Mapping[str, float] = {"color-contrast": 4.5, "color-contrast-enhanced": 7.0}
"""axe-core's rules on contrast, and what is enough for text of any size (WCAG 2.2, 1.4.3 and 1.4.6)."""

MOST_DOUBTFUL = 300
"""Elements that are named one by one; where there are more, axe-core looks at the whole page."""
WHOLE_PAGE = ("0",)

PICTURES = frozenset("img svg video canvas iframe frame object embed picture audio meter progress".split())
FIELDS = frozenset("input select textarea option optgroup".split())
"""What shows text that is none of the page's nodes."""
WHITE: Colour = (255, 255, 255)
BAND = 200.0
"""CSS pixels of the page's height that are searched together for what is painted there."""
MOST_COMPARED = 2_000_000
"""Pairs of text and paint that are compared; beyond that the page is axe-core's."""
SLACK = 1.0
"""CSS pixels that text may reach out over the edge of what it stands on: glyphs are less high than their lines."""

_COLOUR = re.compile(r"rgba?\((\d{1,3}), (\d{1,3}), (\d{1,3})(?:, ([\d.]{1,8}))?\)")


class _Ground(NamedTuple):
    """The flat colour behind text, and the element that is painted in it; None for the whole canvas."""

    colour: Colour
    painted: Element | None


@dataclass(slots=True)
class _Looked:
    """What is behind the content of an element; ``ground`` is None where that is not one flat colour."""

    ground: _Ground | None
    spoiled: bool = False


@dataclass(slots=True)
class _Bands:
    """Painted boxes by the bands of the page that they reach into."""

    bands: dict[int, list[tuple[Box, str]]] = field(default_factory=dict)
    left: int = MOST_COMPARED

    def add(self, box: Box, path: str) -> None:
        for band in _bands_of(box):
            self.bands.setdefault(band, []).append((box, path))

    def covered(self, box: Box, path: str) -> bool:
        """Does anything reach into the box that is no element around it?"""
        for band in _bands_of(box):
            painted = self.bands.get(band, ())
            self.left -= len(painted)
            for other, its_path in painted:
                if (
                    other.left < box.right
                    and box.left < other.right
                    and other.top < box.bottom
                    and box.top < other.bottom
                    and not (path == its_path or path.startswith(f"{its_path}."))
                ):
                    return True
        return False


@dataclass(frozen=True, slots=True)
class Spared:
    """What axe-core need not look at. ``look_at``: for each of its rules on contrast, the paths of the elements that it
    has to. ``some_text``: there is text of which the contrast is plainly enough."""

    look_at: Mapping[str, tuple[str, ...]]
    some_text: bool = False


def spared_from_contrast(page: Page) -> Spared:
    """Find out where on a page the contrast of text is plain."""
    painted = _Bands()
    texts: list[tuple[Words, Element, _Looked]] = []
    unclear: dict[str, None] = {}
    for element, behind in _walked(page):
        if element.tag in FIELDS:
            unclear[element.path] = None
        if element.frame is not page.main:
            unclear[element.path.partition(".f")[0]] = None
            continue
        if element.box is not None and _paints(element):
            painted.add(element.box, element.path)
        texts += [
            (child, element, behind)
            for child in element.children
            if isinstance(child, Words) and child.text.strip()
        ]
    for box, path in page.main.decorations:
        # No text stands in it, so that it lies over whatever it reaches.
        painted.add(box, f"{path}.decoration")
    ratios: list[tuple[float, str]] = []
    for words, element, behind in texts:
        contrast = _plain_ratio(words, element, behind, painted)
        if painted.left < 0:
            return Spared(dict.fromkeys(NEEDED, WHOLE_PAGE))
        ratios.append((contrast, element.path))
    found: dict[str, tuple[str, ...]] = {}
    for rule, needed in NEEDED.items():
        paths = dict.fromkeys([*unclear, *(path for contrast, path in ratios if contrast < needed)])
        found[rule] = tuple(paths) if len(paths) <= MOST_DOUBTFUL else WHOLE_PAGE
    return Spared(found, any(contrast >= min(NEEDED.values()) for contrast, _ in ratios))


def _walked(page: Page) -> Iterator[tuple[Element, _Looked]]:
    """Each element of the page with what is behind its content."""
    root = page.root
    waiting: list[tuple[Element, _Looked]] = [(root, _Looked(_canvas(root)))]
    while waiting:
        element, above = waiting.pop()
        behind = _behind(element, above)
        yield element, behind
        waiting.extend((child, behind) for child in reversed(element.children) if isinstance(child, Element))


def _canvas(root: Element) -> _Ground | None:
    """What lies behind everything: the colour of the page's element or its body's (CSS Backgrounds 3, 2.11.2), else
    white."""
    body = next(
        (child for child in root.children if isinstance(child, Element) and child.tag == "body"), None
    )
    for element in (root, body):
        if element is None or not element.styles:
            continue
        if element.style("background-image") != "none":
            return None
        colour, alpha = _colour(element.style("background-color"))
        if colour is None or 0 < alpha < 1:
            return None
        if alpha == 1:
            return _Ground(colour, None)
    return _Ground(WHITE, None) if "dark" not in root.style("color-scheme") else None


def _behind(element: Element, above: _Looked) -> _Looked:
    styles = element.styles
    if not styles:
        # Rendered without a box of its own, or not at all: then it has no text that is shown.
        return above
    spoiled = above.spoiled or (
        # Text in a drawing has its own ways of being painted.
        element.tag == "svg"
        or styles.get("opacity", "1") != "1"
        or styles.get("filter", "none") != "none"
        or styles.get("mix-blend-mode", "normal") != "normal"
        or styles.get("clip-path", "none") != "none"
    )
    colour, alpha = _colour(styles.get("background-color", ""))
    if styles.get("background-image", "none") != "none" or colour is None or 0 < alpha < 1:
        return _Looked(None, spoiled)
    if alpha == 0:
        return _Looked(above.ground, spoiled)
    return _Looked(_Ground(colour, element), spoiled)


def _paints(element: Element) -> bool:
    if not element.styles or element.tag in ("html", "body"):
        return False
    if element.tag in PICTURES or element.style("background-image") != "none":
        return True
    return _colour(element.style("background-color"))[1] > 0


def _plain_ratio(words: Words, element: Element, behind: _Looked, painted: _Bands) -> float:
    """The contrast of text with the one flat colour behind it; 0 where that is not plain."""
    ground, box = behind.ground, words.box
    if ground is None or behind.spoiled or box is None or not element.styles:
        return 0.0
    if element.style("text-shadow") not in ("", "none"):
        return 0.0
    colour, alpha = _colour(element.style("-webkit-text-fill-color") or element.style("color"))
    if colour is None or alpha < 1:
        return 0.0
    if ground.painted is not None and not _within(box, ground.painted.box):
        return 0.0
    return 0.0 if painted.covered(box, element.path) else ratio(colour, ground.colour)


def _within(box: Box, around: Box | None) -> bool:
    return (
        around is not None
        and around.left - SLACK <= box.left
        and around.top - SLACK <= box.top
        and box.right <= around.right + SLACK
        and box.bottom <= around.bottom + SLACK
    )


def _bands_of(box: Box) -> range:
    return range(int(box.top // BAND), int(box.bottom // BAND) + 1)


def _colour(written: str) -> tuple[Colour | None, float]:
    """A computed colour and its opacity; None for one in another colour space."""
    match = _COLOUR.fullmatch(written)
    if match is None:
        return None, 1.0
    red, green, blue, alpha = match.groups()
    return (int(red), int(green), int(blue)), 1.0 if alpha is None else float(alpha)
