"""PDF documents: the model that rules see, and the opener that fills it in."""

from __future__ import annotations

from a11ycheck.documents.kind import Kind
from a11ycheck.outcome import Text

SIGNATURE = b"%PDF-"
"""Stands within the first 1,024 bytes (implementation note 13 of Adobe's PDF Reference, sixth edition)."""


def looks_like_pdf(beginning: bytes) -> bool:
    return SIGNATURE in beginning[:1_024]


KIND = Kind(
    name="pdf",
    title=Text("PDF", "pdf"),
    suffixes=(".pdf",),
    signature=looks_like_pdf,
    opener="a11ycheck.documents.pdf.open:open_pdf",
)
