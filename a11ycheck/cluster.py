"""Work spread over machines: each document is sent to a Dask cluster and opened behind a fence there.

The bytes are sent, since a worker elsewhere does not have the file. What comes back is JSON, and is read like what
comes through the fence of this machine. Dask itself is imported here alone, and only when a cluster is asked for.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path
from threading import Condition, Lock, Semaphore
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from uuid import uuid4

from a11ycheck.executors import Executor, Fenced, Limits, NoSuchExecutor, TellOf, tell_nobody_of
from a11ycheck.in_order import InOrder
from a11ycheck.job import Job, Result
from a11ycheck.outcome import Text
from a11ycheck.trouble import CouldNotCheck, Trouble
from a11ycheck.worker import read_file

if TYPE_CHECKING:
    from distributed import Client, Future, LocalCluster, Security

HOW_TO_GET_DASK = "pip install 'a11ycheck[cluster]'"
NEEDED = ("distributed", "cryptography")
LOCAL = "dask:local"
SCHEMES = {"dask": "tcp", "dask+tls": "tls"}
"""What is written before the address of a scheduler, and what Dask calls it."""

CONNECTING = 10
"""Seconds that a scheduler has to answer, and to have a worker."""
ALLOWED_FAILURES = 2
"""Workers that may be lost with one document before it is told as what takes them with it. The scheduler of another
cluster has a setting of its own for it."""
WITHOUT_WORKERS = 300.0
"""Seconds that a run waits for a cluster that has lost all its workers."""
LOOKED_AFTER = 5.0
"""Seconds between two looks at whether there are workers."""
TRIES = 3
"""Times that a document is sent, when the connection is lost and comes back."""

LEAST_AT_ONCE, MOST_AT_ONCE = 32, 256
"""Documents that are on their way at once: two for each of the cluster's threads, within these."""
MOST_SENT = Limits().file_size
"""Bytes of one document; a longer one, which is a recording, is checked on this machine."""
MOST_UNDER_WAY = 300_000_000
"""Bytes of documents that are on their way at once; they lie in the memory of the scheduler."""

OF_PAGES = ("playwright", "axe-playwright-python", "selenium", "axe-selenium-python", "httpx")
"""What no worker needs: pages are visited from the machine where the run was started."""


class NoCluster(NoSuchExecutor):
    """A cluster was asked for that cannot be used; ``text`` says why, and what to do."""

    def __init__(self, name: str, text: Text) -> None:
        super().__init__(name)
        self.text = text

    def say(self, language: str) -> str:
        return f"--executor {self.args[0]}: {self.text.say(language)}"


def by_address(name: str) -> Executor:
    """The cluster that is written as ``dask://HOST:PORT``, ``dask+tls://HOST:PORT`` or ``dask:local``.

    Raises ``NoCluster`` where it is not written so, Dask is not installed, no scheduler answers, it has no worker, or a
    worker would judge in another way than this machine.
    """
    address = _address(name)
    try:
        import cryptography  # noqa: F401
        import distributed  # noqa: F401
    except ImportError:
        raise NoCluster(
            name,
            Text(
                f"Dask is not installed. Get it: {HOW_TO_GET_DASK}",
                f"Dask är inte installerat. Skaffa det: {HOW_TO_GET_DASK}",
            ),
        ) from None
    return Cluster(name, address) if address else WhenNeeded(lambda: Cluster(name, address))


def _address(name: str) -> str:
    """What Dask calls the scheduler; empty for a cluster on this machine. Raises ``NoCluster``."""
    if name == LOCAL:
        return ""
    try:
        parts = urlsplit(name)
        rest = parts.username or parts.path.strip("/") or parts.query or parts.fragment
        if parts.scheme in SCHEMES and parts.hostname and parts.port and not rest:
            host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
            return f"{SCHEMES[parts.scheme]}://{host}:{parts.port}"
    except ValueError:  # a port that is no number
        pass
    raise NoCluster(
        name,
        Text(
            "write it as dask://HOST:PORT (8786 is the port that dask scheduler takes), dask+tls://HOST:PORT or "
            "dask:local.",
            "skriv som dask://VÄRD:PORT (8786 är porten som dask scheduler tar), dask+tls://VÄRD:PORT eller "
            "dask:local.",
        ),
    )


