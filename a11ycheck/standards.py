"""The success criteria of WCAG 2.2, and the clauses of EN 301 549 V3.2.1 that follow from them.

Levels and English titles: W3C, Web Content Accessibility Guidelines 2.2, 2023. Swedish titles are our own wording.
Clauses: ETSI EN 301 549 V3.2.1 (2021-03), chapters 9 (web) and 10 (non-web documents), which take over WCAG 2.1.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from a11ycheck.outcome import Text


@dataclass(frozen=True, slots=True)
class Criterion:
    """A success criterion: its level ("A", "AA", "AAA") and the version of WCAG that brought it."""

    level: str
    since: str
    title: Text


def _criterion(level: str, since: str, en: str, sv: str) -> Criterion:
    return Criterion(level, since, Text(en, sv))


CRITERIA: Mapping[str, Criterion] = MappingProxyType(
    {
        "1.1.1": _criterion("A", "2.0", "Non-text Content", "Icke-textuellt innehåll"),
        "1.2.1": _criterion(
            "A",
            "2.0",
            "Audio-only and Video-only (Prerecorded)",
            "Enbart ljud och enbart video (förinspelat)",
        ),
        "1.2.2": _criterion("A", "2.0", "Captions (Prerecorded)", "Undertexter (förinspelat)"),
        "1.2.3": _criterion(
            "A",
            "2.0",
            "Audio Description or Media Alternative (Prerecorded)",
            "Syntolkning eller mediealternativ (förinspelat)",
        ),
        "1.2.4": _criterion("AA", "2.0", "Captions (Live)", "Undertexter (direktsänt)"),
        "1.2.5": _criterion("AA", "2.0", "Audio Description (Prerecorded)", "Syntolkning (förinspelat)"),
        "1.2.6": _criterion("AAA", "2.0", "Sign Language (Prerecorded)", "Teckenspråk (förinspelat)"),
        "1.2.7": _criterion(
            "AAA", "2.0", "Extended Audio Description (Prerecorded)", "Utökad syntolkning (förinspelat)"
        ),
        "1.2.8": _criterion("AAA", "2.0", "Media Alternative (Prerecorded)", "Mediealternativ (förinspelat)"),
        "1.2.9": _criterion("AAA", "2.0", "Audio-only (Live)", "Enbart ljud (direktsänt)"),
        "1.3.1": _criterion("A", "2.0", "Info and Relationships", "Information och relationer"),
        "1.3.2": _criterion("A", "2.0", "Meaningful Sequence", "Meningsfull ordning"),
        "1.3.3": _criterion("A", "2.0", "Sensory Characteristics", "Sensoriska kännetecken"),
        "1.3.4": _criterion("AA", "2.1", "Orientation", "Visningsriktning"),
        "1.3.5": _criterion("AA", "2.1", "Identify Input Purpose", "Identifiera inmatningens syfte"),
        "1.3.6": _criterion("AAA", "2.1", "Identify Purpose", "Identifiera syfte"),
        "1.4.1": _criterion("A", "2.0", "Use of Color", "Användning av färg"),
        "1.4.2": _criterion("A", "2.0", "Audio Control", "Ljudkontroll"),
        "1.4.3": _criterion("AA", "2.0", "Contrast (Minimum)", "Kontrast (minimum)"),
        "1.4.4": _criterion("AA", "2.0", "Resize text", "Ändra textstorlek"),
        "1.4.5": _criterion("AA", "2.0", "Images of Text", "Bilder av text"),
        "1.4.6": _criterion("AAA", "2.0", "Contrast (Enhanced)", "Kontrast (förhöjd)"),
        "1.4.7": _criterion("AAA", "2.0", "Low or No Background Audio", "Lågt eller inget bakgrundsljud"),
        "1.4.8": _criterion("AAA", "2.0", "Visual Presentation", "Visuell presentation"),
        "1.4.9": _criterion("AAA", "2.0", "Images of Text (No Exception)", "Bilder av text (inga undantag)"),
        "1.4.10": _criterion("AA", "2.1", "Reflow", "Omflöde"),
        "1.4.11": _criterion("AA", "2.1", "Non-text Contrast", "Kontrast för icke-text"),
        "1.4.12": _criterion("AA", "2.1", "Text Spacing", "Textavstånd"),
        "1.4.13": _criterion("AA", "2.1", "Content on Hover or Focus", "Innehåll vid hovring eller fokus"),
        "2.1.1": _criterion("A", "2.0", "Keyboard", "Tangentbord"),
        "2.1.2": _criterion("A", "2.0", "No Keyboard Trap", "Ingen tangentbordsfälla"),
        "2.1.3": _criterion("AAA", "2.0", "Keyboard (No Exception)", "Tangentbord (inga undantag)"),
        "2.1.4": _criterion("A", "2.1", "Character Key Shortcuts", "Kortkommandon med ett tecken"),
        "2.2.1": _criterion("A", "2.0", "Timing Adjustable", "Justerbar tidsgräns"),
        "2.2.2": _criterion("A", "2.0", "Pause, Stop, Hide", "Pausa, stoppa, dölja"),
        "2.2.3": _criterion("AAA", "2.0", "No Timing", "Ingen tidsgräns"),
        "2.2.4": _criterion("AAA", "2.0", "Interruptions", "Avbrott"),
        "2.2.5": _criterion("AAA", "2.0", "Re-authenticating", "Förnyad inloggning"),
        "2.2.6": _criterion("AAA", "2.1", "Timeouts", "Tidsgränser"),
        "2.3.1": _criterion(
            "A", "2.0", "Three Flashes or Below Threshold", "Tre blixtar eller under tröskelvärdet"
        ),
        "2.3.2": _criterion("AAA", "2.0", "Three Flashes", "Tre blixtar"),
        "2.3.3": _criterion("AAA", "2.1", "Animation from Interactions", "Animering vid interaktion"),
        "2.4.1": _criterion("A", "2.0", "Bypass Blocks", "Hoppa över block"),
        "2.4.2": _criterion("A", "2.0", "Page Titled", "Sidtitel"),
        "2.4.3": _criterion("A", "2.0", "Focus Order", "Fokusordning"),
        "2.4.4": _criterion("A", "2.0", "Link Purpose (In Context)", "Länkens syfte (i sammanhanget)"),
        "2.4.5": _criterion("AA", "2.0", "Multiple Ways", "Flera sätt"),
        "2.4.6": _criterion("AA", "2.0", "Headings and Labels", "Rubriker och etiketter"),
        "2.4.7": _criterion("AA", "2.0", "Focus Visible", "Synligt fokus"),
        "2.4.8": _criterion("AAA", "2.0", "Location", "Plats"),
        "2.4.9": _criterion("AAA", "2.0", "Link Purpose (Link Only)", "Länkens syfte (enbart länken)"),
        "2.4.10": _criterion("AAA", "2.0", "Section Headings", "Avsnittsrubriker"),
        "2.4.11": _criterion("AA", "2.2", "Focus Not Obscured (Minimum)", "Fokus skyms inte (minimum)"),
        "2.4.12": _criterion("AAA", "2.2", "Focus Not Obscured (Enhanced)", "Fokus skyms inte (förhöjd)"),
        "2.4.13": _criterion("AAA", "2.2", "Focus Appearance", "Fokusmarkeringens utseende"),
        "2.5.1": _criterion("A", "2.1", "Pointer Gestures", "Pekargester"),
        "2.5.2": _criterion("A", "2.1", "Pointer Cancellation", "Avbryta pekarinmatning"),
        "2.5.3": _criterion("A", "2.1", "Label in Name", "Etikett i namn"),
        "2.5.4": _criterion("A", "2.1", "Motion Actuation", "Rörelseaktivering"),
        "2.5.5": _criterion("AAA", "2.1", "Target Size (Enhanced)", "Målstorlek (förhöjd)"),
        "2.5.6": _criterion("AAA", "2.1", "Concurrent Input Mechanisms", "Samtidiga inmatningssätt"),
        "2.5.7": _criterion("AA", "2.2", "Dragging Movements", "Dragrörelser"),
        "2.5.8": _criterion("AA", "2.2", "Target Size (Minimum)", "Målstorlek (minimum)"),
        "3.1.1": _criterion("A", "2.0", "Language of Page", "Sidans språk"),
        "3.1.2": _criterion("AA", "2.0", "Language of Parts", "Språk för delar"),
        "3.1.3": _criterion("AAA", "2.0", "Unusual Words", "Ovanliga ord"),
        "3.1.4": _criterion("AAA", "2.0", "Abbreviations", "Förkortningar"),
        "3.1.5": _criterion("AAA", "2.0", "Reading Level", "Läsnivå"),
        "3.1.6": _criterion("AAA", "2.0", "Pronunciation", "Uttal"),
        "3.2.1": _criterion("A", "2.0", "On Focus", "Vid fokus"),
        "3.2.2": _criterion("A", "2.0", "On Input", "Vid inmatning"),
        "3.2.3": _criterion("AA", "2.0", "Consistent Navigation", "Konsekvent navigering"),
        "3.2.4": _criterion("AA", "2.0", "Consistent Identification", "Konsekvent identifiering"),
        "3.2.5": _criterion("AAA", "2.0", "Change on Request", "Förändring på begäran"),
        "3.2.6": _criterion("A", "2.2", "Consistent Help", "Konsekvent hjälp"),
        "3.3.1": _criterion("A", "2.0", "Error Identification", "Identifiera fel"),
        "3.3.2": _criterion("A", "2.0", "Labels or Instructions", "Etiketter eller instruktioner"),
        "3.3.3": _criterion("AA", "2.0", "Error Suggestion", "Förslag vid fel"),
        "3.3.4": _criterion(
            "AA",
            "2.0",
            "Error Prevention (Legal, Financial, Data)",
            "Förebygga fel (juridiskt, ekonomiskt, data)",
        ),
        "3.3.5": _criterion("AAA", "2.0", "Help", "Hjälp"),
        "3.3.6": _criterion("AAA", "2.0", "Error Prevention (All)", "Förebygga fel (alla)"),
        "3.3.7": _criterion("A", "2.2", "Redundant Entry", "Upprepad inmatning"),
        "3.3.8": _criterion(
            "AA", "2.2", "Accessible Authentication (Minimum)", "Tillgänglig autentisering (minimum)"
        ),
        "3.3.9": _criterion(
            "AAA", "2.2", "Accessible Authentication (Enhanced)", "Tillgänglig autentisering (förhöjd)"
        ),
        "4.1.2": _criterion("A", "2.0", "Name, Role, Value", "Namn, roll, värde"),
        "4.1.3": _criterion("AA", "2.1", "Status Messages", "Statusmeddelanden"),
    }
)
"""By number. 4.1.1 Parsing is left out: WCAG 2.2 removed it, and it is always met for the formats read here."""

VOID_FOR_DOCUMENTS = frozenset({"2.4.1", "2.4.5", "3.2.3", "3.2.4"})
"""Criteria about sets of web pages, whose clauses in chapter 10 are void."""


def with_en_301_549(meets: Iterable[str], chapter: int) -> tuple[str, ...]:
    """Return the clauses with those of EN 301 549 that follow from WCAG's, for chapter 9 (web) or 10 (documents).

    >>> with_en_301_549(["WCAG 1.1.1"], 10)
    ('WCAG 1.1.1', 'EN 301 549 10.1.1.1')
    """
    clauses: dict[str, None] = {}
    for clause in meets:
        clauses[clause] = None
        standard, _, number = clause.partition(" ")
        if standard == "WCAG" and (followed := _clause_of_en_301_549(number, chapter)):
            clauses[followed] = None
    return tuple(clauses)


def _clause_of_en_301_549(number: str, chapter: int) -> str:
    criterion = CRITERIA.get(number)
    if criterion is None or criterion.level == "AAA" or criterion.since == "2.2":
        return ""
    if chapter == 10 and number in VOID_FOR_DOCUMENTS:
        return ""
    return f"EN 301 549 {chapter}.{number}"
