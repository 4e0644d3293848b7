"""No single letter does anything by itself."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.keyboard import KeyboardWalk, Seen, Shortcut, seen
from a11ycheck.documents.page.model import Element, Page


@rule(
    document=Page,
    each=seen(lambda walk: walk.shortcuts),
    meets=("WCAG 2.1.4", "ACT ffbc54"),
    title=Text(
        "Shortcut keys of one character can be turned off", "Kortkommandon med ett tecken går att stänga av"
    ),
    why=Text(
        "Someone who dictates, or whose hands shake, sets off shortcuts without meaning to when one letter is enough.",
        "Den som talar in text, eller som har skakiga händer, utlöser kortkommandon av misstag när en bokstav räcker.",
    ),
    who=(People.VOICE, People.KEYBOARD),
    fix=Fix(
        Text(
            "Use shortcut keys together with Ctrl or Alt, or give the page a switch that turns them off.",
            "Använd kortkommandon tillsammans med Ctrl eller Alt, eller ge sidan ett reglage som stänger av dem.",
        ),
        web=Text(
            "Look at event.ctrlKey or event.altKey before acting on a character, or listen on the control itself only.",
            "Kontrollera event.ctrlKey eller event.altKey innan ett tecken gör något, eller lyssna bara på själva "
            "kontrollen.",
        ),
    ),
    messages={
        "always": Text(
            "The key “{key}” alone changes the page, and nothing on the page turns that off.",
            "Bara tangenten ”{key}” ändrar sidan, och inget på sidan stänger av det.",
        ),
        "settings": Text(
            "The key “{key}” alone changes the page. Can that be turned off by way of “{control}”?",
            "Bara tangenten ”{key}” ändrar sidan. Går det att stänga av via ”{control}”?",
        ),
    },
)
def character_shortcuts(shortcut: Seen[Shortcut]) -> Outcome:
    """It can be turned off or moved to a key with a modifier, with a control that says so."""
    key = shortcut.fact.key
    if shortcut.fact.switch:
        return passed()
    if shortcut.fact.settings:
        control = shortcut.named(shortcut.fact.settings)
        return ask("settings", key=key, control=control, yes=passed(), no=failed("always", key=key))
    return failed("always", key=key)


def examples() -> dict[str, Page]:
    def page(*shortcuts: Shortcut) -> Page:
        made = Page.of(
            Element("button", {}, "Inställningar", role="button", name="Inställningar", path="0.1.0"),
            driven=Driven(keyboard=KeyboardWalk(shortcuts=shortcuts)),
        )
        made.root.path = "0"
        return made

    return {
        "failed always": page(Shortcut("0", "s")),
        "cannot-tell settings": page(Shortcut("0", "s", settings="0.1.0")),
        "passed, a switch": page(Shortcut("0", "s", switch="0.1.0")),
        "inapplicable": page(),
    }
