"""What is understood of meetings: dates, statements and roles, on labelled sets, right and wrong counted apart.

    python benchmarks/readiness.py [-v] [--write]

``-v`` lists what came out wrong, ``--write`` puts the tables into benchmarks/readiness.md. The first figures of each
set, before anything was adjusted to it, stand beside those of now.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from measure import table

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import labelled_dates  # noqa: E402 (the tests' folder is found only now)
import labelled_roles  # noqa: E402
import labelled_statements  # noqa: E402

from a11ycheck.documents.statements import read_text  # noqa: E402
from a11ycheck.text.when.words import LANGUAGES  # noqa: E402

FIRST_DATES = {"sv": 38, "en": 33, "de": 13, "fr": 11, "fi": 10, "nb": 10, "da": 9, "es": 10}
"""How many dates were right at the first run; two of the labels were mended afterwards as well."""
FIRST_STATEMENTS = {
    "statements": {"right": 795, "false satisfaction": 1, "false alarm": 7, "other": 3},
    "statements_second": {"right": 122, "false satisfaction": 9, "false alarm": 43, "other": 10},
    "statements_third": {"right": 78, "false satisfaction": 5, "false alarm": 21, "other": 4},
    "statements_fourth": {"right": 84, "false satisfaction": 12, "false alarm": 14, "other": 6},
    "statements_fifth": {"right": 36, "false satisfaction": 2, "false alarm": 28, "other": 3},
}
WRITTEN = {
    "statements": "before the word lists, by their author",
    "statements_second": "after the lists, before they were widened",
    "statements_third": "after they were widened once",
    "statements_fourth": "after they were widened twice",
    "statements_fifth": "after they were widened three times",
}
FIRST_ROLES = {
    "roles": {"right": 42, "undecided": 4, "wrong": 0},
    "roles_second": {"right": 7, "undecided": 6, "wrong": 1},
}
WRITTEN_ROLES = {"roles": "before the signs", "roles_second": "after they were adjusted once"}
VERDICTS = ("right", "false satisfaction", "false alarm", "other")
PROSE_WORDS = 800
"""Two pages."""
RUNS = 20

INTRODUCTION = """# What is understood of meetings

`python benchmarks/readiness.py --write` makes these tables of the labelled sets in tests/text: whens.tsv,
statements*.txt and roles*.txt. *False satisfaction*: a rule would pass that must not. *False alarm*: it would fail and
must not. *Other*: a question too many or too few, or a promise taken for a statement.

The first run of a set was made before anything was adjusted to it; the figure of now is after. All sets are made up, by
the author of the word lists, the later ones with unusual wording and traps on purpose. What to expect of sentences that
nobody has adjusted to is the first run of the last set; invitations that others have written are another measure.
"""


def dates() -> Iterator[list[str]]:
    held, right = Counter[str](), Counter[str]()
    for language, text, expected in labelled_dates.cases():
        held[language] += 1
        right[language] += labelled_dates.found_in(language, text) == expected
    for language in LANGUAGES:
        yield [language, str(held[language]), str(FIRST_DATES[language]), str(right[language])]
    yield ["all", str(held.total()), str(sum(FIRST_DATES.values())), str(right.total())]


def statements(verbose: bool) -> Iterator[list[str]]:
    for name in labelled_statements.SETS:
        counted = Counter[str]()
        for case in labelled_statements.cases(name):
            got = labelled_statements.found_in(case)
            verdict = labelled_statements.verdict(case.expected, got)
            counted[verdict] += 1
            if verbose and verdict != "right":
                print(f"{verdict}: {case.topic}, {case.language}: {case.expected}, not {got}: {case.text}")
        first = FIRST_STATEMENTS[name]
        yield [
            WRITTEN[name],
            str(counted.total()),
            *(f"{first[verdict]} → {counted[verdict]}" for verdict in VERDICTS),
        ]


def by_topic() -> Iterator[list[str]]:
    """All sets together, as they come out now."""
    held, wrong = Counter[str](), Counter[tuple[str, str]]()
    for case in labelled_statements.cases():
        held[case.topic] += 1
        verdict = labelled_statements.verdict(case.expected, labelled_statements.found_in(case))
        wrong[case.topic, verdict] += 1
    for topic, count in held.items():
        yield [topic, str(count), *(str(wrong[topic, verdict]) for verdict in VERDICTS)]


def roles(verbose: bool) -> Iterator[list[str]]:
    for name, first in FIRST_ROLES.items():
        counted = Counter[str]()
        for case in labelled_roles.cases(name):
            verdict = labelled_roles.verdict(case)
            counted[verdict] += 1
            if verbose and verdict != "right":
                print(f"{verdict}: {case.role}: {case.text[:80]!r}")
        yield [
            WRITTEN_ROLES[name],
            str(counted.total()),
            *(f"{first[verdict]} → {counted[verdict]}" for verdict in first),
        ]


def cost() -> Iterator[list[str]]:
    """CPU time of reading an invitation of two pages, made of the labelled sentences of each language."""
    for language in ("sv", "en"):
        lines: list[str] = []
        words = 0
        for case in labelled_statements.cases("statements"):
            if case.language == language and words < PROSE_WORDS:
                lines.append(case.text)
                words += len(case.text.split())
        text = "\n\n".join(lines)
        read_text(text)
        started = time.process_time()
        for _ in range(RUNS):
            read_text(text)
        milliseconds = (time.process_time() - started) * 1000 / RUNS
        yield [language, str(words), str(len(lines)), f"{milliseconds:.0f} ms"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("-v", action="store_true", dest="verbose")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    header = ["set, written", "sentences", *VERDICTS]
    written = "\n".join(
        [
            INTRODUCTION,
            table("Dates and times", ["language", "texts", "right at first", "right now"], list(dates())),
            table("Statements, first run → now", header, list(statements(given.verbose))),
            table(
                "Roles, first run → now",
                ["set, written", "documents", "right", "undecided", "wrong"],
                list(roles(given.verbose)),
            ),
            table("Cost, in CPU time", ["language", "words", "sentences", "each"], list(cost())),
            table("Statements by topic, all sets, now", ["topic", "sentences", *VERDICTS], list(by_topic())),
        ]
    )
    print(written)
    if given.write:
        (ROOT / "benchmarks" / "readiness.md").write_text(written, "utf-8")


if __name__ == "__main__":
    main()
