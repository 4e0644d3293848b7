"""What is read of slides: titles by layout, text with its effective look, shapes, tables, media, timing, notes."""

from __future__ import annotations

import math

import pytest

from a11ycheck.documents.content import Heading, ListItem, Paragraph, Picture
from a11ycheck.documents.office.model import Office, RunFormat, Shape
from a11ycheck.documents.office.open import open_office
from office_parts import DECORATIVE, NAMESPACES, pptx, relations, text_shape


def read(*slides: str, **parts: object) -> Office:
    return open_office(pptx(*slides, **parts))  # type: ignore[arg-type]


def only(office: Office) -> Shape:
    (shape,) = office.shapes
    return shape


def look(office: Office) -> RunFormat:
    """The look of the first run of the first paragraph with any."""
    return next(run.format for paragraph in office.paragraphs for run in paragraph.runs)


@pytest.mark.parametrize(
    ("placeholder", "found"),
    [
        ('type="title"', "title"),
        ('type="ctrTitle"', "title"),
        ('type="subTitle" idx="1"', "subtitle"),
        ('type="body" idx="7"', "body"),
        ('idx="7"', "body"),
        ('idx="0"', "title"),
        ('type="pic" idx="5"', "object"),
        ('type="sldNum" idx="6"', "number"),
        ("", ""),
    ],
)
def test_a_placeholder_is_what_its_type_or_its_layout_says(placeholder: str, found: str) -> None:
    # The layout's title has no index, which is 0, and its body has 7.
    assert only(read(text_shape("Hej", placeholder=placeholder))).placeholder == found


def test_the_title_is_the_title_placeholder_with_words() -> None:
    office = read(
        text_shape("Stor text", run='<a:rPr sz="6000"/>')
        + text_shape("Dagordning", placeholder='type="title"'),
        text_shape("Bara en ruta"),
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Rubrik"/><p:cNvSpPr/><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>'
        "<p:spPr/><p:txBody><a:bodyPr/><a:p/></p:txBody></p:sp>",
    )
    titled, without, empty = office.slides
    assert titled.title == "Dagordning"
    assert (without.title, without.title_shape) == ("", None)
    assert empty.title == ""
    assert empty.title_shape is not None
    assert [block.text for block in office.content.headings()] == ["Dagordning"]


def test_a_title_in_a_group_is_no_title() -> None:
    group = '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="4" name="G"/></p:nvGrpSpPr><p:grpSpPr/>{}</p:grpSp>'
    office = read(group.format(text_shape("Dagordning", placeholder='type="title"')))
    assert office.slides[0].title_shape is None


def test_a_title_is_told_by_its_words() -> None:
    office = read(text_shape("Dagordning", placeholder='type="title"'))
    assert only(office).where.say("sv") == "presentationsbild 1, rubrik ”Dagordning”"
    assert only(office).where.say("en") == "slide 1, heading “Dagordning”"


def test_text_has_the_look_of_its_level_on_the_master() -> None:
    title = look(read(text_shape("Dagordning", placeholder='type="title"')))
    assert (title.size, title.colour) == (44.0, "44546A")
    body = read(text_shape("Val", placeholder='idx="7"'))
    assert look(body).size == 28.0
    assert body.paragraphs[0].list is not None
    assert not body.paragraphs[0].list.ordered


def test_text_without_a_placeholder_has_the_decks_own_look() -> None:
    style = '<a:lvl1pPr><a:defRPr sz="1400" lang="sv-SE"/></a:lvl1pPr>'
    office = read(text_shape("Hej"), default_style=style)
    assert (look(office).size, look(office).language, look(office).colour) == (14.0, "sv-SE", "000000")
    assert office.paragraphs[0].list is None


def test_text_that_was_shrunk_has_the_size_that_is_seen() -> None:
    fitted = '<a:bodyPr><a:normAutofit fontScale="50000"/></a:bodyPr>'
    assert look(read(text_shape("Val", placeholder='idx="7"', body=fitted))).size == 14.0


