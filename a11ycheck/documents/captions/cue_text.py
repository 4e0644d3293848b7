"""The text of a cue as it is shown: without tags and escapes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from a11ycheck.documents.captions.model import LONGEST_LINE, MOST_LINES_OF_CUE

TAG = re.compile(r"<[^<>]{0,500}>")
OVERRIDE = re.compile(r"\{\\[^{}]{0,100}\}")
"""Commands of SubStation Alpha that some programs write in SRT: {\\an8}."""
VOICE = re.compile(r"<v[^<>\s]{0,100}[ \t]([^<>]{1,200})>")
LANGUAGE = re.compile(r"<lang[^<>\s]{0,100}[ \t]([^<>]{1,40})>")
INVISIBLE = str.maketrans({"\u200b": None, "\u200e": None, "\u200f": None, "\ufeff": None, "\u00a0": " "})
HAS_INVISIBLE = re.compile("[\u200b\u200e\u200f\ufeff\u00a0]")


def shown_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines that show something, with what is shown of each."""
    found: list[str] = []
    for line in lines:
        shown = line[:LONGEST_LINE]
        if "<" in shown:
            shown = TAG.sub("", shown)
        if "{" in shown:
            shown = OVERRIDE.sub("", shown)
        if "&" in shown:
            shown = unescape(shown)
        # To look for them takes a tenth of the time that it takes to replace them, and few lines have any.
        if not shown.isascii() and HAS_INVISIBLE.search(shown):
            shown = shown.translate(INVISIBLE)
        shown = shown.strip()
        if shown:
            found.append(shown)
            if len(found) == MOST_LINES_OF_CUE:
                break
    return tuple(found)


def marked(pattern: re.Pattern[str], lines: Iterable[str]) -> str:
    """What the first tag of a kind, ``VOICE`` or ``LANGUAGE``, says in these lines; empty where there is none."""
    for line in lines:
        if "<" in line and (found := pattern.search(line[:LONGEST_LINE])):
            return found[1].strip()
    return ""
