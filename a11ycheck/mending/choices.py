"""What is certain enough to be mended without asking: a title, a language, a row that names the columns."""

from __future__ import annotations

from collections.abc import Iterable

from a11ycheck.documents.content import Content
from a11ycheck.documents.office.model import Office, Paragraph, Table, TableCell, TableRow
from a11ycheck.text.language import guess
from a11ycheck.text.words import is_file_name, is_placeholder_title

SHORTEST_TITLE, LONGEST_TITLE = 3, 150
"""Characters of a text in the document that is taken for its title."""
ENOUGH_TEXT = 400
"""Characters, so that each half of the text is twice what a guess at its language needs."""
MOST_TEXT = 200_000
LONGEST_HEADER = 60
"""Characters of a cell that names a column."""
LONGEST_CELL = 300
"""Characters of any cell: tables that only place things hold whole texts."""
LEAST_ROWS = 3
ENDS_OF_PROMPTS = (":", ".", "?", "!")
"""What ends a sentence or asks for something to be filled in, and no name of a column."""


def lacks_title(title: str) -> bool:
    """Is there no title, or one that no person wrote?"""
    written = " ".join(title.split())
    return not written or is_placeholder_title(written) or is_file_name(written)


def title_of(office: Office) -> str:
    """The title that the document shows; empty where that is not certain.

    It is the one paragraph that is styled as a title; where there is none, the one heading of the first level, if the
    text begins with it; in a deck, the title of the first slide, if that has a subtitle, as title slides have.
    """
    if office.form == "slides":
        first = next((slide for slide in office.slides if not slide.hidden), None)
        opens = first is not None and any(shape.placeholder == "subtitle" for shape in first.shapes)
        return _as_title(first.title) if first is not None and opens else ""
    body = [each for each in office.story_paragraphs("body") if each.text.strip()]
    titles = [each for each in body if each.role == "title"]
    if titles:
        return _as_title(titles[0].text) if len(titles) == 1 else ""
    highest = [each for each in body if each.role == "heading" and each.level == 1]
    opening = next((each for each in body if not each.place.tables), None)
    return _as_title(highest[0].text) if len(highest) == 1 and highest[0] is opening else ""


def shows_title(office: Office) -> bool:
    """Does a field in the text show the title among the properties?"""
    fields = (found for paragraph in office.paragraphs for found in paragraph.fields)
    return any(
        found.code == "TITLE" or (found.code == "DOCPROPERTY" and found.argument.casefold() == "title")
        for found in fields
    )


def _as_title(text: str) -> str:
    written = " ".join(text.split())
    fits = SHORTEST_TITLE <= len(written) <= LONGEST_TITLE and written[0] not in "[<{"
    return written if fits and any(map(str.isalpha, written)) and not lacks_title(written) else ""


def lacks_language(content: Content) -> bool:
    return not content.language.strip() and not content.language_is_marked_throughout()


def language_of(content: Content) -> str:
    """The language of the text that says none: where there is enough of it, and both halves are in the same one."""
    said = [block for block in content.paragraphs() if not block.language]
    text = " ".join(
        [*(block.text for block in said), *(i.text for i in content.list_items() if not i.language)]
    )
    text = text[:MOST_TEXT]
    if len(text) < ENOUGH_TEXT:
        return ""
    half = len(text) // 2
    found = {guess(text), guess(text[:half]), guess(text[half:])}
    return found.pop() or "" if len(found) == 1 else ""


def has_empty_heading(office: Office) -> bool:
    return any(each.role == "heading" and not each.text.strip() for each in office.paragraphs)


def names_its_columns(table: Table) -> bool:
    """Is it a plain data table without header cells, whose first row certainly names the columns?

    Plain: at least three rows and two columns, all rows with as many cells, none merged or split, no table or heading
    in it, no long texts. Certain: every cell of the first row is one short line with letters that ends no sentence, no
    two say the same, and the row is set off from every row below: all bold where no other row is, or on a colour that
    no other cell has.
    """
    rows = table.rows
    if len(rows) < LEAST_ROWS or len(rows[0].cells) < 2 or table.header_column or table.floating:
        return False
    if table.is_nested or table.holds_table or table.is_merged or table.split:
        return False
    if any(row.header or len(row.cells) != len(rows[0].cells) for row in rows):
        return False
    if any(len(cell.text) > LONGEST_CELL or _holds_heading(cell) for cell in table.cells):
        return False
    names = [_name_of_column(cell) for cell in rows[0].cells]
    if not all(names) or len(set(names)) < len(names):
        return False
    return _is_set_off(rows[0], rows[1:])


def _holds_heading(cell: TableCell) -> bool:
    return any(isinstance(block, Paragraph) and block.role == "heading" for block in cell.blocks)


def _name_of_column(cell: TableCell) -> str:
    """What a cell says that may name a column; empty where it is of another sort."""
    block = cell.blocks[0] if len(cell.blocks) == 1 else None
    if not isinstance(block, Paragraph) or block.shapes or block.controls or block.list is not None:
        return ""
    text = block.text.strip()
    named = 0 < len(text) <= LONGEST_HEADER and "\n" not in text and any(map(str.isalpha, text))
    return text.casefold() if named and not text.endswith(ENDS_OF_PROMPTS) else ""


def _is_set_off(first: TableRow, others: Iterable[TableRow]) -> bool:
    others = list(others)
    if _all_bold(first):
        return not any(map(_all_bold, others))
    colours = {cell.background for cell in first.cells}
    if len(colours) != 1 or colours & {None, "", "FFFFFF"}:
        return False
    return all(
        cell.background is not None and cell.background not in colours for row in others for cell in row.cells
    )


def _all_bold(row: TableRow) -> bool:
    said = [b for cell in row.cells for b in cell.blocks if isinstance(b, Paragraph) and b.text.strip()]
    return bool(said) and all(paragraph.bold for paragraph in said)
