"""A text document or slide deck as its reader meets it: the shared content, made of the model alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import a11ycheck.documents.content as content
from a11ycheck.documents.content import Content
from a11ycheck.documents.office.model import (
    Block,
    Link,
    Office,
    Paragraph,
    Placeholder,
    Shape,
    ShapeKind,
    Slide,
    Table,
    paragraphs_in,
)
from a11ycheck.documents.office.watermarks import is_watermark

PICTURED: frozenset[ShapeKind] = frozenset({"picture", "chart", "diagram", "object", "formula", "media"})
"""Shapes that show something which has to be said in words. A group that says it for all in it counts as one."""
ON_EVERY_PAGE = ("header", "footer")
REPEATED: frozenset[Placeholder] = frozenset({"date", "footer", "header", "number"})
"""Placeholders that stand on every slide alike."""
SLIDE_TITLE_LEVEL = 1
"""Slides are siblings: each title is a heading of the first level."""


def content_of(office: Office) -> Content:
    """Return what a reader meets, in reading order: the body with its text boxes and notes, or the slides.

    Of headers and footers only pictures and links are there, last: their text comes back on every page. Speaker's
    notes are not: they are the speaker's.
    """
    blocks: list[content.Block] = []
    for story in office.stories:
        told = _told(story.blocks)
        if story.area in ON_EVERY_PAGE:
            told = (block for block in told if isinstance(block, (content.Picture, content.Link)))
        blocks.extend(told)
    for slide in office.slides:
        blocks.extend(_slide(slide))
    return Content(tuple(blocks), office.properties.title, office.language)


def _told(blocks: Iterable[Block]) -> Iterator[content.Block]:
    waiting = list(blocks)[::-1]
    while waiting:
        block = waiting.pop()
        if isinstance(block, Paragraph):
            yield from _paragraph(block)
            inner = [held for shape in block.shapes for held in _text_of(shape)]
            waiting.extend(reversed(inner))
        elif block.is_layout:
            waiting.extend(_reversed_cells(block))
        else:
            yield _table(block)
            yield from _in_table(block)


def _reversed_cells(table: Table) -> list[Block]:
    """What stands in the cells, the last first."""
    return [block for cell in table.cells for block in cell.blocks][::-1]


def _heading(paragraph: Paragraph) -> Iterator[content.Block]:
    """The heading; one that holds only pictures is called what they are, and is none where that is nothing."""
    text = paragraph.text if paragraph.text.strip() else _alternatives(paragraph)
    if text or not paragraph.shapes:
        yield content.Heading(paragraph.level, text, where=paragraph.where, language=paragraph.language)


def _paragraph(paragraph: Paragraph) -> Iterator[content.Block]:
    if paragraph.role == "heading":
        yield from _heading(paragraph)
    elif paragraph.text.strip():
        if paragraph.list is not None:
            yield content.ListItem(paragraph.text, where=paragraph.where, language=paragraph.language)
        else:
            yield content.Paragraph(
                paragraph.text,
                paragraph.size,
                paragraph.bold,
                where=paragraph.where,
                language=paragraph.language,
            )
    yield from _held(paragraph)


def _alternatives(paragraph: Paragraph) -> str:
    return " ".join(inner.alt for shape in paragraph.shapes for inner in shape.with_children() if inner.alt)


def _held(paragraph: Paragraph) -> Iterator[content.Block]:
    """The links and pictures that stand in a paragraph."""
    for link in paragraph.links:
        yield _link(link)
    for shape in paragraph.shapes:
        yield from _pictured(shape, paragraph.language)


def _link(link: Link) -> content.Link:
    return content.Link(link.text, link.target, link.around, where=link.where, language=link.language)


def _pictured(shape: Shape, language: str) -> Iterator[content.Block]:
    """What is pictured in a shape and those in it; a group with an alternative, or a decorative one, stands for all.

    A watermark is left out: it stands in the header of each kind of page, and the model tells of it once.
    """
    waiting = [shape]
    while waiting:
        found = waiting.pop()
        if found.hidden or (found.place.area in ON_EVERY_PAGE and is_watermark(found)):
            continue
        stands_for_all = found.kind == "group" and (found.decorative or bool((found.alt or "").strip()))
        if found.kind in PICTURED or stands_for_all:
            shown = found.image.content if found.image else ""
            yield content.Picture(
                found.alt, found.decorative, shown, where=found.where, language=found.language or language
            )
        if found.media is not None and found.media.is_online:
            yield content.Player(
                "embedded",
                (found.media.linked,),
                found.alt or found.title,
                where=found.where,
                language=found.language or language,
            )
        if found.link:
            text = found.alt or found.words
            yield content.Link(text, found.link, where=found.where, language=found.language or language)
        if not stands_for_all:
            waiting.extend(reversed(found.children))


def _text_of(shape: Shape) -> Iterator[Block]:
    return (block for inner in shape.with_children() if not inner.hidden for block in inner.blocks)


def _table(table: Table) -> content.Table:
    marked = table.header_rows
    rows = tuple(
        tuple(
            content.Cell(
                cell.text,
                index < marked or (table.header_column and position == 0),
                cell.columns,
                cell.rows,
            )
            for position, cell in enumerate(row.cells)
        )
        for index, row in enumerate(table.rows)
    )
    language = next(
        (paragraph.language for cell in table.cells for paragraph in paragraphs_in(cell.blocks)), ""
    )
    return content.Table(rows, table.caption, where=table.where, language=language)


def _in_table(table: Table) -> Iterator[content.Block]:
    """What a table's cells hold beside their text: headings, links, pictures, tables, text boxes."""
    waiting = _reversed_cells(table)
    while waiting:
        block = waiting.pop()
        if isinstance(block, Table):
            if not block.is_layout:
                yield _table(block)
            waiting.extend(_reversed_cells(block))
            continue
        if block.role == "heading":
            yield from _heading(block)
        yield from _held(block)
        for shape in block.shapes:
            yield from _told(_text_of(shape))


def _slide(slide: Slide) -> Iterator[content.Block]:
    for shape in slide.shapes:
        if shape.hidden or shape.placeholder in REPEATED:
            continue
        if shape is slide.title_shape:
            yield from _title(shape)
            continue
        yield from _pictured(shape, shape.language)
        yield from _told(_text_of(shape))


def _title(shape: Shape) -> Iterator[content.Block]:
    paragraphs = list(paragraphs_in(shape.blocks))
    text = " ".join(" ".join(paragraph.text for paragraph in paragraphs).split())
    if text:
        language = next((paragraph.language for paragraph in paragraphs if paragraph.text.strip()), "")
        yield content.Heading(SLIDE_TITLE_LEVEL, text, where=shape.where, language=language)
    for paragraph in paragraphs:
        yield from _held(paragraph)
