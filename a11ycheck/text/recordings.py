"""What people write about recordings in eight languages: that there is a described, signed or captioned version or a
transcript, or that there is none yet; that something can be heard or watched; names that players have by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from a11ycheck.text.labels import plain

__all__ = [
    "CAPTIONED",
    "DESCRIBED",
    "KINDS",
    "SIGNED",
    "TRANSCRIPT",
    "is_player_name",
    "is_spoken",
    "mentions",
    "names_medium",
    "names_nothing",
    "offered",
    "telling_words",
]

DESCRIBED, SIGNED, CAPTIONED, TRANSCRIPT = "described", "signed", "captioned", "transcript"
KINDS = (DESCRIBED, SIGNED, CAPTIONED, TRANSCRIPT)
LONGEST = 2_000


class Terms(NamedTuple):
    """Beginnings of words and phrases in one language: what versions are called (“utskrift$” is the whole word),
    what denies them in the same clause, and what puts them off in the same sentence."""

    versions: dict[str, str]
    denying: str
    later: str


TERMS: dict[str, Terms] = {
    "sv": Terms(
        {
            DESCRIBED: "syntolk",
            SIGNED: "teckenspråk|teckentolk",
            CAPTIONED: "textad|textat$|textning|undertext",
            TRANSCRIPT: "transkri|talet som text|filmen som text|det som sägs|textversion"
            "|utskrift(?:en)?$(?! av (?:sid|bild))",
        },
        "inte$|ej$|icke$|ingen$|inget$|inga$|utan$|sakna|varken$",
        "kommer|inom kort$|snart$|senare$|ännu$|på gång$|under arbete$|inte klar|beställ|på begäran$",
    ),
    "en": Terms(
        {
            DESCRIBED: "audio[ -]?descri|described (?:version|video|audio|film|recording)|description track",
            SIGNED: "sign(?:ed)?[ -]languag|signed version|bsl$|asl$|with signing",
            CAPTIONED: "caption|subtitle",
            TRANSCRIPT: "transcript|text version|text alternative",
        },
        "not$|no$|without$|lacks?$|missing$|isn['’]t$|aren['’]t$|hasn['’]t$|don['’]t$|doesn['’]t$|unavailable$|nor$",
        "soon$|later$|will be|not yet|yet to|pending$|upcoming$|on request$|in progress$|not available",
    ),
    "de": Terms(
        {
            DESCRIBED: "audiodeskripti|audio-deskripti|hörfassung|hörfilm",
            SIGNED: "gebärden|dgs$",
            CAPTIONED: "untertitel",
            TRANSCRIPT: "transkri|textfassung|textversion|niederschrift|mitschrift|wortlaut",
        },
        "nicht$|kein|ohne$|fehlt|fehlen",
        "demnächst$|bald$|folgt$|folgen$|in kürze$|später$|noch nicht|in arbeit$|auf anfrage$",
    ),
    "fr": Terms(
        {
            DESCRIBED: "audiodescri|audio-descri|audiodécri|audio-décri|audio description",
            SIGNED: "langue des signes|lsf$|version signée",
            CAPTIONED: "sous-titr|sous titr",
            TRANSCRIPT: "transcription|retranscription|transcrit|version texte|version textuelle",
        },
        "pas$|sans$|aucun|non$|manque",
        "bientôt$|prochainement$|à venir$|plus tard$|en cours$|sur demande$|pas encore$",
    ),
    "fi": Terms(
        {
            DESCRIBED: "kuvailutulk",
            SIGNED: "viittoma|viitottu",
            CAPTIONED: "tekstitet|tekstity",
            TRANSCRIPT: "tekstivastine|litteroi|tekstiversio|transkri|puhe tekstinä",
        },
        r"ei$|eivät$|ilman$|puuttu|\w{3,20}(?:maton|mätön|mattom|mättöm)",
        "tulossa$|pian$|myöhemmin$|ei vielä$|tulee$|pyynnöstä$",
    ),
    "nb": Terms(
        {
            DESCRIBED: "synstolk|lydbeskriv",
            SIGNED: "tegnspråk|teiknspråk",
            CAPTIONED: "tekstet$|tekstede$|teksta$|teksting|undertekst",
            TRANSCRIPT: "transkri|avskrift|tekstversjon|utskrift$(?! av (?:sid|bild))",
        },
        "ikke$|ikkje$|ingen$|uten$|utan$|mangl",
        "kommer|kjem$|snart$|senere$|seinare$|ennå$|under arbeid$|på forespørsel$",
    ),
    "da": Terms(
        {
            DESCRIBED: "synstolk|lydbeskriv",
            SIGNED: "tegnsprog|tegntolk",
            CAPTIONED: "tekstet$|tekstede$|tekstning|undertekst",
            TRANSCRIPT: "transskri|transkri|tekstversion|udskrift$(?! af (?:sid|bille))",
        },
        "ikke$|ingen$|uden$|mangl",
        "kommer|snart$|senere$|endnu$|på vej$|efter anmodning$",
    ),
    "es": Terms(
        {
            DESCRIBED: "audiodescri|audio descri",
            SIGNED: "lengua de signos|lengua de señas|lengua de signo|lse$|versión signada",
            CAPTIONED: "subtitul|subtítul",
            TRANSCRIPT: "transcripci|transcrit|transcrito|versión en texto|versión de texto",
        },
        "no$|sin$|ningun|ningún|falta|tampoco$",
        "próximamente$|pronto$|más tarde$|en breve$|todavía no$|aún no$|bajo petición$",
    ),
}

SENTENCE_ENDS = re.compile(r"[.!?;\n]+(?:\s|$)|\n")
CLAUSE_ENDS = re.compile(
    r"[,()\[\]]|\s[–—-]\s|\s(?:men|utan även|but|aber|mais|mutta|pero)\s"
    r"|\s(?:och|and|und|et|ja|og|y)\s(?=(?:med|with|mit|avec|con)\s)"
)


def _begins_word(beginnings: str) -> re.Pattern[str]:
    """A pattern for words that begin so; one that ends in “$” is a whole word."""
    return re.compile(r"(?<!\w)(?:" + beginnings.replace("$", r"(?!\w)") + ")")


class _Patterns(NamedTuple):
    versions: dict[str, re.Pattern[str]]
    denying: re.Pattern[str]
    later: re.Pattern[str]


_PATTERNS = tuple(
    _Patterns(
        {kind: _begins_word(words) for kind, words in terms.versions.items()},
        _begins_word(terms.denying),
        _begins_word(terms.later),
    )
    for terms in TERMS.values()
)


def offered(*texts: str) -> frozenset[str]:
    """The kinds of version, of ``KINDS``, that the texts say are there: named somewhere, and denied nowhere."""
    said: set[str] = set()
    denied: set[str] = set()
    for text in texts:
        for kind, is_there in _said(text):
            (said if is_there else denied).add(kind)
    return frozenset(said - denied)


def mentions(text: str) -> frozenset[str]:
    """The kinds of version that a text speaks of, also where it says that there is none."""
    return frozenset(kind for kind, _ in _said(text))


def _said(text: str) -> Iterator[tuple[str, bool]]:
    for sentence in SENTENCE_ENDS.split(text[:LONGEST].casefold()):
        for clause in CLAUSE_ENDS.split(sentence):
            for patterns in _PATTERNS:
                for kind, pattern in patterns.versions.items():
                    if pattern.search(clause):
                        wrong = patterns.denying.search(clause) or patterns.later.search(sentence)
                        yield kind, wrong is None


MEDIUM = _begins_word(
    "vide|film|inspelning|ljud|lyssna|hör |höra|titta|spela|podd|podcast|audio|sound|listen|hear|heard|watch|record|"
    "clip|klipp|animation|movie|play|aufnahme|aufzeichnung|hören|anhören|ansehen|anschauen|abspiel|ton$|tonaufn"
    "|enregistrement|écoute|regarde|vidéo|son$|bande son|tallen|katso|kuuntel|kuule|ääni|äänite|elokuv"
    "|opptak|lyd|lytt|hør|se på|optag|grabaci|escuch|ver el|mira|vídeo|sonido|película|youtube|vimeo"
)
"""Beginnings of words by which a text says that it can be heard or watched."""
SPEECH = _begins_word(
    "speech|talk|spoken|interview|lecture|podcast|conversation|discussion|debate|recording of the (?:meeting|webinar)"
    "|tal$|talet$|tal av|föredrag|föreläsning|intervju|samtal|podd|debatt|mötesinspelning|inspelning av mötet"
    "|rede$|rede von|vortrag|gespräch|discours|entretien|conférence|puhe|haastattelu|luento|keskustelu|foredrag|"
    "tale$|talen$|intervju|interviu|discurso|entrevista|conferencia|charla"
)
"""Beginnings of words by which a text says that what is heard is speech."""


def names_medium(text: str) -> bool:
    """Does the text say that something can be heard or watched?"""
    return MEDIUM.search(text[:LONGEST].casefold()) is not None


def is_spoken(text: str) -> bool:
    """Does the text say that what is heard is somebody speaking?"""
    return SPEECH.search(text[:LONGEST].casefold()) is not None


PLAYER_NAMES = frozenset(
    line.strip()
    for line in """
        audio
        audio player
        embed
        embedded content
        embedded video
        film
        frame
        iframe
        inbäddad film
        inbäddad video
        inbäddat innehåll
        ljud
        ljudspelare
        kaltura player
        media
        media player
        mediaspelare
        movie
        play
        player
        qbrick player
        screen9 player
        soundcloud
        spela
        spela video
        spelare
        spotify embed
        stream
        upptagning
        video
        video embed
        video frame
        video player
        videon
        videospelare
        videoplayer
        videospiller
        videoafspiller
        videosoitin
        vimeo
        vimeo player
        vimeo video
        vimeo video player
        lecteur vidéo
        reproductor de vídeo
        youtube
        youtube embed
        youtube player
        youtube video
        youtube video player
        youtube-spelare
        youtube-video
        youtube videospelare
    """.strip().splitlines()
)
"""Names that services and editors give to players, the same for every recording."""


def is_player_name(name: str) -> bool:
    """Is it only what players are called, not what this one plays?"""
    return plain(name) in PLAYER_NAMES


NOT_NAMES = frozenset(
    """
    film filmen filmer filmerna films video videon videor videos versioner versions inspelningar
    inspelning inspelningen presentation presentationen version versionen med och av på i från
    om en ett den det som till för här se spela titta lyssna länk länken youtube vimeo
    the a an of with and from about to for here this that watch play listen link recording presentation version
    die der das den von vom mit und zu aufnahme aufzeichnung präsentation fassung ansehen hier
    le la les de du des et avec à vidéo enregistrement présentation regarder ici
    ja tallenne esitys katso tästä
    og med til fra opptak optagelse versjon presentasjon præsentation her
    el los las y con grabación presentación versión ver aquí
    """.split()
)
"""Words that recordings share without being the same."""
WORD = re.compile(r"\d{1,9}|[^\W\d_]{2,40}")


def names_nothing(word: str) -> bool:
    """Does a word, in lower case, tell no recording from another?"""
    return word in NOT_NAMES or any(
        pattern.match(word) for patterns in _PATTERNS for pattern in patterns.versions.values()
    )


def telling_words(texts: Iterable[str]) -> frozenset[str]:
    """The words in texts that tell one recording from another, a final s (of the genitive, mostly) left off."""
    found = (word for text in texts for word in WORD.findall(text[:LONGEST].casefold()))
    return frozenset(word.removesuffix("s") for word in found if not names_nothing(word))