def test_the_language_of_a_deck_is_that_of_most_of_its_text() -> None:
    office = read(
        text_shape("Välkomna till mötet", run='<a:rPr lang="sv-SE"/>')
        + text_shape("Hi", run='<a:rPr lang="en-GB"/>'),
        default_style='<a:lvl1pPr><a:defRPr lang="en-US"/></a:lvl1pPr>',
    )
    assert office.language == "sv-SE"
    assert [paragraph.language for paragraph in office.paragraphs] == ["sv-SE", "en-GB"]


SOLID = '<a:solidFill><a:srgbClr val="{}"/></a:solidFill>'.format
PLACE = '<a:xfrm><a:off x="{}" y="{}"/><a:ext cx="{}" cy="{}"/></a:xfrm>'.format
SMALL = PLACE(127_000, 127_000, 1_270_000, 127_000)
LARGE = PLACE(0, 0, 12_700_000, 6_350_000)
GRADIENT = "<a:gradFill><a:gsLst/></a:gradFill>"


@pytest.mark.parametrize(
    ("slide", "background"),
    [
        (text_shape("a", properties=SMALL), "FFFFFF"),
        (text_shape("a", properties=SMALL + SOLID("1F3864")), "1F3864"),
        (text_shape("a", properties=SMALL + GRADIENT), None),
        (text_shape("", properties=LARGE + SOLID("1F3864")) + text_shape("a", properties=SMALL), "1F3864"),
        (text_shape("", properties=LARGE + GRADIENT) + text_shape("a", properties=SMALL), None),
        (text_shape("a", properties=SMALL) + text_shape("", properties=LARGE + SOLID("1F3864")), "FFFFFF"),
    ],
    ids=["the slide", "own fill", "own gradient", "on a shape", "on a gradient", "under a shape"],
)
def test_what_lies_behind_a_text_is_found(slide: str, background: str | None) -> None:
    assert look(read(slide)).background == background


def test_half_transparent_colours_are_mixed_with_what_lies_behind() -> None:
    half = (
        '<a:rPr><a:solidFill><a:srgbClr val="000000"><a:alpha val="50000"/></a:srgbClr></a:solidFill></a:rPr>'
    )
    assert look(read(text_shape("a", properties=SMALL, run=half))).colour == "808080"


def test_the_background_comes_from_the_master() -> None:
    background = f"<p:bg><p:bgPr>{SOLID('002060')}</p:bgPr></p:bg>"
    office = read(text_shape("a", properties=SMALL), background=background)
    assert (office.slides[0].background, look(office).background) == ("002060", "002060")


@pytest.mark.parametrize(
    ("colour", "found"),
    [
        ('<a:schemeClr val="accent1"/>', "4472C4"),
        ('<a:schemeClr val="tx2"/>', "44546A"),
        # What PowerPoint shows for “Accent 1, Darker 25 %” and “Accent 1, Lighter 80 %” of the Office theme.
        ('<a:schemeClr val="accent1"><a:lumMod val="75000"/></a:schemeClr>', "2F5597"),
        ('<a:schemeClr val="accent1"><a:lumMod val="20000"/><a:lumOff val="80000"/></a:schemeClr>', "DAE3F3"),
        ('<a:prstClr val="red"/>', "FF0000"),
        ('<a:sysClr val="windowText" lastClr="101010"/>', "101010"),
    ],
)
def test_colours_of_the_theme_are_resolved(colour: str, found: str) -> None:
    run = f"<a:rPr><a:solidFill>{colour}</a:solidFill></a:rPr>"
    seen = look(read(text_shape("a", properties=SMALL, run=run))).colour
    assert seen is not None
    assert all(abs(int(seen[i : i + 2], 16) - int(found[i : i + 2], 16)) <= 2 for i in (0, 2, 4))


def test_a_shapes_place_comes_from_the_layout_where_it_has_none() -> None:
    box = only(read(text_shape("Dagordning", placeholder='type="title"'))).box
    assert box is not None
    assert (box.page, box.left, box.top, box.right, box.bottom) == (1, 1.0, 2.0, 101.0, 12.0)


