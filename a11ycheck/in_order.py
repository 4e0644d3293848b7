"""Jobs on threads, several at once, and their results in the order of the jobs.

Work goes on while an early job takes long, but not without bound: what is done before its turn waits in memory.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from itertools import islice
from threading import Condition

from a11ycheck.job import Job, Result

AHEAD = 10_000
"""Jobs that are taken on beyond the first that is not done."""
MOST_HELD = 500_000_000
"""Bytes of results that wait for their turn; when there are more, only the one whose turn it is is begun."""
FINDING = 1_000
"""Bytes that a finding takes, about."""

Do = Callable[[Job], Result]


class InOrder:
    """Threads that do jobs. They live as long as this does, not as long as one run."""

    def __init__(self, at_once: int) -> None:
        self._threads = ThreadPoolExecutor(at_once)
        self._lines: list[_Line] = []

    def run(self, do: Do, jobs: Sequence[Job]) -> Iterator[Result]:
        """Begin with the jobs at once, and give their results in order."""
        line = _Line(do)
        self._lines.append(line)
        coming = enumerate(jobs)

        def take_on(many: int) -> list[Future[Result]]:
            return [self._threads.submit(line.do, number, job) for number, job in islice(coming, many)]

        return self._results(line, deque(take_on(AHEAD)), take_on)

    def _results(
        self, line: _Line, waiting: deque[Future[Result]], take_on: Callable[[int], list[Future[Result]]]
    ) -> Iterator[Result]:
        try:
            while waiting:
                result = waiting.popleft().result()
                line.hand_out(result)
                waiting.extend(take_on(1))
                yield result
        finally:
            line.close()
            for future in waiting:
                future.cancel()
            self._lines.remove(line)

    def close(self) -> None:
        """End the threads, each when the job that it is doing is done."""
        for line in self._lines:
            line.close()
        self._threads.shutdown(cancel_futures=True)


class _Line:
    """The results of one run that wait for their turn."""

    def __init__(self, do: Do) -> None:
        self._do = do
        self._changed = Condition()
        self._turn = 0
        self._held = 0
        self._closed = False

    def do(self, number: int, job: Job) -> Result:
        with self._changed:
            # Jobs are begun in order, so the one whose turn it is has always been begun, or is about to be.
            self._changed.wait_for(lambda: self._held < MOST_HELD or number == self._turn or self._closed)
            if self._closed:
                raise CancelledError
        result = self._do(job)
        with self._changed:
            self._held += size_of(result)
        return result

    def hand_out(self, result: Result) -> None:
        with self._changed:
            self._held -= size_of(result)
            self._turn += 1
            self._changed.notify_all()

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()


def size_of(result: Result) -> int:
    """Bytes that a result takes in memory, about: mostly the documents and pictures in it."""
    found = sum(len(found.data) for found in result.found)
    return found + sum(len(crop.data) for crop in result.crops.values()) + FINDING * len(result.findings)
