"""Captions tell more than words: who speaks, what else is heard, and nothing is left open.

WCAG 2.2, definition of captions: they give speech and the non-speech audio needed to understand the media, such as
sound effects, music, laughter, who speaks and where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.captions.model import Captions, Cue

FEWEST_CUES = 10
"""Cues below which a file is a short clip, of which nothing is asked. Our own limit."""
FEWEST_MARKS = 2
"""Times that speakers are marked before they are taken to be: one may be chance."""

CAPITAL = "A-ZÅÄÖÆØÜÉÈ"
NAMED = re.compile(
    rf"(?:>>\s{{0,3}}|[-–—]\s?)?[{CAPITAL}][\w.'’]{{0,30}}(?: [{CAPITAL}][\w.'’]{{0,30}}){{0,3}}:(?:\s|$)"
)
"""ANNA: Hej! – Anna Berg: Hej!"""
BRACKETED = re.compile(rf"[(\[][{CAPITAL}][^()\[\]]{{1,40}}[)\]]:?\s?\S")
"""(Anna) Hej!"""
TURN = re.compile(r">>|[-–—]\s?\S")
SOUND = re.compile(r"[(\[*][^()\[\]*]{2,60}[)\]*]\s{0,3}$|[♪♫]|^#\s.{1,200}\s#$")
"""[Applåder] (skratt) *musik* ♪"""
UNHEARD = re.compile(
    r"[(\[](?:ohörbart|ohörbar|inaudible|unintelligible|otydligt|crosstalk|indistinct)[^()\[\]]{0,40}[)\]]|\?\?\?|"
    r"\blorem ipsum\b|\bTODO\b",
    re.IGNORECASE,
)


def long_enough(captions: Captions) -> Iterator[Captions]:
    if len(captions.shown) >= FEWEST_CUES:
        yield from captions.if_captions()


@rule(
    document=Captions,
    each=long_enough,
    meets=("WCAG 1.2.2",),
    title=Text("Captions say who is speaking", "Undertexterna säger vem som talar"),
    why=Text(
        "Who does not hear the voices cannot tell one from another. In a meeting it matters who said it.",
        "Den som inte hör rösterna kan inte skilja dem åt. På ett möte spelar det roll vem som sade vad.",
    ),
    who=(People.DEAF,),
    fix=Fix(
        Text(
            "Write the name and a colon where the speaker changes and is not plainly seen: ANNA: Då öppnar jag "
            "mötet. With two speakers in one cue, begin each line with a dash.",
            "Skriv namn och kolon där det byts talare och det inte syns vem det är: ANNA: Då öppnar jag mötet. "
            "Talar två i samma textblock, börja varje rad med ett talstreck.",
        ),
    ),
    messages={
        "unsaid": Text(
            "The captions never say who speaks. Can it be seen all the way through, or is there only one speaker?",
            "Undertexterna säger aldrig vem som talar. Syns det hela tiden, eller är det bara en som talar?",
        ),
        "unknown": Text(
            "Several people speak, and neither picture nor captions tell who.",
            "Flera talar, och varken bild eller undertexter visar vem.",
        ),
    },
)
def speakers(captions: Captions) -> Outcome:
    """Speakers are marked in some way, by name, tag or dash, or a person says that there is no need."""
    marks = 0
    for cue in captions.shown:
        if cue.speaker or any(
            NAMED.match(line) or BRACKETED.match(line) or TURN.match(line) for line in cue.lines
        ):
            marks += 1
            if marks == FEWEST_MARKS:
                return passed()
    return ask("unsaid", yes=passed(), no=failed("unknown"))


@rule(
    document=Captions,
    each=long_enough,
    meets=("WCAG 1.2.2",),
    title=Text("Captions tell of sounds that matter", "Undertexterna berättar om ljud som har betydelse"),
    why=Text(
        "Applause, laughter, music or a signal may be what a scene is about, and who does not hear gets none of it.",
        "Applåder, skratt, musik eller en signal kan vara det som en scen handlar om, och den som inte hör får "
        "inget av det.",
    ),
    who=(People.DEAF,),
    fix=Fix(
        Text(
            "Write the sound in brackets where it is heard: [applause], [laughter], [the fire alarm rings].",
            "Skriv ljudet inom hakparentes där det hörs: [applåder], [skratt], [brandlarmet går].",
        ),
    ),
    messages={
        "no-sound": Text(
            "The captions tell of no other sound than speech. Is there a sound that matters, such as applause, "
            "laughter or music?",
            "Undertexterna berättar inte om något annat ljud än tal. Finns det något ljud som har betydelse, till "
            "exempel applåder, skratt eller musik?",
        ),
        "left-out": Text(
            "A sound that matters is not told of in the captions.",
            "Ett ljud som har betydelse är inte med i undertexterna.",
        ),
    },
)
def sound_cues(captions: Captions) -> Outcome:
    """Some sound is told of, or a person says that there is none that matters."""
    if any(SOUND.search(line[:500]) for cue in captions.shown for line in cue.lines):
        return passed()
    return ask("no-sound", yes=failed("left-out"), no=passed())


@rule(
    document=Captions,
    each=Captions.if_captions,
    title=Text("Captions leave little open", "Undertexterna lämnar lite öppet"),
    why=Text(
        "Where the captions say that they do not know, who hears still hears something, and who reads gets nothing.",
        "Där undertexterna säger att de inte vet hör den som hör ändå något, och den som läser får inget.",
    ),
    who=(People.DEAF,),
    fix=Fix(
        Text(
            "Listen again with headphones or ask the speaker, and write what is said. Take away what was meant as "
            "a note to yourself.",
            "Lyssna igen med hörlurar eller fråga den som talade, och skriv vad som sägs. Ta bort det som var en "
            "minnesanteckning.",
        ),
    ),
    messages={
        "open": Text(
            "{percent} % of the cues leave something open; the first, at {time}: “{text}”.",
            "{percent} % av textblocken lämnar något öppet; det första, vid {time}: ”{text}”.",
        ),
    },
)
def left_open(captions: Captions, *, most_percent: int = 2) -> Outcome:
    """At most ``most_percent`` of the cues have “[inaudible]”, “???” or text to be replaced. The limit is our own."""
    unheard = [cue for cue in captions.shown if any(map(UNHEARD.search, cue.lines))]
    if len(unheard) * 100 <= most_percent * len(captions.shown):
        return passed()
    percent = max(1, round(100 * len(unheard) / len(captions.shown)))
    return failed("open", percent=percent, time=unheard[0].clock, text=unheard[0].text)


def examples() -> dict[str, dict[str, Captions]]:
    def said(*texts: str) -> Captions:
        return Captions("srt", tuple(Cue(n * 3, n * 3 + 3, (text,)) for n, text in enumerate(texts)))

    plain = [f"Vi går till punkt {n}." for n in range(12)]
    short = said("Hej!")
    return {
        "speakers": {
            "cannot-tell unsaid": said(*plain),
            "passed, names": said("ANNA: Hej!", *plain, "Bo Ek: Tack!"),
            "passed, dashes": said("– Hej!", *plain, "– Tack!"),
            "passed, tags": Captions(
                "webvtt", tuple(Cue(n, n + 1, ("Hej!",), speaker="Anna") for n in range(12))
            ),
            "inapplicable, a short clip": short,
        },
        "sound_cues": {
            "cannot-tell no-sound": said(*plain),
            "passed": said("[Applåder]", *plain),
            "passed, music": said("♪ Kom så går vi ♪", *plain),
            "inapplicable, a short clip": short,
        },
        "left_open": {
            "failed open": said("Då är det [ohörbart] som gäller."),
            "passed": said(*plain),
            "inapplicable": Captions("srt"),
        },
    }
