"""Styles of an OpenDocument file, resolved: what text, shapes and cells have once defaults, parent styles and automatic
styles are added up.

Clauses are those of ODF 1.3, part 3.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from a11ycheck.documents.office.limits import LONGEST_CHAIN, MOST_SPANNED
from a11ycheck.documents.office.model import Alignment, ParagraphFormat, Role, RunFormat, Style
from a11ycheck.documents.office.odf_names import (
    DRAW,
    FO,
    HREF,
    LOEXT,
    OFFICE,
    PRESENTATION,
    SMIL,
    STYLE,
    SVG,
    TEXT,
    colour,
    is_true,
    length,
    share,
    unescaped,
)
from a11ycheck.documents.office.theme_colours import Paint, on
from a11ycheck.documents.office.word_values import language_tag, number, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

Attributes = dict[str, str]

ALIGNMENTS: Mapping[str, Alignment] = {
    "start": "start",
    "left": "start",
    "center": "centre",
    "end": "end",
    "right": "end",
    "justify": "justified",
}
ROLES: Mapping[str, Role] = {
    "Title": "title",
    "Subtitle": "subtitle",
    "Caption": "caption",
    "Quotations": "quote",
    "Quote": "quote",
}
"""Styles that say what a paragraph is. LibreOffice writes these names whatever its language."""
ENTRIES = ("Contents_20_", "Index_20_", "User_20_Index_20_", "Illustration_20_Index_20_")
"""How the names of the styles for entries in tables of contents and indexes begin."""

NAME = STYLE + "name"
PICTURE = "picture"
LEADER = "leader"
COLUMNS = "columns"
SOUND = "sound"
"""What child elements of properties say, kept among the attributes under these names."""

TEXT_PROPERTIES = STYLE + "text-properties"
PARAGRAPH_PROPERTIES = STYLE + "paragraph-properties"

LANGUAGES = (
    (STYLE + "rfc-language-tag", FO + "language", FO + "script", FO + "country"),
    *(
        tuple(f"{STYLE}{name}-{script}" for name in ("rfc-language-tag", "language", "script", "country"))
        for script in ("asian", "complex")
    ),
)
"""The attributes that say a text's language, by its script (20.193 to 20.205)."""
OF_LANGUAGE = frozenset(name for names in LANGUAGES for name in names)
LINK_STYLES = frozenset({"Internet_20_link", "Visited_20_Internet_20_Link"})
NO_LINE = ("none", "")


class Base(NamedTuple):
    """What text stands in, as far as styles go: nothing in a text document's body, else a shape or cell with its style.

    ``under`` is a style of the same family below that one, as a table's template gives it; ``text_style`` the paragraph
    style that the shape gives its text.
    """

    family: str = "paragraph"
    style: str = ""
    under: str = ""
    text_style: str = ""


IN_BODY = Base()


class Own(NamedTuple):
    """What a style says with its parent styles, defaults left out. ``names``: its own first, then its parents'."""

    text: Attributes
    paragraph: Attributes
    rest: Attributes
    names: tuple[str, ...]
    list_style: str | None
    outline_level: str | None
    starts_page: bool


NOTHING = Own({}, {}, {}, (), None, None, False)


class ParagraphStyle(NamedTuple):
    """What a paragraph is by its style. ``level`` is 0 where the style makes no headings. ``background``: empty where
    the paragraph has none of its own, None where it cannot be told."""

    name: str
    role: Role
    level: int
    list_style: str
    numbered: bool
    format: ParagraphFormat
    background: str | None
    ends_page: bool


