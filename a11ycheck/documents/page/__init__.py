"""Web pages: HTML files and addresses, as a browser shows them."""

from __future__ import annotations

import re

from a11ycheck.documents.kind import BROWSER, Kind
from a11ycheck.documents.page.routing import CONTENT_OFF
from a11ycheck.outcome import Text

BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<\?xml[^>]{0,200}\?>\s{0,200})?(?:<!--[^>]{0,400}-->\s{0,200})?"
    rb"<(?:!doctype html|html[\s>])",
    re.IGNORECASE,
)


def _looks_like_page(beginning: bytes) -> bool:
    return BEGINS.match(beginning) is not None


KIND = Kind(
    name="page",
    title=Text("web page", "webbsida"),
    suffixes=(".html", ".htm", ".xhtml"),
    signature=_looks_like_page,
    lane=BROWSER,
    en_301_549_chapter=9,
    answers_itself=frozenset(CONTENT_OFF),
)
