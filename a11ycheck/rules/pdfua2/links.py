"""Links stand in tags of their own (ISO 14289-2, 8.2.5.20)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Annotation, Page, Particulars
from a11ycheck.documents.pdf.tree_model import Element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from a11ycheck.outcome import Where

FIX = Fix(
    Text(
        "Make each link in the program that the document is written in, and make the PDF again with tags.",
        "Gör varje länk i programmet som dokumentet är skrivet i och gör om pdf:en med taggar.",
    ),
    word=steps.LINK_IN_WORD,
    libreoffice=Text(
        "Make the words a link with Insert > Hyperlink, and export as PDF again with Universal Accessibility (PDF/UA) "
        "ticked.",
        "Gör orden till en länk med Infoga > Hyperlänk och exportera som pdf igen med Universell tillgänglighet "
        "(PDF/UA) ikryssat.",
    ),
    acrobat=Text(
        "Open the Tags panel and put each link, with its words, in a Link tag of its own.",
        "Öppna panelen Taggar och lägg varje länk, med dess ord, i en egen Link-tagg.",
    ),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link, and another one in the same tag that leads elsewhere, if any."""

    annotation: Annotation
    other: Annotation | None = None

    @property
    def where(self) -> Where:
        return self.annotation.where


def links(pdf: Pdf) -> Iterator[Link]:
    first: dict[Element, Annotation] = {}
    for annotation in pdf.annotations:
        if annotation.subtype != "Link":
            continue
        element, target = annotation.element, annotation.particulars.target
        other = first.setdefault(element, annotation) if element is not None and target else annotation
        yield Link(annotation, other if other.particulars.target != target else None)


def about(
    test: int, title: Text, why: Text, messages: dict[str, Text]
) -> Callable[[Callable[[Link], Outcome]], Rule]:
    """Make a rule that is put to each link and meets clause 8.2.5.20-``test``."""
    return rule(
        document=Pdf,
        each=links,
        meets=(f"PDF/UA-2 8.2.5.20-{test}",),
        title=title,
        why=why,
        who=(People.SCREEN_READER,),
        fix=FIX,
        messages=messages,
    )


@about(
    1,
    Text("Links stand in a Link or Reference tag", "Länkar står i en Link- eller Reference-tagg"),
    Text(
        "Someone who listens is told by the tag that it is a link, and meets it in its place in the text.",
        "Den som lyssnar får av taggen veta att det är en länk och möter den på dess plats i texten.",
    ),
    {
        "untagged": Text("The link is not in the tags.", "Länken finns inte bland taggarna."),
        "other-tag": Text(
            "The link is in the tag {found}, and not in Link or Reference.",
            "Länken står i taggen {found} och inte i Link eller Reference.",
        ),
    },
)
def link_in_link_or_reference(link: Link) -> Outcome:
    """Its tag is Link or Reference."""
    element = link.annotation.element
    if element is None:
        return failed("untagged")
    return passed() if element.standard in ("Link", "Reference") else failed("other-tag", found=element.type)


@about(
    2,
    Text(
        "Links that lead to different places have tags of their own",
        "Länkar till olika ställen har egna taggar",
    ),
    Text(
        "What stands in one tag is read as one link; someone who listens cannot choose between the places.",
        "Det som står i en tagg läses som en länk; den som lyssnar kan inte välja mellan ställena.",
    ),
    {
        "shared": Text(
            "The link stands in the same tag as another one that leads elsewhere.",
            "Länken står i samma tagg som en annan länk som leder någon annanstans.",
        )
    },
)
def link_in_tag_of_its_own(link: Link) -> Outcome:
    """No link before it in its tag leads elsewhere; where a link leads to a place on a page, it is not known."""
    return passed() if link.other is None else failed("shared")


def examples() -> dict[str, dict[str, Pdf]]:
    def link(index: int, element: Element | None, target: str = "") -> Annotation:
        return Annotation(1, "Link", index, element=element, particulars=Particulars(target=target))

    def pdf(*annotations: Annotation) -> Pdf:
        return Pdf(pages=(Page(1, annotations=annotations),))

    tag = Element("Link")
    none = {"inapplicable": pdf(Annotation(1, "Text"))}
    return {
        "link_in_link_or_reference": {
            "failed untagged": pdf(link(0, None)),
            "failed other-tag": pdf(link(0, Element("P"))),
            "passed": pdf(link(0, tag)),
            "passed, a reference": pdf(link(0, Element("Reference"))),
            **none,
        },
        "link_in_tag_of_its_own": {
            "failed shared": pdf(link(0, tag, "element (4, 0)"), link(1, tag, "element (5, 0)")),
            "passed": pdf(
                link(0, tag, "https://forum.example.se"), link(1, Element("Link"), "element (5, 0)")
            ),
            "passed, a link over two lines": pdf(
                link(0, tag, "https://forum.example.se"), link(1, tag, "https://forum.example.se")
            ),
            "passed, a place that is not known": pdf(link(0, tag), link(1, tag, "element (5, 0)")),
            "passed, outside the tags": pdf(link(0, None, "element (4, 0)"), link(1, None, "element (5, 0)")),
            **none,
        },
    }
