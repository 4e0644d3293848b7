"""What came of pages in earlier runs, by what they were made of."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from a11ycheck.cache import Cache, sealed
from a11ycheck.documents.page.loaded import digest_of_answers
from a11ycheck.job import Job, Result
from a11ycheck.keys import demands_of, is_to_be_kept, key_of, state

if TYPE_CHECKING:
    from a11ycheck.documents.page.visit import Remembered, Visit
    from a11ycheck.documents.page.visiting import Visiting


class PageMemory:
    """The cache, as pages are kept in it: each with what the addresses that it links to answered."""

    def __init__(self, cache: Cache, how: Visiting) -> None:
        self.cache = cache
        login = Path(how.storage_state).read_text("utf-8", "replace") if how.storage_state else ""
        # Whatever the user sends along is in the digest, and nowhere else.
        told = json.dumps([how.to_json(), login])
        self._state = sha256((state() + told).encode("utf-8", "surrogatepass")).hexdigest()

    def recalled(self, job: Job, page: str) -> Remembered | None:
        """What is remembered of the page with this digest, which may be empty; None where nothing can be read."""
        from a11ycheck.documents.page.visit import Remembered

        key = self._key(job, page) if page else ""
        written = self.cache.get(key) if key else None
        if written is None:
            return None
        try:
            raw = json.loads(written)
            return Remembered(str(raw["answers"]), Result.from_json(raw["result"], job))
        except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
            return None

    def keep(self, job: Job, visit: Visit, result: Result) -> None:
        key = self._key(job, visit.key)
        if key and is_to_be_kept(result):
            answers = digest_of_answers(visit.page.fetched)
            told = json.dumps({"answers": answers, "result": result.to_json()})
            self.cache.put(key, sealed(key, told.encode()))
            self.cache.close()

    def _key(self, job: Job, page: str) -> str:
        try:
            of_job = key_of(job, self._state, demands_of(job.ruleset))
        except OSError:
            return ""
        return sha256((of_job + page).encode()).hexdigest()
