"""Fonts are whole, and say what their characters are (ISO 14289-1, 7.21).

Each rule is put to the fonts that text is drawn with, once for each font however much is drawn. Text that is drawn to
be invisible, such as the words of a scanned page, needs no glyphs; it needs to be known all the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.font_model import CMapFacts, Font, FontFacts, Glyph
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Drawn, Item

if TYPE_CHECKING:
    from collections.abc import Callable

    Choice = Callable[[FontFacts], bool]

FIX = Fix(
    Text(
        "Make the PDF again with a program that follows PDF/UA or PDF/A, or choose another font.",
        "Gör om pdf:en med ett program som följer PDF/UA eller PDF/A, eller välj ett annat typsnitt.",
    ),
    word=Text(
        "Choose File > Save As and PDF. Open the options there and tick PDF/A, which takes all fonts along.",
        "Välj Arkiv > Spara som och PDF. Öppna alternativen där och kryssa i PDF/A, som tar med alla typsnitt.",
    ),
    libreoffice=steps.EXPORT_AS_UA_IN_LIBREOFFICE,
    acrobat=Text(
        "Let Preflight look for problems with fonts and mend those that it can mend.",
        "Låt Preflight leta efter problem med typsnitt och rätta dem som den kan rätta.",
    ),
)
LOOKS = Text(
    "Letters can be shown as others, as boxes or not at all, on another device and with other settings than yours.",
    "Bokstäver kan visas som andra, som rutor eller inte alls, på en annan enhet och med andra inställningar än dina.",
)
SOUNDS = Text(
    "A screen reader and a search find out what the letters are from the font; what it does not tell is left out or "
    "read wrongly.",
    "Skärmläsaren och den som söker får veta av typsnittet vilka bokstäverna är; det som det inte berättar hoppas över "
    "eller läses fel.",
)


IN_PDF_UA_2 = {"3.1": "3.1", "3.2": "3.2", "3.3": "4", "4.1": "5.1", "5": "6", "6": "7", "7": "8", "8": "9"}
"""Parts of PDF/UA-1 7.21, and the parts of PDF/UA-2 8.4.5 that ask for the same."""


def clauses(clause: str) -> tuple[str, ...]:
    """Return clause 7.21.``clause`` of PDF/UA-1, and the one of PDF/UA-2 if there is one."""
    part, _, test = clause.partition("-")
    same = (f"PDF/UA-2 8.4.5.{IN_PDF_UA_2[part]}-{test}",) if part in IN_PDF_UA_2 else ()
    return (f"PDF/UA-1 7.21.{clause}", *same)


def about(
    clause: str,
    fonts: Choice,
    title: Text,
    messages: dict[str, Text],
    why: Text = LOOKS,
    who: tuple[People, ...] = (People.LOW_VISION, People.READING),
) -> Callable[[Callable[[FontFacts], Outcome]], Rule]:
    """Make a rule that is put to the fonts that ``fonts`` chooses and meets clause 7.21.``clause`` of PDF/UA-1."""
    return rule(
        document=Pdf,
        each=lambda pdf: [font for font in pdf.font_facts if fonts(font)],
        meets=clauses(clause),
        title=title,
        why=why,
        who=who,
        fix=FIX,
        messages=messages,
    )


def any_font(_: FontFacts) -> bool:
    return True


def composite(font: FontFacts) -> bool:
    return font.cmap is not None


def in_type_1(font: FontFacts) -> bool:
    return font.kind in ("Type1", "MMType1")


def in_cid(font: FontFacts) -> bool:
    return font.kind.startswith("CIDFont")


def plain_truetype(font: FontFacts) -> bool:
    return font.kind == "TrueType" and not font.is_symbolic


def symbolic_truetype(font: FontFacts) -> bool:
    return font.kind == "TrueType" and font.is_symbolic


def counted(message: str, font: FontFacts, wrong: Callable[[Glyph], bool]) -> Outcome:
    """Failed, with the count, if any of the font's characters is wrong."""
    count = sum(map(wrong, font.glyphs))
    return failed(message, font=font.name, count=count) if count else passed()


# Composite fonts (7.21.3)


