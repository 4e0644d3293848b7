"""The process that owns a browser, seen from outside: pages go there, several at a time."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError, Future
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from a11ycheck import machine
from a11ycheck.documents.page.browser import addresses
from a11ycheck.documents.page.visiting import Visiting
from a11ycheck.in_order import InOrder
from a11ycheck.job import Job, Result
from a11ycheck.trouble import Trouble

MOST_PAGES_AT_ONCE = 4
"""In one browser."""
WAITING_PAGES = 1
"""So many more than there are cores: pages wait for their own rest, and another is worked on meanwhile."""
MEMORY_OF_A_PAGE = 600_000_000
"""Bytes that a page may take in the browser's processes, its scripts most of it."""
LONGEST_PAGE = 210.0
"""Seconds after which the lane is given up for one page; long before that it gives up the page by itself."""
LONGEST_ANSWER = 64_000_000
PATIENCE = 8.0
"""Seconds that a lane without jobs may take to close its browser."""

HANDED_ON = (
    *(
        "PATH",
        "HOME",
        "USERPROFILE",
        "LOCALAPPDATA",
        "PROGRAMFILES",
        "PROGRAMFILES(X86)",
        "SYSTEMROOT",
        "APPDATA",
    ),
    *("TMPDIR", "TEMP", "TMP", "LANG", "LC_ALL", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "FONTCONFIG_PATH"),
    *("PLAYWRIGHT_BROWSERS_PATH", "A11YCHECK_BROWSER", "SSL_CERT_FILE", "SSL_CERT_DIR"),
    *(
        "http_proxy",
        "https_proxy",
        "all_proxy",
        "no_proxy",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
        "NO_PROXY",
    ),
)
"""What the browser's process is told of the environment: where programs, fonts and proxies are, and no secrets."""


class BrowserLane:
    """Runs jobs in a process that owns a browser, several at once. A page that takes the process down costs itself its
    result; the others are visited once more. Browsers elsewhere show several each. What comes of pages is remembered in
    the folder ``cache``, where there is one."""

    def __init__(self, visiting: Visiting, at_once: int | None = None, cache: Path | None = None) -> None:
        self.visiting = visiting
        self.cache = cache
        browsers = len(addresses(visiting.browser))
        fitting = machine.at_once(MEMORY_OF_A_PAGE, MOST_PAGES_AT_ONCE, WAITING_PAGES)
        self._in_order = InOrder(at_once or browsers * fitting)
        self._lane: _Lane | None = None
        self._starting = Lock()
        self._stopped = False

    def run(self, jobs: Sequence[Job]) -> Iterator[Result]:
        return self._in_order.run(self._run_one, jobs)

    def stop(self) -> None:
        """End the browser and what it shows at once; nothing more is visited."""
        with self._starting:
            self._stopped = True
            if self._lane is not None:
                self._lane.end()

    def close(self) -> None:
        self._in_order.close()
        if self._lane is not None:
            self._lane.retire()

    def _run_one(self, job: Job) -> Result:
        trouble = Trouble("crashed")
        for _ in range(2):
            try:
                return self._running().do(job)
            except TimeoutError:
                return Result(
                    trouble=Trouble("timed-out", f"{job.source}: stopped after {LONGEST_PAGE:.0f} s")
                )
            except _LaneLost as lost:
                trouble = Trouble("crashed", f"{job.source}: {lost}")
        return Result(trouble=trouble)

    def _running(self) -> _Lane:
        with self._starting:
            if self._stopped:
                raise CancelledError
            if self._lane is not None and self._lane.lost:
                self._lane.kill()
                self._lane = None
            if self._lane is None:
                self._lane = _Lane(self.visiting, self.cache)
            return self._lane


class _LaneLost(Exception):
    """The lane's process ended, or said what cannot be read."""


class _Lane:
    """The process, seen from outside."""

    def __init__(self, visiting: Visiting, cache: Path | None = None) -> None:
        self.lost = ""
        self._waiting: dict[int, tuple[Job, Future[Result]]] = {}
        self._lock = Lock()
        self._sent = 0
        self.process = subprocess.Popen(
            [sys.executable, "-m", "a11ycheck.documents.page.lane"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={
                **{name: os.environ[name] for name in HANDED_ON if name in os.environ},
                "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            },
            start_new_session=True,
        )
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()
        with contextlib.suppress(_LaneLost):  # said again to whoever sends a job
            self._write({"visiting": visiting.to_json(), "cache": str(cache.absolute()) if cache else ""})

    def do(self, job: Job) -> Result:
        """Have one page checked. Raises ``_LaneLost``, and ``TimeoutError`` when it takes the lane's life."""
        answer: Future[Result] = Future()
        with self._lock:
            if self.lost:
                raise _LaneLost(self.lost)
            self._sent += 1
            number = self._sent
            self._waiting[number] = (job, answer)
            self._write({"number": number, "job": job.to_json()})
        try:
            return answer.result(LONGEST_PAGE)
        except TimeoutError:
            self.kill()
            raise
        except CancelledError:
            raise _LaneLost("stopped") from None

    def retire(self) -> None:
        """Let the process close its browser and end; not for long."""
        assert self.process.stdin is not None
        with contextlib.suppress(OSError):
            self.process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=PATIENCE)
        self.kill()

    def end(self) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(self.process.pid, signal.SIGKILL)
            else:
                self.process.kill()

    def kill(self) -> None:
        """End the process with all that it started; a browser ends when the one it answers to is gone."""
        self.lost = self.lost or "stopped"
        self.end()
        self.process.wait()
        self._reader.join()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()

    def _write(self, message: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(json.dumps(message).encode() + b"\n")
            self.process.stdin.flush()
        except (OSError, ValueError):
            # Known here before the reader has come to the end of the answers.
            self.lost = self.lost or "ended before it was asked"
            raise _LaneLost(self.lost) from None

    def _read(self) -> None:
        """Hand out the answers as they come, and say that no more will come at the end."""
        assert self.process.stdout is not None
        why = "the process ended"
        while line := self.process.stdout.readline(LONGEST_ANSWER):
            try:
                message = json.loads(line)
                job, answer = self._waiting.pop(message["number"])
                answer.set_result(Result.from_json(message["result"], job))
            except (ValueError, KeyError, TypeError, IndexError) as error:
                why = f"an answer could not be read: {error}"
                break
        with self._lock:
            self.lost = self.lost or why
            for _, answer in self._waiting.values():
                answer.set_exception(_LaneLost(why))
            self._waiting.clear()
