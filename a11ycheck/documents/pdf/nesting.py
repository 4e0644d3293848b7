"""Which standard structure type may hold which (ISO/TS 32005:2023, table 5), and what stands where it may not.

Pure code on the structure tree. NonStruct, Div and Part are looked through: what counts is what they stand in. Cells
of the table that make it depend on the document, or that speak of the order of children, restrict nothing here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from a11ycheck.documents.pdf.tree_model import Element
    from a11ycheck.outcome import Where

CONTENT = "content"
"""Marked content and objects, among the types that a type may hold."""

ANYWHERE = "NonStruct Private Artifact"
WORDS = (
    "Note FENote Code Sub Lbl Em Strong Span Quote Link Reference Annot Form Ruby Warichu BibEntry Figure Formula "
    "content"
)
BLOCKS = "DocumentFragment Part Art Div Sect Aside BlockQuote P Hn H Title Index L Table Caption"
PARTS = "Document TOC TOCI RB RT RP WT WP LI LBody TR TH TD THead TBody TFoot"
"""Together with the three above, all that there is."""

# For each parent: what it may hold, what of that is left out again, and what of that it may hold once only. The root of
# the tree, which may hold one Document and nothing else, is no tag.
_TABLE: tuple[tuple[str, str, str, str], ...] = (
    (
        "Document DocumentFragment",
        f"{ANYWHERE} {BLOCKS} Document TOC Note FENote Code Link Annot Form Figure Formula",
        "Caption",
        "H",
    ),
    ("Art", f"{ANYWHERE} {BLOCKS} TOC Note FENote Code Lbl Link Annot Form Figure Formula", "Art", "H"),
    ("Sect", f"{ANYWHERE} {BLOCKS} TOC Note FENote Code Lbl Link Annot Form Figure Formula", "", "H"),
    ("TOC", f"{ANYWHERE} TOC TOCI Caption", "", "Caption"),
    ("TOCI", f"{ANYWHERE} TOC Div P Lbl Reference", "", ""),
    (
        "Aside BlockQuote",
        f"{ANYWHERE} {WORDS} {BLOCKS} Document TOC",
        "Aside Title Sub Em Strong Span Quote Ruby Warichu BibEntry",
        "H Caption",
    ),
    ("Private", f"{ANYWHERE} {WORDS} {BLOCKS} {PARTS}", "", ""),
    ("Artifact", f"{ANYWHERE} {WORDS} {BLOCKS} {PARTS}", "", "H Caption"),
    ("Title", f"{ANYWHERE} {WORDS} Part Div Aside P L Table Caption", "Sub", "Caption"),
    ("Sub", f"{ANYWHERE} {WORDS} L", "Sub", ""),
    ("P", f"{ANYWHERE} {WORDS} L Table", "", ""),
    ("Hn H", f"{ANYWHERE} {WORDS} Art Sect", "", "Art Sect"),
    ("Em Strong Span Quote", f"{ANYWHERE} {WORDS}", "", ""),
    ("Lbl", f"{ANYWHERE} {WORDS}", "Lbl", ""),
    (
        "Code",
        f"{ANYWHERE} {WORDS} DocumentFragment Part Div",
        "Code Lbl Quote Form Ruby Warichu Figure Formula",
        "",
    ),
    ("Reference", f"{ANYWHERE} {WORDS}", "Code Sub Quote Reference Form Ruby Warichu Formula", ""),
    ("BibEntry", f"{ANYWHERE} {WORDS} Part Div P", "Code Sub Quote Form Ruby Warichu BibEntry Formula", ""),
    ("Link", f"{ANYWHERE} {WORDS} {BLOCKS}", "Link Index", ""),
    ("Annot", f"{ANYWHERE} {WORDS} {BLOCKS}", "Private Index", ""),
    (
        "Form",
        f"{ANYWHERE} Part Div Note FENote Code Lbl Reference L BibEntry Table Caption Figure Formula content",
        "",
        "Caption",
    ),
    ("Note", f"{ANYWHERE} {WORDS} {BLOCKS}", "Hn H Title", ""),
    ("FENote", f"{ANYWHERE} {WORDS} {BLOCKS}", "Hn H Title Index BibEntry", ""),
    ("Ruby", f"{ANYWHERE} RB RT RP content", "Artifact", ""),
    ("Warichu", f"{ANYWHERE} WT WP content", "Artifact", ""),
    (
        "RB RT RP WT WP",
        f"{ANYWHERE} Sub Em Strong Span Quote Link Reference Annot Form content",
        "",
        "",
    ),
    (
        "Index",
        f"{ANYWHERE} {BLOCKS} Note FENote Reference Annot Figure Formula",
        "DocumentFragment Art Aside BlockQuote Title Index",
        "",
    ),
    ("L", f"{ANYWHERE} L LI Caption", "", "Caption"),
    ("LI", f"{ANYWHERE} Div Lbl LBody content", "", ""),
    ("LBody", f"{ANYWHERE} {WORDS} {BLOCKS}", "DocumentFragment Title Lbl", "H Caption"),
    ("Table", f"{ANYWHERE} TR THead TBody TFoot Caption", "", "THead TFoot Caption"),
    ("THead TBody TFoot", f"{ANYWHERE} TR", "", ""),
    ("TR", f"{ANYWHERE} TH TD", "", ""),
    (
        "TH TD",
        f"{ANYWHERE} {WORDS} {BLOCKS}",
        "DocumentFragment Part Aside BlockQuote Title Sub Caption",
        "H",
    ),
    ("Caption", f"{ANYWHERE} {WORDS} {BLOCKS}", "Title Caption", "H"),
    ("Figure", f"{ANYWHERE} {WORDS} {BLOCKS}", "DocumentFragment Title", "H Caption"),
    ("Formula", f"{ANYWHERE} {WORDS} {BLOCKS}", "DocumentFragment Art Sect Title", "H Caption"),
)


class Room(NamedTuple):
    """What a type may hold, and what of it no more than once."""

    welcome: frozenset[str]
    once: frozenset[str]


ROOMS: Mapping[str, Room] = {
    parent: Room(frozenset(held.split()).difference(not_held.split()), frozenset(once.split()))
    for parents, held, not_held, once in _TABLE
    for parent in parents.split()
}
"""By the type that holds. MathML and the three that are looked through are not among them: they hold anything."""

EVERYTHING = frozenset(f"{ANYWHERE} {WORDS} {BLOCKS} {PARTS}".split())


class Holding(NamedTuple):
    """A tag among those that hold others, and what it may not hold.

    ``stray`` is a child whose type may not stand in it, ``repeated`` the type that is there more often than once, and
    ``bare`` says that marked content stands in it directly that may not.
    """

    element: Element
    stray: Element | None = None
    repeated: str = ""
    bare: bool = False

    @property
    def where(self) -> Where:
        return (self.stray or self.element).where


def holdings(elements: Iterable[Element]) -> Iterator[Holding]:
    """Yield each tag whose children are laid down, once for each fault in it; what is in order is yielded bare of any.

    Of strays of one type in one parent, the first is told of.
    """
    for element in elements:
        room = ROOMS.get(element.standard)
        if room is None:
            continue
        children = element.effective_children
        counted = Counter(child.standard for child in children)
        strays: dict[str, Element] = {}
        for child in children:
            if child.standard in EVERYTHING and child.standard not in room.welcome:
                strays.setdefault(child.standard, child)
        faults = [Holding(element, stray=stray) for stray in strays.values()]
        faults += [Holding(element, repeated=type_) for type_ in room.once if counted[type_] > 1]
        if CONTENT not in room.welcome and element.holds_content:
            faults.append(Holding(element, bare=True))
        yield from faults or [Holding(element)]
