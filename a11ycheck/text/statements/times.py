"""When the meeting is: its dates, times, length and zone, and what is wrong with how they are written."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.text.statements.gate import Said, is_advice, said
from a11ycheck.text.statements.phrases import Cues
from a11ycheck.text.statements.units import Document, Unit
from a11ycheck.text.when import Found

OTHER_DAYS = Cues(
    sv="""
        finns .. från den; provkör*; skickas; skickar; skickades; publiceras; publicerad; publicerat; mejlas
        uppdaterad; testa; testar
        provar; prova; född; tekniktest; testmöte; provmöte; boka .. tolk*; handlingar .. senast
        protokoll* .. (den|från); sedan; antogs; antagen; antagna; fastställd*; undertecknad*; grundades
        bildades; (förra|föregående|tidigare|fjolårets) (mötet|möte|årets|konferens*|årsmöte*); svara senast
        anmälan öppnar; faktura*; biljett*; släpps; ansök*; öppnar för; försäljning*; betalas; betala
    """,
    en="""
        sent; send; published; posted; updated; test call; test session; book a; adopted; signed on; dated
        agreed on; fees; try the; founded; since; emailed; out on; (last|previous) (meeting|year|years)
        registration opens; invoice*; copyright; born; technology with us; ticket*; on sale; apply
        application*; pay; payment; minutes of the
    """,
)
"""Days that other things happen on."""
OTHER_HOURS = Cues(
    sv="""
        växel*; öppettider*; telefontid*; har öppet; öppet (kl|vardagar|mån*); receptionen; kontorstid
        vardagar; öppnar; öppnas; testa; provar; tekniken; tekniktest; testmöte; insläpp; ansluta från
        logga in från; nås; paus; bensträckare; teknikstöd; sms*; stänger; stängt; köket; caféet; parkering*
        sista; bussen; tåget; lämna; bemann*; öppen mellan; vakt*; serveras; mingel; kaffe; fika
        registrering; frukost
    """,
    en="""
        office is open; opening hours; opens; open from; reception; weekdays; office hours; switchboard
        lines are open; test; try; join from; break; help; support; doors; closes; closed; kitchen; cafe
        parking; bus; train; lunch is served; lobby; staffed; desk; front door; served; tea; coffee
        arrivals; refreshments; breakfast
    """,
    de="geöffnet; öffnungszeiten; sprechzeiten; pause",
    fi="avoinna; aukioloajat; tauko; testi*",
    nb="åpningstid*; åpner; pause",
    da="åbningstid*; åbner; pause",
    fr="ouvert; horaires d ouverture; pause",
    es="horario de atención; abre; pausa; descanso",
)
MEETING_BEGINS = Cues(
    sv="(mötet|träffen|webbinariet|föreläsningen|årsmötet|konferensen|vi) (börjar|startar)",
    en="(meeting|webinar|talk|event|session|we|conference) (starts|start|begins|begin)",
)
BEGINS = Cues(
    sv="börjar; startar; start; från; inleds",
    en="start; starts; begin; begins; starting; from",
    de="beginn; beginnt",
    nb="starter; begynner",
    da="starter; begynder",
    fi="alkaa",
    fr="commence; début",
    es="comienza; empieza; inicio",
)
ENDS = Cues(
    sv="slutar; avslutas; slut; till; senast klar*",
    en="end; ends; finish; finishes; finishing; close; closes; until; done by; over by; finished by",
    de="endet; ende",
    nb="slutter",
    da="slutter",
    fi="päättyy",
    fr="fin; se termine",
    es="termina; fin; finaliza",
)
TIME_LABEL = Cues(
    sv="tid; när; datum och tid; mötestid",
    en="time; when; date and time",
)
ENDS_BY = Cues(
    sv="(slut|klara|färdiga|klart) senast",
    en="(done|finish|finished|over|end) by",
)
"""A time of day behind these is when the meeting ends, and no deadline."""
LASTS = Cues(
    sv="""
        tar; varar; pågår; räkna* med; hålla på; hålla* .. på; längd; långt; lång; längden; minutersmöte
        tidsåtgång; beräknas ta; mötestid; håller på
    """,
    en="last; lasts; lasting; takes; take; allow; duration; length; long; webinar; session; meeting",
    de="dauer; dauert",
    fr="durée; dure",
    fi="kesto; kestää",
    nb="varer; varighet",
    da="varer; varighed",
    es="duración; dura",
)
NOT_LASTS = Cues(
    sv="före; innan; paus; pauser; öppnar; öppnas; rast; fika; efter; inom; bensträckare; var",
    en="""
        before; break; breaks; opens; early; beforehand; after; within; at least; prior; every; ahead
        notice
    """,
    de="vor; pause",
    fr="avant; pause",
    fi="ennen; tauko",
    nb="før; pause",
    da="før; pause",
    es="antes; pausa",
)


def found(document: Document, agenda: frozenset[int]) -> Iterator[Said]:
    """``agenda``: the units that are rows of an agenda, whose times are not the meeting's."""
    only_date = _only_date(document)
    for number, unit in enumerate(document.units):
        if not unit.whens or is_advice(document, unit):
            continue
        for when in unit.whens:
            yield from _as_written(unit, when)
        if unit.kind == "row" and not unit.label and number in agenda:
            continue
        yield from _dates(document, unit)
        if number not in agenda:
            yield from _times(document, unit, only_date)
            yield from _lengths(document, unit)
        yield from _zones(document, unit)


