"""The agenda: that there is one, that it has times, and that there are breaks and time for questions.

Sources: “har en tydlig agenda/frågeställning” and “ger möjlighet till delaktighet” (participants of a Swedish
conference on digital dialogue, 2022); the checklist of Myndigheten för delaktighet on meetings; SALTO Inclusion and
Diversity on digital activities (at most 90 minutes between breaks, breaks “at least 15 minutes long”).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.meeting.model import Call, Meeting, MeetingDocument

NOON = 12 * 60
OFFICE_OPENS = 8 * 60
SHORT_MEETING = 60
"""Minutes of a meeting that needs no agenda. The limit is our own: an hour is what a call without parts can be kept in
mind for."""
ROWS_AT_LEAST = 2


class Span(NamedTuple):
    """A row of an agenda, or a break: minutes since midnight, or since the beginning where only lengths are said."""

    begins: int
    ends: int
    words: str
    is_break: bool = False

    @property
    def minutes(self) -> int:
        return self.ends - self.begins


def clock(minutes: int) -> str:
    return f"{minutes // 60 % 24}.{minutes % 60:02}"


def minutes_of(text: str) -> int | None:
    """“13:10” or the time in “2026-05-24T13:10”, in minutes since midnight."""
    hours, colon, minutes = text.rpartition("T")[2][:5].partition(":")
    return int(hours) * 60 + int(minutes) if colon and hours.isdecimal() and minutes.isdecimal() else None


@dataclass(frozen=True)
class Agenda:
    """The agenda in one document: its rows as (words, value)."""

    call: Call
    document: MeetingDocument
    rows: tuple[tuple[str, str], ...]

    @property
    def where(self) -> Where:
        return self.document.where

    @property
    def timed(self) -> int:
        """How many rows say when they are, or how long."""
        return sum(bool(value) for _, value in self.rows)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The rows that say when they are, in the order of the agenda, each until the next begins where it says no
        more. “1:00” after “11:30” is in the afternoon."""
        breaks = self.call.breaks
        begun: list[tuple[int, int | None, str]] = []
        now = 0
        for words, value in self.rows:
            start, _, end = value.partition("/")
            begins, length = minutes_of(start), end.lstrip("+")
            if begins is None and not length:
                continue
            begins = now if begins is None else begins
            if begins < OFFICE_OPENS and begins < now <= begins + NOON:
                begins += NOON
            ends = begins + int(length) if length.isdecimal() else minutes_of(end)
            if ends is not None and ends < begins:
                ends += NOON
            begun.append((begins, ends, words))
            now = begins if ends is None else ends
        closing = self.meeting_ends
        spans = []
        for place, (begins, ends, words) in enumerate(begun):
            following = begun[place + 1][0] if place + 1 < len(begun) else closing
            until = ends if ends is not None else following
            spans.append(Span(begins, begins if until is None else until, words, words in breaks))
        return tuple(spans)

    @cached_property
    def meeting_begins(self) -> int | None:
        return next((begins for begins, _ in self._times), None)

    @cached_property
    def meeting_ends(self) -> int | None:
        return next((ends for _, ends in self._times), None)

    @property
    def _times(self) -> Iterator[tuple[int, int]]:
        """Begin and end of the meeting, as this document says or else another: clocks of two zones do not meet."""
        own = (each for each in self.document.facts.statements if each.topic == "time")
        others = (each.statement for each in self.call.said("time") if each.document is not self.document)
        return (pair for each in chain(own, others) if (pair := begin_and_end(each.value)))


def begin_and_end(value: str) -> tuple[int, int] | None:
    start, _, end = value.partition("/")
    begins, ends = minutes_of(start), minutes_of(end)
    return None if begins is None or ends is None else (begins, ends)


def agendas(call: Call) -> Iterator[Agenda]:
    """The agendas of a meeting on one day, one a document."""
    for document in {id(each.document): each.document for each in call.said("agenda-item")}.values():
        rows = tuple(
            (each.quote, each.value) for each in document.facts.statements if each.topic == "agenda-item"
        )
        if len(rows) >= ROWS_AT_LEAST:
            yield Agenda(call, document, rows)


