"""What is said in a recording of sound can be read."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.recording.heard_model import Heard, TrackHeard
from a11ycheck.documents.recording.model import CaptionsNamed, Medium, Recording, Track
from a11ycheck.text.recordings import TRANSCRIPT, mentions


def only_to_be_heard(recording: Recording) -> Iterator[Recording]:
    is_silent = recording.heard is not None and recording.heard.is_silent
    if recording.has_sound and not recording.has_video and not is_silent:
        yield recording


@rule(
    document=Recording,
    each=only_to_be_heard,
    meets=("WCAG 1.2.1",),
    title=Text(
        "What is said in a recording of sound can be read", "Det som sägs i en ljudinspelning går att läsa"
    ),
    why=Text(
        "Someone who does not hear has nothing at all of a recording of sound. A transcript can be searched and "
        "translated as well, and is read in a third of the time.",
        "Den som inte hör får ingenting alls ut av en ljudinspelning. En utskrift går också att söka i och "
        "översätta, och läses på en tredjedel av tiden.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Have a transcript made, read it against the sound and put it where the recording is. In Word on the "
            "web: Home, Dictate, Transcribe, and upload the recording. In Microsoft Stream: Video settings, "
            "Transcript and captions.",
            "Låt göra en utskrift av talet, läs den mot ljudet och lägg den där inspelningen finns. I Word på "
            "webben: Start, Diktera, Transkribera, och ladda upp inspelningen. Microsoft Stream gör också "
            "utskrifter av inspelningar.",
        ),
        web=Text(
            "Put the transcript, or a link to it, right after the audio element.",
            "Lägg utskriften, eller en länk till den, direkt efter elementet audio.",
        ),
    ),
    messages={
        "unknown": Text(
            "Is what is said in the recording also there as text, where people find the recording?",
            "Finns det som sägs i inspelningen också som text, där man hittar inspelningen?",
        ),
        "by-name": Text(
            "Beside the recording lies “{name}”. Does it hold all that is said?",
            "Bredvid inspelningen ligger ”{name}”. Innehåller den allt som sägs?",
        ),
        "missing": Text(
            "What is said in the recording is nowhere to be read.",
            "Det som sägs i inspelningen går inte att läsa någonstans.",
        ),
    },
)
def transcript(recording: Recording) -> Outcome:
    """It has captions, or a text beside it that bears its name and is called a transcript or is plain text."""
    if recording.captions:
        return passed()
    named = recording.transcripts
    if any(
        TRANSCRIPT in mentions(name.replace("_", " ")) or name.casefold().endswith(".txt") for name in named
    ):
        return passed()
    if named:
        return ask("by-name", yes=passed(), no=failed("missing"), name=named[0])
    return ask("unknown", yes=passed(), no=failed("missing"))


def examples() -> dict[str, Recording]:
    tracks = (Track(Medium.AUDIO),)
    return {
        "cannot-tell unknown": Recording(tracks=tracks),
        "cannot-tell by-name": Recording(tracks=tracks, transcripts=("radio.pdf",)),
        "passed, plain text": Recording(tracks=tracks, transcripts=("radio.txt",)),
        "passed, its name says so": Recording(tracks=tracks, transcripts=("radio_transkription.docx",)),
        "passed, captions": Recording(tracks=tracks, side_cars=(CaptionsNamed("radio.sv.vtt", "sv"),)),
        "inapplicable, video": Recording(tracks=(Track(Medium.VIDEO), Track(Medium.AUDIO, 2))),
        "inapplicable, silence": Recording(tracks=tracks, heard=Heard((TrackHeard(1, 60),), 1)),
    }
