"""Measure commands: CPU time of a process and all it started, wall time, and the most memory that they have held."""

from __future__ import annotations

import ctypes
import os
import resource
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Event, Thread

WITHOUT_BUBBLEWRAP = {**os.environ, "PATH": os.devnull}
"""bubblewrap puts workers in a namespace whose CPU time no parent is told of, so it is left out of what is measured. It
adds about 5 ms of CPU for a worker."""
PR_SET_CHILD_SUBREAPER = 36
"""Of Linux's prctl(2): orphans of what is measured become our children, so that their CPU time is counted."""
EVERY = 0.02
"""Seconds between looks at the memory: the system keeps the peak of a process, but only while it lives."""
PATIENCE = 30.0
"""Seconds that a process may go on when the one that started it has ended."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of CPU (user and system, of all processes) and of wall clock; peak memory in bytes, of the largest
    process and of the ``first``, which started the others. Memory is 0 where the system does not tell."""

    cpu: float
    wall: float
    memory: int = 0
    first: int = 0


def run(
    command: Sequence[str | Path],
    *,
    expect: Sequence[int] = (0, 1, 3),
    environment: Mapping[str, str] = WITHOUT_BUBBLEWRAP,
    errors: Path = Path(os.devnull),
    output: Path = Path(os.devnull),
) -> Cost:
    """Run a command once and return what it cost; ``errors`` takes its standard error, and ``output`` what it prints.
    ``RuntimeError`` when it ends with an unexpected code."""
    take_in_orphans()
    before = _cpu_of_children()
    started = time.monotonic()
    with output.open("wb") as printed, errors.open("wb") as told:
        process = subprocess.Popen(
            [str(word) for word in command], stdout=printed, stderr=told, env=environment
        )
    watch = _Watch(process.pid)
    watch.start()
    code = process.wait()
    wall = time.monotonic() - started
    watch.end()
    wait_for_orphans()
    if code not in expect:
        raise RuntimeError(f"{' '.join(map(str, command[:4]))} … ended with {code}")
    return Cost(
        _cpu_of_children() - before,
        wall,
        max(watch.peaks.values(), default=0),
        watch.peaks.get(process.pid, 0),
    )


class _Watch(Thread):
    """Looks at the memory of a process and its descendants until told to end."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.peaks: dict[int, int] = {}
        self._done = Event()

    def run(self) -> None:
        while not self._done.wait(EVERY):
            for pid in (self.pid, *descendants(self.pid)):
                if peak := _peak_of(pid):
                    self.peaks[pid] = peak

    def end(self) -> None:
        self._done.set()
        self.join()


def descendants(top: int) -> list[int]:
    """The processes that this one has started, and those that these have."""
    found: list[int] = []
    waiting = [top]
    while waiting:
        # A process is listed under the thread that started it.
        threads = Path("/proc", str(waiting.pop()), "task")
        for thread in _listed(threads):
            with suppress(OSError):
                children = [int(pid) for pid in (threads / thread / "children").read_text().split()]
                found += children
                waiting += children
    return found


def _listed(folder: Path) -> list[str]:
    """What is in a folder; nothing where it is gone."""
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _peak_of(pid: int) -> int:
    with suppress(OSError):
        for line in Path("/proc", str(pid), "status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0


@cache
def take_in_orphans() -> None:
    """From now on, what a measured process leaves behind is a child of this one."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def wait_for_orphans() -> None:
    """Wait for what is left of others' workers; they end when nobody gives them work."""
    until = time.monotonic() + PATIENCE
    with suppress(ChildProcessError):
        while time.monotonic() < until:
            if os.waitpid(-1, os.WNOHANG) == (0, 0):
                time.sleep(0.01)


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def median(command: Sequence[str | Path], times: int = 5) -> Cost:
    """Run a command several times and return the run with the median CPU time, after one run to warm the disk."""
    run(command)
    costs = sorted((run(command) for _ in range(times)), key=lambda cost: cost.cpu)
    return costs[len(costs) // 2]


class CutShort(RuntimeError):
    """A command has not done its work, so that what it cost says nothing."""


@dataclass(frozen=True, slots=True)
class Command:
    """What is measured: words, the codes that it may end with, its environment, and where its standard error goes. If
    it prints any of ``refuse``, it has not done its work."""

    words: Sequence[str | Path]
    expect: Sequence[int] = (0, 1, 3)
    environment: Mapping[str, str] = field(default_factory=WITHOUT_BUBBLEWRAP.copy)
    errors: Path = Path(os.devnull)
    refuse: Sequence[str] = ()

    def run(self) -> Cost:
        with NamedTemporaryFile() as output:
            cost = run(
                self.words,
                expect=self.expect,
                environment=self.environment,
                errors=self.errors,
                output=Path(output.name),
            )
            printed = " ".join(output.read().decode("utf-8", "replace").split())
        if told := [words for words in self.refuse if words in printed]:
            raise CutShort(told[0])
        return cost


def in_turn(commands: Mapping[str, Command], times: int) -> dict[str, Cost]:
    """Run the commands in turn, so that a busy moment falls on all, and return of each the run with the least CPU time:
    what other work adds to it is left out best so. ``CutShort`` where one has not done its work any of the times."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            with suppress(CutShort):
                costs[name].append(command.run())
    if lost := [commands[name].words[-1] for name, several in costs.items() if not several]:
        raise CutShort(f"{lost[0]}: stopped before its end each time")
    return {name: min(several, key=lambda cost: cost.cpu) for name, several in costs.items()}


def slope(points: Sequence[tuple[float, float]]) -> float:
    """The cost of one more: least squares over (how many, cost)."""
    return statistics.linear_regression(*zip(*points, strict=True)).slope


def table(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table with a title."""
    lines = [f"### {title}", "", "| " + " | ".join(header) + " |", "|" + " --- |" * len(header)]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows), ""])
