"""What is seen in a recording is also said."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.recording.heard_model import Heard, TrackHeard
from a11ycheck.documents.recording.model import Medium, Recording, Role, Track
from a11ycheck.text.recordings import DESCRIBED, offered


def to_be_seen_and_heard(recording: Recording) -> Iterator[Recording]:
    """A recording with picture and sound; one in which nothing is to be heard is asked about by another rule."""
    is_silent = recording.heard is not None and recording.heard.is_silent
    if recording.has_video and recording.has_sound and not is_silent:
        yield recording


@rule(
    document=Recording,
    each=to_be_seen_and_heard,
    meets=("WCAG 1.2.3", "WCAG 1.2.5"),
    title=Text("What is to be seen in a recording is also said", "Det som syns i en inspelning sägs också"),
    why=Text(
        "Someone who does not see the picture gets what is said and nothing else: not the slide that is pointed at, "
        "not the name on the screen, not what somebody does without a word.",
        "Den som inte ser bilden får det som sägs och inget annat: inte bilden som pekas på, inte namnet i rutan, "
        "inte det som någon gör utan ord.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "Have the recording described: a voice says, in the pauses, what is to be seen and is not said. Publish "
            "that as a version of its own beside the first, or as a second track of sound. Next time, have the "
            "speakers say what they show, and there is nothing to describe.",
            "Låt syntolka inspelningen: en röst säger i pauserna det som syns och inte sägs. Publicera det som en "
            "egen version bredvid den första, eller som ett andra ljudspår. Be nästa gång talarna att säga det de "
            "visar, så finns det inget att syntolka.",
        ),
        web=Text(
            "Flag the described sound as such, in a terminal: ffmpeg -i talk.mp4 -i described.m4a -map 0 -map 1 "
            "-c copy "
            '-disposition:a:1 visual_impaired+descriptions -metadata:s:a:1 title="Audio description" out.mp4. '
            "Nothing is recoded.",
            "Märk ljudspåret som syntolkning, i en terminal: ffmpeg -i talk.mp4 -i syntolkning.m4a -map 0 -map 1 "
            "-c copy "
            '-disposition:a:1 visual_impaired+descriptions -metadata:s:a:1 title="Syntolkning" ut.mp4. Inget kodas '
            "om.",
        ),
    ),
    messages={
        "nothing-described": Text(
            "Is there anything to see that the speech does not say?",
            "Finns det något att se som talet inte säger?",
        ),
        "by-name": Text(
            "The sound track “{name}” is called audio described but not flagged as such. Does it say what is to be "
            "seen?",
            "Ljudspåret ”{name}” kallas syntolkning men är inte märkt som det. Säger det vad som syns?",
        ),
        "missing": Text(
            "There are things to see that are not said, and the recording has no audio description.",
            "Det finns saker att se som inte sägs, och inspelningen är inte syntolkad.",
        ),
    },
)
def described(recording: Recording) -> Outcome:
    """It has a track of sound that is flagged as described, or a person says that there is nothing to describe."""
    sounds = recording.of(Medium.AUDIO)
    if any(track.is_described for track in sounds):
        return passed()
    for track in sounds:
        if DESCRIBED in offered(track.name):
            return ask("by-name", yes=passed(), no=failed("missing"), name=track.name)
    return ask("nothing-described", yes=failed("missing"), no=passed())


def examples() -> dict[str, Recording]:
    tracks = (Track(Medium.VIDEO), Track(Medium.AUDIO, 2))
    return {
        "cannot-tell nothing-described": Recording(tracks=tracks),
        "cannot-tell by-name": Recording(
            tracks=(*tracks, Track(Medium.AUDIO, 3, name="Svenska, syntolkning"))
        ),
        "passed, by its role": Recording(tracks=(*tracks, Track(Medium.AUDIO, 3, role=Role.DESCRIPTION))),
        "passed, by its flag": Recording(tracks=(*tracks, Track(Medium.AUDIO, 3, visual_impaired=True))),
        "inapplicable, only sound": Recording(tracks=tracks[1:]),
        "inapplicable, only a picture": Recording(tracks=tracks[:1]),
        "inapplicable, silence": Recording(tracks=tracks, heard=Heard((TrackHeard(2, 60),), 2)),
    }
