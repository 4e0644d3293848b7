"""How much of what one text says another says too."""

from __future__ import annotations

import re

__all__ = ["percent_said"]

LONGEST_TEXT = 200_000
_WORD = re.compile(r"\w{2,60}")


def percent_said(text: str, elsewhere: str) -> int:
    """How many per cent of the different words of a text stand in another; 100 where the text has none."""
    words = _words(text)
    return 100 * len(words & _words(elsewhere)) // len(words) if words else 100


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text[:LONGEST_TEXT].casefold()))
