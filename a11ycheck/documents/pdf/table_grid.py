"""A table's cells laid out in rows and columns (14.8.4.3.4), and the header cells that its data cells stand under.

Pure code on the structure tree. What decides a table's size, and which fault in it is named, follows how PDF/UA-1 is
commonly tested: the first row says how many columns there are, the first cell of each row how many rows, and the
first fault found ends the table.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from a11ycheck.documents.pdf.limits import ALL_GRID_CELLS, LARGEST_SPAN, MOST_GRID_CELLS

if TYPE_CHECKING:
    from a11ycheck.documents.pdf.tree_model import Element
    from a11ycheck.outcome import Where

ROW_GROUPS = frozenset({"THead", "TBody", "TFoot"})


class Fault(Enum):
    """Why cells make no grid."""

    OVERLAP = "two cells lie on each other"
    BELOW_LAST_ROW = "a cell spans rows that are not there"
    TOO_LONG = "a row has more columns than the first"
    TOO_SHORT = "a row has fewer columns than the first"
    TOO_BIG = "there are more cells than are laid out"


class Cell(NamedTuple):
    """A cell in its place: the row and column of its first corner, counted from 0, and how many of each it spans."""

    element: Element
    row: int
    column: int
    rows: int
    columns: int


class Grid(NamedTuple):
    """A table laid out.

    ``places`` holds, by row and column, the cell that covers the place; None where there is none. ``fault`` is the
    first one found, if any; ``row`` and ``column`` are then where, counted from 0, and ``wide`` the columns of a row
    that is too short. ``cells`` are those laid out up to there, in reading order.
    """

    table: Element
    rows: int
    columns: int
    places: Sequence[Sequence[Element | None]] = ()
    cells: tuple[Cell, ...] = ()
    fault: Fault | None = None
    row: int = 0
    column: int = 0
    wide: int = 0

    @property
    def where(self) -> Where:
        return self.table.where


def laid_out(tables: Iterable[Element]) -> Iterator[Grid]:
    """Lay out the tables of a document, as far as the limits for one and for all together go."""
    left = ALL_GRID_CELLS
    for table in tables:
        rows = rows_of(table)
        height, width = _height(rows), _width(rows)
        if height * width > min(MOST_GRID_CELLS, left):
            yield Grid(table, height, width, fault=Fault.TOO_BIG)
        else:
            left -= height * width
            yield _Layout(table, height, width).of(rows)


def rows_of(table: Element) -> list[list[Element]]:
    """Return the cells of each row, whether it stands in the table itself or in a group of rows."""
    rows: list[Element] = []
    for child in table.effective_children:
        inside = child.effective_children if child.type in ROW_GROUPS else [child]
        rows += [row for row in inside if row.type == "TR"]
    return [[cell for cell in row.effective_children if cell.type in ("TH", "TD")] for row in rows]


def span(cell: Element, attribute: str) -> int:
    """Return a cell's ``ColSpan`` or ``RowSpan`` (table 349): 1 where it says none, and no more than the limit."""
    given = cell.attributes.get(attribute)
    return min(max(given, 1), LARGEST_SPAN) if isinstance(given, int) else 1


def _width(rows: list[list[Element]]) -> int:
    return sum(span(cell, "ColSpan") for cell in rows[0]) if rows else 0


def _height(rows: list[list[Element]]) -> int:
    """Count the rows by what the first cell of each spans; a row that it reaches into is not counted again."""
    height = 0
    for number, row in enumerate(rows):
        if number == height:
            height += span(row[0], "RowSpan") if row else 1
    return height


class _Layout:
    """A grid on its way."""

    def __init__(self, table: Element, height: int, width: int) -> None:
        self._table = table
        self._height = height
        self._width = width
        self._places: list[list[Element | None]] = [[None] * width for _ in range(height)]
        self._cells: list[Cell] = []

    def of(self, rows: list[list[Element]]) -> Grid:
        for number, row in enumerate(rows):
            column = 0
            for element in row:
                while column < self._width and self._places[number][column] is not None:
                    column += 1
                cell = Cell(element, number, column, span(element, "RowSpan"), span(element, "ColSpan"))
                if fault := self._put(cell):
                    return self._grid(fault, number, column)
                column += cell.columns
        for number, places in enumerate(self._places):
            if None in places:
                return self._grid(Fault.TOO_SHORT, number, wide=self._width - places.count(None))
        return self._grid()

    def _put(self, cell: Cell) -> Fault | None:
        right, below = cell.column + cell.columns, cell.row + cell.rows
        if right > self._width:
            return Fault.TOO_LONG
        if below > self._height:
            return Fault.BELOW_LAST_ROW
        for places in self._places[cell.row : below]:
            if places[cell.column : right].count(None) < cell.columns:
                return Fault.OVERLAP
            places[cell.column : right] = [cell.element] * cell.columns
        self._cells.append(cell)
        return None

    def _grid(self, fault: Fault | None = None, row: int = 0, column: int = 0, wide: int = 0) -> Grid:
        return Grid(
            self._table,
            self._height,
            self._width,
            self._places,
            tuple(self._cells),
            fault,
            row,
            column,
            wide,
        )


