"""What driving a page showed, as plain data that rules read beside the elements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from a11ycheck.documents.page.answers import Answers
    from a11ycheck.documents.page.changes import Changes
    from a11ycheck.documents.page.contrast import Contrasts
    from a11ycheck.documents.page.keyboard import KeyboardWalk
    from a11ycheck.documents.page.media import Media
    from a11ycheck.documents.page.zoomed import Zoomed


@dataclass(slots=True, eq=False)
class Driven:
    """Each part is None where its driver did not run, so that its rules do not apply.

    ``contrast``: how text over pictures, and icons, stand out. ``keyboard``: where Tab led, what showed and what
    trapped. ``zoomed``: the page at 320 CSS pixels and with text spaced and enlarged. ``changes``: what moves, what
    answers to pointer, focus and motion, and how it looks then. ``media``: what is played.
    ``answers``: what pointing, pressing and writing showed.
    """

    contrast: Contrasts | None = None
    keyboard: KeyboardWalk | None = None
    zoomed: Zoomed | None = None
    changes: Changes | None = None
    media: Media | None = None
    answers: Answers | None = None


class NotDrivenError(Exception):
    """A rule asked for a part of ``Driven`` on a page that could not be driven: nothing can be said by it."""


class Undriven(Driven):
    """Stands where a browser gives no way to drive a page. Whoever asks for a part gets ``NotDrivenError``, since None
    would read as a page with nothing to find."""

    def __getattribute__(self, name: str) -> Any:
        if name in Driven.__slots__:
            raise NotDrivenError(name)
        return super().__getattribute__(name)
