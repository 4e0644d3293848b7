"""What is kept and told afterwards, what has changed, and what is over: recording, minutes, feedback, QR codes."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.text.statements.contacts import addresses, addresses_near
from a11ycheck.text.statements.gate import (
    Said,
    clause,
    is_advice,
    is_denied,
    is_of_another_meeting,
    promise,
    said,
)
from a11ycheck.text.statements.phrases import Cues
from a11ycheck.text.statements.units import Document, Unit

RECORDED = Cues(
    sv="""
        spelas (inte )in; spelas in; spelar in; spelar vi in; inspelas; filmas; filmar; ingen inspelning
        inspelning (görs|sker); (mötet|webbinariet|föreläsningen) .. spela* in; komma att spelas in
        inte att spelas in; inspelning av mötet; spela in (mötet|webbinariet|föreläsningen|träffen)
        inspelningen (skickas|mejlas); (vi|ni) (spelar|filmar|livefilmar); kommer (vi )att (spela in|filma)
        spela in och
    """,
    en="""
        (is|be|being|are) (not )(recorded|filmed|being filmed|being recorded); is being filmed
        (not )be recorded; (will|we will|may) record; no recording
        record the (meeting|webinar|session|event|talk)
        recording of (the|this) (meeting|webinar|session|event) will; recording will
        (email|send) (you )the recording; (are|is|be) recording (the|this|our); nothing is recorded
        not record (the|this)
    """,
    de="aufgezeichnet; aufzeichnung",
    fr="enregistré*; enregistrement",
    fi="tallennetaan; nauhoitetaan; tallenne",
    nb="tas opp; opptak; filmes",
    da="optages; optagelse; filmes",
    es="se grabará; grabada; grabación",
)
MAYBE = Cues(
    sv="kan komma att; eventuellt; kanske; planerar att; tänker; hoppas; om inte",
    en="may be; might be; may record; possibly; plan to; hope to; intend to; unless",
)
NOT_RECORDED = Cues(
    sv="din fråga; fotograferar; om du spelar in; får inte spela in; inte tillåtet att",
    en="your question; photograph*; may not record; please do not record; not record without; not allowed",
)
RECORDING = Cues(
    sv="inspelning*; film*; video*; sändningen i efterhand; föreläsningen i efterhand; i efterhand",
    en="recording*; video*; film*; watch again",
    de="aufzeichnung*; video*; film*",
    fr="enregistrement*; vidéo*; film*",
    fi="tallen*; video*; elokuva*",
    nb="opptak*; video*; film*",
    da="optagelse*; video*; film*",
    es="grabación*; vídeo*; película*",
)
CAPTIONED = Cues(
    sv="textad*; textat; textas; textning; undertext*",
    en="captioned; captions; subtitle*; subtitled",
    de="untertitel*; mit untertiteln",
    fr="sous titr*",
    fi="tekstit*",
    nb="tekstet; undertekst*",
    da="tekstet; undertekst*",
    es="subtitulad*; subtítulos",
)
DESCRIBED = Cues(
    sv="syntolkad*; syntolkat; syntolkning; syntolkas",
    en="audio described; audio description; described version; descriptive version",
    de="audiodeskription",
    fr="audiodescription",
    fi="kuvailutulkat*; kuvailutulkkaus",
    nb="synstolk*",
    da="synstolk*",
    es="audiodescri*",
)
VERSION = Cues(
    sv="version*; film*; inspelning*; video*; föreläsning*; presentation*",
    en="version; film; recording; video; lecture; presentation",
    de="version; fassung",
    fr="version",
    fi="versio*; tallenne*",
    nb="versjon; opptak*",
    da="version; optagelse*",
    es="versión; grabación",
)
MINUTES = Cues(
    sv="""
        anteckning*; minnesanteckning*; protokoll*; sammanfattning*; referat*; dokumentation*
        mötesanteckning*
    """,
    en="""
        minutes; notes; summary; transcript; write up; meeting notes; written summary; record of the meeting
    """,
    de="protokoll; zusammenfassung; niederschrift; mitschrift",
    fr="compte rendu; procès verbal; résumé",
    fi="pöytäkirja*; muistio*; yhteenveto*",
    nb="referat*; protokoll*; oppsummering",
    da="referat*; opsummering",
    es="acta; resumen; transcripción",
)
NOT_MINUTES = Cues(
    sv="""
        justera*; föregående; förra; protokollförare; protokolljustera*; rösträknare; justering
        lätt svenska; lättläst; av rapporten; val av; egna anteckningar; ta anteckningar
    """,
    en="""
        last meeting; previous; approval; approve; approved; election; minutes long; easy read
        of the report; last (for )*minutes; break; before; welcome pack; early
    """,
)
TO_COME = Cues(
    sv="""
        skickas; skickar; publiceras; läggs ut; mejlas; kommer; delas; finns (på|här|efter); sprids
        lägger vi ut
    """,
    en="""
        sent; send; published; shared; circulated; posted; follow; emailed; available; be on; put on
        go on (our|the); go out; go up; put up
    """,
    de="verschickt; veröffentlicht; zugesandt",
    fr="envoyé; publié",
    fi="lähetetään; julkaistaan",
    nb="sendes; publiseres",
    da="sendes; udsendes; offentliggøres",
    es="se enviará; se publicará",
)
IS_THERE = Cues(
    sv="finns (på|här|nu|att läsa); läs; ladda ner; här är; hittar du",
    en="(is|are) (on|here|at|now|available); read; download; find",
)
FEEDBACK = Cues(
    sv="""
        utvärdering*; utvärdera; enkät; enkäten; vad du (tyckte|tycker); vad tyckte du; göra bättre
        återkoppling på mötet; synpunkter på (mötet*|tillgänglighet*|arrangemang*|konferensen|webbinariet)
        bli bättre; hur du upplevde; tyck till om (mötet|träffen|webbinariet|konferensen|dagen)
    """,
    en="""
        evaluation; survey; what you thought; do better
        feedback on (the|how) (meeting|event|accessibility|webinar|session|conference); feedback form
        how we did; improve (our|future) (meeting*|event*); feedback (about|from) (the|participants|you)
        your feedback; feedback on the accessibility
    """,
    de="rückmeldung; feedback; umfrage; evaluation",
    fr="évaluation; vos retours; questionnaire",
    fi="palaute*; kysely*; arviointi*",
    nb="evaluering; tilbakemelding*",
    da="evaluering; feedback; tilbagemelding*",
    es="evaluación; encuesta; sus comentarios",
)
NOT_FEEDBACK = Cues(
    sv="webbplats*; projekt*; detaljplan*; remiss*; samråd; resultatet av enkäten; enkäten från; förra",
    en="website; this page; project; planning; results of the survey; strategy; consultation; last years",
)
CHANGED = Cues(
    sv="""
        (ny|ändrad) tid; ny* datum; ändrat datum; nytt datum
        (mötet|träffen|konferensen|webbinariet) .. (inställt|inställd|ställs in|flyttas|flyttats)
        (mötet|träffen|konferensen|webbinariet) .. (skjuts upp|skjutits|flyttat|ändrats|uppskjut*)
        (föreläsningen|årsmötet) .. (inställt|inställd|ställs in|flyttas|flyttats)
        (seminariet|styrelsemötet|samrådet) .. (inställt|inställd|ställs in|flyttas|flyttats)
        (föreläsningen|årsmötet) .. (skjuts upp|skjutits|flyttat|ändrats|uppskjut*)
        (seminariet|styrelsemötet|samrådet) .. (skjuts upp|skjutits|flyttat|ändrats|uppskjut*); ställs in
        (ställa|ställt|ställer) in (mötet|kvällens|dagens|träffen)
        (ställa|ställt|ställer) in (föreläsningen|konferensen|webbinariet|årsmötet); inställt; skjuts upp
        framskjut*; ny lokal; ändrad lokal; obs ändrad*; framflytt*
        (skjuta|skjuter|skjutit) upp (mötet|medlemsmötet|årsmötet|träffen|webbinariet|konferensen|seminariet)
        (flytta|flyttar|flyttat) (mötet|medlemsmötet|årsmötet|träffen|webbinariet|konferensen|seminariet)
    """,
    en="""
        new (time|date); (time|date) (has )changed; changed (time|date)
        (meeting|event|talk|webinar|conference|session|seminar|club) .. (cancelled|canceled|postponed)
        (meeting|event|talk|webinar) .. (rescheduled|moved to|has moved|been moved)
        (conference|session|seminar|club) .. (rescheduled|moved to|has moved|been moved)
        is (cancelled|canceled|postponed); has been (cancelled|postponed|rescheduled|moved); cancelled
        (had|have) to (cancel|postpone|move); put back to; brought forward; change of (venue|date|time)
        (postpone|postponing|move|moving|reschedule|rescheduling) (the|our|this) (meeting|webinar|session|talk)
    """,
    de="abgesagt; verschoben; neuer termin; entfällt",
    fr="annulé*; reporté*; nouvelle date",
    fi="peruttu; peruutettu; siirretty; siirtyy",
    nb="avlyst; utsatt; ny dato; flyttet",
    da="aflyst; udsat; ny dato; flyttet",
    es="cancelad*; aplazad*; nueva fecha; pospuest*",
)
NOT_CHANGED = Cues(
    sv="""
        kansli*; betalning*; nya lokaler; om mötet; vid inställt; avgift*; stadge*; ändrad lydelse
        blir inställt; om det ställs in
    """,
    en="office has moved; our office; climate; if the meeting; if we; fee*; cancellation policy; if it is",
)
OVER = Cues(
    sv="""
        tack till alla; tack för; anordnades; arrangerades; genomfördes; ägde rum; hölls
        (vi|deltagarna|vi) (utforskade|diskuterade|träffades|samlades|pratade|fick); utforskade vi
        diskuterade vi; samlades; leddes av; avslutades med; besöktes av
        (deltog|medverkade) (på|i|under|vid|när); presenterade resultat*; i år anordnades; så var; så gick
    """,
    en="""
        thank you (to all|to everyone|for joining|for attending|for coming|for taking part|all)
        thanks to (all|everyone); was held; were held; took place; took part
        we (explored|discussed|met|heard|learned|learnt|gathered); held our
        (residents|members|people|parents|hundreds) met (to|at|in|for)
        participants (discussed|explored|heard|met); (was|were) attended; attended by; speakers presented
    """,
    de="fand statt; fanden statt; vielen dank an alle; wurde durchgeführt",
    fr="s est tenue; s est tenu; a eu lieu; merci à tous",
    fi="järjestettiin; pidettiin; kiitos kaikille",
    nb="ble arrangert; ble holdt; fant sted; takk til alle",
    da="blev afholdt; blev holdt; fandt sted; tak til alle",
    es="se celebró; tuvo lugar; gracias a todos",
)
NOT_OVER = Cues(
    sv="""
        grundades; bildades; tack för att du anmäl*; tack för (ditt intresse|din anmälan|visat); protokollet
        förra mötet; tack för att ni; tack för hjälpen
    """,
    en="""
        founded; established; last meeting; was formed; thank you for registering
        thank you for your (interest|registration|help)
    """,
)
SCAN = Cues(
    sv="skanna .. (kod*|qr*); scanna .. (kod*|qr*); qr kod*; qr koden",
    en="scan the (qr |)code; scan .. code; qr code*; qr",
    de="qr code*; code scannen",
    fr="code qr; qr code; scannez",
    fi="qr koodi*; skannaa",
    nb="qr kode*; skann",
    da="qr kode*; scan",
    es="código qr; escanee",
)


def found(document: Document) -> Iterator[Said]:
    for number, unit in enumerate(document.units):
        yield from _qr(document, number, unit)
        if is_advice(document, unit):
            continue
        yield from _recording(document, unit)
        yield from _minutes(document, unit)
        yield from _feedback(document, unit)
        lexicon = document.lexicon
        # In a table of talks, one of them is called off.
        if (
            unit.kind != "row"
            and lexicon.has(CHANGED, unit.words)
            and not lexicon.has(NOT_CHANGED, unit.words)
        ):
            yield said("change", "stated", unit)
        if lexicon.has(OVER, unit.words) and not lexicon.has(NOT_OVER, unit.words):
            yield said("past-event", "stated", unit)


def _recording(document: Document, unit: Unit) -> Iterator[Said]:
    lexicon = document.lexicon
    elsewhere = is_of_another_meeting(document, unit)
    place = lexicon.find(RECORDED, unit.words)
    if place >= 0 and not lexicon.has(NOT_RECORDED, unit.words) and not elsewhere:
        denied = is_denied(document, clause(unit.words, place))
        how = "unsure" if lexicon.has(MAYBE, unit.words) else "denied" if denied else "stated"
        yield said("recording", how, unit)
    of_recording = lexicon.has(RECORDING, unit.words)
    captions = lexicon.find(CAPTIONED, unit.words)
    if of_recording and captions >= 0:
        denied = is_denied(document, clause(unit.words, captions))
        yield said("recording-captions", "denied" if denied else "stated", unit)
    described = lexicon.find(DESCRIBED, unit.words)
    if described >= 0 and lexicon.has(VERSION, unit.words):
        denied = is_denied(document, clause(unit.words, described))
        web = addresses(unit).web
        yield said("described-version", "denied" if denied else "stated", unit, web[0] if web else "")


def _minutes(document: Document, unit: Unit) -> Iterator[Said]:
    lexicon = document.lexicon
    place = lexicon.find(MINUTES, unit.words)
    if place < 0 or lexicon.has(NOT_MINUTES, unit.words):
        return
    if any(when.minutes for when in unit.whens):
        return
    around = clause(unit.words, place)
    web = addresses(unit).web
    if is_denied(document, around):
        yield said("minutes", "denied", unit)
    elif web or (lexicon.has(IS_THERE, unit.words) and promise(document, unit)[0] != "promised"):
        yield said("minutes", "stated", unit, web[0] if web else "")
    elif lexicon.has(TO_COME, unit.words) or lexicon.has(IS_THERE, unit.words):
        how, day = promise(document, unit)
        yield said("minutes", how, unit, day)


def _feedback(document: Document, unit: Unit) -> Iterator[Said]:
    lexicon = document.lexicon
    if lexicon.has(FEEDBACK, unit.words) and not lexicon.has(NOT_FEEDBACK, unit.words):
        yield said("feedback", "stated", unit)


def _qr(document: Document, number: int, unit: Unit) -> Iterator[Said]:
    """A QR code that the text speaks of, with the address that stands beside it."""
    if not document.lexicon.has(SCAN, unit.words) or is_advice(document, unit):
        return
    web = addresses_near(document, number).web
    yield said("qr", "stated" if web else "unsure", unit, web[0] if web else "")
