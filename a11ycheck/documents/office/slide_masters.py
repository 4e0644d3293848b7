"""Layouts and masters: what a slide's placeholders, texts and backgrounds inherit (ECMA-376 part 1, 19.3.1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from a11ycheck.documents.office.drawing import FILLS, Drawings
from a11ycheck.documents.office.model import Image, Placeholder
from a11ycheck.documents.office.slide_text import NO_LEVELS, Level, read_list_style
from a11ycheck.documents.office.slide_values import Frame, P, read_frame
from a11ycheck.documents.office.theme_colours import OWN_MAP, A, read_theme
from a11ycheck.documents.office.word_values import on_off

if TYPE_CHECKING:
    from lxml.etree import _Element

    from a11ycheck.documents.office.package import Package, Relation

KINDS: Mapping[str, Placeholder] = {
    "title": "title",
    "ctrTitle": "title",
    "subTitle": "subtitle",
    "body": "body",
    "obj": "body",
    "dt": "date",
    "ftr": "footer",
    "hdr": "header",
    "sldNum": "number",
}
"""What a placeholder is by its type (19.7.10); all others are for objects."""
FIRST_BACKGROUND = 1_001
"""The index of the first background fill of a theme (20.1.4.2.2)."""


class Ground(NamedTuple):
    """A slide's background: its colour, None where it cannot be told, and its picture."""

    colour: str | None
    picture: Image | None = None


class Painted(NamedTuple):
    """Something that is painted: where, and in which colour, None where it cannot be told."""

    frame: Frame
    colour: str | None


class Held(NamedTuple):
    """A placeholder on a layout or master."""

    type: str
    idx: str
    frame: Frame | None
    levels: tuple[Level, ...]
    properties: _Element | None


class Master(NamedTuple):
    """A master: ``styles`` are those of titles, bodies and other text."""

    drawings: Drawings
    colour_map: Mapping[str, str]
    styles: tuple[tuple[Level, ...], tuple[Level, ...], tuple[Level, ...]]
    placeholders: tuple[Held, ...]
    background: _Element | None
    relations: Mapping[str, Relation]
    root: _Element | None


class Layout(NamedTuple):
    """A layout with its master."""

    name: str
    master: Master
    placeholders: tuple[Held, ...]
    background: _Element | None
    relations: Mapping[str, Relation]
    root: _Element | None
    shows_master: bool


class Inherited(NamedTuple):
    """What a placeholder on a slide has from layout and master, the nearest first."""

    kind: Placeholder
    holders: tuple[Held, ...]

    @property
    def frame(self) -> Frame | None:
        return next((held.frame for held in self.holders if held.frame is not None), None)

    @property
    def fill(self) -> _Element | None:
        """The fill element that the nearest of them has."""
        fills = (own_fill(held.properties) for held in self.holders)
        return next((fill for fill in fills if fill is not None), None)


NOTHING = Inherited("", ())


class Masters:
    """Layouts and masters of a deck, read once each."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._layouts: dict[str, Layout] = {}
        self._masters: dict[str, Master] = {}

    def layout(self, part: str) -> Layout:
        """The layout in a part; for one that cannot be read, an empty one."""
        found = self._layouts.get(part)
        if found is None:
            found = self._layouts[part] = self._read_layout(part)
        return found

    def _read_layout(self, part: str) -> Layout:
        root = self._package.xml(part) if part else None
        relations = self._package.relations(part) if root is not None else {}
        master = self._master(_target(relations, "slideMaster"))
        common = root.find(f"{P}cSld") if root is not None else None
        return Layout(
            common.get("name", "") if common is not None else "",
            master,
            _placeholders(common),
            common.find(f"{P}bg") if common is not None else None,
            relations,
            root,
            root is None or on_off(root.get("showMasterSp")),
        )

    def _master(self, part: str) -> Master:
        found = self._masters.get(part)
        if found is None:
            found = self._masters[part] = self._read_master(part)
        return found

    def _read_master(self, part: str) -> Master:
        root = self._package.xml(part) if part else None
        relations = self._package.relations(part) if root is not None else {}
        theme_part = _target(relations, "theme")
        theme = read_theme(self._package.xml(theme_part) if theme_part else None)
        mapping = root.find(f"{P}clrMap") if root is not None else None
        colour_map = _map(mapping) if mapping is not None else OWN_MAP
        styles = root.find(f"{P}txStyles") if root is not None else None
        title, body, other = (
            read_list_style(styles.find(P + name)) if styles is not None else NO_LEVELS
            for name in ("titleStyle", "bodyStyle", "otherStyle")
        )
        common = root.find(f"{P}cSld") if root is not None else None
        return Master(
            Drawings(self._package, theme, colour_map),
            colour_map,
            (title, body, other),
            _placeholders(common),
            common.find(f"{P}bg") if common is not None else None,
            relations,
            root,
        )


def drawings_for(root: _Element, layout: Layout, package: Package) -> Drawings:
    """What reads fills on a slide: with the master's colours, unless the slide or its layout maps them otherwise."""
    for holder in (root, layout.root):
        override = holder.find(f"{P}clrMapOvr/{A}overrideClrMapping") if holder is not None else None
        if override is not None:
            return Drawings(package, layout.master.drawings.theme, _map(override))
    return layout.master.drawings


