"""Instructions that go by what is seen: “click the green button”, ”tryck på knappen till höger”, in eight languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["OBJECTS", "is_named", "object_of", "sees"]

LONGEST = 1_000


def _any(words: str) -> str:
    return "|".join(re.escape(word.replace("_", " ")) for word in words.split())


_TELLS = re.compile(
    r"\b(?:"
    + _any("""
        click press tap choose select find use see look push hit open follow go_to fill_in
        klicka tryck välj hitta använd se_på titta följ gå_till fyll_i leta öppna använder hittar
        klikk trykk velg finn bruk følg gå_til fyll_ut åpne
        klik tryk vælg find brug åbn
        klikkaa paina valitse etsi käytä katso avaa seuraa löydät
        klicken klicke drücken drücke wählen wähle finden benutzen nutzen sehen öffnen folgen
        cliquez cliquer appuyez choisissez sélectionnez trouvez utilisez regardez ouvrez suivez
        haga_clic haz_clic pulse pulsa elija elige seleccione selecciona busque busca use usa mire mira abra abre
    """)
    + r")\b",
    re.IGNORECASE,
)
_PLACE = _any("""
    on_the_right on_the_left to_the_right to_the_left at_the_right at_the_left right-hand left-hand
    on_your_right on_your_left top_right top_left bottom_right bottom_left upper_right upper_left
    lower_right lower_left in_the_corner in_the_right in_the_left underneath
    till_höger till_vänster på_höger på_vänster högerkanten vänsterkanten högra vänstra i_hörnet
    til_høyre til_venstre på_høyre på_venstre høyre_side venstre_side i_hjørnet
    til_højre på_højre højre_side
    oikealla vasemmalla oikealta vasemmalta oikeassa vasemmassa kulmassa
    rechts links_oben links_unten auf_der_linken_seite auf_der_rechten_seite in_der_ecke
    à_droite à_gauche sur_la_droite sur_la_gauche dans_le_coin
    a_la_derecha a_la_izquierda en_la_esquina
""")
_LOOKS = _any("""
    red green blue yellow orange purple pink grey gray black white round circular square triangular rectangular oval
    röda gröna blåa blå gula orangea lila rosa gråa grå svarta vita runda fyrkantiga kvadratiska trekantiga ovala
    røde grønne gule svarte hvite runde firkantede trekantede firkantet trekantet sorte grå_knappen
    punaista vihreää sinistä keltaista harmaata mustaa valkoista pyöreää neliön punainen vihreä sininen keltainen
    rote roten grüne grünen blaue blauen gelbe gelben graue grauen schwarze runde runden eckige
    rouge vert verte bleu bleue jaune gris grise noir noire rond ronde carré carrée
    rojo roja verde azul amarillo amarilla gris negro negra redondo redonda cuadrado cuadrada
""")
_SHAPES = _any("""
    star circle triangle square rectangle arrow
    stjärnan cirkeln triangeln fyrkanten kvadraten pilen
    stjernen sirkelen trekanten firkanten cirklen
    tähden ympyrän kolmion neliön nuolen
    den_stern dem_stern den_kreis dem_kreis das_dreieck das_viereck
    l'étoile le_cercle le_triangle le_carré la_flèche
    la_estrella el_círculo el_triángulo el_cuadrado la_flecha
""")
_SEEN = re.compile(
    rf"\b(?:{_PLACE})\b|\b(?:the |den |det |le |la |el |die |der |das )?({_LOOKS})\b", re.IGNORECASE
)
_WHERE = re.compile(rf"\b({_PLACE})\b", re.IGNORECASE)
_BY_A_SHAPE = re.compile(
    rf"\b(?:under|underneath|beside|next to|below|on|in|inside|bredvid|på|i|ved siden av|ved siden af|vieressä|alla|"
    rf"neben|unter|auf|sous|sur|debajo de|junto a|en)\s(?:the\s)?({_SHAPES})\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"[“”\"«»„‘’']\s?\w|\b(?:labell?ed|named|called|titled|marked|som heter|märkt|med texten|kallad|som heiter|merket|"
    r"der hedder|mærket|nimeltä|jossa lukee|namens|mit der "
    r"aufschrift|beschriftet|intitulée?|nommée?|appelée?|llamad[oa]|titulad[oa])\b",
    re.IGNORECASE,
)

OBJECTS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        role: re.compile(rf"\b(?:{_any(words)})\b", re.IGNORECASE)
        for role, words in {
            "button": """
                button buttons knapp knappen knappar knapperne knappene knap painike painiketta nappi nappia
                schaltfläche knopf button-element bouton boutons botón botones
            """,
            "link": "link links länk länken länkar lenke lenken lenker linket linkki linkkiä lien liens enlace enlaces",
            "navigation": """
                navigation navigationen menu menus meny menyn menyen menuen valikko valikkoa valikosta navigering
                navigeringen menü navigationsmenü navegación menú
            """,
            "textbox": "field fields fält fältet felt feltet kenttä kenttää feld felder champ champs campo campos",
            "form": "form formulär formuläret skjema skjemaet formular formularen lomake lomaketta formulaire "
            "formulario",
        }.items()
    }
)
"""Words for parts of a page that instructions point to, by the role of the part."""


def sees(text: str) -> str | None:
    """The words of an instruction that go by place, colour or shape; None when it is no instruction or has none."""
    text = text[:LONGEST]
    if not _TELLS.search(text):
        return None
    place = _WHERE.search(text)
    if place:
        return place[1]
    shape = _BY_A_SHAPE.search(text)
    if shape:
        return shape[1]
    # A colour or a shape counts where it stands by the word for a part of the page: “the green button”.
    for look in _SEEN.finditer(text):
        beside = text[max(0, look.start() - 25) : look.end() + 25]
        if look[1] and any(pattern.search(beside) for pattern in OBJECTS.values()):
            return look[1]
    return None


def is_named(text: str) -> bool:
    """Whether an instruction also says what the thing is called."""
    return _NAMED.search(text[:LONGEST]) is not None


def object_of(text: str) -> str | None:
    """The role of the part of a page that an instruction points to; None when it names none."""
    first = min(
        (
            (found.start(), role)
            for role, pattern in OBJECTS.items()
            if (found := pattern.search(text[:LONGEST]))
        ),
        default=None,
    )
    return first[1] if first else None
