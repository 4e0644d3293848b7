"""Styles of a Word document, resolved: what text has once defaults, styles and its own settings are added up.

Clauses are those of ECMA-376 part 1 (5th edition).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from a11ycheck.documents.office.limits import LONGEST_CHAIN, MOST_STYLES
from a11ycheck.documents.office.model import Alignment, ParagraphFormat, Role, RunFormat, Style
from a11ycheck.documents.office.theme_colours import HIGHLIGHTS, Theme, on, rgb, word_colour, written
from a11ycheck.documents.office.word_values import VAL, W, language_tag, on_off, points, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

Settings = tuple[tuple[str, Any], ...]
"""What one rPr or pPr sets, as names and values: plain and hashable, so that equal ones are worked out once."""

TOGGLES = ("bold", "italic", "capitals", "strike", "hidden")
"""Properties that styles of different kinds turn on and off in turn (17.7.3)."""

ALIGNMENTS: Mapping[str, Alignment] = {
    "left": "start",
    "start": "start",
    "center": "centre",
    "right": "end",
    "end": "end",
    "both": "justified",
    "distribute": "justified",
    "thaiDistribute": "justified",
    "lowKashida": "justified",
    "mediumKashida": "justified",
    "highKashida": "justified",
}

HEADING_NAME = re.compile(
    r"(?:heading|rubrik|überschrift|titre|overskrift|otsikko|kop|título|titulo|titolo|nagłówek|nadpis|заголовок) ?"
    r"([1-9])",
    re.IGNORECASE,
)
"""Names of the heading styles: the English ones that Word writes whatever its language, and those that other programs
write in their own."""
ROLE_NAMES: Mapping[str, Role] = {
    "title": "title",
    "subtitle": "subtitle",
    "caption": "caption",
    "quote": "quote",
    "intense quote": "quote",
    "table of figures": "entry in a table of contents",
    **{f"toc {level}": "entry in a table of contents" for level in range(1, 10)},
}
"""Built-in styles that say what a paragraph is, by their names in the file (17.7.4.9)."""

BODY_LEVEL = 9
"""The outline level that says “no heading” (17.3.1.20)."""


class ParagraphStyle(NamedTuple):
    """What a paragraph is and how it is set. ``list`` is the number and level of its numbering, level from 0."""

    name: str
    role: Role
    level: int
    format: ParagraphFormat
    list: tuple[str, int] | None
    shading: str | None
    """Empty where there is none, None where it cannot be told."""
    framed: bool


class _Style(NamedTuple):
    id: str
    name: str
    kind: str
    based_on: str
    paragraph: Settings
    run: Settings
    table: _Element | None


class Styles:
    """The styles part with theme and defaults; works out each combination once."""

    def __init__(self, root: _Element | None, theme: Theme, colour_map: Mapping[str, str]) -> None:
        self.theme = theme
        self._map = colour_map
        self._styles: dict[str, _Style] = {}
        self._defaults: dict[str, str] = {}
        self._run_defaults: Settings = ()
        self._paragraph_defaults: Settings = ()
        self._paragraphs: dict[tuple[str, Settings], ParagraphStyle] = {}
        self._runs: dict[tuple[str, Settings, Settings, str | None], RunFormat] = {}
        self._chains: dict[str, tuple[_Style, ...]] = {}
        self._merged: dict[tuple[str, str], dict[str, Any]] = {}
        self.used: Counter[str] = Counter()
        if root is not None:
            self._read(root)

    def _read(self, root: _Element) -> None:
        defaults = root.find(f"{W}docDefaults")
        if defaults is not None:
            self._run_defaults = self.run_settings(defaults.find(f"{W}rPrDefault/{W}rPr"))
            self._paragraph_defaults = paragraph_settings(defaults.find(f"{W}pPrDefault/{W}pPr"), self)
        for count, style in enumerate(root.iterchildren(f"{W}style")):
            if count == MOST_STYLES:
                break
            id_, kind = style.get(f"{W}styleId", ""), style.get(f"{W}type", "paragraph")
            self._styles[id_] = _Style(
                id_,
                _val(style, "name") or id_,
                kind,
                _val(style, "basedOn"),
                paragraph_settings(style.find(f"{W}pPr"), self),
                self.run_settings(style.find(f"{W}rPr")),
                style if kind == "table" else None,
            )
            if style.get(f"{W}default") is not None and on_off(style.get(f"{W}default")):
                self._defaults.setdefault(kind, id_)

    @property
    def default_language(self) -> str:
        """The language of text with nothing but the defaults and the default paragraph style."""
        merged = dict(self._run_defaults) | self._merge(self._defaults.get("paragraph", ""), "run")
        return language_tag(merged.get("language0"))

    def default_style(self, kind: str) -> str:
        return self._defaults.get(kind, "")

    def run_settings(self, element: _Element | None) -> Settings:
        """What an rPr sets."""
        return run_settings(element, self) if element is not None and len(element) else ()

    def paragraph(self, style_id: str, direct: Settings) -> ParagraphStyle:
        """What a paragraph of this style, with these settings of its own, is and how it is set."""
        key = (style_id, direct)
        found = self._paragraphs.get(key)
        if found is None:
            found = self._paragraphs[key] = self._resolve_paragraph(style_id, dict(direct))
        return found

    def _resolve_paragraph(self, style_id: str, direct: dict[str, Any]) -> ParagraphStyle:
        known = self._styles.get(style_id)
        if known is None or known.kind != "paragraph":
            style_id = self._defaults.get("paragraph", "")
        chain = self._chain(style_id)
        of_style = self._merge(style_id, "paragraph")
        merged = dict(self._paragraph_defaults) | of_style | direct
        role, level = _role(chain, direct)
        numbering = None
        if (number := merged.get("list")) and number != "0":
            numbering = (number, whole(merged.get("list_level"), 0))
        name = chain[0].name if chain else ""
        return ParagraphStyle(
            name,
            role,
            level,
            _paragraph_format(merged),
            numbering,
            merged.get("shading", ""),
            bool(merged.get("framed")),
        )

    def run(
        self, style_id: str, of_table: Settings, direct: Settings, background: str | None, text: str
    ) -> RunFormat:
        """How a run looks in a paragraph of this style, in a table that sets ``of_table``, on ``background``."""
        script = _script(text)
        key = (style_id, of_table, (*direct, ("script", script)), background)
        found = self._runs.get(key)
        if found is None:
            found = self._runs[key] = self._resolve_run(style_id, of_table, dict(direct), background, script)
        return found

    def _resolve_run(
        self, style_id: str, of_table: Settings, direct: dict[str, Any], background: str | None, script: int
    ) -> RunFormat:
        if style_id not in self._styles:
            style_id = self._defaults.get("paragraph", "")
        of_paragraph = self._merge(style_id, "run")
        char_style = direct.get("style", "")
        of_characters = self._merge(char_style, "run") if char_style else {}
        defaults = dict(self._run_defaults)
        merged = defaults | dict(of_table) | of_paragraph | of_characters | direct
        for toggle in TOGGLES:
            if toggle not in direct:
                odd = (
                    sum(bool(layer.get(toggle)) for layer in (dict(of_table), of_paragraph, of_characters))
                    % 2
                )
                merged[toggle] = bool(odd or defaults.get(toggle))
        behind, highlighted = self._behind(merged, background)
        spoken = merged.get("language2") if merged.get("rtl") else merged.get(f"language{script}")
        language = language_tag(spoken or merged.get("language0"))
        return RunFormat(
            self.theme.font(merged.get("font", "")),
            merged.get("size", 10.0),
            merged["bold"],
            merged["italic"],
            bool(merged.get("underline")),
            merged["strike"],
            merged["capitals"],
            merged["hidden"],
            bool(merged.get("blinking")),
            merged.get("raised", 0),
            self._colour(merged.get("colour", ""), behind),
            behind,
            highlighted,
            language,
            frozenset(SEEN_BY_HAND.intersection(direct)),
        )

    def _behind(self, merged: Mapping[str, Any], background: str | None) -> tuple[str | None, bool]:
        if highlight := merged.get("highlight"):
            return HIGHLIGHTS.get(highlight), True
        shading = merged.get("shading", "")
        return (background, False) if shading == "" else (shading, True)

    def _colour(self, colour: str | None, behind: str | None) -> str | None:
        if colour is None or colour:
            return colour
        return on(behind) if behind else None

    def colour(self, value: str | None, name: str | None, tint: str | None, shade: str | None) -> str:
        return word_colour(value, name, tint, shade, self.theme, self._map)

    def shading(self, element: _Element | None) -> str | None:
        """The colour that a w:shd paints (17.3.5); empty where it paints none, None where it is a pattern."""
        if element is None:
            return ""
        pattern = element.get(VAL, "clear")
        fill = self.colour(
            element.get(f"{W}fill"),
            element.get(f"{W}themeFill"),
            element.get(f"{W}themeFillTint"),
            element.get(f"{W}themeFillShade"),
        )
        if pattern in ("clear", "nil"):
            return fill
        ink = self.colour(
            element.get(f"{W}color"),
            element.get(f"{W}themeColor"),
            element.get(f"{W}themeTint"),
            element.get(f"{W}themeShade"),
        )
        if pattern == "solid":
            return ink or "000000"
        if not pattern.startswith("pct"):
            return None
        share = min(whole(pattern[3:]), 100) / 100
        front, back = rgb(ink or "000000"), rgb(fill or "FFFFFF")
        red, green, blue = (f * share + b * (1 - share) for f, b in zip(front, back, strict=True))
        return written((red, green, blue))

    def table_chain(self, style_id: str) -> tuple[_Element, ...]:
        """The table style and those it is based on, the most basic first."""
        chain = self._chain(style_id or self._defaults.get("table", ""))
        return tuple(style.table for style in reversed(chain) if style.table is not None)

    def name_of(self, style_id: str) -> str:
        known = self._styles.get(style_id)
        return known.name if known else ""

    def in_use(self) -> tuple[Style, ...]:
        """The paragraph and character styles that text has, with what they set."""
        found = []
        for style_id, count in self.used.items():
            style = self._styles.get(style_id)
            if style is None or style.kind not in ("paragraph", "character"):
                continue
            language = language_tag(self._merge(style_id, "run").get("language0"))
            setting = dict(self._paragraph_defaults) | self._merge(style_id, "paragraph")
            found.append(
                Style(
                    style.name,
                    language,
                    ALIGNMENTS.get(setting.get("alignment", ""), "start"),
                    count if style.kind == "paragraph" else 0,
                    style.kind == "character",
                )
            )
        return tuple(found)

    def _chain(self, style_id: str) -> tuple[_Style, ...]:
        """The style and those it is based on; a circle is left where it closes."""
        found = self._chains.get(style_id)
        if found is None:
            chain: list[_Style] = []
            seen: set[str] = set()
            at = style_id
            while at in self._styles and at not in seen and len(chain) < LONGEST_CHAIN:
                seen.add(at)
                chain.append(self._styles[at])
                at = self._styles[at].based_on
            found = self._chains[style_id] = tuple(chain)
        return found

    def _merge(self, style_id: str, which: str) -> dict[str, Any]:
        """What a style sets with those it is based on: ``which`` is “paragraph” or “run”."""
        key = (style_id, which)
        found = self._merged.get(key)
        if found is None:
            found = {}
            for style in reversed(self._chain(style_id)):
                found.update(style.paragraph if which == "paragraph" else style.run)
            self._merged[key] = found
        return found


SEEN_BY_HAND = frozenset(
    {"bold", "italic", "underline", "strike", "colour", "highlight", "size", "font", "shading"}
)


def _role(chain: tuple[_Style, ...], direct: Mapping[str, Any]) -> tuple[Role, int]:
    """What a paragraph is: its own outline level, else what the nearest of its styles says."""
    if "outline" in direct:
        return ("heading", direct["outline"] + 1) if direct["outline"] < BODY_LEVEL else _named_role(chain)
    for style in chain:
        own = dict(style.paragraph)
        if "outline" in own:
            return ("heading", own["outline"] + 1) if own["outline"] < BODY_LEVEL else _named_role(chain)
        if heading := HEADING_NAME.fullmatch(style.name):
            return "heading", int(heading[1])
        if (role := ROLE_NAMES.get(style.name.casefold())) is not None:
            return role, 0
    return "text", 0


def _named_role(chain: tuple[_Style, ...]) -> tuple[Role, int]:
    roles = (ROLE_NAMES.get(style.name.casefold()) for style in chain)
    return next((role for role in roles if role is not None), "text"), 0


def _paragraph_format(merged: Mapping[str, Any]) -> ParagraphFormat:
    rule, line = merged.get("line_rule", "auto"), merged.get("line", "")
    exact = rule == "exact"
    height = points(line, 240) if rule == "auto" else points(line, 20) if exact else 0.0
    return ParagraphFormat(
        ALIGNMENTS.get(merged.get("alignment", ""), "start"),
        points(merged.get("start"), 20),
        points(merged.get("end"), 20),
        points(merged.get("first_line"), 20),
        points(merged.get("before"), 20),
        points(merged.get("after"), 20),
        height,
        exact,
        bool(merged.get("leader")),
        bool(merged.get("break_before")),
    )


def run_settings(element: _Element, styles: Styles) -> Settings:
    """What an rPr sets (17.3.2), in names and values of our own."""
    found: list[tuple[str, Any]] = []
    for child in element:
        reader = RUN_READERS.get(child.tag)
        if reader is not None:
            found += reader(child, styles)
    return tuple(found)


def paragraph_settings(element: _Element | None, styles: Styles) -> Settings:
    """What a pPr sets (17.3.1), in names and values of our own."""
    if element is None:
        return ()
    found: list[tuple[str, Any]] = []
    for child in element:
        reader = PARAGRAPH_READERS.get(child.tag)
        if reader is not None:
            found += reader(child, styles)
    return tuple(found)


Reader = Callable[["_Element", Styles], Settings]


def _switch(name: str) -> Reader:
    return lambda child, styles: ((name, on_off(child.get(VAL))),)


def _value(name: str) -> Reader:
    return lambda child, styles: ((name, child.get(VAL, "")),)


def _attributes(*names: tuple[str, str]) -> Reader:
    pairs = [(W + theirs, ours) for theirs, ours in names]
    return lambda child, styles: tuple((ours, value) for name, ours in pairs if (value := child.get(name)))


def _size(child: _Element, styles: Styles) -> Settings:
    return (("size", points(child.get(VAL), 2)),)


def _ink(child: _Element, styles: Styles) -> Settings:
    tint, shade = child.get(f"{W}themeTint"), child.get(f"{W}themeShade")
    return (("colour", styles.colour(child.get(VAL), child.get(f"{W}themeColor"), tint, shade)),)


def _text_fill(child: _Element, styles: Styles) -> Settings:
    """Word 2010's fill of letters ([MS-DOCX], 2.4): a gradient may be anything."""
    return (("colour", None),) if len(child) and str(child[0].tag).endswith("}gradFill") else ()


