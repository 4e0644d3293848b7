"""All documents are about the same meeting and say the same of it.

No clause asks for it; so these rules meet none. Source: “have prepared the meetings well”, advice of the Swedish Agency
for Youth and Civil Society (MUCF) and NOD on digital meetings; the same help in the same place follows WCAG 3.2.6.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from urllib.parse import urlsplit

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.facts import CALLING, Facts, Statement
from a11ycheck.documents.meeting.model import (
    ADDING,
    SURE,
    Meeting,
    MeetingDocument,
    days_told,
    tells_what_holds,
)
from a11ycheck.text.joining import is_joining_address, unwrapped

about_agreement = partial(rule, document=Meeting)

SHORTEST_WORD = 4
ALIKE = 5
"""Letters at their beginning that two forms of a word share: “årsmöte” and “årsmötet”."""
NO_NAMES = frozenset(
    """
    inbjudan kallelse dagordning program agenda föredragningslista presentation bilder möte mötet digitalt till från med
    för och välkommen välkomna evenemang information anmälan handlingar underlag bilaga
    invitation notice programme schedule slides meeting event welcome registration the and for with your about papers
    online digital teams zoom
    """.split()
)
"""Words of titles that say what a document is, not which meeting it belongs to."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What a document says, and what stands in the ``other`` that it is held against; empty where they agree.

    ``role`` is the document's; ``several``: it names more than one.
    """

    where: Where
    theirs: str = ""
    ours: str = ""
    other: str = ""
    role: str = ""
    several: bool = False

    @property
    def data(self) -> dict[str, str]:
        return {"theirs": self.theirs, "ours": self.ours, "other": self.other}


def _open_documents(meeting: Meeting) -> list[MeetingDocument]:
    """Those that plainly belong to the meeting, the ones that call first."""
    found = [each for each in meeting.documents if each.facts.role in ADDING and each.facts.role_is_certain]
    return sorted(found, key=lambda each: each.facts.role not in CALLING)


def _stated(facts: Facts, *topics: str) -> list[Statement]:
    return [each for each in facts.statements if each.topic in topics and each.how in SURE]


def _days(document: MeetingDocument) -> list[str]:
    """The days that a document gives for the meeting: ISO dates, "--05-24" or spans."""
    stated = [each.value for each in days_told(document.facts) if each.how in SURE]
    if document.kind == "calendar":
        stated += [when.start[:10] for when in document.facts.times]
    return list(dict.fromkeys(stated))


def _includes(written: str, day: datetime.date) -> bool:
    """A day, or a span of days, with or without a year."""
    first, _, last = written.partition("/")
    start = 5 if first.startswith("--") else 0
    iso = day.isoformat()[start:]
    first, last = (each[2:] if start else each for each in (first, last or first))
    return first <= iso <= last


def _each_once(found: Iterable[Beside]) -> Iterator[Beside]:
    """One question for documents that say the same, such as a calendar file beside a mail and in it."""
    asked: set[tuple[str, str]] = set()
    for each in found:
        if not each.theirs or (each.theirs, each.ours) not in asked:
            asked.add((each.theirs, each.ours))
            yield each


def dated_documents(meeting: Meeting) -> Iterator[Beside]:
    """Each document that gives a day, where there is something to hold it against."""
    day = meeting.day
    for _ in meeting.calls():
        documents = [(each, days) for each in _open_documents(meeting) if (days := _days(each))]
        if day is None or (len(documents) < 2 and meeting.date is None):
            continue
        right = next((each for each, days in documents if any(_includes(one, day) for one in days)), None)
        for document, days in documents:
            if any(_includes(each, day) for each in days):
                yield Beside(document.where)
                continue
            other = right.name if right is not None and meeting.date is None else ""
            yield Beside(
                document.where,
                ", ".join(days[:3]).replace("--", ""),
                day.isoformat(),
                other,
                document.facts.role,
                len(days) > 1,
            )


@about_agreement(
    each=dated_documents,
    title=Text("All documents give the same date", "Alla dokument har samma datum"),
    why=Text(
        "Participants go by the document they have; some come on the wrong day, and so does their interpreter.",
        "Deltagarna går efter det dokument de har; några kommer på fel dag, och det gör deras tolk också.",
    ),
    who=(People.DEAF, People.READING, People.EVERYONE),
    fix=Fix(
        Text(
            "Find out which date is right, change the others, and send out what was wrong anew.",
            "Ta reda på vilket datum som är rätt, ändra de andra och skicka ut det som var fel på nytt.",
        ),
    ),
    messages={
        "differ": Text(
            "The date here is {theirs}; in “{other}” it is {ours}.",
            "Datumet här är {theirs}; i ”{other}” är det {ours}.",
        ),
        "planned": Text(
            "The date here is {theirs}; the meeting is planned for {ours}.",
            "Datumet här är {theirs}; mötet är planerat till {ours}.",
        ),
        "another-day": Text(
            "The dates here are {theirs}, and the meeting is on {ours}. Is this about other days, and rightly so?",
            "Datumen här är {theirs}, och mötet är den {ours}. Gäller det andra dagar, och ska det vara så?",
        ),
    },
)
def date_consistent(document: Beside) -> Outcome:
    """It has the meeting's day: the one that is written down in meeting.toml, or that most documents give. Of slides,
    and of a document with several other days, a person tells."""
    if not document.theirs:
        return passed()
    data = {"theirs": document.theirs, "ours": document.ours}
    wrong = failed("differ", **data, other=document.other) if document.other else failed("planned", **data)
    if document.several or document.role not in CALLING:
        return ask("another-day", **data, yes=passed(), no=wrong)
    return wrong


def _words(text: str) -> set[str]:
    letters = "".join(each if each.isalnum() else " " for each in text.casefold())
    return {
        word[:ALIKE]
        for word in letters.split()
        if len(word) >= SHORTEST_WORD and word not in NO_NAMES and not word.isdecimal()
    }


def places(meeting: Meeting) -> Iterator[Beside]:
    """Each document that names a place, but the first, which the others are held against."""
    return _each_once(_places(meeting))


def _places(meeting: Meeting) -> Iterator[Beside]:
    for _ in meeting.calls():
        named = [(each, found) for each in _open_documents(meeting) if (found := _venues(each))]
        for document, found in named[1:]:
            first, ours = named[0]
            alike = any(_place_words(one) & _place_words(other) for one in found for other in ours)
            yield Beside(document.where) if alike else Beside(document.where, found[0], ours[0], first.name)


def _venues(document: MeetingDocument) -> list[str]:
    values = (each.value for each in _stated(document.facts, "venue"))
    return [each for each in values if _place_words(each) and "://" not in each]


def _place_words(place: str) -> set[str]:
    """Words, and numbers of rooms."""
    return _words(place) | {word for word in place.replace(",", " ").split() if word[:1].isdecimal()}


@about_agreement(
    each=places,
    title=Text("All documents give the same place", "Alla dokument har samma plats"),
    why=Text(
        "A ride is booked to an address; the wrong one cannot be put right on the way.",
        "Färdtjänst bokas till en adress; en felaktig går inte att ändra på vägen.",
    ),
    who=(People.LOW_VISION, People.EVERYONE),
    fix=Fix(
        Text(
            "Write the place the same way in all documents: room, street and town.",
            "Skriv platsen likadant i alla dokument: lokal, gata och ort.",
        ),
    ),
    messages={
        "same": Text(
            "The place here is “{theirs}”, and in “{other}” it is “{ours}”. Are they the same?",
            "Platsen här är ”{theirs}”, och i ”{other}” är den ”{ours}”. Är det samma plats?",
        ),
        "differ": Text(
            "The place here is “{theirs}”; in “{other}” it is “{ours}”.",
            "Platsen här är ”{theirs}”; i ”{other}” är den ”{ours}”.",
        ),
    },
)
def venue_consistent(place: Beside) -> Outcome:
    """They have a word or a number in common; otherwise a person tells."""
    if not place.theirs:
        return passed()
    return ask("same", **place.data, yes=passed(), no=failed("differ", **place.data))


def joined(meeting: Meeting) -> Iterator[Beside]:
    """Each document with a joining link or a meeting id, but the first."""
    for _ in meeting.calls():
        ways = [(each, found) for each in _open_documents(meeting) if any(found := _ways_in(each))]
        for document, found in ways[1:]:
            first, ours = ways[0]
            apart = next(
                (
                    (sorted(a)[0], sorted(b)[0])
                    for a, b in zip(found, ours, strict=True)
                    if a and b and not a & b
                ),
                None,
            )
            if apart is None:
                yield Beside(document.where)
            else:
                personal = any("/w/" in each for each in (*apart,))
                yield Beside(document.where, *apart, first.name, several=personal)


def _ways_in(document: MeetingDocument) -> tuple[set[str], set[str]]:
    """Links, as host and path, and ids; the id of a Zoom meeting stands in its address."""
    stated = _stated(document.facts, "joining", "meeting-id")
    addresses = {each.value for each in stated if each.topic == "joining" and "://" in each.value}
    # What is no address of a service may be a page about the meeting.
    addresses = {
        each for each in {*addresses, *document.facts.joining} if is_joining_address(each)
    } or addresses
    links = {_plain(each) for each in addresses}
    ids = {each.value for each in stated if each.topic == "meeting-id" and each.value.isdecimal()}
    in_links = {link.rpartition("/")[2] for link in links if link.startswith(("zoom.us/j/", "zoom.us/s/"))}
    return links, ids | in_links


def _plain(address: str) -> str:
    """Host and path, without what only tells which server or participant: “us02web.”, passwords, tracking."""
    try:
        parts = urlsplit(unwrapped(address))
        host = (parts.hostname or "").casefold().removeprefix("www.")
    except ValueError:
        return address
    if host.endswith("zoom.us"):
        host = "zoom.us"
    return f"{host}{parts.path.rstrip('/')}"


@about_agreement(
    each=joined,
    title=Text("The joining link is the same everywhere", "Möteslänken är densamma överallt"),
    why=Text(
        "Who follows the other link waits alone in an empty room, and the interpreter may be in the wrong one.",
        "Den som följer den andra länken väntar ensam i ett tomt rum, och tolken kan hamna i fel.",
    ),
    who=(People.DEAF, People.SCREEN_READER, People.EVERYONE),
    fix=Fix(
        Text(
            "Copy the link anew from the meeting's settings into all documents, and tell those who got the wrong one.",
            "Kopiera länken på nytt från mötets inställningar till alla dokument och säg till dem som fick fel länk.",
        ),
    ),
    messages={
        "differ": Text(
            "The way in here is {theirs}; in “{other}” it is {ours}.",
            "Vägen in här är {theirs}; i ”{other}” är den {ours}.",
        ),
        "personal": Text(
            "The way in here is {theirs}; in “{other}” it is {ours}. Does each lead its reader to the same meeting?",
            "Vägen in här är {theirs}; i ”{other}” är den {ours}. Leder båda till samma möte för den som får dem?",
        ),
    },
)
def joining_link_consistent(link: Beside) -> Outcome:
    """Host and path are the same, and so is the meeting id; of a personal link to a webinar a person tells."""
    if not link.theirs:
        return passed()
    wrong = failed("differ", **link.data)
    return ask("personal", **link.data, yes=passed(), no=wrong) if link.several else wrong


def contacts(meeting: Meeting) -> Iterator[Beside]:
    """Each document that names a contact, but the first, by kind: mail with mail, telephone with telephone."""
    return _each_once(_reached(meeting))


def _reached(meeting: Meeting) -> Iterator[Beside]:
    for call in meeting.calls():
        to_dial_in = {_digits(value) for value in call.values("dial-in")}
        named = [
            (each, found) for each in _open_documents(meeting) if any(found := _contacts(each, to_dial_in))
        ]
        for document, found in named[1:]:
            first, ours = named[0]
            pairs = [(mine, other) for mine, other in zip(found, ours, strict=True) if mine and other]
            if not pairs or any(mine.keys() & other.keys() for mine, other in pairs):
                yield Beside(document.where)
            else:
                mine, other = pairs[0]
                yield Beside(
                    document.where, next(iter(mine.values())), next(iter(other.values())), first.name
                )


def _digits(number: str) -> str:
    """The last figures of a telephone number, which are the same with and without the country's."""
    return "".join(filter(str.isdecimal, number))[-8:]


