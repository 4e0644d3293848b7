"""Papers and words: material beforehand and its formats, and the language of the meeting."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.text.statements.contacts import addresses
from a11ycheck.text.statements.gate import Said, clause, is_advice, is_denied, promise, said
from a11ycheck.text.statements.phrases import Cues
from a11ycheck.text.statements.units import Document, Unit

MATERIAL = Cues(
    sv="""
        material*; underlag*; handlingar*; möteshandlingar*; presentation*; bilderna; bildspel*
        årsmöteshandlingar*; samrådsunderlag*; (talarnas|föreläsarnas) bilder; förslaget till; dokument*
        bilagor; årsredovisning*; verksamhetsberättelse*; budgetförslag*
        motioner; utkast*; förslagen
    """,
    en="""
        material; materials; papers; slides; documents; presentation*; handouts; reading; slide deck
        accounts; reports; budget; minutes of the last meeting; annual report; drafts; the draft
    """,
    de="unterlagen; präsentation*; material*",
    fr="documents; supports; présentation",
    fi="materiaali*; aineisto*; esitykset; kokousmateriaali*",
    nb="dokumenter; sakspapirer; presentasjon*; materiell",
    da="materiale*; bilag; præsentation*; dokumenter",
    es="documentos; materiales; presentación*; documentación",
)
HERE = Cues(
    sv="""
        bifogas; bifogade; bifogad; bifogat; bifogar; medföljer
        finns (på|här|i|att ladda|under|nedan|att läsa); ladda (ner|ned); hämta; i bilagan; finns tillgäng*
        läs handlingarna; hittar du; läs; finns att; tillgängliga på
    """,
    en="""
        attached; enclosed; available (at|on|here|from|to download); are on; is on; download; find the
        can be found; are at; on our website; read; find; see the; accompanying
    """,
    de="anbei; beigefügt; finden sie; herunterladen; stehen",
    fr="ci joint*; joints; disponibles (sur|ici); télécharger",
    fi="liitteenä; löytyvät; ladattavissa; löytyy",
    nb="vedlagt; ligger på; finnes på; last ned",
    da="vedhæftet; findes på; ligger på; hent",
    es="adjunt*; disponibles en; descargar",
)
ATTACHED = Cues(
    sv="bifogas; bifogade; bifogad; bifogat; bifogar; medföljer; i bilagan; i bilaga; se bilaga; bilägges; biläggs",
    en="attached; attach; enclosed; enclose; accompanying; in the attachment",
    de="anbei; beigefügt",
    fr="ci joint*; joints",
    fi="liitteenä",
    nb="vedlagt",
    da="vedhæftet",
    es="adjunt*",
)
"""Said of what lies beside a text: where nothing does, it is not there."""
SENT = Cues(
    sv="""
        skickas; skickar; mejlas; kommer; publiceras; delas; läggs upp; delas ut; läggs ut; sänds
        finns från; skickar vi; får
    """,
    en="sent; send; will be; follow; shared; circulated; published; receive; get",
    de="versendet; verschickt; folgen; zugesandt",
    fr="envoyés; envoyé; transmis",
    fi="lähetetään; toimitetaan; julkaistaan",
    nb="sendes; sendes ut; legges ut",
    da="sendes; udsendes; sendes ud",
    es="se enviarán; enviaremos; se enviará",
)
AFTERWARDS = Cues(
    sv="""
        efter (mötet|webbinariet|föreläsningen|seminariet|träffen|seminariet|konferensen); efteråt
        i efterhand
    """,
    en="afterwards; after the (meeting|webinar|event|session|talk|lecture|conference)",
    de="nach der (sitzung|veranstaltung); im anschluss",
    fr="après la réunion",
    fi="kokouksen jälkeen; jälkikäteen",
    nb="etter møtet; i etterkant",
    da="efter mødet; efterfølgende",
    es="después de la reunión",
)
NOT_MATERIAL = Cues(
    sv="""
        nya material; material i bygg*; personuppgift*; i annat format; presentation av deltagarna
        presentationen av; presentationsrunda; syntolkad; handlar om; spelas in; filmas; inspelning*
    """,
    en="""
        building materials; new materials; personal data; another format; other formats; audio described
        reading (is|group|room); is about; identity documents; accessible documents; about accessible
        recorded; filmed; recording
    """,
)
FORMAT = Cues(
    sv="""
        (annat|andra|tillgängligt|tillgängliga|alternativa|olika|valfritt) format; storstil; punktskrift
        inläst*; daisy; som webbsida; tillgänglig pdf; ren text; stor text
        (finns|få|fås|även) .. (i word|som word*|som ljudfil|som text|på papper|uppläst); annan form
        stor stil
    """,
    en="""
        (another|other|alternative|accessible|different) format*; large print; braille; audio version
        accessible pdf; plain text; as a web page; (as|and|or|in) (a )word (file|version|document)
        (available|also) .. (in word|as word|on paper|as text|as audio)
    """,
    de="großdruck; brailleschrift; barrierefreies pdf; andere* format*",
    fr="gros caractères; braille; autre format; format accessible",
    fi="isokirjoitus*; pistekirjoitus*; saavutettava pdf; muussa muodossa",
    nb="storskrift; punktskrift; annet format",
    da="stor skrift; punktskrift; andet format",
    es="letra grande; braille; otro formato; formato accesible",
)
NOT_FORMAT = Cues(
    sv="mötets format; nytt format; ordbehandling*",
    en="new format; format of the meeting; in other words; word processor",
)
LANGUAGE = Cues(
    sv="""
        (mötet|föreläsningen) .. (hålls|sker|är) .. på (svenska|engelska|lätt svenska|finska)
        (mötet|föreläsningen) .. (talar|genomförs|ges|pratar) .. på (svenska|engelska|lätt svenska|finska)
        (webbinariet|samtalet|konferensen) .. (hålls|sker|är) .. på (svenska|engelska|lätt svenska|finska)
        (webbinariet|samtalet|konferensen) .. (talar|genomförs|ges|pratar) .. på (svenska|engelska)
        (webbinariet|samtalet|konferensen) .. (talar|genomförs|ges|pratar) .. på (lätt svenska|finska)
        (mötet|föreläsningen) .. (hålls|sker|är|talar|genomförs|ges|pratar) .. på (norska|danska)
        (mötet|föreläsningen) .. (hålls|sker|är) .. på (samiska|arabiska|enkel svenska)
        (mötet|föreläsningen) .. (talar|genomförs|ges|pratar) .. på (samiska|arabiska|enkel svenska)
        (webbinariet|samtalet|konferensen) .. (hålls|sker|är) .. på (norska|danska)
        (webbinariet|samtalet|konferensen) .. (talar|genomförs|ges|pratar) .. på (norska|danska)
        (webbinariet|samtalet|konferensen) .. (hålls|sker|är) .. på (samiska|arabiska|enkel svenska)
        webbinariet .. (talar|genomförs|ges|pratar) .. på (samiska|arabiska|enkel svenska)
        (samtalet|konferensen) .. (talar|genomförs|ges|pratar) .. på (samiska|arabiska|enkel svenska)
        (seminariet|träffen) .. (hålls|sker|är) .. på (svenska|engelska|lätt svenska|finska)
        (seminariet|träffen) .. (talar|genomförs|ges|pratar) .. på (svenska|engelska|lätt svenska|finska)
        (presentationen|vi|allt) .. (hålls|sker|är) .. på (svenska|engelska|lätt svenska|finska)
        (presentationen|vi|allt) .. (talar|genomförs|ges|pratar) .. på (svenska|engelska)
        (presentationen|vi|allt) .. (talar|genomförs|ges|pratar) .. på (lätt svenska|finska)
        (seminariet|träffen) .. (hålls|sker|är|talar|genomförs|ges|pratar) .. på (norska|danska)
        (presentationen|vi|allt) .. (hålls|sker|är|talar|genomförs|ges|pratar) .. på (norska|danska)
        (seminariet|träffen) .. (hålls|sker|är) .. på (samiska|arabiska|enkel svenska)
        (seminariet|träffen) .. (talar|genomförs|ges|pratar) .. på (samiska|arabiska|enkel svenska)
        (presentationen|vi|allt) .. (hålls|sker|är) .. på (samiska|arabiska|enkel svenska)
        (presentationen|vi|allt) .. (talar|genomförs|ges|pratar) .. på (samiska|arabiska|enkel svenska)
        (hålls|sker|genomförs|ges) på (svenska|engelska|lätt svenska|finska|enkel svenska|norska|danska)
        tolk* .. till (svenska|engelska|finska|arabiska|norska|danska)
        (mötet|föreläsningen|webbinariet) är på (svenska|engelska|finska)
    """,
    en="""
        (meeting|webinar|talk|event) .. (is|will be|held) .. in (english|swedish|french|german|spanish)
        (session|discussion) .. (is|will be|held) .. in (english|swedish|french|german|spanish)
        (conference|presentation|lecture) .. (is|will be|held) .. in (english|swedish)
        (conference|presentation|lecture) .. (is|will be|held) .. in (french|german|spanish)
        (meeting|webinar|talk|event) .. (is|will be|held) .. in (plain english|welsh)
        (meeting|webinar|talk|event) .. (is|will be|held) .. in (finnish|norwegian|danish)
        (session|discussion) .. (is|will be|held) .. in (plain english|welsh|finnish|norwegian|danish)
        (conference|presentation|lecture) .. (is|will be|held) .. in (plain english|welsh)
        (conference|presentation|lecture) .. (is|will be|held) .. in (finnish|norwegian|danish)
        held in (english|swedish|french|german|spanish|finnish|plain english)
        (interpretation|interpreted|translated) .. (into|to|in) (english|swedish|french)
        (interpretation|interpreted|translated) .. (into|to|in) (german|spanish|welsh|finnish)
        working language*
    """,
    de="(findet|sprache) .. (deutsch|englisch*); in deutscher sprache; auf (deutsch|englisch) statt",
    fr="(se tiendra|se déroulera|langue) .. (français|anglais)",
    fi="(kokous|tilaisuus) .. (suomeksi|ruotsiksi|englanniksi); kokouskieli",
    nb="(møtet|foredraget|webinaret) .. på (norsk|engelsk)",
    da="(mødet|foredraget) .. på (dansk|engelsk)",
    es="(reunión|acto|sesión) .. en (español|inglés)",
)
LANGUAGE_LABEL = Cues(
    sv="språk; mötesspråk",
    en="language; languages; working language",
    de="sprache",
    fr="langue",
    fi="kieli; kokouskieli",
    nb="språk",
    da="sprog",
    es="idioma",
)
SIGNED = Cues(
    sv="teckenspråk*",
    en="sign language; bsl; asl",
)
NOT_LANGUAGE = Cues(
    sv="webbplats*; läs mer; sidan; broschyr*; materialet; lättläst version",
    en="website; read more; this page; leaflet; papers; brochure; available in",
)


def found(document: Document) -> Iterator[Said]:
    for unit in document.units:
        if is_advice(document, unit):
            continue
        yield from _material(document, unit)
        yield from _format(document, unit)
        yield from _language(document, unit)


def _material(document: Document, unit: Unit) -> Iterator[Said]:
    lexicon = document.lexicon
    place = lexicon.find(MATERIAL, unit.words)
    if place < 0 or lexicon.has(NOT_MATERIAL, unit.words):
        return
    sent, here = lexicon.has(SENT, unit.words), lexicon.has(HERE, unit.words)
    if not sent and not here:
        return
    if lexicon.has(AFTERWARDS, unit.words) or is_denied(document, clause(unit.words, place)):
        yield said("materials", "denied", unit, "afterwards" if lexicon.has(AFTERWARDS, unit.words) else "")
    elif here and not (sent and any(when.date for when in unit.whens)):
        web = addresses(unit).web
        beside = "attached" if lexicon.has(ATTACHED, unit.words) else ""
        yield said("materials", "stated", unit, web[0] if web else beside)
    else:
        how, day = promise(document, unit)
        yield said("materials", how, unit, day)


def _format(document: Document, unit: Unit) -> Iterator[Said]:
    lexicon = document.lexicon
    place = lexicon.find(FORMAT, unit.words)
    if place < 0 or lexicon.has(NOT_FORMAT, unit.words):
        return
    denied = is_denied(document, clause(unit.words, place))
    yield said("materials-format", "denied" if denied else "stated", unit)


def _language(document: Document, unit: Unit) -> Iterator[Said]:
    lexicon = document.lexicon
    if unit.label and lexicon.has(LANGUAGE_LABEL, unit.label):
        if unit.value.strip(" -–…"):
            yield said("language", "stated", unit, unit.value)
        return
    place = lexicon.find(LANGUAGE, unit.words)
    if place < 0 or lexicon.has(NOT_LANGUAGE, unit.words) or lexicon.has(SIGNED, unit.words):
        return
    denied = is_denied(document, clause(unit.words, place))
    yield said("language", "denied" if denied else "stated", unit)
