"""What rules see of a recording: its tracks, the captions inside and beside it, and what was heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from a11ycheck.documents.captions.model import CAPTIONS, Captions
from a11ycheck.documents.facts import Facts, Found
from a11ycheck.documents.recording.as_webvtt import as_webvtt
from a11ycheck.outcome import Where, anchor
from a11ycheck.text.language import is_language_tag, known_primary

if TYPE_CHECKING:
    from a11ycheck.documents.recording.heard_model import Heard


class Medium(StrEnum):
    """What a track holds. ``PICTURES``: subtitles that are pictures of text. ``CHAPTERS`` are no captions."""

    VIDEO = "video"
    AUDIO = "audio"
    TEXT = "text"
    PICTURES = "pictures"
    CHAPTERS = "chapters"
    OTHER = "other"


class Role(StrEnum):
    """What a track says that it is for, in a box or a flag made for that; names are another matter."""

    NONE = ""
    MAIN = "main"
    CAPTIONS = "captions"
    SUBTITLES = "subtitles"
    DESCRIPTION = "description"
    COMMENTARY = "commentary"
    SIGN = "sign"
    METADATA = "metadata"


class Closed(StrEnum):
    """Closed captions in the picture's stream (CEA-608 and 708). ``EMPTY``: there is room for them and only padding in
    it. ``UNKNOWN``: the stream was not looked into, or not far enough to tell."""

    NONE = "none"
    EMPTY = "empty"
    PRESENT = "present"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Track:
    """One track, as the file lists it.

    ``number``: its place among all tracks, from 1. ``codec``: as the container names it ("avc1", "S_TEXT/UTF8").
    ``language``: BCP 47, empty where none is declared; ``written``: the code that the file has.
    ``name``: what players show. ``default``, ``enabled`` and ``forced`` (shown even to who wants no captions) as
    flagged. ``hearing_impaired``, ``visual_impaired``: flagged as made for people who do not hear, or see.
    ``seconds``: its length, 0 where the file does not say. ``captions``: the texts of a text track, where they are
    read. ``pixels``: width and height of a video.
    """

    medium: Medium
    number: int = 1
    codec: str = ""
    language: str = ""
    written: str = ""
    name: str = ""
    role: Role = Role.NONE
    default: bool = False
    enabled: bool = True
    forced: bool = False
    hearing_impaired: bool = False
    visual_impaired: bool = False
    seconds: float = 0.0
    captions: Captions | None = None
    pixels: tuple[int, int] = (0, 0)

    @property
    def where(self) -> Where:
        # Not its number: captions that are put in before it leave it what it is.
        digest = anchor(self.medium, self.codec, self.written, self.name, self.role)
        return Where((("media", self.name or self.number),), digest)

    @property
    def has_language(self) -> bool:
        return is_language_tag(self.language) and known_primary(self.language)

    @property
    def is_described(self) -> bool:
        """Is the sound said, in a way made for that, to hold descriptions of the picture?"""
        return self.medium is Medium.AUDIO and (self.role is Role.DESCRIPTION or self.visual_impaired)


@dataclass(frozen=True, slots=True)
class CaptionsNamed:
    """Captions of a recording: a track in it or a file beside it.

    ``name``: the file's name, or the track's. ``language``: BCP 47, as the file's name, its content or the track says;
    empty where nothing does. ``captions`` is None where they could not be read, or were not; ``track`` is None for a
    file.
    """

    name: str
    language: str = ""
    captions: Captions | None = None
    track: Track | None = None

    @property
    def spoken(self) -> str:
        """The language that the words are in where that can be told, else what is said of it."""
        return (self.captions.spoken if self.captions else "") or self.language

    @property
    def is_for_reading(self) -> bool:
        """Can it be the captions, or is it chapters, previews or descriptions? What could not be read can."""
        return self.captions is None or self.captions.purpose == CAPTIONS


@dataclass(frozen=True)
class Recording:
    """A recording: video with or without sound, or sound alone.

    ``container``: mp4, matroska, ogg, mp3, wav, flac or aac. ``seconds``: 0 where the file does not say.
    ``side_cars``: the caption files beside it. ``transcripts``: names of files beside it that have its name and can be
    its words. ``heard``: what listening to it gave; None where the extra for that is not installed.
    """

    container: str = ""
    seconds: float = 0.0
    title: str = ""
    tracks: tuple[Track, ...] = ()
    closed: Closed = Closed.NONE
    side_cars: tuple[CaptionsNamed, ...] = ()
    transcripts: tuple[str, ...] = ()
    heard: Heard | None = None
    not_read: str = ""
    where: Where = Where()

    def of(self, medium: Medium) -> tuple[Track, ...]:
        return tuple(track for track in self.tracks if track.medium is medium)

    @property
    def has_video(self) -> bool:
        return bool(self.of(Medium.VIDEO))

    @property
    def has_sound(self) -> bool:
        """Is there a track of sound? It may still be silent."""
        return bool(self.of(Medium.AUDIO))

    @cached_property
    def sound(self) -> Track | None:
        """The sound that is played unless another is chosen: the first that is the default, and no extra."""
        tracks = [track for track in self.of(Medium.AUDIO) if not track.is_described]
        tracks.sort(key=lambda track: not (track.default and track.enabled))
        return tracks[0] if tracks else next(iter(self.of(Medium.AUDIO)), None)

    @cached_property
    def language(self) -> str:
        """The language that the sound is declared to be in, BCP 47, or empty."""
        return self.sound.language if self.sound and self.sound.has_language else ""

    @cached_property
    def captions(self) -> tuple[CaptionsNamed, ...]:
        """All captions that are text: the tracks of the recording, then the files beside it."""
        inside = (
            CaptionsNamed(track.name or f"#{track.number}", track.language, track.captions, track)
            for track in self.of(Medium.TEXT)
            if track.role not in (Role.METADATA, Role.DESCRIPTION) and not track.forced
        )
        return tuple(named for named in (*inside, *self.side_cars) if named.is_for_reading)

    def facts(self) -> Facts:
        return Facts(title=self.title, language=self.language, role="recording")

    def found(self) -> Iterator[Found]:
        """The captions inside, as caption files of their own."""
        for named in self.captions:
            if named.track is not None and named.captions is not None:
                name = f"{named.track.name or named.track.number}.vtt"
                yield Found(name, as_webvtt(named.captions, named.language))

    def unread(self) -> str:
        return self.not_read