class Styles:
    """The styles that one part can name: the document's own, the part's automatic ones, and fonts.

    ``roots`` are the root elements that hold styles, the part's own last.
    """

    def __init__(self, *roots: _Element) -> None:
        self._styles: dict[tuple[str, str], _Element] = {}
        self._automatic: set[tuple[str, str]] = set()
        self._defaults: dict[str, _Element] = {}
        self._lists: dict[str, _Element] = {}
        self._layouts: dict[str, _Element] = {}
        self._fonts: dict[str, str] = {}
        self._fills: dict[str, str] = {}
        for root in roots:
            self._read(root.find(OFFICE + "font-face-decls"), False)
            self._read(root.find(OFFICE + "styles"), False)
        self._read(roots[-1].find(OFFICE + "automatic-styles"), True)
        self._own: dict[tuple[str, str], Own] = {}
        self._runs: dict[tuple[Base, str, tuple[str, ...], str | None, int], RunFormat] = {}
        self._formats: dict[RunFormat, RunFormat] = {}
        self._paragraphs: dict[tuple[Base, str], ParagraphStyle] = {}
        self._ordered: dict[tuple[str, int], bool | None] = {}
        self.used: Counter[tuple[str, str]] = Counter()

    def _read(self, part: _Element | None, automatic: bool) -> None:
        for element in part if part is not None else ():
            name = element.get(NAME) or ""
            if element.tag == STYLE + "style":
                key = (element.get(STYLE + "family") or "", name)
                self._styles[key] = element
                if automatic:
                    self._automatic.add(key)
            elif element.tag == STYLE + "default-style":
                self._defaults.setdefault(element.get(STYLE + "family") or "", element)
            elif element.tag == TEXT + "list-style":
                self._lists[name] = element
            elif element.tag == STYLE + "page-layout":
                self._layouts[name] = element
            elif element.tag == STYLE + "font-face":
                self._fonts[name] = (element.get(SVG + "font-family") or name).strip("'")
            elif element.tag == DRAW + "fill-image":
                self._fills[element.get(DRAW + "name") or ""] = element.get(HREF) or ""

    # Styles

    def own(self, family: str, name: str) -> Own:
        """What a style says, with its parents. A circle of parents is left where it closes."""
        key = (family, name)
        found = self._own.get(key)
        if found is None:
            found = self._own[key] = self._added_up(family, name)
        return found

    def _added_up(self, family: str, name: str) -> Own:
        """Add up a style and its parents, and keep what comes of each."""
        chain: list[str] = []
        while (family, name) in self._styles and name not in chain and len(chain) < LONGEST_CHAIN:
            if (family, name) in self._own:
                break
            chain.append(name)
            name = self._styles[family, name].get(STYLE + "parent-style-name") or ""
        found = self._own.get((family, name), NOTHING)
        for name in reversed(chain):
            element = self._styles[family, name]
            text, paragraph, rest = dict(found.text), dict(found.paragraph), dict(found.rest)
            _add(element, text, paragraph, rest)
            found = self._own[family, name] = Own(
                text,
                paragraph,
                rest,
                (name, *found.names)[:LONGEST_CHAIN],
                element.get(STYLE + "list-style-name", found.list_style),
                element.get(STYLE + "default-outline-level", found.outline_level),
                # Its own page, not its parent's: LibreOffice gives headings none that begin with a new page.
                bool(element.get(STYLE + "master-page-name")),
            )
        return found

    def default(self, family: str) -> Own:
        """What a family's default style says."""
        key = (family, "\0")
        found = self._own.get(key)
        if found is None:
            text: Attributes = {}
            paragraph: Attributes = {}
            rest: Attributes = {}
            element = self._defaults.get(family)
            if element is not None:
                _add(element, text, paragraph, rest)
            elif family in ("presentation", "table-cell"):
                return self.default("graphic")
            found = self._own[key] = Own(text, paragraph, rest, (), None, None, False)
        return found

    def exists(self, family: str, name: str) -> bool:
        return (family, name) in self._styles

    def name_of(self, family: str, name: str) -> str:
        """The name, as people see it, of the nearest style that has one: automatic styles have none."""
        named = next(
            (each for each in self.own(family, name).names if (family, each) not in self._automatic), ""
        )
        element = self._styles.get((family, named))
        shown = element.get(STYLE + "display-name") if element is not None else None
        return shown or unescaped(named)

    def page_of(self, paragraph: str) -> str:
        """The master page that a paragraph of this style begins, empty where it begins none."""
        element = self._styles.get(("paragraph", paragraph))
        return (element.get(STYLE + "master-page-name") or "") if element is not None else ""

    def layout(self, name: str) -> Attributes:
        """The properties of a page layout."""
        rest: Attributes = {}
        element = self._layouts.get(name)
        if element is not None:
            _add(element, {}, {}, rest)
        return rest

    # Text

    @property
    def default_language(self) -> str:
        """The language of text with no mark of its own; slides take theirs from the default for shapes."""
        standard = self.own("paragraph", "Standard").text
        layers = [self.default("paragraph").text, standard]
        found = _language(over(*layers), 0)
        return found or _language(self.default("graphic").text, 0)

    @property
    def default_shape_language(self) -> str:
        return _language(self.default("graphic").text, 0) or self.default_language

    def paragraph(self, name: str, base: Base = IN_BODY) -> ParagraphStyle:
        """What a paragraph of this style is, and how it is set."""
        key = (base, name)
        found = self._paragraphs.get(key)
        if found is None:
            found = self._paragraphs[key] = self._resolve_paragraph(name, base)
        return found

    def _resolve_paragraph(self, name: str, base: Base) -> ParagraphStyle:
        own = self.own("paragraph", name)
        merged = over(*(layer.paragraph for layer in self._below(base)), own.paragraph)
        level = min(max(whole(own.outline_level), 0), 10) if own.outline_level else 0
        fill = own.rest.get(DRAW + "fill", "solid")
        background: str | None = colour(own.paragraph.get(FO + "background-color"))
        if PICTURE in own.paragraph or fill in ("gradient", "bitmap", "hatch"):
            background = None
        return ParagraphStyle(
            self.name_of("paragraph", name),
            "heading" if level else _role(own.names),
            level,
            own.list_style or "",
            merged.get(TEXT + "enable-numbering") != "false",
            _paragraph_format(merged, own.starts_page),
            background,
            merged.get(FO + "break-after") in ("page", "column"),
        )

    def run(
        self, base: Base, paragraph: str, spans: tuple[str, ...], behind: str | None, text: str
    ) -> RunFormat:
        """How characters look that stand in spans with these styles, the outermost first, on the colour ``behind``."""
        key = (base, paragraph, spans, behind, _script(text))
        found = self._runs.get(key)
        if found is None:
            found = self._resolve_run(*key)
            found = self._runs[key] = self._formats.setdefault(found, found)
        return found

    def _resolve_run(
        self, base: Base, paragraph: str, spans: tuple[str, ...], behind: str | None, script: int
    ) -> RunFormat:
        merged = over(
            *(layer.text for layer in self._below(base)),
            self.own("paragraph", paragraph).text,
            *(self._of_span(span) for span in spans),
        )
        get = merged.get
        highlight = colour(get(FO + "background-color"))
        behind = highlight or behind
        size = get(FO + "font-size", "")
        font = get(STYLE + "font-name", "")
        position = get(STYLE + "text-position", "")
        return RunFormat(
            self._fonts.get(font, font) or get(FO + "font-family", "").strip("'"),
            round(length(size), 2),
            _is_bold(get(FO + "font-weight")),
            get(FO + "font-style") in ("italic", "oblique"),
            _has_line(merged, "underline"),
            _has_line(merged, "line-through"),
            get(FO + "text-transform") == "uppercase",
            get(TEXT + "display") == "none",
            is_true(get(STYLE + "text-blinking")),
            _raised(position),
            _ink(merged, behind),
            behind,
            bool(highlight),
            _language(merged, script),
            self._by_hand(paragraph, spans, merged),
        )

    def _of_span(self, name: str) -> Attributes:
        """What a character style says. LibreOffice's styles for links say “no language” without anyone having said so;
        text in links speaks the language around it."""
        own = self.own("text", name)
        if LINK_STYLES.isdisjoint(own.names) or _language(own.text, 0) != "zxx":
            return own.text
        return {key: value for key, value in own.text.items() if key not in OF_LANGUAGE}

    def _below(self, base: Base) -> tuple[Own, ...]:
        """What lies below a paragraph's own style."""
        layers = (self.own(base.family, base.under), self.own(base.family, base.style))
        return self.default(base.family), *layers, self.own("paragraph", base.text_style)

    def on_level(self, base: Base, level: int) -> Base:
        """What text on this level of an outline on a slide stands in: masters have a style for each level."""
        own = self.own(base.family, base.style)
        first = next((name for name in own.names if name.endswith("-outline1")), "")
        deeper = f"{first[:-1]}{level}"
        if not first or not self.exists(base.family, deeper):
            return base
        key = (base.family, f"{base.style}\0{level}")
        if key not in self._own:
            of_level, by_hand = self.own(base.family, deeper), Own({}, {}, {}, (), None, None, False)
            for name in reversed(own.names[: own.names.index(first)]):
                _add(self._styles[base.family, name], by_hand.text, by_hand.paragraph, by_hand.rest)
            self._own[key] = of_level._replace(
                text=over(of_level.text, by_hand.text), paragraph=over(of_level.paragraph, by_hand.paragraph)
            )
        return base._replace(style=key[1])

    def _by_hand(self, paragraph: str, spans: tuple[str, ...], merged: Attributes) -> frozenset[str]:
        """What automatic styles set: they are what is left of formatting by hand."""
        set_by_hand: set[str] = set()
        for key in (("paragraph", paragraph), *(("text", span) for span in spans)):
            if key in self._automatic:
                for properties in self._styles[key].iterchildren(TEXT_PROPERTIES):
                    set_by_hand.update(map(str, properties.attrib))
        found = {name for name, attributes in BY_HAND.items() if not set_by_hand.isdisjoint(attributes)}
        turned_on = {
            "bold": _is_bold(merged.get(FO + "font-weight")),
            "italic": merged.get(FO + "font-style") in ("italic", "oblique"),
            "underline": _has_line(merged, "underline"),
            "strike": _has_line(merged, "line-through"),
            "highlight": bool(colour(merged.get(FO + "background-color"))),
        }
        return frozenset(name for name in found if turned_on.get(name, True))

    def in_use(self) -> tuple[Style, ...]:
        """The paragraph and character styles that text has, with what they set."""
        counted: Counter[tuple[str, str]] = Counter()
        for (family, name), count in self.used.items():
            chain = self.own(family, name).names
            named = next((each for each in chain if (family, each) not in self._automatic), "")
            if named:
                counted[family, named] += count
        return tuple(
            Style(
                self.name_of(family, name),
                _language(self.own(family, name).text, 0),
                self.paragraph(name).format.alignment if family == "paragraph" else "start",
                count if family == "paragraph" else 0,
                family == "text",
            )
            for (family, name), count in counted.items()
        )

    # Lists

    def is_ordered(self, list_style: str, level: int) -> bool | None:
        """Does a list style number its items on this level? None where it gives them no mark at all."""
        key = (list_style, level)
        if key not in self._ordered:
            self._ordered[key] = self._find_ordered(list_style, level)
        return self._ordered[key]

    def _find_ordered(self, list_style: str, level: int) -> bool | None:
        element = self._lists.get(list_style)
        for mark in element if element is not None else ():
            if mark.get(TEXT + "level") != str(level):
                continue
            if mark.tag == TEXT + "list-level-style-number":
                written = mark.get(STYLE + "num-format") or (mark.get(STYLE + "num-prefix") or "").strip()
                return True if written else None
            if mark.tag == TEXT + "list-level-style-bullet":
                return False if (mark.get(TEXT + "bullet-char") or "").strip() else None
            return False
        return False

    # Fills

    def fill(self, family: str, name: str, filled_if_silent: bool = False) -> tuple[bool, Paint | None]:
        """Whether a shape has a fill, and its paint; None where it cannot be told (a gradient, a picture)."""
        return self.paint(over(self.default(family).rest, self.own(family, name).rest), filled_if_silent)

    def paint(self, rest: Attributes, filled_if_silent: bool = False) -> tuple[bool, Paint | None]:
        """The same for attributes that have been added up."""
        fill = rest.get(DRAW + "fill")
        if fill is None:
            background = colour(rest.get(FO + "background-color"))
            if PICTURE in rest:
                return True, None
            if background:
                return True, Paint(background)
            fill = "solid" if filled_if_silent else "none"
        if fill == "none":
            return False, None
        plain = colour(rest.get(DRAW + "fill-color"))
        if fill != "solid" or not plain or rest.get(DRAW + "opacity-name"):
            return True, None
        return True, Paint(plain, share(rest.get(DRAW + "opacity")))

    def fill_image(self, rest: Attributes) -> str:
        """The address of the picture that fills a shape or page; empty where none does."""
        if rest.get(DRAW + "fill") == "bitmap":
            return self._fills.get(rest.get(DRAW + "fill-image-name", ""), "")
        return rest.get(PICTURE, "")


