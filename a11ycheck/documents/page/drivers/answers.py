"""Points at things, presses buttons and writes in fields of the page, and sees what is shown then.

Comes after all other drivers, on the page loaded anew: they may have left it in any state. Only where something on it
may answer; nothing is sent and nothing leaves the page.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from a11ycheck.documents.page.answers import Answers, Popup, Said
from a11ycheck.documents.page.drivers.frames import script

if TYPE_CHECKING:
    from playwright.async_api import CDPSession
    from playwright.async_api import Page as Tab

    from a11ycheck.documents.page.model import Page

MOST = {"forms": 2, "buttons": 3, "fields": 1}
MOST_POINTED = 5
MOST_LISTENERS = 150
"""Elements whose listeners are taken into account."""
APPEARS = 150
"""Milliseconds within which something that is pointed at or has focus shows what it has to show."""
GOES = 400
"""Milliseconds within which it goes again: scripts give the pointer time to reach it."""
FADES = 900
"""Milliseconds within which Escape takes it away: some let it fade first."""
ANSWERS = {"button": 200, "form": 200, "filled": 200, "field": 350}
"""Milliseconds until a page answers a press; what is written is mostly waited for a little longer."""
LATER = 1_500
"""Milliseconds that a page has for telling a screen reader, or moving focus, after it has shown a text."""
LONGEST_TRYING = 10.0
"""Seconds after which nothing more is pressed."""
LOADING = 10_000
QUIET = 100
SETTLING = 1_500
NOTHING = "qzxw"
"""What a search finds nothing for."""
EVENTS = frozenset(
    """
    mouseenter mouseover pointerenter pointerover focus focusin click mousedown mouseup pointerdown pointerup submit
    input keyup keydown keypress change
    """.split()
)

AT_REST = """([rest, longest]) => new Promise((resolve) => {
  const done = () => { watch.disconnect(); clearTimeout(timer); clearTimeout(end); resolve(); };
  let timer = setTimeout(done, rest);
  const end = setTimeout(done, longest);
  const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, rest); });
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
})"""
LETS_GO = """window.onbeforeunload = null;
for (const { listener, useCapture } of getEventListeners(window).beforeunload || [])
  removeEventListener("beforeunload", listener, useCapture);
"""
"""For DevTools' console: the page asks nobody whether it may be left."""
SWIFT = """() => {
  if (document.a11ycheckSwift) return;
  document.a11ycheckSwift = true;
  const swift = new CSSStyleSheet();
  swift.replaceSync("*, *::before, *::after { transition-duration: 1ms !important; transition-delay: 0s !important; " +
    "animation-duration: 1ms !important; animation-delay: 0s !important; animation-iteration-count: 1 !important }");
  document.adoptedStyleSheets.push(swift);
}"""
"""Everything still moves as the page has it, so that scripts that wait for the end of it go on."""
HEARD = "function (names) { window.__a11ycheckAnswers.heard(this, names); }"


async def drive(tab: Tab, session: CDPSession, page: Page) -> Answers:
    driver = _Driver(tab, session, page)
    pointed, tried = await driver.candidates()
    if not pointed and not tried:
        return Answers()
    await driver.load_anew()
    pointed, tried = await driver.candidates()
    popups = [popup for way in pointed if (popup := await driver.popup(way)) is not None]
    await driver.point_elsewhere()
    said = [found for one in tried for found in await driver.said(one["kind"], one["path"])]
    return Answers(tuple(popups), tuple(said))


