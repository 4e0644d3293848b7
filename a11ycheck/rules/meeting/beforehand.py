"""What participants need in good time: notice, material, and whether the meeting is recorded.

No clause asks for it; so these rules meet none. Sources: “in good time” in the manual of Parasport Sverige and the
checklist of the Swedish association of the hard of hearing (HRF); W3C's “provide material ahead of time”.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.facts import CALLING, Statement
from a11ycheck.documents.meeting.model import Call, Meeting

about_preparing = partial(rule, document=Meeting)


@dataclass(frozen=True, slots=True)
class Notice:
    """The day of the meeting, and the first on which it was called to; None where that is not known."""

    where: Where
    day: datetime.date
    sent: datetime.date | None


def notices(meeting: Meeting) -> Iterator[Notice]:
    """The call, where the day of the meeting is known."""
    for call in meeting.calls():
        if meeting.day is None:
            continue
        # The stamp of a calendar entry changes each time that it is sent anew.
        sent = (_day(document.facts.sent) for document in call.documents if document.kind != "calendar")
        yield Notice(
            call.where, meeting.day, min((day for day in sent if day and day <= meeting.day), default=None)
        )


def _day(iso: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(iso[:10])
    except ValueError:
        return None


@about_preparing(
    each=notices,
    was=("invitation-notice",),
    title=Text("The invitation is sent in good time", "Inbjudan skickas i god tid"),
    why=Text(
        "Interpreters, captioners, assistants and rides have to be booked ahead, and some need time to read the "
        "papers.",
        "Tolkar, skrivtolkar, ledsagare och färdtjänst måste bokas i förväg, och en del behöver tid för att läsa "
        "handlingarna.",
    ),
    who=(People.DEAF, People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Send the invitation and its papers at least two weeks ahead. If it is too late for that, ask what each "
            "guest needs.",
            "Skicka inbjudan och handlingarna minst två veckor i förväg. Är det för sent, fråga vad var och en "
            "behöver.",
        ),
    ),
    messages={
        "short": Text(
            "The invitation was sent {days} days before the meeting, at least {least} are recommended.",
            "Inbjudan skickades {days} dagar före mötet, minst {least} rekommenderas.",
        ),
        "sent": Text(
            "Do the participants get the invitation at least {least} days before {day}?",
            "Får deltagarna inbjudan minst {least} dagar före {day}?",
        ),
        "late": Text(
            "The invitation comes later than {least} days before the meeting.",
            "Inbjudan kommer senare än {least} dagar före mötet.",
        ),
    },
)
def advance_notice(notice: Notice, *, least: int = 14) -> Outcome:
    """It was sent or published at least ``least`` days ahead: the time that booking an interpreter takes as a rule.
    Where no document tells when, a person is asked."""
    if notice.sent is None:
        return ask(
            "sent", least=least, day=notice.day.isoformat(), yes=passed(), no=failed("late", least=least)
        )
    days = (notice.day - notice.sent).days
    return passed() if days >= least else failed("short", days=days, least=least)


def at_a_distance(meeting: Meeting) -> Iterator[Call]:
    yield from (call for call in meeting.understood_calls() if call.is_digital)


@about_preparing(
    each=at_a_distance,
    title=Text("It is said whether the meeting is recorded", "Det framgår om mötet spelas in"),
    why=Text(
        "Who needs more time, or could not be there, counts on the recording; others want to know before they speak.",
        "Den som behöver mer tid, eller inte kunde vara med, räknar med inspelningen; andra vill veta det innan de "
        "talar.",
    ),
    who=(People.READING, People.NEW_LANGUAGE, People.EVERYONE),
    fix=Fix(
        Text(
            "Write whether the meeting is recorded, and where and how long the recording can be seen.",
            "Skriv om mötet spelas in, och var och hur länge inspelningen går att se.",
        ),
        paste=Text(
            "The meeting is recorded. The recording is published with captions on … and stays there until …",
            "Mötet spelas in. Inspelningen publiceras med undertexter på … och finns kvar till …",
        ),
    ),
    messages={
        "missing": Text(
            "No document says whether the meeting is recorded.", "Inget dokument säger om mötet spelas in."
        ),
        "may-be": Text(
            "“{written}”: do the participants get to know before the meeting whether it is recorded?",
            "”{written}”: får deltagarna veta före mötet om det spelas in?",
        ),
    },
)
def recording_statement(call: Call) -> Outcome:
    """A document says that it is, or that it is not. Of “may be recorded” a person tells."""
    how = call.how("recording")
    if how in ("stated", "promised", "denied"):
        return passed()
    if how:
        written = call.first(how, "recording")
        return ask("may-be", written=written, yes=passed(), no=failed("missing"))
    return failed("missing")


def with_material(meeting: Meeting) -> Iterator[Call]:
    """Where documents say that there is material, or on which day it comes."""
    yield from (call for call in meeting.calls() if call.states("materials"))


@about_preparing(
    each=with_material,
    title=Text("Material that is promised is there", "Utlovat material finns på plats"),
    why=Text(
        "Who reads with assistive technology, or with an interpreter, prepares with the papers beforehand.",
        "Den som läser med hjälpmedel, eller med tolk, förbereder sig med handlingarna.",
    ),
    who=(People.SCREEN_READER, People.DEAF, People.READING),
    fix=Fix(
        Text(
            "Attach the material, or link to it, and check it together with the invitation.",
            "Bifoga materialet, eller länka till det, och kontrollera det tillsammans med inbjudan.",
        ),
        paste=Text("Download the material: https://…", "Ladda ner materialet: https://…"),
    ),
    messages={
        "overdue": Text(
            "“{written}”: the day has passed, and the material is not among the documents.",
            "”{written}”: dagen har varit, och materialet finns inte bland dokumenten.",
        ),
        "attached": Text(
            "“{written}”: do the participants get this material with the invitation?",
            "”{written}”: får deltagarna det materialet med inbjudan?",
        ),
        "not-there": Text(
            "“{written}”: the material does not come with the invitation.",
            "”{written}”: materialet kommer inte med inbjudan.",
        ),
    },
)
def materials_there(call: Call) -> Outcome:
    """A document beside those that call is there, or an address, or its day is to come. Otherwise a person tells."""
    said = [each.statement for each in call.said("materials") if each.statement.how in ("stated", "promised")]
    beside = any(document.facts.role not in CALLING for document in call.meeting.documents)
    if beside or any("/" in each.value or "." in each.value for each in said):
        return passed()
    today = call.meeting.today
    days = {each: _day(each.value) for each in said if each.how == "promised"}
    overdue = next((each for each, day in days.items() if day and today and day < today), None)
    if overdue is not None:
        return failed("overdue", written=overdue.quote)
    if days:
        return passed()
    written = said[0].quote
    return ask("attached", written=written, yes=passed(), no=failed("not-there", written=written))


def examples() -> dict[str, dict[str, Meeting]]:
    def said(topic: str, how: str = "stated", value: str = "") -> Statement:
        return Statement(topic, how, "Handlingarna är bifogade.", value)

    date, online = said("date", value="2026-05-24"), said("attendance", value="online")
    unsent = Meeting.of(date)

    def sent(day: str) -> Meeting:
        (document,) = unsent.documents
        return replace(unsent, documents=(replace(document, facts=replace(document.facts, sent=day)),))

    stamped = sent("2026-05-02")
    return {
        "advance_notice": {
            "failed short": sent("2026-05-12"),
            "cannot-tell sent": unsent,
            "cannot-tell sent, what was sent afterwards is no notice": sent("2026-06-01"),
            "cannot-tell sent, the stamp of a calendar entry": replace(
                stamped, documents=(replace(stamped.documents[0], kind="calendar"),)
            ),
            "passed": stamped,
            "inapplicable, no date": Meeting.of(online),
        },
        "recording_statement": {
            "failed missing": Meeting.of(online),
            "cannot-tell may-be": Meeting.of(online, said("recording", "unsure")),
            "passed": Meeting.of(online, said("recording")),
            "passed, it is not": Meeting.of(online, said("recording", "denied")),
            "inapplicable, on site": Meeting.of(said("attendance", value="on-site")),
        },
        "materials_there": {
            "failed overdue": Meeting.of(date, said("materials", "promised", "2026-02-20")),
            "cannot-tell attached": Meeting.of(date, said("materials")),
            "passed": Meeting.of(date, said("materials")).and_with("slides"),
            "passed, its day is to come": Meeting.of(date, said("materials", "promised", "2026-05-10")),
            "passed, linked": Meeting.of(date, said("materials", value="https://forum.example/papper")),
            "inapplicable, none is promised": unsent,
        },
    }
