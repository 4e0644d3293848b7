"""A list is not cut in two by an empty paragraph.

Its items are items all the same; so this rule meets no clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, rule
from a11ycheck.documents.office.model import Block, ListMark, Office, Paragraph, Story, Table


def cut_lists(document: Office) -> Iterator[Paragraph]:
    """The item before empty paragraphs after which the same list goes on."""
    if document.form != "text":
        return
    last: Paragraph | None = None
    empty = 0
    for block in document.body:
        if isinstance(block, Table):
            last = None
        elif block.is_empty and block.list is None:
            empty += 1
            continue
        else:
            if last is not None and empty and goes_on(last, block):
                yield last
            last = (
                block if block.list is not None and not block.is_empty and block.role != "heading" else None
            )
        empty = 0


def goes_on(last: Paragraph, item: Paragraph) -> bool:
    return (
        item.list is not None
        and last.list is not None
        and item.list.list_id == last.list.list_id
        and item.role != "heading"
    )


@rule(
    document=Office,
    each=cut_lists,
    title=Text("Lists hold together", "Listor hänger ihop"),
    why=Text(
        "At the empty line a screen reader says that the list ends, and then that a new one begins with fewer items.",
        "Vid den tomma raden säger skärmläsaren att listan är slut, och sedan att en ny börjar med färre punkter.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Take away the empty line, and let the style make space between the items.",
            "Ta bort den tomma raden och låt formatet göra luft mellan punkterna.",
        ),
        word=Text(
            "Choose the paragraph dialogue on the Home tab, set the spacing after, and untick that no space is added "
            "between paragraphs of the same style.",
            "Öppna dialogrutan Stycke på fliken Start, ange avståndet efter och ta bort krysset för att inget avstånd "
            "läggs till mellan stycken med samma format.",
        ),
        libreoffice=Text(
            "Choose Format > Paragraph and set the spacing below on the first tab.",
            "Välj Format > Stycke och ange avståndet under på första fliken.",
        ),
    ),
    messages={
        "cut": Text(
            "After the item “{text}” an empty line cuts the list in two.",
            "Efter punkten ”{text}” delar en tom rad listan i två.",
        ),
    },
)
def list_empty_item_gap(item: Paragraph) -> Outcome:
    """None is cut."""
    return failed("cut", text=item.text[:100])


def examples() -> dict[str, Office]:
    def office(*blocks: Block) -> Office:
        return Office(stories=(Story("body", blocks),))

    one, two = (Paragraph(text, list=ListMark("1", ordered=True)) for text in ("Mötet öppnas", "Val"))
    return {
        "failed cut": office(one, Paragraph(), two),
        "inapplicable": office(one, two),
        "inapplicable, another list": office(one, Paragraph(), Paragraph("Kaffe", list=ListMark("2"))),
        "inapplicable, words between": office(one, Paragraph(), Paragraph("Paus"), two),
        "inapplicable, numbered headings": office(
            *(each._replace(role="heading", level=1) for each in (one, Paragraph(), two) if each.text)
        ),
        "inapplicable, a table between": office(one, Paragraph(), Table(), two),
    }
