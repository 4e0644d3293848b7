"""From the bytes of a calendar file to the model."""

from __future__ import annotations

import binascii
import datetime
import re
from base64 import b64decode
from collections import defaultdict

from a11ycheck.documents.calendar.lines import LONGEST_VALUE, Line, decoded, lines, text_of
from a11ycheck.documents.calendar.model import Alarm, AttachedLink, Calendar, Event, Time
from a11ycheck.documents.facts import Contact, Found
from a11ycheck.documents.markup.model import Markup
from a11ycheck.documents.markup.read import read_markup
from a11ycheck.outcome import Where, anchor
from a11ycheck.trouble import CouldNotCheck

MOST_EVENTS = 5_000
"""Events that are read; what has more is a whole calendar and no invitation, and the model says what was left."""
MOST_OF_A_PROPERTY = 200
MOST_ATTACHED = 40_000_000
"""Bytes of attached data, decoded."""
KEPT = frozenset(
    "SUMMARY DESCRIPTION LOCATION URL X-ALT-DESC STYLED-DESCRIPTION DTSTART DTEND DURATION CONFERENCE ORGANIZER "
    "ATTENDEE "
    "CONTACT ATTACH RRULE RDATE RECURRENCE-ID STATUS DTSTAMP".split()
)
TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|u|ul|ol|li|html|body|strong|em|h[1-6]|table|tr|td|font)\b[^<>]{0,500}>", re.I
)
STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?")
DURATION = re.compile(
    r"[+-]?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:\d{1,6}S)?)?", re.ASCII
)
SUFFIXES = {
    "application/pdf": "pdf",
    "application/msword": "doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "text/html": "html",
}


def open_calendar(data: bytes) -> Calendar:
    """Open a calendar file. Raises ``CouldNotCheck`` for what holds no event, such as an answer that one is busy."""
    reader = _Reader()
    for line in lines(decoded(data)):
        if not reader.take(line):
            break
    reader.end_event()  # a file that is cut off ends within one
    if not reader.events:
        raise CouldNotCheck(
            "no-event" if reader.components else "not-what-it-says", " ".join(reader.components)
        )
    return reader.calendar()


