"""Addresses and telephone numbers in a unit, those behind its links included."""

from __future__ import annotations

from typing import NamedTuple

from a11ycheck.text.joining import mail_addresses, telephones, web_addresses
from a11ycheck.text.statements.units import Document, Unit

__all__ = ["Addresses", "addresses", "addresses_near", "is_form"]

NATIONAL_DIGITS = 7
LONGEST_PIECE_APART = 2
"""Units after one that asks, in which whom to tell may stand."""


class Addresses(NamedTuple):
    """What one can turn to: web addresses, mail addresses and telephone numbers."""

    web: tuple[str, ...] = ()
    mail: tuple[str, ...] = ()
    telephones: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.web or self.mail or self.telephones)


_UNREAD = ("noreply", "no-reply", "donotreply", "do-not-reply", "ej-svara", "no.reply")


def addresses(unit: Unit) -> Addresses:
    """Those in the unit; of its paragraph's links those whose text it has."""
    text = unit.text
    linked = [target for words, target in unit.links if not words or words in text]
    web = [target for target in linked if target.startswith(("http:", "https:"))]
    mail = [target[7:].partition("?")[0] for target in linked if target.casefold().startswith("mailto:")]
    numbers = [target[4:] for target in linked if target.casefold().startswith("tel:")]
    if "//" in text:
        web += web_addresses(text)
    web += _bare_addresses(text)
    if "@" in text or "(a)" in text or "(at)" in text:
        mail += mail_addresses(text)
    if any(map(str.isdecimal, text)):
        numbers += telephones(text)
    return Addresses(
        tuple(dict.fromkeys(web)),
        tuple(each for each in dict.fromkeys(mail) if not each.casefold().startswith(_UNREAD)),
        tuple({_national(each): each for each in numbers}.values()),
    )


def _national(number: str) -> str:
    """The last digits, which “+46 8 123 45 67” and “08-123 45 67” share."""
    return "".join(filter(str.isdecimal, number))[-NATIONAL_DIGITS:]


def _bare_addresses(text: str) -> list[str]:
    """“exempel.se/underlag”, which has a path and no “https”."""
    if "/" not in text:
        return []
    from a11ycheck.text.words import is_bare_address

    return [
        token.strip(".,;:()")
        for token in text.split()
        if "/" in token and "//" not in token and is_bare_address(token)
    ]


def addresses_near(document: Document, number: int) -> Addresses:
    """Those in the unit, or else in one of the next of the same piece or the piece after it."""
    unit = document.units[number]
    found = addresses(unit)
    for after in document.units[number + 1 : number + 1 + LONGEST_PIECE_APART]:
        if found or after.piece > unit.piece + 1 or after.kind == "heading":
            break
        found = addresses(after)
    return found


_FORMS = tuple(
    """
    forms. /form anmal anmäl regist formular formulär eventbrite signup sign-up enkat survey booking bokning lyyti
    trippus magnet invitepeople simplesignup
    """.split()
)


def is_form(address: str) -> bool:
    """Whether an address looks like that of a form, and so not of a meeting."""
    folded = address.casefold()
    return any(part in folded for part in _FORMS)
