"""Documents and sitemaps that are named by address: fetched to files that last as long as the run."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from a11ycheck.documents.addresses import host_of
from a11ycheck.documents.page.addresses import TYPES, is_on_the_web
from a11ycheck.documents.page.hosts import Resolver
from a11ycheck.documents.page.visiting import Visiting
from a11ycheck.sources import PAGE, SITEMAP, Source, by_address, is_sitemap, kind_of
from a11ycheck.trouble import CouldNotCheck, Trouble

if TYPE_CHECKING:
    from a11ycheck.documents.page.fetch import Fetcher

LARGEST = 200_000_000
"""Bytes of one document that is fetched."""
MOST_IN_SITEMAP = 500
MOST_SITEMAPS = 20

LOCATION = re.compile(r"<loc>\s{0,200}([^<\s]{1,2000})\s{0,200}</loc>")


class Fetching:
    """Fetches in one run. What the user sends along, headers and cookies, goes to hosts that the user named."""

    def __init__(self, visiting: Visiting, named: Iterable[Source]) -> None:
        self.visiting = visiting
        self.own_hosts = {host_of(source.path) for source in named if is_on_the_web(source.path)}
        self._folder: TemporaryDirectory[str] | None = None
        self._files = 0

    def close(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()

    def fetched(self, sources: Sequence[Source]) -> list[Source]:
        """The sources, in their order: those that are documents by address now in files, sitemaps as their pages."""
        done: list[Source] = []
        seen = {source.name for source in sources}
        sitemaps = MOST_SITEMAPS
        waiting = list(sources)
        while waiting:
            got = self._all([source for source in waiting if source.must_be_fetched])
            listed: list[Source] = []
            for source in waiting:
                source = got.get(source.name, source) if source.must_be_fetched else source
                if source.kind != SITEMAP:
                    done.append(source)
                elif sitemaps > 0:
                    sitemaps -= 1
                    listed += [each for each in in_sitemap(source) if each.trouble or each.name not in seen]
                    seen.update(each.name for each in listed)
                else:
                    done.append(replace(source, kind="", trouble=Trouble("left-out", "sitemaps")))
            waiting = listed
        return done

    def _all(self, sources: Sequence[Source]) -> dict[str, Source]:
        """What was fetched, by name."""
        if not sources:
            return {}
        import asyncio

        try:
            from a11ycheck.documents.page.fetch import Fetcher, cookies_of
        except ImportError:
            missing = Trouble("missing-part", 'pip install "a11ycheck[web]"')
            return {source.name: replace(source, trouble=missing) for source in sources}

        async def fetch_all() -> list[Source]:
            fetcher = Fetcher(Resolver(), cookies_of(self.visiting.storage_state))
            try:
                return await asyncio.gather(*(self._fetch(source, fetcher) for source in sources))
            finally:
                await fetcher.close()

        return {source.name: source for source in asyncio.run(fetch_all())}

    async def _fetch(self, source: Source, fetcher: Fetcher) -> Source:
        linked_from = host_of(source.found_in) if is_on_the_web(source.found_in) else ""
        try:
            got = await fetcher.document(
                source.path,
                self._new_file(),
                LARGEST,
                from_public=bool(linked_from) and not await fetcher.resolver.is_private(linked_from),
                headers=self.visiting.headers if host_of(source.path) in self.own_hosts else {},
            )
        except CouldNotCheck as reason:
            return replace(source, trouble=reason.trouble)
        with got.path.open("rb") as file:
            beginning = file.read(1024)
        if not beginning:
            return replace(source, trouble=Trouble("empty", source.path))
        if is_sitemap(beginning):
            return replace(source, kind=SITEMAP, path=str(got.path))
        kind = kind_of(got.address.partition("?")[0] + TYPES.get(got.media_type, ""), beginning)
        if kind is None:
            return replace(source, trouble=Trouble("no-kind", f"{source.path}: {got.media_type}"))
        # The browser fetches pages by itself.
        return replace(source, kind=kind.name, path=source.path if kind.name == PAGE else str(got.path))

    def _new_file(self) -> Path:
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="a11ycheck-")
        self._files += 1
        return Path(self._folder.name) / str(self._files)


def in_sitemap(source: Source) -> list[Source]:
    """The pages, and further sitemaps, that a sitemap in a file lists; what is too much is said and left."""
    with open(source.path, "rb") as file:
        text = file.read(MOST_IN_SITEMAP * 4_000).decode("utf-8", "replace")
    addresses = list(dict.fromkeys(html.unescape(found) for found in LOCATION.findall(text)))
    addresses = [address for address in addresses if is_on_the_web(address)]
    listed = [replace(by_address(address), found_in=source.name) for address in addresses[:MOST_IN_SITEMAP]]
    if len(addresses) > MOST_IN_SITEMAP or not listed:
        reason = (
            Trouble("left-out", f"more than {MOST_IN_SITEMAP} pages")
            if listed
            else Trouble("empty", "no <loc>")
        )
        listed.append(replace(source, kind="", trouble=reason))
    return listed
