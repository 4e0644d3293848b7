"""Papers and language: what comes beforehand and in which form, and which language is spoken.

Sources: the checklist of Myndigheten för delaktighet on meetings (“skicka material … i förväg”); W3C, “How to Make Your
Presentations Accessible to All” (“provide material ahead of time”, and not “only in formats that users cannot adapt”).
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.meeting.model import SURE, Call, Meeting, MeetingDocument

PAPERS = frozenset({"slides", "material"})


def papers(call: Call, roles: frozenset[str] = PAPERS) -> list[MeetingDocument]:
    """The documents of the meeting that are such."""
    return [
        each for each in call.meeting.documents if each.facts.role in roles and each.facts.role_is_certain
    ]


def with_papers(meeting: Meeting) -> Iterator[Call]:
    """Calls to a meeting with papers of its own, or that say something of their formats."""
    return (
        call
        for call in meeting.understood_calls()
        if call.how("materials-format") or papers(call, PAPERS | {"agenda"})
    )


def in_languages(meeting: Meeting) -> Iterator[Call]:
    """Calls in two languages or more, or that say which language is spoken."""
    return (call for call in meeting.understood_calls() if call.how("language") or len(languages(call)) > 1)


def languages(call: Call) -> set[str]:
    found = {language for each in call.documents for language in each.facts.written_in}
    return {language.partition("-")[0] for language in found}


def for_the_public(meeting: Meeting) -> Iterator[Call]:
    """Calls that anyone can come across, or that offer easy-to-read text."""
    return (
        call
        for call in meeting.understood_calls()
        if call.how("easy-read") or any(each.facts.role == "event-page" for each in call.documents)
    )


def not_only_attached(meeting: Meeting) -> Iterator[Call]:
    """All calls but those that only say that papers are attached, where nothing is: of that,
    meeting-materials-there asks."""
    for call in meeting.understood_calls():
        said = {each.statement.value for each in call.said("materials") if each.statement.how in SURE}
        if said != {"attached"} or papers(call):
            yield call


@rule(
    document=Meeting,
    each=not_only_attached,
    title=Text("Papers and slides come beforehand", "Handlingar och bilder kommer i förväg"),
    why=Text(
        "Who listens to the slides, enlarges them or needs time to read has to have them before the meeting; "
        "interpreters "
        "prepare from them.",
        "Den som lyssnar på bilderna, förstorar dem eller behöver tid att läsa måste ha dem före mötet; tolkar "
        "förbereder sig med dem.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION, People.READING, People.DEAF),
    fix=Fix(
        Text(
            "Attach the papers, link to them, or write on which day before the meeting they are sent.",
            "Bifoga handlingarna, länka till dem eller skriv vilken dag före mötet de skickas.",
        ),
        paste=Text(
            "The slides will be sent by … at the latest.",
            "Presentationerna skickas ut senast den ….",
        ),
    ),
    messages={
        "missing": Text(
            "Nothing is said on getting papers or slides before the meeting.",
            "Det står inget om att få handlingar eller bilder före mötet.",
        ),
        "afterwards": Text(
            "The papers come only after the meeting: “{quote}”.",
            "Materialet kommer först efter mötet: ”{quote}”.",
        ),
        "denied": Text("There are no papers beforehand: “{quote}”.", "Inget material i förväg: ”{quote}”."),
        "undated": Text(
            "Do the papers come in good time before the meeting? It says “{quote}”.",
            "Kommer handlingarna i god tid före mötet? Det står ”{quote}”.",
        ),
        "no-day": Text(
            "Papers are promised, but not in good time before the meeting.",
            "Handlingar utlovas, men inte i god tid före mötet.",
        ),
    },
)
def materials_in_advance(call: Call) -> Outcome:
    """Slides or papers are among the documents, attached or linked, or promised with a day that is not after the
    meeting. A programme is none."""
    how = call.how("materials")
    day = call.meeting.day
    if papers(call) or how == "stated":
        return passed()
    if how == "promised":
        days = [value for value in call.values("materials") if value[:1].isdecimal()]
        late = bool(days) and day is not None and min(days) > f"{day}"
        return failed("afterwards", quote=call.first(how, "materials")) if late else passed()
    quote = call.first(how, "materials")
    if how == "denied":
        return failed("afterwards" if _comes_afterwards(call) else "denied", quote=quote)
    if how:
        return ask("undated", quote=quote, yes=passed(), no=failed("no-day"))
    return failed("missing")


def _comes_afterwards(call: Call) -> bool:
    return any(each.statement.value == "afterwards" for each in call.said("materials"))


@rule(
    document=Meeting,
    each=with_papers,
    title=Text("Papers can be had in another format", "Handlingarna finns i annat format"),
    why=Text(
        "A PDF cannot be adapted: who needs larger text, other colours or braille has to have the words in a "
        "format that "
        "can.",
        "En pdf går inte att anpassa: den som behöver större text, andra färger eller punktskrift måste få orden i ett "
        "format där det går.",
    ),
    who=(People.LOW_VISION, People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Send the Word file or the slides besides the PDF, put the text on a web page, or offer other formats.",
            "Skicka Word-filen eller presentationen vid sidan av pdf:en, lägg texten på en webbsida eller erbjud andra "
            "format.",
        ),
        paste=Text(
            "Do you want the papers in another format, such as large print or Word? Write to ….",
            "Vill du ha handlingarna i annat format, till exempel stor stil eller Word? Skriv till ….",
        ),
    ),
    messages={
        "only-pdf": Text(
            "{count} of the papers are there only as PDF, such as {name}, and no other format is offered.",
            "{count} av handlingarna finns bara som pdf, till exempel {name}, och inget annat format erbjuds.",
        ),
        "denied": Text(
            "The papers cannot be had in another format: “{quote}”.",
            "Handlingarna finns inte i annat format: ”{quote}”.",
        ),
    },
)
def materials_alternative_format(call: Call) -> Outcome:
    """Another format is offered, or all that is there as PDF is there in a format that can be adapted."""
    if call.states("materials-format"):
        return passed()
    if call.how("materials-format") == "denied":
        return failed("denied", quote=call.first("denied", "materials-format"))
    found = papers(call, PAPERS | {"agenda"})
    adaptable = {each.name.rpartition(".")[0] for each in found if each.kind != "pdf"}
    fixed = [each for each in found if each.kind == "pdf" and each.name.rpartition(".")[0] not in adaptable]
    return failed("only-pdf", count=len(fixed), name=fixed[0].name) if fixed else passed()


@rule(
    document=Meeting,
    each=in_languages,
    title=Text("It is said which language is spoken", "Det framgår vilket språk som talas"),
    why=Text(
        "Who reads the invitation in two languages cannot know in which the meeting is held, or whether it is "
        "interpreted.",
        "Den som får inbjudan på två språk vet inte på vilket mötet hålls, eller om det tolkas.",
    ),
    who=(People.NEW_LANGUAGE,),
    fix=Fix(
        Text(
            "Write which language is spoken, and what it is interpreted into.",
            "Skriv vilket språk som talas, och vad det tolkas till.",
        ),
        paste=Text("Language of the meeting: ….", "Mötesspråk: …."),
    ),
    messages={
        "missing": Text(
            "The invitation is in {count} languages, and does not say which is spoken.",
            "Inbjudan är på {count} språk, och det framgår inte vilket som talas.",
        ),
    },
)
def language_of_meeting(call: Call) -> Outcome:
    """Where the documents are in several languages, it is said which is spoken."""
    return passed() if call.how("language") else failed("missing", count=len(languages(call)))


@rule(
    document=Meeting,
    each=for_the_public,
    title=Text("There is easy-to-read text", "Det finns lättläst text"),
    why=Text(
        "Who finds reading hard comes to meetings for the public only when they can read what it is about.",
        "Den som har svårt att läsa kommer till öppna möten bara om det går att läsa vad de handlar om.",
    ),
    who=(People.READING, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Write a short easy-to-read summary of the invitation and the papers, and link to it.",
            "Skriv en kort, lättläst sammanfattning av inbjudan och handlingarna, och länka till den.",
        ),
        paste=Text(
            "There is an easy read summary, which you can download from ….",
            "Det finns en lättläst sammanfattning, som du kan ladda ner på ….",
        ),
    ),
    messages={
        "missing": Text("There is no easy-to-read text.", "Det finns ingen lättläst text."),
        "whose": Text(
            "Is the easy-to-read text about this meeting? It says “{quote}”.",
            "Handlar den lättlästa texten om det här mötet? Det står ”{quote}”.",
        ),
    },
)
def easy_read_offered(call: Call) -> Outcome:
    """A text that is easy to read is offered; of a link for a whole site a person knows whether it is of the "
    "meeting."""
    how = call.how("easy-read")
    if call.states("easy-read"):
        return passed()
    if how in ("", "denied"):
        return failed("missing")
    return ask("whose", quote=call.first(how, "easy-read"), yes=passed(), no=failed("missing"))


