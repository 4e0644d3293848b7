"""Who holds the meeting, how they are reached, where it is, how one takes part in it and registers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from a11ycheck.text.joining import is_joining_address
from a11ycheck.text.statements.contacts import Addresses, addresses, addresses_near
from a11ycheck.text.statements.gate import SHORT, Said, clause, is_advice, is_denied, said
from a11ycheck.text.statements.joins import BY_TELEPHONE, HELP, OTHER_PLATFORMS
from a11ycheck.text.statements.phrases import Cues, plain
from a11ycheck.text.statements.units import Document, Unit

ORGANISER = Cues(
    sv="""
        bjuder in; inbjuder; hälsar .. välkomna till; arrangerar; arrangeras av; anordnas av; ordnas av
        kallar (till|medlemmar*|alla|härmed); kallas av; arrangeras i samverkan; i samarbete mellan
        anordnar; arrangerades av; anordnades av; bjuds in av; kallar (till )årsmöte; välkommen önskar
        välkomna önskar; samarrangemang; hälsar .. välkom*; vi på; i samarbete med; arrangemang av
        medarrangör*; inviterar; (medlemmarna|medlemmar|ägarna|delägarna) i .. kallas
    """,
    en="""
        notice is (hereby )given by; (invite|invites) (you|all|everyone|members|its|our|people|residents)
        organised by; organized by
        hosted by; arranged by; presented by; hosting; run by; convened by
        (is|are) (organising|organizing|holding|hosting); invites; welcome from; joint event; we at
        to welcome you; in partnership with; event by; brought to you by; on behalf of
    """,
    de="lädt .. ein; laden .. ein; veranstaltet von; veranstalter*; lädt ein",
    fr="vous invite*; organisé par; organisée par; a le plaisir",
    fi="kutsuu; järjestää; järjestäjä*; kutsuvat",
    nb="inviterer; arrangeres av; arrangør*; innkaller",
    da="inviterer; arrangeres af; arrangør*; indkalder",
    es="le invita; invita a; organizado por; organiza; convoca",
)
ORGANISER_LABEL = Cues(
    sv="arrangör; arrangörer; avsändare; värd; värdar; inbjudare; arrangeras av; medarrangör*",
    en="organiser; organizer; organisers; host; hosts; hosted by; organised by; organized by",
    de="veranstalter; veranstalterin",
    fr="organisateur; organisatrice",
    fi="järjestäjä",
    nb="arrangør",
    da="arrangør",
    es="organiza; organizador",
)
CALLS = Cues(
    sv="(bjuder|inbjuder|inviterar|hälsar|kallar|arrangerar|anordnar)",
    en="(invites|invite|hosts|organises|organizes)",
)
"""Verbs whose subject holds the meeting: “Resemyndigheten bjuder in”."""
NO_NAME = frozenset(
    """
    vi jag du ni han hon den det de man här nu så välkommen välkomna i på som och varmt hej en ett denna dessa vem
    föreningen kommunen klubben förbundet myndigheten organisationen företaget skolan vår våra vårt styrelsen
    we i you he she it they this that these our the who please join a an all everyone here now and as to
    alla var my your
    """.split()
)
"""Words that begin a sentence and name nobody."""
DEFINITE = ("en", "et", "an", "na")
LONGEST_SUBJECT = 8
ORGANISATION = re.compile(
    r"\b(?:[A-ZÅÄÖ][\w&'’-]{0,30}(?:myndigheten|verket|föreningen|förbundet|biblioteket|muséet|museet"
    r"|universitetet|högskolan"
    r"|klubben|sällskapet|stiftelsen|institutet|kyrkan|kommunen|akademin)"
    r"|(?:[A-ZÅÄÖ][\w&'’-]{0,30} ){1,4}(?:kommun|stad|universitet|förening|förbund|AB|Council|Association"
    r"|Society|Trust|Agency"
    r"|University|Institute|Library|Museum|Foundation|Co-operative|Cooperative|College|Department"
    r"|PTA|Union|Ltd|Inc|LLC)"
    r"|(?:Institutionen|Föreningen|Region|Länsstyrelsen|Brf|Department of|University of"
    r"|Institute for|Institute of) "
    r"[\wåäö][\w-]{1,60})(?!\w)"
)
"""Names that say of themselves that they are an organisation's."""
OF_NAMES = frozenset("i på för och av of for the and in at".split())
"""Small words in names of organisations, and not in those of people."""


