"""What is heard in the tracks of sound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.recording.heard_model import Heard, Span, TrackHeard
from a11ycheck.documents.recording.model import Medium, Recording, Role, Track


def listened_to(recording: Recording) -> Iterator[Recording]:
    if recording.heard is not None and recording.heard.sound is not None:
        yield recording


@rule(
    document=Recording,
    each=listened_to,
    title=Text("There is something to hear in the sound", "Det finns något att höra i ljudet"),
    why=Text(
        "A microphone that was off is not noticed by those who published the recording with the sound off.",
        "En mikrofon som var av märks inte av den som lade ut inspelningen utan att lyssna.",
    ),
    who=(People.EVERYONE,),
    fix=Fix(
        Text(
            "Listen to the original. If the sound is in it, export again with the sound on; if not, say beside the "
            "recording that it has no sound, and what was said.",
            "Lyssna på originalet. Finns ljudet där, exportera igen med ljudet på; om inte, skriv vid "
            "inspelningen att den saknar ljud, och vad som sades.",
        ),
    ),
    messages={
        "silent": Text(
            "The track of sound is silent all through. Is the recording meant to be without sound?",
            "Ljudspåret är tyst rakt igenom. Är det meningen att inspelningen ska vara utan ljud?",
        ),
        "lost": Text("The sound of the recording is lost.", "Inspelningens ljud har gått förlorat."),
        "nothing": Text(
            "There is nothing to hear in the recording.", "Det finns inget att höra i inspelningen."
        ),
    },
)
def sound_heard(recording: Recording) -> Outcome:
    """Some of it is louder than silence, or a person says that it is meant to be silent; sound alone is not."""
    heard = recording.heard
    if heard is None or not heard.is_silent:
        return passed()
    return ask("silent", yes=passed(), no=failed("lost")) if recording.has_video else failed("nothing")


@dataclass(frozen=True, slots=True)
class Described:
    """A track that is said to describe the picture, and what was heard in it."""

    track: Track
    heard: TrackHeard

    @property
    def where(self) -> Where:
        return self.track.where


def described(recording: Recording) -> Iterator[Described]:
    heard = recording.heard
    if heard is None or heard.sound is None:
        return
    for track in recording.of(Medium.AUDIO):
        beside = heard.track(track.number)
        if track.is_described and beside is not None and beside is not heard.sound:
            yield Described(track, beside)


@rule(
    document=Recording,
    each=described,
    meets=("WCAG 1.2.3", "WCAG 1.2.5"),
    title=Text("Audio description says more than the sound does", "Syntolkningen säger mer än ljudet"),
    why=Text(
        "Who chooses the described sound and gets the ordinary one does not learn what is to be seen, and "
        "cannot know it.",
        "Den som väljer det syntolkade ljudet och får det vanliga får inte veta vad som syns, och kan inte märka det.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "Listen to the track. Often the ordinary sound was exported twice: put the described one in its "
            "place, in the program in which the tracks are put together.",
            "Lyssna på spåret. Ofta har det vanliga ljudet exporterats två gånger: lägg in det syntolkade i "
            "stället, i programmet där spåren sätts ihop.",
        ),
    ),
    messages={
        "nothing-added": Text(
            "The track is flagged as audio described, but there are only {seconds} s of speech in it that the "
            "ordinary sound does not have.",
            "Spåret är märkt som syntolkat, men det har bara {seconds} s tal som inte finns i det vanliga ljudet.",
        ),
        "perhaps": Text(
            "The track is flagged as audio described; in the part that was listened to there is no more speech "
            "than in the ordinary sound. Does it say what is to be seen?",
            "Spåret är märkt som syntolkat; i den del som avlyssnats finns inte mer tal än i det vanliga "
            "ljudet. Säger det vad som syns?",
        ),
    },
)
def description_adds_speech(
    described: Described, *, least_seconds: float = 3.0, least_percent: float = 2.0
) -> Outcome:
    """It has ``least_seconds`` and ``least_percent`` of its length of speech more. Our own limits: W3C's example of a
    described video has 47 % more."""
    heard = described.heard
    if heard.added >= max(least_seconds, heard.seconds * least_percent / 100):
        return passed()
    fault = failed("nothing-added", seconds=round(heard.added))
    return fault if heard.whole else ask("perhaps", yes=passed(), no=fault)


def examples() -> dict[str, dict[str, Recording]]:
    picture, sound = Track(Medium.VIDEO), Track(Medium.AUDIO, 2)
    extra = Track(Medium.AUDIO, 3, role=Role.DESCRIPTION)
    speech = TrackHeard(2, 60, audible=55, speech=(Span(4, 40),))

    def with_extra(added: float, *, whole: bool = True) -> Recording:
        other = TrackHeard(3, 60, whole, 55, (Span(4, 40),), added)
        return Recording(tracks=(picture, sound, extra), heard=Heard((speech, other), 2))

    silence = Heard((TrackHeard(2, 60),), 2)
    return {
        "sound_heard": {
            "cannot-tell silent": Recording(tracks=(picture, sound), heard=silence),
            "failed nothing": Recording(tracks=(sound,), heard=silence),
            "passed": Recording(tracks=(picture, sound), heard=Heard((speech,), 2)),
            "inapplicable": Recording(tracks=(picture, sound)),
        },
        "description_adds_speech": {
            "failed nothing-added": with_extra(0.4),
            "cannot-tell perhaps": with_extra(0.4, whole=False),
            "passed": with_extra(14),
            "inapplicable": Recording(tracks=(picture, sound), heard=Heard((speech,), 2)),
        },
    }
