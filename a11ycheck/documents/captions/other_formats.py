"""Which files are in the formats that take an extra to be read: told by their first bytes, which takes no library."""

from __future__ import annotations

import re

MARKS = rb"(?:\xef\xbb\xbf)?"
OTHERS = {
    "ass": re.compile(MARKS + rb"\s{0,50}\[Script Info\]", re.IGNORECASE),
    "sami": re.compile(MARKS + rb"\s{0,50}<SAMI[\s>]", re.IGNORECASE),
    "microdvd": re.compile(MARKS + rb"\s{0,50}\{\d{1,9}\}\{\d{1,9}\}"),
    "stl": re.compile(rb"[0-9]{3}STL[0-9]{2}\.01", re.ASCII),
    "scc": re.compile(MARKS + rb"Scenarist_SCC V1\.0"),
}
"""How files begin in the formats that take an extra to be read, by name."""


def other_format(beginning: bytes) -> str:
    """Which of these formats the first bytes tell; empty for every other."""
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        beginning = beginning[:1024].decode("utf-16", "replace").encode()
    return next((name for name, begins in OTHERS.items() if begins.match(beginning)), "")
