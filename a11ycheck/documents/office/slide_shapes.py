"""Shapes on slides: text, pictures, charts, tables, media, groups, in the order in which they are read and painted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from a11ycheck.documents.office.drawing import CHART, CHART_EX, DIAGRAM, Drawings, Named, read_named
from a11ycheck.documents.office.limits import DEEPEST
from a11ycheck.documents.office.model import (
    CaptionTrack,
    Image,
    Media,
    Paragraph,
    Place,
    Role,
    Shape,
    ShapeKind,
)
from a11ycheck.documents.office.slide_masters import (
    Inherited,
    Layout,
    Painted,
    inherit,
    own_fill,
    placeholder_of,
)
from a11ycheck.documents.office.slide_tables import SlideTables
from a11ycheck.documents.office.slide_text import Dress, Level, SlideText, read_list_style, text_scale
from a11ycheck.documents.office.slide_timing import MediaTiming
from a11ycheck.documents.office.slide_values import IN_PLACE, P14, Frame, P, Transform, read_frame, read_group
from a11ycheck.documents.office.theme_colours import A, Paint, read_paint
from a11ycheck.documents.office.word_shapes import ALTERNATE, FORMULA_PROGRAMS, branch_taken
from a11ycheck.documents.office.word_values import R, language_tag, on_off
from a11ycheck.outcome import Box

if TYPE_CHECKING:
    from lxml.etree import _Element

    from a11ycheck.documents.office.package import Relation

TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
OLE = "http://schemas.openxmlformats.org/presentationml/2006/ole"
SHAPES = frozenset(P + name for name in ("sp", "pic", "graphicFrame", "grpSp", "cxnSp", "contentPart"))
MEDIA_FILES = {
    f"{A}videoFile": True,
    f"{A}quickTimeFile": True,
    f"{A}audioFile": False,
    f"{A}wavAudioFile": False,
    f"{A}audioCd": False,
}
"""Elements that say that a picture stands for a recording: is it a video?"""
ROLES: Mapping[str, Role] = {"title": "title", "subtitle": "subtitle"}
MOST_BEHIND = 300
"""Shapes that are looked at to find what lies behind a text."""
COVERED, TOUCHED = 0.95, 0.1
"""How much of a text has to lie on something for that to be its background, and for it not to count at all. Our own."""


class OnSlide(NamedTuple):
    """What the shapes of a slide are read with. ``painted``: what lies on the slide so far."""

    place: Place
    layout: Layout
    drawings: Drawings
    relations: Mapping[str, Relation]
    media: Mapping[str, MediaTiming]
    defaults: tuple[Level, ...]
    ground: str | None
    painted: list[Painted]


class _Around(NamedTuple):
    """What a shape stands in: the groups' transform and fill, and how deep."""

    transform: Transform = IN_PLACE
    fill: Paint | None = None
    depth: int = 0


