"""How people behave, speak and are heard: the floor, moderation, rules of play, safety, participation, cameras."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.text.statements.contacts import addresses
from a11ycheck.text.statements.gate import Said, clause, is_advice, is_denied, said
from a11ycheck.text.statements.phrases import Cues
from a11ycheck.text.statements.units import Document, Unit

SPEAK = Cues(
    sv="""
        fråg*; ordet; säga något; yttra; synpunkt*; kommentar*; inlägg; tala; prata; begär ordet
        handuppräckning; uttrycka
    """,
    en="question*; speak; comment*; say something; the floor; contribute; ask in; raise your; views",
    de="frage*; wort*; kommentar*",
    fr="question*; parole; commentaire*",
    fi="kysymy*; puheenvuoro*; kommen*",
    nb="spørsmål; ordet; kommentar*",
    da="spørgsmål; ordet; kommentar*",
    es="pregunta*; palabra; comentario*",
)
CHAT = Cues(
    sv="chatten; i chatt; chatt; chat",
    en="chat",
    de="chat",
    fr="chat",
    fi="chat*; chatissa",
    nb="chat*; chatten",
    da="chat*; chatten",
    es="chat",
)
HAND = Cues(
    sv="""
        räck* .. (hand*|upp); handuppräckning; begär* ordet; räcker upp handen; räcka upp; använd* handen i
    """,
    en="""
        raise (your|a) hand*; raising your hand; (your|a) hand up; raise hand; put up your hand
        (use|using) the (zoom|teams|raised|virtual) hand
    """,
    de="hand heben; heben sie die hand; handzeichen",
    fr="lever la main; levez la main",
    fi="nosta käsi; nostamalla käden; käden nosto",
    nb="rekk opp hånden; rekke opp hånda; rekk opp",
    da="ræk hånden op; række hånden",
    es="levante la mano; levantar la mano",
)
IN_CHAT = Cues(
    sv="skriv* .. (chatten|chatt|frågerutan|frågeruta)",
    en="(type|write|post|put|pop|use) .. (chat|q a panel|q a box|q a function)",
)
CHAT_CLOSED = Cues(
    sv="chatten (är|kommer att vara|hålls) (avstängd|stängd)",
    en="chat (is|will be) (closed|off|disabled|turned off|switched off)",
)
BEFORE = Cues(
    sv="""
        i förväg; före mötet; innan mötet; på förhand; före webbinariet; innan; förhandsfråg*
        dagen (före|innan); i förhand; senast
    """,
    en="""
        in advance; beforehand; before the (meeting|webinar|event|session); ahead of; prior to
        the day before; ahead; at the latest; by
    """,
    de="vorab; im voraus; vor der sitzung",
    fr="à l avance; avant la réunion",
    fi="etukäteen; ennen kokousta",
    nb="på forhånd; før møtet",
    da="på forhånd; inden mødet",
    es="con antelación; antes de la reunión; previamente",
)
WRITE_IN = Cues(
    sv="skicka*; mejla*; maila*; skriv till; lämna; sms*; formulär*",
    en="send; sent; email; emailed; emailing; submit; write to; text; form",
    de="senden; schicken; mailen",
    fr="envoyer; envoyez",
    fi="lähetä; sähköposti*",
    nb="send; e post",
    da="send; mail",
    es="envíe; enviar",
)
DURING = Cues(
    sv="""
        under (mötet|sändningen|webbinariet|träffen|föreläsningen|konferensen|samtalet); i zoom; i teams
        direkt
    """,
    en="during (the|this) (meeting|webinar|broadcast|event|session|talk); in zoom; in teams; live",
)
CAN_ASK = Cues(
    sv="""
        (du|ni|alla) (kan|får) .. (ställa|fråga|kommentera|ställ); (går|går det) (inte )(att )(ställa|fråga)
        möjlighet att (ställa|fråga|kommentera); ställ (din|dina|gärna)
    """,
    en="""
        (you|everyone|participants) (can|may|will be able to) .. (ask|comment|speak)
        (possible|able) to (ask|speak); ask (your|a) question*; chance to (ask|put); put (your )questions
    """,
)
YOUR_QUESTION = Cues(
    sv="""
        (din|dina|era) (fråga|frågor|synpunkter|kommentarer); frågor i förväg
        (mejla|skicka|skriv) .. frågor
    """,
    en="""
        your (question|questions|comments|views); questions (in advance|beforehand)
        (email|send|submit) .. questions
    """,
)
NOT_SPEAK = Cues(
    sv="""
        chatta med oss; ditt ärende; kundtjänst; i mån av tid; kakor; detaljplan*; tekniska problem; problem
        får problem; har du frågor; vid frågor; supporten
    """,
    en="""
        your order; chat with us; customer; if time allows; technical problem*; trouble; any questions
        have questions; questions about; have any questions; planning application
    """,
)
MODERATOR = Cues(
    sv="""
        moderator*; mötesledare*; samtalsledare*
        (samtalet|mötet|konferensen|webbinariet) (leds|leddes|modereras) av
        (diskussionen|panelen|dagen|träffen|kvällen) (leds|leddes|modereras) av
        (leder|modererar) (samtalet|mötet|diskussionen|panelen|träffen|webbinariet); mötesordförande*
        ordföranden (leder|fördelar); fördelar ordet; programledare; facilitator*; leds av; leddes av
        ordförande för (mötet|dagen); konferencier*; leder kvällen; för ordet; kursledare*; seminarieledare*
    """,
    en="""
        moderator*; moderated by; chaired by; led by; facilitator*; facilitated by
        (will|to) (moderate|chair|facilitate|lead); gives (everyone )(the )floor; the chair will
        meeting leader; compère; chairs the (meeting|forum|session|discussion|event)
    """,
    de="moderation; moderator*; moderiert von; sitzungsleitung; leitung",
    fr="animateur; animatrice; animé par; modérateur; présidé par",
    fi="puheenjohtajana toimii; juontaja*; moderaattori; vetäjä*; fasilitoi*",
    nb="ordstyrer*; møteleder*; ledes av",
    da="ordstyrer*; mødeleder*; ledes af",
    es="moderador*; moderado por; modera",
)
CHAIR_LABEL = Cues(
    sv="ordförande; mötesvärd; värd; värdar",
    en="chair; host; hosts",
)
"""Labels with the name of who gives the floor behind them."""
PERHAPS_MODERATOR = Cues(
    sv="(mötets|kvällens|dagens) värd; (till|genom) ordföranden",
    en="""
        hosted by (the|our) (broadcaster|journalist|presenter|editor|author); (through|to|via) the chair
        your host; our host
    """,
)
"""A role of which a person knows whether it gives the floor."""
NOT_MODERATOR = Cues(
    sv="""
        val av; väljs; är ordförande i; ordförande i (föreningen|förbundet|styrelsen); facebookgrupp*
        moderation så; till mötesordförande; att välja
    """,
    en="""
        election of; elect; chair of the (association|society|board|trust|charity|council|committee|union)
        facebook group; be elected
    """,
)
NAME = re.compile(
    r"(?<![\w])[A-ZÅÄÖÆØÉÜ][a-zåäöæøéü'’-]{1,30} (?:(?:von|van|af|de|al|bin) )?[A-ZÅÄÖÆØÉÜ][\w'’-]{0,30}"
)
NOT_NAMES = frozenset(
    """
    Moderator Mötesledare Samtalsledare Ordförande Mötesordförande Facilitator The Chair Kontakt Webbinariet Mötet
    Konferensen Panelen
    """.split()
)
RULES_LABEL = Cues(
    sv="""
        spelregler*; mötesregler*; ordningsregler*; mötesetikett; så (här )går mötet till
        hur mötet går till; så gör vi under mötet; förhållningsregler*; samtalsregler*; vett och etikett
    """,
    en="""
        ground rules; house rules; meeting rules; rules of play; how the meeting works
        how we run the meeting; etiquette; housekeeping; how this meeting works; meeting etiquette
        rules for the meeting
    """,
    de="spielregeln; gesprächsregeln; regeln für die sitzung",
    fr="règles du jeu; règles de la réunion",
    fi="pelisäännöt; kokouskäytännöt; keskustelusäännöt",
    nb="kjøreregler; spilleregler; møteregler",
    da="spilleregler; mødeetikette; møderegler",
    es="reglas de la reunión; normas de la reunión",
)
RULES = Cues(
    sv="""
        en (i taget|talar i taget|person talar i taget)
        håll* .. (mikrofonen|mikrofonerna|micken) .. (avstängd|av|avstängda)
        stäng* av (mikrofonen|din mikrofon|micken|mikrofonerna); avbryt* inte; mikrofonen (är )avstängd
        ha mikrofonen avstängd; säg (ditt )namn; inte avbryt*; ha .. (mikrofonen|micken) (avstängd|av)
        tala en i taget; mikrofonerna (avstängda|av); lyssna* .. på varandra; begär ordet innan
        låter varandra (tala|prata); prata inte i mun; (visar|visa) hänsyn; tala till punkt
    """,
    en="""
        one (speaker|person|at) (at a time|speaks at a time|a time)
        (keep|mute|turn off) .. (microphone*|mic|mics|yourself|muted); stay muted; do not interrupt
        say your name; remain muted; microphones (off|muted); one at a time
        microphones (off|muted|switched off); let (each other|everyone|others) finish; listen to each other
        ask for the floor before; not talk over; take turns; (minute|minutes) each ,
    """,
)
NOT_RULES = Cues(
    sv="""
        beslutsmäss*; beslutför*; stadgar*; omröstning*; fullmakt*; röstning*; bidrag*; föreningsbidrag
        lagen
    """,
    en="quorum; proxies; proxy; voting; constitution; bylaws; grants; articles",
)
SAFE = Cues(
    sv="""
        uppförandekod*; trakasseri*; kränk*; respekt; respektfull*; trygga; trygg; härskarteknik*
        säkert forum; säkra forum; tryggt; mobbning; diskriminer*; värdegrund; påhopp; illa behandlad
        (något|det) känns fel; vänlig ton
    """,
    en="""
        code of conduct; harass*; respectful; safe space; feel safe; respect; bullying; discriminat*
        treated badly; safeguarding; abuse; unsafe; is rude to you; insults; respected; upsets you
    """,
    de="verhaltenskodex; belästigung*; respektvoll*",
    fr="code de conduite; harcèlement; respectueux",
    fi="häirintä*; turvallisemman tilan; turvallisen tilan; kunnioit*",
    nb="trakassering*; respekt*",
    da="chikane; respekt*; kodeks",
    es="código de conducta; acoso; respetuos*",
)
NOT_SAFE = Cues(
    sv="""
        personuppgift*; säker inloggning; trygghetsboende; brand*; trygghetsvandring; diskrimineringslagen
        diskrimineringsombud*; med respekt för
    """,
    en="your data; login; fire; with respect to; safe journey; in respect of",
)
TELL = Cues(
    sv="""
        kontakta; säg till; vänd dig; berätta för; hör av dig; prata med; anmäl till; mejla; ring
        säg det till; skriv (direkt )till
    """,
    en="tell; contact; message; report; speak to; talk to; let us know; email; call; text 0*",
    de="wenden sie sich; melden sie",
    fr="contactez; signalez",
    fi="ota yhteyttä; ilmoita",
    nb="kontakt; si fra",
    da="kontakt; sig til",
    es="contacte; avise",
)
ACTIVITIES = re.compile(
    r"\b(mentimeter|menti|mural|miro|padlet|slido|kahoot|polls?|breakout(?:[ -]rooms?)?|grupprum|whiteboard"
    r"|omröstning(?:en|ar)?|smågrupper|gruppövning(?:ar)?|digital tavla|jamboard|klaxoon|wooclap)\b"
)
FORMAL_VOTE = Cues(
    sv="stadge*; punkt; fullmakt*; röstlängd*; reglerna för; rösträkn*; stadgarna; styrelseval",
    en="constitution; item; proxy; proxies; rules on; ballot; election of; bylaws",
)
ANOTHER_WAY = Cues(
    sv="""
        (också|även) .. (chatten|muntligt|mejla|mejl|telefon|svara|säga|delta); annat sätt; muntligt
        den som inte (kan|vill); går också bra att; i stället
    """,
    en="""
        (also|instead) .. (chat|aloud|email|phone|answer|say); another way; aloud; instead; out loud
        if you (cannot|prefer); other ways; by voice
    """,
)
OPTIONAL = Cues(
    sv="""
        kamer* .. (vara av|avstängd|valfri|valfritt|frivillig*); kameran av; stäng* av .. kamer*
        (frivilligt|valfritt|välja|väljer) .. kamer*; ingen (måste|behöver) .. kamer*
        (inget måste|behöver inte|inget krav|inte ett måste|om du vill) .. kamer*; får ha kameran av
        kamer* .. (inget måste|inte nödvändig*|inget krav|om du vill); utan kamera; ha kameran av
    """,
    en="""
        camera* .. (optional|off|your choice|up to you|if you wish|if you like|not required)
        (optional|choose|choice|free|dont have|do not have|no need|not need) .. camera*
        without (a |your )camera; keep your camera off; (turn|switch) .. camera* off; cameras .. choice
        (video|camera|cameras) off (is|are) (fine|ok|okay); cameras are (optional|up)
    """,
)
DEMANDED = Cues(
    sv="""
        (måste|ska|vill att|ber alla|krav) .. kamer* .. (på|påslagen|påslagna); kamer* .. (måste|ska) .. på
        kamera på; kameror på; ha kameran på
        kamer* (måste|ska) vara på
    """,
    en="""
        camera* (must|need*|have to|has to) .. on; (must|expect|require|need|ask) .. camera* .. on
        cameras on
    """,
)
OF_SPEAKERS = Cues(
    sv="talare; föreläsare; den som talar; när du talar; när de talar",
    en="speakers; presenters; when they speak; who speaks; when you speak; speaking",
)
PHOTO = Cues(
    sv="fotopromenad*; fototävling; ta med",
    en="photo walk; photo; bring your",
)


def found(document: Document) -> Iterator[Said]:
    for number, unit in enumerate(document.units):
        if is_advice(document, unit):
            continue
        yield from _speaking(document, unit)
        yield from _moderation(document, unit)
        yield from _rules(document, number, unit)
        yield from _safe(document, number, unit)
        yield from _participation(document, number, unit)
        yield from _camera(document, unit)


def _speaking(document: Document, unit: Unit) -> Iterator[Said]:
    """Occasions and channels: “during:chat”, “during:hand”, “before:mail”, and “during:” without a channel."""
    lexicon = document.lexicon
    hand = lexicon.has(HAND, unit.words)
    in_chat = lexicon.has(IN_CHAT, unit.words)
    if lexicon.has(CHAT_CLOSED, unit.words):
        yield said("speaking", "denied", unit, "during:chat")
        return
    if lexicon.has(NOT_SPEAK, unit.words) or not (hand or in_chat or lexicon.has(SPEAK, unit.words)):
        return
    can = lexicon.find(CAN_ASK, unit.words)
    if can >= 0 and is_denied(document, clause(unit.words, can)):
        yield said("speaking", "denied", unit)
        return
    ways = list(_ways(document, unit, hand))
    if ways:
        yield from (said("speaking", "stated", unit, way) for way in ways)
    elif can >= 0:
        yield said("speaking", "unsure", unit, "during:" if lexicon.has(DURING, unit.words) else ":")


def _ways(document: Document, unit: Unit, hand: bool) -> Iterator[str]:
    lexicon = document.lexicon
    if lexicon.has(CHAT, unit.words) or lexicon.has(IN_CHAT, unit.words):
        yield "during:chat"
    if hand:
        yield "during:hand"
    if not lexicon.has(WRITE_IN, unit.words):
        return
    here = addresses(unit)
    occasion = (
        "before" if lexicon.has(BEFORE, unit.words) else "during" if lexicon.has(DURING, unit.words) else ""
    )
    if (not occasion and not here) or (not here and not lexicon.has(YOUR_QUESTION, unit.words)):
        return
    channel = "mail" if here.mail or not here else "phone" if here.telephones else "form"
    yield f"{occasion or 'before'}:{channel}"


def _moderation(document: Document, unit: Unit) -> Iterator[Said]:
    lexicon = document.lexicon
    labelled = bool(unit.label) and lexicon.has(CHAIR_LABEL, unit.label) and bool(unit.value.strip(" -–…"))
    place = lexicon.find(CHAIR_LABEL if labelled else MODERATOR, unit.words)
    if (
        place < 0
        and lexicon.has(PERHAPS_MODERATOR, unit.words)
        and not lexicon.has(NOT_MODERATOR, unit.words)
    ):
        yield said("moderation", "unsure", unit)
    if place < 0 or lexicon.has(NOT_MODERATOR, unit.words) or is_denied(document, clause(unit.words, place)):
        return
    is_label = labelled or (bool(unit.label) and lexicon.has(MODERATOR, unit.label))
    text = unit.value if is_label else unit.text
    for match in NAME.finditer(text[:400]):
        if match[0].split()[0] not in NOT_NAMES:
            yield said("moderation", "stated", unit, match[0])
            return
    yield said("moderation", "unsure", unit)


def _rules(document: Document, number: int, unit: Unit) -> Iterator[Said]:
    lexicon = document.lexicon
    if lexicon.has(NOT_RULES, unit.words):
        return
    if lexicon.has(RULES, unit.words):
        # Where all are told to be seen, what is said of the sound is how it is to look, not how one speaks.
        demanded = lexicon.has(DEMANDED, unit.words)
        yield said("rules", "unsure" if demanded else "stated", unit)
        return
    if not lexicon.has(RULES_LABEL, unit.words):
        return
    if unit.kind == "heading" or (unit.label and not unit.value and lexicon.has(RULES_LABEL, unit.label)):
        behind = [each for each in document.units[number + 1 : number + 4] if each.kind != "heading"]
        if len(behind) >= 2:
            yield said("rules", "stated", unit)
    elif unit.label and lexicon.has(RULES_LABEL, unit.label) and unit.value.count(" ") >= 2:
        yield said("rules", "stated", unit)
    else:
        yield said("rules", "unsure", unit)


def _safe(document: Document, number: int, unit: Unit) -> Iterator[Said]:
    lexicon = document.lexicon
    if not lexicon.has(SAFE, unit.words) or lexicon.has(NOT_SAFE, unit.words):
        return
    near = [each for each in document.units[number : number + 3] if each.piece == unit.piece]
    tells = any(lexicon.has(TELL, each.words) for each in near)
    yield said("safe-forum", "stated" if tells else "unsure", unit)


def _participation(document: Document, number: int, unit: Unit) -> Iterator[Said]:
    lexicon = document.lexicon
    match = ACTIVITIES.search(unit.words[:2_000])
    if match is None or lexicon.has(FORMAL_VOTE, unit.words):
        return
    near = [each for each in document.units[number : number + 2] if each.piece == unit.piece]
    if any(lexicon.has(ANOTHER_WAY, each.words) for each in near):
        yield said("participation", "stated", unit, match[0])
    else:
        yield said("participation", "unsure", unit, match[0])


def _camera(document: Document, unit: Unit) -> Iterator[Said]:
    lexicon = document.lexicon
    if lexicon.has(PHOTO, unit.words):
        return
    if lexicon.has(OPTIONAL, unit.words):
        yield said("camera", "stated", unit)
    elif lexicon.has(DEMANDED, unit.words) and not lexicon.has(OF_SPEAKERS, unit.words):
        yield said("camera", "denied", unit)
