"""Headings are numbered in order, or not numbered at all (PDF/UA-1 7.4, ISO 32000-1 14.8.4.3.5).

Where both sorts are mixed, the heading that differs from one before it is told of, as veraPDF does.

W3C counts neither as a failure of WCAG; for all kinds of document, content-heading-level gives advice.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.tree_model import LOOKED_THROUGH, Element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from a11ycheck.outcome import Where
    from a11ycheck.rule import T

NUMBERED = ("H1", "H2", "H3", "H4", "H5", "H6")
UNNUMBERED = ("H",)

WHY = Text(
    "The headings are a table of contents for someone who listens; when their levels are out of order, it "
    "sounds as if parts are missing or belong elsewhere.",
    "Rubrikerna är en innehållsförteckning för den som lyssnar; när nivåerna är i oordning låter det som om "
    "delar saknas eller hör till något annat.",
)
FIX = Fix(
    Text(
        "Give the main heading level 1 and each part below it the next level, with the program's own "
        "heading styles, and make the PDF again.",
        "Ge huvudrubriken nivå 1 och varje del under den nästa nivå, med programmets egna rubrikformat, och "
        "gör om pdf:en.",
    ),
    word=Text(
        "Choose the right level for the heading among the styles on the Home tab, and save as PDF again.",
        "Välj rätt nivå för rubriken bland formaten på fliken Start och spara som pdf igen.",
    ),
    libreoffice=Text(
        "Choose the paragraph style of the right level for the heading, and export as PDF again.",
        "Välj styckeformatmallen för rätt nivå åt rubriken och exportera som pdf igen.",
    ),
    indesign=steps.HEADING_LEVEL_IN_INDESIGN,
    acrobat=steps.HEADING_LEVEL_IN_ACROBAT,
)


def about(
    clause: str, each: Callable[[Pdf], Iterable[T]], title: Text, messages: dict[str, Text]
) -> Callable[[Callable[[T], Outcome]], Rule]:
    """Make a rule about headings that meets ``clause``."""
    return rule(
        document=Pdf,
        each=each,
        meets=(f"PDF/UA-1 {clause}",),
        title=title,
        why=WHY,
        who=(People.SCREEN_READER,),
        fix=FIX,
        messages=messages,
    )


@dataclass(frozen=True, slots=True)
class Step:
    """A numbered heading and the level of the one before it, 0 for the first."""

    heading: Element
    level: int
    before: int

    @property
    def where(self) -> Where:
        return self.heading.where


def numbered_headings(pdf: Pdf) -> Iterator[Step]:
    """The numbered headings of the whole document, in the order of the tags."""
    before = 0
    for heading in pdf.elements_of(*NUMBERED):
        level = int(heading.type[1:])
        yield Step(heading, level, before)
        before = level


@dataclass(frozen=True, slots=True)
class Among:
    """A heading, and whether one of the other sort comes before it in the document."""

    heading: Element
    others: bool

    @property
    def where(self) -> Where:
        return self.heading.where


def among(pdf: Pdf, sort: tuple[str, ...], other: tuple[str, ...]) -> Iterator[Among]:
    """The headings of a ``sort``, in the order of the tags."""
    others = False
    for heading in pdf.elements_of(*sort, *other):
        if heading.type in other:
            others = True
        else:
            yield Among(heading, others)


@dataclass(frozen=True, slots=True)
class Part:
    """A tag and how many headings tagged H it holds, NonStruct, Div and Part looked through."""

    element: Element
    headings: int

    @property
    def where(self) -> Where:
        return self.element.where


def parts(pdf: Pdf) -> Iterator[Part]:
    """The tags that hold headings tagged H."""
    held: Counter[Element] = Counter()
    # Children first, so that each is counted once however deep it stands.
    for element in reversed(pdf.elements):
        if element.parent is not None and element.type in LOOKED_THROUGH:
            held[element.parent] += held[element]
        elif element.parent is not None and element.type in UNNUMBERED:
            held[element.parent] += 1
    return (Part(element, held[element]) for element in pdf.elements if held[element])


@about(
    "7.4.2-1",
    numbered_headings,
    Text("Numbered headings skip no level", "Numrerade rubriker hoppar inte över någon nivå"),
    {
        "first": Text(
            "The first heading is tagged H{level} and not H1.",
            "Den första rubriken är taggad H{level} och inte H1.",
        ),
        "skipped": Text(
            "The heading goes from H{before} straight to H{level}.",
            "Rubriken går från H{before} direkt till H{level}.",
        ),
    },
)
def heading_numbers_in_order(step: Step) -> Outcome:
    """The first is H1, and none is more than one level below the one before it."""
    if step.level <= step.before + 1:
        return passed()
    if not step.before:
        return failed("first", level=step.level)
    return failed("skipped", before=step.before, level=step.level)


@about(
    "7.4.4-1",
    parts,
    Text("A part has at most one unnumbered heading", "En del har högst en onumrerad rubrik"),
    {
        "several": Text(
            "The tag {tag} holds {count} headings tagged H.",
            "Taggen {tag} innehåller {count} rubriker taggade H.",
        )
    },
)
def heading_alone_in_part(part: Part) -> Outcome:
    """At most one child is tagged H."""
    if part.headings > 1:
        return failed("several", tag=part.element.tag, count=part.headings)
    return passed()


@about(
    "7.4.4-2",
    lambda pdf: among(pdf, UNNUMBERED, NUMBERED),
    Text(
        "Unnumbered headings come after no numbered ones", "Onumrerade rubriker kommer inte efter numrerade"
    ),
    {
        "mixed": Text(
            "The heading is tagged H, but others before it are tagged H1 to H6.",
            "Rubriken är taggad H, men andra före den är taggade H1 till H6.",
        )
    },
)
def heading_unnumbered_as_others(heading: Among) -> Outcome:
    """No heading before it is numbered."""
    return failed("mixed") if heading.others else passed()


@about(
    "7.4.4-3",
    lambda pdf: among(pdf, NUMBERED, UNNUMBERED),
    Text(
        "Numbered headings come after no unnumbered ones", "Numrerade rubriker kommer inte efter onumrerade"
    ),
    {
        "mixed": Text(
            "The heading is tagged {tag}, but others before it are tagged H.",
            "Rubriken är taggad {tag}, men andra före den är taggade H.",
        )
    },
)
def heading_numbered_as_others(heading: Among) -> Outcome:
    """No heading before it is unnumbered."""
    return failed("mixed", tag=heading.heading.type) if heading.others else passed()


def examples() -> dict[str, dict[str, Pdf]]:
    def pdf(*types: str) -> Pdf:
        return Pdf(roots=tuple(map(Element, types)))

    def apart(*types: str) -> Pdf:
        return Pdf(roots=tuple(Element("Sect", kids=[Element(kind)]) for kind in types))

    return {
        "heading_numbers_in_order": {
            "failed first": pdf("H2"),
            "failed skipped": pdf("H1", "H3"),
            "failed skipped, in another part": apart("H1", "H3"),
            "failed skipped, later": pdf("H1", "H2", "H4"),
            "failed skipped, the next one counts from it": pdf("H1", "H3", "H4"),
            "passed": pdf("H1", "H2", "H3", "H2", "H1", "H2"),
            "passed, several steps up": pdf("H1", "H2", "H3", "H1"),
            "passed, counted across parts": apart("H1", "H2", "H3"),
            "passed, mapped": Pdf(roots=(Element("Rubrik", "H1"),)),
            "inapplicable": pdf("H", "P"),
        },
        "heading_alone_in_part": {
            "failed several": Pdf(roots=(Element("Sect", kids=[Element("H"), Element("P"), Element("H")]),)),
            "failed several, one in a Div": Pdf(
                roots=(Element("Sect", kids=[Element("H"), Element("Div", kids=[Element("H")])]),)
            ),
            "passed": apart("H", "H"),
            "passed, deeper ones count where they stand": Pdf(
                roots=(Element("Sect", kids=[Element("H"), Element("Sect", kids=[Element("H")])]),)
            ),
            "inapplicable": pdf("H1", "P"),
        },
        "heading_unnumbered_as_others": {
            "failed mixed": pdf("H1", "H"),
            "failed mixed, in another part": apart("H1", "H"),
            "passed": apart("H", "H"),
            "passed, the numbered one after it is told of": pdf("H", "H1"),
            "inapplicable": pdf("H1", "H2"),
        },
        "heading_numbered_as_others": {
            "failed mixed": pdf("H", "H1"),
            "failed mixed, in another part": apart("H", "H1"),
            "passed": pdf("H1", "H2"),
            "passed, the unnumbered one after it is told of": pdf("H1", "H"),
            "inapplicable": pdf("H"),
        },
    }
