"""A line that looks like a heading is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.page.model import NOT_SHOWN, Element, Page, Words

IN_LINE = frozenset({"inline", "contents", "inline-block"})
BOLD = 600
LARGER = 1.2
"""How much larger than running text a bold line is that hardly is anything but a heading."""
LONGEST = 80
FEWEST_LETTERS = 80
"""Letters of running text below a line that it can be the heading of."""
MOST = 500
"""Bold lines of a page that are looked at."""
MOST_QUESTIONS = 3
ENDS_A_SENTENCE = (".", "!", "?", ":", ",", ";", "…")
NOT_IN = frozenset(
    "nav footer table button a label legend figure figcaption blockquote summary li dl address h1 h2 h3 h4 h5 h6 pre "
    "aside header fieldset dialog details svg".split()
)
ROLES_NOT_IN = frozenset(
    "heading navigation banner contentinfo complementary link button tab tablist row gridcell listitem dialog alert "
    "status menu toolbar tooltip note".split()
)
FOLLOWED_BY = frozenset({"p", "div", "section"})


@dataclass(frozen=True, slots=True)
class Line:
    """A bold line above a paragraph. ``alike`` is how many such lines of the same size the page has; ``asked``: it
    is among those that a person is asked about."""

    element: Element
    text: str
    larger: float
    alike: int
    asked: bool

    @property
    def where(self) -> Where:
        return self.element.where


def lines(page: Page) -> Iterator[Line]:
    body = _body(page)
    if body is None:
        return
    size, weight = body
    if weight >= BOLD:
        return
    found: list[tuple[Element, str, float]] = []
    looked_at = 0
    for element in page.elements("p", "div", "span", "strong", "b", "font", "center"):
        text = _line(element)
        if not text:
            continue
        looked_at += 1
        if looked_at > MOST:
            break
        if not _is_elsewhere(element) and _is_followed(element, size):
            found.append((element, text, _size(element) / size))
    alike = Counter(round(larger, 1) for _, _, larger in found)
    asked = 0
    for element, text, larger in found:
        count = alike[round(larger, 1)]
        unsure = not (larger >= LARGER and count > 1) and larger >= 1
        asked += unsure
        if not unsure or asked <= MOST_QUESTIONS:
            yield Line(element, text, larger, count, unsure)


def _body(page: Page) -> tuple[float, int] | None:
    """The size and weight of most letters."""
    letters: Counter[tuple[float, int]] = Counter()
    for words in page.root.words():
        parent = words.parent
        if parent is not None and parent.styles:
            letters[_size_of(parent), _weight(parent)] += len(words.text)
    return max(letters, key=letters.__getitem__) if letters else None


def _line(element: Element) -> str:
    """The text of a block of one bold line; empty when it is none."""
    if element.style("display") in IN_LINE or not element.styles or not element.children:
        return ""
    texts: list[Words] = []
    waiting: list[Element | Words] = list(element.children)
    while waiting:
        node = waiting.pop()
        if isinstance(node, Words):
            texts.append(node)
            continue
        if (
            node.tag in NOT_SHOWN
            or node.tag == "br"
            or node.style("display") not in IN_LINE
            or node.tag in ("a", "img")
        ):
            return ""
        waiting.extend(node.children)
    runs = [words.parent for words in texts if words.text.strip()]
    if not runs or any(run is None or _weight(run) < BOLD or not run.is_visible for run in runs):
        return ""
    text = element.visible_text
    letters = [letter for letter in text if letter.isalpha()]
    is_heading = (
        2 < len(text) <= LONGEST
        and 2 * len(letters) > len(text.replace(" ", ""))
        and not letters[0].islower()
        and not text.endswith(ENDS_A_SENTENCE)
    )
    return text if is_heading else ""


def _is_followed(element: Element, body: float) -> bool:
    """Does a paragraph of running text come right after, and no heading right before?"""
    parent = element.parent
    if parent is None:
        return False
    siblings = [each for each in parent.children if isinstance(each, Element) and each.styles]
    place = siblings.index(element)
    if place and siblings[place - 1].role == "heading":
        return False
    if place + 1 >= len(siblings) or siblings[place + 1].tag not in FOLLOWED_BY:
        return False
    after = siblings[place + 1]
    if any(each.tag in ("input", "select", "textarea", "table") for each in after.elements()):
        return False
    runs = [words for words in after.words() if words.text.strip()]
    first = runs[0].parent if runs else None
    plain = first is not None and _weight(first) < BOLD and _size_of(first) <= body * 1.1
    return plain and sum(letter.isalpha() for letter in after.visible_text[:2_000]) >= FEWEST_LETTERS


def _is_elsewhere(element: Element) -> bool:
    return any(each.tag in NOT_IN or each.role in ROLES_NOT_IN for each in (element, *element.ancestors()))


def _size(element: Element) -> float:
    sizes = [
        _size_of(words.parent) for words in element.words() if words.text.strip() and words.parent is not None
    ]
    return max(sizes, default=0.0)


def _size_of(element: Element) -> float:
    given = element.style("font-size").removesuffix("px")
    try:
        return float(given) or 16.0
    except ValueError:
        return 16.0


def _weight(element: Element) -> int:
    given = element.style("font-weight")
    return int(given) if given.isdigit() else 400


@rule(
    document=Page,
    each=lines,
    meets=("WCAG 1.3.1",),
    title=Text("What looks like a heading is one", "Det som ser ut som en rubrik är en rubrik"),
    why=Text(
        "Someone who listens jumps from heading to heading to find what they want, and passes by those that only look "
        "like headings.",
        "Den som lyssnar hoppar mellan rubrikerna för att hitta rätt, och går förbi dem som bara ser ut som rubriker.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Make the line a heading of the right level instead of bold text.",
            "Gör raden till en rubrik på rätt nivå i stället för fet text.",
        ),
        web=Text(
            "Put the cursor in the line and choose a heading, such as Heading 2, where the editor now says Paragraph. "
            "In HTML: <h2>.",
            "Ställ markören i raden och välj en rubrik, till exempel Rubrik 2, där redigeraren nu säger Stycke eller "
            "Normal. I HTML: <h2>.",
        ),
    ),
    messages={
        "fake": Text(
            "“{text}” looks like a heading, as {count} lines do, and is ordinary text.",
            "”{text}” ser ut som en rubrik, som {count} rader gör, men är vanlig text.",
        ),
        "is-it": Text(
            "Is “{text}”, bold and above a paragraph, a heading?",
            "Är ”{text}”, fetstilt ovanför ett stycke, en rubrik?",
        ),
        "not-set": Text(
            "The heading “{text}” is ordinary text in bold.", "Rubriken ”{text}” är vanlig text i fetstil."
        ),
    },
)
def looks_like_heading(line: Line) -> Outcome:
    """It is bold and larger than running text, stands above a paragraph and is not the only such line; where it
    is, or is no larger, a person tells. The limits are ours."""
    if line.asked:
        return ask("is-it", text=line.text, yes=failed("not-set", text=line.text), no=passed())
    return failed("fake", text=line.text, count=line.alike) if line.larger >= LARGER else passed()


def examples() -> dict[str, Page]:
    prose = (
        "Vi ses på nätet tisdag den 24 november. Du får en länk i god tid, och du kan också ringa in. " * 3
    )
    plain = {"display": "block", "visibility": "visible", "font-size": "16px", "font-weight": "400"}

    def line(text: str, size: str = "20px", weight: str = "700") -> Element:
        return Element("p", {}, text, styles={**plain, "font-size": size, "font-weight": weight})

    def page(*texts: Element) -> Page:
        return Page.of(*(each for text in texts for each in (text, Element("p", {}, prose, styles=plain))))

    return {
        "failed fake": page(line("Program"), line("Anmälan")),
        "cannot-tell is-it": page(line("Program")),
        "cannot-tell is-it, no larger": page(line("Program", "16px"), line("Anmälan", "16px")),
        "passed, small print": page(line("Program", "12px"), line("Anmälan", "12px")),
        "inapplicable, headings": page(
            Element("h2", {}, "Program", role="heading", styles={**plain, "font-weight": "700"})
        ),
        "inapplicable, sentences": page(line("Ring i god tid."), line("Välkommen!")),
        "inapplicable, not bold": page(line("Program", "20px", "400"), line("Anmälan", "20px", "400")),
    }
