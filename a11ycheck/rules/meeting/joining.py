"""How one takes part: the way in, the tool, by telephone, and help with the technology.

No clause asks for it; so these rules meet none. Sources: MFD's checklist has the tool and how to join; W3C's advice on
meetings at a distance has “multiple connection options”; the European Disability Forum's guide to accessible meetings
online has technical support and training sessions; “knowledge and support so that everybody manages the technology” is
asked for by MUCF and NOD.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.facts import Statement
from a11ycheck.documents.meeting.model import Call, Meeting

about_joining = partial(rule, document=Meeting)

MOST_CANDIDATES = 5
"""Web addresses of which one may be the joining link; where there are more, the documents are pages with menus."""


def at_a_distance(meeting: Meeting) -> Iterator[Call]:
    yield from (call for call in meeting.understood_calls() if call.is_digital)


def where_one_speaks(meeting: Meeting) -> Iterator[Call]:
    """No broadcasts: those who only watch need no telephone, and come when they like."""
    yield from (call for call in at_a_distance(meeting) if not call.is_broadcast)


@about_joining(
    each=at_a_distance,
    was=("invitation-joining-link",),
    title=Text(
        "There is a joining link, or a day on which it comes",
        "Möteslänken finns, eller en dag då den kommer",
    ),
    why=Text(
        "Who gets the link late, or has to look for it, cannot test it beforehand with screen reader, captions or "
        "interpreter.",
        "Den som får länken sent, eller måste leta upp den, kan inte prova den i förväg med skärmläsare, textning "
        "eller tolk.",
    ),
    who=(People.SCREEN_READER, People.DEAF, People.READING, People.EVERYONE),
    fix=Fix(
        Text(
            "Put the joining link in the invitation, on a line of its own, or write which day it is sent out.",
            "Lägg möteslänken i inbjudan, på en egen rad, eller skriv vilken dag den skickas ut.",
        ),
        paste=Text("Join the meeting: https://…", "Anslut till mötet: https://…"),
    ),
    messages={
        "missing": Text(
            "One can take part at a distance, and there is no link to join by.",
            "Det går att delta på distans, och det finns ingen möteslänk.",
        ),
        "undated": Text(
            "“{written}” does not say which day the link comes.",
            "”{written}” säger inte vilken dag länken kommer.",
        ),
        "reached": Text(
            "“{written}”: has every participant got the link?",
            "”{written}”: har varje deltagare fått länken?",
        ),
        "among-links": Text("Is “{address}” the link to join by?", "Är ”{address}” möteslänken?"),
    },
)
def joining_link(call: Call) -> Outcome:
    """The documents have it, say on which day it comes, or that registration gives it. Of one that has been sent,
    and of addresses that no service is known for, a person tells."""
    how = call.how("joining")
    if how in ("stated", "promised") or call.leads_in:
        return passed()
    if how == "unsure":
        written = call.first("unsure", "joining")
        return ask("reached", written=written, yes=passed(), no=failed("missing"))
    if how == "promised-undated":
        return failed("undated", written=call.first("promised-undated", "joining"))
    candidates = _candidates(call)
    if 0 < len(candidates) <= MOST_CANDIDATES:
        return ask("among-links", address=candidates[0], yes=passed(), no=failed("missing"))
    return failed("missing")


def _candidates(call: Call) -> list[str]:
    """Web addresses of the documents that call, but those that are known to be for something else."""
    known = set(
        call.values("registration-way", "contact", "needs-contact", "materials", "agenda", "minutes", "qr")
    )
    known = {value.partition(":")[2] if value.startswith(("form:", "web:")) else value for value in known}
    links = (
        target
        for document in call.documents
        for _, target in document.facts.links
        if target.startswith("http")
    )
    return [target for target in dict.fromkeys(links) if target not in known]


@about_joining(
    each=at_a_distance,
    title=Text("The tool is named", "Verktyget är angivet"),
    why=Text(
        "Some tools do not work with some assistive technology; who knows the tool beforehand can test it or ask for "
        "another way.",
        "En del verktyg fungerar inte med en del hjälpmedel; den som vet verktyget i förväg kan prova det eller be om "
        "ett annat sätt.",
    ),
    who=(People.SCREEN_READER, People.KEYBOARD, People.VOICE),
    fix=Fix(
        Text("Write which tool you use.", "Skriv vilket verktyg ni använder."),
        paste=Text("We meet in ….", "Vi möts i …."),
    ),
    messages={
        "missing": Text(
            "One can take part at a distance, and no document names the tool.",
            "Det går att delta på distans, och inget dokument säger vilket verktyg som används.",
        ),
        "from-address": Text(
            "Only the address {address} tells the tool. Do the participants know which it is?",
            "Bara adressen {address} visar verktyget. Vet deltagarna vilket det är?",
        ),
        "several": Text(
            "The documents name {first} and {second}. Is it clear what each is for?",
            "Dokumenten nämner {first} och {second}. Framgår det vad vart och ett är till för?",
        ),
        "unclear": Text(
            "The documents name {first} and {second}, and not what each is for.",
            "Dokumenten nämner {first} och {second}, och inte vad vart och ett är till för.",
        ),
    },
)
def platform_named(call: Call) -> Outcome:
    """It is, in words. Where only the address tells, or two unlike tools are named, a person is asked."""
    tools: dict[str, str] = {}
    for value in call.values("platform"):
        tools.setdefault(_tool(value), value)
    if len(tools) > 1:
        first, second = list(tools.values())[:2]
        unclear = failed("unclear", first=first, second=second)
        return ask("several", first=first, second=second, yes=passed(), no=unclear)
    if tools:
        return passed()
    addresses = [each.statement.value for each in call.said("platform")]
    addresses += [address for document in call.documents for address in document.facts.joining]
    if addresses:
        return ask("from-address", address=addresses[0], yes=passed(), no=failed("missing"))
    return failed("missing")


def _tool(named: str) -> str:
    """“Microsoft Teams”, “MS Teams” and “Teams-möte” are the same."""
    words = named.casefold().replace("-", " ").split()
    kept = [word for word in words if word not in ("microsoft", "ms", "google", "möte", "meeting")]
    first = kept[0] if kept else named.casefold()
    return first.removesuffix("möte").removesuffix("meeting")


@about_joining(
    each=at_a_distance,
    title=Text("It is explained how to join", "Det förklaras hur man ansluter"),
    why=Text(
        "Who is new to the tool, or is not allowed to install programs, has to know beforehand what it takes.",
        "Den som är ovan vid verktyget, eller inte får installera program, behöver veta i förväg vad som krävs.",
    ),
    who=(People.READING, People.NEW_LANGUAGE, People.EVERYONE),
    fix=Fix(
        Text(
            "Write whether one joins in the browser or in an app, and whether it takes an account.",
            "Skriv om man ansluter i webbläsaren eller i en app, och om det behövs ett konto.",
        ),
        paste=Text(
            "You can open the link in your browser or in the … app. You need no account.",
            "Du kan öppna länken i webbläsaren eller i appen …. Du behöver inget konto.",
        ),
    ),
    messages={
        "missing": Text(
            "No document says what it takes to join: a browser or an app, an account, a code.",
            "Inget dokument säger vad som krävs för att ansluta: webbläsare eller app, konto, kod.",
        ),
    },
)
def join_instructions(call: Call) -> Outcome:
    """A document says one thing more than that there is a link: browser or app, account, code. That can be said
    before there is a link."""
    if call.states("instructions") or "code" in call.values("meeting-id"):
        return passed()
    return failed("missing")


@about_joining(
    each=where_one_speaks,
    was=("invitation-dial-in",),
    title=Text("One can take part by telephone", "Det går att delta per telefon"),
    why=Text(
        "Who has no computer, a bad connection, or a tool that does not work with their assistive technology can take "
        "part by telephone.",
        "Den som saknar dator, har dålig uppkoppling eller ett verktyg som inte fungerar med hjälpmedlen kan vara med "
        "per telefon.",
    ),
    who=(People.LOW_VISION, People.SCREEN_READER, People.EVERYONE),
    fix=Fix(
        Text(
            "Write a number to dial in, with the meeting's id or code.",
            "Skriv ett telefonnummer för att ringa in, med mötets id eller kod.",
        ),
        paste=Text("Dial in: …, meeting ID: …", "Ring in: …, mötes-id: …"),
    ),
    messages={
        "missing": Text(
            "There is no telephone number to dial in.", "Det finns inget telefonnummer för att ringa in."
        ),
        "denied": Text(
            "“{written}”: one cannot take part by telephone.",
            "”{written}”: det går inte att delta per telefon.",
        ),
        "number": Text(
            "“{written}”: do all participants get the number before the meeting?",
            "”{written}”: får alla deltagare numret före mötet?",
        ),
        "code": Text(
            "No id or code stands with {number}. Is the number alone enough to get in?",
            "Inget mötes-id och ingen kod står vid {number}. Räcker numret för att komma in?",
        ),
        "no-code": Text(
            "The number {number} has no meeting id or code beside it.",
            "Numret {number} har inget mötes-id och ingen kod vid sidan om.",
        ),
    },
)
def dial_in(call: Call) -> Outcome:
    """There is a number to dial in, with an id or a code. The number of a contact is none."""
    how = call.how("dial-in")
    if how in ("stated", "promised"):
        number = next(iter(call.values("dial-in")), "")
        if not number or call.states("meeting-id") or _is_dialled_with_code(call):
            return passed()
        return ask("code", number=number, yes=passed(), no=failed("no-code", number=number))
    if how in ("unsure", "promised-undated"):
        return ask("number", written=call.first(how, "dial-in"), yes=passed(), no=failed("missing"))
    return failed("denied", written=call.first("denied", "dial-in")) if how else failed("missing")


def _is_dialled_with_code(call: Call) -> bool:
    """A field of a calendar entry has the number, which the telephone dials with the code in one go."""
    return any(each.statement.quote == each.statement.value for each in call.said("dial-in"))


@about_joining(
    each=where_one_speaks,
    title=Text("The meeting room opens before the meeting", "Mötesrummet öppnar före mötet"),
    why=Text(
        "Sound, captions and the interpreter's picture take some minutes to get right; who comes in as the meeting "
        "begins misses its beginning.",
        "Ljud, textning och tolkens bild tar några minuter att ställa in; den som kommer in när mötet börjar missar "
        "början.",
    ),
    who=(People.DEAF, People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Open the room 10 to 15 minutes before, and write it.",
            "Öppna rummet 10 till 15 minuter före, och skriv det.",
        ),
        paste=Text("The meeting room opens at ….", "Mötesrummet öppnar kl. …."),
    ),
    messages={
        "missing": Text(
            "No document says when the room opens.", "Inget dokument säger när mötesrummet öppnar."
        ),
    },
)
def join_early(call: Call) -> Outcome:
    """A document says when the room opens, or how long before."""
    return passed() if call.states("early") else failed("missing")


HELP_OFFERED = {
    "denied": Text("“{written}”: there is no help.", "”{written}”: det finns ingen hjälp."),
    "when": Text(
        "“{written}”: do the participants know when, or whom to turn to?",
        "”{written}”: vet deltagarna när, eller vem de ska vända sig till?",
    ),
}


def _helps(call: Call, topic: str) -> Outcome:
    how = call.how(topic)
    if how in ("stated", "promised"):
        return passed()
    if how in ("unsure", "promised-undated"):
        return ask("when", written=call.first(how, topic), yes=passed(), no=failed("missing"))
    return failed("denied", written=call.first("denied", topic)) if how else failed("missing")


@about_joining(
    each=at_a_distance,
    title=Text(
        "Help with the technology is offered before the meeting", "Hjälp med tekniken erbjuds före mötet"
    ),
    why=Text(
        "Who uses assistive technology, or has never used the tool, needs to try it in peace beforehand.",
        "Den som använder hjälpmedel, eller aldrig har använt verktyget, behöver prova i lugn och ro i förväg.",
    ),
    who=(People.SCREEN_READER, People.VOICE, People.READING),
    fix=Fix(
        Text(
            "Offer a time to test the technology, or somebody to ring. “Make sure that your equipment works” is no "
            "offer.",
            "Erbjud en tid för att prova tekniken, eller någon att ringa. ”Se till att din teknik fungerar” är inget "
            "erbjudande.",
        ),
        paste=Text(
            "Do you need help with the technology? Try the technology with us on …, or ring ….",
            "Behöver du hjälp med tekniken? Prova tekniken med oss den …, eller ring ….",
        ),
    ),
    messages={
        **HELP_OFFERED,
        "missing": Text(
            "No document offers help with the technology, or a test, before the meeting.",
            "Inget dokument erbjuder hjälp med tekniken, eller ett test, före mötet.",
        ),
    },
)
def tech_help_before(call: Call) -> Outcome:
    """A document offers help or a test, with a time or somebody to turn to."""
    return _helps(call, "help-before")


@about_joining(
    each=at_a_distance,
    title=Text(
        "Help with the technology is there during the meeting", "Hjälp med tekniken finns under mötet"
    ),
    why=Text(
        "Who loses sound, captions or interpreter in the middle of the meeting has to be able to reach somebody at "
        "once.",
        "Den som tappar ljud, textning eller tolk mitt i mötet behöver nå någon genast.",
    ),
    who=(People.DEAF, People.SCREEN_READER, People.EVERYONE),
    fix=Fix(
        Text(
            "Write whom to ring or send a text message to while the meeting is on.",
            "Skriv vem man ringer eller sms:ar medan mötet pågår.",
        ),
        paste=Text(
            "Technical problems during the meeting? Ring ….", "Problem med tekniken under mötet? Ring …."
        ),
    ),
    messages={
        **HELP_OFFERED,
        "missing": Text(
            "No document says whom to turn to when the technology fails during the meeting.",
            "Inget dokument säger vem man vänder sig till om tekniken krånglar under mötet.",
        ),
    },
)
def tech_help_during(call: Call) -> Outcome:
    """A document says how to get help while the meeting is on."""
    return _helps(call, "help-during")


def examples() -> dict[str, dict[str, Meeting]]:
    def said(topic: str, how: str = "stated", value: str = "") -> Statement:
        return Statement(topic, how, "Vi ses digitalt.", value)

    online = said("attendance", value="online")
    link = said("joining", value="https://zoom.us/j/123456789")
    on_site = Meeting.of(said("attendance", value="on-site"), said("venue", value="Folkets hus"))
    broadcast = Meeting.of(said("attendance", value="broadcast"), link)
    digital = Meeting.of(online)
    facts = digital.documents[0].facts

    def linking(*addresses: str, joining: tuple[str, ...] = ()) -> Meeting:
        links = tuple(("", each) for each in addresses)
        document = replace(digital.documents[0], facts=replace(facts, links=links, joining=joining))
        return replace(digital, documents=(document,))

    def helping(topic: str) -> dict[str, Meeting]:
        return {
            "failed missing": digital,
            "failed denied": Meeting.of(online, said(topic, "denied")),
            "cannot-tell when": Meeting.of(online, said(topic, "unsure")),
            "passed": Meeting.of(online, said(topic)),
            "inapplicable, on site": on_site,
        }

    number = said("dial-in", value="08-123 45 67")
    return {
        "joining_link": {
            "failed missing": digital,
            "failed undated": Meeting.of(online, said("joining", "promised-undated")),
            "cannot-tell reached": Meeting.of(online, said("joining", "unsure")),
            "cannot-tell among-links": linking("https://moten.forum.example/arsmote"),
            "passed": Meeting.of(online, link),
            "passed, on a day": Meeting.of(online, said("joining", "promised", "2026-05-20")),
            "passed, in a field of a calendar": linking(joining=("https://zoom.us/j/123456789",)),
            "inapplicable, on site": on_site,
        },
        "platform_named": {
            "failed missing": digital,
            "cannot-tell from-address": Meeting.of(link, said("platform", "unsure", link.value)),
            "cannot-tell several": Meeting.of(
                said("platform", value="Zoom"), said("platform", value="YouTube")
            ),
            "passed": Meeting.of(
                said("platform", value="Microsoft Teams"), said("platform", value="Teams-möte")
            ),
            "inapplicable, on site": on_site,
        },
        "join_instructions": {
            "failed missing": Meeting.of(link),
            "failed missing, the link is to come": digital,
            "passed": Meeting.of(link, said("instructions")),
            "passed, a code": Meeting.of(link, said("meeting-id", value="code")),
            "inapplicable, on site": on_site,
        },
        "dial_in": {
            "failed missing": Meeting.of(link),
            "failed denied": Meeting.of(link, said("dial-in", "denied")),
            "cannot-tell number": Meeting.of(link, said("dial-in", "unsure")),
            "cannot-tell code": Meeting.of(link, number),
            "passed": Meeting.of(link, number, said("meeting-id", value="123456789")),
            "passed, in a field of a calendar": Meeting.of(
                link, Statement("dial-in", "stated", "+46-8-123-45-67", "+46-8-123-45-67")
            ),
            "inapplicable, on site": on_site,
            "inapplicable, a broadcast": broadcast,
        },
        "join_early": {
            "failed missing": digital,
            "passed": Meeting.of(online, said("early", value="12:45")),
            "inapplicable, on site": on_site,
        },
        "tech_help_before": helping("help-before"),
        "tech_help_during": helping("help-during"),
    }
