"""What is told of mending, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from a11ycheck.mending import CannotMend, Note, Plan
from a11ycheck.outcome import Text
from a11ycheck.reports.words import visible
from a11ycheck.trouble import REASONS, CouldNotCheck

NOTES: Mapping[str, Text] = MappingProxyType(
    {
        # What was mended.
        "title": Text("Title: “{title}”", "Titel: ”{title}”"),
        "language": Text("Language: {language}", "Språk: {language}"),
        "header-rows": Text("Header row marked in tables: {count}", "Rubrikrad markerad i tabeller: {count}"),
        "empty-headings": Text(
            "Empty lines that are no longer headings: {count}",
            "Tomma rader som inte längre är rubriker: {count}",
        ),
        "descriptions": Text(
            "Events given a description in plain text: {count}",
            "Händelser som har fått en beskrivning i ren text: {count}",
        ),
        "zones": Text("Time zones explained: {zones}", "Tidszoner förklarade: {zones}"),
        # What was left.
        "no-title": Text(
            "The document shows no title that is certain. Say which: --title TEXT",
            "Dokumentet visar ingen säker titel. Ange den: --title TEXT",
        ),
        "title-shown": Text(
            "A field in the text shows the document’s title, so setting it would change the text. Say which it is: "
            "--title TEXT",
            "Ett fält i texten visar dokumentets titel, så texten skulle ändras. Ange titeln: --title TEXT",
        ),
        "title-shown-too": Text(
            "A field in the text shows the document’s title, and shows the new one when the copy is opened.",
            "Ett fält i texten visar dokumentets titel och visar den nya när kopian öppnas.",
        ),
        "no-properties": Text(
            "The file has no place for a title. Open it in the program it was made in and write the title there.",
            "Filen har ingen plats för en titel. Öppna den i programmet där den gjordes och skriv titeln där.",
        ),
        "no-language": Text(
            "The text is too short or too mixed to tell its language. Say which: --lang CODE",
            "Texten är för kort eller för blandad för att avgöra språket. Ange det: --lang KOD",
        ),
        "language-stated": Text(
            "The document already states its language ({declared}), which was left as it is.",
            "Dokumentet anger redan språk ({declared}), och det har lämnats som det är.",
        ),
        "no-place-for-language": Text(
            "The file has no place for its language. Set it in the program it was made in.",
            "Filen har ingen plats för språket. Ange det i programmet där den gjordes.",
        ),
        "empty-headings-left": Text(
            "Empty headings that have a number, begin a page or stand in a change were left: {count}",
            "Tomma rubriker som har nummer, börjar en sida eller står i en ändring har lämnats: {count}",
        ),
        "descriptions-left": Text(
            "Descriptions with HTML that could not be made plain text: {count}",
            "Beskrivningar med html som inte gick att göra till ren text: {count}",
        ),
        "zones-unknown": Text(
            "Time zones that are not known by these names: {zones}",
            "Tidszoner som inte är kända under de här namnen: {zones}",
        ),
        "not-for-calendars": Text(
            "A calendar file has no title or language to set.",
            "En kalenderfil har ingen titel och inget språk att ange.",
        ),
    }
)
"""Every note, with its placeholders."""

REFUSALS: Mapping[str, Text] = MappingProxyType(
    {
        "signed": Text(
            "The file is signed, and a signature stops holding when anything changes. Mend the document before it is "
            "signed.",
            "Filen är signerad, och en signatur slutar gälla när något ändras. Rätta dokumentet innan det signeras.",
        ),
        "kind": Text(
            "Only Word, PowerPoint, OpenDocument and calendar files are mended. Check the file to see how to mend it: "
            "a11ycheck {file}",
            "Bara filer från Word, PowerPoint, OpenDocument och kalendrar rättas. Kontrollera filen för att se hur den "
            "kan rättas: a11ycheck {file}",
        ),
        "zip": Text(
            "The file is packed in an unusual way. Save it again from the program it was made in, and try that.",
            "Filen är packad på ett ovanligt sätt. Spara om den från programmet där den gjordes och försök med den.",
        ),
        "encoding": Text(
            "The file is not in UTF-8. Export the event again from the calendar program.",
            "Filen är inte i utf-8. Exportera händelsen på nytt från kalenderprogrammet.",
        ),
        "calendar-version": Text(
            "Only iCalendar files of version 2.0 are mended. Export the event again from the calendar program.",
            "Bara iCalendar-filer av version 2.0 rättas. Exportera händelsen på nytt från kalenderprogrammet.",
        ),
        "changed-meanwhile": Text(
            "The file changed while it was read. Try again.", "Filen ändrades medan den lästes. Försök igen."
        ),
        "not-the-same": Text(
            "The copy would not have said the same as the original, so none was made.",
            "Kopian skulle inte ha sagt samma sak som originalet, så ingen har gjorts.",
        ),
    }
)
"""Why nothing is mended at all, and what to do."""


def refusal(reason: CannotMend | CouldNotCheck, file: str) -> Text:
    """Why nothing was mended in a file, and what to do."""
    known = REFUSALS[reason.reason] if isinstance(reason, CannotMend) else REASONS[reason.trouble.reason]
    name = visible(file)
    return Text(
        f"Nothing was mended in {name}. {known.en.replace('{file}', name)}",
        f"Inget har rättats i {name}. {known.sv.replace('{file}', name)}",
    )


def told(plan: Plan, copy: str, language: str) -> str:
    """What was mended in the copy and what was left, a line each."""
    name = visible(copy)
    if plan.mended:
        head = Text(f"Mended in {name}:", f"Rättat i {name}:")
    else:
        head = Text(
            f"Nothing was mended: {name} is as the original.", f"Inget har rättats: {name} är som originalet."
        )
    lines = [head.say(language), *_items(plan.mended, language)]
    if plan.left:
        lines += [Text("Left as it was:", "Lämnat som det var:").say(language), *_items(plan.left, language)]
    return "\n".join((*lines, ""))


def _items(notes: Iterable[Note], language: str) -> Iterator[str]:
    for note in notes:
        data = {name: visible(str(value)) for name, value in note.data.items()}
        yield f"  – {NOTES[note.key].say(language).format(**data)}"
