"""PeerTube, whose servers list a video's captions to anyone: ``GET /api/v1/videos/{id}/captions``.

https://docs.joinpeertube.org/api-rest-reference/api/video-captions.html: no signing in; an object with ``total`` and
``data``, of which each has ``language`` (``id``, ``label``) and, from version 6.2 on, ``automaticallyGenerated``.
"""

from __future__ import annotations

import json
from urllib.parse import urlsplit, urlunsplit

from a11ycheck.documents.media_hosts import Hosted
from a11ycheck.online.listed import Listed
from a11ycheck.text.language import is_language_tag

MOST_LISTED = 200


def asked_at(address: str, video: Hosted) -> str:
    """Where the server that plays the video at this address lists its captions."""
    parts = urlsplit(address)
    return urlunsplit((parts.scheme, parts.netloc, f"/api/v1/videos/{video.identity}/captions", "", ""))


def listed(answer: bytes) -> tuple[Listed, ...]:
    """The captions in an answer. ``ValueError`` for one that is not as documented."""
    try:
        said = json.loads(answer)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    rows = said.get("data") if isinstance(said, dict) else None
    if not isinstance(rows, list):
        raise ValueError("no list of captions")
    found = []
    for row in rows[:MOST_LISTED]:
        language = row.get("language") if isinstance(row, dict) else None
        tag = language.get("id") if isinstance(language, dict) else None
        if not isinstance(tag, str) or not is_language_tag(tag):
            raise ValueError("captions without a language")
        found.append(Listed(tag, row.get("automaticallyGenerated") is True))
    return tuple(found)