def _highlight(child: _Element, styles: Styles) -> Settings:
    value = child.get(VAL, "none")
    return (("highlight", "" if value == "none" else value),)


def _shading(child: _Element, styles: Styles) -> Settings:
    return (("shading", styles.shading(child)),)


def _underline(child: _Element, styles: Styles) -> Settings:
    return (("underline", child.get(VAL, "none") != "none"),)


def _raised(child: _Element, styles: Styles) -> Settings:
    return (("raised", {"superscript": 1, "subscript": -1}.get(child.get(VAL, ""), 0)),)


def _effect(child: _Element, styles: Styles) -> Settings:
    return (("blinking", child.get(VAL) in ("blinkBackground", "lights", "sparkle", "shimmer")),)


def _font(child: _Element, styles: Styles) -> Settings:
    font = child.get(f"{W}asciiTheme") or child.get(f"{W}ascii")
    return (("font", font),) if font else ()


def _outline(child: _Element, styles: Styles) -> Settings:
    return (("outline", min(max(whole(child.get(VAL), BODY_LEVEL), 0), BODY_LEVEL)),)


def _list(child: _Element, styles: Styles) -> Settings:
    parts = (("list", child.find(f"{W}numId")), ("list_level", child.find(f"{W}ilvl")))
    return tuple((name, part.get(VAL, "0")) for name, part in parts if part is not None)


