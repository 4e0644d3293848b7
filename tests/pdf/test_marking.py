"""What is tagged, decoration or neither, from whole files: the ParentTree, and the way up from its elements."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest
from pdf.making import Made, marked, written
from pikepdf import Array, Dictionary, Name, String

from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.open import open_pdf


class Tagged(Made):
    """One page with three paragraphs, each tagged: marked content 0 to 2 of StructParents 0."""

    def __init__(self, content: bytes | None = None, **held: Any) -> None:
        super().__init__()
        lines = [marked(number, written(f"Rad {number}", y=80 - 20 * number)) for number in range(3)]
        self.first = self.page(b"".join(lines) if content is None else content, StructParents=0, **held)
        self.elements = [self.element("P", number, page=self.first) for number in range(3)]
        self.document = self.element("Document", *self.elements)
        self.parents = Array(self.elements)
        self.root = self.tree(self.document, ParentTree=self.indirect(Nums=Array([0, self.parents])))

    def open(self) -> Pdf:
        return open_pdf(self.done())

    def loose(self) -> list[str]:
        """What is neither tagged nor decoration, by its text or its kind."""
        return [item.text or item.kind for page in self.open().marked_pages for item in page.loose()]


def test_what_the_parent_tree_knows_is_tagged() -> None:
    assert Tagged().loose() == []


def test_what_the_parent_tree_leaves_out_is_not_tagged_whatever_the_tree_says() -> None:
    made = Tagged()
    made.root.ParentTree.Nums[1] = Array([made.elements[0], None])
    assert made.loose() == ["Rad 1", "Rad 2"]


@pytest.mark.parametrize("number", [None, 1, -1, 2**40, Name.no])
def test_a_page_that_the_parent_tree_does_not_know_is_not_tagged(number: object) -> None:
    made = Tagged()
    if number is None:
        del made.first.StructParents
    else:
        made.first.StructParents = number
    assert made.loose() == ["Rad 0", "Rad 1", "Rad 2"]


def test_the_way_up_must_lead_to_the_root() -> None:
    made = Tagged()
    del made.elements[1].P
    assert made.loose() == ["Rad 1"]
    # A paragraph that points to itself, and two that point to each other.
    made.elements[1].P = made.elements[1]
    assert made.loose() == ["Rad 1"]
    made.elements[1].P, made.elements[2].P = made.elements[2], made.elements[1]
    assert made.loose() == ["Rad 1", "Rad 2"]


def test_a_break_high_up_unties_all_below() -> None:
    made = Tagged()
    del made.document.P
    assert made.loose() == ["Rad 0", "Rad 1", "Rad 2"]


def test_the_way_up_is_enough() -> None:
    made = Tagged()
    made.document.K = Array([made.elements[0]])
    assert made.loose() == []


def test_a_long_way_up_has_an_end() -> None:
    made = Tagged()
    above = made.document
    for _ in range(2_000):
        above = made.indirect(Type=Name.StructElem, S=Name.Div, P=above)
    stray = made.indirect(Type=Name.StructElem, S=Name.P, P=above)
    made.root.ParentTree.Nums[1] = Array([*made.elements[:2], stray])
    assert made.loose() == ["Rad 2"]


def test_elements_that_are_no_objects_of_their_own_are_followed() -> None:
    made = Tagged()
    bare = Dictionary(Type=Name.StructElem, S=Name.P, P=made.document)
    made.root.ParentTree.Nums[1] = Array([*made.elements[:2], bare])
    assert made.loose() == []


def test_the_parent_tree_may_branch() -> None:
    made = Tagged()
    leaf = made.indirect(Limits=Array([0, 0]), Nums=Array([0, made.parents]))
    made.root.ParentTree = made.indirect(Kids=Array([leaf]))
    assert made.loose() == []


def test_decoration_is_marked_by_itself_or_around_it() -> None:
    content = b"/Artifact BMC 0 0 9 9 re f EMC /Artifact <</Type /Layout>> BDC /Span BMC %s EMC EMC"
    assert Tagged(content % written("Sida 1")).loose() == []


def test_lines_images_shadings_and_text_count_and_paths_that_are_not_painted_do_not() -> None:
    content = b"0 0 m 9 9 l S 0 0 9 9 re W n " + written("Lös") + b"/S1 sh BI /W 1 /H 1 /BPC 1 /CS /G ID x EI"
    assert Tagged(content).loose() == ["path", "Lös", "shading", "image"]


def test_marks_of_no_use_leave_content_loose() -> None:
    assert Tagged(b"/P BMC " + written("Lös") + b"EMC").loose() == ["Lös"]
    assert Tagged(marked(7, written("Lös"))).loose() == ["Lös"]


def test_the_innermost_number_that_is_known_decides() -> None:
    inner = marked(1, written("Rad"))
    assert Tagged(marked(7, inner)).loose() == []
    assert Tagged(marked(1, marked(7, written("Rad")))).loose() == []
    made = Tagged(marked(0, inner))
    del made.elements[1].P
    assert made.loose() == ["Rad"]


def test_a_form_belongs_to_the_content_that_draws_it() -> None:
    made = Tagged(b"/P <</MCID 0>> BDC /X1 Do EMC /X1 Do /Artifact BMC /X1 Do EMC")
    made.first.Resources.XObject["/X1"] = made.form(written("Form"))
    assert made.loose() == ["Form"]


def with_form(content: bytes = b"/X1 Do", *, numbered: bool = True) -> Tagged:
    made = Tagged(content)
    form = made.form(marked(0, written("Form")) + marked(1, written("Mer", y=20)))
    if numbered:
        form.StructParents = 5
    made.first.Resources.XObject["/X1"] = form
    made.root.ParentTree.Nums = Array([0, made.parents, 5, Array([made.elements[2]])])
    return made


def test_a_form_may_have_marked_content_of_its_own() -> None:
    assert with_form().loose() == ["Mer"]
    # Without StructParents its numbers are not those of the page.
    assert with_form(numbered=False).loose() == ["Form", "Mer"]


def test_forms_with_marked_content_of_their_own_are_counted_wherever_they_are_drawn() -> None:
    made = with_form(b"/X1 Do q /X1 Do Q")
    second = made.page(b"/X1 Do", objects={"/X1": made.first.Resources.XObject["/X1"]})
    assert [form.pages for form in made.open().tagged_forms] == [(1, 1, 2)]
    assert with_form(numbered=False).open().tagged_forms == ()
    del second


def test_a_document_without_a_tree_has_nothing_tagged() -> None:
    made = Tagged()
    del made.pdf.Root.StructTreeRoot
    assert made.loose() == ["Rad 0", "Rad 1", "Rad 2"]


# What is lost to those who listen


def unread(made: Tagged) -> list[str]:
    return [content.text for content in made.open().unread_text.values()]


def test_text_beside_the_tags_is_missed() -> None:
    loose = written("Ring 08-465 004 10", y=10)
    content = marked(0, written("Rad")) + loose
    assert unread(Tagged(content)) == ["Ring 08-465 004 10"]
    (found,) = Tagged(content).open().unread_text.values()
    assert found.where.say("sv") == "sida 1, text ”Ring 08-465 004 10”"
    assert found.box is not None


def test_text_that_the_tree_or_the_parent_tree_knows_is_not_missed() -> None:
    made = Tagged()
    made.root.ParentTree.Nums = Array()
    assert made.loose() == ["Rad 0", "Rad 1", "Rad 2"]
    assert unread(made) == []


def test_text_in_a_document_that_is_not_said_to_be_tagged_is_another_fault() -> None:
    made = Tagged(marked(0, written("Rad")) + written("Lös", y=10))
    del made.pdf.Root.MarkInfo
    assert unread(made) == []


def test_what_stands_on_many_pages_is_not_missed() -> None:
    made = Tagged(marked(0, written("Rad")) + written("Sida 1", y=10))
    for number in (2, 3):
        made.page(written(f"Sida {number}", y=10) + written(f"Mer {'om' * number}", y=70))
    assert unread(made) == ["Mer omom", "Mer omomom"]


# Characters that nobody knows


def mute(content: bytes, *, alt: str | None = None, mapped: bool = False) -> Tagged:
    """A page with a font whose codes mean nothing to anybody, unless they are mapped."""
    made = Tagged(content)
    descendant = made.indirect(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
    )
    font = made.indirect(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name.Egen,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([descendant]),
    )
    if mapped:
        font.ToUnicode = made.pdf.make_stream(b"1 beginbfrange <0000> <00ff> <0041> endbfrange")
    made.first.Resources.Font["/F2"] = font
    if alt is not None:
        made.elements[0].Alt = String(alt)
    return made


SHOWN = b"BT /F2 10 Tf 10 50 Td <0001000200030004> Tj ET\n"


def silent(made: Tagged) -> list[tuple[str, int]]:
    return [(text.name, text.silent) for text in made.open().font_texts]


def test_characters_that_nobody_knows_are_counted() -> None:
    assert silent(mute(marked(0, SHOWN + SHOWN))) == [("Egen", 8)]
    assert silent(mute(marked(0, SHOWN), mapped=True)) == [("Egen", 0)]


@pytest.mark.parametrize(
    "content",
    [
        b"/Artifact BMC %sEMC" % SHOWN,
        b"/Span <</ActualText (ord)>> BDC %sEMC" % SHOWN,
        b"BT /F2 10 Tf <00010002> Tj ET",
    ],
)
def test_decoration_what_words_stand_for_and_single_signs_are_not(content: bytes) -> None:
    assert silent(mute(content)) == [("Egen", 0)]


def test_the_words_of_an_element_stand_for_its_characters() -> None:
    assert silent(mute(marked(0, SHOWN), alt="Märke")) == [("Egen", 0)]


def test_fonts_are_not_looked_into_where_all_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = Tagged().open()

    def asked() -> Any:
        raise AssertionError

    pdf.read_font_facts = asked
    assert [text.silent for text in pdf.font_texts] == [0]


def test_the_file_is_not_kept_open() -> None:
    pdf = Tagged().open()
    assert isinstance(pdf, Pdf)
    assert not any(isinstance(value, pikepdf.Object) for value in vars(pdf).values())
