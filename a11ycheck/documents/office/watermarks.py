"""What lies behind the text of every page: shapes in headers that are named so, or are bent text behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from a11ycheck.documents.office.model import Shape, Story, Watermark, paragraphs_in

WATERMARK = "watermark"
"""Stands in the names that Word and LibreOffice give: PowerPlusWaterMarkObject, WordPictureWatermark."""


def is_watermark(shape: Shape) -> bool:
    """Is it one, where it stands in a header or footer?"""
    return WATERMARK in shape.name.casefold() or (shape.word_art and shape.behind_text)


def watermarks(stories: Iterable[Story]) -> Iterator[Watermark]:
    """Yield the watermarks in headers and footers, each once."""
    seen: set[tuple[str, str]] = set()
    for story in stories:
        for paragraph in paragraphs_in(story.blocks) if story.area in ("header", "footer") else ():
            for shape in (inner for outer in paragraph.shapes for inner in outer.with_children()):
                words = " ".join(shape.words.split())
                key = (words, shape.image.content if shape.image else "")
                if is_watermark(shape) and key not in seen:
                    seen.add(key)
                    yield Watermark(words, shape.image, len(seen))
