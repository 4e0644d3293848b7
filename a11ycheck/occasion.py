"""What is known of a meeting before its documents are opened."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from a11ycheck.outcome import Text


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is known of the meeting beforehand: its name, its first day, and the roles of documents by input."""

    name: str = ""
    date: datetime.date | None = None
    roles: Mapping[str, str] = field(default_factory=dict)


ROLE_WORDS: Mapping[str, Text] = {
    "invitation": Text("invitation", "inbjudan"),
    "event-page": Text("event page", "evenemangssida"),
    "agenda": Text("agenda", "dagordning"),
    "slides": Text("slides", "presentation"),
    "minutes": Text("minutes", "protokoll"),
    "cancellation": Text("cancellation", "återbud"),
    "recording": Text("recording", "inspelning"),
    "captions": Text("captions", "textning"),
    "brochure": Text("brochure", "broschyr"),
    "news": Text("news", "nyhet"),
    "material": Text("material", "underlag"),
    "other": Text("other", "annat"),
}
"""What a document can be to a meeting, in the words that people write in a manifest and read in a report."""


def role_called(word: str) -> str | None:
    """The role that a person means, in Swedish or English; None where there is none of that name."""
    wanted = " ".join(word.casefold().split())
    return next((role for role, words in ROLE_WORDS.items() if wanted in (words.en, words.sv)), None)
