"""SBV, SubViewer's format as YouTube writes it: a line with two times, then the text, then an empty line."""

from __future__ import annotations

import re

from a11ycheck.documents.captions.cue_text import shown_lines
from a11ycheck.documents.captions.model import MOST_BROKEN, MOST_CUES, TIMES, Broken, Captions, Cue

STAMP = r"(\d{1,9}):(\d{1,2}):(\d{1,2})\.(\d{3})"
TIMING = re.compile(rf"\s{{0,99}}{STAMP}\s{{0,9}},\s{{0,9}}{STAMP}\s{{0,99}}", re.ASCII)
NEARLY = re.compile(r"\s{0,99}\d{1,9}:\d{1,9}:\d{1,9}[.:,]?\d{0,9}\s{0,9},")
"""A line that is meant as one with times."""


def read_sbv(text: str) -> Captions:
    """Read SBV; line ends are “\\n”."""
    lines = text.split("\n")
    cues: list[Cue] = []
    broken: list[Broken] = []
    at = 0
    while at < len(lines) and len(cues) < MOST_CUES and len(broken) < MOST_BROKEN:
        timing, number = TIMING.fullmatch(lines[at]), at + 1
        at += 1
        if timing is None:
            if NEARLY.match(lines[number - 1]):
                broken.append(Broken(TIMES, number, lines[number - 1].strip()))
            continue
        body = at
        while at < len(lines) and lines[at].strip() and not TIMING.fullmatch(lines[at]):
            at += 1
        said = [part for line in lines[body:at] for part in line.split("[br]")]
        times = timing.groups()
        cues.append(Cue(_seconds(*times[:4]), _seconds(*times[4:]), shown_lines(said), line=number))
    not_read = f"lines after the first {at}" if at < len(lines) else ""
    return Captions("sbv", tuple(cues), tuple(broken), not_read=not_read)


def _seconds(hours: str, minutes: str, seconds: str, thousandths: str) -> float:
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + int(thousandths) / 1000
