"""Sentences and words of a prose block, in eight languages.

A stop ends a sentence unless something says it does not: a small letter follows, the stop belongs to an
abbreviation, an initial, an ordinal or a list number, or a question mark stands inside a title. Every
decision looks at a bounded number of neighbouring tokens, so the time grows with the length of the text and
no faster.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from functools import cache

from a11ycheck.text.language import primary
from a11ycheck.text.words import is_address

__all__ = ["split_sentences", "words"]

STOPS = ".!?…"
QUOTES = "\"'“”„‘’‚«»‹›"
CLOSERS = QUOTES + ")]}*_"
_STOP = frozenset(STOPS)
_QUOTE = frozenset(QUOTES)
_ENDS = frozenset(STOPS + CLOSERS)

NEAR = 3
"""How many tokens without letter or digit (dashes, bullets) are passed over next to a stop."""
TITLE_SPAN = 12
"""How many tokens a title or a quoted name may be long, to each side of a question mark inside it."""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class _Habits:
    """What one language writes with a stop. Abbreviations are casefolded and stand without their last stop.

    before       never last in a sentence: something must follow (“t.ex.”, “Dr.”)
    number       an abbreviation only before a digit, month or weekday; otherwise the stop ends the sentence
    either       may be last: a capital after it begins a new sentence (“m.m.”, “p.m.”)
    named        part of a name, like an initial: the end only if an opening word follows (“St.”)
    opening      words that often open a sentence: after an initial or a dotted name they show that one ended
    lettered     things that are told apart by a letter: “sal A.” is no initial
    asking       words that open a question: its question mark is real, whatever is named in it
    titled       word endings after which a title may stand without quotation marks (“rapporten”)
    determiner   before an ordinal; empty where ordinals are written without a stop
    street       how a shortened street name ends: an abbreviation before a house number
    special      all of those that a stop may follow without ending a sentence
    """

    before: frozenset[str]
    number: frozenset[str]
    either: frozenset[str]
    opening: frozenset[str]
    named: frozenset[str] = frozenset()
    lettered: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    titled: frozenset[str] = frozenset()
    determiner: frozenset[str] = frozenset()
    street: frozenset[str] = frozenset()
    special: frozenset[str] = field(init=False, default=frozenset())

    def __post_init__(self) -> None:
        object.__setattr__(self, "special", self.before | self.number | self.either | self.named)


_HABITS = {
    "sv": _Habits(
        before=_set(
            "t.ex tex bl.a bla kl nr ca resp tel tfn mob dvs d.v.s fr.o.m t.o.m from p.g.a pga s.k sk f.d "
            "fd f.n m.a.o ang betr enl exkl inkl incl jfr jmf ev dr prof doc ordf sekr kass v.ordf led ers "
            "förf red civ.ing prel max sid ex el brf ung v u.u t.v t.h"
        ),
        number=_set(
            "jan febr feb mar apr jun jul aug sept sep okt nov dec mån månd tis tisd ons onsd tor tors lör "
            "lörd fre fred sön sönd bil art kap mom s p tom"
        ),
        either=_set(
            "m.m mm m.fl mfl osv o.s.v o.d e.d o.dyl el.dyl dyl etc e.m f.m em fm o.s.a e.kr f.kr kr tkr "
            "mkr mdkr milj min tim sek tr vån avd p.s"
        ),
        opening=_set(
            "vi du ni jag han hon de den det detta dessa denna dem man en ett alla ingen inga vår våra "
            "vårt min mitt er era ert här där då nu sedan därefter därför men och eller om när var vad vem "
            "vilka hur varför efter före under på i med till för från som också båda både varje många "
            "några vissa anmäl välkommen välkomna kom läs ring skriv ta har är kan ska vill"
        ),
        named=_set("st s:t s:ta"),
        lettered=_set(
            "sal salen rum grupp plan hus del bilaga alternativ ingång port byggnad plattform vitamin lag"
        ),
        asking=_set(
            "vad vem vilka vilken vilket hur när var vart varför är har kan ska vill får finns blir "
            "behöver känner vet tycker tror undrar saknar brukar vågar måste bör skulle och men eller gör "
            "kommer går"
        ),
        titled=_set(
            "rapport rapporten rapporterna bok boken skrift skriften tema temat ämnet titeln rubriken "
            "föreläsning föreläsningen seminarium seminariet webbinarium webbinariet föredraget projektet "
            "filmen utställningen kampanjen artikeln studien konferensen workshoppen workshopen programmet "
            "kallat kallad"
        ),
    ),
    "no": _Habits(
        before=_set(
            "f.eks feks bl.a bla kl nr ca hhv tlf tel mob dvs d.v.s fom f.o.m tom t.o.m pga p.g.a såk s.k "
            "ifm ift mht jf jfr inkl ekskl evt dr prof adv st red vedr ang maks min"
        ),
        number=_set(
            "jan febr feb mars apr jun jul aug sept sep okt nov des man tir ons tor fre lør søn art kap s pkt"
        ),
        either=_set("m.m mm m.fl mfl osv o.l ol e.l el etc mv m.v kr mill mrd e.kr f.kr etg"),
        opening=_set(
            "vi du dere jeg eg han hun de den det dette disse denne man en et ei alle ingen vår våre her "
            "der da nå så men og eller hvis når hva hvem hvilke hvordan hvorfor etter før under på i med "
            "til for fra som begge hver mange noen meld velkommen kom les ring skriv ta har er kan skal "
            "vil"
        ),
        lettered=_set("sal rom gruppe bygg del vedlegg alternativ inngang"),
        asking=_set(
            "hva hvem hvilke hvilken hvilket hvordan når hvor hvorfor er har kan skal vil får finnes blir og"
        ),
        titled=_set(
            "rapporten rapport boken heftet temaet tittelen foredraget seminaret webinaret prosjektet filmen"
        ),
        determiner=_set("den det de din vår"),
    ),
    "da": _Habits(
        before=_set(
            "f.eks feks bl.a bla kl nr ca hhv tlf tel mob dvs d.v.s f.o.m t.o.m pga p.g.a såk s.k ifm ift "
            "mht jf inkl ekskl evt dr prof adv skt vedr ang maks d"
        ),
        number=_set(
            "jan febr feb mar apr jun jul aug sept sep okt nov dec man tir ons tor tors fre lør søn art kap s"
        ),
        either=_set("m.m mm m.fl mfl osv o.l ol e.l el etc mv m.v kr mio mia e.kr f.kr"),
        opening=_set(
            "vi du i jeg han hun de den det dette disse denne man en et alle ingen vores her der da nu så "
            "men og eller hvis når hvad hvem hvilke hvordan hvorfor efter før under på med til for fra som "
            "begge hver mange nogle tilmeld velkommen kom læs ring skriv tag har er kan skal vil"
        ),
        lettered=_set("sal lokale gruppe bygning del bilag indgang"),
        asking=_set(
            "hvad hvem hvilke hvilken hvilket hvordan hvornår hvor hvorfor er har kan skal vil får findes og"
        ),
        titled=_set(
            "rapporten rapport bogen hæftet temaet titlen foredraget seminaret webinaret projektet filmen"
        ),
        determiner=_set("den det de d din vores"),
    ),
    "fi": _Habits(
        before=_set(
            "esim klo nro n puh gsm tri prof ns ts eli sis alk ko em toim vs tj ent mrs huom os nk ks vrt max"
        ),
        number=_set("s kpl art luku ma ti ke to pe la su"),
        either=_set("mm jne ym yms jms tms eaa ekr jkr min t krs yht mrd milj"),
        opening=_set(
            "me te sinä minä hän he se ne tämä nämä tuo nuo kaikki ei jos kun mitä kuka mikä miten miksi "
            "missä milloin ja tai mutta siksi sitten täällä siellä myös voit tervetuloa ilmoittaudu lue "
            "soita kirjoita tule on"
        ),
        lettered=_set("sali huone ryhmä talo osa liite ovi"),
        asking=_set(
            "mitä kuka mikä mitkä miten miksi missä milloin onko voiko voitko haluatko tarvitsetko oletko ja"
        ),
        titled=_set(
            "raportti raportin kirja kirjan teema teeman luento luennon seminaari webinaari hanke elokuva"
        ),
        determiner=_set("tämä tämän"),
    ),
    "en": _Habits(
        before=_set(
            "e.g eg i.e ie dr mr mrs ms mx prof rev hon sgt capt lt col gen gov sen rep cllr pres supt vs "
            "v cf viz tel ext approx appx incl excl dept org asst assoc mt ft al"
        ),
        number=_set(
            "no nos p pp vol fig art sec ch cl para app jan feb mar apr jun jul aug sep sept oct nov dec "
            "mon tue tues wed weds thu thur thurs fri sat sun rm max min"
        ),
        either=_set(
            "etc a.m p.m am pm inc ltd co corp plc llc jr sr rd ave blvd sq hr hrs mins est b.a m.a m.sc"
        ),
        opening=_set(
            "we you i he she it they the a an this that these those there here our your my his her its "
            "their all both each every some any no many most in on at by for from to with if when where "
            "what who why how after before during please then now so but and or as also once until while "
            "see read call write come join bring tell let do does is are can will"
        ),
        named=_set("st ph.d"),
        lettered=_set(
            "room hall group option plan part annex appendix block building gate entrance platform team"
        ),
        asking=_set(
            "what who whom whose which how when where why is are was were am do does did can could will "
            "would shall should may might must have has had any need want and but or know"
        ),
        titled=_set(
            "report book booklet paper talk film theme title lecture seminar webinar project article called"
        ),
    ),
    "de": _Habits(
        before=_set(
            "z.b zb d.h dh u.a v.a i.d.r bzw ca nr tel mob fax dr prof dipl ing hr fr inkl exkl ggf evtl "
            "vgl gem lt bspw sog max min mind zzgl einschl insb ev kath e.v abs"
        ),
        number=_set("jan feb mrz apr jun jul aug sept sep okt nov dez mo di mi do fr sa so s art kap bd"),
        either=_set("usw etc u.ä o.ä u.v.m uvm v.chr n.chr std mio mrd eur"),
        opening=_set(
            "wir sie ihr du ich er es der die das den dem ein eine dies diese dieser dieses alle beide "
            "hier dort dann danach nun so aber und oder wenn wann wo was wer wie warum nach vor bei im in "
            "am auf mit zu für von bitte ist sind kann können haben"
        ),
        lettered=_set("saal raum gruppe haus teil anlage eingang gebäude"),
        asking=_set(
            "was wer wie wann wo warum welche welcher welches ist sind haben hat können kann möchten und"
        ),
        titled=_set("bericht buch broschüre thema titel vortrag seminar webinar projekt film studie"),
        determiner=_set("am im vom zum zur der die das den dem des bis ab seit beim jeder jede jeden"),
        named=_set("st"),
        street=_set("str"),
    ),
    "fr": _Habits(
        before=_set(
            "p.ex ex m mm mme mmes mlle dr pr me st ste cf tél tel av bd env art chap ch fig vol réf resp "
            "max min"
        ),
        number=_set("p pp n no janv févr avr juil sept oct nov déc lun mar mer jeu ven sam dim"),
        either=_set("etc h s.v.p svp r.s.v.p"),
        opening=_set(
            "nous vous je tu il elle ils elles on le la les un une des ce cet cette ces notre nos votre "
            "vos mon ma mes tous ici là puis ensuite mais et ou si quand où que qui quoi comment pourquoi "
            "après avant pendant dans en à pour avec par chaque merci"
        ),
        lettered=_set("salle groupe bâtiment partie annexe entrée"),
        asking=_set(
            "que qui quoi quel quelle quels quelles comment quand où pourquoi combien est avez êtes peut et"
        ),
        titled=_set("rapport livre brochure thème titre conférence séminaire webinaire projet film article"),
    ),
    "es": _Habits(
        before=_set(
            "p.ej ej ee sr sra sres sras srta dr dra prof d dña ud uds vd tel tfno av avda c núm cf vs "
            "aprox incl máx mín sta sto art cap fig vol ref"
        ),
        number=_set(
            "p pp pág págs n no ene feb mar abr may jun jul ago sept sep oct nov dic lun mié jue vie sáb dom"
        ),
        either=_set("etc h hrs a.m p.m s.a s.l ee.uu"),
        opening=_set(
            "nosotros usted ustedes yo tú él ella ellos ellas el la los las un una unos unas este esta "
            "estos estas nuestro nuestra su sus todo todos todas aquí allí luego después pero y o si "
            "cuando donde dónde qué quién cómo antes durante en a para con por cada hay es son se"
        ),
        lettered=_set("sala grupo edificio parte anexo entrada"),
        asking=_set("qué quién quiénes cuál cuáles cómo cuándo dónde cuánto tiene puede hay es y"),
        titled=_set("informe libro folleto tema título conferencia seminario proyecto película artículo"),
    ),
}

_CALENDAR = _set(
    "januari februari mars april maj juni juli augusti september oktober november december januar februar "
    "marts mai august desember dezember märz tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta "
    "kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta january february march may "
    "june july october janvier février avril juin juillet août septembre octobre novembre décembre enero "
    "febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre måndag tisdag "
    "onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag monday tuesday wednesday thursday "
    "friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag"
)
"""Months and weekdays of all languages: a stop before one belongs to the day or the abbreviation."""

_ZONES = _set(
    "utc gmt bst cet cest cst eet eest est edt mst pst pdt ist british central eastern greenwich pacific "
    "uk us swedish"
)
_CLOCK = _set("a.m p.m am pm e.m f.m em fm")

_DAY = re.compile(r"\d{1,2}\.\d{1,2}")
_LONGEST_SPELT_OUT = 3
"""Letters of the longest part that is put together with those around it, as in “o. s. v.”."""
_INITIALS = re.compile(r"[^\W\d_](?:[.-]{1,2}[^\W\d_])*")


@cache
def _united_habits() -> _Habits:
    """The habits of all languages together, for a language that is unknown or has no list here."""
    every = _HABITS.values()
    united = {
        each.name: frozenset[str]().union(*(getattr(one, each.name) for one in every))
        for each in fields(_Habits)
        if each.init
    }
    return _Habits(**{**united, "determiner": frozenset()})


def split_sentences(text: str, language: str | None) -> list[str]:
    """Split one prose block (a paragraph, not a list or a page) into sentences.

    `language` is a language tag such as "sv-SE", or None when it is unknown. White space comes back as single
    spaces; nothing else is changed or left out.
    """
    key = primary(language or "")
    habits = _HABITS.get("no" if key in ("nb", "nn") else key) or _united_habits()
    tokens = text.split()
    sentences: list[str] = []
    start = 0
    for index, token in enumerate(tokens):
        if token[-1] not in _ENDS:
            continue
        core = token.rstrip(CLOSERS)
        if not core and index > start:  # French: « Venez. »
            core = tokens[index - 1].rstrip(CLOSERS)
        if core and core[-1] in STOPS and _ends_sentence(tokens, start, index, core, habits):
            sentences.append(" ".join(tokens[start : index + 1]))
            start = index + 1
    if start < len(tokens):
        sentences.append(" ".join(tokens[start:]))
    return sentences


def _bare(token: str) -> str:
    """The token from its first to its last letter or digit; empty if it has none."""
    if token.isalnum():
        return token
    first, last = 0, len(token)
    while first < last and not token[first].isalnum():
        first += 1
    while last > first and not token[last - 1].isalnum():
        last -= 1
    return token[first:last]


def _ends_sentence(tokens: list[str], start: int, index: int, core: str, habits: _Habits) -> bool:
    """Whether the stop that ends `core` (the token at `index` less closing marks) ends the sentence too."""
    if _plainly_ends(tokens, index, core, habits):
        return True
    if index + 1 == len(tokens) or not tokens[index + 1].strip(STOPS + CLOSERS):
        return False
    following = next(filter(None, map(_bare, tokens[index + 1 : index + 1 + NEAR])), "")
    if not following or following[0].islower():
        return False
    if not any(map(_bare, tokens[max(start, index - NEAR) : index + 1])):
        return False
    if core[-1] in "!?":
        return not _inside_title(tokens, start, index, following, habits)
    if core[-1] == "…" or core.endswith(".."):
        return True
    return _full_stop_ends(tokens, start, index, core, following, habits)


def _plainly_ends(tokens: list[str], index: int, core: str, habits: _Habits) -> bool:
    """Whether a word that is no abbreviation has one stop, and a capital follows: nine sentences of ten end so."""
    word = core[:-1]
    if core[-1] != "." or not (len(word) > _LONGEST_SPELT_OUT and word.isalpha()):
        return False
    if (
        index + 1 == len(tokens)
        or not tokens[index + 1][0].isupper()
        or (index and tokens[index - 1][-1] == ".")
    ):
        return False
    word = word.casefold()
    return word not in habits.special and word[-3:] not in habits.street


def _full_stop_ends(
    tokens: list[str], start: int, index: int, core: str, following: str, habits: _Habits
) -> bool:
    word = _bare(core).casefold()
    before = _bare(tokens[index - 1]).casefold() if index > start else ""
    digit_follows = following[0].isdigit()
    calendar_follows = following.casefold() in _CALENDAR
    opening_follows = following.replace("’", "'").partition("'")[0].casefold() in habits.opening

    if word.isdigit():
        if (index == start or tokens[index - 1] == "§") and len(word) <= 3:
            return False
        if len(word) > 2:
            return True
        ordinal = digit_follows or (before in habits.determiner and not opening_follows)
        return not (calendar_follows or (habits.determiner and ordinal))
    if digit_follows and _DAY.fullmatch(word):
        return False

    known = _spellings(tokens[max(start, index - 2) : index], word)
    if known & habits.either:
        zone_follows = following.casefold() in _ZONES or calendar_follows
        return not (digit_follows or (zone_follows and known & _CLOCK))
    if known & habits.before:
        return False
    if known & habits.number or word[-3:] in habits.street:
        return not (digit_follows or calendar_follows)
    if known & habits.named or _INITIALS.fullmatch(word):
        return opening_follows or before in habits.lettered
    return True


def _spellings(before: list[str], word: str) -> set[str]:
    """The word alone and with short parts before it: “o. s. v.” is looked up as “o.s.v”, “s.v” and “v”."""
    known = {word}
    for part in reversed(before):
        if len(part) > _LONGEST_SPELT_OUT or part[-1] != ".":
            break
        word = part.casefold() + word
        known.add(word)
    return known


def _inside_title(tokens: list[str], start: int, index: int, following: str, habits: _Habits) -> bool:
    """Whether a “!” or “?” before a capital is part of a quoted name or of a title without quotes."""
    first = max(start, index - TITLE_SPAN)
    opened = max((at for at in range(first, index + 1) if tokens[at][0] in _QUOTE), default=None)
    if opened is not None and not any(map(_closes_quote, tokens[opened : index + 1])):
        closing = next(filter(_closes_quote, tokens[index + 1 : index + 1 + TITLE_SPAN]), "")
        return bool(closing) and closing.rstrip(",;:)").rstrip(QUOTES)[-1:] not in _STOP
    if "?" not in tokens[index] or following.casefold() in habits.opening:
        return False
    if _bare(tokens[start]).casefold() in habits.asking:
        return False
    return any(
        _bare(tokens[at]).casefold() in habits.titled and tokens[at + 1][0].isupper()
        for at in range(first, index)
    )


def _closes_quote(token: str) -> bool:
    return token.rstrip(".,;:!?…)")[-1:] in _QUOTE


def _may_be_address(token: str) -> bool:
    """Has the token what every address has? A quick look, for a long document has hundreds of thousands."""
    return "." in token[1:-1] or "@" in token or ":" in token


_WORD = re.compile(r"[^\W_]++(?:['’:.\-‐‑][^\W_]++)*+")
_DOTTED_PART = 4


def words(text: str) -> list[str]:
    """The words of a text as the readability formulas count them, in order.

    A word has at least one letter; inner hyphens, apostrophes and colons belong to it (“MUCF:s”), and so do
    the stops of an abbreviation (“t.ex”). Web and mail addresses and bare numbers are not words.
    """
    text = text.replace("\u00ad", "").replace("\u200b", "")
    if "@" in text or "/" in text or "." in text.rstrip(". "):
        text = " ".join(token for token in text.split() if not (_may_be_address(token) and is_address(token)))
    words_: list[str] = _WORD.findall(text)
    if "".join(words_).isalpha():
        return words_
    found: list[str] = []
    for word in words_:
        if word.isalpha():
            found.append(word)
        elif "." in word and any(len(part) > _DOTTED_PART for part in word.split(".")):
            found += [part for part in word.split(".") if any(map(str.isalpha, part))]
        elif any(map(str.isalpha, word)):
            found.append(word)
    return found
