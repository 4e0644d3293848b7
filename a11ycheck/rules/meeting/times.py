"""When the meeting begins and ends, in which zone, and that all documents say the same.

No clause asks for it; so these rules meet none. Sources: the manual of Parasport Sverige has “beginning and end”; W3C's
advice on meetings at a distance has the time zone.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.facts import Facts, Statement, When
from a11ycheck.documents.meeting.model import ADDING, SURE, Call, Meeting, MeetingDocument, Said
from a11ycheck.text.when import right_abbreviation, to_utc

about_times = partial(rule, document=Meeting)

MOST_SPANS = 10
"""Times of one document that are compared."""
UTC = ("UTC", "Z")
HOME = {
    "sv": "Europe/Stockholm",
    "nb": "Europe/Oslo",
    "nn": "Europe/Oslo",
    "no": "Europe/Oslo",
    "da": "Europe/Copenhagen",
    "fi": "Europe/Helsinki",
    "de": "Europe/Berlin",
    "fr": "Europe/Paris",
    "es": "Europe/Madrid",
}
"""Where people are as a rule who write in a language; English tells nothing."""


class Span(NamedTuple):
    """From when to when, as "13:00" or empty, on a day that is an ISO date, "--05-24" or empty."""

    day: str
    begins: str
    ends: str
    zone: str = ""

    @property
    def said(self) -> str:
        clock = "–".join(filter(None, (self.begins, self.ends))) if self.begins else f"–{self.ends}"
        return f"{clock} ({self.zone})" if self.zone else clock


def _is_field(statement: Statement) -> bool:
    """It is a field of a calendar entry, or of data for search engines: its words are its value."""
    return statement.quote == statement.value


def _spans(statements: tuple[Statement, ...]) -> tuple[Span, ...]:
    zones = {each.value for each in statements if each.topic == "zone" and each.how in SURE}
    zone = zones.pop() if len(zones) == 1 else ""
    found: dict[Span, None] = {}
    for each in statements:
        if each.topic == "time" and each.how in SURE:
            day, _, clocks = each.value.partition("T")
            begins, _, ends = clocks.partition("/")
            found.setdefault(Span(day, begins, ends[-5:], zone))
    return tuple(found)[:MOST_SPANS]


def spans_of_fields(facts: Facts, kind: str) -> tuple[Span, ...]:
    """What fields say: those of a calendar file, or of data for search engines on a page."""
    if kind == "calendar":
        times = (when for when in facts.times if "T" in when.start)
        return tuple(Span(when.start[:10], when.start[11:16], when.end[11:16], when.zone) for when in times)[
            :MOST_SPANS
        ]
    return _spans(tuple(each for each in facts.statements if _is_field(each)))


def spans_of_text(facts: Facts) -> tuple[Span, ...]:
    """What the words say."""
    return _spans(tuple(each for each in facts.statements if not _is_field(each)))


def _same_day(one: str, other: str) -> bool:
    """Days of which one is not known, or has no year, may be the same."""
    if not one or not other or one == other:
        return True
    return "--" in (one[:2], other[:2]) and one[-5:] == other[-5:]


def _instant(span: Span, clock: str, day: str, home: str) -> datetime.datetime | None:
    zone = span.zone or home
    try:
        # “CET” is written all the year; that it is not is a fault of its own.
        zone = right_abbreviation(zone, datetime.date.fromisoformat(day)) or zone
    except ValueError:
        return None
    return to_utc(f"{day}T{clock}", zone)


def _same(one: Span, other: Span, day: str, home: str) -> bool | None:
    """Are they the same time? None where a zone is missing that it takes to tell."""
    in_utc = (one.zone in UTC) != (other.zone in UTC)
    if in_utc and not (one.zone and other.zone) and not home:
        return None
    as_written = not in_utc and not (one.zone and other.zone)
    for mine, theirs in ((one.begins, other.begins), (one.ends, other.ends)):
        if not mine or not theirs:
            continue
        if not as_written:
            first, second = _instant(one, mine, day, home), _instant(other, theirs, day, home)
            if first is not None and second is not None:
                if first.time() != second.time():
                    return False
                continue
        if mine != theirs:
            return False
    return True


def _whole(spans: tuple[Span, ...]) -> Span:
    """From the first beginning to the last end."""
    begins = min((each.begins for each in spans if each.begins), default="")
    return spans[0]._replace(begins=begins, ends=max(each.ends for each in spans))


@dataclass(frozen=True, slots=True)
class Compared:
    """Times of a document, and those that they are held against, which stand in ``other``. ``day``: the meeting's.
    ``language``: that of the call. ``unlike``: what else in the same document does not agree."""

    where: Where
    theirs: tuple[Span, ...]
    ours: tuple[Span, ...]
    other: str
    day: str
    language: str
    zone: str = ""
    unlike: str = ""

    def differs(self, home: str) -> Outcome:
        """``differ`` or the question ``utc`` where the times are not the same."""
        home = home or self.zone or HOME.get(self.language, "")
        days = [each.day for each in (*self.theirs, *self.ours) if each.day[:1] not in ("", "-")]
        day = self.day or next(iter(days), "")
        alike = [
            _same(one, other, day, home)
            for one in (*self.theirs, _whole(self.theirs))
            for other in (*self.ours, _whole(self.ours))
            if _same_day(one.day, other.day)
        ]
        if not alike or True in alike:
            return passed()
        data = {"theirs": self.theirs[0].said, "ours": self.ours[0].said, "other": self.other}
        if None in alike:
            return ask("utc", **data, yes=passed(), no=failed("differ", **data))
        return failed("differ", **data)


@about_times(
    each=Meeting.understood_calls,
    title=Text("The meeting has a time to begin and to end", "Mötet har start- och sluttid"),
    why=Text(
        "Interpreters, assistants and rides are booked from and to a time, and many have strength for so long and no "
        "longer.",
        "Tolkar, ledsagare och färdtjänst bokas från och till en tid, och många orkar en viss tid och inte längre.",
    ),
    who=(People.DEAF, People.LOW_VISION, People.READING, People.EVERYONE),
    fix=Fix(
        Text(
            "Write when the meeting begins and when it ends, or how long it is.",
            "Skriv när mötet börjar och när det slutar, eller hur långt det är.",
        ),
        paste=Text("Time: … to …", "Tid: kl. …–…"),
    ),
    messages={
        "no-time": Text(
            "No document says when the meeting begins.", "Inget dokument säger när mötet börjar."
        ),
        "no-end": Text(
            "The meeting begins at {begins}, and no document says when it ends.",
            "Mötet börjar {begins}, och inget dokument säger när det slutar.",
        ),
        "no-beginning": Text(
            "The meeting ends at {ends}, and no document says when it begins.",
            "Mötet slutar {ends}, och inget dokument säger när det börjar.",
        ),
        "agenda": Text(
            "The last time in the agenda is {ends}. Is that when the meeting ends?",
            "Dagordningens sista tid är {ends}. Är det då mötet slutar?",
        ),
    },
)
def time_start_end(call: Call) -> Outcome:
    """Some document gives both, or the beginning and a length. Where only the agenda gives an end: ask."""
    telling = dict.fromkeys(each.document for each in call.said("time"))
    spans = [span for document in telling for span in _spans(document.facts.statements)]
    spans += [span for each in call.documents for span in spans_of_fields(each.facts, each.kind)]
    begins = next((each.begins for each in spans if each.begins), "")
    ends = next((each.ends for each in spans if each.ends), "")
    rows = [each.statement.value for each in call.said("agenda-item") if each.statement.value[:1].isdigit()]
    if not begins and rows:
        begins = rows[0].partition("/")[0]
    if begins and (ends or call.states("duration")):
        return passed()
    if begins and rows:
        last = rows[-1].partition("/")
        until = last[2] if ":" in last[2] else last[0]
        return ask("agenda", ends=until, yes=passed(), no=failed("no-end", begins=begins))
    if begins:
        return failed("no-end", begins=begins)
    return failed("no-beginning", ends=ends) if ends else failed("no-time")


def with_zone_or_need_of_one(meeting: Meeting) -> Iterator[Call]:
    """Calls that name a zone, or that speak to people in more than one country: in two languages, or with numbers to
    dial in from two."""
    for call in meeting.understood_calls():
        if _zones(call) or _countries(call) or len(_languages(call)) > 1:
            yield call


def _zones(call: Call) -> set[str]:
    fields = (span.zone for each in call.documents for span in spans_of_fields(each.facts, each.kind))
    return {*call.values("zone"), *fields} - {""}


def _countries(call: Call) -> bool:
    """Numbers to dial in from more than one country. Two figures of a country's number tell most of them apart."""
    numbers = (
        value.replace("00", "+", 1) if value.startswith("00") else value for value in call.values("dial-in")
    )
    return len({number[:3] for number in numbers if number.startswith("+")}) > 1


