"""What a page says about what has just been done reaches those who do not see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.page.answers import Answers, Said, seen_to_answer
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.keyboard import Seen, called
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.text.status import is_status


def statuses(answers: Answers) -> Iterable[Said]:
    """For each thing that was tried, the first text that reads as what came of it."""
    return _first(
        said for said in answers.said if is_status(said.text, of_a_form=said.cause in ("form", "filled"))
    )


def _first(found: Iterable[Said]) -> Iterator[Said]:
    met: set[tuple[str, str]] = set()
    for said in found:
        if (said.path, said.cause) not in met:
            met.add((said.path, said.cause))
            yield said


@rule(
    document=Page,
    each=seen_to_answer(statuses),
    meets=("WCAG 4.1.3",),
    title=Text("Messages on the page are read out", "Meddelanden på sidan läses upp"),
    why=Text(
        "Someone who listens presses the button and hears nothing: the answer is on the screen, but a screen reader "
        "does not know that it is new.",
        "Den som lyssnar trycker på knappen och hör ingenting: svaret syns på skärmen, men skärmläsaren vet inte att "
        "det är nytt.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "This is in the code of the site or of the form: pass it on to whoever builds it.",
            "Det här sitter i webbplatsens eller formulärets kod: lämna det vidare till den som bygger den.",
        ),
        web=Text(
            'Have an empty <div role="status"> on the page from the start and write the message in it; '
            'role="alert" for errors.',
            'Ha en tom <div role="status"> på sidan från början och skriv meddelandet i den; role="alert" för fel.',
        ),
    ),
    messages={
        "silent": Text(
            "“{name}” shows “{text}”, and nothing tells a screen reader.",
            "”{name}” visar ”{text}”, och inget säger det till skärmläsaren.",
        ),
        "is-it": Text(
            "“{name}” shows “{text}”. Is it read out by a screen reader right away?",
            "”{name}” visar ”{text}”. Läser en skärmläsare upp det genast?",
        ),
    },
)
def status_messages(answer: Seen[Said]) -> Outcome:
    """What was done is told in a live region, so that it is read out without being gone to. A page that has none, and
    leaves focus where it was, says nothing."""
    said = answer.fact
    if said.spoken:
        return passed()
    name, text = called(answer.element)[:60], said.text[:120]
    silent = failed("silent", name=name, text=text)
    if said.live or said.tied or said.focus != "kept":
        return ask("is-it", name=name, text=text, yes=passed(), no=silent)
    return silent


def examples() -> dict[str, Page]:
    def page(text: str, cause: str = "button", **more: bool | str) -> Page:
        facts = {"spoken": False, "live": False, "focus": "kept", **more}
        said = Said("0.1.0", cause, text, **facts)  # type: ignore[arg-type]
        button = Element("button", {}, "Filtrera", role="button", name="Filtrera", path="0.1.0")
        return Page.of(button, driven=Driven(answers=Answers(said=(said,))))

    return {
        "failed silent": page("3 träffar"),
        "failed silent, an error in a form": page("Fyll i din e-postadress.", "form"),
        "cannot-tell is-it, another part is live": page("3 träffar", live=True),
        "cannot-tell is-it, the button is gone": page("Tack för din anmälan!", "filled", focus="lost"),
        "cannot-tell is-it, it describes a field": page("Namn saknas.", "form", tied=True),
        "passed": page("3 träffar", spoken=True, live=True),
        "inapplicable, text of another kind": page("Lokalen ligger nära tåget."),
        "inapplicable, nothing was shown": Page.of(driven=Driven(answers=Answers())),
    }
