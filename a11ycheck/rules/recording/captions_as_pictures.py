"""Captions are text, not pictures of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, failed, passed, rule
from a11ycheck.documents.recording.model import CaptionsNamed, Medium, Recording, Track


@dataclass(frozen=True, slots=True)
class Pictures:
    """A track of pictures of text, and the languages in which there are captions as text as well."""

    track: Track
    as_text: frozenset[str]

    @property
    def where(self) -> Where:
        return self.track.where


def tracks_of_pictures(recording: Recording) -> Iterator[Pictures]:
    as_text = frozenset(named.language for named in recording.captions)
    for track in recording.of(Medium.PICTURES):
        yield Pictures(track, as_text)


@rule(
    document=Recording,
    each=tracks_of_pictures,
    title=Text("Captions in a recording are text", "Undertexterna i en inspelning är text"),
    why=Text(
        "Pictures of text cannot be made larger or given other colours, and no braille display or reading voice "
        "gets at them. Many players, those of web pages among them, do not show them at all.",
        "Bilder av text går inte att förstora eller ge andra färger, och varken punktskriftsskärm eller talsyntes "
        "kommer åt dem. Många spelare, som de på webbsidor, visar dem inte alls.",
    ),
    who=(People.LOW_VISION, People.DEAF, People.READING),
    fix=Fix(
        Text(
            "Get the captions as text (SRT or WebVTT) from whoever made them, or have them read out of the pictures "
            "with a caption editor such as Subtitle Edit (import from the video, then OCR), and proofread them.",
            "Be den som gjorde undertexterna om dem som text (SRT eller WebVTT), eller läs ut dem ur bilderna med "
            "ett textningsprogram som Subtitle Edit (importera från videon och kör OCR), och korrekturläs dem.",
        ),
    ),
    messages={
        "pictures": Text(
            "The captions in this track are pictures ({codec}), and there are none as text in the same language.",
            "Undertexterna i spåret är bilder ({codec}), och det finns inga som text på samma språk.",
        ),
    },
)
def captions_as_pictures(pictures: Pictures) -> Outcome:
    """What a track shows as pictures is there as text in the same language too."""
    if pictures.track.language in pictures.as_text:
        return passed()
    return failed("pictures", codec=pictures.track.codec)


def examples() -> dict[str, Recording]:
    track = Track(Medium.PICTURES, 3, "S_HDMV/PGS", "sv", "swe")
    return {
        "failed pictures": Recording(tracks=(track,)),
        "failed pictures, text in another language": Recording(
            tracks=(track,), side_cars=(CaptionsNamed("talk.en.vtt", "en"),)
        ),
        "passed": Recording(tracks=(track,), side_cars=(CaptionsNamed("talk.sv.vtt", "sv"),)),
        "inapplicable": Recording(),
    }
