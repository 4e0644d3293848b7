"""The document says which language it is in."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule, steps
from a11ycheck.documents.content import Content, Paragraph
from a11ycheck.text.language import is_language_tag, known_primary, spoken_instead


@rule(
    document=Content,
    each=Content.itself,
    meets=("WCAG 3.1.1",),
    title=Text("The document's language is stated", "Dokumentets språk är angivet"),
    why=Text(
        "A screen reader chooses its voice by the language; with the wrong voice the words cannot be made "
        "out.",
        "Skärmläsaren väljer röst efter språket; med fel röst går orden inte att uppfatta.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Set the document's language in the program that the document is written in.",
            "Ange dokumentets språk i programmet som dokumentet är skrivet i.",
        ),
        word=Text(
            "Select all text, choose Language on the Review tab, and set the language.",
            "Markera all text, välj Språk på fliken Granska och ange språket.",
        ),
        powerpoint=steps.LANGUAGE_OF_TEXT_IN_POWERPOINT,
        libreoffice=Text(
            "Choose Tools > Language > For All Text and set the language.",
            "Välj Verktyg > Språk > För all text och ange språket.",
        ),
        indesign=steps.LANGUAGE_IN_INDESIGN,
        acrobat=steps.LANGUAGE_IN_ACROBAT,
        web=Text(
            'Write it in the lang attribute of the <html> element: <html lang="en">.',
            'Skriv det i attributet lang på elementet <html>: <html lang="sv">.',
        ),
    ),
    messages={
        "missing": Text(
            "The document does not say which language it is in.",
            "Dokumentet säger inte vilket språk det är på.",
        ),
        "malformed": Text(
            "The document's language is given as “{declared}”, which is no language code.",
            "Dokumentets språk är angivet som ”{declared}”, vilket inte är någon språkkod.",
        ),
        "other": Text(
            "The document's language is given as “{declared}”, but the text is in another, “{found}”.",
            "Dokumentets språk är angivet som ”{declared}”, men texten är på ett annat språk, ”{found}”.",
        ),
    },
)
def language(document: Content) -> Outcome:
    """It is stated with a code that exists, and the text does not plainly speak another language."""
    declared = document.language.strip()
    if not declared:
        # WCAG 3.1.1 asks that the language can be determined, not where it is written.
        return passed() if document.language_is_marked_throughout() else failed("missing")
    if not (is_language_tag(declared) and known_primary(declared)):
        return failed("malformed", declared=declared)
    found = spoken_instead(declared, ((each.text, each.language) for each in document.paragraphs()))
    return failed("other", declared=declared, found=found) if found else passed()


SWEDISH = (
    "Vi ses på nätet på tisdag kväll, och alla i föreningen är välkomna. Du får en länk i god tid, men du "
    "kan också ringa in om du hellre vill det. Mötet är slut efter en timme."
)
ENGLISH = (
    "We meet online on Tuesday evening, and everyone in the association is welcome. You will get a link in "
    "good time, but you can also dial in if you would rather do that."
)


def examples() -> dict[str, Content]:
    return {
        "failed missing": Content(),
        "failed missing, only some text is marked": Content.of(
            Paragraph(SWEDISH, language="sv"), Paragraph("Välkommen till mötet!")
        ),
        "passed, all text is marked": Content.of(Paragraph(SWEDISH, language="sv")),
        "failed malformed": Content(language="svenska språket"),
        "failed malformed, a name for the code": Content(language="swedish"),
        "failed malformed, an underscore": Content(language="sv_SE"),
        "failed malformed, cut short": Content(language="sv-"),
        "failed other": Content.of(Paragraph(SWEDISH), language="en-GB"),
        "passed": Content.of(Paragraph(SWEDISH), language="sv"),
        "passed, with region": Content.of(Paragraph(SWEDISH), language="sv-SE"),
        "passed, too little text to judge": Content.of(Paragraph("Välkommen till mötet!"), language="en"),
        "passed, the other language is marked": Content.of(
            Paragraph(ENGLISH, language="en"), Paragraph("Välkommen till mötet!"), language="sv"
        ),
    }
