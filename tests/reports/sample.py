"""Reports made by hand: small rules, real judging, no document opened."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from a11ycheck import (
    Fix,
    Outcome,
    People,
    Rule,
    Status,
    Text,
    Where,
    anchor,
    ask,
    cannot_tell,
    failed,
    passed,
)
from a11ycheck.check import DocumentReport, Report
from a11ycheck.decisions import Answer, Decisions, Waiver
from a11ycheck.documents.content import Content
from a11ycheck.documents.facts import Facts
from a11ycheck.job import RULE_BROKE, Count, Finding, RulePut
from a11ycheck.ruleset import Ruleset
from a11ycheck.sources import Source
from a11ycheck.standards import with_en_301_549
from a11ycheck.trouble import Trouble
from a11ycheck.verdict import decide, decide_all, judge

RULESET = Ruleset(
    name="test-rules",
    title=Text("accessible for everyone (WCAG 2.2 AA)", "tillgängligt för alla (WCAG 2.2 AA)"),
    requires=("WCAG *",),
    advises=("*",),
    must_answer=("test-order",),
)


def made(
    name: str,
    messages: dict[str, Text],
    *,
    who: tuple[People, ...] = (People.SCREEN_READER,),
    meets: tuple[str, ...] = (),
    fix: Fix | None = None,
    title: Text | None = None,
    why: Text | None = None,
) -> Rule:
    """A small rule; it is never put to a document here, so it expects nothing."""
    return Rule(
        id=name,
        document=Content,
        each=Content.itself,
        expects=lambda target: passed(),
        meets=meets,
        title=title or Text("Title of the rule", "Regelns titel"),
        why=why or Text("Someone misses something.", "Någon går miste om något."),
        who=who,
        fix=fix or Fix(Text("Do this.", "Gör det här.")),
        messages=messages,
        options={},
    )


PICTURE = made(
    "test-picture",
    {
        "missing": Text("The picture has no alternative text.", "Bilden saknar alternativtext."),
        "says-it": Text("Does “{alt}” say what the picture shows?", "Säger ”{alt}” vad bilden visar?"),
        "wrong": Text("“{alt}” does not say what the picture shows.", "”{alt}” säger inte vad bilden visar."),
    },
    meets=("WCAG 1.1.1",),
    title=Text("Pictures have alternative text", "Bilder har alternativtext"),
    why=Text(
        "Someone who listens to the document hears only “picture” and misses what the picture says.",
        "Den som lyssnar på dokumentet hör bara ”bild” och går miste om det som bilden säger.",
    ),
    fix=Fix(
        Text(
            "Write in one or two sentences what the picture tells.",
            "Skriv i en eller två meningar vad bilden berättar.",
        ),
        word=Text(
            "Right-click the picture, choose View Alt Text and write there.",
            "Högerklicka på bilden, välj Visa alternativtext och skriv där.",
        ),
        indesign=Text(
            "Select the picture, choose Object > Object Export Options, and write on the Alt Text tab.",
            "Markera bilden, välj Objekt > Exportalternativ för objekt och skriv på fliken Alternativ text.",
        ),
        acrobat=Text(
            "Open the Accessibility tools, choose Set Alternate Text, and write for each picture.",
            "Öppna tillgänglighetsverktygen, välj att ange alternativ text och skriv för varje bild.",
        ),
    ),
)
CONTRAST = made(
    "test-contrast",
    {
        "low": Text(
            "The contrast of the text is {ratio}:1, at least {least}:1 is needed.",
            "Textens kontrast är {ratio}:1, minst {least}:1 krävs.",
        )
    },
    who=(People.LOW_VISION, People.READING),
    meets=("WCAG 1.4.3",),
    title=Text("Text stands out from its background", "Text syns mot sin bakgrund"),
    why=Text(
        "Someone who sees poorly, or reads in sunlight, cannot make out the words.",
        "Den som ser dåligt, eller läser i solljus, kan inte urskilja orden.",
    ),
    fix=Fix(
        Text(
            "Choose a darker text or a lighter background.", "Välj en mörkare text eller en ljusare bakgrund."
        ),
        word=Text(
            "Mark the text, choose Font Color and then a dark colour.",
            "Markera texten, välj Teckenfärg och sedan en mörk färg.",
        ),
    ),
)
TAGS = made(
    "test-tags",
    {"missing": Text("The PDF is not tagged.", "Pdf:en är inte taggad.")},
    who=(People.SCREEN_READER, People.LOW_VISION, People.KEYBOARD, People.DEAF),
    meets=("WCAG 1.3.1", "PDF/UA-1 7.1-1"),
    title=Text("The PDF is tagged", "Pdf:en är taggad"),
    why=Text(
        "A screen reader cannot tell headings from text, and may read the words in the wrong order.",
        "Skärmläsaren kan inte skilja rubriker från text och kan läsa orden i fel ordning.",
    ),
    fix=Fix(
        Text(
            "Save the document as PDF again with tags turned on.",
            "Spara dokumentet som pdf på nytt med taggar påslagna.",
        ),
        word=Text(
            "Choose Save As and PDF, press More options or Options, and tick Document structure tags for "
            "accessibility.",
            "Välj Spara som och PDF, tryck på Fler alternativ eller Alternativ och kryssa i "
            "Taggar för dokumentstruktur för hjälpmedel.",
        ),
        indesign=Text(
            "Choose File > Export, Adobe PDF, and tick Create Tagged PDF.",
            "Välj Arkiv > Exportera, Adobe PDF och kryssa i Skapa taggad PDF.",
        ),
    ),
)
ORDER = made(
    "test-order",
    {
        "right": Text("Is the reading order right?", "Är läsordningen rätt?"),
        "wrong": Text("The reading order is wrong.", "Läsordningen är fel."),
    },
    meets=("WCAG 1.3.2",),
    title=Text("The reading order is right", "Läsordningen är rätt"),
    why=Text(
        "Someone who listens to the document hears the text in this order.",
        "Den som lyssnar på dokumentet hör texten i den här ordningen.",
    ),
)
READING = made(
    "test-reading",
    {
        "long": Text(
            "The sentence has {words} words; at most {most} is easier to take in.",
            "Meningen har {words} ord; högst {most} är lättare att ta till sig.",
        )
    },
    who=(People.READING, People.NEW_LANGUAGE),
    title=Text("Sentences are short", "Meningar är korta"),
    why=Text(
        "Someone who finds reading hard loses the thread in a long sentence.",
        "Den som har svårt att läsa tappar tråden i en lång mening.",
    ),
    fix=Fix(Text("Divide the sentence in two.", "Dela meningen i två.")),
)
EVERYONE = made(
    "test-link",
    {"dead": Text("The link leads nowhere.", "Länken leder ingenstans.")},
    who=(People.EVERYONE,),
    meets=("WCAG 2.4.4",),
)

MISSING = failed("missing")


def on_page(page: int, *steps: tuple[str, str | int], thing: str = "") -> Where:
    return Where((("page", page), *steps), anchor(thing or f"{page}{steps}"))


def question(alt: str) -> Outcome:
    return ask("says-it", alt=alt, yes=passed(), no=failed("wrong", alt=alt))


def right_order() -> Outcome:
    return ask("right", yes=passed(), no=failed("wrong"))


Put = tuple[Rule, Sequence[tuple[Where, Outcome]]]


def document(
    name: str,
    *put: Put,
    kind: str = "pdf",
    facts: Facts | None = None,
    trouble: Trouble | None = None,
    found_in: str = "",
    ruleset: Ruleset = RULESET,
    decisions: Decisions | None = None,
    passes: int = 1,
) -> DocumentReport:
    """A document as reported had each rule found this; ``passes`` more targets passed each rule."""
    rules = []
    judgements = []
    for rule, found in put:
        clauses = with_en_301_549(rule.meets, 10)
        outcomes = [outcome.status for _, outcome in found]
        count = Count(passes, outcomes.count(Status.FAILED), outcomes.count(Status.CANNOT_TELL))
        rules.append(RulePut(rule.id, "", clauses, ruleset.level(rule, clauses), count))
        judgements += [
            judge(Finding(rule.id, where, outcome), name, rule, clauses, ruleset, decisions or Decisions())
            for where, outcome in found
        ]
    return DocumentReport(
        source=Source(name, kind, found_in=found_in),
        verdict=decide(judgements, len(rules), trouble),
        trouble=trouble,
        rules=tuple(rules),
        judgements=tuple(judgements),
        facts=facts,
    )


def report(
    *documents: DocumentReport, meeting: DocumentReport | None = None, notes: Iterable[Text] = ()
) -> Report:
    parts = [*documents, meeting] if meeting else documents
    return Report(
        verdict=decide_all(part.verdict for part in parts),
        ruleset=RULESET,
        documents=tuple(documents),
        meeting=meeting,
        versions=lambda: {"a11ycheck": "0.1.0", "python": "3.12.1", "pikepdf": "10.0.0"},
        notes=tuple(notes),
    )


ANSWERED = (
    on_page(4, ("picture", "Map"), thing="map"),
    question("The way from the station to the town hall"),
)
WAIVED = (on_page(9, thing="waived"), failed("low", ratio=4.2, least=4.5))


def meeting_report() -> Report:
    """A meeting with all there is: faults, questions, troubles, advice, an answer, a waiver and a note."""
    on = datetime.date(2026, 10, 1)
    decisions = Decisions(
        answers=[Answer(Finding(PICTURE.id, *ANSWERED).key, True, "Anna Ek", on)],
        waivers=[
            Waiver(
                "The map maker delivers a new one in January.",
                "Bo Lind",
                datetime.date(2027, 1, 31),
                finding=Finding(CONTRAST.id, *WAIVED).key,
            )
        ],
        today=datetime.date(2026, 11, 21),
    )
    pictures = [(on_page(page, ("picture", f"Chart {page}")), MISSING) for page in range(2, 9)]
    return report(
        document(
            "forum-2026/inbjudan.pdf",
            (
                PICTURE,
                [*pictures, ANSWERED, (on_page(1, thing="logo"), question("The town's coat of arms"))],
            ),
            (TAGS, [(Where((), anchor("inbjudan")), failed("missing"))]),
            (
                CONTRAST,
                [
                    (on_page(1, ("text", "Välkommen!"), thing="a"), failed("low", ratio=2.9, least=4.5)),
                    WAIVED,
                ],
            ),
            (READING, [(on_page(3, ("paragraph", 4)), failed("long", words=48, most=25))]),
            facts=Facts(title="Inbjudan till Forumkonferensen 2026", language="sv", program="word", pages=9),
            decisions=decisions,
        ),
        document(
            "forum-2026/dagordning.pdf",
            (PICTURE, [(on_page(1, thing="logo"), question("The town's coat of arms"))]),
            (
                READING,
                [
                    (on_page(1, ("paragraph", number)), failed("long", words=30 + number, most=25))
                    for number in range(6)
                ],
            ),
            (
                ORDER,
                [(on_page(1, thing="order"), right_order()), (on_page(2, thing="order 2"), right_order())],
            ),
            facts=Facts(title="Dagordning", language="sv", program="indesign", pages=2),
        ),
        document("forum-2026/karta.pdf", (TAGS, []), facts=Facts(title="Karta", language="sv", pages=1)),
        document("forum-2026/protokoll.doc", kind="", trouble=Trouble("no-kind", ".doc")),
        document(
            "forum-2026/inbjudan.pdf > program.pdf",
            (TAGS, [(Where(), cannot_tell(RULE_BROKE, error="ValueError: not a number"))]),
            found_in="forum-2026/inbjudan.pdf",
            trouble=Trouble("timed-out", "60 s"),
        ),
        meeting=document(
            "meeting",
            (
                made(
                    "test-titles",
                    {"same": Text("Two documents are called “{title}”.", "Två dokument heter ”{title}”.")},
                ),
                [(Where((("file", "karta.pdf"),)), failed("same", title="Karta"))],
            ),
            kind="meeting",
        ),
        notes=[
            Text(
                "The waiver for test-order by Bo Lind ran out on 2026-10-31 and no longer counts.",
                "Undantaget för test-order av Bo Lind gick ut 2026-10-31 och gäller inte längre.",
            )
        ],
    )
