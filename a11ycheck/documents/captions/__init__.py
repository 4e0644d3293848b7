"""Caption files: WebVTT, SubRip (SRT), SubViewer as YouTube writes it (SBV), and TTML with its profiles; with an extra
also SubStation Alpha (ASS, SSA), SAMI, MicroDVD, EBU STL and Scenarist's SCC."""

from __future__ import annotations

import re

from a11ycheck.documents.captions.other_formats import other_format
from a11ycheck.documents.kind import Kind
from a11ycheck.outcome import Text

SUBRIP_BEGINS = re.compile(r"\s{0,50}\d{1,7}\s{1,20}\d{1,3}:\d{1,2}:\d{1,2}[,.]\d{1,3}\s{0,9}-->")
SBV_BEGINS = re.compile(r"\s{0,50}\d{1,3}:\d\d:\d\d\.\d{3},\d{1,3}:\d\d:\d\d\.\d{3}\s")
TTML_BEGINS = re.compile(r"<(?:[A-Za-z][\w.-]{0,20}:)?tt\s")


def looks_like_captions(beginning: bytes) -> bool:
    if other_format(beginning):
        return True
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = beginning.decode("utf-16", "replace")
    else:
        text = beginning.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    if text.startswith("WEBVTT") and text[6:7].strip() == "":
        return True
    if text.lstrip()[:1] == "<":
        return TTML_BEGINS.search(text) is not None
    return SUBRIP_BEGINS.match(text) is not None or SBV_BEGINS.match(text) is not None


KIND = Kind(
    name="captions",
    title=Text("caption file", "textfil för undertexter"),
    suffixes=(
        *(".vtt", ".webvtt", ".srt", ".sbv", ".ttml", ".ttml2", ".dfxp", ".imsc", ".imsc1", ".itt"),
        *(".ass", ".ssa", ".smi", ".sami", ".sub", ".stl", ".scc"),
    ),
    signature=looks_like_captions,
    opener="a11ycheck.documents.captions.open:open_captions",
    has_content=False,
)