@about(
    "3.1-1",
    composite,
    Text("The font and its character map belong together", "Typsnittet och dess teckenkarta hör ihop"),
    {
        "apart": Text(
            "The font “{font}” is made for the characters of {own}, but its character map for those of {other}.",
            "Typsnittet ”{font}” är gjort för tecknen i {own}, men dess teckenkarta för dem i {other}.",
        ),
        "unknown": Text(
            "The font “{font}” or its character map does not say which characters it is made for.",
            "Typsnittet ”{font}” eller dess teckenkarta säger inte vilka tecken det är gjort för.",
        ),
    },
)
def font_fits_character_map(font: FontFacts) -> Outcome:
    """Its CIDSystemInfo agrees with that of the CMap, unless that is an Identity one."""
    if font.cmap is None or font.cmap.name in ("Identity-H", "Identity-V"):
        return passed()
    own, other = font.collection, font.cmap.collection
    if own is None or other is None:
        return failed("unknown", font=font.name)
    if own[:2] == other[:2] and own[2] <= other[2]:
        return passed()
    return failed("apart", font=font.name, own=_said(own), other=_said(other))


def _said(collection: tuple[str, str, int]) -> str:
    return "-".join(map(str, collection))


@about(
    "3.2-1",
    lambda font: font.kind == "CIDFontType2" and (font.is_embedded or font.is_unreadable),
    Text("The font says which letter shapes its characters have", "Typsnittet anger tecknens former"),
    {
        "missing": Text(
            "The font “{font}” does not say which shapes its characters have (CIDToGIDMap).",
            "Typsnittet ”{font}” anger inte vilka former dess tecken har (CIDToGIDMap).",
        )
    },
)
def font_has_glyph_map(font: FontFacts) -> Outcome:
    """An embedded TrueType CIDFont has a CIDToGIDMap: a stream, or Identity."""
    return passed() if font.has_glyph_map else failed("missing", font=font.name)


@about(
    "3.3-1",
    composite,
    Text("Character maps are known or embedded", "Teckenkartor är kända eller inbäddade"),
    {
        "missing": Text(
            "The font “{font}” uses the character map “{map}”, which is neither in the file nor known to all programs.",
            "Typsnittet ”{font}” använder teckenkartan ”{map}”, som varken finns i filen eller är känd för alla "
            "program.",
        )
    },
    SOUNDS,
    (People.SCREEN_READER,),
)
def character_map_embedded(font: FontFacts) -> Outcome:
    """Its CMap, and the one that builds on, is predefined or embedded."""
    for cmap in _with_base(font):
        if not cmap.is_predefined and not cmap.is_embedded:
            return failed("missing", font=font.name, map=cmap.name or "–")
    return passed()


def _with_base(font: FontFacts) -> list[CMapFacts]:
    return [cmap for cmap in (font.cmap, font.cmap and font.cmap.base) if cmap is not None]


@about(
    "3.3-2",
    lambda font: font.cmap is not None and font.cmap.is_embedded,
    Text("The character map has one writing direction", "Teckenkartan har en skrivriktning"),
    {
        "two": Text(
            "The character map of the font “{font}” says both that text runs across and that it runs down.",
            "Teckenkartan till typsnittet ”{font}” säger både att texten går vågrätt och att den går lodrätt.",
        )
    },
)
def writing_modes_agree(font: FontFacts) -> Outcome:
    """WMode is the same in the dictionary and in the stream of an embedded CMap."""
    dictionary, stream = font.cmap.writing_modes if font.cmap else (0, 0)
    return passed() if dictionary == stream else failed("two", font=font.name)


@about(
    "3.3-3",
    lambda font: font.cmap is not None and font.cmap.base is not None,
    Text("Character maps build on known ones", "Teckenkartor bygger på kända teckenkartor"),
    {
        "unknown": Text(
            "The character map of the font “{font}” builds on “{map}”, which not all programs know.",
            "Teckenkartan till typsnittet ”{font}” bygger på ”{map}”, som inte alla program känner till.",
        )
    },
    SOUNDS,
    (People.SCREEN_READER,),
)
def character_map_builds_on_known(font: FontFacts) -> Outcome:
    """The CMap that its CMap builds on is predefined."""
    base = font.cmap.base if font.cmap else None
    if base is None or base.is_predefined:
        return passed()
    return failed("unknown", font=font.name, map=base.name or "–")


# Embedding (7.21.4)


