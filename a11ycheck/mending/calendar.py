"""Calendar files: a plain description where there is only HTML, and the time zones that events name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from a11ycheck.documents.calendar.lines import LONGEST_VALUE, Line, decoded, lines, text_of
from a11ycheck.documents.calendar.model import Calendar
from a11ycheck.documents.calendar.open import MOST_EVENTS, TAG, open_calendar
from a11ycheck.documents.content import Block, Heading, Link, ListItem, Paragraph, Table
from a11ycheck.documents.markup.read import LONGEST_TEXT, read_markup
from a11ycheck.mending import CannotMend, Note, Plan, Splice, Wishes, applied
from a11ycheck.mending.time_zones import is_known_zone, vtimezone
from a11ycheck.trouble import CouldNotCheck

PHYSICAL = re.compile(rb"[^\r\n]*+(?:\r\n|\r|\n)|[^\r\n]++\Z")
BREAK = re.compile(r"<br\b[^<>]{0,200}>", re.IGNORECASE)
BLOCK = re.compile(r"<(?:br|p|div|li|tr|h[1-6])\b", re.IGNORECASE)
HTML = ("STYLED-DESCRIPTION", "X-ALT-DESC")
LONGEST_LINE = 75
"""Bytes, after which a line is folded (RFC 5545, 3.1)."""
MOST_ZONES = 50
YEARS = range(1971, 2101)


class _Placed(NamedTuple):
    """A property, and its bytes with the line break."""

    line: Line
    start: int
    end: int


def plan_calendar(data: bytes, wishes: Wishes) -> Plan:
    """Work out what to mend. Raises ``CannotMend``, or ``CouldNotCheck`` where the file cannot be opened."""
    before = open_calendar(data)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CannotMend("encoding")
    reader = _Reader(data)
    reader.read()
    if reader.version.strip() not in ("2.0", ""):
        raise CannotMend("calendar-version", reader.version.strip()[:20])
    if wishes.title or wishes.language:
        reader.left.append(Note("not-for-calendars", {}))
    reader.add_zones(before)
    if reader.described:
        reader.mended.append(Note("descriptions", {"count": reader.described}))
    if reader.undescribed:
        reader.left.append(Note("descriptions-left", {"count": reader.undescribed}))
    if not reader.mended:
        return Plan(left=tuple(reader.left))
    _prove(before, data, reader.splices)
    return Plan(tuple(reader.splices), tuple(reader.mended), tuple(reader.left))


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self.splices: list[Splice] = []
        self.mended: list[Note] = []
        self.left: list[Note] = []
        self.described = self.undescribed = 0
        self.version = ""
        self._first_component = -1
        self._zones: dict[str, int] = {}
        self._break = "\r\n" if b"\r\n" in data[:10_000] else "\n"
        try:
            data.decode("utf-8-sig")
            self._encoding = "utf-8"
        except UnicodeDecodeError:
            self._encoding = "cp1252"

    def read(self) -> None:
        """Go through the file once, and mend each event's description."""
        open_: list[str] = []
        event: dict[str, _Placed] = {}
        events = 0
        for placed in _logical(self._data):
            line = placed.line
            if line.name == "BEGIN":
                open_.append(line.value.strip().upper())
                if len(open_) == 2 and self._first_component < 0:
                    self._first_component = placed.start
                if len(open_) > 50 or events > MOST_EVENTS:
                    return
            elif line.name == "END":
                if open_ and open_.pop() == "VEVENT":
                    events += 1
                    self._describe(event)
                    event = {}
            elif open_ == ["VCALENDAR"] and line.name == "VERSION":
                self.version = line.value
            elif open_ == ["VCALENDAR", "VEVENT"]:
                event.setdefault(line.name, placed)
                self._note_zone(line)

    def _note_zone(self, line: Line) -> None:
        zone = line.parameters.get("TZID", "").strip()
        year = line.value.strip()[:4]
        if (
            zone
            and year.isdecimal()
            and int(year) in YEARS
            and (zone in self._zones or len(self._zones) < MOST_ZONES)
        ):
            self._zones[zone] = min(self._zones.get(zone, 9999), int(year))

    def _describe(self, event: dict[str, _Placed]) -> None:
        plain = event.get("DESCRIPTION")
        html = next((event[name] for name in HTML if name in event and _is_html(event[name].line)), None)
        said = text_of(plain.line) if plain else ""
        if plain and said.strip():
            if TAG.search(said):
                self._replace_html(plain, said, keep=html is None)
            return
        if html is None:
            return
        text = plain_text(text_of(html.line)) if len(html.line.value) < LONGEST_VALUE else None
        if text is None:
            self.undescribed += 1
        elif text:
            at, length = (plain.start, plain.end - plain.start) if plain else (html.start, 0)
            self._write(at, length, [f"DESCRIPTION:{escaped(text)}"])

    def _replace_html(self, plain: _Placed, said: str, *, keep: bool) -> None:
        """The tags go from the description; what was there stays beside it as HTML, where no other HTML is."""
        text = plain_text(said) if len(plain.line.value) < LONGEST_VALUE else None
        if not text or TAG.search(text) or plain.line.parameters.keys() - {"LANGUAGE"}:
            self.undescribed += 1
            return
        written = [f"DESCRIPTION{_language(plain.line)}:{escaped(text)}"]
        if keep:
            written.append(f"X-ALT-DESC;FMTTYPE=text/html:{escaped(said)}")
        self._write(plain.start, plain.end - plain.start, written)

    def _write(self, at: int, length: int, written: list[str]) -> None:
        try:
            new = self._folded(written)
        except UnicodeEncodeError:
            self.undescribed += 1
            return
        self.splices.append(Splice(at, length, new))
        self.described += 1

    def add_zones(self, calendar: Calendar) -> None:
        """Explain the zones that events name and the file does not, where the tz database knows them."""
        written: list[str] = []
        added: list[str] = []
        unknown: list[str] = []
        endless = any(event.repeats for event in calendar.events)
        for name, year in self._zones.items():
            if name in calendar.zones:
                continue
            explained = vtimezone(name, year, endless=endless) if is_known_zone(name) else []
            if explained:
                written += explained
                added.append(name)
            else:
                unknown.append(name[:60])
        if added and self._first_component >= 0:
            self.splices.append(Splice(self._first_component, 0, self._folded(written)))
            self.mended.append(Note("zones", {"zones": ", ".join(added)}))
        if unknown:
            self.left.append(Note("zones-unknown", {"zones": ", ".join(unknown[:10])}))

    def _folded(self, written: list[str]) -> bytes:
        return b"".join(_fold(line, self._encoding, self._break) for line in written)


