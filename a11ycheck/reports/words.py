"""The words that reports share: headings, verdicts, numbers in words, and texts made safe to show."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from a11ycheck.outcome import Text
from a11ycheck.verdict import Verdict

LONGEST_NAME = 160

SIGNS: Mapping[Verdict, str] = {Verdict.PASS: "✓", Verdict.FAIL: "✕", Verdict.UNDECIDED: "?"}
VERDICTS: Mapping[Verdict, Text] = {
    Verdict.PASS: Text("Passes", "Godkänt"),
    Verdict.FAIL: Text("Does not pass", "Inte godkänt"),
    Verdict.UNDECIDED: Text("Not decided yet", "Inte avgjort än"),
}

WORDS: Mapping[str, Text] = {
    "report": Text("Accessibility report", "Tillgänglighetsrapport"),
    "requirements": Text("Requirements", "Krav"),
    "mend": Text("Mend this first", "Rätta det här först"),
    "mend_then": Text("Then mend this", "Rätta sedan det här"),
    "questions": Text("Questions only a person can answer", "Frågor som bara en människa kan svara på"),
    "unchecked": Text("Could not be checked", "Kunde inte kontrolleras"),
    "documents": Text("The documents", "Dokumenten"),
    "advice": Text("Advice", "Råd"),
    "decisions": Text("Answers and waivers", "Svar och undantag"),
    "notes": Text("To know about this check", "Att veta om den här kontrollen"),
    "no_mend": Text("Nothing that must be mended was found.", "Inget som måste rättas har hittats."),
    "no_questions": Text("No question is waiting for an answer.", "Ingen fråga väntar på svar."),
    "no_unchecked": Text("All documents could be checked.", "Alla dokument gick att kontrollera."),
    "no_documents": Text("No document was checked.", "Inget dokument har kontrollerats."),
    "must_answer": Text(
        "These must be answered before there can be a pass.",
        "De här måste besvaras innan det kan bli godkänt.",
    ),
    "may_answer": Text(
        "No answer to these is required for the verdict, but an answer can change it.",
        "Svar på de här krävs inte för utslaget, men ett svar kan ändra det.",
    ),
    "how_to_answer": Text(
        "Answer them in a browser: a11ycheck review MEETING. Or one at a time: a11ycheck answer KEY yes --by NAME.",
        "Besvara dem i webbläsaren: a11ycheck review MÖTE. Eller en i taget: a11ycheck answer NYCKEL ja --by NAMN.",
    ),
    "advice_note": Text("Advice does not change the verdict.", "Råd ändrar inte utslaget."),
    "where": Text("Where", "Var"),
    "shut_out": Text("Who is shut out", "Vem stängs ute"),
    "concerns": Text("Who it concerns", "Vem det gäller"),
    "who_does": Text("Who does it", "Vem gör det"),
    "how": Text("How to mend it", "Gör så här"),
    "paste": Text("To paste and fill in", "Att klistra in och fylla i"),
    "if_no": Text("If the answer is no", "Om svaret är nej"),
    "if_yes": Text("If the answer is yes", "Om svaret är ja"),
    "more_steps": Text(
        "Steps for Word, Acrobat and other programs: a11ycheck explain RULE, or the HTML report.",
        "Steg för Word, Acrobat och andra program: a11ycheck explain REGEL, eller HTML-rapporten.",
    ),
    "exempt": Text("Why it is not required", "Varför det inte krävs"),
    "were_unsure": Text("Unsure of the answer", "Osäker på svaret"),
    "to_check": Text("What was to be checked", "Det som skulle kontrolleras"),
    "rule": Text("Rule", "Regel"),
    "whole_document": Text("the whole document", "hela dokumentet"),
    "whole_meeting": Text("the meeting as a whole", "mötet som helhet"),
    "no_rules": Text(
        "None of the chosen requirements is about this kind of document.",
        "Inget av de valda kraven gäller den här sortens dokument.",
    ),
    "yes": Text("yes", "ja"),
    "no": Text("no", "nej"),
    "unsure": Text("unsure", "osäker"),
}

HOW_IN = Text("{how} in {program}", "{how} i {program}")
AND_MORE = Text("and {number} more", "och {number} till")
UNANSWERED_ONE = Text(
    "{number} that the verdict does not require is unanswered.",
    "{number} som inte krävs för utslaget är obesvarad.",
)
UNANSWERED = Text(
    "{number} that the verdict does not require are unanswered.",
    "{number} som inte krävs för utslaget är obesvarade.",
)
EXEMPT_ONE = Text(
    "{number} shuts people out, but the ruleset has an exemption for it.",
    "{number} stänger ute människor, men kravlistan har ett undantag för den.",
)
EXEMPT = Text(
    "{number} shut people out, but the ruleset has exemptions for them.",
    "{number} stänger ute människor, men kravlistan har undantag för dem.",
)
WAIVED_ONE = Text("{number} is waived and does not count.", "{number} är undantagen och räknas inte.")
WAIVED = Text("{number} are waived and do not count.", "{number} är undantagna och räknas inte.")


class Noun(NamedTuple):
    """A thing that is counted; ``article`` is the Swedish “one” that goes with it."""

    one: Text
    many: Text
    article: str


THING = Noun(Text("thing", "sak"), Text("things", "saker"), "en")
QUESTION = Noun(Text("question", "fråga"), Text("questions", "frågor"), "en")
DOCUMENT = Noun(Text("document", "dokument"), Text("documents", "dokument"), "ett")
CHECK = Noun(Text("check", "kontroll"), Text("checks", "kontroller"), "en")
PLACE = Noun(Text("place", "ställe"), Text("places", "ställen"), "ett")
ADVICE = Noun(Text("piece of advice", "råd"), Text("pieces of advice", "råd"), "ett")

NUMBERS = {
    "en": [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ],
    "sv": ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"],
}


def figure(number: int, language: str) -> str:
    """The number in figures, with thousands apart as the language writes them."""
    return Text("{number}", "{number}").say(language, {"number": number})


def counted(number: int, noun: Noun, language: str, *, in_words: bool = True) -> str:
    """Return “four things”, “en fråga”, “1,200 documents”: up to twelve in words where ``in_words``."""
    name = (noun.one if number == 1 else noun.many).say(language)
    if not in_words or number > 12:
        return f"{figure(number, language)} {name}"
    word = noun.article if language == "sv" and number == 1 else NUMBERS[language][number]
    return f"{word} {name}"


def joined(parts: Sequence[str], language: str) -> str:
    """Return “a, b and c”."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {'och' if language == 'sv' else 'and'} {parts[-1]}"


