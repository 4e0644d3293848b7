"""Beside a QR code stands the address that it leads to.

What the code holds is read in PDF files by pdf-qr-code; here it is the words that speak of a code. Source: “Skanna
koden eller läs på: …”, as the brochure of a Swedish conference on digital dialogue has it (2022).
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.meeting.model import Meeting, Said


def codes(meeting: Meeting) -> Iterator[Said]:
    """Where the documents of a meeting to come speak of a code to scan."""
    for call in meeting.understood_calls():
        yield from (each for each in call.said("qr") if each.document.kind != "pdf")


@rule(
    document=Meeting,
    each=codes,
    title=Text("A QR code has its address beside it", "En QR-kod har sin adress intill"),
    why=Text(
        "Who does not see the code, or reads on the telephone that would have to scan it, cannot get to where it "
        "leads.",
        "Den som inte ser koden, eller läser i telefonen som skulle ha skannat den, kommer inte dit den leder.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION, People.EVERYONE),
    fix=Fix(
        Text(
            "Write the address in text beside the code, and make it a link.",
            "Skriv adressen i text intill koden och gör den till en länk.",
        ),
        paste=Text("Scan the code or go to https://….", "Skanna koden eller gå till https://…."),
    ),
    messages={
        "no-address": Text(
            "There is a code to scan, and no address beside it: “{quote}”.",
            "Det finns en kod att skanna, men ingen adress intill: ”{quote}”.",
        ),
    },
)
def qr_has_link(code: Said) -> Outcome:
    """An address stands with the words that speak of the code."""
    if code.statement.how == "stated":
        return passed()
    return failed("no-address", quote=code.statement.quote)


def examples() -> dict[str, Meeting]:
    from a11ycheck.documents.facts import Statement

    bare = Statement("qr", "unsure", "Skanna koden för att anmäla dig.")
    said = Statement("qr", "stated", "Skanna koden eller läs på: nodsverige.se/pgf/", "nodsverige.se/pgf/")
    return {
        "failed no-address": Meeting.of().and_with("slides", bare, source="bilder.pptx", kind="office"),
        "passed": Meeting.of().and_with("slides", said, source="bilder.pptx", kind="office"),
        "inapplicable, a PDF, whose codes are read": Meeting.of(bare),
        "inapplicable, no code": Meeting.of(),
    }
