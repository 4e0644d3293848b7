"""What pages say about how long someone has: “your session expires in 10 minutes”, ”du har 15 minuter på dig”, in eight
languages."""

from __future__ import annotations

import re

__all__ = ["is_about_time_left", "is_extending", "is_time_limit", "seconds_left"]

LONGEST = 400
TWENTY_HOURS = 72_000
"""Seconds after which a time limit is none for the reader (WCAG 2.2.1)."""

_AMOUNT = re.compile(
    r"\b(\d{1,5})\s?(?:(s|sek|sec|seconds?|sekunder|sekund|sekuntia|sekunden|secondes?|segundos?)"
    r"|(m|min|minutes?|minuter|minut|minutters?|minutter|minuuttia|minuutin|minuten|minutos?)"
    r"|(h|hours?|tim|timmar|timme|timer|time|tuntia|tunnin|stunden?|heures?|horas?))\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?<![\d:.])(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?![\d:])")

_WHAT = (
    r"(?:your |din |dina |ditt |dit |deres |ihre |votre |su |tu )?(?:session|time|reservation|booking|"
    r"tickets?|seats?|basket|cart|form|"
    r"sessionen|tiden|inloggning(?:en)?|reservation(?:en)?|bokning(?:en)?|biljett(?:en|erna)?|"
    r"plats(?:en|erna)?|varukorg(?:en)?|"
    r"formulär(?:et)?|økten|reservasjon(?:en)?|bestilling(?:en)?|billett(?:en|ene)?|billet(?:ten|terne)?|"
    r"kurv(?:en)?|handlekurv(?:en)?|"
    r"istunto(?:si)?|varaus|varauksesi|lippusi|sitzung|reservierung|buchung|warenkorb|réservation|"
    r"panier|billets|sesión|reserva|"
    r"entradas|cesta)"
)
_ENDS = (
    r"(?:expires?|will expire|times? out|runs out|(?:is|are) reserved|går ut|löper ut|"
    r"är reserverad|är reserverade|reserveras|utløper|er reservert|udløber|er reserveret|vanhenee|"
    r"läuft (?:\w{1,12}\s){0,3}?(?:ab|aus)|ist reserviert|sind reserviert|expire|expirera|prend fin|sont réservés|"
    r"est réservée|caduca|expira|"
    r"están reservadas)"
)
_LIMIT = re.compile(
    rf"\b{_WHAT}\s(?:\w{{1,20}}\s){{0,3}}?{_ENDS}\b"
    r"|\byou have\s(?:\w{1,12}\s)?\d{1,5}\s?\w{1,10}\s(?:left |remaining )?to (?:complete|fill|finish|"
    r"submit|register|book|pay|answer|reply)\b"
    r"|\b(?:time|minutes|seconds) (?:left|remaining)\b|\bremaining time\b"
    r"|\bdu har\s(?:\w{1,12}\s)?\d{1,5}\s?\w{1,10}\s(?:på dig|kvar)\b|\b(?:återstående tid|tid kvar|"
    r"kvarvarande tid|tid som återstår)\b"
    r"|\bloggas (?:du )?ut (?:automatiskt )?(?:efter|om)\b|\blogged out (?:automatically )?(?:after|in)\b"
    r"|\bdu har\s(?:\w{1,12}\s)?\d{1,5}\s?\w{1,10}\s(?:på deg|igjen|tilbage|til at)\b|"
    r"\b(?:gjenstående tid|tid igjen|resterende tid|tid tilbage)\b"
    r"|\bsinulla on\s\d{1,5}\s?\w{1,10}\saikaa\b|\baikaa jäljellä\b|\bjäljellä oleva aika\b"
    r"|\bsie haben\s(?:noch\s)?\d{1,5}\s?\w{1,10}\szeit\b|\bverbleibende zeit\b"
    r"|\bvous (?:avez|disposez de)\s\d{1,5}\s?\w{1,10}\spour\b|\btemps restant\b"
    r"|\b(?:tiene|tienes|dispone de)\s\d{1,5}\s?\w{1,10}\spara\b|\btiempo restante\b",
    re.IGNORECASE,
)
_EXTENDS = re.compile(
    r"\b(?:extend|more time|stay (?:logged|signed) in|keep me (?:logged|signed) in|continue session|renew|"
    r"förläng|mer tid|fortsätt vara inloggad|"
    r"förbli inloggad|forleng|forlæng|mere tid|jatka istuntoa|lisää aikaa|verlängern|mehr zeit|"
    r"prolonger|plus de temps|"
    r"prolongar|ampliar|más tiempo)",
    re.IGNORECASE,
)


def is_time_limit(text: str) -> bool:
    """Whether a sentence says that the reader has a certain time, at most 20 hours, for what is to be filled in."""
    return len(text) <= LONGEST and 0 < _amount(text) <= TWENTY_HOURS and _LIMIT.search(text) is not None


def is_about_time_left(text: str) -> bool:
    """Whether words beside a clock say that it counts the time that is left."""
    return _LIMIT.search(text[:LONGEST]) is not None


def is_extending(name: str) -> bool:
    """Whether a control, by its name, gives more time."""
    return len(name) <= LONGEST and _EXTENDS.search(name) is not None


def seconds_left(text: str) -> int:
    """The length of time in a text, as on a clock, 09:59, or in words, 2 min 5 s; 0 when there is none."""
    short = text[:LONGEST]
    clock = _CLOCK.search(short)
    if clock:
        return int(clock[1] or 0) * 3600 + int(clock[2]) * 60 + int(clock[3])
    return _amount(short)


def _amount(text: str) -> int:
    return sum(
        int(amount) * (1 if seconds else 60 if minutes else 3600)
        for amount, seconds, minutes, _ in _AMOUNT.findall(text)
    )
