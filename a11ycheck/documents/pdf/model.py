"""A PDF as rules see it: the document itself; no parser in sight.

Its parts have modules of their own, each with a name that ends in ``_model``: ``tree``, ``page``, ``font``,
``catalog``, ``extras`` and ``rendered``. What is small and never changes is a named tuple, which costs least to import
and to make; what is linked to others is a dataclass, and read-only once the opener is done. Numbers of clauses are
those of ISO 32000-1 (PDF 1.7) unless another standard is named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from a11ycheck.documents.content import Content
from a11ycheck.documents.facts import Facts, Found
from a11ycheck.documents.pdf import marking
from a11ycheck.documents.pdf.catalog_model import Bookmark, Catalog, Jump, program_of
from a11ycheck.documents.pdf.extras_model import Extras
from a11ycheck.documents.pdf.rendered_model import Contrasts, QrCodes
from a11ycheck.documents.pdf.standard_types import HEADINGS
from a11ycheck.documents.pdf.table_grid import Grid, HeaderSearch, header_searches, laid_out
from a11ycheck.documents.pdf.tree_model import Element, MarkedKey, ObjectReference
from a11ycheck.outcome import Where

if TYPE_CHECKING:
    from a11ycheck.documents.crop import Crop
    from a11ycheck.documents.pdf.font_model import Font, FontFacts
    from a11ycheck.documents.pdf.marking import FontText, MarkedPage, PageContent
    from a11ycheck.documents.pdf.nesting import Holding
    from a11ycheck.documents.pdf.page_model import Annotation, Drawn, DrawnForm, Hanging, Page
    from a11ycheck.outcome import Box


def _not_shown(boxes: Sequence[Box]) -> Sequence[Crop | None]:
    return [None] * len(boxes)


@dataclass(eq=False)
class Pdf:
    """A whole PDF, read once. ``content`` is the same document as the rules for all kinds see it.

    ``header`` is the line of the file that names its version. ``hanging``: how marked content hangs in the structure
    tree, by page and by the form that it is written in (0: the page itself).
    """

    catalog: Catalog = Catalog()
    pages: tuple[Page, ...] = ()
    roots: tuple[Element, ...] = ()
    drawn: tuple[Drawn, ...] = ()
    fonts: tuple[Font, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    attachments: tuple[Found, ...] = ()
    content: Content = Content()
    where: Where = Where()
    measure_contrast: Callable[[], Contrasts] = Contrasts
    header: str = "%PDF-1.7"
    extras: Extras = Extras()
    jumps: tuple[Jump, ...] = ()
    hanging: Mapping[tuple[int, int], Hanging] = field(default_factory=dict)
    tagged_forms: tuple[DrawnForm, ...] = ()
    read_font_facts: Callable[[], tuple[FontFacts, ...]] = tuple
    read_qr_codes: Callable[[], QrCodes] = QrCodes
    show: Callable[[Sequence[Box]], Sequence[Crop | None]] = _not_shown

    @cached_property
    def contrasts(self) -> Contrasts:
        """The contrast of the document's text, measured when first asked for, since pages must be rendered."""
        return self.measure_contrast()

    @cached_property
    def qr_codes(self) -> QrCodes:
        """The QR codes on the pages, read when first asked for, since pages must be rendered."""
        return self.read_qr_codes()

    def crops(self, boxes: Sequence[Box]) -> Sequence[Crop | None]:
        """Pictures of places on pages, for the report."""
        return self.show(boxes)

    @cached_property
    def annotations(self) -> tuple[Annotation, ...]:
        return tuple(annotation for page in self.pages for annotation in page.annotations)

    def itself(self) -> tuple[Pdf]:
        """The document as a whole, for rules that are put to it once."""
        return (self,)

    @cached_property
    def is_slide_deck(self) -> bool:
        """Is it a presentation: pages shaped like slides, made in a program for slides or with little text?"""
        if len(self.pages) < FEWEST_SLIDES or not all(map(_is_slide_shaped, self.pages)):
            return False
        made_by = f"{self.catalog.creator} {self.catalog.producer}".casefold()
        if any(name in made_by for name in SLIDE_PROGRAMS):
            return True
        words = [sum(len(item.text.split()) for item in drawn.items) for drawn in self.drawn]
        return (
            0 < sum(words) < MOST_WORDS_ON_AVERAGE * len(self.pages) and max(words) <= MOST_WORDS_OF_A_SLIDE
        )

    @cached_property
    def slide_titles(self) -> Mapping[int, str]:
        """The first heading with words of each page that has one, by page number."""
        titles: dict[int, str] = {}
        for element in self.elements:
            if element.type in HEADINGS and (text := _words_of(element)):
                titles.setdefault(element.page, text)
        return titles

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """Every structure element, in tree order."""
        return tuple(element for root in self.roots for element in (root, *root.descendants()))

    def elements_of(self, *types: str) -> list[Element]:
        """The elements of some types, in tree order."""
        found = [place for kind in types for place in self._places_by_type.get(kind, ())]
        return [self.elements[place] for place in (found if len(types) == 1 else sorted(found))]

    @cached_property
    def _places_by_type(self) -> Mapping[str, list[int]]:
        # Most rules ask for a few elements of very many.
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, element in enumerate(self.elements):
            places[element.type].append(place)
        return places

    @cached_property
    def table_grids(self) -> tuple[Grid, ...]:
        """Every table, laid out in rows and columns."""
        return tuple(laid_out(self.elements_of("Table")))

    @cached_property
    def header_searches(self) -> tuple[HeaderSearch, ...]:
        """The tables whose data cells have to name their headers, and whether they do."""
        return tuple(header_searches(self.table_grids))

    @cached_property
    def header_searches_by_place(self) -> tuple[HeaderSearch, ...]:
        """The same where a header cell's place says what its tag leaves unsaid, as in PDF 2.0."""
        return tuple(header_searches(self.table_grids, by_place=True))

    @cached_property
    def holdings(self) -> tuple[Holding, ...]:
        """The tags for which it is laid down what they may hold, and what they hold in vain."""
        from a11ycheck.documents.pdf.nesting import holdings  # only PDF/UA-2 asks for it

        return tuple(holdings(self.elements))

    @cached_property
    def held_annotations(self) -> frozenset[int]:
        """The indexes of the annotations that the structure tree holds."""
        references = (
            kid for element in self.elements for kid in element.kids if isinstance(kid, ObjectReference)
        )
        named = (annotation.index for annotation in self.annotations if annotation.element is not None)
        return frozenset((*(reference.annotation for reference in references), *named))

    @cached_property
    def holders(self) -> Mapping[MarkedKey, Element]:
        """The structure element that holds each piece of marked content."""
        return {kid: element for element in self.elements for kid in element.kids if isinstance(kid, tuple)}

    @cached_property
    def marked_pages(self) -> tuple[MarkedPage, ...]:
        """The pages with what their marked content comes to: tagged, or decoration."""
        return tuple(marking.marked_pages(self))

    @cached_property
    def unread_text(self) -> Mapping[int, PageContent]:
        """The text, by page, that is left out of the tags and that somebody would miss."""
        return marking.unread(self, "text")

    @cached_property
    def unread_images(self) -> Mapping[int, PageContent]:
        """The images, by page, that are left out of the tags and do not stand in the same place on many pages."""
        return marking.unread(self, "image")

    @cached_property
    def font_facts(self) -> tuple[FontFacts, ...]:
        """What is known of the fonts that text is drawn with, read when first asked for."""
        pages = {item.font: drawn.page for drawn in reversed(self.drawn) for item in drawn.items}
        return tuple(replace(font, page=pages.get(font.index, 0)) for font in self.read_font_facts())

    @cached_property
    def font_texts(self) -> tuple[FontText, ...]:
        """What is drawn with each font, and how much of it nobody can read aloud."""
        return tuple(marking.font_texts(self))

    def facts(self) -> Facts:
        from a11ycheck.documents.statements import read_content

        content = self.content
        read = read_content(content, kind="pdf", is_deck=self.is_slide_deck)
        return Facts(
            title=content.title,
            language=content.language,
            program=program_of(self.catalog),
            pages=len(self.pages),
            words=sum(len(text.split()) for text in content.text()),
            outline=tuple((heading.level, heading.text[:200]) for heading in content.headings())[:500],
            links=tuple((link.text[:200], link.target[:1000]) for link in content.links())[:500],
            **read._asdict(),
        )

    def found(self) -> Iterable[Found]:
        return self.attachments

    def unread(self) -> str:
        cut = [drawn.page for drawn in self.drawn if drawn.cut_short]
        if not cut:
            return ""
        named = ", ".join(map(str, cut[:10]))
        return f"not read to the end: page {named}{' and more' if len(cut) > 10 else ''}"


FEWEST_SLIDES = 3
"""A page or two of a slide's shape are rather a poster or a diploma."""

SLIDE_SHAPES = (4 / 3, 16 / 9, 16 / 10)
"""Width by height. A4 and Letter on their side are 1.41 and 1.29."""

SLIDE_PROGRAMS = ("powerpoint", "impress", "keynote", "google slides", "beamer")

MOST_WORDS_ON_AVERAGE = 120

MOST_WORDS_OF_A_SLIDE = 250
"""A page of running text has 300 words or more; slides that people talk to have 20 to 60."""

MOST_BELOW_HEADING = 100
"""Elements looked at in a heading without text: pictures, and what they stand in."""


def _is_slide_shaped(page: Page) -> bool:
    return any(abs(page.width / page.height / shape - 1) <= 0.02 for shape in SLIDE_SHAPES)


def _words_of(heading: Element) -> str:
    """What a heading says, in words or by the picture in it."""
    below = islice(heading.descendants(), MOST_BELOW_HEADING)
    said = (heading.text, heading.alt, *(element.alt for element in below))
    return next((words.strip() for words in said if words and words.strip()), "")
