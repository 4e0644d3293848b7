"""What is attached as a link can be opened by everyone.

Nothing is fetched, so whether it can is a question; it meets no clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, ask, failed, passed, rule
from a11ycheck.documents.calendar.model import AttachedLink, Calendar, Event

BEHIND_LOGIN = (
    "sharepoint.com", "onedrive.live.com", "1drv.ms", "drive.google.com", "docs.google.com", "dropbox.com", "box.com",
    "icloud.com",
)  # fmt: skip
"""Places where a file is open to those alone whom its owner lets in. Own collection."""


@dataclass(frozen=True, slots=True)
class Linked:
    """An attached link and the place of its event."""

    where: Where
    link: AttachedLink

    @property
    def host(self) -> str:
        try:
            return (urlsplit(self.link.address).hostname or "").casefold()
        except ValueError:
            return ""


def linked(calendar: Calendar) -> Iterator[Linked]:
    for event in calendar.events:
        for link in event.attached_links:
            yield Linked(Where(event.where.steps, anchor("attached", link.address)), link)


@rule(
    document=Calendar,
    each=linked,
    title=Text("Linked attachments are open to all guests", "Länkade bilagor är öppna för alla deltagare"),
    why=Text(
        "Who has no account, or cannot get past the login with their assistive technology, comes to the meeting "
        "without "
        "the papers. What lies behind a link is not checked here either.",
        "Den som saknar konto, eller inte tar sig förbi inloggningen med sina hjälpmedel, kommer till mötet utan "
        "handlingarna. Det som ligger bakom en länk kontrolleras inte heller här.",
    ),
    who=(People.SCREEN_READER, People.EVERYONE),
    fix=Fix(
        Text(
            "Share the file with everyone who has the link, or attach the file itself.",
            "Dela filen med alla som har länken, eller bifoga själva filen.",
        ),
    ),
    messages={
        "login": Text(
            "Can every guest open “{address}” without logging in?",
            "Kan alla deltagare öppna ”{address}” utan att logga in?",
        ),
        "closed": Text("Not every guest can open “{address}”.", "Alla deltagare kan inte öppna ”{address}”."),
        "own-computer": Text(
            "“{address}” leads to a file in somebody's own computer.",
            "”{address}” leder till en fil i någons egen dator.",
        ),
    },
)
def attached_link(linked: Linked) -> Outcome:
    """It leads to no file of one's own; and of a service with a login, a person knows that it is open."""
    address = linked.link.address
    if address[:5].lower() == "file:" or address[1:3] in (":\\", ":/") or address.startswith("\\\\"):
        return failed("own-computer", address=address)
    if any(linked.host == host or linked.host.endswith(f".{host}") for host in BEHIND_LOGIN):
        return ask("login", address=address, yes=passed(), no=failed("closed", address=address))
    return passed()


def examples() -> dict[str, Calendar]:
    def calendar(*addresses: str) -> Calendar:
        return Calendar((Event(summary="Årsmöte", attached_links=tuple(map(AttachedLink, addresses))),))

    return {
        "failed own-computer": calendar("file:///C:/Users/anna/dagordning.pdf"),
        "cannot-tell login": calendar("https://forum.sharepoint.com/sites/a/dagordning.docx"),
        "passed": calendar("https://forum.example.se/dagordning.pdf"),
        "inapplicable": calendar(),
    }
