"""The characters of the text are known: a screen reader can say them."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.pdf.font_model import Font, FontFacts, Glyph
from a11ycheck.documents.pdf.marking import FontText
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Drawn, Item, Sequence
from a11ycheck.documents.pdf.tree_model import Element


# Without known characters the writing is no text in WCAG's sense, “a sequence of characters that can be
# programmatically determined”, but non-text content without an alternative. What hurts nobody, decoration and what
# other words stand for, is left to the rule pdfua1-characters-in-unicode.
@rule(
    document=Pdf,
    each=lambda pdf: pdf.font_texts,
    meets=("PDF/UA-1 7.21.7-1", "PDF/UA-2 8.4.5.8-1", "WCAG 1.1.1"),
    title=Text("The text can be read aloud", "Texten går att läsa upp"),
    why=Text(
        "The text looks right, but the file does not say which letters it is made of: nothing, or the wrong thing, is "
        "read aloud, and it can be neither searched nor copied.",
        "Texten ser rätt ut, men filen säger inte vilka bokstäver den består av: ingenting, eller fel sak, läses upp, "
        "och den går varken att söka i eller kopiera.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Make the PDF again from the document it came from, with another program or another font. If the original "
            "is gone, let text recognition (OCR) read the pages.",
            "Gör om pdf:en från dokumentet den kommer från, med ett annat program eller ett annat typsnitt. Om "
            "originalet är borta, låt textigenkänning (OCR) läsa sidorna.",
        ),
        word=Text(
            "Do not print to PDF: choose File > Save As and PDF.",
            "Skriv inte ut till pdf: välj Arkiv > Spara som och PDF.",
        ),
        libreoffice=Text(
            "Choose File > Export As > Export as PDF, and do not print to a PDF.",
            "Välj Arkiv > Exportera som > Exportera som PDF, och skriv inte ut till pdf.",
        ),
    ),
    messages={
        "silent": Text(
            "{count} characters in the font “{font}” cannot be read aloud: the file does not say what they are.",
            "{count} tecken i typsnittet ”{font}” går inte att läsa upp: filen säger inte vilka de är.",
        )
    },
)
def text_without_unicode(text: FontText) -> Outcome:
    """Its font maps each character that is drawn to Unicode, or its name or collection does (ISO 32000-1, 9.10)."""
    return failed("silent", count=text.silent, font=text.name) if text.silent else passed()


def examples() -> dict[str, Pdf]:
    unmapped = FontFacts(name="Lato", glyphs=tuple(Glyph(code, None) for code in range(3, 9)))
    bullet = FontFacts(name="Lato", glyphs=(Glyph(3, None),))
    mapped = FontFacts(name="Lato", glyphs=tuple(Glyph(code, "\0") for code in range(3, 9)))

    def pdf(
        item: Item, *sequences: Sequence, facts: FontFacts = unmapped, element: Element | None = None
    ) -> Pdf:
        return Pdf(
            fonts=(Font("Lato"),),
            roots=(element,) if element else (),
            drawn=(Drawn(1, (item,), sequences),),
            read_font_facts=lambda: (facts,),
        )

    unsaid = Item("text", 0, font=0, unsaid=12)
    tagged = Sequence("P", key=(1, 0, 0))
    return {
        "failed silent": pdf(unsaid, tagged),
        "failed silent, not tagged": pdf(Item("text", font=0, unsaid=12)),
        "passed": pdf(Item("text", 0, "Kallelse", font=0), tagged),
        "passed, decoration": pdf(unsaid, Sequence("Artifact")),
        "passed, other words stand for it": pdf(unsaid, Sequence("Span", actual_text="Kallelse")),
        "passed, so do the words of its element": pdf(
            unsaid, tagged, element=Element("Figure", alt="Årsmötets märke", kids=[(1, 0, 0)])
        ),
        "passed, only bullets": pdf(unsaid, tagged, facts=bullet),
        "passed, mapped to nothing": pdf(unsaid, tagged, facts=mapped),
        "inapplicable, no text": Pdf(),
    }
