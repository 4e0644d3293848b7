"""What an invitation to one meeting says, whichever kind of document it stands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from a11ycheck.documents.facts import Contact
from a11ycheck.outcome import Where


@dataclass(frozen=True, slots=True)
class JoiningLink:
    """An address to join the meeting by.

    ``field`` names where it stands ("CONFERENCE", "DESCRIPTION", ...). ``before`` is the text before it on its line and
    the line above; ``visible`` is true where the reader meets the address itself and not words that are a link.
    """

    address: str
    field: str = ""
    before: str = ""
    visible: bool = True


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation to a meeting. ``text`` is all that it says in words, description and place included.

    ``at_a_distance``: it says, or its links show, that one can take part at a distance. ``place`` is where the meeting
    is on site, empty when nowhere. ``start`` and ``sent`` are dates or times as in ``facts.When``; ``sent`` is empty
    where it is not known, or where the meeting comes back time after time. ``asks_for_answer``: guests are asked to
    answer.
    """

    where: Where = Where()
    title: str = ""
    text: str = ""
    language: str = ""
    at_a_distance: bool = False
    place: str = ""
    joining: tuple[JoiningLink, ...] = ()
    telephones: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    start: str = ""
    sent: str = ""
    asks_for_answer: bool = False


class Inviting:
    """A model that may hold invitations: a mail, a calendar."""

    def invitations(self) -> Iterable[Invitation]:
        """Each invitation in the document; none where it is no invitation, or where it is in another document."""
        return ()