def _languages(call: Call) -> set[str]:
    return {language for each in call.documents for language in each.facts.written_in}


@about_times(
    each=with_zone_or_need_of_one,
    title=Text("The time zone is named", "Tidszonen är angiven"),
    why=Text(
        "Who takes part from another country comes an hour too early or too late.",
        "Den som deltar från ett annat land kommer en timme för tidigt eller för sent.",
    ),
    who=(People.EVERYONE, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Write the zone after the time: “1 pm to 3 pm CEST (UTC+2)”.",
            "Skriv tidszonen efter tiden: ”kl. 13.00–15.00 svensk tid (UTC+2)”.",
        ),
        paste=Text("Time: … to … (Swedish time)", "Tid: kl. …–… (svensk tid)"),
    ),
    messages={
        "missing": Text(
            "There are numbers to dial in from several countries, and the time has no zone.",
            "Det finns telefonnummer för flera länder, och tiden har ingen tidszon.",
        ),
        "abroad": Text(
            "The documents are in more than one language. Are all participants in the same time zone?",
            "Dokumenten är på mer än ett språk. Är alla deltagare i samma tidszon?",
        ),
        "needed": Text(
            "There are participants in other time zones, and the time has no zone.",
            "Det finns deltagare i andra tidszoner, och tiden har ingen tidszon.",
        ),
    },
)
def time_zone_present(call: Call) -> Outcome:
    """It is, where there is a sign of participants in more than one country."""
    if _zones(call):
        return passed()
    if _countries(call):
        return failed("missing")
    return ask("abroad", yes=passed(), no=failed("needed"))


