"""The contrast of text and icons on pictures of a page: with the text, without it, and with the text in a colour that
nothing else has (WCAG 2.2, 1.4.3 and 1.4.11).

Where the last two differ there are letters, also where the text has the very colour of what it stands on; the second
shows what it stands on. The text's colour is that of its style as long as the first picture agrees, for small letters
are a blend of text and background; else it is what is seen inside its strokes.
"""

from __future__ import annotations

import base64
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple, cast

from PIL import Image, ImageChops, ImageFilter

from a11ycheck.documents.colour_contrast import Colour, luminance, needed_contrast, ratio
from a11ycheck.documents.page.contrast import FaintIcon, PicturedText

if TYPE_CHECKING:
    from a11ycheck.outcome import Box

LETTER_COLOUR: Colour = (255, 0, 255)
"""What letters are coloured to find them; no background has it."""
LETTER = 0.6
"""Of the font's size: about how wide a letter is."""
MOST_LETTERS = 30
"""Places of a text that are looked at, spread over all of it."""
MOST_PIXELS = 150
"""Looked at in one such place."""
FEWEST_PIXELS = 3
"""Of a letter in a place; with fewer it is a gap."""
PART, INSIDE = 0.5, 0.9
"""How much of a pixel a letter covers for the pixel to count as the letter's, and to show its colour alone."""
FEWEST_INSIDE = 30
"""Pixels inside strokes of which a colour can be told that its style does not tell."""
NEARLY = 16
"""Levels of 255 by which the same colour may differ; pixels that a letter covers in part differ by twice that."""
AGREE = 0.8
"""Of the pixels, for a style to be what is seen."""
STILL = 0.85
"""Of the pixels around letters that must look alike with and without them; else something moves."""
LOST = 0.1
"""The share of its letters at which a text counts as hard to read; the limit is ours."""
CLEARLY = 0.95
"""Of the ratio that is needed: a letter that reaches no more is lost for certain."""
WORST, BEST = 0.1, 0.9
"""The part of a letter's pixels that its least and its greatest contrast are taken at."""
ICON_NEEDS, CERTAINLY_FAINT = 3.0, 2.5
"""WCAG 1.4.11; and for icons whose colours styles do not tell, since thin lines are shown paler than they are."""
FEWEST_OF_ICON = 12
"""Pixels of an icon, for it to be one."""

BESIDE = 2
"""Pixels to each side of one that focus changes, for what is beside it."""
LARGEST_CHANGE = 300_000
"""Pixels of the part of the window that focus changes; a greater one is more than a mark."""
MOST_OF_IT = 0.99
"""Of the pixels that focus changes: what stands out in fewer is chance."""
CHANGED = [0] * 4 + [255] * 252
STRONG = [0] * 80 + [255] * 176
"""Tables for ``Image.point``: levels by which a pixel is another one, and from which an edge is one (2.6:1)."""


@dataclass(frozen=True, slots=True)
class LaidText:
    """A text as styles tell of it.

    ``lines`` are its places on the page, in CSS pixels. ``colour`` and ``alpha`` are None and 1 where styles do not
    tell what colour is seen. ``size`` is in CSS pixels. ``haloed``: a shadow or an outline may help it.
    """

    path: str
    lines: tuple[Box, ...]
    colour: Colour | None
    alpha: float
    size: float
    bold: bool
    haloed: bool

    @property
    def needed(self) -> float:
        """The ratio for level AA (1.4.3)."""
        return needed_contrast(0.75 * self.size, self.bold)

    @property
    def enhanced(self) -> float:
        """The ratio for level AAA (1.4.6)."""
        return {4.5: 7.0, 3.0: 4.5}[self.needed]