def examples() -> dict[str, dict[str, Meeting]]:
    from dataclasses import replace

    from a11ycheck.documents.facts import Statement

    def material(how: str, quote: str = "", value: str = "") -> Meeting:
        date = Statement("date", "stated", "24 maj 2026", "2026-05-24")
        return Meeting.of(date, Statement("materials", how, quote, value))

    def said(topic: str, how: str, quote: str) -> Meeting:
        return Meeting.of(Statement(topic, how, quote))

    def written_in(*found: str) -> Meeting:
        (document,) = Meeting.of().documents
        return Meeting((replace(document, facts=replace(document.facts, written_in=found)),))

    return {
        "materials_in_advance": {
            "failed missing": Meeting.of(),
            "failed afterwards": material("denied", "Bilderna skickas ut efter mötet.", "afterwards"),
            "failed afterwards, a promise": material(
                "promised", "Bilderna skickas den 1 juni.", "2026-06-01"
            ),
            "failed denied": material("denied", "Inga handlingar skickas ut."),
            "cannot-tell undated": material("promised-undated", "Bilderna skickas ut senare."),
            "passed": material("promised", "Bilderna skickas senast den 17 maj.", "2026-05-17"),
            "passed, here": material("stated", "Handlingarna finns på forum.example.", "forum.example"),
            "passed, attached": material("stated", "Bilderna bifogas.", "attached").and_with("slides"),
            "inapplicable, said to be attached": material("stated", "Bilderna bifogas.", "attached"),
            "passed, among the documents": Meeting.of().and_with("slides"),
        },
        "materials_alternative_format": {
            "failed only-pdf": Meeting.of().and_with("material"),
            "failed denied": said("materials-format", "denied", "Vi erbjuder inga andra format."),
            "passed": said("materials-format", "stated", "Finns i storstil."),
            "passed, a Word file too": Meeting.of()
            .and_with("material")
            .and_with("material", source="material.docx", kind="word"),
            "inapplicable, no papers": Meeting.of(),
        },
        "language_of_meeting": {
            "failed missing": written_in("sv", "en"),
            "passed": said("language", "stated", "Mötet hålls på svenska."),
            "inapplicable, one language": Meeting.of(),
        },
        "easy_read_offered": {
            "failed missing": Meeting.of(role="event-page"),
            "cannot-tell whose": said("easy-read", "unsure", "Lättläst"),
            "passed": said("easy-read", "stated", "Det finns en lättläst inbjudan."),
            "inapplicable, a mail to members": Meeting.of(),
        },
    }