@dataclass(frozen=True, slots=True)
class ZoneOnDay:
    """A zone as it is written, and the day of the meeting."""

    said: Said
    day: datetime.date

    @property
    def where(self) -> Where:
        return self.said.where


def zones_on_the_day(meeting: Meeting) -> Iterator[ZoneOnDay]:
    """Zones that stand in words, with the day of the meeting."""
    for call in meeting.calls():
        for each in call.said("zone"):
            if meeting.day is not None and not _is_field(each.statement):
                yield ZoneOnDay(each, meeting.day)


@about_times(
    each=zones_on_the_day,
    title=Text("The zone's abbreviation fits the date", "Tidszonens förkortning stämmer med datumet"),
    why=Text(
        "Who works the time out for a clock of their own comes an hour wrong when summer time is called winter time.",
        "Den som räknar om till sin egen klocka hamnar en timme fel när sommartid kallas vintertid.",
    ),
    who=(People.EVERYONE, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Write “Swedish time” or the like, or the abbreviation that holds on that day.",
            "Skriv ”svensk tid” eller liknande, eller den förkortning som gäller den dagen.",
        ),
    ),
    messages={
        "other": Text(
            "“{zone}” does not hold on {day}; {right} does.",
            "”{zone}” gäller inte den {day}; då gäller {right}.",
        ),
    },
)
def time_zone_correct(zone: ZoneOnDay) -> Outcome:
    """CET is for winter and CEST for summer, as the time zone database has it. Many write CET all the year, so this is
    not to be required."""
    right = right_abbreviation(zone.said.statement.value, zone.day)
    if not right:
        return passed()
    return failed("other", zone=zone.said.statement.value, day=zone.day.isoformat(), right=right)


DIFFER = {
    "differ": Text(
        "The time here is {theirs}; in “{other}” it is {ours}.",
        "Tiden här är {theirs}; i ”{other}” är den {ours}.",
    ),
    "utc": Text(
        "The time here is {theirs}; in “{other}” it is {ours}. Is that the same time where the meeting is?",
        "Tiden här är {theirs}; i ”{other}” är den {ours}. Är det samma tid där mötet är?",
    ),
}


def timed_documents(meeting: Meeting) -> Iterator[Compared]:
    """Each document that gives a time of the meeting's day, but the first that gives both beginning and end, which they
    are held against."""
    for call in meeting.calls():
        timed = [(each, spans) for each in _open_documents(meeting) if (spans := _on_the_day(each, meeting))]
        timed.sort(key=lambda pair: (not all(pair[1][0][1:3]), pair[0].kind == "calendar"))
        zones = _zones(call) - set(UTC)
        for document, spans in timed[1:]:
            yield Compared(
                document.where,
                spans,
                timed[0][1],
                timed[0][0].name,
                meeting.day.isoformat() if meeting.day else "",
                call.language[:2],
                zones.pop() if len(zones) == 1 else "",
            )