class WhenNeeded:
    """A cluster that is started with the first document and not before: where all is remembered, none is needed."""

    def __init__(self, start: Callable[[], Cluster]) -> None:
        self.start = start
        self.cluster: Cluster | None = None

    def run(self, jobs: Sequence[Job], tell: TellOf = tell_nobody_of) -> Iterator[Result]:
        """Raises ``NoCluster`` when the cluster does not start."""
        if not jobs:
            return
        self.cluster = self.cluster or self.start()
        yield from self.cluster.run(jobs, tell)

    def stop(self) -> None:
        if self.cluster is not None:
            self.cluster.stop()

    def close(self) -> None:
        if self.cluster is not None:
            self.cluster.close()


class Cluster:
    """Runs each job on one of the workers of a cluster; whatever happens to workers, each job gets one result.

    A document whose worker is lost goes to another. One that takes several with it is told as crashed. What is too
    large to be sent is checked on this machine, as is what a worker could not do for its own reasons, such as a full
    disk.
    """

    def __init__(self, name: str, address: str, workers: int | None = None) -> None:
        self.name = name
        self._here = Fenced()
        self._here_at_once = Semaphore(self._here.workers)
        self._room = _Room(MOST_UNDER_WAY)
        self._suspect = Lock()
        self._local = None if address else _local_cluster(workers or self._here.workers)
        try:
            self._client = _connected(name, self._local or address)
        except NoCluster:
            self._close_local()
            raise
        try:
            threads = self._threads_of_workers()
        except NoCluster:
            self._close_cluster()
            raise
        self._in_order = InOrder(min(max(LEAST_AT_ONCE, 2 * threads), MOST_AT_ONCE))
        self._run = uuid4().hex
        self._numbers = count()
        self._workers_seen = time.monotonic()
        self._stopped = False

    def run(self, jobs: Sequence[Job], tell: TellOf = tell_nobody_of) -> Iterator[Result]:
        return self._in_order.run(self._run_one, jobs)

    def stop(self) -> None:
        self._stopped = True
        self._here.stop()
        self._client.close()

    def close(self) -> None:
        self._in_order.close()
        self._close_cluster()
        self._here.close()

    def _close_cluster(self) -> None:
        self._client.close()
        self._close_local()

    def _close_local(self) -> None:
        if self._local is not None:
            self._local.close()

    def _threads_of_workers(self) -> int:
        """How many documents the cluster can check at once. Raises ``NoCluster`` when a worker would judge in another
        way."""
        own = identity()
        for worker, told in self._client.run(identity, on_error="return").items():
            if told != own:
                raise NoCluster(self.name, _differs(worker, own, told))
        threads: int = sum(self._client.nthreads().values())
        return threads

    def _run_one(self, job: Job) -> Result:
        size = _size(job)
        if not 0 < size <= MOST_SENT:
            return self._run_here(job)
        with self._room.taken(size):
            try:
                told = self._sent(*_packed(job))
            except CouldNotCheck as reason:
                return Result(trouble=reason.trouble)
            except Exception:  # the worker's own trouble, or a file that is gone: neither is the document's
                return self._run_here(job)
        try:
            return Result.from_json(json.loads(told), job)
        except (ValueError, KeyError, TypeError, IndexError) as error:
            return Result(trouble=Trouble("crashed", f"the result could not be read: {error}"))

    def _run_here(self, job: Job) -> Result:
        with self._here_at_once:
            return self._here.run_one(job)

    def _sent(self, job: str, files: Sequence[bytes]) -> str:
        """What a worker says of a job. Raises ``CouldNotCheck`` where the document takes its workers with it, and where
        there is no cluster any more."""
        from distributed import KilledWorker

        try:
            return self._asked(job, files)
        except KilledWorker:
            # It may have been another document's fault that waited at the same worker: once more, one suspect a time.
            with self._suspect:
                try:
                    return self._asked(job, files)
                except KilledWorker as error:
                    why = f"{error.allowed_failures + 1} workers of the cluster were lost with it, twice"
                    raise CouldNotCheck("crashed", why) from None

    def _asked(self, job: str, files: Sequence[bytes]) -> str:
        """What a worker says of a job. Raises ``KilledWorker``, what went wrong at the worker, and ``CouldNotCheck``
        where there is no cluster any more."""
        lost: Exception | None = None
        for _ in range(TRIES):
            try:
                key = f"a11ycheck-{self._run}-{next(self._numbers)}"
                future = self._client.submit(run_job, job, files, _digest(), key=key, pure=False)
                return self._waited_for(future)
            except CouldNotCheck:
                raise
            except Exception as error:
                if self._client.status == "running" and not isinstance(error, CancelledError):
                    raise
                # The connection was lost, and is made again for a while.
                lost = error
                if self._stopped:
                    break
        raise CouldNotCheck("no-cluster", f"{self.name}: {lost}")

    def _waited_for(self, future: Future[str]) -> str:
        """The answer. Raises what the worker raised, and ``CouldNotCheck`` when there have been no workers for long."""
        while True:
            try:
                answer: str = future.result(timeout=LOOKED_AFTER)
                return answer
            except TimeoutError:
                now = time.monotonic()
                if self._client.nthreads():
                    self._workers_seen = now
                elif now - self._workers_seen > WITHOUT_WORKERS:
                    future.cancel()
                    why = f"{self.name}: no workers for {WITHOUT_WORKERS:.0f} s"
                    raise CouldNotCheck("no-cluster", why) from None


