"""The call to a meeting says what there is for those who hear or see otherwise.

What must be said is whether it is there, so that nobody has to ask first (W3C, “How to Make Your Presentations
Accessible to All”; the Swedish web guidelines on meetings at a distance). No clause of WCAG asks for it beforehand.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.meeting.model import Call, Meeting


def to_a_place(meeting: Meeting) -> Iterator[Call]:
    """Calls to a meeting that one can come to."""
    return (call for call in meeting.understood_calls() if call.is_on_site)


def is_said(call: Call, topic: str) -> Outcome:
    """Is it said that it is there? “On request” is enough where it is said whom to ask."""
    how = call.how(topic)
    if how in ("stated", "promised"):
        return passed()
    if how == "denied":
        return failed("denied", quote=call.first("denied", topic))
    if how == "unsure" and call.states("needs-contact"):
        return passed()
    if how:
        return ask("on-request", quote=call.first(how, topic), yes=passed(), no=failed("not-how"))
    return failed("missing")


@rule(
    document=Meeting,
    each=Meeting.understood_calls,
    title=Text("It is said whether the meeting is captioned", "Det framgår om mötet textas"),
    why=Text(
        "Who is deaf or hard of hearing cannot know whether there is any point in coming.",
        "Den som är döv eller hör dåligt vet inte om det är någon idé att vara med.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE, People.READING),
    fix=Fix(
        Text(
            "Write whether there are live captions, who makes them, and how one turns them on. If there are "
            "none, offer "
            "them on request, with a contact and a last day.",
            "Skriv om mötet skrivtolkas eller direkttextas, vem som gör det och hur man slår på texten. Om det inte "
            "görs: erbjud det på begäran, med kontakt och sista dag.",
        ),
        paste=Text(
            "There are live captions during the meeting. Turn them on so: ….",
            "Mötet direkttextas. Så här slår du på texten: ….",
        ),
    ),
    messages={
        "missing": Text(
            "Nothing is said on live captions.", "Det står inget om textning eller skrivtolkning."
        ),
        "denied": Text(
            "There will be no live captions: “{quote}”.", "Mötet kommer inte att textas: ”{quote}”."
        ),
        "on-request": Text(
            "Is it said how one asks for captions, and by when? It says “{quote}”.",
            "Framgår det hur man ber om textning, och senast när? Det står ”{quote}”.",
        ),
        "not-how": Text(
            "There are captions on request, but not how one asks for them.",
            "Mötet textas på begäran, men det står inte hur man ber om det.",
        ),
    },
    was=("invitation-access-services",),
)
def captions_statement(call: Call) -> Outcome:
    """Live captions or speech-to-text reporting are there, or it is said how one gets them."""
    return is_said(call, "captions")


@rule(
    document=Meeting,
    each=Meeting.understood_calls,
    title=Text("It is said whether there is sign language", "Det framgår om mötet teckenspråkstolkas"),
    why=Text(
        "Who has sign language as a first language cannot know whether to come, and an interpreter has to be booked "
        "weeks ahead.",
        "Den som har teckenspråk som förstaspråk vet inte om det går att vara med, och tolk måste bokas flera veckor "
        "i förväg.",
    ),
    who=(People.DEAF,),
    fix=Fix(
        Text(
            "Write that the meeting is interpreted into sign language, or how and by when one asks for it.",
            "Skriv att mötet teckenspråkstolkas, eller hur och senast när man ber om det.",
        ),
        paste=Text(
            "Sign language interpretation can be booked: write to … by ….",
            "Teckenspråkstolkning kan bokas: skriv till … senast ….",
        ),
    ),
    messages={
        "missing": Text(
            "Nothing is said on sign language interpretation.", "Det står inget om teckenspråkstolkning."
        ),
        "denied": Text(
            "There will be no sign language: “{quote}”.", "Mötet teckenspråkstolkas inte: ”{quote}”."
        ),
        "on-request": Text(
            "Is it said how one asks for an interpreter, and by when? It says “{quote}”.",
            "Framgår det hur man ber om tolk, och senast när? Det står ”{quote}”.",
        ),
        "not-how": Text(
            "There is sign language on request, but not how one asks for it.",
            "Mötet teckenspråkstolkas på begäran, men det står inte hur man ber om det.",
        ),
    },
)
def sign_language_statement(call: Call) -> Outcome:
    """Sign language interpretation is there, or it is said how one gets it."""
    return is_said(call, "sign-language")


@rule(
    document=Meeting,
    each=to_a_place,
    title=Text("It is said whether the room has a hearing loop", "Det framgår om lokalen har hörslinga"),
    why=Text(
        "Who uses a hearing aid hears little in a room without a loop, and has to know beforehand.",
        "Den som har hörapparat hör dåligt i en lokal utan slinga och behöver veta det i förväg.",
    ),
    who=(People.DEAF,),
    fix=Fix(
        Text(
            "Ask whoever has the room whether there is a hearing loop and whether it works. Write it.",
            "Fråga den som har lokalen om det finns hörslinga och om den fungerar. Skriv det.",
        ),
        paste=Text("The room, …, has a hearing loop.", "Lokalen, …, har hörslinga."),
    ),
    messages={
        "missing": Text("Nothing is said on a hearing loop.", "Det står inget om hörslinga."),
        "denied": Text("The room has no hearing loop: “{quote}”.", "Lokalen saknar hörslinga: ”{quote}”."),
        "on-request": Text(
            "Is it said how one asks for a hearing loop? It says “{quote}”.",
            "Framgår det hur man ber om hörslinga? Det står ”{quote}”.",
        ),
        "not-how": Text(
            "There is a hearing loop on request, but not how one asks for it.",
            "Hörslinga finns på begäran, men det står inte hur man ber om det.",
        ),
    },
)
def hearing_loop_statement(call: Call) -> Outcome:
    """The room has a hearing loop, or it is said how one gets one."""
    return is_said(call, "hearing-loop")


@rule(
    document=Meeting,
    each=Meeting.understood_calls,
    title=Text("It is said that what is shown is described", "Det framgår att det som visas beskrivs"),
    why=Text(
        "Who does not see the slides, or takes part by telephone, loses what is only shown.",
        "Den som inte ser bilderna, eller är med per telefon, går miste om det som bara visas.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "Ask all who speak to say aloud what their slides show, and write that they do.",
            "Be alla som talar att säga vad deras bilder visar, och skriv att de gör det.",
        ),
        paste=Text(
            "All who speak describe the slides that they show. Questions about it: ….",
            "Alla som talar beskriver bilderna som visas. Frågor om det: ….",
        ),
    ),
    messages={
        "missing": Text(
            "Nothing is said on whether what is shown is described.",
            "Det står inget om att det som visas beskrivs.",
        ),
        "denied": Text(
            "What is shown is not described: “{quote}”.", "Det som visas beskrivs inte: ”{quote}”."
        ),
        "on-request": Text(
            "Is it said how one asks for description? It says “{quote}”.",
            "Framgår det hur man ber om syntolkning? Det står ”{quote}”.",
        ),
        "not-how": Text(
            "What is shown is described on request, but not how one asks for it.",
            "Det som visas beskrivs på begäran, men det står inte hur man ber om det.",
        ),
    },
)
def visuals_described(call: Call) -> Outcome:
    """Speakers describe what they show, or there is audio description."""
    return is_said(call, "description")


@rule(
    document=Meeting,
    each=to_a_place,
    title=Text("It is said how one gets into the place", "Det framgår hur man kommer in i lokalen"),
    why=Text(
        "Who uses a wheelchair, walks with difficulty or has an assistance dog has to know about steps, lift "
        "and toilet "
        "before the journey.",
        "Den som använder rullstol, har svårt att gå eller har assistanshund behöver veta om trappor, hiss och toalett "
        "före resan.",
    ),
    who=(People.EVERYONE,),
    fix=Fix(
        Text(
            "Write whether the entrance is step-free, and about lift, accessible toilet and parking. Write also "
            "what is "
            "missing, and whom to ask.",
            "Skriv om entrén är trappfri, och om hiss, tillgänglig toalett och parkering. Skriv också vad som "
            "saknas, och "
            "vem man kan fråga.",
        ),
        paste=Text(
            "The entrance, …, is step-free, and there is an accessible toilet on floor ….",
            "Entrén, …, är trappfri, och det finns en tillgänglig toalett på våning ….",
        ),
    ),
    messages={
        "missing": Text(
            "Nothing is said on steps, lift or toilet at the place.",
            "Det står inget om trappor, hiss eller toalett på platsen.",
        ),
        "denied": Text("The place shuts people out: “{quote}”.", "Platsen stänger ute: ”{quote}”."),
        "on-request": Text(
            "Does it say how one gets in, and about the toilet? It says “{quote}”.",
            "Framgår det hur man kommer in, och om toaletten? Det står ”{quote}”.",
        ),
        "not-how": Text(
            "It is not said how one gets in, or about the toilet.",
            "Det framgår inte hur man kommer in, eller om toaletten.",
        ),
    },
)
def venue_access(call: Call) -> Outcome:
    """Something is said on entrance, lift, wheelchair, toilet or parking."""
    how = call.how("venue-access")
    if how in ("stated", "promised"):
        return passed()
    if how == "unsure":
        # To be told whom to ask is not to be told how one gets in.
        quote = call.first(how, "venue-access")
        return ask("on-request", quote=quote, yes=passed(), no=failed("not-how"))
    return is_said(call, "venue-access")


def examples() -> dict[str, dict[str, Meeting]]:
    from a11ycheck.documents.facts import Statement

    to_whom = Statement("needs-contact", "stated", value="mail:anna@example.org")
    place = Statement("venue", "stated", "Stadsbiblioteket, sal 3", "Stadsbiblioteket, sal 3")

    def meeting(topic: str, how: str, quote: str, *more: Statement) -> Meeting:
        return Meeting.of(*more, Statement(topic, how, quote))

    def shown(topic: str, stated: str, denied: str, asked_for: str, *more: Statement) -> dict[str, Meeting]:
        return {
            "failed missing": Meeting.of(*more),
            "failed denied": meeting(topic, "denied", denied, *more),
            "cannot-tell on-request": meeting(topic, "unsure", asked_for, *more),
            "passed": meeting(topic, "stated", stated, *more),
        }

    on_request = meeting("captions", "unsure", "Textning vid behov.", to_whom)
    nowhere = {"inapplicable, no place": Meeting.of()}
    return {
        "captions_statement": shown(
            "captions", "Mötet skrivtolkas.", "Mötet textas inte.", "Textning vid behov."
        )
        | {"passed, on request of someone": on_request},
        "sign_language_statement": shown(
            "sign-language",
            "Mötet teckenspråkstolkas.",
            "Vi har ingen teckenspråkstolk.",
            "Teckenspråkstolk kan ordnas.",
        ),
        "hearing_loop_statement": shown(
            "hearing-loop", "Salen har hörslinga.", "Salen saknar hörslinga.", "Hörslinga kan ordnas.", place
        )
        | nowhere,
        "visuals_described": shown(
            "description", "Talarna beskriver sina bilder.", "Ingen syntolkning.", "Syntolkning vid behov."
        ),
        "venue_access": shown(
            "venue-access",
            "Entrén är trappfri.",
            "Lokalen har ingen hiss.",
            "Kontakta oss om lokalens tillgänglighet.",
            place,
        )
        | nowhere,
    }
