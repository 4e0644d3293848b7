"""The scripts of a document that run without being asked for (12.6.4.16, JavaScript actions)."""

from __future__ import annotations

from a11ycheck.documents.pdf.objects import (
    Entries,
    ObjectId,
    Streams,
    entries,
    id_of,
    name,
    several,
    text,
    text_of,
    tree_entries,
)
from a11ycheck.documents.pdf.pages import PageSource

MOST_SCRIPTS = 1_000
"""Left out beyond this, as are actions followed in search of them. Forms that calculate have some dozens."""
ALL_SCRIPTS = 1_000_000
"""Characters kept of all of them; of one, no more than of any text string."""
DOCUMENT_EVENTS = ("/WC", "/WS", "/DS", "/WP", "/DP")
PAGE_EVENTS = ("/O", "/C")
"""Additional actions of the catalog and of pages (table 194 and 197); those of form fields wait for the reader."""


def read_scripts(root: Entries, pages: list[PageSource], streams: Streams) -> tuple[str, ...]:
    """Return the scripts in the catalog's and the pages' actions and in the name tree, as far as the limits go.

    Raises ``CouldNotCheck("too-big")``.
    """
    named = [action for _, action in tree_entries(entries(root.get("/Names")).get("/JavaScript"), "/Names")]
    actions = [root.get("/OpenAction"), *_events(root, DOCUMENT_EVENTS), *named]
    for page in pages:
        if "/AA" in page.held:
            actions += _events(page.held, PAGE_EVENTS)
    found: list[str] = []
    seen: set[ObjectId] = set()
    waiting = actions[:MOST_SCRIPTS][::-1]
    left, characters = MOST_SCRIPTS, ALL_SCRIPTS
    while waiting and left > 0 and characters > 0:
        action = waiting.pop()
        key = id_of(action)
        held = entries(action)
        if not held or key in seen:
            continue
        left -= 1
        if key != (0, 0):
            seen.add(key)
        if name(held.get("/S")) == "JavaScript" and (script := _script(held.get("/JS"), streams)):
            found.append(script[:characters])
            characters -= len(script)
        waiting += several(held.get("/Next"))[:MOST_SCRIPTS][::-1]
    return tuple(found)


def _events(held: Entries, events: tuple[str, ...]) -> list[object]:
    additional = entries(held.get("/AA"))
    return [additional[event] for event in events if event in additional]


def _script(held: object, streams: Streams) -> str:
    if (written := text(held)) is not None:
        return written
    return text_of(streams.read(held) or b"")