BY_HAND: Mapping[str, tuple[str, ...]] = {
    "bold": (FO + "font-weight",),
    "italic": (FO + "font-style",),
    "underline": (STYLE + "text-underline-style",),
    "strike": (STYLE + "text-line-through-style", STYLE + "text-line-through-type"),
    "colour": (FO + "color",),
    "highlight": (FO + "background-color",),
    "size": (FO + "font-size",),
    "font": (STYLE + "font-name", FO + "font-family"),
}
"""What formatting by hand is called, with the attributes that it leaves."""


READ: Mapping[object, str] = {
    name: name
    for name in (
        *(name for names in LANGUAGES for name in names),
        *(name for names in BY_HAND.values() for name in names),
        *(
            FO + name
            for name in ("text-transform", "text-align", "text-indent", "line-height", "keep-together")
        ),
        *(FO + name for name in ("margin-left", "margin-right", "margin-top", "margin-bottom")),
        *(FO + name for name in ("border", "border-left", "border-right", "border-top", "border-bottom")),
        *(FO + name for name in ("break-before", "break-after", "page-width", "page-height")),
        *(STYLE + name for name in ("text-position", "text-underline-type", "use-window-font-color")),
        *(STYLE + name for name in ("text-blinking", "run-through")),
        *(TEXT + name for name in ("display", "enable-numbering")),
        *(
            DRAW + name
            for name in ("fill", "fill-color", "fill-image-name", "opacity", "opacity-name", "stroke")
        ),
        *(PRESENTATION + name for name in ("visibility", "background-visible", "transition-type")),
        *(PRESENTATION + name for name in ("transition-style", "duration")),
        *(SVG + "stroke-color", SMIL + "type", LOEXT + "opacity", LOEXT + "decorative", DRAW + "decorative"),
    )
}
"""The attributes of properties that say something here; there are some four hundred."""


