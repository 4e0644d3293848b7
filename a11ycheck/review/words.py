"""The words of the review page, beside those of the report."""

from __future__ import annotations

from collections.abc import Mapping

from a11ycheck.outcome import Text

REVIEW_WORDS: Mapping[str, Text] = {
    "go": Text("Answer the questions", "Svara på frågorna"),
    "how": Text(
        "Answer beneath each question. The answers are kept in {path}, and each holds until the thing it is about "
        "changes.",
        "Svara under varje fråga. Svaren sparas i {path}, och varje svar gäller tills det som frågan handlar om "
        "ändras.",
    ),
    "yes": Text("Yes", "Ja"),
    "no": Text("No", "Nej"),
    "unsure": Text("Unsure – ask again", "Osäker – fråga igen"),
    "was_unsure": Text("Unsure: {by}, {on}. {remark}", "Osäker: {by}, {on}. {remark}"),
    "by": Text("Your name", "Ditt namn"),
    "remark": Text("Remark (may be left empty)", "Anmärkning (får lämnas tom)"),
    "save": Text("Save the answer", "Spara svaret"),
    "saved": Text("Saved: {answer}, {by}.", "Sparat: {answer}, {by}."),
    "left_one": Text("One question is left.", "En fråga återstår."),
    "left": Text("{number} questions are left.", "{number} frågor återstår."),
    "none_left": Text("No question is waiting for an answer.", "Ingen fråga väntar på svar."),
    "answered": Text("Answered questions", "Besvarade frågor"),
    "change": Text(
        "Open a question to see the answer or to change it.",
        "Öppna en fråga för att se svaret eller ändra det.",
    ),
    "more_forms": Text(
        "Questions that get their forms here when some of the others are answered: {number}.",
        "Frågor som får sina formulär här när några av de andra är besvarade: {number}.",
    ),
    "more_answered": Text("and {number} more, in {path}", "och {number} till, i {path}"),
    "choose": Text("Choose yes, no or unsure.", "Välj ja, nej eller osäker."),
    "write_name": Text("Write your name.", "Skriv ditt namn."),
    "too_long": Text(
        "Write at most {name} signs for the name and {remark} for the remark.",
        "Skriv högst {name} tecken i namnet och {remark} i anmärkningen.",
    ),
    "not_saved": Text("The answer is not saved yet.", "Svaret är inte sparat än."),
    "meanwhile": Text(
        "{by} has answered this meanwhile: {answer}. {remark} Save again to put your answer in its place.",
        "{by} har svarat på det här under tiden: {answer}. {remark} Spara igen om ditt svar ska gälla i stället.",
    ),
    "taken_back": Text(
        "The earlier answer has been taken out of the file meanwhile. Save again if yours is to hold.",
        "Det tidigare svaret har tagits bort ur filen under tiden. Spara igen om ditt svar ska gälla.",
    ),
    "broken": Text(
        "The answers cannot be read or written: {error} Nothing in the file has been changed. Mend it and save again.",
        "Svaren går inte att läsa eller skriva: {error} Inget i filen har ändrats. Rätta den och spara igen.",
    ),
}
