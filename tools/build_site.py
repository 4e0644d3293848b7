"""Build the site: README and docs as HTML in site/, with a page of its own in each language for each rule.

python tools/build_site.py [FOLDER]
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from jinja2 import Environment, FileSystemLoader
from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(__file__).resolve().parent
SOURCES = ("*.md", "docs/*.md", "docs/decisions/*.md", "docs/rules/*.md", "benchmarks/*.md")
RULES = "docs/rules/"
HOME = {"en": "index.html", "sv": "sv/index.html"}
SAY = {
    "en": {
        "skip": "To the text",
        "switch": "Svenska",
        "pages": "Pages",
        "start": "Start page",
        "rules": "All rules",
    },
    "sv": {
        "skip": "Till texten",
        "switch": "English",
        "pages": "Sidor",
        "start": "Startsida",
        "rules": "Alla regler",
    },
}
SWEDISH_PART = "På svenska"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site; ``other`` is where it is in the other language, empty where it is not."""

    path: str
    language: str
    title: str
    body: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    path: str
    language: str
    title: str


def place(source: str, language: str) -> str:
    """Where a file of the repository comes to stand in the site: docs/rules/README.md at sv/rules/index.html."""
    swedish = source.endswith(".sv.md") or (language == "sv" and source.startswith(RULES))
    path = source.removeprefix("docs/").replace(".sv.md", ".md")
    path = re.sub(r"(^|/)README\.md$", r"\1index.md", path)
    return ("sv/" if swedish else "") + path.removesuffix(".md") + ".html"


def sources() -> list[str]:
    found = (path for pattern in SOURCES for path in ROOT.glob(pattern))
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


def texts(source: str) -> Iterator[tuple[str, str]]:
    """The Markdown of a file by language: files of rules hold both."""
    text = (ROOT / source).read_text("utf-8")
    if source == f"{RULES}README.md":
        rows = [re.split(r" ?\| ?", line) for line in text.splitlines() if line.startswith("|")]
        for language, title, column in (("en", "Rules", 2), ("sv", "Regler", 3)):
            table = [f"| {row[1]} | {row[column]} |" for row in rows]
            yield language, "\n".join([f"# {title}", "", *table]).replace("| Rule |", f"| {title} |")
    elif source.startswith(RULES):
        yield from zip(("en", "sv"), text.split("\n---\n\n"), strict=True)
    else:
        yield ("sv" if source.endswith(".sv.md") else "en"), text


def pages() -> Iterator[Page]:
    known = sources()
    for source in known:
        for language, text in texts(source):
            other = "en" if language == "sv" else "sv"
            twin = source.replace(".sv.md", ".md") if language == "sv" else source.replace(".md", ".sv.md")
            if source.startswith(RULES):
                twin = source
            yield Page(
                place(source, language),
                language,
                _title(text).partition(" · ")[0],
                _body(text, source, language),
                place(twin, other) if twin in known else "",
            )


@cache
def links(language: str) -> list[Link]:
    """The pages that every page leads to: the guides, under their names in this language where they have one."""
    made = [Link(HOME[language], language, SAY[language]["start"])]
    made.append(Link(place(f"{RULES}README.md", language), language, SAY[language]["rules"]))
    for path in sorted((ROOT / "docs").glob("*.md")):
        text = path.read_text("utf-8")
        english, _, swedish = _title(text).partition(" · ")
        to = place(f"docs/{path.name}", language)
        if language == "sv" and f"## {SWEDISH_PART}" in text:
            to += f"#{_slug(SWEDISH_PART)}"
        if not path.name.endswith(".sv.md"):
            made.append(Link(to, "sv", swedish) if language == "sv" and swedish else Link(to, "en", english))
    return made


def _title(text: str) -> str:
    return re.sub(r"[`*]", "", text.partition("\n")[0].removeprefix("# "))


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _body(text: str, source: str, language: str) -> str:
    tokens = _markdown().parse(text)
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type == "heading_open" and following:
            token.attrSet("id", _slug(following.content))
        if token.type == "paragraph_open" and following and re.match(r"[*\[]+På svenska", following.content):
            token.attrSet("lang", "sv")
        for child in token.children or ():
            if child.type in ("link_open", "image"):
                _lead(child, source, language)
    html: str = _markdown().renderer.render(tokens, _markdown().options, {})
    html = re.sub(r"(<h1[^>]*>[^<]*?) · ([^<]*)</h1>", r'\1 <span lang="sv">· \2</span></h1>', html)
    part = f'<h2 id="{_slug(SWEDISH_PART)}">'
    before, found, after = html.partition(part)
    return f'{before}<div lang="sv">{found}{after}</div>' if found else html


def _lead(token: Token, source: str, language: str) -> None:
    """Let a link or picture lead to where its file stands in the site; what is no page is copied there."""
    name = "src" if token.type == "image" else "href"
    target, hash_sign, part = str(token.attrGet(name)).partition("#")
    if not target or re.match(r"[a-z]+:", target):
        return
    file = os.path.normpath(PurePosixPath(source).parent / target)
    to = place(file, language) if file.endswith(".md") else file
    here = PurePosixPath(place(source, language)).parent
    token.attrSet(name, os.path.relpath(to, here) + hash_sign + part)
    of_it = "sv" if to.startswith("sv/") else "en"
    if file.endswith(".md") and of_it != language:
        token.attrSet("hreflang", of_it)
        if to == HOME[of_it]:
            token.attrSet("lang", of_it)  # such a link is written for those who read that language


def _slug(heading: str) -> str:
    """The name of a heading's place, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-")


def copied(html: str, path: str) -> Iterator[str]:
    """The files of the repository that a page leads to and that are no pages."""
    for target in re.findall(r'(?:href|src)="([^"#:]+)', html):
        file = os.path.normpath(PurePosixPath(path).parent / target)
        if not file.endswith(".html") and (ROOT / file).is_file():
            yield file


def build(folder: Path) -> int:
    """Write the site into ``folder``, which is made anew; return how many pages it has."""
    shutil.rmtree(folder, ignore_errors=True)
    template = Environment(loader=FileSystemLoader(TOOLS), autoescape=True).get_template("site.html.jinja")
    number = 0
    for page in pages():
        other = "en" if page.language == "sv" else "sv"
        html = template.render(
            page=page,
            up="../" * page.path.count("/"),
            say=SAY[page.language],
            home=HOME[page.language],
            other_home=HOME[other],
            other_language=other,
            links=links(page.language),
        )
        file = folder / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, "utf-8")
        for name in copied(page.body, page.path):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
        number += 1
    return number


if __name__ == "__main__":
    to = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    print(f"{build(to)} pages in {to}")
