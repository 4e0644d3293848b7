"""What a user would pick instead, for each kind: the commands, and what they see of the same files.

page-validation for PDF/UA-1; veraPDF, where it is on the PATH; a lint of thirty lines with python-docx for Word files;
for pages a bare loop of Playwright and axe-core, and pa11y-ci. For mails, calendar files and captions there is none.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from compare_pdfua import THEIRS

from measure import Command, table
from pages import BARE_LOOP, PA11Y_RUNNERS, pa11y_config

DOCX_LINT = Path(__file__).with_name("docx_lint.py")
RULES_OF_THE_LINT = {
    "headings": "content-heading-level",
    "pictures": "content-picture-alt",
    "tables": "content-table-headers",
    "title": "content-title",
    "language": "content-language",
}
"""What the lint looks at, and our rule about the same."""


def for_pdfua(files: Sequence[Path]) -> dict[str, Command]:
    """What checks PDF/UA-1 and is installed here."""
    commands = {}
    if importlib.util.find_spec("page"):
        commands["page-validation"] = Command([*THEIRS, *files])
    if program := shutil.which("verapdf"):
        words: list[str | Path] = [program, "--flavour", "ua1", "--format", "text", *files]
        commands["veraPDF"] = Command(words, expect=range(256), environment=os.environ)
    return commands


def for_word(files: Sequence[Path]) -> dict[str, Command]:
    return {"lint with python-docx": Command([sys.executable, DOCX_LINT, *files])}


def for_pages(pages: Sequence[Path], pa11y: Sequence[str | Path]) -> dict[str, Command]:
    """A bare loop, and pa11y-ci as it comes and with axe-core, where ``pa11y`` is a command."""
    addresses = [page.resolve().as_uri() for page in pages]
    bare = Command([sys.executable, "-c", BARE_LOOP, *addresses], environment=os.environ)
    commands = {"Playwright and axe-core, bare loop": bare}
    for name, runners in PA11Y_RUNNERS.items() if pa11y else ():
        config = pages[0].with_name(f"{'-'.join(runners)}-{len(pages)}.json")
        environment = {**os.environ, **pa11y_config(config, runners, addresses)}
        # 2: it has found faults.
        commands[name] = Command([*pa11y, "--config", config], expect=(0, 2), environment=environment)
    return commands


def missing() -> list[str]:
    """What is not measured since it is not here."""
    there = {
        "page-validation": importlib.util.find_spec("page"),
        "veraPDF": shutil.which("verapdf"),
        "pa11y-ci": shutil.which("pa11y-ci"),
    }
    return [name for name, found in there.items() if not found]


def what_the_lint_sees(ours: Sequence[str], files: Sequence[Path]) -> str:
    """How much of what we find in Word files a lint with python-docx finds, by file and rule; ``ours``: our command."""
    words = [*ours, "--output", "json", *map(str, files)]
    documents = json.loads(subprocess.run(words, capture_output=True, text=True, check=True).stdout)[
        "documents"
    ]
    told = subprocess.run(
        [sys.executable, str(DOCX_LINT), *map(str, files)], capture_output=True, text=True, check=True
    ).stdout
    lint = {str(file): json.loads(line) for file, line in zip(files, told.splitlines(), strict=True)}
    ours_by_file = {
        document["source"]: Counter(
            finding["rule"] for finding in document["findings"] if finding["status"] == "failed"
        )
        for document in documents
        if document["source"] in lint
    }
    opened = sum(isinstance(found, list) for found in lint.values())
    checked = sum(bool(document["rules"]) for document in documents if document["source"] in lint)
    told_by_us = sum((Counter(found.keys()) for found in ours_by_file.values()), Counter[str]())
    rows = [
        ["files opened", str(checked), str(opened), ""],
        *(
            [rule, *map(str, (len(us), len(them), len(us & them)))]
            for us, them, rule in _by_rule(ours_by_file, lint)
        ),
        ["all rules: file and rule", str(told_by_us.total()), "", str(_seen(ours_by_file, lint))],
        ["all rules: faults", str(sum(found.total() for found in ours_by_file.values())), "", ""],
    ]
    header = ["files with", "a11ycheck", "lint with python-docx", "both"]
    return table(f"What a lint with python-docx sees of {len(files)} real Word files", header, rows)


def _by_rule(
    ours: Mapping[str, Counter[str]], lint: Mapping[str, list[str] | str]
) -> list[tuple[set[str], set[str], str]]:
    return [
        (
            {file for file, found in ours.items() if rule in found},
            {file for file, found in lint.items() if isinstance(found, list) and name in found},
            rule,
        )
        for name, rule in RULES_OF_THE_LINT.items()
    ]


def _seen(ours: Mapping[str, Counter[str]], lint: Mapping[str, list[str] | str]) -> int:
    return sum(len(us & them) for us, them, _ in _by_rule(ours, lint))
