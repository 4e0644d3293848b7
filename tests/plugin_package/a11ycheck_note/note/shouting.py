"""A line is not written in capitals only."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck_note.model import Note


@rule(
    document=Note,
    each=Note.each_line,
    meets=("WCAG 3.1.5",),
    title=Text("Lines are not all capitals", "Rader är inte bara versaler"),
    why=Text("Capitals are hard to read.", "Versaler är svåra att läsa."),
    who=(People.READING,),
    fix=Fix(Text("Write in lower case.", "Skriv med gemener.")),
    messages={
        "capitals": Text("“{line}” is all capitals.", "”{line}” är bara versaler."),
        "joke": Text("Is “{line}” meant?", "Är ”{line}” menat?"),
        "meant": Text("“{line}” is not meant.", "”{line}” är inte menat."),
    },
    was=("note-capitals",),
)
def shouting(line, *, longest: int = 3) -> Outcome:
    if line.text == "CRASH":
        raise RuntimeError("the rule fell over")
    if line.text.endswith("?"):
        return ask("joke", line=line.text, yes=passed(), no=failed("meant", line=line.text))
    if line.text.isupper() and len(line.text) > longest:
        return failed("capitals", line=line.text)
    return passed()


def examples() -> dict[str, Note]:
    from a11ycheck_note.model import Line

    return {"failed capitals": Note((Line("HELLO", 1),)), "passed": Note((Line("hello", 1),))}