def _as_written(unit: Unit, when: Found) -> Iterator[Said]:
    if when.weekday and when.date and not when.other:
        yield said("weekday", "stated", unit, f"{when.date}/{when.weekday}")
    if when.other:
        yield said("ambiguous-date", "stated", unit, f"{when.form}:{when.date}/{when.other}")


def _is_the_meetings(document: Document, unit: Unit, when: Found) -> bool:
    return bool(when.date) and not when.about and not document.lexicon.has(OTHER_DAYS, unit.words)


def _only_date(document: Document) -> str:
    """The day of the meeting where the document gives one only: a time elsewhere in it is on that day."""
    days: set[str] = set()
    for unit in document.units:
        if not is_advice(document, unit):
            days.update(
                when.date for when in unit.whens if _is_the_meetings(document, unit, when) and not when.until
            )
            if len(days) > 1:
                return ""
    return next(iter(days), "")


def _dates(document: Document, unit: Unit) -> Iterator[Said]:
    for when in unit.whens:
        if _is_the_meetings(document, unit, when):
            value = f"{when.date}/{when.until}" if when.until else when.date
            yield said("date", "unsure" if when.other else "stated", unit, value)


def _times(document: Document, unit: Unit, only_date: str) -> Iterator[Said]:
    lexicon = document.lexicon
    ends_by = lexicon.has(ENDS_BY, unit.words)
    clocks = [when for when in unit.whens if when.begins and (not when.about or (ends_by and not when.date))]
    if lexicon.has(OTHER_HOURS, unit.words):
        # “Doors at 17.45, the meeting starts at 18”: what is not the meeting's comes first.
        if lexicon.has(MEETING_BEGINS, unit.words):
            clocks = clocks[1:]
        else:
            # “Tid: 13.00–15.00 (rummet öppnar 12.45)”: from when to when under its label is the meeting's.
            labelled = bool(clocks and clocks[0].ends) and lexicon.has(TIME_LABEL, unit.label)
            clocks = clocks[:1] if labelled else []
    if len(clocks) == 2 and not (clocks[0].ends or clocks[1].ends) and lexicon.has(ENDS, unit.words):
        first, last = clocks
        day = first.date or only_date
        yield said("time", "stated", unit, f"{day}T{first.begins}/{last.begins}")
        return
    for when in clocks:
        if not when.date and lexicon.has(OTHER_DAYS, unit.words):
            continue
        day = when.date or only_date
        only_ends = not when.ends and lexicon.has(ENDS, unit.words) and not lexicon.has(BEGINS, unit.words)
        if only_ends and not when.date:
            yield said("time", "stated", unit, f"{day}T/{when.begins}")
        else:
            yield said("time", "stated", unit, f"{day}T{when.begins}/{when.ends}")


def _lengths(document: Document, unit: Unit) -> Iterator[Said]:
    lexicon = document.lexicon
    if not lexicon.has(LASTS, unit.words) and not lexicon.has(LASTS, unit.label):
        return
    if lexicon.has(NOT_LASTS, unit.words):
        return
    for when in unit.whens:
        if when.minutes:
            yield said("duration", "stated", unit, str(when.minutes))
            return


def _zones(document: Document, unit: Unit) -> Iterator[Said]:
    for when in unit.whens:
        # A zone alone may be anything, a company for one; a deadline's is the deadline's.
        of_all_times = (
            " tid" in unit.words or " time" in unit.words or " aika" in unit.words or " zeit" in unit.words
        )
        if when.zone and not when.about and (when.begins or of_all_times):
            yield said("zone", "stated", unit, when.zone)
