"""Texts that say nothing to a person: generic link texts, file names, bare addresses."""

from __future__ import annotations

import re

from a11ycheck.text.language import primary

__all__ = [
    "GENERIC_LINK_TEXTS",
    "is_address",
    "is_bare_address",
    "is_file_name",
    "is_generic_link_text",
    "is_placeholder_title",
]


def _lines(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.strip().splitlines())


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GENERIC_LINK_TEXTS: dict[str, frozenset[str]] = {
    "sv": _lines("""
        läs mer
        läs mer här
        läs mer om detta
        läs mer om det här
        läs mer på sidan
        läs hela
        läs vidare
        klicka här
        klicka
        klicka på länken
        tryck här
        här
        här kan du läsa mer
        mer
        mer info
        mer information
        mer information här
        se mer
        visa mer
        se här
        till sidan
        gå till sidan
        besök sidan
        klicka här för att läsa mer
        klicka här för mer information
        för mer information
        öppna länken
        länk
        länken
        den här länken
        denna länk
        via denna länk
        följ länken
        fortsätt
        gå vidare
        gå hit
        ladda ner
        ladda ned
        ladda ner här
        ladda ned här
        hämta
        hämta här
        öppna
        dokument
        dokumentet
        fil
        filen
        sida
        sidan
        den här sidan
        webbplats
        webbplatsen
        detaljer
        detta
    """),
    "no": _lines("""
        les mer
        les meir
        les mer her
        les meir her
        les hele saken
        trykk her for å lese mer
        klikk her for å lese mer
        klikk her
        klikk
        klikk på lenken
        trykk her
        her
        mer
        meir
        mer info
        mer informasjon
        meir informasjon
        se mer
        sjå meir
        vis mer
        se her
        lenke
        lenken
        denne lenken
        følg lenken
        fortsett
        gå videre
        gå hit
        last ned
        last ned her
        åpne
        dokument
        dokumentet
        fil
        side
        siden
        nettsted
        nettside
        detaljer
    """),
    "da": _lines("""
        læs mere
        læs mere her
        læs videre
        læs det hele
        klik her for at læse mere
        gå til siden
        klik her
        klik
        klik på linket
        tryk her
        her
        mere
        mere info
        mere information
        se mere
        vis mere
        se her
        linket
        dette link
        følg linket
        fortsæt
        gå videre
        hent
        hent her
        åbn
        dokument
        dokumentet
        fil
        side
        siden
        hjemmeside
        websted
        detaljer
    """),
    "fi": _lines("""
        lue lisää
        lue lisää täältä
        lue lisää tästä
        lue koko juttu
        siirry sivulle
        lisätietoja täältä
        täältä lisää
        klikkaa
        klikkaa tästä
        klikkaa tätä
        paina tästä
        tästä
        täältä
        täällä
        tässä
        tänne
        lisää
        lisää tietoa
        lisätietoa
        lisätietoja
        lisätiedot
        katso lisää
        katso tästä
        näytä lisää
        linkki
        linkistä
        tämä linkki
        tästä linkistä
        jatka
        lataa
        lataa tästä
        avaa
        tiedosto
        dokumentti
        sivu
        verkkosivu
    """),
    "en": _lines("""
        read more
        read more here
        read on
        learn more
        find out more
        click here
        click
        click this
        click this link
        click on this link
        click the link
        tap here
        press here
        read this
        read here
        read the full story
        see this
        visit
        visit page
        visit site
        visit website
        go to page
        link here
        click here for more
        click here to read more
        click here for more information
        for more information
        more about this
        here
        right here
        more
        more here
        more info
        more information
        see more
        view more
        show more
        see here
        details
        more details
        link
        the link
        this link
        follow this link
        this
        this page
        this document
        this file
        continue
        go
        go here
        download
        download here
        open
        view
        document
        file
        pdf
        page
        website
        info
        information
    """),
    "de": _lines("""
        mehr
        mehr lesen
        weiterlesen
        mehr erfahren
        mehr dazu
        mehr infos
        mehr informationen
        weitere informationen
        weitere infos
        hier lesen
        hier weiterlesen
        hier mehr lesen
        hier geht es weiter
        hier geht's weiter
        zur seite
        zur website
        jetzt lesen
        mehr anzeigen
        klicken sie hier für mehr informationen
        hier
        hier klicken
        klicken sie hier
        bitte hier klicken
        klick hier
        klicke hier
        siehe hier
        dieser link
        diesen link
        zum link
        weiter
        herunterladen
        hier herunterladen
        öffnen
        anzeigen
        dokument
        datei
        seite
        diese seite
        webseite
        einzelheiten
    """),
    "fr": _lines("""
        lire la suite
        lire plus
        en savoir plus
        savoir plus
        plus
        plus d'infos
        plus d'informations
        voir plus
        voir ici
        cliquez ici
        cliquer ici
        cliquez
        ici
        lire ici
        cliquez ici pour en savoir plus
        pour en savoir plus
        plus d'info
        voir la page
        voir le site
        accéder au site
        consulter
        lien
        le lien
        ce lien
        suite
        la suite
        continuer
        suivant
        télécharger
        télécharger ici
        ouvrir
        fichier
        cette page
        site
        site web
        détails
    """),
    "es": _lines("""
        leer más
        lee más
        más
        más info
        más información
        saber más
        ver más
        ver aquí
        haga clic aquí
        haz clic aquí
        haga clic
        clic aquí
        pulse aquí
        pincha aquí
        aquí
        leer aquí
        seguir leyendo
        haga clic aquí para más información
        para más información
        ver página
        ir a la página
        visitar sitio
        enlace
        este enlace
        el enlace
        continuar
        descargar
        descargar aquí
        abrir
        documento
        archivo
        esta página
        página
        sitio web
        detalles
    """),
}
"""Link texts that say nothing about where the link leads, casefolded, by language ("no" for both Norwegian
languages). Only what is empty in itself is here: “register here” says what happens, “here” does not."""