def is_organisation(name: str) -> bool:
    """A sender's name is an organisation's: “Storköpings kommun”, “Naturskyddarna i Ekebo”, “MUCF”, “Oakfield PTA”.
    One word, or two or three with capitals, may be a person's."""
    name = name.strip()[:200]
    words = [word for word in name.replace(",", " ").split() if word[:1].isalpha()]
    if "@" in name or not words:
        return False
    if ORGANISATION.search(name):
        return True
    if len(words) > 1 and name.isupper():
        return False
    if any(len(word) >= ABBREVIATION and word.isupper() for word in words):
        return True
    return words[0][:1].isupper() and not OF_NAMES.isdisjoint(words[1:-1])


ABBREVIATION = 3
"""Letters in capitals that are no initials."""
MEETING_OF = re.compile(
    r"\b(?:\w*stämma|\w*möte|\w*träff) (?:i|med|hos|för) (?=Brf\b|[A-ZÅÄÖ]\w*(?:föreningen|klubben"
    r"|förbundet|sällskapet))"
    r"|\b[Mm]eeting of (?:the )?(?:members of )?(?:the )?(?:[A-Z][\w'’-]+ ){2}"
)
MOST_HINTS = 12
"""Units at the beginning in which a letterhead or the first sentence names an organisation."""
BY_WHOM = Cues(
    sv="vi bjuder; vi arrangerar; vi anordnar; vi kallar; vi inbjuder",
    en="we invite; we are hosting; we are holding; we are organising; we host",
)
CONTACT = Cues(
    sv="""
        kontakt*; frågor; hör av dig; mejla; maila; ring; telefon; vänd dig; e post; mejl; upplysningar
        sms*
    """,
    en="contact*; question*; email; call; ring; telephone; phone; get in touch; write to; enquiries; text",
)
TO_EACH_OTHER = Cues(
    sv="kontakta varandra; kontaktnät; kontakten mellan; i kontakt med varandra; nya kontakter",
    en="contact with each other; in contact with; make contacts; lose contact; contact each other",
)
OTHER_NUMBERS = Cues(
    sv="""
        org nr; organisationsnummer; orgnr; bankgiro; plusgiro; bg; pg; kontonummer; swish*; diarienummer
        personnummer; mötes id; fax; larmnummer*; nödnummer*; jour*; felanmälan; nödsituation*; sos
    """,
    en="""
        company no; company number; charity no; charity number; registered; reg no; account number
        sort code; iban; meeting id; fax; vat; emergency; out of hours; faults
    """,
)
TURN_TO = Cues(
    sv="(kontakta|ring|mejla|fråga|vänd dig till|hör av dig till)",
    en="(contact|call|ring|email|ask|speak to|get in touch with)",
)
REGISTER = Cues(
    sv="""
        anmäl (dig|er|deltagande|senast|via|här|till|gärna); anmälan; osa; o s a; föranmälan
        anmäler (du|dig|ni); anmälningslänk*; anmäla (dig|er); registrera dig
        (meddela|säg till|hör av dig|berätta|mejla|ring) .. (att|om) du kommer
        boka (plats|din plats|biljett); bokning*; boka (din|en|här|via|senast); anmälningsblankett*
        svara senast; (tacka ja|svara) .. senast; säg till .. om du kommer
    """,
    en="""
        register; registration; rsvp; sign up; book (your|a) place
        book (now|here|online|your ticket|tickets|via); reserve (your|a) place; registering
        (let .. know|tell us) .. coming; if you are coming; that you are coming; booking; bookings; book by
        booking link; reply by; respond by
    """,
    de="anmeldung; anmelden; melden sie sich",
    fr="inscription*; inscrivez vous; s inscrire",
    fi="ilmoittaudu; ilmoittautumi*; ilmoittautua",
    nb="påmelding; meld deg på; påmeldingsfrist",
    da="tilmelding; tilmeld dig; tilmeld",
    es="inscripción*; inscríbase; inscribirse; regístrese",
)
NOT_REGISTER = Cues(
    sv="""
        anmäl brist*; anmälan om; anmälan mot; jäv; brott; polisanmäl*; orosanmälan; anmälningsplikt*
        klagomål*; du som (har )anmält; när du (har )anmält; efter anmälan; nyhetsbrev*; boka tolk
        anmäl dig som medlem; bokningsbar*
    """,
    en="""
        registered charity; the register; register of; registered (office|in|number|company|participants)
        report a; cash register; once you have registered; after registering; register here for benefits
        newsletter*; mailing list; no booking; book a sign; book an interpreter; book group; book club
    """,
)
NO_NEED = Cues(
    sv="""
        ingen (föranmälan|anmälan); behöver (du )inte anmäla; utan (föranmälan|anmälan); behövs inte
        behövs ej; anmälan behövs inte; inte anmäla; inte nödvändig*
    """,
    en="""
        no (registration|booking|need to register|need to book); not need to (register|book)
        without registering; registration is not; dont need to (register|book); drop in
        no need to (book|register|sign up); no sign up; dont (have|need) to sign up
    """,
)
FORM = Cues(
    sv="formulär*; via länken; anmälningslänk*; på webben; webbformulär*",
    en="form; via the link; online form; registration link; online at; on our website",
)
PLACE_LABEL = Cues(
    sv="plats; lokal; var; adress; besöksadress; mötesplats; på plats",
    en="venue; where; place; location; address; room; in person",
    de="ort; veranstaltungsort; wo; treffpunkt; raum",
    fr="lieu; où; adresse; salle",
    fi="paikka; missä; osoite",
    nb="sted; hvor; lokale; adresse",
    da="sted; hvor; lokale; adresse",
    es="lugar; dónde; dirección; sala",
)
AT_PLACE = Cues(
    sv="""
        vi (ses|träffas|möts) (i|på|hos|vid); på plats i
        (mötet|träffen|årsmötet|konferensen|seminariet) (hålls|äger rum|genomförs|är) (i|på); fysiskt i
        lokalen ligger
        (i|på) (stadshuset|folkets hus|biblioteket|medborgarhuset|kulturhuset|församlingshemmet)
        (i|på) (medborgarhuset|stadsbiblioteket|hembygdsgården|bygdegården|aulan|skolan)
        (i|på) (församlingshemmet|museet|kommunhuset|sessionssalen|föreningslokalen|klubblokalen)
    """,
    en="""
        we (will )meet (at|in); in person (at|in)
        (meeting|event|conference|seminar) (is|will be) (held )(at|in) the; takes place (at|in); held at
        come to the (library|town hall|centre|hall)
        at the (library|town hall|community centre|village hall)
        in the (town|village|methodist|parish|church|community) (hall|centre|house|room|chamber)
        in the main (hall|centre|house|chamber|building); in the (staff|common|seminar|board) room
        in the (city|council|school|lecture|assembly|memorial) (hall|centre|house|room|chamber)
        in the (library|hall|pub|school|museum); at the (hall|school|museum|church|cathedral|university)
    """,
)
COMES_TOGETHER = Cues(
    sv="(träffas|ses|möts|samlas|hålls|håller); äger rum",
    en="(meet|meets|held); (take|takes|taking) place",
)
NAMED_PLACE = re.compile(
    r"\b(?:i|på|vid) (?:[A-ZÅÄÖ][\w-]* )?[\wåäöÅÄÖ-]+(?:salen|gården|gård|huset|hus|kyrkan|skolan"
    r"|biblioteket|teatern|museet"
    r"|stugan|aulan|lokalen|hemmet)\b|\b(?:i|på) (?:rum|sal|lokal) [A-Z]?\d|\bin [Rr]oom [A-Z]?\d"
    r"|\b(?:in|at) the (?:[A-Z][\w'’-]+ ){1,3}(?:Hall|Room|Centre|Center|Library|Museum|Chamber"
    r"|Church|School|Theatre|House)\b"
)
"""Places by their names, in a sentence that says when people come together."""
NO_PLACE = Cues(
    sv="""
        zoom; teams; digital*; på distans; online; webben; länk; google meet; skype; postadress*; webbinar*
        på webben; telefon; förväg; nätet; tid; tider; kl; svenska; engelska; där du är; hemma; hemifrån
        var du vill; youtube*; facebook*; kanal; kanalen; sändning*; webb tv
    """,
    en="""
        zoom; teams; online; digital*; remote*; virtual*; link; google meet; skype; postal; po box; web
        webinar; in advance; english; french; time; once; private; app; catalogue; wherever; anywhere
        at home; your own; youtube*; facebook*; channel; watch; stream*; broadcast*
    """,
    de="zoom; teams; online; digital*",
    fr="zoom; teams; en ligne; visioconférence; distance",
    fi="zoom; teams; verko*; etänä; verkkokokous",
    nb="zoom; teams; digital*; på nett",
    da="zoom; teams; digital*; online",
    es="zoom; teams; en línea; virtual; online",
)
AT_A_DISTANCE = Cues(
    sv="""
        (digitalt|digital träff|digitala mötet|digitalt möte|på distans)
        (online|distansmöte|webbinari*|videomöte*|på nätet|via länk)
        (på zoom|i zoom|via zoom|via teams|i teams)
        (på teams|på skype|över nätet|nätmöte|webbmöte*|telefonmöte)
    """,
    en="""
        (online|remotely|remote|virtually|virtual|webinar*|video call|video conference)
        (by link|on zoom|via zoom|on teams|via teams|by video|web meeting|conference call|dial in)
    """,
    de="(online|digital|virtuell*|per zoom|videokonferenz*|webinar*)",
    fr="(en ligne|à distance|visioconférence|webinaire*|par zoom)",
    fi="(etänä|verkossa|etäkokous*|etäyhtey*|webinaari*|zoomissa|teamsissa)",
    nb="(digitalt|på nett|på zoom|på teams|nettmøte|webinar*)",
    da="(online|digitalt|på zoom|på teams|onlinemøde|webinar*|virtuelt)",
    es="(en línea|a distancia|virtual*|videoconferencia|webinar*|por zoom)",
)
ON_SITE = Cues(
    sv="på plats; fysiskt; fysisk träff; i lokalen; i salen; fysiskt möte; fysiska möten",
    en="in person; on site; face to face; at the venue; in the room",
    de="vor ort; präsenz",
    fr="en présentiel; sur place; en présence",
    fi="paikan päällä; lähi*; läsnä",
    nb="fysisk; på stedet; oppmøte",
    da="fysisk; fremmøde; på stedet",
    es="presencial*; en persona",
)
HYBRID = Cues(
    sv="hybrid*; antingen på plats eller",
    en="hybrid; either in person or",
    de="hybrid*",
    fr="hybride",
    fi="hybridi*",
    nb="hybrid*",
    da="hybrid*",
    es="híbrid*",
)
ONLY = Cues(
    sv="enbart digital*; endast digital*; bara digital*; helt digital*; endast på distans; heldigital*",
    en="online only; only online; entirely online; fully online; virtual only",
    de="nur online; rein digital",
    fr="uniquement en ligne",
    fi="vain etänä; vain verkossa",
    nb="kun digitalt; heldigitalt",
    da="kun online",
    es="solo en línea; únicamente en línea",
)
BROADCAST = Cues(
    sv="""
        sänds (på|direkt|via|live); direktsänds; är en direktsändning; webbsänd*; livesänd*; strömmas
        streamas; se sändningen
        sändningen; (ses|visas) (live|direkt); sänder (vi )(live|direkt|kvällen|mötet)
    """,
    en="""
        streamed; live stream*; livestream*; broadcast; webcast; watch live; streaming (the|this|our|it)
        the stream
    """,
    de="übertragen; livestream",
    fr="retransmis; diffusé",
    fi="suoratoist*; lähetetään; striimataan",
    nb="strømmes; sendes direkte",
    da="streames; sendes live",
    es="retransmite; transmite en directo",
)
PANEL = Cues(
    sv="frågerutan; frågepanelen; (mikrofoner|mikrofonerna) .. (är avstängda|avstängda)",
    en="q a (panel|box|pane|tab|window); (attendees|participants) .. (view only|listen only|watch only)",
)
"""What only the programs for broadcasts have: participants write questions and are not heard."""
OF_A_MEETING = Cues(
    sv="""
        möte*; mötet; träff*; webbinari*; delta; deltar; deltagande; vara med; ses; konferens*; seminari*
        föreläsning*; årsmöte*; hålls; plats; genomförs; anslut*; sänds; samtal*; var; samlas; äger rum
        kväll*; workshop*; kurs*; stämma*
    """,
    en="""
        meeting*; meet; join; attend; take part; participate; conference*; webinar*; seminar*; held; event*
        session*; talk; lecture*; evening; briefing*; where; venue; place; takes; together
        workshop*; consultation; forum
    """,
)
NOT_A_FORM_OF_MEETING = Cues(
    sv="""
        tillgänglighet är; digital (tillgänglighet|delaktighet|dialog|förvaltning|utveckling|kompetens)
        digitalisering*; onlinekurs; tjänster; e tjänst*; webbutik*; betala
    """,
    en="""
        online (safety|banking|forms|form); registration; accessibility is; register online; book online
        online at; notice board; sign up online; search online; online video; find us online; online store
        online shop; services; pay online; payment
    """,
)


