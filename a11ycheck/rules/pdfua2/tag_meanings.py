"""Tags belong to a namespace that is known, or are led to a tag that does (ISO 14289-2, 8.2.4; ISO 32000-2, 14.8.6).

Known are the namespaces of PDF 1.7, of PDF 2.0 and of MathML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.standard_types import PDF_2_0_NAMESPACE
from a11ycheck.documents.pdf.tree_model import Element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

WHY = Text(
    "A screen reader knows what to do with the standard's own tags only; headings, lists and tables with any other "
    "tag become plain text.",
    "En skärmläsare vet bara vad den ska göra med standardens egna taggar; rubriker, listor och tabeller med någon "
    "annan tagg blir vanlig text.",
)
FIX = Fix(
    Text(
        "Use the tags of PDF 1.7, PDF 2.0 or MathML, or say in the role map which of them each other tag stands for.",
        "Använd taggarna i PDF 1.7, PDF 2.0 eller MathML, eller ange i rollmappningen vilken av dem varje annan tagg "
        "står för.",
    ),
    indesign=steps.STYLE_TAG_IN_INDESIGN,
    acrobat=steps.ROLE_MAP_IN_ACROBAT,
)


def once_for_each_tag(pdf: Pdf) -> Iterable[Element]:
    """The first element with each tag, since what a tag stands for is a fact about all that have it."""
    first: dict[tuple[str, str, str, bool, bool, bool], Element] = {}
    for element in pdf.elements:
        meaning = (element.has_meaning, element.loses_meaning, element.role_map_loop)
        first.setdefault((element.tag, element.standard, element.twin, *meaning), element)
    return first.values()


def about(
    test: int, title: Text, messages: dict[str, Text]
) -> Callable[[Callable[[Element], Outcome]], Rule]:
    """Make a rule that is put to one element of each tag and meets clause 8.2.4-``test``."""
    return rule(
        document=Pdf,
        each=once_for_each_tag,
        meets=(f"PDF/UA-2 8.2.4-{test}",),
        title=title,
        why=WHY,
        who=(People.SCREEN_READER,),
        fix=FIX,
        messages=messages,
    )


@about(
    1,
    Text("Every tag stands for one that is known", "Varje tagg står för en som är känd"),
    {
        "unknown": Text(
            "The tag {tag} belongs to none of the standards and does not say which of their tags it stands for.",
            "Taggen {tag} hör inte till någon av standarderna och säger inte vilken av deras taggar den står för.",
        )
    },
)
def tag_meaning_known(element: Element) -> Outcome:
    """It leads to a tag of PDF 1.7, PDF 2.0 or MathML; circles and standard tags led astray are other faults."""
    known = element.standard or element.loses_meaning or element.role_map_loop
    return passed() if known else failed("unknown", tag=element.tag)


@about(
    3,
    Text("No tag stands for another of its own namespace", "Ingen tagg står för en annan i samma namnrymd"),
    {
        "same": Text(
            "The tag {tag} is made to stand for another tag of the same namespace: {twin}.",
            "Taggen {tag} har fått stå för en annan tagg i samma namnrymd: {twin}.",
        )
    },
)
def tag_mapped_to_other_namespace(element: Element) -> Outcome:
    """The role maps of namespaces lead to no other tag of a namespace that they have passed."""
    return failed("same", tag=element.tag, twin=element.twin) if element.twin else passed()


@about(
    4,
    Text("No standard tag loses its meaning", "Ingen standardtagg förlorar sin betydelse"),
    {
        "lost": Text(
            "The role map makes the standard tag {tag} stand for something that is not known.",
            "Rollmappningen låter standardtaggen {tag} stå för något som inte är känt.",
        )
    },
)
def standard_tag_has_meaning(element: Element) -> Outcome:
    """A standard tag is not led to something that is none."""
    return failed("lost", tag=element.tag) if element.loses_meaning else passed()


def examples() -> dict[str, dict[str, Pdf]]:
    def pdf(*roots: Element) -> Pdf:
        return Pdf(roots=roots)

    own = Element("Title", namespace=PDF_2_0_NAMESPACE)
    good = {
        "passed": pdf(Element("Document", kids=[Element("P")])),
        "passed, mapped": pdf(Element("Brödtext", "P")),
        "passed, a tag of PDF 2.0": pdf(own),
        "inapplicable, no tags": Pdf(),
    }
    return {
        "tag_meaning_known": {
            "failed unknown": pdf(Element("Brödtext", has_meaning=False)),
            "failed unknown, a tag of PDF 2.0 that does not say so": pdf(Element("Title")),
            "failed unknown, a tag of PDF 1.7 in the namespace of PDF 2.0": pdf(
                Element("Note", namespace=PDF_2_0_NAMESPACE)
            ),
            "passed, a formula": pdf(Element("mfrac", namespace="http://www.w3.org/1998/Math/MathML")),
            "passed, a circle": pdf(Element("Brödtext", has_meaning=False, role_map_loop=True)),
            "passed, a standard tag led astray": pdf(Element("P", has_meaning=False, loses_meaning=True)),
            **good,
        },
        "tag_mapped_to_other_namespace": {
            "failed same": pdf(Element("Brödtext", "P", twin="Text")),
            **good,
        },
        "standard_tag_has_meaning": {
            "failed lost": pdf(Element("P", has_meaning=False, loses_meaning=True)),
            **good,
        },
    }
