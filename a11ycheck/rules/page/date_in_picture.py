"""What day a meeting is stands as text, not only in a picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.text.dates import written_times

MOST = 100
MOST_QUESTIONS = 3
LARGEST_ICON = 48.0
"""CSS pixels across below which a picture holds no text. The limit is ours."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A picture whose alternative text holds a date; ``in_text``: the page's text holds it, too."""

    element: Element
    date: str
    in_text: bool

    @property
    def where(self) -> Where:
        return self.element.where


def dated(page: Page) -> Iterator[Dated]:
    told = _told_of(page)
    pictures = (
        each
        for each in page.elements("img", "input")
        if each.exposed and each.attribute("alt").strip() and each.path not in told
    )
    found = [(each, written_times(each.attribute("alt")[:500])) for each in islice(pictures, MOST)]
    found = [(each, times) for each, times in found if times and _is_large(each)]
    if not found:
        return
    days = {time.start[:10] for time in written_times(page.root.visible_text)}
    asked = 0
    for element, times in found:
        missing = [time.start[:10] for time in times if time.start[:10] not in days]
        asked += bool(missing)
        if asked <= MOST_QUESTIONS:
            yield Dated(element, missing[0] if missing else times[0].start[:10], not missing)


def _told_of(page: Page) -> set[str]:
    """The paths of pictures in which text has been seen: page-text-in-pictures tells of them."""
    changes = page.driven.changes if page.driven is not None else None
    return {written.path for written in changes.written} if changes is not None else set()


def _is_large(element: Element) -> bool:
    return element.box is None or element.box.right - element.box.left >= LARGEST_ICON


@rule(
    document=Page,
    each=dated,
    meets=("WCAG 1.4.5",),
    title=Text("The date stands as text", "Datumet står som text"),
    why=Text(
        "Text in a picture becomes blurred when it is enlarged, keeps its colours, and cannot be copied to a "
        "calendar.",
        "Text i en bild blir suddig när den förstoras, behåller sina färger och går inte att kopiera till en "
        "kalender.",
    ),
    who=(People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Write day and time as text on the page, too.",
            "Skriv dag och tid som text på sidan också.",
        ),
        web=Text(
            "Put the text beside the picture, and let the picture be decoration.",
            "Lägg texten intill bilden och låt bilden vara dekoration.",
        ),
    ),
    messages={
        "is-it": Text(
            "The alternative text of a picture says {date}, which stands nowhere in the text. Is the date written in "
            "the picture?",
            "En bilds alternativtext säger {date}, som inte står någonstans i texten. Står datumet skrivet i bilden?",
        ),
        "only-there": Text(
            "The date {date} stands in a picture only.", "Datumet {date} står bara i en bild."
        ),
    },
)
def date_in_picture(picture: Dated) -> Outcome:
    """The page's text says it, too; where not, a person tells whether the picture shows it as text."""
    if picture.in_text:
        return passed()
    return ask("is-it", date=picture.date, yes=failed("only-there", date=picture.date), no=passed())


def examples() -> dict[str, Page]:
    def page(alt: str, text: str) -> Page:
        return Page.of(Element("img", {"alt": alt}, role="img", name=alt), Element("p", {}, text))

    return {
        "cannot-tell is-it": page("Välkommen den 24 november 2026!", "Vi ses på nätet."),
        "passed": page("Välkommen den 24 november 2026!", "Vi ses tisdag 24 november 2026."),
        "inapplicable": page("Tre personer samtalar", "Vi ses tisdag 24 november 2026."),
    }
