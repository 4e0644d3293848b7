"""Which language a text is in, and what a language tag says.

The guess counts function words. It means to be right when it answers and silent when it is unsure; it knows
eight languages and is for paragraphs, not for labels.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

__all__ = [
    "guess",
    "hinted",
    "is_language_tag",
    "known_primary",
    "primary",
    "same_for_review",
    "spoken_instead",
]

MINIMUM_CHARACTERS = 100
"""Below this length there is no guess."""
SAMPLES = 50
LONGEST_SAMPLE = 2_000
"""Pieces of a longer text that are looked at, and how many characters each has."""
MARGIN = 2
"""By how many function words the best language must lead the second."""
MINIMUM_DIFFERENT = 4
"""How many different function words the best language must show."""
MINIMUM_HINTS = 2
"""How many different function words of another language a short text must show to be asked about."""
MINIMUM_SHARE = 0.22
"""How large a part of all words must be function words of the best language; unknown languages stay below."""
MINIMUM_SHARE_INFLECTED = 0.10
"""The same for Finnish, which has endings where the others have small words."""
MINIMUM_SHARE_WITH_LETTERS = 0.10
"""The same where the letters speak for the language too: official prose is short of small words."""
DOMINANCE = 2.5
"""How many times more words must speak for the best language alone than for another; mixed texts fail."""

_FUNCTION_WORDS = {
    "sv": """
        och att det som en på är av för med till den har de inte om ett i vi kan du ni från så men eller
        när här ska var alla också efter vid under sig han hon jag vår våra vårt er era mer finns blir
        bli mycket bara genom innan hur vad där dessa detta denna utan över mellan vilka vilket vill får
        gör sina sin sitt ingen inga något några andra även både samt via kommer behöver dig oss
    """,
    "nb": """
        og å det som en på er av for med til den har de ikke om et i vi kan du dere fra så men eller når
        her skal var alle også etter ved under seg han hun jeg vår våre vårt mer finnes blir bli mye
        bare gjennom før hvordan hva der disse dette denne uten over mellom hvilke hvilket vil får gjør
        sine sin sitt ingen noe noen andre både samt via kommer må deg oss hvis hvor blitt mot være
        deres
    """,
    "da": """
        og at det som en på er af for med til den har de ikke om et i vi kan du jer fra så men eller når
        her skal var alle også efter ved under sig han hun jeg vores mere findes bliver blive meget kun
        gennem inden hvordan hvad der disse dette denne uden over mellem hvilke hvilket vil får gør sine
        sin sit ingen noget nogle andre både samt via kommer dig os hvis hvor blevet mod være deres bare
        nogen ud
    """,
    "fi": """
        ja on ei se että kun tai myös ovat voit sekä mutta jos niin kuin joka jotka tämä tämän sen ole
        oli olla kaikki kaikille klo mukaan kanssa sinun meidän me te voi jälkeen ennen sitten vielä
        tulee ne hän eivät joissa jossa jonka mitä miten missä milloin tätä siitä siihen sitä nyt vain
        hyvin ilman kautta noin aikana saa pitää täytyy onko voidaan voivat olet olemme muut muita niitä
        niiden näin
    """,
    "en": """
        the and of to in is that for it with as on be are this by you or from at an will not we can have
        your our if all which has was their they but more please there these any when how what who would
        may also do must been its about after before during here each other into out no some than then
        them
    """,
    "de": """
        der die das und in den von zu mit ist für auf im nicht ein eine dem des sich als auch es an
        werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum haben
        nur oder aber vor zur bis mehr durch wir ihr ihre uns unser unsere können bitte wenn alle kann
        sein diese dieser dieses beim vom gibt ihnen ihren unter
    """,
    "fr": """
        le la les de des du et en un une est que pour dans qui sur par au aux avec ce cette ces il elle
        nous vous ne pas plus sont se ou mais son sa ses leur leurs notre nos votre vos être avoir sera
        si tout tous toute toutes comme peut lors après avant pendant afin aussi même où on à ont été
        sans entre chaque très
    """,
    "es": """
        el la los las de del y en un una es que para por con se no al lo su sus como más o pero este
        esta estos estas son ha han será si todo todos toda todas también nos nuestro nuestra usted
        ustedes puede pueden entre sin sobre cuando donde desde hasta hay muy ya antes después durante
        cada le les está están ser qué
    """,
}

_NEIGHBOURS = {
    "nl": """
        de het een en van op te dat die niet voor met zijn aan er om ook als bij naar uit wordt kan
        u wij ze nog
    """,
    "it": """
        il di che e la un una per non in sono si con è del della lo gli le da al alla i nel ma anche
        come o se
    """,
    "pt": """
        o de a que e do da em um uma para não com os no as na se por mais ao dos das ou é são você
        pela pelo
    """,
    "ca": """
        el la de i a que en un una per amb no és els les del al o us si són més aquest aquesta dels
        als hi ha l d
    """,
    "is": """
        og að í á er sem við um til fyrir ekki það en af með þú þið við hann hún eru var ef eða frá
    """,
}
"""Languages that are not guessed but share small words with those that are: their texts get no answer."""

_LANGUAGES_OF: dict[str, tuple[str, ...]] = {}
for _language, _words in (_FUNCTION_WORDS | _NEIGHBOURS).items():
    for _word in set(_words.split()):
        _LANGUAGES_OF[_word] = (*_LANGUAGES_OF.get(_word, ()), _language)

_LETTER_PAIRS = {"sv": ("å", "äö"), "nb": ("å", "æø"), "da": ("å", "æø")}
"""A letter and others beside it: no other language written with Latin letters has å with ä or ö, or å with æ or ø."""

_LETTERS = re.compile(r"[^\W\d_]+")


def guess(text: str) -> str | None:
    """The language of a paragraph or more: sv, nb, da, fi, en, de, fr or es. None when unsure.

    Unsure means: under 100 characters, too few function words, a lead under two words, or a good part of
    another language mixed in. Nynorsk, which is not told apart from Bokmål, comes back as "nb" or None.
    """
    if len(text) < MINIMUM_CHARACTERS:
        return None
    folded = _sampled(text).casefold()
    counted = Counter(_LETTERS.findall(folded))
    hits = {word: count for word, count in counted.items() if word in _LANGUAGES_OF}
    score: defaultdict[str, int] = defaultdict(int)
    for word, count in hits.items():
        for language in _LANGUAGES_OF[word]:
            score[language] += count
    best = max(score, key=score.__getitem__, default="")
    if best not in _FUNCTION_WORDS:
        return None
    if score[best] < _least_share(best, folded) * counted.total():
        return None
    if sum(best in _LANGUAGES_OF[word] for word in hits) < MINIMUM_DIFFERENT:
        return None
    shared = _shared_with(best, hits)
    for other in score:
        if other == best:
            continue
        alone, other_alone = score[best] - shared[other], score[other] - shared[other]
        if alone - other_alone < MARGIN or alone < DOMINANCE * other_alone:
            return None
    return best


def hinted(text: str, declared: str) -> str | None:
    """The language that the small words of a short text hint at where none of them is of the declared one; None when
    they do not. Grounds for a question, never for a finding.

    At least two different words must be of the language and not of the declared one, and none of the declared one
    alone; four where the declared one is unknown here. Most words must be in Latin letters. It is any language that
    ``guess`` knows or keeps apart: Dutch, Italian, Portuguese, Catalan, Icelandic.
    """
    own = "nb" if primary(declared) in ("no", "nn") else primary(declared)
    words = _LETTERS.findall(text.casefold())
    if sum(map(str.isascii, words)) * 2 < len(words):
        return None
    found = {word for word in words if word in _LANGUAGES_OF}
    if any(own in _LANGUAGES_OF[word] and len(_LANGUAGES_OF[word]) == 1 for word in found):
        return None
    score = Counter(
        language
        for word in found
        if own not in _LANGUAGES_OF[word]
        for language in _LANGUAGES_OF[word]
        if not same_for_review(language, own)
    )
    # Of several with as many words the first by name, so that the same text has the same hint each time.
    best = max(sorted(score), key=score.__getitem__, default="")
    is_known = own in _FUNCTION_WORDS or own in _NEIGHBOURS
    return best if score[best] >= (MINIMUM_HINTS if is_known else MINIMUM_DIFFERENT) else None


def _shared_with(best: str, hits: dict[str, int]) -> defaultdict[str, int]:
    """How many of the words that hit are of the language ``best`` and of another one too, by the other one."""
    shared: defaultdict[str, int] = defaultdict(int)
    for word, count in hits.items():
        if best in _LANGUAGES_OF[word]:
            for language in _LANGUAGES_OF[word]:
                shared[language] += count
    return shared


def _sampled(text: str) -> str:
    """The text; of a long one pieces from all over it, which tell its languages as well."""
    if len(text) <= SAMPLES * LONGEST_SAMPLE:
        return text
    step = len(text) // SAMPLES
    return " ".join(text[start : start + LONGEST_SAMPLE] for start in range(0, step * SAMPLES, step))


def _least_share(language: str, folded: str) -> float:
    if language == "fi":
        return MINIMUM_SHARE_INFLECTED
    one, others = _LETTER_PAIRS.get(language, ("", ""))
    speaks_for_it = one in folded and any(letter in folded for letter in others)
    return MINIMUM_SHARE_WITH_LETTERS if speaks_for_it else MINIMUM_SHARE


_TAG = re.compile(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*")
_SCANDINAVIAN = frozenset({"no", "nb", "nn", "da"})

_ISO_639_1 = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de
    dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id
    ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu
    lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu
    rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr
    ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
"""The 184 two-letter codes of ISO 639-1."""
_TWO_LETTERS = frozenset(_ISO_639_1.split())


def primary(tag: str) -> str:
    """The primary subtag in lower case: "sv" for "sv-SE"."""
    return tag.strip().partition("-")[0].lower()


def same_for_review(a: str, b: str) -> bool:
    """Whether two language tags name one language, or languages that a guess on a paragraph may mix up.

    Norwegian (no, nb, nn) and Danish count as one: a difference between them is no ground for a finding.
    """
    first, second = primary(a), primary(b)
    return first == second or {first, second} <= _SCANDINAVIAN


def spoken_instead(declared: str, texts: Iterable[tuple[str, str]]) -> str | None:
    """The language that texts plainly are in where it is not the declared one; None when it is, or when unsure.

    ``texts``: each with its own language tag, or "" where it has none; those said to be in another are left out.
    """
    found = guess(" ".join(text for text, tag in texts if not tag or same_for_review(tag, declared)))
    return found if found and not same_for_review(found, declared) else None


def is_language_tag(tag: str) -> bool:
    """Whether a tag has the form that PDF/UA-1 7.2 asks for: the simple pattern that BCP 47 narrows."""
    return bool(_TAG.fullmatch(tag))


def known_primary(tag: str) -> bool:
    """Whether the primary subtag is an ISO 639-1 code, has the form of a three-letter code, or is "i" or "x".

    Three-letter codes (ISO 639-2 and -3) are taken on their form alone: there are some eight thousand.
    """
    subtag = primary(tag)
    return subtag in _TWO_LETTERS or subtag in {"i", "x"} or bool(re.fullmatch("[a-z]{3}", subtag))
