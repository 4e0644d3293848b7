"""Tables are laid out whatever their cells say, within limits, and headers are found where one would walk to them."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from a11ycheck import Status
from a11ycheck.documents.pdf.limits import ALL_GRID_CELLS, LARGEST_SPAN, MOST_GRID_CELLS
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.table_grid import Fault, Grid, HeaderSearch, header_searches, laid_out
from a11ycheck.documents.pdf.tree_model import Element
from a11ycheck.rules.pdf.table_cell_header import table_cell_header
from a11ycheck.rules.pdfua1.table_cell_headers import table_cell_header_named, table_cell_headers_exist

# The size of a table is bounded, not the time that a loaded machine takes for it.
untimed = settings(deadline=None, max_examples=300)

odd_values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=3),
    st.just((1, 2)),
    st.just(2_000_000_000),
)
spans = st.one_of(st.integers(1, 4), st.integers(1, 4), odd_values)
odd_cells = st.builds(
    lambda tag, rows, columns, scope, headers, id: Element(
        tag,
        id=id,
        attributes={"RowSpan": rows, "ColSpan": columns, "Scope": scope, "Headers": headers},
    ),
    st.sampled_from(["TH", "TD", "TD", "P", "Ruta"]),
    spans,
    spans,
    odd_values,
    odd_values,
    st.text(max_size=2),
)
groups = st.sampled_from(["TR", "TR", "TR", "THead", "TBody", "TFoot", "Div", "Caption", "Table"])
odd_tables = st.recursive(
    odd_cells,
    lambda inner: st.builds(lambda tag, kids: Element(tag, kids=kids), groups, st.lists(inner, max_size=5)),
    max_leaves=25,
).map(lambda inside: Element("Table", kids=[inside]))


@dataclass(frozen=True, slots=True)
class Tile:
    row: int
    column: int
    rows: int
    columns: int


@st.composite
def tilings(draw: st.DrawFn) -> tuple[int, int, list[Tile]]:
    """Rows, columns, and tiles in reading order that cover each place once."""
    height, width = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    free = {(row, column) for row in range(height) for column in range(width)}
    tiles = []
    while free:
        row, column = min(free)
        columns = draw(st.integers(1, min(2, width - column)))
        while (row, column + columns - 1) not in free:
            columns -= 1
        rows = draw(st.integers(1, min(2, height - row)))
        tile = {(row + down, column + along) for down in range(rows) for along in range(columns)}
        while not tile <= free:
            columns -= 1
            tile = {(row + down, column + along) for down in range(rows) for along in range(columns)}
        free -= tile
        tiles.append(Tile(row, column, rows, columns))
    return height, width, tiles


@st.composite
def regular_tables(draw: st.DrawFn) -> tuple[Element, dict[int, Tile]]:
    """A table without faults, and the tile of each of its cells, by the cell's identity."""
    height, _, tiles = draw(tilings())
    rows = [Element("TR") for _ in range(height)]
    places = {}
    for tile in tiles:
        attributes: dict[str, object] = {"RowSpan": tile.rows, "ColSpan": tile.columns}
        if scope := draw(st.sampled_from(["", "", "Row", "Column", "Both"])):
            attributes["Scope"] = scope
        if headers := draw(st.sampled_from([(), (), (), ("a",), ("a", "c")])):
            attributes["Headers"] = headers
        cell = Element(
            # Headers at the edges, so that the first data cell is not simply the first without a header.
            "TH" if 0 in (tile.row, tile.column) else draw(st.sampled_from(["TH", "TD", "TD"])),
            id=draw(st.sampled_from(["", "a", "b"])),
            attributes=attributes,
            text=draw(st.sampled_from(["", "140"])),
        )
        rows[tile.row].kids.append(cell)
        places[id(cell)] = tile
    return Element("Table", kids=list(rows)), places


def only(table: Element) -> Grid:
    return next(laid_out([table]))


def row(*cells: Element) -> Element:
    return Element("TR", kids=list(cells))


def cell(rows: object = 1, columns: object = 1) -> Element:
    return Element("TD", attributes={"RowSpan": rows, "ColSpan": columns})


@untimed
@given(st.lists(odd_tables, max_size=4))
def test_any_tables_are_laid_out_within_the_limits(tables: list[Element]) -> None:
    pdf = Pdf(roots=tuple(tables))
    grids = pdf.table_grids
    assert [grid.table for grid in grids] == pdf.elements_of("Table")
    laid = [grid for grid in grids if grid.fault is not Fault.TOO_BIG]
    assert all(grid.rows * grid.columns <= MOST_GRID_CELLS for grid in laid)
    assert sum(grid.rows * grid.columns for grid in laid) <= ALL_GRID_CELLS
    assert all(search.table in {grid.table for grid in laid} for search in pdf.header_searches)
    for grid in laid:
        covered = sum(len(places) - list(places).count(None) for places in grid.places)
        if grid.fault is None:
            assert covered == grid.rows * grid.columns == sum(each.rows * each.columns for each in grid.cells)
        else:
            assert 0 <= grid.row < max(grid.rows, 1)
            assert 0 <= grid.column <= grid.columns


