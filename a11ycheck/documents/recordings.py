"""The recordings that a document plays or leads to, and which versions of each it offers: a described, signed or
captioned one, or a transcript.

A version belongs to a recording if it is a link or a player with another target, can be seen, is not denied or put off
by the words around it, and stands under the same heading or shares a name. It may come before or after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple
from urllib.parse import urldefrag

from a11ycheck.documents.addresses import host_of, seen_from, suffix_of
from a11ycheck.documents.content import Block, Content, Heading, Link, ListItem, Paragraph, Player, Table
from a11ycheck.documents.media_hosts import SOUND_FILES, VIDEO_FILES, Hosted, hosted
from a11ycheck.outcome import Where, anchor
from a11ycheck.text.live import says_live
from a11ycheck.text.recordings import DESCRIBED, TRANSCRIPT, mentions, offered, telling_words
from a11ycheck.text.words import is_generic_link_text

MOST_RECORDINGS = 200
BEFORE = 4
"""Pieces of text before a recording by which its name is told."""
LONGEST_CAPTION = 60
"""Characters of a paragraph that is taken for the name of the player after it."""
FEWEST_WORDS = 25
"""Words under a heading “Transcript” that make one; ten seconds of speech are as many."""
SHARED_NAMES = 2
"""Words of names that two have in common when they belong together under different headings."""
ALSO = ("också", "även", "also", "auch", "aussi", "myös", "også", "también", "too")

NUMBER = re.compile(r"\d{1,9}")
IN_BRACKETS = re.compile(r"\([^()]{0,200}\)")
LONGEST_LABEL = 300

LINK = "link"


@dataclass(slots=True, eq=False)
class Recording:
    """A video or sound that is played in the document (``kind`` as of a ``Player``) or that it links to (“link”).

    ``label``: what it is called, as a frame's title or a link's text. ``followed``: it is a file that is checked by
    itself in the same run. ``offers``: the kinds of version that it is by its own name. ``versions``: those that stand
    beside it or are offered by its own name. ``described_by_itself``: a link that promises a described version leads
    to this recording itself. ``says_live``: its name, or the heading above it, says that it is sent live; it may be a
    recording of that by now.
    """

    kind: str
    addresses: tuple[str, ...]
    label: str
    where: Where
    language: str
    service: Hosted | None
    is_sound: bool
    followed: bool
    visible: bool
    offers: frozenset[str]
    place: int
    region: tuple[int, ...]
    versions: set[str] = field(default_factory=set)
    described_by_itself: bool = False
    says_live: bool = False
    identity: str = ""
    names: frozenset[str] = frozenset()

    @property
    def is_live(self) -> bool:
        """Its address is that of something which is always sent live."""
        return self.service is not None and self.service.is_live

    @property
    def host(self) -> str:
        """Where it is, in words that a person knows: the service, else the host."""
        if self.service is not None:
            return self.service.host.name
        return _host(self.addresses[0]) if self.addresses else ""


def identity(address: str) -> str:
    """What is the same for all addresses of one recording."""
    if (found := hosted(address)) is not None:
        return f"{found.host.key}:{found.identity}"
    return urldefrag(address).url


def is_recording(address: str) -> bool:
    """Does the address name a recording, by its file's suffix or by the service that it is at?"""
    return suffix_of(address) in VIDEO_FILES | SOUND_FILES or hosted(address) is not None


def recordings_of(content: Content) -> Sequence[Recording]:
    """Each recording once, in the order that a reader meets them, with the versions that belong to it."""
    reader = _Reader(content)
    found = reader.read()
    if not found:
        return found
    for recording in found:
        recording.versions |= recording.offers
    versions: list[Recording | _Transcript] = [*found, *reader.transcripts()]
    for version in versions:
        if version.offers and version.visible:
            _bind(version, found)
    return found


class _Open(NamedTuple):
    """A heading above what is being read."""

    level: int
    place: int
    text: str


