"""How work is run. Rules never know; everything that varies sits behind ``Executor``."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from queue import Empty, SimpleQueue
from shutil import which
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from a11ycheck.documents.kind import Kind, Tell, tell_nobody
from a11ycheck.job import Job, Result
from a11ycheck.machine import at_once
from a11ycheck.registry import kind
from a11ycheck.trouble import CouldNotCheck

if TYPE_CHECKING:
    from a11ycheck.in_order import InOrder


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost. Sizes in bytes, times in seconds.

    ``memory`` is address space. The time grows with the file: a long document is no attack. A worker is replaced
    after ``documents_per_worker`` documents, or when it holds more than ``memory_per_worker`` after one, since parsers
    do not give everything back. ``in_place``, its seconds for each megabyte and the most of them are for what is not
    read into memory whole; ``seconds_in_place`` of computing they may all have, however small they are.
    """

    file_size: int = 200_000_000
    seconds_per_megabyte: int = 1
    most_seconds_more: int = 200
    in_place: int = 20_000_000_000
    in_place_per_megabyte: int = 10
    most_seconds_in_place: int = 600
    seconds_in_place: int = 120
    memory: int = 1_200_000_000
    cpu: int = 15
    wall: int = 19
    result_size: int = 64_000_000
    documents_per_worker: int = 100
    memory_per_worker: int = 400_000_000

    def seconds_more(self, size: int) -> int:
        """Extra time for a large file: so much for every megabyte above the first."""
        return min(max(0, size - 1) // 1_000_000 * self.seconds_per_megabyte, self.most_seconds_more)

    def for_kind(self, kind: Kind) -> Limits:
        """The limits for documents of one kind.

        What plays is long in time and not in bytes: an hour of speech can be 7 MB, an hour of film 10 GB.
        """
        if not kind.reads_file:
            return self
        cpu = max(self.cpu, self.seconds_in_place)
        return replace(
            self,
            file_size=self.in_place,
            seconds_per_megabyte=self.in_place_per_megabyte,
            most_seconds_more=self.most_seconds_in_place,
            cpu=cpu,
            wall=self.wall * cpu // self.cpu,
        )


Answer = TypeVar("Answer")

PATIENCE = 2.0
"""Seconds that a worker without jobs may take to end."""
ENDED_FROM_OUTSIDE = (signal.SIGKILL, signal.SIGTERM)
"""Signals by which a worker's process is ended by someone else."""
MOST_TOLD = 10_000
"""Lines that say how much of one document is done; a worker in order writes two a second at most."""

TellOf = Callable[[Job, float], None]
"""Called with a job that takes long and the share of it that is done, 0 to 1; from any thread."""


def tell_nobody_of(job: Job, share: float) -> None:
    """Jobs that nobody waits for."""


class Executor(Protocol):
    """Runs jobs and yields their results in the order of the jobs. Whatever happens, each job gets a result."""

    def run(self, jobs: Sequence[Job], tell: TellOf = tell_nobody_of) -> Iterator[Result]: ...

    def stop(self) -> None:
        """End at once what is being done; it gets no result, and nothing more is run."""
        ...

    def close(self) -> None: ...


class Here:
    """Runs the jobs in this process, with no fence: for tests and for documents that you trust."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()

    def run(self, jobs: Sequence[Job], tell: TellOf = tell_nobody_of) -> Iterator[Result]:
        from a11ycheck.worker import read_and_run

        for job in jobs:
            yield read_and_run(job, self.limits.for_kind(kind(job.kind)).file_size, partial(tell, job))

    def stop(self) -> None:
        """What is done in this process is stopped by what stops this process."""

    def close(self) -> None:
        """Nothing is held."""


class Fenced:
    """Runs each job in a child process with limits; several at a time. A dead worker costs one document its result, and
    not even that where it was ended from outside: the document is tried once more.

    ``workers``: how many at a time; without it, one a core, as far as the memory reaches that each may take.
    """

    def __init__(self, limits: Limits | None = None, workers: int | None = None) -> None:
        self.limits = limits or Limits()
        self.workers = workers or at_once(self.limits.memory)
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        self._all: list[Worker] = []
        self._in_order: InOrder | None = None
        self._stopped = False

    def run(self, jobs: Sequence[Job], tell: TellOf = tell_nobody_of) -> Iterator[Result]:
        run_one = partial(self.run_one, tell=tell)
        return self._threads().run(run_one, jobs) if len(jobs) > 1 else map(run_one, jobs)

    def _threads(self) -> InOrder:
        """As long as the executor lives: bubblewrap ends a worker when the thread that started it ends."""
        if self._in_order is None:
            from a11ycheck.in_order import InOrder

            self._in_order = InOrder(self.workers)
        return self._in_order

    def stop(self) -> None:
        self._stopped = True
        for worker in list(self._all):
            worker.end()

    def close(self) -> None:
        if self._in_order is not None:
            self._in_order.close()
        for worker in self._all:
            worker.retire()

    def run_one(self, job: Job, tell: TellOf = tell_nobody_of) -> Result:
        """Run one job in the thread that calls; several may."""
        worker = self._idle_or_new_worker()
        result = self._done_by(worker, job, tell)
        if worker.was_ended_from_outside and not self._stopped:
            result = self._done_by(self._new_worker(), job, tell)
        return result

    def _done_by(self, worker: Worker, job: Job, tell: TellOf) -> Result:
        result = worker.do(job, partial(tell, job))
        if worker.is_spent():
            worker.retire()
            self._all.remove(worker)
        else:
            self._idle.put(worker)
        return result

    def _idle_or_new_worker(self) -> Worker:
        try:
            return self._idle.get_nowait()
        except Empty:
            return self._new_worker()

    def _new_worker(self) -> Worker:
        worker = Worker(self.limits)
        self._all.append(worker)
        if self._stopped:
            worker.end()
        return worker


class Worker:
    """One fenced process, seen from outside. ``module`` is what it runs."""

    def __init__(self, limits: Limits, module: str = "a11ycheck.worker") -> None:
        self.limits = limits
        self.done = 0
        self.memory = 0
        self.was_ended_from_outside = False
        self.process = subprocess.Popen(
            # -P: a Python file that lies beside the documents is none of ours.
            [*bubblewrap(), sys.executable, "-P", "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Where our own code is found, and nothing else: no secrets, no proxies, no preloaded libraries.
            env={"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
            start_new_session=True,
        )

    def do(self, job: Job, tell: Tell = tell_nobody) -> Result:
        try:
            limits = self.limits.for_kind(kind(job.kind))
            return self.ask(
                {"job": job.to_json()}, _size(job), lambda told: Result.from_json(told, job), limits, tell
            )
        except CouldNotCheck as lost:
            return Result(trouble=lost.trouble)

    def ask(
        self,
        message: Mapping[str, Any],
        size: int,
        read: Callable[[Any], Answer],
        limits: Limits | None = None,
        tell: Tell = tell_nobody,
    ) -> Answer:
        """Send a message about a document of this size, and ``read`` what comes back; ``tell`` what is done meanwhile.

        Raises ``CouldNotCheck`` where nothing comes that can be read; the process has then been ended.
        """
        limits = limits or self.limits
        more = limits.seconds_more(size)
        try:
            self._send(message, limits.file_size, limits.cpu + more)
            answer = self._answer(time.monotonic() + limits.wall + more, tell)
            result = read(answer["result"])
            self.done += 1
            self.memory = int(answer["memory"])
        except TimeoutError:
            raise self._lost("timed-out", f"stopped after {limits.wall + more} s") from None
        except OverflowError:
            most = self.limits.result_size // 1_000_000
            raise self._lost("too-big", f"a result of more than {most} MB") from None
        except OSError:
            raise self._lost(*self._cause_of_death(limits.cpu + more)) from None
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise self._lost("crashed", f"the result could not be read: {error}") from None
        return result

    def is_spent(self) -> bool:
        return (
            self.process.poll() is not None
            or self.done >= self.limits.documents_per_worker
            or self.memory > self.limits.memory_per_worker
        )

    def retire(self) -> None:
        """Let the process end by itself, as it does when there are no more jobs; not for long."""
        if self.process.stdin is not None:
            with contextlib.suppress(OSError):
                self.process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=PATIENCE)
        self.kill()

    def end(self) -> None:
        """End the process with all that it may have started. Whoever waits for its answer learns that by itself."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def kill(self) -> None:
        """End the process, and let go of it."""
        self.end()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()

    def _send(self, message: Mapping[str, Any], file_size: int, cpu: int) -> None:
        assert self.process.stdin is not None
        limits = {"file_size": file_size, "memory": self.limits.memory, "cpu": cpu}
        # A day, which a ruleset may set for a rule that is not installed, has no form in JSON.
        written = json.dumps({**message, **limits}, default=str)
        self.process.stdin.write(written.encode() + b"\n")
        self.process.stdin.flush()

    def _answer(self, deadline: float, tell: Tell) -> Any:
        """The answer; what is told before it changes no deadline. Raises ``ValueError`` for lines that are neither."""
        for number, line in enumerate(self._lines(deadline)):
            answer = json.loads(line)
            if "done" not in answer:
                return answer
            share = answer["done"]
            if number == MOST_TOLD or not isinstance(share, float | int) or not 0 <= share <= 1:
                break
            tell(share)
        raise ValueError("the share that is done")

    def _lines(self, deadline: float) -> Iterator[bytes]:
        """What the process writes, line by line; all of it counts as its result."""
        assert self.process.stdout is not None
        channel = self.process.stdout.fileno()
        parts: list[bytes] = []
        size = 0
        while True:
            ready, _, _ = select.select([channel], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                raise TimeoutError
            part = os.read(channel, 1 << 20)
            if not part:
                raise BrokenPipeError
            size += len(part)
            if size > self.limits.result_size:
                raise OverflowError
            *ends, rest = part.split(b"\n")
            for end in ends:
                yield b"".join((*parts, end))
                parts.clear()
            parts.append(rest)

    def _lost(self, reason: str, detail: str) -> CouldNotCheck:
        self.kill()
        return CouldNotCheck(reason, detail)

    def _cause_of_death(self, cpu: int) -> tuple[str, str]:
        code = self.process.wait()
        if code > 128:  # bubblewrap's way of passing on the signal that ended its child
            code = 128 - code
        # Not by a limit of its own: those end it in other ways. The system does that too, when memory is short because
        # of others; and so may the document, which then does it again.
        self.was_ended_from_outside = -code in ENDED_FROM_OUTSIDE
        if code == -signal.SIGXCPU:
            return "timed-out", f"stopped after {cpu} s of computing"
        if code in (-signal.SIGKILL, -signal.SIGABRT):
            return "out-of-memory", f"ended by {signal.Signals(-code).name}"
        how = f"ended by {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"
        return "crashed", how


def _size(job: Job) -> int:
    if job.data is not None:
        return len(job.data)
    try:
        return Path(job.path).stat().st_size
    except OSError:
        return 0


@cache
def bubblewrap() -> tuple[str, ...]:
    """The command that puts a worker in a namespace without network, where bubblewrap is installed and may do so.

    The whole file system is there to read, nothing to write, and no other process to be seen.
    """
    program = which("bwrap")
    if program is None:
        return ()
    command = (
        *(program, "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"),
        *("--unshare-all", "--die-with-parent", "--"),
    )
    tried = subprocess.run([*command, "true"], capture_output=True, check=False, env={})
    return command if tried.returncode == 0 else ()


class NoSuchExecutor(Exception):
    """An executor was asked for by a name that none has."""

    def say(self, language: str) -> str:
        return f"--executor {self.args[0]}: fenced, here, dask://HOST:PORT, dask:local"


def by_name(name: str) -> Executor:
    """``fenced`` (the default), ``here``, or a cluster of machines, which must answer: ``dask://HOST:PORT``,
    ``dask+tls://HOST:PORT`` or ``dask:local``. ``NoSuchExecutor`` for any other name, and where no cluster answers."""
    if name == "fenced":
        return Fenced()
    if name == "here":
        return Here()
    if name.startswith(("dask:", "dask+")):
        from a11ycheck.cluster import by_address

        return by_address(name)
    raise NoSuchExecutor(name)