def best_agenda(call: Call) -> Agenda | None:
    """Of several agendas the one in a document that calls, and of those the one with most times."""
    found = list(agendas(call))
    return max(found, key=lambda each: (each.document.calls, each.timed / len(each.rows)), default=None)


def best_agendas(meeting: Meeting) -> Iterator[Agenda]:
    """The best agenda of each call."""
    return (agenda for call in meeting.understood_calls() if (agenda := best_agenda(call)))


def has_times(agenda: Agenda) -> bool:
    return len(agenda.spans) >= ROWS_AT_LEAST


def says_when(agenda: Agenda) -> bool:
    """It says when things are, and all on one day."""
    return has_times(agenda) and not lasts_for_days(agenda.call)


def timed_agendas(meeting: Meeting) -> Iterator[Agenda]:
    """All agendas that say when things are, of meetings on one day."""
    for call in meeting.understood_calls():
        if not lasts_for_days(call):
            yield from filter(has_times, agendas(call))


def agendas_to_follow(meeting: Meeting) -> Iterator[Agenda]:
    """The best agenda of each call, where it says when things are."""
    return filter(says_when, best_agendas(meeting))


def agendas_with_breaks(meeting: Meeting) -> Iterator[Agenda]:
    return (each for each in agendas_to_follow(meeting) if any(span.is_break for span in each.spans))


def lasts_for_days(call: Call) -> bool:
    dates = [value for value in call.values("date") if value]
    return any("/" in value for value in dates) or len({value[-5:] for value in dates}) > 1


def length(call: Call) -> int:
    """How many minutes the meeting takes, the longest day of several; 0 where it is not known."""
    pairs = (begin_and_end(value) for value in call.values("time"))
    said = [(ends - begins) % (2 * NOON) for begins, ends in filter(None, pairs)]
    said = said or [int(value) for value in call.values("duration") if value.isdecimal()]
    if said or lasts_for_days(call):
        return max(said, default=0)
    ends = [agenda.spans[-1].ends - agenda.spans[0].begins for agenda in agendas(call) if agenda.spans]
    return max(ends, default=0)


@dataclass(frozen=True)
class Lasting:
    """A call and how many minutes the meeting takes; 0 where nobody says."""

    call: Call
    minutes: int

    @property
    def where(self) -> Where:
        return self.call.where


def that_need_an_agenda(meeting: Meeting) -> Iterator[Lasting]:
    """Calls to a meeting of more than an hour, or over several days, and of any length where there is an agenda."""
    for call in meeting.understood_calls():
        minutes = length(call)
        has_one = call.how("agenda") == "stated" or has_agenda_document(call)
        # Of one of an unknown length it is known only that it is over an hour where it goes on for days.
        unknown = not minutes and (call.how("agenda") or any("/" in day for day in call.values("date")))
        if has_one or minutes > SHORT_MEETING or unknown:
            yield Lasting(call, minutes)


def days_at_a_distance(meeting: Meeting) -> Iterator[Call]:
    """Calls to a meeting at a distance of a known length."""
    return (call for call in meeting.understood_calls() if call.is_digital and length(call))


