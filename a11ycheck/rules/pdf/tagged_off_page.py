"""What is read out is on the page.

No success criterion forbids words that are read but not seen: on web pages that is a way to help those who listen. In
a PDF it is more often something left over beside the page; so this rule asks, and meets no clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Box, Fix, Outcome, People, Text, Where, anchor, ask, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Drawn, Item, Page, Sequence
from a11ycheck.documents.pdf.tree_model import Element

FEWEST_LETTERS = 3
"""Less is no word."""


@dataclass(frozen=True, slots=True)
class TaggedText:
    """The tagged text of a page. ``outside`` is what of it lies outside the page, with the box of the first piece."""

    where: Where
    outside: str


def pages_with_tagged_text(pdf: Pdf) -> Iterator[TaggedText]:
    if not pdf.holders:
        return
    pages = {page.number: page for page in pdf.pages}
    for drawn in pdf.drawn:
        is_tagged = _tagged(pdf, drawn)
        tagged = [
            item
            for item in drawn.items
            if item.kind == "text" and item.sequence >= 0 and is_tagged[item.sequence] and item.text.strip()
        ]
        if not tagged:
            continue
        outside = [item for item in tagged if _is_outside(item.box, pages[drawn.page])]
        text = " ".join(item.text.strip() for item in outside)
        enough = sum(map(str.isalnum, text)) >= FEWEST_LETTERS
        where = Where((("page", drawn.page),), anchor("outside", text), outside[0].box if outside else None)
        yield TaggedText(where, text if enough else "")


def _tagged(pdf: Pdf, drawn: Drawn) -> list[bool]:
    """For each sequence, whether the structure tree holds it or one around it, and it is no artifact."""
    held: list[bool] = []
    for sequence in drawn.sequences:
        held.append(sequence.key in pdf.holders or (sequence.outer >= 0 and held[sequence.outer]))
    return [held and not artifact for held, artifact in zip(held, drawn.artifacts(), strict=True)]


def _is_outside(box: Box | None, page: Page) -> bool:
    return box is not None and (
        box.right <= 0 or box.bottom <= 0 or box.left >= page.width or box.top >= page.height
    )


@rule(
    document=Pdf,
    each=pages_with_tagged_text,
    title=Text("What is read out is on the page", "Det som läses upp finns på sidan"),
    why=Text(
        "Text outside the page is read out by a screen reader though nobody sees it; what somebody left over there "
        "confuses the one who listens.",
        "Text utanför sidan läses upp av skärmläsaren fast ingen ser den; det som någon har lämnat kvar där förvirrar "
        "den som lyssnar.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Delete what lies beside the page in the program that the document is made in, or move it onto the page if "
            "everyone should have it, and make the PDF again.",
            "Ta bort det som ligger utanför sidan i programmet som dokumentet är gjort i, eller flytta in det på sidan "
            "om alla ska ha det, och gör om pdf:en.",
        ),
        acrobat=Text(
            "Find the text in the Tags panel and change its tag to an artifact.",
            "Leta upp texten i panelen Taggar och ändra dess tagg till artefakt.",
        ),
    ),
    messages={
        "outside": Text(
            "“{text}” lies outside the page and is read out all the same. Is it meant for those who listen?",
            "”{text}” ligger utanför sidan men läses ändå upp. Är det menat för den som lyssnar?",
        ),
        "left-over": Text(
            "“{text}” is read out though it lies outside the page and is not meant to be there.",
            "”{text}” läses upp fast det ligger utanför sidan och inte ska vara med.",
        ),
    },
)
def tagged_off_page(page: TaggedText) -> Outcome:
    """No tagged text lies wholly outside the page, or a person finds that it is meant to be read out."""
    if not page.outside:
        return passed()
    text = page.outside[:100]
    return ask("outside", text=text, yes=passed(), no=failed("left-over", text=text))


def examples() -> dict[str, Pdf]:
    def pdf(*items: Item, tag: str = "P") -> Pdf:
        paragraph = Element(tag, kids=[(1, 0, 0)])
        sequences = (Sequence("P", key=(1, 0, 0)), Sequence("Artifact"))
        return Pdf(pages=(Page(1),), roots=(paragraph,), drawn=(Drawn(1, items, sequences),))

    on, beside = Box(1, 50, 50, 300, 62), Box(1, -400, 50, -100, 62)
    below = Box(1, 50, 850, 300, 862)
    return {
        "cannot-tell outside": pdf(Item("text", 0, "Kallelse", on), Item("text", 0, "Gammal text", beside)),
        "cannot-tell outside, below": pdf(Item("text", 0, "Gammal text", below)),
        "passed": pdf(Item("text", 0, "Kallelse", on)),
        "passed, partly on the page": pdf(Item("text", 0, "Kallelse", Box(1, -50, 50, 90, 62))),
        "passed, no word": pdf(Item("text", 0, "Kallelse", on), Item("text", 0, "•", beside)),
        "inapplicable, decoration": pdf(Item("text", 1, "Gammal text", beside)),
        "inapplicable, not tagged": Pdf(
            pages=(Page(1),), drawn=(Drawn(1, (Item("text", text="Gammal text", box=beside),)),)
        ),
    }
