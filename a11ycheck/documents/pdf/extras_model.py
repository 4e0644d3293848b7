"""What a document holds beside its text and tags, as rules see it: layers, files, films and sounds."""

from __future__ import annotations

from typing import NamedTuple

from a11ycheck.outcome import Where, anchor


class LayerConfiguration(NamedTuple):
    """A configuration of the document's layers (optional content, 8.11.4.3).

    ``switches_itself``: AS is there, by which layers are shown or hidden by the reader's settings. ``number`` counts
    from 1; the first is the one that the document opens with.
    """

    number: int
    name: str = ""
    switches_itself: bool = False

    @property
    def where(self) -> Where:
        return Where((("layer", self.name[:60] or self.number),), anchor("layers", self.name or self.number))


class EmbeddedFile(NamedTuple):
    """A specification of a file that the document carries (7.11.3): its name as F and as UF give it.

    ``page`` is 0 unless the file is shown on a page. ``is_listed``: it is in the document's list of files
    (EmbeddedFiles). ``is_described``: there is a Desc.
    """

    name: str = ""
    unicode_name: str = ""
    page: int = 0
    is_listed: bool = False
    is_described: bool = False

    @property
    def where(self) -> Where:
        name = self.unicode_name or self.name
        steps: list[tuple[str, str | int]] = [("page", self.page)] if self.page else []
        return Where((*steps, ("file", name[:60])), anchor("file", name))


class MediaClip(NamedTuple):
    """A media clip data dictionary (13.2.4.2): a film or sound that the document plays.

    ``content_type`` is CT. ``alternatives`` are the texts of Alt, None where it is missing or is no array of
    languages and texts. ``page`` is 0 where the clip is played from no page.
    """

    name: str = ""
    content_type: str | None = None
    alternatives: tuple[str, ...] | None = None
    page: int = 0

    @property
    def where(self) -> Where:
        steps: list[tuple[str, str | int]] = [("page", self.page)] if self.page else []
        return Where((*steps, ("annotation", self.name[:60])), anchor("clip", self.page, self.name))


class ReferenceForm(NamedTuple):
    """A form XObject that shows a page of another file (8.10.4); ``page`` is where it is first found."""

    page: int
    file_name: str = ""

    @property
    def where(self) -> Where:
        return Where(
            (("page", self.page), ("file", self.file_name[:60])), anchor("reference", self.file_name)
        )


class Extras(NamedTuple):
    """What a document holds beside its text and tags."""

    layer_configurations: tuple[LayerConfiguration, ...] = ()
    embedded_files: tuple[EmbeddedFile, ...] = ()
    media_clips: tuple[MediaClip, ...] = ()
    reference_forms: tuple[ReferenceForm, ...] = ()
