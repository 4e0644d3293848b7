"""Addresses and telephone numbers in an HTML mail are links.

No success criterion demands links; so this rule meets no clause. In plain text the mail program makes them itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, failed, passed, rule
from a11ycheck.documents.mail.model import Mail
from a11ycheck.text.joining import mail_addresses, telephones, web_addresses


@dataclass(frozen=True, slots=True)
class Written:
    """The addresses and numbers that stand in a mail; ``unlinked`` are those that no link leads to."""

    where: Where
    unlinked: tuple[str, ...]


def written(mail: Mail) -> Iterator[Written]:
    """The mail, once, where it has HTML with addresses or telephone numbers in its text."""
    if mail.html is None:
        return
    found = [*web_addresses(mail.text), *mail_addresses(mail.text), *telephones(mail.text)]
    if found:
        linked = {_plain(part) for link in mail.content.links() for part in (link.target, *link.text.split())}
        texts = " ".join(_plain(link.text) for link in mail.content.links())
        unlinked = tuple(each for each in found if _plain(each) not in linked and _plain(each) not in texts)
        yield Written(Where(anchor=anchor("addresses", *found)), unlinked)


def _plain(address: str) -> str:
    """The address without what people leave out when they write it; of a number its last digits."""
    folded = address.strip(" .,;:!?()<>").casefold()
    for start in ("mailto:", "tel:", "https://", "http://", "www."):
        folded = folded.removeprefix(start)
    if folded and not any(map(str.isalpha, folded)):
        return "".join(filter(str.isdigit, folded))[-7:]
    return folded.partition("?")[0].rstrip("/")


@rule(
    document=Mail,
    each=written,
    title=Text(
        "Addresses and numbers in a mail can be followed", "Adresser och nummer i mejlet går att följa"
    ),
    why=Text(
        "What is no link has to be copied or typed sign by sign, which is hard with a screen reader, by voice, or with "
        "hands that shake.",
        "Det som inte är en länk måste kopieras eller skrivas av tecken för tecken, vilket är svårt med skärmläsare, "
        "med rösten eller med händer som skakar.",
    ),
    who=(People.SCREEN_READER, People.VOICE, People.KEYBOARD),
    fix=Fix(
        Text(
            "Make the address a link, and the telephone number a link that begins with tel:.",
            "Gör adressen till en länk, och telefonnumret till en länk som börjar med tel:.",
        ),
        outlook=Text(
            "Select the address and choose Link on the Insert tab.",
            "Markera adressen och välj Länk på fliken Infoga.",
        ),
        web=Text(
            'Write <a href="tel:+46812345"> around the number, and <a href="mailto:…"> around the mail address.',
            'Skriv <a href="tel:+46812345"> runt numret och <a href="mailto:…"> runt e-postadressen.',
        ),
    ),
    messages={
        "unlinked": Text(
            "“{address}” stands in the mail but is no link. Number of such addresses and numbers: {count}.",
            "”{address}” står i mejlet men är ingen länk. Antal sådana adresser och nummer: {count}.",
        ),
    },
)
def address_not_linked(found: Written) -> Outcome:
    """Some link leads to each of them."""
    if not found.unlinked:
        return passed()
    return failed("unlinked", address=found.unlinked[0][:100], count=len(found.unlinked))


def examples() -> dict[str, Mail]:
    from a11ycheck.documents.content import Link, Paragraph
    from a11ycheck.documents.markup.model import Markup

    text = "Skriv till anna@forum.example.se eller ring 08-123 45 67."
    number = Link("08-123 45 67", "tel:+4681234567")

    def mail(*links: Link) -> Mail:
        return Mail("Årsmöte", html=Markup((Paragraph(text), *links), text=text))

    return {
        "failed unlinked": mail(),
        "failed unlinked, one of two": mail(number),
        "passed": mail(number, Link("Anna", "mailto:anna@forum.example.se")),
        "inapplicable, no addresses": Mail("Årsmöte", html=Markup(text="Hej!")),
        "inapplicable, plain text": Mail("Årsmöte", plain=text),
    }
