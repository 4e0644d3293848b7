"""Tables of a Word document: rows, merged cells, and what the table's style makes of each cell.

Clauses are those of ECMA-376 part 1 (5th edition).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from a11ycheck.documents.office.cell_names import cell_name
from a11ycheck.documents.office.limits import MOST_SPANNED
from a11ycheck.documents.office.model import Block, Place, Table, TableCell, TableRow
from a11ycheck.documents.office.word_shapes import ReadText, Surroundings
from a11ycheck.documents.office.word_values import VAL, W, is_on, on_off, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from a11ycheck.documents.office.word_styles import Settings, Styles

TR, TR_PR, TC, TC_PR, GRID_SPAN, V_MERGE, H_MERGE, SHADING = (
    W + name for name in ("tr", "trPr", "tc", "tcPr", "gridSpan", "vMerge", "hMerge", "shd")
)
Unwrapped = Callable[["_Element", Place], Iterator["_Element"]]

LOOK_BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
"""What a table takes from its style (17.7.6.7), by attribute and by bit of the older form."""


class _Look(NamedTuple):
    first_row: bool
    last_row: bool
    first_column: bool
    last_column: bool
    bands: bool
    column_bands: bool


class _Dress(NamedTuple):
    """What a part of a table style makes of a cell."""

    run: Settings
    shading: str | None


class _OpenCell:
    __slots__ = ("background", "blocks", "columns", "rows")

    def __init__(self, blocks: tuple[Block, ...], columns: int, background: str | None) -> None:
        self.blocks = blocks
        self.columns = columns
        self.rows = 1
        self.background = background


class _Shared(NamedTuple):
    """What all rows of a table have in common; ``number`` is the table's in the document."""

    number: int
    style_id: str
    look: _Look
    around: Surroundings


