"""Fuzz the readers and rules with mutated documents, and say what crashed, hung or went over its limits.

    nice -n 10 python benchmarks/fuzz.py [KIND=INPUTS ...] [--seeds FOLDER ...] [--seed N] [--keep FOLDER]

Each input is made from its number, so any of them can be made again: ``--only KIND:NUMBER`` runs one in this process
and shows where it ends. Without arguments a short run over all kinds. The seeds are the documents in fixtures/ and in
the folders that are named. ``--keep`` writes the first input of each fault there.

A batch of inputs is run in a forked process that has the limits of the fence (a11ycheck/worker.py) and is replaced when
it dies. Everything that happens behind the fence happens here: opening, facts, all rules of the default ruleset, what
is found inside, pictures of places for every eighth input, and the way of the result through JSON.
"""

from __future__ import annotations

import argparse
import faulthandler
import gc
import json
import os
import resource
import signal
import sys
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import mutate

from a11ycheck import decisions, fetching, manifest, registry, ruleset
from a11ycheck.documents.markup.read import read_markup
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.executors import Limits
from a11ycheck.job import RULE_BROKE, Job, Result, rules_of, run
from a11ycheck.sources import Source
from a11ycheck.toml_file import ConfigError
from a11ycheck.trouble import CouldNotCheck
from measure import table

ROOT = Path(__file__).resolve().parent.parent
LIMITS = Limits()
LARGEST_SEED = 60_000
BATCH = 2_000
RULESET = ruleset.load(ruleset.DEFAULT)

Run = Callable[[bytes, bool], str]
"""Takes an input and whether pictures are wanted; returns “read” or the reason why not. Raises whatever is a fault."""


class BrokenRuleError(Exception):
    """A rule stopped with an error, which a report would tell of."""


def document(kind: str) -> Run:
    def put(data: bytes, show: bool) -> str:
        if not data:
            return "empty"
        job = Job("seed", kind, RULESET, data=data, show=show)
        result = run(job, data)
        travelled = Result.from_json(json.loads(json.dumps(result.to_json())), job)
        for finding in travelled.findings:
            if finding.outcome.message == RULE_BROKE:
                raise BrokenRuleError(f"{finding.rule}: {finding.outcome.data['error']}")
        # Reports are written in UTF-8 and as JSON that others read.
        json.dumps(result.to_json(), ensure_ascii=False, allow_nan=False).encode()
        return result.trouble.reason if result.trouble else "read"

    return put


def markup(data: bytes, show: bool) -> str:
    read_markup(data.decode("utf-8", "replace"))
    return "read"


def structured_data(data: bytes, show: bool) -> str:
    """What a page says of its event in JSON-LD."""
    script = Element("script", {"type": "application/ld+json"}, value=data.decode("utf-8", "replace"))
    facts = Page.of(script).facts()
    json.dumps(Result(facts=facts).to_json(), ensure_ascii=False, allow_nan=False).encode()
    return "read"


def in_file(name: str, read: Callable[[Path], object]) -> Run:
    """What is read from a file by the process that the user started."""

    def put(data: bytes, show: bool) -> str:
        path = Path(os.environ["FUZZ_FOLDER"]) / name
        path.write_bytes(data)
        try:
            read(path)
        except ConfigError:
            return "refused"
        return "read"

    return put


def sitemap(path: Path) -> None:
    fetching.in_sitemap(Source("sitemap", path=str(path)))


def settings(path: Path) -> None:
    """One of the four files that people write settings in, by what it says."""
    data = path.read_bytes()
    for word, read in ((b"[[answer]]", decisions.load_answers), (b"[[waiver]]", decisions.load_waivers)):
        if word in data:
            read(path)
            return
    if b"[[material]]" in data:
        manifest.read(path)
    else:
        ruleset.load(str(path))


@dataclass(frozen=True, slots=True)
class Fuzzed:
    """A kind of input: its seeds by suffix, how they are changed, and what is done with them."""

    suffixes: tuple[str, ...]
    mutation: Callable[[Random, bytes, bytes], bytes]
    run: Run
    prepare: Callable[[bytes], bytes] = bytes
    more: tuple[bytes, ...] = ()


def in_the_open(data: bytes) -> bytes:
    """A PDF with nothing packed, so that mutations meet its objects."""
    from io import BytesIO

    import pikepdf

    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as file:
        file.save(out, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable, static_id=True)
    return out.getvalue()


