"""Headings are no deeper than six levels.

PDF 2.0 has more, and Word and OpenDocument count to nine and ten; no clause forbids them, so this rule meets none.
"""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.content import Content, Heading


@rule(
    document=Content,
    each=Content.headings,
    title=Text("Headings have at most six levels", "Rubriker har högst sex nivåer"),
    why=Text(
        "Web pages, most PDFs and the keys of screen readers know six levels; deeper headings become plain text or are "
        "all put on the sixth.",
        "Webbsidor, de flesta pdf:er och skärmläsarens kortkommandon har sex nivåer; djupare rubriker blir vanlig text "
        "eller hamnar alla på den sjätte.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Make the document less deep: join levels, part it in several documents, or make the deepest a list.",
            "Gör dokumentet grundare: slå ihop nivåer, dela upp det i flera dokument eller gör de djupaste till en "
            "lista.",
        ),
    ),
    messages={
        "deep": Text("The heading “{text}” is on level {level}.", "Rubriken ”{text}” är på nivå {level}."),
    },
)
def heading_depth(heading: Heading, *, deepest: int = 6) -> Outcome:
    """Its level is ``deepest`` at most: six, as in HTML and PDF/UA-1."""
    return passed() if heading.level <= deepest else failed("deep", text=heading.text, level=heading.level)


def examples() -> dict[str, Content]:
    return {
        "failed deep": Content.of(Heading(7, "Övriga frågor")),
        "passed": Content.of(Heading(6, "Övriga frågor")),
        "inapplicable": Content.of(),
    }
