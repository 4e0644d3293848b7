"""The call to a meeting asks what people need to take part, whom they are to tell, and by when.

Sources: W3C, “How to Make Your Presentations Accessible to All” (“ask … about their accessibility requirements”);
Hörselskadades riksförbund on booking in good time; “frågar varandra kontinuerligt om aktuella behov” (participants of a
Swedish conference on digital dialogue, 2022).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.meeting.model import Call, Meeting

PASTE = Text(
    "Do you need captions, sign language interpretation or other support to take part? Contact … by … at the latest.",
    "Behöver du teckenspråkstolkning, textning eller annat stöd för att delta? Kontakta … senast den ….",
)


def day_of(text: str) -> datetime.date | None:
    """The day of an ISO date; None of one without a year."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def that_ask(meeting: Meeting) -> Iterator[Call]:
    """Calls that ask what people need."""
    return (call for call in meeting.understood_calls() if call.states("needs"))


@rule(
    document=Meeting,
    each=Meeting.understood_calls,
    title=Text("People are asked what they need to take part", "Deltagarna får frågan vad de behöver"),
    why=Text(
        "Who needs an interpreter, captions or papers in another form does not know whether to ask, or whom.",
        "Den som behöver tolk, textning eller handlingar i annan form vet inte om det går att be om det, eller vem man "
        "ska fråga.",
    ),
    who=(People.DEAF, People.SCREEN_READER, People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Ask what people need to take part. Allergies are another question.",
            "Fråga vad deltagarna behöver för att kunna vara med. Allergier är en annan fråga.",
        ),
        paste=PASTE,
    ),
    messages={
        "missing": Text(
            "People are not asked what they need to take part.",
            "Deltagarna får inte frågan vad de behöver för att kunna vara med.",
        ),
    },
    was=("invitation-access-needs",),
)
def access_needs_asked(call: Call) -> Outcome:
    """Somewhere it is asked, or offered."""
    return passed() if call.states("needs") else failed("missing")


@rule(
    document=Meeting,
    each=that_ask,
    title=Text("It is said whom to tell what one needs", "Det framgår vem man ska berätta om sina behov för"),
    why=Text(
        "A question without an address goes unanswered: people do not want to write to just anyone about what they "
        "cannot do.",
        "En fråga utan adress får inga svar: ingen vill skriva till vem som helst om vad man behöver.",
    ),
    who=(People.DEAF, People.SCREEN_READER, People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Write a mail address or a telephone number right after the question.",
            "Skriv en mejladress eller ett telefonnummer direkt efter frågan.",
        ),
        paste=PASTE,
    ),
    messages={
        "missing": Text(
            "It is asked what people need, but not said whom to tell.",
            "Frågan vad man behöver ställs, men det står inte vem man ska berätta det för.",
        ),
        "elsewhere": Text(
            "It is asked what people need. Is it plain that the answer goes to {contact}?",
            "Frågan vad man behöver ställs. Framgår det att svaret ska till {contact}?",
        ),
    },
)
def access_needs_contact(call: Call) -> Outcome:
    """An address or a number stands with the question; of one elsewhere, or of whoever sent the mail, a person knows
    whether it is plain."""
    if call.states("needs-contact"):
        return passed()
    contact = next((value.partition(":")[2] for value in call.values("contact")), "")
    contact = contact or call.answered_at
    if contact:
        return ask("elsewhere", contact=contact, yes=passed(), no=failed("missing"))
    return failed("missing")


@rule(
    document=Meeting,
    each=that_ask,
    title=Text(
        "It is said by when to tell what one needs", "Det framgår senast när man ska berätta vad man behöver"
    ),
    why=Text(
        "An interpreter has to be booked weeks ahead; who asks too late does not get one.",
        "Tolk måste bokas flera veckor i förväg; den som frågar för sent blir utan.",
    ),
    who=(People.DEAF, People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Write a last day, at least a week before the meeting and at least a week after the call is sent.",
            "Skriv en sista dag, minst en vecka före mötet och minst en vecka efter att kallelsen skickas.",
        ),
        paste=PASTE,
    ),
    messages={
        "missing": Text(
            "It is asked what people need, but not said by when to answer.",
            "Frågan vad man behöver ställs, men det står inte senast när man ska svara.",
        ),
        "after-meeting": Text(
            "The last day to tell what one needs, {day}, is after the meeting.",
            "Sista dagen att berätta vad man behöver, {day}, är efter mötet.",
        ),
        "in-good-time": Text(
            "Can people tell what they need as late as the day before the meeting? It says “{quote}”.",
            "Kan man berätta vad man behöver så sent som dagen före mötet? Det står ”{quote}”.",
        ),
        "other-year": Text(
            "Is the year right? The last day to tell what one needs is {day}, and the meeting is on {meeting}.",
            "Stämmer årtalet? Sista dagen att berätta vad man behöver är {day}, och mötet är {meeting}.",
        ),
        "wrong-year": Text(
            "The last day to tell what one needs, {day}, has the wrong year.",
            "Sista dagen att berätta vad man behöver, {day}, har fel årtal.",
        ),
    },
)
def access_needs_deadline(call: Call, *, days_at_most: int = 100) -> Outcome:
    """A last day is given, before the meeting; one of another year, ``days_at_most`` before or more, is asked about.

    “48 hours before” counts as one. The limit is our own: it lets a day in December serve a meeting in March.
    """
    how = call.how("needs-deadline")
    if how == "unsure":
        quote = call.first("unsure", "needs-deadline")
        return ask("in-good-time", quote=quote, yes=passed(), no=failed("missing"))
    if how not in ("stated", "promised"):
        return failed("missing")
    meets = call.meeting.day
    for value in call.values("needs-deadline"):
        day = day_of(value)
        if meets is None or day is None:
            continue
        before = (meets - day).days
        if not value.startswith(f"{meets.year}") and not 0 <= before < days_at_most:
            wrong = failed("wrong-year", day=value)
            return ask("other-year", day=value, meeting=f"{meets}", yes=passed(), no=wrong)
        if before < 0:
            return failed("after-meeting", day=value)
    return passed()


def examples() -> dict[str, dict[str, Meeting]]:
    from a11ycheck.documents.facts import Statement

    needs = Statement("needs", "stated", "Behöver du tolk eller annat stöd?")
    date = Statement("date", "stated", "24 maj 2026", "2026-05-24")
    mail = "mail:anna@example.org"

    def until(day: str, how: str = "stated") -> Meeting:
        return Meeting.of(date, needs, Statement("needs-deadline", how, "i god tid", day))

    not_asked = {"inapplicable, not asked": Meeting.of()}
    return {
        "access_needs_asked": {"failed missing": Meeting.of(), "passed": Meeting.of(needs)},
        "access_needs_contact": {
            "failed missing": Meeting.of(needs),
            "cannot-tell elsewhere": Meeting.of(needs, Statement("contact", "stated", value=mail)),
            "passed": Meeting.of(needs, Statement("needs-contact", "stated", value=mail)),
            **not_asked,
        },
        "access_needs_deadline": {
            "failed missing": Meeting.of(needs),
            "failed after-meeting": until("2026-05-30"),
            "cannot-tell in-good-time": until("", "unsure"),
            "cannot-tell other-year": until("2025-05-10"),
            "passed": until("2026-05-10"),
            "passed, 48 hours before": until(""),
            **not_asked,
        },
    }
