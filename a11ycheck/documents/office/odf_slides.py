"""Slides of an OpenDocument presentation: titles, placeholders, reading order, notes, transitions, effects.

Clauses are those of ODF 1.3, part 3.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from a11ycheck.documents.office.model import (
    Animation,
    Effect,
    Image,
    Paragraph,
    Place,
    Shape,
    Slide,
    Transition,
    Trigger,
    paragraphs_in,
)
from a11ycheck.documents.office.odf_names import (
    ANIM,
    DRAW,
    FO,
    OFFICE,
    PRESENTATION,
    SMIL,
    STYLE,
    XML_ID,
    is_true,
    length,
    seconds,
    unescaped,
)
from a11ycheck.documents.office.odf_shapes import SHAPES
from a11ycheck.documents.office.odf_styles import SOUND, Attributes, Styles
from a11ycheck.documents.office.odf_text import Around
from a11ycheck.documents.office.word_values import number

if TYPE_CHECKING:
    from lxml.etree import _Element

    from a11ycheck.documents.office.odf_reading import Reading

EFFECTS: Mapping[str, Effect] = {
    "entrance": "entrance",
    "exit": "exit",
    "emphasis": "emphasis",
    "motion-path": "path",
}
TRIGGERS: Mapping[str, Trigger] = {
    "on-click": "click",
    "with-previous": "with previous",
    "after-previous": "after previous",
}
TIMED = frozenset(ANIM + name for name in ("par", "seq", "iterate"))
OLD_EFFECTS: Mapping[str, Effect] = {
    "show-shape": "entrance",
    "show-text": "entrance",
    "hide-shape": "exit",
    "hide-text": "exit",
}
"""Effects as OpenOffice.org 1 wrote them (9.7)."""
MOST_EFFECTS = 5_000
"""Effects of one slide."""


class _Masters:
    """The master pages, and what they make of the slides that follow them."""

    def __init__(self, root: _Element, styles: Styles, reading: Reading) -> None:
        masters = root.find(OFFICE + "master-styles")
        found = masters.iterchildren(STYLE + "master-page") if masters is not None else ()
        self._pages = {page.get(STYLE + "name") or "": page for page in found}
        self._styles = styles
        self._reading = reading
        self._sizes: dict[str, tuple[float, float]] = {}

    def name(self, master: str) -> str:
        page = self._pages.get(master)
        shown = page.get(STYLE + "display-name") if page is not None else None
        return shown or unescaped(master)

    def size(self, master: str) -> tuple[float, float]:
        if master not in self._sizes:
            page = self._pages.get(master)
            layout = (
                self._styles.layout(page.get(STYLE + "page-layout-name") or "") if page is not None else {}
            )
            width, height = length(layout.get(FO + "page-width")), length(layout.get(FO + "page-height"))
            self._sizes[master] = (width or 720.0, height or 540.0)
        return self._sizes[master]

    def background(self, master: str, of_page: Attributes, styles: Styles) -> tuple[str | None, Image | None]:
        """The slide's own background, else its master's (16.8, 19.388)."""
        candidates = [(styles, of_page)]
        page = self._pages.get(master)
        if page is not None and of_page.get(PRESENTATION + "background-visible") != "false":
            style = page.get(DRAW + "style-name") or ""
            candidates += [
                (self._styles, self._styles.own("drawing-page", style).rest),
                (self._styles, self._styles.own("presentation", f"{master}-background").rest),
            ]
        for each, rest in candidates:
            painted, paint = each.paint(rest)
            if painted:
                address = each.fill_image(rest)
                image = self._reading.image_at(address) if address else None
                return (paint.over("FFFFFF") if paint else None), image
        return "FFFFFF", None


def read_slides(
    presentation: _Element, reading: Reading, styles: Styles, root: _Element, master_styles: Styles
) -> tuple[Slide, ...]:
    """Read the slides. ``styles`` are those of the slides; ``root`` holds the master pages, with ``master_styles``."""
    masters = _Masters(root, master_styles, reading)
    settings = presentation.find(PRESENTATION + "settings")
    by_hand = settings is not None and is_true(settings.get(PRESENTATION + "force-manual"))
    pages = presentation.iterchildren(DRAW + "page")
    return tuple(
        _slide(page, count, reading, styles, masters, by_hand) for count, page in enumerate(pages, 1)
    )


def _slide(
    page: _Element, count: int, reading: Reading, styles: Styles, masters: _Masters, by_hand: bool
) -> Slide:
    master = page.get(DRAW + "master-page-name") or ""
    of_page = styles.own("drawing-page", page.get(DRAW + "style-name") or "").rest
    colour, picture = masters.background(master, of_page, styles)
    forms = page.find(OFFICE + "forms")
    if forms is not None:
        reading.forms.read(forms)
    around = Around(styles, Place("slide", (("slide", count),), count), behind=colour)
    elements = [child for child in page if child.tag in SHAPES]
    on_click = _started_by_click(page)
    shapes: list[Shape] = []
    for element in _in_reading_order(elements, page.get(DRAW + "nav-order")):
        for shape in reading.shapes.read(element, around):
            if shape.media is not None and _ids(element) & on_click:
                shape = shape._replace(media=shape.media._replace(start="click"))
            shapes.append(shape)
    width, height = masters.size(master)
    return Slide(
        count,
        tuple(shapes),
        next((shape for shape in shapes if shape.placeholder == "title"), None),
        page.get(DRAW + "name") or "",
        masters.name(master),
        "",
        of_page.get(PRESENTATION + "visibility") == "hidden",
        _notes(page, reading, around),
        _transition(of_page, by_hand),
        tuple(_animations(page)),
        colour,
        picture,
        width,
        height,
    )


def _in_reading_order(shapes: list[_Element], order: str | None) -> list[_Element]:
    """Shapes stand in the order of the file, unless the slide says another (19.170)."""
    if not order:
        return shapes
    ranks = {id_: rank for rank, id_ in enumerate(order.split())}
    return sorted(
        shapes, key=lambda shape: min((ranks.get(id_, len(ranks)) for id_ in _ids(shape)), default=len(ranks))
    )


def _ids(element: _Element) -> set[str]:
    return {id_ for name in (XML_ID, DRAW + "id") if (id_ := element.get(name))}


def _notes(page: _Element, reading: Reading, around: Around) -> tuple[Paragraph, ...]:
    """The speaker's notes: the text box for them on the notes page."""
    place = Place("speaker notes", (*around.place.steps, ("speaker notes", "")), around.place.slide)
    inside = around._replace(place=place, behind="FFFFFF")
    found: list[Paragraph] = []
    for notes in page.iterchildren(PRESENTATION + "notes"):
        for frame in notes.iterchildren(DRAW + "frame"):
            if frame.get(PRESENTATION + "class") == "notes":
                for shape in reading.shapes.read(frame, inside):
                    found += paragraphs_in(shape.blocks)
    return tuple(found)


