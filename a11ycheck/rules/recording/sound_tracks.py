"""Several tracks of sound can be told apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, failed, passed, rule
from a11ycheck.documents.recording.model import Medium, Recording, Role, Track


@dataclass(frozen=True, slots=True)
class Extra:
    """A track of sound beside the main one, and the languages of the others."""

    track: Track
    languages: frozenset[str]

    @property
    def where(self) -> Where:
        return self.track.where


def extra_tracks(recording: Recording) -> Iterator[Extra]:
    sounds = recording.of(Medium.AUDIO)
    for track in sounds:
        if track is not recording.sound:
            others = frozenset(other.language for other in sounds if other is not track)
            yield Extra(track, others)


@rule(
    document=Recording,
    each=extra_tracks,
    title=Text("Tracks of sound say what they are", "Ljudspår anger vad de är"),
    why=Text(
        "Players list the tracks of sound by name and language. Without either, nobody finds the audio description "
        "or the language of their own.",
        "Spelare listar ljudspåren efter namn och språk. Utan något av dem hittar ingen syntolkningen eller sitt "
        "eget språk.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Give each track of sound a name and a language where the recording is made. HandBrake: Audio, the "
            "track's settings. MKVToolNix: select the track, then Track name and Language.",
            "Ge varje ljudspår ett namn och ett språk där inspelningen görs. HandBrake: Audio, spårets "
            "inställningar. MKVToolNix: markera spåret och ange namn och språk.",
        ),
        web=Text(
            "In a terminal: ffmpeg -i talk.mp4 -map 0 -c copy -metadata:s:a:1 language=eng -metadata:s:a:1 "
            'title="Audio description" out.mp4. Nothing is recoded.',
            "I en terminal: ffmpeg -i talk.mp4 -map 0 -c copy -metadata:s:a:1 language=swe -metadata:s:a:1 "
            "title=Syntolkning ut.mp4. Inget kodas om.",
        ),
    ),
    messages={
        "unlabelled": Text(
            "The recording has several tracks of sound, and this one says neither name, role nor a language of its "
            "own.",
            "Inspelningen har flera ljudspår, och det här anger varken namn, roll eller ett eget språk.",
        ),
    },
)
def sound_tracks(extra: Extra) -> Outcome:
    """It has a name, a role or a flag, or it is the only one in its language."""
    track = extra.track
    is_labelled = track.name or track.role not in (Role.NONE, Role.MAIN) or track.is_described
    if is_labelled or (track.has_language and track.language not in extra.languages):
        return passed()
    return failed("unlabelled")


def examples() -> dict[str, Recording]:
    main = Track(Medium.AUDIO, 2, "mp4a", "sv", "swe", default=True)
    return {
        "failed unlabelled": Recording(tracks=(main, Track(Medium.AUDIO, 3, "mp4a", "sv", "swe"))),
        "failed unlabelled, no language": Recording(tracks=(main, Track(Medium.AUDIO, 3, "mp4a"))),
        "passed, another language": Recording(tracks=(main, Track(Medium.AUDIO, 3, "mp4a", "en", "eng"))),
        "passed, a name": Recording(tracks=(main, Track(Medium.AUDIO, 3, "mp4a", name="Syntolkning"))),
        "passed, a flag": Recording(tracks=(main, Track(Medium.AUDIO, 3, "mp4a", visual_impaired=True))),
        "inapplicable": Recording(tracks=(main,)),
    }
