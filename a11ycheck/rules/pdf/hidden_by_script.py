"""The document stays open and whole, whatever the day.

No success criterion is about it: WCAG 2.2.1 lets limits of more than 20 hours be. So this rule meets no clause, and
only asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, ask, failed, passed, rule
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.model import Pdf

CLOSES = re.compile(r"\bcloseDoc\s{0,10}\(")
HIDES = re.compile(
    r"\.display\s{0,10}=\s{0,10}display\.(?:hidden|noView|visible)\b|\.hidden\s{0,10}=\s{0,10}(?:true|false)\b"
    r"|\.state\s{0,10}=\s{0,10}(?:true|false)\b"
)
"""Fields, comments and layers shown or hidden (Acrobat's JavaScript: Field.display, Annotation.hidden, OCG.state)."""
ASKS_THE_DATE = re.compile(r"\bnew\s{1,10}Date\b|\bDate\.now\b|\butil\.(?:printd|scand)\b")


@dataclass(frozen=True, slots=True)
class Script:
    """A script that runs when the document or a page is opened or closed."""

    text: str

    @property
    def where(self) -> Where:
        return Where((), anchor("script", self.text))


def scripts(pdf: Pdf) -> list[Script]:
    return [Script(text) for text in pdf.catalog.scripts]


@rule(
    document=Pdf,
    each=scripts,
    title=Text("No script hides the document", "Inget skript döljer dokumentet"),
    why=Text(
        "A document that closes or hides itself after a day shuts out everyone who needs more time, and does it in "
        "ways that assistive technology does not tell of.",
        "Ett dokument som stänger eller döljer sig efter en viss dag stänger ute alla som behöver mer tid, och gör det "
        "på sätt som hjälpmedel inte berättar om.",
    ),
    who=(People.SCREEN_READER, People.READING, People.EVERYONE),
    fix=Fix(
        Text(
            "Take the script out of the document. If what it says is no longer true after a day, write that in it.",
            "Ta bort skriptet ur dokumentet. Skriv i dokumentet om något inte gäller efter en viss dag.",
        ),
        acrobat=Text(
            "Open the tool for JavaScript, look through the document's scripts and actions, and delete the one that "
            "closes or hides.",
            "Öppna verktyget för JavaScript, gå igenom dokumentets skript och åtgärder och ta bort det som stänger "
            "eller döljer.",
        ),
    ),
    messages={
        "closes": Text(
            "A script in the document can close it: “{script}”. Can everyone read the document for as long as they "
            "need?",
            "Ett skript i dokumentet kan stänga det: ”{script}”. Kan alla läsa dokumentet så länge som de behöver?",
        ),
        "hides": Text(
            "A script in the document asks for the date, and shows or hides things: “{script}”. Can everyone read the "
            "document for as long as they need?",
            "Ett skript i dokumentet frågar efter datum och visar eller döljer saker: ”{script}”. Kan alla läsa "
            "dokumentet så länge som de behöver?",
        ),
        "shuts-out": Text(
            "A script closes or hides the document, so that not everyone can read it for as long as they need.",
            "Ett skript stänger eller döljer dokumentet, så att inte alla kan läsa det så länge som de behöver.",
        ),
    },
)
def hidden_by_script(script: Script) -> Outcome:
    """It neither closes the document nor, by the date, shows or hides things; or a person finds that it may."""
    found = CLOSES.search(script.text)
    message = "closes"
    if not found and ASKS_THE_DATE.search(script.text):
        found, message = HIDES.search(script.text), "hides"
    if not found:
        return passed()
    around = script.text[max(found.start() - 60, 0) : found.end() + 20]
    return ask(message, script=around, yes=passed(), no=failed("shuts-out"))


def examples() -> dict[str, Pdf]:
    def pdf(*scripts: str) -> Pdf:
        return Pdf(Catalog(scripts=scripts))

    return {
        "cannot-tell closes": pdf("if (new Date() > new Date(2026, 11, 1)) this.closeDoc(true);"),
        "cannot-tell hides": pdf(
            'var last = util.scand("yyyy-mm-dd", "2026-12-01");'
            ' if (new Date() > last) this.getField("cover").display = display.visible;'
        ),
        "passed": pdf("this.print({bUI: true});"),
        "passed, a date": pdf('this.getField("datum").value = util.printd("yyyy-mm-dd", new Date());'),
        "passed, a field": pdf('this.getField("annat").display = display.hidden;'),
        "inapplicable": pdf(),
    }
