"""Fonts as rules see them: what they and the programs that the file embeds say of the codes that are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from a11ycheck.outcome import Where, anchor


class Font(NamedTuple):
    """A font that text is drawn with. ``bold`` is read from its name, flags and weight; ``codes`` are those drawn, and
    ``rendered`` those of them that are drawn to be seen."""

    name: str = ""
    bold: bool = False
    codes: frozenset[int] = frozenset()
    rendered: frozenset[int] = frozenset()


Collection = tuple[str, str, int]
"""A character collection (9.7.3): registry, ordering and supplement."""


class Glyph(NamedTuple):
    """A code that text is drawn with, as its font has it.

    ``unicode``: what it says, None where nothing in the file tells. ``is_there``: the font program has a glyph for it;
    None where none can be read. ``width`` is what the font dictionary says and ``own_width`` what the program says, in
    thousandths of the font size, None where it does not say. ``is_notdef``: it stands for the glyph of what is missing.
    ``is_rendered``: it is drawn to be seen.
    """

    code: int
    unicode: str | None
    is_there: bool | None = True
    width: float = 0.0
    own_width: float | None = None
    is_notdef: bool = False
    is_rendered: bool = True


class CMapFacts(NamedTuple):
    """The CMap of a composite font (9.7.5): its name, and whether it is one that the standard names or is embedded.

    ``collection`` is the one that it leads to. ``writing_modes`` are those of an embedded CMap's dictionary and of its
    stream. ``base`` is the CMap that it builds on.
    """

    name: str = ""
    is_predefined: bool = False
    is_embedded: bool = False
    collection: Collection | None = None
    writing_modes: tuple[int, int] = (0, 0)
    base: CMapFacts | None = None


@dataclass(slots=True)
class FontFacts:
    """What a font's dictionaries and the program that it embeds say of the codes that text is drawn with.

    ``index`` is its place in ``Pdf.fonts`` and ``page`` the first that it is drawn on, 0 for annotations. ``kind`` is
    its subtype; for a composite font, that of its CIDFont. ``is_embedded``: there is a program that can be read;
    ``is_unreadable``: there is one that cannot. ``encoding``: the name of its encoding or of the one it builds on.
    ``unknown_names``: those in its Differences that the Adobe Glyph List does not have, None without Differences.
    ``maps``: platform and encoding of the program's character maps ("cmap"), None where it is no TrueType program.
    ``lists_its_glyphs``: CharSet or CIDSet lists the glyphs of the program, None where neither has to.
    ``has_glyph_map``, ``collection`` and ``cmap`` are those of composite fonts.
    """

    index: int = 0
    name: str = ""
    page: int = 0
    kind: str = "TrueType"
    is_rendered: bool = True
    is_embedded: bool = True
    is_unreadable: bool = False
    is_symbolic: bool = False
    encoding: str | None = None
    unknown_names: tuple[str, ...] | None = None
    maps: tuple[tuple[int, int], ...] | None = None
    lists_its_glyphs: bool | None = None
    has_glyph_map: bool = False
    collection: Collection | None = None
    cmap: CMapFacts | None = None
    glyphs: tuple[Glyph, ...] = ()

    @property
    def unmapped(self) -> int:
        """How many codes are drawn that show something and that nothing maps to Unicode."""
        return sum(glyph.unicode is None and not glyph.is_notdef for glyph in self.glyphs)

    @property
    def where(self) -> Where:
        page: list[tuple[str, str | int]] = [("page", self.page)] if self.page else []
        return Where((*page, ("font", self.name[:60])), anchor("font", self.name))
