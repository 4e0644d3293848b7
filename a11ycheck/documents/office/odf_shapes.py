"""Pictures, objects, text boxes, drawings, groups, media and controls of an OpenDocument file.

Clauses are those of ODF 1.3, part 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from a11ycheck.documents.office.limits import DEEPEST
from a11ycheck.documents.office.model import (
    Block,
    Image,
    Media,
    Placeholder,
    Role,
    Shape,
    ShapeKind,
    paragraphs_in,
)
from a11ycheck.documents.office.odf_names import (
    CHART,
    DR3D,
    DRAW,
    HREF,
    LOEXT,
    MATH,
    OFFICE,
    PRESENTATION,
    STYLE,
    SVG,
    TABLE,
    TEXT,
    XLINK,
    colour,
    is_true,
    length,
    words_in,
)
from a11ycheck.documents.office.odf_styles import IN_BODY as NO_SHAPE
from a11ycheck.documents.office.odf_styles import Attributes, Base, Styles, over
from a11ycheck.outcome import Box

if TYPE_CHECKING:
    from lxml.etree import _Element

    from a11ycheck.documents.office.odf_reading import Reading
    from a11ycheck.documents.office.odf_text import Around, Flow

GROUP = DRAW + "g"
LINK = DRAW + "a"
FRAME = DRAW + "frame"
LINES = frozenset(DRAW + name for name in ("line", "connector", "measure"))
DRAWN = frozenset(
    DRAW + name
    for name in (
        *("custom-shape", "rect", "ellipse", "circle", "polygon", "polyline", "path", "regular-polygon"),
        *("caption", "control"),
    )
)
SHAPES = DRAWN | LINES | {GROUP, LINK, FRAME, DR3D + "scene"}
"""The shapes (10.3 to 10.5), and links around them."""

PLACEHOLDERS: Mapping[str, Placeholder] = {
    "title": "title",
    "subtitle": "subtitle",
    "outline": "body",
    "text": "body",
    "notes": "body",
    "graphic": "object",
    "object": "object",
    "chart": "object",
    "table": "object",
    "orgchart": "object",
    "header": "header",
    "footer": "footer",
    "date-time": "date",
    "page-number": "number",
}
"""What ``presentation:class`` says (19.389)."""
ROLES: Mapping[str, Role] = {"title": "title", "subtitle": "subtitle"}
FORMULA_CLASSES = ("0002ce02", "0002ce03", "0004a6b0")
"""How the class ids of Word's equation editors begin."""
VIDEO = frozenset("mp4 m4v mov avi wmv webm ogv mkv mpg mpeg flv 3gp".split())
LARGEST_OBJECT = 8 * 1024 * 1024
"""Bytes of an embedded chart or formula that is looked into."""
TRANSLATED = re.compile(r"translate ?\(([-0-9.a-z]{1,20})[ ,]{1,3}([-0-9.a-z]{1,20})\)")


class _Held(NamedTuple):
    """What a frame holds."""

    kind: ShapeKind
    blocks: tuple[Block, ...] = ()
    image: Image | None = None
    media: Media | None = None
    text: str = ""
    chart_title: str = ""
    program: str = ""


class _Dress(NamedTuple):
    """The style of a shape, and what it makes of it."""

    family: str
    style: str
    rest: Attributes
    fill: str | None
    outline: str | None


