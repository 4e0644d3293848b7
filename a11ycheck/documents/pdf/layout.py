"""Paragraphs of untagged pages, put together from where the text stands.

pdfminer.six groups the glyphs of the first pages into lines, boxes and reading order. It is given glyphs that this
package has read, never the file: it would follow forms, streams and references without a limit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from a11ycheck.documents.content import Paragraph
from a11ycheck.documents.pdf import joining
from a11ycheck.documents.pdf.fonts import Fonts
from a11ycheck.documents.pdf.joining import RIGHTWARDS, Point
from a11ycheck.documents.pdf.limits import MOST_CELLS, MOST_LINES, MOST_ORDERED_BOXES
from a11ycheck.documents.pdf.page_content import NO_FONT, Drawing, Glyph, Run
from a11ycheck.documents.pdf.passage import Passage
from a11ycheck.outcome import Box, Where, anchor

if TYPE_CHECKING:
    from pdfminer.layout import LTTextBox, LTTextGroup, LTTextLine


def laid_out(drawing: Drawing, fonts: Fonts, width: float, height: float) -> list[Paragraph]:
    """Return a page's paragraphs in reading order, by its glyphs; by its runs where those are too many to compare."""
    from pdfminer.layout import LAParams, LTChar, LTComponent, LTLayoutContainer

    class Placed(LTChar):
        """A glyph as pdfminer's layout knows one; it counts from the bottom of the page."""

        def __init__(self, glyph: Glyph) -> None:
            LTComponent.__init__(self, (glyph.left, height - glyph.bottom, glyph.right, height - glyph.top))
            self._text = glyph.text
            self.glyph = glyph

    placed = [Placed(glyph) for glyph in drawing.glyphs if _is_on(glyph, width, height)]
    if not placed:
        return grouped(drawing, fonts)
    parameters = LAParams()
    container = LTLayoutContainer((0.0, 0.0, width, height))
    lines = [line for line in container.group_objects(parameters, placed) if not line.is_empty()]
    if len(lines) > MOST_LINES or sum(map(_cells, lines)) > MOST_CELLS:
        return grouped(drawing, fonts)
    boxes = list(container.group_textlines(parameters, lines))
    if len(boxes) <= MOST_ORDERED_BOXES:
        groups = container.group_textboxes(parameters, boxes)
        for group in groups:
            group.analyze(parameters)
        boxes = [box for group in groups for box in _boxes_in(group)]
    return [_paragraph(drawing.page, sorted(box, key=lambda line: -line.y1)) for box in boxes]


def _is_on(glyph: Glyph, width: float, height: float) -> bool:
    return glyph.left < width and glyph.right > 0 and glyph.top < height and glyph.bottom > 0


def _cells(line: LTTextLine) -> float:
    """Return how many cells a line takes up in the grid of 50 points that pdfminer looks for neighbours in."""
    return (line.width / 50 + 2) * (line.height / 50 + 2)


def _boxes_in(group: LTTextGroup) -> Iterator[LTTextBox]:
    """Yield the boxes of a group in order; they lie in pairs within pairs."""
    from pdfminer.layout import LTTextBox

    waiting: list[Any] = [group]
    while waiting:
        here = waiting.pop()
        if isinstance(here, LTTextBox):
            yield here
        else:
            waiting.extend(reversed(list(here)))


def _paragraph(page: int, lines: list[LTTextLine]) -> Paragraph:
    glyphs = [char.glyph for line in lines for char in line if hasattr(char, "glyph")]
    text = joining.joined_lines(["".join(part.get_text() for part in line) for line in lines])
    box = covering([Box(page, glyph.left, glyph.top, glyph.right, glyph.bottom) for glyph in glyphs])
    sizes = Counter(glyph.size for glyph in glyphs)
    bold = sum(1 if glyph.bold else -1 for glyph in glyphs) > 0
    return paragraph(page, text, box, sizes.most_common(1)[0][0], bold)


def grouped(drawing: Drawing, fonts: Fonts) -> list[Paragraph]:
    """Return a page's paragraphs in the order in which they are painted, by its runs."""
    found: list[Paragraph] = []
    passage, inside = Passage(), list[Run]()
    for run in drawing.runs:
        if run.kind != "text" or not run.text.strip():
            continue
        if not passage.continues(run):
            found.append(_paragraph_of(drawing.page, passage, inside))
            passage, inside = Passage(), []
        passage.add(run.text, run, drawing.page, bold=run.font != NO_FONT and fonts[run.font].bold)
        inside.append(run)
    return [*found, _paragraph_of(drawing.page, passage, inside)] if inside else found


def _paragraph_of(page: int, passage: Passage, runs: list[Run]) -> Paragraph:
    boxes = [box for run in runs if (box := run.box(page)) is not None]
    return paragraph(page, passage.text, covering(boxes), passage.size, passage.bold)


def paragraph(page: int, text: str, box: Box | None, size: float, bold: bool) -> Paragraph:
    where = Where((("page", page), ("paragraph", " ".join(text[:200].split())[:60])), anchor("P", text), box)
    return Paragraph(text, size, bold, where=where)


def text_within(glyphs: list[Glyph], box: Box) -> str:
    """Return the text whose glyphs have their middle in the box."""
    parts: list[str] = []
    last: Glyph | None = None
    for glyph in glyphs:
        middle = Point((glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2)
        if not (box.left <= middle.x <= box.right and box.top <= middle.y <= box.bottom):
            continue
        gap: str | None = ""
        if last is not None:
            end = Point(last.right, (last.top + last.bottom) / 2)
            gap = joining.between(end, RIGHTWARDS, max(last.size, glyph.size), Point(glyph.left, middle.y))
        joining.add(parts, glyph.text, "\n" if gap is None else gap)
        last = glyph
    return joining.tidy("".join(parts))


def covering(boxes: list[Box]) -> Box | None:
    """Return the box around boxes of one page, None where there are none."""
    if not boxes:
        return None
    return Box(
        boxes[0].page,
        round(min(box.left for box in boxes), 2),
        round(min(box.top for box in boxes), 2),
        round(max(box.right for box in boxes), 2),
        round(max(box.bottom for box in boxes), 2),
    )
