"""A plugin as an outside package would write it: the kind “note”, a text file with a title line and lines of text.

The kind “trap” is a document that does what a hostile one might bring a parser to do.
"""

from __future__ import annotations

from a11ycheck import Text
from a11ycheck.documents.kind import Kind

NOTE = Kind(
    name="note",
    title=Text("note", "anteckning"),
    suffixes=(".note",),
    signature=lambda beginning: beginning.startswith(b"NOTE "),
    opener="a11ycheck_note.open:open_note",
)

TRAP = Kind(
    name="trap",
    title=Text("trap", "fälla"),
    suffixes=(".trap",),
    signature=lambda beginning: False,
    opener="a11ycheck_note.trap:spring",
)
