"""The documentation is complete and says what the code does."""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from a11ycheck import registry, ruleset
from a11ycheck.rule_page import examples_of, page
from places import ROOT

MARKDOWN = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md")])


def pages() -> dict[str, str]:
    specification = importlib.util.spec_from_file_location(
        "write_rule_pages", ROOT / "tools/write_rule_pages.py"
    )
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    made: dict[str, str] = module.pages()
    return made


def test_rule_pages_are_what_make_docs_writes() -> None:
    folder = ROOT / "docs" / "rules"
    written = {path.name: path.read_text("utf-8") for path in folder.glob("*.md")}
    assert written == pages(), "run: make docs"


@pytest.mark.parametrize("rule", registry.all_rules().values(), ids=lambda rule: rule.id)
@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_rules_page_has_why_who_how_and_an_example_failing_and_passing(rule, language: str) -> None:
    text = page(rule, ["pdf"], rule.meets, language)
    assert rule.why.say(language) in text
    assert rule.fix.general.say(language) in text
    assert all(message.say(language) in text for message in rule.messages.values())
    outcomes = {name.split(" ")[0].rstrip(",") for name in examples_of(rule)}
    assert outcomes & {"failed", "cannot-tell"}
    assert outcomes & {"passed", "inapplicable"}


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", path.read_text("utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (path.parent / target).exists(), target


def test_every_decision_is_in_the_list() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = set(re.findall(r"\((\d{4}-[^)]+)\)", (folder / "README.md").read_text("utf-8")))
    assert listed == {path.name for path in folder.glob("[0-9]*.md")}


def test_the_readmes_example_is_what_the_command_prints() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    command, shown = re.search(r"```\n\$ (a11ycheck .+)\n((?s:.+?))```", text).groups()  # type: ignore[union-attr]
    words = [sys.executable, "-m", *shlex.split(command)]
    environment = {
        "PATH": os.environ["PATH"],
        "LANG": "en_GB.UTF-8",
        "COLUMNS": "80",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=60)
    assert done.stdout.rstrip("\n") == shown.rstrip("\n")


def test_the_readme_names_every_ruleset_and_report() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    for name in [*ruleset.names(), *registry.report_names()]:
        assert f"`{name}`" in text
