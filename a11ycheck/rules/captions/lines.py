"""The shape of captions: lines that are short and few, in small letters.

42 characters and 2 lines: Netflix, Timed Text Style Guides, and the guide of Västra Götalandsregionen. 37 in teletext:
SVT. 32 for readers with aphasia: Afasiförbundet. The shares that are let through are our own.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.captions.model import Captions, Cue
from a11ycheck.documents.captions.shares import share_above

FEWEST_LETTERS = 200
"""Letters below which capitals say nothing: a short clip may be all title."""
READERS = (People.DEAF, People.READING)


def in_letters(captions: Captions) -> Iterator[Captions]:
    if not captions.is_wide:
        yield from captions.if_captions()


def with_letters(captions: Captions) -> Iterator[Captions]:
    if sum(sign.lower() != sign.upper() for sign in captions.text[:10_000]) >= FEWEST_LETTERS:
        yield from captions.if_captions()


@rule(
    document=Captions,
    each=in_letters,
    title=Text("Lines of captions are short", "Undertexternas rader är korta"),
    why=Text(
        "Long lines make the eye wander from the picture, and where they do not fit, the player breaks them in the "
        "wrong place.",
        "Långa rader får blicken att vandra bort från bilden, och där de inte får plats bryter spelaren dem på fel "
        "ställe.",
    ),
    who=(People.DEAF, People.READING, People.LOW_VISION),
    fix=Fix(
        Text(
            "Break the lines where the sentence has a pause, or divide the cue in two. Caption editors have a "
            "command for it (auto-break, split long lines) and a setting for the limit.",
            "Bryt raderna där meningen har en paus, eller dela textblocket i två. Textningsprogram har ett "
            "kommando för det (automatisk radbrytning, dela långa rader) och en inställning för gränsen.",
        ),
    ),
    messages={
        "long": Text(
            "{percent} % of the cues have a line of more than {most} characters; the longest, at {time}, has "
            "{length}.",
            "{percent} % av textblocken har en rad med mer än {most} tecken; den längsta, vid {time}, har {length}.",
        ),
    },
)
def line_length(captions: Captions, *, most: int = 42, most_percent: int = 10) -> Outcome:
    """At most ``most_percent`` of the cues have a line of more than ``most`` characters."""
    share = share_above(((cue, max(map(len, cue.lines))) for cue in captions.shown), most, most_percent)
    if share is None:
        return passed()
    length = round(share.value)
    return failed("long", percent=share.percent, most=most, time=share.worst.clock, length=length)


@rule(
    document=Captions,
    each=Captions.if_in_blocks,
    title=Text("Captions have few lines", "Undertexterna har få rader"),
    why=Text(
        "Three lines or more cover the picture, often a face or a slide, and are more than can be read in one go.",
        "Tre rader eller fler täcker bilden, ofta ett ansikte eller en presentation, och är mer än man läser i ett "
        "svep.",
    ),
    who=READERS,
    fix=Fix(
        Text(
            "Divide the cue in two, at a pause in the speech.",
            "Dela textblocket i två, vid en paus i talet.",
        ),
    ),
    messages={
        "many": Text(
            "{percent} % of the cues have more than {most} lines; the worst, at {time}, has {count}.",
            "{percent} % av textblocken har mer än {most} rader; det värsta, vid {time}, har {count}.",
        ),
    },
)
def line_count(captions: Captions, *, most: int = 2, most_percent: int = 10) -> Outcome:
    """At most ``most_percent`` of the cues have more than ``most`` lines."""
    share = share_above(((cue, len(cue.lines)) for cue in captions.shown), most, most_percent)
    if share is None:
        return passed()
    count = round(share.value)
    return failed("many", percent=share.percent, most=most, time=share.worst.clock, count=count)


@rule(
    document=Captions,
    each=with_letters,
    title=Text("Captions are not all in capitals", "Undertexterna är inte helt i versaler"),
    why=Text(
        "Words in capitals have no shape to be known by, so they are read letter by letter.",
        "Ord i versaler har ingen form att känna igen, så de läses bokstav för bokstav.",
    ),
    who=(People.READING, People.LOW_VISION, People.DEAF),
    fix=Fix(
        Text(
            "Change the case in the caption editor (often under Tools), and look names and beginnings of sentences "
            "over.",
            "Ändra skiftläge i textningsprogrammet (ofta under Verktyg) och se över namn och meningsbörjan.",
        ),
    ),
    messages={
        "capitals": Text(
            "{percent} % of the letters are capitals.",
            "{percent} % av bokstäverna är versaler.",
        ),
    },
)
def all_caps(captions: Captions, *, most_percent: int = 80) -> Outcome:
    """At most ``most_percent`` of the letters are capitals. The limit is our own."""
    letters = [sign for sign in captions.text if sign.lower() != sign.upper()]
    percent = round(100 * sum(map(str.isupper, letters)) / len(letters))
    return failed("capitals", percent=percent) if percent > most_percent else passed()


def examples() -> dict[str, dict[str, Captions]]:
    good = Captions("srt", (Cue(0, 4, ("Varmt välkomna till årets möte,", "som strax ska börja.")),))
    none = Captions("srt")
    sentence = "Nu går vi över till nästa punkt på dagordningen, som är valet av styrelse."
    talk = Captions("srt", tuple(Cue(n * 5, n * 5 + 4, (sentence,)) for n in range(8)))
    loud = Captions("srt", tuple(Cue(n * 5, n * 5 + 4, (sentence.upper(),)) for n in range(8)))
    return {
        "line_length": {"failed long": talk, "passed": good, "inapplicable": none},
        "line_count": {
            "failed many": Captions("srt", (Cue(0, 6, ("Ett,", "två", "och tre.")),)),
            "passed": good,
            "inapplicable": none,
        },
        "all_caps": {"failed capitals": loud, "passed": talk, "inapplicable, little text": good},
    }