@rule(
    document=Meeting,
    each=that_need_an_agenda,
    title=Text("There is an agenda", "Det finns en dagordning"),
    why=Text(
        "Who tires fast, prepares slowly or shares an interpreter has to know what comes when; the agenda is "
        "also what one "
        "finds one's way by when a word was missed.",
        "Den som tröttnar fort, behöver tid att förbereda sig eller delar tolk måste veta vad som kommer när; "
        "dagordningen är också det man hittar tillbaka med när man har missat något.",
    ),
    who=(People.READING, People.DEAF, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Write the items as a list under the heading “Agenda”, in the invitation or in a document of its own that "
            "comes with it.",
            "Skriv punkterna som en lista under rubriken ”Dagordning”, i inbjudan eller i ett eget dokument som följer "
            "med.",
        ),
        paste=Text(
            "Agenda\n13:00 Welcome\n13:10 …\n14:00 Break\n14:15 Questions and discussion\n15:00 End",
            "Dagordning\n13.00 Välkomna\n13.10 …\n14.00 Paus\n14.15 Frågor och samtal\n15.00 Slut",
        ),
    ),
    messages={
        "missing": Text(
            "There is no agenda, and the meeting takes {minutes} minutes.",
            "Det finns ingen dagordning, och mötet är {minutes} minuter.",
        ),
        "not-there": Text("There is no agenda.", "Det finns ingen dagordning."),
        "names": Text(
            "There are names of speakers, and no agenda: “{quote}”.",
            "Det finns namn på talare, men ingen dagordning: ”{quote}”.",
        ),
        "undated": Text(
            "The agenda is to come, and it is not said when: “{quote}”.",
            "Dagordningen ska komma, men det står inte när: ”{quote}”.",
        ),
        "prose": Text(
            "Is it plain from the text what happens and in which order? It says “{quote}”.",
            "Framgår det av texten vad som händer och i vilken ordning? Det står ”{quote}”.",
        ),
        "elsewhere": Text(
            "Do all participants get the agenda with the invitation? It is not among the documents. It says “{quote}”.",
            "Får alla deltagare dagordningen med inbjudan? Den finns inte bland dokumenten. Det står ”{quote}”.",
        ),
    },
)
def agenda_present(meeting: Lasting) -> Outcome:
    """There is an agenda with rows, among the documents or promised with a day. A meeting of at most an hour needs
    none."""
    call = meeting.call
    if call.how("agenda") == "stated" or has_agenda_document(call):
        return passed()
    how = call.how("agenda")
    if how == "promised":
        quote = call.first("promised", "agenda")
        if all(value[:2] == "20" or not value for value in call.values("agenda")):
            return passed()
        return ask("elsewhere", quote=quote, yes=passed(), no=failed("not-there"))
    if how == "unsure":
        quote = call.first("unsure", "agenda")
        if any(each.statement.value == "prose" for each in call.said("agenda")):
            return ask("prose", quote=quote, yes=passed(), no=failed("not-there"))
        return failed("names", quote=quote)
    if how == "promised-undated":
        return failed("undated", quote=call.first(how, "agenda"))
    return failed("missing", minutes=meeting.minutes) if meeting.minutes else failed("not-there")


def has_agenda_document(call: Call) -> bool:
    """A document of the run is the agenda."""
    return any(each.facts.role == "agenda" and each.facts.role_is_certain for each in call.meeting.documents)


@rule(
    document=Meeting,
    each=best_agendas,
    title=Text("The agenda has times", "Dagordningen har tider"),
    why=Text(
        "Who shares an interpreter, takes medicine or is there for one item has to know when it comes.",
        "Den som delar tolk, tar medicin eller är med på en enda punkt behöver veta när den kommer.",
    ),
    who=(People.DEAF, People.READING, People.EVERYONE),
    fix=Fix(
        Text(
            "Write before each item when it begins, or after it how many minutes it takes.",
            "Skriv före varje punkt när den börjar, eller efter den hur många minuter den tar.",
        ),
        paste=Text(
            "Agenda\n13:00 Welcome\n13:10 …\n14:00 Break\n14:15 Questions and discussion\n15:00 End",
            "Dagordning\n13.00 Välkomna\n13.10 …\n14.00 Paus\n14.15 Frågor och samtal\n15.00 Slut",
        ),
    ),
    messages={
        "without": Text(
            "{count} of {all} items of the agenda have no time.",
            "{count} av dagordningens {all} punkter har ingen tid.",
        ),
    },
)
def agenda_has_times(agenda: Agenda, *, percent_at_least: int = 80) -> Outcome:
    """At least ``percent_at_least`` of its rows have a time or a length. The limit is our own: an opening may "
    "lack one."""
    count = len(agenda.rows)
    if agenda.timed * 100 >= count * percent_at_least:
        return passed()
    return failed("without", count=count - agenda.timed, all=count)


