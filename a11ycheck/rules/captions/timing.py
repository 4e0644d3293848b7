"""When captions come and go: long enough to be read, in order, one at a time.

Durations and gap: Netflix, Timed Text Style Guide: General Requirements (5/6 of a second to 7 seconds, two frames). The
shares that are let through are our own.
"""

from __future__ import annotations

from itertools import pairwise

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.captions.model import SHORTEST_ARTEFACT, Captions, Cue
from a11ycheck.documents.captions.shares import share_above, share_below

READERS = (People.DEAF, People.READING, People.NEW_LANGUAGE)


@rule(
    document=Captions,
    each=Captions.if_captions,
    meets=("WCAG 1.2.2",),
    title=Text("Every caption is shown for some time", "Varje textblock visas en stund"),
    why=Text(
        "A cue that ends before it begins is never shown, so what is said there is lost.",
        "Ett textblock som slutar innan det börjar visas aldrig, så det som sägs där går förlorat.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Set the end of these cues after their beginning. Caption editors have a command that finds and mends "
            "such times.",
            "Sätt sluttiden efter starttiden i de här textblocken. Textningsprogram har ett kommando som hittar och "
            "rättar sådana tider.",
        ),
    ),
    messages={
        "never": Text(
            "Cues that end when they begin, or before: {count}. The first, at {time}: “{text}”.",
            "{count} textblock slutar när de börjar, eller tidigare; det första, vid {time}: ”{text}”.",
        ),
    },
)
def never_shown(captions: Captions) -> Outcome:
    """No cue that says something ends when it begins or before."""
    never = [cue for cue in captions.cues if cue.lines and cue.seconds <= 0]
    return failed("never", count=len(never), time=never[0].clock, text=never[0].text) if never else passed()


@rule(
    document=Captions,
    each=Captions.if_in_blocks,
    title=Text("Captions stay long enough to be seen", "Undertexterna visas tillräckligt länge"),
    why=Text(
        "The eye needs a moment to find the text. What is gone by then is not read.",
        "Ögat behöver ett ögonblick för att hitta texten. Det som är borta då blir inte läst.",
    ),
    who=READERS,
    fix=Fix(
        Text(
            "Let the cues stay longer, or join them with the one before or after. Caption editors have a command "
            "for it, often called minimum duration.",
            "Låt textblocken ligga kvar längre, eller slå ihop dem med det före eller efter. Textningsprogram har "
            "ett kommando för det, ofta kallat minsta visningstid.",
        ),
    ),
    messages={
        "short": Text(
            "{percent} % of the cues are shown for less than {least} seconds; the shortest, at {time}, for "
            "{seconds}.",
            "{percent} % av textblocken visas kortare än {least} sekunder; det kortaste, vid {time}, i {seconds}.",
        ),
    },
)
def duration_short(captions: Captions, *, least_seconds: float = 0.833, most_percent: int = 10) -> Outcome:
    """At most ``most_percent`` of the cues are shown for less than ``least_seconds``."""
    measured = ((cue, cue.seconds) for cue in captions.shown if cue.seconds >= SHORTEST_ARTEFACT)
    share = share_below(measured, least_seconds, most_percent)
    if share is None:
        return passed()
    seconds = round(share.value, 3)
    return failed(
        "short", percent=share.percent, least=least_seconds, time=share.worst.clock, seconds=seconds
    )


@rule(
    document=Captions,
    each=Captions.if_in_blocks,
    title=Text("Captions do not stay too long", "Undertexterna ligger inte kvar för länge"),
    why=Text(
        "A text that stays is read again, and then it is no longer clear what is being said now.",
        "En text som ligger kvar läses en gång till, och då är det oklart vad som sägs just nu.",
    ),
    who=READERS,
    fix=Fix(
        Text(
            "Divide long cues at a pause in the speech, and let them end when the speech does.",
            "Dela långa textblock vid en paus i talet, och låt dem sluta när talet gör det.",
        ),
    ),
    messages={
        "long": Text(
            "{percent} % of the cues are shown for more than {most} seconds; the longest, at {time}, for {seconds}.",
            "{percent} % av textblocken visas längre än {most} sekunder; det längsta, vid {time}, i {seconds}.",
        ),
    },
)
def duration_long(captions: Captions, *, most_seconds: float = 7.0, most_percent: int = 10) -> Outcome:
    """At most ``most_percent`` of the cues are shown for more than ``most_seconds``."""
    share = share_above(((cue, cue.seconds) for cue in captions.shown), most_seconds, most_percent)
    if share is None:
        return passed()
    seconds = round(share.value, 1)
    return failed("long", percent=share.percent, most=most_seconds, time=share.worst.clock, seconds=seconds)


