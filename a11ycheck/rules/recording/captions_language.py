"""There are captions in the language that is spoken."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.recording.model import CaptionsNamed, Medium, Recording, Track
from a11ycheck.text.language import known_primary, primary, same_for_review


def with_known_languages(recording: Recording) -> Iterator[Recording]:
    """A recording whose sound says its language, with captions whose languages are known, all of them."""
    spoken = [named.spoken for named in recording.captions]
    if recording.has_video and recording.language and spoken and all(map(known_primary, spoken)):
        yield recording


@rule(
    document=Recording,
    each=with_known_languages,
    meets=("WCAG 1.2.2",),
    title=Text(
        "A recording has captions in the language that is spoken",
        "En inspelning har undertexter på språket som talas",
    ),
    why=Text(
        "A translation is for those who do not know the language. Someone who does not hear but knows the language, "
        "and perhaps reads lips, needs the words as they are said, and the other sounds.",
        "En översättning är till för den som inte kan språket. Den som inte hör men kan språket, och kanske läser på "
        "läpparna, behöver orden som de sägs, och de andra ljuden.",
    ),
    who=(People.DEAF,),
    fix=Fix(
        Text(
            "Add captions in the language that is spoken, beside the translation. If the sound is in another "
            "language than the recording says, set the language of its sound track where the recording is made or "
            "uploaded.",
            "Lägg till undertexter på språket som talas, vid sidan av översättningen. Talas det ett annat språk än "
            "inspelningen säger, ställ in ljudspårets språk där inspelningen görs eller laddas upp.",
        ),
        web=Text(
            "The language of the sound, in a terminal: ffmpeg -i talk.mp4 -map 0 -c copy -metadata:s:a:0 "
            "language=eng out.mp4. Nothing is recoded.",
            "Ljudets språk, i en terminal: ffmpeg -i talk.mp4 -map 0 -c copy -metadata:s:a:0 language=swe ut.mp4. "
            "Inget kodas om.",
        ),
    ),
    messages={
        "other": Text(
            "The sound is said to be in “{sound}”, and there are captions in “{captions}” only. Is it “{sound}” "
            "that is spoken?",
            "Ljudet anges vara på ”{sound}”, och undertexter finns bara på ”{captions}”. Är det ”{sound}” som talas?",
        ),
        "missing": Text(
            "“{sound}” is spoken, and there are captions in “{captions}” only.",
            "Det talas ”{sound}”, och undertexter finns bara på ”{captions}”.",
        ),
    },
)
def captions_language(recording: Recording) -> Outcome:
    """One of the captions is in the language that the sound is said to be in; many programs write that unasked."""
    sound = primary(recording.language)
    found = list(dict.fromkeys(primary(named.spoken) for named in recording.captions))
    if any(language == sound or same_for_review(language, sound) for language in found):
        return passed()
    data = {"sound": sound, "captions": ", ".join(found)}
    return ask("other", yes=failed("missing", **data), no=passed(), **data)


def examples() -> dict[str, Recording]:
    tracks = (Track(Medium.VIDEO), Track(Medium.AUDIO, 2, "mp4a", "sv", "swe"))
    english = CaptionsNamed("talk.en.vtt", "en")
    return {
        "cannot-tell other": Recording(tracks=tracks, side_cars=(english,)),
        "cannot-tell other, a track": Recording(
            tracks=(*tracks, Track(Medium.TEXT, 3, "tx3g", "en-GB", "eng"))
        ),
        "passed": Recording(tracks=tracks, side_cars=(english, CaptionsNamed("talk.vtt", "sv-FI"))),
        "inapplicable, a language is not known": Recording(
            tracks=tracks, side_cars=(CaptionsNamed("talk.vtt"),)
        ),
        "inapplicable, the sound says none": Recording(
            tracks=(Track(Medium.VIDEO), Track(Medium.AUDIO, 2)), side_cars=(english,)
        ),
    }
