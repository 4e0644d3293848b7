"""A long joining link has words before it that say what it is.

In plain text an address cannot hide behind words, so this rule meets no clause; where it can, content-link-address and
content-link-text ask for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, failed, passed, rule
from a11ycheck.documents.invitation import Inviting, JoiningLink
from a11ycheck.text.invitations import labels_a_link


@dataclass(frozen=True, slots=True)
class LinkInText:
    """A joining link that the reader meets as an address."""

    where: Where
    link: JoiningLink


def links_in_text(document: Inviting) -> Iterator[LinkInText]:
    for invitation in document.invitations():
        for link in invitation.joining:
            if link.visible:
                yield LinkInText(Where(invitation.where.steps, anchor("joining", link.address)), link)


@rule(
    document=Inviting,
    each=links_in_text,
    title=Text("A long joining link is introduced with words", "En lång möteslänk presenteras med ord"),
    why=Text(
        "A long address is read out sign by sign; without words before it nobody knows what it is for.",
        "En lång adress läses upp tecken för tecken; utan ord före vet ingen vad den är till för.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Write “Join the meeting:” before the link, and put the link on a line of its own.",
            "Skriv ”Anslut till mötet:” före länken och lägg länken på en egen rad.",
        ),
    ),
    messages={
        "unlabelled": Text(
            "The joining link has {count} characters and no words before it that say what it is.",
            "Möteslänken har {count} tecken och inga ord före som säger vad den är.",
        ),
    },
)
def joining_link_label(found: LinkInText, *, longest: int = 120) -> Outcome:
    """It has at most ``longest`` characters, or “Join” or the like before it. The limit is our own."""
    long = len(found.link.address) > longest
    if long and not labels_a_link(found.link.before):
        return failed("unlabelled", count=len(found.link.address))
    return passed()


def examples() -> dict[str, Inviting]:
    from a11ycheck.documents.calendar.model import Calendar, Event, Time

    long = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_" + "NzA5" * 30 + "%40thread.v2/0"

    def calendar(text: str) -> Calendar:
        return Calendar((Event(summary="Årsmöte", description=text, start=Time("2026-05-24T13:00", "UTC")),))

    return {
        "failed unlabelled": calendar(f"Vi ses!\n\n{long}"),
        "passed": calendar(f"Anslut till mötet:\n{long}"),
        "passed, a short one": calendar("https://zoom.us/j/12345678"),
        "inapplicable": calendar("Vi ses i biblioteket."),
    }