class Shapes:
    """Reads shapes; one for a document."""

    flow: Flow

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._objects: dict[str, _Held] = {}

    def read(self, element: _Element, around: Around) -> list[Shape]:
        """Read a shape, or those in a link around shapes."""
        address = tooltip = ""
        waiting, found = [element], []
        while waiting:
            each = waiting.pop()
            if each.tag == LINK:
                address = each.get(HREF) or ""
                tooltip = each.get(OFFICE + "title") or each.get(XLINK + "title") or ""
                waiting += [child for child in reversed(each) if child.tag in SHAPES]
            else:
                found.append(self._shape(each, around))
        if not address:
            return found
        from a11ycheck.documents.office.odf_text import where_to

        target, place = where_to(address)
        return [shape._replace(link=target, link_place=place, link_tooltip=tooltip) for shape in found]

    def _shape(self, element: _Element, around: Around) -> Shape:
        number = self._reading.next("shape")
        on_slide = around.place.slide > 0
        dress = _dress(element, around)
        children: tuple[Shape, ...] = ()
        if element.tag == GROUP:
            children = self._children(element, around)
            held = _Held("group")
        elif element.tag == FRAME:
            held = self._framed(element, around, dress)
        else:
            held = self._drawn(element, around, dress)
        alt, title = described(element)
        target, place = _clicked(element)
        anchored = element.get(TEXT + "anchor-type")
        return Shape(
            held.kind,
            around.place,
            number,
            element.get(DRAW + "name") or "",
            alt,
            title,
            _is_decorative(element, dress.rest),
            element.get(DRAW + "display") in ("none", "printer"),
            PLACEHOLDERS.get(element.get(PRESENTATION + "class") or "", "") if on_slide else "",
            _box(element, children, around.place.slide) if on_slide else None,
            not on_slide and anchored not in ("as-char", None),
            dress.rest.get(STYLE + "run-through") == "background" and anchored != "as-char",
            held.blocks,
            children,
            held.image,
            held.media,
            held.text,
            held.chart_title,
            dress.fill if held.kind in ("text", "drawing") else "",
            dress.outline,
            _is_word_art(element),
            held.program,
            target,
            place,
            language=around.styles.default_shape_language if on_slide else "",
        )

    def _children(self, group: _Element, around: Around) -> tuple[Shape, ...]:
        if around.depth >= DEEPEST:
            self._reading.leave_out("nesting")
            return ()
        inside = around._replace(depth=around.depth + 1)
        return tuple(shape for child in group if child.tag in SHAPES for shape in self.read(child, inside))

    # What a frame holds: the first of several forms of the same (10.4.2)

    def _framed(self, frame: _Element, around: Around, dress: _Dress) -> _Held:
        if is_true(frame.get(PRESENTATION + "placeholder")):
            return _Held("text")
        for child in frame:
            tag = child.tag
            if tag == DRAW + "text-box":
                return _Held("text", self._text(child, frame, around, dress))
            if tag == DRAW + "image":
                return _Held("picture", image=self._reading.image(child))
            if tag == DRAW + "object":
                return self._object(child)
            if tag == DRAW + "object-ole":
                return self._foreign_object(child)
            if tag == DRAW + "plugin":
                return _media(child, self._reading)
            if tag in (DRAW + "applet", DRAW + "floating-frame"):
                return _Held("object", image=Image(linked=child.get(HREF) or ""))
            if tag == TABLE + "table":
                from a11ycheck.documents.office.odf_tables import read_table

                table = read_table(child, around, self.flow)
                return _Held("table", (table,) if table is not None else ())
        return _Held("drawing")

    def _drawn(self, element: _Element, around: Around, dress: _Dress) -> _Held:
        if element.tag == DRAW + "control":
            return _Held("control")
        blocks = self._text(element, element, around, dress)
        if any(not paragraph.is_empty for paragraph in paragraphs_in(blocks)):
            return _Held("text", blocks)
        if element.tag in LINES:
            return _Held("line")
        filled_with = around.styles.fill_image(dress.rest)
        if filled_with:
            return _Held("picture", image=self._reading.image_at(filled_with))
        return _Held("drawing")

    def _text(self, holder: _Element, shape: _Element, around: Around, dress: _Dress) -> tuple[Block, ...]:
        """The text in a text box or drawing."""
        place, base = around.place, NO_SHAPE
        if place.slide:
            base = Base(dress.family, dress.style, "", shape.get(DRAW + "text-style-name") or "")
        else:
            name = shape.get(DRAW + "name")
            steps = (*place.steps, ("text box", name)) if name else place.steps
            place = place._replace(steps=steps, in_text_box=True)
            if holder is shape:
                base = Base("graphic", dress.style, "", shape.get(DRAW + "text-style-name") or "")
        role = ROLES.get(shape.get(PRESENTATION + "class") or "")
        inside = around._replace(
            place=place,
            base=base,
            behind=around.behind if dress.fill == "" else dress.fill,
            role=role,
            depth=around.depth + 1,
        )
        return self.flow.blocks(holder, inside)

    # Objects

    def _object(self, element: _Element) -> _Held:
        """An object that is OpenDocument itself: a chart, a formula, a sheet."""
        address = element.get(HREF)
        if not address:
            return _read_object(element)
        if address in self._objects:
            return self._objects[address]
        name = self._reading.part(address)
        package = self._reading.package
        held = _Held("object", image=Image(linked=address))
        if name is not None and package is not None:
            part = f"{name}/content.xml"
            held = _Held("object", image=None if part in package else Image(missing=True))
            if package.size(part) > LARGEST_OBJECT:
                self._reading.leave_out(part)
            elif part in package and (root := package.xml(part)) is not None:
                held = _read_object(root)
        self._objects[address] = held
        return held

    def _foreign_object(self, element: _Element) -> _Held:
        """An object of another program."""
        program = element.get(DRAW + "class-id") or ""
        address = element.get(HREF) or ""
        linked = address if address and self._reading.part(address) is None else ""
        kind: ShapeKind = "formula" if program.casefold().startswith(FORMULA_CLASSES) else "object"
        return _Held(kind, image=Image(linked=linked) if linked else None, program=program)


