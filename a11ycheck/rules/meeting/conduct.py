"""How the meeting goes: rules of play, who gives the floor, how one speaks, a safe forum, and ways to join in.

Source: participants of a Swedish conference on digital dialogue, 2022: “tydliga spelregler”, “moderering så att alla
får komma till tals”, “skapar säkra forum”, “möjlighet till delaktighet”. What else is named stands with each rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.meeting.model import SURE, Call, Meeting


def that_one_speaks_in(meeting: Meeting) -> Iterator[Call]:
    """Calls to a meeting that is not only watched."""
    return (call for call in meeting.understood_calls() if not call.is_broadcast)


def at_a_distance(meeting: Meeting) -> Iterator[Call]:
    """Calls to a meeting at a distance, or of which nobody knows that it is not, with whether one speaks in it."""
    return (call for call in meeting.understood_calls() if call.is_digital or not call.is_on_site)


def on_camera(meeting: Meeting) -> Iterator[Call]:
    """Calls to a meeting at a distance in which one may be seen."""
    return (call for call in meeting.understood_calls() if call.is_digital and not call.is_broadcast)


def with_activities(meeting: Meeting) -> Iterator[Call]:
    """Calls that speak of polls, boards or rooms for groups."""
    return (call for call in meeting.understood_calls() if call.how("participation"))


@rule(
    document=Meeting,
    each=that_one_speaks_in,
    title=Text("The meeting has rules of play", "Mötet har spelregler"),
    why=Text(
        "When people talk at once, interpreters and captions cannot keep up, and who needs time to find the "
        "words stays "
        "silent.",
        "När flera talar samtidigt hinner varken tolk eller textning med, och den som behöver tid att hitta orden "
        "tystnar.",
    ),
    who=(People.DEAF, People.READING, People.SCREEN_READER),
    fix=Fix(
        Text(
            "Write a few rules on sound, picture and speaking. Voting and quorum are other rules.",
            "Skriv några regler om ljud, bild och att tala. Röstning och beslutsförhet är andra regler.",
        ),
        paste=Text(
            "Ground rules: One person speaks at a time. Keep your microphone muted when you do not speak. Say "
            "your name "
            "first. Also: ….",
            "Spelregler: En talar i taget. Ha mikrofonen avstängd när du inte talar. Säg ditt namn först. Tänk "
            "också på: "
            "….",
        ),
    ),
    messages={
        "missing": Text("The meeting has no rules of play.", "Mötet har inga spelregler."),
        "elsewhere": Text(
            "Can everyone read the rules of play before the meeting? It says “{quote}”.",
            "Kan alla läsa spelreglerna före mötet? Det står ”{quote}”.",
        ),
    },
)
def rules_of_play(call: Call) -> Outcome:
    """Rules on speaking, sound and conduct are written; of rules elsewhere a person knows whether they are there."""
    if call.states("rules"):
        return passed()
    if call.how("rules") in ("unsure", "promised-undated"):
        quote = call.first(call.how("rules"), "rules")
        return ask("elsewhere", quote=quote, yes=passed(), no=failed("missing"))
    return failed("missing")


@rule(
    document=Meeting,
    each=that_one_speaks_in,
    title=Text("It is said who gives the floor", "Det framgår vem som fördelar ordet"),
    why=Text(
        "Somebody has to see to it that all may speak, and to be the one to turn to: without, those who are quick and "
        "loud speak.",
        "Någon måste se till att alla får komma till tals, och vara den man vänder sig till: annars talar de som är "
        "snabba och höga.",
    ),
    who=(People.READING, People.DEAF, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Name a moderator who gives the floor and follows the chat.",
            "Ange en moderator som fördelar ordet och följer chatten.",
        ),
        paste=Text("Moderator: ….", "Moderator: …."),
    ),
    messages={
        "missing": Text("It is not said who gives the floor.", "Det framgår inte vem som fördelar ordet."),
        "who": Text(
            "Is it plain who sees to it that all may speak? It says “{quote}”.",
            "Framgår det vem som ser till att alla får komma till tals? Det står ”{quote}”.",
        ),
    },
)
def moderation(call: Call) -> Outcome:
    """A moderator is named; of a role without a name a person knows whether all know who it is."""
    if call.states("moderation"):
        return passed()
    if call.how("moderation") == "unsure":
        quote = call.first("unsure", "moderation")
        return ask("who", quote=quote, yes=passed(), no=failed("missing"))
    return failed("missing")


@rule(
    document=Meeting,
    each=at_a_distance,
    title=Text("One can ask and speak in two ways", "Man kan fråga och yttra sig på två sätt"),
    why=Text(
        "Who does not speak, does not type, or needs time to find the words has to have another way than the others.",
        "Den som inte talar, inte skriver, eller behöver tid att hitta orden måste ha ett annat sätt än de andra.",
    ),
    who=(People.DEAF, People.READING, People.SCREEN_READER, People.VOICE),
    fix=Fix(
        Text(
            "Write two ways, such as raising a hand and the chat, and let people send questions beforehand.",
            "Skriv två sätt, till exempel räcka upp handen och chatten, och låt deltagarna skicka frågor i förväg.",
        ),
        paste=Text(
            "Raise your hand or write your question in the chat. You can also send your questions in advance to ….",
            "Räck upp handen eller skriv din fråga i chatten. Du kan också mejla dina frågor i förväg till ….",
        ),
    ),
    messages={
        "missing": Text(
            "It is not said how one asks questions or gets the floor.",
            "Det framgår inte hur man ställer frågor eller får ordet.",
        ),
        "denied": Text("One cannot ask questions: “{quote}”.", "Man kan inte ställa frågor: ”{quote}”."),
        "no-channel": Text(
            "It is said that one can ask questions, but not how: “{quote}”.",
            "Det står att man kan ställa frågor, men inte hur: ”{quote}”.",
        ),
        "one-way-during": Text(
            "There is only one way to ask, during the meeting: “{quote}”.",
            "Det finns bara ett sätt att fråga, under mötet: ”{quote}”.",
        ),
        "one-way-before": Text(
            "One can only ask before the meeting: “{quote}”.",
            "Man kan bara fråga före mötet: ”{quote}”.",
        ),
    },
)
def how_to_speak(call: Call, *, ways_at_least: int = 2) -> Outcome:
    """There are ``ways_at_least`` ways, each an occasion and a channel; one of a broadcast, which is only watched.

    The number follows “på olika sätt” of the conference named above.
    """
    ways = [value for value in call.values("speaking") if value.partition(":")[2]]
    if len(ways) >= (1 if call.is_broadcast else ways_at_least):
        return passed()
    if ways:
        occasion = "before" if ways[0].startswith("before") else "during"
        return failed(f"one-way-{occasion}", quote=call.first("stated", "speaking"))
    how = call.how("speaking")
    if how == "denied":
        return failed("denied", quote=call.first(how, "speaking"))
    return failed("no-channel", quote=call.first(how, "speaking")) if how else failed("missing")


@rule(
    document=Meeting,
    each=that_one_speaks_in,
    title=Text("The meeting is a safe forum", "Mötet är ett tryggt forum"),
    why=Text(
        "Who has been ridiculed or interrupted before stays away unless it is plain what holds and whom to tell.",
        "Den som har blivit förlöjligad eller avbruten förr håller sig borta om det inte framgår vad som gäller "
        "och vem "
        "man kan säga till.",
    ),
    who=(People.EVERYONE,),
    fix=Fix(
        Text(
            "Write that everybody is to be met with respect, and whom to tell when something happens.",
            "Skriv att alla ska bemötas med respekt, och vem man vänder sig till om något händer.",
        ),
        paste=Text(
            "Everyone is to feel safe and be met with respect. If something happens, contact ….",
            "Alla ska känna sig trygga och bemötas med respekt. Om något händer, kontakta ….",
        ),
    ),
    messages={
        "missing": Text(
            "Nothing is said on respect, or on whom to tell when something happens.",
            "Det står inget om respekt, eller om vem man vänder sig till om något händer.",
        ),
        "whom": Text(
            "Is it plain whom to tell when something happens? It says “{quote}”.",
            "Framgår det vem man vänder sig till om något händer? Det står ”{quote}”.",
        ),
        "nobody": Text(
            "It is not said whom to tell when something happens.",
            "Det framgår inte vem man vänder sig till om något händer.",
        ),
    },
)
def safe_forum(call: Call) -> Outcome:
    """A rule on respect stands with whom to tell; where it stands alone, a person knows whether that is plain."""
    if call.states("safe-forum"):
        return passed()
    if call.how("safe-forum") == "unsure":
        quote = call.first("unsure", "safe-forum")
        return ask("whom", quote=quote, yes=passed(), no=failed("nobody"))
    return failed("missing")


@rule(
    document=Meeting,
    each=with_activities,
    title=Text("Polls and boards have an alternative", "Omröstningar och tavlor har ett alternativ"),
    why=Text(
        "Polls, boards and rooms for groups often do not work with a screen reader, a keyboard or a telephone.",
        "Omröstningar, digitala tavlor och grupprum fungerar ofta inte med skärmläsare, tangentbord eller telefon.",
    ),
    who=(People.SCREEN_READER, People.KEYBOARD, People.LOW_VISION),
    fix=Fix(
        Text(
            "Write how one takes part without the tool: aloud, in the chat or by mail.",
            "Skriv hur man är med utan verktyget: muntligt, i chatten eller med mejl.",
        ),
        paste=Text(
            "We use …. You can also answer in the chat or aloud.",
            "Vi använder …. Du kan också svara i chatten eller muntligt.",
        ),
    ),
    messages={
        "no-other-way": Text(
            "It is not said how one takes part without {tool}.",
            "Det framgår inte hur man är med utan {tool}.",
        ),
        "too": Text(
            "Another way is said to be there. Does it stand for {tool}, too?",
            "Det står att det finns ett annat sätt. Gäller det också i stället för {tool}?",
        ),
    },
)
def participation_options(call: Call) -> Outcome:
    """Beside each tool that is named stands another way to take part.

    W3C, “How to Make Your Presentations Accessible to All”: “consider activities”.
    """
    with_another_way = call.values("participation")
    for said in call.said("participation"):
        tool = said.statement.value or said.statement.quote
        if said.statement.how not in SURE and tool not in with_another_way:
            no = failed("no-other-way", tool=tool)
            return ask("too", tool=tool, yes=passed(), no=no) if with_another_way else no
    return passed()


@rule(
    document=Meeting,
    each=on_camera,
    title=Text("It is said that the camera is optional", "Det framgår att kameran är frivillig"),
    why=Text(
        "To be looked at tires, and shuts out those who cannot or do not want to show themselves or their home.",
        "Att synas tröttar, och stänger ute den som inte kan eller vill visa sig eller sitt hem.",
    ),
    who=(People.EVERYONE,),
    fix=Fix(
        Text(
            "Write that the camera may be off. Ask only those who speak to be seen, for those who read lips.",
            "Skriv att kameran får vara av. Be bara den som talar att synas, för dem som läser på läpparna.",
        ),
        paste=Text(
            "You may keep your camera off. Questions about it: ….",
            "Du får ha kameran av. Frågor om det: ….",
        ),
    ),
    messages={
        "missing": Text(
            "It is not said whether the camera may be off.", "Det framgår inte om kameran får vara av."
        ),
        "demanded": Text("Everyone has to be seen: “{quote}”.", "Alla måste synas: ”{quote}”."),
    },
)
def camera_optional(call: Call) -> Outcome:
    """The camera is said to be optional, and not demanded of all.

    The Swedish sports confederation on digital meetings: “det är inget måste”.
    """
    if call.states("camera"):
        return passed()
    if call.how("camera") == "denied":
        return failed("demanded", quote=call.first("denied", "camera"))
    return failed("missing")


def examples() -> dict[str, dict[str, Meeting]]:
    from a11ycheck.documents.facts import Statement

    online = Statement("attendance", "stated", value="online")
    broadcast = Statement("attendance", "stated", value="broadcast")
    on_site = Statement("attendance", "stated", value="on-site")

    def said(topic: str, how: str, quote: str, value: str = "") -> Meeting:
        return Meeting.of(online, Statement(topic, how, quote, value))

    def speaking(*values: str, form: Statement = online, how: str = "stated") -> Meeting:
        return Meeting.of(form, *(Statement("speaking", how, "Ställ frågor.", value) for value in values))

    return {
        "rules_of_play": {
            "failed missing": Meeting.of(online),
            "cannot-tell elsewhere": said("rules", "unsure", "Läs våra mötesregler."),
            "passed": said("rules", "stated", "En talar i taget."),
            "inapplicable, only watched": Meeting.of(broadcast),
        },
        "moderation": {
            "failed missing": Meeting.of(),
            "cannot-tell who": said("moderation", "unsure", "Ordföranden fördelar ordet."),
            "passed": said("moderation", "stated", "Moderator: Elisabet Johansson", "Elisabet Johansson"),
            "inapplicable, only watched": Meeting.of(broadcast),
        },
        "how_to_speak": {
            "failed missing": Meeting.of(online),
            "failed denied": speaking("", how="denied"),
            "failed no-channel": speaking("during:", how="unsure"),
            "failed one-way-during": speaking("during:chat"),
            "failed one-way-before": speaking("before:mail"),
            "passed": speaking("during:chat", "before:mail"),
            "passed, only watched": speaking("during:chat", form=broadcast),
            "inapplicable, in a room": speaking("during:hand", form=on_site),
        },
        "safe_forum": {
            "failed missing": Meeting.of(),
            "cannot-tell whom": said("safe-forum", "unsure", "Vi visar varandra respekt."),
            "passed": said("safe-forum", "stated", "Kontakta värden om någon kränks."),
            "inapplicable, only watched": Meeting.of(broadcast),
        },
        "participation_options": {
            "failed no-other-way": said("participation", "unsure", "Vi använder Miro.", "miro"),
            "passed": said("participation", "stated", "Slido eller chatten.", "slido"),
            "passed, said once": Meeting.of(
                Statement("participation", "unsure", "15.30 Slido", "slido"),
                Statement("participation", "stated", "Slido eller chatten.", "slido"),
            ),
            "cannot-tell too": Meeting.of(
                Statement("participation", "unsure", "15.30 Miro", "miro"),
                Statement("participation", "stated", "Slido eller chatten.", "slido"),
            ),
            "inapplicable": Meeting.of(),
        },
        "camera_optional": {
            "failed missing": Meeting.of(online),
            "failed demanded": said("camera", "denied", "Alla måste ha kameran på."),
            "passed": said("camera", "stated", "Du får ha kameran av."),
            "inapplicable, only watched": Meeting.of(online, broadcast),
            "inapplicable, in a room": Meeting.of(on_site),
        },
    }
