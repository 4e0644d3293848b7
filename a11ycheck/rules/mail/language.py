"""A mail says which language it is in.

Plain text has no place to say it, and is left alone unless a header does.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.mail.model import Mail
from a11ycheck.text.language import guess, is_language_tag, known_primary, spoken_instead


def that_could_say(mail: Mail) -> Iterator[Mail]:
    """The mail, where it has HTML with words, or says its language in a header."""
    if mail.text.strip() and (mail.html is not None or mail.stated_language):
        yield mail


@rule(
    document=Mail,
    each=that_could_say,
    meets=("WCAG 3.1.1",),
    title=Text("A mail says which language it is in", "Mejlet säger vilket språk det är på"),
    why=Text(
        "A screen reader chooses its voice by the language; with the wrong voice the words cannot be made out.",
        "Skärmläsaren väljer röst efter språket; med fel röst går orden inte att uppfatta.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Choose the language in the program that the mail is written in. If it has no such choice, send the "
            "invitation as a document or calendar file as well.",
            "Välj språk i programmet som mejlet skrivs i. Saknas det valet, skicka inbjudan även som dokument eller "
            "kalenderfil.",
        ),
        web=Text(
            "Write it in the lang attribute of the <html> element, and of the element around all text, since some "
            'programs drop <html>: lang="en".',
            "Skriv det i attributet lang på elementet <html>, och på elementet runt all text eftersom en del "
            "program tar "
            'bort <html>: lang="sv".',
        ),
        outlook=Text(
            "Select all text, choose Language on the Review tab, and set the proofing language.",
            "Markera all text, välj Språk på fliken Granska och ange språk för korrektur.",
        ),
    ),
    messages={
        "missing": Text(
            "The mail does not say which language it is in.", "Mejlet säger inte vilket språk det är på."
        ),
        "malformed": Text(
            "The mail's language is given as “{declared}”, which is no language code.",
            "Mejlets språk är angivet som ”{declared}”, vilket inte är någon språkkod.",
        ),
        "other": Text(
            "The mail's language is given as “{declared}”, but the text is in another, “{found}”.",
            "Mejlets språk är angivet som ”{declared}”, men texten är på ett annat språk, ”{found}”.",
        ),
    },
)
def language(mail: Mail) -> Outcome:
    """It is stated with a code that exists, for the mail or for all of its text, and the text does not speak another.

    A mail too short for its language to be told by its words is let through without: the reader's own voice will do.
    """
    content = mail.content
    declared = content.language.strip()
    if not declared:
        known = content.language_is_marked_throughout() or guess(mail.text) is None
        return passed() if known else failed("missing")
    if not (is_language_tag(declared) and known_primary(declared)):
        return failed("malformed", declared=declared)
    found = spoken_instead(declared, ((each.text, each.language) for each in content.paragraphs()))
    return failed("other", declared=declared, found=found) if found else passed()


def examples() -> dict[str, Mail]:
    from a11ycheck.documents.content import Paragraph
    from a11ycheck.documents.markup.model import Markup

    text = (
        "Vi ses på nätet på tisdag kväll, och alla i föreningen är välkomna. Du får en länk i god tid, men du "
        "kan också "
        "ringa in om du hellre vill det. Mötet är slut efter en timme."
    )

    def mail(declared: str = "", part: str = "", header: str = "") -> Mail:
        html = Markup((Paragraph(text, language=part or declared),), declared, text=text)
        return Mail("Årsmöte", html=html, stated_language=header)

    return {
        "failed missing": mail(),
        "failed malformed": mail("swedish"),
        "failed other": mail("en-US", part="en-US"),
        "failed other, by the header of a plain text": Mail("Årsmöte", plain=text, stated_language="en"),
        "passed": mail("sv"),
        "passed, in a header": mail(header="sv-SE"),
        "passed, all text is marked": mail(part="sv"),
        "inapplicable, plain text": Mail("Årsmöte", plain=text),
    }
