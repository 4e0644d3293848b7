"""What can be worked can be reached by keyboard, and nothing hidden is (axe-core's rules on focus)."""

from __future__ import annotations

from functools import partial

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed
from a11ycheck.documents.page.axe_results import AxeTarget
from a11ycheck.documents.page.model import Page
from a11ycheck.rules.axe_verdicts import IN_THE_CODE, about, every, judged, pages

about_listened = partial(about, who=(People.SCREEN_READER, People.KEYBOARD))
about_keys = partial(about, who=(People.KEYBOARD, People.SCREEN_READER))


@about_listened(
    "aria-hidden-focus",
    "WCAG 4.1.2",
    "ACT 6cfa84",
    heard=every,
    title=Text("What is hidden cannot be reached by Tab", "Det som är dolt nås inte med tabbtangenten"),
    why=Text(
        "Someone who listens lands on a link or button that says nothing, because it is hidden from screen readers.",
        "Den som lyssnar hamnar på en länk eller knapp som inte säger något, för att den är dold för skärmläsare.",
    ),
    fix=Fix(
        IN_THE_CODE,
        web=Text(
            "Take aria-hidden away, or hide the links and buttons in it from everyone with hidden, inert or "
            'tabindex="-1".',
            "Ta bort aria-hidden, eller dölj länkarna och knapparna i det för alla med hidden, inert eller "
            'tabindex="-1".',
        ),
    ),
    messages={
        "reached": Text(
            "The part is hidden from screen readers but holds something that is reached with the Tab key.",
            "Delen är dold för skärmläsare men innehåller något som nås med tabbtangenten.",
        ),
        "does-it-stop": Text(
            "The part is hidden from screen readers. Press Tab through the page: does the focus stop in it?",
            "Delen är dold för skärmläsare. Tabba dig igenom sidan: stannar fokus i den?",
        ),
    },
)
def aria_hidden_focus(part: AxeTarget) -> Outcome:
    """What is hidden from screen readers holds nothing that takes focus. While a dialog is open, or where the focus
    moves on by itself, a person sees whether it does."""
    if part.status == "incomplete":
        return ask("does-it-stop", yes=failed("reached"), no=passed())
    return judged(part, "reached")


@about_listened(
    "nested-interactive",
    "WCAG 4.1.2",
    "ACT 307n5z",
    title=Text("A button or link holds no other", "En knapp eller länk innehåller ingen annan"),
    why=Text(
        "A screen reader reads a button as one thing; a link inside it is not told, and the Tab key lands on something "
        "that is silent.",
        "Skärmläsaren läser en knapp som en enda sak; en länk inuti den nämns inte, och tabbtangenten hamnar på något "
        "som är tyst.",
    ),
    fix=Fix(
        IN_THE_CODE,
        web=Text(
            "Put the inner link, button or field beside the outer one instead of inside it.",
            "Lägg den inre länken, knappen eller fältet bredvid den yttre i stället för inuti.",
        ),
    ),
    messages={
        "holds-control": Text(
            "A link, button or field stands inside another.",
            "En länk, knapp eller ett fält ligger inuti en annan.",
        ),
    },
)
def nested_interactive(control: AxeTarget) -> Outcome:
    """An element whose content is read as one holds nothing that takes focus."""
    return judged(control, "holds-control")


@about_keys(
    "scrollable-region-focusable",
    "WCAG 2.1.1",
    "WCAG 2.1.3",
    "ACT 0ssw9k",
    title=Text(
        "Parts that scroll can be scrolled by keyboard", "Delar som rullar går att rulla med tangentbord"
    ),
    why=Text(
        "Someone who uses only the keyboard cannot get at what lies further down in the box.",
        "Den som bara använder tangentbord kommer inte åt det som ligger längre ner i rutan.",
    ),
    fix=Fix(
        Text(
            "Let the box be as tall as its text. Else ask whoever builds the site to let it take keyboard focus.",
            "Låt rutan vara lika hög som sin text. Be annars den som bygger webbplatsen att låta den ta emot "
            "tangentbordsfokus.",
        ),
        web=Text(
            'Put tabindex="0", role="region" and aria-label="…" on the element that scrolls, or take its fixed height '
            "away.",
            'Sätt tabindex="0", role="region" och aria-label="…" på elementet som rullar, eller ta bort dess fasta '
            "höjd.",
        ),
    ),
    messages={
        "mouse-only": Text(
            "The part can only be scrolled with a mouse or finger.",
            "Delen går bara att rulla med mus eller finger.",
        ),
    },
)
def scrollable_region_focusable(part: AxeTarget) -> Outcome:
    """What scrolls takes focus, or something in it does."""
    return judged(part, "mouse-only")


