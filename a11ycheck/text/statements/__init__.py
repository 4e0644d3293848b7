"""What a text states about a meeting: word lists by topic, and a gate for advice, negation, wishes and promises."""

from a11ycheck.text.statements.gate import Said
from a11ycheck.text.statements.read import statements
from a11ycheck.text.statements.units import Document, Piece, document_of, pieces_of_text

__all__ = ["Document", "Piece", "Said", "document_of", "pieces_of_text", "statements"]