class TableReader:
    """Reads tables; ``read_text`` reads what is in a cell, ``unwrapped`` looks through wrappers."""

    def __init__(self, styles: Styles, read_text: ReadText, unwrapped: Unwrapped) -> None:
        self._styles = styles
        self._read_text = read_text
        self._unwrapped = unwrapped
        self._number = 0
        self._dresses: dict[tuple[str, str], _Dress] = {}
        self._drawing: dict[str, bool] = {}

    def table(self, element: _Element, around: Surroundings) -> Table:
        self._number += 1
        number = self._number
        properties = element.find(f"{W}tblPr")
        style_id = _value(properties, "tblStyle") or self._styles.default_style("table")
        marked = properties.find(f"{W}tblLook") if properties is not None else None
        look = _look(tuple(marked.items())) if marked is not None else NO_LOOK
        shared = _Shared(number, style_id, look, around)
        rows: list[tuple[list[_OpenCell], bool, bool]] = []
        open_above: dict[int, _OpenCell] = {}
        widths: set[int] = set()
        found = [
            (row, marks)
            for row in self._unwrapped(element, around.place)
            if row.tag == TR and not _is_deleted(marks := row.find(TR_PR))
        ]
        for index, (row, marks) in enumerate(found):
            edge = (index == 0, index == len(found) - 1)
            cells, open_above, width = self._row(shared, row, marks, index, edge, open_above)
            widths.add(width)
            header = marks is not None and is_on(marks.find(f"{W}tblHeader"))
            unbroken = marks is not None and is_on(marks.find(f"{W}cantSplit"))
            rows.append((cells, header, not unbroken))
        return Table(
            tuple(
                TableRow(
                    tuple(TableCell(cell.blocks, cell.columns, cell.rows, cell.background) for cell in cells),
                    header,
                    may_break,
                )
                for cells, header, may_break in rows
            ),
            around.place,
            number,
            styled_header=look.first_row,
            caption=_value(properties, "tblCaption"),
            description=_value(properties, "tblDescription"),
            borders=self._has_borders(element, properties, style_id),
            split=len(widths) > 1,
            floating=properties is not None and properties.find(f"{W}tblpPr") is not None,
        )

    def _row(
        self,
        shared: _Shared,
        row: _Element,
        marks: _Element | None,
        index: int,
        edge: tuple[bool, bool],
        above: dict[int, _OpenCell],
    ) -> tuple[list[_OpenCell], dict[int, _OpenCell], int]:
        """Return the row's cells, those that a cell below may continue by their first column, and the row's width."""
        column = _skipped(marks, "gridBefore")
        cells: list[_OpenCell] = []
        below: dict[int, _OpenCell] = {}
        found = [cell for cell in self._unwrapped(row, shared.around.place) if cell.tag == TC]
        for position, cell in enumerate(found):
            properties = cell.find(TC_PR)
            said = {child.tag: child for child in properties} if properties is not None else {}
            span = min(max(whole(said[GRID_SPAN].get(VAL), 1), 1), MOST_SPANNED) if GRID_SPAN in said else 1
            merge, sideways = said.get(V_MERGE), said.get(H_MERGE)
            if sideways is not None and sideways.get(VAL, "continue") == "continue" and cells:
                cells[-1].columns = min(cells[-1].columns + span, MOST_SPANNED)
            elif merge is not None and merge.get(VAL, "continue") == "continue" and column in above:
                above[column].rows += 1
                below[column] = above[column]
            else:
                dress = self._dress(shared, index, edge, position, position == len(found) - 1)
                shading = self._styles.shading(said.get(SHADING))
                opened = self._cell(shared, cell, shading, span, dress, (index, column))
                cells.append(opened)
                if merge is not None:
                    below[column] = opened
            column += span
        return cells, below, column + _skipped(marks, "gridAfter")

    def _cell(
        self,
        shared: _Shared,
        cell: _Element,
        shading: str | None,
        span: int,
        dress: _Dress,
        at: tuple[int, int],
    ) -> _OpenCell:
        shading = dress.shading if shading == "" else shading
        around = shared.around
        place = around.place
        inside = Surroundings(
            place._replace(
                steps=(*place.steps, ("table", shared.number), ("cell", cell_name(*at))),
                tables=place.tables + 1,
            ),
            around.background if shading == "" else shading,
            (*around.of_container, *dress.run),
            around.depth + 1,
        )
        return _OpenCell(self._read_text(cell, inside), span, shading)

    def _dress(
        self, shared: _Shared, row: int, edge: tuple[bool, bool], column: int, last_column: bool
    ) -> _Dress:
        """What the style makes of a cell: its parts in the order in which one covers the other (17.7.6)."""
        style_id, look = shared.style_id, shared.look
        parts = ["wholeTable"]
        if look.column_bands:
            parts.append("band1Vert" if (column - look.first_column) % 2 == 0 else "band2Vert")
        if look.bands:
            parts.append("band1Horz" if (row - look.first_row) % 2 == 0 else "band2Horz")
        if look.first_column and column == 0:
            parts.append("firstCol")
        if look.last_column and last_column:
            parts.append("lastCol")
        if look.first_row and edge[0]:
            parts.append("firstRow")
        if look.last_row and edge[1]:
            parts.append("lastRow")
        key = (style_id, " ".join(parts))
        found = self._dresses.get(key)
        if found is None:
            found = self._dresses[key] = self._dressed(style_id, parts)
        return found

    def _dressed(self, style_id: str, parts: list[str]) -> _Dress:
        run: list[tuple[str, object]] = []
        shading: str | None = ""
        chain = self._styles.table_chain(style_id)
        for part in parts:
            for style in chain:
                holder: _Element | None = style
                if part != "wholeTable":
                    named = (found for found in style.iterchildren(f"{W}tblStylePr"))
                    holder = next((found for found in named if found.get(f"{W}type") == part), None)
                if holder is None:
                    continue
                run += self._styles.run_settings(holder.find(f"{W}rPr"))
                own = self._styles.shading(holder.find(f"{W}tcPr/{W}shd"))
                shading = shading if own == "" else own
        return _Dress(tuple(run), shading)

    def _has_borders(self, element: _Element, properties: _Element | None, style_id: str) -> bool:
        """Does the table, its style or any of its cells draw a line?"""
        own = properties.find(f"{W}tblBorders") if properties is not None else None
        if self._style_draws(style_id) if own is None else _draws(own):
            return True
        cells = (cell for row in element.iterchildren(TR) for cell in row.iterchildren(TC))
        return any(
            _draws(found) for cell in cells if (found := cell.find(f"{W}tcPr/{W}tcBorders")) is not None
        )

    def _style_draws(self, style_id: str) -> bool:
        found = self._drawing.get(style_id)
        if found is None:
            chain = self._styles.table_chain(style_id)
            found = any(_draws(borders) for style in chain for borders in style.iter(*BORDERS))
            self._drawing[style_id] = found
        return found


BORDERS = (f"{W}tblBorders", f"{W}tcBorders")


def _draws(borders: _Element) -> bool:
    return any(line.get(VAL, "nil") not in ("nil", "none") for line in borders)


NO_LOOK = _Look(False, False, False, False, False, False)


@lru_cache(maxsize=100)
def _look(attributes: tuple[tuple[str, str], ...]) -> _Look:
    given = dict(attributes)
    try:
        bits = int(given.get(VAL, "0"), 16)
    except ValueError:
        bits = 0
    says = {
        name: on_off(given[W + name]) if W + name in given else bool(bits & bit)
        for name, bit in LOOK_BITS.items()
    }
    return _Look(
        says["firstRow"],
        says["lastRow"],
        says["firstColumn"],
        says["lastColumn"],
        not says["noHBand"],
        not says["noVBand"],
    )


def _is_deleted(marks: _Element | None) -> bool:
    return marks is not None and marks.find(f"{W}del") is not None


def _skipped(marks: _Element | None, name: str) -> int:
    return min(max(whole(_value(marks, name)), 0), MOST_SPANNED)


def _value(holder: _Element | None, name: str) -> str:
    found = holder.find(W + name) if holder is not None else None
    return found.get(VAL, "") if found is not None else ""
