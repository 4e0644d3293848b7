"""No regular expression of ours backtracks badly: each meets 100 KB of worst cases in a limited computing time."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hostile import patterns
from hostile.patterns import Used

import a11ycheck

resource = pytest.importorskip("resource")
MODULE = Path(patterns.__file__)


def begun() -> subprocess.Popen[str]:
    """The process that tries them, when it has read them all."""
    path = os.pathsep.join(
        (str(MODULE.parent.parent), str(Path(a11ycheck.__file__).parent.parent), *sys.path)
    )
    process = subprocess.Popen(
        [sys.executable, "-P", str(MODULE)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": path},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def too_dear(named: dict[str, Used]) -> list[str]:
    """The patterns that the process does not get through; it is started again after each."""
    found: list[str] = []
    process = begun()
    for name, used in named.items():
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{name}\n")
        process.stdin.flush()
        if not process.stdout.readline():
            process.communicate()
            found.append(f"{name} ({', '.join(sorted(used.ways))})")
            process = begun()
    process.communicate()
    return found


def test_every_pattern_gets_through_the_worst_cases() -> None:
    named = patterns.patterns()
    assert len(named) > 250
    # In several processes at once, since it is computing and nothing else.
    share = os.cpu_count() or 1
    parts = [dict(list(named.items())[start::share]) for start in range(share)]
    with ThreadPoolExecutor(share) as threads:
        assert [name for part in threads.map(too_dear, parts) for name in part] == []


def test_a_pattern_that_backtracks_badly_would_be_found() -> None:
    text = max(patterns.texts(patterns.BAD.pattern), key=len)
    assert len(text) == patterns.SIZE
    assert too_dear({patterns.BAD_NAME: patterns.BAD}) == [f"{patterns.BAD_NAME} (fullmatch)"]
