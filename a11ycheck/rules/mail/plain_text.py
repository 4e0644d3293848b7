"""A mail with HTML has the same text without.

Text in HTML can be read by everyone, so WCAG does not ask for it twice and this rule meets no clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.mail.model import Mail
from a11ycheck.text.overlap import percent_said


def with_html(mail: Mail) -> Iterator[Mail]:
    """The mail, where it has words in HTML, and its program does not make the text part by itself."""
    if mail.html is not None and mail.html.text.strip() and not mail.plain_by_program:
        yield mail


@rule(
    document=Mail,
    each=with_html,
    title=Text("A mail with HTML has a text part", "Mejl med html har en textdel"),
    why=Text(
        "Some read their mail as plain text: with a braille display, on a watch, in an old phone. They see the "
        "text part "
        "alone.",
        "En del läser sin e-post som ren text: med punktskriftsskärm, på klockan, i en gammal telefon. De ser bara "
        "textdelen.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "Let the program that sends the mail make a text part with all that the mail says, not only a link "
            "to read "
            "it on the web.",
            "Låt programmet som skickar mejlet göra en textdel med allt som mejlet säger, inte bara en länk för "
            "att läsa "
            "det på webben.",
        ),
    ),
    messages={
        "missing": Text("The mail has HTML but no text part.", "Mejlet har html men ingen textdel."),
        "empty": Text("The mail's text part is empty.", "Mejlets textdel är tom."),
        "says-less": Text(
            "The text part says {percent} % of what the HTML says; it begins “{text}”.",
            "Textdelen säger {percent} % av det som html-delen säger; den börjar ”{text}”.",
        ),
    },
)
def plain_text(mail: Mail, *, least_percent: int = 50) -> Outcome:
    """It has one, in which at least ``least_percent`` of the words of the HTML stand. The limit is our own."""
    if mail.plain is None:
        return failed("missing")
    if not mail.plain.strip():
        return failed("empty")
    percent = percent_said(mail.html.text if mail.html is not None else "", mail.plain)
    return (
        failed("says-less", percent=percent, text=mail.plain[:100]) if percent < least_percent else passed()
    )


def examples() -> dict[str, Mail]:
    from a11ycheck.documents.markup.model import Markup

    html = Markup(
        text="Årsmötet är den 24 maj klockan 13. Anslut i Zoom. Behöver du tolk, hör av dig till Anna."
    )
    return {
        "failed missing": Mail("Årsmöte", html=html),
        "failed empty": Mail("Årsmöte", html=html, plain=" \n"),
        "failed says-less": Mail(
            "Årsmöte", html=html, plain="Visa mejlet i webbläsaren: https://x.example.se"
        ),
        "passed": Mail("Årsmöte", html=html, plain=html.text),
        "inapplicable, no HTML": Mail("Årsmöte", plain="Hej!"),
        "inapplicable, Outlook makes it": Mail("Årsmöte", html=html, plain_by_program=True),
    }
