"""Words that headings, labels and names are made of, in eight languages: what says nothing by itself, what a format is
called, what stops a sound."""

from __future__ import annotations

__all__ = [
    "is_about_stopping",
    "is_advertisement",
    "is_empty_heading",
    "is_empty_label",
    "is_format",
    "is_untelling_heading",
    "plain",
]

LONGEST = 60
"""Characters of the longest entry and more; nothing longer is looked up."""


def _lines(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.strip().splitlines())


def plain(text: str) -> str:
    """Casefolded, single-spaced, without marks, arrows and numbers around it; empty when longer than ``LONGEST``."""
    joined = " ".join(text[: LONGEST * 4].split())
    first, last = 0, len(joined)
    while first < last and not joined[first].isalpha():
        first += 1
    while last > first and not joined[last - 1].isalpha():
        last -= 1
    return joined[first:last].casefold().replace("’", "'") if last - first <= LONGEST else ""


EMPTY_HEADINGS = _lines("""
    heading
    headline
    header
    subheading
    sub heading
    section heading
    section title
    title
    title here
    your title here
    your heading here
    heading goes here
    add a heading
    add a title
    click to add title
    enter title here
    untitled
    no title
    lorem ipsum
    lorem ipsum dolor sit amet
    placeholder
    rubrik
    rubriken
    underrubrik
    mellanrubrik
    rubrik här
    din rubrik här
    skriv rubrik här
    lägg till rubrik
    klicka här för att lägga till rubrik
    klicka för att lägga till rubrik
    namnlös
    ingen rubrik
    platshållare
    overskrift
    tittel
    tittel her
    uten tittel
    underoverskrift
    overskrift her
    titel
    titel her
    uden titel
    titel hier
    ohne titel
    unbenannt
    überschrift
    zwischenüberschrift
    platzhalter
    otsikko
    alaotsikko
    väliotsikko
    lisää otsikko
    nimetön
    titre
    sous-titre
    sans titre
    votre titre ici
    título
    subtítulo
    encabezado
    sin título
    tu título aquí
""")
"""Headings that programs and templates put there, which say nothing of what follows."""

UNTELLING_HEADINGS = _lines("""
    more
    read more
    learn more
    click here
    here
    mer
    läs mer
    klicka här
    här
    les mer
    klikk her
    her
    mere
    læs mere
    klik her
    lisää
    lue lisää
    klikkaa tästä
    mehr
    mehr lesen
    weiterlesen
    hier klicken
    hier
    plus
    lire la suite
    en savoir plus
    cliquez ici
    ici
    más
    leer más
    haga clic aquí
    aquí
""")
"""Headings that people write and that leave open what follows, where something does."""

EMPTY_LABELS = _lines("""
    field
    form field
    text field
    textfield
    text box
    textbox
    input
    input field
    label
    text
    value
    data
    info
    information
    menu
    button
    item
    element
    option
    untitled
    placeholder
    fält
    formulärfält
    textfält
    textruta
    inmatning
    inmatningsfält
    etikett
    värde
    meny
    knapp
    alternativ
    namnlös
    felt
    tekstfelt
    etikett
    verdi
    meny
    knapp
    tekst
    tekstboks
    værdi
    menu
    kenttä
    tekstikenttä
    syöte
    arvo
    valikko
    painike
    teksti
    tieto
    feld
    textfeld
    eingabe
    eingabefeld
    beschriftung
    wert
    menü
    schaltfläche
    champ
    champ de texte
    saisie
    étiquette
    valeur
    bouton
    texte
    campo
    campo de texto
    entrada
    etiqueta
    valor
    menú
    botón
    texto
    información
""")
"""Labels that name the field itself, another kind of control, or anything at all."""

FORMATS = _lines("""
    pdf
    html
    epub
    rtf
    odt
    ods
    odp
    docx
    word
    xls
    xlsx
    excel
    csv
    ppt
    pptx
    powerpoint
    txt
    mp3
    mp4
    ics
    ical
    plain text
    text version
    web version
    print version
    daisy
    ren text
    textversion
    webbversion
    utskriftsversion
    ren tekst
    nettversjon
    tekstversion
    webversion
    reiner text
    nur text
    druckversion
    pelkkä teksti
    verkkoversio
    tulostusversio
    texte brut
    version imprimable
    version web
    texto sin formato
    versión para imprimir
    versión web
""")
"""What formats are called; a name that is nothing else leaves open what it is that comes in the format."""

ADVERTISEMENTS = _lines("""
    ad
    ads
    advert
    advertisement
    advertisements
    advertising
    sponsored
    sponsor
    annons
    annonser
    annonsering
    reklam
    sponsrat innehåll
    annonse
    reklame
    annonce
    annoncer
    mainos
    mainokset
    mainonta
    werbung
    anzeige
    publicité
    annonce publicitaire
    publicidad
    anuncio
    anuncios
""")

STOPPING = frozenset(
    """
    pause stop mute unmute silence quiet volume sound audio play playing
    pausa pausera stoppa tysta ljud ljudet volym spela uppspelning av/på
    demp stopp lyd lyden volum spill
    stands sluk lydløs
    tauko keskeytä pysäytä mykistä vaimenna ääni äänet äänenvoimakkuus toista
    pausieren anhalten stumm stummschalten ton lautstärke abspielen wiedergabe
    arrêter arrêt couper son muet lecture lire
    pausar detener parar silenciar sonido volumen reproducir
    """.split()
)
"""Words on buttons that pause, stop or silence what is played."""


def is_empty_heading(text: str) -> bool:
    """Whether a heading is nothing but what a template says where a heading is to be."""
    return plain(text) in EMPTY_HEADINGS


def is_untelling_heading(text: str) -> bool:
    return plain(text) in UNTELLING_HEADINGS


def is_empty_label(text: str) -> bool:
    """Whether a label is nothing but a word for a field, for another control, or for anything."""
    return plain(text) in EMPTY_LABELS


def is_format(text: str) -> bool:
    """Whether a text names a file format and nothing else."""
    return " ".join(text[: LONGEST * 4].split()).casefold().strip(" .,:;()[]") in FORMATS


def is_advertisement(text: str) -> bool:
    return plain(text) in ADVERTISEMENTS


def is_about_stopping(text: str) -> bool:
    """Whether a button's name has a word for pausing, stopping or silencing, or for playing, which pauses as well."""
    return not STOPPING.isdisjoint(text.casefold().split())
