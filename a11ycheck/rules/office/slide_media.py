"""Videos and sounds on slides can be followed without hearing, and do not start by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.office.model import CaptionTrack, Media, Office, Shape, Slide, Start

LONGEST_SOUND = 3.0
"""Seconds that a sound may go on by itself (WCAG 2.2, 1.4.2)."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A shape with the video or sound that it plays."""

    shape: Shape
    media: Media

    @property
    def where(self) -> Where:
        return self.shape.where


def recordings(document: Office) -> Iterator[Recording]:
    """Each video and sound."""
    for shape in document.shapes:
        if shape.media is not None:
            yield Recording(shape, shape.media)


def held_in_the_document(document: Office) -> Iterator[Recording]:
    """Each video and sound but those on the web, about which the rules for recordings in all content ask."""
    return (found for found in recordings(document) if not found.media.is_online)


def by_themselves(document: Office) -> Iterator[Recording]:
    """Each video and sound that starts without being asked to."""
    return (found for found in recordings(document) if found.media.start == "by itself")


@rule(
    document=Office,
    each=held_in_the_document,
    meets=("WCAG 1.2.1", "WCAG 1.2.2"),
    title=Text(
        "Videos and sounds on slides have captions or a transcript",
        "Videor och ljud i presentationen har textning eller utskrift",
    ),
    why=Text(
        "Someone who does not hear what is said gets nothing out of a video without captions or a sound without a "
        "transcript.",
        "Den som inte hör det som sägs får inte ut något av en video utan textning eller ett ljud utan utskrift.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Add captions to the video, or use a version that has them in the picture. Write down what is said in a "
            "sound, on the slide or in a document beside it.",
            "Lägg till textning till videon, eller använd en version med texten i bild. Skriv ner det som sägs i ett "
            "ljud, på bilden eller i ett dokument bredvid.",
        ),
        powerpoint=Text(
            "Select the video, choose Insert Captions on the Playback tab, and add a caption file (WebVTT).",
            "Markera videon, välj Infoga undertexter på fliken Uppspelning och lägg till en textfil för undertexter "
            "(WebVTT).",
        ),
        libreoffice=Text(
            "Impress has no captions for videos: put the text in the picture before the video is added.",
            "Impress har ingen textning av videor: lägg in texten i bild innan videon läggs till.",
        ),
    ),
    messages={
        "video": Text(
            "The video has no captions that can be turned on. Are they in its picture, or is nothing said in it?",
            "Videon har ingen textning som går att slå på. Finns texten i bild, eller sägs ingenting i den?",
        ),
        "sound": Text(
            "Is what is said in the sound also there as text, or is nothing said in it?",
            "Finns det som sägs i ljudet också som text, eller sägs ingenting i det?",
        ),
        "no-captions": Text("The video has no captions.", "Videon saknar textning."),
        "no-transcript": Text(
            "What is said in the sound is not there as text.", "Det som sägs i ljudet finns inte som text."
        ),
    },
)
def slide_media_no_captions(recording: Recording) -> Outcome:
    """It has a track of captions, or a person finds that nothing is missed without one."""
    if recording.media.captions:
        return passed()
    if recording.media.is_video:
        return ask("video", yes=passed(), no=failed("no-captions"))
    return ask("sound", yes=passed(), no=failed("no-transcript"))


@rule(
    document=Office,
    each=by_themselves,
    meets=("WCAG 1.4.2",),
    title=Text(
        "Videos and sounds on slides wait to be started",
        "Videor och ljud i presentationen väntar på att bli startade",
    ),
    why=Text(
        "A sound that starts by itself drowns out the screen reader, and startles everyone else.",
        "Ett ljud som startar av sig självt dränker skärmläsaren, och överraskar alla andra.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Let the recording start when it is clicked.",
            "Låt inspelningen starta när någon klickar på den.",
        ),
        powerpoint=Text(
            "Select the recording and choose Start: When Clicked On on the Playback tab.",
            "Markera inspelningen och välj på fliken Uppspelning att den startar när du klickar på den.",
        ),
        libreoffice=Text(
            "Open the pane for animations, and let the recording start on a click.",
            "Öppna panelen för animeringar och låt inspelningen starta vid klick.",
        ),
    ),
    messages={
        "starts": Text(
            "It starts by itself when the slide comes. Is it silent, or over within three seconds?",
            "Uppspelningen startar av sig själv när bilden visas. Är den utan ljud, eller slut inom tre sekunder?",
        ),
        "loud": Text(
            "It starts by itself, with sound, when the slide comes.",
            "Uppspelningen startar av sig själv, med ljud, när bilden visas.",
        ),
    },
)
def slide_media_starts_by_itself(recording: Recording) -> Outcome:
    """It is over within three seconds, or a person finds that it has no sound."""
    if 0 < recording.media.duration <= LONGEST_SOUND and not recording.media.loops:
        return passed()
    return ask("starts", yes=passed(), no=failed("loud"))


def examples() -> dict[str, dict[str, Office]]:
    def deck(
        is_video: bool = True, *tracks: CaptionTrack, start: Start = "click", duration: float = 0.0
    ) -> Office:
        media = Media(is_video, tracks, start=start, duration=duration)
        shape = Shape("media", name="Inspelning", media=media)
        return Office("slides", "pptx", slides=(Slide(1, (shape,)),))

    return {
        "slide_media_no_captions": {
            "cannot-tell video": deck(),
            "cannot-tell sound": deck(is_video=False),
            "passed": deck(True, CaptionTrack("sv", "Svenska")),
            "inapplicable": Office("slides", slides=(Slide(1, (Shape("picture"),)),)),
        },
        "slide_media_starts_by_itself": {
            "cannot-tell starts": deck(start="by itself"),
            "cannot-tell starts, a sound": deck(False, start="by itself", duration=12),
            "passed, a short one": deck(False, start="by itself", duration=2),
            "inapplicable, on a click": deck(),
            "inapplicable": Office(),
        },
    }
