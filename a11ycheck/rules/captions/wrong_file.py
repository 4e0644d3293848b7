"""A file of cues may be for something else than captions: chapters, previews, descriptions."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.captions.model import CAPTIONS, CHAPTERS, DESCRIPTIONS, PREVIEWS, Captions, Cue


def with_cues(captions: Captions) -> Iterator[Captions]:
    if captions.shown:
        yield captions


@rule(
    document=Captions,
    each=with_cues,
    meets=("WCAG 1.2.2",),
    title=Text("The file of captions holds captions", "Filen med undertexter innehåller undertexter"),
    why=Text(
        "Chapters, preview pictures and descriptions are kept in the same kind of file. Taken for captions, they "
        "show next to nothing of what is said.",
        "Kapitel, förhandsbilder och beskrivningar ligger i samma sorts fil. Används de som undertexter visar de "
        "nästan inget av det som sägs.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Put the file of captions in its place: one with what is said, a few seconds at a time.",
            "Lägg dit filen med undertexter i stället: en med det som sägs, några sekunder i taget.",
        ),
    ),
    messages={
        CHAPTERS: Text(
            "The file looks like a list of chapters, with long stretches and short texts. Is it used as captions?",
            "Filen ser ut som en lista över kapitel, med långa avsnitt och korta texter. Används den som "
            "undertexter?",
        ),
        PREVIEWS: Text(
            "The file holds addresses of pictures, as for previews in a player. Is it used as captions?",
            "Filen innehåller adresser till bilder, som för förhandsbilder i en spelare. Används den som "
            "undertexter?",
        ),
        DESCRIPTIONS: Text(
            "The file says that it describes the picture. Is it used as captions?",
            "Filen säger att den beskriver bilden. Används den som undertexter?",
        ),
        "metadata": Text(
            "The file holds data for programs. Is it used as captions?",
            "Filen innehåller data för program. Används den som undertexter?",
        ),
        "wrong": Text(
            "The file that is used as captions holds no captions.",
            "Filen som används som undertexter innehåller inga undertexter.",
        ),
    },
)
def wrong_file(captions: Captions) -> Outcome:
    """It neither says that it is for something else nor looks so, or it is not used as captions."""
    if captions.purpose == CAPTIONS:
        return passed()
    return ask(captions.purpose, yes=failed("wrong"), no=passed())


def examples() -> dict[str, Captions]:
    chapters = tuple(Cue(n * 300, n * 300 + 300, (f"Punkt {n}",)) for n in range(4))
    previews = tuple(Cue(n * 5, n * 5 + 5, (f"bild.jpg#xywh={n},0,160,90",)) for n in range(4))
    return {
        "cannot-tell chapters": Captions("webvtt", chapters),
        "cannot-tell previews": Captions("webvtt", previews),
        "cannot-tell metadata": Captions("webvtt", (Cue(0, 5, ('{"camera": 2}',)),)),
        "cannot-tell descriptions": Captions("webvtt", chapters[:1], said_kind="descriptions"),
        "passed": Captions("webvtt", (Cue(0, 3, ("Välkomna till årsmötet!",)),)),
        "inapplicable": Captions("webvtt"),
    }
