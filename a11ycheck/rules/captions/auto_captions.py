"""Captions that a machine wrote have been read through by a person.

W3C, Making Audio and Video Media Accessible: automatic captions do not meet the need unless they are confirmed to be
accurate. The signs by which they are known, and their limits, are our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.captions.model import Captions, Cue

FEWEST_WORDS = 100
"""Words below which missing full stops say nothing."""
SENTENCE_MARK = re.compile(r"[.!?…]")
REVIEWED = Fix(
    Text(
        "Read the captions while you listen, and mend words, names, full stops and who is speaking. In YouTube "
        "Studio: Subtitles, choose the language, Duplicate and edit. Other players let you download the file, mend "
        "it in a caption editor and upload it again.",
        "Läs undertexterna medan du lyssnar, och rätta ord, namn, skiljetecken och vem som talar. I YouTube Studio: "
        "Undertexter, välj språk, Kopiera och redigera. Från andra spelare kan du ladda ner filen, rätta den i ett "
        "textningsprogram och ladda upp den igen.",
    ),
)


def with_words(captions: Captions) -> Iterator[Captions]:
    """The file, where it has so many words that its ways can be told, in a script with capitals."""
    if len(captions.text.split()) >= FEWEST_WORDS and not captions.is_wide:
        yield from captions.if_captions()


@rule(
    document=Captions,
    each=with_words,
    meets=("WCAG 1.2.2",),
    title=Text(
        "Machine-made captions have been corrected by a person",
        "Undertexter som en maskin gjort är rättade av en människa",
    ),
    why=Text(
        "Names, figures and the word “not” are what a machine hears wrong, and who does not hear the sound cannot "
        "tell.",
        "Namn, siffror och ordet ”inte” är sådant som en maskin hör fel, och den som inte hör ljudet kan inte "
        "avgöra det.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=REVIEWED,
    messages={
        "rolling": Text(
            "The captions look machine-made: {percent} % of the cues begin with the last line of the one before. "
            "Has a person corrected them?",
            "Undertexterna ser maskingjorda ut: {percent} % av textblocken börjar med den förra textens sista rad. "
            "Har en människa rättat dem?",
        ),
        "unpunctuated": Text(
            "The captions look machine-made: in {words} words there are {marks} full stops or question marks and "
            "hardly a capital. Has a person corrected them?",
            "Undertexterna ser maskingjorda ut: på {words} ord finns {marks} punkter eller frågetecken och knappt "
            "någon stor bokstav. Har en människa rättat dem?",
        ),
        "uncorrected": Text(
            "The captions are machine-made, and no person has corrected them.",
            "Undertexterna är gjorda av en maskin, och ingen människa har rättat dem.",
        ),
    },
)
def auto_captions(
    captions: Captions, *, least_marks_percent: int = 1, least_capitals_percent: int = 1
) -> Outcome:
    """They do not scroll, and have sentences: marks in a hundred words, and capitals in a hundred letters."""
    if captions.rolls:
        percent = captions.rolling_percent
        return ask("rolling", percent=percent, yes=passed(), no=failed("uncorrected"))
    words, marks = len(captions.text.split()), len(SENTENCE_MARK.findall(captions.text))
    letters = [sign for sign in captions.text if sign.lower() != sign.upper()]
    capitals = sum(map(str.isupper, letters))
    few_marks = marks * 100 < least_marks_percent * words
    if letters and few_marks and capitals * 100 < least_capitals_percent * len(letters):
        return ask("unpunctuated", words=words, marks=marks, yes=passed(), no=failed("uncorrected"))
    return passed()


@rule(
    document=Captions,
    each=Captions.if_captions,
    meets=("WCAG 1.2.2",),
    title=Text(
        "Captions do not say the same again and again", "Undertexterna säger inte samma sak om och om igen"
    ),
    why=Text(
        "A machine that hears no speech, or loses it, may write the same words many times over; what was said "
        "meanwhile is missing.",
        "En maskin som inte hör något tal, eller tappar det, kan skriva samma ord många gånger om; det som sades "
        "under tiden saknas.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=REVIEWED,
    messages={
        "repeated": Text(
            "“{text}” stands in {count} cues in a row, from {time}. Is that what is said or sung there?",
            "”{text}” står i {count} textblock i rad, från {time}. Är det vad som sägs eller sjungs där?",
        ),
        "not-said": Text(
            "“{text}” stands in {count} cues in a row, and is not what is said.",
            "”{text}” står i {count} textblock i rad och är inte vad som sägs.",
        ),
    },
)
def repeated_text(captions: Captions, *, most_in_a_row: int = 4) -> Outcome:
    """At most ``most_in_a_row`` cues in a row have one and the same text. The limit is our own."""
    longest, run = 0, 0
    first = worst = None
    for cue in captions.shown:
        if first is not None and cue.lines == first.lines:
            run += 1
        else:
            first, run = cue, 1
        if run > longest:
            longest, worst = run, first
    if worst is None or longest <= most_in_a_row:
        return passed()
    not_said = failed("not-said", text=worst.text, count=longest)
    return ask("repeated", text=worst.text, count=longest, time=worst.clock, yes=passed(), no=not_said)


def examples() -> dict[str, dict[str, Captions]]:
    words = "ja och då är det så att vi har den här frågan som kom in från medlemmarna i våras".split()

    def said(*lines: tuple[str, ...]) -> Captions:
        return Captions("webvtt", tuple(Cue(n * 3, n * 3 + 3, each) for n, each in enumerate(lines)))

    flat = " ".join(words)
    return {
        "auto_captions": {
            "cannot-tell rolling": said(*((f"{flat} {n}", f"{flat} {n + 1}") for n in range(10))),
            "cannot-tell unpunctuated": said(*((flat,) for _ in range(10))),
            "passed": said(*((f"{flat.capitalize()}.",) for _ in range(10))),
            "inapplicable, few words": said((flat,)),
        },
        "repeated_text": {
            "cannot-tell repeated": said(*(("Tack för att ni tittade!",) for _ in range(6))),
            "passed": said(*((f"Punkt {n}.",) for n in range(6))),
            "inapplicable": Captions("webvtt"),
        },
    }