def _add(element: _Element, text: Attributes, paragraph: Attributes, rest: Attributes) -> None:
    """Add what a style element says over what its parents have said."""
    for properties in element:
        said = {READ[name]: str(value) for name, value in properties.items() if name in READ}
        if properties.tag == TEXT_PROPERTIES:
            text.update(over(text, said))
            continue
        into = paragraph if properties.tag == PARAGRAPH_PROPERTIES else rest
        into.update(said)
        for child in properties:
            if child.tag == STYLE + "tab-stops":
                leaders = (stop.get(STYLE + "leader-style") not in (None, *NO_LINE) for stop in child)
                into[LEADER] = "yes" if any(leaders) else ""
            elif child.tag == STYLE + "background-image":
                if href := child.get(HREF):
                    into[PICTURE] = href
                else:
                    into.pop(PICTURE, None)
            elif child.tag == STYLE + "columns":
                into[COLUMNS] = child.get(FO + "column-count") or "1"
            elif child.tag == PRESENTATION + "sound":
                into[SOUND] = "yes"


def over(*layers: Attributes) -> Attributes:
    """Add layers up, the topmost last; a font size in per cent is of the one below it (20.182)."""
    merged: Attributes = {}
    for layer in layers:
        size, below = layer.get(FO + "font-size", ""), merged.get(FO + "font-size", "")
        if FO + "color" in layer:
            # A colour takes the place of an automatic one, and of how transparent that was.
            merged.pop(STYLE + "use-window-font-color", None)
            merged.pop(LOEXT + "opacity", None)
        merged.update(layer)
        if size.endswith("%") and below:
            factor = min(max(number(size[:-1], 100.0) / 100, 0.01), 100.0)
            if below.endswith("%"):
                merged[FO + "font-size"] = f"{number(below[:-1], 100.0) * factor:.4f}%"
            else:
                merged[FO + "font-size"] = f"{length(below) * factor:.4f}pt"
    return merged


