"""Finds pictures that text is written in: SVG files by their text elements, others by how they look."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from a11ycheck.documents.page.changes import Written

if TYPE_CHECKING:
    from PIL.Image import Image
    from playwright.async_api import CDPSession

    from a11ycheck.documents.page.model import Element, Page
    from a11ycheck.outcome import Box

NARROWEST, LOWEST = 48.0, 14.0
"""CSS pixels of the smallest picture that is looked at; smaller ones are icons."""
MOST_DRAWN, MOST_SHOWN = 20, 4
"""SVG files that are read, and other pictures of which a picture is taken."""
LARGEST = 200_000
"""Characters of an SVG file."""
TALLEST = 20_000.0
LONGEST = 300
WIDTH = 256
"""Pixels across to which a picture is made smaller before it is judged."""

DRAWN_TEXT = re.compile(r"<text\b[^<>]{0,2000}>([^<]{1,300})")
TEXT_PART = re.compile(r"<tspan\b[^<>]{0,2000}>([^<]{1,300})")
SHAPE = re.compile(r"<(?:path|rect|circle|ellipse|polygon|polyline|line|image|use|foreignObject)\b")
DATA = re.compile(r"data:image/svg\+xml(;[^,]{0,100})?,", re.IGNORECASE)


async def written_in(session: CDPSession, page: Page) -> tuple[Written, ...]:
    """The pictures of the page that text is written in, as far as that shows."""
    found = []
    drawn, shown = 0, 0
    for element in _pictures(page):
        address = element.address or element.attribute("data")
        svg = DATA.match(address)
        if svg and drawn < MOST_DRAWN:
            drawn += 1
            told = _in_drawing(element, _content(address, svg))
            found += [told] if told else []
        elif not svg and shown < MOST_SHOWN and _may_be_text(element):
            shown += 1
            assert element.box is not None
            # A button that is a wide picture is one that its text is written in, whatever its ground.
            if element.tag == "input" or looks_written(await _shot(session, element.box)):
                found.append(Written(element.path))
    return tuple(found)


def _pictures(page: Page) -> Iterator[Element]:
    for element in page.main.elements():
        if element.tag in ("img", "object", "image") or _is_image_button(element):
            box = element.box
            if box is None or not element.is_visible or box.bottom > TALLEST:
                continue
            if box.right - box.left >= NARROWEST and box.bottom - box.top >= LOWEST:
                yield element


def _is_image_button(element: Element) -> bool:
    return element.tag == "input" and element.attribute("type").strip().lower() == "image"


def _content(address: str, begins: re.Match[str]) -> str:
    raw = unquote_to_bytes(address[begins.end() : begins.end() + LARGEST])
    if begins[1] and begins[1].lower().endswith(";base64"):
        try:
            raw = base64.b64decode(raw, validate=False)
        except ValueError:
            return ""
    return raw.decode("utf-8", "replace")


def _in_drawing(element: Element, content: str) -> Written | None:
    parts = [*DRAWN_TEXT.findall(content), *TEXT_PART.findall(content)]
    text = " ".join(unescape(" ".join(parts)).split())[:LONGEST]
    if sum(map(str.isalpha, text)) < 2:
        return None
    return Written(element.path, text, alone=SHAPE.search(content) is None)


def _may_be_text(element: Element) -> bool:
    """It is wide as a line is, or described with a whole sentence."""
    assert element.box is not None
    box = element.box
    is_wide = box.right - box.left >= 1.6 * (box.bottom - box.top)
    return is_wide or len(element.attribute("alt").split()) >= 8


async def _shot(session: CDPSession, box: Box) -> Image:
    """The picture as it is shown, by the browser: what the page sent is not opened here."""
    from PIL import Image

    across, down = box.right - box.left, box.bottom - box.top
    clip = {"x": box.left, "y": box.top, "width": across, "height": min(down, 4 * across), "scale": 1}
    shot = await session.send(
        "Page.captureScreenshot", {"format": "png", "captureBeyondViewport": True, "clip": clip}
    )
    with Image.open(BytesIO(base64.b64decode(shot["data"]))) as file:
        return file.convert("RGB")


GROUND = 0.35
"""The least share of a picture that its most common colour takes where words stand on a plain ground."""
STROKES = 6
"""Strokes side by side that a row through a word of four letters has at least."""
LINE = 5
"""Rows one above the other that have that many: the body of small letters."""
APART = 48
"""Levels of 255 by which ink differs from its ground."""


def looks_written(picture: Image) -> bool:
    """Whether it looks like words on a plain ground: rows of many strokes, with rows of few or none around them.

    A guess, for when to ask a person: photographs have no plain ground, drawings seldom have rows like that.
    """
    from PIL import ImageChops
    from PIL.Image import new

    small = (
        picture
        if picture.width <= WIDTH
        else picture.resize((WIDTH, max(1, picture.height * WIDTH // picture.width)))
    )
    coarse = small.quantize(16)
    counts = sorted(coarse.getcolors() or [], reverse=True)
    if not counts or counts[0][0] < GROUND * small.width * small.height:
        return False
    palette = coarse.getpalette() or []
    at = 3 * int(str(counts[0][1]))
    red, green, blue = palette[at : at + 3]
    apart = ImageChops.difference(small, new("RGB", small.size, (red, green, blue))).convert("L")
    ink = apart.point(lambda level: 255 if level > APART else 0).tobytes()
    width = small.width
    strokes = [ink.count(b"\x00\xff", row * width, (row + 1) * width) for row in range(small.height)]
    run, lines, quiet = 0, 0, 0
    for count in strokes:
        quiet += count < STROKES // 2
        run = run + 1 if count >= STROKES else 0
        lines += run == LINE
    return lines > 0 and quiet >= LINE
