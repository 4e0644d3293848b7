"""Notes and tables of contents refer to what they belong to, by tag (ISO 14289-2, 8.2.5.8 and 8.2.5.14)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.tree_model import Element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from a11ycheck.outcome import Where

FIX = Fix(
    Text(
        "Make the part with the program's own tools for footnotes and tables of contents, and make the PDF again with "
        "a program that writes PDF/UA-2.",
        "Gör delen med programmets egna funktioner för fotnoter och innehållsförteckningar och gör om pdf:en med ett "
        "program som skriver PDF/UA-2.",
    ),
)
WHY_NOTE = Text(
    "Someone who listens goes from the text to the note and back again; where the tags refer one way only or not at "
    "all, they do not find their way.",
    "Den som lyssnar går från texten till noten och tillbaka igen; där taggarna bara hänvisar åt ena hållet, eller "
    "inte alls, går det inte att hitta.",
)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote. ``uncited`` refers to it and is not referred to back, ``silent`` the other way round."""

    element: Element
    uncited: Element | None = None
    silent: Element | None = None

    @property
    def where(self) -> Where:
        return self.element.where


def notes(pdf: Pdf) -> Iterator[Note]:
    citing: dict[Element, list[Element]] = {}
    for element in pdf.elements:
        for target in element.refers_to:
            citing.setdefault(target, []).append(element)
    for note in _of_type(pdf, "FENote"):
        cites = citing.get(note, [])
        uncited = next((element for element in cites if element not in note.refers_to), None)
        silent = next((element for element in note.refers_to if element not in cites), None)
        yield Note(note, uncited, silent)


def _of_type(pdf: Pdf, standard: str) -> list[Element]:
    return [element for element in pdf.elements if element.standard == standard]


def about_note(
    test: int, title: Text, messages: dict[str, Text], why: Text = WHY_NOTE
) -> Callable[[Callable[[Note], Outcome]], Rule]:
    """Make a rule that is put to each footnote and endnote and meets clause 8.2.5.14-``test``."""
    return rule(
        document=Pdf,
        each=notes,
        meets=(f"PDF/UA-2 8.2.5.14-{test}",),
        title=title,
        why=why,
        who=(People.SCREEN_READER,),
        fix=FIX,
        messages=messages,
    )


@about_note(
    2,
    Text("Notes refer back to the text", "Noter hänvisar tillbaka till texten"),
    {
        "uncited": Text(
            "“{citing}” refers to the note, but the note does not refer back to it (Ref).",
            "”{citing}” hänvisar till noten, men noten hänvisar inte tillbaka (Ref).",
        )
    },
)
def note_refers_back(note: Note) -> Outcome:
    """It refers to every tag that refers to it."""
    return (
        passed() if note.uncited is None else failed("uncited", citing=note.uncited.name or note.uncited.tag)
    )


@about_note(
    3,
    Text("The text refers to its notes", "Texten hänvisar till sina noter"),
    {
        "silent": Text(
            "The note says that “{citing}” refers to it, but that does not (Ref).",
            "Noten säger att ”{citing}” hänvisar till den, men det gör den inte (Ref).",
        )
    },
)
def note_referred_to(note: Note) -> Outcome:
    """Every tag that it refers to refers to it."""
    return passed() if note.silent is None else failed("silent", citing=note.silent.name or note.silent.tag)


NOTE_TYPES = ("Footnote", "Endnote", "None")
"""ISO 32000-2, table 386; None is what holds where nothing is said."""


@about_note(
    4,
    Text("Notes say whether they are footnotes or endnotes", "Noter säger om de är fotnoter eller slutnoter"),
    {
        "unknown": Text(
            "The note's kind (NoteType) is given as “{kind}”, and not as Footnote, Endnote or None.",
            "Notens slag (NoteType) anges som ”{kind}” och inte som Footnote, Endnote eller None.",
        )
    },
    Text(
        "A screen reader announces the note by its kind; a kind that is not known says nothing.",
        "Skärmläsaren säger vilket slags not det är; ett slag som inte är känt säger ingenting.",
    ),
)
def note_kind(note: Note) -> Outcome:
    """Its NoteType is one of the three that there are, or is left out."""
    kind = note.element.attributes.get("NoteType", "None")
    return passed() if kind in NOTE_TYPES else failed("unknown", kind=str(kind))


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a table of contents, and whether it or a tag in it refers to anything."""

    element: Element
    refers: bool

    @property
    def where(self) -> Where:
        return self.element.where


def entries(pdf: Pdf) -> Iterable[Entry]:
    return [
        Entry(entry, any(element.refers_to for element in (entry, *entry.descendants())))
        for entry in _of_type(pdf, "TOCI")
    ]


@rule(
    document=Pdf,
    each=entries,
    meets=("PDF/UA-2 8.2.5.8-1",),
    title=Text(
        "Entries of a table of contents refer to their headings",
        "Rader i innehållsförteckningen hänvisar till sina rubriker",
    ),
    why=Text(
        "Someone who listens goes from the table of contents to the part it names, in any program, if the tags refer "
        "to it.",
        "Den som lyssnar går från innehållsförteckningen till delen den nämner, i vilket program som helst, om "
        "taggarna hänvisar dit.",
    ),
    who=(People.SCREEN_READER,),
    fix=FIX,
    messages={
        "missing": Text(
            "The entry in the table of contents (TOCI) does not refer to the part that it names (Ref).",
            "Raden i innehållsförteckningen (TOCI) hänvisar inte till den del som den nämner (Ref).",
        )
    },
)
def contents_entry_refers(entry: Entry) -> Outcome:
    """It, or a tag in it, refers to a tag of the document."""
    return passed() if entry.refers else failed("missing")


def examples() -> dict[str, dict[str, Pdf]]:
    def note(*refers_to: Element, **attributes: object) -> Element:
        return Element(
            "FENote",
            namespace="http://iso.org/pdf2/ssn",
            refers_to=refers_to,
            attributes=attributes,
        )

    def cited(back: bool, forth: bool) -> Pdf:
        mark, target = Element("Lbl", text="1"), note()
        if forth:
            mark.refers_to = (target,)
        if back:
            target.refers_to = (mark,)
        return Pdf(roots=(Element("P", kids=[mark]), target))

    heading = Element("H1")
    both = {"passed": cited(back=True, forth=True), "passed, not referred to": cited(back=False, forth=False)}
    none = {"inapplicable": Pdf(roots=(Element("P"),))}
    return {
        "note_refers_back": {
            "failed uncited": cited(back=False, forth=True),
            "passed, another fault": cited(back=True, forth=False),
            **both,
            **none,
        },
        "note_referred_to": {
            "failed silent": cited(back=True, forth=False),
            "passed, another fault": cited(back=False, forth=True),
            **both,
            **none,
        },
        "note_kind": {
            "failed unknown": Pdf(roots=(note(NoteType="Marginal"),)),
            "passed": Pdf(roots=(note(NoteType="Footnote"), note(NoteType="Endnote"))),
            "passed, left out": Pdf(roots=(note(),)),
            **none,
        },
        "contents_entry_refers": {
            "failed missing": Pdf(roots=(Element("TOC", kids=[Element("TOCI")]), heading)),
            "passed": Pdf(roots=(Element("TOCI", refers_to=(heading,)), heading)),
            "passed, a tag in it": Pdf(
                roots=(
                    Element("TOCI", kids=[Element("P", kids=[Element("Reference", refers_to=(heading,))])]),
                    heading,
                )
            ),
            **none,
        },
    }
