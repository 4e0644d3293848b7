"""Notes have ids, by which a link can lead to them (PDF/UA-1 7.9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.tree_model import Element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from a11ycheck.outcome import Where

WHY = Text(
    "A note that cannot be told apart from the others cannot be found from the text that refers to it, nor "
    "the text from the note.",
    "En not som inte går att skilja från de andra går inte att hitta från texten som hänvisar till den, och "
    "inte texten från noten.",
)
FIX = Fix(
    Text(
        "Make the notes with the program's own tool for footnotes and make the PDF again, or give each Note "
        "tag an id of its own.",
        "Gör noterna med programmets egen fotnotsfunktion och gör om pdf:en, eller ge varje Note-tagg ett "
        "eget id.",
    ),
    word=Text(
        "Put the cursor in the text, choose Insert Footnote on the References tab, and save as PDF again.",
        "Ställ markören i texten, välj Infoga fotnot på fliken Referenser och spara som pdf igen.",
    ),
    libreoffice=Text(
        "Choose Insert > Footnote and Endnote, and export as PDF again.",
        "Välj Infoga > Fotnot och slutnot och exportera som pdf igen.",
    ),
    acrobat=Text(
        "Open the Tags panel, open the properties of the Note tag, and write an id that no other tag has.",
        "Öppna panelen Taggar, öppna egenskaperna för taggen Note och skriv ett id som ingen annan tagg har.",
    ),
)


@dataclass(frozen=True, slots=True)
class Note:
    """A note, and whether one before it has the same id."""

    element: Element
    repeats: bool

    @property
    def where(self) -> Where:
        return self.element.where


def notes(pdf: Pdf) -> Iterator[Note]:
    """The notes, in the order of the tags."""
    seen: set[str] = set()
    for element in pdf.elements_of("Note"):
        yield Note(element, element.id in seen)
        seen |= {element.id} - {""}


def about(test: int, title: Text, messages: dict[str, Text]) -> Callable[[Callable[[Note], Outcome]], Rule]:
    """Make a rule that is put to each note and meets clause 7.9-``test``."""
    return rule(
        document=Pdf,
        each=notes,
        meets=(f"PDF/UA-1 7.9-{test}",),
        title=title,
        why=WHY,
        who=(People.SCREEN_READER,),
        fix=FIX,
        messages=messages,
    )


@about(
    1,
    Text("Notes have an id", "Noter har ett id"),
    {"missing": Text("The note (Note) has no id.", "Noten (Note) saknar id.")},
)
def note_has_id(note: Note) -> Outcome:
    """Its id is there and not empty."""
    return passed() if note.element.id else failed("missing")


@about(
    2,
    Text("No two notes have the same id", "Inga två noter har samma id"),
    {
        "repeated": Text(
            "The note (Note) has the same id as another, “{id}”.",
            "Noten (Note) har samma id som en annan, ”{id}”.",
        )
    },
)
def note_id_its_own(note: Note) -> Outcome:
    """No note before it has its id."""
    return failed("repeated", id=note.element.id) if note.repeats else passed()


def examples() -> dict[str, dict[str, Pdf]]:
    def pdf(*ids: str) -> Pdf:
        return Pdf(roots=tuple(Element("Note", id=each) for each in ids))

    none = Pdf(roots=(Element("P"),))
    return {
        "note_has_id": {"failed missing": pdf(""), "passed": pdf("not 1"), "inapplicable": none},
        "note_id_its_own": {
            "failed repeated": pdf("not 1", "not 2", "not 1"),
            "passed": pdf("not 1", "not 2"),
            "passed, ids missing": pdf("", ""),
            "inapplicable": none,
        },
    }