@rule(
    document=Meeting,
    each=timed_agendas,
    title=Text("The times of the agenda are in order", "Dagordningens tider kommer i ordning"),
    why=Text(
        "Who listens to the agenda hears one item at a time and cannot see at a glance which time is wrong.",
        "Den som lyssnar på dagordningen hör en punkt i taget och ser inte med en blick vilken tid som är fel.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Correct the time, or write which items go on at the same time.",
            "Rätta tiden, eller skriv vilka punkter som pågår samtidigt.",
        ),
    ),
    messages={
        "falls": Text(
            "“{row}” begins at {begins}, before the item above it.",
            "”{row}” börjar {begins}, före punkten ovanför.",
        ),
        "after-end": Text(
            "“{row}” goes on until {ends}, and the meeting ends at {end}.",
            "”{row}” pågår till {ends}, och mötet slutar {end}.",
        ),
        "before-start": Text(
            "Is it right that the agenda begins at {begins}, and the meeting at {start}?",
            "Stämmer det att dagordningen börjar {begins} och mötet {start}?",
        ),
        "wrong-start": Text(
            "The agenda begins at {begins}, and the meeting at {start}.",
            "Dagordningen börjar {begins}, och mötet {start}.",
        ),
        "parallel": Text(
            "“{row}” begins at {begins}, before the item above it has ended. Do they go on at the same time?",
            "”{row}” börjar {begins}, innan punkten ovanför har slutat. Pågår de samtidigt?",
        ),
        "overlaps": Text(
            "“{row}” begins at {begins}, before the item above it has ended.",
            "”{row}” börjar {begins}, innan punkten ovanför har slutat.",
        ),
    },
)
def agenda_order(agenda: Agenda) -> Outcome:
    """Times rise, do not overlap, and lie within the meeting."""
    above: Span | None = None
    for span in agenda.spans:
        if above is not None and span.begins < above.begins:
            return failed("falls", row=span.words, begins=clock(span.begins))
        if above is not None and span.begins < above.ends:
            no = failed("overlaps", row=span.words, begins=clock(span.begins))
            return ask("parallel", row=span.words, begins=clock(span.begins), yes=passed(), no=no)
        above = span
    start, end = agenda.meeting_begins, agenda.meeting_ends
    if start is None or end is None or end < start or agenda.spans[0].begins < OFFICE_OPENS:
        return passed()
    # The room opens before the meeting.
    early = {each.statement.quote for each in agenda.call.said("early")}
    first = next((span for span in agenda.spans if span.words not in early), agenda.spans[0])
    last = agenda.spans[-1]
    if max(last.begins, last.ends) > end:
        return failed("after-end", row=last.words, ends=clock(max(last.begins, last.ends)), end=clock(end))
    if first.begins < start:
        at = {"begins": clock(first.begins), "start": clock(start)}
        return ask("before-start", **at, yes=passed(), no=failed("wrong-start", **at))
    return passed()


def longest_stretch(agenda: Agenda, break_at_least: int = 1) -> Span:
    """The longest time without a break of that many minutes."""
    first, last = agenda.spans[0], agenda.spans[-1]
    since = max(first.begins, min(agenda.meeting_begins or 0, last.begins))
    longest = Span(since, since, "")
    for span in agenda.spans:
        if span.is_break and span.minutes >= break_at_least:
            longest = max(longest, Span(since, span.begins, ""), key=lambda each: each.minutes)
            since = span.ends
    return max(longest, Span(since, max(last.ends, last.begins), ""), key=lambda each: each.minutes)


@rule(
    document=Meeting,
    each=agendas_to_follow,
    title=Text("There is a break at least every 90 minutes", "Det finns paus minst var 90:e minut"),
    why=Text(
        "To follow an interpreter, captions or a screen reader takes more strength than to listen; without "
        "breaks people "
        "fall away.",
        "Att följa tolk, textning eller skärmläsare kräver mer kraft än att lyssna; utan pauser faller "
        "deltagare ifrån.",
    ),
    who=(People.DEAF, People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Put breaks into the agenda, each as an item with its time.",
            "Lägg in pauser i dagordningen, var och en som en punkt med tid.",
        ),
        paste=Text(
            "Agenda\n13:00 Welcome\n13:10 …\n14:00 Break\n14:15 Questions and discussion\n15:00 End",
            "Dagordning\n13.00 Välkomna\n13.10 …\n14.00 Paus\n14.15 Frågor och samtal\n15.00 Slut",
        ),
    ),
    messages={
        "long": Text(
            "There is no break for {minutes} minutes, at most {limit} is recommended.",
            "Det är {minutes} minuter utan paus, högst {limit} rekommenderas.",
        ),
        "in-prose": Text(
            "Is there a break at least every {limit} minutes? It says “{quote}”.",
            "Blir det paus minst var {limit}:e minut? Det står ”{quote}”.",
        ),
    },
)
def break_every_90(agenda: Agenda, *, minutes: int = 90) -> Outcome:
    """No stretch of the agenda without a break is over ``minutes``.

    90 minutes: SALTO Inclusion and Diversity, on digital activities. The Swedish adult education association ABF has
    “ungefär 45 minuter”.
    """
    stretch = longest_stretch(agenda)
    if stretch.minutes <= minutes:
        return passed()
    no = failed("long", minutes=stretch.minutes, limit=minutes)
    in_prose = [
        each.statement.quote
        for each in agenda.call.said("break")
        if each.document in agenda.call.documents
        and each.statement.how != "denied"
        and each.statement.quote not in dict(agenda.rows)
    ]
    return ask("in-prose", quote=in_prose[0], limit=minutes, yes=passed(), no=no) if in_prose else no


