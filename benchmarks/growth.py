"""How the cost grows with what is checked: measured for 10, 100, 1,000 and 10,000, and drawn.

`python benchmarks/run.py --only growth --write` measures and writes docs/pictures/growth.svg, its Swedish twin, and the
figures in docs/speed.md.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import log10
from pathlib import Path

import long_documents
from record import Machine, replaced, seconds

from a11ycheck.documents.page.browser import CHOSEN, installed
from a11ycheck.trouble import REASONS
from measure import WITHOUT_BUBBLEWRAP, Command, CutShort, in_turn, table
from pages import event_page

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "speed.md"
PICTURES = ROOT / "docs" / "pictures"
GOOD = ROOT / "fixtures" / "meetings"
OURS = (sys.executable, "-m", "a11ycheck", "--exit-zero", "--no-cache", "--follow", "none")

CUT_SHORT = [REASONS[reason].en for reason in ("timed-out", "out-of-memory")]
"""What a report says of a document that met a limit: on a machine that is very busy, a long one may."""

Grown = Mapping[str, Sequence[tuple[int, float]]]
"""By name of what grows: how many, and seconds of CPU from the start of the program to its end."""


@dataclass(frozen=True, slots=True)
class Series:
    """What grows: its words in both languages, how many of it are tried, and what makes a file or folder of so many."""

    en: str
    sv: str
    sizes: Sequence[int]
    make: Callable[[Path, int], Path]

    def say(self, language: str) -> str:
        return self.sv if language == "sv" else self.en


def captions(cues: int) -> bytes:
    """A WebVTT file with so many cues of four seconds."""
    lines = ["WEBVTT\n"]
    for number in range(cues):
        start, text = number * 4, long_documents.SENTENCES[number % len(long_documents.SENTENCES)]
        lines.append(f"{_time(start)}.000 --> {_time(start + 3)}.900\n{_two_lines(text)}\n")
    return "\n".join(lines).encode()


def _time(second: int) -> str:
    return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"


def _two_lines(text: str) -> str:
    middle = text.rfind(" ", 0, len(text) // 2 + 4)
    return f"{text[:middle]}\n{text[middle + 1 :]}"


def _file(name: str, make: Callable[[int], bytes]) -> Callable[[Path, int], Path]:
    def made(folder: Path, size: int) -> Path:
        path = folder / name.format(size)
        if not path.exists():
            path.write_bytes(make(size))
        return path

    return made


def documents(folder: Path, size: int) -> Path:
    """A folder of so many small documents: mails, calendar files, PDF, Word, PowerPoint and OpenDocument in turn."""
    meeting = GOOD / "arsmote-sv" / "good"
    kinds = [
        meeting / name
        for name in ("invitation.eml", "meeting.ics", "agenda.docx", "agenda.odt", "slides.pptx")
    ]
    kinds.append(GOOD / "forumkonferensen" / "good" / "inbjudan.pdf")
    filled = folder / f"documents-{size}"
    filled.mkdir(exist_ok=True)
    for number in range(size):
        kind = kinds[number % len(kinds)]
        path = filled / f"{number:05}{kind.suffix}"
        if not path.exists():
            shutil.copyfile(kind, path)
    return filled


SERIES = {
    "documents": Series("documents in one run", "dokument i en körning", (10, 100, 1000, 10000), documents),
    "pdf": Series(
        "pages of a tagged PDF",
        "sidor i en taggad PDF",
        (10, 100, 1000),
        _file("long-{}.pdf", long_documents.pdf_bytes),
    ),
    "docx": Series(
        "pages of a Word document",
        "sidor i ett Word-dokument",
        (10, 100, 1000),
        _file("long-{}.docx", long_documents.make_docx),
    ),
    "pptx": Series(
        "slides of a deck",
        "bilder i en presentation",
        (10, 100, 1000),
        _file("long-{}.pptx", long_documents.make_pptx),
    ),
    "cues": Series(
        "captions of a film", "textrutor till en film", (10, 100, 1000, 10000), _file("cues-{}.vtt", captions)
    ),
    "elements": Series(
        "elements of a web page",
        "element på en webbsida",
        (100, 1000, 10000),
        _file("page-{}.html", lambda elements: event_page(1, elements).encode()),
    ),
}


def measured(folder: Path, quick: bool) -> dict[str, list[tuple[int, float]]]:
    """What each size of each series costs; ``quick`` leaves out the largest, and measures once."""
    environment = {**WITHOUT_BUBBLEWRAP, CHOSEN: installed() or ""}  # nothing is found by its name there
    grown = {}
    for name, series in SERIES.items():
        print(f"growth, {series.en} …", file=sys.stderr)
        points = []
        for size in series.sizes[:2] if quick else series.sizes:
            words: list[str | Path] = [*OURS, "--language", "en", series.make(folder, size)]
            command = Command(words, environment=environment, refuse=CUT_SHORT)
            try:
                cost = in_turn({"": command}, 1 if quick or size >= 10000 else 3)[""]
            except CutShort as reason:
                print(f"left out: {reason}", file=sys.stderr)
                break
            points.append((size, round(cost.cpu, 3)))
        grown[name] = points
    return grown


def each_more(points: Sequence[tuple[int, float]]) -> float:
    """Seconds for each one more, over the last step."""
    (before, less), (last, most) = points[-2:]
    return (most - less) / (last - before)


WORDS = {
    "en": {
        "what": "what grows",
        "more": "each one more",
        "title": "Seconds of computing, by how much is checked",
        "x": "how many",
        "y": "seconds",
        "desc": "Both axes are divided by tens. {} Figures of all points are in the table beneath the picture.",
        "point": "{size} take {cost}",
    },
    "sv": {
        "what": "det som växer",
        "more": "var och en till",
        "title": "Sekunder av beräkning, efter hur mycket som kontrolleras",
        "x": "antal",
        "y": "sekunder",
        "desc": "Båda axlarna är indelade i tiotal. {} Siffrorna för alla punkter finns i tabellen under bilden.",
        "point": "{size} tar {cost}",
    },
}


def number(value: int, language: str) -> str:
    """10,000 in English, 10 000 in Swedish, with a space that holds together."""
    return f"{value:,}".replace(",", "\u00a0" if language == "sv" else ",")


def said_cost(value: float, language: str) -> str:
    said = f"{value * 1000:.2g} ms" if value < 0.01 else seconds(value)
    return said.replace(".", ",").replace(" ", "\u00a0") if language == "sv" else said


def table_of(grown: Grown, title: str, language: str) -> str:
    """The figures, a row for each series; where a size was not measured there is a dash."""
    sizes = sorted({size for points in grown.values() for size, _ in points})
    words = WORDS[language]
    rows = []
    for name, points in grown.items():
        by_size = dict(points)
        costs = [said_cost(by_size[size], language) if size in by_size else "–" for size in sizes]
        rows.append([SERIES[name].say(language), *costs, said_cost(each_more(points), language)])
    return table(title, [words["what"], *(number(size, language) for size in sizes), words["more"]], rows)


def write(grown: Grown, machine: Machine) -> None:
    """Renew the pictures and the figures of the page."""
    for language, name in (("en", "growth.svg"), ("sv", "growth.sv.svg")):
        (PICTURES / name).write_text(picture(grown, language), "utf-8")
    text = PAGE.read_text("utf-8")
    day = machine.on.partition(" ")[0]
    for language, heading in (("en", "## The figures"), ("sv", "### Siffrorna")):
        _, _, rows = table_of(grown, "", language).partition("\n\n")
        measured_on = {
            "en": f"Measured on {day}: {machine.about}.",
            "sv": f"Uppmätt {day}: {machine.about.replace('cores', 'kärnor')}.",
        }[language]
        text = replaced(text, heading, f"{measured_on}\n\n{rows}")
    PAGE.write_text(text, "utf-8")


# The picture

WIDTH, HEIGHT = 860, 560
LEFT, RIGHT, TOP, BOTTOM = 70, 560, 60, 490
APART = 22.0
"""Between the middles of two labels, so that neither covers the other."""
LOOKS = ("", "9 5", "2 5", "14 4 2 4", "5 3", "20 6")
"""How lines are dashed: colour alone tells nobody which is which."""
MARKS = (
    '<circle cx="{x}" cy="{y}" r="5.5"/>',
    '<rect x="{x}" y="{y}" width="10" height="10" transform="translate(-5 -5)"/>',
    '<path d="M{x} {y}m0 -7l7 12h-14z"/>',
    '<path d="M{x} {y}m0 -7l7 7l-7 7l-7 -7z"/>',
    '<path d="M{x} {y}m0 7l7 -12h-14z"/>',
    '<path d="M{x} {y}m-2 -6h4v4h4v4h-4v4h-4v-4h-4v-4h4z"/>',
)
STYLE = """
svg { font: 16px system-ui, sans-serif; --ground: #fff; --ink: #1b1b1b; --grid: #d5d5d5; --guide: #6b6b6b;
  --c0: #0b4f79; --c1: #8a3b00; --c2: #1b6e3a; --c3: #6b2a8a; --c4: #a3133c; --c5: #4a4a00 }
@media (prefers-color-scheme: dark) { svg { --ground: #15181c; --ink: #f0f0f0; --grid: #3c4148; --guide: #a0a0a0;
  --c0: #7cc4f2; --c1: #f2a56b; --c2: #7fd79c; --c3: #d3a4f0; --c4: #ff9db4; --c5: #d9d46a } }
.ground { fill: var(--ground) } text { fill: var(--ink) } .grid { stroke: var(--grid) }
.lead { stroke: var(--guide); stroke-width: 1; fill: none } .line { fill: none; stroke-width: 3 }
"""


def picture(grown: Grown, language: str) -> str:
    """The growth as SVG: both axes by tens, a line for each series with its name at the end, for day and night."""
    words = WORDS[language]
    costs = [value for points in grown.values() for _, value in points]
    sizes = [size for points in grown.values() for size, _ in points]
    x_from, x_to = _tens(sizes)
    y_from, y_to = _tens(costs)

    def x(size: float) -> float:
        return round(LEFT + (log10(size) - x_from) / (x_to - x_from) * (RIGHT - LEFT), 1)

    def y(value: float) -> float:
        return round(BOTTOM - (log10(value) - y_from) / (y_to - y_from) * (BOTTOM - TOP), 1)

    body = [f'<rect class="ground" width="{WIDTH}" height="{HEIGHT}"/>']
    for power in range(x_from, x_to + 1):
        at = x(10**power)
        body.append(f'<path class="grid" d="M{at} {TOP}V{BOTTOM}"/>')
        body.append(
            f'<text x="{at}" y="{BOTTOM + 24}" text-anchor="middle">{number(10**power, language)}</text>'
        )
    for power in range(y_from, y_to + 1):
        at = y(10**power)
        said = number(10**power, language) if power >= 0 else f"{10.0**power:g}"
        said = said.replace(".", ",") if language == "sv" else said
        body.append(f'<path class="grid" d="M{LEFT} {at}H{RIGHT}"/>')
        body.append(f'<text x="{LEFT - 10}" y="{at + 5}" text-anchor="end">{said}</text>')
    body.append(f'<text x="{(LEFT + RIGHT) / 2}" y="{BOTTOM + 52}" text-anchor="middle">{words["x"]}</text>')
    body.append(f'<text x="10" y="{TOP - 24}">{words["y"]}</text>')
    ends = {name: y(points[-1][1]) for name, points in grown.items()}
    labels = spread(ends, APART)
    for index, (name, points) in enumerate(grown.items()):
        places = [(x(size), y(value)) for size, value in points]
        colour = f"var(--c{index % len(MARKS)})"
        line = " ".join(f"{across},{down}" for across, down in places)
        dashes = f' stroke-dasharray="{LOOKS[index % len(LOOKS)]}"' if LOOKS[index % len(LOOKS)] else ""
        body.append(f'<polyline class="line" style="stroke: {colour}"{dashes} points="{line}"/>')
        marks = "".join(MARKS[index % len(MARKS)].format(x=across, y=down) for across, down in places)
        body.append(f'<g style="fill: {colour}">{marks}</g>')
        (across, down), at = places[-1], labels[name]
        body.append(f'<path class="lead" d="M{across + 9} {down}L{RIGHT + 14} {at}"/>')
        mark = MARKS[index % len(MARKS)].format(x=RIGHT + 24, y=at)
        body.append(f'<g style="fill: {colour}">{mark}</g>')
        body.append(f'<text x="{RIGHT + 38}" y="{at + 5}">{escape(SERIES[name].say(language))}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
        f' lang="{language}" role="img" aria-labelledby="title desc">\n'
        f'<title id="title">{escape(words["title"])}</title>\n<desc id="desc">{escape(told(grown, language))}</desc>\n'
        f"<style>{STYLE}</style>\n" + "\n".join(body) + "\n</svg>\n"
    )


def told(grown: Grown, language: str) -> str:
    """The picture in words: of each line its first and last point."""
    words = WORDS[language]
    lines = []
    for name, points in grown.items():
        said = ", ".join(
            words["point"].format(size=number(size, language), cost=said_cost(value, language))
            for size, value in (points[0], points[-1])
        )
        what = SERIES[name].say(language)
        lines.append(f"{what[0].upper()}{what[1:]}: {said}.")
    return words["desc"].format(" ".join(lines))


def _tens(values: Sequence[float]) -> tuple[int, int]:
    """The powers of ten that hold all the values between them."""
    low = min(range(-4, 9), key=lambda power: (10.0**power > min(values) * 1.001, -power))
    high = next(power for power in range(low + 1, 10) if 10.0**power >= max(values) * 0.999)
    return low, high


def spread(wanted: Mapping[str, float], apart: float) -> dict[str, float]:
    """Places as near as can be to those wanted, in their order, with so much between each two."""
    places: dict[str, float] = {}
    groups: list[tuple[float, list[str]]] = []  # where a group begins, and its labels from there on
    for name in sorted(wanted, key=lambda name: wanted[name]):
        groups.append((wanted[name], [name]))
        while len(groups) > 1 and groups[-2][0] + apart * len(groups[-2][1]) > groups[-1][0]:
            _, names = groups.pop()
            names = groups.pop()[1] + names
            middle = sum(wanted[each] for each in names) / len(names)
            groups.append((middle - apart * (len(names) - 1) / 2, names))
    for begins, names in groups:
        places |= {name: round(begins + apart * index, 1) for index, name in enumerate(names)}
    return places