def _language(text: Attributes, script: int) -> str:
    tag, language, writing, country = (text.get(name, "") for name in LANGUAGES[script])
    if not language and not tag and script:
        return _language(text, 0)
    if tag:
        return language_tag(tag)
    if language in ("", "none", "zxx"):
        return "zxx" if language else ""
    return language_tag("-".join(part for part in (language, writing, country) if part not in ("", "none")))


def _script(text: str) -> int:
    """Which of a text's languages counts: 0 for most scripts, 1 for those of East Asia, 2 for those written from right
    to left and those of South and South-East Asia."""
    if text.isascii():
        return 0
    asian = sum("\u2e80" <= sign < "\ufb00" for sign in text)
    complex_ = sum("\u0590" <= sign < "\u10a0" or "\ufb1d" <= sign < "\ufeff" for sign in text)
    if 2 * max(asian, complex_) < len(text):
        return 0
    return 1 if asian >= complex_ else 2


def _is_bold(weight: str | None) -> bool:
    return weight == "bold" or (weight is not None and weight.isdecimal() and whole(weight) >= 600)


def _has_line(text: Attributes, which: str) -> bool:
    return (
        text.get(f"{STYLE}text-{which}-style", "none") not in NO_LINE
        or text.get(f"{STYLE}text-{which}-type", "none") not in NO_LINE
    )


