"""HTML in mails and calendar events, without a browser."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck.documents.content import Heading, ListItem, Paragraph, Picture, Table
from a11ycheck.documents.markup.model import StyledText
from a11ycheck.documents.markup.read import read_markup
from a11ycheck.documents.markup.styles import Sheet, colour
from a11ycheck.outcome import Where


def texts(html: str, kind: type) -> list[str]:
    return [block.text for block in read_markup(html).blocks if isinstance(block, kind)]


def only_style(html: str) -> StyledText:
    (style,) = read_markup(html).styled
    return style


class TestBlocks:
    def test_headings_paragraphs_and_lists(self) -> None:
        html = "<h1>A</h1><p>b <b>c</b></p>d<br>e<br><br>f<ul><li>g<li><p>h</p></ul>"
        assert texts(html, Heading) == ["A"]
        assert texts(html, Paragraph) == ["b c", "d e", "f"]
        assert texts(html, ListItem) == ["g", "h"]

    def test_a_heading_without_text_is_kept_as_empty(self) -> None:
        assert texts("<h2> </h2><p>x</p>", Heading) == [""]
        assert texts("<h2><img src=a alt=Forum></h2>", Heading) == []

    def test_nothing_of_scripts_styles_and_comments(self) -> None:
        html = "<title>t</title><style>p{}</style><script>s</script><!-- c --><!--[if mso]><p>m</p><![endif]--><p>x</p>"
        assert read_markup(html).text == "x"

    def test_a_table_of_data_has_rows_and_one_for_layout_has_none(self) -> None:
        data = read_markup(
            "<table><tr><th>Tid<th>Punkt<tr><td>13<td>Start <a href=mailto:a@b.se>a@b.se</a></table>"
        )
        (table,) = (block for block in data.blocks if isinstance(block, Table))
        assert [[cell.text for cell in row] for row in table.rows] == [
            ["Tid", "Punkt"],
            ["13", "Start a@b.se"],
        ]
        assert [cell.header for cell in table.rows[0]] == [True, True]
        assert not data.layout_tables
        assert len(list(data.blocks)) == 2
        layout = read_markup(f"<table><tr><td>{'En hel text. ' * 20}</td></tr></table>")
        assert len(layout.layout_tables) == 1
        assert texts(f"<table><tr><td>{'x ' * 90}</td></tr></table>", Table) == []

    @pytest.mark.parametrize(
        ("attributes", "alt", "decorative"),
        [
            ("", None, False),
            ("alt='Karta'", "Karta", False),
            ("alt=''", "", True),
            ("alt='Karta' role=presentation", "Karta", True),
        ],
    )
    def test_pictures(self, attributes: str, alt: str | None, decorative: bool) -> None:
        (picture,) = read_markup(f"<img src=karta.png {attributes}>").blocks
        assert isinstance(picture, Picture)
        assert (picture.alt, picture.decorative) == (alt, decorative)

    def test_a_linked_picture_without_words_is_one_fault(self) -> None:
        assert [type(block) for block in read_markup("<a href=x><img src=a.png></a>").blocks] == [Picture]
        assert len(read_markup("<a href=x><img src=a.png alt=''></a>").blocks) == 2
        assert len(read_markup("<a href=x>Forum <img src=a.png></a>").blocks) == 3

    def test_pictures_that_nobody_sees_are_none(self) -> None:
        markup = read_markup(
            "<img src=a width=1 height=1><img src=b style='height:0px'><img src=c width=1 alt=''>"
        )
        assert not markup.blocks
        assert len(markup.spacers) == 2

    def test_languages_are_those_in_force(self) -> None:
        markup = read_markup(
            "<html lang=sv><p>a</p><p lang=en>b <i>c</i></p><div lang=de><p>d</p></div></html>"
        )
        assert [block.language for block in markup.blocks] == ["sv", "en", "de"]
        assert markup.language == "sv"


class TestStyles:
    def test_contrast_is_that_of_wcag(self) -> None:
        assert round(StyledText(Where(), "x", (0x76,) * 3).ratio, 2) == 4.54
        assert round(StyledText(Where(), "x", (0, 0, 0)).ratio, 2) == 21.0

    @pytest.mark.parametrize(
        ("size", "bold", "needed"),
        [(16, False, 4.5), (24, False, 3.0), (18.6, True, 3.0), (18.6, False, 4.5)],
    )
    def test_large_text_needs_less(self, size: float, bold: bool, needed: float) -> None:
        assert StyledText(Where(), "x", size=size, bold=bold).needed == needed

    @pytest.mark.parametrize(
        "html",
        [
            "<p style='color:#999'>x</p>",
            "<p style='COLOR: #999999 !important'>x</p>",
            "<font color=#999999>x</font>",
            "<style>p { color: rgb(153,153,153) }</style><p>x</p>",
            "<style>.a, .b { color: #999 }</style><p class='c b'>x</p>",
            "<div style='color:#999'><p><span>x</span></p></div>",
            "<body text=#999999>x</body>",
        ],
    )
    def test_colours_come_from_where_mail_sets_them(self, html: str) -> None:
        assert only_style(html).colour == (0x99,) * 3

    @pytest.mark.parametrize(
        "html",
        [
            "<div style='background-image:url(a.png)'>x</div>",
            "<div style='background:linear-gradient(red,blue)'>x</div>",
            "<table background=a.png><tr><td>x</table>",
            "<p style='color:rgba(0,0,0,.5)'>x</p>",
            "<p style='color:var(--a)'>x</p>",
        ],
    )
    def test_what_cannot_be_told_is_left_out(self, html: str) -> None:
        assert read_markup(html).styled == ()

    def test_rules_for_some_screens_do_not_count(self) -> None:
        assert Sheet(["@media (prefers-color-scheme: dark) { p { color: white } } p { color: red }"]).of(
            "p", "", ""
        ) == {"color": "red"}

    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ("red", (255, 0, 0)),
            ("#abc", (170, 187, 204)),
            ("336699", (51, 102, 153)),
            ("nonsense", None),
            ("#12", None),
        ],
    )
    def test_colours_are_read(self, written: str, meant: tuple[int, int, int] | None) -> None:
        assert colour(written) == meant

    def test_hidden_text_is_set_apart(self) -> None:
        markup = read_markup("<div style='max-height:0;overflow:hidden'>Om mötet&zwnj;&nbsp;</div><p>x</p>")
        assert [(each.text, each.padding) for each in markup.hidden] == [("Om mötet", 2)]
        assert markup.text == "x"
        assert read_markup("<p style='display:none'>y</p><p>x</p>").hidden == ()


DEAR = {
    "nested elements": "<div>" * 100_000 + "x",
    "nested tables": "<table><tr><td>" * 20_000,
    "links": "<a href=x>y</a>" * 60_000,
    "paragraphs": "<p>x</p>" * 60_000,
    "a long style": f"<p style='{'color:red;' * 100_000}'>x</p>",
    "a long sheet": f"<style>{'a{color:red}' * 100_000}</style><p>x</p>",
    "a sheet of braces": f"<style>{'{' * 100_000}</style><p>x</p>",
    "a wide table": "<table><tr><th colspan=999999999>a</th><td rowspan=999999999>b</td></tr></table>",
    "a long text": "x " * 3_000_000,
}


SAID = {"nested elements", "nested tables", "links", "paragraphs", "a long text"}


@pytest.mark.parametrize("name", DEAR)
def test_dear_html_is_read_within_limits_and_what_is_left_out_is_said(name: str) -> None:
    markup = read_markup(DEAR[name])
    assert len(markup.blocks) <= 60_000
    assert len(markup.text) <= 5_000_000
    assert bool(markup.unread) is (name in SAID)


def test_nothing_is_fetched_and_no_entity_is_expanded() -> None:
    html = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;</p><img src="http://127.0.0.1:9/x" alt="a">'
    assert "root:" not in read_markup(html).text


@given(st.text(max_size=300))
def test_any_text_is_read(html: str) -> None:
    read_markup(html)
    assert read_markup(f"<table><tr><td>{html}</td></tr></table>").unread in (
        "",
        "HTML nested beyond a limit",
    )