@dataclass(slots=True, eq=False)
class _Transcript:
    """A link to a transcript, or a heading with one under it."""

    label: str
    place: int
    region: tuple[int, ...]
    offers: frozenset[str] = frozenset({TRANSCRIPT})
    identity: str = ""
    visible: bool = True


class _Reader:
    """Reads the blocks of a document once."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.found: dict[str, Recording] = {}
        self.open: tuple[_Open, ...] = ()
        """The headings that a block stands under, from the highest."""
        self.texts: list[str] = []
        self.links: list[tuple[int, Link, tuple[_Open, ...]]] = []
        self.headings: list[tuple[int, Heading, tuple[_Open, ...]]] = []
        """Links to something else than recordings, and headings: where transcripts are looked for, if at all."""

    def read(self) -> list[Recording]:
        previous: Block | None = None
        for place, block in enumerate(self.content.blocks):
            match block:
                case Heading():
                    self._heading(place, block)
                case Player():
                    self._player(place, block, previous)
                case Link():
                    self._link(place, block)
                case Paragraph() | ListItem():
                    self.texts.append(block.text)
            previous = block
        return list(self.found.values())

    def _heading(self, place: int, heading: Heading) -> None:
        level = max(heading.level, 1)
        self.open = tuple(above for above in self.open if above.level < level)
        self.headings.append((place, heading, self.open))
        self.open = (*self.open, _Open(level, place, heading.text))
        self.texts = []

    def transcripts(self) -> Iterator[_Transcript]:
        """The links to transcripts, and the headings with one under them."""
        for place, link, above in self.links:
            if link.visible and TRANSCRIPT in offered(said := _said_by(link)):
                yield _Transcript(said, place, _region(above, frozenset({TRANSCRIPT})))
        for place, heading, above in self.headings:
            if (
                TRANSCRIPT in offered(heading.text)
                and self._words_under(place, heading.level) >= FEWEST_WORDS
            ):
                yield _Transcript(heading.text, place, _region(above))

    def _words_under(self, place: int, level: int) -> int:
        words = 0
        for block in islice(self.content.blocks, place + 1, None):
            if words >= FEWEST_WORDS or (isinstance(block, Heading) and block.level <= level):
                break
            if isinstance(block, (Paragraph, ListItem)):
                words += len(block.text.split())
            elif isinstance(block, Table):
                words += sum(len(cell.text.split()) for cell in block.cells())
        return words

    def _player(self, place: int, player: Player, previous: Block | None) -> None:
        caption = ""
        if isinstance(previous, Heading) or (isinstance(previous, Paragraph) and _is_caption(previous.text)):
            caption = previous.text
        self._add(place, player.kind, player.addresses, (player.name, caption), player, player.visible)

    def _link(self, place: int, link: Link) -> None:
        if is_recording(link.target):
            self._add(place, LINK, (link.target,), (_said_by(link),), link, link.visible)
        else:
            self.links.append((place, link, self.open))

    def _add(
        self,
        place: int,
        kind: str,
        addresses: tuple[str, ...],
        names: tuple[str, ...],
        block: Block,
        visible: bool,
    ) -> None:
        # A heading that names nothing but a kind of version says what stands under it.
        heading = next((above.text for above in self.open[-1:] if not telling_words([above.text])), "")
        offers = offered(*names, heading)
        first = addresses[0] if addresses else ""
        own = identity(first) if first else f"#{place}"
        known = self.found.get(own)
        if known is not None:
            if DESCRIBED in offers and DESCRIBED not in known.offers:
                known.described_by_itself = True
            return
        if len(self.found) >= MOST_RECORDINGS:
            return
        service = hosted(first)
        is_sound = (
            kind == "audio"
            or suffix_of(first) in SOUND_FILES
            or (service is not None and service.host.is_sound)
        )
        label = names[0] or names[-1]
        before = (*(above.text for above in self.open[-1:]), *self.texts[-BEFORE:])
        self.found[own] = Recording(
            kind,
            addresses,
            label,
            Where(block.where.steps, self._anchor(own, first, block), block.where.box),
            block.language,
            service,
            is_sound,
            service is None and _is_beside(first, self.content.address),
            visible,
            offers,
            place,
            _region(self.open, offers),
            # Names decide together: “Livestream” under the heading “Inspelningar” is none.
            says_live=says_live(" ".join((*names, *(above.text for above in self.open[-1:])))),
            identity=own,
            names=telling_words([label, *before]),
        )
        self.texts = []

    def _anchor(self, own: str, address: str, block: Block) -> str:
        """What the recording is known by: never its place, nor the folder that a file lies in."""
        return anchor(seen_from(self.content.address, own)) if address else block.where.anchor


def _region(above: Sequence[_Open], without: frozenset[str] = frozenset()) -> tuple[int, ...]:
    """The places of these headings; those at the end that only name a kind of version left out."""
    last = len(above)
    while last and without & mentions(above[last - 1].text):
        last -= 1
    return tuple(heading.place for heading in above[:last])


def _said_by(link: Link) -> str:
    """A link's text, or where that says nothing, the sentence that it stands in."""
    if not is_generic_link_text(link.text, link.language or None):
        return link.text
    return next((sentence for sentence in _sentences(link.around) if link.text in sentence), link.text)


