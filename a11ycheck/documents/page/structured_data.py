"""What a page says of its event for machines: schema.org's Event in JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress

from a11ycheck.documents.page.model import Page

MOST_EVENTS = 20
MOST_NODES = 2_000
"""Objects and lists that are looked through in one script."""


def events_of(page: Page) -> Iterator[Mapping[str, object]]:
    """The events, in order; what is broken or of another shape is passed over."""
    left = MOST_EVENTS
    for script in page.main.root.elements():
        if script.tag == "script" and script.value:
            with suppress(ValueError, RecursionError):
                for event in _events_in(json.loads(script.value)):
                    left -= 1
                    if left < 0:
                        return
                    yield event


def _events_in(data: object) -> Iterator[Mapping[str, object]]:
    waiting, left = [data], MOST_NODES
    while waiting and left > 0:
        left -= 1
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            kinds = node.get("@type")
            if any(isinstance(kind, str) and kind.endswith("Event") for kind in _several(kinds)):
                yield node
            else:
                waiting += node.get("@graph", []) if isinstance(node.get("@graph"), list) else []


def _several(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def broadcasts_of(page: Page) -> Iterator[str]:
    """The names of what the page says is sent live (schema.org’s ``isLiveBroadcast``), empty where it has none."""
    left = MOST_EVENTS
    for script in page.main.root.elements():
        if script.tag == "script" and script.value:
            with suppress(ValueError, RecursionError):
                for name in _broadcasts_in(json.loads(script.value)):
                    left -= 1
                    if left < 0:
                        return
                    yield name


def _broadcasts_in(data: object) -> Iterator[str]:
    """A broadcast may be the publication of a video, and has the video's name then."""
    waiting: list[tuple[object, str]] = [(data, "")]
    left = MOST_NODES
    while waiting and left > 0:
        left -= 1
        node, around = waiting.pop(0)
        if isinstance(node, list):
            waiting += ((each, around) for each in node)
        elif isinstance(node, dict):
            own = node.get("name")
            name = own if isinstance(own, str) and own.strip() else around
            if node.get("isLiveBroadcast") in (
                True,
                "true",
                "True",
                "http://schema.org/True",
                "https://schema.org/True",
            ):
                yield name
            waiting += ((each, name) for each in node.values() if isinstance(each, (dict, list)))
