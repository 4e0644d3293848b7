"""Measure commands: CPU time of a process and all it started, wall time, and the largest memory of any of them."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

WITHOUT_BUBBLEWRAP = {**os.environ, "PATH": os.devnull}
"""bubblewrap puts workers in a namespace whose CPU time no parent is told of, so it is left out of what is measured. It
adds about 5 ms of CPU for a worker."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of CPU (user and system, children included), seconds of wall clock, and peak memory in bytes."""

    cpu: float
    wall: float
    memory: int


def run(command: Sequence[str | Path], *, expect: Sequence[int] = (0, 1, 3)) -> Cost:
    """Run a command once and return what it cost; ``RuntimeError`` when it ends with an unexpected code."""
    started = time.monotonic()
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen(
            [str(word) for word in command], stdout=nowhere, stderr=nowhere, env=WITHOUT_BUBBLEWRAP
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in expect:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, time.monotonic() - started, usage.ru_maxrss * 1024)


def median(command: Sequence[str | Path], times: int = 5) -> Cost:
    """Run a command several times and return the run with the median CPU time, after one run to warm the disk."""
    run(command)
    costs = sorted((run(command) for _ in range(times)), key=lambda cost: cost.cpu)
    return costs[len(costs) // 2]


def slope(points: Sequence[tuple[float, float]]) -> float:
    """The cost of one more: least squares over (how many, cost)."""
    return statistics.linear_regression(*zip(*points, strict=True)).slope


def table(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table with a title."""
    lines = [f"### {title}", "", "| " + " | ".join(header) + " |", "|" + " --- |" * len(header)]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows), ""])
