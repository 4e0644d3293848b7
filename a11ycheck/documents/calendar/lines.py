"""The lines of a calendar file: unfolded, taken apart and decoded (RFC 5545, 3.1; vCalendar 1.0)."""

from __future__ import annotations

from collections.abc import Iterator
from quopri import decodestring
from typing import NamedTuple

LONGEST_HEAD = 4_000
"""Characters of a line within which its name and parameters end."""
LONGEST_VALUE = 1_000_000
"""Characters kept of a value; attached data have a limit of their own."""


class Line(NamedTuple):
    """A property: its name in upper case, its parameters by name in upper case, and its value as it is written."""

    name: str
    parameters: dict[str, str]
    value: str


def decoded(data: bytes) -> str:
    """The file as text. RFC 5545 demands UTF-8, and some programs write others."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def lines(text: str) -> Iterator[Line]:
    """The properties of a calendar file in order. A line that has no name is passed over."""
    for line in unfolded(text):
        head, _, _ = line[:LONGEST_HEAD].partition(":")
        if '"' in head:
            end = _end_of_head(line[:LONGEST_HEAD])
        else:
            end = len(head) if len(head) < min(len(line), LONGEST_HEAD) else -1
        if end < 1:
            continue
        name, *parameters = _divided(line[:end])
        # A group before the name ("item1.URL") is a thing of vCard that some programs write.
        name = name.rpartition(".")[2].strip().upper()
        if name:
            yield Line(name, dict(map(_parameter, parameters)), line[end + 1 :])


def unfolded(text: str) -> Iterator[str]:
    """The lines as they were before they were folded: a line that begins with a space or tab goes on the one above.

    In vCalendar 1.0 a value in quoted-printable goes on as long as its lines end with “=”.
    """
    parts: list[str] = []
    soft = False
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if soft:
            parts.append(line)
        elif line[:1] in (" ", "\t") and parts:
            parts.append(line[1:])
            continue
        else:
            if parts:
                yield "".join(parts)
            parts = [line]
        soft = line.endswith("=") and "QUOTED-PRINTABLE" in parts[0][:LONGEST_HEAD].upper()
        if soft:
            parts[-1] = line[:-1]
    if parts:
        yield "".join(parts)


def _end_of_head(line: str) -> int:
    """Where the colon is that ends the head: the first that stands in no quotation marks; -1 where none does."""
    quoted = False
    for place, sign in enumerate(line):
        if sign == '"':
            quoted = not quoted
        elif sign == ":" and not quoted:
            return place
    return -1


def _divided(head: str) -> list[str]:
    if '"' not in head:
        return head.split(";")
    parts: list[str] = []
    begun, quoted = 0, False
    for place, sign in enumerate(head):
        if sign == '"':
            quoted = not quoted
        elif sign == ";" and not quoted:
            parts.append(head[begun:place])
            begun = place + 1
    return [*parts, head[begun:]]


def _parameter(written: str) -> tuple[str, str]:
    name, equals, value = written.partition("=")
    if not equals:  # vCalendar 1.0 leaves out ENCODING= and TYPE=
        return (
            ("ENCODING", name.strip())
            if name.strip().upper() in ("QUOTED-PRINTABLE", "BASE64")
            else (name.upper(), "")
        )
    return name.strip().upper(), value.strip().strip('"')


def text_of(line: Line) -> str:
    """A value of type TEXT as it is meant: escapes resolved, quoted-printable decoded, cut at a limit."""
    value = line.value[:LONGEST_VALUE]
    if line.parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
        raw = decodestring(value.encode("utf-8", "replace"))
        try:
            value = raw.decode(line.parameters.get("CHARSET", "utf-8") or "utf-8", "replace")
        except LookupError:
            value = raw.decode("utf-8", "replace")
    if "\\" not in value:
        return value
    parts: list[str] = []
    pieces = iter(value.split("\\"))
    parts.append(next(pieces))
    for piece in pieces:
        if not piece:  # two backslashes: one is meant, and what follows is as it stands
            parts.append("\\" + next(pieces, ""))
        elif piece[0] in "nN":
            parts.append("\n" + piece[1:])
        else:
            parts.append(piece)
    return "".join(parts)