class SlideShapes:
    """Reads the shapes of slides, one slide after the other. ``cut``: groups were nested deeper than is followed."""

    def __init__(self, text: SlideText, tables: SlideTables) -> None:
        self._text = text
        self._tables = tables
        self.cut = False

    def shapes(self, tree: _Element, on: OnSlide) -> tuple[Shape, ...]:
        """Read the shapes of a p:spTree."""
        self._text.relations = on.relations
        counter = iter(range(1, 1_000_000_000))
        return tuple(self._shape(child, on, _Around(), counter) for child in taken(tree))

    def _shape(self, element: _Element, on: OnSlide, around: _Around, counter: Iterator[int]) -> Shape:
        number = next(counter)
        named = self._named(element, on)
        inherited = inherit(placeholder_of(element), on.layout)
        frame = _frame(element, inherited, around.transform)
        tag = element.tag
        if tag == f"{P}grpSp":
            shape = self._group(element, on, around, counter)
        elif tag == f"{P}pic":
            shape = self._picture(element, on)
            if frame is not None:
                on.painted.append(Painted(frame, None))
        elif tag == f"{P}graphicFrame":
            shape = self._framed(element, on, frame)
        elif tag == f"{P}contentPart":
            shape = Shape("drawing")
        else:
            shape = self._text_shape(element, on, around, inherited, frame, number)
        return shape._replace(
            place=on.place,
            number=number,
            name=named.name,
            alt=named.alt,
            title=named.title,
            decorative=named.decorative,
            hidden=named.hidden,
            placeholder=inherited.kind,
            box=_box(frame, on.place.slide),
            link=named.link,
            link_place=named.link_place,
            link_tooltip=named.link_tooltip,
            language=shape.language or _first_language(shape),
        )

    def _named(self, element: _Element, on: OnSlide) -> Named:
        return read_named(_non_visual(element), on.relations)

    def _group(self, element: _Element, on: OnSlide, around: _Around, counter: Iterator[int]) -> Shape:
        if around.depth >= DEEPEST:
            self.cut = True
            return Shape("group")
        properties = element.find(f"{P}grpSpPr")
        transform = read_group(
            properties.find(f"{A}xfrm") if properties is not None else None, around.transform
        )
        painted, paint = on.drawings.fill(properties, None, around.fill)
        inside = _Around(transform, paint if painted else None, around.depth + 1)
        return Shape(
            "group", children=tuple(self._shape(child, on, inside, counter) for child in taken(element))
        )

    def _picture(self, element: _Element, on: OnSlide) -> Shape:
        blip = element.find(f"{P}blipFill/{A}blip")
        image = on.drawings.image(blip, on.relations)
        media = self._media(element, on)
        return Shape("media" if media else "picture", image=image, media=media)

    def _media(self, element: _Element, on: OnSlide) -> Media | None:
        properties = element.find(f"{P}nvPicPr/{P}nvPr")
        if properties is None:
            return None
        file = next((child for child in properties if child.tag in MEDIA_FILES), None)
        if file is None:
            return None
        relation = on.relations.get(file.get(f"{R}link") or file.get(f"{R}embed") or "")
        linked = relation.target if relation is not None and relation.external else ""
        newer = next(element.iter(f"{P14}media"), None)
        tracks: tuple[CaptionTrack, ...] = ()
        if newer is not None:
            if newer.get(f"{R}embed"):
                linked = ""
            tracks = tuple(_tracks(newer))
        own = _non_visual(element)
        timing = on.media.get(own.get("id", "") if own is not None else "", MediaTiming())
        return Media(
            MEDIA_FILES[file.tag],
            tracks,
            linked,
            "by itself" if timing.by_itself else "click",
            0.0,
            timing.loops,
            timing.across_slides,
        )

    def _framed(self, element: _Element, on: OnSlide, frame: Frame | None) -> Shape:
        data = element.find(f"{A}graphic/{A}graphicData")
        if data is None:
            return Shape("object")
        uri = data.get("uri")
        if uri == TABLE and (table := data.find(f"{A}tbl")) is not None:
            behind = self._behind(frame, on)
            levels = (on.layout.master.styles[2], on.defaults)
            return Shape("table", blocks=(self._tables.table(table, on.place, levels, behind, on.drawings),))
        held = next((child for child in data if isinstance(child.tag, str)), None)
        if uri in (CHART, CHART_EX) and held is not None:
            title, text = on.drawings.chart(on.relations.get(held.get(f"{R}id", "")))
            return Shape("chart", chart_title=title, text=text)
        if uri == DIAGRAM and held is not None:
            return Shape("diagram", text=on.drawings.diagram(on.relations.get(held.get(f"{R}dm", ""))))
        return self._object(data, on)

    def _object(self, data: _Element, on: OnSlide) -> Shape:
        holder = next((found for child in data for found in _branches(child)), None)
        if holder is None:
            return Shape("object")
        program = holder.get("progId", "")
        relation = on.relations.get(holder.get(f"{R}id", ""))
        shown = holder.find(f"{P}pic/{P}blipFill/{A}blip")
        image = on.drawings.image(shown, on.relations) or Image()
        if relation is not None and relation.external:
            image = image._replace(linked=relation.target)
        formula = program.casefold().startswith(FORMULA_PROGRAMS)
        return Shape("formula" if formula else "object", program=program, image=image)

    def _text_shape(
        self,
        element: _Element,
        on: OnSlide,
        around: _Around,
        inherited: Inherited,
        frame: Frame | None,
        number: int,
    ) -> Shape:
        properties, style = element.find(f"{P}spPr"), element.find(f"{P}style")
        behind = self._behind(frame, on)
        fill_element = own_fill(properties)
        if fill_element is None:
            fill_element = inherited.fill
        if on_off(element.get("useBgFill", "0")):
            painted, fill = True, on.ground
        elif fill_element is not None:
            painted, paint = on.drawings.read_fill(fill_element, around.fill)
            fill = paint.over(behind) if paint else None
        else:
            painted, paint = on.drawings.fill(None, style)
            fill = paint.over(behind) if paint else None
        background = fill if painted else behind
        body = element.find(f"{P}txBody")
        paragraphs: tuple[Paragraph, ...] = ()
        body_properties = body.find(f"{A}bodyPr") if body is not None else None
        if body is not None:
            dress = self._dress(body, style, on, inherited, background, text_scale(body_properties), number)
            paragraphs = self._text.paragraphs(body, on.place, dress)
        if painted and frame is not None:
            on.painted.append(Painted(frame, fill))
        warp = body_properties.find(f"{A}prstTxWarp") if body_properties is not None else None
        bent = warp is not None and warp.get("prst") not in (None, "textNoShape")
        has_text = any(paragraph.text.strip() for paragraph in paragraphs)
        blip = (
            fill_element.find(f"{A}blip")
            if fill_element is not None and fill_element.tag == f"{A}blipFill"
            else None
        )
        return Shape(
            _kind(element, properties, has_text or inherited.kind != "", blip is not None),
            blocks=paragraphs,
            image=on.drawings.image(blip, on.relations),
            fill=fill if painted else "",
            outline=on.drawings.line(properties),
            word_art=bent and has_text,
        )

    def _dress(
        self,
        body: _Element,
        style: _Element | None,
        on: OnSlide,
        inherited: Inherited,
        background: str | None,
        scale: float,
        number: int,
    ) -> Dress:
        titles, bodies, others = on.layout.master.styles
        general: tuple[tuple[Level, ...], ...]
        if inherited.kind == "title":
            general = (on.defaults, titles)
        elif inherited.kind in ("body", "subtitle", "object"):
            general = (on.defaults, bodies)
        else:
            general = (others, on.defaults)
        held = tuple(holder.levels for holder in reversed(inherited.holders))
        own = body.find(f"{A}lstStyle")
        reference = style.find(f"{A}fontRef") if style is not None else None
        colour = (
            read_paint(reference, on.drawings.theme, on.drawings.colour_map)
            if reference is not None
            else None
        )
        return Dress(
            (*general, *held, read_list_style(own)) if own is not None and len(own) else (*general, *held),
            background,
            on.drawings.theme,
            on.drawings.colour_map,
            colour,
            None,
            scale,
            ROLES.get(inherited.kind, "text"),
            f"slide {on.place.slide} shape {number}",
        )

    def _behind(self, frame: Frame | None, on: OnSlide) -> str | None:
        """The colour of what a shape lies on; None where that cannot be told."""
        if frame is None:
            return on.ground if not on.painted else None
        for painted in on.painted[: -MOST_BEHIND - 1 : -1]:
            covered = frame.overlap(painted.frame)
            if covered >= COVERED:
                return painted.colour
            if covered > TOUCHED:
                return None
        return on.ground


