"""The documents of a tab, each with the way to what shows it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from a11ycheck.documents.page.snapshot import BROWSERS_OWN

if TYPE_CHECKING:
    from playwright.async_api import Frame
    from playwright.async_api import Page as Tab


@cache
def script(name: str) -> str:
    return files("a11ycheck.documents.page.drivers").joinpath(f"{name}.js").read_text("utf-8")


async def open_frames(tab: Tab) -> list[tuple[Frame, str]]:
    """The frames that scripts can be put into, the page's own first, with what the paths in each begin with.

    ``path.js`` and ``colours.js`` are there afterwards.
    """
    from playwright.async_api import Error

    found: list[tuple[Frame, str]] = []
    waiting = [(tab.main_frame, "")]
    while waiting:
        frame, way = waiting.pop(0)
        if frame.url.startswith(BROWSERS_OWN):
            continue
        try:
            await frame.evaluate(f"{script('path')};{script('colours')}")
            found.append((frame, way))
            for inner in frame.child_frames:
                owner = await inner.frame_element()
                step = await owner.evaluate("element => window.__a11ycheckPath(element)")
                waiting.append((inner, f"{way}{step}.f"))
        except Error:
            # A frame that is gone by now, or closed to scripts, is passed over.
            continue
    return found
