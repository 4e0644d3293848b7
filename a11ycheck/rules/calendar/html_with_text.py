"""What an event says in HTML stands in its plain description too.

Few calendar programs read the HTML; no clause asks for both, so this rule meets none.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.calendar.model import Calendar, Event
from a11ycheck.text.overlap import percent_said


def with_html(calendar: Calendar) -> Iterator[Event]:
    yield from (each for each in calendar.events if each.html is not None and each.html.text.strip())


@rule(
    document=Calendar,
    each=with_html,
    title=Text("What is said in HTML is said in plain text", "Det som står i html står även i ren text"),
    why=Text(
        "Most calendar programs show only the plain description; who uses one of them misses what stands in the "
        "HTML.",
        "De flesta kalenderprogram visar bara den rena beskrivningen; den som använder ett sådant går miste om "
        "det som "
        "står i html-delen.",
    ),
    who=(People.SCREEN_READER, People.EVERYONE),
    fix=Fix(
        Text(
            "Write all of the text in the description, or export the event again from the program.",
            "Skriv hela texten i beskrivningen, eller exportera händelsen på nytt från programmet.",
        ),
    ),
    messages={
        "missing": Text(
            "The event has a description in HTML (X-ALT-DESC) but none in plain text.",
            "Händelsen har en beskrivning i html (X-ALT-DESC) men ingen i ren text.",
        ),
        "says-less": Text(
            "The plain description says {percent} % of what the HTML says.",
            "Den rena beskrivningen säger {percent} % av det som html-delen säger.",
        ),
    },
)
def html_with_text(event: Event, *, least_percent: int = 50) -> Outcome:
    """At least ``least_percent`` of the words of the HTML stand in the DESCRIPTION. The limit is our own."""
    if not event.description.strip():
        return failed("missing")
    percent = percent_said(event.html.text if event.html is not None else "", event.description)
    return failed("says-less", percent=percent) if percent < least_percent else passed()


def examples() -> dict[str, Calendar]:
    from a11ycheck.documents.markup.model import Markup

    def calendar(text: str) -> Calendar:
        return Calendar(
            (Event(description=text, html=Markup(text="Vi talar om Aniara, sång 1 till 12. Välkommen!")),)
        )

    return {
        "failed missing": calendar(""),
        "failed says-less": calendar("Se html-versionen."),
        "passed": calendar("Vi talar om Aniara, sång 1 till 12. Välkommen!"),
        "inapplicable": Calendar((Event(description="Hej!"),)),
    }
