"""The two lanes: documents go to fenced workers, pages to a process that owns a browser."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from a11ycheck.documents.kind import BROWSER
from a11ycheck.documents.page.visiting import Visiting
from a11ycheck.executors import Executor, TellOf, tell_nobody_of
from a11ycheck.job import Job, Result
from a11ycheck.registry import kind

if TYPE_CHECKING:
    from a11ycheck.browser_lane import BrowserLane


class Lanes:
    """Sends each job to the lane of its kind. The browser's is started with the first page and not before. Pages are
    remembered in the folder ``cache``, where there is one; documents by whoever sends them."""

    def __init__(
        self, documents: Executor, visiting: Visiting | None = None, cache: Path | None = None
    ) -> None:
        self.documents = documents
        self.visiting = visiting or Visiting()
        self.cache = cache
        self._pages: BrowserLane | None = None

    def run(self, jobs: Sequence[Job], tell: TellOf = tell_nobody_of) -> Iterator[Result]:
        is_page = [kind(job.kind).lane == BROWSER for job in jobs]
        pages = [job for job, there in zip(jobs, is_page, strict=True) if there]
        documents = [job for job, there in zip(jobs, is_page, strict=True) if not there]
        # The pages are on their way before the first document is waited for, and the documents before the first page.
        of_pages = self._browser_lane().run(pages) if pages else iter(())
        of_documents = self.documents.run(documents, tell)
        if pages and documents:
            of_documents = chain([next(of_documents)], of_documents)
        for there in is_page:
            yield next(of_pages if there else of_documents)

    def stop(self) -> None:
        """End at once what is being done in either lane."""
        if self._pages is not None:
            self._pages.stop()
        self.documents.stop()

    def close(self) -> None:
        """Close the browser; whoever gave the executor for documents closes that."""
        if self._pages is not None:
            self._pages.close()

    def _browser_lane(self) -> BrowserLane:
        if self._pages is None:
            from a11ycheck.browser_lane import BrowserLane

            self._pages = BrowserLane(self.visiting, cache=self.cache)
        return self._pages