class _Reader:
    """Takes the lines one by one; what stands in a component within an event is kept apart from the event's own."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.components: dict[str, None] = {}
        """What the file holds, by name: VEVENT, VTIMEZONE, VTODO, ..."""
        self._open: list[str] = []
        self._zones: set[str] = set()
        self._about: dict[str, str] = {}
        self._properties: defaultdict[str, list[Line]] = defaultdict(list)
        self._alarms: list[Alarm] = []
        self._found: list[Found] = []
        self._room = MOST_ATTACHED
        self._not_read = ""

    def take(self, line: Line) -> bool:
        """Take a line; false when no more will be read."""
        if line.name == "BEGIN":
            if len(self._open) > 50:
                self._not_read = "components nested beyond a limit"
                return False
            component = line.value.strip().upper()
            if component == "VEVENT":
                self.end_event()  # one that does not end ends where the next begins
                self._open = self._open[:1]
            self._open.append(component)
            if len(self.components) < 10:
                self.components[component[:20]] = None
            return True
        if line.name == "END":
            return self._end(line.value.strip().upper())
        within = self._open[-1] if self._open else ""
        if within == "VEVENT":
            self._keep(line)
        elif within == "VALARM" and line.name == "ACTION" and "VEVENT" in self._open:
            self._alarms.append(Alarm(line.value.strip().upper()[:40]))
        elif within == "VTIMEZONE" and line.name == "TZID":
            self._zones.add(line.value.strip())
        elif within == "VCALENDAR" and line.name in ("METHOD", "X-WR-CALNAME", "PRODID"):
            self._about[line.name] = text_of(line).strip()[:1_000]
        return True

    def _keep(self, line: Line) -> None:
        if line.name in KEPT or line.name.startswith("X-"):
            kept = self._properties[line.name]
            if len(kept) < MOST_OF_A_PROPERTY or line.name == "ATTENDEE":
                kept.append(line)
            if len(line.value) > LONGEST_VALUE and line.name != "ATTACH":
                self._not_read = f"{line.name} beyond a limit"

    def _end(self, component: str) -> bool:
        if component not in self._open:
            return True
        if component in ("VEVENT", "VCALENDAR"):
            self.end_event()
        while self._open and self._open.pop() != component:
            pass
        if len(self.events) >= MOST_EVENTS:
            self._not_read = f"events after the first {MOST_EVENTS}"
            return False
        return True

    def end_event(self) -> None:
        if "VEVENT" not in self._open:
            return
        properties, self._properties = self._properties, defaultdict(list)
        alarms, self._alarms = tuple(self._alarms[:MOST_OF_A_PROPERTY]), []
        self.events.append(self._event(properties, alarms))

    def _event(self, properties: defaultdict[str, list[Line]], alarms: tuple[Alarm, ...]) -> Event:
        summary = " ".join(_text(properties, "SUMMARY").split())
        description = _text(properties, "DESCRIPTION")
        where = Where(
            (("event", summary[:60] or len(self.events) + 1),), anchor("event", summary, description)
        )
        attendees = properties["ATTENDEE"]
        start = _time(properties["DTSTART"])
        languages = tuple(
            (name, language)
            for name in ("SUMMARY", "DESCRIPTION", "LOCATION")
            for line in properties[name][:1]
            if (language := line.parameters.get("LANGUAGE", "").strip()[:60])
        )
        return Event(
            where,
            summary,
            description,
            _text(properties, "LOCATION"),
            _text(properties, "URL").strip(),
            _html(properties, where),
            read_markup(description, where.steps) if TAG.search(description) else None,
            languages,
            start,
            _time(properties["DTEND"]) or _later(start, properties["DURATION"]),
            tuple(line.value.strip()[:2_000] for line in properties["CONFERENCE"] if ":" in line.value),
            tuple(_vendor_links(properties)),
            _organizer(properties),
            tuple(text_of(line) for line in properties["CONTACT"]),
            len(attendees),
            any(line.parameters.get("RSVP", "").upper() == "TRUE" for line in attendees),
            alarms,
            tuple(self._attached(properties["ATTACH"])),
            bool(properties["RRULE"] or properties["RDATE"]),
            bool(properties["RECURRENCE-ID"]),
            _text(properties, "STATUS").strip().upper() == "CANCELLED",
            ((stamp := _time(properties["DTSTAMP"])) and stamp.iso[:10]) or "",
        )

    def _attached(self, attached: list[Line]) -> list[AttachedLink]:
        """The addresses; data that stand in the file itself are found inside it."""
        links = []
        for line in attached:
            name = (
                line.parameters.get("FILENAME")
                or line.parameters.get("X-FILENAME")
                or line.parameters.get("X-ORACLE-FILENAME", "")
            )
            if line.parameters.get("ENCODING", "").upper() not in ("BASE64", "B"):
                links.append(AttachedLink(line.value.strip()[:2_000], name[:200]))
                continue
            self._room -= len(line.value) * 3 // 4
            if self._room < 0:
                self._not_read = "attachments beyond a limit"
                break
            try:
                data = b64decode(line.value)
            except (binascii.Error, ValueError):
                self._not_read = "an attachment"
                continue
            suffix = SUFFIXES.get(line.parameters.get("FMTTYPE", "").lower(), "bin")
            name = name.replace("\\", "/").rpartition("/")[2]
            self._found.append(Found(name[:200] or f"attachment-{len(self._found) + 1}.{suffix}", data))
        return links

    def calendar(self) -> Calendar:
        return Calendar(
            tuple(self.events),
            self._about.get("METHOD", "").upper(),
            self._about.get("X-WR-CALNAME", ""),
            frozenset(self._zones),
            "outlook" if "Outlook" in self._about.get("PRODID", "") else "",
            tuple(self._found),
            not_read=self._not_read,
        )


def _text(properties: defaultdict[str, list[Line]], name: str) -> str:
    return text_of(properties[name][0]) if properties[name] else ""


def _html(properties: defaultdict[str, list[Line]], where: Where) -> Markup | None:
    for line in (*properties["STYLED-DESCRIPTION"], *properties["X-ALT-DESC"]):
        html = text_of(line)
        if html.strip() and (line.parameters.get("FMTTYPE", "text/html").lower() == "text/html"):
            return read_markup(html, where.steps)
    return None


def _time(found: list[Line]) -> Time | None:
    """The time of a property's first line; None where it is not there or cannot be read."""
    for line in found[:1]:
        match = STAMP.match(line.value.strip())
        if match is None:
            return None
        year, month, day, hour, minute, _, utc = match.groups()
        try:
            moment = datetime.datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0))
        except ValueError:
            return None
        if hour is None:
            return Time(moment.date().isoformat())
        zone = "UTC" if utc else line.parameters.get("TZID", "").strip()[:200]
        return Time(moment.isoformat(timespec="minutes"), zone)
    return None


def _later(start: Time | None, durations: list[Line]) -> Time | None:
    match = DURATION.fullmatch(durations[0].value.strip()) if durations else None
    if match is None or start is None:
        return None
    weeks, days, hours, minutes = (int(each or 0) for each in match.groups())
    try:
        moment = datetime.datetime.fromisoformat(start.iso) + datetime.timedelta(
            weeks=weeks, days=days, hours=hours, minutes=minutes
        )
    except OverflowError:
        return None
    return Time(
        moment.date().isoformat() if start.is_date else moment.isoformat(timespec="minutes"), start.zone
    )


def _vendor_links(properties: defaultdict[str, list[Line]]) -> list[tuple[str, str]]:
    """The addresses in fields of the makers' own, such as X-GOOGLE-CONFERENCE."""
    return [
        (name, line.value.strip()[:2_000])
        for name, found in properties.items()
        if name.startswith("X-") and name != "X-ALT-DESC"
        for line in found[:5]
        if line.value.strip()[:8].lower().startswith(("https://", "http://"))
    ]


def _organizer(properties: defaultdict[str, list[Line]]) -> Contact | None:
    for line in properties["ORGANIZER"]:
        address = line.value.strip()
        if address[:7].lower() == "mailto:":
            address = address[7:]
        return Contact(line.parameters.get("CN", "")[:200], address[:300])
    return None
