"""What the tests run of the code, lines and branches: ``make coverage``.

    python tools/cover.py [--only-report] [PART...]

Each PART of the tests (a folder or a file; without any, all but tests/hostile, which takes generated files) is run in a
process of its own, and what all of them ran is put together in .coverage. What runs behind the fence is measured there:
such a process may write no file, so each process hands in what it has measured through a socket when it ends. One that
is killed hands in nothing. Fails where a test fails, or where less than ``WHOLE`` is run, or ``EACH`` of the code that
decides.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from io import StringIO
from pathlib import Path
from socket import AF_UNIX, socket
from threading import Thread

from coverage import Coverage, CoverageData
from coverage.exceptions import CoverageException

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = ROOT / "pyproject.toml"
DECIDING = ("verdict", "ruleset", "job")
WHOLE, EACH = 92, 100
"""Percent of lines and branches: of all code, and of each module that decides."""
LEFT_OUT = ("hostile",)

STARTED_WITH_PYTHON = """\
import atexit, contextlib, os, socket, sys

def measure():
    from coverage import Coverage
    measured = Coverage(data_file=None, config_file={settings!r})
    measured._warn_no_data = False
    measured.start()
    process, leave = os.getpid(), os._exit

    def hand_in():
        if os.getpid() != process:
            return
        measured.stop()
        with contextlib.suppress(OSError, MemoryError), socket.socket(socket.AF_UNIX) as way:
            way.connect({address!r})
            way.sendall(measured.get_data().dumps())

    def hand_in_and_leave(code):
        hand_in()
        leave(code)

    os._exit = hand_in_and_leave
    atexit.register(hand_in)

measure()
"""
"""As ``sitecustomize``, which each process finds that is told where our code is found."""


class Collector:
    """Takes what processes hand in, until it is closed."""

    def __init__(self, address: str, data: CoverageData) -> None:
        self.data = data
        self._way = socket(AF_UNIX)
        self._way.bind(address)
        self._way.listen(64)
        self._closing = False
        self._thread = Thread(target=self._take, daemon=True)
        self._thread.start()

    def _take(self) -> None:
        while True:
            caller, _ = self._way.accept()
            with caller, caller.makefile("rb") as handed_in:
                told = handed_in.read()
            if told:
                one = CoverageData(no_disk=True)
                with suppress(CoverageException):  # cut off where the process was killed meanwhile
                    one.loads(told)
                self.data.update(one)
            elif self._closing:
                return

    def close(self) -> None:
        """Once all is taken that waits before this."""
        self._closing = True
        with socket(AF_UNIX) as way:
            way.connect(self._way.getsockname())
        self._thread.join()
        self._way.close()


def parts() -> list[str]:
    """The parts of all tests."""
    folders = (path for path in sorted((ROOT / "tests").iterdir()) if path.name not in LEFT_OUT)
    found = [str(path.relative_to(ROOT)) for path in folders if path.is_dir() and any(path.glob("test_*.py"))]
    return [*found, *(str(path.relative_to(ROOT)) for path in sorted((ROOT / "tests").glob("test_*.py")))]


def run(chosen: list[str]) -> list[str]:
    """Run parts of the tests into .coverage, and return those that failed."""
    data = CoverageData(str(ROOT / ".coverage"))
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        address = str(Path(folder) / "socket")
        text = STARTED_WITH_PYTHON.format(settings=str(SETTINGS), address=address)
        (Path(folder) / "sitecustomize.py").write_text(text, "utf-8")
        collector = Collector(address, data)
        found = [folder, *filter(None, [os.environ.get("PYTHONPATH")])]
        for part in chosen:
            print(f"{part}:", flush=True)
            tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", part]
            done = subprocess.run(tests, cwd=ROOT, env={**os.environ, "PYTHONPATH": os.pathsep.join(found)})
            if done.returncode:
                failed.append(part)
        collector.close()
    data.write()
    return failed


def report() -> bool:
    """Print what was run of each module; is it enough?"""
    measured = Coverage(data_file=str(ROOT / ".coverage"), config_file=str(SETTINGS))
    measured.load()
    each = {name: measured.report([f"a11ycheck/{name}.py"], file=StringIO()) for name in DECIDING}
    # Tests that build or change a copy of the code leave its lines in the data, and the copy is gone.
    own = [f"{ROOT}/a11ycheck/*"]
    whole = measured.report(include=own, skip_covered=True, sort="cover", show_missing=False)
    print()
    short = [
        f"{name}.py: {share:.2f} %, {EACH} % is asked for" for name, share in each.items() if share < EACH
    ]
    if whole < WHOLE:
        short.append(f"all code: {whole:.2f} %, {WHOLE} % is asked for")
    print("\n".join(short or [f"Enough: {WHOLE} % of all code, {EACH} % of {', '.join(DECIDING)}."]))
    return not short


def main(arguments: list[str]) -> int:
    failed: list[str] = []
    if "--only-report" not in arguments:
        (ROOT / ".coverage").unlink(missing_ok=True)
        failed = run([each for each in arguments if not each.startswith("-")] or parts())
    enough = report()
    if failed:
        print("Tests failed in: " + ", ".join(failed))
    return 0 if enough and not failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
