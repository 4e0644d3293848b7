"""Tags stand only in tags that may hold them, and no more often than they may (ISO/TS 32005:2023, table 5).

NonStruct, Div and Part are looked through. What may stand at the top of the tags is for pdfua2-one-document-holds-all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.nesting import Holding
from a11ycheck.documents.pdf.standard_types import PDF_2_0_NAMESPACE
from a11ycheck.documents.pdf.tree_model import Element

if TYPE_CHECKING:
    from collections.abc import Callable

WHY = Text(
    "A screen reader tells what a text is by the tags around it; in a tag that may not hold it, a part can be passed "
    "over or called something else.",
    "Skärmläsaren avgör vad en text är av taggarna runt den; i en tagg som inte får innehålla den kan en del hoppas "
    "över eller kallas något annat.",
)
FIX = Fix(
    Text(
        "Make the part with the program's own tools for headings, lists and tables and make the PDF again, or move "
        "the tag in Acrobat.",
        "Gör delen med programmets egna funktioner för rubriker, listor och tabeller och gör om pdf:en, eller flytta "
        "taggen i Acrobat.",
    ),
    acrobat=Text(
        "Open the Tags panel and drag the tag to one that may hold it, or change its type in its properties.",
        "Öppna panelen Taggar och dra taggen till en som får innehålla den, eller ändra dess typ i egenskaperna.",
    ),
)


def about(title: Text, messages: dict[str, Text]) -> Callable[[Callable[[Holding], Outcome]], Rule]:
    """Make a rule that is put to each tag that holds others."""
    return rule(
        document=Pdf,
        each=lambda pdf: pdf.holdings,
        meets=("PDF/UA-2 Table 5 (ISO/TS 32005)",),
        title=title,
        why=WHY,
        who=(People.SCREEN_READER,),
        fix=FIX,
        messages=messages,
    )


@about(
    Text("Tags stand where they may", "Taggar står där de får stå"),
    {
        "stray": Text(
            "The tag {child} stands in {parent}, which may not hold it.",
            "Taggen {child} står i {parent}, som inte får innehålla den.",
        )
    },
)
def tag_holds_what_it_may(holding: Holding) -> Outcome:
    """The type of each child is one that the type of the tag may hold."""
    if holding.stray is None:
        return passed()
    return failed("stray", child=holding.stray.type, parent=holding.element.type)


@about(
    Text("Tags stand no more often than they may", "Taggar står inte oftare än de får"),
    {
        "repeated": Text(
            "The tag {parent} holds {child} more than once.",
            "Taggen {parent} innehåller {child} mer än en gång.",
        )
    },
)
def tag_holds_it_once(holding: Holding) -> Outcome:
    """No type is there more than once that may be there once only."""
    if not holding.repeated:
        return passed()
    return failed("repeated", child=holding.repeated, parent=holding.element.type)


@about(
    Text("Content stands in tags that may hold it", "Innehåll står i taggar som får innehålla det"),
    {
        "bare": Text(
            "Text or pictures stand directly in the tag {parent}, which may only hold other tags.",
            "Text eller bilder står direkt i taggen {parent}, som bara får innehålla andra taggar.",
        )
    },
)
def tag_holds_content_it_may(holding: Holding) -> Outcome:
    """Marked content and objects stand in no tag that may only hold tags."""
    return failed("bare", parent=holding.element.type) if holding.bare else passed()


def examples() -> dict[str, dict[str, Pdf]]:
    def pdf(*kids: Element) -> Pdf:
        return Pdf(roots=(of("Document", *kids),))

    def of(tag: str, *kids: Element) -> Element:
        return Element(tag, kids=list(kids))

    def cells() -> Element:
        return of("TR", of("TH"), of("TD"))

    def content(tag: str, *kids: Element) -> Element:
        return Element(tag, kids=[*kids, (1, 0, 0)])

    good = {
        "passed": pdf(of("H1"), of("P", of("Span")), of("L", of("LI", of("Lbl"), of("LBody")))),
        "passed, a tag of PDF 2.0": pdf(Element("Title", namespace=PDF_2_0_NAMESPACE)),
        "passed, a table": pdf(of("Table", of("Caption"), of("THead", cells()), of("TBody", cells()))),
        "passed, a tag of no known meaning": pdf(of("L", Element("Ruta", has_meaning=False))),
        "passed, a formula in MathML": pdf(
            of("Formula", Element("math", namespace="http://www.w3.org/1998/Math/MathML"))
        ),
        "inapplicable, no tags": Pdf(),
        "inapplicable, only tags that are looked through": Pdf(roots=(of("Part", of("Div")),)),
    }
    return {
        "tag_holds_what_it_may": {
            "failed stray": pdf(of("L", of("P"))),
            "failed stray, a Div between": pdf(of("L", of("Div", of("P")))),
            "failed stray, a heading in a heading": pdf(of("H1", of("H2"))),
            "failed stray, a tag of another name": pdf(of("P", Element("Rubrik", "H1"))),
            "failed stray, a paragraph in a paragraph": pdf(of("P", of("P"))),
            "passed, a Div between": pdf(of("L", of("Div", of("LI")))),
            **good,
        },
        "tag_holds_it_once": {
            "failed repeated": pdf(of("Table", of("THead"), of("TBody"), of("THead"))),
            "failed repeated, in a Div": pdf(of("L", of("Caption"), of("Div", of("Caption")))),
            "passed, once for each of two": pdf(of("L", of("Caption")), of("L", of("Caption"))),
            **good,
        },
        "tag_holds_content_it_may": {
            "failed bare": pdf(content("TR", of("TH"))),
            "failed bare, in a Div": pdf(of("L", content("Div"))),
            "passed, text in a paragraph": pdf(content("P", of("Span"))),
            **good,
        },
    }
