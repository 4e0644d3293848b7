"""Captions last as long as the recording: they do not go on after it, nor end long before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, ask, failed, passed, rule
from a11ycheck.documents.captions.model import Captions, Cue
from a11ycheck.documents.recording.heard_model import Heard, TrackHeard
from a11ycheck.documents.recording.model import CaptionsNamed, Medium, Recording, Track


@dataclass(frozen=True, slots=True)
class Timed:
    """Captions that were read, with the length of the recording."""

    named: CaptionsNamed
    cues: tuple[Cue, ...]
    seconds: float

    @property
    def where(self) -> Where:
        if self.named.track is not None:
            return self.named.track.where
        return Where((("file", self.named.name),), anchor(self.named.name))


def with_times(recording: Recording) -> Iterator[Timed]:
    for named in recording.captions:
        if named.captions is not None and named.captions.shown and recording.seconds:
            yield Timed(named, named.captions.shown, recording.seconds)


def with_times_not_heard(recording: Recording) -> Iterator[Timed]:
    """The same, where nobody has listened: where the speech is known, the captions are compared with that."""
    if recording.has_sound and (recording.heard is None or recording.heard.sound is None):
        yield from with_times(recording)


def clock(seconds: float) -> str:
    return Cue(seconds, seconds, ()).clock


OTHER_VERSION = Fix(
    Text(
        "Look whether the captions belong to this version of the recording: they are often made before the "
        "recording is cut. Make them anew for the version that is published, or move the times in the caption "
        "editor (Subtitle Edit: Synchronization).",
        "Se efter om undertexterna hör till den här versionen av inspelningen: ofta görs de innan inspelningen "
        "klipps. Gör om dem för versionen som publiceras, eller flytta tiderna i textningsprogrammet (Subtitle "
        "Edit: Synkronisering).",
    ),
)


@rule(
    document=Recording,
    each=with_times,
    meets=("WCAG 1.2.2",),
    title=Text(
        "No captions come after the end of the recording", "Inga undertexter kommer efter inspelningens slut"
    ),
    why=Text(
        "Captions that come after the end are never shown, and mostly mean that all others come at the wrong time "
        "too.",
        "Undertexter efter slutet visas aldrig, och betyder oftast att även de andra kommer vid fel tid.",
    ),
    who=(People.DEAF,),
    fix=OTHER_VERSION,
    messages={
        "past": Text(
            "The recording ends at {end}, and captions go on until {last}: {count} of {all} are never shown.",
            "Inspelningen slutar vid {end}, och undertexterna går till {last}: {count} av {all} visas aldrig.",
        ),
    },
)
def captions_past_the_end(timed: Timed, *, most_seconds: float = 5.0) -> Outcome:
    """The last cue begins before the end, or ``most_seconds`` after it: lengths are rounded. Our own limit."""
    late = [cue for cue in timed.cues if cue.start > timed.seconds]
    if not late or late[-1].start <= timed.seconds + most_seconds:
        return passed()
    end, last = clock(timed.seconds), late[-1].clock
    return failed("past", end=end, last=last, count=len(late), all=len(timed.cues))


@rule(
    document=Recording,
    each=with_times_not_heard,
    meets=("WCAG 1.2.2",),
    title=Text("Captions go on as long as somebody speaks", "Undertexterna räcker så länge någon talar"),
    why=Text(
        "Where the captions end and the speech does not, the rest is lost to those who do not hear.",
        "Där undertexterna slutar men inte talet går resten förlorat för den som inte hör.",
    ),
    who=(People.DEAF,),
    fix=OTHER_VERSION,
    messages={
        "early": Text(
            "The captions end at {last}, and the recording at {end}. Does anybody speak in between?",
            "Undertexterna slutar vid {last}, och inspelningen vid {end}. Talar någon däremellan?",
        ),
        "lost": Text(
            "Somebody speaks after {last}, where the captions end.",
            "Någon talar efter {last}, där undertexterna slutar.",
        ),
    },
)
def captions_end_early(timed: Timed, *, most_seconds: int = 60) -> Outcome:
    """They go on until ``most_seconds`` before the end, or a person says that nothing is said there. Our own "
    "limit."""
    last = max(cue.end for cue in timed.cues)
    if timed.seconds - last <= most_seconds:
        return passed()
    data = {"last": clock(last), "end": clock(timed.seconds)}
    return ask("early", yes=failed("lost", last=clock(last)), no=passed(), **data)


def examples() -> dict[str, dict[str, Recording]]:
    tracks = (Track(Medium.VIDEO), Track(Medium.AUDIO, 2))

    def recording(*starts: float, heard: Heard | None = None) -> Recording:
        cues = tuple(Cue(start, start + 2, ("Hej!",)) for start in starts)
        side_car = CaptionsNamed("talk.sv.vtt", "sv", Captions("webvtt", cues))
        return Recording(seconds=600, tracks=tracks, side_cars=(side_car,), heard=heard)

    inside = Track(Medium.TEXT, 3, "tx3g", "sv", "swe", captions=Captions("tx3g", (Cue(1, 3, ("Hej!",)),)))
    return {
        "captions_past_the_end": {
            "failed past": recording(1, 620, 900),
            "passed": recording(1, 598),
            "passed, a little after": recording(1, 603),
            "inapplicable, no captions": Recording(seconds=600, tracks=tracks),
            "inapplicable, its length is not known": Recording(tracks=(*tracks, inside)),
        },
        "captions_end_early": {
            "cannot-tell early": recording(1, 300),
            "cannot-tell early, a track": Recording(seconds=600, tracks=(*tracks, inside)),
            "passed": recording(1, 590),
            "inapplicable, it was heard": recording(
                1, 300, heard=Heard((TrackHeard(2, 600, audible=500),), 2)
            ),
        },
    }
