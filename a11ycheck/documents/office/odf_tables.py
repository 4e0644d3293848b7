"""Tables of an OpenDocument text or slide: their grid, header rows, merged and repeated cells.

Clauses are those of ODF 1.3, part 3.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from a11ycheck.documents.office.cell_names import cell_name
from a11ycheck.documents.office.limits import DEEPEST, MOST_SPANNED
from a11ycheck.documents.office.model import Block, Place, Table, TableCell, TableRow, paragraphs_in
from a11ycheck.documents.office.odf_names import DRAW, FO, LOEXT, SVG, TABLE, is_true, words_in
from a11ycheck.documents.office.odf_styles import IN_BODY as NO_SHAPE
from a11ycheck.documents.office.odf_styles import Base, Styles
from a11ycheck.documents.office.word_values import whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from a11ycheck.documents.office.odf_text import Around, Flow

ROWS = TABLE + "table-row"
CELL = TABLE + "table-cell"
COVERED = TABLE + "covered-table-cell"
HEADERS = TABLE + "table-header-rows"
GROUPS = frozenset({HEADERS, TABLE + "table-rows", TABLE + "table-row-group"})
OF_CELL = TABLE + "style-name"
DEFAULT_STYLE = TABLE + "default-cell-style-name"
BORDERS = tuple(
    FO + name for name in ("border", "border-top", "border-bottom", "border-left", "border-right")
)


class _Row(NamedTuple):
    """A row that is being read; ``number`` counts from 1."""

    element: _Element
    number: int
    header: bool
    last: bool


class _Grid:
    """What all cells of a table have in common."""

    def __init__(self, element: _Element, around: Around, flow: Flow, number: int) -> None:
        self.flow = flow
        self.around = around
        self.number = number
        self.on_slide = around.place.slide > 0
        self.split = False
        self.borders = False
        self.columns = _column_styles(element)
        self.look = _Look(element, flow.reading.templates if self.on_slide else {})
        rest = around.styles.own("table", element.get(OF_CELL) or "").rest
        self.behind = _painted(around.styles, rest, around.behind)

    def rows(self, row: _Row) -> list[TableRow]:
        """The row, as often as it stands for itself."""
        styles = self.around.styles
        rest = styles.own("table-row", row.element.get(OF_CELL) or "").rest
        behind = _painted(styles, rest, self.behind)
        cells: list[TableCell] = []
        column, size = 1, 1
        for element in row.element:
            if element.tag not in (CELL, COVERED):
                continue
            repeated = min(max(whole(element.get(TABLE + "number-columns-repeated"), 1), 1), MOST_SPANNED)
            if element.tag == CELL:
                cell = self._cell(element, row, column, behind)
                held = sum(1 for _ in element.iter())
                times = self._times(element, repeated, held)
                cells += [cell] * times
                size += times * held
            column = min(column + repeated, MOST_SPANNED * MOST_SPANNED)
        may_break = rest.get(FO + "keep-together") != "always"
        repeated = min(max(whole(row.element.get(TABLE + "number-rows-repeated"), 1), 1), MOST_SPANNED)
        return [TableRow(tuple(cells), row.header, may_break)] * self._times(row.element, repeated, size)

    def _times(self, element: _Element, repeated: int, size: int) -> int:
        """How often a cell or row is made. One with a table in it is made once: tables may repeat cells in turn."""
        if repeated == 1 or next(element.iterdescendants(TABLE + "table"), None) is not None:
            return 1
        return self.flow.reading.repeated(repeated, size)

    def _cell(self, element: _Element, row: _Row, column: int, behind: str | None) -> TableCell:
        around = self.around
        name = element.get(OF_CELL) or row.element.get(DEFAULT_STYLE) or self.columns.get(column, "")
        under = self.look.style(row, column)
        rest = {
            **around.styles.own("table-cell", under).rest,
            **around.styles.own("table-cell", name).rest,
        }
        painted, paint = around.styles.paint(rest)
        background = (paint.over(behind) if paint else None) if painted else ""
        if any(rest.get(border, "none") not in ("none", "hidden", "") for border in BORDERS):
            self.borders = True
        place = around.place
        inside = around._replace(
            place=Place(
                place.area,
                (*place.steps, ("table", self.number), ("cell", cell_name(row.number - 1, column - 1))),
                place.slide,
                place.tables + 1,
                place.in_text_box,
            ),
            base=Base("table-cell", name, under) if self.on_slide else NO_SHAPE,
            behind=behind if background == "" else background,
            depth=around.depth + 1,
        )
        return TableCell(
            self._blocks(element, inside),
            _span(element, "columns"),
            _span(element, "rows"),
            background,
        )

    def _blocks(self, cell: _Element, inside: Around) -> tuple[Block, ...]:
        """What a cell holds. A table that stands for the cell is what older programs made when a cell was split."""
        blocks = self.flow.blocks(cell, inside)
        if any(is_true(inner.get(TABLE + "is-sub-table")) for inner in cell.iterchildren(TABLE + "table")):
            self.split = True
            return tuple(paragraphs_in(blocks))
        return blocks


class _Look:
    """The parts of a table's template that are in use (19.729 to 19.737), on slides: text documents take theirs over
    when they are made."""

    def __init__(self, element: _Element, templates: Mapping[str, Mapping[str, str]]) -> None:
        self._template = templates.get(element.get(TABLE + "template-name") or "", {})
        parts = ("first-row", "last-row", "first-column", "last-column", "banding-rows", "banding-columns")
        self._on = {part for part in parts if is_true(element.get(f"{TABLE}use-{part}-styles"))}

    def style(self, row: _Row, column: int) -> str:
        """The cell style that the template gives a cell."""
        if not self._template:
            return ""
        odd = (row.number - ("first-row" in self._on)) % 2 == 1
        candidates = (
            ("first-row", row.number == 1, "first-row"),
            ("last-row", row.last, "last-row"),
            ("first-column", column == 1, "first-column"),
            ("banding-rows", True, "odd-rows" if odd else "even-rows"),
        )
        for part, fits, name in candidates:
            if fits and part in self._on and name in self._template:
                return self._template[name]
        return self._template.get("body", "")


def read_table(element: _Element, around: Around, flow: Flow) -> Table | None:
    """Read a table; None where it is nested more deeply than is read."""
    if around.depth >= DEEPEST:
        flow.reading.leave_out("nesting")
        return None
    number = flow.reading.next("table")
    grid = _Grid(element, around, flow, number)
    rows: list[TableRow] = []
    for row in _rows(element):
        rows += grid.rows(row)
    first_row = is_true(element.get(TABLE + "use-first-row-styles"))
    first_column = is_true(element.get(TABLE + "use-first-column-styles"))
    if grid.on_slide and first_row and rows:
        # Impress has no other mark for a header row: the box “Header row” of its table design.
        rows[0] = rows[0]._replace(header=True)
    return Table(
        tuple(rows),
        around.place,
        number,
        element.get(TABLE + "name") or "",
        (grid.on_slide and first_column) or element.find(TABLE + "table-header-columns") is not None,
        first_row,
        _written(element, TABLE + "title", SVG + "title"),
        _written(element, TABLE + "desc", SVG + "desc"),
        any(is_true(element.get(name + "decorative")) for name in (DRAW, LOEXT)),
        None if grid.on_slide else grid.borders,
        grid.split,
    )


def _rows(table: _Element) -> Iterator[_Row]:
    """The rows in all groups of rows; a group of header rows makes its rows headers."""
    waiting = [(child, False) for child in reversed(table)]
    found: list[tuple[_Element, bool]] = []
    while waiting:
        element, header = waiting.pop()
        if element.tag == ROWS:
            found.append((element, header))
        elif element.tag in GROUPS:
            header = header or element.tag == HEADERS
            waiting += [(child, header) for child in reversed(element)]
    for index, (element, header) in enumerate(found):
        yield _Row(element, index + 1, header, index + 1 == len(found))


def _column_styles(table: _Element) -> dict[int, str]:
    """The style that a column gives its cells, by the column's number."""
    found: dict[int, str] = {}
    number = 1
    for column in table.iter(TABLE + "table-column"):
        if number > MOST_SPANNED:
            break
        repeated = min(max(whole(column.get(TABLE + "number-columns-repeated"), 1), 1), MOST_SPANNED)
        if style := column.get(DEFAULT_STYLE):
            found.update(dict.fromkeys(range(number, number + repeated), style))
        number += repeated
    return found


def read_templates(styles: _Element | None) -> dict[str, dict[str, str]]:
    """The templates of tables by name: the cell style of each of their parts."""
    return {
        template.get(TABLE + "name") or "": {
            str(part.tag).rpartition("}")[2]: part.get(OF_CELL) or "" for part in template
        }
        for template in (styles.iterchildren(TABLE + "table-template") if styles is not None else ())
    }


def _span(cell: _Element, which: str) -> int:
    return min(max(whole(cell.get(f"{TABLE}number-{which}-spanned"), 1), 1), MOST_SPANNED)


def _painted(styles: Styles, rest: dict[str, str], behind: str | None) -> str | None:
    painted, paint = styles.paint(rest)
    if not painted:
        return behind
    return paint.over(behind) if paint else None


def _written(element: _Element, *tags: str) -> str:
    for tag in tags:
        if said := words_in(element.find(tag)):
            return said
    return ""