def inherit(placeholder: _Element | None, layout: Layout) -> Inherited:
    """What a slide's p:ph has from layout and master: by its index on the layout, by its type on the master."""
    if placeholder is None:
        return NOTHING
    type_, index = placeholder.get("type", ""), placeholder.get("idx", "0")
    on_layout = _by_type(layout.placeholders, type_) if KINDS.get(type_) not in (None, "body") else None
    if on_layout is None:
        on_layout = next((held for held in layout.placeholders if held.idx == index), None)
    if on_layout is None and type_:
        on_layout = _by_type(layout.placeholders, type_)
    if not type_ and on_layout is not None:
        type_ = on_layout.type
    kind = KINDS.get(type_ or "obj", "object")
    wanted = {"subtitle": "body", "object": "body"}.get(kind, kind)
    on_master = next((held for held in layout.master.placeholders if KINDS.get(held.type) == wanted), None)
    return Inherited(kind, tuple(held for held in (on_layout, on_master) if held is not None))


def _by_type(placeholders: tuple[Held, ...], type_: str) -> Held | None:
    wanted = KINDS.get(type_, type_)
    return next((held for held in placeholders if KINDS.get(held.type, held.type) == wanted), None)


def ground(slide: _Element, relations: Mapping[str, Relation], layout: Layout, drawings: Drawings) -> Ground:
    """The background of a slide: its own, else its layout's, else its master's (19.3.1.1)."""
    common = slide.find(f"{P}cSld")
    own = common.find(f"{P}bg") if common is not None else None
    for background, its_relations in (
        (own, relations),
        (layout.background, layout.relations),
        (layout.master.background, layout.master.relations),
    ):
        if background is not None:
            return _read_ground(background, its_relations, drawings)
    return Ground("FFFFFF")


def _read_ground(background: _Element, relations: Mapping[str, Relation], drawings: Drawings) -> Ground:
    reference = background.find(f"{P}bgRef")
    if reference is not None:
        index = reference.get("idx", "")
        background_fill = index.isdecimal() and len(index) < 9 and int(index) >= FIRST_BACKGROUND
        fills = drawings.theme.background_fills if background_fill else drawings.theme.fills
        painted, paint = drawings.referred(reference, fills, FIRST_BACKGROUND if background_fill else 1)
        return Ground((paint.over("FFFFFF") if paint else None) if painted else "FFFFFF")
    fill = own_fill(background.find(f"{P}bgPr"))
    if fill is None:
        return Ground("FFFFFF")
    if fill.tag == f"{A}blipFill":
        return Ground(None, drawings.image(fill.find(f"{A}blip"), relations))
    painted, paint = drawings.read_fill(fill)
    return Ground((paint.over("FFFFFF") if paint else None) if painted else "FFFFFF")


def own_fill(properties: _Element | None) -> _Element | None:
    """The fill element among a shape's properties."""
    return (
        next((child for child in properties if child.tag in FILLS), None) if properties is not None else None
    )


def placeholder_of(shape: _Element) -> _Element | None:
    """The p:ph of a shape; None for one that is no placeholder."""
    for child in shape:
        if isinstance(child.tag, str) and child.tag.startswith(f"{P}nv"):
            return child.find(f"{P}nvPr/{P}ph")
    return None


def _placeholders(common: _Element | None) -> tuple[Held, ...]:
    tree = common.find(f"{P}spTree") if common is not None else None
    found = []
    for shape in tree if tree is not None else ():
        if not isinstance(shape.tag, str) or (placeholder := placeholder_of(shape)) is None:
            continue
        properties = shape.find(f"{P}spPr")
        found.append(
            Held(
                placeholder.get("type", "obj"),
                placeholder.get("idx", "0"),
                read_frame(properties.find(f"{A}xfrm")) if properties is not None else None,
                read_list_style(shape.find(f"{P}txBody/{A}lstStyle")),
                properties,
            )
        )
    return tuple(found)


def _map(element: _Element) -> Mapping[str, str]:
    return {**OWN_MAP, **{str(name): str(value) for name, value in element.items()}}


def _target(relations: Mapping[str, Relation], type_: str) -> str:
    found = (found.target for found in relations.values() if found.type == type_ and not found.external)
    return next(found, "")
