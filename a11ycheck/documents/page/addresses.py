"""Which addresses are pages, files and documents."""

from __future__ import annotations

from pathlib import Path

DOCUMENTS = frozenset(
    "pdf doc docx docm odt rtf ppt pptx pps ppsx odp xls xlsx ods csv key pages numbers epub zip eml msg "
    "ics vcs vtt srt ttml dfxp sbv mp4 m4v mkv webm mov avi mp3 m4a ogg oga ogv wav flac".split()
)
"""Suffixes of what is downloaded, read or played rather than browsed."""
TYPES = {
    "application/pdf": ".pdf",
    "text/calendar": ".ics",
    "text/vtt": ".vtt",
    "application/ttml+xml": ".ttml",
    "message/rfc822": ".eml",
    "video/mp4": ".mp4",
    "video/webm": ".webm",
    "audio/mpeg": ".mp3",
}
"""Media types of documents whose addresses may have no suffix."""


def is_on_the_web(address: str) -> bool:
    return address[:8].casefold().startswith(("http://", "https://"))


def file_of(address: str) -> Path | None:
    """The file that a file: address names, links followed; None for any other address."""
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    try:
        parts = urlsplit(address)
        if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
            return None
        return Path(url2pathname(parts.path)).resolve()
    except (ValueError, OSError):
        return None
