"""Abbreviations in capitals: which a text uses, and which it explains."""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["unexplained"]

LONGEST_TEXT = 100_000
MOST = 3_000

_WORD = re.compile(r"(?<![\w.@/#&-])[A-ZÅÄÖÆØÜÉ]{3,6}(?=(?:[:'’]s|:[a-zåäö]{1,4}|s)?(?![\w@/]|[.-]\w))")
_SHOUTED = re.compile(r"[A-ZÅÄÖÆØÜÉ]{3,}")
_ROMAN = re.compile(r"[IVXLCDM]+")

COMMON = frozenset(
    """
    API HTTP HTTPS CPU PDF HTML CSS RSS URL WWW FAQ SMS MMS USB GPS DVD VHS WIFI LAN VPN PIN ISBN ISSN BIC
    IBAN CSV XML JSON ZIP EPUB PPT DOC DOCX XLS XLSX ODT ICS JPG JPEG PNG GIF SVG HDMI LED ADHD AIDS HIV DNA
    BMI EKG MRT VIP OBS RSVP OSA TBA TBD ETA ASAP DIY USA USSR DDR NATO EFTA EES UNESCO UNICEF WHO OECD NASA
    BBC CNN ABBA IKEA SAAB VOLVO SAS SVT NRK YLE NHK HBTQ HBTQI HBTQIA LGBT LGBTQ LGBTI LGBTQI LGBTIQ LHBT
    ATG BNP MON TUE WED THU FRI SAT SUN JAN FEB MAR APR JUN JUL AUG SEP OCT NOV DEC OKT MAJ CET CEST GMT UTC
    BST EST EDT PST PDT CST EEST EET MEZ MESZ SEK NOK DKK EUR USD GBP CHF ISO EAN GTIN GDPR DSGVO RGPD COVID
    SARS MPR AND THE FOR NOT YOU ALL NEW OCH ATT DET INTE SOM MED ALLA NYTT NEJ STOP STOPP MENY MENU SÖK
    LOGIN
    """.split()
)
"""What is in dictionaries as a word of its own, or is better known than what it is short for; and words that
people write in capitals to be heard."""


def unexplained(text: str) -> list[str]:
    """The abbreviations in capitals that a text uses at least twice and explains nowhere, in order.

    Explained is “Myndigheten för … (MUCF)”, “MUCF (Myndigheten …)”, “MUCF, Myndigheten …” and “MUCF står för …”. What
    is written in a line of capitals is no abbreviation.
    """
    searched = text[:LONGEST_TEXT]
    used: Counter[str] = Counter()
    for number, match in enumerate(_WORD.finditer(searched)):
        if number >= MOST:
            break
        if not _is_shouted(searched, match.start(), match.end()):
            used[match[0]] += 1
    return [
        word
        for word, count in used.items()
        if count > 1 and word not in COMMON and not _ROMAN.fullmatch(word) and not _explains(searched, word)
    ]


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Does a word in capitals stand right before or after?"""
    before = text[max(0, start - 30) : start].rstrip(" ,").rpartition(" ")[2]
    after = text[end : end + 30].lstrip(" ,").partition(" ")[0]
    return any(_SHOUTED.fullmatch(word.strip("!?.:,()–-")) for word in (before, after))


def _explains(text: str, word: str) -> bool:
    """Is it in brackets after words, or followed by its own words, whose first letters begin as it does?"""
    if f"({word})" in text or f"({word}," in text or f"({word};" in text:
        return True
    place = text.find(word)
    while place >= 0:
        after = text[place + len(word) : place + len(word) + 40].lstrip()
        if after.startswith(
            ("(", "–", "—", "= ", "står för", "stands for", "steht für", "star for", "står for")
        ):
            return True
        if after.startswith((",", ":")) and after[1:].lstrip()[:1].casefold() == word[:1].casefold():
            return True
        place = text.find(word, place + len(word))
    return False
