"""Text on slides: paragraphs and runs with what levels, placeholders, layouts, masters and defaults give them.

Clauses are those of ECMA-376 part 1 (5th edition).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from a11ycheck.documents.office.drawing import read_click
from a11ycheck.documents.office.model import (
    Alignment,
    Field,
    Link,
    ListMark,
    Paragraph,
    ParagraphFormat,
    Place,
    Role,
    Run,
    RunFormat,
)
from a11ycheck.documents.office.neighbours import told_apart
from a11ycheck.documents.office.theme_colours import A, Paint, Theme, fraction, read_paint
from a11ycheck.documents.office.word_shapes import ALTERNATE, branch_taken
from a11ycheck.documents.office.word_values import language_tag, on_off, points, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from a11ycheck.documents.office.package import Relation

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
LEVELS = 9
Level = Mapping[str, Any]
"""What a level of a list style sets for paragraphs and, under the same names as runs, for their text."""
NO_LEVELS: tuple[Level, ...] = ({},) * LEVELS

ALIGNMENTS: Mapping[str, Alignment] = {
    "l": "start",
    "ctr": "centre",
    "r": "end",
    "just": "justified",
    "justLow": "justified",
    "dist": "justified",
    "thaiDist": "justified",
}
LEVEL_TAGS = tuple(f"{A}lvl{level}pPr" for level in range(1, LEVELS + 1))
DEFAULT_TAG = f"{A}defPPr"
BULLETS: Mapping[object, str] = {
    f"{A}buNone": "",
    f"{A}buChar": "bullet",
    f"{A}buBlip": "bullet",
    f"{A}buAutoNum": "number",
}
FILLS_OF_TEXT = frozenset(A + name for name in ("solidFill", "gradFill", "blipFill", "pattFill", "noFill"))
FIELD_CODES = {"slidenum": "PAGE", "datetime": "DATE", "header": "HEADER", "footer": "FOOTER"}
UNLINED = ("none", "noStrike", "")


def read_list_style(element: _Element | None) -> tuple[Level, ...]:
    """Read an a:lstStyle or the like (21.1.2.4.12): what it sets at each of the nine levels."""
    if element is None or not len(element):
        return NO_LEVELS
    found = {child.tag: read_paragraph_settings(child) for child in element if isinstance(child.tag, str)}
    default = found.get(DEFAULT_TAG, {})
    return tuple({**default, **found.get(tag, {})} for tag in LEVEL_TAGS)


def read_paragraph_settings(element: _Element | None) -> dict[str, Any]:
    """What an a:pPr or a level sets, with the defaults for runs that it holds."""
    if element is None:
        return {}
    found: dict[str, Any] = {
        name: value for name in ("algn", "marL", "marR", "indent") if (value := element.get(name))
    }
    for child in element:
        tag = child.tag
        if tag in BULLETS:
            found["bullet"] = BULLETS[tag]
        elif tag == f"{A}defRPr":
            found.update(read_run_settings(child))
        elif tag in (f"{A}lnSpc", f"{A}spcBef", f"{A}spcAft") and len(child):
            found[tag[len(A) :]] = (child[0].tag == f"{A}spcPts", child[0].get("val"))
    return found


def read_run_settings(element: _Element | None) -> dict[str, Any]:
    """What an a:rPr or a:defRPr sets (21.1.2.3.9)."""
    if element is None:
        return {}
    found: dict[str, Any] = {str(name): value for name, value in element.items()}
    for child in element:
        tag = child.tag
        if tag in FILLS_OF_TEXT:
            found["fill"] = child
        elif tag == f"{A}latin":
            found["font"] = child.get("typeface", "")
        elif tag == f"{A}highlight":
            found["highlight"] = child
        elif tag == f"{A}hlinkClick":
            found["click"] = child
    return found


class Dress(NamedTuple):
    """What text in a shape or cell is dressed in.

    ``levels`` are list styles, the most general first. ``background`` lies behind the text. ``colour`` is the one that
    the shape's style or table style gives, over the list styles'; ``bold`` likewise. ``scale``: automatic shrinking.
    """

    levels: tuple[tuple[Level, ...], ...]
    background: str | None
    theme: Theme
    colour_map: Mapping[str, str]
    colour: Paint | None = None
    bold: bool | None = None
    scale: float = 1.0
    role: Role = "text"
    list_id: str = ""
    vague_colour: bool = False


class _OpenLink(NamedTuple):
    """A link while it is read: what it says so far, and then as in ``Link``."""

    texts: list[str]
    target: str
    bookmark: str
    tooltip: str
    language: str


class _Said(NamedTuple):
    """What a paragraph says so far."""

    runs: list[tuple[list[str], RunFormat, bool]]
    links: list[_OpenLink]
    fields: list[Field]


class SlideText:
    """Reads text bodies. ``relations`` are those of the part being read; ``default_language`` is the deck's."""

    def __init__(self) -> None:
        self.relations: Mapping[str, Relation] = {}
        self.default_language = ""
        self.numbered = 0
        self._formats: dict[RunFormat, RunFormat] = {}
        self._settings: dict[ParagraphFormat, ParagraphFormat] = {}

    def paragraphs(self, body: _Element, place: Place, dress: Dress) -> tuple[Paragraph, ...]:
        """Read the paragraphs of a text body."""
        merged: dict[int, dict[str, Any]] = {}
        return told_apart(
            [self._paragraph(child, place, dress, merged) for child in body.iterchildren(f"{A}p")]
        )

    def _paragraph(
        self, element: _Element, place: Place, dress: Dress, merged: dict[int, dict[str, Any]]
    ) -> Paragraph:
        self.numbered += 1
        own = element.find(f"{A}pPr")
        level = min(max(whole(own.get("lvl")) if own is not None else 0, 0), LEVELS - 1)
        of_level = merged.get(level)
        if of_level is None:
            of_level = merged[level] = {}
            for style in dress.levels:
                of_level.update(style[level])
        setting = of_level if own is None else {**of_level, **read_paragraph_settings(own)}
        said = _Said([], [], [])
        for child in _pieces(element):
            self._piece(child, setting, dress, said)
        runs = [Run("".join(texts), format_, in_link) for texts, format_, in_link in said.runs]
        text = "".join(run.text for run in runs)
        bullet = setting.get("bullet", "")
        mark = ListMark(dress.list_id, level + 1, bullet == "number") if bullet and text.strip() else None
        return Paragraph(
            text,
            place,
            self.numbered,
            dress.role,
            0,
            "",
            mark,
            self._set(setting),
            tuple(runs),
            self._language(runs, setting),
            tuple(Link("".join(link.texts), *link[1:], around=text, place=place) for link in said.links),
            fields=tuple(said.fields),
        )

    def _piece(self, child: _Element, setting: dict[str, Any], dress: Dress, said: _Said) -> None:
        tag = child.tag
        if tag == f"{A}br":
            text = "\n"
        elif tag in (f"{A}r", f"{A}fld"):
            # A vertical tab is a line break that was pasted in.
            text = "".join(found.text or "" for found in child.iterchildren(f"{A}t")).replace("\v", "\n")
        else:
            text = "".join(found.text or "" for found in child.iter(f"{M}t"))
        if tag == f"{A}fld":
            kind = child.get("type", "")
            codes = (code for start, code in FIELD_CODES.items() if kind.startswith(start))
            said.fields.append(Field(next(codes, kind.upper())))
        if not text:
            return
        own = read_run_settings(child.find(f"{A}rPr"))
        click = own.get("click")
        target, inside = read_click(click, self.relations)
        is_link = bool(target or inside)
        format_ = self._format({**setting, **own}, own, dress, is_link)
        last = said.runs[-1] if said.runs else None
        if is_link and click is not None:
            goes_on = said.links and last is not None and last[2] and said.links[-1][1:3] == (target, inside)
            if goes_on:
                said.links[-1].texts.append(text)
            else:
                tip = click.get("tooltip", "")
                said.links.append(_OpenLink([text], target, inside, tip, format_.language))
        if last is not None and last[1] is format_ and last[2] == is_link:
            last[0].append(text)
        else:
            said.runs.append(([text], format_, is_link))

    def _format(self, merged: dict[str, Any], own: dict[str, Any], dress: Dress, is_link: bool) -> RunFormat:
        size = points(merged.get("sz"), 100, 18.0) * dress.scale
        background, highlighted = dress.background, False
        if (highlight := merged.get("highlight")) is not None:
            paint = read_paint(highlight, dress.theme, dress.colour_map)
            background, highlighted = (paint.colour if paint else None), True
        bold = on_off(merged.get("b", "0")) if "b" in own or dress.bold is None else dress.bold
        found = RunFormat(
            dress.theme.font(merged.get("font", "+mn-lt")),
            size,
            bold,
            on_off(merged.get("i", "0")),
            is_link or merged.get("u", "none") not in UNLINED,
            merged.get("strike", "noStrike") not in UNLINED,
            merged.get("cap", "none") == "all",
            raised=_raised(merged.get("baseline")),
            colour=self._colour(merged, own, dress, is_link, background),
            background=background,
            highlighted=highlighted,
            language=language_tag(merged.get("lang")) or self.default_language,
            direct=frozenset(ours for theirs, ours in DIRECT.items() if theirs in own),
        )
        return self._formats.setdefault(found, found)

    def _colour(
        self, merged: dict[str, Any], own: dict[str, Any], dress: Dress, is_link: bool, background: str | None
    ) -> str | None:
        if is_link:
            return dress.theme.colours.get(dress.colour_map.get("hlink", "hlink"))
        fill = own.get("fill")
        if fill is None:
            if dress.vague_colour:
                return None
            if dress.colour is not None:
                return dress.colour.over(background)
            fill = merged.get("fill")
        if fill is None:
            return dress.theme.colours.get(dress.colour_map.get("tx1", "dk1"))
        if fill.tag != f"{A}solidFill":
            return None
        paint = read_paint(fill, dress.theme, dress.colour_map)
        return paint.over(background) if paint else None

    def _set(self, setting: Mapping[str, Any]) -> ParagraphFormat:
        exact, line = setting.get("lnSpc", (False, None))
        height = points(line, 100) if exact else (fraction(line) if line else 0.0)
        found = ParagraphFormat(
            ALIGNMENTS.get(setting.get("algn", "l"), "start"),
            points(setting.get("marL"), 12_700),
            points(setting.get("marR"), 12_700),
            points(setting.get("indent"), 12_700),
            _space(setting.get("spcBef")),
            _space(setting.get("spcAft")),
            height,
            exact,
        )
        return self._settings.setdefault(found, found)

    def _language(self, runs: list[Run], setting: Mapping[str, Any]) -> str:
        if not runs:
            return language_tag(setting.get("lang")) or self.default_language
        letters: dict[str, int] = {}
        for run in runs:
            letters[run.format.language] = letters.get(run.format.language, 0) + len(run.text)
        return max(letters, key=letters.__getitem__)


