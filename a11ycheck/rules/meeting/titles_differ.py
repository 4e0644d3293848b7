"""Documents of one meeting can be told apart by their titles."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.facts import Facts
from a11ycheck.documents.meeting.model import Meeting, MeetingDocument, TitleInUse


@rule(
    document=Meeting,
    each=Meeting.titles,
    title=Text("The documents have different titles", "Dokumenten har olika titlar"),
    why=Text(
        "Someone who listens chooses among open documents by title; when two are called the same, they have "
        "to open both to find the right one.",
        "Den som lyssnar väljer bland öppna dokument efter titeln; när två heter likadant måste båda öppnas "
        "för att hitta rätt.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Give each document a title of its own, such as “Agenda, annual meeting 2026”.",
            "Ge varje dokument en egen titel, till exempel ”Dagordning, årsmöte 2026”.",
        ),
    ),
    messages={
        "same": Text("{count} documents have the title “{title}”.", "{count} dokument har titeln ”{title}”."),
    },
)
def titles_differ(title: TitleInUse) -> Outcome:
    """One document bears it."""
    count = len(title.sources)
    return passed() if count == 1 else failed("same", title=title.title, count=count)


def examples() -> dict[str, Meeting]:
    def meeting(*titles: str) -> Meeting:
        return Meeting(
            tuple(
                MeetingDocument(f"underlag/{number}.pdf", "pdf", Facts(title=title))
                for number, title in enumerate(titles, 1)
            )
        )

    return {
        "failed same": meeting("Årsmöte 2026", "Årsmöte 2026", "Dagordning, årsmöte 2026"),
        "passed": meeting("Kallelse till årsmöte 2026", "Dagordning, årsmöte 2026"),
        "inapplicable, no titles": meeting("", " "),
    }
