"""A track of captions says which language it is in."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.recording.model import Medium, Recording, Role, Track


def tracks_of_captions(recording: Recording) -> Iterator[Track]:
    for track in recording.tracks:
        if track.medium in (Medium.TEXT, Medium.PICTURES) and track.role is not Role.METADATA:
            yield track


@rule(
    document=Recording,
    each=tracks_of_captions,
    title=Text(
        "Captions in a recording say their language", "Undertexterna i en inspelning anger sitt språk"
    ),
    why=Text(
        "Players list captions by language and turn on those that the user has chosen. Without a language they are "
        "called “Track 1” or “Unknown”, and are not found.",
        "Spelare listar undertexter efter språk och slår på dem som användaren har valt. Utan språk heter de ”Spår "
        "1” eller ”Okänt” och hittas inte.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Set the language when the captions are added. HandBrake: Subtitles, choose the track's language when "
            "it is imported. MKVToolNix: open the file, select the track, Language, then start multiplexing.",
            "Ange språket när undertexterna läggs till. HandBrake: Subtitles, välj språk för spåret när det "
            "importeras. MKVToolNix: öppna filen, markera spåret, ange språket och spara en ny fil.",
        ),
        web=Text(
            "In a terminal: ffmpeg -i talk.mp4 -map 0 -c copy -metadata:s:s:0 language=eng out.mp4. Nothing is "
            "recoded.",
            "I en terminal: ffmpeg -i talk.mp4 -map 0 -c copy -metadata:s:s:0 language=swe ut.mp4. Inget kodas om.",
        ),
    ),
    messages={
        "none": Text(
            "The captions in this track say no language.", "Undertexterna i spåret anger inget språk."
        ),
        "unknown": Text(
            "The language of the captions is given as “{written}”, which is no language code.",
            "Undertexternas språk är angivet som ”{written}”, vilket inte är någon språkkod.",
        ),
    },
)
def track_language(track: Track) -> Outcome:
    """It has a code of a language that exists."""
    if not track.language:
        return failed("none")
    return passed() if track.has_language else failed("unknown", written=track.written)


def examples() -> dict[str, Recording]:
    return {
        "failed none": Recording(tracks=(Track(Medium.TEXT, 3, "tx3g", "", "und"),)),
        "failed unknown": Recording(tracks=(Track(Medium.TEXT, 3, "tx3g", "swedish", "swedish"),)),
        "passed": Recording(tracks=(Track(Medium.TEXT, 3, "tx3g", "sv", "swe"),)),
        "inapplicable": Recording(tracks=(Track(Medium.CHAPTERS, 3, "text"),)),
    }
