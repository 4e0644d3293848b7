"""Lines that look like headings in an untagged document: a proposal for its author.

That the document is not tagged is for pdf-tagged to say. This rule asks what would be headings if it were, and so
meets no clause.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from a11ycheck import Box, Fix, Outcome, People, Text, Where, anchor, ask, failed, passed, rule, steps
from a11ycheck.documents.content import Content
from a11ycheck.documents.pdf.font_model import Font
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Drawn, Item, Page
from a11ycheck.outcome import LONGEST_VALUE, clipped

FEWEST_BODY_LETTERS = 500
"""A poster or a form has no running text for a heading to stand out from."""
LONGEST = 100
"""Characters. Headings longer than a line and a half are rare."""
LONGEST_TOLD = 40
"""Characters of a line that the list of them shows."""
LARGER = 1.1
"""Parts of the running text's size from which on a line stands out by its size."""
ONE_SIZE = 1.05
"""Sizes closer than this are one level: programs shrink text to make it fit."""
DEEPEST = 6
"""PDF 1.7 has H1 to H6."""
MOST_ROWS = 3
ROW = 1.6
"""A row's height in parts of the text's size, leading included."""
BESIDE = 3.0
"""In parts of the text's size: other text closer than this on the same line makes it no line of its own."""
ON_ONE_LINE = 0.5
RUNNING_HEAD = 3
"""What stands on this many pages is a running head and no heading."""
SCANNED = 0.6
"""Part of a page that images cover, as for ``image_only_page``: sizes of recognised text are guesses."""
MOST_PAIRS = 2_000_000
"""Lines that stand out, each compared with all on its page, over the whole document: about a second."""
ENDS_A_SENTENCE = (".", ",", ";", "!", "。")
LEADER = re.compile(r"\.{4}|(?:[.·] ){4}|…{2}|_{4}")
"""Dots to a page number, or a line to write on."""

Style = tuple[float, bool]
"""Size in points, and whether it is bold."""


@dataclass(slots=True)
class Line:
    """Text in one style that stands by itself on a line, or on a few."""

    page: int
    text: str
    style: Style
    box: Box
    level: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """The lines of a document that look like headings, in the order in which they are painted."""

    lines: tuple[Line, ...]

    @property
    def told(self) -> str:
        """As many lines as a finding quotes, each with its level and the beginning of its text."""
        told: list[str] = []
        left = LONGEST_VALUE
        for line in self.lines:
            said = f"{line.level}: {clipped(line.text, LONGEST_TOLD)}"
            left -= len(said) + len("; …")
            if left < 0:
                return f"{'; '.join(told)} …"
            told.append(said)
        return "; ".join(told)

    @property
    def where(self) -> Where:
        first = self.lines[0]
        return Where(
            (("page", first.page), ("text", first.text[:60])),
            anchor("headings", *(line.text for line in self.lines)),
            first.box,
        )


def proposals(pdf: Pdf) -> list[Proposal]:
    """The lines of an untagged document that look like headings of its running text, if any; slides are let be."""
    if pdf.content.structured or pdf.is_slide_deck or (body := _body(pdf)) is None:
        return []
    lines: list[Line] = []
    left = MOST_PAIRS
    for drawn in pdf.drawn:
        pieces = [] if _is_scanned(pdf, drawn) else _pieces(pdf, drawn)
        candidates = [piece for piece in pieces if _stands_out(piece, body)]
        left -= len(candidates) * len(pieces)
        if left < 0:
            break
        lines += (line for line in candidates if not any(_stands_beside(other, line) for other in pieces))
    pages_of = Counter(text for text, _ in {(line.text, line.page) for line in lines})
    lines = [line for line in lines if pages_of[line.text] < RUNNING_HEAD]
    _set_levels(lines)
    found = tuple(line for line in lines if line.level <= DEEPEST)
    return [Proposal(found)] if found else []


def _body(pdf: Pdf) -> Style | None:
    """The style of most letters, None where it has too few for running text."""
    letters: Counter[Style] = Counter()
    for drawn in pdf.drawn:
        for item in drawn.items:
            if _is_read(item):
                letters[_style(pdf, item)] += sum(map(str.isalpha, item.text))
    style, count = max(letters.items(), key=lambda each: each[1], default=((0.0, False), 0))
    return style if count >= FEWEST_BODY_LETTERS else None