class Shots(NamedTuple):
    """Pictures of one part of a page, ``left`` and ``top`` CSS pixels from its corner, at one pixel each."""

    left: int
    top: int
    shown: Image.Image
    bare: Image.Image

    def of(self, box: Box) -> tuple[int, int, int, int] | None:
        """The pixels of a place; None where it is not in the pictures."""
        left = max(0, math.floor(box.left) - self.left)
        top = max(0, math.floor(box.top) - self.top)
        right = min(self.bare.width, math.ceil(box.right) - self.left)
        bottom = min(self.bare.height, math.ceil(box.bottom) - self.top)
        return (left, top, right, bottom) if left < right and top < bottom else None

    def lines_of(self, text: LaidText) -> list[tuple[Image.Image, Image.Image]] | None:
        """Each line of the text that is painted, without it and with it; None where one is not in the pictures."""
        painted = []
        for line in text.lines:
            place = self.of(line)
            if place is None:
                return None
            under, over = self.bare.crop(place), self.shown.crop(place)
            if under.tobytes() != over.tobytes():
                painted.append((under, over))
        return painted


def stands_out(text: LaidText, shots: Shots, needed: float) -> PicturedText | None:
    """The text, where the lightest and the darkest of all that is around it tell that it stands out; else None."""
    lines = shots.lines_of(text)
    if text.colour is None or text.alpha < 1 or lines is None:
        return None
    own = luminance(text.colour)
    found: tuple[float, Colour] | None = None
    for under, over in lines:
        (darkest, lightest), (dark, light) = _extremes(under), _extremes(over)
        is_dark = own < luminance(darkest)
        nearest, strongest = (darkest, dark) if is_dark else (lightest, light)
        if not is_dark and own <= luminance(lightest):
            return None
        if min(ratio(text.colour, nearest), ratio(strongest, nearest)) < needed:
            return None
        found = min(found or (math.inf, nearest), (ratio(text.colour, nearest), nearest))
    if found is None:
        return None
    return _fact(text, needed, 0.0, (found[0], text.colour, found[1]))


def falls_short(text: LaidText, shots: Shots, needed: float) -> PicturedText | None:
    """The text, where the lightest and the darkest tell that no letter of it stands out enough; else None."""
    lines = shots.lines_of(text)
    if text.colour is None or text.alpha < 1 or text.haloed or lines is None:
        return None
    found: tuple[float, Colour] | None = None
    for under, over in lines:
        for ground in _extremes(under):
            most = max(ratio(seen, ground) for seen in (text.colour, *_extremes(over)))
            if most >= CLEARLY * needed:
                return None
            found = max(found or (0.0, ground), (ratio(text.colour, ground), ground))
    return _fact(text, needed, 1.0, (found[0], text.colour, found[1])) if found else None


class _Pixel(NamedTuple):
    """A pixel that a letter covers, by ``part`` of it: what is seen, and what it stands on."""

    seen: Colour
    under: Colour
    part: float


def judged(text: LaidText, shots: Shots, coloured: Image.Image, needed: float) -> PicturedText | None:
    """How the letters of a text stand out; ``coloured`` is the same part of the page with all text in
    ``LETTER_COLOUR``. None where that cannot be told for certain."""
    letters: list[list[_Pixel]] = []
    around, still = 0, 0
    for place in _places(text, shots):
        pixels, beside, unmoved = _looked_at(place, shots, coloured)
        around, still = around + beside, still + unmoved
        if sum(pixel.part >= PART for pixel in pixels) >= FEWEST_PIXELS:
            letters.append(pixels)
    if not letters or still < STILL * around:
        return None
    every = [pixel for pixels in letters for pixel in pixels]
    if all(_alike(pixel.seen, pixel.under, NEARLY) for pixel in every):
        # Nobody sees any of it now.
        return None
    if text.colour is not None and _agrees(text.colour, text.alpha, every):
        rated = [_rated(pixels, PART, text.colour, text.alpha) for pixels in letters]
    elif sum(pixel.part >= INSIDE for pixel in every) >= FEWEST_INSIDE:
        rated = [_rated(pixels, INSIDE, None, 1.0) for pixels in letters]
    else:
        return None
    return _told(text, needed, [one for one in rated if one])


