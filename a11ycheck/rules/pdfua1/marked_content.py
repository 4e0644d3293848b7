"""What stands on a page is tagged, or decoration, and in a known language (ISO 14289-1, 7.1, 7.2 and 7.20).

One finding a page, however many pieces are wrong. Appearances of annotations are not pages' content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.marking import MarkedPage, PageContent, is_in_known_language
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Drawn, DrawnForm, Item, Page, Sequence
from a11ycheck.documents.pdf.tree_model import Element
from a11ycheck.outcome import Box

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

TAG_FIX = Fix(
    Text(
        "Make the PDF again as a tagged PDF, with a program that follows PDF/UA, or put the tags right in Acrobat.",
        "Gör om pdf:en som taggad pdf, med ett program som följer PDF/UA, eller rätta taggarna i Acrobat.",
    ),
    libreoffice=steps.EXPORT_AGAIN_AS_UA_IN_LIBREOFFICE,
    acrobat=Text(
        "Open the Content panel or the Reading Order tool, and mark each thing either as what it is or as an artifact.",
        "Öppna panelen Innehåll eller verktyget Läsordning och märk varje sak antingen som det den är eller som en "
        "artefakt.",
    ),
)
LANGUAGE_FIX = Fix(
    Text(
        "Set the language of the whole document, and make the PDF again.",
        "Ange språket för hela dokumentet och gör om pdf:en.",
    ),
    word=steps.LANGUAGE_OF_ALL_IN_WORD,
    libreoffice=steps.LANGUAGE_IN_LIBREOFFICE,
    acrobat=steps.LANGUAGE_IN_ACROBAT,
)


def about(
    clause: str,
    each: Callable[[Pdf], Iterable[PageContent]],
    title: Text,
    why: Text,
    fix: Fix,
    messages: dict[str, Text],
    *also: str,
) -> Callable[[Callable[[PageContent], Outcome]], Rule]:
    """Make a rule that is put to each page, with what is wrong on it."""
    return rule(
        document=Pdf,
        each=each,
        meets=(f"PDF/UA-1 {clause}", *also),
        title=title,
        why=why,
        who=(People.SCREEN_READER,),
        fix=fix,
        messages=messages,
    )


# Tagged or decoration (7.1)


def in_sequences(wrong: Callable[[MarkedPage, int], bool]) -> Callable[[Pdf], list[PageContent]]:
    """For each page with marked content: what is painted where ``wrong`` holds of a sequence."""

    def each(pdf: Pdf) -> list[PageContent]:
        found: list[PageContent] = []
        for page in pdf.marked_pages:
            indexes = [index for index in range(len(page.tagged)) if wrong(page, index)]
            if page.tagged:
                # A sequence that nothing is painted in is wrong all the same.
                found.append(page.told(page.within(indexes) or ([Item("")] if indexes else [])))
        return found

    return each


MIXED_WHY = Text(
    "Screen readers pass over decoration; when it is inside a tag, or a tag inside it, some read it and some do not.",
    "Skärmläsare hoppar över dekoration; när den står inuti en tagg, eller en tagg inuti den, läser vissa upp det och "
    "andra inte.",
)


@about(
    "7.1-1",
    in_sequences(lambda page, index: page.drawn.sequences[index].tag == "Artifact" and page.tagged[index]),
    Text("No decoration inside tags", "Ingen dekoration inuti taggar"),
    MIXED_WHY,
    TAG_FIX,
    {
        "inside": Text(
            "Something in a tag is also marked as decoration (an artifact): {text}.",
            "Något i en tagg är också märkt som dekoration (en artefakt): {text}.",
        )
    },
)
def artifact_in_tag(content: PageContent) -> Outcome:
    """No sequence marked as an artifact is tagged, by itself or by one around it."""
    return failed("inside", text=quoted(content)) if content.items else passed()


@about(
    "7.1-2",
    in_sequences(lambda page, index: page.decoration[index] and page.tagged[index]),
    Text("No tags inside decoration", "Inga taggar inuti dekoration"),
    MIXED_WHY,
    TAG_FIX,
    {
        "inside": Text(
            "Something that is marked as decoration (an artifact) is also tagged: {text}.",
            "Något som är märkt som dekoration (en artefakt) är också taggat: {text}.",
        )
    },
)
def tag_in_artifact(content: PageContent) -> Outcome:
    """No sequence that is tagged is marked as an artifact, by itself or by one around it."""
    return failed("inside", text=quoted(content)) if content.items else passed()


def quoted(content: PageContent) -> str:
    """The words, or a dash where there are none."""
    return f"“{content.text}”" if content.text else "–"


def untagged(pdf: Pdf) -> list[PageContent]:
    """The pages that paint something, with what is neither tagged nor decoration.

    Text that somebody would miss is left to the rule pdf-untagged-text.
    """
    missed = {page: set(map(id, content.items)) for page, content in pdf.unread_text.items()}
    return [
        page.told(item for item in page.loose() if id(item) not in missed.get(page.drawn.page, ()))
        for page in pdf.marked_pages
        if page.drawn.items
    ]


@about(
    "7.1-3",
    untagged,
    Text(
        "All content is tagged or marked as decoration", "Allt innehåll är taggat eller märkt som dekoration"
    ),
    Text(
        "What is neither tagged nor marked as decoration is passed over by most programs, and read in some place or "
        "other by some.",
        "Det som varken är taggat eller märkt som dekoration hoppas över av de flesta program och läses upp på något "
        "ställe av andra.",
    ),
    TAG_FIX,
    {
        "untagged": Text(
            "Neither tagged nor marked as decoration (artifact) – pieces of text: {texts}, pictures: {pictures}, "
            "groups of lines and areas: {shapes}.",
            "Varken taggat eller märkt som dekoration (artefakt) – textstycken: {texts}, bilder: {pictures}, grupper "
            "av linjer och ytor: {shapes}.",
        )
    },
    "PDF/UA-2 8.2.2-1",
)
def content_tagged(content: PageContent) -> Outcome:
    """All that is painted is tagged or an artifact."""
    if not content.items:
        return passed()
    return failed(
        "untagged",
        texts=content.count("text"),
        pictures=content.count("image"),
        shapes=content.count("path", "shading"),
    )


# Language (7.2)

LANGUAGE_WHY = Text(
    "A screen reader chooses its voice by the language; with the wrong voice the words cannot be made out.",
    "Skärmläsaren väljer röst efter språket; med fel röst går orden inte att uppfatta.",
)


def with_words(words: Callable[[Sequence], str | None]) -> Callable[[Pdf], list[PageContent]]:
    """For each page with Span sequences that have such words: what these stand for where no language is known."""

    def each(pdf: Pdf) -> list[PageContent]:
        found: list[PageContent] = []
        for page in pdf.marked_pages:
            having = [
                index
                for index, sequence in enumerate(page.drawn.sequences)
                if sequence.tag == "Span" and words(sequence) is not None
            ]
            unknown = [
                Item("text", text=words(page.drawn.sequences[index]) or "")
                for index in having
                if not is_in_known_language(pdf, page.drawn, index)
            ]
            boxes = [item.box for item in page.within(having) if item.box]
            if having:
                found.append(page.told(item._replace(box=box) for item, box in _placed(unknown, boxes)))
        return found

    return each


def _placed(items: list[Item], boxes: list[Box]) -> list[tuple[Item, Box | None]]:
    return [(item, boxes[0] if boxes else None) for item in items]


def about_words(
    test: int, words: Callable[[Sequence], str | None], title: Text, message: Text
) -> Callable[[Callable[[PageContent], Outcome]], Rule]:
    return about(f"7.2-{test}", with_words(words), title, LANGUAGE_WHY, LANGUAGE_FIX, {"unstated": message})


def stated(content: PageContent) -> Outcome:
    return failed("unstated", text=content.text) if content.items else passed()


@about_words(
    30,
    lambda sequence: sequence.actual_text,
    Text("The language of replacement texts is stated", "Ersättningstexters språk är angivet"),
    Text(
        "The document does not say which language the replacement text (ActualText) “{text}” is in.",
        "Dokumentet säger inte vilket språk ersättningstexten (ActualText) ”{text}” är på.",
    ),
)
def replacement_text_language(content: PageContent) -> Outcome:
    """The language of an ActualText on a Span sequence is known."""
    return stated(content)


@about_words(
    31,
    lambda sequence: sequence.alt,
    Text(
        "The language of alternative texts in the text is stated",
        "Språket i textens alternativtexter är angivet",
    ),
    Text(
        "The document does not say which language the alternative text “{text}” is in.",
        "Dokumentet säger inte vilket språk alternativtexten ”{text}” är på.",
    ),
)
def alternative_text_language(content: PageContent) -> Outcome:
    """The language of an Alt on a Span sequence is known."""
    return stated(content)


@about_words(
    32,
    lambda sequence: sequence.expansion,
    Text("The language of written-out abbreviations is stated", "Utskrivna förkortningars språk är angivet"),
    Text(
        "The document does not say which language the written-out abbreviation “{text}” is in.",
        "Dokumentet säger inte vilket språk den utskrivna förkortningen ”{text}” är på.",
    ),
)
def expansion_language(content: PageContent) -> Outcome:
    """The language of an expansion (E) on a Span sequence is known."""
    return stated(content)


def texts_in_unknown_language(pdf: Pdf) -> list[PageContent]:
    found: list[PageContent] = []
    for page in pdf.marked_pages:
        texts = [item for item in page.drawn.items if item.kind == "text"]
        known = {
            sequence: is_in_known_language(pdf, page.drawn, sequence)
            for sequence in {item.sequence for item in texts}
        }
        if texts:
            found.append(page.told(item for item in texts if not known[item.sequence]))
    return found


@about(
    "7.2-34",
    texts_in_unknown_language,
    Text("The language of the pages' text is stated", "Språket på sidornas text är angivet"),
    LANGUAGE_WHY,
    LANGUAGE_FIX,
    {
        "unstated": Text(
            "The document does not say which language this text is in: “{text}”.",
            "Dokumentet säger inte vilket språk den här texten är på: ”{text}”.",
        )
    },
)
def page_text_language(content: PageContent) -> Outcome:
    """The language of all text is known: for the document, for its element or marked on it."""
    return stated(content)


# Forms (7.20)


@rule(
    document=Pdf,
    each=lambda pdf: pdf.tagged_forms,
    meets=("PDF/UA-1 7.20-2",),
    title=Text("Tagged parts are drawn once", "Taggade delar ritas en gång"),
    why=Text(
        "The tags hold the part in one place only; someone who listens misses it in the others.",
        "Taggarna innehåller delen bara på ett ställe; den som lyssnar går miste om den på de andra.",
    ),
    who=(People.SCREEN_READER,),
    fix=TAG_FIX,
    messages={
        "again": Text(
            "A part of the page with tags of its own (a form XObject) is drawn {count} times in the document.",
            "En del av sidan med egna taggar (ett form-XObject) ritas {count} gånger i dokumentet.",
        )
    },
)
def tagged_form_drawn_once(form: DrawnForm) -> Outcome:
    """A form XObject with StructParents is drawn from one place only."""
    return failed("again", count=len(form.pages)) if len(form.pages) > 1 else passed()


def examples() -> dict[str, dict[str, Pdf]]:
    swedish = Catalog(language="sv-SE", marked=True, has_structure=True)
    nameless = Catalog(marked=True, has_structure=True)
    box = Box(1, 50, 50, 150, 62)

    def page(*items: Item, sequences: tuple[Sequence, ...] = (), catalog: Catalog = swedish) -> Pdf:
        """One page; the ParentTree knows MCID 0, which hangs in the tree, and 1, which does not."""
        return Pdf(
            catalog,
            pages=(Page(1),),
            roots=(Element("P", kids=[(1, 0, 0)]),),
            drawn=(Drawn(1, items, sequences),),
            hanging={(1, 0): (True, False)},
        )

    artifact, tagged = Sequence("Artifact"), Sequence("P", key=(1, 0, 0))
    in_tag, in_artifact = Sequence("Artifact", outer=0), Sequence("P", outer=0, key=(1, 0, 0))
    text, line = Item("text", 0, "Kallelse", box), Item("path", 0, box=box)
    inner = Item("text", 1, "Kallelse", box)
    loose = Item("text", text="Kallelse", box=box)

    def said(span: Sequence) -> dict[str, Pdf]:
        return {
            "failed unstated": page(text, sequences=(span,), catalog=nameless),
            "passed": page(text, sequences=(span,)),
            "passed, stated on it": page(text, sequences=(span._replace(language="sv"),), catalog=nameless),
            "passed, stated around it": page(
                inner,
                sequences=(Sequence("Span", language="sv"), span._replace(outer=0)),
                catalog=nameless,
            ),
            "inapplicable, another tag": page(text, sequences=(span._replace(tag="P"),), catalog=nameless),
        }

    return {
        "artifact_in_tag": {
            "failed inside": page(inner, sequences=(tagged, in_tag)),
            "failed inside, nothing painted": page(sequences=(tagged, in_tag)),
            "passed": page(text, sequences=(artifact,)),
            "passed, the other way round": page(inner, sequences=(artifact, in_artifact)),
            "inapplicable": page(loose),
        },
        "tag_in_artifact": {
            "failed inside": page(inner, sequences=(artifact, in_artifact)),
            "failed inside, the other way round": page(inner, sequences=(tagged, in_tag)),
            "passed": page(text, sequences=(tagged,)),
            "inapplicable": page(loose),
        },
        "content_tagged": {
            "failed untagged": page(line._replace(sequence=-1)),
            "failed untagged, its element hangs nowhere": page(
                line, sequences=(Sequence("P", key=(1, 0, 1)),)
            ),
            "failed untagged, nothing is known of it": page(line, sequences=(Sequence("P", key=(1, 0, 2)),)),
            "failed untagged, in a document without tags": replace_catalog(page(loose), Catalog()),
            "passed": page(text, sequences=(tagged,)),
            "passed, decoration": page(line, sequences=(artifact,)),
            "passed, text that somebody misses": page(loose),
            "inapplicable, blank": page(),
        },
        "replacement_text_language": said(Sequence("Span", actual_text="och så vidare")),
        "alternative_text_language": said(Sequence("Span", alt="en pil")),
        "expansion_language": said(Sequence("Span", expansion="och så vidare")),
        "page_text_language": {
            "failed unstated": page(text, sequences=(tagged,), catalog=nameless),
            "failed unstated, decoration": page(text, sequences=(artifact,), catalog=nameless),
            "passed": page(text, sequences=(tagged,)),
            "passed, stated on it": page(
                text, sequences=(Sequence("Span", language="sv"),), catalog=nameless
            ),
            "inapplicable, no text": page(line, sequences=(artifact,), catalog=nameless),
        },
        "tagged_form_drawn_once": {
            "failed again": Pdf(tagged_forms=(DrawnForm((1, 1)),)),
            "failed again, on another page": Pdf(tagged_forms=(DrawnForm((1, 3)),)),
            "passed": Pdf(tagged_forms=(DrawnForm((1,)),)),
            "inapplicable": Pdf(),
        },
    }


def replace_catalog(pdf: Pdf, catalog: Catalog) -> Pdf:
    pdf.catalog = catalog
    return pdf
