"""There is a way past what comes back on every page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, failed, passed, rule
from a11ycheck.documents.page.bypass import blocks_to_bypass, leads_on, leads_past, outline
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.keyboard import KeyboardWalk, Seen, Skip, called, seen
from a11ycheck.documents.page.model import Element, Page


@dataclass(frozen=True, slots=True)
class Beginning:
    """The blocks that stand before a page's own content; ``blocking`` are those that nothing leads past."""

    blocks: tuple[Element, ...]
    blocking: tuple[Element, ...]

    @property
    def where(self) -> Where:
        return (self.blocking or self.blocks)[0].where


def beginnings(page: Page) -> Iterator[Beginning]:
    walk = page.driven.keyboard if page.driven else None
    blocks = outline(page).before if leads_on(page) else ()
    if not blocks:
        return
    blocking = blocks_to_bypass(page)
    if blocking and walk is None:
        # Links and buttons that scripts have made are only known once they have been tried.
        return
    if walk is not None and (
        _script_leads_past(page, walk) or {block.path for block in blocking} <= {*walk.collapsed}
    ):
        blocking = ()
    yield Beginning(blocks, blocking)


def _script_leads_past(page: Page, walk: KeyboardWalk) -> bool:
    blocks = outline(page)
    targets = (page.by_path.get(skip.target) for skip in walk.skips if skip.moved)
    return any(target is not None and leads_past(page, blocks, target) for target in targets)


@rule(
    document=Page,
    each=beginnings,
    meets=("WCAG 2.4.1", "ACT cf77f2", "ACT 3e12e1", "ACT 047fe0", "ACT b40fd1", "ACT ye5d6e"),
    title=Text("There is a way past the menus", "Det finns en väg förbi menyerna"),
    why=Text(
        "Someone who listens or uses only the keyboard must go through the whole menu on every page before they reach "
        "what the page is about.",
        "Den som lyssnar eller bara använder tangentbord måste gå igenom hela menyn på varje sida innan hen kommer "
        "till det som sidan handlar om.",
    ),
    who=(People.SCREEN_READER, People.KEYBOARD),
    fix=Fix(
        Text(
            "Give the page's own content a heading, and see to it that the site has a link “Go to the content” first "
            "on the page.",
            "Ge sidans eget innehåll en rubrik, och se till att webbplatsen har en länk ”Till innehållet” först på "
            "sidan.",
        ),
        web=Text(
            'Put the content in <main id="main"> with an <h1>, and write <a href="#main"> first in the page.',
            'Lägg innehållet i <main id="main"> med en <h1>, och skriv <a href="#main"> först på sidan.',
        ),
    ),
    messages={
        "no-way": Text(
            "Nothing leads past “{block}”: the page's own content has no visible heading and no landmark, and no link "
            "leads there.",
            "Inget leder förbi ”{block}”: sidans eget innehåll har varken synlig rubrik eller landmärke, och ingen "
            "länk leder dit.",
        ),
    },
)
def way_past_menus(beginning: Beginning) -> Outcome:
    """A heading, a landmark, a link, or a control that folds the block away leads past what comes back."""
    if not beginning.blocking:
        return passed()
    return failed("no-way", block=called(beginning.blocking[0]))


@rule(
    document=Page,
    each=seen(lambda walk: (skip for skip in walk.skips if skip.target)),
    title=Text("The link past the menu takes the keyboard along", "Länken förbi menyn tar med tangentbordet"),
    why=Text(
        "The page scrolls, but the next press of Tab is back in the menu that was to be skipped.",
        "Sidan rullar, men nästa tryck på tabbtangenten är tillbaka i menyn som skulle hoppas över.",
    ),
    who=(People.KEYBOARD, People.SCREEN_READER),
    fix=Fix(
        Text(
            "This is in the code of the site: pass it on to whoever builds it.",
            "Det här sitter i webbplatsens kod: lämna det vidare till den som bygger den.",
        ),
        web=Text(
            'Let the link lead to an id as usual, without a script that stops it, or give the target tabindex="-1" and '
            "call focus() on it.",
            'Låt länken leda till ett id på vanligt sätt, utan skript som stoppar den, eller ge målet tabindex="-1" '
            "och"
            "anropa focus() på det.",
        ),
    ),
    messages={
        "stays": Text(
            "The link “{name}” does not move the keyboard: the next stop comes before the place it leads to.",
            "Länken ”{name}” flyttar inte tangentbordet: nästa stopp kommer före stället som den leder till.",
        ),
    },
)
def skip_link_takes_focus(skip: Seen[Skip]) -> Outcome:
    """After Enter on the link, Tab goes on from where it leads."""
    return passed() if skip.fact.moved else failed("stays", name=called(skip.element))


def examples() -> dict[str, dict[str, Page]]:
    def page(walk: KeyboardWalk | None, *content: Element, first: str = "/om") -> Page:
        link = Element("a", {"href": first}, "Om oss", role="link", name="Om oss", path="0.1.0.0")
        more = Element("a", {"href": "/mer"}, "Mer", role="link", name="Mer", path="0.1.0.1")
        menu = Element("nav", {}, link, more, role="navigation", path="0.1.0")
        return Page.of(menu, *content, driven=Driven(keyboard=walk))

    def content(tag: str = "div", role: str = "") -> Element:
        heading = Element("h1", {}, "Höstmötet", role="heading", name="Höstmötet", path="0.1.1.0")
        text = heading if role == "heading" else Element("p", {}, "Välkommen till höstmötet.", path="0.1.1.0")
        own = role if role != "heading" else ""
        return Element(tag, {"id": "innehall"}, text, role=own, path="0.1.1")

    walked = KeyboardWalk()
    script = KeyboardWalk(skips=(Skip("0.1.0.0", "0.1.1", moved=True),))
    stays = KeyboardWalk(skips=(Skip("0.1.0.0", "0.1.1", moved=False),))
    return {
        "way_past_menus": {
            "failed no-way": page(walked, content()),
            "passed, heading": page(walked, content(role="heading")),
            "passed, landmark": page(walked, content("main", "main")),
            "passed, link": page(walked, content(), first="#innehall"),
            "passed, link made by a script": page(script, content()),
            "passed, folds away": page(KeyboardWalk(collapsed=("0.1.0",)), content()),
            "inapplicable, nothing after the menu": page(walked),
            "inapplicable, not walked through": page(None, content()),
        },
        "skip_link_takes_focus": {
            "failed stays": page(stays, content()),
            "passed": page(script, content()),
            "inapplicable": page(walked, content()),
        },
    }
