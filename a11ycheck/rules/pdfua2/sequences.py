"""What stands in what order in captions, ruby and warichu, and where MathML may stand (ISO 14289-2, 8.2.5.23 to 29)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.tree_model import Element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from a11ycheck.outcome import Where

FIX = Fix(
    Text(
        "Make the PDF again with a program that writes PDF/UA-2, or put the tags right in Acrobat.",
        "Gör om pdf:en med ett program som skriver PDF/UA-2, eller rätta taggarna i Acrobat.",
    ),
    acrobat=Text(
        "Open the Tags panel and drag the tags into the right order.",
        "Öppna panelen Taggar och dra taggarna till rätt ordning.",
    ),
)
MATHML = "http://www.w3.org/1998/Math/MathML"


@dataclass(frozen=True, slots=True)
class Row:
    """A tag and the types of those in it, in order: NonStruct, Div and Part looked through, unknown ones left out."""

    element: Element
    kids: tuple[str, ...]

    @property
    def where(self) -> Where:
        return self.element.where


def rows(*types: str) -> Callable[[Pdf], Iterable[Row]]:
    """The tags of these types; of none, all that hold tags."""

    def each(pdf: Pdf) -> Iterable[Row]:
        for element in pdf.elements:
            if element.standard in types or (not types and element.children):
                kids = (child.standard for child in element.effective_children)
                yield Row(element, tuple(kid for kid in kids if kid))

    return each


def about(
    clause: str, each: Callable[[Pdf], Iterable[Row]], title: Text, why: Text, messages: dict[str, Text]
) -> Callable[[Callable[[Row], Outcome]], Rule]:
    """Make a rule about what stands in a tag in which order."""
    return rule(
        document=Pdf,
        each=each,
        meets=(f"PDF/UA-2 {clause}",),
        title=title,
        why=why,
        who=(People.SCREEN_READER,),
        fix=FIX,
        messages=messages,
    )


def is_any_of(row: Row, *orders: tuple[str, ...]) -> Outcome:
    return passed() if row.kids in orders else failed("order", found=", ".join(row.kids) or "–")


ANNOTATED_WHY = Text(
    "Someone who listens hears the characters and their reading as two things that belong together only if they are "
    "tagged in the order laid down.",
    "Den som lyssnar hör tecknen och deras uttal som två saker som hör ihop bara om de är taggade i den ordning som "
    "gäller.",
)


@about(
    "8.2.5.23-1",
    rows("Ruby"),
    Text("Ruby holds text and reading in order", "Ruby innehåller text och uttal i ordning"),
    ANNOTATED_WHY,
    {
        "order": Text(
            "The tag Ruby holds {found}, and not RB, RT or RB, RP, RT, RP.",
            "Taggen Ruby innehåller {found} och inte RB, RT eller RB, RP, RT, RP.",
        )
    },
)
def ruby_in_order(ruby: Row) -> Outcome:
    """Its children are RB, RT or RB, RP, RT, RP."""
    return is_any_of(ruby, ("RB", "RT"), ("RB", "RP", "RT", "RP"))


@about(
    "8.2.5.24-1",
    rows("Warichu"),
    Text("Warichu holds its note in order", "Warichu innehåller sin not i ordning"),
    ANNOTATED_WHY,
    {
        "order": Text(
            "The tag Warichu holds {found}, and not WP, WT, WP.",
            "Taggen Warichu innehåller {found} och inte WP, WT, WP.",
        )
    },
)
def warichu_in_order(warichu: Row) -> Outcome:
    """Its children are WP, WT, WP."""
    return is_any_of(warichu, ("WP", "WT", "WP"))


@about(
    "8.2.5.27-1",
    rows(),
    Text("Captions come first or last", "Bildtexter och tabellrubriker kommer först eller sist"),
    Text(
        "Someone who listens hears the caption before or after what it belongs to; in the midst of it, it is taken "
        "for a part of the table or picture.",
        "Den som lyssnar hör texten före eller efter det den hör till; mitt i uppfattas den som en del av tabellen "
        "eller bilden.",
    ),
    {
        "within": Text(
            "The tag {parent} has its caption (Caption) neither first nor last.",
            "Taggen {parent} har sin Caption varken först eller sist.",
        )
    },
)
def caption_first_or_last(row: Row) -> Outcome:
    """No child but the first and the last is a caption."""
    return failed("within", parent=row.element.type) if "Caption" in row.kids[1:-1] else passed()


@rule(
    document=Pdf,
    each=lambda pdf: [element for element in pdf.elements if element.standard == "MathML"],
    meets=("PDF/UA-2 8.2.5.29-1",),
    title=Text("MathML stands in a formula", "MathML står i en formel"),
    why=Text(
        "A screen reader reads MathML as mathematics where a Formula says that it is; elsewhere it is a row of "
        "characters.",
        "Skärmläsaren läser MathML som matematik där en Formula säger att det är det; annars är det en rad tecken.",
    ),
    who=(People.SCREEN_READER,),
    fix=FIX,
    messages={
        "stray": Text(
            "The tag {tag} of MathML stands in {parent}, and not in Formula.",
            "Taggen {tag} i MathML står i {parent} och inte i Formula.",
        )
    },
)
def mathml_in_formula(element: Element) -> Outcome:
    """It stands in Formula, or in another tag of MathML."""
    above = element.effective_parent
    if above is not None and above.standard in ("Formula", "MathML"):
        return passed()
    return failed("stray", tag=element.tag, parent=element.stands_in)


def examples() -> dict[str, dict[str, Pdf]]:
    def of(tag: str, *kids: str) -> Pdf:
        return Pdf(roots=(Element(tag, kids=[Element(kid) for kid in kids]),))

    def math(parent: str, *between: Element) -> Pdf:
        inner = Element("math", namespace=MATHML, kids=[Element("mi", namespace=MATHML)])
        for element in between:
            element.kids.append(inner)
            inner.parent = element
            inner = element
        return Pdf(roots=(Element(parent, kids=[inner]),))

    return {
        "ruby_in_order": {
            "failed order": of("Ruby", "RT", "RB"),
            "failed order, nothing in it": of("Ruby"),
            "passed": of("Ruby", "RB", "RT"),
            "passed, with brackets": of("Ruby", "RB", "RP", "RT", "RP"),
            "inapplicable": of("P", "RB"),
        },
        "warichu_in_order": {
            "failed order": of("Warichu", "WT"),
            "passed": of("Warichu", "WP", "WT", "WP"),
            "inapplicable": of("P", "WT"),
        },
        "caption_first_or_last": {
            "failed within": of("Table", "TR", "Caption", "TR"),
            "passed, first": of("Table", "Caption", "TR"),
            "passed, last": of("Figure", "Span", "Caption"),
            "passed, alone": of("Figure", "Caption"),
            "inapplicable": Pdf(roots=(Element("P"),)),
        },
        "mathml_in_formula": {
            "failed stray": math("P"),
            "failed stray, at the top": Pdf(roots=(Element("math", namespace=MATHML),)),
            "passed": math("Formula"),
            "passed, a Div between": math("Formula", Element("Div")),
            "inapplicable": of("Formula", "Span"),
        },
    }
