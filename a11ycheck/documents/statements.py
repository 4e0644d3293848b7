"""What a document states about the meeting, from its content, its text, or fields that say it in so many words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from a11ycheck.documents.content import Block, Content, Heading, Link, ListItem, Paragraph, Table
from a11ycheck.documents.facts import MOST_STATEMENTS, Contact, Statement, When

if TYPE_CHECKING:
    from a11ycheck.text.statements import Piece

MOST_LINKS = 20
"""Links that are looked at in one paragraph."""
MOST_BLOCKS = 5_000
MOST_READ = 30_000
"""Characters that are read: what calls to a meeting is short, and what lies behind it is its papers."""
LONGEST_VALUE = 200
FIRST_PIECES = 5


class Reading(NamedTuple):
    """What a text says of the meeting, and what it is to the meeting: the fields of ``Facts`` with the same names."""

    statements: tuple[Statement, ...] = ()
    role: str = ""
    role_is_certain: bool = False
    written_in: tuple[str, ...] = ()
    understood: bool = False


def read_content(content: Content, *, kind: str = "", is_deck: bool = False) -> Reading:
    """Read a document's content; ``kind`` is the name of its kind, ``is_deck`` true for slides."""
    return _read(_pieces(content.blocks), content.language, content.title, kind, is_deck)


def read_text(text: str, *, language: str = "", title: str = "", kind: str = "") -> Reading:
    """Read plain text with its lines, such as the text part of a mail or the description of a calendar entry."""
    from a11ycheck.text.statements import pieces_of_text

    return _read(pieces_of_text(text[:MOST_READ]), language, title, kind, False)


def statements_of(content: Content) -> tuple[Statement, ...]:
    """What a document's content states about the meeting."""
    return read_content(content).statements


def statements_of_text(text: str, language: str = "") -> tuple[Statement, ...]:
    """What plain text states about the meeting."""
    return read_text(text, language=language).statements


def role_of(content: Content, *, kind: str = "", is_deck: bool = False) -> tuple[str, bool]:
    """What the document is to the meeting, one of ``facts.ROLES``, and whether that is plain."""
    reading = read_content(content, kind=kind, is_deck=is_deck)
    return reading.role, reading.role_is_certain


def statements_of_fields(
    *,
    times: Iterable[When] = (),
    place: str = "",
    joining: Iterable[str] = (),
    organiser: Contact | None = None,
    telephones: Iterable[str] = (),
    cancelled: bool = False,
    attendance: str = "",
) -> tuple[Statement, ...]:
    """What fields say in so many words: those of a calendar entry, or of schema.org's Event.

    ``telephones`` are numbers to dial in by. ``attendance``: "online", "on-site" or "hybrid", as
    schema.org's eventAttendanceMode. The quote of each is its value.
    """
    return tuple(
        Statement(topic, "stated", value[:LONGEST_VALUE], value[:LONGEST_VALUE])
        for topic, value in _fields(times, place, joining, organiser, telephones, cancelled, attendance)
        if value
    )[:MOST_STATEMENTS]


def _fields(
    times: Iterable[When],
    place: str,
    joining: Iterable[str],
    organiser: Contact | None,
    telephones: Iterable[str],
    cancelled: bool,
    attendance: str,
) -> Iterator[tuple[str, str]]:
    for when in times:
        day, _, begins = when.start.partition("T")
        yield "date", day
        if begins:
            end_day, _, ends = when.end.partition("T")
            yield "time", f"{day}T{begins}/{ends}" if end_day in ("", day) else f"{day}T{begins}/{when.end}"
        yield "zone", when.zone
    yield from _places(" ".join(place.split()))
    yield from (("joining", address) for address in joining)
    yield from (("dial-in", number) for number in telephones)
    if organiser is not None:
        yield "organiser", organiser.name or organiser.address
        if "@" in organiser.address:
            yield "contact", f"mail:{organiser.address.removeprefix('mailto:')}"
    yield "attendance", attendance
    if cancelled:
        yield "change", "cancelled"


ATTENDANCE = {
    "OnlineEventAttendanceMode": "online",
    "OfflineEventAttendanceMode": "on-site",
    "MixedEventAttendanceMode": "hybrid",
}
CALLED_OFF = ("EventCancelled", "EventPostponed", "EventRescheduled")


def statements_of_event(event: Mapping[str, object]) -> tuple[Statement, ...]:
    """What schema.org's Event says in JSON-LD; what is not of the expected shape is passed over."""
    start, end = _text(event.get("startDate")), _text(event.get("endDate"))
    location = event.get("location")
    places = location if isinstance(location, list) else [location]
    organiser = event.get("organizer")
    if isinstance(organiser, list) and organiser:
        organiser = organiser[0]
    named = _text(organiser.get("name")) if isinstance(organiser, dict) else _text(organiser)
    mail = _text(organiser.get("email")) if isinstance(organiser, dict) else ""
    return statements_of_fields(
        times=[When(_local(start), _local(end), _offset(start))] if start else (),
        place=next((_address(each) for each in places if _address(each)), ""),
        joining=[each for place in places if (each := _online(place))],
        organiser=Contact(named, mail) if named or mail else None,
        cancelled=_last(event.get("eventStatus")) in CALLED_OFF,
        attendance=ATTENDANCE.get(_last(event.get("eventAttendanceMode")), ""),
    )


