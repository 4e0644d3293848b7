"""What a lint for Word files written with python-docx does, as one writes it for a project: the peer of our checks.

python benchmarks/docx_lint.py FILE ...

Prints for each file one line of JSON: what is wrong, or as text why the file could not be opened. It sees what
python-docx shows: styles named “Heading”, inline pictures, the first row of each table, title and language of the core
properties. It does not see text boxes, floating pictures, lists, links, fields, colours, or the languages of the text.
"""

from __future__ import annotations

import json
import sys

import docx
from docx.oxml.ns import qn


def faults(path: str) -> list[str]:
    document = docx.Document(path)
    levels = [
        int(paragraph.style.name.removeprefix("Heading "))
        for paragraph in document.paragraphs
        if paragraph.style is not None
        and (paragraph.style.name or "").startswith("Heading ")
        and (paragraph.style.name or "").removeprefix("Heading ").isdigit()
    ]
    pictures = [shape._inline.docPr for shape in document.inline_shapes]
    first_rows = [row.trPr for table in document.tables for row in table._tbl.tr_lst[:1]]
    core = document.core_properties
    wrong = {
        "headings": any(level > before + 1 for before, level in zip([0, *levels], levels, strict=False)),
        "pictures": any(not (picture.get("descr") or picture.get("title")) for picture in pictures),
        "tables": any(row is None or row.find(qn("w:tblHeader")) is None for row in first_rows),
        "title": not core.title.strip(),
        "language": not core.language.strip(),
    }
    return [name for name, found in wrong.items() if found]


for path in sys.argv[1:]:
    try:
        print(json.dumps(faults(path)))
    except Exception as trouble:  # what python-docx raises for a broken file is of many kinds
        print(json.dumps(f"{type(trouble).__name__}: {trouble}"))