EVENT = json.dumps(
    {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": ["EducationEvent", "Event"],
                "name": "Årsmöte",
                "startDate": "2026-05-24T13:00:00+02:00",
                "endDate": "2026-05-24",
                "location": {"@type": "VirtualLocation", "url": "https://zoom.us/j/1"},
                "organizer": {"name": "Föreningen", "email": "a@b.se", "telephone": "+46 8 12 34 56"},
                "offers": [{"url": "https://example.org/"}],
            }
        ],
    }
).encode()
SITEMAP = b"".join(
    (
        b'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n',
        *(b"<url><loc>https://example.org/%d?a=1&amp;b=2</loc></url>\n" % n for n in range(20)),
        b"</urlset>",
    )
)
SETTINGS = (
    b'name = "M\xc3\xb6te"\ndate = 2026-05-24\nruleset = "wcag22-aa"\n[[material]]\nfile ='
    b' "a.pdf"\nrole = "invitation"\n'
    b'[[material]]\naddress = "https://example.org/"\n',
    b'[[answer]]\nkey = "abcdef123456"\nyes = true\nby = "Kim"\non = 2026-05-01\nremark = "s\xc3\xa5"\n',
    b'[[waiver]]\nrule = "pdf-tagged"\nsource = "a*.pdf"\nreason = "gammal"\nby = "Kim"\nuntil = 2027-01-31\n',
    b'title = {en = "Ours", sv = "V\xc3\xa5r"}\nbased-on = "wcag22-aa"\nrequires = ["WCAG'
    b' 1.4.*"]\nignore = ["pdf-*"]\n'
    b"[options.captions-line-length]\nlongest = 40\n",
)
KINDS: Mapping[str, Fuzzed] = {
    "pdf": Fuzzed((".pdf",), mutate.OBJECTS, document("pdf"), in_the_open),
    "office": Fuzzed((".docx", ".pptx", ".odt", ".odp"), mutate.PARTS, document("office")),
    "office-bytes": Fuzzed((".docx", ".pptx", ".odt", ".odp"), mutate.BYTES, document("office")),
    "mail": Fuzzed((".eml", ".mbox"), mutate.LINES, document("mail")),
    "outlook": Fuzzed((".msg",), mutate.BYTES, document("mail")),
    "calendar": Fuzzed((".ics", ".vcs"), mutate.LINES, document("calendar")),
    "captions": Fuzzed((".vtt", ".srt", ".sbv"), mutate.LINES, document("captions")),
    "ttml": Fuzzed((".ttml",), mutate.MARKUP, document("captions")),
    "recording": Fuzzed((".mp4", ".mkv", ".m4a", ".mp3", ".wav", ".ogg", ".flac"), mutate.BOXES, document("recording")),
    "markup": Fuzzed((".html",), mutate.MARKUP, markup),
    "json-ld": Fuzzed((), mutate.JSON, structured_data, more=(EVENT,)),
    "sitemap": Fuzzed((), mutate.MARKUP, in_file("sitemap.xml", sitemap), more=(SITEMAP,)),
    "settings": Fuzzed((), mutate.LINES, in_file("settings.toml", settings), more=SETTINGS),
}  # fmt: skip


def seeds_of(kind: str, folders: Sequence[Path]) -> list[bytes]:
    """The seeds of a kind, small ones, each once and in an order that does not depend on the machine."""
    fuzzed = KINDS[kind]
    found = {bytes(each): None for each in fuzzed.more}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in fuzzed.suffixes and path.is_file() and 0 < path.stat().st_size <= LARGEST_SEED:
                try:
                    data = fuzzed.prepare(path.read_bytes())
                    fuzzed.mutation(Random(0), data, data)
                except Exception:  # a seed that cannot be made ready is none
                    continue
                found[data] = None
    return list(found)


@dataclass(slots=True)
class Told:
    """What a kind came to. ``faults``: by what and where, the numbers of the inputs."""

    inputs: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    faults: defaultdict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    slowest: float = 0.0
    cpu: float = 0.0

    def count(self, what: str) -> int:
        return sum(len(numbers) for (kind, _), numbers in self.faults.items() if kind == what)


def made(kind: str, seeds: Sequence[bytes], seed: int, number: int) -> bytes:
    chance = Random(f"{seed}/{kind}/{number}")
    return KINDS[kind].mutation(chance, chance.choice(seeds), chance.choice(seeds))


def fuzz(kind: str, seeds: Sequence[bytes], inputs: int, seed: int) -> Told:
    """Run the inputs 0 to ``inputs``, a batch in each process."""
    told = Told()
    number = 0
    while number < inputs:
        number = batch(kind, seeds, number, min(inputs, number + BATCH), seed, told)
    told.inputs = inputs
    return told


