"""The description is plain text, without tags.

Some programs show the tags as they should look, others read them out; no clause is about it, so this rule meets none.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.calendar.model import Calendar, Event


def described(calendar: Calendar) -> Iterator[Event]:
    yield from (each for each in calendar.events if each.description.strip() and not each.is_exception)


@rule(
    document=Calendar,
    each=described,
    title=Text("The description has no HTML tags", "Beskrivningen är fri från html-taggar"),
    why=Text(
        "Many calendar programs show the tags as they are, and a screen reader reads them out: “less than p "
        "greater than”.",
        "Många kalenderprogram visar taggarna som de är, och skärmläsaren läser upp dem: ”mindre än p större än”.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Paste the text into the description without formatting. A program that writes HTML should put it in "
            "X-ALT-DESC, beside the plain text.",
            "Klistra in texten i beskrivningen utan formatering. Ett program som skriver html bör lägga den i "
            "X-ALT-DESC, "
            "vid sidan av den rena texten.",
        ),
    ),
    messages={
        "tags": Text("The description holds HTML: “{text}”.", "Beskrivningen innehåller html: ”{text}”."),
    },
)
def html_in_description(event: Event) -> Outcome:
    """It holds no tags of HTML."""
    return failed("tags", text=event.description[:100]) if event.html_in_description is not None else passed()


def examples() -> dict[str, Calendar]:
    from a11ycheck.documents.markup.model import Markup

    html = Event(
        description="<p>Vi talar om <b>Aniara</b>.</p>",
        html_in_description=Markup(text="Vi talar om Aniara."),
    )
    return {
        "failed tags": Calendar((html,)),
        "passed": Calendar((Event(description="Vi talar om Aniara, a < b."),)),
        "inapplicable": Calendar((Event(),)),
    }
