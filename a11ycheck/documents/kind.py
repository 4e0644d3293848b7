"""What a kind of document is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast, runtime_checkable

from a11ycheck.documents.facts import Beside, Facts, Found
from a11ycheck.outcome import Text

if TYPE_CHECKING:
    from a11ycheck.documents.crop import Crop
    from a11ycheck.outcome import Box

DOCUMENTS, BROWSER = "documents", "browser"
"""The lanes: documents are opened by a parser in a fenced process, pages are visited by a browser."""

Tell = Callable[[float], None]
"""Called during long work with the share of it that is done, 0 to 1."""


def tell_nobody(share: float) -> None:
    """Work that nobody waits for."""


class Model(Protocol):
    """What an opener returns; a kind with ``has_content`` returns one that has ``.content`` as well."""

    def facts(self) -> Facts: ...

    def found(self) -> Iterable[Found]: ...

    def unread(self) -> str:
        """What a limit kept from being read, in a few technical words; empty when everything was read."""
        ...


@runtime_checkable
class Pictured(Protocol):
    """A model that can show its places; others have no pictures in the report."""

    def crops(self, boxes: Sequence[Box]) -> Sequence[Crop | None]:
        """A picture of each place; None where it cannot be shown."""
        ...


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document.

    ``lane``: where documents of this kind are opened, ``DOCUMENTS`` or ``BROWSER``.
    ``opener``: "module:function" of the function that turns bytes into a model; named, not imported, because it
    brings model and parser, and only the fenced process opens documents. It raises ``CouldNotCheck``. Empty for what a
    browser opens.
    ``signature``: does a file that begins with these bytes (1,024 or fewer) look like this kind?
    ``reads_file``: its documents may be larger than memory, so its opener takes a file that can be read from any place,
    what lies beside it (``Beside``), and whom to tell how far it has come (``Tell``); other openers take the bytes.
    ``has_content``: its models have ``.content``, so the rules for all content are put to it too.
    ``en_301_549_chapter``: 9 for web pages, 10 for other documents.
    ``answers_itself``: rules for all content that are not put to it, since it has rules of its own for their faults.
    """

    name: str
    title: Text
    suffixes: tuple[str, ...]
    signature: Callable[[bytes], bool]
    opener: str = ""
    lane: str = DOCUMENTS
    reads_file: bool = False
    has_content: bool = True
    en_301_549_chapter: int = 10
    answers_itself: frozenset[str] = frozenset()

    def open(self, data: bytes | BinaryIO, beside: Sequence[Beside] = (), tell: Tell = tell_nobody) -> Model:
        """Open a document, of whose kind ``reads_file`` says whether a file will do."""
        module, _, function = self.opener.partition(":")
        opener = getattr(import_module(module), function)
        if self.reads_file:
            file = BytesIO(data) if isinstance(data, bytes) else data
            return cast(Model, opener(file, beside, tell))
        return cast(Model, opener(data))