class _Room:
    """So many bytes at once; what is larger than all of it goes alone."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken = 0
        self._changed = Condition()

    @contextmanager
    def taken(self, size: int) -> Iterator[None]:
        with self._changed:
            self._changed.wait_for(lambda: not self._taken or self._taken + size <= self._most)
            self._taken += size
        try:
            yield
        finally:
            with self._changed:
                self._taken -= size
                self._changed.notify_all()


def _local_cluster(workers: int) -> LocalCluster:
    """A cluster of processes on this machine, to which nobody else has the key; it listens on loopback alone."""
    import logging

    import dask
    from distributed import LocalCluster, Security

    # Nothing is served over HTTP: no dashboard, and no figures either.
    dask.config.set({"distributed.scheduler.http.routes": [], "distributed.worker.http.routes": []})
    return LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        processes=True,
        # The documents are opened in other processes, which have a limit of their own.
        memory_limit=0,
        host="127.0.0.1",
        dashboard_address=None,
        silence_logs=logging.ERROR,
        scheduler_kwargs={"dashboard_address": "127.0.0.1:0", "allowed_failures": ALLOWED_FAILURES},
        security=Security.temporary(),
    )


def _connected(name: str, address: LocalCluster | str) -> Client:
    """A client of a cluster that has workers. Raises ``NoCluster``."""
    import dask
    from distributed import Client, Security

    if isinstance(address, str) and address.startswith("tls:"):
        _refuse_without_certificates(name, Security())
    # Documents are sent with the work, so that they are still there when a worker is not.
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 GB"})
    try:
        client = Client(address, timeout=CONNECTING, set_as_default=False)
    except (OSError, TimeoutError, ValueError, RuntimeError) as error:
        raise NoCluster(
            name,
            Text(
                f"no scheduler answered within {CONNECTING} s. Start one there (dask scheduler), and see that the "
                f"address is right and nothing on the way stops it. ({_first_line(error)})",
                f"ingen schemaläggare svarade inom {CONNECTING} s. Starta en där (dask scheduler) och se till att "
                f"adressen stämmer och att inget på vägen stoppar den. ({_first_line(error)})",
            ),
        ) from None
    try:
        client.wait_for_workers(1, timeout=CONNECTING)
    except TimeoutError:
        client.close()
        raise NoCluster(
            name,
            Text(
                f"the scheduler had no worker within {CONNECTING} s. Start one on each machine: dask worker HOST:PORT",
                f"schemaläggaren hade ingen arbetare inom {CONNECTING} s. Starta en på varje maskin: dask worker "
                "VÄRD:PORT",
            ),
        ) from None
    return client


def _refuse_without_certificates(name: str, security: Security) -> None:
    """Raises ``NoCluster`` where Dask's settings name none for the one who asks."""
    if security.get_connection_args("client")["ssl_context"] is None:
        raise NoCluster(
            name,
            Text(
                "Dask’s settings name no certificates. See https://distributed.dask.org/en/stable/tls.html",
                "Dasks inställningar anger inga certifikat. Se https://distributed.dask.org/en/stable/tls.html",
            ),
        )


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def _differs(worker: str, own: dict[str, str], told: Any) -> Text:
    """How a worker would judge in another way."""
    if isinstance(told, dict):
        names = sorted(name for name in {*own, *told} if own.get(name) != told.get(name))
        how = "; ".join(f"{name} {told.get(name, '–')} ({own.get(name, '–')})" for name in names)
    else:
        how = _first_line(told) if isinstance(told, Exception) else type(told).__name__
    return Text(
        f"the worker {worker} has other versions than this machine (in brackets), so it would not judge alike. Install "
        f"the same on all. {how}",
        f"arbetaren {worker} har andra versioner än den här maskinen (inom parentes) och skulle inte bedöma lika. "
        f"Installera samma på alla. {how}",
    )