def _told(
    text: LaidText, needed: float, rated: list[list[tuple[float, Colour, Colour]]]
) -> PicturedText | None:
    """Lost, standing out, or neither for certain; each letter's contrasts are in rising order."""
    if not rated:
        return None
    lost = [letter for letter in rated if _at(letter, BEST)[0] < CLEARLY * needed]
    worst = min(_at(letter, WORST) for letter in rated)
    if worst[0] >= needed:
        return _fact(text, needed, 0.0, worst)
    if not text.haloed and len(lost) >= max(LOST * len(rated), min(2, len(rated))):
        typical = _at(sorted(_at(letter, BEST) for letter in lost), 0.5)
        return _fact(text, needed, len(lost) / len(rated), typical)
    return None


def _fact(text: LaidText, needed: float, lost: float, seen: tuple[float, Colour, Colour]) -> PicturedText:
    contrast, foreground, background = seen
    return PicturedText(
        text.path, lost, contrast, needed, text.size, written(foreground), written(background)
    )


def faint_icon(path: str, box: Box, shots: Shots, by_style: float | None) -> FaintIcon | None:
    """The icon of a control, where no part of it stands out; ``by_style`` is the best ratio that styles tell of, None
    where they do not. ``shots.bare`` is without the icon."""
    place = shots.of(box)
    if place is None or (by_style is not None and by_style >= ICON_NEEDS):
        return None
    pairs = zip(_colours(shots.shown.crop(place)), _colours(shots.bare.crop(place)), strict=True)
    found = sorted(ratio(seen, under) for seen, under in pairs if seen != under)
    if len(found) < FEWEST_OF_ICON:
        return None
    best = max(found[int(0.98 * (len(found) - 1))], by_style or 0.0)
    limit = CERTAINLY_FAINT if by_style is None else ICON_NEEDS
    return FaintIcon(path, best) if best < limit else None


def standing_out(with_focus: Image.Image, without: Image.Image) -> float | None:
    """The most that anything that focus changes stands out, from what was there or from what is now beside it, where
    nothing did before; None where nothing changes, or much of the window. Ratios are exact to 1 %."""
    changed = _strongest(ImageChops.difference(with_focus, without)).point(CHANGED)
    part = changed.getbbox()
    if part is None:
        return None
    left, top, right, bottom = part
    if (right - left) * (bottom - top) > LARGEST_CHANGE:
        return None
    part = (left - BESIDE, top - BESIDE, right + BESIDE, bottom + BESIDE)
    now, before = (_by_ratio(image.crop(part)) for image in (with_focus, without))
    # An edge that was there before, as of the letters on a button, shows no focus.
    edges = ImageChops.subtract(_edges(now), _edges(before).point(STRONG))
    most = ImageChops.lighter(ImageChops.difference(now, before), edges)
    counts = most.histogram(changed.crop(part))
    room = sum(counts) * (1 - MOST_OF_IT)
    level = 255
    while level > 0 and counts[level] <= room:
        room -= counts[level]
        level -= 1
    return float(21 ** (level / 255))


