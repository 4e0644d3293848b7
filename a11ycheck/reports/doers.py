"""Who does the work of mending: a report can be read by one of them at a time."""

from __future__ import annotations

from enum import Enum

from a11ycheck.check import MEETING
from a11ycheck.outcome import Text
from a11ycheck.reports.summary import Entry, Place

PAGE, CAPTIONS, RECORDING = "page", "captions", "recording"


class Doer(Enum):
    """Someone who mends, in the words of a report."""

    COMMUNICATOR = Text("Communicator", "Kommunikatör")
    ORGANISER = Text("Meeting organiser", "Mötesarrangör")
    DESIGNER = Text("Designer", "Formgivare")
    DEVELOPER = Text("Web developer", "Webbutvecklare")
    RECORDER = Text("Whoever makes the recording", "Den som gör inspelningen")


# On a web page most is code. What is not follows the first owner in W3C's “Accessibility Roles and Responsibilities
# Mapping”, table of success criteria: content authoring is the communicator, visual design the designer.
_ON_PAGES = {
    **dict.fromkeys("1.1.1 1.3.3 1.4.5 2.4.2 2.4.4 2.4.6 2.4.9 2.4.10 3.1.2 3.1.3 3.1.4 3.1.5".split(),
                    Doer.COMMUNICATOR),
    "3.3.8": Doer.DEVELOPER,
    **dict.fromkeys("1.2.1 1.2.2 1.2.3 1.2.5 1.2.6 1.2.7 1.2.8 2.3.1 2.3.2".split(), Doer.RECORDER),
    **dict.fromkeys("1.4.1 1.4.3 1.4.6 1.4.8 1.4.11 2.4.7 2.4.13 2.5.5 2.5.8".split(), Doer.DESIGNER),
}  # fmt: skip


def doers(entry: Entry) -> tuple[Doer, ...]:
    """Those who mend an entry's places, in the order of ``Doer``."""
    found = {_doer(place) for place in entry.places}
    return tuple(doer for doer in Doer if doer in found)


def _doer(place: Place) -> Doer:
    folder = place.judgement.rule.id.partition("-")[0]
    kind, facts = place.document.source.kind, place.document.facts
    if kind == MEETING or folder == "invitation":
        # What is lacking has to be settled before anyone can write it: a contact, a day, a way to dial in.
        return Doer.ORGANISER
    if kind in (RECORDING, CAPTIONS):
        return Doer.RECORDER
    if kind == PAGE:
        return _on_page(place, folder)
    return Doer.DESIGNER if facts is not None and facts.program == "indesign" else Doer.COMMUNICATOR


def _on_page(place: Place, folder: str) -> Doer:
    numbers = (
        clause.removeprefix("WCAG ") for clause in place.judgement.clauses if clause.startswith("WCAG ")
    )
    owners = [_ON_PAGES[number] for number in numbers if number in _ON_PAGES]
    if Doer.DEVELOPER in owners:  # such as a test that one is human: its picture is nobody's to describe
        return Doer.DEVELOPER
    return owners[0] if owners else Doer.COMMUNICATOR if folder == "content" else Doer.DEVELOPER
