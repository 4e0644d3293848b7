"""The day of the meeting is written so that nobody comes on another.

No clause asks for it; so these rules meet none. Sources: the checklist of the Swedish agency for participation (MFD)
has date and time; webbriktlinjer.se, guideline 66, has “always give the year”.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.facts import Statement, When
from a11ycheck.documents.meeting.model import (
    ADDING,
    Call,
    Meeting,
    MeetingDocument,
    Said,
    days_told,
    tells_what_holds,
)

WEEKDAYS = (
    ("Monday", "måndag"),
    ("Tuesday", "tisdag"),
    ("Wednesday", "onsdag"),
    ("Thursday", "torsdag"),
    ("Friday", "fredag"),
    ("Saturday", "lördag"),
    ("Sunday", "söndag"),
)
FARTHEST = 11
"""Years from the one that is written in which the weekday is looked for: each day has all weekdays in that time, but
for 29 February."""


@rule(
    document=Meeting,
    each=Meeting.understood_calls,
    title=Text("The date of the meeting is written out", "Mötets datum står utskrivet"),
    why=Text(
        "Without a date nobody can plan, book an interpreter or a ride, or come.",
        "Utan datum kan ingen planera, boka tolk eller färdtjänst, eller komma.",
    ),
    who=(People.EVERYONE,),
    fix=Fix(
        Text(
            "Write the date with weekday and year in the invitation, as text.",
            "Skriv datum med veckodag och årtal i inbjudan, som text.",
        ),
        paste=Text("Date: …", "Datum: …"),
    ),
    messages={
        "missing": Text(
            "No document says which day the meeting is.", "Inget dokument säger vilken dag mötet är."
        ),
        "new": Text(
            "The documents say that the meeting is changed, and give one date, {date}. Is it the new one?",
            "Dokumenten säger att mötet är ändrat, och har ett enda datum, {date}. Är det det nya?",
        ),
        "old": Text(
            "The meeting is changed, and the documents give only the old date, {date}.",
            "Mötet är ändrat, och dokumenten har bara det gamla datumet, {date}.",
        ),
    },
)
def date_present(call: Call) -> Outcome:
    """Some document gives a day; and of a meeting that is changed, the new one."""
    days = {
        each.statement.value for each in call.said("date") if each.statement in days_told(each.document.facts)
    }
    days |= {when.start[:10] for when in _in_calendars(call)}
    if not days:
        return failed("missing")
    changed = [each for each in call.said("change") if each.statement.value != "cancelled"]
    date = next(iter(days))
    if changed and len(days) == 1 and not any(tells_what_holds(each.statement.quote) for each in changed):
        return ask("new", date=date, yes=passed(), no=failed("old", date=date))
    return passed()


def _in_calendars(call: Call) -> Iterator[When]:
    """Times of calendar entries; those of a mail have years that nobody wrote."""
    for document in call.documents:
        if document.kind == "calendar":
            yield from document.facts.times


@dataclass(frozen=True, slots=True)
class WithoutYear:
    """The first date of a document that has no year there, nor anywhere else. ``heading`` is one that has a year;
    ``count`` is 0 where all dates have their years."""

    where: Where
    written: str = ""
    count: int = 0
    heading: str = ""


def dated(meeting: Meeting) -> Iterator[WithoutYear]:
    """Each document that calls and gives the date; after the meeting as well, since it is then that it is looked up."""
    for call in (*meeting.calls(), *meeting.followed_up()):
        known = {
            day[5:]
            for each in call.said("date")
            for day in each.statement.value.split("/")
            if not day.startswith("-")
        }
        known |= {when.start[5:10] for when in _in_calendars(call)}
        for document in call.documents:
            dates = days_told(document.facts)
            if not dates:
                continue
            bare = [each for each in dates if each.value[:2] == "--" and each.value[2:7] not in known]
            if not bare:
                yield WithoutYear(Said(dates[0], document).where)
                continue
            headings = (document.facts.title, *(text for _, text in document.facts.outline))
            heading = next((each for each in headings if _has_year(each)), "")
            count = len({each.value for each in bare})
            yield WithoutYear(Said(bare[0], document).where, bare[0].quote, count, heading)


def _has_year(text: str) -> bool:
    return any(len(word) == 4 and word.isdecimal() and word[:2] == "20" for word in text.split())


@rule(
    document=Meeting,
    each=dated,
    title=Text("The date has its year", "Datumet har årtal"),
    why=Text(
        "Invitations stay on the web and in mailboxes; without a year nobody knows whether the meeting is past.",
        "Inbjudningar ligger kvar på webben och i mejlkorgar; utan årtal vet ingen om mötet redan har varit.",
    ),
    who=(People.READING, People.EVERYONE),
    fix=Fix(
        Text("Write the year after each date of the meeting.", "Skriv årtal efter varje datum för mötet."),
        paste=Text("Date: …", "Datum: …"),
    ),
    messages={
        "missing": Text(
            "“{written}” has no year. Dates without a year: {count}.",
            "”{written}” har inget årtal. Datum utan årtal: {count}.",
        ),
        "in-heading": Text(
            "“{written}” has no year; only the heading “{heading}” has one.",
            "”{written}” har inget årtal; det har bara rubriken ”{heading}”.",
        ),
    },
)
def date_has_year(date: WithoutYear) -> Outcome:
    """Each day and month that the document gives has its year, there or elsewhere in the documents."""
    if not date.count:
        return passed()
    if date.heading:
        return failed("in-heading", written=date.written, heading=date.heading)
    return failed("missing", written=date.written, count=date.count)


def _of_open_documents(meeting: Meeting, topic: str) -> Iterator[Said]:
    """What is stated in each document that is about the meeting, each value once in a document."""
    for document in meeting.documents:
        if document.facts.role not in ADDING or not document.facts.role_is_certain:
            continue
        seen: set[str] = set()
        for statement in document.facts.statements:
            if statement.topic == topic and statement.value not in seen:
                seen.add(statement.value)
                yield Said(statement, document)


@dataclass(frozen=True, slots=True)
class TwoReadings:
    """A date in figures that can be read two ways. ``elsewhere``: one of them is written without doubt elsewhere."""

    said: Said
    elsewhere: bool

    @property
    def where(self) -> Where:
        return self.said.where


def in_figures(meeting: Meeting) -> Iterator[TwoReadings]:
    for call in meeting.calls():
        known = {each.statement.value[-5:] for each in call.said("date") if each.statement.how == "stated"}
        for said in _of_open_documents(meeting, "ambiguous-date"):
            readings = said.statement.value.partition(":")[2].split("/")
            yield TwoReadings(said, len({each[-5:] for each in readings} & known) == 1)


@rule(
    document=Meeting,
    each=in_figures,
    title=Text("No date can be read two ways", "Inget datum kan läsas på två sätt"),
    why=Text(
        "03/04 is 3 April for some and 4 March for others; a screen reader reads it as one of them, or as a fraction.",
        "03/04 är 3 april för en del och 4 mars för andra; en skärmläsare läser det ena eller ett bråktal.",
    ),
    who=(People.SCREEN_READER, People.READING, People.NEW_LANGUAGE),
    fix=Fix(
        Text("Write the month as a word: “3 April 2026”.", "Skriv månaden som ett ord: ”3 april 2026”."),
        paste=Text("Date: …", "Datum: …"),
    ),
    messages={
        "slashes": Text(
            "“{written}” has a date that can be read as {first} or as {second}.",
            "”{written}” har ett datum som kan läsas som {first} eller som {second}.",
        ),
        "dots": Text(
            "Do all participants read the date in “{written}” as {first}, and nobody as {second}?",
            "Läser alla deltagare datumet i ”{written}” som {first}, och ingen som {second}?",
        ),
        "two-ways": Text(
            "Some read the date in “{written}” as {second}.",
            "Några läser datumet i ”{written}” som {second}.",
        ),
    },
)
def date_unambiguous(date: TwoReadings) -> Outcome:
    """With slashes it can; with dots, as in Finland, a person knows whether the participants are used to it."""
    form, _, readings = date.said.statement.value.partition(":")
    first, _, second = readings.partition("/")
    data = {"written": date.said.statement.quote, "first": first, "second": second}
    if form == "slashes":
        return failed("slashes", **data)
    if date.elsewhere:
        return passed()
    return ask("dots", **data, yes=passed(), no=failed("two-ways", written=data["written"], second=second))


@dataclass(frozen=True, slots=True)
class OnWeekday:
    """A date and the weekday beside it, 1 for Monday. ``days`` are the date in the years that it may be meant in."""

    said: Said
    weekday: int
    days: tuple[datetime.date, ...]

    @property
    def where(self) -> Where:
        return self.said.where


def on_weekdays(meeting: Meeting) -> Iterator[OnWeekday]:
    """Dates with a weekday; without a year where the meeting's is known."""
    for _ in meeting.calls():
        for said in _of_open_documents(meeting, "weekday"):
            date, _, weekday = said.statement.value.partition("/")
            # A deadline may be in the year before the meeting's.
            years = (date[:4],) if date[:1] != "-" else _years(meeting)
            days = tuple(day for year in years if (day := _in_year(date[-5:], year)))
            if days and weekday.isdecimal() and 1 <= int(weekday) <= 7:
                yield OnWeekday(said, int(weekday), days)