def plain_text(html: str) -> str | None:
    """HTML as plain text: a line for each paragraph, heading, item and row; addresses of links after their text. None
    where it is so long that something would be lost."""
    if not BLOCK.search(html):
        html = html.replace("\n", "<p>")
    html = BREAK.sub("<p>", html)
    markup = read_markup(html)
    written: list[str] = []
    for block in markup.blocks:
        written += _lines_of(block, written)
    text = "\n".join(written).strip()
    # Of one block, no more is read than that; and of one cell.
    cut = markup.unread or any(len(part) >= LONGEST_TEXT for part in (*BLOCK.split(html), *written))
    return None if cut or len(text) > LONGEST_VALUE // 2 else text


def _lines_of(block: Block, before: list[str]) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from ([""] if before else [])
        yield block.text
    elif isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, ListItem):
        yield f"- {block.text}"
    elif isinstance(block, Table):
        yield from (" | ".join(cell.text for cell in row if cell.text) for row in block.rows)
    elif isinstance(block, Link):
        address = block.target
        bare = address.removeprefix("mailto:").removeprefix("tel:")
        if address and not any(bare.rstrip("/") in line for line in before[-50:]):
            if before and before[-1] == block.text:  # the link is all of its line
                before.pop()
            yield f"{block.text}: {bare}" if block.text else bare


def escaped(text: str) -> str:
    """A text as a value of type TEXT (RFC 5545, 3.3.11)."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(sign for sign in text if sign >= " " or sign == "\t")


def _language(line: Line) -> str:
    language = line.parameters.get("LANGUAGE", "")
    return f";LANGUAGE={language}" if re.fullmatch(r"[A-Za-z0-9-]{1,40}", language) else ""


def _is_html(line: Line) -> bool:
    return line.parameters.get("FMTTYPE", "text/html").lower() == "text/html"


def _fold(line: str, encoding: str, line_break: str) -> bytes:
    """A line, folded between characters."""
    parts: list[bytes] = []
    room = LONGEST_LINE
    for sign in line:
        written = sign.encode(encoding)
        if len(written) > room:
            parts.append(f"{line_break} ".encode())
            room = LONGEST_LINE - 1
        parts.append(written)
        room -= len(written)
    return b"".join((*parts, line_break.encode()))


def _logical(data: bytes) -> Iterator[_Placed]:
    """The properties with their places; a line that begins with a space or tab goes on the one above."""
    start = end = -1
    for found in PHYSICAL.finditer(data):
        if found[0][:1] in (b" ", b"\t") and start >= 0:
            end = found.end()
            continue
        if start >= 0:
            yield from _placed(data, start, end)
        start, end = found.span()
    if start >= 0:
        yield from _placed(data, start, end)


def _placed(data: bytes, start: int, end: int) -> Iterator[_Placed]:
    if end - start > 4 * LONGEST_VALUE:
        return
    # A fold may stand within a character, so the bytes are joined before they are decoded.
    joined = re.sub(rb"(?:\r\n|\r|\n)[ \t]", b"", data[start:end].rstrip(b"\r\n"))
    for line in lines(decoded(joined)):
        yield _Placed(line, start, end)
        return


def _prove(before: Calendar, data: bytes, splices: list[Splice]) -> None:
    """Open the copy and see that the same events stand in it, with all that they said."""
    try:
        after = open_calendar(applied(data, splices))
    except CouldNotCheck as reason:
        raise CannotMend("not-the-same", reason.trouble.reason) from None
    told = [
        [
            (event.summary, event.location, event.start, event.end, event.attendees, event.alarms)
            for event in file.events
        ]
        for file in (before, after)
    ]
    if told[0] != told[1] or before.method != after.method or before.not_read != after.not_read:
        raise CannotMend("not-the-same")
