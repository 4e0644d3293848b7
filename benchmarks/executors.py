"""The ways to run the same documents: do they find the same, what does each cost, and is anything lost with a worker?

    python benchmarks/executors.py [--documents 1000] [--write]

Real documents of ../shared/suites/real, small ones, repeated with altered bytes. Each way is run in a process of its
own; where it has workers, once more with one of them killed with -9 when a third is done. CPU is that of all its
processes, from their start to their end; wall time is from the first job to the last result.

Then what a second run costs that finds its results in the cache: the whole command, twice, with those of the real
documents that can be checked and have no page inside. What could not be checked is never remembered, and a page is
known by what it loads, which takes a browser: both are left out here and cost the second time what they cost the first.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from operator import attrgetter
from pathlib import Path

from a11ycheck import ruleset
from a11ycheck.cluster import WhenNeeded
from a11ycheck.executors import Executor, Fenced, by_name
from a11ycheck.job import Job
from a11ycheck.sources import PAGE, from_file
from measure import WITHOUT_BUBBLEWRAP, table, take_in_orphans, wait_for_orphans
from measure import run as run_command

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT.parent / "shared" / "suites" / "real"
WRITTEN = Path(__file__).with_suffix(".md")
SMALL = 60_000
"""Bytes; larger files would make this a benchmark of parsers."""
AGAIN = 3
"""Times that the second run is measured; the middle one counts."""
KINDS = {".pdf": 40, ".docx": 30, ".pptx": 5, ".odt": 10, ".eml": 10, ".ics": 20}
"""How many different files of each kind, so far as there are."""
COMMAND = (sys.executable, "-m", "a11ycheck", "--exit-zero", "--quiet", "--follow", "none")
WAYS = ("here", "fenced", "dask:local")


def originals() -> list[Path]:
    """Small real files, those of all kinds mixed."""
    by_kind = [
        [
            path
            for path in sorted(REAL.rglob(f"*{suffix}"))
            if path.is_file() and 0 < path.stat().st_size < SMALL
        ][:many]
        for suffix, many in KINDS.items()
    ]
    most = max(map(len, by_kind))
    return [files[turn] for turn in range(most) for files in by_kind if turn < len(files)]


def altered(data: bytes, suffix: str, number: int) -> bytes:
    """The same document in other bytes."""
    mark = f"a11ycheck {number:06}".encode()
    if suffix == ".pdf":
        return data + b"\n%" + mark + b"\n"
    if suffix == ".eml":
        return b"X-Copy: " + mark + b"\n" + data
    if suffix == ".ics":
        return data.replace(b"BEGIN:VCALENDAR", b"BEGIN:VCALENDAR\r\nX-COPY:" + mark, 1)
    end = data.rfind(b"PK\x05\x06")
    return data[: end + 20] + len(mark).to_bytes(2, "little") + mark  # the comment of a ZIP file


def copies(folder: Path, many: int) -> list[str]:
    paths = []
    for number, original in enumerate(islice(cycle(originals()), many)):
        path = folder / f"{number:06}{original.suffix}"
        path.write_bytes(altered(original.read_bytes(), original.suffix, number))
        paths.append(str(path))
    return paths


def one_way(name: str, kill: bool, paths: list[str]) -> None:
    """Run the documents one way, and print what it took and found as JSON."""
    # The workers of workers that are gone are ours then, so that their time is told to us.
    take_in_orphans()
    demands = ruleset.load(ruleset.DEFAULT)
    jobs = [Job(path, from_file(path, Path(path)).kind, demands, path) for path in paths]
    executor = by_name(name)
    began = time.monotonic()
    found = []
    killed = 0
    for number, result in enumerate(executor.run(jobs)):
        if kill and number == len(jobs) // 3:
            killed = kill_one(executor)
        raw = result.to_json()
        digest = hashlib.sha256(json.dumps(raw, sort_keys=True).encode()).hexdigest()
        found.append((digest, len(result.findings), result.trouble.reason if result.trouble else ""))
    wall = time.monotonic() - began
    executor.close()
    wait_for_orphans()
    times = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = sum(used.ru_utime + used.ru_stime for used in times)
    print(json.dumps({"cpu": cpu, "wall": wall, "found": found, "killed": killed}))


def kill_one(executor: Executor) -> int:
    """End a process that is at work, as the system does when memory is short; return its number."""
    pid = 0
    if isinstance(executor, Fenced):
        pid = executor._all[0].process.pid
    elif isinstance(executor, WhenNeeded) and executor.cluster is not None:
        pid = min(executor.cluster._client.run(os.getpid).values())
    os.kill(pid, signal.SIGKILL)
    return pid


def run(name: str, kill: bool, paths: list[str]) -> dict[str, object]:
    command = [sys.executable, __file__, "--way", name, *(["--kill"] if kill else [])]
    done = subprocess.run(
        command, input="\n".join(paths), capture_output=True, text=True, env=WITHOUT_BUBBLEWRAP, check=True
    )
    told: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return told


def rows(paths: list[str], say: Callable[[str], None]) -> Iterator[list[str]]:
    first: dict[str, object] = {}
    for name in WAYS:
        for kill in (False, True) if name != "here" else (False,):
            say(f"{name}{', one killed' if kill else ''} …")
            told = run(name, kill, paths)
            first = first or told
            found, expected = told["found"], first["found"]
            assert isinstance(found, list)
            assert isinstance(expected, list)
            others = [path for path, one, other in zip(paths, found, expected, strict=True) if one != other]
            if others:
                say(f"not the same: {', '.join(others[:10])}")
            yield [
                f"`{name}`{', one worker killed with -9' if kill else ''}",
                *(f"{told[what]:.1f} s" for what in ("cpu", "wall")),
                *(f"{float(str(told[what])) / float(str(first[what])):.2f}" for what in ("cpu", "wall")),
                f"{len(paths) - len(others)} of {len(paths)}",
                str(sum(bool(trouble) for _, _, trouble in found)),
            ]


# The second time


def can_be_remembered(folder: Path) -> list[Path]:
    """The real documents of any size that are checked to the end and have no page inside."""
    files = sorted(path for suffix in KINDS for path in REAL.rglob(f"*{suffix}") if path.is_file())
    report = folder / "all.json"
    run_command([*COMMAND, "--no-cache", "--output", f"json:{report}", *files])
    left_out = {
        document.get("found_in") or document["source"]
        for document in json.loads(report.read_text("utf-8"))["documents"]
        if document["trouble"] or document["kind"] == PAGE
    }
    return [path for path in files if str(path) not in left_out]


def again(folder: Path, many: int, say: Callable[[str], None]) -> Iterator[list[str]]:
    originals = can_be_remembered(folder)
    say(f"{len(originals)} real documents can be remembered")
    paths = []
    for number, original in enumerate(islice(cycle(originals), many)):
        path = folder / f"again-{number:06}{original.suffix}"
        path.write_bytes(altered(original.read_bytes(), original.suffix, number))
        paths.append(path)
    for name in WAYS:
        say(f"{name}, twice …")
        environment = {
            **WITHOUT_BUBBLEWRAP,
            "A11YCHECK_CACHE": str(folder / f"cache-{name.partition(':')[0]}"),
        }
        command: list[str | Path] = [*COMMAND, "--executor", name, *paths]
        first = run_command(command, environment=environment)
        later = sorted(
            (run_command(command, environment=environment) for _ in range(AGAIN)), key=attrgetter("wall")
        )
        second = later[AGAIN // 2]
        yield [
            f"`{name}`",
            *(f"{cost.cpu:.2f} s" for cost in (first, second)),
            f"{first.cpu / second.cpu:.0f}",
            *(f"{cost.wall:.2f} s" for cost in (first, second)),
            f"{first.wall / second.wall:.0f}",
        ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--write", action="store_true", help="put the table into executors.md")
    parser.add_argument("--way", help=argparse.SUPPRESS)
    parser.add_argument("--kill", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.way:
        one_way(asked.way, asked.kill, sys.stdin.read().splitlines())
        return
    if not REAL.is_dir():
        parser.exit(1, f"{REAL} is not here\n")
    with tempfile.TemporaryDirectory() as folder:
        paths = copies(Path(folder), asked.documents)
        made = table(
            f"{len(paths)} documents of {len(originals())} real ones",
            ["executor", "CPU", "wall", "CPU, here = 1", "wall, here = 1", "the same as here", "not checked"],
            list(rows(paths, lambda words: print(words, file=sys.stderr))),
        )
        made += "\n" + table(
            f"{asked.documents} documents, and the same once more from the cache",
            [
                *("executor", "CPU, first run", "CPU, second run", "times less"),
                *("wall, first run", "wall, second run", "times less"),
            ],
            list(again(Path(folder), asked.documents, lambda words: print(words, file=sys.stderr))),
        )
    print(made)
    if asked.write:
        before, mark, _ = WRITTEN.read_text("utf-8").partition("<!-- table -->\n")
        told = f"{time.strftime('%Y-%m-%d')}, Python {platform.python_version()}, {platform.system()} "
        told += f"{platform.machine()}, {os.cpu_count()} cores."
        WRITTEN.write_text(f"{before}{mark}\n{told}\n\n{made}", "utf-8")


if __name__ == "__main__":
    main()