def _open_documents(meeting: Meeting) -> list[MeetingDocument]:
    return [each for each in meeting.documents if each.facts.role in ADDING and each.facts.role_is_certain]


def _on_the_day(document: MeetingDocument, meeting: Meeting) -> tuple[Span, ...]:
    spans = spans_of_fields(document.facts, document.kind) or spans_of_text(document.facts)
    day = meeting.day.isoformat() if meeting.day else ""
    return tuple(each for each in spans if _same_day(each.day, day))


@about_times(
    each=timed_documents,
    title=Text("All documents give the same time", "Alla dokument har samma tid"),
    why=Text(
        "Participants go by the document they have; some come when the meeting has begun or is over.",
        "Deltagarna går efter det dokument de har; några kommer när mötet har börjat eller är slut.",
    ),
    who=(People.DEAF, People.READING, People.EVERYONE),
    fix=Fix(
        Text(
            "Find out which time is right, change the others, and send out what was wrong anew.",
            "Ta reda på vilken tid som är rätt, ändra de andra och skicka ut det som var fel på nytt.",
        ),
    ),
    messages=DIFFER,
)
def time_consistent(times: Compared, *, home: str = "") -> Outcome:
    """Beginning and end are the same, worked out in UTC. A time without a zone is that of ``home``, such as
    "Europe/Stockholm"; without ``home``, that of the zone that another document names, or of the language."""
    return times.differs(home)


def documents_with_data(meeting: Meeting) -> Iterator[Compared]:
    """Documents that tell the meeting in words and in fields."""
    for call in meeting.calls():
        for document in _open_documents(meeting):
            facts = document.facts
            fields = spans_of_fields(facts, document.kind)
            field_days = {each.day for each in fields} | _values(facts, "date", True)
            text_days = {day for value in _values(facts, "date", False) for day in value.split("/")}
            text = tuple(
                each for each in spans_of_text(facts) if any(_same_day(each.day, d) for d in field_days)
            )
            if not field_days or not (text or text_days):
                continue
            days = [_same_day(one, other) for one in field_days for other in text_days]
            unlike = "attendance" if _called_on_site(facts) else ""
            if days and not any(days):
                unlike = f"{min(field_days)}/{min(text_days)}"
            day = next(iter(sorted(field_days)), "")
            yield Compared(document.where, text, fields, document.name, day, call.language[:2], "", unlike)


def _values(facts: Facts, topic: str, in_field: bool) -> set[str]:
    return {
        each.value
        for each in facts.statements
        if each.topic == topic and each.how in SURE and _is_field(each) == in_field and each.value
    }


def _called_on_site(facts: Facts) -> bool:
    """Its fields say that it is at a place alone, and its words how to take part at a distance."""
    in_words = {"online", "online-only", "hybrid"} & _values(facts, "attendance", False)
    return "on-site" in _values(facts, "attendance", True) and bool(in_words)


@about_times(
    each=documents_with_data,
    title=Text("Calendar data and text say the same", "Kalenderdata och text säger samma sak"),
    why=Text(
        "The calendar and the search engine show the fields and people read the text; who goes by the wrong one misses "
        "the meeting.",
        "Kalendern och sökmotorn visar fälten och människor läser texten; den som går efter fel uppgift missar mötet.",
    ),
    who=(People.SCREEN_READER, People.EVERYONE),
    fix=Fix(
        Text(
            "Give the calendar entry, or the data for search engines, the same date, time and form of meeting as the "
            "text.",
            "Ge kalenderposten, eller data för sökmotorer, samma datum, tid och mötesform som texten.",
        ),
    ),
    messages={
        **DIFFER,
        "date": Text(
            "The field has the date {field}, and the text {text}.",
            "Fältet har datumet {field} och texten {text}.",
        ),
        "attendance": Text(
            "The data for search engines says that the meeting is at a place only; the text says that one can take "
            "part at a distance.",
            "Data för sökmotorer säger att mötet bara är på en plats; texten säger att man kan delta på distans.",
        ),
    },
)
def structured_data_agrees(times: Compared, *, home: str = "") -> Outcome:
    """Date, time and form of the meeting are the same in both. ``home`` as for meeting-time-consistent."""
    if times.unlike == "attendance":
        return failed("attendance")
    if times.unlike:
        field, _, text = times.unlike.partition("/")
        return failed("date", field=field, text=text)
    return times.differs(home) if times.theirs and times.ours else passed()


