"""What has no words of its own is known by those around it, so that its place stays its own when something is inserted
above."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from a11ycheck.documents.office.model import Block, Control, Neighbour, Paragraph

OfStory = TypeVar("OfStory", Paragraph, Block)


def told_apart(blocks: Sequence[OfStory]) -> tuple[OfStory, ...]:
    """The blocks of one story, cell or text box. Paragraphs without words know the next beside them that has some, and
    form fields without a name what stands around them."""
    told = list(blocks)
    below, away = "", 0
    for index in range(len(told) - 1, -1, -1):
        block = told[index]
        if not isinstance(block, Paragraph):
            continue
        if block.text.strip():
            below, away = block.text, 0
        else:
            away += 1
            block = told[index] = block._replace(below=Neighbour(below, away))
        if block.controls:
            told[index] = block._replace(controls=_known_by(block.text.strip() or below, block.controls))
    return tuple(told)


def _known_by(words: str, controls: Sequence[Control]) -> tuple[Control, ...]:
    return tuple(
        control if control.called else control._replace(around=Neighbour(words, order))
        for order, control in enumerate(controls, 1)
    )
