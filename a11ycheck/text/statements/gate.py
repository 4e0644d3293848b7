"""What keeps words from being a statement: advice, negation, “on request”, what is past, and what is only promised."""

from __future__ import annotations

from typing import NamedTuple

from a11ycheck.text.statements.contacts import addresses
from a11ycheck.text.statements.phrases import Cues
from a11ycheck.text.statements.units import Document, Unit

__all__ = [
    "Said",
    "clause",
    "is_advice",
    "is_denied",
    "is_of_another_meeting",
    "is_on_request",
    "promise",
    "said",
    "service",
]

LONGEST_QUOTE = 200


class Said(NamedTuple):
    """Something that a text says of a topic; see ``documents.facts.Statement``."""

    topic: str
    how: str
    quote: str
    value: str = ""


NEGATION = Cues(
    sv="""
        inte; ingen; inga; inget; saknar; saknas; ej; aldrig
        utan (textning|teckenspråkstolk*|skrivtolk*|hiss|hörslinga|tolk); ingenting; varken; ur funktion
    """,
    en="""
        not; no; cannot; cant; wont; isnt; arent; dont; doesnt; without; none; never; nor; unable; nothing
        neither; unfortunately not; out of order
    """,
    de="nicht; kein*",
    fr="pas; aucun*; sans",
    fi="ei; eivät; ilman",
    nb="ikke; ingen; intet; mangler",
    da="ikke; ingen; intet; mangler",
    es="no; sin; ningún; ninguna",
)
NO_NEGATION = Cues(
    sv="""
        inte bara; inte säker; inte van; inte minst; inga problem; utan kostnad; inte längre; tveka inte
        (inga|utan) (trappor|trösklar|trappsteg|nivåskillnader); inte kan (komma|delta|vara|närvara|ta dig)
        kan du inte (komma|delta|vara); inte har möjlighet att (komma|delta)
    """,
    en="""
        not only; not sure; not confident; not used to; no problem; no later; no charge; dont hesitate
        do not hesitate; no cost; no longer; no (steps|stairs|thresholds); nothing to (download|install|pay)
        (cant|cannot|not able to|unable to) (make it|come|attend|be there|join us|get there|travel)
    """,
)
ON_REQUEST = Cues(
    sv="""
        vid behov; på begäran; på förfrågan; efter önskemål; vid efterfrågan; vid önskemål
        kan (ordnas|erbjudas|bokas|fås); kan komma att; om det behövs; om någon behöver
        kan (vi|vi också) (ordna|erbjuda|boka); kan eventuellt; eventuellt
    """,
    en="""
        on request; upon request; if (needed|required|necessary); as needed
        can be (arranged|provided|booked|requested); may be; where possible; if anyone; possibly
        we can (arrange|provide|book); subject to
    """,
    de="auf (anfrage|wunsch); bei bedarf",
    fr="sur demande; si nécessaire",
    fi="tarvittaessa; pyynnöstä",
    nb="ved behov; på forespørsel",
    da="ved behov; efter ønske",
    es="previa solicitud; si es necesario",
)
NEEDING = Cues(
    sv="""
        behöver du; om du behöver; du som behöver; önskar du; om du (vill|önskar); har du (behov|önskemål)
        behov av; vid behov av
    """,
    en="""
        do you need; if you need; do you require; if you require; would you like; let us know if
        you might need; please request
    """,
    de="brauchen sie; benötigen sie",
    fr="avez vous besoin",
    fi="tarvitsetko",
    nb="trenger du",
    da="har du brug for",
    es="necesita",
)
ANOTHER = Cues(
    sv="""
        (förra|fjolårets|föregående|tidigare|senaste) .. (mötet|möte|årets|konferens*)
        (förra|fjolårets|föregående|tidigare|senaste) .. (webbinarium|webbinariet|gången|mötes)
        förra (årets|året|gången|mötet); föregående mötes; fjolårets; från (förra|tidigare); handlar om
    """,
    en="""
        last years; previous (meeting|years|event|conference|webinar); last (meeting|time|year)
        is about (writing|how)
    """,
)


def is_advice(document: Document, unit: Unit) -> bool:
    """A sentence that tells others what to do, or an item of a list that does."""
    return unit.advises


def is_denied(document: Document, words: str) -> bool:
    """The clause says that it is not so."""
    lexicon = document.lexicon
    return lexicon.has(NEGATION, words) and not lexicon.has(NO_NEGATION, words)


def is_on_request(document: Document, unit: Unit) -> bool:
    return document.lexicon.has(ON_REQUEST, unit.words)


def is_of_another_meeting(document: Document, unit: Unit) -> bool:
    return document.lexicon.has(ANOTHER, unit.words)


