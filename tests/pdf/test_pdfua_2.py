"""PDF/UA-2 as a whole: what its ruleset turns on, and how it agrees with veraPDF on the public suite."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from a11ycheck import ruleset
from a11ycheck.documents.content import Content
from a11ycheck.registry import all_rules, kind, rules_for
from a11ycheck.ruleset import Level

TABLE_5 = re.compile(r"Table 5\. [A-Za-z]+-[A-Za-z]+-\d+")
"""veraPDF numbers the pairs of ISO/TS 32005 one by one; here they are one clause."""


def levels(name: str) -> dict[str, Level]:
    loaded = ruleset.load(name)
    return {rule.id: loaded.level(rule, rule.meets) for rule in all_rules().values()}


def test_rules_of_pdf_ua_2_alone_are_on_there_and_nowhere_else() -> None:
    own = {name for name in all_rules() if name.startswith("pdfua2-")}
    assert len(own) > 50
    assert {levels("pdfua-2")[name] for name in own} == {Level.REQUIRED}
    for other in set(ruleset.names()) - {"pdfua-2"}:
        assert {levels(other)[name] for name in own} == {Level.OFF}, other


def test_every_clause_of_the_catalogue_is_met(suites: Path) -> None:
    with (suites.parent / "catalogue" / "pdfua_rules.tsv").open(encoding="utf-8") as lines:
        clauses = {
            f"PDF/UA-2 {row['rule']}"
            for row in csv.DictReader(lines, delimiter="\t")
            if row["profile"] == "PDF/UA-2"
        }
    met = {clause for rule in rules_for("pdf").values() for clause in rule.meets}
    assert len(clauses) == 92
    assert clauses <= met


def reference(suites: Path) -> list[tuple[Path, set[str]]]:
    folder = suites / "pdfua"
    with (folder / "reference_PDF_UA-2.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return [(folder / "PDF_UA-2" / row["file"], tripped(row["rules_tripped"] or "")) for row in rows]


def tripped(said: str) -> set[str]:
    rest = TABLE_5.sub("", said)
    found = {part.partition("=")[0] for part in rest.split() if part.partition("=")[0]}
    return found | ({"Table 5 (ISO/TS 32005)"} if rest != said else set())


def failed(path: Path) -> set[str]:
    model = kind("pdf").open(path.read_bytes())
    found: set[str] = set()
    for rule in rules_for("pdf").values():
        clauses = {clause for clause in rule.meets if clause.startswith("PDF/UA-2 ")}
        seen = model.content if rule.document is Content else model
        if clauses and any(outcome.status == "failed" for _, outcome in rule.apply(seen, rule.options)):
            found |= {clause.removeprefix("PDF/UA-2 ") for clause in clauses}
    return found


def test_the_same_rules_trip_as_in_verapdf(suites: Path) -> None:
    files = reference(suites)
    assert len(files) > 60
    differing = {path.name: (failed(path), wanted) for path, wanted in files if failed(path) != wanted}
    assert differing == {}