@rule(
    document=Meeting,
    each=agendas_with_breaks,
    title=Text("Breaks are long enough", "Pauserna är tillräckligt långa"),
    why=Text(
        "Five minutes is not enough for who needs help to move, or whose eyes and hands have to rest.",
        "Fem minuter räcker inte för den som behöver hjälp att röra sig, eller vars ögon och händer måste vila.",
    ),
    who=(People.EVERYONE,),
    fix=Fix(
        Text(
            "Make at least one break 15 minutes, or 10 in a meeting of at most two hours.",
            "Gör minst en paus 15 minuter, eller 10 i ett möte på högst två timmar.",
        ),
        paste=Text(
            "Agenda\n13:00 Welcome\n13:10 …\n14:00 Break\n14:15 Questions and discussion\n15:00 End",
            "Dagordning\n13.00 Välkomna\n13.10 …\n14.00 Paus\n14.15 Frågor och samtal\n15.00 Slut",
        ),
    ),
    messages={
        "short": Text(
            "The longest break is {minutes} minutes, at least {least} is needed.",
            "Den längsta pausen är {minutes} minuter, minst {least} behövs.",
        ),
    },
)
def break_length(agenda: Agenda, *, minutes: int = 10, minutes_in_long: int = 15, long: int = 120) -> Outcome:
    """The longest break is of ``minutes``, or of ``minutes_in_long`` in a meeting of more than ``long`` minutes.

    Short breaks besides are good. 15 minutes: SALTO Inclusion and Diversity; less in short meetings is our own.
    """
    longest = max(span.minutes for span in agenda.spans if span.is_break)
    whole = agenda.spans[-1].ends - agenda.spans[0].begins
    least = minutes_in_long if whole > long else minutes
    return passed() if longest >= least else failed("short", minutes=longest, least=least)


@rule(
    document=Meeting,
    each=days_at_a_distance,
    title=Text("The meeting is not too long for a screen", "Mötet är inte för långt för en skärm"),
    why=Text(
        "A day before a screen shuts out those who tire, have pain, or follow an interpreter.",
        "En hel dag framför skärmen stänger ute den som tröttnar, har ont eller följer en tolk.",
    ),
    who=(People.DEAF, People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Divide the meeting over several days, or put in a break for a meal and end earlier.",
            "Dela upp mötet på flera dagar, eller lägg in en måltidspaus och sluta tidigare.",
        ),
    ),
    messages={
        "day": Text(
            "The meeting takes {hours} hours besides breaks for meals, at most {limit} is recommended.",
            "Mötet är {hours} timmar utöver måltidspauser, högst {limit} rekommenderas.",
        ),
        "no-meal": Text(
            "There are {hours} hours without a break for a meal, at most {limit} is recommended.",
            "Det är {hours} timmar utan måltidspaus, högst {limit} rekommenderas.",
        ),
    },
)
def not_too_long(
    call: Call, *, hours: int = 6, hours_without_meal: int = 3, meal_minutes: int = 45
) -> Outcome:
    """The day has at most ``hours``, breaks for meals left out, and ``hours_without_meal`` before one of those.

    “Viktigt att mötet inte drar ut på tiden” (Myndigheten för delaktighet); the figures are our own.
    """
    agenda = best_agenda(call)
    if agenda is not None and not says_when(agenda):
        agenda = None
    meals = _meals(agenda, meal_minutes) if agenda else 0
    at_work = length(call) - meals
    if at_work > hours * 60:
        return failed("day", hours=at_work / 60, limit=hours)
    stretch = longest_stretch(agenda, meal_minutes).minutes if agenda else 0
    if stretch > hours_without_meal * 60:
        return failed("no-meal", hours=stretch / 60, limit=hours_without_meal)
    return passed()