def test_a_shape_in_a_group_has_its_place_on_the_slide() -> None:
    group = (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="4" name="G"/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="1270000" y="0"/>'
        '<a:ext cx="1270000" cy="1270000"/><a:chOff x="0" y="0"/><a:chExt cx="2540000" cy="2540000"/></a:xfrm>'
        "</p:grpSpPr>{}</p:grpSp>"
    )
    office = read(group.format(text_shape("a", properties=PLACE(254_000, 0, 254_000, 254_000))))
    inner = office.slides[0].shapes[0].children[0]
    assert inner.box is not None
    assert (inner.box.left, inner.box.right) == (110.0, 120.0)


def picture(properties: str = 'id="5" name="Bild 5"', *, more: str = "", held: str = "") -> str:
    return (
        f"<p:pic><p:nvPicPr><p:cNvPr {properties}>{more}</p:cNvPr><p:cNvPicPr/><p:nvPr>{held}</p:nvPr></p:nvPicPr>"
        '<p:blipFill><a:blip r:embed="rIdP"/></p:blipFill><p:spPr/></p:pic>'
    )


@pytest.mark.parametrize(
    ("properties", "more", "alt", "decorative"),
    [
        ('id="5" name="Bild 5"', "", None, False),
        ('id="5" name="Bild 5" descr="Fyra personer"', "", "Fyra personer", False),
        ('id="5" name="Bild 5" descr=""', DECORATIVE, "", True),
    ],
    ids=["none", "words", "decorative"],
)
def test_a_picture_has_its_alternative(properties: str, more: str, alt: str | None, decorative: bool) -> None:
    office = read(
        picture(properties, more=more),
        related={"rIdP": ("image", "../media/a.png")},
        more={"ppt/media/a.png": b"x"},
    )
    shape = only(office)
    assert (shape.kind, shape.alt, shape.decorative) == ("picture", alt, decorative)
    assert shape.image is not None
    assert (shape.image.type, shape.image.missing) == ("png", False)
    (block,) = (b for b in office.content.blocks if isinstance(b, Picture))
    assert block.where.say("en") == "slide 1, picture “Bild 5”"


VIDEO = '<a:videoFile r:link="rIdV"/><p:extLst><p:ext uri="x">{}</p:ext></p:extLst>'.format
TRACK = (
    '<p14:media r:embed="rIdM"><p14:extLst><p:ext uri="y"><p173:tracksInfo><p173:trackLst>'
    '<p173:track id="1" label="Svenska" lang="sv-SE" r:embed="rIdT"/></p173:trackLst></p173:tracksInfo></p:ext>'
    "</p14:extLst></p14:media>"
)
RELATED_TO_VIDEO = {
    "rIdP": ("image", "../media/a.png"),
    "rIdV": ("video", "../media/film.mp4"),
    "rIdM": ("media", "../media/film.mp4"),
}


def test_a_video_has_its_caption_tracks() -> None:
    with_track = only(read(picture(held=VIDEO(TRACK)), related=RELATED_TO_VIDEO)).media
    without = only(read(picture(held=VIDEO('<p14:media r:embed="rIdM"/>')), related=RELATED_TO_VIDEO)).media
    assert with_track is not None
    assert without is not None
    assert with_track.is_video
    assert [(track.name, track.language) for track in with_track.captions] == [("Svenska", "sv-SE")]
    assert without.captions == ()


def test_a_video_on_the_web_has_its_address() -> None:
    media = only(
        read(
            picture(held='<a:videoFile r:link="rIdV"/>'),
            related={**RELATED_TO_VIDEO, "rIdV": ("video", "https://video.example.se/1")},
        )
    ).media
    assert media is not None
    assert media.linked == "https://video.example.se/1"


def effect(node: str, kind: str, inside: str = "", repeat: str = "") -> str:
    times = f'repeatCount="{repeat}"' if repeat else ""
    return (
        f'<p:par><p:cTn nodeType="{node}" presetClass="{kind}" {times}><p:childTnLst>'
        f'<p:anim><p:cBhvr><p:cTn dur="500"/></p:cBhvr></p:anim>{inside}</p:childTnLst></p:cTn></p:par>'
    )