def _contacts(document: MeetingDocument, to_dial_in: set[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Mail addresses and telephone numbers as they can be compared, with how they are written."""
    values = [each.value for each in _stated(document.facts, "contact", "needs-contact", "registration-way")]
    mails = [each.removeprefix("mail:") for each in values if each.startswith("mail:")]
    phones = [each.removeprefix("phone:") for each in values if each.startswith("phone:")]
    return (
        {each.casefold(): each for each in mails},
        {_digits(each): each for each in phones if _digits(each) not in to_dial_in},
    )


@about_agreement(
    each=contacts,
    title=Text("The contact is the same in all documents", "Kontakten är densamma i alla dokument"),
    why=Text(
        "Who has to choose between two contacts rings the wrong one first, and needs strength for it.",
        "Den som måste välja mellan två kontakter ringer fel först, och det tar kraft.",
    ),
    who=(People.READING, People.EVERYONE),
    fix=Fix(
        Text(
            "Give the same contact in all documents, or say what each is for.",
            "Ange samma kontakt i alla dokument, eller skriv vad var och en är till för.",
        ),
    ),
    messages={
        "reached": Text(
            "The contact here is {theirs}, and in “{other}” it is {ours}. Do both help the participants of this "
            "meeting?",
            "Kontakten här är {theirs}, och i ”{other}” är den {ours}. Hjälper båda deltagarna i det här mötet?",
        ),
        "differ": Text(
            "The contact here is {theirs}; in “{other}” it is {ours}.",
            "Kontakten här är {theirs}; i ”{other}” är den {ours}.",
        ),
    },
)
def contact_consistent(contact: Beside) -> Outcome:
    """They have an address or a number in common; otherwise a person tells."""
    if not contact.theirs:
        return passed()
    return ask("reached", **contact.data, yes=passed(), no=failed("differ", **contact.data))


def titled(meeting: Meeting) -> Iterator[Beside]:
    """Documents with a name of the meeting in their title, but the first that calls, in the same language as that."""
    return _each_once(_titled(meeting, agendas=False))


def agendas(meeting: Meeting) -> Iterator[Beside]:
    """Agendas that are documents of their own, where another document calls."""
    return _each_once(_titled(meeting, agendas=True))


def _titled(meeting: Meeting, agendas: bool) -> Iterator[Beside]:
    for call in meeting.calls():
        documents = [each for each in _open_documents(meeting) if _words(each.facts.title)]
        first = next((each for each in documents if each.facts.role in CALLING - {"agenda"}), None)
        for document in documents:
            if first is None or document is first or (document.facts.role == "agenda") != agendas:
                continue
            days = _days(document)
            elsewhere = call.meeting.day is not None and not any(
                _includes(each, call.meeting.day) for each in days
            )
            if (days and elsewhere) or _language(document) != _language(first):
                continue
            alike = _words(document.facts.title) & _words(first.facts.title)
            yield (
                Beside(document.where)
                if alike
                else Beside(document.where, document.facts.title, first.facts.title, first.name)
            )


def _language(document: MeetingDocument) -> str:
    return (document.facts.language or next(iter(document.facts.written_in), ""))[:2]


@about_agreement(
    each=titled,
    title=Text("The meeting has the same name in all documents", "Mötet har samma namn i alla dokument"),
    why=Text(
        "Who finds a document by its title has to know that it belongs to this meeting.",
        "Den som letar upp ett dokument efter titeln behöver se att det hör till det här mötet.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Write the meeting's name the same way in the title of each document.",
            "Skriv mötets namn likadant i varje dokuments titel.",
        ),
    ),
    messages={
        "same": Text(
            "The title here is “{theirs}”, and that of “{other}” is “{ours}”. Does it say the same meeting?",
            "Titeln här är ”{theirs}”, och titeln på ”{other}” är ”{ours}”. Framgår det att det är samma möte?",
        ),
        "differ": Text(
            "The title “{theirs}” does not say that the document belongs to “{ours}”.",
            "Titeln ”{theirs}” säger inte att dokumentet hör till ”{ours}”.",
        ),
    },
)
def title_consistent(title: Beside) -> Outcome:
    """Its title has a word in common with that of the invitation; otherwise a person tells."""
    if not title.theirs:
        return passed()
    return ask("same", **title.data, yes=passed(), no=failed("differ", theirs=title.theirs, ours=title.ours))


@about_agreement(
    each=agendas,
    title=Text("The agenda is that of this meeting", "Dagordningen är det här mötets"),
    why=Text(
        "Who prepares with an interpreter or with assistive technology prepares for the wrong meeting.",
        "Den som förbereder sig med tolk eller hjälpmedel förbereder sig för fel möte.",
    ),
    who=(People.DEAF, People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Send the agenda of this meeting, with the meeting's name and date at its top.",
            "Skicka med det här mötets dagordning, med mötets namn och datum överst.",
        ),
    ),
    messages={
        "same": Text(
            "The agenda is called “{theirs}”, and “{other}” is called “{ours}”. Is it the agenda of that meeting?",
            "Dagordningen heter ”{theirs}”, och ”{other}” heter ”{ours}”. Är det dagordningen för det mötet?",
        ),
        "another": Text(
            "The agenda “{theirs}” is not that of “{ours}”.",
            "Dagordningen ”{theirs}” hör inte till ”{ours}”.",
        ),
    },
)
def agenda_matches_invitation(agenda: Beside) -> Outcome:
    """Its title has a word in common with that of the invitation; otherwise a person tells. Another date is told by
    meeting-date-consistent."""
    if not agenda.theirs:
        return passed()
    return ask(
        "same", **agenda.data, yes=passed(), no=failed("another", theirs=agenda.theirs, ours=agenda.ours)
    )


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages that the documents of a meeting are in."""

    where: Where
    languages: tuple[str, ...] = field(default=())


def in_languages(meeting: Meeting) -> Iterator[Languages]:
    """The call, where documents with text in a known language belong to it."""
    for call in meeting.calls():
        found = {
            language: None
            for each in _open_documents(meeting)
            for language in each.facts.written_in
            or ((each.facts.language[:2],) if each.facts.language else ())
        }
        if found:
            yield Languages(call.where, tuple(found))


@about_agreement(
    each=in_languages,
    title=Text(
        "Each language has all that a participant needs", "Varje språk har allt som en deltagare behöver"
    ),
    why=Text(
        "Who reads only one of the languages misses what stands in the other alone.",
        "Den som bara läser ett av språken missar det som bara står på det andra.",
    ),
    who=(People.NEW_LANGUAGE, People.READING),
    fix=Fix(
        Text(
            "Translate what is missing, or write all documents in one language.",
            "Översätt det som saknas, eller skriv alla dokument på ett språk.",
        ),
    ),
    messages={
        "each": Text(
            "The documents are in {languages}. Does someone who reads only one of them get to know all that matters?",
            "Dokumenten är på {languages}. Får den som bara läser ett av språken veta allt som är viktigt?",
        ),
        "lacking": Text(
            "The documents are in {languages}, and not all of what matters is in each.",
            "Dokumenten är på {languages}, och allt som är viktigt finns inte på varje språk.",
        ),
    },
)
def language_consistent(documents: Languages) -> Outcome:
    """They are in one language; of several a person tells whether each has the same."""
    if len(documents.languages) == 1:
        return passed()
    languages = ", ".join(documents.languages)
    return ask("each", languages=languages, yes=passed(), no=failed("lacking", languages=languages))


def changed(meeting: Meeting) -> Iterator[Beside]:
    """Documents that call, where one of the meeting's says that it is changed or called off. Of one that still has the
    old date, meeting-date-consistent tells; of one that does not say what holds now, meeting-date-present asks."""
    for call in meeting.calls():
        telling = [each for each in meeting.documents if _tells_of_change(each)]
        for document in call.documents if telling else ():
            days = _days(document)
            if days and meeting.day is not None and not any(_includes(each, meeting.day) for each in days):
                continue
            if _tells_of_change(document):
                if document.facts.role == "cancellation" or _says_what_holds(document, meeting):
                    yield Beside(document.where)
                continue
            other = telling[0]
            yield Beside(document.where, document.name, other=other.name, role=other.facts.role)


def _tells_of_change(document: MeetingDocument) -> bool:
    facts = document.facts
    if facts.role == "cancellation":
        return True
    return facts.role in ADDING and facts.role_is_certain and bool(_stated(facts, "change"))


def _says_what_holds(document: MeetingDocument, meeting: Meeting) -> bool:
    """The words that tell of the change say to what, or a second day is given."""
    changes = _stated(document.facts, "change")
    if any(each.value == "cancelled" or tells_what_holds(each.quote) for each in changes):
        return True
    return len({day[-5:] for each in _open_documents(meeting) for day in _days(each)}) > 1


@about_agreement(
    each=changed,
    title=Text("A change is told in all documents", "En ändring står i alla dokument"),
    why=Text(
        "Who reads the document that says nothing of it comes at the old time, or to a meeting that is called off.",
        "Den som läser dokumentet som inte säger något kommer på den gamla tiden, eller till ett inställt möte.",
    ),
    who=(People.READING, People.EVERYONE),
    fix=Fix(
        Text(
            "Say first in each document what is changed, with what held before and what holds now.",
            "Skriv först i varje dokument vad som är ändrat, med det som gällde förut och det som gäller nu.",
        ),
        paste=Text("New time: … (was: …)", "Ny tid: … (tidigare: …)"),
    ),
    messages={
        "untold": Text(
            "“{other}” says that the meeting is changed, and nothing of it stands here.",
            "”{other}” säger att mötet är ändrat, och här står inget om det.",
        ),
        "called-off": Text(
            "“{other}” calls the meeting off, and nothing of it stands here.",
            "”{other}” ställer in mötet, och här står inget om det.",
        ),
    },
)
def change_notice(document: Beside) -> Outcome:
    """It is told there, too, with what holds now."""
    if not document.theirs:
        return passed()
    return failed("called-off" if document.role == "cancellation" else "untold", other=document.other)


def examples() -> dict[str, dict[str, Meeting]]:
    def stated(topic: str, value: str) -> Statement:
        return Statement(topic, "stated", "Söndag 24 maj 2026", value)

    def entitled(meeting: Meeting, *titles: str) -> Meeting:
        return replace(
            meeting,
            documents=tuple(
                replace(each, facts=replace(each.facts, title=title))
                for each, title in zip(meeting.documents, titles, strict=True)
            ),
        )

    def both(role: str, ours: Statement, theirs: Statement) -> Meeting:
        return Meeting.of(ours).and_with(role, theirs)

    date, other_date = stated("date", "2026-05-24"), stated("date", "2026-05-25")
    span = stated("date", "2026-05-23/2026-05-25")
    change = stated("change", "")._replace(quote="Obs! Flyttat till söndag 24 maj 2026.")
    link, other_link = "https://us02web.zoom.us/j/123456789?pwd=x", "https://zoom.us/j/987654321"
    with_agenda = Meeting.of(date).and_with("agenda", date)
    with_slides = Meeting.of(date).and_with("slides")
    english = replace(
        with_agenda.documents[1], facts=replace(with_agenda.documents[1].facts, written_in=("en",))
    )
    return {
        "date_consistent": {
            "failed differ": both("agenda", date, other_date),
            "failed planned": replace(Meeting.of(date), date=datetime.date(2026, 5, 25)),
            "cannot-tell another-day": both("slides", date, other_date),
            "passed": with_agenda,
            "passed, one of several days": both("agenda", date, span),
            "passed, without a year": both("agenda", date, stated("date", "--05-24")),
            "inapplicable, one document": Meeting.of(date),
        },
        "venue_consistent": {
            "cannot-tell same": both("agenda", stated("venue", "Folkets hus"), stated("venue", "Sal Ekot")),
            "passed": both(
                "agenda", stated("venue", "Folkets hus, sal Ekot"), stated("venue", "Folkets Hus")
            ),
            "inapplicable, named once": Meeting.of(stated("venue", "Folkets hus")),
        },
        "joining_link_consistent": {
            "failed differ": both("agenda", stated("joining", link), stated("joining", other_link)),
            "failed differ, another id": both(
                "agenda", stated("joining", link), stated("meeting-id", "987654321")
            ),
            "cannot-tell personal": both(
                "agenda", stated("joining", link), stated("joining", "https://zoom.us/w/123456?tk=abc")
            ),
            "passed": both(
                "agenda",
                stated("joining", link),
                stated("joining", "https://zoom.us/j/123456789?utm_source=mail"),
            ),
            "inapplicable, one link": Meeting.of(stated("joining", link)),
        },
        "contact_consistent": {
            "cannot-tell reached": both(
                "agenda",
                stated("contact", "mail:info@forum.example"),
                stated("contact", "mail:anna@forum.example"),
            ),
            "passed": both(
                "agenda", stated("contact", "phone:+46 8 123 45 67"), stated("contact", "phone:08-123 45 67")
            ),
            "inapplicable, one document": Meeting.of(stated("contact", "mail:info@forum.example")),
        },
        "title_consistent": {
            "cannot-tell same": entitled(
                with_slides, "Inbjudan till Forumkonferensen", "Bilder om tillgänglighet"
            ),
            "passed": entitled(with_slides, "Inbjudan till Forumkonferensen", "Forumkonferens: presentation"),
            "inapplicable, only one is titled": entitled(with_slides, "Inbjudan till årsmöte", ""),
        },
        "agenda_matches_invitation": {
            "cannot-tell same": entitled(with_agenda, "Kallelse till årsmöte", "Dagordning styrelsen"),
            "passed": entitled(with_agenda, "Kallelse till årsmöte", "Dagordning för årsmötet"),
            "inapplicable, no agenda": Meeting.of(date),
            "inapplicable, another date": entitled(
                both("agenda", date, other_date), "Kallelse till årsmöte", "Dagordning styrelsen"
            ),
        },
        "language_consistent": {
            "cannot-tell each": replace(with_agenda, documents=(with_agenda.documents[0], english)),
            "passed": with_agenda,
            "inapplicable, nothing calls": Meeting(),
        },
        "change_notice": {
            "failed untold": Meeting.of(date, change).and_with("event-page", date),
            "failed called-off": Meeting.of(date).and_with("cancellation", date),
            "passed": Meeting.of(date, change).and_with("event-page", date, change),
            "passed, old and new": Meeting.of(date, other_date, change._replace(quote="Ny dag!")),
            "inapplicable, what holds now is not said": Meeting.of(date, change._replace(quote="Ny dag!")),
            "inapplicable": with_agenda,
        },
    }