def batch(kind: str, seeds: Sequence[bytes], first: int, end: int, seed: int, told: Told) -> int:
    """Run a batch in a forked process; returns the number of the next input."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        try:
            serve(kind, seeds, range(first, end), seed, into)
        finally:
            os._exit(70)
    os.close(into)
    number = first - 1
    with open(out, "rb") as answers:
        for line in answers:
            message = json.loads(line)
            if "begins" in message:
                number = message["begins"]
                continue
            told.slowest = max(told.slowest, message["cpu"])
            told.cpu += message["cpu"]
            told.ends[message["end"]] += 1
            if message["fault"]:
                told.faults[message["end"], message["fault"]].append(number)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code == 0:
        return end
    how = signal.Signals(-code).name if code < 0 else f"code {code}"
    what = "hung" if how in ("SIGXCPU", "SIGALRM") else "died"
    told.ends[what] += 1
    told.faults[what, how].append(number)
    return number + 1


def serve(kind: str, seeds: Sequence[bytes], numbers: range, seed: int, into: int) -> None:
    faulthandler.disable()
    gc.disable()
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (LIMITS.memory, LIMITS.memory))
    for number in numbers:
        data = made(kind, seeds, seed, number)
        os.write(into, json.dumps({"begins": number}).encode() + b"\n")
        before = time.process_time()
        cpu = LIMITS.cpu + LIMITS.seconds_more(len(data))
        resource.setrlimit(resource.RLIMIT_CPU, (int(before) + cpu + 1, resource.RLIM_INFINITY))
        signal.alarm(20 * cpu)  # this process is not alone, so only what waits for ever is ended by the clock
        end, fault = ended(kind, data, show=number % 8 == 0)
        cost = time.process_time() - before
        os.write(into, json.dumps({"end": end, "fault": fault, "cpu": cost}).encode() + b"\n")
        if number % 100 == 99:
            gc.collect()
    os._exit(0)


def ended(kind: str, data: bytes, *, show: bool) -> tuple[str, str]:
    """How an input ended, and where the fault is if it is one."""
    try:
        return KINDS[kind].run(data, show), ""
    except CouldNotCheck as refused:
        return refused.trouble.reason, ""
    except MemoryError:
        return "out of memory", place()
    except BrokenRuleError as broken:
        return "rule broke", str(broken)[:300]
    except Exception as error:
        return "crashed", f"{type(error).__name__} in {place()}: {str(error)[:100]}"


def place() -> str:
    """The innermost line of ours that the error came through."""
    frames = traceback.extract_tb(sys.exc_info()[2])
    ours = [frame for frame in frames if "/a11ycheck/" in frame.filename] or list(frames)
    return f"{Path(ours[-1].filename).name}:{ours[-1].lineno}"


def one(kind: str, seeds: Sequence[bytes], seed: int, number: int) -> None:
    """Run one input here, and let what it raises be seen."""
    data = made(kind, seeds, seed, number)
    Path("input").write_bytes(data)
    print(KINDS[kind].run(data, number % 8 == 0))


def in_numbers(
    seed: int, folders: Sequence[Path], wanted: Mapping[str, int], keep: Path | None
) -> Iterator[str]:
    """The table, and each fault with the number of its first input."""
    rows, faults = [], []
    for each in ("pdf", "office", "mail", "calendar", "captions", "recording"):
        rules_of(Job("", each, RULESET))  # imported once, not in each process
        import_module(registry.kind(each).opener.partition(":")[0])
    for kind, inputs in wanted.items():
        seeds = seeds_of(kind, folders)
        if not seeds:
            rows.append([kind, "no seeds", *[""] * 8])
            continue
        told = fuzz(kind, seeds, inputs, seed)
        over = told.count("out of memory")
        rows.append(
            [
                kind,
                *(
                    str(len(seeds)),
                    f"{told.inputs:,}",
                    f"{told.ends['read'] + told.ends['not-read-whole']:,}",
                ),
                *(str(told.count(what)) for what in ("crashed", "rule broke", "died", "hung")),
                *(str(over), f"{1_000 * told.cpu / max(1, told.inputs):.1f}", f"{told.slowest:.1f}"),
            ]
        )
        print(" | ".join(rows[-1]), file=sys.stderr, flush=True)
        for (what, where), numbers in told.faults.items():
            faults.append(f"- {kind}:{numbers[0]} and {len(numbers) - 1} more: {what}, {where}")
            print(faults[-1], file=sys.stderr, flush=True)
            if keep is not None:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{kind}-{numbers[0]}").write_bytes(made(kind, seeds, seed, numbers[0]))
    header = ["Kind", "Seeds", "Inputs", "Read", "Crashed", "Rule broke", "Died", "Hung", "Over memory"]
    yield table(f"Mutated inputs, seed {seed}", [*header, "CPU each, ms", "Slowest, s"], rows)
    yield from faults


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("kinds", nargs="*", metavar="KIND=INPUTS", help=", ".join(KINDS))
    arguments.add_argument("--seeds", nargs="*", type=Path, default=[])
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--keep", type=Path)
    arguments.add_argument("--only", metavar="KIND:NUMBER")
    given = arguments.parse_args()
    folders = [ROOT / "fixtures", *given.seeds]
    with TemporaryDirectory() as folder:
        os.environ["FUZZ_FOLDER"] = folder
        if given.only:
            kind, _, number = given.only.partition(":")
            one(kind, seeds_of(kind, folders), given.seed, int(number))
            return
        wanted = dict(each.split("=") for each in given.kinds) or dict.fromkeys(KINDS, "200")
        counts = {kind: int(inputs) for kind, inputs in wanted.items()}
        print("\n".join(in_numbers(given.seed, folders, counts, given.keep)))


if __name__ == "__main__":
    main()
