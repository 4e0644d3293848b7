"""A caption file has captions in it."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.captions.model import TIMES, Broken, Captions, Cue


def not_empty_for_another_reason(captions: Captions) -> Iterator[Captions]:
    """The file, but where its captions are pictures of text, whose words are not known here, and where none of its
    times can be read, which is a fault of its own."""
    if captions.shown or not (captions.pictures or (captions.broken and not captions.cues)):
        yield captions


@rule(
    document=Captions,
    each=not_empty_for_another_reason,
    meets=("WCAG 1.2.2",),
    title=Text("The caption file has captions", "Textfilen innehåller undertexter"),
    why=Text(
        "The player offers captions, and nothing is shown. Who does not hear the sound misses all that is said.",
        "Spelaren erbjuder undertexter men visar inget. Den som inte hör ljudet går miste om allt som sägs.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Download the captions again from where they were made (in YouTube Studio: Subtitles, then the "
            "language), or open the project in the caption editor and export it again. Look at the file before it "
            "is published.",
            "Ladda ner undertexterna på nytt där de gjordes (i YouTube Studio: Undertexter, sedan språket) eller "
            "öppna projektet i textningsprogrammet och exportera igen. Titta i filen innan den publiceras.",
        ),
    ),
    messages={
        "no-cue": Text(
            "The file has no captions: not one text with times.",
            "Filen har inga undertexter: inte en enda text med tider.",
        ),
        "no-text": Text(
            "The file has cues ({count}), but none of them is shown with a text.",
            "Filen har {count} textblock, men inget av dem visas med en text.",
        ),
    },
)
def empty(captions: Captions) -> Outcome:
    """At least one cue says something and is shown for some time."""
    if not captions.cues:
        return failed("no-cue")
    return passed() if captions.shown else failed("no-text", count=len(captions.cues))


def examples() -> dict[str, Captions]:
    return {
        "failed no-cue": Captions("webvtt"),
        "failed no-text": Captions("webvtt", (Cue(0, 2, ()), Cue(2, 4, ()))),
        "passed": Captions("webvtt", (Cue(0, 2, ("Välkomna!",)),)),
        "inapplicable, no times can be read": Captions(
            "webvtt", broken=(Broken(TIMES, 3, "00:00:01,000 --> 00:00:02,000"),)
        ),
        "inapplicable, pictures of text": Captions("ttml", pictures=40),
    }
