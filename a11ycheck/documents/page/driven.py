"""What driving a page showed, as plain data that rules read beside the elements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from a11ycheck.documents.page.changes import Changes
    from a11ycheck.documents.page.keyboard import KeyboardWalk
    from a11ycheck.documents.page.media import Media
    from a11ycheck.documents.page.zoomed import Zoomed


@dataclass(slots=True, eq=False)
class Driven:
    """Each part is None where its driver did not run, so that its rules do not apply.

    ``keyboard``: where Tab led, what showed and what trapped. ``zoomed``: the page at 320 CSS pixels and with text
    spaced and enlarged. ``changes``: what moves, what answers to pointer, focus and motion, and how it looks then.
    ``media``: what is played.
    """

    keyboard: KeyboardWalk | None = None
    zoomed: Zoomed | None = None
    changes: Changes | None = None
    media: Media | None = None
