"""From the file of a recording, and what lies beside it, to the model."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import BinaryIO

from a11ycheck.documents.captions import KIND as CAPTIONS
from a11ycheck.documents.captions.open import open_captions
from a11ycheck.documents.facts import Beside
from a11ycheck.documents.kind import Tell, tell_nobody
from a11ycheck.documents.recording import format_of
from a11ycheck.documents.recording.cea608 import closed_captions
from a11ycheck.documents.recording.model import CaptionsNamed, Recording
from a11ycheck.documents.recording.probe_matroska import probe_matroska
from a11ycheck.documents.recording.probe_mp4 import probe_mp4
from a11ycheck.documents.recording.probe_sound import probe_aac, probe_flac, probe_mp3, probe_ogg, probe_wav
from a11ycheck.documents.recording.reading import language_of, read_at
from a11ycheck.trouble import CouldNotCheck

LARGEST_SIDE_CAR = 10_000_000
PROBES = {
    "mp4": probe_mp4,
    "matroska": probe_matroska,
    "ogg": probe_ogg,
    "mp3": probe_mp3,
    "wav": probe_wav,
    "flac": probe_flac,
    "aac": probe_aac,
}


def open_recording(file: BinaryIO, beside: Sequence[Beside] = (), tell: Tell = tell_nobody) -> Recording:
    """Open a recording. Raises ``CouldNotCheck`` for one in a format that is not read, or that is cut off."""
    name = format_of(read_at(file, 0, 1024))
    if name == "other":
        raise CouldNotCheck("other-recording")
    if not name:
        raise CouldNotCheck("not-what-it-says")
    recording = PROBES[name](file)
    captions = [file for file in beside if file.name.casefold().endswith(CAPTIONS.suffixes)]
    recording = replace(
        recording,
        side_cars=tuple(map(_side_car, captions)),
        transcripts=tuple(file.name for file in beside if file not in captions),
    )
    if recording.has_video:
        recording = replace(recording, closed=closed_captions(file))
    return _listened_to(file, recording, tell)


def _listened_to(file: BinaryIO, recording: Recording, tell: Tell) -> Recording:
    """The recording with what was heard in it, where the extra for that is installed."""
    try:
        from a11ycheck.documents.recording.listening import listen
    except ImportError:
        return recording
    captions = [named.captions for named in recording.captions]
    main = recording.sound.number if recording.sound else 0
    return replace(recording, heard=listen(file, captions, main=main, tell=tell))


def _side_car(file: Beside) -> CaptionsNamed:
    """The captions in a file; without what is in it where it cannot be read, which the rules for it tell of."""
    captions = None
    with suppress(CouldNotCheck, OSError):
        captions = open_captions(file.data if file.data is not None else _beginning(file.path))
    said = captions.language if captions and captions.language else file.language
    return CaptionsNamed(file.name, language_of(said), captions)


def _beginning(path: str) -> bytes:
    """As much of a file as captions can be long."""
    with open(path, "rb") as file:
        return file.read(LARGEST_SIDE_CAR)