def _is_scanned(pdf: Pdf, drawn: Drawn) -> bool:
    page = pdf.pages[drawn.page - 1]
    return any(item.kind == "image" and page.part_covered(item.box) >= SCANNED for item in drawn.items)


def _is_read(item: Item) -> bool:
    return item.kind == "text" and not item.invisible and item.size > 0 and item.box is not None


def _style(pdf: Pdf, item: Item) -> Style:
    return round(item.size, 1), item.font >= 0 and pdf.fonts[item.font].bold


def _pieces(pdf: Pdf, drawn: Drawn) -> list[Line]:
    """The text of a page in pieces of one style; those that follow each other on a line are one."""
    joined: list[Line] = []
    for item in drawn.items:
        if not _is_read(item) or not item.text.strip():
            continue
        piece, last = _line(pdf, drawn, item), joined[-1] if joined else None
        if last is not None and last.style == piece.style and _goes_on(last, piece):
            last.text = f"{last.text} {piece.text}"[: LONGEST + 1]
            last.box = _around(last.box, piece.box)
        else:
            joined.append(piece)
    return joined


def _line(pdf: Pdf, drawn: Drawn, item: Item) -> Line:
    assert item.box is not None
    return Line(drawn.page, " ".join(item.text[: 4 * LONGEST].split()), _style(pdf, item), item.box)


def _around(one: Box, other: Box) -> Box:
    return Box(
        one.page,
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )


def _share_a_line(one: Box, other: Box) -> bool:
    common = min(one.bottom, other.bottom) - max(one.top, other.top)
    return common > ON_ONE_LINE * min(one.bottom - one.top, other.bottom - other.top)


def _goes_on(last: Line, piece: Line) -> bool:
    """Does the piece follow on the same line, as a heading's words follow its number?"""
    gap = piece.box.left - last.box.right
    size = last.style[0]
    return -size <= gap <= BESIDE * size and _share_a_line(last.box, piece.box)


def _stands_out(line: Line, body: Style) -> bool:
    (size, bold), (body_size, body_bold) = line.style, body
    letters = [character for character in line.text if character.isalpha()]
    return (
        (size >= LARGER * body_size or (bold and not body_bold and size >= body_size / ONE_SIZE))
        and 2 < len(line.text) <= LONGEST
        and 2 * len(letters) > len(line.text.replace(" ", ""))
        and not letters[0].islower()
        and not line.text.endswith(ENDS_A_SENTENCE)
        and not LEADER.search(line.text)
        and line.box.bottom - line.box.top <= MOST_ROWS * ROW * size
        and line.box.right - line.box.left > size
    )


def _stands_beside(other: Line, line: Line) -> bool:
    if other is line or not _share_a_line(other.box, line.box):
        return False
    gap = max(other.box.left - line.box.right, line.box.left - other.box.right)
    return gap <= BESIDE * line.style[0] or other.style == line.style


def _set_levels(lines: list[Line]) -> None:
    """The larger, the higher; at one size bold comes before what is not."""
    level, last = 0, None
    for style, alike in groupby(sorted(lines, key=_rank), key=lambda line: line.style):
        size, bold = style
        if last is None or last[0] > ONE_SIZE * size or last[1] != bold:
            level += 1
            last = style
        for line in alike:
            line.level = level


def _rank(line: Line) -> tuple[float, bool]:
    size, bold = line.style
    return -size, not bold