class HeaderSearch(NamedTuple):
    """What came of looking for the header of each data cell in a table (ISO 14289-1, 7.5).

    ``orphan`` is the first data cell for which the tags name none, and ``unknown`` an id in its Headers that no header
    cell has. ``lost`` is the first one that no header cell stands above or before at all, though words stand where
    its header would: someone who listens misses them.
    """

    table: Element
    orphan: Cell | None = None
    unknown: str = ""
    lost: Cell | None = None

    @property
    def where(self) -> Where:
        found = self.lost or self.orphan
        return (found.element if found else self.table).where


def header_searches(grids: Iterable[Grid], *, by_place: bool = False) -> Iterator[HeaderSearch]:
    """Look for headers in the tables where it is called for.

    Tables with a fault are left out, since nothing can be said about them, and tables whose header cells all state
    their scope, as those without header cells do. ``by_place``: a header cell that does not state its scope has the
    one that its place gives it, as in PDF 2.0 (ISO 32000-2, table 384).
    """
    for grid in grids:
        headers = [cell.element for cell in grid.cells if cell.element.type == "TH"]
        if grid.fault is None and not all("Scope" in header.attributes for header in headers):
            yield _searched(grid, {header.id for header in headers} - {""}, by_place)


def _searched(grid: Grid, ids: set[str], by_place: bool) -> HeaderSearch:
    data = [cell for cell in grid.cells if cell.element.type == "TD" and not _named(cell.element, ids)]
    told = _reach(grid, _down_by_place, _along_by_place) if by_place else _reach(grid, _down, _along)
    orphan = next((cell for cell in data if not told(cell)), None)
    if orphan is None:
        return HeaderSearch(grid.table)
    unknown = next((header for header in _headers(orphan.element) if header not in ids), "")
    seen = _reach(grid, _anywhere, _anywhere)
    lost = next((cell for cell in data if not seen(cell) and _is_labelled(grid, cell)), None)
    return HeaderSearch(grid.table, orphan, unknown, lost)


def _headers(cell: Element) -> list[str]:
    """Return the ids in a cell's Headers attribute (table 349)."""
    given = cell.attributes.get("Headers")
    return [header for header in given if isinstance(header, str)] if isinstance(given, tuple) else []


def _named(cell: Element, ids: set[str]) -> bool:
    """Does the cell name its headers, and are they all there?"""
    headers = _headers(cell)
    return bool(headers) and ids.issuperset(headers)


def _is_labelled(grid: Grid, cell: Cell) -> bool:
    """Does the cell have words, and the first cell of its column as well, so that they belong together?"""
    top = grid.places[0][cell.column]
    return bool(
        cell.row and cell.column and cell.element.text.strip() and top is not None and top.text.strip()
    )


Points = Callable[["Element", int, int], bool]
"""Does a header cell point along a row or down a column? Takes the number of that line, and its place there."""


def _reach(grid: Grid, down: Points, along: Points) -> Callable[[Cell], bool]:
    """Return a test: does a header cell that points ``down`` or ``along`` reach this cell in its column or row?"""
    columns = [_reached(line, at, down) for at, line in enumerate(zip(*grid.places, strict=True))]
    rows = [_reached(line, at, along) for at, line in enumerate(grid.places)]

    def reaches(cell: Cell) -> bool:
        return any(line[cell.row] for line in columns[cell.column : cell.column + cell.columns]) or any(
            line[cell.column] for line in rows[cell.row : cell.row + cell.rows]
        )

    return reaches


def _reached(line: Iterable[Element | None], number: int, points: Points) -> list[bool]:
    """Say of each place in a row or column whether, of the nearest run of headers before it, one ``points`` to it."""
    reached: list[bool] = []
    in_run = pointed = False
    for at, cell in enumerate(line):
        reached.append(pointed)
        is_header = cell is not None and cell.type == "TH"
        if cell is not None and is_header:
            pointed = (in_run and pointed) or points(cell, number, at)
        in_run = is_header
    return reached


def _down(header: Element, line: int, at: int) -> bool:
    """PDF 1.7 has no default for a header cell that does not say its Scope (table 349)."""
    return header.attributes.get("Scope") in ("Column", "Both")


def _along(header: Element, line: int, at: int) -> bool:
    return header.attributes.get("Scope") in ("Row", "Both")


def _down_by_place(header: Element, line: int, at: int) -> bool:
    """One that does not say its Scope points both ways, apart from those of the first row and the first column."""
    return _down(header, line, at) or ("Scope" not in header.attributes and not (line == 0 and at > 0))


def _along_by_place(header: Element, line: int, at: int) -> bool:
    return _along(header, line, at) or ("Scope" not in header.attributes and not (line == 0 and at > 0))


def _anywhere(header: Element, line: int, at: int) -> bool:
    return True


def group_crosser(grid: Grid) -> Cell | None:
    """Return the first cell that spans rows of several row groups (THead, TBody, TFoot), or of one and none."""
    edges: list[int] = []
    count = 0
    for child in grid.table.effective_children:
        if child.type in ROW_GROUPS:
            edges.append(count)
            count += sum(row.type == "TR" for row in child.effective_children)
            edges.append(count)
        elif child.type == "TR":
            count += 1
    if not edges:
        return None
    groups = [bisect_right(edges, row) for row in range(max(count, grid.rows) + 1)]
    crossing = (cell for cell in grid.cells if groups[cell.row] != groups[cell.row + cell.rows - 1])
    return next(crossing, None)
