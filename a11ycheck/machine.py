"""What this machine gives: cores, and memory that is free."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

CGROUPS = Path("/sys/fs/cgroup")
"""Where Linux tells what a container or a service may use."""


def cores() -> int:
    """Cores that this process may use: those it is bound to, and no more than its container is given."""
    bound = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    given = [bound]
    for told in _told("cpu.max"):
        quota, _, period = told.partition(" ")
        with suppress(ValueError, ZeroDivisionError):  # "max": as many as there are
            given.append(max(1, int(quota) // int(period)))
    return min(given)


def free_memory() -> int | None:
    """Bytes that processes started now may take in all; None where that is not known."""
    given = []
    with suppress(OSError, ValueError):
        lines = Path("/proc/meminfo").read_text("ascii").splitlines()
        given += [int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:")]
    for told in _told("memory.max"):
        with suppress(ValueError):
            given.append(int(told))
    return min(given, default=None)


def at_once(memory: int, most: int | None = None, waiting: int = 0) -> int:
    """How many that may take so many bytes each can work side by side: one a core, as far as memory reaches.

    ``waiting`` are added to the cores, for work that waits much of its time.
    """
    free = free_memory()
    by_cores = cores() + waiting
    by_memory = by_cores if free is None else free // memory
    return max(1, min(by_cores, by_memory, most or by_memory))


def _told(name: str) -> Iterator[str]:
    """What this process's control group and those it stands in say of one thing; nothing where there are none."""
    with suppress(OSError):
        lines = Path("/proc/self/cgroup").read_text("utf-8").splitlines()
        own = next((line.removeprefix("0::/") for line in lines if line.startswith("0::/")), "")
        for group in (CGROUPS / own, *(CGROUPS / own).parents):
            with suppress(OSError):
                yield (group / name).read_text("ascii").strip()
