"""Do the times of captions belong to the speech? Told without understanding a word, so in any language.

Where captions belong, a cue begins where somebody begins to speak more often than chance would have it, holds as much
speech as it has letters for, and is gone in pauses. How much likelier each of this is than chance, as the logarithm of
the ratio, is summed over all cues for each shift in time, and the likeliest course of shifts from the first cue to the
last is found (Viterbi). A course that is level is a constant shift, one that leans is drift, a leap is a cut. How much
of it is chance is told by the same captions run backwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from a11ycheck.documents.captions.model import Captions
from a11ycheck.documents.recording.heard_model import MOST_PLACES, Compared, Fit, Span

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

GRID = 0.05
"""Seconds between the points at which speech is looked up."""
SHIFT_STEP, MOST_SHIFT = 0.1, 120.0
"""The shifts that are tried, in seconds, before and after. Captions that are farther off are taken for another
recording's."""
MOST_COMPARED = 4_000
"""Cues that are compared; of more, an even choice. An hour of dense speech has 1,800."""
MOST_SECONDS = 6 * 3600

FEWEST_CUES, LEAST_SPEECH = 8, 10.0
"""Cues, and seconds of speech, below which nothing is said of shifts. Measured on short clips."""

SPEEDS = (1.0, 24 / 25, 25 / 24, 24_000 / 25_025, 25_025 / 24_000, 1000 / 1001, 1001 / 1000)
"""Captions made for another number of pictures a second (24, 25, 23.976 and 29.97 for 30) run at these speeds."""

BEGINS_AT_ONSET = 0.5
"""The share of cues that begin where speech begins after a pause; others begin within it."""
ONSET_SPREAD = 0.22
"""Seconds by which a person's cues begin beside the speech: standard deviation."""
PAUSE_BEFORE_ONSET = 0.2
"""Seconds of silence that make what follows an onset."""
LEAST_GAP, MOST_GAP = 0.6, 3.0
"""Gaps between cues, in seconds, that say that nobody speaks, and how much of a long one is looked at."""
MOST_EVIDENCE = 2.0
"""What one cue can say for or against, at most: log of the ratio."""
LEAST_AGAINST = 0.7
"""What speech in a gap says against a shift, at most: what is not captioned leaves gaps too."""
LEAP_COSTS = 14.0
"""How much likelier the course must become for a leap: log of the ratio."""
BEND_COSTS = 0.7
"""The same for each step of a shift from one cue to the next, and for a leap; a leap is from
``LEAST_LEAP`` seconds."""
LEAST_LEAP = 0.6
FEW_CUES = 300
"""Cues by which the speed is chosen, an even choice of them."""

TOLERANCE = 0.5
"""Seconds by which a cue may miss the speech that it covers: twice the spread above, and a syllable."""
SAME_RUN = 1.0
SHORTEST_RUN = 3.0
"""Seconds; speech without captions is one stretch over shorter pauses, and is listed from that length on."""

TAIL = 15.0
"""Seconds from the last caption to the last speech, from which on they are said to stop early."""

SURE, UNSURE = 0.45, 0.25
"""How much more each cue must say for the course than the same captions backwards do, on average."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a cue adds: when it is shown, in seconds, and how many letters it has; 0 for sounds in brackets."""

    start: float
    end: float
    letters: int


def lines_of(captions: Captions) -> tuple[Line, ...]:
    """The cues as they are read: each line once where captions roll."""
    fresh = captions.fresh
    ends = [following.start for following, _ in fresh[1:]] + [float("inf")]
    return tuple(
        Line(cue.start, min(cue.end, end) if captions.rolls else cue.end, _letters(text))
        for (cue, text), end in zip(fresh, ends, strict=True)
        if cue.start < MOST_SECONDS
    )


def _letters(text: str) -> int:
    text = text.strip()
    return 0 if text[:1] in "[(♪♫*" and text[-1:] in "])♪♫*" else len(text)


def overlap(some: Sequence[Span], others: Sequence[Span]) -> float:
    """Seconds that two rows of spans, each in order and without overlaps, have in common."""
    seconds, at = 0.0, 0
    for span in some:
        while at < len(others) and others[at].end <= span.start:
            at += 1
        here = at
        while here < len(others) and others[here].start < span.end:
            seconds += min(span.end, others[here].end) - max(span.start, others[here].start)
            here += 1
    return seconds