def _transition(of_page: Attributes, by_hand: bool) -> Transition | None:
    """How the slide comes in and goes (20.260 to 20.268)."""
    effect = of_page.get(SMIL + "type") or of_page.get(PRESENTATION + "transition-style") or ""
    effect = "" if effect == "none" else effect
    advance = None
    if of_page.get(PRESENTATION + "transition-type") == "automatic" and not by_hand:
        advance = seconds(of_page.get(PRESENTATION + "duration")) or 0.0
    sound = SOUND in of_page
    if not effect and advance is None and not sound:
        return None
    return Transition(effect, advance, True, sound)


def _animations(page: _Element) -> list[Animation]:
    """The effects of a slide (15, with the presets of 19.392 to 19.396); each is as long as the longest part of it."""
    found: list[Animation] = []
    waiting: list[tuple[_Element, int]] = [(child, -1) for child in reversed(page) if child.tag in TIMED]
    while waiting:
        node, within = waiting.pop()
        preset = node.get(PRESENTATION + "preset-class")
        if preset is not None and preset != "media-call" and len(found) < MOST_EFFECTS:
            trigger = TRIGGERS.get(node.get(PRESENTATION + "node-type") or "", "click")
            within = len(found)
            found.append(Animation(EFFECTS.get(preset, "other"), trigger))
        if within >= 0:
            effect = found[within]
            length_ = seconds(node.get(SMIL + "dur")) or 0.0
            repeats = max(effect.repeats, _repeats(node))
            found[within] = effect._replace(duration=max(effect.duration, length_), repeats=repeats)
        waiting += [(child, within) for child in reversed(node)]
    old = page.find(PRESENTATION + "animations")
    for element in old.iter() if old is not None else ():
        name = str(element.tag).rpartition("}")[2]
        if name in OLD_EFFECTS and len(found) < MOST_EFFECTS:
            found.append(Animation(OLD_EFFECTS[name]))
    return found


def _repeats(node: _Element) -> float:
    """How often a node of an effect runs."""
    count = node.get(SMIL + "repeatCount")
    if count == "indefinite" or node.get(SMIL + "repeatDur") == "indefinite":
        return math.inf
    return max(number(count, 1.0), 1.0) if count else 1.0


def _started_by_click(page: _Element) -> set[str]:
    """The ids of the videos and sounds that an effect starts on a click."""
    found: set[str] = set()
    waiting = [(child, False) for child in page if child.tag in TIMED]
    while waiting:
        node, clicked = waiting.pop()
        if node.get(PRESENTATION + "preset-class") == "media-call":
            clicked = node.get(PRESENTATION + "node-type") == "on-click"
        if clicked and node.tag == ANIM + "command":
            found.add(node.get(SMIL + "targetElement") or "")
        waiting += [(child, clicked) for child in node]
    return found - {""}
