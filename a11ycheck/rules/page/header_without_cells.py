"""A header cell in a table is the header of some cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from a11ycheck import Fix, Outcome, People, Text, Where, failed, passed, rule
from a11ycheck.documents.page.model import Element, Page, span_of

HEADERS = frozenset({"columnheader", "rowheader"})
CELLS = HEADERS | {"cell", "gridcell"}
TABLES = ("table", "grid", "treegrid")
MOST_SLOTS = 20_000


@dataclass(slots=True)
class Cell:
    """A cell and the slots that it covers: rows and columns from 0, ends left out."""

    element: Element
    top: int
    left: int
    bottom: int
    right: int

    @property
    def is_header(self) -> bool:
        return self.element.role in HEADERS


@dataclass(slots=True)
class Grid:
    """The slots of a table, as HTML's algorithm for forming a table fills them."""

    cells: list[Cell] = field(default_factory=list)
    at: dict[tuple[int, int], Cell] = field(default_factory=dict)
    height: int = 0
    width: int = 0


@dataclass(frozen=True, slots=True)
class Header:
    """A header cell that is shown, whether any cell has it as its header, and whether the table has both other headers
    and other cells."""

    element: Element
    has_cells: bool
    table_has_more: bool

    @property
    def where(self) -> Where:
        return self.element.where


def headers(page: Page) -> Iterator[Header]:
    for table in page.with_role(*TABLES):
        grid = _grid(table)
        used = _used(grid) if any(cell.is_header for cell in grid.cells) else set()
        with_more = 1 < sum(cell.is_header for cell in grid.cells) < len(grid.cells)
        for cell in grid.cells:
            if cell.is_header and cell.element.exposed and cell.element.is_visible:
                yield Header(cell.element, id(cell) in used, with_more)


def _grid(table: Element) -> Grid:
    grid = Grid()
    slots = 0
    for row in _rows(table):
        left, top = 0, grid.height
        grid.height += 1
        for element in _cells(row):
            while (top, left) in grid.at:
                left += 1
            across = _span(element, "colspan", "aria-colspan")
            down = max(1, _span(element, "rowspan", "aria-rowspan"))
            slots += across * down
            if slots > MOST_SLOTS:
                return Grid()
            cell = Cell(element, top, left, top + down, left + across)
            grid.cells.append(cell)
            for place in range(cell.top, cell.bottom):
                for column in range(cell.left, cell.right):
                    grid.at.setdefault((place, column), cell)
            left = cell.right
            grid.width = max(grid.width, left)
    return grid


def _rows(table: Element) -> Iterator[Element]:
    """Its rows, not those of tables in it. A row that is hidden is none: nothing stands under its headers."""
    waiting = [child for child in reversed(table.children) if isinstance(child, Element)]
    while waiting:
        element = waiting.pop()
        if element.role in TABLES or element.tag == "table":
            continue
        if element.role == "row" or element.tag == "tr":
            yield element
        else:
            waiting.extend(child for child in reversed(element.children) if isinstance(child, Element))


def _cells(row: Element) -> Iterator[Element]:
    waiting = [child for child in reversed(row.children) if isinstance(child, Element)]
    while waiting:
        element = waiting.pop()
        if element.role in CELLS or element.tag in ("td", "th"):
            yield element
        elif element.role not in TABLES and element.tag != "table":
            waiting.extend(child for child in reversed(element.children) if isinstance(child, Element))


def _span(element: Element, native: str, aria: str) -> int:
    return span_of(element.attribute(native if element.tag in ("td", "th") else aria))


def _used(grid: Grid) -> set[int]:
    """The header cells that are assigned to some cell that is heard, by HTML's algorithm (section 4.9.12.2)."""
    by_id: dict[str, Cell] = {}
    for cell in grid.cells:
        if name := cell.element.attribute("id"):
            by_id.setdefault(name, cell)
    above, before = _header_lines(grid)
    used: set[int] = set()
    for cell in grid.cells:
        if not cell.element.exposed or cell.element.role not in CELLS:
            continue
        if cell.element.has("headers"):
            named = (by_id.get(name) for name in cell.element.attribute("headers").split()[:50])
            used.update(id(header) for header in named if header is not None and header is not cell)
            continue
        for column in range(cell.left, cell.right):
            used.update(id(header) for header in above[column] if header.bottom <= cell.top)
        for row in range(cell.top, cell.bottom):
            used.update(id(header) for header in before[row] if header.right <= cell.left)
    return used


