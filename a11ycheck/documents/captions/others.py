"""The caption formats that two libraries read, in the extra “captions”: SubStation Alpha, SAMI and MicroDVD by pysubs2,
EBU STL and Scenarist's SCC by ttconv.
"""

from __future__ import annotations

import logging
import re
import warnings
from dataclasses import replace
from io import BytesIO, StringIO
from itertools import pairwise
from typing import Any

from a11ycheck.documents.captions.cue_text import shown_lines
from a11ycheck.documents.captions.model import (
    LONGEST_LINE,
    MOST_BROKEN,
    MOST_CUES,
    TIMES,
    Broken,
    Captions,
    Cue,
)
from a11ycheck.trouble import CouldNotCheck

HOW_TO_READ_THEM = 'pip install "a11ycheck[captions]"'

LONGEST_MARKUP = 4_000_000
"""Characters of SAMI, which is read as HTML; three hours of it are some 600,000."""
STL_HEAD, STL_BLOCK = 1024, 128
"""Bytes of the head of STL, and of each block that follows, one or more a cue (EBU Tech 3264, 1991)."""
MOST_BLOCKS = 20_000
LARGEST_SCC = 2_000_000
LAST_SHOWN = 7.0
"""Seconds that the last text of SAMI is taken to be shown: each stays until the next comes."""

POSITION = re.compile(r"\\(?:an?\d{1,2}|pos\([^()]{0,40}\))")
CLASS = re.compile(r"<p\s{1,20}class\s{0,20}=\s{0,20}[\"']?(\w{1,40})", re.IGNORECASE)
LANGUAGE = re.compile(r"\blang\s{0,20}:\s{0,20}([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)\b")


def read_other(name: str, data: bytes, text: str) -> Captions:
    """Read a file in one of these formats; ``text`` is the same decoded, its line ends “\\n”.

    Raises ``CouldNotCheck`` where the extra is not installed, and for what it cannot read.
    """
    logging.getLogger("ttconv").addHandler(logging.NullHandler())
    try:
        return READERS[name](data, text)
    except ImportError:
        raise CouldNotCheck("missing-part", HOW_TO_READ_THEM) from None
    except (CouldNotCheck, MemoryError):
        raise
    except Exception as error:  # the libraries promise no kind of error for what they cannot read
        raise CouldNotCheck("broken", f"{name}: {type(error).__name__}: {error}"[:200]) from None


def _substation(data: bytes, text: str) -> Captions:
    """Each event by itself: one that is broken costs no other, and what else stands in the file is not read at all."""
    cues: list[Cue] = []
    broken: list[Broken] = []
    for number, line in enumerate(text.split("\n"), 1):
        if len(cues) == MOST_CUES or len(broken) == MOST_BROKEN:
            return Captions("ass", tuple(cues), tuple(broken), not_read=f"lines from {number} on")
        if not line.startswith("Dialogue:"):
            continue
        # The older form begins with “Marked=0”, the newer with the number of a layer.
        form = "ssa" if line[9:].lstrip().startswith("Marked") else "ass"
        try:
            (event,) = _events(line[:LONGEST_LINE], form)
        except ValueError:
            broken.append(Broken(TIMES, number, line[:100]))
            continue
        if event.is_text:  # the others are drawings
            placed = POSITION.search(event.text)
            cues.append(_cue(event, placed[0] if placed else event.style, number))
    return Captions("ass", tuple(cues), tuple(broken))


def _microdvd(data: bytes, text: str) -> Captions:
    from pysubs2.exceptions import UnknownFPSError

    lines = [line[:LONGEST_LINE] for line in text.split("\n", MOST_CUES + 1)]
    try:
        events = _events("\n".join(lines[: MOST_CUES + 1]), "microdvd")
    except UnknownFPSError:
        # Times in pictures say nothing without how many there are in a second.
        raise CouldNotCheck("other-captions", "MicroDVD, no frame rate") from None
    cues = tuple(_cue(event, "", 0) for event in events)
    return Captions("microdvd", cues, not_read="lines" if len(lines) > MOST_CUES + 1 else "")


def _sami(data: bytes, text: str) -> Captions:
    """A text of SAMI stays until the next, which may be empty; when it is to end is not written."""
    events = _events(text[:LONGEST_MARKUP], "sami")[: MOST_CUES + 1]
    starts = [event.start / 1000 for event in events]
    ends = [after for _, after in pairwise(starts)] + [start + LAST_SHOWN for start in starts[-1:]]
    cues = (
        Cue(start, end, lines)
        for event, start, end in zip(events, starts, ends, strict=True)
        if (lines := shown_lines(event.plaintext.split("\n")))
    )
    languages = set(map(str.casefold, CLASS.findall(text[:LONGEST_MARKUP])))
    not_read = "more than one language in one file" if len(languages) > 1 else ""
    if len(text) > LONGEST_MARKUP or len(events) > MOST_CUES:
        not_read = "SAMI beyond a limit"
    said = LANGUAGE.search(text[:20_000])
    return Captions("sami", tuple(cues), language=said[1] if said else "", not_read=not_read)


def _stl(data: bytes, text: str) -> Captions:
    from ttconv.stl.reader import to_model

    blocks = (len(data) - STL_HEAD) // STL_BLOCK
    model = to_model(BytesIO(data[: STL_HEAD + STL_BLOCK * min(max(blocks, 0), MOST_BLOCKS)]))
    return _as_ttml("stl", model, "STL beyond a limit" if blocks > MOST_BLOCKS else "")


def _scc(data: bytes, text: str) -> Captions:
    from ttconv.scc.reader import to_model

    model = to_model(text[:LARGEST_SCC])
    return _as_ttml("scc", model, "SCC beyond a limit" if len(text) > LARGEST_SCC else "")


READERS = {"ass": _substation, "microdvd": _microdvd, "sami": _sami, "stl": _stl, "scc": _scc}


def _events(text: str, form: str) -> list[Any]:
    from pysubs2 import SSAFile

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return list(SSAFile.from_file(StringIO(text), form))


def _cue(event: Any, place: str, line: int) -> Cue:
    lines = shown_lines(event.plaintext.split("\n"))
    return Cue(event.start / 1000, event.end / 1000, lines, place, event.name.strip()[:200], line=line)


def _as_ttml(name: str, model: Any, not_read: str) -> Captions:
    """What ttconv has read, by way of the TTML that it makes of it."""
    from xml.etree import ElementTree

    from ttconv.imsc.writer import from_model

    from a11ycheck.documents.captions.ttml import read_ttml

    read = read_ttml(ElementTree.tostring(from_model(model).getroot()))
    # A line of that TTML is none of the file.
    cues = tuple(replace(cue, line=0) for cue in read.cues)
    return Captions(name, cues, language=read.language, not_read=read.not_read or not_read)
