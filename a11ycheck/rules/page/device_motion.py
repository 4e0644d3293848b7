"""What is done by moving the device can be done in another way, and turned off."""

from __future__ import annotations

from functools import partial

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.keyboard import KeyboardWalk, Motion, Seen, seen
from a11ycheck.documents.page.model import Element, Page

about_motion = partial(
    rule, document=Page, each=seen(lambda walk: walk.motions), who=(People.KEYBOARD, People.VOICE)
)


@about_motion(
    meets=("WCAG 2.5.4", "ACT 7677a9"),
    title=Text(
        "What is done by moving the device can be done with controls",
        "Det som görs genom att röra enheten går att göra med reglage",
    ),
    why=Text(
        "Someone whose phone is fixed to a wheelchair, or who cannot move their hands, cannot tilt or shake it.",
        "Den som har telefonen fäst vid rullstolen, eller inte kan röra händerna, kan inte luta eller skaka den.",
    ),
    fix=Fix(
        Text(
            "Add buttons or a slider that do the same.",
            "Lägg till knappar eller ett reglage som gör samma sak.",
        ),
        web=Text(
            "Let a <button> or an <input type=range> call the same function as the listener for device motion.",
            "Låt en <button> eller en <input type=range> anropa samma funktion som lyssnaren på enhetens rörelser.",
        ),
    ),
    messages={
        "only-motion": Text(
            "The page changes when the device is moved, and no control on it makes the same change.",
            "Sidan ändras när enheten rörs, och inget reglage på den gör samma ändring.",
        ),
        "elsewhere": Text(
            "The page changes when the device is moved. Can the same be done by way of “{control}”?",
            "Sidan ändras när enheten rörs. Går det att göra samma sak via ”{control}”?",
        ),
    },
)
def motion_has_controls(motion: Seen[Motion]) -> Outcome:
    """Moving the device changes nothing, or controls on the page make the same changes."""
    if not motion.fact.changes or motion.fact.instead:
        return passed()
    return _perhaps(motion, "only-motion", "elsewhere")


@about_motion(
    meets=("WCAG 2.5.4", "ACT c249d5"),
    title=Text("Answering to motion can be turned off", "Att sidan svarar på rörelse går att stänga av"),
    why=Text(
        "Someone whose hands shake changes things on the page without meaning to.",
        "Den som har skakiga händer ändrar saker på sidan av misstag.",
    ),
    fix=Fix(
        Text(
            "Add a tick box that turns the answer to motion off.",
            "Lägg till en kryssruta som stänger av att sidan svarar på rörelse.",
        ),
        web=Text(
            "Remove the listener for deviceorientation or devicemotion when the box is ticked.",
            "Ta bort lyssnaren på deviceorientation eller devicemotion när rutan är ikryssad.",
        ),
    ),
    messages={
        "always": Text(
            "The page changes when the device is moved, and nothing on it turns that off.",
            "Sidan ändras när enheten rörs, och inget på den stänger av det.",
        ),
        "settings": Text(
            "The page changes when the device is moved. Can that be turned off by way of “{control}”?",
            "Sidan ändras när enheten rörs. Går det att stänga av via ”{control}”?",
        ),
    },
)
def motion_can_be_turned_off(motion: Seen[Motion]) -> Outcome:
    """Moving the device changes nothing, or a control on the page turns it off."""
    if not motion.fact.changes or motion.fact.switch:
        return passed()
    return _perhaps(motion, "always", "settings")


def _perhaps(motion: Seen[Motion], wrong: str, question: str) -> Outcome:
    """A control that may lead to what is missing makes it a question."""
    if not motion.fact.settings:
        return failed(wrong)
    return ask(question, control=motion.named(motion.fact.settings), yes=passed(), no=failed(wrong))


def examples() -> dict[str, dict[str, Page]]:
    def page(*motions: Motion) -> Page:
        made = Page.of(
            Element("button", {}, "Inställningar", role="button", name="Inställningar", path="0.1.0"),
            driven=Driven(keyboard=KeyboardWalk(motions=motions)),
        )
        made.root.path = "0"
        return made

    event = "deviceorientation"
    still = Motion("0", event, changes=False)
    moving = Motion("0", event, changes=True)
    settings = Motion("0", event, changes=True, settings="0.1.0")
    return {
        "motion_has_controls": {
            "failed only-motion": page(moving),
            "cannot-tell elsewhere": page(settings),
            "passed, controls": page(Motion("0", event, changes=True, instead=True)),
            "passed, nothing changes": page(still),
            "inapplicable": page(),
        },
        "motion_can_be_turned_off": {
            "failed always": page(moving),
            "cannot-tell settings": page(settings),
            "passed, a switch": page(Motion("0", event, changes=True, switch="0.1.0")),
            "passed, nothing changes": page(still),
            "inapplicable": page(),
        },
    }
