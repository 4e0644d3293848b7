"""What looks like a table is tagged as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from a11ycheck import Box, Fix, Outcome, People, Text, Where, anchor, ask, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Drawn, Item, Sequence
from a11ycheck.documents.pdf.tree_model import Element

RUNNING = frozenset("Document DocumentFragment Part Art Sect Div NonStruct Private BlockQuote P Span".split())
"""The tags of text that is no table, list, form or table of contents, and of what such text stands in."""
FEWEST_ROWS = 3
FEWEST_COLUMNS = 3
ALIGNED = 3.0
"""Points by which left edges in one column may differ."""
LONGEST_CELL = 60
"""Characters of a line of a cell. A line of print in one column has 60 to 90."""
GAP = 1.0
"""Parts of the text's height that lie between two cells; a space is a quarter, and rarely more than a half."""
ON_ONE_LINE = 0.4
"""Parts of the text's height by which the middles of two cells on one line may differ."""
APART = 4.0
"""Parts of the text's height: lines further apart belong to different things."""
MOST_WRAPPED = 4
"""Lines between two rows that cells with several lines may take up."""
MOST_PIECES = 3_000
"""Of a page; one with more is not looked at. A full page of tables has some hundreds."""
LEADER = re.compile(r"\.{4}|(?:\. ){4}|…{2}|_{4}")
"""Dots to a page number, or a line to write on: a table of contents or a form."""


@dataclass(slots=True)
class Piece:
    """Text on one line with no wide gap in it. ``order`` is its place in the tags."""

    text: str
    box: Box
    order: tuple[int, int]

    @property
    def height(self) -> float:
        return self.box.bottom - self.box.top

    @property
    def middle(self) -> float:
        return (self.box.top + self.box.bottom) / 2


@dataclass(frozen=True, slots=True)
class TextGrid:
    """Text that stands in rows and columns and is read row by row."""

    page: int
    rows: tuple[tuple[Piece, ...], ...]

    @property
    def where(self) -> Where:
        cells = [piece for row in self.rows for piece in row]
        boxes = [piece.box for piece in cells]
        box = Box(
            self.page,
            min(box.left for box in boxes),
            min(box.top for box in boxes),
            max(box.right for box in boxes),
            max(box.bottom for box in boxes),
        )
        return Where(
            (("page", self.page), ("text", cells[0].text)),
            anchor("grid", *(piece.text for piece in cells)),
            box,
        )


def grids(pdf: Pdf) -> Iterator[TextGrid]:
    """Each grid of running text, page by page."""
    paragraphs = _running_text(pdf)
    for drawn in pdf.drawn if paragraphs else ():
        pieces = _pieces(pdf, drawn, paragraphs)
        if FEWEST_ROWS * FEWEST_COLUMNS <= len(pieces) <= MOST_PIECES:
            for rows in _grids(_lines(pieces)):
                yield TextGrid(drawn.page, rows)


def _running_text(pdf: Pdf) -> dict[int, int]:
    """For each element, by identity, that holds running text: the place in the tree of the paragraph it is in."""
    found: dict[int, int] = {}
    for place, element in enumerate(pdf.elements):
        above = element.parent
        if element.type in RUNNING and (above is None or id(above) in found):
            inside = element.type == "Span" and above is not None and above.type in ("P", "Span")
            found[id(element)] = found[id(above)] if inside else place
    return found


def _pieces(pdf: Pdf, drawn: Drawn, paragraphs: dict[int, int]) -> list[Piece]:
    pieces: list[Piece] = []
    for index, item in enumerate(drawn.items):
        if item.kind != "text" or item.box is None or not item.text.strip():
            continue
        holder = _holder(pdf, drawn, item)
        paragraph = paragraphs.get(id(holder)) if holder else None
        if paragraph is None:
            continue
        last = pieces[-1] if pieces else None
        if last and last.order[0] == paragraph and _goes_on(last, item.box):
            last.text = f"{last.text}{item.text}"[: LONGEST_CELL + 1]
            last.box = Box(
                drawn.page,
                last.box.left,
                min(last.box.top, item.box.top),
                max(last.box.right, item.box.right),
                max(last.box.bottom, item.box.bottom),
            )
        else:
            pieces.append(Piece(item.text[: LONGEST_CELL + 1], item.box, (paragraph, index)))
    return pieces


