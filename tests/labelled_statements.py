"""The labelled sentences of text/statements*.txt, and how what is found in them compares with the labels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from a11ycheck.text.statements import document_of, pieces_of_text, statements

EXPECTED = {
    "+": "stated",
    "-": "denied",
    "p": "promised",
    "q": "promised-undated",
    "?": "unsure",
    "0": "nothing",
    "a": "nothing",
}
SATISFYING = ("stated", "promised")
NOT_SATISFIED = ("nothing", "denied", "promised-undated")


class Case(NamedTuple):
    language: str
    topic: str
    text: str
    expected: str
    is_advice: bool


SETS = ("statements", "statements_second", "statements_third", "statements_fourth", "statements_fifth")
"""The first was written before the word lists, the others once these had been widened nought to three times."""


def cases(*which: str) -> Iterator[Case]:
    for name in which or SETS:
        for language in ("sv", "en"):
            topic = ""
            path = Path(__file__).parent / "text" / f"{name}_{language}.txt"
            for line in path.read_text("utf-8").splitlines():
                if line.startswith("["):
                    topic = line.strip("[]")
                elif line and not line.startswith("#"):
                    yield Case(language, topic, line[2:], EXPECTED[line[0]], line[0] == "a")


def found_in(case: Case) -> str:
    """What is found of the topic: what satisfies most comes first."""
    hows = {
        said.how
        for said in statements(document_of(pieces_of_text(case.text), case.language))
        if said.topic == case.topic
    }
    order = ("stated", "promised", "unsure", "promised-undated", "denied")
    return next((how for how in order if how in hows), "nothing")


def verdict(expected: str, got: str) -> str:
    """“right”, “false satisfaction” (it passes and must not), “false alarm” (it fails and must not), or “other”: a
    question too many or too few, a promise taken for a statement."""
    if expected == got:
        return "right"
    if got in SATISFYING and expected in NOT_SATISFIED:
        return "false satisfaction"
    if got in NOT_SATISFIED and expected in SATISFYING:
        return "false alarm"
    return "other"