@rule(
    document=Captions,
    each=Captions.if_in_blocks,
    title=Text(
        "There is a gap between captions, or none", "Mellan textblocken finns ett mellanrum, eller inget"
    ),
    why=Text(
        "A gap of less than two frames is seen as a flicker, and the eye does not notice that the text is a new one.",
        "Ett mellanrum på mindre än två bildrutor blir ett flimmer, och ögat märker inte att texten är ny.",
    ),
    who=(People.DEAF, People.READING),
    fix=Fix(
        Text(
            "Set the least gap between cues to two frames, 80 milliseconds, in the caption editor, or let the cues "
            "follow each other without one.",
            "Ställ in minsta mellanrum mellan textblock till två bildrutor, 80 millisekunder, i "
            "textningsprogrammet, eller låt textblocken följa på varandra utan mellanrum.",
        ),
    ),
    messages={
        "flicker": Text(
            "{percent} % of the gaps between cues are shorter than {least} milliseconds; the shortest, after the "
            "cue at {time}, is {milliseconds}.",
            "{percent} % av mellanrummen mellan textblocken är kortare än {least} millisekunder; det kortaste, "
            "efter textblocket vid {time}, är {milliseconds}.",
        ),
    },
)
def gaps(captions: Captions, *, least_milliseconds: int = 80, most_percent: int = 10) -> Outcome:
    """At most ``most_percent`` of the gaps are under ``least_milliseconds``; two frames of 25 a second are 80."""
    between = (
        (first, round(1000 * (second.start - first.end))) for first, second in pairwise(captions.shown)
    )
    share = share_below(((cue, gap) for cue, gap in between if gap > 0), least_milliseconds, most_percent)
    if share is None:
        return passed()
    milliseconds = round(share.value)
    time = share.worst.clock
    return failed(
        "flicker", percent=share.percent, least=least_milliseconds, time=time, milliseconds=milliseconds
    )


@rule(
    document=Captions,
    each=Captions.if_in_blocks,
    title=Text("Captions do not overlap in time", "Undertexterna överlappar inte varandra i tid"),
    why=Text(
        "Two cues at once push each other about or cover each other, and the text jumps while it is read.",
        "Två textblock på en gång knuffar undan eller täcker varandra, och texten hoppar medan man läser.",
    ),
    who=READERS,
    fix=Fix(
        Text(
            "Let each cue end when the next begins: caption editors have a command for overlaps. Where two people "
            "speak at once, put both in one cue, a line each.",
            "Låt varje textblock sluta när nästa börjar: textningsprogram har ett kommando för överlapp. Talar två "
            "samtidigt, sätt båda i samma textblock, en rad var.",
        ),
    ),
    messages={
        "overlap": Text(
            "{percent} % of the cues are still shown when the next one comes in the same place; the first, at "
            "{time}.",
            "{percent} % av textblocken visas fortfarande när nästa kommer på samma ställe; det första, vid {time}.",
        ),
    },
)
def overlaps(captions: Captions, *, most_milliseconds: int = 50, most_percent: int = 2) -> Outcome:
    """At most ``most_percent`` of the cues go on for more than ``most_milliseconds`` into the next in their place."""
    cues = captions.shown
    overlapping = [
        first
        for first, second in pairwise(cues)
        if first.place == second.place and 1000 * (first.end - second.start) > most_milliseconds
    ]
    if len(overlapping) * 100 <= most_percent * len(cues):
        return passed()
    percent = max(1, round(100 * len(overlapping) / len(cues)))
    return failed("overlap", percent=percent, time=overlapping[0].clock)


@rule(
    document=Captions,
    each=Captions.if_captions,
    title=Text("Captions stand in the order they are shown", "Undertexterna står i den ordning de visas"),
    why=Text(
        "Some players go through the file once and never show what stands too late; and a transcript that is made "
        "from the captions is muddled.",
        "En del spelare går igenom filen en gång och visar aldrig det som står för sent; och en utskrift av talet "
        "som görs av textfilen blir omkastad.",
    ),
    who=(People.DEAF, People.SCREEN_READER),
    fix=Fix(
        Text(
            "Open the file in a caption editor, sort by start time and save.",
            "Öppna filen i ett textningsprogram, sortera efter starttid och spara.",
        ),
    ),
    messages={
        "unordered": Text(
            "Cues that stand after cues that begin later: {count}. The first, at {time}: “{text}”.",
            "{count} textblock står efter textblock som börjar senare; det första, vid {time}: ”{text}”.",
        ),
    },
)
def order(captions: Captions) -> Outcome:
    """No cue begins before the one that stands above it."""
    cues = [cue for cue in captions.cues if cue.lines]
    late = [second for first, second in pairwise(cues) if second.start < first.start]
    return failed("unordered", count=len(late), time=late[0].clock, text=late[0].text) if late else passed()


def examples() -> dict[str, dict[str, Captions]]:
    said = ("Välkomna till årsmötet,", "som strax ska börja.")

    def captions(*times: tuple[float, float]) -> Captions:
        return Captions("webvtt", tuple(Cue(start, end, said) for start, end in times))

    good = captions((0, 3), (3, 6), (6.5, 10))
    rolling = Captions(
        "webvtt",
        tuple(Cue(n * 2, n * 2 + 3, (f"rad {n}", f"rad {n + 1}")) for n in range(20)),
    )
    none = Captions("webvtt")
    return {
        "never_shown": {
            "failed never": captions((0, 3), (5, 4)),
            "passed": good,
            "inapplicable": none,
        },
        "duration_short": {
            "failed short": captions((0, 0.4), (3, 6), (6.5, 10)),
            "passed": good,
            "inapplicable, captions that scroll": rolling,
        },
        "duration_long": {
            "failed long": captions((0, 12), (12, 15), (16, 18)),
            "passed": good,
            "inapplicable": none,
        },
        "gaps": {
            "failed flicker": captions((0, 2.96), (3, 6), (6.5, 10)),
            "passed": good,
            "inapplicable": none,
        },
        "overlaps": {
            "failed overlap": captions((0, 4), (3, 6), (6.5, 10)),
            "passed": good,
            "passed, in different places": Captions(
                "webvtt", (Cue(0, 4, said, "line:0"), Cue(3, 6, said, "line:-1"))
            ),
            "inapplicable, captions that scroll": rolling,
        },
        "order": {
            "failed unordered": captions((3, 6), (0, 3)),
            "passed": good,
            "inapplicable": none,
        },
    }
