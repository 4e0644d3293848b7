"""An invitation that asks for an answer says by when.

No clause asks for it; so this rule meets none.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.invitation import Invitation, Inviting
from a11ycheck.text.invitations import asks_about_needs, is_understood, last_day_to_answer


def asking(document: Inviting) -> Iterator[Invitation]:
    """Invitations that ask guests to answer, or to say what they need, in a language whose words for it are known."""
    for each in document.invitations():
        if is_understood(each.text) and (each.asks_for_answer or asks_about_needs(each.text)):
            yield each


@rule(
    document=Inviting,
    each=asking,
    title=Text("The invitation says by when to answer", "Inbjudan säger när man senast ska svara"),
    why=Text(
        "An interpreter is booked weeks ahead; who does not know the last day asks too late.",
        "En tolk bokas flera veckor i förväg; den som inte vet sista dagen hör av sig för sent.",
    ),
    who=(People.DEAF, People.READING),
    fix=Fix(
        Text(
            "Write the last day to answer and to ask for support.",
            "Skriv sista dag att svara och att be om stöd.",
        ),
    ),
    messages={
        "missing": Text(
            "The invitation asks for an answer and does not say by when.",
            "Inbjudan ber om svar men säger inte när det senast ska komma.",
        ),
    },
)
def last_day(invitation: Invitation) -> Outcome:
    """It gives a last day."""
    return passed() if last_day_to_answer(invitation.text) else failed("missing")


def examples() -> dict[str, Inviting]:
    from a11ycheck.documents.calendar.model import Calendar, Event, Time

    def calendar(text: str, asks: bool = True) -> Calendar:
        start = Time("2026-05-24T13:00", "UTC")
        event = Event(summary="Läsecirkeln", description=text, start=start, attendees=3, asks_for_answer=asks)
        return Calendar((event,))

    return {
        "failed missing": calendar("Vi talar om Aniara."),
        "passed": calendar("Svara senast den 10 maj."),
        "inapplicable, nothing is asked": calendar("Vi talar om Aniara.", asks=False),
    }
