"""Colours of DrawingML and Word as they come out: by theme, map, tint, shade and transparency.

Clauses are those of ECMA-376 part 1 (5th edition).
"""

from __future__ import annotations

import colorsys
import math
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

Rgb = tuple[float, float, float]
"""Red, green and blue from 0 to 1, as in sRGB."""

OWN_MAP: Mapping[str, str] = {"tx1": "dk1", "tx2": "dk2", "bg1": "lt1", "bg2": "lt2"}
"""Which colour of the theme a text or background has where a master says nothing else (19.3.1.6)."""
WORD_NAMES: Mapping[str, str] = {
    "text1": "dk1",
    "text2": "dk2",
    "background1": "lt1",
    "background2": "lt2",
    "dark1": "dk1",
    "dark2": "dk2",
    "light1": "lt1",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
"""The theme's names of the colours that Word calls otherwise (17.18.97)."""

PRESET: Mapping[str, str] = {
    "black": "000000",
    "white": "FFFFFF",
    "red": "FF0000",
    "lime": "00FF00",
    "green": "008000",
    "blue": "0000FF",
    "yellow": "FFFF00",
    "cyan": "00FFFF",
    "aqua": "00FFFF",
    "magenta": "FF00FF",
    "fuchsia": "FF00FF",
    "gray": "808080",
    "grey": "808080",
    "silver": "C0C0C0",
    "ltGray": "D3D3D3",
    "lightGray": "D3D3D3",
    "dkGray": "A9A9A9",
    "darkGray": "A9A9A9",
    "dkBlue": "00008B",
    "darkBlue": "00008B",
    "dkGreen": "006400",
    "darkGreen": "006400",
    "dkRed": "8B0000",
    "darkRed": "8B0000",
    "navy": "000080",
    "maroon": "800000",
    "purple": "800080",
    "teal": "008080",
    "olive": "808000",
    "orange": "FFA500",
    "pink": "FFC0CB",
    "brown": "A52A2A",
}
"""Colours by name (20.1.10.48): those that are met; any other cannot be told."""

HIGHLIGHTS: Mapping[str, str] = {
    "black": "000000",
    "white": "FFFFFF",
    "yellow": "FFFF00",
    "green": "00FF00",
    "cyan": "00FFFF",
    "magenta": "FF00FF",
    "blue": "0000FF",
    "red": "FF0000",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
}
"""Word's highlighters (17.18.40)."""


class Paint(NamedTuple):
    """A colour and how much of it covers what lies behind, from 0 to 1."""

    colour: str
    alpha: float = 1.0

    def over(self, background: str | None) -> str | None:
        """The colour that is seen on this background; None where it shows through and cannot be told."""
        if self.alpha >= 0.999:
            return self.colour
        if not background:
            return None
        front, back = rgb(self.colour), rgb(background)
        return written(
            tuple(f * self.alpha + b * (1 - self.alpha) for f, b in zip(front, back, strict=True))  # type: ignore[arg-type]
        )


class Theme(NamedTuple):
    """``colours`` by name (“dk1”, “accent1”); ``fills``: the fill styles; ``heading_font`` and ``body_font``."""

    colours: Mapping[str, str]
    fills: tuple[_Element, ...] = ()
    background_fills: tuple[_Element, ...] = ()
    heading_font: str = ""
    body_font: str = ""

    def font(self, name: str) -> str:
        """The font that a name such as “+mn-lt” or “minorHAnsi” stands for; else the name itself."""
        if name.startswith(("+mj", "major")):
            return self.heading_font
        return self.body_font if name.startswith(("+mn", "minor")) else name


OFFICE_THEME = Theme(
    {
        "dk1": "000000",
        "lt1": "FFFFFF",
        "dk2": "1F497D",
        "lt2": "EEECE1",
        "accent1": "4F81BD",
        "accent2": "C0504D",
        "accent3": "9BBB59",
        "accent4": "8064A2",
        "accent5": "4BACC6",
        "accent6": "F79646",
        "hlink": "0000FF",
        "folHlink": "800080",
    }
)
"""That of Office 2007, which is used where a file has none."""


def read_theme(root: _Element | None) -> Theme:
    """Read a theme part (20.1.6.9); where there is none, that of Office 2007."""
    scheme = root.find(f"{A}themeElements/{A}clrScheme") if root is not None else None
    if root is None or scheme is None:
        return OFFICE_THEME
    colours = dict(OFFICE_THEME.colours)
    for entry in scheme:
        if isinstance(entry.tag, str) and len(entry) and (paint := read_paint(entry, OFFICE_THEME)):
            colours[entry.tag.rpartition("}")[2]] = paint.colour
    styles = root.find(f"{A}themeElements/{A}fmtScheme")
    fonts = root.find(f"{A}themeElements/{A}fontScheme")
    return Theme(
        colours,
        _all(styles, "fillStyleLst"),
        _all(styles, "bgFillStyleLst"),
        _latin(fonts, "majorFont"),
        _latin(fonts, "minorFont"),
    )


def _all(styles: _Element | None, name: str) -> tuple[_Element, ...]:
    found = styles.find(A + name) if styles is not None else None
    return tuple(found) if found is not None else ()


def _latin(fonts: _Element | None, name: str) -> str:
    latin = fonts.find(f"{A}{name}/{A}latin") if fonts is not None else None
    return latin.get("typeface", "") if latin is not None else ""


def read_paint(
    holder: Iterable[_Element],
    theme: Theme,
    colour_map: Mapping[str, str] = OWN_MAP,
    of_style: Paint | None = None,
) -> Paint | None:
    """Return the colour that ``holder`` (a:solidFill, a:fontRef, a:dk1 …) has as its child; None where it cannot be
    told. ``of_style`` is what “phClr” stands for in a theme's fill style."""
    element = next((child for child in holder if isinstance(child.tag, str)), None)
    if element is None:
        return None
    base = _base(element, theme, colour_map, of_style)
    if base is None:
        return None
    if not len(element):
        return base
    colour, alpha = rgb(base.colour), base.alpha
    for change in element:
        if not isinstance(change.tag, str):
            continue
        name = change.tag.rpartition("}")[2]
        value = fraction(change.get("val"))
        if name == "alpha":
            alpha = value
        elif name == "alphaMod":
            alpha *= value
        else:
            colour = _changed(colour, name, value)
    return Paint(written(colour), min(max(alpha, 0.0), 1.0))


def _base(
    element: _Element, theme: Theme, colour_map: Mapping[str, str], of_style: Paint | None
) -> Paint | None:
    kind = element.tag.rpartition("}")[2]
    value = element.get("val", "")
    if kind == "schemeClr":
        if value == "phClr":
            return of_style
        known = theme.colours.get(colour_map.get(value, OWN_MAP.get(value, value)))
        return Paint(known) if known else None
    if kind == "srgbClr":
        return Paint(value.upper()) if is_colour(value) else None
    if kind == "sysClr":
        last = element.get("lastClr", "") or {"window": "FFFFFF", "windowText": "000000"}.get(value, "")
        return Paint(last.upper()) if is_colour(last) else None
    if kind == "prstClr":
        return Paint(PRESET[value]) if value in PRESET else None
    if kind == "scrgbClr":
        red, green, blue = (_to_srgb(fraction(element.get(part))) for part in "rgb")
        return Paint(written((red, green, blue)))
    if kind == "hslClr":
        # The hue is in 60,000ths of a degree.
        hue, lum, sat = (
            fraction(element.get("hue")) / 216,
            fraction(element.get("lum")),
            fraction(element.get("sat")),
        )
        return Paint(written(colorsys.hls_to_rgb(hue % 1, _unit(lum), _unit(sat))))
    return None


def _changed(colour: Rgb, name: str, value: float) -> Rgb:
    """Apply one change (20.1.2.3): those of luminance and saturation in HSL, tint and shade in linear light."""
    if name in ("lumMod", "lumOff", "satMod", "satOff", "hueMod", "hueOff", "lum", "sat", "hue"):
        hue, lum, sat = colorsys.rgb_to_hls(*colour)
        which = {"hue": hue, "lum": lum, "sat": sat}
        part, how = name[:3], name[3:]
        if how == "Mod":
            which[part] *= value
        elif how == "Off":
            which[part] += value if part != "hue" else value / 360
        else:
            which[part] = value
        return colorsys.hls_to_rgb(which["hue"] % 1, _unit(which["lum"]), _unit(which["sat"]))
    red, green, blue = colour
    if name == "shade":
        return _each(colour, lambda part: _to_srgb(_to_linear(part) * value))
    if name == "tint":
        return _each(colour, lambda part: _to_srgb(_to_linear(part) * value + 1 - value))
    if name == "inv":
        return _each(colour, lambda part: 1 - part)
    if name == "gray":
        grey = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        return grey, grey, grey
    if name == "gamma":
        return _each(colour, _to_srgb)
    if name == "invGamma":
        return _each(colour, _to_linear)
    if name == "comp":
        hue, lum, sat = colorsys.rgb_to_hls(*colour)
        return colorsys.hls_to_rgb((hue + 0.5) % 1, lum, sat)
    return colour


def _each(colour: Rgb, change: Callable[[float], float]) -> Rgb:
    red, green, blue = colour
    return change(red), change(green), change(blue)


def word_colour(
    value: str | None,
    name: str | None,
    tint: str | None,
    shade: str | None,
    theme: Theme,
    map_: Mapping[str, str],
) -> str:
    """Return a colour of Word (17.3.2.6): by the theme's ``name`` where there is one, else ``value``; empty for
    automatic or none. Tint and shade, from 00 to FF, change the luminance (17.18.97)."""
    base = ""
    if name and name != "none":
        plain = WORD_NAMES.get(name, name)
        base = theme.colours.get(map_.get(name, plain), "")
    if not base:
        return value.upper() if value and is_colour(value) else ""
    if not (tint or shade):
        return base
    hue, lum, sat = colorsys.rgb_to_hls(*rgb(base))
    if shade:
        lum *= _byte(shade)
    if tint:
        lum = lum * _byte(tint) + 1 - _byte(tint)
    return written(colorsys.hls_to_rgb(hue, _unit(lum), sat))


def is_colour(value: str) -> bool:
    """Six hexadecimal digits?"""
    return len(value) == 6 and all(digit in "0123456789abcdefABCDEF" for digit in value)


def rgb(colour: str) -> Rgb:
    return int(colour[:2], 16) / 255, int(colour[2:4], 16) / 255, int(colour[4:], 16) / 255


def written(colour: Rgb) -> str:
    return "".join(f"{round(_unit(part) * 255):02X}" for part in colour)


def on(background: str) -> str:
    """The colour that automatic text has: white on dark, black on light (as Word does, by luminance)."""
    red, green, blue = rgb(background)
    return "FFFFFF" if 0.299 * red + 0.587 * green + 0.114 * blue < 0.25 else "000000"


def fraction(value: str | None) -> float:
    """A percentage, as thousandths (“50000”) or written out (“50%”, Strict); 1 where it is neither."""
    percent = (value or "").endswith("%")
    try:
        found = float((value or "").rstrip("%")) / (100 if percent else 100_000)
    except ValueError:
        return 1.0
    return found if math.isfinite(found) else 1.0


def _byte(value: str) -> float:
    try:
        return int(value, 16) / 255
    except ValueError:
        return 1.0


def _unit(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def _to_linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _to_srgb(part: float) -> float:
    part = _unit(part)
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)