CLOSING = Cues(
    sv="välkommen; välkomna; hälsningar; mvh; hälsar",
    en="regards; sincerely; wishes; faithfully; welcome; see you; thank you",
    de="grüßen; grüße",
    fr="cordialement; salutations",
    fi="terveisin; tervetuloa",
    nb="hilsen; hilsener; velkommen",
    da="hilsen; hilsner; velkommen",
    es="saludos; atentamente",
)
LAST_UNITS = 5
LONGEST_SIGNATURE = 6
MOST_SEARCHED = 40
LONGEST_SEARCHED = 300


def _signature(document: Document) -> Iterator[Said]:
    """Who signs, at the end: “Varmt välkommen! Storköpings kommun”; an organisation in the title, at the beginning of
    a sentence or at the end may be the one that invites."""
    units = document.units
    last = units[-LAST_UNITS:]
    for number, unit in enumerate(units[:MOST_SEARCHED]):
        if MEETING_OF.search(unit.text[:LONGEST_SEARCHED]) and not is_advice(document, unit):
            yield said("organiser", "stated", unit)
            break
        is_end = number >= len(units) - LAST_UNITS
        if not (number < MOST_HINTS or is_end):
            continue
        found = ORGANISATION.search(unit.text[:LONGEST_SEARCHED])
        if found is not None and (not number or not found.start() or is_end or unit.kind == "heading"):
            yield said("organiser", "unsure", unit, found[0])
    final = last[-1] if last else None
    if final is not None and 0 < final.length <= LONGEST_SIGNATURE and len(units) > LAST_UNITS:
        behind = final.text.rstrip(" .!")
        closes = document.lexicon.has(CLOSING, final.words) and any(map(str.istitle, behind.split()[1:]))
        if closes or (behind.istitle() and not document.lexicon.has(CLOSING, final.words)):
            yield said("organiser", "unsure", final, final.text)
    for closing, after in pairwise(last):
        signed = after.length <= LONGEST_SIGNATURE and after.text[:1].isupper() and not after.label
        # “The recording comes with captions.” is a sentence and no name.
        signed = signed and (after.length <= 2 or any(word[:1].isupper() for word in after.text.split()[1:]))
        if signed and closing.length <= LONGEST_SIGNATURE and document.lexicon.has(CLOSING, closing.words):
            yield said("organiser", "unsure", after, after.text)


