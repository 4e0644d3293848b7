"""What is kept of a meeting, for those who could not follow it there and then.

No clause asks for it; so these rules meet none: whether a recording itself has captions and description is told by the
rules for recordings, and by those for links to recordings. Sources: MFD has captions or description after the meeting,
the European Disability Forum a transcript to all participants, and an evaluation of accessibility by asking.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import urlsplit

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.facts import Statement
from a11ycheck.documents.meeting.model import Call, Meeting, Said
from a11ycheck.documents.recordings import is_recording

about_keeping = partial(rule, document=Meeting)


def recorded(meeting: Meeting) -> Iterator[Call]:
    """Meetings that are over and of which it was said that they are recorded."""
    yield from (call for call in meeting.followed_up() if call.states("recording"))


@about_keeping(
    each=recorded,
    title=Text("The recording is there", "Inspelningen finns"),
    why=Text(
        "Who could not follow at once, or had no interpreter, was told that there is a recording.",
        "Den som inte kunde följa med direkt, eller saknade tolk, fick veta att det finns en inspelning.",
    ),
    who=(People.DEAF, People.READING, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Publish the recording with captions, link to it, and check it together with the page.",
            "Publicera inspelningen med undertexter, länka till den och kontrollera den tillsammans med sidan.",
        ),
        paste=Text(
            "Watch the recording with captions: https://…", "Se inspelningen med undertexter: https://…"
        ),
    ),
    messages={
        "published": Text(
            "“{written}”: can the participants see the recording now?",
            "”{written}”: kan deltagarna se inspelningen nu?",
        ),
        "missing": Text(
            "The meeting was recorded, and the participants cannot see the recording.",
            "Mötet spelades in, och deltagarna kan inte se inspelningen.",
        ),
    },
)
def recording_there(call: Call) -> Outcome:
    """A recording is among the documents, or an address stands with the words about it; otherwise a person tells."""
    told = [each.statement for each in call.said("recording-captions", "described-version")]
    if "recording" in call.roles or any(each.value or "://" in each.quote for each in told):
        return passed()
    written = call.first("stated", "recording") or call.first("promised", "recording")
    return ask("published", written=written, yes=passed(), no=failed("missing"))


def _of(meeting: Meeting, topic: str) -> Iterator[Said]:
    for call in (*meeting.calls(), *meeting.followed_up()):
        yield from call.said(topic)


def captioned(meeting: Meeting) -> Iterator[Said]:
    """What is said of captions of the recording."""
    return _of(meeting, "recording-captions")


@dataclass(frozen=True, slots=True)
class Described:
    """What is said of a described version, before the meeting or after it. ``others`` are recordings that are linked
    to besides, and of which nothing such is said."""

    said: Said
    is_over: bool
    others: tuple[str, ...] = ()
    count: int = 1

    @property
    def where(self) -> Where:
        return self.said.where


def described(meeting: Meeting) -> Iterator[Described]:
    """What is said of a described version; the last bears the recordings that have none."""
    found = list(_of(meeting, "described-version"))
    for number, said in enumerate(found, 1):
        others = _not_described(meeting, found) if number == len(found) and meeting.is_over else ()
        yield Described(said, meeting.is_over, others, len(found))


def _not_described(meeting: Meeting, found: list[Said]) -> tuple[str, ...]:
    """The words of links to recordings, beyond those that a described version is said to be of: of three recordings and
    one described version, two may have none."""
    versions = {each.statement.value for each in found} - {""}
    links = {
        target: text
        for call in meeting.followed_up()
        for document in call.documents
        for text, target in document.facts.links
        if target not in versions and _leads_to_recording(target)
    }
    # One of them is what the described version is a version of.
    return tuple(links.values())[len(found) :]


def _leads_to_recording(address: str) -> bool:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return is_recording(address) or VIDEO_HOST.match(host) is not None


VIDEO_HOST = re.compile(r"(?:video|play|media|film)s?\.", re.IGNORECASE)
"""How many organisations name the host of their own recordings."""


@about_keeping(
    each=captioned,
    title=Text("The recording is to have captions", "Inspelningen får undertexter"),
    why=Text(
        "Someone who does not hear gets nothing of what is said.",
        "Den som inte hör får inget av det som sägs.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Have the recording captioned before it is published, and write it.",
            "Låt texta inspelningen innan den publiceras, och skriv det.",
        ),
        paste=Text(
            "The recording is published with captions on …", "Inspelningen publiceras med undertexter på …"
        ),
    ),
    messages={
        "denied": Text(
            "“{written}”: the recording has no captions.", "”{written}”: inspelningen har inga undertexter."
        ),
    },
)
def recording_captioned(said: Said) -> Outcome:
    """No document says that it has none."""
    statement = said.statement
    return failed("denied", written=statement.quote) if statement.how == "denied" else passed()


@about_keeping(
    each=described,
    title=Text("The described version can be reached", "Den syntolkade versionen går att nå"),
    why=Text(
        "Who does not see the pictures needs the described version; a sentence about it without a link leads nowhere.",
        "Den som inte ser bilderna behöver den syntolkade versionen, och en mening om den utan länk leder ingenstans.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "Put a link to the described version in the words that speak of it.",
            "Lägg en länk till den syntolkade versionen i orden som talar om den.",
        ),
        paste=Text("Audio-described version: https://…", "Syntolkad version: https://…"),
    ),
    messages={
        "denied": Text(
            "“{written}”: there is no described version.", "”{written}”: det finns ingen syntolkad version."
        ),
        "reached": Text(
            "“{written}”: does a link lead from here to the described version?",
            "”{written}”: leder en länk härifrån till den syntolkade versionen?",
        ),
        "others": Text(
            "A described version is said to be there of {count} recordings, and {others} more are linked to, such as "
            "“{name}”. Is all that matters in those said aloud?",
            "{count} inspelningar sägs ha en syntolkad version, och {others} till är länkade, till exempel ”{name}”. "
            "Sägs allt som är viktigt i dem högt?",
        ),
        "not-of-all": Text(
            "“{name}” shows what is not said aloud, and has no described version.",
            "”{name}” visar sådant som inte sägs högt, och har ingen syntolkad version.",
        ),
        "no-link": Text(
            "“{written}”: no link leads to the described version.",
            "”{written}”: ingen länk leder till den syntolkade versionen.",
        ),
    },
)
def described_version(version: Described) -> Outcome:
    """Once the meeting is over an address stands with the words; where none is seen, a person tells. Before, it is
    enough to promise one. Of recordings besides, a person tells whether they need one as well (WCAG 1.2.5 asks for it
    where what is shown is not said)."""
    statement = version.said.statement
    if statement.how == "denied":
        return failed("denied", written=statement.quote)
    written = statement.quote
    if version.is_over and not statement.value:
        return ask("reached", written=written, yes=passed(), no=failed("no-link", written=written))
    if version.others:
        name, more = version.others[0], len(version.others)
        no = failed("not-of-all", name=name)
        return ask("others", count=version.count, others=more, name=name, yes=passed(), no=no)
    return passed()


def kept_of(meeting: Meeting) -> Iterator[Call]:
    """Meetings that are over, and before it those with a page of their own or where something is said of minutes."""
    yield from (call for call in meeting.followed_up() if call.understood)
    for call in meeting.understood_calls():
        if call.how("minutes") or "event-page" in call.roles:
            yield call


@about_keeping(
    each=kept_of,
    title=Text(
        "Notes of the meeting are there, or a day on which they come",
        "Anteckningar finns, eller en dag då de kommer",
    ),
    why=Text(
        "Who could not take notes while listening, lip-reading or following an interpreter needs them afterwards.",
        "Den som inte kunde anteckna under tiden, för att följa tolk, textning eller läppar, behöver dem efteråt.",
    ),
    who=(People.DEAF, People.READING, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Write where the notes are, or on which day they are sent out.",
            "Skriv var anteckningarna finns, eller vilken dag de skickas ut.",
        ),
        paste=Text(
            "Notes of the meeting are sent to all participants by …",
            "Anteckningar från mötet skickas till alla deltagare senast den …",
        ),
    ),
    messages={
        "missing": Text(
            "No document says where notes of the meeting can be read.",
            "Inget dokument säger var anteckningar från mötet går att läsa.",
        ),
        "denied": Text(
            "“{written}”: there are no notes of the meeting.",
            "”{written}”: det finns inga anteckningar från mötet.",
        ),
        "undated": Text(
            "“{written}” does not say which day the notes come.",
            "”{written}” säger inte vilken dag anteckningarna kommer.",
        ),
        "seen": Text(
            "“{written}”: have the participants got the notes?",
            "”{written}”: har deltagarna fått anteckningarna?",
        ),
        "overdue": Text(
            "“{written}”: the day has passed, and the notes have not come.",
            "”{written}”: dagen har varit, och anteckningarna har inte kommit.",
        ),
    },
)
def minutes_after(call: Call) -> Outcome:
    """They are among the documents or linked to, or have their day. Once that day has passed a person tells."""
    how = call.how("minutes")
    if "minutes" in call.roles or how == "stated":
        return passed()
    if how == "promised":
        written, today = call.first("promised", "minutes"), call.meeting.today
        days = [day for value in call.values("minutes") if (day := _day(value))]
        if today is not None and days and max(days) < today:
            return ask("seen", written=written, yes=passed(), no=failed("overdue", written=written))
        return passed()
    if how == "denied":
        return failed("denied", written=call.first("denied", "minutes"))
    return failed("undated", written=call.first(how, "minutes")) if how else failed("missing")


def _day(iso: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(iso[:10])
    except ValueError:
        return None


def examples() -> dict[str, dict[str, Meeting]]:
    def said(topic: str, how: str = "stated", value: str = "") -> Statement:
        return Statement(topic, how, "Syntolkad version av föreläsningen.", value)

    date, recording = said("date", value="2026-05-24"), said("recording")

    def over(*statements: Statement) -> Meeting:
        return replace(Meeting.of(date, *statements, role="event-page"), today=datetime.date(2026, 6, 10))

    version = said("described-version")
    at = "https://youtu.be/"
    links = (("Kartor", f"{at}kartor1"), ("Kartor, syntolkad", f"{at}kartor2"), ("I skolan", f"{at}skolan1"))
    talks = over(said("described-version", value=links[1][1]))
    page = replace(talks.documents[0], facts=replace(talks.documents[0].facts, links=links))
    talks = replace(talks, documents=(page,))
    return {
        "recording_there": {
            "cannot-tell published": over(recording),
            "passed": over(recording).and_with("recording"),
            "inapplicable, it was not recorded": over(said("recording", "denied")),
            "inapplicable, it is to come": Meeting.of(date, recording),
        },
        "recording_captioned": {
            "failed denied": Meeting.of(date, said("recording-captions", "denied")),
            "passed": Meeting.of(date, said("recording-captions")),
            "inapplicable, nothing is said": over(recording),
        },
        "described_version": {
            "failed denied": over(said("described-version", "denied")),
            "cannot-tell reached": over(version),
            "passed": over(said("described-version", value="https://forum.example/syntolkad")),
            "cannot-tell others": talks,
            "passed, of all": replace(
                talks, documents=(replace(page, facts=replace(page.facts, links=links[:2])),)
            ),
            "passed, it is to come": Meeting.of(date, version),
            "inapplicable, nothing is said": over(recording),
        },
        "minutes_after": {
            "failed missing": over(),
            "failed denied": over(said("minutes", "denied")),
            "failed undated": over(said("minutes", "promised-undated")),
            "cannot-tell seen": over(said("minutes", "promised", "2026-06-01")),
            "passed": over().and_with("minutes"),
            "passed, on a day to come": over(said("minutes", "promised", "2026-06-20")),
            "inapplicable, before the meeting": Meeting.of(date),
        },
    }