@about(
    "4.1-1",
    lambda font: font.is_rendered and font.kind != "Type3",
    Text("Fonts are embedded", "Typsnitt är inbäddade"),
    {
        "missing": Text("The font “{font}” is not in the file.", "Typsnittet ”{font}” finns inte i filen."),
        "unreadable": Text(
            "The font “{font}” is in the file, but it is broken.",
            "Typsnittet ”{font}” finns i filen, men är trasigt.",
        ),
    },
)
def font_embedded(font: FontFacts) -> Outcome:
    """There is a font program, and it can be read."""
    if font.is_embedded:
        return passed()
    return failed("unreadable" if font.is_unreadable else "missing", font=font.name)


@about(
    "4.1-2",
    any_font,
    Text("Fonts have all the characters that are shown", "Typsnitt har alla tecken som visas"),
    {
        "missing": Text(
            "The font “{font}” lacks some of the characters that are shown with it ({count}).",
            "Typsnittet ”{font}” saknar en del av de tecken som visas med det ({count}).",
        )
    },
)
def font_has_its_characters(font: FontFacts) -> Outcome:
    """The font program has a glyph for each code that is drawn to be seen."""
    return counted("missing", font, lambda glyph: glyph.is_rendered and glyph.is_there is False)


def lists_all(font: FontFacts) -> Outcome:
    return failed("wrong", font=font.name) if font.lists_its_glyphs is False else passed()


LIST_MESSAGES = {
    "wrong": Text(
        "The list of characters in the font “{font}” is not that of the characters that it has.",
        "Listan över tecken i typsnittet ”{font}” stämmer inte med de tecken som det har.",
    )
}


@about(
    "4.2-1",
    in_type_1,
    Text("Type 1 fonts list their characters rightly", "Type 1-typsnitt listar sina tecken rätt"),
    LIST_MESSAGES,
)
def font_lists_its_characters(font: FontFacts) -> Outcome:
    """CharSet of an embedded subset, if there is one, names the glyphs of the program and no others."""
    return lists_all(font)


@about(
    "4.2-2",
    in_cid,
    Text("CID fonts list their characters rightly", "CID-typsnitt listar sina tecken rätt"),
    LIST_MESSAGES,
)
def cid_font_lists_its_characters(font: FontFacts) -> Outcome:
    """CIDSet of an embedded subset, if there is one, has the cids of the program and no others."""
    return lists_all(font)


# Widths (7.21.5)

WIDEST_DIFFERENCE = 1.0
"""In thousandths of the font size: “no more than 1/1000 unit” (ISO 19005-2, 6.2.11.5, note)."""


@about(
    "5-1",
    any_font,
    Text("Characters are as wide as the file says", "Tecken är så breda som filen säger"),
    {
        "differ": Text(
            "The file gives other widths for characters ({count}) than the font “{font}” does.",
            "Filen anger andra bredder för tecken ({count}) än typsnittet ”{font}” gör.",
        )
    },
)
def character_widths(font: FontFacts) -> Outcome:
    """The font dictionary's widths are those of the font program, for each code that is drawn to be seen."""
    return counted(
        "differ",
        font,
        lambda glyph: (
            glyph.is_rendered
            and glyph.own_width is not None
            and abs(glyph.own_width - glyph.width) > WIDEST_DIFFERENCE
        ),
    )


# Encodings (7.21.6)


@about(
    "6-1",
    plain_truetype,
    Text("TrueType fonts have a map of their characters", "TrueType-typsnitt har en karta över sina tecken"),
    {
        "missing": Text(
            "The font “{font}” has no map of its characters other than one for symbols.",
            "Typsnittet ”{font}” har ingen annan karta över sina tecken än en för symboler.",
        )
    },
)
def truetype_has_map(font: FontFacts) -> Outcome:
    """A program that is not symbolic has a "cmap" other than Microsoft's for symbols (3, 0)."""
    if font.maps is None or len(font.maps) > ((3, 0) in font.maps):
        return passed()
    return failed("missing", font=font.name)


