"""Captions that were found inside a recording, written as a file for the rules that caption files have."""

from __future__ import annotations

from a11ycheck.documents.captions.model import Captions


def as_webvtt(captions: Captions, language: str) -> bytes:
    """WebVTT with the words and times of the captions, and the language that the track has."""
    head = ["WEBVTT", f"Language: {language}"] if language else ["WEBVTT"]
    cues = (
        f"{_stamp(cue.start)} --> {_stamp(cue.end)}\n" + "\n".join(map(_escaped, cue.lines))
        for cue in captions.cues
    )
    return "\n\n".join(["\n".join(head), *cues, ""]).encode("utf-8", "replace")


def _stamp(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    return (
        f"{thousandths // 3_600_000:02}:{thousandths // 60_000 % 60:02}:{thousandths // 1000 % 60:02}"
        f".{thousandths % 1000:03}"
    )


def _escaped(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
