"""How one joins a meeting at a distance: link, platform, id, how to, telephone, help, and when the room opens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.text.joining import is_joining_address, named_platform, unwrapped, web_addresses
from a11ycheck.text.statements.contacts import addresses, addresses_near, is_form
from a11ycheck.text.statements.gate import Said, clause, is_advice, is_denied, promise, said
from a11ycheck.text.statements.phrases import Cues
from a11ycheck.text.statements.units import Document, Unit

JOIN = Cues(
    sv="""
        anslut*; möteslänk*; länk till (mötet|webbinariet|sändningen|träffen|konferensen|zoom*|teams*)
        delta (via|här|på|i mötet); gå med; koppla upp; kopplar upp; möteslänken; zoomlänk*; teamslänk*
        klicka .. (delta|vara med); länken till; logga in här; du deltar; se sändningen
        följ (mötet|sändningen); (teams|zoom|meet|webex) (, )https
    """,
    en="""
        join*; joining link; zoom link; meeting link; link to (the meeting|the webinar|join)
        (teams|zoom|meet|webex) (, )https; connect (to|via|at); log in (here|at)
        watch (live|the stream|here|online)
    """,
    de="teilnehmen; beitreten; link (zur|zum); einwahl*; zugangslink*",
    fr="rejoindre; lien (de connexion|de la réunion|vers); se connecter; connexion",
    fi="liity; osallistu; linkki kokoukseen; kokouslinkki; etäyhteys; osallistumislinkki",
    nb="delta (via|her|på); møtelenke; lenke til; bli med; koble",
    da="deltag; mødelink; link til; log på; tilslut",
    es="unirse; únase; enlace (de la reunión|para|a la); conectarse; acceder",
)
LINK = Cues(
    sv="""
        länk; länken; möteslänk*; zoomlänk*; teamslänk*; anslutningslänk*; inloggningsuppgifter
        mötesinformation; deltagarlänk*; länkar; mötesinbjudan; inbjudan (via|med|på) (e|mejl|mail)
    """,
    en="""
        link; links; joining (details|instructions|information|link); zoom details; access details
        login details; dial in details; meeting details; invitation by email; email invitation
        calendar invitation
    """,
)
SENT = Cues(
    sv="""
        skickas; skickar; kommer; får; mejlas; mailas; delas ut; meddelas; publiceras; läggs ut; ges; sänds
        mejlar; mailar; sms*; meddelar; delar; går ut; följer
    """,
    en="""
        sent; send; receive; get; follow; shared; emailed; circulated; published; provided; share; be given
        posted; email; goes out; go out; will be emailed; message; issued; circulate
    """,
)
ALREADY = Cues(
    sv="redan skickats; har skickats; redan fått; har (du|ni) fått; skickades; har mejlats; har gått ut",
    en="""
        already been; has been (sent|emailed|shared); have (already )been sent; was sent; you have received
        already received
    """,
)
AT_REGISTRATION = Cues(
    sv="""
        när du (har )anmält; när du har anmält; när du anmäler; efter (din )anmälan; i bekräftelsen
        vid anmälan
        i din bekräftelse; efter att du (har )anmält; bekräftelsemejl*
    """,
    en="""
        once you (have )registered; once you have registered; when you register; after (you have )register*
        after registering; confirmation email; in your confirmation; upon registration; on registration
    """,
)
ASK_FOR_LINK = Cues(
    sv="(mejla|maila|kontakta|skriv till|hör av dig) .. länk*; för att få länk*; be om länk*",
    en="""
        (email|contact|ask|write to) us for; (email|contact|write to) .. for (the|a) link; request the link
        ask for the link
    """,
)
CLICK = Cues(
    sv="""
        klicka (här|på länken) .. (anslut*|delta|gå med|mötet); anslut här; delta här; gå med här
        klicka här för att (ansluta|delta|gå med)
    """,
    en="""
        click (here|the link) .. (join|connect|attend); join here; join the meeting (now|here)
        click here to join
    """,
)
OTHER_PLATFORMS = re.compile(
    r"\b(?:YouTube|Youtube|Facebook Live|eSessions|LinkedIn Live|Vimeo|Twitch|Discord|FaceTime|Gather|Livestorm"
    r"|[Ww]ebb-?tv|Screen9|Quickchannel|Solidtango|Pexip|StarLeaf|Hopin|ClickMeeting|Slack)\b"
)
PLATFORM_TRAPS = re.compile(r"^Teams [a-z]")
MOST_SEARCHED = 1_000
CODE = re.compile(
    r"(?<![\w-])(?P<id>mötes-?id|meeting ?id|webinar ?id|webbinarie-?id|konferens-?id|conference ?id|møte-?id"
    r"|kokous-?tunnus)"
    r"\b[^\w\n]{1,4}(?P<number>\d[\d -]{4,18}\d)|"
    r"\b(?P<code>lösenord|passcode|password|passord|adgangskode|access code|åtkomstkod|konferenskod|möteskod"
    r"|pin(?:-?kod)?|koden?|kennwort|mot de passe|contraseña|tunnusluku|salasana)\b[^\w\n]{1,4}(?:är |is )?"
    r"(?P<value>[A-Za-z0-9#!_-]{3,24})(?![\w@.])",
    re.IGNORECASE,
)
HOW_TO = Cues(
    sv="""
        behöver .. inget konto; inget konto; utan konto; ett konto; skapa .. konto
        utan att (installera|ladda ner|logga in); webbläsare; webbläsaren; behöver inte (ladda|installera)
        ladda (ner|ned) (appen|zoom|teams|programmet); installera; bankid; appen; logga in med; mobilapp*
        via appen; i appen; från (din )(dator|mobil|telefon|surfplatta); som gäst
        utan att ha (zoom|teams|konto); utan (program|app); öppna länken i
    """,
    en="""
        no account; need an account; without an account; create an account; members account; your account
        browser; nothing to (download|install); the (zoom |teams )app; zoom app; teams app; mobile app
        (install|download) (anything|the app|zoom|teams|nothing|any); not need to (install|download)
        sign in with; (computer|phone|tablet) or (mobile|phone|tablet|app|computer); as a guest
        without having (zoom|teams|an account); without (an app|the app|software|zoom|teams)
    """,
    de="ohne konto; im browser; app installieren; kein konto",
    fr="sans compte; dans (le|votre) navigateur; installer l application",
    fi="selaimella; ilman tiliä; sovellus*",
    nb="i nettleseren; uten konto; laste ned appen",
    da="i browseren; uden konto; hente appen",
    es="sin cuenta; en el navegador; instalar la aplicación",
)
NOT_HOW_TO = Cues(
    sv="kakor; cookies; webbplatsen använder; rensa",
    en="cookies; this site; this website",
)
BY_TELEPHONE = Cues(
    sv="""
        ring in; ringa in; ringer in; ring upp mötet; (per|via|på) telefon; telefonnummer för att
        delta (per|via|på|med) telefon; inringning*; telefonkonferens*; ring mötet; (ring|slå) .. mötes id
        (delta|vara med|ansluta|lyssna) .. telefon; telefon .. (kod|pin)
    """,
    en="""
        dial in; dial; call in; join by (phone|telephone); by (phone|telephone); phone one tap
        one tap mobile; or call in; audio only; phone in; key in; (ring|call) .. meeting id
        telephone option; phone option; dial by; telephone dial; by telephone
        (take part|join|attend|listen|connect) .. (phone|telephone); phone .. (code|pin)
    """,
    de="per telefon; telefonische einwahl; einwahl*; telefonisch teilnehmen",
    fr="par téléphone; numéro d appel",
    fi="puhelimitse; puhelimella",
    nb="ring inn; per telefon; på telefon",
    da="ring ind; via telefon; pr telefon",
    es="por teléfono; marcar; llamar al",
)
NOT_DIAL_IN = Cues(
    sv="""
        intervju*; support; frågor; kontakt*; anmäl*; osa; hjälp; tekniksupport; nås; når; kundtjänst
        behöver du; försäkring*
    """,
    en="""
        interviews; support; questions; contact; register; rsvp; help; customer; any questions; book
        reach us; reached; agent
    """,
)
HELP = Cues(
    sv="""
        (provar|testar|prova|testa) (tekniken|ljud*|uppkopplingen)
        (provar|testar|prova|testa) (utrustningen|anslutningen|kamera*|verktyget); testmöte*; provmöte*
        tekniktest*; testa .. med oss; hjälp .. (tekniken|teknik|ansluta|uppkoppling*|koppla upp)
        hjälp .. (komma in i mötet|logga in|komma igång|komma i gång|zoom|teams); teknikstöd
        teknisk (support|hjälp); tekniska support*; hjälpa till med tekniken; tekniksupport*
        hjälper dig (att )(komma|ansluta|koppla|med tekniken); provkoppl*; teknikhjälp
        hjälper dig att komma i gång; testuppkoppling*; testtillfälle*
        ovan vid (zoom|teams|tekniken|digitala); teknikkväll*; teknikcafé*; teknikgenomgång*; teknikfika*
        teknikstuga*; går igenom (det tillsammans|tekniken|hur); introduktion till (zoom|teams)
        (osäker|ovan|ny|nervös) .. (tekniken|teknik|zoom|teams|digitala)
        hjälp* .. (tekniken|teknik|zoom|teams|inloggning*); hjälp* .. komma (igång|i gång); provkör*
        ovan vid google; (ovan|ny) .. hjälper vi dig; hjälp under (mötet|kvällen|träffen|sändningen)
        (prova|testa) (zoom|teams|meet|webex) med
    """,
    en="""
        try (the|out the|your) (technology|equipment|link|sound|connection|tool)
        test (call|session|meeting|run); tech (check|support|help|rehearsal)
        help (getting|with|to) .. (online|the technology|zoom|teams|connect*|join*|technical)
        technical (support|help|assistance); practice session; (test|try) .. with us; it support
        training session; never used (zoom|teams); new to (zoom|teams|video|online); talk you through
        tech (evening|session|drop|rehearsal|cafe)
        (not sure|unsure|worried|nervous|new to) .. (technology|zoom|teams|tech|online)
        help .. (technology|the tech|zoom|teams|logging in); trial run
        test their (set|equipment|connection); try out (your|zoom|teams|webex); practice call
        test your (sound|equipment|connection|camera)
    """,
    de="technischer test; techniktest; technische (hilfe|unterstützung); technikcheck",
    fr="assistance technique; test technique; aide technique",
    fi="tekninen tuki; teknistä tukea; testiyhteys; tekninen testi",
    nb="teknisk (hjelp|støtte|test); testmøte",
    da="teknisk (hjælp|støtte|test); testmøde",
    es="asistencia técnica; prueba técnica; ayuda técnica; soporte técnico",
)
TROUBLE = Cues(
    sv="""
        problem .. (tekniken|teknik|ljud*|bild*|ansluta|anslutning*|uppkoppling*|komma in|länken)
        (problem|strul|strular|krånglar) .. (tekniken|ljud*|bild*|zoom|teams)
        (tekniken|ljudet|uppkopplingen|länken|zoom|teams) .. (krånglar|strular|fungerar inte)
        teknisk* problem; tekniskt (strul|problem|fel); tappar (du )(anslutningen|kontakten)
        (kommer du inte|om du inte kommer) in; fungerar inte (ljudet|bilden|länken|tekniken|zoom|teams)
        (ljudet|bilden|länken|tekniken|ljud|bild) .. (fungerar inte|försvinner|bryts|hackar); hör du inte
        (kommer|kom) .. inte in; tekniskt krångel; tekniken krånglar; (strular|krånglar) det
        något (krånglar|strular)
    """,
    en="""
        technical (problem*|difficult*|issue*|trouble)
        (trouble|problem*|issue*|difficult*) .. (sound|audio|connecti*|joining)
        (trouble|problem*|issue*|difficult*) .. (video|technology|logging|the link); lost your connection
        lose your connection; cannot (hear|connect|join|get in); cant (hear|connect|join|get in)
        no (sound|picture|audio); (sound|link|video|audio) .. (not work*|doesnt work|fails|stops); stuck
        not working; something goes wrong
    """,
)
DURING = Cues(
    sv="""
        under (själva )(mötet|sändningen|webbinariet|träffen|konferensen|samtalet|dagen|kvällen|kursen|forumet)
    """,
    en="during (the|this) (meeting|call|webinar|event|session|broadcast|conference|forum); on the night",
)
NUMBER_ABOVE = Cues(
    sv="samma nummer; (telefonnumret|numret) ovan; (han|hon) svarar",
    en="same number; that number; number above",
)
IN_CHAT = Cues(
    sv="chatten; chatt",
    en="chat",
)
NO_HELP_OFFER = Cues(
    sv="öppnar; öppnas; öppen; dina kunskaper; quiz",
    en="opens; open; your knowledge; quiz",
)
OPENS = Cues(
    sv="""
        (mötesrummet|zoomrummet|rummet|länken|väntrummet) .. (öppnar|öppnas|öppet|öppen|öppna)
        (lobbyn|det digitala rummet|möteslänken|teamsrummet|mötesrum) .. (öppnar|öppnas|öppet|öppen|öppna)
        vi öppnar (mötet|rummet|länken|zoom|för|upp|mötesrummet)
        (ansluta|logga in|koppla upp dig|anslut|kom in|insläpp) (från|redan|tidigast|gärna); vi släpper in
        insläpp; öppnar (vi )(rummet|länken|mötesrummet)
    """,
    en="""
        (room|lobby|link|waiting room|call|zoom|meeting) (opens|will open|will be open)
        (room|lobby|link|waiting room|call|zoom|meeting) (is open|will be opened|open)
        we (open|will open) the (room|call|meeting|link|lobby|zoom)
        (join|log in|connect|log on|arrive) (from|as early|early|any time from); doors open
        let (you|people|everyone) in
    """,
    de="(raum|meeting|link) .. (öffnet|geöffnet)",
    fi="(kokous|huone|linkki) .. (avautuu|avataan)",
    nb="(rommet|lenken|møterommet) .. (åpner|åpnes)",
    da="(rummet|linket|mødet) åbner",
    fr="(salle|lien) .. (ouvre|ouverte)",
    es="(sala|enlace) .. (abre|abierta)",
)
NOT_OPENS = Cues(
    sv="öppet hus; biblioteket; anmälan öppnar; receptionen; växeln",
    en="open day; library; registration opens; office",
)


def found(document: Document) -> Iterator[Said]:
    for number, unit in enumerate(document.units):
        advice = is_advice(document, unit)
        yield from _joining(document, number, unit, advice)
        yield from _platform(unit, advice)
        yield from _codes(unit, advice)
        if advice:
            continue
        yield from _how_to(document, unit)
        yield from _by_telephone(document, number, unit)
        yield from _help(document, number, unit)
        yield from _opens(document, unit)


def _joining(document: Document, number: int, unit: Unit, advice: bool) -> Iterator[Said]:
    lexicon = document.lexicon
    here = addresses(unit).web
    known = [each for each in here if is_joining_address(each)]
    for address in known[:3]:
        yield said("joining", "stated", unit, unwrapped(address))
    if known or advice:
        return
    speaks_of_link = lexicon.has(LINK, unit.words)
    if lexicon.has(ASK_FOR_LINK, unit.words):
        return
    if speaks_of_link and lexicon.has(AT_REGISTRATION, unit.words):
        yield said("joining", "stated", unit, "registration")
    elif speaks_of_link and lexicon.has(ALREADY, unit.words):
        yield said("joining", "unsure", unit)
    elif speaks_of_link and lexicon.has(SENT, unit.words):
        how, day = promise(document, unit)
        yield said("joining", how, unit, day)
    elif here and not is_form(here[0]) and (lexicon.has(JOIN, unit.words) or lexicon.has(JOIN, unit.label)):
        yield said("joining", "stated", unit, here[0])
    elif not here and lexicon.has(CLICK, unit.words):
        # Words of a link whose address is lost, as in plain text.
        yield said("joining", "unsure", unit)


def _platform(unit: Unit, advice: bool) -> Iterator[Said]:
    if advice:
        return
    text = unit.text[:MOST_SEARCHED]
    named = named_platform(text)
    if named and not (named == "Teams" and PLATFORM_TRAPS.search(text)):
        yield said("platform", "stated", unit, named)
    elif other := OTHER_PLATFORMS.search(text):
        yield said("platform", "stated", unit, other.group())
    else:
        for _, address in unit.links:
            if is_joining_address(address):
                yield said("platform", "unsure", unit, address)
                return
        for address in web_addresses(text) if "//" in text else ():
            if is_joining_address(address):
                yield said("platform", "unsure", unit, address)
                return


def _codes(unit: Unit, advice: bool) -> Iterator[Said]:
    if advice or not (any(map(str.isdecimal, unit.text)) or ":" in unit.text):
        return
    for match in CODE.finditer(unit.text[:MOST_SEARCHED]):
        if match["id"]:
            yield said("meeting-id", "stated", unit, "".join(filter(str.isdecimal, match["number"])))
        elif any(map(str.isdecimal, match["value"])) or ":" in match[0]:
            # What opens the meeting need not leave the document.
            yield said("meeting-id", "stated", unit, "code")


def _how_to(document: Document, unit: Unit) -> Iterator[Said]:
    lexicon = document.lexicon
    if lexicon.has(HOW_TO, unit.words) and not lexicon.has(NOT_HOW_TO, unit.words):
        yield said("instructions", "stated", unit)


def _by_telephone(document: Document, number: int, unit: Unit) -> Iterator[Said]:
    lexicon = document.lexicon
    place = lexicon.find(BY_TELEPHONE, unit.words)
    if place < 0 or lexicon.has(NOT_DIAL_IN, unit.words):
        return
    if is_denied(document, clause(unit.words, place)):
        yield said("dial-in", "denied", unit)
        return
    telephones = addresses_near(document, number).telephones
    if telephones:
        yield said("dial-in", "stated", unit, telephones[0])
    else:
        yield said("dial-in", "unsure", unit)


def _help(document: Document, number: int, unit: Unit) -> Iterator[Said]:
    lexicon = document.lexicon
    during = lexicon.has(DURING, unit.words)
    in_trouble = lexicon.has(TROUBLE, unit.words)
    place = lexicon.find(HELP, unit.words)
    if place < 0 and not in_trouble:
        # “Under kvällen: 08-…” beneath “Teknisk hjälp”.
        of_help = unit.kind != "heading" and unit.section and lexicon.has(HELP, unit.section)
        if during and of_help and _reachable(document, number, unit):
            yield said("help-during", "stated", unit)
        return
    topic = "help-during" if during or in_trouble else "help-before"
    if topic == "help-before" and lexicon.has(NO_HELP_OFFER, unit.words):
        return
    if not in_trouble and is_denied(document, clause(unit.words, place)):
        yield said(topic, "denied", unit)
        return
    if in_trouble and is_denied(document, unit.words) and not _reachable(document, number, unit):
        yield said(topic, "denied", unit)
        return
    if _reachable(document, number, unit):
        yield said(topic, "stated", unit)
    else:
        yield said(topic, "unsure", unit)


def _reachable(document: Document, number: int, unit: Unit) -> bool:
    """It says when, or whom to turn to."""
    near = addresses_near(document, number)
    if near.mail or near.telephones or document.lexicon.has(IN_CHAT, unit.words):
        return True
    if document.lexicon.has(NUMBER_ABOVE, unit.words):
        before = document.units[max(number - 3, 0) : number]
        return any(addresses(each).telephones for each in before if each.piece >= unit.piece - 1)
    return any(when.date or when.begins for when in unit.whens)


def _opens(document: Document, unit: Unit) -> Iterator[Said]:
    lexicon = document.lexicon
    if not lexicon.has(OPENS, unit.words) or lexicon.has(NOT_OPENS, unit.words):
        return
    when = next((when for when in unit.whens if when.begins or when.minutes), None)
    if when is not None:
        yield said("early", "stated", unit, when.begins or str(when.minutes))
    elif "minut" in unit.words:
        yield said("early", "stated", unit)
