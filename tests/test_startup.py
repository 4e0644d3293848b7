"""Starting up is kept short by counting what is imported: a clock would say how busy the machine is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import a11ycheck
from places import ROOT

PDF = ROOT / "fixtures" / "content-picture-alt" / "failed missing.pdf"
PROGRAM = """
import sys
before = set(sys.modules)
from a11ycheck.cli import main
try:
    main()
except SystemExit:
    pass
new = sorted(set(sys.modules) - before)
import json
sys.stderr.write(json.dumps(new))
"""

# Each costs 10 ms or more, and the help needs none of them.
HEAVY = frozenset(
    "asyncio concurrent csv ctypes decimal email html http json logging multiprocessing random socket sqlite3 ssl "
    "subprocess tempfile tomllib unittest xml zipfile".split()
)
# Most modules that may be new to the process; on 3.11 to 3.13 the help takes 110 to 112, one PDF 214.
MOST_FOR_HELP = 130
MOST_FOR_A_PDF = 240


def imported(*arguments: str, folder: Path) -> set[str]:
    """The modules that running the command with these arguments imports."""
    path = os.pathsep.join((str(Path(a11ycheck.__file__).parent.parent), *filter(None, sys.path)))
    done = subprocess.run(
        [sys.executable, "-P", "-c", PROGRAM, *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "en_GB.UTF-8", "PYTHONPATH": path},
        check=True,
        timeout=120,
    )
    return set(json.loads(done.stderr.rpartition("\n")[2]))


def packages(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


def of_others(modules: set[str]) -> set[str]:
    return packages(modules) - {"a11ycheck", *sys.stdlib_module_names}


@pytest.fixture(scope="module")
def for_help(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    return imported("--help", folder=tmp_path_factory.mktemp("help"))


@pytest.fixture(scope="module")
def for_pdf(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    return imported(str(PDF), folder=tmp_path_factory.mktemp("pdf"))


def test_the_help_needs_click_and_no_other_package(for_help: set[str]) -> None:
    assert of_others(for_help) <= {"click", "colorama"}  # the second on Windows


def test_the_help_needs_nothing_heavy(for_help: set[str]) -> None:
    assert packages(for_help) & HEAVY == set()
    assert len(for_help) <= MOST_FOR_HELP


def test_the_help_needs_no_rule_and_no_kind(for_help: set[str]) -> None:
    assert not {name for name in for_help if name.startswith(("a11ycheck.rules.", "a11ycheck.documents."))}


def test_one_pdf_needs_few_packages_outside_the_fence(for_pdf: set[str]) -> None:
    assert of_others(for_pdf) <= {"click", "colorama"}
    assert len(for_pdf) <= MOST_FOR_A_PDF


def test_one_pdf_needs_nothing_that_speaks_to_the_net(for_pdf: set[str]) -> None:
    assert (
        packages(for_pdf)
        & {"asyncio", "http", "httpx", "playwright", "selenium", "ssl", "starlette", "uvicorn"}
        == set()
    )