def _meals(agenda: Agenda, at_least: int) -> int:
    return sum(span.minutes for span in agenda.spans if span.is_break and span.minutes >= at_least)


def that_say_what_happens(meeting: Meeting) -> Iterator[Call]:
    """Calls with an agenda, in rows or in prose, and those that speak of questions: of an agenda that is missing,
    meeting-agenda-present tells."""
    for call in meeting.understood_calls():
        told = call.how("agenda") in ("stated", "unsure") or has_agenda_document(call)
        if told or call.how("questions") or (call.is_broadcast and call.states("speaking")):
            yield call


@rule(
    document=Meeting,
    each=that_say_what_happens,
    title=Text("There is time for questions", "Det finns tid för frågor"),
    why=Text(
        "Where no time is set aside, those speak who are quick, and never who writes, is interpreted or needs "
        "to think.",
        "Där ingen tid är avsatt talar de som är snabba, och aldrig den som skriver, tolkas eller behöver tänka efter.",
    ),
    who=(People.DEAF, People.READING, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Put questions or discussion into the agenda as an item with its time.",
            "Lägg in frågor eller samtal i dagordningen som en punkt med tid.",
        ),
        paste=Text(
            "There will be time for questions at ….",
            "Det finns tid för frågor kl. ….",
        ),
    ),
    messages={
        "missing": Text(
            "No time is set aside for questions or discussion.",
            "Ingen tid är avsatt för frågor eller samtal.",
        ),
        "denied": Text(
            "There is no time for questions: “{quote}”.", "Det finns ingen tid för frågor: ”{quote}”."
        ),
        "watched": Text(
            "Are questions that are sent in answered during the broadcast? It says “{quote}”.",
            "Besvaras frågor som skickas in under sändningen? Det står ”{quote}”.",
        ),
    },
)
def time_for_questions(call: Call) -> Outcome:
    """An item of the agenda, or a sentence, sets time aside; of a broadcast a person knows whether questions are
    answered."""
    how = call.how("questions")
    if call.states("questions"):
        return passed()
    if how == "denied":
        return failed("denied", quote=call.first(how, "questions"))
    if call.is_broadcast and call.states("speaking"):
        return ask("watched", quote=call.first("stated", "speaking"), yes=passed(), no=failed("missing"))
    return failed("missing")