@about(
    "6-2",
    plain_truetype,
    Text("TrueType fonts have a known encoding", "TrueType-typsnitt har en känd teckenkodning"),
    {
        "unknown": Text(
            "The font “{font}” does not have one of the two known encodings (WinAnsiEncoding, MacRomanEncoding).",
            "Typsnittet ”{font}” har ingen av de två kända teckenkodningarna (WinAnsiEncoding, MacRomanEncoding).",
        ),
        "name": Text(
            "The font “{font}” calls a character “{name}”, which is no known name.",
            "Typsnittet ”{font}” kallar ett tecken ”{name}”, vilket inte är något känt namn.",
        ),
        "no-unicode-map": Text(
            "The font “{font}” has an encoding of its own, but no map of its characters to Unicode.",
            "Typsnittet ”{font}” har en egen teckenkodning men ingen karta från sina tecken till Unicode.",
        ),
    },
)
def truetype_encoding_known(font: FontFacts) -> Outcome:
    """Its encoding is WinAnsi or MacRoman; with differences, these have names from the Adobe Glyph List and the
    program has the map (3, 1)."""
    if font.encoding not in ("WinAnsiEncoding", "MacRomanEncoding"):
        return failed("unknown", font=font.name)
    if font.unknown_names is None:
        return passed()
    if font.unknown_names:
        return failed("name", font=font.name, name=font.unknown_names[0])
    return passed() if (3, 1) in (font.maps or ()) else failed("no-unicode-map", font=font.name)


@about(
    "6-3",
    symbolic_truetype,
    Text("Symbol fonts have no encoding", "Symboltypsnitt har ingen teckenkodning"),
    {
        "encoding": Text(
            "The font “{font}” is said to be of symbols, and yet to have the encoding {encoding}.",
            "Typsnittet ”{font}” sägs bestå av symboler, men ändå ha teckenkodningen {encoding}.",
        )
    },
)
def symbols_without_encoding(font: FontFacts) -> Outcome:
    """A symbolic TrueType font names no encoding."""
    return passed() if font.encoding is None else failed("encoding", font=font.name, encoding=font.encoding)


@about(
    "6-4",
    symbolic_truetype,
    Text("Symbol fonts have one map of their characters", "Symboltypsnitt har en karta över sina tecken"),
    {
        "not-one": Text(
            "The font “{font}” is said to be of symbols, and has {count} maps of its characters but none for "
            "symbols.",
            "Typsnittet ”{font}” sägs bestå av symboler och har {count} kartor över sina tecken men ingen för "
            "symboler.",
        )
    },
)
def symbols_have_one_map(font: FontFacts) -> Outcome:
    """A symbolic program has exactly one "cmap", or among others Microsoft's for symbols (3, 0)."""
    if font.maps is None or len(font.maps) == 1 or (3, 0) in font.maps:
        return passed()
    return failed("not-one", font=font.name, count=len(font.maps))


# Unicode (7.21.7, 7.21.8)


@rule(
    document=Pdf,
    each=lambda pdf: [
        font
        for font in pdf.font_facts
        if font.index not in {text.index for text in pdf.font_texts if text.silent}
    ],
    meets=clauses("7-1"),
    title=Text("Fonts map all characters to Unicode", "Typsnitt leder alla tecken till Unicode"),
    why=SOUNDS,
    who=(People.SCREEN_READER,),
    fix=FIX,
    messages={
        "unmapped": Text(
            "The font “{font}” has characters that are not mapped to Unicode ({count}).",
            "Typsnittet ”{font}” har tecken som inte leder till Unicode ({count}).",
        )
    },
)
def characters_in_unicode(font: FontFacts) -> Outcome:
    """Each code that is drawn is mapped to Unicode, by one of the ways of ISO 19005-2, 6.2.11.7.2.

    Where text that is there to be read is lost, the rule pdf-text-without-unicode speaks instead of this one.
    """
    return counted("unmapped", font, lambda glyph: glyph.unicode is None)


FORBIDDEN = ("\0", "\ufeff", "\ufffe")


@about(
    "7-2",
    any_font,
    Text("Fonts map characters to real ones", "Typsnitt leder tecken till riktiga tecken"),
    {
        "nothing": Text(
            "The font “{font}” maps characters ({count}) to ones that stand for nothing (U+0000, U+FEFF, U+FFFE).",
            "Typsnittet ”{font}” leder tecken ({count}) till sådana som inte står för något (U+0000, U+FEFF, U+FFFE).",
        )
    },
    SOUNDS,
    (People.SCREEN_READER,),
)
def characters_are_real(font: FontFacts) -> Outcome:
    """No code that is drawn is mapped to U+0000, U+FEFF or U+FFFE."""
    return counted("nothing", font, lambda glyph: any(sign in (glyph.unicode or "") for sign in FORBIDDEN))