def _holder(pdf: Pdf, drawn: Drawn, item: Item) -> Element | None:
    keys = (sequence.key for sequence in drawn.sequences_around(item) if sequence.key)
    return next((pdf.holders[key] for key in keys if key in pdf.holders), None)


def _goes_on(last: Piece, box: Box) -> bool:
    height = max(last.height, box.bottom - box.top)
    middle = (box.top + box.bottom) / 2
    return (
        abs(middle - last.middle) <= ON_ONE_LINE * height
        and -GAP * height <= box.left - last.box.right <= GAP * height
    )


def _lines(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces line by line from the top, each line from the left."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.middle):
        first = lines[-1][0] if lines else None
        if first and piece.middle - first.middle <= ON_ONE_LINE * max(first.height, piece.height):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=lambda piece: piece.box.left) for line in lines]


def _grids(lines: list[list[Piece]]) -> Iterator[tuple[tuple[Piece, ...], ...]]:
    start = 0
    while start < len(lines):
        columns, rows, end = _grid_at(lines, start)
        cells = tuple(tuple(_in_columns(row, columns)) for row in rows)
        if len(rows) >= FEWEST_ROWS and _is_read_by_rows(cells) and all(map(_are_cells, cells)):
            yield cells
        start = end


def _grid_at(lines: list[list[Piece]], start: int) -> tuple[list[float], list[list[Piece]], int]:
    """The columns and rows that begin with a line, and the index of the line after them."""
    rows = [lines[start]]
    columns = [piece.box.left for piece in lines[start]]
    end = start + 1
    wrapped = 0
    while len(columns) >= FEWEST_COLUMNS and end < len(lines):
        line = lines[end]
        if line[0].middle - lines[end - 1][0].middle > APART * max(line[0].height, lines[end - 1][0].height):
            break
        shared = [piece.box.left for piece in _in_columns(line, columns)]
        if len(shared) >= FEWEST_COLUMNS:
            columns, wrapped = shared, 0
            rows.append(line)
        elif len(shared) == len(line) and wrapped < MOST_WRAPPED:
            wrapped += 1  # more lines of some cells
        else:
            break
        end += 1
    return columns, rows, end


def _in_columns(line: list[Piece], columns: list[float]) -> list[Piece]:
    """The pieces of the line that begin where a column does; both go from the left."""
    found: list[Piece] = []
    place = 0
    for piece in line:
        while place < len(columns) and columns[place] < piece.box.left - ALIGNED:
            place += 1
        if place < len(columns) and columns[place] <= piece.box.left + ALIGNED:
            found.append(piece)
            place += 1
    return found


def _is_read_by_rows(rows: tuple[tuple[Piece, ...], ...]) -> bool:
    """Do the tags go along the rows? Through text in several columns they go down each."""
    orders = [piece.order for row in rows for piece in row]
    return all(before < after for before, after in pairwise(orders))


def _are_cells(row: tuple[Piece, ...]) -> bool:
    return all(len(piece.text) <= LONGEST_CELL and not LEADER.search(piece.text) for piece in row)


