"""What a run costs: one command, tables on standard output.

    python benchmarks/run.py

CPU time is that of the command and its workers together. Ratios are worth more than seconds: machines are noisy.
"""

from __future__ import annotations

import platform
import shutil
import sys
import tempfile
from pathlib import Path

from measure import median, slope, table

ROOT = Path(__file__).resolve().parent.parent
INVITATION = ROOT / "fixtures" / "meetings" / "forumkonferensen" / "good" / "inbjudan.pdf"
COMMAND = [sys.executable, "-m", "a11ycheck", "--exit-zero"]


def cold_run() -> str:
    """One small document from nothing to verdict, beside what Python itself costs."""
    cases = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "a11ycheck --help": [sys.executable, "-m", "a11ycheck", "--help"],
        "a11ycheck invitation.pdf (2 pages)": [*COMMAND, INVITATION],
        "the same, --executor here": [*COMMAND, "--executor", "here", INVITATION],
        "the same, as HTML": [*COMMAND, "--output", "html:/dev/null", INVITATION],
    }
    rows = []
    for name, command in cases.items():
        cost = median(command)
        rows.append([name, f"{cost.cpu:.2f} s", f"{cost.wall:.2f} s", f"{cost.memory / 1e6:.0f} MB"])
    return table("Cold run", ["command", "CPU", "wall", "largest process"], rows)


def further_documents() -> str:
    """The cost of each further document in the same run."""
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(folder) / f"{number}.pdf" for number in range(40)]
        for copy in copies:
            shutil.copyfile(INVITATION, copy)
        points = [(float(n), median([*COMMAND, *copies[:n]], times=3)) for n in (1, 10, 20, 40)]
    more = slope([(n, cost.cpu) for n, cost in points])
    rows = [[f"{n:.0f}", f"{cost.cpu:.2f} s", f"{cost.wall:.2f} s"] for n, cost in points]
    return table("Documents in one run", ["documents", "CPU", "wall"], rows) + (
        f"\nEach further document: {more * 1000:.0f} ms of CPU.\n"
    )


def main() -> None:
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}\n")
    print(cold_run())
    print(further_documents())


if __name__ == "__main__":
    main()
