"""What is shown while something is pointed at can be reached with the keyboard as well."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.page.changes import Changes, Hovering, seen_to_change
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.keyboard import Seen
from a11ycheck.documents.page.model import Element, Page


@rule(
    document=Page,
    each=seen_to_change(lambda changes: changes.hovering),
    meets=("WCAG 2.1.1",),
    title=Text(
        "Menus that open under the pointer open with the keyboard, too",
        "Menyer som öppnas under muspekaren öppnas även med tangentbordet",
    ),
    why=Text(
        "Someone who uses only the keyboard, or taps on a screen, never gets to see what is there.",
        "Den som bara använder tangentbordet, eller trycker på en skärm, får aldrig se vad som finns där.",
    ),
    who=(People.KEYBOARD, People.VOICE, People.SCREEN_READER),
    fix=Fix(
        Text(
            "Let a button open the menu. The template decides it: ask whoever builds the site.",
            "Låt en knapp öppna menyn. Mallen avgör det: be den som bygger webbplatsen.",
        ),
        web=Text(
            "Show the menu with a <button aria-expanded>, or at least under :focus-within as under :hover.",
            "Visa menyn med en <button aria-expanded>, eller åtminstone under :focus-within liksom under :hover.",
        ),
    ),
    messages={
        "pointer": Text(
            "“{text}” is shown when something is pointed at. Can it be reached with the keyboard as well?",
            "”{text}” visas när muspekaren är på något. Går det att nå den med tangentbordet också?",
        ),
        "only-pointer": Text(
            "“{text}” can only be reached with a pointer.",
            "”{text}” går bara att nå med muspekaren.",
        ),
    },
)
def shown_on_hover(part: Seen[Hovering]) -> Outcome:
    """Style sheets show it for focus as for the pointer; else a script may do it, which a person tries out."""
    text = part.fact.text
    return ask("pointer", text=text, yes=passed(), no=failed("only-pointer", text=text))


def examples() -> dict[str, Page]:
    menu = Element("ul", {}, "Dag 1", path="0.1.0")
    return {
        "cannot-tell pointer": Page.of(
            menu, driven=Driven(changes=Changes(hovering=(Hovering("0.1.0", "Dag 1"),)))
        ),
        "inapplicable": Page.of(menu, driven=Driven(changes=Changes())),
    }
