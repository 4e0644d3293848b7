"""What is shown while something is pointed at can be reached with the keyboard as well."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.page.answers import Answers, Popup, seen_to_answer
from a11ycheck.documents.page.changes import Changes, Hovering, seen_to_change
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.keyboard import Seen
from a11ycheck.documents.page.model import Element, Page

FEW = 2
"""Words below which what is shown is a sign or a name and no content."""

folded = seen_to_change(lambda changes: changes.hovering)
popups = seen_to_answer(lambda answers: answers.popups)


def pointed_at(page: Page) -> Iterator[Seen[Popup] | Seen[Hovering]]:
    """What was seen to open under the pointer, and parts with links that style sheets show there; each once."""
    opened = [popup for popup in popups(page) if popup.fact.by_pointer]
    told = [popup for popup in opened if _is_content(popup)]
    yield from told
    shown_both_ways = [popup for popup in opened if popup.fact.by_focus]
    places = [
        place for popup in told + shown_both_ways for place in (popup.fact.path, popup.fact.part) if place
    ]
    for part in folded(page):
        known = any(f"{part.fact.path}.".startswith(f"{place}.") for place in places)
        if not known and any(map(str.isalpha, part.fact.text)):
            yield part


def _is_content(popup: Seen[Popup]) -> bool:
    """It is no mere name of what is pointed at, which listeners hear, and does not stand on the page anyway; and no
    button beside it is there to open it."""
    text = " ".join(popup.fact.text.split())
    opens = popup.element.parent or popup.element
    return (
        text.count(" ") >= FEW - 1
        and text != " ".join(popup.element.name.split())
        and text not in popup.page.root.visible_text
        and (bool(popup.fact.by_focus) or not any(_opens(each, popup.element) for each in opens.inside()))
    )


def _opens(control: Element, pointed_at: Element) -> bool:
    if control.has("aria-expanded") or control.has("aria-haspopup"):
        return True
    return control is not pointed_at and control.tag in ("button", "summary")


@rule(
    document=Page,
    each=pointed_at,
    meets=("WCAG 2.1.1",),
    title=Text(
        "What opens under the pointer opens with the keyboard, too",
        "Det som öppnas under muspekaren öppnas även med tangentbordet",
    ),
    why=Text(
        "Someone who uses only the keyboard, or taps on a screen, never gets to see what is there.",
        "Den som bara använder tangentbordet, eller trycker på en skärm, får aldrig se vad som finns där.",
    ),
    who=(People.KEYBOARD, People.VOICE, People.SCREEN_READER),
    fix=Fix(
        Text(
            "Let a button open it. The template decides it: ask whoever builds the site.",
            "Låt en knapp öppna det. Mallen avgör det: be den som bygger webbplatsen.",
        ),
        web=Text(
            "Show it with a <button aria-expanded>, or at least under :focus-within as under :hover.",
            "Visa det med en <button aria-expanded>, eller åtminstone under :focus-within liksom under :hover.",
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
def shown_on_hover(part: Seen[Popup] | Seen[Hovering]) -> Outcome:
    """Focus shows it as the pointer does. Where nothing that takes focus stands by it, only a pointer gets there;
    else a key may open it, or the same may stand elsewhere, which a person tries out."""
    text = part.fact.text[:80]
    only_pointer = failed("only-pointer", text=text)
    if isinstance(part.fact, Popup):
        if part.fact.by_focus:
            return passed()
        if part.fact.by_focus is None and part.fact.part and not _has_stop_beside(part.element):
            return only_pointer
    return ask("pointer", text=text, yes=passed(), no=only_pointer)


def _has_stop_beside(element: Element) -> bool:
    """Something near it takes focus and may lead there; figures drawn in a chart often stand in a table as well."""
    if element.closest("svg") is not None:
        return True
    return any(each.is_focusable for each in (element.parent or element).elements())


def examples() -> dict[str, Page]:
    def page(changes: Changes, *popup: Popup, name: str = "Program") -> Page:
        menu = Element("ul", {}, "Dag 1", path="0.1.0.0")
        return Page.of(
            Element("div", {}, menu, name=name, path="0.1.0"),
            driven=Driven(changes=changes, answers=Answers(popup)),
        )

    css = Changes(hovering=(Hovering("0.1.0.0", "Dag 1"),))
    said = "Lokalen har hiss."

    def popup(text: str = said, part: str = "0.1.0.0", *, by_focus: bool | None = None) -> Popup:
        return Popup("0.1.0", text, part, by_focus=by_focus)

    return {
        "failed only-pointer": page(Changes(), popup()),
        "cannot-tell pointer": page(css),
        "cannot-tell pointer, a key may open it": page(Changes(), popup(by_focus=False)),
        "cannot-tell pointer, written by a style sheet": page(Changes(), popup(part="")),
        "passed, focus shows it": page(css, popup(by_focus=True)),
        "inapplicable": page(Changes()),
        "inapplicable, only the name": page(Changes(), popup("Program för dagen"), name="Program för dagen"),
    }
