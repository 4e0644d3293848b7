"""Tags come in the order in which the page is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Box, Fix, Outcome, People, Text, Where, anchor, ask, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Page
from a11ycheck.documents.pdf.tree_model import Element
from a11ycheck.rules.reading_order import in_one_column, is_above

BLOCKS = frozenset({"P", "H", *(f"H{level}" for level in range(1, 7)), "LI", "TOCI"})
"""Tags that hold running text."""
APART = frozenset(
    {"Table", "Figure", "Formula", "Caption", "Note", "FENote", "Aside", "BlockQuote", "Form", "Artifact"}
)
"""Tags whose place on the page need not be their place in the text: they float, or stand at the foot or the side."""
MOST_PAIRS = 2_000_000
"""Pairs of blocks compared over the whole document, each with each on its page: about a second. A page of dense text
has 60 blocks and so 1,800 pairs."""
FEWEST_PAIRS = 3
"""Fewer blocks above each other than three give no order to speak of."""


@dataclass(frozen=True, slots=True)
class Order:
    """The blocks of a page that stand above each other in one column: how many pairs, and how many of them are tagged
    the other way round. ``first`` and ``second`` are the first such pair, in tag order."""

    where: Where
    pairs: int
    turned: int
    first: str = ""
    second: str = ""


def pages_in_order(pdf: Pdf) -> Iterator[Order]:
    """Each page with blocks that stand above each other."""
    blocks: dict[int, list[tuple[Element, Box]]] = {}
    for element in blocks_in(pdf.roots):
        box = element.box
        if box is not None and box.right > box.left and box.bottom > box.top and has_words(element):
            blocks.setdefault(element.page, []).append((element, box))
    left = MOST_PAIRS
    for page, found in sorted(blocks.items()):
        left -= len(found) * (len(found) - 1) // 2
        if left < 0:
            return
        order = _order(page, found)
        if order.pairs >= FEWEST_PAIRS:
            yield order


def blocks_in(roots: tuple[Element, ...]) -> Iterator[Element]:
    """The outermost blocks in tree order, but for those in something that stands apart."""
    waiting = list(reversed(roots))
    while waiting:
        element = waiting.pop()
        if element.type in BLOCKS:
            yield element
        elif element.type not in APART:
            waiting.extend(reversed(element.children))


def has_words(element: Element) -> bool:
    return any(map(str.isalpha, element.text))


def _order(page: int, blocks: list[tuple[Element, Box]]) -> Order:
    pairs = turned = 0
    example: tuple[Element, Element] | None = None
    for place, (early, box) in enumerate(blocks):
        for late, other in blocks[place + 1 :]:
            if not in_one_column(box, other):
                continue
            if is_above(box, other):
                pairs += 1
            elif is_above(other, box):
                pairs += 1
                turned += 1
                example = example or (early, late)
    place_of = Where((("page", page),), anchor("tag order", page, *(element.text for element, _ in blocks)))
    if example is None:
        return Order(place_of, pairs, turned)
    early, late = example
    return Order(
        Where(place_of.steps, place_of.anchor, late.box), pairs, turned, early.text[:60], late.text[:60]
    )


# Screen readers read the tags in their order, so a wrong one is a fault under 1.3.2 when it changes the meaning, which
# only a person can tell.
@rule(
    document=Pdf,
    each=pages_in_order,
    meets=("WCAG 1.3.2",),
    title=Text("Tags come in reading order", "Taggarna kommer i läsordning"),
    why=Text(
        "A screen reader reads in the order of the tags, whatever the page looks like; in the wrong order the text "
        "makes no sense.",
        "Skärmläsaren läser i taggarnas ordning, hur sidan än ser ut; i fel ordning går texten inte att förstå.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Put what is read first in the first place in the program that the document is made in, and make the PDF "
            "again.",
            "Lägg det som ska läsas först på första plats i programmet som dokumentet är gjort i och gör om pdf:en.",
        ),
        powerpoint=Text(
            "Choose Review > Check Accessibility > Reading Order Pane, drag the parts of the slide to the right order, "
            "and save as PDF again.",
            "Öppna fönstret för läsordning från Granska > Kontrollera tillgänglighet, dra bildens delar till rätt "
            "ordning och spara som pdf igen.",
        ),
        libreoffice=Text(
            "In Impress: right-click what is to be read last and arrange it at the very front. In Writer: anchor text "
            "boxes at the paragraph after which they are read.",
            "I Impress: högerklicka på det som ska läsas sist och ordna det längst fram. I Writer: förankra textrutor "
            "vid stycket som de läses efter.",
        ),
        indesign=Text(
            "Put the text frames in order in the Articles panel, tick there that it is used for reading order in "
            "tagged PDF, and export again.",
            "Lägg textramarna i ordning i panelen Artiklar, kryssa där i att den används som läsordning i taggad pdf "
            "och exportera igen.",
        ),
        acrobat=Text(
            "Open the Tags panel and drag the tags to the order in which the page is read.",
            "Öppna panelen Taggar och dra taggarna till den ordning som sidan läses i.",
        ),
    ),
    messages={
        "turned": Text(
            "“{first}” is read before “{second}”, which stands above it on the page. Is the page read in the right "
            "order?",
            "”{first}” läses före ”{second}”, som står ovanför på sidan. Läses sidan i rätt ordning?",
        ),
        "wrong": Text(
            "The page is read in the wrong order: “{first}” comes before “{second}”, which stands above it.",
            "Sidan läses i fel ordning: ”{first}” kommer före ”{second}”, som står ovanför.",
        ),
    },
)
def tag_order(page: Order, *, share: float = 0.25) -> Outcome:
    """Of the blocks that stand above each other in a column, at most ``share`` are tagged the other way round, or a
    person finds that the order is right.

    A quarter lets through a note or a box out of place; the limit is our own.
    """
    if page.turned <= share * page.pairs:
        return passed()
    told = {"first": page.first, "second": page.second}
    return ask("turned", yes=passed(), no=failed("wrong", **told), **told)


def examples() -> dict[str, Pdf]:
    def pdf(*blocks: tuple[str, float, float], kind: str = "P") -> Pdf:
        """Blocks by text, left and top; each is 200 points wide and 20 high."""
        boxes = [(text, Box(1, left, top, left + 200, top + 20)) for text, left, top in blocks]
        tags = [Element(kind, page=1, text=text, box=box) for text, box in boxes]
        return Pdf(pages=(Page(1),), roots=(Element("Document", kids=list(tags)),))

    title, one, two, three = ("Program", 50, 50), ("Först", 50, 90), ("Sedan", 50, 120), ("Sist", 50, 150)
    return {
        "cannot-tell turned": pdf(one, two, three, title),
        "cannot-tell turned, from below": pdf(three, two, one, title),
        "passed": pdf(title, one, two, three),
        "passed, two columns": pdf(title, one, two, ("Till höger", 300, 90), ("Nedanför", 300, 120)),
        "passed, row by row": pdf(one, ("Till höger", 300, 90), two, ("Nedanför", 300, 120), three),
        "passed, one of many out of place": pdf(
            title, one, two, three, *((f"Rad {row}", 50, 180 + 30 * row) for row in range(6)), ("Not", 50, 20)
        ),
        "inapplicable, two blocks": pdf(one, title),
        "inapplicable, notes": pdf(one, two, three, title, kind="Note"),
        "inapplicable, not tagged": Pdf(pages=(Page(1),)),
    }