def found(document: Document) -> Iterator[Said]:
    yield from _signature(document)
    for number, unit in enumerate(document.units):
        if is_advice(document, unit):
            continue
        here = addresses(unit)
        yield from _organiser(document, unit)
        yield from _contact(document, unit, here)
        if unit.kind != "heading":
            yield from _register(document, number, unit)
        yield from _venue(document, unit)
        yield from _attendance(document, unit)


_PERSON = r"[A-ZÅÄÖÉÜ][\w'’-]{0,30} [A-ZÅÄÖÉÜ][\w'’-]{0,30}"
PERSONS = re.compile(rf"{_PERSON},? (?:och|and|&) {_PERSON}")
"""Two people, of whom it is not said for whom they hold it."""


def _organiser(document: Document, unit: Unit) -> Iterator[Said]:
    lexicon = document.lexicon
    if unit.label and lexicon.has(ORGANISER_LABEL, unit.label) and unit.length <= 30:
        if value := unit.value.strip(" -–…"):
            yield said(
                "organiser", "unsure" if PERSONS.fullmatch(value[:120]) else "stated", unit, unit.value
            )
        return
    place = lexicon.find(ORGANISER, unit.words)
    if place < 0 or lexicon.has(BY_WHOM, unit.words) or is_denied(document, clause(unit.words, place)):
        return
    calls = lexicon.find(CALLS, unit.words)
    before = unit.words[:calls].split()[:-1] if calls >= 0 else []
    if 0 < len(before) <= LONGEST_SUBJECT and unit.text[:1].isupper() and before[0] not in NO_NAME:
        # One word may be a first name: those of organisations have the article.
        subject = unit.text.split()[: len(before)]
        is_named = before[0].endswith(DEFINITE) or any(word[:1].isupper() for word in subject[1:])
        yield said("organiser", "stated" if is_named else "unsure", unit)
        return
    # Somebody has a name: a capital besides the one that the sentence begins with, or a subject before the verb.
    if any(word[:1].isupper() for word in unit.text.split()[1:]) or unit.words.find("styrelsen") >= 0:
        yield said("organiser", "stated", unit)


