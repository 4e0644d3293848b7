"""What a run has found so far, so that it can be gone on with when it is stopped or dies.

A line is added for each result as it comes. The file is named by what was asked for, and is gone when the run has come
to its end.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from a11ycheck.cache import make_folder, unsealed

if TYPE_CHECKING:
    from a11ycheck.documents.page.visiting import Visiting
    from a11ycheck.following import Follow
    from a11ycheck.ruleset import Ruleset

RUNS = "runs"
KEPT = 14 * 24 * 3600.0
"""Seconds after which a run that was stopped is no longer gone on with: two weeks."""


def asked(
    inputs: Iterable[str], ruleset: Ruleset, *, show: bool, visiting: Visiting, follow: Follow | None
) -> str:
    """A digest of what a run was asked for: two runs of the same inputs in the same way have the same."""
    how = [ruleset.to_json(), show, visiting.to_json(), follow and [follow.mode, *follow.hosts]]
    told = json.dumps([os.getcwd(), *inputs, how], default=str)
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


class Journal:
    """The results of one run, the last of which may be torn. ``resume``: go on with what is there already."""

    def __init__(self, folder: Path, name: str, *, resume: bool = False) -> None:
        self.path = folder / RUNS / f"{name}.jsonl"
        self.trouble = ""
        """Why nothing more is written, where that is so."""
        self._places: dict[str, tuple[int, int]] = {}
        self._handle: int | None = None
        if resume:
            self._look_through()
        else:
            self._remove()

    def __len__(self) -> int:
        """How many results there were when this run began."""
        return len(self._places)

    def get(self, key: str) -> bytes | None:
        """The result, as JSON; None when it is not there whole."""
        if key not in self._places:
            return None
        start, length = self._places[key]
        try:
            with self.path.open("rb") as file:
                file.seek(start)
                found = unsealed(file.read(length))
        except OSError:
            return None
        return found[1] if found is not None and found[0] == key else None

    def put(self, key: str, line: bytes) -> None:
        """Add a sealed line; it is with the system at once, whatever becomes of this process."""
        if self.trouble:
            return
        try:
            if self._handle is None:
                self._handle = self._opened()
            os.write(self._handle, line)
        except OSError as error:
            self.trouble = f"{self.path}: {error.strerror}"

    def close(self, *, whole: bool) -> None:
        """End the journal; a run that is ``whole`` leaves none."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
        if whole:
            self._remove()

    def _look_through(self) -> None:
        with suppress(OSError), self.path.open("rb") as file:
            start = 0
            for line in file:
                if found := unsealed(line):
                    self._places[found[0]] = (start, len(line))
                start += len(line)

    def _opened(self) -> int:
        if trouble := make_folder(self.path.parent.parent):
            raise OSError(0, trouble)
        self.path.parent.mkdir(mode=0o700, exist_ok=True)
        self._drop_the_old()
        handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        # The last line of the run that is gone on with may be torn.
        os.write(handle, b"\n" if self._places else b"")
        return handle

    def _drop_the_old(self) -> None:
        for path in self.path.parent.iterdir():
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > KEPT:
                    path.unlink()

    def _remove(self) -> None:
        with suppress(OSError):
            self.path.unlink()


def clear(folder: Path) -> int:
    """Forget all runs that were stopped; how many there were."""
    gone = 0
    with suppress(OSError):
        for path in (folder / RUNS).iterdir():
            path.unlink()
            gone += 1
    return gone
