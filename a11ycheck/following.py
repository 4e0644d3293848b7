"""What pages lead to: which of their links are documents of the same run."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from a11ycheck.documents.addresses import host_of, suffix_of
from a11ycheck.documents.facts import Found
from a11ycheck.documents.page.addresses import DOCUMENTS, TYPES, file_of, is_on_the_web
from a11ycheck.documents.page.visiting import Visiting
from a11ycheck.fetching import Fetching
from a11ycheck.outcome import Text
from a11ycheck.registry import kinds
from a11ycheck.sources import PAGE, Source, by_address, from_file
from a11ycheck.trouble import Trouble

NONE, MATERIALS, SITE = "none", "materials", "site"
MODES = (NONE, MATERIALS, SITE)

MOST_FOLLOWED = 50
"""Documents and pages that links lead to, in one run."""
DEEPEST_FOLLOWED = 3
MOST_NAMED = 3
"""Addresses that a note about what was not followed names."""

NOT_PAGES = DOCUMENTS | frozenset(
    "css js mjs json xml rss atom png jpg jpeg gif svg webp avif ico woff woff2 ttf otf txt".split()
)


@dataclass(frozen=True, slots=True)
class Follow:
    """What is followed: ``mode`` is ``NONE``, ``MATERIALS`` (documents, calendar files, captions and recordings) or
    ``SITE`` (pages too); ``hosts`` are those allowed beside the page's own."""

    mode: str = MATERIALS
    hosts: tuple[str, ...] = ()

    def allows(self, host: str, own: str) -> bool:
        if own and host.removeprefix("www.") == own.removeprefix("www."):
            return True
        return any(host == name or host.endswith("." + name) for name in map(str.casefold, self.hosts))


class Following:
    """Follows links in one run, each address once."""

    def __init__(self, follow: Follow, visiting: Visiting, named: Collection[Source]) -> None:
        self.follow = follow
        self.fetching = Fetching(visiting, named)
        self._seen = {_identity(source.path) for source in named if source.path}
        self._room = MOST_FOLLOWED
        self._downloads: set[str] = set()
        self._not_followed: dict[str, list[str]] = {}

    def leads(self, page: Source, found: Iterable[Found]) -> Iterator[Source]:
        """The sources that a page leads to and that are to be checked; what is too much is said and left."""
        if self.follow.mode == NONE or not page.path:
            return
        for lead in found:
            if _identity(lead.address) in self._seen or not self._is_wanted(lead, page):
                continue
            source = self._source(lead.address, page)
            if source is None:
                continue
            self._seen.add(_identity(lead.address))
            if self._room <= 0 or source.depth > DEEPEST_FOLLOWED:
                yield Source(
                    page.name,
                    found_in=page.name,
                    depth=source.depth,
                    trouble=Trouble("left-out", lead.address),
                )
                return
            self._room -= 1
            # What the page says belongs to it is among what it leads to, and known by the same name there.
            beside = tuple(replace(file, name=_identity(file.name)) for file in lead.beside)
            yield replace(source, beside=beside)

    def instead(self, source: Source, trouble: Trouble | None) -> Source | None:
        """The same address as a document, where the browser was given a file to download; once."""
        if trouble is None or trouble.reason != "not-a-page" or not is_on_the_web(source.path):
            return None
        if source.path in self._downloads:
            return None
        self._downloads.add(source.path)
        return replace(source, kind="")

    def close(self) -> None:
        self.fetching.close()

    def notes(self) -> Iterator[Text]:
        """What pages link to and was not followed, for the report."""
        for host, addresses in self._not_followed.items():
            named = ", ".join(addresses[:MOST_NAMED]) + (" …" if len(addresses) > MOST_NAMED else "")
            if host:
                yield Text(
                    f"Not checked, since it lies on another host: {named}. To check it too: --follow-host {host}",
                    f"Inte kontrollerat, eftersom det ligger på en annan värd: {named}. För att kontrollera även det: "
                    f"--follow-host {host}",
                )
            else:
                yield Text(
                    f"Not checked, since it lies outside the folder of the page: {named}. Name it to check it too.",
                    f"Inte kontrollerat, eftersom det ligger utanför sidans mapp: {named}. Ange det för att "
                    "kontrollera även det.",
                )

    def _is_wanted(self, lead: Found, page: Source) -> bool:
        suffix = TYPES.get(lead.media_type) or "." + suffix_of(lead.address)
        if any(suffix in kind.suffixes for kind in kinds().values() if kind.name != PAGE):
            return True
        if self.follow.mode != SITE or suffix[1:] in NOT_PAGES:
            return False
        # Pages elsewhere are no part of the site, and nobody's omission.
        return not is_on_the_web(lead.address) or self.follow.allows(
            host_of(lead.address), host_of(page.path)
        )

    def _source(self, address: str, page: Source) -> Source | None:
        """The source that a link leads to; None where it is not to be followed, which is noted."""
        depth = page.depth + 1
        if is_on_the_web(address):
            host = host_of(address)
            own = host_of(page.path) if is_on_the_web(page.path) else ""
            if self.follow.allows(host, own):
                return replace(by_address(address), found_in=page.name, depth=depth)
            self._not_followed.setdefault(host, []).append(address)
        elif not is_on_the_web(page.path) and (path := file_of(address)):
            if not path.is_relative_to(Path(page.path).resolve().parent):
                self._not_followed.setdefault("", []).append(str(path))
            elif path.is_file():  # the page's own rules tell of links that lead nowhere
                return replace(from_file(str(path), path), found_in=page.name, depth=depth)
        return None


def _identity(place: str) -> str:
    """What is the same for all ways to name one file or address."""
    if is_on_the_web(place):
        return place.partition("#")[0]
    path = file_of(place) or Path(place).resolve()
    return str(path)
