"""What the meeting is for and how it goes: purpose, agenda with its rows, breaks, and time for questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from a11ycheck.text.statements.contacts import addresses
from a11ycheck.text.statements.gate import Said, clause, is_advice, is_denied, promise, said
from a11ycheck.text.statements.phrases import Cues, Lexicon
from a11ycheck.text.statements.units import Document, Unit
from a11ycheck.text.when import Found
from a11ycheck.text.when.words import MONTHS, WEEKDAYS

MOST_ROWS = 150
AGENDA = Cues(
    sv="""
        agenda; agendan; dagordning; dagordningen; program; programmet; föredragningslista*; schema
        tidsschema; hålltider; ärenden; ärendelista; körschema
    """,
    en="agenda; programme; program; schedule; order of business; running order; outline; items; timetable",
    de="tagesordnung; programm; ablauf; agenda",
    fr="ordre du jour; programme; agenda; déroulement",
    fi="esityslista; ohjelma; asialista; kokousohjelma",
    nb="dagsorden; saksliste; program; agenda; innkallingsliste",
    da="dagsorden; program; agenda",
    es="orden del día; programa; agenda",
)
PROSE = Cues(
    sv="""
        vi börjar med; mötet (börjar|inleds) med; därefter; sedan .. avslut*; vi går igenom
        programmet består; på agendan står; på programmet står; inleder med
        (mötet|dagen|kvällen) avslutas med; först .. (sedan|därefter); till sist
    """,
    en="""
        we (will )(start|begin) with; first .. (then|finally); we will go through; then we
        the programme (includes|consists); on the agenda; ends with; opens with; and then (there|we|it)
    """,
)
FACTS = Cues(
    sv="datum; dag; tid; när; plats; var; ring in; länk; arrangör",
    en="date; day; time; when; where; place; venue; dial in; call in; link; organiser",
)
"""Labels of what is true of the whole meeting."""
HELD_LATER = Cues(
    sv="skickas; skickar; kommer; meddelas; publiceras; presenteras; på väg; läggs upp; är på gång",
    en="""
        sent; send; follow; published; circulated; shared; come; on its way; coming soon; to come
        nearer the time
    """,
)
ATTACHED = Cues(
    sv="""
        bifogas; bifogad; bifogat; bilaga; i bilagan; finns på; finns här; finns i; ladda (ner|ned)
        se (program|dagordning|agenda)
    """,
    en="""
        attached; attachment; available (at|on|here); download; enclosed; find the (agenda|programme)
        see the (agenda|programme)
    """,
)
SOFTWARE = Cues(
    sv="""
        (punkter|ärenden|förslag|motioner) (till|på); programmet vänder sig; program som
        programmet (zoom|teams|word); datorprogram; installera; programvara; (zoom|teams) programmet
        programmet (zoom|teams); program zoom
    """,
    en="""
        software; computer program*; (items|motions|suggestions) for; programme is aimed; training programme
        (zoom|teams) program; download the zoom
    """,
)
BREAK = Cues(
    sv="""
        paus; pauser; pausen; bensträckare; fika; fikapaus; kaffe; kaffepaus; lunch; lunchpaus; rast
        lunchrast; mellanmål
    """,
    en="break; breaks; coffee; lunch; comfort break; tea; stretch; coffee break; refreshments",
    de="pause; kaffee; kaffeepause; mittagspause; mittagessen",
    fr="pause; café; déjeuner; pause café",
    fi="tauko; kahvi; kahvitauko; lounas; kahvit",
    nb="pause; kaffe; lunsj; beinstrekk",
    da="pause; kaffe; frokost; kaffepause",
    es="pausa; descanso; café; almuerzo",
)
NOT_BREAK = Cues(
    sv="""
        lunchseminarium; frukostmöte; lunchföreläsning; under lunchen bjuder; vi bjuder på; specialkost
        allergi*; pausa; ingår; kaffe serveras från; serveras (från|innan|före|efter); före mötet
    """,
    en="""
        breakout; lunch seminar; dietary; allergies; lunch and learn; bring your; served (from|before|after)
        before the meeting
    """,
)
QUESTIONS = Cues(
    sv="""
        frågor; frågestund; frågestunden; diskussion; diskussioner; samtal; dialog; laget runt
        frågor och svar; gruppsamtal; gruppdiskussion*; q a; summering och frågor; öppet samtal
    """,
    en="""
        questions; q a; discussion; discussions; round table; roundtable; open floor; group discussion
        dialogue; your questions
    """,
    de="fragen; diskussion; aussprache; fragerunde",
    fr="questions; discussion; échanges; débat",
    fi="kysymykset; kysymyksiä; keskustelu; keskustelua",
    nb="spørsmål; diskusjon; samtale",
    da="spørgsmål; debat; diskussion",
    es="preguntas; debate; coloquio; turno de preguntas",
)
TIME_FOR = Cues(
    sv="""
        (tid|utrymme|plats|stund|möjlighet) för (frågor|diskussion|samtal|dialog)
        (avslutas|avslutar|avrundas|avslut) .. (frågor|frågestund|diskussion|samtal); ingen tid för frågor
        frågestund; hinna med frågor; ordet fritt; ordet är fritt; fri diskussion
    """,
    en="""
        time for (questions|discussion|your questions|q a); no time for questions
        (ends|finish*|close*|end|concludes) .. (q a|questions|discussion)
        followed by (questions|a discussion|q a|discussion)
    """,
    de="zeit für fragen; raum für (fragen|diskussion)",
    fr="temps (pour les|de) questions",
    fi="aikaa kysymyksille; aikaa keskustelulle",
    nb="tid til spørsmål",
    da="tid til spørgsmål",
    es="tiempo para preguntas",
)
NOT_QUESTIONS = Cues(
    sv="""
        frågor och svar om; frågor besvaras; har du frågor; har ni frågor; vanliga frågor; vid frågor
        frågor om; kakor; frågor kontakta; övriga frågor
    """,
    en="""
        frequently asked; for questions ,; for questions (please|about|contact|call|email); any questions
        have questions; questions about; questions contact; cookies; if you have
    """,
)
PURPOSE = Cues(
    sv="""
        (syftet|syfte|målet|mål|avsikten) (med|för) (mötet|träffen|dagen) (är|är att)
        (syftet|syfte|målet|mål|avsikten) (med|för) (samrådet|webbinariet|konferensen) (är|är att)
        (syftet|syfte|målet|mål|avsikten) (med|för) (kvällen|seminariet|detta) (är|är att)
        (syftet|syfte|målet|mål|avsikten) (med|för) (workshopen|workshoppen|samtalet|det) (är|är att)
        syfte att; syftar till att
        (vi|ni|mötet|årsmötet|styrelsen|stämman) (ska|kommer att|skall) (också )(besluta|diskutera)
        (vi|ni|mötet|årsmötet|styrelsen|stämman) (ska|kommer att|skall) (också )(prata|samtala|gå igenom)
        (vi|ni|mötet) (ska|kommer att|skall) (också )(behandla|ta ställning|välja)
        (årsmötet|styrelsen|stämman) (ska|kommer att|skall) (också )(behandla|ta ställning|välja)
        (vi|ni|mötet|årsmötet|styrelsen|stämman) (ska|kommer att|skall) (också )(berätta|titta|arbeta)
        (mötet|träffen|webbinariet|föreläsningen|konferensen|samtalet) .. handlar om
        (kvällen|seminariet|dagen|workshoppen|workshopen|kursen|den här träffen) .. handlar om
        (under|på) (mötet|träffen|webbinariet) .. (diskuterar|pratar|berättar|går|får|lär|presenterar)
        (under|på) (konferensen|kvällen|dagen|seminariet) .. (diskuterar|pratar|berättar)
        (under|på) (konferensen|kvällen|dagen|seminariet) .. (går|får|lär|presenterar)
        (under|på) (mötet|träffen|webbinariet) .. (tar|samtalar|ska|tittar|reder|visar|delar)
        (under|på) (konferensen|kvällen|dagen|seminariet) .. (tar|samtalar|ska|tittar|reder|visar|delar)
        vi vill (höra|veta|diskutera|prata|ta reda|samla)
        (kvällens|dagens|mötets|träffens|årets) (ämne|tema|fråga)
        vi (diskuterar|pratar om|samtalar om|berättar om|går igenom|tar upp|bjuder in till samråd om)
        (möte|samråd|workshop|föreläsning) (om|kring|för dig som)
        (seminarium|webbinarium|samtal|kväll|träff) (om|kring|för dig som)
        (kurs|informationsmöte|panelsamtal|utbildning) (om|kring|för dig som)
        (konferens|dialogmöte|medborgardialog|frukostmöte|temakväll) (om|kring|för dig som)
        för att samla synpunkter; frågeställning*
        (ska|skall|kommer) vi (besluta|bestämma|diskutera|prata|samtala|titta)
        (ska|skall|kommer) vi (gå igenom|välja|planera|arbeta|berätta|ta upp)
        (ska|vill) (vi|ni) .. (bestämma|besluta)
        får (du|ni) (veta|höra|lära|träffa|kunskap|möjlighet att lära)
        (vi|årsmötet|mötet) (bestämmer|beslutar|väljer|planerar); bestämma hur
        (presenteras|redovisas) .. (förslag|plan|resultat)*; (temat|ämnet|fokus|rubriken) (för|är|på)
        huvudfråga*; huvudpunkt*; (syftet|målet|avsikten) är att; handla om; (delar|utbyter) erfarenheter
        (mötet|forumet|träffen|stämman) (ska|kommer att) (bestämma|välja|besluta); visar .. hur du
        (mötet|kvällen|dagen|samtalet|föreläsningen|webbinariet) (tar upp|berör|fokuserar|kretsar|rör)
    """,
    en="""
        (purpose|aim|goal|objective) of (this|the|our) (meeting|webinar|event|session) .. (is|to)
        (purpose|aim|goal|objective) of (this|the|our) (workshop|seminar) .. (is|to)
        (purpose|aim|goal|objective) of (this|the|our) (conference|consultation|day) .. (is|to)
        (aim|aims|purpose|objective) (is|are) to
        (we|members|the board|the meeting) (will|are going to) (also )(discuss|decide|talk about)
        (we|members|the board|the meeting) (will|are going to) (also )(vote|look at|explore|consider)
        (we|members|the board|the meeting) (will|are going to) (also )(agree|review|hear)
        (we|members|the board|the meeting) (will|are going to) (also )(learn|present|cover|elect)
        (webinar|meeting|session|event) (is|will be) (about|on|for)
        (talk|workshop|seminar|conference|evening) (is|will be) (about|on|for)
        this (webinar|meeting|session) (looks|explores|covers|explains|introduces|will)
        this (event|talk|workshop|seminar) (looks|explores|covers|explains|introduces|will)
        (tonights|todays|this years) (topic|theme|subject); (would like|want) to hear; find out how
        (workshop|talk|lecture|seminar|webinar) (on|about)
        (evening|course|training|presentation|discussion|consultation) (on|about)
        you will (learn|hear|find out); come and (discuss|hear|learn); to collect views
        meeting (about|to discuss|to decide); time to (decide|discuss|plan|talk)
        you will (hear|get|be able); we (decide|discuss|talk about|plan|look at|present|review)
        hear (how|about|from); to (decide|discuss|plan|agree) (how|on|the|whether|our)
        main (item|topic|subject|question|business)
        (session|webinar|meeting|evening|talk|day|event) (looks at|looks|explores)
        (session|webinar|meeting|evening|talk|day|event) (deals with|covers|focuses|examines)
        (theme|focus|topic) (of|for|is); (walk|walks) you through; share what; online launch of
        (forum|workshop|session|group|cabinet|council) will (choose|decide|discuss|agree|pick|select|consider)
        (we|you) need to (sort out|decide|discuss|agree|plan|choose); will brief
        (we|members) will be (discussing|electing|deciding|voting|looking|talking|reviewing|hearing)
        to elect
    """,
    de="ziel (der|des|ist); thema; zweck (der|des); geht es um",
    fr="objectif de; objet de la réunion; thème; a pour (but|objet)",
    fi="tarkoitus*; aihe*; käsitellään; kokouksessa",
    nb="formålet med; tema; møtet handler om; målet med",
    da="formålet med; tema; mødet handler om",
    es="objetivo de; objeto de la reunión; tema; finalidad",
)
PURPOSE_LABEL = Cues(
    sv="""
        syfte; syftet; mål; tema; ämne; frågeställning; om mötet; om träffen; ärende; webbinarium
        seminarium; föreläsning; workshop; samtal; frukostseminarium; temakväll
    """,
    en="""
        purpose; aim; aims; goal; topic; subject; theme; objective; about; webinar; seminar; lecture; talk
        workshop; panel
    """,
    de="thema; zweck; ziel",
    fr="objet; thème; objectif",
    fi="aihe; tarkoitus; teema",
    nb="formål; tema",
    da="formål; tema; emne",
    es="tema; objetivo; asunto",
)
NOT_PURPOSE = Cues(
    sv="""
        personuppgift*; behandlingen av; i syfte att administrera; kakor; detaljplanens
        (föreningens|förbundets|stiftelsens|bolagets) (syfte|ändamål)
    """,
    en="""
        your data; personal data; processing; cookies; privacy
        (charitys|societys|associations|companys) (purpose|aim*|objective*)
    """,
)
NAME = re.compile(r"[A-ZÅÄÖÆØÉÜ][\w.'’-]{0,30}(?: [A-ZÅÄÖÆØÉÜ][\w.'’-]{0,30}){1,3}(?:, [^.:;]{0,60})?")


def _is_day_or_tool(words: str) -> bool:
    """“webinar on Tuesday”, “on the 24th”, “meeting on Zoom” say nothing of what it is about."""
    following = words.split(None, 2)[:2]
    return following[:1] in (["zoom"], ["teams"]) or any(
        word[0].isdecimal() or word in WEEKDAYS or word in MONTHS for word in following
    )


class Row(NamedTuple):
    """A row of an agenda: the number of its unit, and when it is, as far as it says."""

    number: int
    unit: Unit
    when: Found | None

    @property
    def value(self) -> str:
        if self.when is None:
            return ""
        if self.when.begins:
            return f"{self.when.begins}/{self.when.ends}"
        return f"/{self.when.minutes}"


def rows_of(document: Document, lexicon: Lexicon | None = None) -> list[Row]:
    """The rows of the agenda: what stands under its heading, or rows and items that begin with a time of day.

    A row with other rows that are timed may have no time itself. ``lexicon``: the words for headings, where not the
    document's own.
    """
    named = _under_heading(document, lexicon or document.lexicon)
    timed = [
        Row(number, unit, when)
        for number, unit in enumerate(document.units)
        if unit.kind != "heading"
        and (when := _leading_time(unit)) is not None
        and not is_advice(document, unit)
    ]
    if len(named) >= 2:
        have = {row.number for row in named}
        return sorted([*named, *(row for row in timed if row.number not in have and _is_near(row, named))])[
            :MOST_ROWS
        ]
    clusters = _neighbours(timed)
    return clusters[:MOST_ROWS] if len(clusters) >= 3 else []


def _is_near(row: Row, named: Sequence[Row]) -> bool:
    return named[0].number - 2 <= row.number <= named[-1].number + 2


def _neighbours(rows: Sequence[Row]) -> list[Row]:
    """The longest run of rows with at most one unit between them."""
    best: list[Row] = []
    run: list[Row] = []
    for row in rows:
        if run and row.unit.piece - run[-1].unit.piece > 2:
            run = []
        run.append(row)
        if len(run) > len(best):
            best = run
    return best


def _under_heading(document: Document, lexicon: Lexicon) -> list[Row]:
    rows: list[Row] = []
    open_section = ""
    lead_in = -2
    for number, unit in enumerate(document.units):
        if unit.kind == "heading":
            is_agenda = lexicon.has(AGENDA, unit.words) and not _is_advice_section(document, unit)
            open_section = unit.section if is_agenda else ""
            continue
        label_alone = unit.label and not unit.value and lexicon.has(AGENDA, unit.label)
        if label_alone:
            lead_in = unit.piece
            continue
        follows = lead_in >= 0 and unit.piece - lead_in <= 1 and unit.kind in ("item", "row")
        if follows or (lead_in >= 0 and unit.piece - lead_in <= 1 and _leading_time(unit)):
            lead_in = unit.piece
            rows.append(Row(number, unit, _leading_time(unit)))
        elif unit.label and lexicon.has(FACTS, unit.label):
            # “Plats: i Zoom” beneath “Dagordning för årsmötet” is no item of it.
            continue
        elif open_section and unit.section == open_section and not unit.advises:
            if unit.kind in ("item", "row") or _leading_time(unit) or _leading_number(unit):
                rows.append(Row(number, unit, _leading_time(unit)))
        elif lexicon.has(AGENDA, unit.label) and unit.value[:1] == "1" and " 2" in unit.value:
            # “Dagordning: 1. Välkomna 2. Rapport”
            rows += [Row(number, unit, None), Row(number, unit, None)]
    return _without_head([row for row in rows if row.unit.length > 0])


def _without_head(rows: list[Row]) -> list[Row]:
    """A first row of a table that alone has no time is “Tid – Punkt – Vem”."""
    if (
        len(rows) > 2
        and rows[0].unit.kind == "row"
        and rows[0].when is None
        and all(row.when for row in rows[1:])
    ):
        return rows[1:]
    return rows


PROPOSED = Cues(
    sv="förslag till (dagordning|agenda|program|föredragningslista)",
    en="(draft|proposed) (agenda|programme)",
)
"""An agenda that the meeting is to adopt."""


def _is_advice_section(document: Document, unit: Unit) -> bool:
    lexicon = document.lexicon
    if lexicon.has(PROPOSED, unit.words):
        return False
    return is_advice(document, unit) or lexicon.has(SOFTWARE, unit.words)


def _leading_time(unit: Unit) -> Found | None:
    """The time of day that a unit begins with, or its length in brackets behind."""
    for when in unit.whens:
        if when.begins and not when.date and when.start <= 8:
            return when
        if when.begins and not when.date and unit.kind == "row":
            return when
    for when in unit.whens:
        if when.minutes and unit.kind in ("item", "row") and unit.length <= 20:
            return when
        if when.begins and unit.kind == "item" and not when.date and unit.length <= 10:
            return when
    return None


def _leading_number(unit: Unit) -> bool:
    head = unit.text[:6].lstrip("§ ")
    return bool(head) and head[0].isdecimal() and head.lstrip("0123456789")[:1] in (".", ")", " ")


def found(document: Document, rows: Sequence[Row]) -> Iterator[Said]:
    yield from _agenda(document, rows)
    in_agenda = {row.number: row for row in rows}
    for number, unit in enumerate(document.units):
        if is_advice(document, unit):
            continue
        row = in_agenda.get(number)
        yield from _break(document, unit, row)
        yield from _questions(document, unit, row)
        if row is None:
            yield from _purpose(document, unit)


def _agenda(document: Document, rows: Sequence[Row]) -> Iterator[Said]:
    if len(rows) >= 2:
        if _only_names(rows):
            yield said("agenda", "unsure", rows[0].unit, "names")
        else:
            yield said("agenda", "stated", rows[0].unit, f"rows:{len(rows)}")
        for row in rows:
            yield said("agenda-item", "stated", row.unit, row.value)
        return
    for unit in document.units:
        if is_advice(document, unit) or unit.kind == "heading":
            continue
        if document.lexicon.has(PROSE, unit.words) and unit.length >= 6:
            yield said("agenda", "unsure", unit, "prose")
        elif document.lexicon.has(AGENDA, unit.words) and not document.lexicon.has(SOFTWARE, unit.words):
            yield from _announced(document, unit)


def _announced(document: Document, unit: Unit) -> Iterator[Said]:
    """An agenda that is elsewhere, or is to come."""
    here = addresses(unit).web
    if here:
        yield said("agenda", "promised", unit, here[0])
    elif document.lexicon.has(ATTACHED, unit.words):
        yield said("agenda", "promised", unit, "attached")
    elif document.lexicon.has(HELD_LATER, unit.words):
        how, day = promise(document, unit)
        yield said("agenda", how, unit, day)


def _only_names(rows: Sequence[Row]) -> bool:
    return all(row.when is None and NAME.fullmatch(row.unit.text.strip(" .•-")[:120]) for row in rows)


def _break(document: Document, unit: Unit, row: Row | None) -> Iterator[Said]:
    lexicon = document.lexicon
    place = lexicon.find(BREAK, unit.words)
    if place < 0 or lexicon.has(NOT_BREAK, unit.words):
        return
    if is_denied(document, clause(unit.words, place)):
        yield said("break", "denied", unit)
        return
    when = row.when if row is not None else None
    when = (
        when
        or _leading_time(unit)
        or next((each for each in unit.whens if each.begins or each.minutes), None)
    )
    if when is not None:
        value = f"{when.begins}/{when.ends}" if when.begins else f"/{when.minutes}"
        if when.begins and not when.ends:
            length = next((each.minutes for each in unit.whens if each.minutes), 0)
            value += f"+{length}" if length else ""
        yield said("break", "stated", unit, value)
    elif row is not None:
        yield said("break", "stated", unit)
    elif unit.length >= 3:
        yield said("break", "unsure", unit)


def _questions(document: Document, unit: Unit, row: Row | None) -> Iterator[Said]:
    lexicon = document.lexicon
    if lexicon.has(NOT_QUESTIONS, unit.words):
        return
    place = lexicon.find(TIME_FOR, unit.words)
    if place >= 0:
        yield said(
            "questions", "denied" if is_denied(document, clause(unit.words, place)) else "stated", unit
        )
        return
    when = row.when if row is not None else _leading_time(unit)
    if lexicon.has(QUESTIONS, unit.words) and (row is not None or (when is not None and when.begins)):
        value = "" if when is None else f"{when.begins}/{when.ends}" if when.begins else f"/{when.minutes}"
        yield said("questions", "stated", unit, value)


def _purpose(document: Document, unit: Unit) -> Iterator[Said]:
    lexicon = document.lexicon
    if lexicon.has(NOT_PURPOSE, unit.words):
        return
    if unit.label and lexicon.has(PURPOSE_LABEL, unit.label):
        if unit.value.count(" ") >= 1:
            yield said("purpose", "stated", unit)
        return
    place = lexicon.find(PURPOSE, unit.words)
    # A purpose is more than its announcement: words come after it, and they are no day: “webinar on 3 March”.
    if place < 0 or unit.words.count(" ", place) < 2 or is_denied(document, clause(unit.words, place)):
        return
    if not _is_day_or_tool(unit.words[place:]):
        yield said("purpose", "stated", unit)