def timing(*groups: str, media: str = "") -> str:
    held = "".join(f"<p:par><p:cTn><p:childTnLst>{group}</p:childTnLst></p:cTn></p:par>" for group in groups)
    return (
        '<p:timing><p:tnLst><p:par><p:cTn nodeType="tmRoot"><p:childTnLst><p:seq><p:cTn nodeType="mainSeq">'
        "<p:childTnLst>"
        f"{held}</p:childTnLst></p:cTn></p:seq>{media}</p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"
    )


PLAY = (
    '<p:cmd type="call" cmd="playFrom(0.0)"><p:cBhvr><p:tgtEl><p:spTgt spid="5"/></p:tgtEl></p:cBhvr></p:cmd>'
)


@pytest.mark.parametrize(
    ("groups", "start"),
    [
        ((effect("afterEffect", "mediacall", PLAY),), "by itself"),
        ((effect("clickEffect", "mediacall", PLAY),), "click"),
        ((effect("clickEffect", "entr") + effect("withEffect", "mediacall", PLAY),), "click"),
        ((), "click"),
    ],
    ids=["after the slide", "on a click", "with an effect on a click", "no timing"],
)
def test_a_video_starts_by_itself_or_on_a_click(groups: tuple[str, ...], start: str) -> None:
    media = only(
        read(picture(held=VIDEO(TRACK)), related=RELATED_TO_VIDEO, after=timing(*groups) if groups else "")
    ).media
    assert media is not None
    assert media.start == start


def test_music_behind_the_whole_show_is_known() -> None:
    node = (
        '<p:audio><p:cMediaNode numSld="999"><p:cTn repeatCount="indefinite"><p:stCondLst><p:cond delay="0"/>'
        '</p:stCondLst></p:cTn><p:tgtEl><p:spTgt spid="5"/></p:tgtEl></p:cMediaNode></p:audio>'
    )
    media = only(
        read(
            picture(held='<a:audioFile r:link="rIdV"/>'),
            related=RELATED_TO_VIDEO,
            after=timing(media=node),
        )
    ).media
    assert media is not None
    assert (media.is_video, media.start, media.loops, media.across_slides) == (False, "by itself", True, True)


def test_animations_say_what_starts_them_and_how_often_they_run() -> None:
    office = read(
        text_shape("a"),
        after=timing(effect("clickEffect", "entr") + effect("withEffect", "emph", "", "indefinite")),
    )
    first, second = office.slides[0].animations
    assert (first.effect, first.trigger, first.repeats, first.duration) == ("entrance", "click", 1.0, 0.5)
    assert (second.effect, second.trigger, second.repeats) == ("emphasis", "with previous", math.inf)


@pytest.mark.parametrize(
    ("transition", "after", "on_click"),
    [
        ('<p:transition advTm="3000" advClick="0"/>', 3.0, False),
        ("<p:transition><p:fade/></p:transition>", None, True),
        (
            '<mc:AlternateContent><mc:Choice Requires="p14"><p:transition advTm="2000"><p14:vortex/></p:transition>'
            "</mc:Choice><mc:Fallback><p:transition/></mc:Fallback></mc:AlternateContent>",
            2.0,
            True,
        ),
    ],
    ids=["by time", "on a click", "newer"],
)
def test_a_transition_says_what_leads_on(transition: str, after: float | None, on_click: bool) -> None:
    found = read(text_shape("a"), after=transition).slides[0].transition
    assert found is not None
    assert (found.advance_after, found.on_click) == (after, on_click)


def table(flags: str, *rows: str) -> str:
    return (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="6" name="Tabell 6"/></p:nvGraphicFramePr><p:xfrm/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        f"<a:tblPr {flags}/>{''.join(f'<a:tr>{row}</a:tr>' for row in rows)}</a:tbl></a:graphicData></a:graphic>"
        "</p:graphicFrame>"
    )


def cell(text: str, attributes: str = "") -> str:
    return f"<a:tc {attributes}><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>"


@pytest.mark.parametrize(
    ("flags", "header_rows", "header_column"),
    [('firstRow="1"', 1, False), ('firstCol="1"', 0, True), ('bandRow="1"', 0, False)],
)
def test_a_table_has_the_headers_that_are_marked(flags: str, header_rows: int, header_column: bool) -> None:
    office = read(
        table(flags, cell("Tid") + cell("Punkt"), cell("18.00") + cell("Start")),
    )
    (found,) = office.tables
    assert (found.header_rows, found.header_column) == (header_rows, header_column)
    (block,) = office.content.tables()
    assert any(c.header for c in block.cells()) == (header_rows > 0 or header_column)


