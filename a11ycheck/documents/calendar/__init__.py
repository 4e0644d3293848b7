"""Calendar files: iCalendar (RFC 5545), and vCalendar 1.0 before it."""

from __future__ import annotations

from a11ycheck.documents.kind import Kind
from a11ycheck.outcome import Text

BEGINNING = b"BEGIN:VCALENDAR"


def looks_like_calendar(beginning: bytes) -> bool:
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        beginning = beginning.replace(b"\0", b"")[2:]
    return beginning.removeprefix(b"\xef\xbb\xbf").lstrip()[: len(BEGINNING)].upper() == BEGINNING


KIND = Kind(
    name="calendar",
    title=Text("calendar file", "kalenderfil"),
    suffixes=(".ics", ".vcs", ".ical", ".icalendar"),
    signature=looks_like_calendar,
    opener="a11ycheck.documents.calendar.open:open_calendar",
    answers_itself=frozenset({"content-title", "content-language"}),
)
