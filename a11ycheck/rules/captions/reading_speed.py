"""Captions can be read in the time that they are shown.

17 characters a second for Swedish and most languages, 20 for English, spaces counted: Netflix, Timed Text Style Guides.
10 for readers with aphasia: Afasiförbundet. The share that is let through is our own.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.captions.model import SHORTEST_ARTEFACT, Captions, Cue
from a11ycheck.documents.captions.shares import share_above
from a11ycheck.text.language import primary


def in_letters(captions: Captions) -> Iterator[Captions]:
    if not captions.is_wide:
        yield from captions.if_captions()


@rule(
    document=Captions,
    each=in_letters,
    title=Text("Captions are slow enough to read", "Undertexterna går att hinna läsa"),
    why=Text(
        "Who reads slowly, or has the language as a second one, gets half of what is said; and nobody sees the "
        "picture while the text races.",
        "Den som läser långsamt, eller har språket som andraspråk, får med sig hälften; och ingen hinner se bilden "
        "medan texten rusar.",
    ),
    who=(People.DEAF, People.READING, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Let the cues stay longer where there is a pause after them, join short ones, and cut what is said "
            "twice. Caption editors show characters per second for each cue and mark those above a limit; in "
            "YouTube Studio, drag the ends of the cues in the timeline.",
            "Låt textblocken ligga kvar längre där det är paus efter, slå ihop korta och stryk det som sägs två "
            "gånger. Textningsprogram visar tecken per sekund för varje textblock och märker ut dem över en gräns; "
            "i YouTube Studio drar du i textblockens kanter på tidslinjen.",
        ),
    ),
    messages={
        "fast": Text(
            "{percent} % of the cues are too fast to read (over {most} characters a second); the worst, at {time}, "
            "has {speed}.",
            "{percent} % av textblocken går för fort att läsa (över {most} tecken i sekunden); det värsta, vid "
            "{time}, har {speed}.",
        ),
    },
)
def reading_speed(
    captions: Captions, *, most: int = 17, most_in_english: int = 20, most_percent: int = 10
) -> Outcome:
    """At most ``most_percent`` of the cues have more than ``most`` characters a second."""
    language = captions.spoken or primary(captions.language)
    limit = most_in_english if language == "en" else most
    measured = (
        (cue, len(new) / cue.seconds) for cue, new in captions.fresh if cue.seconds >= SHORTEST_ARTEFACT
    )
    share = share_above(measured, limit, most_percent)
    if share is None:
        return passed()
    # Rounded up: what is over the limit must not look as if it were at it.
    speed = max(limit + 1, round(share.value))
    return failed("fast", percent=share.percent, most=limit, time=share.worst.clock, speed=speed)


def examples() -> dict[str, Captions]:
    swedish = "Varmt välkomna till årets stora möte"
    english = "You are all most welcome to the annual meeting of our society"
    return {
        "failed fast": Captions("srt", (Cue(0, 1.2, (swedish,)), Cue(2, 5, ("Vi börjar nu.",)))),
        "failed fast, English": Captions("srt", (Cue(0, 2, (english,)),), language="en"),
        "passed": Captions("srt", (Cue(0, 3, (swedish,)),)),
        "passed, English has another limit": Captions("srt", (Cue(0, 3.3, (english,)),), language="en-GB"),
        "inapplicable, signs that are words": Captions("srt", (Cue(0, 1, ("欢迎参加今年的年会",)),)),
    }
