"""Nothing is hidden from the eye that a screen reader reads out.

No clause forbids it; so this rule meets none.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.mail.model import Mail
from a11ycheck.documents.markup.model import HiddenText


def hidden(mail: Mail) -> Iterator[HiddenText]:
    if mail.html is not None:
        yield from mail.html.hidden


@rule(
    document=Mail,
    each=hidden,
    title=Text("Hidden text is not padded with signs", "Dold text är inte utfylld med tecken"),
    why=Text(
        "The hidden line that mail programs show as a preview is read out, and the invisible signs behind it can be "
        "spelt out one by one.",
        "Den dolda raden som e-postprogram visar som förhandsvisning läses upp, och de osynliga tecknen efter "
        "den kan "
        "läsas upp ett och ett.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Leave out the invisible signs, and let the mail begin with what the preview should say.",
            "Ta bort de osynliga tecknen och låt mejlet börja med det som förhandsvisningen ska säga.",
        ),
        web=Text(
            'Put the signs in an element of their own with aria-hidden="true".',
            'Lägg tecknen i ett eget element med aria-hidden="true".',
        ),
    ),
    messages={
        "padded": Text(
            "The hidden line “{text}” is followed by {count} invisible signs.",
            "Den dolda raden ”{text}” följs av {count} osynliga tecken.",
        ),
    },
)
def hidden_text(text: HiddenText, *, most: int = 10) -> Outcome:
    """It has at most ``most`` invisible signs. The limit is our own."""
    return passed() if text.padding <= most else failed("padded", text=text.text[:100], count=text.padding)


def examples() -> dict[str, Mail]:
    from a11ycheck import Where
    from a11ycheck.documents.markup.model import Markup

    def mail(padding: int) -> Mail:
        return Mail("Nyhetsbrev", html=Markup(hidden=(HiddenText(Where(), "Läs om årsmötet", padding),)))

    return {
        "failed padded": mail(60),
        "passed": mail(0),
        "inapplicable": Mail("Nyhetsbrev", html=Markup(text="Hej!")),
    }
