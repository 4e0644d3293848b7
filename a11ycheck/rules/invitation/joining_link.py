"""An invitation to a meeting at a distance has the link to join by.

No clause asks for it; so this rule meets none.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.invitation import Invitation, Inviting
from a11ycheck.text.joining import web_addresses


def at_a_distance(document: Inviting) -> Iterator[Invitation]:
    yield from (each for each in document.invitations() if each.at_a_distance)


@rule(
    document=Inviting,
    each=at_a_distance,
    title=Text("The invitation has the link to join by", "Inbjudan har möteslänken"),
    why=Text(
        "Who gets the link late, or has to look for it elsewhere, cannot test it beforehand with screen reader, "
        "captions "
        "or interpreter.",
        "Den som får länken sent, eller måste leta upp den någon annanstans, kan inte prova den i förväg med "
        "skärmläsare, "
        "textning eller tolk.",
    ),
    who=(People.SCREEN_READER, People.DEAF, People.READING),
    fix=Fix(
        Text(
            "Put the joining link in the invitation, on a line of its own, or say when it will be sent.",
            "Lägg möteslänken i inbjudan, på en egen rad, eller skriv när den skickas ut.",
        ),
    ),
    messages={
        "missing": Text(
            "The meeting is at a distance, and the invitation has no link to join by.",
            "Mötet är på distans, och inbjudan har ingen möteslänk.",
        ),
        "among-links": Text(
            "The meeting is at a distance. Is “{address}” the link to join by?",
            "Mötet är på distans. Är ”{address}” möteslänken?",
        ),
    },
)
def joining_link(invitation: Invitation) -> Outcome:
    """There is a link to a meeting service that is known; or of another link a person knows that it is the one."""
    if invitation.joining:
        return passed()
    others = web_addresses(invitation.text)
    if others:
        return ask("among-links", address=others[0], yes=passed(), no=failed("missing"))
    return failed("missing")


def examples() -> dict[str, Inviting]:
    from a11ycheck.documents.calendar.model import Calendar, Event, Time

    def calendar(text: str) -> Calendar:
        return Calendar((Event(summary="Årsmöte", description=text, start=Time("2026-05-24T13:00", "UTC")),))

    return {
        "failed missing": calendar("Vi ses på nätet."),
        "cannot-tell among-links": calendar("Vi ses på nätet: https://moten.example.se/arsmote"),
        "passed": calendar("Anslut till mötet: https://us02web.zoom.us/j/12345678"),
        "inapplicable, on site": calendar("Vi ses i biblioteket."),
    }