def examples() -> dict[str, dict[str, Meeting]]:
    def stated(topic: str, value: str, quote: str = "Söndag 24 maj 2026 kl. 13") -> Statement:
        return Statement(topic, "stated", quote, value)

    def field(topic: str, value: str) -> Statement:
        return Statement(topic, "stated", value, value)

    date = stated("date", "2026-05-24")
    time = stated("time", "2026-05-24T13:00/15:00")
    begins, ends = stated("time", "2026-05-24T13:00/"), stated("time", "2026-05-24T/15:00")
    rows = (stated("agenda-item", "13:00/"), stated("agenda-item", "14:30/14:50"))
    calls = Meeting.of(date, time)

    def with_calendar(start: str, end: str, zone: str, meeting: Meeting = calls) -> Meeting:
        facts = Facts(
            role="invitation", role_is_certain=True, understood=True, times=(When(start, end, zone),)
        )
        entry = MeetingDocument("möte.ics", "calendar", facts)
        return replace(meeting, documents=(*meeting.documents, entry))

    def in_calendar(start: str, end: str, zone: str, *statements: Statement, language: str = "sv") -> Meeting:
        meeting = Meeting.of(*statements, language=language)
        facts = replace(meeting.documents[0].facts, times=(When(start, end, zone),))
        return replace(meeting, documents=(MeetingDocument("möte.ics", "calendar", facts),))

    english = Meeting.of(date, time, language="en")
    on_page = (field("date", "2026-05-24"), field("time", "2026-05-24T13:00/15:00"))
    bilingual = calls.and_with("invitation", date, source="invitation.pdf")
    in_both = replace(
        bilingual,
        documents=(
            bilingual.documents[0],
            replace(bilingual.documents[1], facts=replace(bilingual.documents[1].facts, written_in=("en",))),
        ),
    )
    return {
        "time_start_end": {
            "failed no-time": Meeting.of(date),
            "failed no-end": Meeting.of(date, begins),
            "failed no-beginning": Meeting.of(date, ends),
            "cannot-tell agenda": Meeting.of(date, begins, *rows),
            "passed": calls,
            "passed, with a length": Meeting.of(date, begins, stated("duration", "60")),
            "passed, in the calendar": with_calendar(
                "2026-05-24T11:00", "2026-05-24T13:00", "UTC", Meeting.of(date)
            ),
        },
        "time_zone_present": {
            "failed missing": Meeting.of(
                time, stated("dial-in", "+46 8 123"), stated("dial-in", "+358 9 123")
            ),
            "cannot-tell abroad": in_both,
            "passed": Meeting.of(time, stated("zone", "svensk tid")),
            "inapplicable, nobody abroad": calls,
        },
        "time_zone_correct": {
            "failed other": Meeting.of(date, stated("zone", "CET")),
            "passed": Meeting.of(date, stated("zone", "CEST")),
            "inapplicable": calls,
        },
        "time_consistent": {
            "failed differ": with_calendar("2026-05-24T12:00", "2026-05-24T14:00", "UTC"),
            "failed differ, in words": calls.and_with("agenda", stated("time", "2026-05-24T14:00/16:00")),
            "cannot-tell utc": with_calendar("2026-05-24T12:00", "2026-05-24T14:00", "UTC", english),
            "passed": with_calendar("2026-05-24T11:00", "2026-05-24T13:00", "UTC"),
            "passed, as written": with_calendar(
                "2026-05-24T13:00", "2026-05-24T15:00", "Europe/Stockholm", english
            ),
            "passed, several": calls.and_with(
                "agenda", stated("time", "T13:00/14:00"), stated("time", "T14:00/15:00")
            ),
            "inapplicable, one document": calls,
        },
        "structured_data_agrees": {
            "failed date": Meeting.of(*on_page, stated("date", "2026-05-25")),
            "failed differ": in_calendar("2026-05-24T13:00", "2026-05-24T15:00", "UTC", date, time),
            "failed attendance": Meeting.of(
                *on_page, date, field("attendance", "on-site"), stated("attendance", "online")
            ),
            "cannot-tell utc": in_calendar(
                "2026-05-24T12:00", "2026-05-24T14:00", "UTC", date, time, language="en"
            ),
            "passed": in_calendar("2026-05-24T11:00", "2026-05-24T13:00", "UTC", date, time),
            "inapplicable, no fields": calls,
        },
    }
