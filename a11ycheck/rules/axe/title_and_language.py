"""The page has a title and says which language it is in (axe-core's rules on title and language)."""

from __future__ import annotations

from functools import partial

from a11ycheck import Fix, Outcome, People, Text
from a11ycheck.documents.page.axe_results import AxeTarget
from a11ycheck.documents.page.model import Page
from a11ycheck.rules.axe_verdicts import about, judged, pages

VOICE = Text(
    "A screen reader chooses its voice by the language; with the wrong voice the words cannot be made out.",
    "Skärmläsaren väljer röst efter språket; med fel röst går orden inte att uppfatta.",
)
SITE_LANGUAGE = Text(
    "Set the page's language in the editor's or the site's settings; if there is no such setting, ask whoever builds "
    "the site.",
    "Ange sidans språk i redigerarens eller webbplatsens inställningar; finns ingen sådan inställning, be den som "
    "bygger webbplatsen.",
)

about_language = partial(about, why=VOICE, who=(People.SCREEN_READER, People.READING))


@about(
    "document-title",
    "WCAG 2.4.2",
    "ACT 2779a5",
    title=Text("The page has a title", "Sidan har en titel"),
    why=Text(
        "Someone who listens hears the title first, and finds the page by it among open tabs.",
        "Den som lyssnar hör titeln först och hittar sidan med hjälp av den bland öppna flikar.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Write in the page's settings a title that says what the page is about.",
            "Skriv i sidans inställningar en titel som säger vad sidan handlar om.",
        ),
        web=Text(
            "Write it in the <title> element in the page's <head>.",
            "Skriv den i elementet <title> i sidans <head>.",
        ),
    ),
    messages={"missing": Text("The page has no title.", "Sidan saknar titel.")},
)
def document_title(page: AxeTarget) -> Outcome:
    """It is there and not empty."""
    return judged(page, "missing")


@about_language(
    "html-lang-valid",
    "WCAG 3.1.1",
    "ACT bf051a",
    title=Text("The page's language is a language code", "Sidans språk är en språkkod"),
    fix=Fix(
        SITE_LANGUAGE,
        web=Text(
            'Write a code that exists in the lang attribute of <html>: <html lang="en">.',
            'Skriv en kod som finns i attributet lang på <html>: <html lang="sv">.',
        ),
    ),
    messages={
        "no-code": Text(
            "The page's language is given as {values}, which is no language code.",
            "Sidans språk är angivet som {values}, vilket inte är någon språkkod.",
        ),
    },
)
def html_lang_valid(page: AxeTarget) -> Outcome:
    """The code given for the page's language exists."""
    return judged(page, "no-code", "values")


@about_language(
    "valid-lang",
    "WCAG 3.1.2",
    "ACT de46e4",
    title=Text("The language of a part is a language code", "Språket för en del är en språkkod"),
    fix=Fix(
        Text(
            "Mark the text's language with the editor's button for language; if there is none, ask whoever builds the "
            "site.",
            "Märk upp textens språk med redigerarens knapp för språk; finns ingen, be den som bygger webbplatsen.",
        ),
        web=Text(
            'Write a code that exists in the lang attribute: <span lang="fi">.',
            'Skriv en kod som finns i attributet lang: <span lang="fi">.',
        ),
    ),
    messages={
        "no-code": Text(
            "The text's language is given as {values}, which is no language code.",
            "Textens språk är angivet som {values}, vilket inte är någon språkkod.",
        ),
    },
)
def valid_lang(part: AxeTarget) -> Outcome:
    """The code given for the language of a part exists."""
    return judged(part, "no-code", "values")


@about_language(
    "html-xml-lang-mismatch",
    "WCAG 3.1.1",
    title=Text("The page gives one language and not two", "Sidan anger ett språk och inte två"),
    fix=Fix(
        SITE_LANGUAGE,
        web=Text(
            "Take xml:lang away from <html>, or give it the same language as lang.",
            "Ta bort xml:lang från <html>, eller ge det samma språk som lang.",
        ),
    ),
    messages={
        "two": Text(
            "The page gives one language in lang and another in xml:lang.",
            "Sidan anger ett språk i lang och ett annat i xml:lang.",
        ),
    },
)
def html_xml_lang_mismatch(page: AxeTarget) -> Outcome:
    """lang and xml:lang of the page give the same language."""
    return judged(page, "two")


def examples() -> dict[str, dict[str, Page]]:
    code = {"failed no-code": AxeTarget(checks=("valid-lang",), data={"values": 'lang="svenska"'})}
    return {
        "document_title": pages("document-title", {"failed missing": AxeTarget(checks=("doc-has-title",))}),
        "html_lang_valid": pages("html-lang-valid", code),
        "valid_lang": pages("valid-lang", code),
        "html_xml_lang_mismatch": pages(
            "html-xml-lang-mismatch", {"failed two": AxeTarget(checks=("xml-lang-mismatch",))}
        ),
    }
