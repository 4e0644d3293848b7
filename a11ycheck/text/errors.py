"""What error messages in forms say: words for “something is wrong” that do not say what, in eight languages."""

from __future__ import annotations

import re

__all__ = ["is_error", "says_nothing"]

LONGEST = 400

_SAYS_NOTHING = frozenset(
    """
    a an and again all any are as at be been check completed complete correct correctly could data enter entered entry
    error errors field fields fill filled following for form found has have highlighted in incorrect input invalid is it
    item items mark marked no not of on one ok oops or our out please problem problems properly provide red
    required right some something sorry submit submission text that the there this to try unsuccessful validation valid
    value values was we were with wrong you your
    alla att av behöver de den det detta dessa du eller en ett fel felaktig felaktiga felaktigt felen fyll fylla fyllt
    följande för formulär formuläret formatet fält fältet fälten gick har i ifyllt igen in inmatning inmatningen inte
    innehåller kontrollera korrekt kunde med måste nedan något någon obligatoriskt och ogiltig ogiltiga ogiltigt på rätt
    rätta röda röd skickas skicka som till tyvärr uppgift uppgifter uppgiften uppstod var vänligen värde värdet
    värden är
    feil feltet felt felter fylle fyll ut verdi verdien ugyldig ikke riktig korrekt skjemaet skjema vennligst prøv igjen
    noe gikk galt og på nytt må
    fejl feltet udfyld udfyldt værdi værdien ugyldigt ikke korrekt venligst prøv igen noget gik galt formularen
    virhe virheellinen virheellisiä kenttä kentät kentän arvo täytä tarkista ole hyvä yritä uudelleen lomake oikein ei
    kelpaa jokin meni pieleen
    bitte das der die dieses feld felder fehler fehlerhaft ungültig ungültige ungültiger wert eingabe eingaben füllen
    aus korrekt richtig prüfen überprüfen sie ihre ist nicht erneut versuchen etwas formular
    ce cet cette ces champ champs correctement corriger erreur erreurs est formulaire incorrect incorrecte invalide
    invalides le la les saisie saisir une un valeur valeurs vérifier vérifiez veuillez votre vos réessayez remplir
    remplissez n'est pas valide
    campo campos correctamente corrija error errores es el este formulario favor incorrecto incorrectos intente
    inténtelo inválido inválida los nuevo no por rellene revise un una valor valores válido
    """.split()
)

_ERROR = re.compile(
    r"\b(?:invalid|incorrect|wrong|not valid|error|errors|cannot be empty|can't be empty|must be|must "
    r"not|please\s(?:fill|enter|correct|complete|check)|is required|missing|"
    r"ogiltigt?|felaktigt?|fel|saknas|måste|fyll\si|får\sinte\svara\stomt?|"
    r"ugyldig|feil|mangler|må|fylle?\sut|ugyldigt|fejl|skal|udfyld|"
    r"virhe|virheellinen|puuttuu|täytä|pakollinen|"
    r"ungültige?r?|fehler|fehlt|bitte|muss|"
    r"invalide|incorrecte?|erreur|veuillez|manquante?|obligatoire|"
    r"inválid[oa]|incorrect[oa]|falta|rellene|obligatorio|debe)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def is_error(text: str) -> bool:
    """Whether a text reads as a message that something in a form is wrong or missing."""
    return len(text) <= LONGEST and _ERROR.search(text) is not None


def says_nothing(text: str, labels: str = "") -> bool:
    """Whether an error message says neither what is wrong nor what to do, other than to do it right.

    ``labels``: the names of the form's fields, which say where and not what.
    """
    known = _SAYS_NOTHING | set(_WORD.findall(labels.casefold()))
    found = _WORD.findall(text[:LONGEST].casefold().replace("’", "'"))
    return bool(found) and all(word in known for word in found)