def _leader(child: _Element, styles: Styles) -> Settings:
    return (("leader", any(stop.get(f"{W}leader", "none") != "none" for stop in child)),)


def _framed(child: _Element, styles: Styles) -> Settings:
    return (("framed", child.get(f"{W}dropCap", "none") == "none"),)


RUN_READERS: Mapping[Any, Reader] = {
    W + "rStyle": _value("style"),
    W + "b": _switch("bold"),
    W + "i": _switch("italic"),
    W + "caps": _switch("capitals"),
    W + "strike": _switch("strike"),
    W + "dstrike": _switch("strike"),
    W + "vanish": _switch("hidden"),
    W + "rtl": _switch("rtl"),
    W + "sz": _size,
    W + "color": _ink,
    "{http://schemas.microsoft.com/office/word/2010/wordml}textFill": _text_fill,
    W + "highlight": _highlight,
    W + "shd": _shading,
    W + "u": _underline,
    W + "vertAlign": _raised,
    W + "lang": _attributes(("val", "language0"), ("eastAsia", "language1"), ("bidi", "language2")),
    W + "rFonts": _font,
    W + "effect": _effect,
}
PARAGRAPH_READERS: Mapping[Any, Reader] = {
    W + "outlineLvl": _outline,
    W + "numPr": _list,
    W + "jc": _value("alignment"),
    W + "ind": _attributes(
        ("left", "start"), ("start", "start"), ("right", "end"), ("end", "end"), ("firstLine", "first_line")
    ),
    W + "spacing": _attributes(
        ("before", "before"), ("after", "after"), ("line", "line"), ("lineRule", "line_rule")
    ),
    W + "shd": _shading,
    W + "tabs": _leader,
    W + "framePr": _framed,
    W + "pageBreakBefore": _switch("break_before"),
}


_FROM_EAST_ASIA_ON = re.compile("[\u2e80-\U0010ffff]")


def _script(text: str) -> int:
    """Which of a run's languages counts: 0 for most scripts, 1 for those of East Asia (17.3.2.20)."""
    return int(max(text) < "\ufb00") if _FROM_EAST_ASIA_ON.search(text) else 0


def _val(style: _Element, name: str) -> str:
    found = style.find(W + name)
    return found.get(VAL, "") if found is not None else ""