PRESS = Cues(
    sv="presskontakt*; pressfråg*; för media; mediekontakt; säljare; försäljning",
    en="press enquiries; press contact; press office; media contact; media enquiries; (call|contact) sales",
)
"""Those who answer others than participants."""


def _contact(document: Document, unit: Unit, here: Addresses) -> Iterator[Said]:
    lexicon = document.lexicon
    if lexicon.has(PRESS, unit.words):
        return
    if lexicon.has(BY_TELEPHONE, unit.words) or lexicon.has(TO_EACH_OTHER, unit.words):
        return
    if lexicon.has(OTHER_NUMBERS, unit.words):
        here = here._replace(telephones=())
    for address in here.mail[:5]:
        yield said("contact", "stated", unit, f"mail:{address}")
    for number in here.telephones[:5]:
        yield said("contact", "stated", unit, f"phone:{number}")
    if here.mail or here.telephones:
        return
    forms = [each for each in here.web if "kontakt" in each.casefold() or "contact" in each.casefold()]
    if forms and lexicon.has(CONTACT, unit.words):
        yield said("contact", "stated", unit, f"form:{forms[0]}")
    elif (
        lexicon.has(TURN_TO, unit.words)
        and any(word[:1].isupper() for word in unit.text.split()[1:])
        and not here.web
    ):
        yield said("contact", "unsure", unit)