def _raised(position: str) -> int:
    if position.startswith("super"):
        return 1
    if position.startswith("sub"):
        return -1
    moved = number(position.partition("%")[0]) if "%" in position else 0.0
    return (moved > 0) - (moved < 0)


def _ink(text: Attributes, behind: str | None) -> str | None:
    plain = colour(text.get(FO + "color"))
    if not plain or is_true(text.get(STYLE + "use-window-font-color")):
        return on(behind) if behind else None
    return Paint(plain, share(text.get(LOEXT + "opacity"))).over(behind)


def _role(names: Iterable[str]) -> Role:
    for name in names:
        if name in ROLES:
            return ROLES[name]
        if name.startswith(ENTRIES) and name[-1].isdecimal():
            return "entry in a table of contents"
    return "text"


def _paragraph_format(paragraph: Attributes, starts_page: bool) -> ParagraphFormat:
    line = paragraph.get(FO + "line-height", "")
    in_lines = line.endswith("%")
    return ParagraphFormat(
        ALIGNMENTS.get(paragraph.get(FO + "text-align", ""), "start"),
        length(paragraph.get(FO + "margin-left")),
        length(paragraph.get(FO + "margin-right")),
        length(paragraph.get(FO + "text-indent")),
        length(paragraph.get(FO + "margin-top")),
        length(paragraph.get(FO + "margin-bottom")),
        min(number(line[:-1]) / 100, float(MOST_SPANNED)) if in_lines else length(line),
        bool(line) and not in_lines and line != "normal",
        bool(paragraph.get(LEADER)),
        starts_page or paragraph.get(FO + "break-before") in ("page", "column"),
    )
