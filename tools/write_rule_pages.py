"""Write docs/rules/: a page for each rule, in English and Swedish, made from the rule and from its fixtures.

python tools/write_rule_pages.py
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from a11ycheck.job import clauses_anywhere
from a11ycheck.registry import all_rules, kinds_of_rules
from a11ycheck.rule import Rule
from a11ycheck.rule_page import (
    Example,
    all_is_well,
    message_named,
    of_two,
    outcome_named,
    page,
    without_values,
)

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "rules"
FIXTURES = ROOT / "fixtures"

SHOWN_AS_TEXT = ("html", "vtt", "srt", "ics", "eml")
"""Fixtures that people can read as they are, the ones most are used to first."""
WHOLE, MOST_LINES, AROUND = 16, 24, 3
"""Lines of an example that is shown whole, and of an excerpt, with so many around what tells the two apart."""
LONGEST_LINE = 120


def pages() -> dict[str, str]:
    """Every page by file name, and the index."""
    where = kinds_of_rules()
    made: dict[str, str] = {}
    rows = ["# Rules · Regler", "", "| Rule | English | Svenska |", "| --- | --- | --- |"]
    for rule_id, rule in all_rules().items():
        made[f"{rule_id}.md"] = both_languages(rule, where[rule_id])
        rows.append(f"| [{rule_id}]({rule_id}.md) | {rule.title.en} | {rule.title.sv} |")
    made["README.md"] = "\n".join(rows) + "\n"
    return made


def both_languages(rule: Rule, kinds: list[str]) -> str:
    clauses, examples = clauses_anywhere(rule, kinds), shown(rule)
    return "\n---\n\n".join(page(rule, kinds, clauses, language, examples) for language in ("en", "sv"))


def shown(rule: Rule) -> tuple[Example, ...]:
    """What is wrong and what is right, as the rule's fixtures have it; empty where they cannot be read as text."""
    for syntax in SHOWN_AS_TEXT:
        texts = dict(_texts(FIXTURES / rule.id, syntax))
        try:
            wrong = of_two(texts, "failed", "cannot-tell")
            right = of_two(texts, "passed", "inapplicable")
        except StopIteration:
            continue
        said = without_values(rule.messages[message_named(wrong)])
        bad, good = texts[wrong], texts[right]
        return (
            Example(outcome_named(wrong), said, excerpt(bad, good), syntax),
            Example(outcome_named(right), all_is_well(rule), excerpt(good, bad), syntax),
        )
    return ()


def _texts(folder: Path, syntax: str) -> Iterator[tuple[str, list[str]]]:
    """The lines of the fixtures of one format by name, shortest name first; those that are no text are left out."""
    for path in sorted(folder.glob(f"*.{syntax}"), key=lambda path: (len(path.stem), path.stem)):
        try:
            lines = path.read_bytes().decode("utf-8-sig").expandtabs(2).splitlines()
        except UnicodeDecodeError:
            continue
        if lines and all(map(str.isprintable, lines)):
            yield path.stem, lines


def excerpt(lines: list[str], other: list[str]) -> str:
    """The lines, and of many only those that tell them from the ``other`` lines, with some around.

    Where files beside them are what tells the two apart, the lines are the same, and the first are shown.
    """
    told_apart: dict[int, int] = {}  # by line, the column where it begins to differ
    for same, first, last, begin, end in SequenceMatcher(None, lines, other, autojunk=False).get_opcodes():
        if same != "equal":
            for number in range(first, max(last, first + 1)):
                beside = begin + number - first
                same_line = number < last and beside < end
                told_apart[number] = _differ_at(lines[number], other[beside]) if same_line else 0
    kept = [
        number
        for number in range(len(lines))
        if len(lines) <= WHOLE or not told_apart or any(abs(number - place) <= AROUND for place in told_apart)
    ]
    shown: list[str] = []
    for before, number in zip([-1, *kept], kept, strict=False):
        shown += ["…"] * (number > before + 1) + [_cut(lines[number], told_apart.get(number, 0))]
    more = len(shown) > MOST_LINES or (kept and kept[-1] < len(lines) - 1)
    return "\n".join([*shown[:MOST_LINES], *(["…"] if more else [])])


def _differ_at(line: str, other: str) -> int:
    pairs = enumerate(zip(line, other, strict=False))
    return next((column for column, (ours, theirs) in pairs if ours != theirs), min(len(line), len(other)))


def _cut(line: str, column: int) -> str:
    """A long line from a little before what matters in it."""
    start = max(0, min(column - LONGEST_LINE // 3, len(line) - LONGEST_LINE))
    end = start + LONGEST_LINE
    return ("…" if start else "") + line[start:end] + ("…" if end < len(line) else "")


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, "utf-8")
    print(f"{len(made)} pages in {FOLDER}")


if __name__ == "__main__":
    main()
