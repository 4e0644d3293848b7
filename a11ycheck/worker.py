"""The fenced process: reads jobs as lines of JSON, opens the documents, writes results as lines of JSON.

While long work goes on, lines {"done": 0.42} say how much of it is done; the line with the result ends it.

It is started with an empty environment in a process group of its own, and takes its limits itself, after our own
code is imported and before the first document is opened.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from a11ycheck.documents.kind import Tell, tell_nobody
from a11ycheck.job import Job, Result, rules_of, run
from a11ycheck.registry import kind
from a11ycheck.trouble import CouldNotCheck, Trouble

WORTH_COLLECTING = 100_000_000
"""Bytes held between two documents from which on looking for garbage pays."""
TOLD_EVERY = 0.5
"""Seconds between two lines that say how much is done."""


def main() -> None:
    serve(_job_to_do)


def serve(to_do: Callable[[Mapping[str, Any], Tell], Callable[[], Any]]) -> None:
    """Answer each message with what the work that it asks for comes to; ``to_do`` imports what that needs, and gives
    the work whom to tell how far it has come."""
    # A document's model lives until its answer is sent, and looking for garbage in it meanwhile finds none.
    gc.disable()
    answers = private_stdout()
    tell = _teller(answers)
    fenced = False
    for line in sys.stdin.buffer:
        message = json.loads(line)
        if _memory_held() > WORTH_COLLECTING:
            # Here, and not behind the document that left it: after the last one nobody needs the room.
            gc.collect()
        work = to_do(message, tell)
        if not fenced:
            _fence_in(message["memory"])
            fenced = True
        _allow_cpu(message["cpu"])
        result = work()
        answers.write(json.dumps({"result": result, "memory": _memory_held()}).encode() + b"\n")
        answers.flush()
    # Nothing is left to tidy, and taking the models apart piece by piece would only cost time.
    os._exit(0)


def _teller(answers: BinaryIO) -> Tell:
    """Write how much is done, not too often."""
    last = 0.0

    def tell(share: float) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= TOLD_EVERY:
            last = now
            answers.write(json.dumps({"done": round(min(max(share, 0.0), 1.0), 3)}).encode() + b"\n")
            answers.flush()

    return tell


def _job_to_do(message: Mapping[str, Any], tell: Tell) -> Callable[[], Any]:
    job = Job.from_json(message["job"])
    _import_what_it_needs(job)
    return lambda: read_and_run(job, message["file_size"], tell).to_json()


def private_stdout() -> BinaryIO:
    """Keep the answers' channel to ourselves: what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return answers


def _import_what_it_needs(job: Job) -> None:
    """Import rules and parser before the limits are taken: no file may be written afterwards, not even compiled code.

    What cannot be imported fails once more when the job is run, and is told there.
    """
    with suppress(Exception):
        rules_of(job)
        import_module(kind(job.kind).opener.partition(":")[0])


def _fence_in(memory: int) -> None:
    try:
        import resource
    except ImportError:  # not on Windows, where the parent's clock is the only limit
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    _, most = resource.getrlimit(resource.RLIMIT_NPROC)
    resource.setrlimit(resource.RLIMIT_NPROC, (0, most))


def read_and_run(job: Job, file_size: int, tell: Tell = tell_nobody) -> Result:
    """Read the document's bytes and run the job; whatever goes wrong with this document is in the result."""
    try:
        if job.data is None and kind(job.kind).reads_file:
            with open_file(Path(job.path), file_size) as file:
                return run(job, file, tell)
        data = job.data if job.data is not None else read_file(Path(job.path), file_size)
        return run(job, data, tell) if data else Result(trouble=Trouble("empty"))
    except CouldNotCheck as reason:
        return Result(trouble=reason.trouble)
    except MemoryError:
        return Result(trouble=Trouble("out-of-memory"))
    except ImportError as error:
        return Result(trouble=Trouble("missing-part", str(error)))
    except Exception as error:
        return Result(trouble=Trouble("crashed", f"{type(error).__name__}: {error}"))


def _allow_cpu(seconds: int) -> None:
    """Let the next job use so many seconds more than what is used by now; then the system stops the process."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, most))


@contextmanager
def open_file(path: Path, largest: int) -> Iterator[BinaryIO]:
    """A file to read from. Raises ``CouldNotCheck`` where it cannot be read, is empty or is larger than that."""
    try:
        with path.open("rb", buffering=0) as file:
            size = file.seek(0, os.SEEK_END)
            if size > largest:
                raise CouldNotCheck("too-big", f"more than {largest // 1_000_000} MB")
            if not size:
                raise CouldNotCheck("empty")
            file.seek(0)
            yield file
    except FileNotFoundError:
        raise CouldNotCheck("not-found") from None
    except OSError as error:
        raise CouldNotCheck("not-readable", error.strerror or "") from None


def read_file(path: Path, largest: int) -> bytes:
    """The bytes of a file. Raises ``CouldNotCheck`` where it cannot be read or is larger than that."""
    try:
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except FileNotFoundError:
        raise CouldNotCheck("not-found") from None
    except OSError as error:
        raise CouldNotCheck("not-readable", error.strerror or "") from None
    if len(data) > largest:
        raise CouldNotCheck("too-big", f"more than {largest // 1_000_000} MB")
    return data


def _memory_held() -> int:
    """The memory this process holds now, in bytes; 0 where that is not known.

    Not its peak: Linux hands a parent's peak down to the child.
    """
    try:
        resident_pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return 0
    return resident_pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
