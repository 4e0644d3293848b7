"""Walks through the page with real key presses and tries out what answers to keys. Comes last: what it presses cannot
be taken back."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

from a11ycheck.documents.page.bypass import blocks_to_bypass, links_past, target_of
from a11ycheck.documents.page.drivers.frames import open_frames, script
from a11ycheck.documents.page.keyboard import (
    Jump,
    KeyboardWalk,
    Motion,
    Opened,
    Operated,
    Shortcut,
    Skip,
    Stop,
    Surprise,
    Trap,
)
from a11ycheck.documents.page.model import order_of

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Frame
    from playwright.async_api import Page as Tab

    from a11ycheck.documents.page.model import Element, Page

MOST_STOPS = 120
"""Presses of Tab: nobody walks further, and menus repeat themselves."""
MOST_PICTURES = 5
"""Places where a picture is compared with one without focus; elements of the same make are judged as one."""
MOST_WEIGHED = 3
"""Places where it is measured how strongly what shows the focus stands out."""
MOST_TRIED = 3
"""Controls of each sort that are worked."""
PRESSES_AT_ONE_STOP = 15
"""More presses than any of the browser's own controls takes to get through."""
MOST_MEMBERS = 12
"""Elements between which focus may go round before it is no trap but a page."""
FOREIGN = frozenset({"iframe", "frame", "object", "embed"})
LETS_GO = frozenset({"text", "markup", "hash"})
LEADS_AWAY = frozenset({"sent", "navigated", "submitted", "window", "dialog"})
MOST_PRESSED = 25
"""Presses in one direction within which focus leaves a suspected trap."""
AFTER_A_PRESS = 0.05
"""Seconds for scripts that move focus a moment later."""
AFTER_SCROLLING = 1.2
"""Seconds for scripts that scroll slowly and move focus then."""
LONGEST_TRAP = 12.0
"""Seconds that may be spent on finding a way out of one."""
SHIFT, CTRL, ALT = 8, 2, 1
"""Modifiers as DevTools counts them (Input.dispatchKeyEvent)."""

KEYS = {
    "Tab": ("Tab", 9),
    "Enter": ("Enter", 13),
    "Escape": ("Escape", 27),
    " ": ("Space", 32),
    "ArrowDown": ("ArrowDown", 40),
    "Home": ("Home", 36),
    "End": ("End", 35),
}
MODIFIERS = {"ctrl": CTRL, "control": CTRL, "alt": ALT, "shift": SHIFT, "skift": SHIFT}
KEY_EVENTS = frozenset({"keydown", "keyup", "keypress"})
FOCUS_EVENTS = frozenset({"focus", "blur", "focusin", "focusout"})
INPUT_EVENTS = frozenset({"input", "change"})
MOTION_EVENTS = ("deviceorientation", "devicemotion")
NATIVE = frozenset(
    {
        "a",
        "area",
        "button",
        "input",
        "select",
        "textarea",
        "summary",
        "iframe",
        "audio",
        "video",
        "option",
        "label",
    }
)


async def drive(tab: Tab, session: CDPSession, page: Page) -> KeyboardWalk:
    """Walk through the page and try out what the walk leads to."""
    began = time.monotonic()
    driver = _Driver(tab, session, page)
    # Before our own scripts listen too.
    heard = await driver.listeners()
    await driver.prepare()
    walk = await driver.walk(heard)
    walk["seconds"] = time.monotonic() - began
    return KeyboardWalk(**walk)


@dataclass(frozen=True, slots=True)
class _Heard:
    """The events that scripts listen for: anywhere, at the window, and at what is around all content."""

    anywhere: frozenset[str]
    window: frozenset[str]
    around: frozenset[str]