def written(colour: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def opened(picture: str) -> Image.Image:
    """A picture as the browser sends it: PNG as base64."""
    with Image.open(BytesIO(base64.b64decode(picture))) as file:
        return file.convert("RGB")


# Pixels


def _by_ratio(image: Image.Image) -> Image.Image:
    """Luminances so that a difference of levels is a contrast: 255 levels are 21:1."""
    levels: dict[Colour, int] = {}
    for colour in _colours(image):
        if colour not in levels:
            levels[colour] = round(255 * math.log((luminance(colour) + 0.05) / 0.05, 21))
    return Image.frombytes("L", image.size, bytes(map(levels.__getitem__, _colours(image))))


def _edges(levels: Image.Image) -> Image.Image:
    """How much each pixel stands out from those beside it."""
    size = 2 * BESIDE + 1
    return ImageChops.lighter(
        ImageChops.subtract(levels.filter(ImageFilter.MaxFilter(size)), levels),
        ImageChops.subtract(levels, levels.filter(ImageFilter.MinFilter(size))),
    )


def _strongest(image: Image.Image) -> Image.Image:
    """The strongest of each pixel's three channels."""
    red, green, blue = image.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _extremes(image: Image.Image) -> tuple[Colour, Colour]:
    """The darkest and the lightest that a pixel can be: the lowest and the highest level of each channel."""
    (red, green, blue) = cast("tuple[tuple[int, int], ...]", image.getextrema())
    return (red[0], green[0], blue[0]), (red[1], green[1], blue[1])


def _colours(image: Image.Image) -> Iterator[Colour]:
    levels = iter(image.tobytes())
    return zip(levels, levels, levels, strict=True)


def _places(text: LaidText, shots: Shots) -> list[tuple[int, int, int, int]]:
    """Places about as wide as a letter."""
    wide = max(4, round(LETTER * text.size))
    found = []
    for line in text.lines:
        place = shots.of(line)
        if place is not None:
            left, top, right, bottom = place
            found += [
                (start, top, min(right, start + wide), bottom)
                for start in range(left, max(left + 1, right - wide // 2), wide)
            ]
    return found[:: math.ceil(len(found) / MOST_LETTERS)] if found else []


def _looked_at(
    place: tuple[int, int, int, int], shots: Shots, coloured: Image.Image
) -> tuple[list[_Pixel], int, int]:
    """The pixels of letters in a place, how many others there are, and how many of those look alike in both shots."""
    parts = [image.crop(place) for image in (shots.shown, shots.bare, coloured)]
    smaller = math.sqrt(MOST_PIXELS / (parts[0].width * parts[0].height))
    if smaller < 1:
        size = max(1, round(parts[0].width * smaller)), max(1, round(parts[0].height * smaller))
        parts = [part.resize(size, Image.Resampling.NEAREST) for part in parts]
    pixels: list[_Pixel] = []
    others = still = 0
    for seen, under, letter in zip(*map(_colours, parts), strict=True):
        if letter == under:
            others += 1
            still += _alike(seen, under, NEARLY)
        else:
            full, got = max(
                (abs(most - low), abs(now - low))
                for most, now, low in zip(LETTER_COLOUR, letter, under, strict=True)
            )
            pixels.append(_Pixel(seen, under, min(1.0, got / full) if full else 0.0))
    return pixels, others, still


def _alike(one: Colour, other: Colour, levels: int) -> bool:
    return all(abs(a - b) <= levels for a, b in zip(one, other, strict=True))


def _blend(colour: Colour, part: float, under: Colour) -> Colour:
    red, green, blue = (round(part * top + (1 - part) * low) for top, low in zip(colour, under, strict=True))
    return red, green, blue


def _agrees(colour: Colour, alpha: float, pixels: Sequence[_Pixel]) -> bool:
    """Is what is seen what this colour gives?"""
    inside = [pixel for pixel in pixels if pixel.part >= INSIDE]
    wanted = inside if len(inside) >= FEWEST_PIXELS else [pixel for pixel in pixels if pixel.part >= PART]
    levels = NEARLY if wanted is inside else 2 * NEARLY
    agreeing = sum(
        _alike(pixel.seen, _blend(colour, alpha * pixel.part, pixel.under), levels) for pixel in wanted
    )
    return bool(wanted) and agreeing >= AGREE * len(wanted)


def _rated(
    pixels: Sequence[_Pixel], least: float, colour: Colour | None, alpha: float
) -> list[tuple[float, Colour, Colour]]:
    """The contrasts of the pixels that are covered by as much, in rising order, each with its colours."""
    shown = (
        (_blend(colour, alpha, pixel.under) if colour else pixel.seen, pixel.under)
        for pixel in pixels
        if pixel.part >= least
    )
    return sorted((ratio(top, under), top, under) for top, under in shown)


def _at(ordered: Sequence[tuple[float, Colour, Colour]], part: float) -> tuple[float, Colour, Colour]:
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]