_EVERY_LANGUAGE = frozenset[str]().union(*GENERIC_LINK_TEXTS.values())
_PHRASES = frozenset(text for text in _EVERY_LANGUAGE if " " in text)
"""Of several words, which hardly mean anything else in another language."""
_LONGEST_GENERIC = max(map(len, _EVERY_LANGUAGE))


def is_generic_link_text(text: str, language: str | None) -> bool:
    """Whether a link text is generic in its language, or in English, which people mix into every language.

    Case, spaces, arrows (“Läs mer »”) and marks around the words do not count. With an unknown language, or
    one without a list here, all languages are tried; so are they for a text of several words, since the language
    may be declared wrong.
    """
    plain = _plain(text)
    key = primary(language or "")
    own = GENERIC_LINK_TEXTS.get("no" if key in ("nb", "nn") else key, _EVERY_LANGUAGE)
    return plain in own or plain in GENERIC_LINK_TEXTS["en"] or plain in _PHRASES


def _plain(text: str) -> str:
    """Casefolded, single-spaced, without marks around it; empty if it is too long to be generic."""
    joined = " ".join(text.split())
    first, last = 0, len(joined)
    while first < last and not joined[first].isalnum():
        first += 1
    while last > first and not joined[last - 1].isalnum():
        last -= 1
    return joined[first:last].casefold().replace("’", "'") if last - first <= _LONGEST_GENERIC else ""


_SUFFIXES = (
    "jpe?g|png|gif|bmp|tiff?|webp|svg|heic|avif|ico|eps|psd|ai|emf|wmf|pdf|docx?|docm|dotx|odt|rtf|txt|md|pptx?|pptm|"
    "ppsx?|odp|key|xlsx?|xlsm|ods|csv|html?|xml|json|ics|eml|msg|zip|mp3|m4a|wav|ogg|mp4|m4v|mov|avi|mkv|webm|wmv|"
    "vtt|srt"
)
_CAMERA = "img|image|dsc[nf]?|pict?|mvi|gopr|dji|pxl|mov|scan|skanning|foto|photo"
_NUMBERED = (
    "picture|image|graphic|photo|picture placeholder|bild|bildobjekt|bildplatzhalter|platshållare för bild|"
    "platshållare för innehåll|content placeholder|grafik|foto|bilde|billede|kuva|imagen|untitled|namnlös"
)
_SCREEN = (
    "screen ?shot|skärmbild|skärmavbild|skärmklipp|skjermbilde|skærmbillede|skærmklip|näyttökuva|"
    "kuvakaappaus|bildschirmfoto|bildschirmaufnahme|capture d['’]écran|captura de pantalla|"
    "whatsapp image|whatsapp-bild"
)
_BEFORE_THE_CLOCK = "at|kl|klo|um|à|a las|den|am|pm"


def _spaced(alternatives: str) -> str:
    """The alternatives with their spaces kept in a verbose pattern."""
    return alternatives.replace(" ", r"\ ")


