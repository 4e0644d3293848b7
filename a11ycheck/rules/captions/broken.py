"""What stands in a caption file is shown: players drop what they cannot read, and say nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, failed, passed, rule
from a11ycheck.documents.captions.model import (
    LOOSE_TEXT,
    MALFORMED,
    NO_SIGNATURE,
    TIMES,
    Broken,
    Captions,
    Cue,
)


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that is wrong, how many times, and where it is first; ``what`` is empty where nothing is."""

    where: Where
    what: str = ""
    count: int = 0
    line: int = 0
    text: str = ""


def losses(captions: Captions) -> Iterator[Loss]:
    """Each thing that is wrong, once; a file in which nothing is wrong is one target that passes."""
    if not captions.broken:
        if captions.cues:
            yield Loss(captions.where)
        return
    for what in (NO_SIGNATURE, MALFORMED, TIMES, LOOSE_TEXT):
        places = [place for place in captions.broken if place.what == what]
        if places:
            first = places[0]
            where = Where((("line", first.line),), anchor(what, first.text))
            yield Loss(where, what, len(places), first.line, first.text)


@rule(
    document=Captions,
    each=losses,
    meets=("WCAG 1.2.2",),
    title=Text("All captions can be read by a player", "Alla undertexter går att läsa för en spelare"),
    why=Text(
        "Players pass over what they cannot read, without a word. Who follows by the captions misses what was said "
        "there, or everything.",
        "Spelare hoppar över det de inte kan läsa, utan att säga något. Den som följer med via texten missar det "
        "som sades där, eller alltihop.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Open the file in a caption editor, mend the place that is named and export it again: most editors "
            "find faults by themselves when they open or save a file. In a text editor: copy how the times look in "
            "the cues that work.",
            "Öppna filen i ett textningsprogram, rätta stället som nämns och exportera igen: de flesta program "
            "hittar felen själva när de öppnar eller sparar en fil. I en textredigerare: härma hur tiderna ser ut "
            "i de textblock som fungerar.",
        ),
        web=Text(
            "The first line of WebVTT is WEBVTT and nothing before it; times are written 00:01:02.500 --> "
            "00:01:04.000, with a full stop before the thousandths; an empty line ends a cue, so there is none "
            "within it.",
            "Första raden i WebVTT är WEBVTT och inget före; tider skrivs 00:01:02.500 --> 00:01:04.000, med punkt "
            "före tusendelarna; en tom rad avslutar ett textblock, så det finns ingen inuti.",
        ),
    ),
    messages={
        NO_SIGNATURE: Text(
            "The times are written as in WebVTT, but the file does not begin with the line WEBVTT, so web players "
            "show none of it.",
            "Tiderna är skrivna som i WebVTT, men filen börjar inte med raden WEBVTT, så spelare på webben visar "
            "inget.",
        ),
        MALFORMED: Text(
            "The XML is broken on line {line}, so most players show nothing: {text}.",
            "XML-koden är trasig på rad {line}, så de flesta spelare visar inget: {text}.",
        ),
        TIMES: Text(
            "Cues that are not shown, since their times cannot be read: {count}. The first, on line {line}: "
            "“{text}”.",
            "{count} textblock visas inte, för tiderna går inte att läsa; det första, på rad {line}: ”{text}”.",
        ),
        LOOSE_TEXT: Text(
            "Pieces of text that are not shown, since an empty line cuts them from their times: {count}. The "
            "first, on line {line}: “{text}”.",
            "{count} textstycken visas inte, för en tom rad skiljer dem från tiderna; det första, på rad {line}: "
            "”{text}”.",
        ),
    },
)
def broken(loss: Loss) -> Outcome:
    """Nothing is dropped by a player that follows the format."""
    if not loss.what:
        return passed()
    if loss.what == NO_SIGNATURE:
        return failed(NO_SIGNATURE)
    if loss.what == MALFORMED:
        return failed(MALFORMED, line=loss.line, text=loss.text)
    return failed(loss.what, count=loss.count, line=loss.line, text=loss.text)


def examples() -> dict[str, Captions]:
    cue = Cue(0, 2, ("Välkomna!",))

    def captions(what: str, text: str) -> Captions:
        return Captions("webvtt", (cue,), (Broken(what, 12, text),))

    return {
        "failed no-signature": captions(NO_SIGNATURE, "1"),
        "failed malformed": captions(MALFORMED, "tag mismatch: p and div"),
        "failed times": captions(TIMES, "00:00:05,000 --> 00:00:07,000"),
        "failed loose-text": captions(LOOSE_TEXT, "och vi börjar strax."),
        "passed": Captions("webvtt", (cue,)),
        "inapplicable": Captions("webvtt"),
    }
