"""Text documents and slides of Word, PowerPoint and LibreOffice: the kind, and how their files begin."""

from __future__ import annotations

from a11ycheck.documents.kind import Kind
from a11ycheck.outcome import Text

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF = b"{\\rtf"
OPEN_DOCUMENT = (
    b"mimetypeapplication/vnd.oasis.opendocument.text",
    b"mimetypeapplication/vnd.oasis.opendocument.presentation",
)
"""ODF 1.3, part 2, 3.3: the first entry is “mimetype”, neither compressed nor with an extra field."""
FLAT = b"urn:oasis:names:tc:opendocument:xmlns:office:1.0"
PARTS = (b"word/", b"ppt/")
"""What names of parts begin with in the zips of Word and PowerPoint; Excel's are “xl/”."""


def looks_like_office(beginning: bytes) -> bool:
    """Does it begin as a text document or slides?

    Old binary formats, and all that is encrypted, begin with ``OLE``, as mails saved by Outlook do: these are known by
    their names alone.
    """
    if beginning.startswith(RTF):
        return True
    if beginning.startswith(ZIP):
        return any(sign in beginning for sign in (*OPEN_DOCUMENT, *PARTS))
    return FLAT in beginning and b"office:document" in beginning


KIND = Kind(
    name="office",
    title=Text("Word, PowerPoint or OpenDocument", "Word, PowerPoint eller OpenDocument"),
    suffixes=(
        *(".docx", ".docm", ".dotx", ".dotm", ".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm"),
        *(".odt", ".ott", ".fodt", ".odp", ".otp", ".fodp"),
        # Recognised, so that it can be said how to convert them.
        *(".doc", ".dot", ".rtf", ".ppt", ".pps", ".pot"),
    ),
    signature=looks_like_office,
    opener="a11ycheck.documents.office.open:open_office",
)
