"""People are asked what would make the next meeting easier to take part in."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.meeting.model import Call, Meeting


def with_page(meeting: Meeting) -> Iterator[Call]:
    """Calls on a page of their own, or that ask, and meetings that are over."""
    for call in meeting.understood_calls():
        if call.how("feedback") or any(each.facts.role == "event-page" for each in call.documents):
            yield call
    yield from (call for call in meeting.followed_up() if call.understood)


@rule(
    document=Meeting,
    each=with_page,
    title=Text("People are asked how the meeting was", "Deltagarna får frågan hur mötet fungerade"),
    why=Text(
        "Needs change, and only those who took part know what shut them out.",
        "Behov ändras, och bara de som var med vet vad som stängde dem ute.",
    ),
    who=(People.EVERYONE,),
    fix=Fix(
        Text(
            "Write where people can tell you what worked and what did not.",
            "Skriv var deltagarna kan berätta vad som fungerade och vad som inte gjorde det.",
        ),
        paste=Text(
            "Give us your feedback on the meeting: ….",
            "Berätta för oss vad vi kan göra bättre: ….",
        ),
    ),
    messages={
        "missing": Text(
            "People are not asked how the meeting worked for them.",
            "Deltagarna får inte frågan hur mötet fungerade för dem.",
        ),
    },
)
def feedback_asked(call: Call) -> Outcome:
    """It is asked, with an address or a form.

    “Frågar varandra kontinuerligt om aktuella behov” (participants of a Swedish conference on digital dialogue, 2022).
    """
    return passed() if call.states("feedback") else failed("missing")


def examples() -> dict[str, Meeting]:
    from a11ycheck.documents.facts import Statement

    return {
        "failed missing": Meeting.of(role="event-page"),
        "passed": Meeting.of(Statement("feedback", "stated", "Vad tyckte du?")),
        "inapplicable, a mail to members": Meeting.of(),
    }
