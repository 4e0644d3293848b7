"""Sections of a slide deck have names that say what they hold.

Microsoft's accessibility checker asks for it. Sections are seen while the deck is edited or browsed, and are neither
headings nor labels; so these rules meet no clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, failed, passed, rule
from a11ycheck.documents.office.model import Office, SlideSection

DEFAULT_NAMES = frozenset(
    {
        "default section",
        "untitled section",
        "summary section",
        "standardavsnitt",
        "avsnitt utan rubrik",
        "namnlöst avsnitt",
        "sammanfattningsavsnitt",
        "standarddel",
        "del uten navn",
        "inndeling uten navn",
        "standardsektion",
        "sektion uden titel",
        "oletusosa",
        "nimetön osa",
        "otsikoton osa",
        "standardabschnitt",
        "abschnitt ohne titel",
        "section par défaut",
        "section sans titre",
        "sección predeterminada",
        "sección sin título",
        "sezione predefinita",
        "sezione senza titolo",
        "standaardsectie",
        "naamloze sectie",
        "seção padrão",
        "seção sem título",
        "sekcja domyślna",
        "sekcja bez tytułu",
    }
)
"""What PowerPoint calls a section until somebody names it."""
NUMBER = re.compile(r"\W*\d*\W*$")


@dataclass(frozen=True, slots=True)
class Named:
    """A section with a name. ``earlier`` is the number of the first section that has the same, 0 if none."""

    section: SlideSection
    earlier: int

    @property
    def where(self) -> Where:
        return self.section.where


def sections(document: Office) -> tuple[SlideSection, ...]:
    """Each section; a deck with one only has not been divided by anybody."""
    return document.slide_sections if len(document.slide_sections) > 1 else ()


def named_sections(document: Office) -> Iterator[Named]:
    """Each section with a name of its own."""
    first: dict[str, int] = {}
    for section in sections(document):
        name = " ".join(section.name.casefold().split())
        if name and not is_default(name):
            earlier = first.setdefault(name, section.number)
            yield Named(section, 0 if earlier == section.number else earlier)


def is_default(name: str) -> bool:
    words = " ".join(name.casefold().split())
    return words in DEFAULT_NAMES or NUMBER.sub("", words[:100]) in DEFAULT_NAMES


RENAME_IN_POWERPOINT = Text(
    "Right-click the section's name above the slides in the thumbnail pane, and choose to rename it.",
    "Högerklicka på avsnittets namn ovanför bilderna i miniatyrfönstret och välj att byta namn.",
)


@rule(
    document=Office,
    each=sections,
    title=Text("Sections of a presentation have names", "Avsnitt i en presentation har namn"),
    why=Text(
        "Someone who listens finds the way in a long presentation by its sections; “Default Section” says nothing.",
        "Den som lyssnar hittar i en lång presentation med hjälp av avsnitten; ”Standardavsnitt” säger ingenting.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Name the section after what its slides are about, or take away the division into sections.",
            "Ge avsnittet ett namn efter det som dess bilder handlar om, eller ta bort indelningen i avsnitt.",
        ),
        powerpoint=RENAME_IN_POWERPOINT,
    ),
    messages={
        "default": Text(
            "The section is called “{name}”, as the program named it.",
            "Avsnittet heter ”{name}”, som programmet döpte det till.",
        ),
        "empty": Text("The section has no name.", "Avsnittet har inget namn."),
    },
)
def slide_section_default_name(section: SlideSection) -> Outcome:
    """It has a name that the program has not given."""
    if not section.name.strip():
        return failed("empty")
    return failed("default", name=section.name[:100]) if is_default(section.name) else passed()


@rule(
    document=Office,
    each=named_sections,
    title=Text("Sections of a presentation have different names", "Avsnitt i en presentation har olika namn"),
    why=Text(
        "When two sections have one name, someone who listens cannot tell which of them is which.",
        "När två avsnitt har samma namn går det inte att höra vilket som är vilket.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Name each section after what its own slides are about.",
            "Ge varje avsnitt ett namn efter det som just dess bilder handlar om.",
        ),
        powerpoint=RENAME_IN_POWERPOINT,
    ),
    messages={
        "same": Text(
            "The section has the same name as section {earlier}, “{name}”.",
            "Avsnittet har samma namn som avsnitt {earlier}, ”{name}”.",
        ),
    },
)
def slide_section_duplicate_name(named: Named) -> Outcome:
    """No earlier section has its name."""
    if not named.earlier:
        return passed()
    return failed("same", name=named.section.name[:100], earlier=named.earlier)


def examples() -> dict[str, dict[str, Office]]:
    def deck(*names: str) -> Office:
        found = (SlideSection(name, number, number) for number, name in enumerate(names, 1))
        return Office("slides", "pptx", slide_sections=tuple(found))

    return {
        "slide_section_default_name": {
            "failed default": deck("Standardavsnitt", "Val"),
            "failed default, numbered": deck("Val", "Untitled Section 2"),
            "failed empty": deck("Val", " "),
            "passed": deck("Inledning", "Val"),
            "inapplicable, one section": deck("Default Section"),
            "inapplicable, a text document": Office(),
        },
        "slide_section_duplicate_name": {
            "failed same": deck("Val", "Paus", "val "),
            "passed": deck("Val", "Paus"),
            "passed, unnamed ones": deck("Val", "Paus", "Untitled Section", "Untitled Section"),
            "inapplicable": deck("Default Section"),
        },
    }