@untimed
@given(regular_tables())
def test_tiles_that_cover_each_place_once_make_a_grid(made: tuple[Element, dict[int, Tile]]) -> None:
    table, tiles = made
    grid = only(table)
    assert grid.fault is None
    found = {id(each.element): Tile(each.row, each.column, each.rows, each.columns) for each in grid.cells}
    assert found == tiles
    for each in grid.cells:
        for down in range(each.rows):
            for along in range(each.columns):
                assert grid.places[each.row + down][each.column + along] is each.element


@untimed
@given(regular_tables())
def test_headers_are_found_where_one_would_walk_to_them(made: tuple[Element, dict[int, Tile]]) -> None:
    grid = only(made[0])
    headers = [each.element for each in grid.cells if each.element.type == "TH"]
    searches = list(header_searches([grid]))
    if all("Scope" in header.attributes for header in headers):
        assert searches == []
        return
    ids = {header.id for header in headers if header.id}
    orphan = next((each for each in grid.cells if is_orphan(grid, each.element, ids)), None)
    (search,) = searches
    assert (search.orphan and search.orphan.element) is (orphan and orphan.element)
    if orphan:
        named = orphan.element.attributes.get("Headers", ())
        assert isinstance(named, tuple)
        assert search.unknown == next((name for name in named if name not in ids), "")


def is_orphan(grid: Grid, data: Element, ids: set[str]) -> bool:
    """Does no header by id, and none that a walk up or to the left comes to, stand for this data cell?"""
    if data.type != "TD":
        return False
    named = data.attributes.get("Headers")
    if isinstance(named, tuple) and set(named) <= ids:
        return False
    spots = [(r, c) for r, places in enumerate(grid.places) for c, held in enumerate(places) if held is data]
    top, left = spots[0]
    upwards = [[(r, c) for r in range(top - 1, -1, -1)] for c in {c for _, c in spots}]
    leftwards = [[(r, c) for c in range(left - 1, -1, -1)] for r in {r for r, _ in spots}]
    return not (walks(grid, upwards, "Column") or walks(grid, leftwards, "Row"))


def walks(grid: Grid, ways: list[list[tuple[int, int]]], scope: str) -> bool:
    for way in ways:
        met = False
        for r, c in way:
            held = grid.places[r][c]
            assert held is not None
            if held.type == "TH":
                met = True
                if held.attributes.get("Scope") in (scope, "Both"):
                    return True
            elif met:
                break
    return False


@untimed
@given(regular_tables())
def test_a_cell_without_a_header_is_one_finding_of_one_rule(made: tuple[Element, dict[int, Tile]]) -> None:
    pdf = Pdf(roots=(made[0],))
    failing = [
        made_rule
        for made_rule in (table_cell_header, table_cell_header_named, table_cell_headers_exist)
        for _, outcome in made_rule.apply(pdf, made_rule.options)
        if outcome.status is Status.FAILED
    ]
    orphaned = any(search.orphan for search in pdf.header_searches)
    assert len(failing) == orphaned
    has_headers = any(each.type == "TH" for each in pdf.elements)
    assert has_headers or not failing, "a table without header cells is for content-table-headers"


def test_a_span_of_thousands_of_millions_is_cut_short() -> None:
    grid = only(Element("Table", kids=[row(cell(2_000_000_000, 2_000_000_000))]))
    assert grid.fault is Fault.TOO_BIG
    assert (grid.rows, grid.columns) == (LARGEST_SPAN, LARGEST_SPAN)


def test_a_table_of_the_largest_size_is_laid_out() -> None:
    rows = [
        row(*(cell(1, LARGEST_SPAN) for _ in range(10))) for _ in range(MOST_GRID_CELLS // LARGEST_SPAN // 10)
    ]
    grid = only(Element("Table", kids=list(rows)))
    assert grid.rows * grid.columns == MOST_GRID_CELLS
    assert grid.fault is None


def test_many_large_tables_share_one_limit() -> None:
    tables = [Element("Table", kids=[row(*(cell(1, 1_000) for _ in range(250)))]) for _ in range(6)]
    faults = [grid.fault for grid in laid_out(tables)]
    assert faults == [None] * 4 + [Fault.TOO_BIG] * 2


def test_nothing_is_searched_in_a_table_with_a_fault() -> None:
    ragged = Element("Table", kids=[row(Element("TH"), Element("TH")), row(cell())])
    assert list(header_searches([only(ragged)])) == []


def test_the_place_of_a_search_is_the_cell_that_has_no_header() -> None:
    orphan = Element("TD", page=3, text="140")
    table = Element("Table", page=2, kids=[row(Element("TH")), row(orphan)])
    search = next(header_searches([only(table)]))
    assert search.where == orphan.where
    assert HeaderSearch(table).where == table.where
