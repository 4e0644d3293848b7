"""What answers to the mouse answers to the keyboard, and says what it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from a11ycheck import Fix, Outcome, People, Text, Where, failed, passed, rule
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.keyboard import KeyboardWalk, Operated, Seen, called, seen
from a11ycheck.documents.page.model import Element, Page

NOT_MADE_BY_HAND = frozenset(
    {
        *(
            "a",
            "area",
            "audio",
            "body",
            "button",
            "canvas",
            "details",
            "dialog",
            "embed",
            "frame",
            "html",
            "iframe",
        ),
        *(
            "input",
            "label",
            "main",
            "map",
            "object",
            "option",
            "optgroup",
            "select",
            "summary",
            "textarea",
            "video",
        ),
    }
)
"""Elements that answer to clicks by nature, or that hold the whole page or something foreign."""
PARTS = frozenset(
    {
        *(
            "gridcell",
            "menuitem",
            "menuitemcheckbox",
            "menuitemradio",
            "option",
            "radio",
            "row",
            "tab",
            "treeitem",
        ),
        *("columnheader", "rowheader"),
    }
)
"""Roles of parts of a larger control, which the arrow keys of that control may work (WAI-ARIA, managing focus)."""
LONGEST_LABEL = 100
"""Characters of what still looks like a button or link, rather than a part of the page."""
NO_CONTROL = frozenset({"", "generic", "none", "paragraph", "listitem", "img", "heading"})
"""Roles that do not say that something can be pressed."""

IN_HTML = Text(
    "Use <button> for what does something and <a href> for what leads somewhere: they take the Tab key, Enter and "
    "Space by themselves.",
    "Använd <button> för det som gör något och <a href> för det som leder någonstans: de tar tabbtangenten, Enter och "
    "mellanslag av sig själva.",
)
MADE_REAL = Fix(
    Text(
        "Make it a real button or link; if it is part of the site, pass this on to whoever builds it.",
        "Gör det till en riktig knapp eller länk; hör det till webbplatsen, lämna det här vidare till den som bygger "
        "den.",
    ),
    web=IN_HTML,
)


@dataclass(frozen=True, slots=True)
class Pressed:
    """Something made into a button or link by a script. ``elsewhere``: a control with the same name does the same."""

    element: Element
    elsewhere: bool

    @property
    def where(self) -> Where:
        return self.element.where


def made_by_script(page: Page) -> Iterator[Pressed]:
    """What a script listens for clicks on and the pointer shows as something to press, with no control in it or around
    it: that would take the key presses in its place."""
    named: set[str] | None = None
    for element in page.elements():
        if not _looks_pressable(element):
            continue
        if named is None:
            named = {_plain(called(one)) for one in page.elements() if one.is_focusable and one.exposed}
        yield Pressed(element, not element.is_focusable and _plain(called(element)) in named)


def _looks_pressable(element: Element) -> bool:
    if not element.clickable or not element.exposed or element.style("cursor") != "pointer":
        return False
    if element.tag in NOT_MADE_BY_HAND and not (element.tag == "a" and not element.has("href")):
        return False
    if (
        element.role in PARTS
        or element.attribute("aria-disabled") == "true"
        or element.states.get("editable")
    ):
        return False
    if not element.is_visible or not _shows_something(element) or len(element.visible_text) > LONGEST_LABEL:
        return False
    return not any(_takes_keys(one) for one in (*element.inside(), *element.ancestors()))


def _takes_keys(element: Element) -> bool:
    return element.tag in ("label", "iframe") or (
        element.is_focusable and element.tag not in ("body", "html")
    )


def _shows_something(element: Element) -> bool:
    return bool(element.visible_text) or any(
        one.tag in ("img", "svg") and one.is_visible for one in element.elements()
    )


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def in_tab_order(element: Element) -> bool:
    """The Tab key stops there, as far as its markup says."""
    return element.is_focusable and _tabindex(element) >= 0


def _tabindex(element: Element) -> int:
    """The number, 0 where there is none (HTML: rules for parsing integers, which pass over what follows)."""
    given = element.attribute("tabindex").strip()
    digits = given.lstrip("+-")
    number = len(digits) - len(digits.lstrip("0123456789"))
    if not number or len(given) - len(digits) > 1:
        return 0
    return -int(digits[:number][:9]) if given.startswith("-") else int(digits[:number][:9])


about_keys = partial(rule, document=Page, who=(People.KEYBOARD, People.SCREEN_READER, People.VOICE))


@about_keys(
    each=made_by_script,
    meets=("WCAG 2.1.1", "WCAG 4.1.2"),
    title=Text(
        "What can be clicked can be reached with the keyboard",
        "Det som går att klicka på nås med tangentbordet",
    ),
    why=Text(
        "It looks like a button or link but is only text to the browser: the Tab key passes it by and a screen reader "
        "does not say that it can be pressed.",
        "Det ser ut som en knapp eller länk men är bara text för webbläsaren: tabbtangenten går förbi, och en "
        "skärmläsare säger inte att det går att trycka på.",
    ),
    fix=Fix(
        Text(
            "Make it a real button or link with the editor's own tools; if it is part of the site, pass this on to "
            "whoever builds it.",
            "Gör det till en riktig knapp eller länk med redigerarens egna verktyg; hör det till webbplatsen, lämna "
            "det här vidare till den som bygger den.",
        ),
        web=IN_HTML,
    ),
    messages={
        "mouse-only": Text(
            "“{name}” can be clicked, but not reached with the keyboard.",
            "”{name}” går att klicka på, men inte att nå med tangentbordet.",
        ),
    },
)
def reached_by_keyboard(pressed: Pressed) -> Outcome:
    """It takes focus, or a control with the same name does what it does."""
    if pressed.element.is_focusable or pressed.elsewhere:
        return passed()
    return failed("mouse-only", name=called(pressed.element))


@about_keys(
    each=lambda page: (one for one in made_by_script(page) if in_tab_order(one.element)),
    meets=("WCAG 4.1.2",),
    title=Text("What can be pressed says so", "Det som går att trycka på säger det"),
    why=Text(
        "Someone who listens hears a text like any other, without “button” or “link”, and does not know that it can be "
        "pressed.",
        "Den som lyssnar hör en text som vilken som helst, utan ”knapp” eller ”länk”, och vet inte att det går att "
        "trycka på den.",
    ),
    fix=MADE_REAL,
    messages={
        "no-role": Text(
            "“{name}” can be pressed, but does not say that it is a button or link.",
            "”{name}” går att trycka på, men säger inte att det är en knapp eller länk.",
        ),
    },
)
def control_has_role(pressed: Pressed) -> Outcome:
    """Its role is one of something that can be pressed."""
    if pressed.element.role not in NO_CONTROL:
        return passed()
    return failed("no-role", name=called(pressed.element))


@about_keys(
    each=seen(lambda walk: (one for one in walk.operated if one.keyboard or one.click)),
    meets=("WCAG 2.1.1",),
    title=Text(
        "Buttons built by hand answer to Enter or Space",
        "Egenbyggda knappar svarar på Enter eller mellanslag",
    ),
    why=Text(
        "The Tab key leads there, but pressing it does nothing: only a mouse can use it.",
        "Tabbtangenten leder dit, men att trycka gör ingenting: bara en mus kan använda den.",
    ),
    fix=MADE_REAL,
    messages={
        "dead": Text(
            "“{name}” does something when it is clicked, but nothing on Enter or Space.",
            "”{name}” gör något när man klickar, men inget på Enter eller mellanslag.",
        ),
    },
)
def works_by_keyboard(operated: Seen[Operated]) -> Outcome:
    """Enter or Space does something where a click does."""
    return passed() if operated.fact.keyboard else failed("dead", name=called(operated.element))


def frames_with_stops(page: Page) -> Iterator[Element]:
    """Frames that are read and hold something that the Tab key would stop at."""
    for frame in page.frames:
        owner = frame.owner
        if owner is None or not owner.exposed or owner.tag != "iframe":
            continue
        if any(
            in_tab_order(element) and element.is_visible
            for element in frame.elements()
            if element.tag not in ("html", "body")
        ):
            yield owner


@about_keys(
    each=frames_with_stops,
    meets=("WCAG 2.1.1", "ACT akn7bn"),
    title=Text("Embedded pages can be reached with the keyboard", "Inbäddade sidor nås med tangentbordet"),
    why=Text(
        "What is embedded has links or buttons, but the Tab key is told to pass it by.",
        "Det inbäddade har länkar eller knappar, men tabbtangenten är tillsagd att gå förbi det.",
    ),
    fix=Fix(
        Text(
            "Embed it anew with the code that its maker gives, or pass this on to whoever builds the site.",
            "Bädda in det på nytt med den kod som leverantören ger, eller lämna det här vidare till den som bygger "
            "webbplatsen.",
        ),
        web=Text('Take tabindex="-1" away from the <iframe>.', 'Ta bort tabindex="-1" från <iframe>.'),
    ),
    messages={
        "passed-by": Text(
            "The Tab key passes by the embedded page, though there is something to press in it.",
            "Tabbtangenten går förbi den inbäddade sidan, fast det finns något att trycka på i den.",
        ),
    },
)
def frame_reached_by_keyboard(frame: Element) -> Outcome:
    """The frame's tabindex is not negative."""
    return failed("passed-by") if _tabindex(frame) < 0 else passed()


