"""What pages say about what has just been done on them, in eight languages: “3 results”, ”Tack för din anmälan”."""

from __future__ import annotations

import re

from a11ycheck.text.errors import is_error

__all__ = ["is_status"]

LONGEST = 160

_NUMBER = r"(?:\d{1,6}|no|zero|inga|inget|ingen|ingenting|noll|ei|keine?|aucune?|ningún|ninguna|sin)"
_FOUND = (
    r"results?|hits?|match(?:es)?|search results?|träff(?:ar)?|sökträff(?:ar)?|resultat|sökresultat|treff|"
    r"søketreff|"
    r"resultater|søgeresultater|tulosta|tuloksia|hakutulosta|osumaa|osumia|treffer|ergebnis(?:se)?|"
    r"suchergebnisse|"
    r"résultats?|resultados?|coincidencias"
)
_RESULT = re.compile(
    rf"^(?:\w{{1,20}}\s){{0,3}}{_NUMBER}\s(?:\w{{1,20}}\s)?(?:{_FOUND})\b"
    rf"|^(?:{_FOUND}):\s?\d"
    r"|^(?:showing|visar|viser|näytetään|angezeigt|affichage|mostrando)\s\d{1,6}\s?(?:of|av|af|/|von|sur|"
    r"de|–|-|till|to|til)\s?\d"
    r"|^nothing (?:was )?found\b|^no \w{1,20} (?:were |was )?found\b|^(?:inget|inga|ingenting|"
    r"ingen)\s(?:\w{1,20}\s)?hittades\b"
    r"|^(?:vi )?hittade (?:inga|inget|ingenting|\d)|^(?:vi )?(?:fant|fandt) ingen|^ei löytynyt|"
    r"^nichts gefunden|^no se encontr",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"(?:thank you|thanks|tack|takk|tak|kiitos|danke|vielen dank|merci|gracias)(?:[.,!]|\s(?:for|so|för|"
    r"så|for|fra|für|pour|"
    r"por|ilmoittautumisesta|viestistäsi|ska|skal|du)\b)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:has|have) been (?:sent|saved|added|removed|copied|received|updated|registered|submitted|booked)\b"
    r"|\b(?:is|are) (?:now )?(?:sent|saved|added|removed|copied|received|registered|submitted|booked)\b"
    r"|\byou (?:are|have) (?:now )?(?:signed up|registered|subscribed)\b"
    r"|\bsuccessfully\b|^(?:sent|saved|added|removed|copied|updated|done)\b.{0,40}[.!]?$"
    r"|\b(?:har|är|blev) (?:nu )?(?:skickats|skickat|skickad|sparats|sparat|sparad|lagts till|lagt till|"
    r"tillagd|tagits bort|"
    r"borttagen|kopierats|kopierat|kopierad|mottagits|mottagen|tagit emot|registrerats|registrerad|"
    r"uppdaterats|uppdaterad|"
    r"bokats|bokad|anmäld)\b"
    r"|^(?:skickat|skickad|sparat|sparad|tillagd|tillagt|borttagen|kopierat|kopierad|klart|uppdaterat|"
    r"uppdaterad)\b.{0,40}[.!]?$"
    r"|\b(?:er|ble|har) (?:nå )?(?:sendt|lagret|lagt til|fjernet|kopiert|mottatt|registrert|oppdatert|"
    r"påmeldt)\b"
    r"|\b(?:er|blev) (?:nu )?(?:sendt|gemt|tilføjet|fjernet|kopieret|modtaget|registreret|opdateret|"
    r"tilmeldt)\b"
    r"|\bon (?:lähetetty|tallennettu|lisätty|poistettu|kopioitu|vastaanotettu|päivitetty)\b"
    r"|\bwurde (?:\w{1,20} )?(?:gesendet|gespeichert|hinzugefügt|entfernt|kopiert|empfangen|aktualisiert)\b"
    r"|\ba (?:bien )?été (?:envoyée?|enregistrée?|ajoutée?|supprimée?|copiée?|reçue?)\b"
    r"|\b(?:se ha|ha sido|hemos) (?:enviado|guardado|añadido|eliminado|copiado|recibido|actualizado)\b",
    re.IGNORECASE,
)


def is_status(text: str, *, of_a_form: bool) -> bool:
    """Whether a text that has just been shown reads as what came of an action: how much was found, that something was
    sent, saved, added or the like, or, where a form was to be sent, that something in it is wrong."""
    short = " ".join(text[: LONGEST + 1].split())
    if not short or len(short) > LONGEST:
        return False
    if _RESULT.search(short) or _THANKS.match(short) or _DONE.search(short):
        return True
    return of_a_form and is_error(short)