_FILE_NAME = re.compile(
    rf"""
      [^\n<>"|?*]{{1,200}} \. (?:{_SUFFIXES})                            # dagordning 24 maj.pdf
    | (?:{_CAMERA}) [ _-]? [(]? \d{{1,14}} [)]? (?:[ _-]\d{{1,9}}){{0,3}}    # IMG_2041, DSC00012
    | p\d{{6,8}} | \d{{3}}[_-]\d{{4}} | (?:img|pxl|vid|wp)?[_-]?20\d{{6}}[_-](?:wa)?\d{{4,9}}
    | (?:{_spaced(_NUMBERED)}) [ _-]? [(]? \d{{1,4}} [)]?                         # Bildobjekt 4
    | (?:document|dokument|presentation|book|bok|worksheet) \d{{1,3}}      # Dokument1, not “Dokument 1”
    | (?:{_spaced(_SCREEN)}) (?:[ ,._:()-]{{1,3}}(?:\d{{1,8}}|{_spaced(_BEFORE_THE_CLOCK)})){{1,12}} [.)]?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_HASH = re.compile(r"[0-9a-f]{12,128}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,200}")
_TURN = re.compile(r"[A-Za-z](?=[0-9])|[0-9](?=[A-Za-z])")
_TURNS_OF_A_TOKEN = 5
_LONGEST_NAME = 255
_WORDS_OF_A_NAME = 8


def is_file_name(text: str) -> bool:
    """Whether a whole text is a file name, or a name that a camera, a program or a computer made up.

    “IMG_2041.jpeg”, “dagordning 24 maj.pdf”, “Bild 2”, “Screenshot (5)”, “f72481a0916a9b90”.
    """
    name = " ".join(text.split())
    if not name or len(name) > _LONGEST_NAME or name.count(" ") >= _WORDS_OF_A_NAME:
        return False
    if _FILE_NAME.fullmatch(name):
        return not is_bare_address(name)
    if _HASH.fullmatch(name):
        return not name.isalpha() and not name.isdecimal()
    return bool(_TOKEN.fullmatch(name)) and len(_TURN.findall(name)) >= _TURNS_OF_A_TOKEN


_PLACEHOLDERS = frozenset(
    {
        "document",
        "dokument",
        "no title",
        "namnlös",
        "namnlöst dokument",
        "new page",
        "ny sida",
        "sida utan rubrik",
        "untitled page",
        "powerpoint presentation",
        "powerpoint-presentation",
        "presentation",
        "presentation title",
        "presentationsrubrik",
        "rubrik",
        "slide",
        "title",
        "titel",
        "untitled",
        "untitled document",
        "word document",
    }
)
"""Titles that programs put there when nobody has written one, casefolded and without a number behind."""

_PUT_BEFORE = ("microsoft word - ", "microsoft powerpoint - ", "microsoft excel - ")
"""What printing to PDF from Office puts before the file name."""


def is_placeholder_title(text: str) -> bool:
    """Whether a title is what a program puts there when nobody has written one: “Untitled”, “Dokument 2”."""
    folded = " ".join(text.split()).casefold()
    return folded.startswith(_PUT_BEFORE) or folded.rstrip(" -_.()0123456789") in _PLACEHOLDERS


_DOMAIN = r"(?:[^\W_][\w-]{0,62}\.){1,8}[^\W\d_]{2,24}"
_WITH_PATH = re.compile(rf"{_DOMAIN}(?::\d{{1,5}})?[/?#]\S+")
_DOMAIN_ALONE = re.compile(_DOMAIN)
_MAIL = re.compile(rf"(?:mailto:)?[\w.!#$%&'*+/=?^`{{|}}~-]{{1,64}}@{_DOMAIN}", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,20}://\S", re.IGNORECASE)
_TOP_DOMAINS = _words(
    "se nu no dk fi ax is fo gl de at ch fr be nl lu es pt it uk ie eu pl ee lv lt us ca com org net int edu "
    "gov mil info biz io app dev me tv zoom events museum"
)
_AROUND = "\"'“”„‘’‚«»‹›()[]{}<>*.,;:!?…"


def is_bare_address(text: str) -> bool:
    """Whether a whole text is a web address that is tiresome to hear: with scheme, “www.” or a path.

    A mail address and a short domain name such as “mucf.se” read well aloud and do not count.
    """
    address = text.strip().strip(_AROUND)
    if not address or len(address.split()) != 1:
        return False
    return bool(_SCHEME.match(address) or address[:4].casefold() == "www." or _WITH_PATH.fullmatch(address))


def is_address(token: str) -> bool:
    """Whether one token of a text is a web or mail address of any length, and so no word."""
    if is_bare_address(token):
        return True
    address = token.strip(_AROUND).rstrip("/")
    if _MAIL.fullmatch(address):
        return True
    return bool(_DOMAIN_ALONE.fullmatch(address)) and address.rpartition(".")[2].casefold() in _TOP_DOMAINS
