"""What a page says about itself and the meeting."""

from __future__ import annotations

from itertools import islice

from a11ycheck.documents.facts import Facts
from a11ycheck.documents.page.model import Page
from a11ycheck.outcome import clipped

MOST_FACTS = 500
"""Headings, and links, that are kept: what ``Facts`` promises."""


def facts_of(page: Page) -> Facts:
    """Return the facts of a page."""
    content = page.content
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
    )
