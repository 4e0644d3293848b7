"""Words by which a text says what kind of document a link leads to, and how large it is."""

from __future__ import annotations

import re

__all__ = ["says_calendar", "says_format", "says_size"]

LONGEST_TEXT = 4_000

_FORMAT = re.compile(
    r"(?<![^\W_])(?:pdf|word|docx?|odt|rtf|powerpoint|pptx?|ppsx?|odp|excel|xlsx?|ods|csv|epub|zip|daisy|mp3|mp4)"
    r"(?:[-‑](?:fil|filen|dokument|format|file|document|datei|dokument|tiedosto|fichier|archivo))?(?![^\W_])"
    r"|(?<![^\W_])pdf(?:en|er|erna|:en|:er|s|dokument|dokumentet|filen?|datei|tiedosto|muodossa)(?![^\W_])"
    r"|(?<![^\W_])(?:word|excel|powerpoint|zip)(?:fil|filen|dokument|dokumentet|datei|tiedosto)(?![^\W_])",
    re.IGNORECASE,
)
_CALENDAR = re.compile(
    r"kalend|calend|(?<![^\W_])(?:ics|ical|icalendar|outlook)(?![^\W_])|almanack|kalenteri", re.IGNORECASE
)
_SIZE = re.compile(
    r"(?<![\d.,])\d{1,5}(?:[.,]\d{1,3})?\s{0,2}"
    r"(?:[kmg]i?b|[kmg]byte|kilobytes?|megabytes?|gigabytes?|[kmg]o|[kmg]t|octets?|tavua)(?![^\W_])",
    re.IGNORECASE,
)
"""A figure with a unit; French counts in octets (Mo), Finnish in tavu (Mt)."""


def says_format(text: str) -> bool:
    """Whether a text names a format of documents: “pdf”, “Word”, ”Excelfil”."""
    return bool(_FORMAT.search(text[:LONGEST_TEXT]))


def says_calendar(text: str) -> bool:
    """Whether a text says that something is for a calendar."""
    return bool(_CALENDAR.search(text[:LONGEST_TEXT]))


def says_size(text: str) -> bool:
    """Whether a text says how large a file is: “1.2 MB”, ”640 kB”, ”1,2 Mo”."""
    return bool(_SIZE.search(text[:LONGEST_TEXT]))
