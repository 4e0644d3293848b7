"""Attached pictures are no documents in disguise."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.mail.model import Attachment, Mail

SMALLEST = 20_000
"""Bytes: a page that is photographed or scanned is larger, signatures and icons are smaller."""


def attached_pictures_of(mail: Mail) -> Iterator[Attachment]:
    """Pictures beside the text; where there is no text at all, the whole mail is the question, of another rule."""
    if mail.text.strip():
        yield from (
            each
            for each in mail.attachments
            if each.type.startswith("image/") and not each.shown and each.size >= SMALLEST
        )


@rule(
    document=Mail,
    each=attached_pictures_of,
    meets=("WCAG 1.4.5",),
    title=Text("Attached pictures are not pictures of text", "Bifogade bilder är inte bilder av text"),
    why=Text(
        "A photographed or scanned page cannot be heard or enlarged without blur, and has no alternative text.",
        "En fotograferad eller inskannad sida går inte att lyssna på eller förstora utan att den blir suddig, "
        "och har "
        "ingen alternativtext.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "Attach the document itself, or write what the picture says in the mail.",
            "Bifoga själva dokumentet, eller skriv i mejlet vad bilden säger.",
        ),
    ),
    messages={
        "is-text": Text(
            "Does the attached picture “{name}” hold text that the mail does not say?",
            "Innehåller den bifogade bilden ”{name}” text som inte står i mejlet?",
        ),
        "text": Text(
            "The attached picture “{name}” holds text that the mail does not say.",
            "Den bifogade bilden ”{name}” innehåller text som inte står i mejlet.",
        ),
    },
)
def attached_pictures(picture: Attachment) -> Outcome:
    """A person sees no text in it that is not in the mail."""
    return ask("is-text", name=picture.name, yes=failed("text", name=picture.name), no=passed())


def examples() -> dict[str, Mail]:
    def mail(size: int = 400_000, shown: bool = False, text: str = "Här kommer inbjudan.") -> Mail:
        return Mail(
            "Årsmöte", plain=text, attachments=(Attachment("inbjudan.jpg", "image/jpeg", size, shown),)
        )

    return {
        "cannot-tell is-text": mail(),
        "inapplicable, the text shows it": mail(shown=True),
        "inapplicable, an icon": mail(size=900),
        "inapplicable, no text": mail(text=""),
    }
