"""Plain text, such as the text part of a mail or a calendar's description, as paragraphs."""

from __future__ import annotations

from a11ycheck.documents.content import Paragraph
from a11ycheck.outcome import Step, Where, anchor

LONGEST_TEXT = 2_000_000
"""Characters; what follows is not read, and the model says so."""
MOST_PARAGRAPHS = 20_000
SHORTEST_LINE_OF_SIGNS = 3
SIGNS = frozenset("-–—_=*~#+•.·:")


def paragraphs(text: str, before: tuple[Step, ...] = (), language: str = "") -> list[Paragraph]:
    """The paragraphs of a text; what is quoted from an earlier mail (lines that begin with >) is left out.

    An empty line ends a paragraph, and so does a line of nothing but signs, which is a paragraph of its own. ``before``
    are steps that lead to the text.
    """
    found: list[Paragraph] = []
    lines: list[str] = []

    def end() -> None:
        joined = " ".join(lines)
        lines.clear()
        if joined and len(found) < MOST_PARAGRAPHS:
            where = Where((*before, ("paragraph", len(found) + 1)), anchor("paragraph", joined))
            found.append(Paragraph(joined, where=where, language=language))

    for line in text[:LONGEST_TEXT].splitlines():
        stripped = line.strip().strip("\u200b\u200c\u200d\ufeff")
        if not stripped:
            end()
        elif stripped.startswith(">"):
            continue
        elif is_line_of_signs(stripped):
            end()
            lines.append(stripped)
            end()
        else:
            lines.append(stripped)
    end()
    return found


def is_line_of_signs(line: str) -> bool:
    """Is it a ruler that is typed: a row of one sign, or of two in turn?"""
    signs = set(line) - {" "}
    return len(line) >= SHORTEST_LINE_OF_SIGNS and 0 < len(signs) <= 2 and signs <= SIGNS