class _Driver:
    def __init__(self, tab: Tab, session: CDPSession, page: Page) -> None:
        self.tab = tab
        self.session = session
        self.page = page
        self.until = time.monotonic() + LONGEST_TRYING

    async def call(self, call: str, argument: Any = None) -> Any:
        return await self.tab.main_frame.evaluate(f"given => window.__a11ycheckAnswers.{call}", argument)

    async def candidates(self) -> tuple[Sequence[str], Sequence[Mapping[str, str]]]:
        """What may show something when it is pointed at, and what to press or write in. Only what stood on the page
        when it was read."""
        await self.tab.main_frame.evaluate(f"{script('path')};{script('answers')}")
        await self.tab.main_frame.evaluate(SWIFT)
        await self.listeners()
        pointed, tried = await self.tab.main_frame.evaluate(
            "async ([pointed, tried]) => [await window.__a11ycheckAnswers.pointed(pointed),"
            " window.__a11ycheckAnswers.tried(tried)]",
            [MOST_POINTED, MOST],
        )
        return [way for way in pointed if way in self.page.by_path], [
            one for one in tried if one["path"] in self.page.by_path
        ]

    async def listeners(self) -> None:
        """Tell the page's helper what scripts listen for, and where."""
        found = await self.session.send("Runtime.evaluate", {"expression": "document"})
        listed = await self.session.send(
            "DOMDebugger.getEventListeners",
            {"objectId": found["result"]["objectId"], "depth": -1, "pierce": True},
        )
        names: dict[int, set[str]] = {}
        for listener in listed["listeners"]:
            if listener["type"] in EVENTS and "backendNodeId" in listener:
                names.setdefault(listener["backendNodeId"], set()).add(listener["type"])
        await asyncio.gather(
            *(self.tell(node, sorted(types)) for node, types in list(names.items())[:MOST_LISTENERS])
        )

    async def tell(self, node: int, names: Sequence[str]) -> None:
        from playwright.async_api import Error

        try:
            resolved = await self.session.send("DOM.resolveNode", {"backendNodeId": node})
            await self.session.send(
                "Runtime.callFunctionOn",
                {
                    "objectId": resolved["object"]["objectId"],
                    "functionDeclaration": HEARD,
                    "arguments": [{"value": names}],
                    "silent": True,
                },
            )
        except Error:
            return  # it has gone meanwhile

    async def load_anew(self) -> None:
        await self.session.send("Runtime.evaluate", {"expression": LETS_GO, "includeCommandLineAPI": True})
        await self.tab.reload(wait_until="load", timeout=LOADING)
        await self.tab.evaluate(AT_REST, [QUIET, SETTLING])
        await self.tab.evaluate(script("hold_back"))

    # Pointing

    async def point(self, at: Mapping[str, float]) -> None:
        await self.session.send(
            "Input.dispatchMouseEvent", {"type": "mouseMoved", "x": at["x"], "y": at["y"]}
        )

    async def point_elsewhere(self) -> None:
        await self.point({"x": 0, "y": 0})

    async def escape(self) -> None:
        about = {"key": "Escape", "code": "Escape", "windowsVirtualKeyCode": 27}
        for kind in ("rawKeyDown", "keyUp"):
            await self.session.send("Input.dispatchKeyEvent", {"type": kind, **about})

    async def popup(self, way: str) -> Popup | None:
        """What is shown while an element is pointed at, or else while it has focus."""
        await self.call("unfocus()")
        await self.point_elsewhere()
        at = await self.call("aim(given)", way)
        if at is None:
            return None
        await self.point(at)
        shown = await self.call("opened(given)", APPEARS)
        await self.point_elsewhere()
        if shown is None:
            return await self.by_focus_alone(way)
        # What stays for good is no answer to the pointer.
        if not await self.call("gone(given)", GOES):
            return None
        pointed_at = await self.stays_under_pointer(at, shown)
        await self.point(at)
        # What does not come again came by itself.
        if not await self.call("back(given)", APPEARS):
            return None
        await self.escape()
        escape = await self.call("gone(given)", FADES)
        await self.point_elsewhere()
        by_focus = None
        if await self.call("gone(given)", GOES):
            by_focus = await self.call("focused(given)", APPEARS)
        if by_focus and escape:
            await self.escape()
            escape = await self.call("gone(given)", FADES)
        return Popup(
            way,
            shown["text"],
            shown["part"] if shown["part"] in self.page.by_path else "",
            by_focus=by_focus,
            beneath=shown["beneath"],
            escape=escape,
            pointed_at=pointed_at,
        )

    async def stays_under_pointer(self, at: Mapping[str, float], shown: Mapping[str, Any]) -> bool | None:
        """Move the pointer from the element onto what it shows, at once: a gap between them is crossed in no time."""
        if shown["untouchable"]:
            return False
        if shown["point"] is None:
            return None
        await self.point(at)
        if not await self.call("back(given)", APPEARS):
            return None
        await self.point(shown["point"])
        gone = await self.call("gone(given)", GOES)
        await self.point_elsewhere()
        return None if not await self.call("gone(given)", GOES) else not gone

    async def by_focus_alone(self, way: str) -> Popup | None:
        if await self.call("aim(given)", way) is None or not await self.call("take()"):
            return None
        shown = await self.call("opened(given)", APPEARS)
        if shown is None:
            return None
        await self.escape()
        escape = await self.call("gone(given)", FADES)
        await self.call("unfocus()")
        if not await self.call("gone(given)", GOES):
            return None
        return Popup(
            way,
            shown["text"],
            shown["part"] if shown["part"] in self.page.by_path else "",
            by_pointer=False,
            by_focus=True,
            beneath=shown["beneath"],
            escape=escape,
        )

    # Pressing and typing

    async def said(self, kind: str, way: str) -> Sequence[Said]:
        if kind == "field":
            return await self.told(
                kind, way, "type(given)", {"way": way, "text": NOTHING, "longest": ANSWERS[kind]}
            )
        found: list[Said] = []
        for cause in (kind, "filled") if kind == "form" else (kind,):
            pressed = {"way": way, "filled": cause == "filled", "longest": ANSWERS[cause]}
            found += await self.told(cause, way, "press(given)", pressed)
        return found

    async def told(self, cause: str, way: str, call: str, given: Mapping[str, Any]) -> Sequence[Said]:
        """The texts that came of it; none where it led away, opened something or moved focus."""
        if time.monotonic() > self.until:
            return ()
        came = await self.call(call, given)
        if came is None or came["left"] or came["toggled"] or not came["texts"]:
            return ()
        if not came["spoken"] and came["focus"] != "moved":
            came |= await self.call("later(given)", LATER)
        if came["focus"] == "moved":
            return ()
        return [
            Said(way, cause, one["text"], came["spoken"], came["live"], came["focus"], one["tied"])
            for one in came["texts"]
        ]
