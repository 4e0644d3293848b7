"""What a text document or slide deck says about the meeting."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from a11ycheck.documents.facts import MOST_OF_EACH, Contact, Facts, When
from a11ycheck.documents.statements import read_content
from a11ycheck.text import dates, joining

if TYPE_CHECKING:
    from a11ycheck.documents.office.model import Office

MOST_IN_FACTS = 500
"""Headings and links that the facts hold at most."""
LONGEST_SEARCHED = 50_000
"""Characters in which telephone numbers and addresses are looked for."""
BEGINNING = 3_000
"""Characters in which the time of the meeting stands; dates further on are those of matters."""


def facts_of(office: Office) -> Facts:
    """Return the facts; the office document's content must have been filled in."""
    content = office.content
    read = read_content(content, kind="office", is_deck=bool(office.slides))
    links = [(link.text, link.target) for link in content.links()]
    outline = [(heading.level, heading.text) for heading in content.headings() if heading.text.strip()]
    words, said = 0, ""
    for text in content.text():
        words += len(text.split())
        if len(said) < LONGEST_SEARCHED:
            said += text[:LONGEST_SEARCHED] + "\n"
    addresses = [*(target for _, target in links), *joining.web_addresses(said)]
    return Facts(
        title=office.properties.title,
        language=office.language,
        program=office.properties.program,
        pages=len(office.slides) or office.properties.pages,
        words=words,
        outline=tuple(outline[:MOST_IN_FACTS]),
        links=tuple(links[:MOST_IN_FACTS]),
        times=tuple(_times(said[:BEGINNING]))[:MOST_OF_EACH],
        joining=tuple(dict.fromkeys(filter(joining.is_joining_address, addresses)))[:MOST_OF_EACH],
        telephones=tuple(joining.telephones(said))[:MOST_OF_EACH],
        contacts=tuple(Contact("", address) for address in _mail_addresses(links, said))[:MOST_OF_EACH],
        **read._asdict(),
    )


def _times(beginning: str) -> Iterable[When]:
    for written in dates.written_times(beginning):
        if "T" in written.start:
            yield When(written.start, written.end, written.zone)


def _mail_addresses(links: Iterable[tuple[str, str]], said: str) -> Iterable[str]:
    linked = (target[7:].partition("?")[0] for _, target in links if target.casefold().startswith("mailto:"))
    return dict.fromkeys([*linked, *joining.mail_addresses(said)])
