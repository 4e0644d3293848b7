"""Labels that announce a fact, such as “Datum/tid:”, what stands behind them, and words that only hold a place."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = [
    "LONG",
    "WHEN",
    "Labelled",
    "is_put_off",
    "is_to_fill_in",
    "labelled",
    "placeholders",
    "says_nothing",
]

LONGEST_LABEL = 40
LONGEST_TEXT = 200_000
LONGEST_VALUE = 60
MOST = 20
WHEN, SHORT, LONG = "when", "short", "long"
"""What a label announces: a day or a time; a fact in a few words; something that may be a whole paragraph."""


class Labelled(NamedTuple):
    """A label as it is written, what it announces, the text behind it, and whether it has a colon."""

    label: str
    announces: str
    value: str
    colon: bool


def _set(words: str) -> frozenset[str]:
    return frozenset(each.strip() for line in words.splitlines() for each in line.split(";") if each.strip())


_LABELS = {
    WHEN: _set("""
        datum; tid; datum/tid; tid/datum; datum och tid; tid och datum; dag; dag och tid; när; mötesdatum; mötestid
        starttid; sluttid; startdatum; slutdatum; klockslag; sista anmälningsdag; sista dag för anmälan
        sista dag att anmäla sig; anmäl dig senast; anmälan senast; osa senast
        date; time; date/time; date and time; date & time; day; when; start time; end time; start date; end date
        register by; rsvp by; deadline; registration deadline; last day to register
        datum/uhrzeit; uhrzeit; datum und uhrzeit; wann; anmeldeschluss; date et heure; heure; quand; päivämäärä; aika
        päivä ja aika; milloin; dato; dato og tid; tidspunkt; når; hvornår; påmeldingsfrist; fecha; hora; fecha y hora
        cuándo
    """),
    SHORT: _set("""
        plats; lokal; sal; rum; var; adress; besöksadress; mötesplats; länk; möteslänk; länk till mötet; zoom-länk
        teams-länk; mötes-id; möteskod; lösenord; telefon; telefonnummer; e-post; epost; mejl; kostnad; pris; avgift
        språk; mötesspråk
        place; venue; location; where; room; address; link; meeting link; joining link; zoom link; teams link
        meeting id; passcode; password; phone; telephone; email; e-mail; cost; price; fee; language
        ort; wo; raum; adresse; lieu; où; adresse; paikka; missä; osoite; linkki; sted; hvor; lokale; lenke
        lugar; dónde
        enlace
    """),
    LONG: _set("""
        kontakt; kontaktperson; kontaktpersoner; kontaktuppgifter; anmälan; arrangör; arrangörer; målgrupp; program
        dagordning; agenda; syfte; talare; medverkande; moderator
        contact; contacts; contact person; registration; rsvp; organiser; organizer; host; audience; programme; speakers
        purpose; moderator
    """),
}
_ANNOUNCED = {label: announces for announces, labels in _LABELS.items() for label in labels}
_TO_FILL_IN = _set("""
    underskrift; namnteckning; namnförtydligande; ort och datum; personnummer; signature; signed; print name
    name in block letters; underskrifter; namnunderskrift
""")
_NOTHING = " \u00a0\u200b-–—…•|/"


def labelled(line: str, bare: bool = False) -> Labelled | None:
    """The label that a line begins with, where it is one of a fact; ``bare``: also one that is the whole line, without
    a colon."""
    before, colon, value = line.strip()[:LONGEST_TEXT].partition(":")
    if len(before) > LONGEST_LABEL or not (colon or bare):
        return None
    label = " ".join(before.replace("*", " ").split())
    announces = _ANNOUNCED.get(label.casefold())
    if announces is None:
        return None
    return Labelled(label, announces, value.strip(" *"), bool(colon))


def is_to_fill_in(line: str) -> bool:
    """Whether a line is for somebody's hand: “Underskrift:”, or a row to write on."""
    before = line.strip()[: LONGEST_LABEL + 1].partition(":")[0]
    return " ".join(before.split()).casefold() in _TO_FILL_IN or "____" in line or "....." in line


