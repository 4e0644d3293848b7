"""An abbreviation is explained where the page uses it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from a11ycheck import Fix, Outcome, People, Text, Where, failed, passed, rule
from a11ycheck.documents.content import ListItem, Paragraph
from a11ycheck.documents.page.model import Page
from a11ycheck.outcome import anchor
from a11ycheck.text.abbreviations import unexplained

MOST = 5
"""Abbreviations of a page that are told of."""


@dataclass(frozen=True, slots=True)
class Abbreviation:
    short: str
    where: Where
    is_explained: bool


def abbreviations(page: Page) -> Iterator[Abbreviation]:
    """The abbreviations that the running text leaves unexplained."""
    blocks = [each for each in page.content.blocks if isinstance(each, Paragraph | ListItem)]
    explained = {each.text for each in page.elements("abbr", "dfn") if each.attribute("title").strip()}
    for short in islice(unexplained("\n".join(block.text for block in blocks)), MOST):
        place = next((block.where for block in blocks if short in block.text), Where())
        yield Abbreviation(short, Where(place.steps, anchor(short), place.box), short in explained)


@rule(
    document=Page,
    each=abbreviations,
    meets=("WCAG 3.1.4",),
    title=Text("Abbreviations are explained", "Förkortningar förklaras"),
    why=Text(
        "Who is new to the language or to the matter does not know what the letters stand for, and screen readers may "
        "say them as a word.",
        "Den som är ny i språket eller i ämnet vet inte vad bokstäverna står för, och skärmläsare kan läsa dem som "
        "ett ord.",
    ),
    who=(People.NEW_LANGUAGE, People.READING, People.SCREEN_READER),
    fix=Fix(
        Text(
            "Write the full name the first time, with the abbreviation in brackets.",
            "Skriv hela namnet första gången, med förkortningen inom parentes.",
        ),
        web=Text(
            "Write it in the text. A tooltip (<abbr title>) is not seen by those who use a keyboard or a touch "
            "screen.",
            "Skriv det i texten. En upplysning vid muspekaren (<abbr title>) syns inte för den som använder "
            "tangentbord eller pekskärm.",
        ),
    ),
    messages={
        "unexplained": Text(
            "“{short}” is used several times and is not explained.",
            "”{short}” används flera gånger och förklaras inte.",
        )
    },
)
def abbreviation_explained(abbreviation: Abbreviation) -> Outcome:
    """Its words stand somewhere in the text, or in a title of its own. Well-known ones are left out, and those
    that are used once."""
    return passed() if abbreviation.is_explained else failed("unexplained", short=abbreviation.short)


def examples() -> dict[str, Page]:
    from a11ycheck.documents.page.model import Element

    def page(*texts: Element | str) -> Page:
        return Page.of(*(Element("p", {}, text) for text in texts))

    short = Element("abbr", {"title": "Ungdomsrådens samarbetsorgan"}, "URS", styles={"display": "inline"})
    return {
        "failed unexplained": page("URS bjuder in till möte.", "Vill du veta mer om URS? Ring oss."),
        "passed": page(short, "URS bjuder in. Ring URS om du undrar."),
        "inapplicable, explained": page("Ungdomsrådens samarbetsorgan (URS) bjuder in.", "Ring URS."),
        "inapplicable, well known": page("Skicka en PDF. Har du ingen PDF? Ring."),
        "inapplicable, used once": page("URS bjuder in."),
        "inapplicable, capitals": page("VIKTIGT MEDDELANDE TILL ALLA", "VIKTIGT MEDDELANDE TILL ALLA"),
    }