def _header_lines(grid: Grid) -> tuple[defaultdict[int, list[Cell]], defaultdict[int, list[Cell]]]:
    """The headers of each column, and those of each row."""
    data_in_row: set[int] = set()
    data_in_column: set[int] = set()
    for cell in grid.cells:
        if not cell.is_header:
            data_in_row.update(range(cell.top, cell.bottom))
            data_in_column.update(range(cell.left, cell.right))
    above: defaultdict[int, list[Cell]] = defaultdict(list)
    before: defaultdict[int, list[Cell]] = defaultdict(list)
    for cell in grid.cells:
        if not cell.is_header:
            continue
        scope = _scope(cell, data_in_row, data_in_column)
        if not scope.startswith("row"):
            for column in range(cell.left, cell.right):
                above[column].append(cell)
        if not scope.startswith("col"):
            for row in range(cell.top, cell.bottom):
                before[row].append(cell)
    return above, before


def _scope(cell: Cell, data_in_row: set[int], data_in_column: set[int]) -> str:
    """What the header is for: as it says, else by what else stands in its row and column; empty where that leaves it
    open, and browsers differ."""
    said = cell.element.attribute("scope").strip().casefold()
    if cell.element.tag == "th" and said in ("col", "colgroup", "row", "rowgroup"):
        return said
    if cell.element.tag != "th":
        return "col" if cell.element.role == "columnheader" else "row"
    if data_in_row.isdisjoint(range(cell.top, cell.bottom)):
        return "col"
    if data_in_column.isdisjoint(range(cell.left, cell.right)):
        return "row"
    return ""


@rule(
    document=Page,
    each=headers,
    meets=("WCAG 1.3.1", "ACT d0f69e"),
    title=Text("Header cells belong to cells", "Rubrikceller hör till celler"),
    why=Text(
        "A screen reader says the header before each cell; a header that no cell has is never heard where it counts.",
        "Skärmläsaren säger rubriken före varje cell; en rubrik som ingen cell har hörs aldrig där den behövs.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "See that each column and row with a header has cells, and that no cell is missing in a row. Let cells "
            "that are no headers be ordinary cells.",
            "Se till att varje kolumn och rad med rubrik har celler och att ingen cell saknas i en rad. Låt celler "
            "som inte är rubriker vara vanliga celler.",
        ),
        web=Text(
            "Let every <tr> have as many cells as the table has columns, empty ones too. If cells name their headers "
            'with headers="…", name all of them.',
            "Låt varje <tr> ha lika många celler som tabellen har kolumner, även tomma. Om cellerna namnger sina "
            'rubriker med headers="…", namnge alla.',
        ),
    ),
    messages={
        "unused": Text(
            "No cell in the table has “{text}” as its header.",
            "Ingen cell i tabellen har ”{text}” som rubrik.",
        ),
    },
)
def header_without_cells(header: Header) -> Outcome:
    """At least one cell is assigned to it. Not where a table has one header only, or headers alone: then no one need be
    misled (the ACT rule's assumptions say so)."""
    if header.has_cells or not header.table_has_more:
        return passed()
    return failed("unused", text=header.element.text[:100])


def examples() -> dict[str, Page]:
    def table(*rows: list[Element]) -> Page:
        return Page.of(
            Element("table", {}, *(Element("tr", {}, *row, role="row") for row in rows), role="table")
        )

    def th(text: str, role: str = "columnheader", **attributes: str) -> Element:
        return Element("th", attributes, text, role=role)

    def td(text: str, **attributes: str) -> Element:
        return Element("td", attributes, text, role="cell")

    return {
        "failed unused, a cell is missing": table([th("Tid"), th("Plats")], [td("13.00")]),
        "failed unused, the cell names another header": table(
            [th("Tid", id="tid"), th("Plats", id="plats")], [td("13.00"), td("Sal A", headers="tid")]
        ),
        "passed": table([th("Tid"), th("Plats")], [td("13.00"), td("Sal A")]),
        "passed, one cell under both": table([th("Tid"), th("Plats")], [td("Inställt", colspan="2")]),
        "passed, rows have headers, too": table(
            [th("Dag"), th("Tid")],
            [th("Måndag", "rowheader"), td("13.00")],
            [th("Fredag", "rowheader"), td("9.00")],
        ),
        "passed, headers alone": table([th("Tid"), th("Plats")]),
        "inapplicable": table([td("13.00")]),
    }