def _bind(version: Recording | _Transcript, found: Sequence[Recording]) -> None:
    """Give each kind of version to the recording that it belongs to, if there is one."""
    for kind in version.offers:
        others = [each for each in found if each.identity != version.identity and kind not in each.offers]
        # What is no version of anything comes first.
        if (owner := _owner(version, [each for each in others if not each.offers] or others)) is not None:
            owner.versions.add(kind)


def _owner(version: Recording | _Transcript, others: Sequence[Recording]) -> Recording | None:
    """The recording that a version belongs to: by its name, else by its place."""
    others = [each for each in others if not _differ_in_number(version.label, each.label)]
    near = [each for each in others if _is_near(version.region, each.region, len(others))]
    names = telling_words([version.label])
    named = _sharing(names, near, 1) or _sharing(names, others, min(SHARED_NAMES, max(1, len(names)))) or near
    before = [each for each in named if each.place < version.place]
    if before and not _stands_first(version, before):
        return before[-1]
    return next((each for each in named if each.place > version.place), before[-1] if before else None)


def _sharing(names: frozenset[str], recordings: Sequence[Recording], fewest: int) -> list[Recording]:
    """Those that share the most words of names, if they share as many as that."""
    most = max((len(names & each.names) for each in recordings), default=0)
    return [each for each in recordings if len(names & each.names) == most >= fewest]


def _differ_in_number(one: str, other: str) -> bool:
    """Both have numbers, of an episode or a year, and not one is the same; sizes in brackets are no names."""
    first, second = (set(NUMBER.findall(IN_BRACKETS.sub("", text[:LONGEST_LABEL]))) for text in (one, other))
    return bool(first and second) and first.isdisjoint(second)


def _stands_first(version: Recording | _Transcript, before: Sequence[Recording]) -> bool:
    """Do versions come before their recordings here? They do when the one before has its version already."""
    return version.offers <= before[-1].versions


def _is_near(version: tuple[int, ...], recording: tuple[int, ...], recordings: int) -> bool:
    """Under the same heading, or one below it; under one above it only where there is nothing to mix it up with."""
    if version[: len(recording)] == recording:
        return True
    return recordings == 1 and recording[: len(version)] == version


def _is_caption(text: str) -> bool:
    if text.rstrip().endswith(":"):
        return True
    return len(text) <= LONGEST_CAPTION and not any(word in text.casefold().split() for word in ALSO)


def _sentences(text: str) -> Iterator[str]:
    yield from text.replace("!", ".").replace("?", ".").split(". ")


def _is_beside(address: str, page: str) -> bool:
    """Is it a file that is followed from the page: beside it, or on its host?"""
    if not page:
        return False
    if address.startswith("file:"):
        return page.startswith("file:")
    return bool(_host(address)) and _host(address) == _host(page)


def _host(address: str) -> str:
    return host_of(address).removeprefix("www.")
