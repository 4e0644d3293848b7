"""What there is for those who hear, see, move or read otherwise, and whether they are asked."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.text.statements.contacts import addresses_near
from a11ycheck.text.statements.gate import Said, is_advice, said, service
from a11ycheck.text.statements.phrases import Cues, plain
from a11ycheck.text.statements.units import Document, Unit

CAPTIONS = Cues(
    sv="""
        textning; direkttextning; livetextning; skrivtolk*; direkttext; undertext*; live textning
        liveundertext*; texttolk*
    """,
    en="""
        caption*; captioning; cart; speech to text; subtitles; real time text; live captions; captioner
        palantypist; stenographer
    """,
    de="schriftdolmetsch*; untertitel*; live untertitelung; gebärden und schriftdolmetsch*",
    fr="sous titr*; vélotypie; transcription en direct",
    fi="kirjoitustulk*; tekstity*",
    nb="skrivetolk*; teksting; undertekst*",
    da="skrivetolk*; tekstning; undertekst*",
    es="subtítulos; subtitulado; estenotipia",
)
CAPTIONED = Cues(
    sv="""
        textas; skrivtolkas; direkttextas; livetextas; texttolkas; direkttextad; direkttextat; livetextad
        livetextat; (mötet|webbinariet|sändningen|föreläsningen|allt) (är|blir|kommer att vara) textat
        (skrivs|visas) .. (skärmen|skärm) .. skrivtolk*; skrivs ut på skärm*
    """,
    en="""
        (be|is|are) (live )captioned; be captioned; is captioned; are captioned; be subtitled
        shown (on|as text on) .. screen .. (reporter|captioner|text)
        (reporter|captioner|palantypist|stenographer) captions
        (reporter*|captioner*|palantypist*|stenographer*) will caption
    """,
)
OF_RECORDING = Cues(
    sv="""
        film*; inspelning*; videon; video; i efterhand; texten nedan; läs texten; sms*; publiceras
        upphandl*; tävling*; avtal*; utbildning till
    """,
    en="""
        film; video; recording*; recorded; last years; under the picture; figure; published; procure*
        competition; contract; tender
    """,
)
SIGN_NOUNS = Cues(
    sv="""
        teckenspråkstolk*; teckenspråkstolkning; teckentolk*; svenskt teckenspråk; teckenspråk
        dövblindtolk*
    """,
    en="""
        sign language (interpret*|translation); sign language interpreter; bsl; asl; isl; sign language
        british sign language
    """,
    de="gebärdensprach*; gebärdendolmetsch*",
    fr="langue des signes; lsf; interprète lsf",
    fi="viittomakiel*; viittomakielen tulk*",
    nb="tegnspråk*",
    da="tegnsprog*",
    es="lengua de signos; lengua de señas; intérprete de lengua de signos",
)
SIGNED = Cues(
    sv="teckenspråkstolkas; teckentolkas; tolkas .. teckenspråk; tolkning till .. teckenspråk",
    en="interpreted into (bsl|asl|british sign language|sign language); (be|is) signed",
)
NOT_SIGN = Cues(
    sv="""
        lagen omfattar; minoritetsspråk; språklagen; samiska; kurs i; lära sig; söker; dagen; dag
        rekrytera*; kurs*; studie*; lär dig; sitt yrke; upphandl*; utbildning till; berättar om
    """,
    en="""
        the act; welsh; gaelic; act covers; learn; course in; looking for; week; recruit*; course; courses
        study; classes; learning; her job; his job; procure*; talks about; career
    """,
)
LOOP = Cues(
    sv="hörslinga*; hörselslinga*; teleslinga*; hörslingor; hörteknisk utrustning; slinga; hörsnäckor",
    en="""
        hearing loop*; induction loop*; assistive listening*; audio loop; hearing loops; infra red system
        with a loop; loop system
    """,
    de="induktive höranlage; höranlage; induktionsschleife",
    fr="boucle magnétique; boucle à induction",
    fi="induktiosilmukka*; kuulosilmukka*",
    nb="teleslynge*; hørselslynge*",
    da="teleslynge*",
    es="bucle magnético; bucle de inducción",
)
NOTHING = Cues()
DESCRIPTION = Cues(
    sv="syntolkning; bildbeskrivning*",
    en="audio description; visual description*; live audio description",
    de="audiodeskription",
    fr="audiodescription",
    fi="kuvailutulkkaus",
    nb="synstolking",
    da="synstolkning",
    es="audiodescripción",
)
DESCRIBED = Cues(
    sv="""
        (mötet|sändningen|konferensen|föreställningen|bilderna|presentationerna|allt|visas) .. syntolkas
        syntolkas; beskriver (sina|sina|de|alla) (bilder|bilderna|presentationer); beskriver bilder*
        beskriver (allt|det) (som|hon|han|de|vi|ni) (syns|visas|visar)
        (berättar|säger) vad som (finns|syns|visas) på (dem|den|bilden|bilderna); beskriver .. bilder muntligt
        beskriver det som visas; bilder .. beskrivs; beskrivs muntligt; beskriver vad som (visas|syns)
    """,
    en="""
        describe (their|the|all|any|his|her|our) (visuals|slides|images|pictures|photographs|photos)
        slides .. described; say what is on (the|their|his|her|our|each|every)
        visuals .. described; images .. described; described aloud; audio described
    """,
)
NOT_DESCRIPTION = Cues(
    sv="version; film*; inspelning*; hur projektet",
    en="version; film; recording; video; how the project; job description",
)
VENUE_ACCESS = Cues(
    sv="""
        hiss; hissar; rullstol*; trappfri*; trappfritt; tillgänglig (entré|toalett|lokal|ingång|parkering)
        tillgänglig entré; tillgängliga (toaletter|lokaler); handikapptoalett; rwc; ramp; ledsag*
        utan trösklar; (lokalen|lokalerna) är tillgänglig*; handikapparkering; parkering för rörelsehindrade
        inga trappsteg; plan ingång; utan trappor; inga trappor; inga trösklar; assistanshund*
        kontrastmark*
    """,
    en="""
        step free*; no (steps|stairs); lift; lifts; elevator; wheelchair*
        accessible (toilet*|entrance|venue|parking|restroom*|room); level (access|entrance); ramp
        parking for disabled; blue badge; assistance dogs; guide dogs
        meet you at the (station|stop|entrance); accessible by
        (venue|room|building|hall) is (fully )accessible; (venue|room|building|hall) is accessible
        (venue|room|building) is fully accessible
    """,
    de="barrierefrei*; rollstuhl*; stufenlos*; aufzug",
    fr="accessible aux (fauteuils|personnes); ascenseur; fauteuil* roulant*; plain pied",
    fi="esteetön*; esteettöm*; pyörätuoli*; hissi",
    nb="rullestol*; heis; trinnfri; universelt utformet",
    da="kørestol*; elevator; niveaufri; tilgængelig indgang",
    es="silla de ruedas; ascensor; accesible para; sin escalones",
)
ABOUT_ACCESS = Cues(
    sv="frågor om (lokalens )tillgänglighet; lokalens tillgänglighet; frågor om tillgänglighet",
    en="questions about access*; access to the venue; venue access",
)
NEEDS = Cues(
    sv="""
        (behöver|önskar) (du|ni|någon) .. (tolk*|textning|skrivtolk*|stöd|anpass*|hjälpmedel)
        (behöver|önskar) (du|ni|någon) .. (ledsag*|hörslinga|teleslinga|assistan*|teckenspråk*|hörteknik*)
        om (du|ni) behöver .. (tolk*|textning|skrivtolk*|stöd|anpass*|hjälpmedel)
        om (du|ni) behöver .. (ledsag*|hörslinga|teckenspråk*|assistan*|handlingar i|material i)
        (behöver|behöver du|behöver ni) hjälp .. (delta|vara med|komma in|ta dig)
        behov av (anpass*|stöd|tolk*|hjälpmedel|assist*)
        behov av (särskild*|tillgäng*|teckenspråk*|skrivtolk*|textning|annat stöd)
        önskemål (om|kring|gällande) (anpass*|tillgäng*|tolk*|stöd); önskemål .. tillgänglighet
        (vad|det|något) du behöver för att; stöd för att (kunna delta|delta|vara med|kunna vara med|kunna)
        tillgänglighetsbehov; behov .. för att (kunna delta|delta|vara med); särskilda behov
        anpassningar för att; behöver något .. för att (delta|kunna delta|vara med); behov som vi
        tillgänglighetsönskemål; (säg|hör) .. till om du behöver (hjälpmedel|något)
        något .. underlättar .. (delta*|medverka*)
        något (vi|som vi) (behöver|bör|kan|ska) (tänka|veta|göra|ordna|ta hänsyn); något särskilt för att
        behöver något särskilt; funktionsnedsättning .. (behöver|kontakta|hör)
        svårt för dig att (delta|vara med); (behöver|önskar) (du|ni) något .. (delta|vara med|medverka)
        i behov av; (hinder|hindrar) .. (delta|vara med); funktionsnedsättning* .. (anpass*|stöd|kontakta)
        allergi* .. tillgänglighet*
        (hur|vad) kan vi .. (tillgängligt|underlätta|göra för att) .. (dig|du|er)
        göra (mötet|träffen|konferensen) tillgängligt; något (annat )du behöver så (säg|hör|kontakta)
        vad (mer )behöver du för att (kunna|delta|vara); (något|annat) du behöver för att (kunna|delta|vara)
    """,
    en="""
        (access|accessibility|support|communication) (needs|need|requirements|requirement|requests)
        reasonable adjustments; adjustments to attend; accommodation* (to|for|request*|you)
        any accommodations; any adjustments; need .. adjustments; require .. adjustments
        (do|if|should) you (need|require) .. (caption*|interpret*|support|assist*|adjust*|sign)
        (do|if|should) you (need|require) .. (bsl|hearing|accommodat*|large print|braille|accessible)
        what you need (to take part|to attend|to participate|to join|in order to)
        (special|additional) (needs|requirements); what would help you
        need anything .. (take part|attend|participate|join); access needs
        anything .. easier .. (take part|attend|participate|join)
        anything we (need to|can|could) (think|know|do|arrange)
        (are|if you are) disabled .. (need|contact|tell); need something in particular; need an interpreter
        anything that would help; (hard|difficult|easier) for you to (take part|attend|join|participate)
        (require|need) .. (sign language interpreter|interpreter or|captions or)
        (access|accessibility) (adjustments|support|arrangements)
        (how|what) can we .. (accessible|easier|help you); make the (meeting|event) accessible
        anything (else )you need (in order )to (take part|join in|join us|attend|participate)
        what (else )do you need (in order )to (take part|join in|join us|attend|participate)
    """,
    de="""
        unterstützungsbedarf; unterstützung benötigen; benötigen sie .. (dolmetsch*|unterstützung)
        barrierefreiheit .. bedarf; bedarf an
    """,
    fr="besoins (spécifiques|particuliers|en matière); aménagements .. nécessaires; besoin d un interprète",
    fi="esteettömyystarp*; apuvälin*; tarvitset .. (tulk*|apua|tukea); erityistarp*",
    nb="behov for (tilrettelegging|tolk); trenger du .. (tolk|tilrettelegging); tilretteleggingsbehov",
    da="behov for (tolk|hjælp|støtte|særlig*); brug for (tolk|hjælp|støtte|særlig*); særlige behov",
    es="""
        necesidades (de accesibilidad|especiales|específicas); necesita .. (intérprete|apoyo|ajustes)
        ajustes razonables
    """,
)
NOT_NEEDS = Cues(
    sv="""
        ordnar (det|tolk|själv*) *; själv ordna; ordnar själv*; faktura*; betala
        tillgänglighetsredogörelse*; ordna .. själv*; egen tolk; söker ett nytt
    """,
    en="""
        arrange their own; arrange your own; bring their own; bring your own; pay your bill
        accessibility statement; own interpreter
    """,
)
AT_REGISTRATION = Cues(
    sv="""
        (vid|i|med) (din )(anmälan|anmälningsformuläret|anmälningen|bokningen); när du anmäler; i formuläret
    """,
    en="""
        when (you )(register|registering|booking|you book|signing up); on the (registration|booking) form
        on the form; in your registration
    """,
)
IN_GOOD_TIME = Cues(
    sv="i god tid; så snart som möjligt; så tidigt som möjligt; snarast; så fort som möjligt",
    en="as soon as possible; in good time; as early as possible; well in advance",
)
BEFORE_MEETING = Cues(
    sv="(timmar|dagar|veckor|vecka|dag|dygn|arbetsdagar) (före|innan)",
    en="(hours|days|weeks|week|day|working days) (before|in advance|prior|beforehand|ahead)",
)
SHORT_LINK = 2
"""Words of a link that stands alone, as in the head of a site."""
EASY_READ = Cues(
    sv="lättläst*; lätt svenska; enkel svenska; lättlästa",
    en="easy read; easy english; plain language; easy to read version; plain english summary",
    de="leichte sprache; leichter sprache; einfache sprache",
    fr="facile à lire; falc",
    fi="selkokiel*; selkosuom*",
    nb="lettlest*; klart språk",
    da="letlæst*; let dansk",
    es="lectura fácil",
)
READ_EASILY = Cues(
    sv="(läs|finns|ladda) .. (lättläst*|lätt svenska|enkel svenska)",
    en="(read|available|download) .. (easy read|plain language)",
)
NOT_EASY_READ = Cues(
    sv="handlar om; kurs*; skriva lättläst; sker på; hålls på; boken; pappersbok; talbok; e bok; romanen",
    en="is about; course*; writing easy; held in; discussion; audiobook; novel; paperback",
)


def found(document: Document) -> Iterator[Said]:
    for number, unit in enumerate(document.units):
        yield from filter(
            None,
            (
                service(document, "captions", unit, CAPTIONS, CAPTIONED, OF_RECORDING),
                service(document, "sign-language", unit, SIGN_NOUNS, SIGNED, NOT_SIGN),
                service(document, "hearing-loop", unit, LOOP, NOTHING),
                service(document, "description", unit, DESCRIPTION, DESCRIBED, NOT_DESCRIPTION),
                _easy_read(document, unit),
            ),
        )
        yield from _venue_access(document, unit)
        yield from _needs(document, number, unit)


def _easy_read(document: Document, unit: Unit) -> Said | None:
    found = service(document, "easy-read", unit, EASY_READ, READ_EASILY, NOT_EASY_READ)
    if found is None and unit.length > SHORT_LINK and not document.lexicon.has(NOT_EASY_READ, unit.words):
        # “Utkast till vårdplan, även som Word-fil och på lättläst svenska”, each a link.
        linked = (document.lexicon.has(EASY_READ, plain(text)) for text, _ in unit.links)
        return said("easy-read", "stated", unit) if any(linked) and not is_advice(document, unit) else None
    if found is not None and found.how == "stated" and unit.length <= 2 and not unit.links:
        # A word in the head of a site is of the site, not of the meeting.
        return found._replace(how="unsure")
    return found


def _venue_access(document: Document, unit: Unit) -> Iterator[Said]:
    found = service(document, "venue-access", unit, VENUE_ACCESS, NOTHING)
    if found is not None:
        yield found
    elif document.lexicon.has(ABOUT_ACCESS, unit.words) and not is_advice(document, unit):
        yield said("venue-access", "unsure", unit)


def _needs(document: Document, number: int, unit: Unit) -> Iterator[Said]:
    """Whether people are asked, whom they are to tell, and until when."""
    lexicon = document.lexicon
    if not lexicon.has(NEEDS, unit.words) or lexicon.has(NOT_NEEDS, unit.words) or is_advice(document, unit):
        return
    yield said("needs", "stated", unit)
    near = addresses_near(document, number)
    for kind, values in (("mail", near.mail), ("phone", near.telephones), ("web", near.web)):
        yield from (said("needs-contact", "stated", unit, f"{kind}:{value}") for value in values)
    if not near and lexicon.has(AT_REGISTRATION, unit.words):
        yield said("needs-contact", "stated", unit, "registration")
    yield from _needs_deadline(document, number, unit)


def _needs_deadline(document: Document, number: int, unit: Unit) -> Iterator[Said]:
    for near in document.units[number : number + 3]:
        if near.piece > unit.piece + 1 or near.kind == "heading":
            return
        day = next((when for when in near.whens if when.date and when.about == "deadline"), None)
        if day is not None:
            yield said("needs-deadline", "stated", near, day.date)
            return
        if document.lexicon.has(BEFORE_MEETING, near.words):
            yield said("needs-deadline", "stated", near)
            return
        if document.lexicon.has(IN_GOOD_TIME, near.words):
            yield said("needs-deadline", "unsure", near)
            return
