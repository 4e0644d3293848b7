"""What form fields about the user are called in eight languages, by the word that HTML has for their purpose."""

from __future__ import annotations

from a11ycheck.text.labels import plain

__all__ = ["PURPOSES", "purpose_of", "says_optional", "says_required"]


def _lines(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.strip().splitlines())


PURPOSES: dict[str, frozenset[str]] = {
    "name": _lines("""
        namn
        ditt namn
        för- och efternamn
        förnamn och efternamn
        navn
        ditt navn
        dit navn
        fullt navn
        for- og etternavn
        for- og efternavn
        fornavn og etternavn
        fornavn og efternavn
        nimi
        nimesi
        etu- ja sukunimi
        name
        your name
        full name
        first and last name
        ihr name
        vor- und nachname
        vor- und zuname
        nom et prénom
        prénom et nom
        votre nom
        nombre y apellidos
        nombre y apellido
        nombre completo
        su nombre
        tu nombre
    """),
    "given-name": _lines("""
        förnamn
        fornavn
        etunimi
        first name
        given name
        vorname
        prénom
        nombre
    """),
    "family-name": _lines("""
        efternamn
        etternavn
        efternavn
        sukunimi
        last name
        surname
        family name
        nachname
        familienname
        nom de famille
        apellido
        apellidos
    """),
    "email": _lines("""
        e-post
        epost
        e-postadress
        epostadress
        mejl
        mejladress
        mailadress
        mail
        din e-post
        din e-postadress
        din mejladress
        e-postadresse
        epostadresse
        din e-postadresse
        e-mail
        email
        mailadresse
        e-mailadresse
        din e-mail
        din e-mailadresse
        sähköposti
        sähköpostiosoite
        sähköpostiosoitteesi
        e-mail address
        email address
        your e-mail
        your email
        your email address
        your e-mail address
        e-mail-adresse
        e-mailadresse
        ihre e-mail-adresse
        adresse e-mail
        adresse email
        adresse électronique
        courriel
        adresse de courriel
        votre e-mail
        votre adresse e-mail
        correo electrónico
        correo
        dirección de correo electrónico
        su correo electrónico
        tu correo electrónico
    """),
    "tel": _lines("""
        telefon
        telefonnummer
        mobil
        mobilnummer
        mobiltelefon
        ditt telefonnummer
        mobiltelefonnummer
        dit telefonnummer
        puhelin
        puhelinnumero
        matkapuhelin
        phone
        phone number
        telephone
        telephone number
        mobile
        mobile number
        mobile phone
        cell phone
        your phone number
        telefonnummer
        handynummer
        handy
        ihre telefonnummer
        téléphone
        numéro de téléphone
        téléphone portable
        votre numéro de téléphone
        teléfono
        número de teléfono
        móvil
        teléfono móvil
        su teléfono
    """),
    "organization": _lines("""
        organisation
        din organisation
        företag
        organisation eller förening
        organisasjon
        bedrift
        firma
        virksomhed
        organisaatio
        yritys
        organization
        your organisation
        your organization
        company
        company name
        unternehmen
        entreprise
        société
        organización
        empresa
    """),
    "street-address": _lines("""
        gatuadress
        gateadresse
        katuosoite
        street address
        straße und hausnummer
        strasse und hausnummer
    """),
    "postal-code": _lines("""
        postnummer
        postinumero
        postcode
        postal code
        zip code
        zip
        postleitzahl
        plz
        code postal
        código postal
    """),
    "address-level2": _lines("""
        postort
        poststed
        postitoimipaikka
        wohnort
    """),
}
"""Labels, casefolded and whole, by token of ``autocomplete`` (HTML, “Autofill”; WCAG 2.2, section 7). Only those
that hardly mean anything else: what is asked for about a meeting or someone else is called otherwise or has more
words."""

_BY_LABEL = {label: token for token, labels in PURPOSES.items() for label in labels}

_REQUIRED = (
    *(
        "obligatorisk",
        "måste fyllas i",
        "måste anges",
        "krävs",
        "påkrevd",
        "må fylles ut",
        "påkrævet",
        "skal udfyldes",
    ),
    *(
        "pakollinen",
        "pakolliset",
        "pakollista",
        "required",
        "mandatory",
        "must be filled",
        "erforderlich",
        "pflichtfeld",
    ),
    *(
        "pflichtangabe",
        "obligatoire",
        "requis",
        "obligatorio",
        "requerido",
        "alla fält",
        "all fields",
        "alle felt",
    ),
    *("alle felder", "kaikki kentät", "tous les champs", "todos los campos"),
)
_OPTIONAL = (
    *(
        "valfri",
        "frivillig",
        "om du vill",
        "valgfri",
        "vapaaehtoi",
        "optional",
        "freiwillig",
        "facultati",
        "opcional",
    ),
    *("optionnel", "ei pakollinen"),
)
_MARKS = "*∗＊✱"


def purpose_of(label: str) -> str:
    """The token of ``autocomplete`` for a field with this label; empty when it may be for anything else."""
    text = label[:200].casefold()
    for word in (
        "(obligatoriskt)",
        "(obligatorisk)",
        "(required)",
        "(valfritt)",
        "(optional)",
        "(pakollinen)",
    ):
        text = text.replace(word, " ")
    return _BY_LABEL.get(plain(text), "")


def says_required(text: str) -> bool:
    """Whether a text says, in words or by an asterisk, that something must be filled in."""
    folded = text[:4_000].casefold()
    return any(mark in folded for mark in _MARKS) or any(word in folded for word in _REQUIRED)


def says_optional(text: str) -> bool:
    folded = text[:4_000].casefold()
    return any(word in folded for word in _OPTIONAL)
