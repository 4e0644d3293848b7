"""What DrawingML says alike in text documents and on slides: names, alternatives, pictures, charts, diagrams, fills."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from a11ycheck.documents.office.model import Image
from a11ycheck.documents.office.theme_colours import OWN_MAP, A, Paint, Theme, read_paint
from a11ycheck.documents.office.word_values import R, on_off, whole
from a11ycheck.documents.office.xml import text_in

if TYPE_CHECKING:
    from lxml.etree import _Element

    from a11ycheck.documents.office.package import Package, Relation

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
CX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CHART_EX = "http://schemas.microsoft.com/office/drawing/2014/chartex"
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
LARGEST_CHART = 8 * 1024 * 1024

SUFFIX = {"jpeg": "jpg", "tiff": "tif"}


class Named(NamedTuple):
    """What a shape's non-visual properties say (20.1.2.2.8)."""

    name: str = ""
    alt: str | None = None
    title: str = ""
    decorative: bool = False
    hidden: bool = False
    link: str = ""
    link_place: str = ""
    link_tooltip: str = ""


def read_named(element: _Element | None, relations: Mapping[str, Relation]) -> Named:
    """Read a cNvPr or docPr."""
    if element is None:
        return Named()
    link = element.find(f"{A}hlinkClick")
    target, place = read_click(link, relations)
    return Named(
        element.get("name", ""),
        element.get("descr"),
        element.get("title", ""),
        any(on_off(found.get("val")) for found in element.iter(DECORATIVE)),
        element.get("hidden") is not None and on_off(element.get("hidden")),
        target,
        place,
        link.get("tooltip", "") if link is not None else "",
    )


def read_click(link: _Element | None, relations: Mapping[str, Relation]) -> tuple[str, str]:
    """Where a click leads: an address, or a place in the document by its part or action; the other is empty."""
    if link is None:
        return "", ""
    relation = relations.get(link.get(f"{R}id", ""))
    action = link.get("action", "")
    if relation is not None and relation.external:
        return relation.target, ""
    if relation is not None and not action.startswith("ppaction://media"):
        return "", relation.target
    return "", action.partition("?jump=")[2] if "hlinkshowjump" in action else ""


class Drawings:
    """Pictures, charts and diagrams of a package, read once each; ``theme`` and ``colour_map`` are for fills."""

    def __init__(self, package: Package, theme: Theme, colour_map: Mapping[str, str] = OWN_MAP) -> None:
        self._package = package
        self.theme = theme
        self.colour_map = colour_map
        self._charts: dict[str, tuple[str, str]] = {}
        self._diagrams: dict[str, str] = {}

    def image(self, blip: _Element | None, relations: Mapping[str, Relation]) -> Image | None:
        """The picture that an a:blip shows; None where there is none."""
        if blip is None:
            return None
        embedded = relations.get(blip.get(f"{R}embed", ""))
        linked = relations.get(blip.get(f"{R}link", ""))
        if embedded is not None and not embedded.external:
            return self.image_part(embedded.target)
        address = next((found.target for found in (linked, embedded) if found is not None), "")
        return Image(type=_suffix(address), linked=address, missing=not address)

    def image_part(self, part: str) -> Image:
        """The picture in a part, told from others by the checksum that the zip's directory has, with its size."""
        checksum = self._package.checksum(part)
        if checksum is None:
            return Image(type=_suffix(part), missing=True)
        return Image(f"{checksum:08x}{self._package.size(part):x}", _suffix(part))

    def chart(self, relation: Relation | None) -> tuple[str, str]:
        """A chart's title and all its words: titles, names of series and categories."""
        if relation is None or relation.external:
            return "", ""
        found = self._charts.get(relation.target)
        if found is None:
            found = self._charts[relation.target] = self._read_chart(relation.target)
        return found

    def _read_chart(self, part: str) -> tuple[str, str]:
        if self._package.size(part) > LARGEST_CHART:
            self._package.unread.append(f"{part}: too-big")
            return "", ""
        root = self._package.xml(part)
        if root is None:
            return "", ""
        title = next(
            iter([*root.iterfind(f"{C}chart/{C}title"), *root.iterfind(f"{CX}chart/{CX}title")]), None
        )
        written = _joined(text_in(title, f"{A}t")) if title is not None else ""
        words = dict.fromkeys(text_in(root, f"{A}t"))
        for cache in root.iter(f"{C}strCache"):
            words.update(dict.fromkeys(text_in(cache, f"{C}v")))
        return written, "\n".join(words)

    def diagram(self, relation: Relation | None) -> str:
        """The words of a SmartArt diagram, one line for each of its shapes."""
        if relation is None or relation.external:
            return ""
        found = self._diagrams.get(relation.target)
        if found is None:
            root = self._package.xml(relation.target)
            points = root.iter(f"{DGM}pt") if root is not None else ()
            lines = (_joined(text_in(point, f"{A}t")) for point in points)
            found = self._diagrams[relation.target] = "\n".join(line for line in lines if line)
        return found

    def fill(
        self, properties: _Element | None, style: _Element | None = None, of_group: Paint | None = None
    ) -> tuple[bool, Paint | None]:
        """Whether a shape has a fill, and its paint; None where it cannot be told (a gradient, a picture).

        ``properties`` is the spPr, ``style`` the shape's style, whose reference counts where the former is silent.
        """
        for child in properties if properties is not None else ():
            if child.tag in FILLS:
                return self.read_fill(child, of_group)
        reference = style.find(f"{A}fillRef") if style is not None else None
        if reference is None:
            return False, None
        return self.referred(reference, self.theme.fills, 1)

    def referred(
        self, reference: _Element, fills: tuple[_Element, ...], first: int
    ) -> tuple[bool, Paint | None]:
        """The fill style of the theme that a reference names (20.1.4.2.10)."""
        index = whole(reference.get("idx"))
        colour = read_paint(reference, self.theme, self.colour_map)
        if index < first:
            return False, None
        if index - first < len(fills):
            return self.read_fill(fills[index - first], None, colour)
        return True, colour

    def read_fill(
        self, fill: _Element, of_group: Paint | None = None, of_style: Paint | None = None
    ) -> tuple[bool, Paint | None]:
        """Whether a fill element paints anything, and with what."""
        if fill.tag == f"{A}noFill":
            return False, None
        if fill.tag == f"{A}solidFill":
            return True, read_paint(fill, self.theme, self.colour_map, of_style)
        if fill.tag == f"{A}grpFill":
            return of_group is not None, of_group
        return True, None

    def line(self, properties: _Element | None) -> str | None:
        """The colour of a shape's outline; empty where it has none of its own."""
        line = properties.find(f"{A}ln") if properties is not None else None
        for child in line if line is not None else ():
            if child.tag in FILLS:
                painted, paint = self.read_fill(child)
                return (paint.colour if paint else None) if painted else ""
        return ""


FILLS = frozenset(A + name for name in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"))


def _joined(texts: Iterable[str]) -> str:
    return " ".join("".join(texts).split())


def _suffix(name: str) -> str:
    dot, end = name.rpartition(".")[1:]
    low = end.casefold()
    return SUFFIX.get(low, low) if dot and low.isalnum() and len(low) <= 5 else ""