def _files_of(job: Job) -> list[tuple[str, bytes | None]]:
    """Where the document is, or its bytes, and then what lies beside it."""
    return [(job.path, job.data), *((file.path, file.data) for file in job.beside)]


def _size(job: Job) -> int:
    """Bytes of the document with all that lies beside it; 0 where it cannot be read, or is empty."""
    try:
        sizes = [
            len(data) if data is not None else Path(path).stat().st_size for path, data in _files_of(job)
        ]
    except (OSError, ValueError):
        return 0
    return sum(sizes) if sizes[0] else 0


def _packed(job: Job) -> tuple[str, list[bytes]]:
    """The job as JSON, without bytes, and the bytes: the document first, then what lies beside it.

    Raises ``FileNotFoundError`` when a file has gone or grown meanwhile.
    """
    try:
        files = [
            data if data is not None else read_file(Path(path), MOST_SENT) for path, data in _files_of(job)
        ]
    except CouldNotCheck as reason:
        raise FileNotFoundError(job.path) from reason
    beside = tuple(replace(file, path="", data=None) for file in job.beside)
    # A day, which a ruleset may set for a rule that is not installed, has no form in JSON.
    return json.dumps(replace(job, path="", data=None, beside=beside).to_json(), default=str), files


# What follows is what workers run.

_fence: Fenced | None = None
_starting = Lock()


def run_job(job: str, files: Sequence[bytes], wanted: str) -> str:
    """Run a job behind this machine's fence, and return its result as JSON; the document and what lies beside it are in
    ``files``. Raises ``RuntimeError`` where this worker is not as it is ``wanted``: see ``identity``."""
    if wanted != _digest():
        raise RuntimeError("another version")
    with tempfile.TemporaryDirectory(prefix="a11ycheck-") as folder:
        paths = [Path(folder) / str(number) for number in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        asked = Job.from_json(json.loads(job))
        beside = tuple(
            replace(file, path=str(path)) for file, path in zip(asked.beside, paths[1:], strict=True)
        )
        result = _own_fence().run_one(replace(asked, path=str(paths[0]), beside=beside))
    return json.dumps(result.to_json())


def _own_fence() -> Fenced:
    """One for this process, kept from one job to the next. It ends with the process: its workers read of its end."""
    global _fence
    with _starting:
        if _fence is None:
            _fence = Fenced()
        return _fence


@cache
def identity() -> dict[str, str]:
    """What a verdict on a document depends on here: versions of ours, of the parsers and of plugins, and the rules."""
    from a11ycheck.check import versions
    from a11ycheck.registry import all_rules

    rules = hashlib.sha256("\n".join(all_rules()).encode()).hexdigest()[:12]
    known = {name: version for name, version in versions().items() if name not in (*OF_PAGES, "python")}
    return {**known, "rules": rules}


def _digest() -> str:
    return json.dumps(identity(), sort_keys=True)
