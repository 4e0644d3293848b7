"""Makes the window as narrow as zooming does, and spaces out the text, to see what then becomes of it."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from a11ycheck.documents.page.drivers.frames import open_frames, script
from a11ycheck.documents.page.zoomed import Cut, NotEnlarged, Overlap, StickingOut, Zoomed

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Frame
    from playwright.async_api import Page as Tab

    from a11ycheck.documents.page.model import Page

ORDINARY = (1280, 1024)
"""The window that WCAG 1.4.10 and ACT 59br37 begin from."""
AT_200 = (640, 512)
AT_400 = (320, 256)
MOST_TEXTS = 5_000
"""Of one document; a page of 1,000 elements has some hundreds."""
MOST_FOUND = 20
"""Places of each sort: a fault in the template comes again and again."""
LONGEST = 80
LARGE = 24.0
"""CSS pixels. Larger text is made for display, and may grow less in a narrow window without being hard to read."""
HARDLY = 1.2
"""Times that text must at least grow for zooming to count as having worked at all; WCAG 1.4.4 asks for 2."""

Told = dict[str, Any]


async def drive(tab: Tab, session: CDPSession, page: Page) -> Zoomed:
    """Look at the page at 100, 200 and 400 %, and with its text spaced out; leave the window as it was."""
    frames = await open_frames(tab)
    was = tab.viewport_size
    own = (was["width"], was["height"]) if was else ORDINARY
    try:
        if own != ORDINARY:
            await _resize(tab, ORDINARY)
        before = await _look(frames, sized=True)
        spaced = await _look(frames, spaced=True)
        await _resize(tab, AT_200)
        twice = await _look(frames, sized=True)
        await _resize(tab, AT_400)
        narrow = await _look(frames, outside=True)
    finally:
        await _resize(tab, own)
    cut_before = _keys(before["cuts"])
    cut_at_200 = tuple(_cuts(twice["cuts"], before=cut_before))
    return Zoomed(
        zoomed=cut_at_200,
        not_enlarged=tuple(_not_enlarged(before["sizes"], twice["sizes"]))[:MOST_FOUND],
        narrow=tuple(_cuts(narrow["cuts"], without=cut_before | _keys(twice["cuts"]))),
        sticking_out=tuple(
            StickingOut(raw["path"], int(raw["pixels"]), str(raw["text"]))
            for raw in narrow["sticking"][:MOST_FOUND]
        ),
        spaced=tuple(_cuts(spaced["cuts"], without=cut_before)),
        overlaps=tuple(_overlaps(spaced["overlaps"], before["overlaps"]))[:MOST_FOUND],
    )


async def _resize(tab: Tab, size: tuple[int, int]) -> None:
    await tab.set_viewport_size({"width": size[0], "height": size[1]})


async def _look(
    frames: Iterable[tuple[Frame, str]], *, spaced: bool = False, outside: bool = False, sized: bool = False
) -> Told:
    """What all documents tell, with paths from the top. Only the page itself can end outside the window."""
    told: Told = {"cuts": [], "sticking": [], "overlaps": [], "sizes": {}}
    places = list(frames)
    answers = await asyncio.gather(
        *(
            frame.evaluate(
                script("zoom"),
                {
                    "spaced": spaced,
                    "outside": outside and not way,
                    "sized": sized,
                    "most": MOST_TEXTS,
                    "longest": LONGEST,
                },
            )
            for frame, way in places
        ),
        return_exceptions=True,
    )
    for (_, way), answer in zip(places, answers, strict=True):
        if isinstance(answer, BaseException):
            if not way:
                raise answer
            # A frame that went away while the window changed is left out.
            continue
        for name in ("cuts", "sticking", "overlaps"):
            told[name] += [
                {**raw, **{key: way + raw[key] for key in ("path", "on") if key in raw}}
                for raw in answer[name]
            ]
        told["sizes"].update((way + path, size) for path, size in answer["sizes"].items())
    return told


def _keys(cuts: Iterable[Told]) -> set[tuple[str, bool]]:
    return {(raw["path"], raw["across"]) for raw in cuts}


def _cuts(
    cuts: Iterable[Told],
    *,
    before: Collection[tuple[str, bool]] = (),
    without: Collection[tuple[str, bool]] = (),
) -> Iterator[Cut]:
    wanted = [raw for raw in cuts if (raw["path"], raw["across"]) not in without]
    for raw in wanted[:MOST_FOUND]:
        key = (raw["path"], raw["across"])
        yield Cut(
            *key, text=str(raw["text"]), before=key in before, own=bool(raw["own"]), opens=bool(raw["opens"])
        )


def _overlaps(now: Iterable[Told], before: Iterable[Told]) -> Iterator[Overlap]:
    known = {frozenset((raw["path"], raw["on"])) for raw in before}
    for raw in now:
        if frozenset((raw["path"], raw["on"])) not in known:
            yield Overlap(raw["path"], raw["on"], str(raw["text"]))


def _not_enlarged(before: Mapping[str, list[Any]], twice: Mapping[str, list[Any]]) -> Iterator[NotEnlarged]:
    for path, (size, text) in before.items():
        if path in twice and 0 < size <= LARGE:
            times = 2 * twice[path][0] / size
            if times < HARDLY:
                yield NotEnlarged(path, round(times, 2), str(text))