def _read_object(holder: _Element) -> _Held:
    """Tell what an embedded OpenDocument object is, and the words of a chart."""
    if holder.tag == MATH + "math" or holder.find(MATH + "math") is not None:
        return _Held("formula")
    root = holder if holder.tag == OFFICE + "document-content" else holder.find(OFFICE + "document")
    body = root.find(OFFICE + "body") if root is not None else None
    inside = next(iter(body), None) if body is not None else None
    if inside is None:
        return _Held("object")
    program = "opendocument." + str(inside.tag).rpartition("}")[2]
    chart = inside.find(CHART + "chart")
    if chart is None:
        return _Held("formula" if inside.find(MATH + "math") is not None else "object", program=program)
    titles = [words_in(found) for found in chart.iter(CHART + "title", CHART + "subtitle")]
    labels = [
        words_in(cell)
        for cell in chart.iter(TABLE + "table-cell")
        if cell.get(OFFICE + "value-type") == "string"
    ]
    words = dict.fromkeys(word for word in (*titles, *labels) if word)
    title = chart.find(CHART + "title")
    return _Held("chart", text="\n".join(words), chart_title=words_in(title))


def _media(plugin: _Element, reading: Reading) -> _Held:
    """A video or sound. Impress starts it when its slide is shown, unless an effect says that it waits for a click."""
    address = plugin.get(HREF) or ""
    type_ = (plugin.get(DRAW + "mime-type") or "").casefold()
    from a11ycheck.documents.office.odf_reading import suffix

    is_video = type_.startswith("video/") or suffix(address) in VIDEO
    said = {
        (param.get(DRAW + "name") or "").casefold(): param.get(DRAW + "value")
        for param in plugin.iterchildren(DRAW + "param")
    }
    linked = address if reading.part(address) is None or reading.package is None else ""
    return _Held(
        "media", media=Media(is_video, linked=linked, start="by itself", loops=is_true(said.get("loop")))
    )


# What all shapes have


def described(element: _Element) -> tuple[str | None, str]:
    """A shape's alternative text and title. LibreOffice reads out the title where there is no description."""
    title, description = element.find(SVG + "title"), element.find(SVG + "desc")
    written = words_in(title)
    if title is None and description is None:
        return None, ""
    return words_in(description) or written, written


def _dress(element: _Element, around: Around) -> _Dress:
    styles: Styles = around.styles
    family, style = "presentation", element.get(PRESENTATION + "style-name")
    if style is None:
        family, style = "graphic", element.get(DRAW + "style-name") or ""
    rest = over(styles.default(family).rest, styles.own(family, style).rest)
    painted, paint = styles.paint(rest, filled_if_silent=element.tag in DRAWN)
    fill = (paint.over(around.behind) if paint else None) if painted else ""
    outline = colour(rest.get(SVG + "stroke-color")) if rest.get(DRAW + "stroke", "none") != "none" else ""
    return _Dress(family, style, rest, fill, outline)


def _is_decorative(element: _Element, rest: Attributes) -> bool:
    names = (LOEXT + "decorative", DRAW + "decorative")
    return any(is_true(element.get(name)) or is_true(rest.get(name)) for name in names)


def _is_word_art(element: _Element) -> bool:
    """Is it Fontwork: text bent into a shape?"""
    geometry = element.find(DRAW + "enhanced-geometry")
    return geometry is not None and (
        is_true(geometry.get(DRAW + "text-path"))
        or (geometry.get(DRAW + "type") or "").startswith("fontwork")
    )


def _clicked(element: _Element) -> tuple[str, str]:
    """Where a click on a shape on a slide leads: an address, or a place in the presentation."""
    listeners = element.find(OFFICE + "event-listeners")
    for listener in listeners if listeners is not None else ():
        if listener.tag != PRESENTATION + "event-listener":
            continue
        action = listener.get(PRESENTATION + "action") or ""
        if action == "show":
            from a11ycheck.documents.office.odf_text import where_to

            return where_to(listener.get(HREF) or "")
        if action.endswith("-page"):
            return "", action
    return "", ""


def _box(element: _Element, children: Iterable[Shape], slide: int) -> Box | None:
    """The rectangle that a shape takes up on its slide; a group's is that of what is in it. Turning is left out."""
    if element.tag == GROUP:
        boxes = [child.box for child in children if child.box]
        if not boxes:
            return None
        return Box(
            slide,
            min(box.left for box in boxes),
            min(box.top for box in boxes),
            max(box.right for box in boxes),
            max(box.bottom for box in boxes),
        )
    if element.get(SVG + "x1") is not None:
        x1, y1, x2, y2 = (length(element.get(SVG + name)) for name in ("x1", "y1", "x2", "y2"))
        return Box(slide, min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
    x, y = element.get(SVG + "x"), element.get(SVG + "y")
    if x is None and (moved := TRANSLATED.search((element.get(DRAW + "transform") or "")[:400])):
        x, y = moved.groups()
    if x is None:
        return None
    left, top = length(x), length(y)
    return Box(
        slide, left, top, left + length(element.get(SVG + "width")), top + length(element.get(SVG + "height"))
    )
