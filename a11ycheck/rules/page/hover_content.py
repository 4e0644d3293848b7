"""What is shown while something is pointed at, or has focus, can be put away and can be pointed at itself."""

from __future__ import annotations

from functools import partial

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.page.answers import Answers, Popup, seen_to_answer
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.keyboard import Seen, called
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.text.errors import is_error

about_hovering = partial(rule, document=Page, meets=("WCAG 1.4.13",))


@about_hovering(
    each=seen_to_answer(lambda answers: (popup for popup in answers.popups if popup.escape is not None)),
    title=Text(
        "What opens under the pointer goes away with Escape",
        "Det som öppnas under muspekaren stängs med Escape",
    ),
    why=Text(
        "Someone who sees the page much enlarged has the pointer over everything, and what opens hides what they are "
        "about to read.",
        "Den som ser sidan kraftigt förstorad har muspekaren över allt, och det som öppnas skymmer det som ska läsas.",
    ),
    who=(People.LOW_VISION, People.KEYBOARD, People.READING),
    fix=Fix(
        Text(
            "This is in the template: ask whoever builds the site to let Escape close it.",
            "Det här sitter i mallen: be den som bygger webbplatsen att låta Escape stänga det.",
        ),
        web=Text(
            "Listen for Escape on the document and hide it until the pointer comes back. A style sheet alone cannot "
            "do that.",
            "Lyssna efter Escape på dokumentet och göm det tills muspekaren kommer tillbaka. Det går inte med enbart "
            "stilmallen.",
        ),
    ),
    messages={
        "stays": Text(
            "“{text}”, shown at “{name}”, lies over “{beneath}” and does not go away with Escape.",
            "”{text}”, som visas vid ”{name}”, ligger över ”{beneath}” och försvinner inte med Escape.",
        ),
        "covers": Text(
            "“{text}”, shown at “{name}”, does not go away with Escape. Does it cover anything else on the page?",
            "”{text}”, som visas vid ”{name}”, försvinner inte med Escape. Skymmer det något annat på sidan?",
        ),
        "covering": Text(
            "“{text}”, shown at “{name}”, covers other content and does not go away with Escape.",
            "”{text}”, som visas vid ”{name}”, skymmer annat innehåll och försvinner inte med Escape.",
        ),
    },
)
def hover_goes_away(popup: Seen[Popup]) -> Outcome:
    """Escape takes it away, or it covers nothing, or it says that something is wrong."""
    fact = popup.fact
    if fact.escape or is_error(fact.text):
        return passed()
    name, text = called(popup.element)[:60], fact.text[:80]
    if fact.beneath:
        return failed("stays", name=name, text=text, beneath=fact.beneath)
    if not fact.part:
        covering = failed("covering", name=name, text=text)
        return ask("covers", name=name, text=text, yes=covering, no=passed())
    return passed()


@about_hovering(
    each=seen_to_answer(lambda answers: (popup for popup in answers.popups if popup.pointed_at is not None)),
    title=Text(
        "What opens under the pointer can be pointed at itself",
        "Det som öppnas under muspekaren går att peka på",
    ),
    why=Text(
        "Someone who sees the page enlarged has to move the pointer to read all of it, and then it is gone.",
        "Den som ser sidan förstorad måste flytta muspekaren för att läsa allt, och då är det borta.",
    ),
    who=(People.LOW_VISION,),
    fix=Fix(
        Text(
            "This is in the template: ask whoever builds the site to let it stay while the pointer is on it.",
            "Det här sitter i mallen: be den som bygger webbplatsen att låta det vara kvar när muspekaren är på det.",
        ),
        web=Text(
            "Put it inside the element that shows it, close to it, and remove pointer-events: none.",
            "Lägg det i elementet som visar det, tätt intill, och ta bort pointer-events: none.",
        ),
    ),
    messages={
        "slips-away": Text(
            "“{text}”, shown at “{name}”, is gone as soon as the pointer moves onto it.",
            "”{text}”, som visas vid ”{name}”, är borta så snart muspekaren flyttas dit.",
        ),
    },
)
def hover_can_be_pointed_at(popup: Seen[Popup]) -> Outcome:
    """It stays while the pointer is on it."""
    if popup.fact.pointed_at:
        return passed()
    return failed("slips-away", name=called(popup.element)[:60], text=popup.fact.text[:80])


def examples() -> dict[str, dict[str, Page]]:
    def page(
        text: str = "Hiss finns.", *, part: str = "0.1.1", beneath: str = "", **more: bool | None
    ) -> Page:
        word = Element("button", {}, "Lokalen", role="button", name="Lokalen", path="0.1.0")
        popup = Popup("0.1.0", text, part, beneath=beneath, **more)  # type: ignore[arg-type]
        return Page.of(
            word, Element("span", {}, text, path="0.1.1"), driven=Driven(answers=Answers((popup,)))
        )

    return {
        "hover_goes_away": {
            "failed stays": page(escape=False, beneath="Anmäl dig"),
            "cannot-tell covers, written by a style sheet": page(part="", escape=False),
            "passed": page(escape=True, beneath="Anmäl dig"),
            "passed, it covers nothing": page(escape=False),
            "passed, it says what is wrong": page("Namnet saknas.", escape=False, beneath="Anmäl dig"),
            "inapplicable": page(),
        },
        "hover_can_be_pointed_at": {
            "failed slips-away": page(pointed_at=False),
            "passed": page(pointed_at=True),
            "inapplicable": page(),
        },
    }