@about(
    "8-1",
    any_font,
    Text("No characters stand for missing ones", "Inga tecken står för tecken som saknas"),
    {
        "notdef": Text(
            "In text in the font “{font}” there are characters ({count}) that stand for missing ones (.notdef).",
            "I text i typsnittet ”{font}” finns tecken ({count}) som står för sådana som saknas (.notdef).",
        )
    },
)
def no_missing_characters(font: FontFacts) -> Outcome:
    """No code that is drawn, visible or not, stands for the glyph .notdef."""
    return counted("notdef", font, lambda glyph: glyph.is_notdef)


def examples() -> dict[str, dict[str, Pdf]]:
    def of(*fonts: FontFacts) -> Pdf:
        return Pdf(read_font_facts=lambda: fonts)

    def drawing(*glyphs: Glyph) -> Pdf:
        return of(FontFacts(name="Lato", glyphs=glyphs))

    def composed(cmap: CMapFacts, collection: tuple[str, str, int] | None = ("Adobe", "Japan1", 4)) -> Pdf:
        return of(FontFacts(name="KozMin", kind="CIDFontType0", cmap=cmap, collection=collection))

    identity = CMapFacts("Identity-H", True)
    japanese = CMapFacts("UniJIS-UCS2-H", True, collection=("Adobe", "Japan1", 4))
    unmapped = Glyph(3, None)
    silent = FontFacts(name="Lato", glyphs=(unmapped, Glyph(4, None), Glyph(5, None)))
    read = (Drawn(1, (Item("text", font=0, unsaid=1),)),)
    truetype = FontFacts(name="Lato", encoding="WinAnsiEncoding", maps=((3, 1),))
    return {
        "font_fits_character_map": {
            "failed apart": composed(japanese, ("Adobe", "Korea1", 1)),
            "failed apart, a later supplement": composed(japanese, ("Adobe", "Japan1", 6)),
            "failed unknown": composed(japanese, None),
            "failed unknown, a map that nobody knows": composed(CMapFacts("Egen-H")),
            "passed": composed(japanese),
            "passed, any characters": composed(identity, None),
            "inapplicable": drawing(),
        },
        "font_has_glyph_map": {
            "failed missing": of(FontFacts(name="Lato", kind="CIDFontType2")),
            "passed": of(FontFacts(name="Lato", kind="CIDFontType2", has_glyph_map=True)),
            "inapplicable, not embedded": of(FontFacts(kind="CIDFontType2", is_embedded=False)),
            "inapplicable, no TrueType": of(FontFacts(kind="CIDFontType0")),
        },
        "character_map_embedded": {
            "failed missing": composed(CMapFacts("Egen-H")),
            "failed missing, it builds on one": composed(
                CMapFacts("Egen-H", is_embedded=True, base=CMapFacts("Annan-H"))
            ),
            "passed": composed(CMapFacts("Egen-H", is_embedded=True)),
            "passed, known": composed(identity),
            "inapplicable": drawing(),
        },
        "writing_modes_agree": {
            "failed two": composed(CMapFacts("Egen-V", is_embedded=True, writing_modes=(0, 1))),
            "passed": composed(CMapFacts("Egen-V", is_embedded=True, writing_modes=(1, 1))),
            "inapplicable": composed(identity),
        },
        "character_map_builds_on_known": {
            "failed unknown": composed(
                CMapFacts("Egen-H", is_embedded=True, base=CMapFacts("Annan-H", is_embedded=True))
            ),
            "passed": composed(CMapFacts("Egen-H", is_embedded=True, base=identity)),
            "inapplicable": composed(CMapFacts("Egen-H", is_embedded=True)),
        },
        "font_embedded": {
            "failed missing": of(FontFacts(name="Helvetica", kind="Type1", is_embedded=False)),
            "failed unreadable": of(FontFacts(name="Lato", is_embedded=False, is_unreadable=True)),
            "passed": of(FontFacts(name="Lato")),
            "inapplicable, invisible": of(FontFacts(is_embedded=False, is_rendered=False)),
            "inapplicable, its glyphs are drawn": of(FontFacts(kind="Type3", is_embedded=False)),
        },
        "font_has_its_characters": {
            "failed missing": drawing(Glyph(65, "A"), Glyph(66, "B", is_there=False)),
            "passed": drawing(Glyph(65, "A")),
            "passed, invisible": drawing(Glyph(66, "B", is_there=False, is_rendered=False)),
            "passed, no program to look in": drawing(Glyph(66, "B", is_there=None)),
            "inapplicable": of(),
        },
        "font_lists_its_characters": {
            "failed wrong": of(FontFacts(name="Lato", kind="Type1", lists_its_glyphs=False)),
            "passed": of(FontFacts(kind="Type1", lists_its_glyphs=True)),
            "passed, no list": of(FontFacts(kind="Type1")),
            "inapplicable": drawing(),
        },
        "cid_font_lists_its_characters": {
            "failed wrong": of(FontFacts(name="Lato", kind="CIDFontType2", lists_its_glyphs=False)),
            "passed": of(FontFacts(kind="CIDFontType0", lists_its_glyphs=True)),
            "inapplicable": of(FontFacts(kind="Type1", lists_its_glyphs=False)),
        },
        "character_widths": {
            "failed differ": drawing(Glyph(65, "A", width=600, own_width=602)),
            "passed": drawing(Glyph(65, "A", width=600, own_width=601)),
            "passed, invisible": drawing(Glyph(65, "A", width=600, own_width=500, is_rendered=False)),
            "passed, no program to measure": drawing(Glyph(65, "A", width=600)),
            "inapplicable": of(),
        },
        "truetype_has_map": {
            "failed missing": of(FontFacts(name="Lato", maps=())),
            "failed missing, only symbols": of(FontFacts(name="Lato", maps=((3, 0),))),
            "passed": of(FontFacts(maps=((1, 0),))),
            "passed, no program to look in": of(FontFacts(maps=None)),
            "inapplicable, symbols": of(FontFacts(is_symbolic=True, maps=())),
        },
        "truetype_encoding_known": {
            "failed unknown": of(FontFacts(name="Lato", encoding="StandardEncoding")),
            "failed unknown, none at all": of(FontFacts(name="Lato")),
            "failed name": of(replace(truetype, unknown_names=("g37",))),
            "failed no-unicode-map": of(
                FontFacts(name="Lato", encoding="WinAnsiEncoding", maps=((1, 0),), unknown_names=())
            ),
            "passed": of(truetype),
            "passed, known names": of(replace(truetype, unknown_names=())),
            "inapplicable, symbols": of(FontFacts(is_symbolic=True)),
        },
        "symbols_without_encoding": {
            "failed encoding": of(FontFacts(name="Lato", is_symbolic=True, encoding="WinAnsiEncoding")),
            "passed": of(FontFacts(is_symbolic=True)),
            "inapplicable": of(FontFacts(encoding="WinAnsiEncoding")),
        },
        "symbols_have_one_map": {
            "failed not-one": of(FontFacts(name="Lato", is_symbolic=True, maps=((1, 0), (3, 1)))),
            "failed not-one, none": of(FontFacts(name="Lato", is_symbolic=True, maps=())),
            "passed": of(FontFacts(is_symbolic=True, maps=((1, 0),))),
            "passed, one for symbols among them": of(FontFacts(is_symbolic=True, maps=((1, 0), (3, 0)))),
            "inapplicable": of(FontFacts(maps=())),
        },
        "characters_in_unicode": {
            "failed unmapped": drawing(Glyph(65, "A"), unmapped),
            "passed": drawing(Glyph(65, "A")),
            "inapplicable, text that somebody misses": Pdf(
                fonts=(Font("Lato"),), drawn=read, read_font_facts=lambda: (silent,)
            ),
            "inapplicable": of(),
        },
        "characters_are_real": {
            "failed nothing": drawing(Glyph(3, "\0"), Glyph(65, "A")),
            "failed nothing, among others": drawing(Glyph(3, "f\ufeffi")),
            "passed": drawing(Glyph(65, "A")),
            "passed, unmapped": drawing(unmapped),
            "inapplicable": of(),
        },
        "no_missing_characters": {
            "failed notdef": drawing(Glyph(0, "", is_notdef=True)),
            "failed notdef, invisible": drawing(Glyph(0, "", is_notdef=True, is_rendered=False)),
            "passed": drawing(Glyph(65, "A")),
            "inapplicable": of(),
        },
    }