def taken(holder: Iterable[_Element]) -> Iterator[_Element]:
    """The shapes in a tree or group; of alternatives, one branch."""
    for child in holder:
        if child.tag in SHAPES:
            yield child
        elif child.tag == ALTERNATE:
            yield from (inner for inner in branch_taken(child) if inner.tag in SHAPES)


def painted_on(root: _Element | None, drawings: Drawings) -> Iterator[Painted]:
    """What a layout or master paints itself, placeholders apart."""
    tree = root.find(f"{P}cSld/{P}spTree") if root is not None else None
    for shape in taken(tree) if tree is not None else ():
        if placeholder_of(shape) is not None:
            continue
        properties = shape.find(f"{P}spPr")
        frame = read_frame(properties.find(f"{A}xfrm")) if properties is not None else None
        if frame is None:
            continue
        if shape.tag == f"{P}pic":
            yield Painted(frame, None)
        elif shape.tag == f"{P}sp":
            painted, paint = drawings.fill(properties, shape.find(f"{P}style"))
            if painted:
                yield Painted(frame, paint.over(None) if paint else None)


def _non_visual(element: _Element) -> _Element | None:
    for child in element:
        if isinstance(child.tag, str) and child.tag.rpartition("}")[2].startswith("nv"):
            found: _Element | None = child.find(f"{P}cNvPr")
            return found
    return None


def _frame(element: _Element, inherited: Inherited, transform: Transform) -> Frame | None:
    if element.tag == f"{P}graphicFrame":
        own = element.find(f"{P}xfrm")
    elif element.tag == f"{P}grpSp":
        own = element.find(f"{P}grpSpPr/{A}xfrm")
    else:
        own = element.find(f"{P}spPr/{A}xfrm")
    frame = read_frame(own)
    return transform.place(frame) if frame is not None else inherited.frame


def _box(frame: Frame | None, slide: int) -> Box | None:
    if frame is None:
        return None
    return Box(slide, frame.left, frame.top, frame.left + frame.width, frame.top + frame.height)


def _kind(element: _Element, properties: _Element | None, has_text: bool, is_picture: bool) -> ShapeKind:
    if has_text:
        return "text"
    if is_picture:
        return "picture"
    geometry = properties.find(f"{A}prstGeom") if properties is not None else None
    shape = geometry.get("prst", "") if geometry is not None else ""
    is_line = element.tag == f"{P}cxnSp" or shape == "line" or "Connector" in shape
    return "line" if is_line else "drawing"


def _branches(child: _Element) -> Iterator[_Element]:
    if child.tag == f"{P}oleObj":
        yield child
    elif child.tag == ALTERNATE:
        # The choice is drawn with VML, the fallback has the picture.
        yield from child.iter(f"{P}oleObj")


def _tracks(media: _Element) -> Iterator[CaptionTrack]:
    """The caption tracks of a recording ([MS-PPTX], 2.9: tracksInfo)."""
    for track in media.iter("{*}track"):
        yield CaptionTrack(language_tag(track.get("lang")), track.get("label", ""))


def _first_language(shape: Shape) -> str:
    texts = (block for block in shape.blocks if isinstance(block, Paragraph))
    return next((paragraph.language for paragraph in texts if paragraph.language), "")
