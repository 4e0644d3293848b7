"""What is gathered from a page that a browser shows, in one visit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from a11ycheck.documents.page.model import Page
from a11ycheck.documents.page.snapshot import PROPERTIES, frames_of
from a11ycheck.trouble import CouldNotCheck

if TYPE_CHECKING:
    from playwright.async_api import CDPSession
    from playwright.async_api import Page as Tab


async def capture(tab: Tab, requested: str, status: int = 200) -> Page:
    """Read the page in a tab that has settled: elements, styles, places, roles and names."""
    session = await tab.context.new_cdp_session(tab)
    try:
        snapshot = await session.send("DOMSnapshot.captureSnapshot", {"computedStyles": list(PROPERTIES)})
        trees = await _accessibility(session, snapshot)
    finally:
        await session.detach()
    frames, not_read = frames_of(snapshot, trees)
    if not frames:
        raise CouldNotCheck("broken", "the browser shows no document")
    frames[0].media_type = str(await tab.evaluate("document.contentType"))
    main = snapshot["documents"][0]
    return Page(
        requested=requested,
        address=tab.url,
        frames=tuple(frames),
        status=status,
        width=float(main.get("contentWidth", 0)),
        height=float(main.get("contentHeight", 0)),
        not_read=not_read,
    )


async def _accessibility(session: CDPSession, snapshot: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The accessibility tree of each document in the snapshot, by its frame's id."""
    await session.send("Accessibility.enable")
    trees: dict[str, list[dict[str, Any]]] = {}
    for document in snapshot["documents"]:
        number = document.get("frameId", -1)
        if not 0 <= number < len(snapshot["strings"]):
            continue
        frame = snapshot["strings"][number]
        answer = await session.send("Accessibility.getFullAXTree", {"frameId": frame} if trees else {})
        trees[frame] = answer["nodes"]
    await session.send("Accessibility.disable")
    return trees
