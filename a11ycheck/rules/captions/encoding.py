"""The letters of a caption file come out as they were written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.captions.model import Captions, Cue

GARBLED = re.compile("\ufffd|Ã[¥¤¶©¨¼¸¦±³¡]|Ã\u0085|Ã\u0084|â€[™œ¦“”\u009d]|Â[»«°]")
"""What stands where a letter was: the sign for a lost one, and UTF-8 that was read as Windows-1252 and saved."""
READS_AS_UTF_8 = frozenset({"webvtt"})
"""Formats that are UTF-8 whatever the file says: WebVTT, section 4 (file structure)."""
SAY_NONE = frozenset({"srt", "sbv", "ass", "sami", "microdvd"})
"""Formats in which a file has no way to say which encoding it is in, but for a byte order mark."""

SAVE_AS_UTF_8 = Fix(
    Text(
        "Open the file in a caption editor or a text editor, choose UTF-8 where it asks for encoding, and save. "
        "See that å, ä and ö are right.",
        "Öppna filen i ett textningsprogram eller en textredigerare, välj UTF-8 där det frågas efter teckenkodning "
        "och spara. Se efter att å, ä och ö är rätt.",
    ),
)


def with_an_encoding_given(captions: Captions) -> Iterator[Captions]:
    if captions.cues and captions.format in READS_AS_UTF_8:
        yield captions


def with_no_encoding_given(captions: Captions) -> Iterator[Captions]:
    if captions.cues and captions.format in SAY_NONE:
        yield captions


@rule(
    document=Captions,
    each=with_an_encoding_given,
    meets=("WCAG 1.2.2",),
    title=Text("WebVTT is saved as UTF-8", "WebVTT är sparad som UTF-8"),
    why=Text(
        "Players read WebVTT as UTF-8 and nothing else: with another encoding å, ä and ö become question marks, or "
        "no captions are shown at all.",
        "Spelare läser WebVTT som UTF-8 och inget annat: med en annan teckenkodning blir å, ä och ö frågetecken, "
        "eller så visas inga undertexter alls.",
    ),
    who=(People.DEAF, People.READING),
    fix=SAVE_AS_UTF_8,
    messages={
        "other": Text(
            "The file is saved in {encoding}, but WebVTT must be UTF-8.",
            "Filen är sparad i {encoding}, men WebVTT måste vara UTF-8.",
        ),
        "mixed": Text(
            "The file mixes UTF-8 with another encoding, so letters are lost.",
            "Filen blandar UTF-8 med en annan teckenkodning, så bokstäver försvinner.",
        ),
    },
)
def encoding(captions: Captions) -> Outcome:
    """All of it is UTF-8."""
    if captions.encoding == "mixed":
        return failed("mixed")
    return passed() if captions.encoding == "utf-8" else failed("other", encoding=NAMES[captions.encoding])


@rule(
    document=Captions,
    each=with_no_encoding_given,
    title=Text("SRT and SBV are saved as UTF-8", "SRT och SBV är sparade som UTF-8"),
    why=Text(
        "These formats do not say how their letters are stored. Players guess, and most guess UTF-8: å, ä and ö go "
        "wrong where the file is saved in another way.",
        "De här formaten säger inte hur bokstäverna är lagrade. Spelare gissar, de flesta på UTF-8: å, ä och ö "
        "blir fel om filen är sparad på annat sätt.",
    ),
    who=(People.DEAF, People.READING),
    fix=SAVE_AS_UTF_8,
    messages={
        "old": Text(
            "The file is saved in {encoding}; most players read it as UTF-8.",
            "Filen är sparad i {encoding}; de flesta spelare läser den som UTF-8.",
        ),
        "mix": Text(
            "The file mixes UTF-8 with another encoding, so letters are lost in every player.",
            "Filen blandar UTF-8 med en annan teckenkodning, så bokstäver försvinner i alla spelare.",
        ),
    },
)
def encoding_unsaid(captions: Captions) -> Outcome:
    """It is UTF-8, or says by a byte order mark that it is UTF-16, which players can tell."""
    if captions.encoding == "mixed":
        return failed("mix")
    return failed("old", encoding=NAMES["cp1252"]) if captions.encoding == "cp1252" else passed()


@rule(
    document=Captions,
    each=Captions.if_captions,
    meets=("WCAG 1.2.2",),
    title=Text("Letters in the captions are whole", "Bokstäverna i undertexterna är hela"),
    why=Text(
        "Words with wrong signs in them must be guessed at, in the second that they are shown.",
        "Ord med fel tecken i måste man gissa sig till, under den sekund de syns.",
    ),
    who=(People.DEAF, People.READING, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Save the captions again from the program they were made in, as UTF-8; or replace the wrong signs in a "
            "caption editor: Ã¥ is å, Ã¤ is ä, Ã¶ is ö.",
            "Spara undertexterna på nytt från programmet där de gjordes, som UTF-8; eller byt ut de felaktiga "
            "tecknen i ett textningsprogram: Ã¥ är å, Ã¤ är ä, Ã¶ är ö.",
        ),
    ),
    messages={
        "garbled": Text(
            "Cues with letters that went wrong: {count}. The first, at {time}: “{text}”.",
            "{count} textblock har bokstäver som blivit fel; det första, vid {time}: ”{text}”.",
        ),
    },
)
def garbled(captions: Captions) -> Outcome:
    """No cue has signs that stand where letters were."""
    wrong = [cue for cue in captions.shown if any(map(GARBLED.search, cue.lines))]
    return failed("garbled", count=len(wrong), time=wrong[0].clock, text=wrong[0].text) if wrong else passed()


NAMES: Mapping[str, str] = {"cp1252": "Windows-1252", "utf-16": "UTF-16"}


def examples() -> dict[str, dict[str, Captions]]:
    cues = (Cue(0, 2, ("Välkomna till årsmötet!",)),)
    return {
        "encoding": {
            "failed other": Captions("webvtt", cues, encoding="cp1252"),
            "failed mixed": Captions("webvtt", cues, encoding="mixed"),
            "passed": Captions("webvtt", cues),
            "inapplicable, SRT": Captions("srt", cues),
        },
        "encoding_unsaid": {
            "failed old": Captions("srt", cues, encoding="cp1252"),
            "failed mix": Captions("srt", cues, encoding="mixed"),
            "passed": Captions("srt", cues),
            "passed, UTF-16 with its mark": Captions("srt", cues, encoding="utf-16"),
            "inapplicable, WebVTT": Captions("webvtt", cues),
        },
        "garbled": {
            "failed garbled": Captions("srt", (Cue(0, 2, ("VÃ¤lkomna till Ã¥rsmÃ¶tet!",)),)),
            "passed": Captions("srt", (Cue(0, 2, ("Välkomna till Ålesund, São Paulo!",)),)),
            "inapplicable": Captions("srt"),
        },
    }
