"""A progress bar for work that takes more than a moment."""

from __future__ import annotations

import sys
from threading import Lock
from typing import Any


class ProgressBar:
    """A progress bar on standard error, for people and for work that takes more than a moment."""

    PATIENCE = 1.0
    """Seconds of silence before the bar is shown: short work needs none."""

    def __init__(self, *, quiet: bool) -> None:
        self.wanted = not quiet and sys.stderr.isatty()
        self.bar: Any = None
        self._lock = Lock()

    def __enter__(self) -> ProgressBar:
        import time

        self.started = time.monotonic()
        return self

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.stop()

    def step(self, done: float, known: int, name: str) -> None:
        """Show how many documents are done, a part of one too; from any thread."""
        import time

        if not self.wanted or time.monotonic() - self.started < self.PATIENCE:
            return
        with self._lock:
            self._show(done, known, name)

    def _show(self, done: float, known: int, name: str) -> None:
        if self.bar is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

            columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
            self.bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self.bar.start()
            self.task = self.bar.add_task("")
        shown = "".join(sign if sign.isprintable() else "�" for sign in name[-60:])
        self.bar.update(self.task, completed=done, total=known, description=shown)