def clause(words: str, place: int) -> str:
    """The part of a sentence around a place: between commas and “but”."""
    start = max(words.rfind(end, 0, place) for end in (" , ", " men ", " but ", " aber ", " mais "))
    stops = [found for end in (" , ", " men ", " but ", " aber ") if (found := words.find(end, place)) >= 0]
    return words[max(start, 0) : min(stops) + 1 if stops else len(words)]


SOON = Cues(
    sv="""
        inom (en|två|tre|några) *; inom (24|48) timmar; dagen (efter|före|innan)
        en vecka (före|efter|innan); samma dag; två dagar (före|innan); veckan (före|efter)
        (en|två|tre|fyra|några) (vecka|veckor|dagar|dag) (före|efter|innan|efteråt)
    """,
    en="""
        within (a|one|two|three|a few|24|48) *; the day (before|after); a week (before|after); the same day
        one week (before|after); two days before; (a|one|two|three|few) (week|weeks|day|days) (before|after)
    """,
    de="innerhalb *; am tag (vor|nach)",
    fi="viikon kuluessa",
    nb="innen en uke; dagen (før|etter)",
    da="inden for en uge; dagen (før|efter)",
)
"""As good as a date, counted from the meeting."""


def promise(document: Document, unit: Unit) -> tuple[str, str]:
    """Whether something that is to come has its day: "promised" with the day as value, or "promised-undated"."""
    day = next((when.date for when in unit.whens if when.date), "")
    if day or document.lexicon.has(SOON, unit.words):
        return "promised", day
    return "promised-undated", ""


def said(topic: str, how: str, unit: Unit, value: str = "") -> Said:
    return Said(topic, how, unit.text[:LONGEST_QUOTE], value[:LONGEST_QUOTE])


STATUS = Cues(
    sv="""
        finns; erbjuds; erbjuder; ordnas; har; bokad; bokat; på plats; är; kommer; sker; ingår; ja; boka
        bokas; får; med; anordnas; tillhandahålls; saknas; saknar; görs; gör; utförs; blir; kan; går
        anlitas; kommer att; bokar
    """,
    en="""
        available; provided; provide; offered; offer; is; are; will; have; has; with; there; book; present
        includes; include; yes; be; can; included; fitted; equipped
    """,
    de="ist; sind; wird; werden; gibt es; vorhanden; ja; hat; haben; mit",
    fr="est; sont; sera; seront; oui; avec; disponible*; il y a",
    fi="on; ovat; järjestetään; kyllä; tarjolla; käytössä",
    nb="er; blir; finnes; har; ja; med; tilbys",
    da="er; bliver; findes; har; ja; med; tilbydes",
    es="está; hay; habrá; con; sí; disponible*; es; se ofrece",
)
HAS = Cues(
    sv="har; finns; med; erbjuder; utrustad med",
    en="has; have; with; is a; there is; there are; are; provides; offers; equipped with",
)
"""What things are counted up after."""
SHORT = 6
"""Words of an item, heading or label that states by itself: “Hörslinga”, “Teckenspråkstolkning: ja”."""


LONGEST_LISTED = 16


def _is_listed(document: Document, unit: Unit, around: str) -> bool:
    """One of the things that a sentence counts up: “Salen har hiss, ramp och hörslinga”."""
    before = unit.words[: unit.words.find(around)]
    return (
        around.startswith(" , ") and around.count(" ") <= LONGEST_LISTED and document.lexicon.has(HAS, before)
    )


def service(
    document: Document, topic: str, unit: Unit, nouns: Cues, verbs: Cues, traps: Cues | None = None
) -> Said | None:
    """What a unit says of something that is there or not: a verb states it, a noun with a word for “is” or alone."""
    lexicon = document.lexicon
    place = lexicon.find(verbs, unit.words)
    by_noun = place < 0
    if by_noun:
        place = lexicon.find(nouns, unit.words)
    if place < 0 or (traps is not None and lexicon.has(traps, unit.words)):
        return None
    if is_of_another_meeting(document, unit):
        return None
    around = clause(unit.words, place)
    denied = is_denied(document, around)
    if by_noun and unit.length > SHORT and not denied and not lexicon.has(STATUS, around):
        if not _is_listed(document, unit, around):
            return None
        denied = is_denied(document, unit.words)
    if lexicon.has(NEEDING, unit.words):
        return None
    if denied:
        return said(topic, "denied", unit)
    if is_advice(document, unit):
        return None
    if is_on_request(document, unit):
        # How to ask for it is said: until when, or of whom.
        bookable = any(when.about == "deadline" for when in unit.whens) or bool(addresses(unit))
        return said(topic, "stated" if bookable else "unsure", unit, "on request")
    return said(topic, "stated", unit)