def test_merged_cells_are_one_with_spans() -> None:
    (found,) = read(
        table("", cell("a", 'gridSpan="2"') + cell("", 'hMerge="1"'), cell("b") + cell("c", 'rowSpan="2"'))
    ).tables
    assert [[(c.text, c.columns, c.rows) for c in row.cells] for row in found.rows] == [
        [("a", 2, 1)],
        [("b", 1, 1), ("c", 1, 2)],
    ]


def test_a_link_in_text_has_its_text_and_target() -> None:
    office = read(
        text_shape("programmet", run='<a:rPr><a:hlinkClick r:id="rIdL" tooltip="Till webben"/></a:rPr>'),
        related={"rIdL": ("hyperlink", "https://forum.example.se/a")},
    )
    (link,) = office.links()
    assert (link.text, link.target, link.tooltip) == (
        "programmet",
        "https://forum.example.se/a",
        "Till webben",
    )
    assert look(office).colour == "0563C1"
    assert [found.target for found in office.content.links()] == ["https://forum.example.se/a"]


def test_notes_are_read_and_are_no_content() -> None:
    placed = text_shape("Säg hej", placeholder='type="body" idx="1"') + text_shape(
        "1", placeholder='type="sldNum"'
    )
    notes = f"<p:notes {NAMESPACES}><p:cSld><p:spTree>{placed}</p:spTree></p:cSld></p:notes>"
    office = read(
        text_shape("Hej"),
        related={"rIdN": ("notesSlide", "../notesSlides/notesSlide1.xml")},
        more={"ppt/notesSlides/notesSlide1.xml": notes},
    )
    (note,) = office.slides[0].notes
    assert (note.text, note.place.area) == ("Säg hej", "speaker notes")
    assert list(office.content.text()) == ["Hej"]


def test_sections_have_names_and_slides() -> None:
    sections = (
        '<p:extLst><p:ext uri="x"><p14:sectionLst><p14:section name="Inledning"><p14:sldIdLst><p14:sldId id="257"/>'
        '</p14:sldIdLst></p14:section><p14:section name="Beslut"><p14:sldIdLst><p14:sldId id="258"/></p14:sldIdLst>'
        "</p14:section></p14:sectionLst></p:ext></p:extLst>"
    )
    office = read(text_shape("a"), text_shape("b"), presentation=sections)
    assert [(section.name, section.first) for section in office.slide_sections] == [
        ("Inledning", 1),
        ("Beslut", 2),
    ]
    assert [slide.section for slide in office.slides] == ["Inledning", "Beslut"]


def test_a_hidden_slide_is_known() -> None:
    office = read(text_shape("a"), text_shape("b"), of_slide='show="0"')
    assert [slide.hidden for slide in office.slides] == [True, False]


def test_the_content_is_title_text_and_lists_slide_by_slide() -> None:
    office = read(
        text_shape("Dagordning", placeholder='type="title"')
        + text_shape("Val av styrelse", placeholder='idx="7"')
        + text_shape("Kaffe finns", properties=SMALL)
        + text_shape("3", placeholder='type="sldNum" idx="6"')
    )
    told = [(type(block), getattr(block, "text", "")) for block in office.content.blocks]
    assert told == [(Heading, "Dagordning"), (ListItem, "Val av styrelse"), (Paragraph, "Kaffe finns")]


def test_a_chart_diagram_and_object_are_known() -> None:
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="6" name="Ram"/></p:nvGraphicFramePr><p:xfrm/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/{}">{}</a:graphicData></a:graphic></p:graphicFrame>'
    ).format
    office = read(
        frame("drawingml/2006/chart", '<c:chart r:id="rIdC"/>')
        + frame("drawingml/2006/diagram", '<dgm:relIds r:dm="rIdD"/>')
        + frame("presentationml/2006/ole", '<p:oleObj progId="Excel.Sheet.12"/>')
    )
    assert [shape.kind for shape in office.shapes] == ["chart", "diagram", "object"]
    assert office.shapes[2].program == "Excel.Sheet.12"
    assert len(list(office.content.pictures())) == 3


