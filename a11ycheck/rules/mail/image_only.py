"""A mail says in text what it has to say, not in a picture."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.mail.model import Mail


def with_pictures(mail: Mail) -> Iterator[Mail]:
    """The mail, where it shows a picture that says something, in its text or instead of any."""
    in_text = mail.html is not None and bool(mail.html.pictures)
    instead = not mail.text.strip() and any(each.type.startswith("image/") for each in mail.attachments)
    if in_text or instead:
        yield mail


@rule(
    document=Mail,
    each=with_pictures,
    meets=("WCAG 1.4.5",),
    title=Text("A mail is not only a picture", "Mejlet är inte bara en bild"),
    why=Text(
        "Text in a picture cannot be heard, enlarged without blur, translated, copied to a calendar or searched for; "
        "and many mail programs do not show pictures until one asks for them.",
        "Text i en bild går inte att lyssna på, förstora utan att den blir suddig, översätta, kopiera till en "
        "kalender "
        "eller söka efter; och många e-postprogram visar inte bilder förrän man ber om det.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Write what the picture says as text in the mail, and keep the picture as decoration if you like.",
            "Skriv det som står i bilden som text i mejlet och behåll gärna bilden som dekoration.",
        ),
    ),
    messages={
        "in-picture": Text(
            "The mail has {letters} characters of text and {pictures} pictures. Does a picture say what the text "
            "should "
            "say?",
            "Mejlet har {letters} tecken text och {pictures} bilder. Säger en bild det som texten borde säga?",
        ),
        "only-picture": Text(
            "What the mail has to say stands in a picture.", "Det som mejlet har att säga står i en bild."
        ),
    },
)
def image_only(mail: Mail, *, least: int = 60) -> Outcome:
    """It has at least ``least`` characters of text beside its pictures, or a person sees no text in them.

    60 characters are a sentence; the limit is our own.
    """
    letters = len(" ".join(mail.text.split()))
    if letters >= least:
        return passed()
    pictures = len(mail.html.pictures) if mail.html is not None else 0
    shown = pictures or sum(each.type.startswith("image/") for each in mail.attachments)
    return ask("in-picture", letters=letters, pictures=shown, yes=failed("only-picture"), no=passed())


def examples() -> dict[str, Mail]:
    from a11ycheck.documents.content import Picture
    from a11ycheck.documents.mail.model import Attachment
    from a11ycheck.documents.markup.model import Markup

    picture = Picture("Inbjudan")
    text = "Årsmötet är den 24 maj klockan 13 i Zoom. Anmäl dig senast den 10 maj till Anna."
    return {
        "cannot-tell in-picture": Mail("Årsmöte", html=Markup((picture,), text="Välkommen!")),
        "cannot-tell in-picture, instead of text": Mail(
            "Årsmöte", attachments=(Attachment("inbjudan.jpg", "image/jpeg"),)
        ),
        "passed": Mail("Årsmöte", html=Markup((picture,), text=text)),
        "inapplicable, decoration": Mail("Årsmöte", html=Markup((Picture("", True),), text="Hej!")),
        "inapplicable, no picture": Mail("Årsmöte", plain="Hej!"),
    }
