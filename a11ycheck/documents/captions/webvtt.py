"""WebVTT, read as browsers read it: what they drop is dropped, and said.

W3C, WebVTT: The Web Video Text Tracks Format, 2019, section 6 (parsing).
"""

from __future__ import annotations

import re

from a11ycheck.documents.captions.cue_text import LANGUAGE, VOICE, marked, shown_lines
from a11ycheck.documents.captions.model import (
    LOOSE_TEXT,
    MOST_BROKEN,
    MOST_CUES,
    NO_SIGNATURE,
    TIMES,
    Broken,
    Captions,
    Cue,
)

STAMP = r"(?:(\d{1,9}):)?([0-5]\d):([0-5]\d)\.(\d{3})(?!\d)"
TIMING = re.compile(rf"[ \t]{{0,99}}{STAMP}[ \t]{{0,99}}-->[ \t]{{0,99}}{STAMP}(.{{0,500}})", re.ASCII)
ARROW = "-->"
NOT_CUES = ("NOTE", "STYLE", "REGION", "X-TIMESTAMP-MAP")
LONGEST_HEAD = 100


def read_webvtt(text: str) -> Captions:
    """Read WebVTT; line ends are “\\n”, and no byte order mark is left."""
    lines = text.split("\n")
    broken: list[Broken] = []
    if not has_signature(lines[0]):
        broken.append(Broken(NO_SIGNATURE, 1, lines[0]))
    at, head = _head(lines)
    cues: list[Cue] = []
    in_comment = False
    while at < len(lines) and len(cues) < MOST_CUES and len(broken) < MOST_BROKEN:
        if not lines[at]:
            at += 1
            continue
        begun = at
        timed = next((n for n in (at, at + 1) if n < len(lines) and ARROW in lines[n]), -1)
        at = timed + 1 if timed >= 0 else at + 1
        body = at
        while at < len(lines) and lines[at] and ARROW not in lines[at]:
            at += 1
        is_comment = lines[begun].startswith(NOT_CUES)
        # What follows a comment after an empty line is more of it.
        in_comment = timed < 0 and (in_comment or is_comment)
        if timed < 0:
            if cues and not in_comment and _says_something(lines[begun:at]):
                broken.append(Broken(LOOSE_TEXT, begun + 1, lines[begun]))
        elif cue := _cue(lines[timed], lines[body:at], timed + 1):
            cues.append(cue)
        elif not is_comment:
            broken.append(Broken(TIMES, timed + 1, lines[timed].strip()))
    return Captions(
        "webvtt",
        tuple(cues),
        tuple(broken),
        language=head.get("language", ""),
        said_kind=head.get("kind", "").lower(),
        not_read=f"lines after the first {at}" if at < len(lines) else "",
    )


def has_signature(line: str) -> bool:
    return line.startswith("WEBVTT") and line[6:7] in ("", " ", "\t")


def _head(lines: list[str]) -> tuple[int, dict[str, str]]:
    """Where the head ends, and what its lines “Kind: captions” say, by name in lower case."""
    said: dict[str, str] = {}
    if not lines[0].strip().upper().startswith("WEBVTT"):
        return 0, said
    at = 1
    while at < len(lines) and lines[at] and ARROW not in lines[at]:
        name, colon, value = lines[at][:LONGEST_HEAD].partition(":")
        if colon:
            said.setdefault(name.strip().lower(), value.strip())
        at += 1
    # A number or name above the first times is theirs, even where no empty line ends the head.
    if at < len(lines) and ARROW in lines[at] and at > 1 and ":" not in lines[at - 1]:
        at -= 1
    return at, said


def _cue(timing: str, body: list[str], line: int) -> Cue | None:
    found = TIMING.match(timing)
    if found is None:
        return None
    *times, settings = found.groups()
    return Cue(
        _seconds(*times[:4]),
        _seconds(*times[4:]),
        shown_lines(body),
        settings.strip(),
        marked(VOICE, body),
        marked(LANGUAGE, body),
        line,
    )


def _seconds(hours: str | None, minutes: str, seconds: str, thousandths: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(thousandths) / 1000


def _says_something(block: list[str]) -> bool:
    """Is it words, and not a lone number?"""
    return any(sign.isalpha() for line in block for sign in line[:200])
