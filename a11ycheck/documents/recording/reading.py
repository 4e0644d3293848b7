"""Reading from a file that is not read whole, and what the codes in it mean."""

from __future__ import annotations

from typing import BinaryIO

from a11ycheck.documents.recording.model import Role

LONGEST_NAME = 1_000
"""Characters kept of a title or a name of a track."""
LONGEST_SECONDS = 100 * 3600.0
"""A recording that says that it is longer has a length that is not to be trusted."""

# ISO 639-2 has two codes for some languages, one after the language's own name and one after the English; BCP 47 has
# the code of two letters where there is one.
TWO_LETTERS = dict(
    pair.split(":")
    for pair in (
        "afr:af alb:sq sqi:sq amh:am ara:ar arm:hy hye:hy aze:az baq:eu eus:eu bel:be ben:bn bos:bs bre:br bul:bg "
        "bur:my mya:my cat:ca chi:zh zho:zh hrv:hr cze:cs ces:cs dan:da dut:nl nld:nl eng:en epo:eo est:et fao:fo "
        "fin:fi fra:fr fre:fr fry:fy geo:ka kat:ka ger:de deu:de gla:gd gle:ga glg:gl gre:el ell:el guj:gu heb:he "
        "hin:hi hun:hu ice:is isl:is ind:id ita:it jav:jv jpn:ja kal:kl kan:kn kaz:kk khm:km kor:ko kur:ku lao:lo "
        "lat:la lav:lv lit:lt ltz:lb mac:mk mkd:mk mal:ml mar:mr may:ms msa:ms mlt:mt mon:mn nep:ne nno:nn nob:nb "
        "nor:no oci:oc orm:om pan:pa per:fa fas:fa pol:pl por:pt pus:ps roh:rm rum:ro ron:ro rus:ru san:sa sin:si "
        "slo:sk slk:sk slv:sl sme:se som:so spa:es srp:sr sun:su swa:sw swe:sv tam:ta tat:tt tel:te tgk:tg tgl:tl "
        "tha:th tib:bo bod:bo tir:ti tuk:tk tur:tr uig:ug ukr:uk urd:ur uzb:uz vie:vi wel:cy cym:cy wol:wo xho:xh "
        "yid:yi yor:yo zul:zu"
    ).split()
)
NO_LANGUAGE = frozenset({"", "und", "zxx", "mis", "mul", "xxx"})

ROLES = {
    "main": Role.MAIN,
    "caption": Role.CAPTIONS,
    "captions": Role.CAPTIONS,
    "subtitle": Role.SUBTITLES,
    "subtitles": Role.SUBTITLES,
    "forced-subtitle": Role.SUBTITLES,
    "description": Role.DESCRIPTION,
    "descriptions": Role.DESCRIPTION,
    "main-desc": Role.DESCRIPTION,
    "commentary": Role.COMMENTARY,
    "sign": Role.SIGN,
    "metadata": Role.METADATA,
}
"""Roles by the words of MPEG-DASH (ISO/IEC 23009-1, urn:mpeg:dash:role:2011) and of HTML's kinds of track."""


def read_at(file: BinaryIO, at: int, length: int) -> bytes:
    """So many bytes from that place, fewer where the file ends; a place that no file has gives none."""
    if not 0 <= at < 1 << 62 or length <= 0:
        return b""
    file.seek(at)
    return file.read(length)


def size_of(file: BinaryIO) -> int:
    return file.seek(0, 2)


class Pages:
    """A file of which small pieces are read, most of them near one another: a page is kept."""

    SIZE = 4_096

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.size = size_of(file)
        self._at = 0
        self._page = b""

    def at(self, at: int, length: int) -> bytes:
        """As ``read_at``."""
        if length > self.SIZE:
            return read_at(self.file, at, length)
        start = at - self._at
        if not 0 <= start <= len(self._page) - length:
            self._page = read_at(self.file, at, self.SIZE)
            self._at, start = at, 0
        return self._page[start : start + length]


def number(data: bytes, at: int, length: int) -> int:
    """A big-endian number without sign; what is missing counts as nothing."""
    return int.from_bytes(data[at : at + length], "big")


def text_of(data: bytes) -> str:
    """A text as it is shown: UTF-8, to the first zero, on one line."""
    text = data[: LONGEST_NAME * 4].partition(b"\0")[0].decode("utf-8", "replace")
    return " ".join(text.split())[:LONGEST_NAME]


def language_of(code: str) -> str:
    """The language as BCP 47 from a code of two or three letters or a whole tag; empty where none is meant."""
    primary, hyphen, rest = code.strip().replace("_", "-").partition("-")
    primary = primary.lower()
    return "" if primary in NO_LANGUAGE else TWO_LETTERS.get(primary, primary) + hyphen + rest


def seconds_of(units: float, in_a_second: float) -> float:
    """A length in seconds; 0 where it cannot be one."""
    if in_a_second <= 0 or not 0 <= units / in_a_second <= LONGEST_SECONDS:
        return 0.0
    return units / in_a_second
