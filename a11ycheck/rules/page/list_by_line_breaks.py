"""Lines with a sign or number before each are a list, though they stand in one paragraph.

Paragraphs in a row that look like a list are content-fake-list's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.page.model import NOT_SHOWN, Element, Page, Words

FEWEST_ITEMS = 3
BULLETS = "•◦▪▫‣⁃●■◆❖➢➤►▶✓✔✗·"
DASHES = "-–—"
"""These begin spoken lines as well."""
SIGN = re.compile(rf"([{re.escape(BULLETS + DASHES)}])[ \t\u00a0]?(?=\S)")
NUMBER = re.compile(r"(\d{1,2})[.)][ \t\u00a0]")
MOST = 2_000
MOST_QUESTIONS = 3
IN_LINE = frozenset({"inline", "contents", "inline-block"})
NOT_IN = ("pre", "code", "textarea", "ul", "ol", "svg")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a block that are set apart by breaks and begin as items do. ``sign`` is what they begin with."""

    element: Element
    sign: str
    count: int
    first: str

    @property
    def where(self) -> Where:
        return self.element.where


def listed(page: Page) -> Iterator[Lines]:
    seen: set[Element] = set()
    asked = 0
    for line_break in islice(page.elements("br"), MOST):
        block = next((each for each in line_break.ancestors() if each.style("display") not in IN_LINE), None)
        if block is None or block in seen:
            continue
        seen.add(block)
        if block.closest(*NOT_IN) is not None or not block.is_visible:
            continue
        lines = _lines(block)
        sign, count = _longest_row(lines)
        if count >= FEWEST_ITEMS:
            asked += sign in DASHES
            if sign not in DASHES or asked <= MOST_QUESTIONS:
                yield Lines(block, sign, count, next(line for line in lines if line.startswith(sign)))


def _lines(block: Element) -> list[str]:
    lines = [""]
    waiting: list[Element | Words] = list(reversed(block.children))
    while waiting and len(lines) < MOST:
        node = waiting.pop()
        if isinstance(node, Words):
            lines[-1] += node.text
        elif node.tag == "br" or node.style("display") not in IN_LINE:
            lines.append("")
        elif node.tag not in NOT_SHOWN:
            waiting.extend(reversed(node.children))
    return [" ".join(line.split()) for line in lines if line.strip()]


def _longest_row(lines: list[str]) -> tuple[str, int]:
    """The longest run of lines that begin with one sign, or with numbers that count up from 1."""
    best, sign, count = ("", 0), "", 0
    for line in lines:
        marked, number = SIGN.match(line), NUMBER.match(line)
        if marked:
            count = count + 1 if marked[1] == sign else 1
            sign = marked[1]
        elif number and number[1] == (str(count + 1) if sign == "1" else "1"):
            count = count + 1 if sign == "1" else 1
            sign = "1"
        else:
            sign, count = "", 0
        if count > best[1]:
            best = sign, count
    return best


@rule(
    document=Page,
    each=listed,
    meets=("WCAG 1.3.1",),
    title=Text("Lines that look like a list are one", "Rader som ser ut som en lista är en lista"),
    why=Text(
        "A screen reader says that a list begins and how many items it has. Lines in one paragraph are read in one "
        "go, signs and all.",
        "Skärmläsaren säger att en lista börjar och hur många punkter den har. Rader i ett enda stycke läses i ett "
        "svep, med tecken och allt.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Take away the signs that are typed, and make the lines a list with the editor's own button for it.",
            "Ta bort tecknen som är skrivna för hand och gör raderna till en lista med redigerarens egen knapp för "
            "det.",
        ),
        web=Text(
            "In HTML: <ul> or <ol> with an <li> for each line instead of <br>.",
            "I HTML: <ul> eller <ol> med en <li> för varje rad i stället för <br>.",
        ),
    ),
    messages={
        "looks-like-list": Text(
            "{count} lines from “{first}” on begin with “{sign}” and are no list.",
            "{count} rader från ”{first}” och framåt börjar med ”{sign}” men är ingen lista.",
        ),
        "is-it": Text(
            "{count} lines from “{first}” on begin with “{sign}”. Are they a list?",
            "{count} rader från ”{first}” och framåt börjar med ”{sign}”. Är de en lista?",
        ),
        "no-list": Text(
            "{count} lines are a list and not marked as one.",
            "{count} rader är en lista men inte märkta som en.",
        ),
    },
)
def list_by_line_breaks(lines: Lines) -> Outcome:
    """Fewer than three lines in a row begin with one sign, or with numbers that count up; with dashes a person
    tells whether they are a list or something said."""
    count, sign, first = lines.count, lines.sign, lines.first[:80]
    if sign in DASHES:
        no_list = failed("no-list", count=count)
        return ask("is-it", yes=no_list, no=passed(), count=count, sign=sign, first=first)
    return failed("looks-like-list", count=count, sign=sign, first=first)


def examples() -> dict[str, Page]:
    def page(*lines: str, tag: str = "p") -> Page:
        parts: list[Element | str] = []
        for line in lines:
            parts += [line, Element("br", styles={"display": "inline"})]
        return Page.of(Element(tag, {}, *parts))

    return {
        "failed looks-like-list": page("Ta med:", "• dator", "• hörlurar", "• frågor"),
        "failed looks-like-list, numbers": page("1. Mötet öppnas", "2. Val", "3. Mötet avslutas"),
        "cannot-tell is-it": page("- dator", "- hörlurar", "- frågor"),
        "inapplicable, two": page("• dator", "• hörlurar"),
        "inapplicable, an address": page("Forum för digital dialog", "Box 12", "111 22 Stockholm"),
        "inapplicable, code": page("• a", "• b", "• c", tag="pre"),
    }