def test_comments_are_counted() -> None:
    comments = f"<p:cmLst {NAMESPACES}><p:cm/><p:cm/></p:cmLst>"
    office = read(
        text_shape("a"),
        related={"rIdC": ("comments", "../comments/comment1.xml")},
        more={"ppt/comments/comment1.xml": comments},
    )
    assert office.revisions.comments == 2


def test_times_of_slides_do_not_count_where_the_show_does_not_use_them() -> None:
    parts = {
        "ppt/presProps.xml": f'<p:presentationPr {NAMESPACES}><p:showPr useTimings="0"/></p:presentationPr>',
        "ppt/_rels/presentation.xml.rels": relations(
            {"rId1": ("slide", "slides/slide1.xml"), "rIdPP": ("presProps", "presProps.xml")}
        ),
    }
    office = read(text_shape("a"), after='<p:transition advTm="3000"/>', more=parts)
    assert office.slides[0].transition is not None
    assert office.slides[0].transition.advance_after is None


TABLE_STYLES = (
    f'<a:tblStyleLst {NAMESPACES} def="x"><a:tblStyle styleId="{{ABC}}"><a:wholeTbl><a:tcTxStyle>'
    '<a:schemeClr val="dk1"/></a:tcTxStyle><a:tcStyle><a:fill><a:solidFill><a:srgbClr val="EEEEEE"/></a:solidFill>'
    '</a:fill></a:tcStyle></a:wholeTbl><a:firstRow><a:tcTxStyle b="on"><a:fontRef idx="minor"><a:schemeClr val="lt1"/>'
    "</a:fontRef></a:tcTxStyle><a:tcStyle><a:fill><a:solidFill><a:schemeClr "
    'val="accent1"/></a:solidFill></a:fill></a:tcStyle></a:firstRow></a:tblStyle></a:tblStyleLst>'
)


@pytest.mark.parametrize(
    ("style", "looks"),
    [
        ("{ABC}", [(True, "FFFFFF", "4472C4"), (False, "000000", "EEEEEE")]),
        ("{NOT-IN-THE-FILE}", [(False, None, None), (False, None, None)]),
        ("", [(False, "000000", "FFFFFF"), (False, "000000", "FFFFFF")]),
    ],
    ids=["in the file", "not in the file", "none"],
)
def test_the_table_style_gives_cells_their_look(style: str, looks: list[tuple[object, ...]]) -> None:
    made = table('firstRow="1"', cell("Tid"), cell("18.00")).replace(
        '<a:tblPr firstRow="1"/>',
        f'<a:tblPr firstRow="1"><a:tableStyleId>{style}</a:tableStyleId></a:tblPr>',
    )
    made = made.replace("<p:xfrm/>", '<p:xfrm><a:off x="0" y="0"/><a:ext cx="127000" cy="127000"/></p:xfrm>')
    office = read(
        made,
        more={
            "ppt/tableStyles.xml": TABLE_STYLES,
            "ppt/_rels/presentation.xml.rels": relations(
                {"rId1": ("slide", "slides/slide1.xml"), "rIdT": ("tableStyles", "tableStyles.xml")}
            ),
        },
    )
    formats = [run.format for paragraph in office.paragraphs for run in paragraph.runs]
    assert [(f.bold, f.colour, f.background) for f in formats] == looks


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ('<a:rPr u="sng" strike="sngStrike" cap="all" baseline="30000"/>', (True, True, True, 1)),
        ('<a:rPr u="none" strike="noStrike" cap="none" baseline="-25000"/>', (False, False, False, -1)),
        ("", (False, False, False, 0)),
    ],
)
def test_what_is_set_on_a_run_is_seen(run: str, expected: tuple[object, ...]) -> None:
    found = look(read(text_shape("a", run=run)))
    assert (found.underline, found.strike, found.capitals, found.raised) == expected