def compare(speech: Sequence[Span], lines: Sequence[Line], *, heard: Span) -> Compared:
    """Compare captions with the speech, in order and without overlaps. ``heard``: the stretch that was listened to."""
    spoken = sorted(
        (line for line in lines if line.letters and line.end > line.start), key=lambda line: line.start
    )
    within = [line for line in spoken if line.start < heard.end + MOST_SHIFT]
    chosen = within[:: len(within) // MOST_COMPARED + 1]
    if len(chosen) < FEWEST_CUES or sum(span.seconds for span in speech) < LEAST_SPEECH:
        return _beside(
            Compared(cues=len(spoken)), speech, [Span(line.start, line.end) for line in spoken], heard
        )
    course, gain = _likeliest(speech, chosen, heard.end)
    fit = Fit.SURE if gain >= SURE else Fit.UNSURE if gain >= UNSURE else Fit.NONE
    if fit is Fit.NONE:
        return _beside(
            Compared(fit, len(spoken)), speech, [Span(line.start, line.end) for line in spoken], heard
        )
    return _beside(course.told(Compared(fit, len(spoken))), speech, course.place(spoken), heard)


def _likeliest(speech: Sequence[Span], lines: Sequence[Line], end: float) -> tuple[_Course, float]:
    """The likeliest course of the captions beside the speech, and how much more each cue says for it than for the
    likeliest course of the captions run backwards."""
    sound = _Sound.of(speech, end)
    cues = _Cues.of(lines, sound)
    few = cues.every(len(lines) // FEW_CUES + 1)
    speed = max(SPEEDS, key=lambda speed: float(_evidence(sound, few.at_speed(speed)).sum(axis=0).max()))
    if speed != 1 and _course(sound, cues, 1).likely > _course(sound, cues, speed).likely:
        speed = 1
    course = _course(sound, cues, speed)
    backwards = _course(sound, cues.backwards(end), 1)
    return course, (course.likely - backwards.likely) / len(lines)


@dataclass(frozen=True, slots=True)
class _Sound:
    """Speech, looked up at points of time: ``total`` seconds of it up to each, and how far the nearest onset is."""

    total: Floats
    onset: Floats
    onsets_a_second: float

    @classmethod
    def of(cls, speech: Sequence[Span], end: float) -> _Sound:
        points = int(min(end, MOST_SECONDS) / GRID) + 2
        times = np.arange(points) * GRID
        starts = np.array([span.start for span in speech])
        ends = np.array([span.end for span in speech])
        before = np.concatenate([[0.0], np.cumsum(ends - starts)])
        here = np.searchsorted(starts, times, side="right")
        last = np.maximum(here - 1, 0)
        total = before[last] + np.where(here > 0, np.minimum(times, ends[last]) - starts[last], 0.0)
        pauses = np.concatenate([[np.inf], starts[1:] - ends[:-1]])
        onsets = starts[pauses >= PAUSE_BEFORE_ONSET]
        after = np.minimum(np.searchsorted(onsets, times), len(onsets) - 1)
        onset = np.minimum(np.abs(onsets[after] - times), np.abs(times - onsets[np.maximum(after - 1, 0)]))
        return cls(total, onset, len(onsets) / max(1.0, end))

    def point(self, times: Floats) -> Whole:
        points: Whole = np.clip(np.rint(times / GRID), 0, len(self.total) - 1).astype(np.int64)
        return points


@dataclass(frozen=True, slots=True)
class _Cues:
    """Cues in order: when they start and end, the seconds of speech that their letters are, and the gap after each."""

    starts: Floats
    ends: Floats
    speech: Floats
    gap_starts: Floats
    gap_ends: Floats

    @classmethod
    def of(cls, lines: Sequence[Line], sound: _Sound) -> _Cues:
        starts = np.array([line.start for line in lines])
        ends = np.array([line.end for line in lines])
        letters = np.array([line.letters for line in lines], float)
        # Letters a second of speech: as the whole has them, or more where much of the speech has no captions.
        rate = max(letters.sum() / max(1.0, sound.total[-1]), float(np.median(letters / (ends - starts))))
        gap_ends = np.append(starts[1:], ends[-1])
        return cls(starts, ends, letters / rate, np.maximum(ends, gap_ends - MOST_GAP), gap_ends)

    def every(self, step: int) -> _Cues:
        return _Cues(*(getattr(self, name)[::step] for name in self.__slots__))

    def at_speed(self, speed: float) -> _Cues:
        return _Cues(
            self.starts * speed,
            self.ends * speed,
            self.speech,
            self.gap_starts * speed,
            self.gap_ends * speed,
        )

    def backwards(self, end: float) -> _Cues:
        return _Cues(
            *(each[::-1] for each in (end - self.ends, end - self.starts, self.speech)),
            *(each[::-1] for each in (end - self.gap_ends, end - self.gap_starts)),
        )


@dataclass(frozen=True, slots=True)
class _Course:
    """By how much each cue is moved to where it belongs: it starts at ``speed`` × start + shift."""

    likely: float
    speed: float
    starts: Floats
    shifts: Floats

    @property
    def late(self) -> Floats:
        """How late each cue is, in seconds."""
        return self.starts * (1 - self.speed) - self.shifts

    def told(self, found: Compared) -> Compared:
        """What is found, with how late the captions are: a line through each part, as single cues are timed by hand."""
        late, leap = self.late, self._leap()
        first, last = slice(0, leap), slice(leap, None)
        return replace(
            found,
            late=round(float(np.median(late)), 2),
            late_first=round(_on_the_line(self.starts[first], late[first], 0), 2),
            late_last=round(_on_the_line(self.starts[last], late[last], -1), 2),
            jump=None if leap is None else round(float(self.starts[leap]), 2),
        )

    def _leap(self) -> int | None:
        """The first cue after the greatest leap, where there are enough cues on both sides of it."""
        leaps = np.abs(np.diff(self.shifts))
        leaps[: FEWEST_CUES // 2] = leaps[len(leaps) - FEWEST_CUES // 2 :] = 0
        at = int(leaps.argmax()) if leaps.size else 0
        return at + 1 if leaps.size and leaps[at] >= LEAST_LEAP else None

    def place(self, lines: Sequence[Line]) -> list[Span]:
        """The cues where they belong."""
        which = np.clip(
            np.searchsorted(self.starts, [line.start for line in lines], side="right") - 1, 0, None
        )
        return [
            Span(line.start * self.speed + shift, line.end * self.speed + shift)
            for line, shift in zip(lines, self.shifts[which].tolist(), strict=True)
        ]


def _on_the_line(times: Floats, late: Floats, at: int) -> float:
    """How late captions are at one of these times, on a straight line through all of them."""
    if times.size < 2 or times[-1] <= times[0]:
        return float(np.median(late))
    return float(np.polyval(np.polyfit(times, late, 1), times[at]))


def _evidence(sound: _Sound, cues: _Cues) -> NDArray[np.float32]:
    """How much each cue says for each shift: log of how much likelier it is there than anywhere."""
    shifts = _shifts()
    rows = [_evidence_of(sound, cues, part, shifts) for part in range(0, len(cues.starts), 64)]
    return np.concatenate(rows)


def _evidence_of(sound: _Sound, cues: _Cues, first: int, shifts: Floats) -> NDArray[np.float32]:
    part = slice(first, first + 64)
    begins = sound.point(cues.starts[part, None] + shifts)
    inside = sound.total[sound.point(cues.ends[part, None] + shifts)] - sound.total[begins]
    away = sound.onset[begins]
    near = np.exp(-0.5 * (away / ONSET_SPREAD) ** 2) / (ONSET_SPREAD * np.sqrt(2 * np.pi))
    chance = max(2 * sound.onsets_a_second, 0.02)  # an onset on either side
    begun = np.log(1 - BEGINS_AT_ONSET + BEGINS_AT_ONSET * near / chance)
    seconds = (cues.ends - cues.starts)[part, None]
    held = _beside_chance(inside, np.minimum(cues.speech[part, None], seconds), 0.25 + 0.2 * seconds)
    gaps = (cues.gap_ends - cues.gap_starts)[part, None]
    in_gap = (
        sound.total[sound.point(cues.gap_ends[part, None] + shifts)]
        - sound.total[sound.point(cues.gap_starts[part, None] + shifts)]
    )
    gone = np.where(
        gaps >= LEAST_GAP,
        np.maximum(_beside_chance(in_gap, 0.1, np.full_like(gaps, 0.25)), -LEAST_AGAINST),
        0.0,
    )
    return np.asarray(np.clip(begun + held + gone, -MOST_EVIDENCE, MOST_EVIDENCE), np.float32)


def _beside_chance(seconds: Floats, expected: Floats | float, spread: Floats) -> Floats:
    """How much likelier these seconds are where so many are expected than anywhere in the row: log of the ratio."""
    mean = seconds.mean(axis=1, keepdims=True)
    chance = np.maximum(seconds.std(axis=1, keepdims=True), spread)
    here = -0.5 * ((seconds - expected) / spread) ** 2 - np.log(spread)
    anywhere = -0.5 * ((seconds - mean) / chance) ** 2 - np.log(chance)
    ratio: Floats = np.clip(here - anywhere, -MOST_EVIDENCE, MOST_EVIDENCE)
    return ratio


def _shifts() -> Floats:
    steps = round(MOST_SHIFT / SHIFT_STEP)
    return np.arange(-steps, steps + 1).astype(np.float64) * SHIFT_STEP


def _course(sound: _Sound, cues: _Cues, speed: float) -> _Course:
    """The likeliest course of shifts from cue to cue."""
    evidence = _evidence(sound, cues.at_speed(speed))
    count, width = evidence.shape
    came_from = np.zeros((count, width), np.int16)
    likely = evidence[0].copy()
    every = np.arange(width, dtype=np.int16)
    shifts = _shifts()
    for row in range(1, count):
        best = int(likely.argmax())
        reached, origin = likely.copy(), every.copy()
        for bend in (-2, -1, 1, 2):
            bent = np.full(width, -np.inf, np.float32)
            if bend > 0:
                bent[bend:] = likely[:-bend]
            else:
                bent[:bend] = likely[-bend:]
            bent -= BEND_COSTS * abs(bend)
            better = bent > reached
            reached[better] = bent[better]
            origin[better] = every[better] - bend
        # What is said later is captioned later: a leap back goes no farther than the cues lie apart.
        farthest = shifts[best] - (cues.starts[row] - cues.starts[row - 1]) * speed - TOLERANCE
        leapt = (reached < likely[best] - LEAP_COSTS) & (shifts >= farthest)
        reached[leapt], origin[leapt] = likely[best] - LEAP_COSTS, best
        came_from[row] = origin
        likely = reached + evidence[row]
    path = [int(likely.argmax())]
    for row in range(count - 1, 0, -1):
        path.append(int(came_from[row, path[-1]]))
    return _Course(float(likely.max()), speed, cues.starts, shifts[path[::-1]])


def _beside(found: Compared, speech: Sequence[Span], placed: Sequence[Span], heard: Span) -> Compared:
    """Add what is counted once the captions are where they belong."""
    shown = _union(Span(span.start - TOLERANCE, span.end + TOLERANCE) for span in placed)
    ends_early = _ends_early(speech, shown)
    if ends_early > TAIL:
        # What comes after the last caption is told of by itself.
        speech = [span for span in speech if span.start < shown[-1].end]
    spoken = sum(span.seconds for span in speech)
    uncovered = _runs(speech, shown)
    idle = [(span, span.seconds - overlap([span], speech)) for span in placed if span.start < heard.end]
    shown_for = sum(span.seconds for span, _ in idle)
    alone = [span for span, seconds in idle if seconds > 0.9 * span.seconds]
    return replace(
        found,
        covered=round(overlap(speech, shown) / spoken, 3) if spoken else 1.0,
        uncovered=tuple(sorted(uncovered, key=lambda span: -span.seconds)[:MOST_PLACES]),
        ends_early=ends_early,
        idle=round(sum(seconds for _, seconds in idle) / shown_for, 3) if shown_for else 0.0,
        idle_at=max(alone, key=lambda span: span.seconds, default=None),
    )


def _ends_early(speech: Sequence[Span], shown: Sequence[Span]) -> float:
    """Seconds from the last caption to the last speech, where enough is said in them to be speech."""
    after = [span for span in speech if shown and span.end > shown[-1].end]
    if sum(span.seconds for span in after) < SHORTEST_RUN:
        return 0.0
    return round(after[-1].end - shown[-1].end, 2)


def _union(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _runs(speech: Sequence[Span], shown: Sequence[Span]) -> list[Span]:
    """Stretches of speech without captions, as far as they are long enough to be told."""
    bare: list[Span] = []
    at = 0
    for span in speech:
        start = span.start
        while at < len(shown) and shown[at].end <= start:
            at += 1
        here = at
        while here < len(shown) and shown[here].start < span.end:
            bare.append(Span(start, shown[here].start))
            start = max(start, shown[here].end)
            here += 1
        bare.append(Span(start, span.end))
    return [run for run in _joined(span for span in bare if span.seconds > 0) if run.seconds >= SHORTEST_RUN]


def _joined(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for span in spans:
        if found and span.start - found[-1].end <= SAME_RUN:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found
