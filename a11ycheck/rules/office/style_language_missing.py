"""Styles do not say that their text is in no language.

WCAG asks for the language of the document and its passages, which other rules check on the text itself; a style is a
cause and no text, so this rule meets no clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.office.model import Office, Style

NO_LANGUAGE = "zxx"
CODE = (
    "code",
    "kod",
    "source",
    "källtext",
    "preformatted",
    "förformaterad",
    "teletype",
    "verbatim",
    "quelltext",
)
"""What names of styles for program code have in them; program code is in no language."""


def styles_with_language(document: Office) -> Iterator[Style]:
    """Paragraph styles in use that set a language of their own, or say that there is none. LibreOffice's own character
    style for links says that, so character styles are left out."""
    for style in document.styles:
        is_code = any(word in style.name.casefold() for word in CODE)
        if style.paragraphs and style.language and not style.is_character_style and not is_code:
            yield style


@rule(
    document=Office,
    each=styles_with_language,
    title=Text("Styles have a language", "Formatmallar har ett språk"),
    why=Text(
        "Text in no language is read with whatever voice the screen reader has, and is not checked for spelling.",
        "Text utan språk läses med den röst som skärmläsaren råkar ha, och stavningen kontrolleras inte.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Set the language in the style. For words in another language, make a style of their own.",
            "Ange språket i formatet. Gör ett eget format för ord på ett annat språk.",
        ),
        word=Text(
            "Right-click the style on the Home tab, choose Modify, then Format > Language.",
            "Högerklicka på formatet på fliken Start, välj Ändra och sedan Format > Språk.",
        ),
        libreoffice=Text(
            "Edit the style and set the language on the Font tab.",
            "Redigera formatmallen och ange språket på fliken Typsnitt.",
        ),
    ),
    messages={
        "none": Text(
            "The style “{name}” says that its text is in no language.",
            "Formatet ”{name}” säger att dess text inte är på något språk.",
        ),
    },
)
def style_language_missing(style: Style) -> Outcome:
    """It names a language."""
    return failed("none", name=style.name) if style.language == NO_LANGUAGE else passed()


def examples() -> dict[str, Office]:
    def document(name: str, language: str, paragraphs: int = 3) -> Office:
        return Office(styles=(Style(name, language, paragraphs=paragraphs),))

    return {
        "failed none": document("Faktaruta", "zxx"),
        "passed": document("Faktaruta", "sv-SE"),
        "inapplicable, sets none": document("Faktaruta", ""),
        "inapplicable, a link's style": Office(
            styles=(Style("Internet link", "zxx", paragraphs=2, is_character_style=True),)
        ),
        "inapplicable, not in use": document("Faktaruta", "zxx", 0),
        "inapplicable, program code": document("Källtext", "zxx"),
    }
