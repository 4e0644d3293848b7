"""A page with known faults, visited before all others: an engine that finds none of them is not to be trusted."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable
from pathlib import Path

from a11ycheck.documents.page.model import Page
from a11ycheck.documents.page.visit import AXE, Errand, Visit

FAULT_FOR_AXE = "image-alt"


def errand(*, as_file: bool = True) -> Errand:
    """The page as a file, or in the address itself for a browser that sees no file of ours."""
    file = Path(__file__).with_name("canary.html").resolve()
    inside = b64encode(file.read_bytes()).decode("ascii")
    address = file.as_uri() if as_file else f"data:text/html;base64,{inside}"
    return Errand("canary", address, (FAULT_FOR_AXE,))


def silent_on(visited: Visit, engines: Iterable[str] | None = None) -> str:
    """The engines (all, if none are named) that found nothing in the canary's page, or broke on it; empty when none
    did."""
    return ", ".join(name for name in engines or SIGNS if not SIGNS[name](visited.page))


def _snapshot_finds(page: Page) -> bool:
    return any(heading.name and heading.box for heading in page.with_role("heading"))


def _axe_finds(page: Page) -> bool:
    return any(target.status == "failed" for target in page.axe.get(FAULT_FOR_AXE, ()))


def _contrast_finds(page: Page) -> bool:
    return bool(page.driven and page.driven.contrast and page.driven.contrast.icons)


def _media_finds(page: Page) -> bool:
    return bool(page.driven and page.driven.media and page.driven.media.players)


def _keyboard_finds(page: Page) -> bool:
    walk = page.driven.keyboard if page.driven else None
    return walk is not None and any(stop.shown for stop in walk.stops)


def _zoom_finds(page: Page) -> bool:
    return bool(page.driven and page.driven.zoomed and page.driven.zoomed.sticking_out)


def _changes_find(page: Page) -> bool:
    return bool(page.driven and page.driven.changes and page.driven.changes.moving)


def _answers_find(page: Page) -> bool:
    return bool(page.driven and page.driven.answers and page.driven.answers.said)


SIGNS: dict[str, Callable[[Page], bool]] = {
    "snapshot": _snapshot_finds,
    AXE: _axe_finds,
    "contrast": _contrast_finds,
    "media": _media_finds,
    "zoomed": _zoom_finds,
    "changes": _changes_find,
    "keyboard": _keyboard_finds,
    "answers": _answers_find,
}
"""What each engine must find in the canary's page."""
WITHOUT_DEVTOOLS = ("snapshot", AXE)
"""The engines that need only scripts."""
