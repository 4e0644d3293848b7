"""What a text says of colours: that something is marked with one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

HUES = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "grey")

_COLOURS: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "red": "röd rött röda",
        "orange": "orange orangea",
        "yellow": "gul gult gula",
        "green": "grön grönt gröna",
        "blue": "blå blått blåa",
        "purple": "lila",
        "pink": "rosa",
        "grey": "grå grått gråa",
    },
    "no": {
        "red": "rød rødt røde",
        "orange": "oransje",
        "yellow": "gul gult gule",
        "green": "grønn grønt grønne",
        "blue": "blå blått",
        "purple": "lilla",
        "pink": "rosa",
        "grey": "grå grått",
    },
    "da": {
        "red": "rød rødt røde",
        "orange": "orange",
        "yellow": "gul gult gule",
        "green": "grøn grønt grønne",
        "blue": "blå blåt",
        "purple": "lilla",
        "pink": "lyserød lyserødt",
        "grey": "grå gråt",
    },
    "fi": {
        "red": "punaisella punaiset",
        "orange": "oranssilla oranssit",
        "yellow": "keltaisella keltaiset",
        "green": "vihreällä vihreät",
        "blue": "sinisellä siniset",
        "purple": "violetilla violetit",
        "grey": "harmaalla harmaat",
    },
    "en": {
        "red": "red",
        "orange": "orange",
        "yellow": "yellow",
        "green": "green",
        "blue": "blue",
        "purple": "purple",
        "pink": "pink",
        "grey": "grey gray",
    },
    "de": {
        "red": "rot rote roten roter",
        "orange": "orange orangen",
        "yellow": "gelb gelbe gelben gelber",
        "green": "grün grüne grünen grüner",
        "blue": "blau blaue blauen blauer",
        "purple": "lila violett",
        "pink": "rosa",
        "grey": "grau graue grauen grauer",
    },
    "fr": {
        "red": "rouge",
        "orange": "orange",
        "yellow": "jaune",
        "green": "vert",
        "blue": "bleu",
        "purple": "violet",
        "pink": "rose",
        "grey": "gris",
    },
    "es": {
        "red": "rojo",
        "orange": "naranja",
        "yellow": "amarillo",
        "green": "verde",
        "blue": "azul",
        "purple": "morado",
        "pink": "rosa",
        "grey": "gris",
    },
}

_PHRASES: Mapping[str, tuple[str, ...]] = {
    "sv": (
        r"\b(?:över)?(?:markera|visa|skriv|ange|tryck|stå|utmärk|färga)\w{0,8} (?:med|i|som) {colour}\b",
        r"\b{colour}(?:markera|färga)\w{1,4}\b",
        r"\b{colour} (?:text|siffror|markering\w{0,3}|bokstäver|rader|datum|rutor)\b",
    ),
    "no": (
        r"\b(?:marker|vis|skre|ut?hev|angi|står)\w{0,8} (?:med|i|som) {colour}\b",
        r"\b{colour} (?:tekst|tall|skrift|bokstaver|rader|markering)\b",
    ),
    "da": (
        r"\b(?:marker|vis|skrev|fremhæv|angiv|står)\w{0,8} (?:med|i|som) {colour}\b",
        r"\b{colour} (?:tekst|tal|skrift|bogstaver|rækker|markering)\b",
    ),
    "fi": (
        r"\b(?:merki|merka|koroste|näyte|kirjoite)\w{1,9} {colour}\b",
        r"\b{colour} (?:tekstillä|rivit|päivät|numerot)\b",
    ),
    "en": (
        r"\b(?:marked|shown|highlighted|written|printed|displayed|indicated|colou?red)"
        r"(?: in| with| as)? {colour}\b",
        r"\bin {colour}(?= ?[.,;:)]|$| (?:are|is|have|has|must|need|text|type)\b)",
        r"\b{colour} (?:text|letters|rows|type|print|marks|markings|highlighting)\b",
    ),
    "de": (
        r"\b{colour} (?:markiert|gekennzeichnet|hervorgehoben|hinterlegt|dargestellt|gedruckt|geschrieben)\w{0,2}\b",
        r"\b{colour} (?:Schrift|Text|Zeilen|Zahlen|Buchstaben|Markierung\w{0,2})\b",
    ),
    "fr": (
        r"\b(?:marqu|indiqu|surlign|affich|écrit|imprim|signal|color|apparai)\w{0,7} en {colour}\b",
        r"\ben {colour}(?= ?[.,;:)]|$| (?:sont|est|ont)\b)",
    ),
    "es": (
        r"\b(?:marca|indica|resalta|muestra|mostra|escri|impres|señala)\w{0,6} (?:en|con) {colour}\b",
        r"\ben {colour}(?= ?[.,;:)]|$| (?:son|están|es|está)\b)",
    ),
}
"""How each language says that something is marked with a colour; ``{colour}`` stands for its words."""


class ColourMark(NamedTuple):
    """Words that say that something is marked with a colour, and its hue, one of ``HUES``."""

    words: str
    hue: str


def colour_mark(text: str, longest: int = 20_000) -> ColourMark | None:
    """Return words of the text, of which ``longest`` characters are read, that say of something that it is marked with
    a colour: “items in red”, ”är markerade med rött”. None where there are none.

    Known in Swedish, Norwegian, Danish, Finnish, English, German, French and Spanish.
    """
    read = text[:longest]
    if _any_colour().search(read) is None:
        return None
    for language, pattern in _patterns():
        if found := pattern.search(read):
            return ColourMark(" ".join(found[0].split()), _hues(language)[found["colour"].casefold()])
    return None


@cache
def _hues(language: str) -> Mapping[str, str]:
    """The hue of each word."""
    return {word: hue for hue, words in _COLOURS[language].items() for word in words.split()}


@cache
def _any_colour() -> re.Pattern[str]:
    words = {word for language in _COLOURS for word in _hues(language)}
    return re.compile(rf"\b(?:{_either(words)})", re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (language, re.compile(_with_colours(pattern, language), re.IGNORECASE))
        for language, patterns in _PHRASES.items()
        for pattern in patterns
    )


def _with_colours(pattern: str, language: str) -> str:
    colour = f"(?P<colour>{_either(_hues(language))})"
    return pattern.replace("{colour}", colour).replace(" ", r"\s")


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))
