"""A link that opens a new window says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.page.model import Element, Page

SAME_WINDOW = frozenset({"", "_self", "_parent", "_top"})
SAID = re.compile(
    r"\b(?:window|tab|fönster|flik\w*|fane|faneblad|vindu\w*|vindue\w*|ikkuna\w*|välilehde\w*|fenster|registerkarte"
    r"|fenêtre|onglet|ventana|pestaña|external|extern\w*|ekstern\w*|ulkoinen)\b",
    re.IGNORECASE,
)
"""How links say so in Swedish, English, Norwegian, Danish, Finnish, German, French and Spanish; or that what they lead
to is somewhere else."""


def new_windows(page: Page) -> Iterator[Element]:
    """Links and forms' links that open a window, as far as they can be met."""
    for element in page.elements("a", "area"):
        target = element.attribute("target").strip().casefold()
        if element.has("href") and target not in SAME_WINDOW and (element.exposed or element.is_visible):
            yield element


@rule(
    document=Page,
    each=new_windows,
    meets=("WCAG 3.2.5",),
    title=Text("A link that opens a new window says so", "En länk som öppnar ett nytt fönster säger det"),
    why=Text(
        "Someone who does not see that a new window has opened does not find the way back.",
        "Den som inte ser att ett nytt fönster har öppnats hittar inte tillbaka.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Let the link open in the same window, or write “(opens in a new window)” in the link text.",
            "Låt länken öppnas i samma fönster, eller skriv ”(öppnas i nytt fönster)” i länktexten.",
        ),
        web=Text(
            "Remove target=_blank, or add the words to the link's text or to the alternative text of its icon.",
            "Ta bort target=_blank, eller lägg till orden i länkens text eller i alternativtexten till dess ikon.",
        ),
    ),
    messages={
        "unsaid": Text(
            "“{name}” opens a new window and does not say so.",
            "”{name}” öppnar ett nytt fönster och säger det inte.",
        ),
    },
)
def new_window(link: Element) -> Outcome:
    """Its name or description has a word for a window, a tab or another site."""
    if SAID.search(f"{link.name} {link.description} {link.attribute('title')}"):
        return passed()
    return failed("unsaid", name=link.name or link.visible_text or link.attribute("href"))


def examples() -> dict[str, Page]:
    def page(name: str, target: str = "_blank") -> Page:
        attributes = {"href": "https://example.org/", "target": target}
        return Page.of(Element("a", attributes, name, role="link", name=name))

    return {
        "failed unsaid": page("Anmälan"),
        "passed": page("Anmälan (öppnas i nytt fönster)"),
        "inapplicable": page("Anmälan", "_self"),
    }