def examples() -> dict[str, dict[str, Page]]:
    hand = {"display": "block", "visibility": "visible", "cursor": "pointer"}
    focus = {"focusable": True}

    def made(
        tag: str = "div", role: str = "generic", *, focusable: bool = False, **attributes: str
    ) -> Element:
        states = focus if focusable else {}
        return Element(
            tag, attributes, "Anmäl dig", role=role, styles=hand, states=states, clickable=True, path="0.1.0"
        )

    def operated(keyboard: bool, click: bool) -> Page:
        fact = Operated("0.1.0", keyboard, click)
        return Page.of(made(role="button"), driven=Driven(keyboard=KeyboardWalk(operated=(fact,))))

    def frame(tabindex: str | None, inner: Element) -> Page:
        from a11ycheck.documents.page.model import Frame

        page = Page.of(Element("iframe", {} if tabindex is None else {"tabindex": tabindex}, role="iframe"))
        owner = next(page.elements("iframe"))
        root = Element("html", {}, Element("body", {}, inner))
        inside = Frame("about:srcdoc", root, owner=owner)
        for element in root.elements():
            element.frame = inside
            element.styles = hand
        owner.append(root)
        return Page(page.requested, page.address, (*page.frames, inside))

    def home(**attributes: str) -> Element:
        return Element("a", {"href": "/", **attributes}, "Hem", role="link", name="Hem", states=focus)

    return {
        "reached_by_keyboard": {
            "failed mouse-only": Page.of(made()),
            "failed mouse-only, a link without address": Page.of(made("a")),
            "passed, in the tab order": Page.of(made(focusable=True, tabindex="0")),
            "passed, a button does the same": Page.of(
                made(), Element("button", {}, "Anmäl dig", role="button", name="Anmäl dig", states=focus)
            ),
            "inapplicable, a link in it takes the keys": Page.of(
                Element("div", {}, home(), role="generic", styles=hand, clickable=True)
            ),
            "inapplicable, part of a larger control": Page.of(made("li", "option")),
        },
        "control_has_role": {
            "failed no-role": Page.of(made(focusable=True, tabindex="0")),
            "passed": Page.of(made(role="button", focusable=True, tabindex="0")),
            "inapplicable, not reached at all": Page.of(made()),
        },
        "works_by_keyboard": {
            "failed dead": operated(keyboard=False, click=True),
            "passed": operated(keyboard=True, click=False),
            "inapplicable, does nothing": operated(keyboard=False, click=False),
        },
        "frame_reached_by_keyboard": {
            "failed passed-by": frame("-1", home()),
            "passed": frame("0", home()),
            "passed, no tabindex": frame(None, home()),
            "inapplicable, nothing to stop at": frame("-1", home(tabindex="-1")),
        },
    }
