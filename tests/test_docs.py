"""The documentation is complete and says what the code does."""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from types import ModuleType

import pytest

from a11ycheck import registry, ruleset
from a11ycheck.option_words import OPTION_WORDS
from a11ycheck.rule_page import WORDS, page
from browser import need_browser
from places import ROOT

MARKDOWN = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md")])
READMES = {"en": "README.md", "sv": "README.sv.md"}
RULES = {
    id: rule for id, rule in registry.all_rules().items() if rule.expects.__module__.startswith("a11ycheck.")
}


def tool(name: str) -> ModuleType:
    """A script of tools/, which is no package."""
    specification = importlib.util.spec_from_file_location(name, ROOT / f"tools/{name}.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules[name] = module  # its dataclasses look themselves up there
    specification.loader.exec_module(module)
    return module


def test_rule_pages_are_what_make_docs_writes() -> None:
    folder = ROOT / "docs" / "rules"
    written = {path.name: path.read_text("utf-8") for path in folder.glob("*.md")}
    assert written == tool("write_rule_pages").pages(), "run: make docs"


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_rules_page_has_why_who_how_and_an_example_failing_and_passing(rule, language: str) -> None:
    told = page(rule, ["pdf"], rule.meets, language)
    english, swedish = (ROOT / f"docs/rules/{rule.id}.md").read_text("utf-8").split("\n---\n\n")
    for text in (told, {"en": english, "sv": swedish}[language]):
        assert rule.why.say(language) in text
        assert rule.fix.general.say(language) in text
        assert all(steps.say(language) in text for steps in rule.fix.programs().values())
        assert all(message.say(language) in text for message in rule.messages.values())
        wrong, right = re.findall(r"^### (.+)\n\n(?=\S)", text, re.M)
        assert wrong in {WORDS[outcome].say(language) for outcome in ("failed", "cannot-tell")}
        assert right in {WORDS[outcome].say(language) for outcome in ("passed", "inapplicable")}
        assert text.count("```") in (0, 4)
    # In words, an example is filled in.
    assert "{" not in told.partition(f"## {WORDS['examples'].say(language)}")[2]


def test_every_option_is_explained_and_no_other() -> None:
    options = {f"{rule.id}.{name}" for rule in RULES.values() for name in rule.options}
    assert set(OPTION_WORDS) == options
    for text in OPTION_WORDS.values():
        assert text.en.endswith(".")
        assert text.sv.endswith(".")


def test_an_example_shows_what_tells_the_two_apart() -> None:
    excerpt = tool("write_rule_pages").excerpt
    lines = [f"line {number}" for number in range(50)]
    other = [*lines[:20], "another line", *lines[21:]]
    shown = excerpt(lines, other).splitlines()
    assert shown == ["…", *lines[17:24], "…"]
    assert excerpt(lines[:5], other) == "\n".join(lines[:5])
    long = "a" * 500
    assert "bcd" in excerpt([f"{long}bcd{long}"], [f"{long}xyz{long}"])
    assert len(excerpt([f"{long}bcd{long}"], [f"{long}xyz{long}"])) < 130


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", path.read_text("utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (path.parent / target).exists(), target


def test_every_decision_is_in_the_list() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = set(re.findall(r"\((\d{4}-[^)]+)\)", (folder / "README.md").read_text("utf-8")))
    assert listed == {path.name for path in folder.glob("[0-9]*.md")}


@pytest.mark.parametrize(("language", "name"), READMES.items())
def test_the_readmes_example_is_what_the_command_prints(language: str, name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    command, shown = re.search(r"```\n\$ (a11ycheck .+)\n((?s:.+?))```", text).groups()  # type: ignore[union-attr]
    words = [sys.executable, "-m", *shlex.split(command)]
    environment = {
        "PATH": os.environ["PATH"],
        "LANG": {"en": "en_GB.UTF-8", "sv": "sv_SE.UTF-8"}[language],
        "COLUMNS": "80",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=60)
    assert done.stdout.rstrip("\n") == shown.rstrip("\n")


@pytest.mark.parametrize("name", READMES.values())
def test_the_readme_names_every_ruleset_report_and_extra(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [f"a11ycheck[{extra}]" for extra in project["optional-dependencies"]]
    for named in [*ruleset.names(), *registry.report_names(), *extras]:
        assert f"`{named}`" in text


def test_both_readmes_lead_to_the_same_guides() -> None:
    guides = [
        set(re.findall(r"\((docs/\w+\.md)", (ROOT / name).read_text("utf-8"))) for name in READMES.values()
    ]
    wanted = ("review", "formats", "gates", "media", "captions", "recordings", "mending", "exemptions")
    for found in guides:
        assert {f"docs/{name}.md" for name in wanted} <= found


# The site


class Markup(HTMLParser):
    """What a page leads to, the places in it, and its headings and languages."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[Mapping[str, str | None]] = []
        self.places: list[str] = []
        self.tags: list[str] = []
        self.language = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        if tag == "html":
            self.language = found.get("lang") or ""
        if tag in ("a", "link", "img"):
            self.links.append({"to": found.get("href") or found.get("src"), **found})
        if place := found.get("id"):
            self.places.append(place)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    number = tool("build_site").build(folder)
    assert number == len(list(folder.rglob("*.html")))
    return folder


@pytest.fixture(scope="module")
def marked(site: Path) -> dict[str, Markup]:
    return {
        path.relative_to(site).as_posix(): Markup(path.read_text("utf-8")) for path in site.rglob("*.html")
    }


def led(marked: Mapping[str, Markup]) -> Iterator[tuple[str, str, str, Mapping[str, str | None]]]:
    """From each page: where a link within the site leads, the place on it, and the link."""
    for path, markup in marked.items():
        for link in markup.links:
            target, _, place = (link["to"] or "").partition("#")
            if not re.match(r"[a-z]+:", target):
                file = os.path.normpath(PurePosixPath(path).parent / target) if target else path
                yield path, file, place, link


def test_links_of_the_site_lead_somewhere(site: Path, marked: Mapping[str, Markup]) -> None:
    lost = {
        (path, file, place)
        for path, file, place, _ in led(marked)
        if not (site / file).is_file() or (place and place not in marked[file].places)
    }
    assert not lost


def test_each_rule_and_both_readmes_have_a_page_in_each_language(marked: Mapping[str, Markup]) -> None:
    for name in ("index.html", *(f"rules/{id}.html" for id in ("index", *RULES))):
        assert marked[name].language == "en"
        assert marked[f"sv/{name}"].language == "sv"


def test_pages_lead_to_their_twins_in_the_other_language(marked: Mapping[str, Markup]) -> None:
    twins = {(path, file) for path, file, _, link in led(marked) if link.get("rel") == "alternate"}
    assert twins
    assert all((file, path) in twins for path, file in twins)
    assert {("index.html", "sv/index.html"), ("rules/index.html", "sv/rules/index.html")} <= twins
    for path, file, _, link in led(marked):
        if "hreflang" in link:
            assert marked[file].language == link["hreflang"], path


def test_each_page_has_one_heading_of_the_first_level_and_no_place_twice(
    marked: Mapping[str, Markup],
) -> None:
    for path, markup in marked.items():
        assert markup.tags.count("h1") == 1, path
        assert len(set(markup.places)) == len(markup.places), path


def test_what_pages_say_cannot_become_markup(tmp_path: Path) -> None:
    builder = tool("build_site")
    body = builder._body(
        "# A <b>\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))\n", "docs/x.md", "en"
    )
    assert "<script" not in body
    assert 'href="javascript' not in body


def test_the_site_passes_the_gate(site: Path, tmp_path: Path) -> None:
    """All of axe-core's rules and ours for pages, as demands, on a page of each sort in both languages."""
    need_browser()
    sample = ("index.html", "sv/index.html", "gates.html", "sv/rules/page-changing-text.html")
    demands = tmp_path / "site.toml"
    demands.write_text('extends = "wcag22-aa"\nrequires = ["axe-*", "page-*"]\n', "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "a11ycheck", "--ruleset", str(demands), "--follow", "none", *sample],
        cwd=site,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "en_GB.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=180,
    )
    assert done.stdout.count("✓ Passes ") >= len(sample), done.stdout
    assert done.returncode == 0, done.stdout
