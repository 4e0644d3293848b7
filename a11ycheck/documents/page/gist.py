"""What a page that a link leads to is about, as far as its markup says before any script has run: its title, its
words, and whether it sends the reader on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urljoin

MOST_WORDS = 3_000
LONGEST_TITLE = 300

NOT_TEXT = frozenset({"script", "style", "template", "noscript", "svg", "title"})
REFRESH = re.compile(
    r"(\d{1,6})(?:\.\d{0,9})?[;,\s]{1,9}(?:url\s{0,9}=\s{0,9})?['\"]?([^'\"]{1,2000})", re.IGNORECASE
)
"""What the HTML standard lets a meta refresh say when it names an address."""


@dataclass(frozen=True, slots=True)
class Gist:
    """``words`` are those of its text, each once, folded. ``sends_to`` is the address that a ``meta`` refresh leads to,
    after ``delay`` seconds; empty when there is none."""

    title: str = ""
    words: frozenset[str] = frozenset()
    sends_to: str = ""
    delay: int = 0

    def shares_with(self, other: Gist) -> float:
        """How large a part of the words of the one with fewer stand in the other, too; 0 to 1."""
        fewer = min(len(self.words), len(other.words))
        return len(self.words & other.words) / fewer if fewer else 0.0


def text_of(beginning: bytes) -> str | None:
    """The beginning of a file as text, as browsers read caption files: in UTF-8. None for what is no text."""
    return None if b"\0" in beginning else beginning.decode("utf-8-sig", "replace")


def gist_of(beginning: bytes, address: str) -> Gist:
    """Read the beginning of an HTML page; what cannot be read as one gives an empty gist."""
    from lxml import etree, html

    try:
        root = html.document_fromstring(beginning, parser=html.HTMLParser(encoding=_encoding(beginning)))
    except (etree.ParserError, ValueError, AssertionError):
        return Gist()
    title = root.findtext(".//title") or ""
    sends_to, delay = "", 0
    for meta in islice(root.iter("meta"), 200):
        refresh = REFRESH.match((meta.get("content") or "").strip())
        if (meta.get("http-equiv") or "").casefold() == "refresh" and refresh:
            sends_to, delay = _full(address, refresh[2].strip()), int(refresh[1])
            break
    words = frozenset(islice(_words(root), MOST_WORDS))
    return Gist(" ".join(title.split())[:LONGEST_TITLE], words, sends_to, delay)


def _encoding(beginning: bytes) -> str | None:
    """UTF-8 where the bytes are that, whatever the page says; else what the page says."""
    try:
        beginning[:-4].decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _words(root: object) -> Iterator[str]:
    from lxml import etree

    silent = None
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if silent is None and event == "start":
            if element.tag in NOT_TEXT:
                silent = element
            else:
                yield from _in(element.text)
        elif event != "start":
            if element is silent:
                silent = None
            if silent is None:
                yield from _in(element.tail)


def _in(text: str | None) -> list[str]:
    return re.findall(r"\w+", text.casefold()) if text else []


def _full(address: str, given: str) -> str:
    try:
        return urljoin(address, given)
    except ValueError:
        return ""
