"""Asks the services that a run's documents play recordings from, and puts what they say into the open questions.

Only services with an open interface are asked, by data below; only for recordings that a document plays or leads to,
about which a question is open; and nothing on a private network for a document from the net. A service can say that
there are captions. Whether someone has read them, and whether they are right, it cannot: the question stays.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol

from a11ycheck.check import DocumentReport, Report, judged_anew
from a11ycheck.decisions import Decisions
from a11ycheck.documents.addresses import host_of
from a11ycheck.documents.media_hosts import Hosted, hosted
from a11ycheck.documents.page.addresses import is_on_the_web
from a11ycheck.online import peertube
from a11ycheck.online.listed import Listed
from a11ycheck.outcome import Outcome, Text
from a11ycheck.trouble import CouldNotCheck, Trouble
from a11ycheck.verdict import Judgement

if TYPE_CHECKING:
    from a11ycheck.documents.page.fetch import Fetcher

RULE = "content-recording-captions"
LARGEST_ANSWER = 200_000
MOST_ASKED = 50
"""Recordings that are asked about in one run."""
LONGEST_LIST = 20
"""Languages that a question names."""


class Interface(Protocol):
    """How one service is asked, and how its answer is read."""

    def asked_at(self, address: str, video: Hosted) -> str: ...
    def listed(self, answer: bytes) -> tuple[Listed, ...]: ...


INTERFACES: Mapping[str, Interface] = MappingProxyType({"peertube": peertube})
"""By the key of the service in ``media_hosts``."""


class Wanted(NamedTuple):
    """What is asked, and for a document on which host, empty for one that is not from the web."""

    address: str
    asked_for: str


Said = tuple[Listed, ...] | Trouble


def with_what_services_say(report: Report, decisions: Decisions) -> Report:
    """The report with what services list in the questions about captions, and notes on those that did not answer.

    Raises ``ImportError`` where the extra for the web is not installed.
    """
    wanted = list(dict.fromkeys(_wanted(report)))
    if not wanted:
        return report
    said = asyncio.run(_ask_all(wanted[:MOST_ASKED]))
    documents = tuple(_told(part, said) for part in report.documents)
    notes = (*report.notes, *_notes(said, len(wanted)))
    return judged_anew(replace(report, documents=documents, notes=notes), decisions)


def _wanted(report: Report) -> Iterator[Wanted]:
    for part in report.documents:
        for judgement in part.judgements:
            if (address := _address(judgement)) is not None:
                yield Wanted(address, _web_host(part))


def _address(judgement: Judgement) -> str | None:
    """The address of the recording that an open question is about; None where nobody can be asked."""
    if judgement.rule.id != RULE or not judgement.is_open_question:
        return None
    # What a fenced process says is not believed: the address must be one of a service that is asked.
    address = judgement.finding.outcome.data.get("address")
    video = hosted(address) if isinstance(address, str) and is_on_the_web(address) else None
    return str(address) if video is not None and video.host.key in INTERFACES else None


def _web_host(part: DocumentReport) -> str:
    for place in (part.source.path, part.source.name, part.source.found_in):
        if is_on_the_web(place):
            return host_of(place)
    return ""


async def _ask_all(wanted: Iterable[Wanted]) -> dict[Wanted, Said]:
    from a11ycheck.documents.page.fetch import Fetcher
    from a11ycheck.documents.page.hosts import Resolver

    fetcher = Fetcher(Resolver())
    try:
        with TemporaryDirectory(prefix="a11ycheck-") as folder:
            asked = {
                each: _ask(fetcher, each, Path(folder) / str(number)) for number, each in enumerate(wanted)
            }
            return dict(zip(asked, await asyncio.gather(*asked.values()), strict=True))
    finally:
        await fetcher.close()


async def _ask(fetcher: Fetcher, wanted: Wanted, to: Path) -> Said:
    video = hosted(wanted.address)
    if video is None:
        return Trouble("no-answer", wanted.address)
    interface = INTERFACES[video.host.key]
    # A file from somewhere may name any address: nothing on a private network is asked for it.
    is_within = bool(wanted.asked_for) and await fetcher.resolver.is_private(wanted.asked_for)
    try:
        answer = await fetcher.document(
            interface.asked_at(wanted.address, video), to, LARGEST_ANSWER, from_public=not is_within
        )
        return interface.listed(answer.path.read_bytes())
    except CouldNotCheck as reason:
        return reason.trouble
    except ValueError as error:
        return Trouble("no-answer", f"{wanted.address}: {error}")


def _told(part: DocumentReport, said: Mapping[Wanted, Said]) -> DocumentReport:
    """The document with what was said of its recordings in the questions about them."""

    def told(judgement: Judgement) -> Judgement:
        address = _address(judgement)
        answer = said.get(Wanted(address, _web_host(part))) if address is not None else None
        if not isinstance(answer, tuple):
            return judgement
        finding = judgement.finding
        return replace(judgement, finding=replace(finding, outcome=_with_list(finding.outcome, answer)))

    return replace(part, judgements=tuple(map(told, part.judgements)))


def _with_list(question: Outcome, found: tuple[Listed, ...]) -> Outcome:
    """The question with what is listed; those that a machine has made are named where there are no others."""
    chosen = [each.language for each in found if not each.by_machine]
    message = "online-listed" if chosen else "online-by-machine" if found else "online-none"
    languages = list(dict.fromkeys(chosen or [each.language for each in found]))
    named = ", ".join(languages[:LONGEST_LIST]) + (" …" if len(languages) > LONGEST_LIST else "")
    data = {**question.data, "languages": named} if named else question.data
    return replace(question, message=message, data=data)


def _notes(said: Mapping[Wanted, Said], wanted: int) -> Iterator[Text]:
    for each, answer in said.items():
        if isinstance(answer, Trouble):
            yield Text(
                f"Asked which captions there are, and got no answer that can be read: {each.address} ({answer.reason})",
                f"Frågade vilka undertexter som finns och fick inget svar som går att läsa: {each.address} "
                f"({answer.reason})",
            )
    if wanted > MOST_ASKED:
        yield Text(
            f"Asked for captions of the first {MOST_ASKED} of {wanted} recordings.",
            f"Frågade efter undertexter till de första {MOST_ASKED} av {wanted} inspelningar.",
        )