@rule(
    document=Pdf,
    each=proposals,
    title=Text("Lines that look like headings are headings", "Rader som ser ut som rubriker är rubriker"),
    why=Text(
        "Someone who listens jumps from heading to heading to find what they want. A document without tags has none to "
        "jump to.",
        "Den som lyssnar hoppar mellan rubrikerna för att hitta rätt. Ett dokument utan taggar har inga att hoppa "
        "till.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Open the document that the PDF was made from, give each heading the heading style of its level, and make "
            "the PDF again with tags. The levels shown here are a proposal.",
            "Öppna dokumentet som pdf:en gjordes av, ge varje rubrik rubrikformatet för sin nivå och gör om pdf:en med "
            "taggar. Nivåerna som visas här är ett förslag.",
        ),
        word=Text(
            "Put the cursor in the heading and choose Heading 1, Heading 2 and so on among the styles on the Home tab. "
            f"{steps.TAGS_IN_OFFICE.en}",
            "Ställ markören i rubriken och välj Rubrik 1, Rubrik 2 och så vidare bland formaten på fliken Start. "
            f"{steps.TAGS_IN_OFFICE.sv}",
        ),
        libreoffice=Text(
            "Put the cursor in the heading and choose the paragraph style Heading 1, Heading 2 and so on. "
            f"{steps.EXPORT_AGAIN_AS_UA_IN_LIBREOFFICE.en}",
            "Ställ markören i rubriken och välj styckeformatmallen Rubrik 1, Rubrik 2 och så vidare. "
            f"{steps.EXPORT_AGAIN_AS_UA_IN_LIBREOFFICE.sv}",
        ),
        indesign=steps.HEADING_LEVEL_IN_INDESIGN,
    ),
    messages={
        "propose": Text(
            "The document has no tags, and some lines look like headings ({count} in all, each with its level before "
            "it): {lines}. Are they something other than headings?",
            "Dokumentet har inga taggar, och några rader ser ut som rubriker ({count} i allt, var och en med sin nivå "
            "framför): {lines}. Är de något annat än rubriker?",
        ),
        "not-set": Text(
            "These headings, each with its level before it, are not set as headings: {lines}.",
            "De här rubrikerna, var och en med sin nivå framför, är inte satta som rubriker: {lines}.",
        ),
    },
)
def likely_headings(document: Proposal) -> Outcome:
    """A person finds that the lines which stand out by their size or weight are no headings, or sets them as such.

    A line stands out that is a tenth larger than the running text, or bold where that is not, and that is short, has
    no full stop and nothing beside it. The limits are our own.
    """
    lines = document.told
    return ask(
        "propose", yes=passed(), no=failed("not-set", lines=lines), lines=lines, count=len(document.lines)
    )


def examples() -> dict[str, Pdf]:
    prose = "Välkommen till årsmötet. Vi ses på nätet, så att alla kan vara med. " * 12
    regular, bold = Font("Liberation Sans"), Font("Liberation Sans Bold", bold=True)

    def text(
        words: str, top: float, size: float = 11, font: int = 0, left: float = 60, rows: int = 1
    ) -> Item:
        box = Box(1, left, top, left + min(5.0 * len(words), 480), top + 1.2 * size * rows)
        return Item("text", text=words, box=box, size=size, font=font)

    body = text(prose, 200, rows=14)
    title = text("Kallelse till årsmöte", 60, 20)

    def pdf(*items: Item, tagged: bool = False, pages: int = 1) -> Pdf:
        numbers = range(1, pages + 1)
        return Pdf(
            pages=tuple(Page(number) for number in numbers),
            drawn=tuple(Drawn(number, items) for number in numbers),
            fonts=(regular, bold),
            content=Content(structured=tagged),
        )

    return {
        "cannot-tell propose": pdf(title, text("Så är du med", 120, 14), text("Ring in", 160, 11, 1), body),
        "cannot-tell propose, number and words apart": pdf(
            text("1.", 60, 14), text("Så är du med", 60, 14, left=90), body
        ),
        "inapplicable, tagged": pdf(title, body, tagged=True),
        "inapplicable, little text": pdf(title, text("Alla är välkomna.", 120)),
        "inapplicable, nothing stands out": pdf(text("Så är du med", 120), body),
        "inapplicable, a bold sentence": pdf(text("Ring in i god tid.", 120, 11, 1), body),
        "inapplicable, bold words in a sentence": pdf(
            text("Alla är", 120), text("Välkomna", 120, 11, 1, left=100), body
        ),
        "inapplicable, a row of labels": pdf(
            text("Tid", 120, 11, 1), text("Punkt", 120, 11, 1, left=200), body
        ),
        "inapplicable, a running head": pdf(title, body, pages=3),
        "inapplicable, a scan": pdf(title, body, Item("image", box=Box(1, 0, 0, 595, 842))),
    }
