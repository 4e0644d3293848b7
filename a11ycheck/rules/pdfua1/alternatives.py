"""Figures and formulas have words in their place (PDF/UA-1 7.3 and 7.7).

Either an alternative text that is not empty, or an ActualText, which may be. For WCAG, content-picture-alt owns the
pictures, and a formula without words is read as the text it is made of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.tree_model import Element

if TYPE_CHECKING:
    from collections.abc import Callable


def about(
    tag: str, clause: str, title: Text, why: Text, fix: Fix, messages: dict[str, Text], *also: str
) -> Callable[[Callable[[Element], Outcome]], Rule]:
    """Make a rule that is put to each element of type ``tag``."""
    return rule(
        document=Pdf,
        each=lambda pdf: pdf.elements_of(tag),
        meets=(f"PDF/UA-1 {clause}", *also),
        title=title,
        why=why,
        who=(People.SCREEN_READER,),
        fix=fix,
        messages=messages,
    )


def has_words(element: Element) -> Outcome:
    if element.alt or element.actual_text is not None:
        return passed()
    return failed("missing" if element.alt is None else "empty")


@about(
    "Figure",
    "7.3-1",
    Text("Figure tags have alternative text", "Figure-taggar har alternativtext"),
    Text(
        "Someone who listens to the document hears only “picture” and misses what the picture says.",
        "Den som lyssnar på dokumentet hör bara ”bild” och går miste om det som bilden säger.",
    ),
    Fix(
        Text(
            "Write in one or two sentences what the picture tells, or mark it as decorative if it tells "
            "nothing, and make the PDF again.",
            "Skriv i en eller två meningar vad bilden berättar, eller markera den som dekorativ om den inte "
            "berättar något, och gör om pdf:en.",
        ),
        word=steps.ALT_TEXT_IN_OFFICE,
        powerpoint=steps.ALT_TEXT_IN_OFFICE,
        libreoffice=steps.ALT_TEXT_IN_LIBREOFFICE,
        acrobat=steps.ALT_TEXT_IN_ACROBAT,
    ),
    {
        "missing": Text(
            "The picture (Figure) has no alternative text.", "Bilden (Figure) saknar alternativtext."
        ),
        "empty": Text(
            "The picture's (Figure) alternative text is empty.", "Bildens (Figure) alternativtext är tom."
        ),
    },
    "PDF/UA-2 8.2.5.28.2-1",
)
def figure_has_words(figure: Element) -> Outcome:
    """It has an alternative text with something in it, or an ActualText."""
    return has_words(figure)


@about(
    "Formula",
    "7.7-1",
    Text("Formula tags have alternative text", "Formula-taggar har alternativtext"),
    Text(
        "Fractions, roots and exponents are read out as a row of characters, and someone who listens cannot "
        "know how they belong together.",
        "Bråk, rötter och exponenter läses upp som en rad tecken, och den som lyssnar kan inte veta hur de "
        "hör ihop.",
    ),
    Fix(
        Text(
            "Write the formula as it is read out loud in its alternative text.",
            "Skriv formeln så som den läses högt i dess alternativtext.",
        ),
        libreoffice=Text(
            "Right-click the formula, choose Properties, write under Alternative on the Options tab, and "
            "export as PDF again.",
            "Högerklicka på formeln, välj Egenskaper, skriv under Alternativ på fliken Alternativ och "
            "exportera som pdf igen.",
        ),
        acrobat=Text(
            "Open the Tags panel, open the properties of the Formula tag, and write the alternative text "
            "there.",
            "Öppna panelen Taggar, öppna egenskaperna för taggen Formula och skriv alternativtexten där.",
        ),
    ),
    {
        "missing": Text("The formula has no alternative text.", "Formeln saknar alternativtext."),
        "empty": Text("The formula's alternative text is empty.", "Formelns alternativtext är tom."),
    },
)
def formula_has_words(formula: Element) -> Outcome:
    """It has an alternative text with something in it, or an ActualText."""
    return has_words(formula)


def examples() -> dict[str, dict[str, Pdf]]:
    def of(tag: str) -> dict[str, Pdf]:
        def pdf(alt: str | None = None, actual_text: str | None = None) -> Pdf:
            return Pdf(roots=(Element(tag, alt=alt, actual_text=actual_text),))

        return {
            "failed missing": pdf(),
            "failed empty": pdf(alt=""),
            "passed": pdf(alt="b i kvadrat"),
            "passed, actual text": pdf(actual_text="b²"),
            "passed, empty actual text": pdf(actual_text=""),
            "passed, empty alternative text beside actual text": pdf(alt="", actual_text=""),
            "inapplicable": Pdf(roots=(Element("P"),)),
        }

    return {"figure_has_words": of("Figure"), "formula_has_words": of("Formula")}
