"""How a slide comes, goes and moves: transition, animations, and when media start (ECMA-376 part 1, 19.5)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from a11ycheck.documents.office.model import Animation, Effect, Transition, Trigger
from a11ycheck.documents.office.slide_values import P
from a11ycheck.documents.office.word_shapes import ALTERNATE, branch_taken
from a11ycheck.documents.office.word_values import number, on_off, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

EFFECTS: Mapping[str, Effect] = {"entr": "entrance", "exit": "exit", "emph": "emphasis", "path": "path"}
TRIGGERS: Mapping[str, Trigger] = {
    "clickEffect": "click",
    "withEffect": "with previous",
    "afterEffect": "after previous",
}
MOST_EFFECTS = 5_000
MOST_IN_EFFECT = 100
FOREVER = "indefinite"


class MediaTiming(NamedTuple):
    """When a video or sound on the slide starts and how long it goes on."""

    by_itself: bool = False
    loops: bool = False
    across_slides: bool = False


class Timing(NamedTuple):
    animations: tuple[Animation, ...] = ()
    media: Mapping[str, MediaTiming] = {}
    """By the shape's id."""


def read_transition(slide: _Element, timings_used: bool) -> Transition | None:
    """Read a slide's transition; None where it has none. ``timings_used``: does the show go by the slides' times?"""
    found = slide.find(f"{P}transition")
    if found is None:
        for alternatives in slide.iterchildren(ALTERNATE):
            branch = branch_taken(alternatives)
            found = next((child for child in branch if child.tag == f"{P}transition"), found)
    if found is None:
        return None
    effect, sound = "", False
    for child in found:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name == "sndAc":
            sound = child.find(f"{P}stSnd") is not None
        elif name and name != "extLst":
            effect = name
    after = found.get("advTm")
    return Transition(
        effect,
        max(number(after), 0.0) / 1000 if after and timings_used else None,
        on_off(found.get("advClick")),
        sound,
    )


def read_timing(slide: _Element) -> Timing:
    """Read the animations and what starts media."""
    root = slide.find(f"{P}timing")
    if root is None:
        return Timing()
    animations: list[Animation] = []
    media: dict[str, MediaTiming] = {}
    for sequence in root.iter(f"{P}cTn"):
        if sequence.get("nodeType") == "mainSeq":
            for group in sequence.iterfind(f"{P}childTnLst/{P}par"):
                _read_group(group, animations, media)
        elif sequence.get("nodeType") == "interactiveSeq":
            _read_effects(sequence, animations, {}, clicked=True)
    for node in root.iter(f"{P}cMediaNode"):
        _read_media_node(node, media)
    return Timing(tuple(animations), media)


def _read_group(group: _Element, animations: list[Animation], media: dict[str, MediaTiming]) -> None:
    """Read what one click brings, or what comes without one: the first effect tells."""
    first = next((node.get("nodeType") for node in group.iter(f"{P}cTn") if node.get("presetClass")), None)
    _read_effects(group, animations, media, clicked=first == "clickEffect")


def _read_effects(
    group: _Element, animations: list[Animation], media: dict[str, MediaTiming], *, clicked: bool
) -> None:
    for node in group.iter(f"{P}cTn"):
        kind = node.get("presetClass")
        if kind is None:
            continue
        if kind == "mediacall":
            command = next(node.iter(f"{P}cmd"), None)
            if command is not None and command.get("cmd", "").startswith("playFrom") and not clicked:
                media[_target(command)] = MediaTiming(by_itself=True)
            continue
        if len(animations) < MOST_EFFECTS:
            animations.append(
                Animation(
                    EFFECTS.get(kind, "other"),
                    TRIGGERS.get(node.get("nodeType", ""), "click"),
                    _repeats(node),
                    _longest(node),
                )
            )


def _read_media_node(node: _Element, media: dict[str, MediaTiming]) -> None:
    timing = node.find(f"{P}cTn")
    if timing is None:
        return
    shape = _target(node)
    known = media.get(shape, MediaTiming())
    start = timing.find(f"{P}stCondLst/{P}cond")
    at_once = start is not None and start.get("delay") == "0" and start.get("evt") is None
    media[shape] = MediaTiming(
        known.by_itself or at_once, _repeats(timing) == math.inf, whole(node.get("numSld"), 1) > 1
    )


def _target(element: _Element) -> str:
    found = next(element.iter(f"{P}spTgt"), None)
    return found.get("spid", "") if found is not None else ""


def _repeats(node: _Element) -> float:
    """How often: given in thousandths."""
    value = node.get("repeatCount")
    return math.inf if value == FOREVER else max(number(value, 1000.0), 0.0) / 1000


def _longest(node: _Element) -> float:
    """The longest that anything in an effect takes, in seconds."""
    lengths = (number(inner.get("dur")) for inner in islice(node.iter(f"{P}cTn"), MOST_IN_EFFECT))
    return max(max(lengths, default=0.0), 0.0) / 1000
