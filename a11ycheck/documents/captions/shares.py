"""How many of the cues break a limit, and which is the worst: one finding for a file, not one for each cue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from a11ycheck.documents.captions.model import Cue

TOLERANCE = 0.0005
"""Times are given in milliseconds, and half of one is no difference."""


@dataclass(frozen=True, slots=True)
class Share:
    """``percent`` of the cues are beyond the limit, 1 at least; the ``worst`` measures ``value``."""

    percent: int
    worst: Cue
    value: float


def share_above(measured: Iterable[tuple[Cue, float]], limit: float, most_percent: int) -> Share | None:
    """The share of cues that measure more than ``limit``; None where it is ``most_percent`` of them or less."""
    count = beyond = 0
    worst: tuple[Cue, float] | None = None
    for cue, value in measured:
        count += 1
        if value > limit + TOLERANCE:
            beyond += 1
            if worst is None or value > worst[1]:
                worst = cue, value
    if worst is None or beyond * 100 <= most_percent * count:
        return None
    return Share(max(1, round(100 * beyond / count)), *worst)


def share_below(measured: Iterable[tuple[Cue, float]], limit: float, most_percent: int) -> Share | None:
    """The same for cues that measure less than ``limit``."""
    share = share_above(((cue, -value) for cue, value in measured), -limit, most_percent)
    return Share(share.percent, share.worst, -share.value) if share is not None else None
