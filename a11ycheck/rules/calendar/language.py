"""Where a calendar says which language a text is in, it is right.

Next to no program writes or reads the language, so a calendar that says none is let through; and this rule meets no
clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, failed, passed, rule
from a11ycheck.documents.calendar.model import Calendar, Event
from a11ycheck.text.language import is_language_tag, known_primary, spoken_instead


@dataclass(frozen=True, slots=True)
class Declared:
    """A text of an event with the language that it says it is in."""

    where: Where
    field: str
    language: str
    text: str


def declared(calendar: Calendar) -> Iterator[Declared]:
    for event in calendar.events:
        texts = {"SUMMARY": event.summary, "DESCRIPTION": event.description, "LOCATION": event.location}
        for field, language in event.languages:
            where = Where(event.where.steps, anchor(field, language, event.where.anchor))
            yield Declared(where, field, language, texts[field])


@rule(
    document=Calendar,
    each=declared,
    title=Text("A stated language is the right one", "Ett angivet språk är rätt språk"),
    why=Text(
        "A program that reads the event aloud chooses its voice by the language; with the wrong voice the words "
        "cannot "
        "be made out.",
        "Ett program som läser upp händelsen väljer röst efter språket; med fel röst går orden inte att uppfatta.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Set the language of the calendar program to that of the text, and export the event again.",
            "Ställ in kalenderprogrammets språk till textens och exportera händelsen på nytt.",
        ),
    ),
    messages={
        "malformed": Text(
            "The language of {field} is given as “{declared}”, which is no language code.",
            "Språket för {field} är angivet som ”{declared}”, vilket inte är någon språkkod.",
        ),
        "other": Text(
            "The language of {field} is given as “{declared}”, but the text is in another, “{found}”.",
            "Språket för {field} är angivet som ”{declared}”, men texten är på ett annat språk, ”{found}”.",
        ),
    },
)
def language(text: Declared) -> Outcome:
    """It is a code that exists, and the text does not plainly speak another language."""
    if not (is_language_tag(text.language) and known_primary(text.language)):
        return failed("malformed", field=text.field, declared=text.language)
    found = spoken_instead(text.language, [(text.text, "")])
    return failed("other", field=text.field, declared=text.language, found=found) if found else passed()


def examples() -> dict[str, Calendar]:
    swedish = (
        "Vi ses på nätet på tisdag kväll, och alla i föreningen är välkomna. Du får en länk i god tid, men du "
        "kan också "
        "ringa in om du hellre vill det."
    )

    def calendar(*languages: tuple[str, str]) -> Calendar:
        return Calendar((Event(summary="Årsmöte", description=swedish, languages=languages),))

    return {
        "failed malformed": calendar(("SUMMARY", "svenska")),
        "failed other": calendar(("DESCRIPTION", "en-US")),
        "passed": calendar(("DESCRIPTION", "sv-SE"), ("SUMMARY", "sv")),
        "inapplicable": calendar(),
    }