class _Driver:
    def __init__(self, tab: Tab, session: CDPSession, page: Page) -> None:
        self.tab = tab
        self.session = session
        self.page = page
        self.frames: list[tuple[Frame, str]] = []
        """The frames that could be listened to, with the path of the element that shows each."""

    async def prepare(self) -> None:
        """Put the scripts into all frames."""
        self.frames = await open_frames(self.tab)
        parts = ("hold_back", "keyboard_watch", "keyboard_walk", "keyboard_try")
        scripts = ";".join(map(script, parts))
        await asyncio.gather(*(frame.evaluate(scripts) for frame, _ in self.frames))

    # Keys

    def press(self, key: str, modifiers: int = 0) -> asyncio.Future[Any]:
        code, number = KEYS.get(key, (f"Key{key.upper()}", ord(key.upper()[0])))
        if key.startswith("F") and key[1:].isdecimal():
            code, number = key, 111 + int(key[1:])
        about = {"key": key, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers}
        text = {"text": "\r"} if key == "Enter" and not modifiers else {"text": " "} if key == " " else {}
        down = self.session.send(
            "Input.dispatchKeyEvent", {"type": "keyDown" if text else "rawKeyDown", **about, **text}
        )
        up = self.session.send("Input.dispatchKeyEvent", {"type": "keyUp", **about})
        return asyncio.gather(down, up)

    async def top(self, call: str, argument: Any = None) -> Any:
        return await self.tab.main_frame.evaluate(f"way => window.__a11ycheckKeys.{call}", argument)

    # The walk

    async def walk(self, heard: _Heard) -> dict[str, Any]:
        counts = await asyncio.gather(
            *(frame.evaluate("window.__a11ycheckKeys.count") for frame, _ in self.frames)
        )
        presses = min(sum(counts) + len(self.frames) + 3, MOST_STOPS)
        await asyncio.gather(*(self.press("Tab") for _ in range(presses)))
        if heard.anywhere & FOCUS_EVENTS:
            await asyncio.sleep(AFTER_A_PRESS)
        told = await self.told()
        if not told["out"] and presses < MOST_STOPS:
            more = min(30, MOST_STOPS - presses)
            await asyncio.gather(*(self.press("Tab") for _ in range(more)))
            told = await self.told()
            presses += more
        stops = await self.looked_at(told["stops"])
        await self.weigh(stops)
        await self.top("restore()")
        surprises = await self.surprises(told)
        traps = await self.traps(told, presses)
        return {
            "stops": tuple(_stop(stop) for stop in stops),
            "complete": bool(told["out"]) or sum(counts) == 0,
            "traps": traps,
            "jumps": tuple(Jump(**jump) for jump in told["jumps"]),
            "surprises": (*surprises, *(await self.inputs() if heard.anywhere & INPUT_EVENTS else ())),
            "shortcuts": await self.shortcuts(heard.around),
            "operated": await self.operated(stops),
            "opened": await self.opened(stops),
            "skips": await self.skips(stops, by_browser="click" not in heard.anywhere),
            "collapsed": await self.collapsed(),
            "motions": await self.motions(heard.window),
        }

    async def told(self) -> dict[str, Any]:
        """What all frames noted, stops and visits in the order of time and paths from the top."""
        all_told = [
            (await frame.evaluate("window.__a11ycheckKeys.finish()"), at) for frame, at in self.frames
        ]
        for told, at in all_told:
            for stop in told["stops"]:
                stop.update({name: at + stop[name] for name in ("path", "hiddenBy", "behind") if stop[name]})
                stop["frame"] = at
        return {
            "stops": sorted((stop for told, _ in all_told for stop in told["stops"]), key=_time),
            "visits": [
                way
                for _, way in sorted(
                    (when, at + way if way else "") for told, at in all_told for when, way in told["visits"]
                )
            ],
            "out": all_told[0][0]["out"] if all_told else 1,
            "moved": [way for told, at in all_told if not at for way in told["moved"]],
            "lost": [way for told, at in all_told if not at for way in told["lost"]],
            "jumps": all_told[0][0]["jumps"] if all_told else [],
            "effects": [effect for told, at in all_told if not at for effect in told["effects"]],
        }

    async def listeners(self) -> _Heard:
        window = await self.events_at("window")
        around = [await self.events_at(f"document{part}") for part in ("", ".documentElement", ".body")]
        inside = await self.events_at("document", depth=-1, pierce=True)
        return _Heard(window | inside, window, window.union(*around))

    async def events_at(self, thing: str, **within: Any) -> frozenset[str]:
        found = await self.session.send("Runtime.evaluate", {"expression": thing})
        handle = found.get("result", {}).get("objectId")
        if not handle:
            return frozenset()
        listed = await self.session.send("DOMDebugger.getEventListeners", {"objectId": handle, **within})
        return frozenset(listener["type"] for listener in listed["listeners"])

    # Visible focus

    async def looked_at(self, stops: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Settle by pictures where styles show no difference: the same picture with and without focus is no sign of it.
        One element of each make is pictured."""
        for same in _made_alike(stop for stop in stops if not stop["shown"])[:MOST_PICTURES]:
            if await self.looks_the_same(same[0]["path"]):
                for stop in same:
                    stop["shown"] = False
        return stops

    async def weigh(self, stops: Sequence[dict[str, Any]]) -> None:
        """Measure how strongly what shows the focus stands out, where styles do not tell that it does."""
        for same in _made_alike(stop for stop in stops if stop["faint"])[:MOST_WEIGHED]:
            pictures = await self.with_and_without_focus(same[0]["path"])
            if pictures is not None:
                from a11ycheck.documents.page.contrast_pixels import opened, standing_out

                ratio = standing_out(*map(opened, pictures))
                for stop in same:
                    stop["ratio"] = ratio

    async def with_and_without_focus(self, path: str) -> tuple[str, str] | None:
        """A picture of the window with focus there, and one with focus nowhere; None where it takes none."""
        there = await self.tab.main_frame.evaluate(
            "way => { const element = window.__a11ycheckFind(way); if (!element) return false; element.focus();"
            " return document.activeElement === element || element.getRootNode() !== document; }",
            path,
        )
        if not there:
            return None
        with_focus = await self.picture()
        await self.tab.main_frame.evaluate("() => document.activeElement.blur()")
        return with_focus, await self.picture()

    async def looks_the_same(self, path: str) -> bool:
        pictures = await self.with_and_without_focus(path)
        if pictures is None or pictures[0] != pictures[1]:
            return False
        with_focus, _ = pictures
        # A picture that comes late, as with a slow style, shows in the second.
        await self.tab.main_frame.evaluate("way => window.__a11ycheckFind(way).focus()", path)
        await asyncio.sleep(AFTER_A_PRESS)
        return await self.picture() == with_focus

    async def picture(self) -> str:
        shot = await self.session.send("Page.captureScreenshot", {"format": "png", "optimizeForSpeed": True})
        return str(shot["data"])

    # Traps

    async def traps(self, told: dict[str, Any], presses: int) -> tuple[Trap, ...]:
        """Where scripts take focus back, where it goes round, or where Tab does nothing, look for the way out."""
        visits = [way for way in told["visits"] if way]
        goes_round = not told["out"] and len(visits) > len(set(visits))
        stuck = not told["out"] and len(visits) + PRESSES_AT_ONE_STOP < presses
        taken_back = [way for way in told["moved"] if visits.count(way) > 1]
        suspected = [*taken_back, *(visits[-2:] if goes_round else visits[-1:] if stuck else ())]
        suspected = [way for way in dict.fromkeys(suspected) if ".f" not in way]
        if not suspected:
            return ()
        until = time.monotonic() + LONGEST_TRAP
        for start in suspected[:MOST_TRIED]:
            ways = await self.held(start, until)
            if ways:
                found = await self.way_out(start, ways, until)
                if found is not None:
                    return (found,)
        return ()

    async def held(self, start: str, until: float) -> tuple[str, ...]:
        """The elements that focus goes round among from ``start``, forward and backward; empty when it gets out."""
        members: dict[str, None] = {}
        for modifiers in (0, SHIFT):
            if not await self.top("ready(way)", start):
                return ()
            met: dict[str, int] = {}
            for _ in range(MOST_PRESSED):
                await self.press("Tab", modifiers)
                await asyncio.sleep(AFTER_A_PRESS)
                out, way = await self.tab.main_frame.evaluate(
                    "() => [window.__a11ycheckKeys.outNow, "
                    "window.__a11ycheckKeys.path(window.__a11ycheckKeys.active())]"
                )
                if out or not way or len(met) > MOST_MEMBERS or time.monotonic() > until:
                    return ()
                if way in self.page.by_path and self.page.by_path[way].tag in FOREIGN:
                    return ()
                met[way] = met.get(way, 0) + 1
                if met[way] == 3:
                    break
            else:
                return ()
            members |= dict.fromkeys(way for way, times in met.items() if times > 1)
        return tuple(members)

    async def way_out(self, start: str, members: tuple[str, ...], until: float) -> Trap | None:
        """None when one of the standard keys leads out, or when there was no time to try them all."""
        for way in members:
            for key in ("Escape", "Enter", " ", "ArrowDown"):
                if time.monotonic() > until:
                    return None
                if not await self.top("ready(way)", way):
                    continue
                await self.press(key)
                happened = set(await self.top("happened()"))
                # What is asked of a server may well lead out, but nothing is sent while keys are tried.
                if happened & LEADS_AWAY or (happened & LETS_GO and not await self.held(start, until)):
                    return None
        for advice in await self.top("advised()"):
            for way in members:
                if await self.top("ready(way)", way):
                    await self.press(*_combination(advice))
                    await asyncio.sleep(AFTER_A_PRESS)
                    at = await self.top("path(window.__a11ycheckKeys.active())")
                    if not at or not await self.held(at, until):
                        return Trap(start, members, advice)
        return Trap(start, members)

    # What acts on its own

    async def surprises(self, told: dict[str, Any]) -> list[Surprise]:
        """What getting focus did, seen once more when each of them gets focus again."""
        suspects = [way for kind, way in told["effects"] if kind in ("navigated", "submitted", "window")]
        found = []
        for way in list(dict.fromkeys([*suspects, *told["lost"]]))[:MOST_TRIED]:
            effect = await self.top("focused(way)", way) if way else ""
            if effect:
                found.append(Surprise(way, "focus", effect))
        return found

    async def inputs(self) -> list[Surprise]:
        return [Surprise(one["path"], "input", one["effect"]) for one in await self.top("inputs()")]

    async def shortcuts(self, heard: frozenset[str]) -> tuple[Shortcut, ...]:
        if not heard & KEY_EVENTS:
            return ()
        return tuple(Shortcut("0", **one) for one in await self.top("shortcuts()"))

    async def motions(self, on_window: frozenset[str]) -> tuple[Motion, ...]:
        return tuple(
            [
                Motion("0", **await self.top("motion(way)", event))
                for event in MOTION_EVENTS
                if event in on_window
            ]
        )

    # What is worked by keys

    async def operated(self, stops: Sequence[dict[str, Any]]) -> tuple[Operated, ...]:
        """Press Enter and Space on controls made of other elements, then click them where that did nothing."""
        wanted = _one_of_each(
            element
            for element, _ in self.at(stops)
            if element.tag not in NATIVE
            and element.clickable
            and not any(inner.is_focusable for inner in element.inside())
        )
        found = []
        for element in wanted[:MOST_TRIED]:
            worked = False
            for key in ("Enter", " "):
                if not worked and await self.top("ready(way)", element.path):
                    await self.press(key)
                    worked = bool(set(await self.top("happened()")) - {"scroll"})
            clicked = not worked and bool(await self.top("click(way)", element.path))
            found.append(Operated(element.path, keyboard=worked, click=clicked))
        return tuple(found)

    async def opened(self, stops: Sequence[dict[str, Any]]) -> tuple[Opened, ...]:
        """Press Enter on what says that it opens a dialog, then Escape."""
        found = []
        for element in _one_of_each(one for one, _ in self.at(stops) if self.opens_dialog(one))[:MOST_TRIED]:
            if not await self.top("ready(way)", element.path):
                continue
            await self.press("Enter")
            opened = await self.top("openedDialog()")
            if opened is None:
                continue
            await self.press("Escape")
            closed = await self.top("closedDialog()")
            found.append(
                Opened(
                    element.path,
                    opened["dialog"],
                    opened["modal"],
                    opened["focusInside"],
                    closed["escape"],
                    closed["returned"],
                )
            )
            if not closed["escape"]:
                break
        return tuple(found)

    def opens_dialog(self, element: Element) -> bool:
        """It says so, or controls something that is a dialog; a button that stands alone may."""
        if element.attribute("aria-haspopup") == "dialog":
            return True
        named = element.attribute("aria-controls") or element.attribute("commandfor")
        target = element.attribute("data-bs-target") or element.attribute("data-target")
        identity = named or target.removeprefix("#")
        controlled = self.page.by_id(identity, element) if identity else None
        if controlled is not None:
            return controlled.tag == "dialog" or controlled.attribute("role") in ("dialog", "alertdialog")
        return (
            self.has_dialogs
            and element.tag == "button"
            and element.closest("form") is None
            and element.clickable
        )

    @cached_property
    def has_dialogs(self) -> bool:
        return any(
            element.tag == "dialog" or element.attribute("role") in ("dialog", "alertdialog")
            for element in self.page.main.elements()
        )

    async def skips(self, stops: Sequence[dict[str, Any]], *, by_browser: bool) -> tuple[Skip, ...]:
        """Follow links past the menus with Enter, and see where Tab leads then; the browser alone does that rightly."""
        if by_browser:
            targets = ((link, target_of(self.page, link)) for link in links_past(self.page))
            return tuple(Skip(link.path, to.path, moved=True) for link, to in targets if to)
        found = []
        for link in links_past(self.page)[:MOST_TRIED]:
            skip = await self.skip(link, stops, AFTER_A_PRESS)
            if skip is not None and skip.target and not skip.moved:
                skip = await self.skip(link, stops, AFTER_SCROLLING)
            if skip is not None:
                found.append(skip)
        return tuple(found)

    async def skip(self, link: Element, stops: Sequence[dict[str, Any]], wait: float) -> Skip | None:
        if not await self.top("ready(way)", link.path):
            return None
        await self.press("Enter")
        await asyncio.sleep(wait)
        to = target_of(self.page, link)
        target = await self.top("landed(way)", [link.path, to.path if to else ""])
        await self.press("Tab")
        stop = await self.top("path(window.__a11ycheckKeys.active())")
        # Where nothing more can be reached, Tab goes round.
        last = not any(order_of(one["path"]) >= order_of(target) for one in stops)
        return Skip(link.path, target, moved=last or not stop or order_of(stop) >= order_of(target))

    async def collapsed(self) -> tuple[str, ...]:
        blocks = [element.path for element in blocks_to_bypass(self.page)]
        return tuple(await self.top("collapsed(way)", blocks)) if blocks else ()

    def at(self, stops: Sequence[dict[str, Any]]) -> list[tuple[Element, dict[str, Any]]]:
        """The stops in the page itself with their elements."""
        return [
            (self.page.by_path[stop["path"]], stop)
            for stop in stops
            if not stop["frame"] and stop["path"] in self.page.by_path
        ]


def _time(stop: dict[str, Any]) -> float:
    return float(stop["time"])


def _stop(told: dict[str, Any]) -> Stop:
    return Stop(told["path"], told["shown"], told["hidden"], told["hiddenBy"], told["behind"], told["ratio"])


def _made_alike(stops: Iterable[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The stops in the page itself, those together that are made alike."""
    own = sorted((stop for stop in stops if not stop["frame"]), key=_make)
    return [list(alike) for _, alike in groupby(own, key=_make)]


def _make(stop: dict[str, Any]) -> str:
    return str(stop["group"])


def _one_of_each(elements: Iterable[Element]) -> list[Element]:
    """The first of all that are made alike."""
    made: dict[tuple[str, str, str], Element] = {}
    for element in elements:
        made.setdefault((element.tag, element.role, element.attribute("class")), element)
    return list(made.values())


def _combination(advice: str) -> tuple[str, int]:
    """The key and modifiers of "Ctrl + M"."""
    *held, key = re.split(r"\s?[+-]\s?", advice)
    modifiers = sum({MODIFIERS[name.lower()] for name in held if name.lower() in MODIFIERS})
    if key.lower() in ("esc", "escape"):
        return "Escape", modifiers
    return (key.lower() if len(key) == 1 else key.capitalize()), modifiers
