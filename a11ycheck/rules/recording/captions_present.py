"""Recorded speech can be read: the recording has captions."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.captions.model import Captions, Cue
from a11ycheck.documents.recording.heard_model import Heard, Span, TrackHeard, Watched
from a11ycheck.documents.recording.model import CaptionsNamed, Closed, Medium, Recording, Track


def to_be_seen_and_heard(recording: Recording) -> Iterator[Recording]:
    """A recording with picture and sound; a track of sound in which nothing is to be heard is none."""
    is_silent = recording.heard is not None and recording.heard.is_silent
    if recording.has_video and recording.has_sound and not is_silent:
        yield recording


@rule(
    document=Recording,
    each=to_be_seen_and_heard,
    meets=("WCAG 1.2.2",),
    title=Text("A recording with speech has captions", "En inspelning med tal har undertexter"),
    why=Text(
        "Someone who does not hear the sound misses all that is said. Captions help those who are new to the "
        "language as well, and everyone who sits where the sound must be off.",
        "Den som inte hör ljudet går miste om allt som sägs. Undertexter hjälper också den som är ny i språket, och "
        "alla som sitter där ljudet måste vara av.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Have captions made where the recording is kept, read them against the sound and correct them. YouTube "
            "Studio: Subtitles, choose the video, then Duplicate and Edit on the automatic captions. Microsoft "
            "Stream: open the recording, Video settings, Transcript and captions. Clipchamp: Captions, then export "
            "the video. Vimeo: the video's settings, Languages or Captions. Or put a caption file with the same "
            "name beside the recording: talk.mp4 and talk.en.vtt.",
            "Låt göra undertexter där inspelningen finns, läs dem mot ljudet och rätta dem. YouTube Studio: "
            "Undertexter, välj videon och redigera de automatiska undertexterna. Microsoft Stream: öppna "
            "inspelningen, gå till videons inställningar och skapa eller ladda upp undertexter. Clipchamp: "
            "undertexterna i redigeraren, exportera sedan videon. Vimeo: undertexterna i videons inställningar. "
            "Eller lägg en textfil med samma namn bredvid inspelningen: talk.mp4 och talk.sv.vtt.",
        ),
        web=Text(
            'Put a track in the video: <track kind="captions" src="talk.en.vtt" srclang="en">. To put captions into '
            "the "
            "file: ffmpeg -i talk.mp4 -i talk.en.vtt -map 0 -map 1 -c copy -c:s mov_text -metadata:s:s:0 "
            "language=eng out.mp4, or in HandBrake: Subtitles, Import Subtitle.",
            'Lägg ett spår i videon: <track kind="captions" src="talk.sv.vtt" srclang="sv">. För att lägga '
            "undertexter i "
            "filen: ffmpeg -i talk.mp4 -i talk.sv.vtt -map 0 -map 1 -c copy -c:s mov_text -metadata:s:s:0 "
            "language=swe ut.mp4, eller i HandBrake: Subtitles, Import Subtitle.",
        ),
    ),
    messages={
        "unknown": Text(
            "No captions are found, in the recording or beside it. Is anything said in it that is not shown as text "
            "in the picture?",
            "Inga undertexter hittas, varken i inspelningen eller bredvid den. Sägs det något i den som inte visas "
            "som text i bilden?",
        ),
        "unknown-empty": Text(
            "The recording offers closed captions, but nothing is found in them. Is anything said in it that is not "
            "shown as text in the picture?",
            "Inspelningen erbjuder dold textning, men inget hittas i den. Sägs det något i inspelningen som inte "
            "visas som text i bilden?",
        ),
        "unread": Text(
            "The track “{name}” is one of captions, but its texts cannot be read here. Do they show all that is said?",
            "Spåret ”{name}” är ett med undertexter, men texterna går inte att läsa här. Visar de allt som sägs?",
        ),
        "burned-in": Text(
            "Speech is heard for {seconds} seconds, and there are no captions that can be turned on, but the picture "
            "seems to have lines of text. Is anything said that is not shown there?",
            "Tal hörs i {seconds} sekunder, och det finns inga undertexter att slå på, men det ser ut att finnas "
            "textrader i bilden. Sägs det något som inte visas där?",
        ),
        "no-speech": Text(
            "There is sound but hardly any speech, and no captions are found. Is anything heard that one needs to "
            "know of and does not see?",
            "Det finns ljud men knappt något tal, och inga undertexter hittas. Hörs det något som man behöver känna "
            "till och inte ser?",
        ),
        "missing": Text("The recording has no captions.", "Inspelningen saknar undertexter."),
        "speech": Text(
            "The recording has no captions, and speech is heard in it for {seconds} seconds, the first time at "
            "{clock}.",
            "Inspelningen saknar undertexter, och tal hörs i den i {seconds} sekunder, första gången vid {clock}.",
        ),
    },
)
def captions_present(
    recording: Recording, *, least_speech_seconds: float = 3.0, burned_in_percent: int = 50
) -> Outcome:
    """It has captions as text or as pictures, inside or beside it, or nothing is said in it.

    From ``least_speech_seconds`` of speech on there is something to caption; from ``burned_in_percent`` of pictures
    with a changing line of text the captions may be in the picture. Both are our own.
    """
    unread = [named for named in recording.captions if named.track is not None and named.captions is None]
    if len(unread) < len(recording.captions) or recording.of(Medium.PICTURES):
        return passed()
    if recording.closed is Closed.PRESENT:
        return passed()
    if unread:
        return ask("unread", yes=passed(), no=failed("missing"), name=unread[0].name)
    heard = recording.heard
    if heard is None or heard.sound is None:
        unknown = "unknown-empty" if recording.closed is Closed.EMPTY else "unknown"
        return ask(unknown, yes=failed("missing"), no=passed())
    if heard.speech_seconds < least_speech_seconds:
        if not heard.sound.whole:
            return ask("unknown", yes=failed("missing"), no=passed())
        return ask("no-speech", yes=failed("missing"), no=passed())
    seconds = round(heard.speech_seconds)
    if heard.watched is not None and (heard.watched.text_percent or 0) >= burned_in_percent:
        return ask("burned-in", yes=failed("missing"), no=passed(), seconds=seconds)
    return failed("speech", seconds=seconds, clock=heard.sound.speech[0].clock)


def examples() -> dict[str, Recording]:
    tracks = (Track(Medium.VIDEO), Track(Medium.AUDIO, 2))
    text = Track(Medium.TEXT, 3, "tx3g", "sv", "swe", captions=Captions("tx3g", (Cue(1, 3, ("Hej!",)),)))
    speech = TrackHeard(2, 60, audible=55, speech=(Span(4, 40),))
    quiet = TrackHeard(2, 60, audible=55)
    return {
        "failed speech": Recording(tracks=tracks, heard=Heard((speech,), 2, watched=Watched(text_percent=3))),
        "failed speech, and only chapters": Recording(
            tracks=(*tracks, Track(Medium.CHAPTERS, 3)), heard=Heard((speech,), 2)
        ),
        "cannot-tell burned-in": Recording(
            tracks=tracks, heard=Heard((speech,), 2, watched=Watched(text_percent=90))
        ),
        "cannot-tell no-speech": Recording(tracks=tracks, heard=Heard((quiet,), 2)),
        "cannot-tell unknown": Recording(tracks=tracks),
        "cannot-tell unknown, it could not be listened to": Recording(
            tracks=tracks, heard=Heard(trouble="codec")
        ),
        "cannot-tell unknown, not heard to the end": Recording(
            tracks=tracks, heard=Heard((TrackHeard(2, 60, whole=False, audible=55),), 2)
        ),
        "cannot-tell unknown-empty": Recording(tracks=tracks, closed=Closed.EMPTY),
        "cannot-tell unread": Recording(tracks=(*tracks, Track(Medium.TEXT, 3, "stpp", name="Svenska"))),
        "passed, a track of text": Recording(tracks=(*tracks, text)),
        "passed, closed captions": Recording(tracks=tracks, closed=Closed.PRESENT),
        "passed, a file beside it": Recording(tracks=tracks, side_cars=(CaptionsNamed("talk.sv.vtt", "sv"),)),
        "inapplicable, no sound": Recording(tracks=tracks[:1]),
        "inapplicable, silence": Recording(tracks=tracks, heard=Heard((TrackHeard(2, 60),), 2)),
        "inapplicable, only sound": Recording(tracks=tracks[1:]),
    }
