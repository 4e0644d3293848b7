"""Settles by screenshots how text stands out where axe-core could not tell, and icons where styles do not."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from a11ycheck.documents.page.axe_results import OVER_SOMETHING
from a11ycheck.documents.page.contrast import Contrasts
from a11ycheck.documents.page.drivers.frames import open_frames, script
from a11ycheck.outcome import Box

if TYPE_CHECKING:
    from PIL.Image import Image
    from playwright.async_api import CDPSession, Frame
    from playwright.async_api import Page as Tab

    from a11ycheck.documents.page.axe_results import AxeTarget
    from a11ycheck.documents.page.contrast import PicturedText
    from a11ycheck.documents.page.contrast_pixels import LaidText
    from a11ycheck.documents.page.model import Page

MOST_TEXTS, MOST_LINES, MOST_ICONS = 500, 40, 12
MOST_CLOSELY = 60
"""Texts whose letters are looked at one by one, some 6 ms each."""
TALLEST, WIDEST = 16_000, 2_600
MOST_PIXELS = 12_000_000
"""Of one picture: what lies farther down is not judged."""


async def drive(tab: Tab, session: CDPSession, page: Page) -> Contrasts:
    """Take two pictures of what is to be judged, and a third where they do not settle it; none where nothing is."""
    wanted = [target for target in page.axe.get("color-contrast", ()) if is_to_be_settled(target)]
    frames = await open_frames(tab)
    texts, icons = await _to_judge(frames if wanted else frames[:1], wanted[:MOST_TEXTS])
    if not texts and not icons:
        return Contrasts()
    judging = _Judging(session, frames, _part(texts, icons, page))
    try:
        return await judging.all(texts, icons, enhanced="color-contrast-enhanced" in page.axe)
    finally:
        await judging.show("all")


def is_to_be_settled(target: AxeTarget) -> bool:
    return target.status == "incomplete" and bool(target.path) and target.text("messageKey") in OVER_SOMETHING


@dataclass(frozen=True, slots=True)
class _Icon:
    path: str
    box: Box
    by_style: float | None


async def _to_judge(
    frames: Sequence[tuple[Frame, str]], wanted: Sequence[AxeTarget]
) -> tuple[list[LaidText], list[_Icon]]:
    """The texts and icons that are there, with their places on the page."""
    from playwright.async_api import Error

    from a11ycheck.documents.page.contrast_pixels import LETTER_COLOUR, written

    by_path = {target.path: target for target in wanted}
    texts: list[LaidText] = []
    icons: list[_Icon] = []
    for frame, way in frames:
        own = [path for path in by_path if path.startswith(way) and ".f" not in path[len(way) :]]
        if way and not own:
            continue
        given = {
            "texts": [path[len(way) :] for path in own],
            "mostIcons": MOST_ICONS,
            "mostLines": MOST_LINES,
            "letterColour": written(LETTER_COLOUR),
        }
        try:
            told = await frame.evaluate(script("contrast"), given)
        except Error:
            if not way:
                raise
            # A frame that has gone away is left out.
            continue
        texts += [
            text
            for raw in told["texts"]
            if (text := _laid(raw, way, by_path[way + raw["way"]].where.box)) is not None
        ]
        icons += [_Icon(raw["way"], Box(1, *raw["box"]), raw["best"]) for raw in told["icons"]]
    return texts, icons


def _laid(raw: Mapping[str, Any], way: str, on_page: Box | None) -> LaidText | None:
    from a11ycheck.documents.page.contrast_pixels import LaidText

    if way and on_page is None:
        return None
    # In a frame places are told from its own corner; axe-core has told where on the page the element is.
    right, down = (on_page.left - raw["own"][0], on_page.top - raw["own"][1]) if way and on_page else (0, 0)
    lines = tuple(
        Box(1, left + right, top + down, end + right, bottom + down)
        for left, top, end, bottom in raw["lines"]
    )
    colour = raw["colour"]
    return LaidText(
        way + raw["way"],
        lines,
        (colour[0], colour[1], colour[2]) if colour else None,
        float(raw["alpha"]),
        float(raw["size"]),
        bool(raw["bold"]),
        bool(raw["haloed"]),
    )


def _part(texts: Sequence[LaidText], icons: Sequence[_Icon], page: Page) -> Box:
    """The part of the page that holds what is to be judged, as far down as it may be."""
    boxes = [box for text in texts for box in text.lines] + [icon.box for icon in icons]
    left = max(0, math.floor(min(box.left for box in boxes)))
    top = max(0, math.floor(min(box.top for box in boxes)))
    right = min(WIDEST, math.ceil(page.width), math.ceil(max(box.right for box in boxes)))
    bottom = min(TALLEST, math.ceil(page.height), math.ceil(max(box.bottom for box in boxes)))
    right = max(left + 1, right)
    return Box(1, left, top, right, max(top + 1, min(bottom, top + MOST_PIXELS // (right - left))))


class _Judging:
    def __init__(self, session: CDPSession, frames: Sequence[tuple[Frame, str]], part: Box) -> None:
        self.session = session
        self.frames = frames
        self.part = part

    async def all(self, texts: Sequence[LaidText], icons: Sequence[_Icon], *, enhanced: bool) -> Contrasts:
        from a11ycheck.documents.page.contrast_pixels import (
            Shots,
            faint_icon,
            falls_short,
            judged,
            stands_out,
        )

        shots = Shots(
            int(self.part.left), int(self.part.top), await self.shot("shown"), await self.shot("bare")
        )
        at_once = {text.path: stands_out(text, shots, text.needed) for text in texts}
        closest = [path for path, told in at_once.items() if told is None][:MOST_CLOSELY]
        coloured = await self.shot("coloured") if closest else None

        def closely(text: LaidText, needed: float) -> PicturedText | None:
            if coloured is None or text.path not in closest:
                return falls_short(text, shots, needed)
            return judged(text, shots, coloured, needed)

        settled = [at_once[text.path] or closely(text, text.needed) for text in texts]
        at_most = [
            stands_out(text, shots, text.enhanced) or closely(text, text.enhanced)
            for text, told in zip(texts, settled, strict=True)
            if enhanced and told and not told.lost
        ]
        faint = (faint_icon(icon.path, icon.box, shots, icon.by_style) for icon in icons)
        return Contrasts(
            await self.certain(settled), await self.certain(at_most), tuple(icon for icon in faint if icon)
        )

    async def certain(self, texts: Iterable[PicturedText | None]) -> tuple[PicturedText, ...]:
        return tuple(
            [text for text in texts if text and (not text.lost or await self.pictures_have_come(text.path))]
        )

    async def pictures_have_come(self, path: str) -> bool:
        """Have the pictures behind it been loaded, so that it stands on what a reader sees?"""
        frame, way = max(
            ((frame, way) for frame, way in self.frames if path.startswith(way)), key=lambda one: len(one[1])
        )
        return bool(await frame.evaluate("way => window.__a11ycheckPictured(way)", path.removeprefix(way)))

    async def show(self, state: str) -> None:
        call = "state => window.__a11ycheckShow && window.__a11ycheckShow(state)"
        await asyncio.gather(
            *(frame.evaluate(call, state) for frame, _ in self.frames), return_exceptions=True
        )

    async def shot(self, state: str) -> Image:
        """The part of the page in one state."""
        from a11ycheck.documents.page.contrast_pixels import opened

        await self.show(state)
        part = self.part
        clip = {
            "x": part.left,
            "y": part.top,
            "width": part.right - part.left,
            "height": part.bottom - part.top,
            "scale": 1,
        }
        how = {"format": "png", "captureBeyondViewport": True, "optimizeForSpeed": True, "clip": clip}
        taken = await self.session.send("Page.captureScreenshot", how)
        return opened(taken["data"])
