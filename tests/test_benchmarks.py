"""The parts of the benchmarks that make tables and pictures say what was measured."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from a11ycheck.documents.captions.open import open_captions
from a11ycheck.documents.colour_contrast import ratio
from places import ROOT

BENCHMARKS = ROOT / "benchmarks"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def benchmarks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    # A module of the tests has the same name as one of theirs.
    of_tests = sys.modules.pop("pages", None)
    yield
    sys.modules.pop("pages", None)
    if of_tests is not None:
        sys.modules["pages"] = of_tests


def test_what_is_measured_is_of_all_processes() -> None:
    from measure import run

    spend = "x = bytearray({size}); sum(range(3_000_000))"
    inner = spend.format(size=60_000_000)
    program = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    outer, alone = run([sys.executable, "-c", program]), run([sys.executable, "-c", inner])
    assert outer.cpu > alone.cpu * 0.5
    if sys.platform == "linux":
        assert outer.memory > 60_000_000 > outer.first > 1_000_000


def test_a_command_that_fails_is_not_measured(tmp_path: Path) -> None:
    from measure import run

    told = tmp_path / "told.txt"
    with pytest.raises(RuntimeError, match="ended with 7"):
        run([sys.executable, "-c", "import sys; sys.exit('no' and 7)"], errors=told)
    run([sys.executable, "-c", "import sys; sys.exit('why')"], errors=told)
    assert told.read_text() == "why\n"


def test_of_several_runs_the_one_with_the_least_cpu_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import measure

    costs = iter([measure.Cost(3, 1), measure.Cost(30, 1), measure.Cost(2, 9), measure.Cost(40, 1)])
    monkeypatch.setattr(measure, "run", lambda *_, **__: next(costs))
    told = measure.in_turn({"ours": measure.Command(["a"]), "theirs": measure.Command(["b"])}, times=2)
    assert told == {"ours": measure.Cost(2, 9), "theirs": measure.Cost(30, 1)}


def test_what_is_cut_short_does_not_count() -> None:
    from measure import Command, CutShort, in_turn

    command = Command([sys.executable, "-c", "print('it took\\n  too long')"], refuse=["took too long"])
    with pytest.raises(CutShort, match="stopped before its end"):
        in_turn({"": command}, times=2)
    assert in_turn({"": Command(command.words, refuse=["took less"])}, times=1)[""].cpu > 0


def test_a_table_has_each_tool_beside_ours_and_the_last_time() -> None:
    from record import Part, Row, part_table

    from measure import Cost

    peers = {"one": Cost(0.5, 1, 2_000_000), "other": Cost(2, 3)}
    part = Part(
        "Kind",
        [Row("small", Cost(1, 1.5, 30_000_000, 20_000_000), peers), Row("large", Cost(0.012, 20))],
        "end",
    )
    lines = part_table(part, "today", {"small": Cost(2, 1)}).splitlines()
    assert lines[0] == "### Kind, today"
    assert lines[4:] == [
        "| small | 1.00 s | 1.50 s | 30 MB | 20 MB | one | 0.50 s | 1.00 s | 2 MB | 2.00 | 0.50 |",
        "| the same |  |  |  |  | other | 2.00 s | 3.00 s | – | 0.50 |  |",
        "| large | 12 ms | 20 s | – | – |  |  |  |  |  | – |",
        "",
        "end",
    ]
    assert part_table(Part("Kind", [], "### Only\n\nthis"), "today") == "### Only, today\n\nthis"


def test_what_changed_since_is_told_beyond_what_differs_anyway() -> None:
    from record import Part, Row, changes

    from measure import Cost

    part = Part(
        "Kind", [Row("a", Cost(1, 1)), Row("b", Cost(1, 1)), Row("c", Cost(3, 1)), Row("new", Cost(1, 1))]
    )
    before = {"kind": {"a": Cost(1.1, 1), "b": Cost(2, 1), "c": Cost(1, 1)}}
    assert changes({"kind": part}, before) == (
        "Of 3 rows, 1 took the same CPU time as the last time, within 15%. c: 3.00 times. b: 0.50 times."
    )
    assert changes({"kind": part}, {}).startswith("Nothing was measured earlier")


def test_what_is_kept_is_read_again_and_other_parts_stay(tmp_path: Path) -> None:
    from record import Machine, Part, Row, costs_of, known, with_parts

    from measure import Cost

    file = tmp_path / "results.json"
    assert costs_of(known(file)) == {}
    machine = Machine("2026-01-01 10:00", "one core", 1.0)
    first = with_parts(
        known(file), {"a": Part("A", [Row("x", Cost(1.5, 2, 3, 4), {"peer": Cost(1, 1)})])}, machine
    )
    file.write_text(json.dumps(first), "utf-8")
    both = with_parts(known(file), {"b": Part("B", [Row("y", Cost(0.123456, 2))])}, machine)
    assert costs_of(both) == {"a": {"x": Cost(1.5, 2, 3, 4)}, "b": {"y": Cost(0.1235, 2)}}
    assert both["parts"]["a"]["rows"]["x"]["beside"]["peer"]["cpu"] == 1


def test_a_page_is_renewed_beneath_one_heading_alone() -> None:
    from record import replaced, with_newest_first

    page = "# Page\n\nText.\n\n## Figures\n\nold\n\nolder\n\n## More\n\nstays\n"
    assert (
        replaced(page, "## Figures", "new\n") == "# Page\n\nText.\n\n## Figures\n\nnew\n\n## More\n\nstays\n"
    )
    assert replaced("## Figures\n\nold\n", "## Figures", "new") == "## Figures\n\nnew\n"
    with pytest.raises(ValueError, match="no heading '## Fig'"):
        replaced(page, "## Fig", "new")
    assert (
        with_newest_first("# P\n\nText.\n\n## 1\n\na\n", "## 2\n\nb\n\n")
        == "# P\n\nText.\n\n## 2\n\nb\n\n## 1\n\na\n"
    )


GROWN = {
    "documents": [(10, 0.5), (100, 3.0), (1000, 28.0), (10000, 280.0)],
    "pdf": [(10, 0.4), (100, 1.25), (1000, 9.0)],
    "docx": [(10, 0.3), (100, 1.2)],
    "pptx": [(10, 0.3), (100, 1.19)],
}


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_picture_says_in_words_what_it_shows(language: str) -> None:
    import growth

    made = ElementTree.fromstring(growth.picture(GROWN, language))
    assert made.get("role") == "img"
    ids = {element.get("id"): element.text for element in made.iter() if element.get("id")}
    title, desc = (ids[name] for name in str(made.get("aria-labelledby")).split())
    assert title
    assert desc
    shown = [text.text for text in made.iter(f"{SVG}text")]
    for name, points in GROWN.items():
        words = growth.SERIES[name].say(language)
        assert words in shown
        assert f"{words[0].upper()}{words[1:]}: {growth.number(points[0][0], language)}" in desc
    lines = [line.get("points", "").split() for line in made.iter(f"{SVG}polyline")]
    assert [len(line) for line in lines] == [len(points) for points in GROWN.values()]
    for line in lines:  # more comes further to the right, and what costs more further up
        places = [tuple(map(float, point.split(","))) for point in line]
        assert places == sorted(places, key=lambda place: (place[0], -place[1]))
    # Not by colour alone: each is dashed in its own way and has its own mark.
    assert len({line.get("stroke-dasharray") for line in made.iter(f"{SVG}polyline")}) == len(GROWN)
    assert len(set(growth.LOOKS)) == len(set(growth.MARKS)) >= len(growth.SERIES)


def test_the_picture_can_be_seen_by_day_and_by_night() -> None:
    import growth

    for scheme in growth.STYLE.split("@media"):
        colours = {name: rgb(value) for name, value in re.findall(r"--(\w+): #(\w+)", scheme)}
        ground = colours.pop("ground")
        for name in colours.keys() - {"grid"}:
            # WCAG 1.4.3 for the words, 1.4.11 for what else must be seen; the grid only helps.
            assert ratio(colours[name], ground) >= (4.5 if name == "ink" else 3), name


def rgb(value: str) -> tuple[int, int, int]:
    whole = value if len(value) == 6 else "".join(digit * 2 for digit in value)
    red, green, blue = bytes.fromhex(whole)
    return red, green, blue


def test_labels_do_not_cover_each_other() -> None:
    import growth

    wanted = {"a": 100.0, "b": 101.0, "c": 102.0, "d": 200.0, "e": 40.0}
    places = growth.spread(wanted, 22)
    assert sorted(places, key=lambda name: places[name]) == sorted(wanted, key=lambda name: wanted[name])
    ordered = sorted(places.values())
    assert all(after - before >= 22 for before, after in pairwise(ordered))
    assert places["d"] == 200
    assert places["b"] == 101


def test_each_more_is_of_the_last_step() -> None:
    import growth

    assert growth.each_more([(10, 1.0), (100, 2.0), (1000, 20.0)]) == pytest.approx(0.02)
    table = growth.table_of(GROWN, "T", "sv").splitlines()
    assert table[2] == "| det som växer | 10 | 100 | 1\u00a0000 | 10\u00a0000 | var och en till |"
    assert table[5] == "| sidor i en taggad PDF | 0,40\u00a0s | 1,25\u00a0s | 9,00\u00a0s | – | 8,6\u00a0ms |"


def test_captions_made_have_as_many_cues_as_asked_for() -> None:
    import growth

    assert len(open_captions(growth.captions(1000)).cues) == 1000


def test_the_lint_beside_ours_finds_what_it_looks_at() -> None:
    good = ROOT / "fixtures" / "meetings" / "arsmote-sv" / "good" / "agenda.docx"
    lint = [sys.executable, str(BENCHMARKS / "docx_lint.py"), str(good), str(good.with_suffix(".odt"))]
    told = subprocess.run(lint, capture_output=True, text=True, check=True, timeout=60).stdout.splitlines()
    assert isinstance(json.loads(told[0]), list)
    assert isinstance(json.loads(told[1]), str)
