"""A run that is stopped: by Ctrl-C, or by whoever ends the process in order."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

STOPPING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Ctrl-C, `kill` and `docker stop`, and a terminal that is closed."""


@contextmanager
def stopped_by_signals() -> Iterator[None]:
    """Make the first such signal a ``KeyboardInterrupt``, for a report of what has been found so far; the second ends
    the process at once, also while that report is written. What is ignored from outside, as by nohup, stays so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in STOPPING}
    handled = [number for number, handler in before.items() if handler not in (signal.SIG_IGN, None)]
    stopped = False

    def stop(number: int, frame: Any) -> None:
        nonlocal stopped
        stopped = True
        for each in handled:
            signal.signal(each, signal.SIG_DFL)
        raise KeyboardInterrupt

    for number in handled:
        signal.signal(number, stop)
    try:
        yield
    finally:
        if not stopped:
            for number in handled:
                signal.signal(number, before[number])