def _years(meeting: Meeting) -> tuple[str, ...]:
    return (str(meeting.day.year), str(meeting.day.year - 1)) if meeting.day else ()


def _in_year(month_and_day: str, year: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(f"{year}-{month_and_day}")
    except ValueError:
        return None


@rule(
    document=Meeting,
    each=on_weekdays,
    title=Text("The weekday is that of the date", "Veckodagen stämmer med datumet"),
    why=Text(
        "When weekday and date do not fit, one half of the participants comes on the wrong day.",
        "När veckodag och datum inte stämmer kommer hälften av deltagarna på fel dag.",
    ),
    who=(People.READING, People.EVERYONE),
    fix=Fix(
        Text(
            "Find out which is right, weekday or date, and change the other, in all documents.",
            "Ta reda på vad som är rätt, veckodagen eller datumet, och ändra det andra, i alla dokument.",
        ),
    ),
    messages={
        f"is-{number}": Text(
            f"“{{written}}”: {{date}} is a {en}. The weekday that is written fits {{year}}.",
            f"”{{written}}”: {{date}} är en {sv}. Veckodagen som står där stämmer för år {{year}}.",
        )
        for number, (en, sv) in enumerate(WEEKDAYS, 1)
    },
)
def weekday_matches_date(date: OnWeekday) -> Outcome:
    """It is, as the calendar has it."""
    if any(day.isoweekday() == date.weekday for day in date.days):
        return passed()
    day = date.days[0]
    near = sorted(range(day.year - FARTHEST, day.year + FARTHEST + 1), key=lambda year: abs(year - day.year))
    fits = (
        year
        for year in near
        if (other := _in_year(day.isoformat()[5:], str(year))) and other.isoweekday() == date.weekday
    )
    year = next(fits, None)
    return failed(
        f"is-{day.isoweekday()}",
        written=date.said.statement.quote,
        date=day.isoformat(),
        year=str(year) if year is not None else "…",
    )


def examples() -> dict[str, dict[str, Meeting]]:
    def stated(topic: str, quote: str, value: str, how: str = "stated") -> Statement:
        return Statement(topic, how, quote, value)

    date = stated("date", "24 maj 2026", "2026-05-24")
    bare = stated("date", "Vi ses den 24 maj.", "--05-24")
    over = stated("past-event", "Vi samlades den 24 maj.", "")
    comes = stated("joining", "Länken kommer den 20 maj.", "--05-20", "promised")
    changed = stated("change", "Obs! Mötet är flyttat.", "")
    ambiguous = stated("date", "03/04/2026", "2026-04-03", "unsure")
    slashes = stated("ambiguous-date", "Vi ses 03/04/2026.", "slashes:2026-04-03/2026-03-04")
    dots = stated("ambiguous-date", "Vi ses 5.6. kl. 13.", "dots:--06-05/--05-06")
    bare_meeting = Meeting.of(bare)
    headed = replace(
        bare_meeting.documents[0], facts=replace(bare_meeting.documents[0].facts, title="Årsmöte 2026")
    )

    def weekday(day: int, weekday: int) -> Meeting:
        return Meeting.of(date, stated("weekday", f"Dagen är den {day} maj 2026", f"2026-05-{day}/{weekday}"))

    brochure = MeetingDocument("råd.pdf", "pdf", replace(headed.facts, role="brochure"))
    return {
        "date_present": {
            "failed missing": Meeting.of(stated("time", "kl. 13–15", "T13:00/15:00")),
            "failed missing, only the day on which the link comes": Meeting.of(
                comes, comes._replace(topic="date", how="stated")
            ),
            "cannot-tell new": Meeting.of(date, changed),
            "cannot-tell new, only the old one": Meeting.of(
                date, stated("change", "Vi skjuter upp mötet den 24 maj 2026.", "")
            ),
            "passed": Meeting.of(date),
            "passed, moved to it": Meeting.of(date, stated("change", "Flyttat till den 24 maj 2026", "")),
            "passed, can be read two ways": Meeting.of(ambiguous),
            "inapplicable, advice": Meeting((brochure,)),
        },
        "date_has_year": {
            "failed missing": bare_meeting,
            "failed in-heading": replace(bare_meeting, documents=(headed,)),
            "passed": Meeting.of(date),
            "failed missing, of one that is over": Meeting.of(bare, over, role="event-page"),
            "passed, the year stands elsewhere": Meeting.of(bare, date),
            "passed, a day on which the link comes": Meeting.of(
                date, comes, comes._replace(topic="date", how="stated")
            ),
            "inapplicable, no date": Meeting.of(),
        },
        "date_unambiguous": {
            "failed slashes": Meeting.of(ambiguous, slashes),
            "cannot-tell dots": Meeting.of(dots),
            "passed, written out elsewhere": Meeting.of(stated("date", "5 juni 2026", "2026-06-05"), dots),
            "inapplicable": Meeting.of(date),
        },
        "weekday_matches_date": {
            # 18 May 2026 is a Monday.
            **{f"failed is-{number}": weekday(17 + number, number % 7 + 1) for number in range(1, 8)},
            "passed": weekday(24, 7),
            "passed, without a year": Meeting.of(date, stated("weekday", "fredag 15 maj", "--05-15/5")),
            "inapplicable, no year is known": Meeting.of(stated("weekday", "fredag 15 maj", "--05-15/5")),
        },
    }
