"""What makes running text heavy: long sentences, words with a plain twin, passives and nouns made of verbs, capitals.

The word lists are our own, after the idea of “Svarta listan” (Statsrådsberedningen, PM 2011:1), which is for statutes.
They say how a text is heavy, never that it is wrong; passives are found by their endings, which is right in four cases
of five, so that only texts with many are told of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from a11ycheck.text.abbreviations import COMMON
from a11ycheck.text.language import primary
from a11ycheck.text.sentences import split_sentences, words

__all__ = ["heavy_words", "is_nominal", "is_passive", "sentences_of", "shouted", "starts_with_emoji"]

LONGEST_TEXT = 200_000
MOST_SENTENCES = 3_000
LANGUAGES = frozenset({"sv", "en"})
"""Languages whose heavy words and passives are known."""


def sentences_of(blocks: Iterable[str], language: str) -> list[tuple[str, int]]:
    """The sentences of prose blocks, each with its number of words."""
    found: list[tuple[str, int]] = []
    length = 0
    for block in blocks:
        length += len(block)
        if length > LONGEST_TEXT or len(found) > MOST_SENTENCES:
            break
        # A list that has been flattened into its lead-in is no long sentence.
        found += [(each, len(words(each))) for each in split_sentences(block, language) if "•" not in each]
    return found


def _twins(lines: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """“heavy, forms = plain”, one a line; a star stands for any ending."""
    pairs = []
    for line in lines.strip().splitlines():
        heavy, _, plain = line.partition("=")
        forms = "|".join(re.escape(form.strip()).replace(r"\*", r"\w{0,6}") for form in heavy.split(","))
        pairs.append((re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE), plain.strip()))
    return tuple(pairs)


_HEAVY = {
    "sv": _twins("""
        angående = om
        beträffande = om
        avseende = om
        erhålla, erhåller, erhöll, erhållit = få
        tillse, tillser, tillsåg = se till
        tillhandahåll* = ge, ha
        inkomma med, inkommer med, inkommit med = skicka in
        inom ramen för = i, med
        i enlighet med = enligt
        med anledning av = för att, om
        i syfte att = för att
        jämlikt = enligt
        ifrågavarande = den här
        samtliga = alla
        emellertid = men
        huruvida = om
        därest, såvida = om
        vederbörande = den som
        ombesörj* = ordna
        föranled* = leda till
        införskaffa* = köpa, skaffa
        delge, delger, delges = berätta för
        därtill = dessutom
        exempelvis = till exempel
        nyttja* = använda
        påbörja* = börja
        anmoda* = be
        medelst = med
    """),
    "en": _twins("""
        commence* = start
        utilise*, utilize*, utilising, utilizing = use
        in order to = to
        prior to = before
        pursuant to = under
        with regard to, with regards to = about
        in the event that = if
        facilitate* = help
        endeavour* = try
        terminate* = end
        regarding = about
        approximately = about
        are requested to = please
        notify, notified = tell
        sufficient = enough
        additional = more
        subsequent to = after
    """),
}


def heavy_words(text: str, language: str) -> list[tuple[str, str]]:
    """The heavy words of a text, each once as it is written there, with its plain twin."""
    searched = text[:LONGEST_TEXT]
    found = []
    for pattern, plain in _HEAVY.get(primary(language), ()):
        if match := pattern.search(searched):
            found.append((match[0].casefold(), plain))
    return found


_PASSIVE_ENDINGS = (
    "ades",
    "ats",
    "eras",
    "erats",
    "ndes",
    "ddes",
    "ttes",
    "ldes",
    "rdes",
    "görs",
    "ges",
    "tas",
)
_ALSO_PASSIVE = frozenset(
    """
    beslutas ordnas lämnas skickas bokas hålls läggs sätts ställs dras sänds förs genomförs utförs anförs uppförs skrivs
    byggs köps säljs lånas betalas väljs utses avses anses hävdas föreslås bifogas meddelas publiceras
    sammanställs upprättas
    tillhandahålls erbjuds krävs används tillämpas fastställs behandlas beaktas uppmanas anmodas öppnas avslutas
    """.split()
)
_DEPONENT = frozenset(
    """
    hoppas hoppades finns fanns funnits träffas träffades träffats känns kändes känts lyckas lyckades lyckats
    minns mindes
    andas andades trivs trivdes vistas vistades möts möttes ses sågs hörs hördes syns syntes tycks tycktes
    samlas samlades
    samlats umgås behövs behövdes deras allas andras brottas åldras svettas låtsas envisas skäms skämdes
    tas-emot plats sats
    dels dags redes annars nyligas hundratals tusentals insats utsats insatts klimats resultats ledas mats debatts
    internats besvärats samtals lagts satts rests suttits atlas
    """.split()
)
_GENITIVE = ("arnas", "ornas", "ernas", "ennas", "ets", "ens", "plats", "debatts")
_ENGLISH_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being) (?:\w{2,20}ly )?(?:\w{3,20}ed|made|held|given|taken|sent|done|written"
    r"|told|set"
    r"|shown|seen|kept|found|put|paid|brought|chosen|known|drawn|built|left|led|run)\b",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"\b(?:is|are|was|were|be|been|being) (?:interested|invited|pleased|delighted|needed|welcomed|related"
    r"|limited|excited"
    r"|concerned|involved|based|located|attached|closed|disabled|married|tired|worried|used to)\b",
    re.IGNORECASE,
)


def is_passive(sentence: str, language: str) -> bool:
    """Whether somebody in a sentence is left out who does something: “beslutades”, “it was decided”."""
    if primary(language) == "en":
        return bool(_ENGLISH_PASSIVE.search(_STATES.sub("", sentence[:2_000])))
    return any(
        word in _ALSO_PASSIVE
        or (
            word.endswith(_PASSIVE_ENDINGS)
            and len(word) > 4
            and word not in _DEPONENT
            and not word.endswith(_GENITIVE)
        )
        for word in words(sentence)[1:]
        if word.islower()
    )


_NOMINAL = {
    "sv": re.compile(
        r"\b\w{3,30}(?:ing|ingen|ingar|ande|andet|ende|endet|tion|tionen|sion|sionen) av\b", re.IGNORECASE
    ),
    "en": re.compile(r"\b(?:the )?\w{3,30}(?:tion|sion|ment|ance|ence|isation|ization) of\b", re.IGNORECASE),
}


def is_nominal(sentence: str, language: str) -> bool:
    """Whether a sentence has two verbs or more as nouns: “genomförandet av utvärderingen av”."""
    pattern = _NOMINAL.get(primary(language))
    return pattern is not None and len(pattern.findall(sentence[:2_000])) >= 2


SHOUTED_AT_LEAST = 3
_CAPITALS = re.compile(r"[A-ZÅÄÖÆØÜÉ]{3,30}")


def shouted(text: str) -> str:
    """The first run of three words or more in capitals, each of three letters or more; well-known abbreviations and
    such as stand alone between commas are no words of a run."""
    text = text[:LONGEST_TEXT]
    if len(_CAPITALS.findall(text)) < SHOUTED_AT_LEAST:
        return ""
    run: list[str] = []
    for token in text.split():
        word = token.strip("!?.:;()”“\"’'–-")
        is_capital = bool(_CAPITALS.fullmatch(word.rstrip(","))) and word.rstrip(",") not in _ABBREVIATED
        if is_capital:
            run.append(word)
        if not is_capital or token.endswith(","):
            if len(run) >= SHOUTED_AT_LEAST:
                break
            run = []
    return " ".join(run) if len(run) >= SHOUTED_AT_LEAST else ""


_ABBREVIATED = COMMON - frozenset(
    "THE AND FOR NOT YOU ALL NEW OCH ATT DET INTE SOM MED ALLA NYTT NEJ STOP STOPP".split()
)

_EMOJI = ((0x1F300, 0x1FAFF), (0x2600, 0x27BF), (0x2B00, 0x2BFF), (0x1F1E6, 0x1F1FF), (0x231A, 0x23FF))
_BULLETS = frozenset("✓✔✗✘❖➢➤◆★☆●■☐☑☒")
"""Signs of these blocks that were bullets long before there were emoji."""


def starts_with_emoji(text: str) -> str:
    """The emoji that a text begins with; empty where it begins with none."""
    first = text.lstrip()[:1]
    if not first or first in _BULLETS:
        return ""
    return first if any(low <= ord(first) <= high for low, high in _EMOJI) else ""