@rule(
    document=Pdf,
    each=grids,
    meets=("WCAG 1.3.1",),
    title=Text(
        "What looks like a table is tagged as one", "Det som ser ut som en tabell är taggat som en tabell"
    ),
    why=Text(
        "In a table a screen reader tells which row and column each cell belongs to. Text that is only lined up with "
        "tabs or spaces is read as one long row of words.",
        "I en tabell säger skärmläsaren vilken rad och kolumn varje cell hör till. Text som bara är uppställd med "
        "tabbar eller mellanslag läses som en enda lång rad ord.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Make a real table with header cells in the program that the document is made in, and make the PDF again.",
            "Gör en riktig tabell med rubrikceller i programmet som dokumentet är gjort i, och gör om pdf:en.",
        ),
        word=Text(
            "Select the text, choose Table > Convert Text to Table on the Insert tab, and save as PDF again.",
            "Markera texten, välj Tabell > Konvertera text till tabell på fliken Infoga och spara som pdf igen.",
        ),
        libreoffice=Text(
            "Select the text, choose Table > Convert > Text to Table, and export as PDF again.",
            "Markera texten, välj Tabell > Konvertera > Text till tabell och exportera som pdf igen.",
        ),
    ),
    messages={
        "lined-up": Text(
            "The text from “{first}” to “{last}” stands in {rows} rows and {columns} columns, but is not tagged as "
            "a table. Is it a table?",
            "Texten från ”{first}” till ”{last}” står i {rows} rader och {columns} kolumner, men är inte taggad "
            "som en tabell. Är det en tabell?",
        ),
        "not-tagged": Text(
            "The table from “{first}” to “{last}” is not tagged as a table.",
            "Tabellen från ”{first}” till ”{last}” är inte taggad som en tabell.",
        ),
    },
)
def looks_like_table(grid: TextGrid) -> Outcome:
    """No running text stands in three rows or more whose short pieces begin at the same three places or more, and is
    read row by row. Whether that is a table, a person has to say."""
    first, last = (" ".join(cell.text.split()) for cell in (grid.rows[0][0], grid.rows[-1][-1]))
    return ask(
        "lined-up",
        first=first,
        last=last,
        rows=len(grid.rows),
        columns=min(map(len, grid.rows)),
        yes=failed("not-tagged", first=first, last=last),
        no=passed(),
    )


def examples() -> dict[str, Pdf]:
    agenda = (("18.00", "Välkomna", "5 min"), ("18.05", "Val", "20 min"), ("18.25", "Budget", "15 min"))

    def pdf(
        rows: tuple[tuple[str, ...], ...] = agenda,
        *,
        tag: str = "P",
        by_column: bool = False,
        shift: float = 0,
    ) -> Pdf:
        """Each cell in a tag of its own, 150 points from column to column; each row ``shift`` further right."""
        cells = [(row, column) for row in range(len(rows)) for column in range(len(rows[row]))]
        if by_column:
            cells.sort(key=lambda cell: cell[1])
        holder = Element("Document", kids=[Element(tag, kids=[(1, 0, index)]) for index in range(len(cells))])
        items: list[Item] = []
        for index, (row, column) in enumerate(cells):
            left, top = 60 + 150 * column + shift * row, 100 + 20 * row
            items.append(
                Item("text", index, rows[row][column], Box(1, left, top, left + 50, top + 12), size=12)
            )
        sequences = tuple(Sequence(tag, key=(1, 0, index)) for index in range(len(cells)))
        return Pdf(roots=(holder,), drawn=(Drawn(1, tuple(items), sequences),))

    return {
        "cannot-tell lined-up": pdf(),
        "cannot-tell lined-up, not quite straight": pdf(shift=1),
        "inapplicable, tagged as a table": pdf(tag="TD"),
        "inapplicable, two rows": pdf(agenda[:2]),
        "inapplicable, two columns": pdf(tuple(row[:2] for row in agenda)),
        "inapplicable, askew": pdf(shift=5),
        "inapplicable, text in three columns": pdf(by_column=True),
        "inapplicable, a table of contents": pdf(
            tuple((f"{place}", f"Kapitel {place} ....", f"{place + 2}") for place in range(1, 6))
        ),
        "inapplicable, long pieces": pdf(tuple((start, middle, 40 * "ord ") for start, middle, _ in agenda)),
    }
