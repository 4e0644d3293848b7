"""What a recording without sound shows is there in another form too."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.recording.heard_model import Heard, TrackHeard
from a11ycheck.documents.recording.model import Medium, Recording, Track


def only_to_be_seen(recording: Recording) -> Iterator[Recording]:
    is_silent = recording.heard is not None and recording.heard.is_silent
    if recording.has_video and (is_silent or not recording.has_sound):
        yield recording


@rule(
    document=Recording,
    each=only_to_be_seen,
    meets=("WCAG 1.2.1",),
    title=Text(
        "What a recording without sound shows is told in another way too",
        "Det som en inspelning utan ljud visar berättas också på annat sätt",
    ),
    why=Text(
        "Someone who does not see the picture has nothing at all of a recording without sound.",
        "Den som inte ser bilden får ingenting alls ut av en inspelning utan ljud.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "Write what happens, step by step, in a text beside the recording, or add a voice that tells it.",
            "Skriv vad som händer, steg för steg, i en text bredvid inspelningen, eller lägg till en röst som "
            "berättar det.",
        ),
    ),
    messages={
        "silent": Text(
            "There is nothing to hear in the recording. Does a text beside it, or the page that it is on, tell what "
            "it shows, or does it show nothing that matters?",
            "Det finns inget att höra i inspelningen. Berättar en text bredvid den, eller sidan den ligger på, vad "
            "den visar, eller visar den inget av betydelse?",
        ),
        "missing": Text(
            "The recording has no sound, and what it shows is told nowhere.",
            "Inspelningen har inget ljud, och det den visar berättas ingenstans.",
        ),
    },
)
def picture_only(recording: Recording) -> Outcome:
    """A person says that it is told elsewhere: what a picture shows cannot be told from the file."""
    return ask("silent", yes=passed(), no=failed("missing"))


def examples() -> dict[str, Recording]:
    tracks = (Track(Medium.VIDEO), Track(Medium.AUDIO, 2))
    return {
        "cannot-tell silent": Recording(tracks=tracks[:1]),
        "cannot-tell silent, a track of silence": Recording(
            tracks=tracks, heard=Heard((TrackHeard(2, 60),), 2)
        ),
        "inapplicable": Recording(tracks=tracks),
        "inapplicable, only sound": Recording(tracks=tracks[1:]),
    }
