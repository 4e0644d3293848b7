"""Tables on slides, and what their styles make of their cells (ECMA-376 part 1, 20.1.4.2 and 21.1.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from a11ycheck.documents.office.cell_names import cell_name
from a11ycheck.documents.office.drawing import Drawings
from a11ycheck.documents.office.limits import MOST_SPANNED
from a11ycheck.documents.office.model import Place, Table, TableCell, TableRow
from a11ycheck.documents.office.slide_masters import own_fill
from a11ycheck.documents.office.slide_text import Dress, Level, SlideText, read_list_style
from a11ycheck.documents.office.theme_colours import A, Paint, read_paint
from a11ycheck.documents.office.word_values import on_off, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

NO_STYLE = frozenset({"", "{2D5ABB26-0587-4C30-8999-92F81FD0307C}", "{5940675A-B579-460E-94D1-54222C63F5DA}"})
"""No style, and the built-in styles “No Style, No Grid” and “No Style, Table Grid”."""


class _Look(NamedTuple):
    """What a part of a table style makes of a cell; ``known``: the style is in the file."""

    known: bool
    fill: tuple[bool, Paint | None] | None = None
    colour: Paint | None = None
    bold: bool | None = None


class SlideTables:
    """Reads tables. ``styles`` is the root of the part with table styles."""

    def __init__(self, text: SlideText, styles: _Element | None) -> None:
        self._text = text
        self._styles = {
            style.get("styleId", "").upper(): style
            for style in (styles.iterchildren(f"{A}tblStyle") if styles is not None else ())
        }
        self.numbered = 0

    def table(
        self,
        element: _Element,
        place: Place,
        levels: tuple[tuple[Level, ...], ...],
        behind: str | None,
        drawings: Drawings,
    ) -> Table:
        """Read an a:tbl that lies on ``behind``."""
        self.numbered += 1
        number = self.numbered
        properties = element.find(f"{A}tblPr")
        flags = {
            name: properties is not None and on_off(properties.get(name, "0"))
            for name in ("firstRow", "firstCol", "lastRow", "lastCol", "bandRow", "bandCol")
        }
        named = properties.find(f"{A}tableStyleId") if properties is not None else None
        style_id = (named.text or "").strip().upper() if named is not None else ""
        rows = list(element.iterchildren(f"{A}tr"))
        looks: dict[tuple[str, ...], _Look] = {}
        read = []
        for index, row in enumerate(rows):
            cells = []
            found = list(row.iterchildren(f"{A}tc"))
            for column, cell in enumerate(found):
                if on_off(cell.get("hMerge", "0")) or on_off(cell.get("vMerge", "0")):
                    continue
                parts = _parts(flags, index, column, index == len(rows) - 1, column == len(found) - 1)
                if parts not in looks:
                    looks[parts] = self._look(style_id, parts, drawings)
                cells.append(
                    self._cell(cell, (index, column), number, place, levels, behind, drawings, looks[parts])
                )
            read.append(TableRow(tuple(cells), flags["firstRow"] and index == 0))
        return Table(tuple(read), place, number, header_column=flags["firstCol"])

    def _cell(
        self,
        cell: _Element,
        at: tuple[int, int],
        number: int,
        place: Place,
        levels: tuple[tuple[Level, ...], ...],
        behind: str | None,
        drawings: Drawings,
        look: _Look,
    ) -> TableCell:
        fill = own_fill(cell.find(f"{A}tcPr"))
        painted = drawings.read_fill(fill) if fill is not None else look.fill
        vague = False
        if painted is not None:
            background = (painted[1].over(behind) if painted[1] else None) if painted[0] else behind
        else:
            background, vague = (behind, False) if look.known else (None, True)
        inside = place._replace(
            steps=(*place.steps, ("table", number), ("cell", cell_name(*at))), tables=place.tables + 1
        )
        body = cell.find(f"{A}txBody")
        own = read_list_style(body.find(f"{A}lstStyle")) if body is not None else ()
        dress = Dress(
            (*levels, own) if own else levels,
            background,
            drawings.theme,
            drawings.colour_map,
            look.colour,
            look.bold,
            list_id=f"table {number}",
            vague_colour=vague,
        )
        return TableCell(
            self._text.paragraphs(body, inside, dress) if body is not None else (),
            min(max(whole(cell.get("gridSpan"), 1), 1), MOST_SPANNED),
            min(max(whole(cell.get("rowSpan"), 1), 1), MOST_SPANNED),
            background,
        )

    def _look(self, style_id: str, parts: tuple[str, ...], drawings: Drawings) -> _Look:
        style = self._styles.get(style_id)
        if style is None:
            return _Look(style_id in NO_STYLE)
        fill: tuple[bool, Paint | None] | None = None
        colour: Paint | None = None
        bold: bool | None = None
        for part in parts:
            holder = style.find(A + part)
            if holder is None:
                continue
            painted = own_fill(holder.find(f"{A}tcStyle/{A}fill"))
            reference = holder.find(f"{A}tcStyle/{A}fillRef")
            if painted is not None:
                fill = drawings.read_fill(painted)
            elif reference is not None:
                fill = drawings.referred(reference, drawings.theme.fills, 1)
            text = holder.find(f"{A}tcTxStyle")
            if text is not None:
                colour = _colour(text, drawings) or colour
                bold = text.get("b") == "on" if text.get("b") in ("on", "off") else bold
        return _Look(True, fill, colour, bold)


def _colour(text: _Element, drawings: Drawings) -> Paint | None:
    """The colour of text in a part of a table style: its own element, else in the reference to a font."""
    for child in text:
        if isinstance(child.tag, str) and child.tag.endswith("Clr"):
            return read_paint((child,), drawings.theme, drawings.colour_map)
    reference = text.find(f"{A}fontRef")
    return read_paint(reference, drawings.theme, drawings.colour_map) if reference is not None else None


def _parts(
    flags: dict[str, bool], row: int, column: int, last_row: bool, last_column: bool
) -> tuple[str, ...]:
    """The parts of a style that a cell has, in the order in which one covers the other."""
    parts = ["wholeTbl"]
    if flags["bandCol"]:
        parts.append("band1V" if (column - flags["firstCol"]) % 2 == 0 else "band2V")
    if flags["bandRow"]:
        parts.append("band1H" if (row - flags["firstRow"]) % 2 == 0 else "band2H")
    if flags["lastCol"] and last_column:
        parts.append("lastCol")
    if flags["firstCol"] and column == 0:
        parts.append("firstCol")
    if flags["lastRow"] and last_row:
        parts.append("lastRow")
    if flags["firstRow"] and row == 0:
        parts.append("firstRow")
    return tuple(parts)
