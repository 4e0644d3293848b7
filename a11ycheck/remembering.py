"""Results that are known already are not worked out again: those of unchanged documents, and of a run that is gone on
with."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from a11ycheck.cache import Cache, sealed
from a11ycheck.documents.kind import BROWSER
from a11ycheck.executors import Executor, TellOf, tell_nobody_of
from a11ycheck.job import Job, Result
from a11ycheck.journal import Journal
from a11ycheck.keys import demands_of, is_to_be_kept, key_of, state
from a11ycheck.outcome import Text
from a11ycheck.registry import kind
from a11ycheck.ruleset import Ruleset


@dataclass(slots=True)
class Memory:
    """What a run may remember by: the ``cache`` of all runs and the ``journal`` of this one; and how much it did.

    ``asked`` is the number of results that were asked for, ``known`` that of those that were not worked out again.
    """

    cache: Cache | None = None
    journal: Journal | None = None
    asked: int = 0
    known: int = 0

    @property
    def has_a_place(self) -> bool:
        return self.cache is not None or self.journal is not None

    def close(self, *, whole: bool) -> None:
        """End both; ``whole`` when the run came to its end."""
        if self.cache is not None:
            self.cache.close()
        if self.journal is not None:
            self.journal.close(whole=whole)

    def notes(self) -> Iterator[Text]:
        """What there is to say of it, to those who want to know what was done."""
        if not self.has_a_place:
            yield Text(
                "Not remembered: there is no folder for it. Name one in A11YCHECK_CACHE.",
                "Kunde inte sparas till nästa gång: det finns ingen mapp för det. Ange en i A11YCHECK_CACHE.",
            )
            return
        yield Text(
            f"{self.known} of {self.asked} results were known already.",
            f"{self.known} av {self.asked} resultat var redan kända.",
        )
        for store in (self.cache, self.journal):
            if store is not None and store.trouble:
                yield Text(
                    f"Not remembered: {store.trouble}", f"Kunde inte sparas till nästa gång: {store.trouble}"
                )


class Remembering:
    """Hands on the jobs whose results are not known, and notes down what comes of them.

    The cache is asked by the bytes of documents and keeps nothing with trouble. The journal has everything, pages by
    their address: whoever goes on with a run wants what it had found.
    """

    def __init__(self, executor: Executor, memory: Memory) -> None:
        self.executor = executor
        self.memory = memory
        self._state = ""
        self._demands: dict[int, tuple[Ruleset, bytes]] = {}

    def run(self, jobs: Sequence[Job], tell: TellOf = tell_nobody_of) -> Iterator[Result]:
        self.memory.asked += len(jobs)
        keys = [self._key(job) for job in jobs]
        known = [self._recalled(key, job) for key, job in zip(keys, jobs, strict=True)]
        others = [job for job, result in zip(jobs, known, strict=True) if result is None]
        coming = self.executor.run(others, tell) if others else iter(())
        for job, key, result in zip(jobs, keys, known, strict=True):
            if result is None:
                result = next(coming)
                self._keep(job, key, result)
            yield result

    def stop(self) -> None:
        self.executor.stop()

    def close(self) -> None:
        self.executor.close()

    def _recalled(self, key: str, job: Job) -> Result | None:
        """The result, where it is known; what cannot be read is not."""
        if not key:
            return None
        for store in self._stores(job):
            written = store.get(key)
            if written is not None:
                try:
                    result = Result.from_json(json.loads(written), job)
                except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
                    continue
                self.memory.known += 1
                return result
        return None

    def _keep(self, job: Job, key: str, result: Result) -> None:
        # It may have been changed after its bytes were looked at and before they were checked.
        if not key or self._key(job) != key:
            return
        line = sealed(key, json.dumps(result.to_json()).encode())
        for store in self._stores(job):
            if store is self.memory.journal or is_to_be_kept(result):
                store.put(key, line)

    def _stores(self, job: Job) -> Iterator[_Store]:
        if self.memory.journal is not None:
            yield self.memory.journal
        # What a page loads is not known before it is visited: see documents/page/.
        if self.memory.cache is not None and kind(job.kind).lane != BROWSER:
            yield self.memory.cache

    def _key(self, job: Job) -> str:
        """What the result depends on, as a digest; empty where that cannot be told."""
        try:
            self._state = self._state or state()
            return key_of(job, self._state, self._demands_of(job.ruleset))
        except OSError:
            return ""

    def _demands_of(self, ruleset: Ruleset) -> bytes:
        """The ruleset as bytes, made once: all jobs of a run have the same one or two."""
        if id(ruleset) not in self._demands:
            self._demands[id(ruleset)] = ruleset, demands_of(ruleset)
        return self._demands[id(ruleset)][1]


class _Store(Protocol):
    def get(self, key: str) -> bytes | None: ...

    def put(self, key: str, line: bytes) -> None: ...
