"""Shapes of a Word document: DrawingML with its text boxes and groups, VML, and objects of other programs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from a11ycheck.documents.office.drawing import Drawings, Named, read_named
from a11ycheck.documents.office.limits import DEEPEST
from a11ycheck.documents.office.model import Block, Image, Media, Place, Shape, ShapeKind, paragraphs_in
from a11ycheck.documents.office.theme_colours import PRESET, A, is_colour, read_paint
from a11ycheck.documents.office.word_values import R, W, on_off

if TYPE_CHECKING:
    from lxml.etree import _Element

    from a11ycheck.documents.office.package import Relation
    from a11ycheck.documents.office.word_styles import Settings

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741
TEXT_BOX = f"{W}txbxContent"
VML_SHAPES = frozenset(
    V + name
    for name in ("shape", "rect", "roundrect", "oval", "line", "polyline", "arc", "curve", "image", "group")
)
DRAWN = frozenset(
    {"pic", "wsp", "sp", "grpSp", "wgp", "wpc", "cxnSp", "graphicFrame", "lockedCanvas", "contentPart"}
)
GROUPS = frozenset({"grpSp", "wgp", "wpc", "lockedCanvas"})
WEB_VIDEO = "{http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing}webVideoPr"
PLAYED = re.compile(r"<iframe\s[^<>]{0,2000}?\bsrc\s{0,9}=\s{0,9}[\"']?([^\s\"'<>]{1,4000})", re.IGNORECASE)
"""The address in what a service gives to be put into a page."""
LONGEST_EMBEDDED = 20_000
FORMULA_PROGRAMS = ("equation.", "mathtype", "opendocument.formula")


class Surroundings(NamedTuple):
    """What a flow of text stands in: its place, what lies behind it, what its table or box sets for its runs, and how
    deep in it lies."""

    place: Place
    background: str | None = "FFFFFF"
    of_container: Settings = ()
    depth: int = 0


ReadText = Callable[["_Element", Surroundings], tuple[Block, ...]]


class WordShapes:
    """Reads shapes; ``read_text`` reads the blocks in a text box. ``relations`` are those of the part being read."""

    def __init__(self, drawings: Drawings, read_text: ReadText) -> None:
        self._drawings = drawings
        self._read_text = read_text
        self.relations: Mapping[str, Relation] = {}
        self._number = 0

    def drawing(self, drawing: _Element, around: Surroundings) -> Iterator[Shape]:
        """The shape of a w:drawing (20.4.2)."""
        for holder in drawing:
            if holder.tag not in (f"{WP}inline", f"{WP}anchor"):
                continue
            data = holder.find(f"{A}graphic/{A}graphicData")
            named = read_named(holder.find(f"{WP}docPr"), self.relations)
            floating = holder.tag == f"{WP}anchor"
            behind = floating and on_off(holder.get("behindDoc", "0"))
            for element in data if data is not None else ():
                if isinstance(element.tag, str):
                    shape = self._shape(element, named, around)
                    yield shape._replace(floating=floating, behind_text=behind, media=_online_video(holder))
                    break

    def _shape(self, element: _Element, named: Named, around: Surroundings) -> Shape:
        self._number += 1
        number = self._number
        kind = _local(element)
        if kind in GROUPS:
            shape = self._group(element, around)
        elif kind == "pic":
            shape = Shape("picture", image=self._picture(element))
        elif kind in ("wsp", "sp", "cxnSp"):
            shape = self._text_shape(element, named, around)
        elif kind == "chart":
            title, text = self._drawings.chart(self.relations.get(element.get(f"{R}id", "")))
            shape = Shape("chart", chart_title=title, text=text)
        elif kind == "relIds":
            shape = Shape(
                "diagram", text=self._drawings.diagram(self.relations.get(element.get(f"{R}dm", "")))
            )
        elif kind == "contentPart":
            shape = Shape("drawing")
        else:
            shape = Shape("object")
        return shape._replace(
            place=around.place,
            number=number,
            name=named.name,
            alt=named.alt,
            title=named.title,
            decorative=named.decorative,
            hidden=named.hidden,
            link=named.link,
            link_place=named.link_place,
            link_tooltip=named.link_tooltip,
        )

    def _group(self, element: _Element, around: Surroundings) -> Shape:
        if around.depth >= DEEPEST:
            return Shape("group")
        inside = around._replace(depth=around.depth + 1)
        children = []
        for child in _alternatives_taken(element):
            if _local(child) == "graphicFrame":
                data = child.find(f".//{A}graphicData")
                held = next((e for e in data if isinstance(e.tag, str)), None) if data is not None else None
                if held is not None:
                    children.append(self._shape(held, self._named_in(child), inside))
            elif _local(child) in DRAWN:
                children.append(self._shape(child, self._named_in(child), inside))
        return Shape("group", children=tuple(children))

    def _named_in(self, element: _Element) -> Named:
        for child in element:
            name = _local(child)
            if name == "cNvPr":
                return read_named(child, self.relations)
            if name.startswith("nv"):
                return self._named_in(child)
        return Named()

    def _picture(self, element: _Element) -> Image | None:
        blip = next(iter(element.iter(f"{A}blip")), None)
        return self._drawings.image(blip, self.relations)

    def _text_shape(self, element: _Element, named: Named, around: Surroundings) -> Shape:
        parts = {_local(child): child for child in element}
        properties, style, body = parts.get("spPr"), parts.get("style"), parts.get("bodyPr")
        filled, paint = self._drawings.fill(properties, style)
        fill = (paint.over(around.background) if paint else None) if filled else ""
        box = parts.get("txbx")
        text = box.find(TEXT_BOX) if box is not None else None
        blocks: tuple[Block, ...] = ()
        if text is not None:
            base: Settings = ()
            reference = style.find(f"{A}fontRef") if style is not None else None
            if reference is not None and (
                ink := read_paint(reference, self._drawings.theme, self._drawings.colour_map)
            ):
                base = (("colour", ink.colour),)
            blocks = self._boxed(text, named.name, around, fill, base)
        warp = body.find(f"{A}prstTxWarp") if body is not None else None
        bent = warp is not None and warp.get("prst") not in (None, "textNoShape")
        blip = properties.find(f"{A}blipFill/{A}blip") if properties is not None else None
        geometry = properties.find(f"{A}prstGeom") if properties is not None else None
        is_line = (
            "cNvCnPr" in parts
            or _local(element) == "cxnSp"
            or (geometry is not None and geometry.get("prst", "").startswith(("line", "straightConnector")))
        )
        return Shape(
            _kind(blocks, is_line, blip is not None),
            blocks=blocks,
            image=self._drawings.image(blip, self.relations),
            fill=fill,
            outline=self._drawings.line(properties),
            word_art=bent and bool(blocks),
        )

    def _boxed(
        self, text: _Element, name: str, around: Surroundings, fill: str | None, base: Settings
    ) -> tuple[Block, ...]:
        place = around.place._replace(
            steps=(*around.place.steps, ("text box", name)) if name else around.place.steps, in_text_box=True
        )
        background = around.background if fill == "" else fill
        return self._read_text(text, Surroundings(place, background, base, around.depth + 1))

    def vml(self, holder: _Element, around: Surroundings) -> Iterator[Shape]:
        """The shapes of a w:pict or w:object (ECMA-376 part 4, 19.1)."""
        program = ""
        linked = ""
        ole = holder.find(f"{O}OLEObject")
        if ole is not None:
            program = ole.get("ProgID", "")
            relation = self.relations.get(ole.get(f"{R}id", ""))
            linked = relation.target if relation is not None and relation.external else ""
        drawn = [child for child in _alternatives_taken(holder) if child.tag in VML_SHAPES]
        for element in drawn:
            shape = self._vml_shape(element, around)
            if ole is not None:
                formula = program.casefold().startswith(FORMULA_PROGRAMS)
                image = (shape.image or Image())._replace(linked=linked)
                shape = shape._replace(kind="formula" if formula else "object", program=program, image=image)
            yield shape

    def _vml_shape(self, element: _Element, around: Surroundings) -> Shape:
        self._number += 1
        number = self._number
        style = _declarations(element.get("style", ""))
        name = element.get("id", "") if not element.get("id", "").startswith("_x0000_") else ""
        floating = style.get("position") == "absolute"
        image = self._vml_image(element)
        warp = element.find(f"{V}textpath")
        text = element.find(f"{V}textbox/{TEXT_BOX}")
        fill = _vml_fill(element)
        blocks: tuple[Block, ...] = ()
        children: tuple[Shape, ...] = ()
        if element.tag == f"{V}group":
            if around.depth < DEEPEST:
                inside = around._replace(depth=around.depth + 1)
                drawn = (child for child in _alternatives_taken(element) if child.tag in VML_SHAPES)
                children = tuple(self._vml_shape(child, inside) for child in drawn)
            kind: ShapeKind = "group"
        else:
            if text is not None:
                blocks = self._boxed(text, name, around, fill, ())
            is_line = element.tag == f"{V}line" or on_off(element.get(f"{O}hr", "f").replace("f", "0"))
            kind = "text" if warp is not None else _kind(blocks, is_line, image is not None)
        return Shape(
            kind,
            around.place,
            number,
            name,
            element.get("alt"),
            (element.get(f"{O}title") or ""),
            decorative=element.get(f"{O}hr") in ("t", "true", "1"),
            hidden=style.get("visibility") == "hidden",
            floating=floating,
            behind_text=floating and style.get("z-index", "").startswith("-"),
            blocks=blocks,
            children=children,
            image=image,
            text=warp.get("string", "") if warp is not None else "",
            fill=fill if kind in ("text", "drawing") else "",
            word_art=warp is not None,
            link=element.get("href", ""),
        )

    def _vml_image(self, element: _Element) -> Image | None:
        data = element.find(f"{V}imagedata")
        if data is None:
            return None
        id_ = (
            data.get(f"{R}id") or data.get(f"{O}relid") or data.get(f"{R}pict") or data.get(f"{R}href") or ""
        )
        relation = self.relations.get(id_)
        if relation is None:
            address = data.get("src", "")
            return Image(linked=address, missing=not address)
        return (
            Image(linked=relation.target) if relation.external else self._drawings.image_part(relation.target)
        )


def _online_video(holder: _Element) -> Media | None:
    """The video that plays where its picture stands ([MS-ODRAWXML], 2.19.1.1 and 2.19.3.1)."""
    video = next(holder.iter(WEB_VIDEO), None)
    embedded = video.get("embeddedHtml", "")[:LONGEST_EMBEDDED] if video is not None else ""
    found = PLAYED.search(embedded)
    return Media(is_video=True, linked=unescape(found[1])) if found else None


def _kind(blocks: tuple[Block, ...], is_line: bool, is_picture: bool) -> ShapeKind:
    if any(not paragraph.is_empty for paragraph in paragraphs_in(blocks)):
        return "text"
    if is_picture:
        return "picture"
    return "line" if is_line else "drawing"


def _alternatives_taken(element: _Element) -> Iterator[_Element]:
    """The children, with those of the branch taken in place of mc:AlternateContent."""
    for child in element:
        if isinstance(child.tag, str) and child.tag == ALTERNATE:
            yield from (inner for inner in branch_taken(child) if isinstance(inner.tag, str))
        elif isinstance(child.tag, str):
            yield child


MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE = f"{MC}AlternateContent"


def branch_taken(alternatives: _Element) -> _Element | tuple[()]:
    """The first choice, which is the newest form and holds all that the others do; else the fallback (part 3, 7.5)."""
    for name in ("Choice", "Fallback"):
        found = alternatives.find(MC + name)
        if found is not None:
            return found
    return ()


def _vml_fill(element: _Element) -> str | None:
    """A VML shape is white unless it says otherwise; empty where it is not filled."""
    if element.get("filled") in ("f", "false", "0"):
        return ""
    fill = element.find(f"{V}fill")
    if fill is not None and fill.get("type", "solid") != "solid":
        return None
    colour = element.get("fillcolor", "white").partition(" ")[0]
    if colour.startswith("#"):
        digits = colour[1:]
        if len(digits) == 3:
            digits = "".join(digit * 2 for digit in digits)
        return digits.upper() if is_colour(digits) else None
    return PRESET.get(colour)


def _declarations(style: str) -> dict[str, str]:
    """The declarations of a style attribute."""
    pairs = (declaration.partition(":") for declaration in style[:4_000].split(";"))
    return {name.strip().lower(): value.strip() for name, colon, value in pairs if colon}


def _local(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