def says_nothing(value: str) -> bool:
    """Whether what stands behind a label is empty, or only a dash or dots."""
    return not value.strip(_NOTHING) or value.strip() in (".", "..", "...")


_MONTH = (
    "jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec|januari|january|februari|february|mars|march|april"
    "|juni|june"
    "|juli|july|augusti|august|september|oktober|october|november|december"
)
_BRACKETED = (
    r"länk|möteslänk|zoomlänk|datum|tid|namn|förnamn|efternamn|plats|lokal|adress|telefon|telefonnummer"
    r"|e-?postadress|e-post"
    r"|organisation|föreningens namn|föreningsnamn|infoga|fyll i|ange|klockslag|veckodag|kontaktperson"
    r"|link|meeting link|zoom link|date|time|your name|name|venue|location|place|address|phone|phone number"
    r"|email|e-mail"
    r"|organi[sz]ation|insert|fill in|tbc|tbd|tba|xx+|to be (?:announced|confirmed|decided)"
)
_ANYWHERE = re.compile(
    rf"\[(?:{_BRACKETED})(?: [^\]\n]{{0,60}})?\](?!\()"
    r"|<[A-ZÅÄÖ]{3,30}(?: [A-ZÅÄÖ]{1,30}){0,3}>|\{\{ ?[^{}\n]{1,60}\}\}"
    r"|\b(?:TBA|TBC|TBD)\b|\blorem ipsum\b|\bX{4,}\b"
    rf"|\b(?:kl\.?|klockan|den|tel\.?|telefon|rum|sal|room|at) ?:? ?x{{2,}}\b|\bx{{2,}} ?(?:{_MONTH})\b"
    r"|\bxx+[./:-]xx+\b"
    r"|\b(?:infoga|klicka här för att lägga till|click here to (?:add|enter)|insert) "
    r"(?:bild|länk|datum|text|logotyp|logo|image|picture|link|date)(?: (?:här|here))?\b(?! (?:i|in|into|to|på"
    r"|från|from)\b)",
    re.IGNORECASE,
)
_NEEDED = ("[", "<", "{{", "tba", "tbc", "tbd", "lorem", "xx", "nfoga", "ägga t", "ck here to", "nsert")
"""One of these is in every text in which the pattern finds something; most texts have none, which is sooner seen."""
_IN_CAPITALS = re.compile(r"<[A-ZÅÄÖ ]{3,}>|TB[ACD]|X{4,}")
_ONLY_IN_CAPITALS = ("<", "tb", "xxxx")


def placeholders(text: str) -> list[str]:
    """What in a text only holds a place for what somebody was to write: “[länk]”, “TBA”, “kl. XX”, “lorem ipsum”."""
    found: list[str] = []
    folded = text[:LONGEST_TEXT].casefold()
    if not any(each in folded for each in _NEEDED):
        return found
    for match in _ANYWHERE.finditer(text[:LONGEST_TEXT]):
        words = match[0]
        if words.casefold().startswith(_ONLY_IN_CAPITALS) and not _IN_CAPITALS.fullmatch(words):
            continue
        found.append(words)
        if len(found) == MOST:
            break
    return found


_LATER = re.compile(
    r"(?:meddelas|kommer|anges|bestäms|skickas|presenteras)(?: \w{1,20}){0,2} (?:senare|inom kort|längre fram)"
    r"|återkommer"
    r"|(?:to be|will be) (?:announced|confirmed|decided|advised)(?: later)?|(?:to follow|coming soon|later)",
    re.IGNORECASE,
)


def is_put_off(value: str) -> bool:
    """Whether what stands behind a label is only that it is to be told later, without a day."""
    words = value[:LONGEST_VALUE].strip(" .()")
    return len(words) < LONGEST_VALUE and bool(_LATER.fullmatch(words)) and not any(map(str.isdecimal, words))
