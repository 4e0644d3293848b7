"""Dialogs take the keyboard along, in and out."""

from __future__ import annotations

from functools import partial

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.keyboard import KeyboardWalk, Opened, Seen, called, seen
from a11ycheck.documents.page.model import Element, Page

FIX = Fix(
    Text(
        "This is in the code of the site: pass it on to whoever builds it.",
        "Det här sitter i webbplatsens kod: lämna det vidare till den som bygger den.",
    ),
    web=Text(
        "Use <dialog> and open it with showModal(): the browser then moves focus in and back, and lets Escape close "
        "it.",
        "Använd <dialog> och öppna den med showModal(): då flyttar webbläsaren fokus in och tillbaka, och Escape "
        "stänger den.",
    ),
)
about_dialogs = partial(rule, document=Page, fix=FIX, who=(People.KEYBOARD, People.SCREEN_READER))


@about_dialogs(
    each=seen(lambda walk: (opened for opened in walk.opened if opened.modal)),
    meets=("WCAG 2.4.3",),
    title=Text("A dialog that opens gets the focus", "En dialogruta som öppnas får fokus"),
    why=Text(
        "The dialog opens over the page, but the keyboard is left behind it; someone who listens does not notice that "
        "it is there.",
        "Dialogrutan öppnas över sidan, men tangentbordet är kvar bakom den; den som lyssnar märker inte att den "
        "finns.",
    ),
    messages={
        "left-behind": Text(
            "“{name}” opens a dialog, but focus does not move into it.",
            "”{name}” öppnar en dialogruta, men fokus flyttas inte dit.",
        ),
    },
)
def dialog_takes_focus(opened: Seen[Opened]) -> Outcome:
    """Focus is in a modal dialog when it has opened."""
    return passed() if opened.fact.focus_inside else failed("left-behind", name=called(opened.element))


@about_dialogs(
    each=seen(
        lambda walk: (opened for opened in walk.opened if opened.modal and opened.returned is not None)
    ),
    meets=("WCAG 2.4.3",),
    title=Text("A dialog that closes gives focus back", "En dialogruta som stängs lämnar tillbaka fokus"),
    why=Text(
        "When the dialog has closed, the keyboard is nowhere, and someone who uses only the keyboard has to begin at "
        "the top of the page again.",
        "När dialogrutan har stängts är tangentbordet ingenstans, och den som bara använder tangentbord får börja om "
        "högst upp på sidan.",
    ),
    messages={
        "lost": Text(
            "When the dialog that “{name}” opens has closed, focus is nowhere.",
            "När dialogrutan som ”{name}” öppnar har stängts är fokus ingenstans.",
        ),
    },
)
def dialog_gives_focus_back(opened: Seen[Opened]) -> Outcome:
    """Focus is on a control of the page when the dialog has closed."""
    return passed() if opened.fact.returned else failed("lost", name=called(opened.element))


@about_dialogs(
    each=seen(lambda walk: (opened for opened in walk.opened if opened.modal)),
    title=Text("Escape closes a dialog", "Escape stänger en dialogruta"),
    why=Text(
        "Someone who uses only the keyboard expects Escape to close what lies over the page, and otherwise has to look "
        "for the way out.",
        "Den som bara använder tangentbord räknar med att Escape stänger det som ligger över sidan, och får annars "
        "leta efter vägen ut.",
    ),
    messages={
        "stays": Text(
            "Escape does not close the dialog that “{name}” opens.",
            "Escape stänger inte dialogrutan som ”{name}” öppnar.",
        ),
    },
)
def dialog_closes_with_escape(opened: Seen[Opened]) -> Outcome:
    """Escape closes a modal dialog, as people are used to (ARIA Authoring Practices, Dialog pattern)."""
    return passed() if opened.fact.escape else failed("stays", name=called(opened.element))


def examples() -> dict[str, dict[str, Page]]:
    def page(
        *, modal: bool = True, inside: bool = True, escape: bool = True, returned: bool | None = True
    ) -> Page:
        button = Element("button", {}, "Anmäl dig", role="button", name="Anmäl dig", path="0.1.0")
        dialog = Element("div", {"role": "dialog"}, "Anmälan", role="dialog", path="0.1.1")
        opened = Opened("0.1.0", "0.1.1", modal, inside, escape, returned)
        return Page.of(button, dialog, driven=Driven(keyboard=KeyboardWalk(opened=(opened,))))

    return {
        "dialog_takes_focus": {
            "failed left-behind": page(inside=False),
            "passed": page(),
            "inapplicable, not modal": page(modal=False, inside=False),
        },
        "dialog_gives_focus_back": {
            "failed lost": page(returned=False),
            "passed": page(),
            "inapplicable, it did not close": page(escape=False, returned=None),
        },
        "dialog_closes_with_escape": {
            "failed stays": page(escape=False, returned=None),
            "passed": page(),
            "inapplicable, not modal": page(modal=False, escape=False, returned=None),
        },
    }
