"""A place is told so that a stranger finds it.

No clause asks for it; so this rule meets none.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.invitation import Invitation, Inviting
from a11ycheck.text.invitations import is_address_or_directions


def on_site(document: Inviting) -> Iterator[Invitation]:
    yield from (each for each in document.invitations() if each.place)


@rule(
    document=Inviting,
    each=on_site,
    title=Text("A stranger finds the place", "Den som inte varit där hittar till platsen"),
    why=Text(
        "Who sees poorly, uses a wheelchair or books a ride needs the address and the way in beforehand.",
        "Den som ser dåligt, använder rullstol eller bokar färdtjänst behöver adressen och vägen in i förväg.",
    ),
    who=(People.LOW_VISION, People.READING, People.EVERYONE),
    fix=Fix(
        Text(
            "Write the street address, the floor and the entrance beside the name of the room.",
            "Skriv gatuadress, våning och ingång vid sidan av rummets namn.",
        ),
    ),
    messages={
        "vague": Text(
            "The place is given as “{place}”. Do all guests know where that is?",
            "Platsen är angiven som ”{place}”. Vet alla deltagare var det är?",
        ),
        "unknown": Text(
            "“{place}” does not say where the place is.", "”{place}” säger inte var platsen ligger."
        ),
    },
)
def place(invitation: Invitation) -> Outcome:
    """It has a street, a house or directions; or a person knows that all guests know the place."""
    if is_address_or_directions(invitation.place):
        return passed()
    return ask("vague", place=invitation.place, yes=passed(), no=failed("unknown", place=invitation.place))


def examples() -> dict[str, Inviting]:
    from a11ycheck.documents.calendar.model import Calendar, Event, Time

    def calendar(location: str) -> Calendar:
        start = Time("2026-05-24T13:00", "UTC")
        return Calendar((Event(summary="Läsecirkeln", location=location, start=start, attendees=3),))

    return {
        "cannot-tell vague": calendar("A321"),
        "passed": calendar("Stadsbiblioteket, Storgatan 1, plan 2"),
        "inapplicable, at a distance": calendar("Zoom"),
        "inapplicable, none": calendar(""),
    }
