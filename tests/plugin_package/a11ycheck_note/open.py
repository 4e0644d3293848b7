from __future__ import annotations

from urllib.parse import unquote

from a11ycheck.documents.content import Content, Paragraph, Picture
from a11ycheck.documents.facts import Found
from a11ycheck.trouble import CouldNotCheck
from a11ycheck_note.model import Line, Note


def open_note(data: bytes) -> Note:
    """First line: “NOTE language title”. A line “+ name text” attaches a note (%-coded); “picture alt” is a picture."""
    first, *rest = data.decode("utf-8").splitlines()
    if not first.startswith("NOTE "):
        raise CouldNotCheck("not-what-it-says", first[:20])
    _, language, title = first.split(" ", 2)
    lines, blocks, attached = [], [], []
    for number, text in enumerate(rest, 1):
        if text.startswith("+ "):
            _, name, body = text.split(" ", 2)
            attached.append(Found(name, unquote(body).encode()))
        elif text.startswith("picture"):
            blocks.append(Picture(text.removeprefix("picture").strip() or None))
        else:
            lines.append(Line(text, number))
            blocks.append(Paragraph(text))
    return Note(tuple(lines), Content(tuple(blocks), title, language), tuple(attached))
