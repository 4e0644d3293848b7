"""The tab key goes through a form in the order in which it is filled in.

Whether a page says that tabs follow the tags is for pdf-tab-order. Where it says that they go by rows or columns, the
reader's program sorts the fields by their places, and there is nothing to ask.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from a11ycheck import Box, Fix, Outcome, People, Text, Where, anchor, ask, failed, passed, rule
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Annotation, Page
from a11ycheck.documents.pdf.tree_model import Element, ObjectReference

BY_PLACE = ("R", "C")
"""Values of Tabs (12.5): rows and columns."""
BY_TAGS = "S"
OVERLAP = 0.3
"""How far one field may reach into the next and still be above it or beside it, in parts of the smaller one."""
RIGHT_TO_LEFT = ("ar", "dv", "fa", "he", "ps", "ur", "yi")


@dataclass(slots=True)
class TabOrder:
    """The fields of a page in the order in which the tab key goes through them, and the first step that goes back:
    from one field to another that stands above it, or before it on the same line."""

    where: Where
    back: tuple[str, str] | None = None


def pages_with_fields(pdf: Pdf) -> Iterator[TabOrder]:
    """Each page with two fields or more whose order the file sets."""
    if not any(map(_is_stop, pdf.annotations)):
        return
    places = _places_in_tags(pdf)
    mirrored = pdf.catalog.language is not None and pdf.catalog.language[:2].casefold() in RIGHT_TO_LEFT
    for page in pdf.pages:
        fields = [annotation for annotation in page.annotations if _is_stop(annotation)]
        if page.tabs == BY_TAGS:
            fields = sorted(
                (field for field in fields if field.index in places), key=lambda field: places[field.index]
            )
        if len(fields) < 2 or page.tabs in BY_PLACE:
            continue
        names = anchor("tab order", *(f"{field.field_name} {field.box}" for field in fields))
        back = ((one, other) for one, other in pairwise(fields) if _goes_back(one, other, mirrored))
        found = next(back, None)
        if found is None:
            yield TabOrder(Where((("page", page.number),), names))
        else:
            one, other = found
            yield TabOrder(Where(other.where.steps, names, other.box), (_name(one), _name(other)))


def _is_stop(annotation: Annotation) -> bool:
    return annotation.is_filled_in and annotation.is_shown and annotation.box is not None


def _places_in_tags(pdf: Pdf) -> Mapping[int, int]:
    """The place in the tags of each annotation that they hold, by its index."""
    places: dict[int, int] = {}
    for place, element in enumerate(pdf.elements):
        for kid in element.kids:
            if isinstance(kid, ObjectReference):
                places.setdefault(kid.annotation, place)
    return places


def _goes_back(one: Annotation, other: Annotation, mirrored: bool) -> bool:
    """Does the step lead up, and not to the head of the next column, or backwards on a line?"""
    if one.box is None or other.box is None or (one.field_name and one.field_name == other.field_name):
        return False  # radio buttons of one question are one stop
    a, b = one.box, other.box
    (left, right), (other_left, other_right) = (a.left, a.right), (b.left, b.right)
    if mirrored:
        (left, right), (other_left, other_right) = (-right, -left), (-other_right, -other_left)
    across = OVERLAP * min(right - left, other_right - other_left)
    down = OVERLAP * min(a.bottom - a.top, b.bottom - b.top)
    is_further = other_left >= right - across
    is_before = other_right <= left + across
    is_above = b.bottom <= a.top + down
    is_below = b.top >= a.bottom - down
    return not is_below and (not is_further if is_above else is_before)


def _name(field: Annotation) -> str:
    return (field.tooltip or field.caption or field.field_name).strip()[:60]


@rule(
    document=Pdf,
    each=pages_with_fields,
    meets=("WCAG 2.4.3",),
    title=Text("The tab key follows the form", "Tabbtangenten följer formuläret"),
    why=Text(
        "Someone who fills in the form with the keyboard is sent back and forth on the page, and easily misses a "
        "field.",
        "Den som fyller i formuläret med tangentbordet skickas fram och tillbaka på sidan och missar lätt ett fält.",
    ),
    who=(People.KEYBOARD, People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "Put the fields in the order in which they are filled in, tab through the form and see where you land.",
            "Lägg fälten i den ordning som de fylls i, gå igenom formuläret med tabbtangenten och se var du hamnar.",
        ),
        libreoffice=Text(
            "Open the form's tab order from the toolbar Form Design, put the fields in order, and export as PDF again.",
            "Öppna formulärets tabbordning från verktygsraden för formulärdesign, lägg fälten i ordning och exportera "
            "som pdf igen.",
        ),
        acrobat=Text(
            "Choose to prepare the form, and drag the fields to the right order in the panel that lists them.",
            "Välj att förbereda formuläret och dra fälten till rätt ordning i panelen som räknar upp dem.",
        ),
    ),
    messages={
        "goes-back": Text(
            "From the form field “{before}” the tab key leads back to “{after}”, which stands above it or before it on "
            "the same line. Is the form filled in in that order?",
            "Från formulärfältet ”{before}” leder tabbtangenten tillbaka till ”{after}”, som står ovanför eller före "
            "på samma rad. Är det i den ordningen som formuläret fylls i?",
        ),
        "wrong": Text(
            "The tab key goes through the form in the wrong order: “{after}” comes after “{before}”.",
            "Tabbtangenten går igenom formuläret i fel ordning: ”{after}” kommer efter ”{before}”.",
        ),
    },
)
def field_order(page: TabOrder) -> Outcome:
    """No step goes up on the page, unless to the right as to the next column, or back on a line; or a person finds that
    the form is filled in that way."""
    if page.back is None:
        return passed()
    before, after = page.back
    told = {"before": before, "after": after}
    return ask("goes-back", yes=passed(), no=failed("wrong", **told), **told)


def examples() -> dict[str, Pdf]:
    def pdf(*fields: tuple[str, float, float], tabs: str = "", language: str = "sv") -> Pdf:
        """Text fields by label, left and top, each 100 points wide and 20 high."""
        widgets = tuple(
            Annotation(
                1,
                "Widget",
                index,
                Box(1, left, top, left + 100, top + 20),
                field_name=label,
                field_type="Tx",
                tooltip=label,
            )
            for index, (label, left, top) in enumerate(fields)
        )
        return Pdf(Catalog(language=language), (Page(1, tabs=tabs, annotations=widgets),))

    def tagged(*order: int) -> Pdf:
        found = pdf(*form, tabs="S")
        forms = [Element("Form", kids=[ObjectReference(1, index)]) for index in order]
        found.roots = (Element("Document", kids=list(forms)),)
        return found

    name, post, day = ("Namn", 60.0, 100.0), ("E-post", 60.0, 140.0), ("Datum", 60.0, 180.0)
    form = (name, post, day)
    phone = ("Telefon", 200.0, 140.0)
    return {
        "cannot-tell goes-back": pdf(name, day, post),
        "cannot-tell goes-back, on a line": pdf(name, phone, post),
        "cannot-tell goes-back, by the tags": tagged(2, 0, 1),
        "passed": pdf(*form),
        "passed, row by row": pdf(name, post, phone, day),
        "passed, column by column": pdf(*form, ("Telefon", 200.0, 100.0), phone),
        "passed, by the tags": tagged(0, 1, 2),
        "passed, from right to left": pdf(name, phone, post, day, language="ar"),
        "passed, one question": pdf(("Mat", 60.0, 140.0), ("Mat", 60.0, 100.0)),
        "inapplicable, sorted by place": pdf(name, day, post, tabs="R"),
        "inapplicable, one field": pdf(name),
    }
