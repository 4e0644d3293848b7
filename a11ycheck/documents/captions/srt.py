"""SubRip (SRT), which has no standard: read as widely as the programs that show it."""

from __future__ import annotations

import re

from a11ycheck.documents.captions.cue_text import OVERRIDE, shown_lines
from a11ycheck.documents.captions.model import MOST_BROKEN, MOST_CUES, TIMES, Broken, Captions, Cue

STAMP = r"(?:(\d{1,9}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})"
TIMING = re.compile(rf"\s{{0,99}}{STAMP}\s{{0,99}}-->\s{{0,99}}{STAMP}(.{{0,500}})", re.ASCII)
ARROW = "-->"


def read_srt(text: str) -> Captions:
    """Read SRT; line ends are “\\n”. A cue's text goes on to the number and times of the next."""
    lines = text.split("\n")
    timed = [number for number, line in enumerate(lines) if ARROW in line]
    cues: list[Cue] = []
    broken: list[Broken] = []
    not_read = ""
    for number, following in zip(timed, [*timed[1:], len(lines)], strict=True):
        if len(cues) == MOST_CUES or len(broken) == MOST_BROKEN:
            not_read = f"lines after the first {number}"
            break
        found = TIMING.match(lines[number])
        if found is None:
            if any(sign.isdigit() for sign in lines[number][:200]):
                broken.append(Broken(TIMES, number + 1, lines[number].strip()))
            continue
        body = lines[number + 1 : following]
        if following < len(lines) and body and body[-1].strip().isdecimal():
            body.pop()  # the number of the next
        *times, place = found.groups()
        override = OVERRIDE.match(body[0][:200]) if body else None
        place = override[0] if override else place.strip()
        cues.append(
            Cue(_seconds(*times[:4]), _seconds(*times[4:]), shown_lines(body), place, line=number + 1)
        )
    return Captions("srt", tuple(cues), tuple(broken), not_read=not_read)


def _seconds(hours: str | None, minutes: str, seconds: str, fraction: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(fraction.ljust(3, "0")) / 1000
