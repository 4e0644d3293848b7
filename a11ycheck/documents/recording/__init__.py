"""Recordings: video and sound, as MP4 and QuickTime, Matroska and WebM, Ogg, MP3, WAV, FLAC and AAC."""

from __future__ import annotations

from a11ycheck.documents.kind import Kind
from a11ycheck.outcome import Text

READ = (
    *(".mp4", ".m4v", ".m4a", ".m4b", ".mov", ".qt", ".3gp", ".3g2", ".f4v"),
    *(".mkv", ".mka", ".mks", ".mk3d", ".webm", ".weba"),
    *(".ogg", ".oga", ".ogv", ".opus", ".spx", ".mp3", ".wav", ".flac", ".aac"),
)
NOT_READ = (
    *(
        ".avi",
        ".divx",
        ".wmv",
        ".wma",
        ".asf",
        ".flv",
        ".mpg",
        ".mpeg",
        ".vob",
        ".m2ts",
        ".mts",
        ".m2v",
        ".mp2",
    ),
    *(".rm", ".rmvb", ".ra", ".mxf", ".aif", ".aiff", ".amr", ".caf", ".au", ".ac3"),
)
"""Suffixes of recordings that are known as such and must be converted to be checked."""

ISO_MEDIA = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")
MATROSKA = b"\x1aE\xdf\xa3"
WINDOWS_MEDIA = bytes.fromhex("3026b2758e66cf11")


def looks_like_recording(beginning: bytes) -> bool:
    return format_of(beginning) != ""


def format_of(beginning: bytes) -> str:
    """The format, told by the first bytes: one of those that are read, or “other”; empty for what is no recording."""
    if beginning[4:8] in ISO_MEDIA:
        return "mp4"
    if beginning.startswith(MATROSKA):
        return "matroska"
    if beginning[:4] in (b"RIFF", b"RF64") and beginning[8:12] in (b"WAVE", b"AVI "):
        return "wav" if beginning[8:12] == b"WAVE" else "other"
    for start, name in ((b"OggS", "ogg"), (b"fLaC", "flac"), (b"ID3", "mp3")):
        if beginning.startswith(start):
            return name
    if len(beginning) > 3 and beginning[0] == 0xFF and beginning[1] & 0xE0 == 0xE0:
        return _mpeg_sound(beginning)
    is_other = beginning.startswith(
        (
            WINDOWS_MEDIA,
            b"FLV\x01",
            b"\0\0\1\xba",
            b"\0\0\1\xb3",
            b".RMF",
            b"FORM",
            b"#!AMR",
            b"caff",
            b".snd",
        )
    )
    if is_other and not (beginning.startswith(b"FORM") and beginning[8:12] not in (b"AIFF", b"AIFC")):
        return "other"
    return "other" if _is_transport_stream(beginning) else ""


def _is_transport_stream(beginning: bytes) -> bool:
    """MPEG transport streams have a sync byte in each packet; cameras put four bytes before."""
    for start, length in ((0, 188), (4, 192)):
        packets = {beginning[at] for at in range(start, len(beginning), length)}
        if len(beginning) >= 4 * length and packets == {0x47}:
            return True
    return False


def _mpeg_sound(beginning: bytes) -> str:
    """An MPEG audio frame, as MP3 and AAC in ADTS begin with; a UTF-16 text begins with FF FE as well."""
    if beginning[1] & 0xF6 == 0xF0:
        return "aac" if (beginning[2] >> 2) & 0xF < 13 else ""
    layer, rate, sampling = beginning[1] >> 1 & 3, beginning[2] >> 4, beginning[2] >> 2 & 3
    is_frame = beginning[1] >> 3 & 3 != 1 and rate not in (0, 15) and sampling != 3
    return "mp3" if is_frame and layer == 1 else ""


KIND = Kind(
    name="recording",
    title=Text("recording", "inspelning"),
    suffixes=(*READ, *NOT_READ),
    signature=looks_like_recording,
    opener="a11ycheck.documents.recording.open:open_recording",
    reads_file=True,
    has_content=False,
)
