"""The words of dates and times in Swedish, English, German, French, Finnish, Norwegian, Danish and Spanish."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES = ("sv", "en", "de", "fr", "fi", "nb", "da", "es")


def _numbered(names: str) -> dict[str, int]:
    """Each word of each line with the line's number, from 1."""
    return {
        name: number for number, line in enumerate(names.strip().splitlines(), 1) for name in line.split()
    }


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


MONTHS = _numbered("""
    januari january januar janvier enero tammikuu tammikuuta tammikuun jänner
    februari february februar février febrero helmikuu helmikuuta helmikuun
    mars march märz marts marzo maaliskuu maaliskuuta maaliskuun
    april avril abril huhtikuu huhtikuuta huhtikuun
    maj may mai mayo toukokuu toukokuuta toukokuun
    juni june juin junio kesäkuu kesäkuuta kesäkuun
    juli july juillet julio heinäkuu heinäkuuta heinäkuun
    augusti august août agosto elokuu elokuuta elokuun
    september septembre septiembre setiembre syyskuu syyskuuta syyskuun
    oktober october octobre octubre lokakuu lokakuuta lokakuun
    november novembre noviembre marraskuu marraskuuta marraskuun
    december dezember décembre diciembre desember joulukuu joulukuuta joulukuun
""")
"""Months in full; no two languages give one word to different months."""

SHORT_MONTHS = _numbered("""
    jan janv ene
    feb febr fév févr
    mar mrz mär
    apr avr abr
    maj may
    jun juin
    jul juil
    aug ago août
    sep sept
    okt oct
    nov
    dec dez déc dic des
""")
ENGLISH_MONTHS = _set(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)

WEEKDAYS = _numbered("""
    måndag måndagen monday montag lundi maanantai maanantaina mandag mandagen lunes
    tisdag tisdagen tuesday dienstag mardi tiistai tiistaina tirsdag tirsdagen martes
    onsdag onsdagen wednesday mittwoch mercredi keskiviikko keskiviikkona miércoles
    torsdag torsdagen thursday donnerstag jeudi torstai torstaina jueves
    fredag fredagen friday freitag vendredi perjantai perjantaina viernes
    lördag lördagen saturday samstag sonnabend samedi lauantai lauantaina lørdag lørdagen sábado
    söndag söndagen sunday sonntag dimanche sunnuntai sunnuntaina søndag søndagen domingo
""")
SHORT_WEEKDAYS: Mapping[str, Mapping[str, int]] = {
    "sv": _numbered(
        "mån månd må\ntis tisd ti\nons onsd on\ntor tors torsd to\nfre fred fr\nlör lörd lö\nsön sönd sö"
    ),
    "en": _numbered("mon\ntue tues\nwed weds\nthu thur thurs\nfri\nsat\nsun"),
    "de": _numbered("mo\ndi\nmi\ndo\nfr\nsa\nso"),
    "fr": _numbered("lun\nmar\nmer\njeu\nven\nsam\ndim"),
    "fi": _numbered("ma\nti\nke\nto\npe\nla\nsu"),
    "nb": _numbered("man\ntir tirs\nons\ntor tors\nfre\nlør\nsøn"),
    "da": _numbered("man\ntir tirs\nons\ntor tors\nfre\nlør\nsøn"),
    "es": _numbered("lun\nmar\nmié\njue\nvie\nsáb\ndom"),
}
"""Short weekdays, which count only right before a date, and only those of the text's own language."""

ORDINALS = _set("st nd rd th a e er ère ª º")
BEFORE_A_DATE = _set("den the d le el am der dem on du del på of die den dagen")
"""What may stand between a weekday, or a cue, and the day."""
OF = _set("of de d av")
AND = _set("och and und et y og ja &")
TO = _set("till to bis au al til until a à - – — −")
"""What stands between the two ends of a range."""

CLOCK_CUES = _set(
    "kl klockan klokken klo kello at um à from från fra von ab between mellan mellem mellom zwischen de "
    "entre las dès vers"
)
CLEAR_CLOCK_CUES = _set("kl klockan klokken klo kello um")
"""After these a number alone is a time; the others have other uses."""
HOURS_AFTER = _set("uhr h heures heure horas")
FROM = _set("from från fra von between mellan mellem mellom zwischen fr")
"""After these two numbers with a word between them are times: “fra 10 til 16”."""
PER_HOUR_BEFORE = _set("à de las dès vers entre")
"""French and Spanish: before “18 heures” these make it a time and not a length."""
NOON = _set("noon midday midi mediodía")
NOT_MEASURED = _set("kr sek nok dkk eur euro euros procent prosent percent poäng km m kg mb gb kronor")
"""Units that show that “13.50” is no time."""

MINUTES = _set(
    "minut minuter minuters min mins minute minutes minuten minuutti minuuttia minuutin minutter minutters minutt "
    "minutos minuto"
)
HOURS = _set(
    "timme timmar timmars timma tim hour hours hr hrs stunde stunden heure heures tunti tuntia tunnin time timer "
    "timers hora horas"
)
HALF_HOURS = _set("halvtimme halvtimma halvtime")
NUMBERS: Mapping[str, float] = {
    word: value
    for words, value in (
        ("en ett one an a ein eine einer une un yksi una uno et én", 1),
        ("två two zwei deux kaksi to dos", 2),
        ("tre three drei trois kolme tres", 3),
        ("fyra four vier quatre neljä fire cuatro", 4),
        ("fem five fünf cinq viisi cinco", 5),
        ("sex six sechs kuusi seks seis", 6),
        ("sju seven sieben sept seitsemän syv siete", 7),
        ("åtta eight acht huit kahdeksan åtte otte ocho", 8),
        ("nio nine neun neuf yhdeksän ni nueve", 9),
        ("tio ten zehn dix kymmenen ti diez", 10),
        ("elva eleven elf onze", 11),
        ("tolv twelve zwölf douze", 12),
        ("femton fifteen fünfzehn quinze viisitoista femten quince", 15),
        ("tjugo twenty zwanzig vingt tyve", 20),
        ("trettio thirty dreißig trente", 30),
        ("fyrtiofem", 45),
        ("sextio sixty sechzig soixante", 60),
        ("nittio ninety neunzig", 90),
        ("halvannen halvanden anderthalb puolitoista eineinhalb", 1.5),
        ("halv half halbe demi media puoli", 0.5),
    )
    for word in words.split()
}

DEADLINE = _set(
    "senast sista deadline later osa before by until rsvp closing latest "
    "spätestens anmeldeschluss avant tard jusqu limite viimeistään mennessä senest innen inden frist påmeldingsfrist "
    "tilmeldingsfrist antes tardar hasta plazo före innan"
)
"""Words within ``REACH`` before a date that make it a last day; “by” and its like only right before."""
RIGHT_BEFORE = _set("by before until före innan innen inden avant antes hasta bis")
PUBLISHED = _set(
    "publicerad publicerat publicerades uppdaterad uppdaterades ändrad published updated posted modified created "
    "copyright veröffentlicht aktualisiert publié publiée julkaistu päivitetty publisert oppdatert offentliggjort "
    "opdateret publicado actualizado skapad dnr diarienummer ©"
)
EARLIER = _set(
    "förra föregående tidigare fjolårets was previous previously last formerly edellinen forrige sidste dernier"
)
