"""docs/parity.md names a rule of ours for every rule of the other checkers of office documents."""

from __future__ import annotations

import re

import pytest

from a11ycheck.registry import all_rules
from places import ROOT

LIBREOFFICE = """
DOCUMENT_TITLE DOCUMENT_LANGUAGE DOCUMENT_BACKGROUND STYLE_LANGUAGE LINKED_GRAPHIC NO_ALT_OLE NO_ALT_GRAPHIC
NO_ALT_SHAPE TABLE_MERGE_SPLIT TEXT_NEW_LINES TEXT_SPACES TEXT_TABS TEXT_EMPTY_NUM_PARA DIRECT_FORMATTING
TABLE_FORMATTING HYPERLINK_IS_TEXT HYPERLINK_SHORT HYPERLINK_NO_NAME LINK_IN_HEADER_FOOTER FAKE_FOOTNOTE
FAKE_CAPTION MANUAL_NUMBERING TEXT_CONTRAST TEXT_BLINKING HEADINGS_NOT_IN_ORDER NON_INTERACTIVE_FORMS
FLOATING_TEXT HEADING_IN_TABLE HEADING_START HEADING_ORDER CONTENT_CONTROL AVOID_FOOTNOTES AVOID_ENDNOTES
FONTWORKS
""".split()
"""All of LibreOffice's ``AccessibilityIssueID``."""

ACCESSODF = """
E_ManyTitles E_EmptyTitle E_EmptyHeading E_HeadingSkip E_HeadingInFrame E_NoLanguage E_NoDefaultLanguage
E_NoHyperlinkLanguage E_ImageAnchorFloat A_NoTitle A_NoHeadings A_NoSubtitle A_AlternateLevel
A_FakeUnorderedList A_FakeOrderedList A_FakeTable A_FakeText A_FakeQuote A_FakeHeading A_LinkedImage
A_ImageWithoutAlt A_FormulaWithoutAlt A_ObjectWithoutAlt A_MergedCells A_NestedTable A_NoTableHeading
A_BreakRows A_BigTable A_CaptionBelowBigTable A_UnidentifiedLanguage A_LowContrast A_JustifiedText A_SmallText
A_AllCaps A_LongUnderline A_LongItalic A_HasForms A_NoHyperlinkText A_FakeLine A_FlashText
""".split()
"""All of AccessODF's ``GeneralCheck``."""

MICROSOFT = """
All non-text content has alternative text
Tables specify column header information
All slides have titles
All sections have meaningful names
Document access is not restricted
Content controls have titles
Image or object is inline with text
Tables have a simple structure
Sufficient contrast between text and background
Closed captions for inserted audio and video
The reading order of the objects on a slide is logical
Link text is meaningful
Layout tables are structured for easy navigation
Documents use headings
Slide titles are unique
Section names are unique
Automatic alternative text has been reviewed
The document has a title
Repeated blank characters are not used
Headings are not too long
Headings are in logical order
No image watermarks are used
""".strip().splitlines()
"""The rules for Word, PowerPoint and Outlook on Microsoft's support pages, the last four of older editions."""

PLANNED: frozenset[str] = frozenset()
"""Rules that are named in the table and not written yet; to be taken away from here, and linked there, as they come."""

ROW = re.compile(r"^\| ([^|]+) \| [^|]+ \| ([^|]+) \| [^|]* \|$", re.MULTILINE)
LINKED = re.compile(r"\[([a-z0-9-]+)\]\(rules/\1\.md\)")
UNLINKED = re.compile(r"`([a-z0-9-]+)`")


def sections() -> dict[str, dict[str, str]]:
    """The table: section, their rule, and what is written under *Ours*."""
    text = (ROOT / "docs" / "parity.md").read_text("utf-8")
    _, *parts = text.split("\n## ")
    return {part.splitlines()[0]: dict(rows(part)) for part in parts}


def rows(part: str) -> list[tuple[str, str]]:
    found = [
        (theirs.strip("` "), ours) for theirs, ours in ROW.findall(part) if theirs not in ("Theirs", "---")
    ]
    assert len(found) == len(dict(found)), "a rule stands there twice"
    return found


OURS = [pytest.param(ours, id=theirs) for section in sections().values() for theirs, ours in section.items()]


def test_every_rule_of_theirs_is_in_the_table() -> None:
    microsoft, libreoffice, accessodf = sections().values()
    assert list(microsoft) == MICROSOFT
    assert sorted(libreoffice) == sorted(LIBREOFFICE)
    assert sorted(accessodf) == sorted(ACCESSODF)
    assert (len(libreoffice), len(accessodf)) == (34, 40)


@pytest.mark.parametrize("ours", OURS)
def test_it_is_answered_by_a_rule_that_exists(ours: str) -> None:
    linked, unlinked = LINKED.findall(ours), UNLINKED.findall(ours)
    assert linked or unlinked
    assert set(linked) <= set(all_rules())
    assert set(unlinked) <= PLANNED, "a rule that exists is linked"


def test_what_is_planned_does_not_exist_yet_and_is_in_the_table() -> None:
    assert not PLANNED & set(all_rules())
    named = {
        name
        for section in sections().values()
        for ours in section.values()
        for name in UNLINKED.findall(ours)
    }
    assert named == PLANNED
