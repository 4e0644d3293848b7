"""The standard structure types (14.8.4), and the kinds that they fall into."""

from __future__ import annotations

GROUPING = frozenset(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private".split()  # 14.8.4.2
)
PDF_1_7 = GROUPING | frozenset(
    (
        "P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot "  # 14.8.4.3
        "Span Quote Note Reference BibEntry Code Link Annot "  # 14.8.4.4
        "Ruby RB RT RP Warichu WT WP Figure Formula Form"  # 14.8.4.4.2 to 14.8.4.5
    ).split()
)
PDF_2_0 = PDF_1_7 | frozenset("DocumentFragment Aside Title FENote Sub Em Strong Artifact".split())
"""ISO 32000-2, 14.8.4; it adds Hn for every n as well."""
HEADINGS = frozenset(("H", *(f"H{level}" for level in range(1, 100))))

PDF_1_7_NAMESPACE = "http://iso.org/pdf/ssn"
PDF_2_0_NAMESPACE = "http://iso.org/pdf2/ssn"

INLINE = frozenset(
    "Span Quote Reference BibEntry Code Link Annot Form Ruby RB RT RP Warichu WT WP Sub Em Strong Lbl".split()
)
"""Types that stand within a line of text, and do not end it."""

HOLDERS = frozenset(
    (
        "Document DocumentFragment Part Art Sect Div Aside Index NonStruct Private TOC L Table TR THead TBody TFoot"
    ).split()
)
"""Types that hold others, and have no text but what stands in them directly."""


def is_standard(type_name: str) -> bool:
    """Is it a standard type of PDF 1.7 or 2.0?"""
    return type_name in PDF_2_0 or type_name in HEADINGS
