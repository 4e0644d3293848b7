"""Looks for what moves and changes by itself, and for what stands out too little in a state that it is not in now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from a11ycheck.documents.page.changes import Changes, Changing, FaintField, Hovering, Moving, StateContrast
from a11ycheck.documents.page.drivers.frames import open_frames, script
from a11ycheck.documents.page.drivers.pictures import written_in

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Frame
    from playwright.async_api import Page as Tab

    from a11ycheck.documents.page.model import Page

LONGER_THAN = 5
"""Seconds that something may move by itself (WCAG 2.2.2)."""
DELAYS = (20, 600_000)
"""Milliseconds between the turns of a timer: oftener is drawing, and ten minutes is as long as ACT efbfc7 looks."""
MOST_TIMERS = 10
MOST_FOUND = 20
MOST_TEXTS = 600
"""Of links and buttons in one document."""
MOST_RULES = 20_000
"""Of style sheets."""
LONGEST = 80
PATIENCE = 200
"""Milliseconds that one timer’s turns may take; on a busy machine plain ones take some tens."""


async def drive(tab: Tab, session: CDPSession, page: Page) -> Changes:
    """Measure states first, since setting off timers may change the page."""
    from playwright.async_api import Error

    told: dict[str, list[dict[str, Any]]] = {
        "contrasts": [],
        "faint": [],
        "hovering": [],
        "changing": [],
        "moving": [],
    }
    written = await written_in(session, page)
    frames = await open_frames(tab)
    for frame, way in frames:
        try:
            answers = (
                await frame.evaluate(
                    script("states"), {"most": MOST_TEXTS, "mostRules": MOST_RULES, "longest": LONGEST}
                ),
                await frame.evaluate(script("moving"), _moving()),
            )
        except Error:
            if not way:
                raise
            # A frame that has gone away is left out.
            continue
        for answer in answers:
            for name, found in answer.items():
                told[name] += [{**raw, "path": way + raw["path"]} for raw in found[:MOST_FOUND]]
    moving = tuple(_moved(raw) for raw in told["moving"])
    return Changes(
        changing=tuple(Changing(**raw) for raw in told["changing"]),
        moving=await _calmed(tab, frames, moving),
        contrasts=tuple(StateContrast(**raw) for raw in told["contrasts"]),
        faint=tuple(FaintField(**raw) for raw in told["faint"]),
        hovering=tuple(Hovering(**raw) for raw in told["hovering"]),
        written=written,
    )


def _moving() -> dict[str, int]:
    return {
        "seconds": LONGER_THAN,
        "shortest": DELAYS[0],
        "longestDelay": DELAYS[1],
        "mostTimers": MOST_TIMERS,
        "most": MOST_FOUND,
        "longest": LONGEST,
        "patience": PATIENCE,
    }


def _moved(raw: dict[str, Any]) -> Moving:
    return Moving(raw["path"], raw["kind"], float(raw["period"]), str(raw["text"]), float(raw["area"]))


async def _calmed(
    tab: Tab, frames: Iterable[tuple[Frame, str]], moving: tuple[Moving, ...]
) -> tuple[Moving, ...]:
    """The same, with whether style sheets stop it for those who ask for less motion."""
    if not any(one.kind != "switches" for one in moving):
        return moving
    await tab.emulate_media(reduced_motion="reduce")
    try:
        still = {
            f"{way}{path}" for frame, way in frames for path in await frame.evaluate(script("still_moving"))
        }
    finally:
        await tab.emulate_media(reduced_motion="no-preference")
    return tuple(
        one if one.kind == "switches" else replace(one, calms=one.path not in still) for one in moving
    )
