"""What a page leads to: its links, captions and recordings, and which of them are asked for before rules are put."""

from __future__ import annotations

import mimetypes
import re
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path
from urllib.parse import urldefrag

from a11ycheck.documents.addresses import suffix_of
from a11ycheck.documents.facts import Beside, Found
from a11ycheck.documents.page.addresses import DOCUMENTS, file_of, is_on_the_web
from a11ycheck.documents.page.gist import gist_of, text_of
from a11ycheck.documents.page.model import GONE, Element, Fetched, Page
from a11ycheck.documents.page.played import tracks_of

MOST_ASKED = 50
"""Addresses that are asked for one page."""
MOST_LEADS = 1_000
BEGINNING = 65_536

NAMED = re.compile(
    r"(?<![a-zåäö])(?:pdf|docx?|odt|pptx?|odp|xlsx?|ods|epub|ics|zip|word|powerpoint|excel)(?![a-zåäö])"
)
"""A link's words that say that it leads to a document."""


def leads_of(page: Page) -> Iterator[Found]:
    """What the page leads to, each address once, without what stands after “#”; not what is known to be gone, of which
    the rules for pages tell."""
    seen: set[str] = {urldefrag(page.address).url}
    for element in islice(_leading(page), MOST_LEADS):
        address = urldefrag(element.address).url
        if address in seen or not (is_on_the_web(address) or address.startswith("file:")):
            continue
        seen.add(address)
        fetched = page.fetched.get(address)
        if fetched is not None and fetched.status in GONE:
            continue
        media_type = fetched.media_type if fetched else element.attribute("type").partition(";")[0].strip()
        yield Found(address, address=address, media_type=media_type.casefold(), beside=_captions_of(element))


def _captions_of(element: Element) -> tuple[Beside, ...]:
    """The captions that the page has for what it plays, named by their addresses."""
    media = element.parent if element.tag == "source" else element
    if media is None or media.tag not in ("video", "audio"):
        return ()
    return tuple(
        Beside(urldefrag(track.address).url, language=track.language)
        for _, track in tracks_of(media)
        if track.address and track.kind in ("captions", "subtitles")
    )


def _leading(page: Page) -> Iterator[Element]:
    for element in page.elements():
        match element.tag:
            case "a" | "area":
                leads = element.has("href") and (element.is_rendered or element.tag == "area")
            case "track" | "video" | "audio" | "source" | "embed" | "object":
                leads = element.has("src") or element.has("data")
            case "iframe":
                leads = suffix_of(element.address) in DOCUMENTS
            case "link":
                leads = "alternate" in element.attribute("rel").split()
            case _:
                leads = False
        if leads:
            yield element


def to_ask(page: Page) -> dict[str, bool]:
    """The addresses to ask for before rules are put, and whether the beginning of the answer is to be read: documents,
    files of captions, and where links of one name lead to different places."""
    wanted: dict[str, bool] = {}
    named: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for element in islice(_leading(page), MOST_LEADS):
        address = urldefrag(element.address).url
        if not is_on_the_web(address) and not address.startswith("file:"):
            continue
        name = " ".join(element.name.casefold().split())
        if element.tag == "track":
            wanted[address] = True
        elif suffix_of(address) in DOCUMENTS or element.has("download") or NAMED.search(name):
            wanted.setdefault(address, False)
        if name and element.tag in ("a", "area"):
            named[name][address] = None
    for addresses in named.values():
        if len(addresses) > 1:
            wanted.update(dict.fromkeys(addresses, True))
    return dict(islice(wanted.items(), MOST_ASKED))


def look_at_file(address: str, folder: Path) -> Fetched | None:
    """What is known of a file beside a page that is a file itself; None for one that lies elsewhere."""
    path = file_of(address)
    if path is None or not path.is_relative_to(folder):
        return None
    if not path.is_file():
        return Fetched(404, address)
    with path.open("rb") as file:
        beginning = file.read(BEGINNING)
    media_type = mimetypes.guess_type(path.name)[0] or ""
    is_page = media_type == "text/html"
    return Fetched(
        200,
        address,
        media_type,
        path.stat().st_size,
        sha256(beginning).hexdigest(),
        gist=gist_of(beginning, address) if is_page else None,
        text=None if is_page else text_of(beginning),
    )
