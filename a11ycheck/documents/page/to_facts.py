"""What a page says about itself and the meeting."""

from __future__ import annotations

from itertools import islice

from a11ycheck.documents.facts import MOST_STATEMENTS, Facts
from a11ycheck.documents.page.model import Page
from a11ycheck.documents.page.structured_data import events_of
from a11ycheck.documents.statements import read_content, statements_of_event
from a11ycheck.outcome import clipped

MOST_FACTS = 500
"""Headings, and links, that are kept: what ``Facts`` promises."""


def facts_of(page: Page) -> Facts:
    """Return the facts of a page."""
    content = page.content
    read = read_content(content, kind="page")
    stated = (statement for event in events_of(page) for statement in statements_of_event(event))
    headings = islice(content.headings(), MOST_FACTS)
    links = islice(content.links(), MOST_FACTS)
    return Facts(
        title=clipped(content.title),
        language=content.language,
        program="web",
        pages=1,
        words=sum(len(text.split()) for text in content.text()),
        outline=tuple((heading.level, clipped(heading.text)) for heading in headings),
        links=tuple((clipped(link.text), link.target[:2_000]) for link in links),
        **read._replace(statements=(*read.statements, *stated)[:MOST_STATEMENTS])._asdict(),
    )