def _register(document: Document, number: int, unit: Unit) -> Iterator[Said]:
    lexicon = document.lexicon
    if lexicon.has(NO_NEED, unit.words) and (
        lexicon.has(REGISTER, unit.words) or any(word in unit.words for word in ("anmäl", "book", "sign up"))
    ):
        yield said("registration", "denied", unit)
        return
    if not (lexicon.has(REGISTER, unit.words) or lexicon.has(REGISTER, unit.label)) or lexicon.has(
        NOT_REGISTER, unit.words
    ):
        return
    near = addresses_near(document, number)
    ways = [f"mail:{each}" for each in near.mail] + [f"phone:{each}" for each in near.telephones]
    ways += [f"form:{each}" for each in near.web if not is_joining_address(each)]
    if not ways and lexicon.has(FORM, unit.words):
        ways = ["form:"]
    deadline = next((when for when in unit.whens if when.date and when.about == "deadline"), None)
    if ways or deadline is not None:
        yield said("registration", "stated", unit)
    else:
        yield said("registration", "unsure", unit)
    for way in ways[:6]:
        yield said("registration-way", "stated", unit, way)
    if deadline is not None:
        yield said("registration-deadline", "stated", unit, deadline.date)
    elif (" före " in unit.words or " innan " in unit.words or " before " in unit.words) and any(
        when.minutes for when in unit.whens
    ):
        yield said("registration-deadline", "stated", unit)