def test_highlighted_text_lies_on_its_highlight() -> None:
    found = look(
        read(text_shape("a", run='<a:rPr><a:highlight><a:srgbClr val="FFFF00"/></a:highlight></a:rPr>'))
    )
    assert (found.background, found.highlighted) == ("FFFF00", True)


def test_breaks_fields_and_formulas_are_text() -> None:
    body = (
        "<p:sp><p:nvSpPr><p:cNvPr id='1' name='T'/></p:nvSpPr><p:spPr/><p:txBody><a:p><a:r><a:t>Bild</a:t></a:r>"
        "<a:br/><a:fld type='slidenum'><a:t>3</a:t></a:fld><mc:AlternateContent><mc:Choice Requires='a14'><m:oMath>"
        "<m:r><m:t>x+y</m:t></m:r></m:oMath></mc:Choice></mc:AlternateContent></a:p></p:txBody></p:sp>"
    )
    (found,) = read(body).paragraphs
    assert found.text == "Bild\n3x+y"
    assert [field.code for field in found.fields] == ["PAGE"]


def test_pieces_of_one_link_are_one_link_and_one_within_the_deck_names_its_place() -> None:
    click = '<a:rPr><a:hlinkClick r:id="rIdL"/></a:rPr>'
    jump = '<a:rPr b="1"><a:hlinkClick r:id="" action="ppaction://hlinkshowjump?jump=nextslide"/></a:rPr>'
    runs = (
        f"<a:r>{click}<a:t>pro</a:t></a:r><a:r>{click}<a:t>gram</a:t></a:r><a:r>{jump}<a:t>Nästa</a:t></a:r>"
    )
    shape = text_shape("", name="T").replace("<a:r><a:t></a:t></a:r>", runs)
    office = read(shape, related={"rIdL": ("hyperlink", "https://forum.example.se/a")})
    assert [(link.text, link.target, link.bookmark) for link in office.links()] == [
        ("program", "https://forum.example.se/a", ""),
        ("Nästa", "", "nextslide"),
    ]


def test_line_height_in_points_is_exact() -> None:
    exact = (
        '<a:pPr algn="just"><a:lnSpc><a:spcPts val="1200"/></a:lnSpc>'
        '<a:spcBef><a:spcPts val="600"/></a:spcBef></a:pPr>'
    )
    shape = text_shape("a").replace("<a:p><a:r>", f"<a:p>{exact}<a:r>")
    found = read(shape).paragraphs[0].format
    assert (found.alignment, found.line_height, found.line_height_is_exact, found.before) == (
        "justified",
        12.0,
        True,
        6.0,
    )


def test_the_style_of_a_shape_gives_it_fill_and_text_colour() -> None:
    style = (
        '<p:style><a:lnRef idx="2"/><a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef><a:effectRef idx="0"/>'
        '<a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></p:style>'
    )
    found = look(read(text_shape("a", properties=SMALL, after=style)))
    assert (found.colour, found.background) == ("FFFFFF", "4472C4")


@pytest.mark.parametrize(
    ("decoration", "background"),
    [
        (f"<p:pic><p:nvPicPr/><p:blipFill/><p:spPr>{LARGE}</p:spPr></p:pic>", None),
        (f"<p:sp><p:nvSpPr/><p:spPr>{LARGE}{SOLID('1F3864')}</p:spPr></p:sp>", "1F3864"),
        ("", "FFFFFF"),
    ],
    ids=["picture", "colour", "nothing"],
)
def test_what_the_layout_paints_lies_behind_the_text(decoration: str, background: str | None) -> None:
    office = read(text_shape("a", properties=SMALL), layout=decoration)
    assert look(office).background == background


def test_word_art_lines_and_drawings_are_told_apart() -> None:
    bent = '<a:bodyPr><a:prstTxWarp prst="textArchUp"/></a:bodyPr>'
    line = "<p:cxnSp><p:nvCxnSpPr><p:cNvPr id='1' name='Linje'/></p:nvCxnSpPr><p:spPr/></p:cxnSp>"
    office = read(text_shape("Välkommen", body=bent) + line + text_shape("", properties=SMALL))
    assert [(shape.kind, shape.word_art) for shape in office.shapes] == [
        ("text", True),
        ("line", False),
        ("drawing", False),
    ]