def examples() -> dict[str, dict[str, Meeting]]:
    from a11ycheck.documents.facts import Statement

    online = Statement("attendance", "stated", value="online")

    def lasting(time: str, *more: Statement) -> Meeting:
        return Meeting.of(online, Statement("time", "stated", time, f"2026-05-24T{time}"), *more)

    def agenda(*rows: str, time: str = "13:00/15:00", pauses: str = "Paus") -> Meeting:
        items = [Statement("agenda-item", "stated", row, row.partition(" ")[0].strip("-")) for row in rows]
        breaks = [each._replace(topic="break") for each in items if pauses in each.quote]
        stated = Statement("agenda", "stated", rows[0], f"rows:{len(rows)}")
        return lasting(time, stated, *items, *breaks)

    def said(how: str, quote: str, value: str = "", time: str = "13:00/15:00") -> Meeting:
        return lasting(time, Statement("agenda", how, quote, value))

    good = agenda("13:00/ Välkomna", "13:10/ Rapport", "14:00/ Paus", "14:15/ Samtal", "15:00/ Slut")
    no_rows = {"inapplicable, no agenda": lasting("13:00/15:00")}
    days = agenda("13:00/ Välkomna", "09:00/ Dag två")
    days = Meeting.of(
        *days.documents[0].facts.statements, Statement("date", "stated", value="2026-05-24/2026-05-25")
    )
    days_without = Meeting.of(Statement("date", "stated", value="2026-05-24/2026-05-25"))
    vague = Statement("break", "unsure", "Vi tar pauser vid behov.")
    no_break = agenda("13:00/ Välkomna", "13:10/ Rapport", "15:00/ Slut")
    in_prose = Meeting.of(*no_break.documents[0].facts.statements, vague)
    question = Statement("speaking", "stated", "Skriv din fråga i chatten.", "during:chat")
    broadcast = Statement("attendance", "stated", value="broadcast")
    return {
        "agenda_present": {
            "failed missing": lasting("13:00/15:00"),
            "failed names": said("unsure", "Anna Berg", "names"),
            "failed undated": said("promised-undated", "Dagordning kommer senare."),
            "cannot-tell prose": said("unsure", "Vi börjar med årets rapport.", "prose"),
            "cannot-tell elsewhere": said("promised", "Dagordningen är bifogad.", "attached"),
            "passed": good,
            "passed, on a day": said("promised", "Dagordningen skickas den 10 maj.", "2026-05-10"),
            "passed, a document": said("promised", "Dagordningen är bifogad.", "attached").and_with("agenda"),
            "failed not-there": days_without,
            "failed names, nobody knows how long": Meeting.of(Statement("agenda", "unsure", "Anna", "names")),
            "inapplicable, short": lasting("13:00/14:00"),
            "inapplicable, short and told in prose": said(
                "unsure", "Vi börjar.", "prose", time="13:00/14:00"
            ),
            "inapplicable, nobody knows how long": Meeting.of(),
        },
        "agenda_has_times": {
            "failed without": agenda("- Välkomna", "- Rapport", "- Frågor"),
            "passed": good,
            "passed, minutes": agenda("/10 Välkomna", "/30 Rapport"),
            **no_rows,
        },
        "agenda_order": {
            "failed falls": agenda("13:00/ Välkomna", "13:30/ Rapport", "13:20/ Frågor"),
            "failed after-end": agenda("13:00/ Välkomna", "15:10/ Slut"),
            "cannot-tell before-start": agenda("12:30/ Kaffe", "14:00/ Rapport"),
            "cannot-tell parallel": agenda("13:00/14:00 Spår A", "13:00/14:00 Spår B"),
            "passed": good,
            "passed, after noon without saying so": agenda(
                "09:00/ Welcome", "12:30/ Talk", "01:00/ End", time="09:00/13:00"
            ),
            "inapplicable, two days": days,
            **no_rows,
        },
        "break_every_90": {
            "failed long": no_break,
            "cannot-tell in-prose": in_prose,
            "passed": good,
            "passed, minutes": agenda("/50 Rapport", "/10 Paus", "/60 Frågor"),
            **no_rows,
        },
        "break_length": {
            "failed short": agenda("13:00/ Rapport", "14:00/14:05 Paus", "14:05/15:00 Samtal"),
            "failed short, a long meeting": agenda(
                "13:00/ Rapport", "14:30/14:40 Paus", "14:40/16:00 Samtal", time="13:00/16:00"
            ),
            "passed": good,
            "inapplicable, none": no_break,
        },
        "not_too_long": {
            "failed day": lasting("09:00/17:00"),
            "failed no-meal": agenda(
                "09:00/ Rapport", "11:00/11:15 Paus", "11:15/13:00 Samtal", time="09:00/13:00"
            ),
            "passed": good,
            "passed, lunch": agenda(
                "09:00/ Rapport", "12:00/13:00 Paus", "13:00/16:00 Samtal", time="09:00/16:00"
            ),
            "inapplicable, nobody knows how long": Meeting.of(online),
        },
        "time_for_questions": {
            "failed missing": agenda("13:00/ Välkomna", "13:10/ Rapport", "15:00/ Slut"),
            "failed denied": Meeting.of(Statement("questions", "denied", "Det finns ingen tid för frågor.")),
            "cannot-tell watched": Meeting.of(broadcast, question),
            "passed": Meeting.of(Statement("questions", "stated", "Frågor och samtal", "14:15/")),
            "inapplicable, no agenda": Meeting.of(),
        },
    }