def _text(value: object) -> str:
    return value.strip()[:500] if isinstance(value, str) else ""


def _last(value: object) -> str:
    return _text(value).rpartition("/")[2]


def _local(iso: str) -> str:
    """A time to the minute, without its offset; a date alone stays one."""
    return iso[:16] if "T" in iso else iso[:10]


def _offset(iso: str) -> str:
    if "T" not in iso:
        return ""
    after = iso.partition("T")[2]
    if after.endswith("Z"):
        return "UTC"
    sign = max(after.rfind("+"), after.rfind("-"))
    return after[sign:] if sign > 0 else ""


def _online(place: object) -> str:
    is_online = isinstance(place, dict) and _text(place.get("@type")) == "VirtualLocation"
    return _text(place.get("url")) if isinstance(place, dict) and is_online else ""


def _address(place: object) -> str:
    if not isinstance(place, dict) or _text(place.get("@type")) == "VirtualLocation":
        return _text(place)
    address = place.get("address")
    parts = [_text(place.get("name"))]
    if isinstance(address, dict):
        parts += [_text(address.get("streetAddress")), _text(address.get("addressLocality"))]
    else:
        parts.append(_text(address))
    return ", ".join(filter(None, parts))


def _places(place: str) -> Iterator[tuple[str, str]]:
    """Calendars write the address or the program of a meeting on the web where its place would be: then that is where
    it is, as far as the entry says."""
    from a11ycheck.text.joining import is_joining_address, named_platform

    parts = [part.strip() for part in place.replace(";", ",").split(",")]
    places = [part for part in parts if part and "//" not in part and not named_platform(part)]
    yield "venue", ", ".join(places)
    platform = next(filter(None, map(named_platform, parts)), "")
    yield "platform", platform
    if not places and (platform or any(map(is_joining_address, parts))):
        yield "attendance", "online"


def _read(pieces: Iterable[Piece], language: str, title: str, kind: str, is_deck: bool) -> Reading:
    from a11ycheck.text.statements import document_of, statements
    from a11ycheck.text.statements.roles import role_of as role_of_text

    document = document_of(_titled(title, pieces), language)
    found = statements(document)
    role, certain = role_of_text(document, found, title=title, kind=kind, is_deck=is_deck)
    kept = tuple(Statement(*each) for each in found[:MOST_STATEMENTS])
    return Reading(kept, role, certain, document.written_in, document.understood)


def _titled(title: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces under the title, such as a mail's subject, where none of the first says the same."""
    from a11ycheck.text.statements import Piece

    waiting = iter(pieces)
    first = list(islice(waiting, FIRST_PIECES))
    plain = " ".join(title.split()).casefold()
    if plain and not any(plain in " ".join(piece.text.split()).casefold() for piece in first):
        yield Piece("heading", " ".join(title.split()))
    yield from first
    yield from waiting


def _pieces(blocks: Iterable[Block]) -> Iterator[Piece]:
    """The blocks as pieces of text, each with the links in it."""
    from a11ycheck.text.statements import Piece

    kept = tuple(_beginning(blocks))
    around: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for block in kept:
        if isinstance(block, Link) and block.target and len(around[block.around]) < MOST_LINKS:
            around[block.around].append((block.text, block.target))
    for place, block in enumerate(kept):
        if isinstance(block, Heading):
            yield Piece("heading", block.text, _links(around, block.text, kept, place))
        elif isinstance(block, (Paragraph, ListItem)):
            yield from _lines(block, _links(around, block.text, kept, place))
        elif isinstance(block, Table):
            for row in block.rows:
                cells = tuple(cell.text for cell in row)
                links = tuple(link for cell in row for link in around.get(cell.text, ()) if cell.text)
                is_head = all(cell.header for cell in row)
                yield Piece("head" if is_head else "row", " – ".join(filter(None, cells)), links, cells)


def _beginning(blocks: Iterable[Block]) -> Iterator[Block]:
    left = MOST_READ
    for block in islice(blocks, MOST_BLOCKS):
        yield block
        left -= len(getattr(block, "text", ""))
        if left < 0:
            return


def _lines(block: Paragraph | ListItem, links: tuple[tuple[str, str], ...]) -> Iterator[Piece]:
    """A paragraph whose lines are apart, as in an address or under a label, is as many pieces as plain text is."""
    from a11ycheck.text.statements import Piece, pieces_of_text

    if isinstance(block, ListItem) or "\n" not in block.text.strip():
        text = block.text.strip()
        is_item = isinstance(block, ListItem) or text.startswith(("•", "– ", "- "))
        yield Piece("item" if is_item else "paragraph", text.lstrip("•") if is_item else text, links)
        return
    for piece in pieces_of_text(block.text):
        yield piece._replace(links=tuple(link for link in links if link[0] in piece.text))


def _links(
    around: Mapping[str, list[tuple[str, str]]], text: str, blocks: tuple[Block, ...], place: int
) -> tuple[tuple[str, str], ...]:
    """The links of a paragraph; where the format does not say which they are, those that stand right behind it."""
    if text and text in around:
        return tuple(around[text])
    found: list[tuple[str, str]] = []
    for block in blocks[place + 1 : place + 1 + MOST_LINKS]:
        if not isinstance(block, Link) or block.around:
            break
        if block.target:
            found.append((block.text, block.target))
    return tuple(found)
