"""What a text is to a meeting: invitation, agenda, minutes, advice about meetings, or none of these."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from a11ycheck.text.statements.agendas import rows_of
from a11ycheck.text.statements.gate import LONGEST_QUOTE, Said, is_advice
from a11ycheck.text.statements.phrases import Cues, plain
from a11ycheck.text.statements.units import KNOWN, Document, Unit
from a11ycheck.text.when.words import WEEKDAYS

__all__ = ["role_of"]

WAYS_IN = frozenset({"registration", "joining", "platform", "venue", "attendance", "dial-in"})
SHORT_MAIL = 60
"""Words of a mail that is only to say when and where."""
FIRST_UNITS = 4
FIRST_TO_TELL = 3
"""Sentences, title included, in which a report tells what it is about."""
LEAST_ADVICE = 3
"""Pieces of advice that make a brochure of a text, where they are as large a part of it as this:"""
SHARE_OF_ADVICE = 0.2

INVITES = Cues(
    sv="""
        inbjud*; kallelse*; kallas; kallar; välkommen; välkomna; vi bjuder in; bjuder in; härmed kallas
        boka in; vi ses; save the date; save the day; anmäl dig; osa; kom och; hälsar dig
        bjuds (du|ni|alla|medlemmar*) in; inviterar
    """,
    en="""
        invite*; invitation*; you are invited; join us; notice is hereby; notice of; you are welcome
        welcome to; save the date; rsvp; see you; register (by|now|here); please register; come along
        come and; we would love to see
    """,
    de="einladung*; laden .. ein; wir laden; herzlich willkommen; sind .. eingeladen",
    fr="invitation*; vous invite*; vous êtes invité*; convocation*; rejoignez nous",
    fi="kutsu*; tervetuloa; kokouskutsu*",
    nb="innkalling*; invitasjon*; inviterer; velkommen; vi inviterer",
    da="indkaldelse*; invitation*; inviterer; velkommen",
    es="invitación*; le invita*; convocatoria*; bienvenid*; invitamos",
)
INVITATION_TITLE = Cues(
    sv="inbjudan*; kallelse*; välkommen; välkomna; inbjuden; save the date; möteskallelse",
    en="invitation*; invited; join us; notice of; save the date; you are invited; call to",
    de="einladung*",
    fr="invitation*; convocation*",
    fi="kutsu*; kokouskutsu*; tervetuloa",
    nb="innkalling*; invitasjon*; velkommen",
    da="indkaldelse*; invitation*; velkommen",
    es="invitación*; convocatoria*",
)
AGENDA_TITLE = Cues(
    sv="""
        agenda*; dagordning*; program; programmet; föredragningslista*; körschema; ärendelista
        dagens program
    """,
    en="agenda*; programme; program; order of business; schedule; running order; order of the day",
    de="tagesordnung*; programm; ablauf*",
    fr="ordre du jour; programme",
    fi="esityslista*; ohjelma*; asialista*",
    nb="dagsorden*; saksliste*; program",
    da="dagsorden*; program",
    es="orden del día; programa",
)
MINUTES_TITLE = Cues(
    sv="""
        protokoll*; minnesanteckning*; mötesanteckning*; referat*; anteckningar från; årsmötesprotokoll
        styrelseprotokoll; sammanträdesprotokoll
    """,
    en="minutes; meeting notes; notes of the meeting; notes from; record of the meeting; minutes of",
    de="protokoll; niederschrift; ergebnisprotokoll",
    fr="procès verbal; compte rendu",
    fi="pöytäkirja*; muistio*",
    nb="referat*; protokoll*; møtereferat",
    da="referat*; beslutningsreferat",
    es="acta; acta de la",
)
MINUTES_MARKS = Cues(
    sv="""
        närvarande; frånvarande; vid protokollet; justera*; beslut; beslutade; beslutades; mötet öppnades
        mötet avslutades; valdes; hälsade .. välkomna; bordlades; föredrog; § *; var överens; vi gick igenom
        noterades
    """,
    en="""
        present; apologies; it was agreed; were approved; was approved; agreed to; action; resolved
        the meeting closed; the meeting opened; in attendance; seconded; noted that; proposed by
    """,
    de="anwesend; beschluss; beschlossen; beschließt; entschuldigt",
    fr="présents; excusés; est approuvé; décide",
    fi="läsnä; päätettiin; merkittiin; kokous avattiin",
    nb="til stede; vedtatt; vedtak; ble vedtatt; fraværende",
    da="til stede; vedtaget; godkendt; beslutning; bød velkommen",
    es="asistentes; se acordó; se aprobó; se aprueba",
)
GUIDE_TITLE = Cues(
    sv="""
        guide; checklista*; tips; handbok; vägledning; råd
        så (ordnar|håller|skapar|planerar|gör) (ni|du|man); inspirationsskrift*; broschyr; handledning
        metod*; lathund; att tänka på; så här (ordnar|håller|gör)
    """,
    en="""
        guide; checklist; tips; handbook; guidance; advice
        how to (run|hold|organise|organize|plan|make|chair|host); toolkit; good practice; leaflet; brochure
        manual
    """,
    de="leitfaden; checkliste; tipps; ratgeber; broschüre",
    fr="guide; conseils; liste de contrôle; brochure",
    fi="opas; ohje*; vinkit; tarkistuslista; esite",
    nb="veileder; sjekkliste; tips; råd",
    da="guide; tjekliste; gode råd; vejledning",
    es="guía; consejos; lista de comprobación; folleto",
)
MATERIAL_TITLE = Cues(
    sv="""
        verksamhetsberättelse*; årsredovisning*; budget*; motion; motioner; proposition*
        revisionsberättelse*; verksamhetsplan*; bokslut*; resultaträkning*; balansräkning*; tjänsteskrivelse
        stadgar; rapport; bilaga; fullmakt*; valberedning*; skrivelse; yttrande; remissvar; utredning
        årsrapport; delårsrapport
    """,
    en="""
        annual report; accounts; budget*; motion; proposal; financial statement*; report; appendix
        proxy form; constitution; bylaws; auditor*; nominations; resolution; business plan; briefing
        policy paper
    """,
    de="jahresbericht; haushaltsplan; antrag; satzung; bericht",
    fr="rapport annuel; budget; statuts; motion; rapport",
    fi="toimintakertomus; talousarvio; tilinpäätös; säännöt; raportti; aloite",
    nb="årsmelding; budsjett; regnskap; vedtekter; rapport",
    da="årsberetning; regnskab; budget; vedtægter; rapport",
    es="memoria anual; presupuesto; estatutos; informe",
)
RULES_OF_A_SOCIETY = Cues(
    sv="stadgar",
    en="constitution; bylaws",
    de="satzung",
    fr="statuts",
    fi="säännöt",
    nb="vedtekter",
    da="vedtægter",
    es="estatutos",
)
OTHER_TITLE = Cues(
    sv="""
        integritetspolicy; personuppgifter; kakor; cookies; tillgänglighetsredogörelse*
        webbplatsens tillgänglighet; vi söker; lediga jobb; faktura; köpvillkor; platsannons
        allmänna villkor; lediga tjänster; prislista
    """,
    en="""
        privacy policy; privacy notice; cookies; cookie policy; accessibility statement; job; vacancy
        vacancies; invoice; terms and conditions; terms of use; we are hiring; price list
    """,
    de="datenschutz*; impressum; stellenangebot; rechnung",
    fr="politique de confidentialité; mentions légales; facture; offre d emploi",
    fi="tietosuoja*; saavutettavuusseloste; lasku; avoin työpaikka",
    nb="personvern*; tilgjengelighetserklæring; faktura",
    da="privatlivspolitik; tilgængelighedserklæring; faktura; ledig stilling",
    es="política de privacidad; aviso legal; factura; oferta de empleo",
)
CANCELLED = Cues(
    sv="inställt; inställd; ställs in; ställts in; är inställt; blir inställt; ställas in",
    en="cancelled; canceled; called off",
    de="abgesagt; entfällt",
    fr="annulé*",
    fi="peruttu; peruutettu",
    nb="avlyst",
    da="aflyst",
    es="cancelad*",
)
OVER_TITLE = Cues(
    sv="""
        så gick; så var; tack för; tack till; tillbakablick; återblick; i går; sammanfattning från
        referat från; det här hände
    """,
    en="""
        thank you; looking back; what happened; report from; round up; highlights; how it went; recap
        last week
    """,
    de="rückblick; so war",
    fr="retour sur",
    fi="kiitos; näin meni",
    nb="takk for; slik gikk",
    da="tak for; sådan gik",
    es="gracias por; así fue",
)
ABOUT_MATERIAL = Cues(
    sv="styrelsen får härmed avge; vi yrkar; föreslår att årsmötet; yrkande*",
    en="the trustees present; we propose that the meeting",
)
EVENT_LABELS = Cues(
    sv="""
        datum; tid; datum tid; när; plats; var; anmälan; sista anmälningsdag; kostnad; målgrupp; pris
        arrangör
    """,
    en="date; time; when; where; venue; registration; cost; price; organiser; date and time; date time",
    de="datum; wann; wo; ort; uhrzeit; anmeldung",
    fr="date; heure; quand; lieu; inscription",
    fi="aika; paikka; milloin; missä; ilmoittautuminen",
    nb="dato; tid; sted; når; hvor; påmelding",
    da="dato; tid; sted; hvornår; hvor; tilmelding",
    es="fecha; hora; cuándo; lugar; inscripción",
)
HOLDS = Cues(
    sv="""
        äger rum; hålls; (ses|träffas|möts|samlas|kör|ordnar|anordnar|arrangerar|håller) vi
        vi (ses|träffas|möts|samlas|kör|ordnar|anordnar|arrangerar|håller|har); är det dags; nu är det dags
        håller (öppet|möte|samråd*|informationsmöte*|årsmöte*|ett); genomförs; nästa (möte|träff|gång)
    """,
    en="""
        will (be held|take place|meet|be holding|hold); (takes|take|taking) place; to be held; is being held
        (is|are) (holding|hosting|running) (a|an|our|the|its)
        we (meet|are meeting|will meet|will be meeting|are holding|have); next (meeting|session)
        (meeting|session|forum|briefing) is (on|at)
    """,
)
"""Said of a meeting to come, where the sentence has its day or time."""
EVENT_NAME = re.compile(
    r"konferens|webbinari|seminari|möte|träff|stämma|föreläsning|conference|webinar|seminar|meeting|workshop|lecture"
    r"|forum|tagung|sitzung|réunion|conférence|kokous|tilaisuus|møte|møde|konference|reunión|jornada| 20\d\d "
)
TOLD_OF = re.compile(
    r" (?:för|om|från|på|vid|under|efter|till) \w*(?:mötet|konferensen|träffen|webbinariet|seminariet|stämman|forumet) "
    r"| (?:at|from|of|after|for) the (?:\w+ )?(?:conference|webinar|seminar|meeting|workshop|forum) "
)
"""Titles that speak of an event rather than name one: “Stort intresse för mötet om hamnen”."""
GATHERING = re.compile(
    r" samråd| avstämning|kafé|bokcirkel| ses | träffas | möts |dialog| kurs|utbildning| samtal| briefing| session"
    r"| talks? | gathering| reading group| book (?:club|group)| consultation"
)
"""Other names of what people come together for; each is also the name of something else."""
TEAMS_BLOCK = frozenset({"joining", "meeting-id"})
"""What calendars write beneath a text to join by."""


def role_of(
    document: Document, found: Sequence[Said], *, title: str = "", kind: str = "", is_deck: bool = False
) -> tuple[str, bool]:
    """The role, one of ``documents.facts.ROLES`` or "" where the text does not tell, and whether it is plain.

    ``kind`` is the kind of document; ``is_deck``: it is a slide deck.
    """
    if kind in ("captions", "recording"):
        return kind, True
    if is_deck:
        return "slides", True
    return _Signs(document, found, title, kind).role()


class _Signs:
    """What speaks for one role or another."""

    def __init__(self, document: Document, found: Sequence[Said], title: str, kind: str) -> None:
        self.document = document
        # A short text may be a heading and a list in any language.
        self.lexicon = document.lexicon if document.written_in else document.lexicon.in_languages(KNOWN)
        self.is_page = kind == "page"
        self.is_mail = kind == "mail"
        self.leads_in = any(
            said.topic == "joining" and said.how == "stated" and "://" in said.value for said in found
        )
        units = document.units
        heading = next((unit for unit in units[:FIRST_UNITS] if unit.kind == "heading"), None)
        first = heading or next((unit for unit in units[:1] if unit.length <= 14), None)
        self.title = plain(title) + (first.words if first is not None else "")
        first_units = units[: FIRST_UNITS * 2]
        self.beginning = self.title + "".join(unit.words for unit in first_units)
        # A row of a table may be one talk of many, and cancelled alone.
        self.first_said = self.title + "".join(unit.words for unit in first_units if unit.kind != "row")
        self.topics = {said.topic for said in found if said.how in ("stated", "promised", "unsure")}
        over = {said.quote for said in found if said.topic == "past-event"}
        self.past = sum(said.topic == "past-event" for said in found)
        self.begins_past = any(unit.text[:LONGEST_QUOTE] in over for unit in units[:FIRST_TO_TELL])
        bodies = [unit for unit in units if unit.kind != "heading"]
        self.bodies = len(bodies)
        self.advice = sum(is_advice(document, unit) for unit in bodies)
        self.minutes = sum(self.lexicon.has(MINUTES_MARKS, unit.words) for unit in bodies)
        self.rows = len(rows_of(document, self.lexicon))
        self.labels = sum(self._is_event_label(unit) for unit in bodies)

    def _is_event_label(self, unit: Unit) -> bool:
        return bool(unit.label) and self.lexicon.has(EVENT_LABELS, unit.label)

    def _announces(self) -> bool:
        """A sentence says that people come together then: “Mötet äger rum tisdag 3 maj kl. 18”."""
        return any(
            bool(unit.whens)
            and self.lexicon.has(HOLDS, unit.words)
            and any(pattern.search(self.title + unit.words) for pattern in (EVENT_NAME, GATHERING))
            for unit in self.document.units
            if not unit.advises
        )

    def _titled(self, *which: Cues) -> bool:
        return any(self.lexicon.has(cues, self.title) for cues in which)

    def _has(self, topics: Collection[str]) -> bool:
        return not self.topics.isdisjoint(topics)

    def _is_labelled_event(self) -> bool:
        """“When: … Where: …”, whatever the title says."""
        return self.labels >= 2 and self._has(("date",)) and self._has(("time",)) and self._has(WAYS_IN)

    def role(self) -> tuple[str, bool]:
        invites = self.lexicon.has(INVITES, self.document.words)
        titled_invitation = self._titled(INVITATION_TITLE)
        if self._titled(OTHER_TITLE) and not titled_invitation:
            return "other", True
        if self.lexicon.has(CANCELLED, self.first_said) and "change" in self.topics:
            return "cancellation", True
        if not titled_invitation and (role := self._a_paper()):
            return role
        return self._invitation(invites, titled_invitation)

    def _a_paper(self) -> tuple[str, bool] | None:
        """Minutes, a brochure, a paper or an agenda, by title and by what the text does."""
        if self._titled(MINUTES_TITLE) and self.minutes:
            return "minutes", True
        if self.minutes >= 3 and (self._titled(AGENDA_TITLE) or self.minutes * 4 >= self.bodies):
            return "minutes", True
        if self.minutes >= 2 and self._titled(AGENDA_TITLE):
            return "minutes", True
        guide = self._titled(GUIDE_TITLE)
        if self.advice >= LEAST_ADVICE and self.advice >= SHARE_OF_ADVICE * self.bodies:
            return "brochure", True
        if guide and self.advice:
            return "brochure", self.advice >= 2
        invites = self._is_labelled_event() or (self._announces() and self._has(WAYS_IN))
        if self._titled(MATERIAL_TITLE) and not self._titled(AGENDA_TITLE) and not invites:
            return "material", not self._titled(RULES_OF_A_SOCIETY) and not self._has(
                ("joining", "registration")
            )
        if self._titled(AGENDA_TITLE):
            return "agenda", self.rows >= 2
        if self._titled(MINUTES_TITLE):
            return "minutes", False
        return None

    def _is_a_line_with_a_link(self) -> bool:
        """“Zoom on Thursday at 7? https://…”: a mail of a few lines that says when and where."""
        words = self.document.words.split()
        says_when = any(unit.whens for unit in self.document.units) or any(word in WEEKDAYS for word in words)
        return self.leads_in and says_when and len(words) <= SHORT_MAIL and not self.past

    def _invitation(self, invites: bool, titled: bool) -> tuple[str, bool]:
        role = "event-page" if self.is_page else "invitation"
        ways_in = self._has(WAYS_IN)
        dated = self._has(("date", "time"))
        named = any(pattern.search(self.title) for pattern in (EVENT_NAME, GATHERING))
        announced = self._has(("date",)) and (named or self._has(("time",))) and ways_in and self._announces()
        over = (
            self.past >= 2
            or (self.past and self._titled(OVER_TITLE))
            or (self.past and not dated and not invites)
            or (self.begins_past and not invites and not announced)
        )
        if over and not titled and not self._has(("registration", "joining", "needs")):
            told_of = self._titled(OVER_TITLE) or TOLD_OF.search(self.title)
            names_event = EVENT_NAME.search(self.title) is not None and not told_of
            if self.is_page and (names_event or self.labels):
                return "event-page", True
            return "news", self.past >= 2 or self.begins_past or self._titled(OVER_TITLE)
        if titled:
            return role, dated or ways_in
        if (invites and dated) or announced or self._is_labelled_event():
            return role, True
        if dated and self.topics >= TEAMS_BLOCK:
            return role, True
        if self.is_mail and self._is_a_line_with_a_link():
            return role, True
        if self.is_page and dated and (ways_in or self.labels >= 2):
            return role, True
        if self.rows >= 3 and self.rows * 2 >= self.bodies:
            return "agenda", True
        if dated and ways_in and EVENT_NAME.search(self.beginning):
            return role, self.labels >= 2
        if self.lexicon.has(ABOUT_MATERIAL, self.document.words):
            return "material", False
        return "", False
