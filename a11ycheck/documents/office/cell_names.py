"""What a cell of a table is called, in text documents and on slides."""

from __future__ import annotations


def cell_name(row: int, column: int) -> str:
    """A cell's name as in a spreadsheet, “B3”; row and column count from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"
