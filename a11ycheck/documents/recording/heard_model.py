"""What listening to a recording and looking at it gave: plain data, so that rules need no codec."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST_PLACES = 50
"""Places kept of a kind; they are counted in seconds as well, and a report shows the worst."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, in seconds from the beginning of the recording."""

    start: float
    end: float

    @property
    def seconds(self) -> float:
        return self.end - self.start

    @property
    def clock(self) -> str:
        """When it begins: “0:04:12”."""
        whole = max(0, int(self.start))
        return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


@dataclass(frozen=True, slots=True)
class TrackHeard:
    """One track of sound.

    ``number``: its place among all tracks, from 1, as in ``Track``. ``seconds``: how much of it was listened to, and
    ``whole``: was that all? ``audible``: seconds that are louder than silence. ``speech``: where somebody speaks.
    ``added``: seconds of speech where the main sound has none; 0 for the main sound itself.
    """

    number: int
    seconds: float = 0.0
    whole: bool = True
    audible: float = 0.0
    speech: tuple[Span, ...] = ()
    added: float = 0.0

    @property
    def speech_seconds(self) -> float:
        return sum(span.seconds for span in self.speech)

    @property
    def is_silent(self) -> bool:
        """It was listened to, and there is nothing to be heard in it: as good as no sound."""
        return self.seconds > 0 and self.audible == 0


class Fit(StrEnum):
    """How well the times of captions can be told to belong to the speech.

    ``TOO_LITTLE``: too few captions or too little speech to tell. ``SURE``: they belong, and how they are shifted is
    known. ``UNSURE``: it looks so. ``NONE``: they fit the speech nowhere, and there is enough of both to say so.
    """

    TOO_LITTLE = "too-little"
    SURE = "sure"
    UNSURE = "unsure"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Compared:
    """Captions beside the speech.

    ``late``: seconds that they come after the speech in the middle of the recording, negative where they come before
    it; ``late_first`` and ``late_last``: at the first and last cue. ``jump``: where they go out of step at one stroke,
    as where something was cut away; None where they do not. What follows is counted after the captions have been
    moved to where they belong:
    ``covered``: the share of the speech that has captions, 0 to 1. ``uncovered``: speech without captions, the longest
    first. ``ends_early``: seconds from the last caption to the last speech. ``idle``: the share of the time of captions
    in which nobody speaks, 0 to 1, and ``idle_at``: the longest of these captions. ``cues``: how many were compared.
    """

    fit: Fit = Fit.TOO_LITTLE
    cues: int = 0
    late: float = 0.0
    late_first: float = 0.0
    late_last: float = 0.0
    jump: float | None = None
    covered: float = 1.0
    uncovered: tuple[Span, ...] = ()
    ends_early: float = 0.0
    idle: float = 0.0
    idle_at: Span | None = None


@dataclass(frozen=True, slots=True)
class Watched:
    """What the picture showed.

    ``seconds`` of ``of`` were looked at frame by frame. ``flashes``: the most in any second, of the kind that WCAG
    calls general flashes and in an area that is large enough, and ``flashes_at``: where. ``text_percent``: in how many
    of a hundred pictures there is a line of changing text at the bottom, as burned-in captions are; None where too
    few pictures were looked at.
    """

    seconds: float = 0.0
    of: float = 0.0
    flashes: int = 0
    flashes_at: Span | None = None
    text_percent: int | None = None

    @property
    def whole(self) -> bool:
        return self.seconds >= self.of * 0.99


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard and seen.

    ``tracks``: the tracks of sound that could be listened to. ``main``: the number of the one that captions are
    compared with. ``compared``: one for each of the recording's captions, in their order; None where there was nothing
    to compare. ``watched`` is None where there is no picture that could be looked at. ``trouble``: what kept it from
    being heard to its end, in a few technical words.
    """

    tracks: tuple[TrackHeard, ...] = ()
    main: int = 0
    compared: tuple[Compared | None, ...] = ()
    watched: Watched | None = None
    trouble: str = ""

    def track(self, number: int) -> TrackHeard | None:
        return next((track for track in self.tracks if track.number == number), None)

    @property
    def sound(self) -> TrackHeard | None:
        """The main sound; None where it could not be listened to."""
        return self.track(self.main)

    @property
    def speech_seconds(self) -> float:
        return self.sound.speech_seconds if self.sound else 0.0

    @property
    def is_silent(self) -> bool:
        return self.sound is not None and self.sound.is_silent