def sentence(text: str) -> str:
    """Return ``text`` with a capital first and a full stop last."""
    return text[:1].upper() + text[1:] + "."


MONTHS: Mapping[str, tuple[str, ...]] = {
    "en": tuple(
        "January February March April May June July August September October November December".split()
    ),
    "sv": tuple(
        "januari februari mars april maj juni juli augusti september oktober november december".split()
    ),
}


def day(date: datetime.date, language: str) -> str:
    """Return “22 November 2026” or “22 november 2026”."""
    return f"{date.day} {MONTHS[language][date.month - 1]} {date.year}"


_HARMLESS = {
    # Controls of the terminal and of the direction of text, and halves of characters that cannot be encoded.
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd"),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"),
    **dict.fromkeys((0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029), " "),
}


def visible(text: str) -> str:
    """Return ``text`` on one line, with nothing in it that steers a terminal or turns what is read."""
    return text.translate(_HARMLESS)


def shortened(name: str, longest: int = LONGEST_NAME) -> str:
    """Return ``name`` made visible, cut in the middle where it is long: its end tells the kind of file."""
    half = longest // 2
    if len(name) <= longest:
        return visible(name)
    return visible(f"{name[:half]}…{name[1 - half :]}")


def cut_at_word(text: str, longest: int) -> str:
    """Return ``text`` with at most ``longest`` characters, cut after a word with “…” where it is longer."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 2]
    return f"{kept[: kept.rfind(' ')] if ' ' in kept[longest // 2 :] else kept} …"