def _venue(document: Document, unit: Unit) -> Iterator[Said]:
    """Where one goes; what is only on the web is no place."""
    lexicon = document.lexicon
    if unit.label and lexicon.has(PLACE_LABEL, unit.label):
        if place := _labelled_place(document, unit):
            yield said("venue", "stated", unit, place)
    elif unit.kind != "heading" and _is_at_a_place(document, unit):
        yield said("venue", "stated", unit)


def _labelled_place(document: Document, unit: Unit) -> str:
    """The parts of “Plats: Stadsbiblioteket, Storgatan 1, och i Zoom” that are places."""
    lexicon = document.lexicon
    if not lexicon.has(PLACE_LABEL, unit.label) or lexicon.has(NO_PLACE, unit.label):
        return ""
    value = unit.value.strip(" -–…")
    for word in (" och ", " eller ", " and ", " or ", " samt "):
        value = value.replace(word, ", ")
    parts = [part.strip() for part in value[:300].split(",")]
    places = [part for part in parts if len(part) >= 2 and not _is_no_place(document, part)]
    return ", ".join(places) if any(map(str.isalpha, "".join(places))) else ""


def _is_no_place(document: Document, part: str) -> bool:
    is_address = "//" in part or ("/" in part and "." in part and " " not in part)
    return document.lexicon.has(NO_PLACE, plain(part)) or is_address or bool(OTHER_PLATFORMS.search(part))


def _is_at_a_place(document: Document, unit: Unit) -> bool:
    if document.lexicon.has(HELP, unit.words):
        return False
    place = document.lexicon.find(AT_PLACE, unit.words)
    if place < 0 and document.lexicon.has(COMES_TOGETHER, unit.words) | bool(unit.whens):
        named = NAMED_PLACE.search(unit.text[:LONGEST_SEARCHED])
        return named is not None and not is_denied(document, unit.words)
    if place < 0 or is_denied(document, clause(unit.words, place)):
        return False
    behind = " ".join(unit.words[place:].split(None, 1)[:1])
    return not document.lexicon.has(NO_PLACE, f" {behind} ")


def _attendance(document: Document, unit: Unit) -> Iterator[Said]:
    """How one can take part: “online”, “on-site”, “hybrid”, “broadcast”, “online-only”."""
    lexicon = document.lexicon
    if lexicon.has(NOT_A_FORM_OF_MEETING, unit.words):
        return
    if lexicon.has(PANEL, unit.words):
        yield said("attendance", "stated", unit, "broadcast")
        return
    in_full = document.understood
    if in_full and unit.length > SHORT and not lexicon.has(OF_A_MEETING, unit.words):
        return
    distance = lexicon.find(AT_A_DISTANCE, unit.words)
    on_site = lexicon.find(ON_SITE, unit.words)
    form = _form_of_meeting(document, unit, distance, on_site)
    if form:
        yield said("attendance", "stated", unit, form)
        return
    for place, form in ((distance, "online"), (on_site, "on-site")):
        if place >= 0:
            denied = is_denied(document, clause(unit.words, place))
            yield said("attendance", "denied" if denied else "stated", unit, form)


def _form_of_meeting(document: Document, unit: Unit, distance: int, on_site: int) -> str:
    lexicon = document.lexicon
    has_place = _is_at_a_place(document, unit) or bool(unit.label and _labelled_place(document, unit))
    both = distance >= 0 and (on_site >= 0 or has_place)
    if both or lexicon.has(HYBRID, unit.words):
        places = [place for place in (distance, on_site) if place >= 0]
        if not any(is_denied(document, clause(unit.words, place)) for place in places):
            return "hybrid"
        return ""
    if lexicon.has(ONLY, unit.words):
        return "online-only"
    return "broadcast" if lexicon.has(BROADCAST, unit.words) else ""
