"""The standard structure types (14.8.4), and the kinds that they fall into."""

from __future__ import annotations

GROUPING = frozenset({
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
})  # fmt: skip
"""14.8.4.2."""
PDF_1_7 = GROUPING | {
    "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
    "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot",
    "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot",
    "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
}  # fmt: skip
"""14.8.4.2 to 14.8.4.5."""
PDF_2_0 = PDF_1_7 | {"DocumentFragment", "Aside", "Title", "FENote", "Sub", "Em", "Strong", "Artifact"}
"""ISO 32000-2, 14.8.4; it adds Hn for every n as well."""
HEADINGS = frozenset(("H", *(f"H{level}" for level in range(1, 100))))

ONLY_PDF_1_7 = frozenset({
    "Art", "BlockQuote", "TOC", "TOCI", "Index", "Private", "Quote", "Note", "Reference", "BibEntry", "Code",
})  # fmt: skip
"""Types that PDF 2.0 has in the namespace of PDF 1.7 and not in its own (ISO 32000-2, 14.8.6)."""

PDF_1_7_NAMESPACE = "http://iso.org/pdf/ssn"
PDF_2_0_NAMESPACE = "http://iso.org/pdf2/ssn"
MATHML_NAMESPACE = "http://www.w3.org/1998/Math/MathML"

INLINE = frozenset({
    "Span", "Quote", "Reference", "BibEntry", "Code", "Link", "Annot", "Form", "Sub", "Em", "Strong", "Lbl",
    "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP",
})  # fmt: skip
"""Types that stand within a line of text, and do not end it."""

HOLDERS = frozenset({
    "Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "Aside", "Index", "NonStruct", "Private",
    "TOC", "L", "Table", "TR", "THead", "TBody", "TFoot",
})  # fmt: skip
"""Types that hold others, and have no text but what stands in them directly."""


def is_standard(type_name: str) -> bool:
    """Is it a standard type of PDF 1.7 or 2.0?"""
    return type_name in PDF_2_0 or type_name in HEADINGS


def is_standard_in(namespace: str, type_name: str) -> bool:
    """Is it a standard type of this namespace? An empty one is that of PDF 1.7 (ISO 32000-2, 14.8.6)."""
    if namespace in ("", PDF_1_7_NAMESPACE):
        return type_name in PDF_1_7
    if namespace == PDF_2_0_NAMESPACE:
        return is_standard(type_name) and type_name not in ONLY_PDF_1_7
    return namespace == MATHML_NAMESPACE
