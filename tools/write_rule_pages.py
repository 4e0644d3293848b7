"""Write docs/rules/: a page for each rule, in English and Swedish, made from the rule itself.

python tools/write_rule_pages.py
"""

from __future__ import annotations

from pathlib import Path

from a11ycheck.job import clauses_anywhere
from a11ycheck.registry import all_rules, kinds_of_rules
from a11ycheck.rule import Rule
from a11ycheck.rule_page import page

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "rules"


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
    clauses = clauses_anywhere(rule, kinds)
    return page(rule, kinds, clauses, "en") + "\n---\n\n" + page(rule, kinds, clauses, "sv")


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
