"""What a run costs, beside what one would pick instead: one command, one table for each kind of document.

    python benchmarks/run.py [--only pdf,office] [--quick] [--since] [--write] [--documents FOLDER] [--npm]

CPU time is that of the command with all that it starts; of several runs the one with the least is told, as other work
only adds to it. Ratios are worth more than seconds. ``--since`` says how each row compares with results.json, and
``--write`` renews that file, results.md and the picture in docs/speed.md.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import growth
import long_documents
import peers
import record
from record import Part, Row

from a11ycheck.documents.page.browser import CHOSEN, installed
from measure import WITHOUT_BUBBLEWRAP, Command, Cost, CutShort, in_turn, table
from pages import find_pa11y, make_pages

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT.parent / "shared" / "suites" / "real"
RESULTS = Path(__file__).with_name("results.md")
LAST = Path(__file__).with_name("results.json")
GOOD = ROOT / "fixtures" / "meetings"
INVITATION = GOOD / "forumkonferensen" / "good" / "inbjudan.pdf"
RECORDING = GOOD / "forumkonferensen" / "good" / "valkommen.mp4"
ARSMOTE = GOOD / "arsmote-sv" / "good"
OURS = (sys.executable, "-m", "a11ycheck", "--exit-zero", "--no-cache")
PDFUA = (*OURS, "--ruleset", "pdfua-1")
AIM = 300
"""Megabytes that the first process may hold over all real files."""

Peers = Callable[[Sequence[Path]], Mapping[str, Command]]


def none(files: Sequence[Path]) -> Mapping[str, Command]:
    """No other tool does this."""
    return {}


@dataclass(frozen=True, slots=True)
class Bench:
    """How much is measured, and where documents are made."""

    folder: Path
    quick: bool
    pa11y: Sequence[str | Path]

    @property
    def times(self) -> int:
        return 1 if self.quick else 5

    def made(self, name: str, make: Callable[[], bytes]) -> Path:
        """A document that takes long to make: once."""
        path = self.folder / name
        if not path.exists():
            path.write_bytes(make())
        return path

    def row(
        self,
        what: str,
        files: Sequence[Path],
        instead: Peers = none,
        ours: Sequence[str] = OURS,
        times: int = 0,
    ) -> Row:
        """These files in one run."""
        # One document must be checked to its end; of many, some may be such that they never are.
        refuse = growth.CUT_SHORT if len(files) == 1 else ()
        ours_first = {"": Command([*ours, "--language", "en", *files], refuse=refuse), **instead(files)}
        costs = in_turn(ours_first, min(times or self.times, self.times))
        return Row(what, costs.pop(""), costs)

    def each_more(self, what: str, file: Path, instead: Peers = none, ours: Sequence[str] = OURS) -> Row:
        """What each further document costs that is like this one: from a run of one and a run of many."""
        many = 11 if self.quick else 41
        folder = self.folder / f"more-{file.name}"
        folder.mkdir(exist_ok=True)
        copies = [folder / f"{number}{file.suffix}" for number in range(many)]
        for copy in copies:
            shutil.copyfile(file, copy)
        one, all_of_them = (self.row(what, files, instead, ours, 3) for files in (copies[:1], copies))
        beside = {name: _each(one.beside[name], cost, many - 1) for name, cost in all_of_them.beside.items()}
        return Row(what, _each(one.cost, all_of_them.cost, many - 1), beside)


def _each(one: Cost, many: Cost, more: int) -> Cost:
    cpu, wall = ((after - before) / more for after, before in ((many.cpu, one.cpu), (many.wall, one.wall)))
    return Cost(max(0.0, cpu), max(0.0, wall), many.memory, many.first)


def real(suffix: str) -> list[Path]:
    """Real files of one kind; none where the suites are not here."""
    return sorted((REAL / suffix).glob(f"*.{suffix}"))


# The parts


def pdf(bench: Bench) -> Part:
    rows = [
        Row("Python alone", in_turn({"": Command([sys.executable, "-c", "pass"])}, bench.times)[""]),
        bench.row("PDF of 2 pages", [INVITATION]),
        bench.each_more("each more PDF of 2 pages", INVITATION),
        bench.row("PDF of 2 pages, PDF/UA-1 alone", [INVITATION], peers.for_pdfua, PDFUA),
        bench.each_more("each more PDF of 2 pages, PDF/UA-1 alone", INVITATION, peers.for_pdfua, PDFUA),
    ]
    for pages in (100,) if bench.quick else (100, 363):
        asked = {363: 368}.get(pages, pages)
        path = bench.made(f"long-{pages}.pdf", lambda asked=asked: long_documents.pdf_bytes(asked))  # type: ignore[misc]
        rows.append(bench.row(f"tagged PDF of {pages} pages", [path], times=2))
        rows.append(
            bench.row(f"tagged PDF of {pages} pages, PDF/UA-1 alone", [path], peers.for_pdfua, PDFUA, 2)
        )
    if files := real("pdf")[: 20 if bench.quick else None]:
        rows.append(bench.row(f"{len(files)} real PDFs", files, times=1))
        rows.append(bench.row(f"{len(files)} real PDFs, PDF/UA-1 alone", files, peers.for_pdfua, PDFUA, 1))
    return Part("PDF", rows)


def office(bench: Bench) -> Part:
    agenda, slides = ARSMOTE / "agenda.docx", ARSMOTE / "slides.pptx"
    rows = [
        bench.row("Word document of a page", [agenda], peers.for_word),
        bench.each_more("each more Word document of a page", agenda, peers.for_word),
        bench.row("deck of a few slides", [slides]),
        bench.each_more("each more deck of a few slides", slides),
        bench.each_more("each more OpenDocument text of a page", ARSMOTE / "agenda.odt"),
    ]
    for pages in (100,) if bench.quick else (100, 872):
        path = bench.made(f"long-{pages}.docx", lambda pages=pages: long_documents.make_docx(pages))  # type: ignore[misc]
        rows.append(bench.row(f"Word document of {pages} pages", [path], peers.for_word, times=3))
    path = bench.made("long-100.pptx", lambda: long_documents.make_pptx(100))
    rows.append(bench.row("deck of 100 slides", [path], times=3))
    if files := real("docx")[: 20 if bench.quick else None]:
        rows.append(bench.row(f"{len(files)} real Word documents", files, peers.for_word, times=2))
    if files := real("pptx")[: 20 if bench.quick else None]:
        rows.append(bench.row(f"{len(files)} real decks", files, times=2))
    return Part("Word, PowerPoint, OpenDocument", rows)


def mail(bench: Bench) -> Part:
    invitation, calendar = ARSMOTE / "invitation.eml", ARSMOTE / "meeting.ics"
    rows = [
        bench.row("mail", [invitation]),
        bench.each_more("each more mail", invitation),
        bench.row("calendar file", [calendar]),
        bench.each_more("each more calendar file", calendar),
    ]
    if files := [*real("eml"), *real("ics")][: 20 if bench.quick else None]:
        rows.append(bench.row(f"{len(files)} real mails and calendar files", files, times=2))
    return Part("Mails and calendar files", rows)


def captions(bench: Bench) -> Part:
    short = GOOD / "forumkonferensen" / "good" / "valkommen.sv.vtt"
    long = bench.made("three-hours.vtt", lambda: growth.captions(2700))
    return Part(
        "Captions",
        [
            bench.row("captions of a short film", [short]),
            bench.each_more("each more of these", short),
            bench.row("captions of 3 hours, 2,700 cues", [long]),
        ],
    )


def recording(bench: Bench) -> Part:
    rows = [bench.row("film of two seconds, its captions beside it", [RECORDING])]
    if not bench.quick and (ffmpeg := shutil.which("ffmpeg")):
        hour = bench.made("hour.mp4", lambda: an_hour(ffmpeg))
        rows.append(
            bench.row("film of an hour, a slide and a tone: read, looked at and listened to", [hour], times=1)
        )
    return Part("Recordings", rows)


def an_hour(ffmpeg: str) -> bytes:
    """A film of an hour: a slide that stands still, and a tone."""
    picture = ("-f", "lavfi", "-i", "color=c=navy:size=1280x720:rate=5:duration=3600")
    tone = ("-f", "lavfi", "-i", "sine=frequency=440:duration=3600:sample_rate=48000")
    codecs = ("-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", "-b:a", "64k")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hour.mp4"
        subprocess.run([ffmpeg, "-v", "error", *picture, *tone, *codecs, str(path)], check=True)
        return path.read_bytes()


def pages(bench: Bench) -> Part:
    """In a browser; it is named, as nothing is found by its name where bubblewrap is not."""
    environment = {**WITHOUT_BUBBLEWRAP, CHOSEN: installed() or ""}

    def instead(files: Sequence[Path]) -> Mapping[str, Command]:
        return peers.for_pages(files, bench.pa11y)

    rows = []
    for count in (1, 3) if bench.quick else (1, 20):
        files = make_pages(bench.folder, count, 1000)
        commands = {
            "": Command([*OURS, "--follow", "none", *files], environment=environment),
            **instead(files),
        }
        costs = in_turn(commands, bench.times if count == 1 else 1)
        what = "event page of 1,000 elements" if count == 1 else f"{count} event pages of 1,000 elements"
        rows.append(Row(what, costs.pop(""), costs))
    return Part("Web pages", rows)


def many(bench: Bench) -> Part:
    """All real files in one run, and what became of each."""
    files = sorted(path for folder in REAL.iterdir() if folder.is_dir() for path in folder.iterdir())
    files = files[:: 40 if bench.quick else 1]
    report, told, kept = (bench.folder / name for name in ("many.json", "many.txt", "kept"))
    shutil.rmtree(kept, ignore_errors=True)
    environment = {**WITHOUT_BUBBLEWRAP, "A11YCHECK_CACHE": str(kept)}
    remembering = [word for word in OURS if word != "--no-cache"]
    name = f"{len(files)} real files"
    rows = []
    for what, words in (
        (f"{name}, report as text", OURS),
        (f"{name}, report as JSON", (*OURS, "--output", f"json:{report}")),
        (f"{name}, results remembered", remembering),
        (f"{name} again, all as remembered", remembering),
    ):
        ours = Command([*words, *files], environment=environment, errors=told)
        rows.append(Row(what, ours.run()))
    most = max(row.cost.first for row in rows)
    aim = f"The first process held at most {most / 1e6:.0f} MB (the aim: less than {AIM}).\n"
    return Part("All real files in one run", rows, f"{what_became(report, told, len(files))}\n{aim}")


def what_became(report: Path, told: Path, given: int) -> str:
    """Which files were checked, which not and why; the text is what the command wrote to standard error."""
    documents = json.loads(report.read_text("utf-8"))["documents"]
    own = [document for document in documents if "found_in" not in document]
    whole = sum(document["trouble"] is None for document in own)
    reasons = Counter(document["trouble"]["reason"] for document in own if document["trouble"])
    broke = sum(
        finding["message"]["id"] == "rule-broke" for each in documents for finding in each["findings"]
    )
    rows = [
        ["given", str(given)],
        ["in the report", str(len(own))],
        ["checked to the end", str(whole)],
        *(
            [f"not checked, or not to the end: `{reason}`", str(count)]
            for reason, count in reasons.most_common()
        ),
        [
            "neither checked nor with a reason",
            str(sum(not each["rules"] and not each["trouble"] for each in own)),
        ],
        ["found inside these", str(len(documents) - len(own))],
        ["rules that broke", str(broke)],
        ["tracebacks", str(told.read_text("utf-8", "replace").count("Traceback"))],
    ]
    return table(f"What became of {given} real files", ["files", "how many"], rows)


def seen(bench: Bench) -> Part:
    files = real("docx")[: 20 if bench.quick else None]
    more = peers.what_the_lint_sees(OURS, files) if files else ""
    return Part("What other tools see", [], more)


PARTS: dict[str, Callable[[Bench], Part]] = {
    "pdf": pdf,
    "office": office,
    "mail": mail,
    "captions": captions,
    "recording": recording,
    "pages": pages,
    "many": many,
    "peers": seen,
}
GROWTH = "growth"


def measured(chosen: Sequence[str], bench: Bench) -> Iterator[tuple[str, Part]]:
    for key in chosen:
        if key == "many" and not REAL.is_dir():
            print("many: left out, as the real files are not here", file=sys.stderr)
        elif key != GROWTH:
            print(f"{key} …", file=sys.stderr)
            try:
                yield key, PARTS[key](bench)
            except CutShort as reason:
                print(f"{key}: left out: {reason}", file=sys.stderr)


def main() -> None:
    told = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    told.add_argument(
        "--only", default=",".join([*PARTS, GROWTH]), help="parts, with commas between: %(default)s"
    )
    told.add_argument("--quick", action="store_true", help="each once, and small: to see that it works")
    told.add_argument("--since", action="store_true", help="compare with results.json")
    told.add_argument("--write", action="store_true", help="renew results.json, results.md and docs/speed.md")
    told.add_argument(
        "--documents", type=Path, help="a folder that keeps the documents made, for the next time"
    )
    told.add_argument("--npm", action="store_true", help="install pa11y-ci into a temporary folder")
    given = told.parse_args()
    chosen = [part for part in given.only.split(",") if part]
    if unknown := set(chosen) - {*PARTS, GROWTH}:
        told.error(f"no such part: {', '.join(sorted(unknown))}")
    if given.write and given.quick:
        told.error("--quick measures too little to be written down")
    with tempfile.TemporaryDirectory() as temporary:
        folder: Path = given.documents or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        pa11y = find_pa11y(Path(temporary), given.npm) if "pages" in chosen else []
        bench = Bench(folder, given.quick, pa11y)
        machine = record.this_machine()
        last = record.known(LAST)
        before = record.costs_of(last) if (given.since or given.write) and last["parts"] else None
        print(beginning(machine, pa11y))
        parts: dict[str, Part] = {}
        grown: growth.Grown = {}
        try:
            for key, part in measured(chosen, bench):
                parts[key] = part
                print(
                    record.part_table(part, machine.on, None if before is None else before.get(key, {})),
                    flush=True,
                )
            if GROWTH in chosen:
                grown = growth.measured(folder, given.quick)
                print(growth.table_of(grown, f"Growth, {machine.on}", "en"))
        except KeyboardInterrupt:
            print("stopped: the parts that were measured count", file=sys.stderr)
    if before is not None:
        print(record.changes(parts, before))
    if given.write:
        new = record.with_parts(last, parts, machine)
        if grown:
            new["growth"] = {"on": machine.on, "about": machine.about, "series": grown}
            growth.write(grown, machine)
        LAST.write_text(json.dumps(new, indent=1) + "\n", "utf-8")
        told_now = "\n".join(section(parts, grown, machine, before, pa11y))
        RESULTS.write_text(record.with_newest_first(RESULTS.read_text("utf-8"), told_now), "utf-8")


def beginning(machine: record.Machine, pa11y: Sequence[str | Path]) -> str:
    """When and where a run was made, and what it leaves out, as the beginning of a section of results.md."""
    said = [f"## {machine.on}", machine.say()]
    if left_out := [name for name in peers.missing() if name != "pa11y-ci" or not pa11y]:
        said.append(f"Not measured, as not installed here: {', '.join(left_out)}.")
    return "\n\n".join([*said, ""])


def section(
    parts: Mapping[str, Part],
    grown: growth.Grown,
    machine: record.Machine,
    before: Mapping[str, Mapping[str, Cost]] | None,
    pa11y: Sequence[str | Path],
) -> Iterator[str]:
    """The run as a section of results.md."""
    yield beginning(machine, pa11y)
    if before is not None and parts:
        yield f"{record.changes(parts, before)}\n"
    for key, part in parts.items():
        yield record.part_table(part, machine.on, None if before is None else before.get(key, {}))
    if grown:
        yield growth.table_of(grown, f"Growth, {machine.on}", "en")


if __name__ == "__main__":
    main()