DIRECT = {
    "b": "bold",
    "i": "italic",
    "u": "underline",
    "strike": "strike",
    "fill": "colour",
    "highlight": "highlight",
    "sz": "size",
    "font": "font",
}


def _pieces(element: _Element) -> Iterator[_Element]:
    """What a paragraph is made of: runs, line breaks, fields and formulas."""
    for child in element:
        if child.tag in (f"{A}r", f"{A}br", f"{A}fld"):
            yield child
        elif child.tag == ALTERNATE:
            yield from _formulas(branch_taken(child))
        elif isinstance(child.tag, str) and child.tag.endswith("}m"):
            yield child


def _formulas(branch: Iterable[_Element]) -> Iterator[_Element]:
    return (inner for inner in branch if isinstance(inner.tag, str))


def _raised(baseline: str | None) -> int:
    share = fraction(baseline) if baseline else 0.0
    return (share > 0) - (share < 0)


def _space(spacing: tuple[bool, str | None] | None) -> float:
    """Space before or after in points; a share of the line's height counts as none."""
    return points(spacing[1], 100) if spacing and spacing[0] else 0.0


def text_scale(body_properties: _Element | None) -> float:
    """How much text was shrunk to fit its shape (21.1.2.1.3)."""
    fit = body_properties.find(f"{A}normAutofit") if body_properties is not None else None
    scale = fit.get("fontScale") if fit is not None else None
    return min(max(fraction(scale), 0.1), 1.0) if scale else 1.0