@about_keys(
    "skip-link",
    title=Text("The link past the menu leads somewhere", "Länken förbi menyn leder någonstans"),
    why=Text(
        "Someone who uses only the keyboard chooses to skip the menu and gets nowhere.",
        "Den som bara använder tangentbord väljer att hoppa över menyn och kommer ingenstans.",
    ),
    fix=Fix(
        IN_THE_CODE,
        web=Text(
            "Let the address of the link, after #, be an id that is on the page, such as that of <main>.",
            "Låt länkens adress, efter #, vara ett id som finns på sidan, till exempel det på <main>.",
        ),
    ),
    messages={
        "nowhere": Text(
            "The link past the menu leads to a place that is not on the page.",
            "Länken förbi menyn leder till ett ställe som inte finns på sidan.",
        ),
    },
)
def skip_link(link: AxeTarget) -> Outcome:
    """A link to skip blocks has a target on the page."""
    return judged(link, "nowhere")


@about_keys(
    "tabindex",
    title=Text("The Tab key follows the page's order", "Tabbtangenten följer sidans ordning"),
    why=Text(
        "Someone who uses only the keyboard is thrown back and forth instead of going from top to bottom.",
        "Den som bara använder tangentbord kastas fram och tillbaka i stället för att gå uppifrån och ner.",
    ),
    fix=Fix(
        IN_THE_CODE,
        web=Text(
            'Take the attribute tabindex away, or write tabindex="0", and put the elements in the right order.',
            'Ta bort attributet tabindex, eller skriv tabindex="0", och lägg elementen i rätt ordning.',
        ),
    ),
    messages={
        "own-order": Text(
            "The element is given a place of its own in the Tab order, before all others.",
            "Elementet har fått en egen plats i tabbordningen, före alla andra.",
        ),
    },
)
def tabindex(element: AxeTarget) -> Outcome:
    """No tabindex is above 0."""
    return judged(element, "own-order")


@about_keys(
    "accesskeys",
    title=Text("Each shortcut key leads to one place", "Varje kortkommando leder till ett ställe"),
    why=Text(
        "Someone who uses shortcut keys ends up elsewhere than they meant.",
        "Den som använder kortkommandon hamnar någon annanstans än det var tänkt.",
    ),
    fix=Fix(
        IN_THE_CODE,
        web=Text(
            "Take accesskey away, or give each a letter of its own.",
            "Ta bort accesskey, eller ge var och en en egen bokstav.",
        ),
    ),
    messages={
        "shared": Text(
            "Several elements share the same shortcut key (accesskey).",
            "Flera element delar samma kortkommando (accesskey).",
        ),
    },
)
def accesskeys(element: AxeTarget) -> Outcome:
    """No two elements have the same accesskey."""
    return judged(element, "shared")


@about_listened(
    "focus-order-semantics",
    title=Text("What Tab stops at says what it is", "Det som tabbtangenten stannar på säger vad det är"),
    why=Text(
        "Someone who listens lands on something that is neither link, button nor field, and cannot know what to do.",
        "Den som lyssnar hamnar på något som varken är länk, knapp eller fält och kan inte veta vad man ska göra.",
    ),
    fix=Fix(
        IN_THE_CODE,
        web=Text(
            'Use <button> or <a>. If nothing happens when it is pressed, take tabindex="0" away.',
            'Använd <button> eller <a>. Händer inget när man trycker, ta bort tabindex="0".',
        ),
    ),
    messages={
        "no-role": Text(
            "The Tab key stops at an element that does not say what it is.",
            "Tabbtangenten stannar på ett element som inte säger vad det är.",
        ),
    },
)
def focus_order_semantics(element: AxeTarget) -> Outcome:
    """What takes focus in order has a role for something that one works with."""
    return judged(element, "no-role")


def examples() -> dict[str, dict[str, Page]]:
    control = AxeTarget(checks=("no-focusable-content",))
    return {
        "aria_hidden_focus": pages(
            "aria-hidden-focus",
            {
                "failed reached": AxeTarget(checks=("focusable-not-tabbable",)),
                "cannot-tell does-it-stop": AxeTarget(status="incomplete", checks=("focusable-modal-open",)),
            },
        ),
        "nested_interactive": pages("nested-interactive", {"failed holds-control": control}),
        "scrollable_region_focusable": pages(
            "scrollable-region-focusable", {"failed mouse-only": AxeTarget(checks=("focusable-content",))}
        ),
        "skip_link": pages("skip-link", {"failed nowhere": AxeTarget(checks=("skip-link",))}),
        "tabindex": pages("tabindex", {"failed own-order": AxeTarget(checks=("tabindex",))}),
        "accesskeys": pages("accesskeys", {"failed shared": AxeTarget(checks=("accesskeys",))}),
        "focus_order_semantics": pages(
            "focus-order-semantics", {"failed no-role": AxeTarget(checks=("has-widget-role",))}
        ),
    }
