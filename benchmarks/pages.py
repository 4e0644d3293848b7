"""What checking web pages costs, beside other tools on the same pages.

    python benchmarks/pages.py [--pages 20] [--elements 1000] [--times 3] [--npm] [--memory 200]

Makes local pages, each an event page of about that many elements, and checks them in one run: a11ycheck with its
default ruleset and everything that it does (axe-core, keyboard, zoom, spacing, states), a bare loop of Playwright and
axe-core in one browser, and pa11y-ci where it is installed; ``--npm`` installs that into a folder of its own that is
removed afterwards. ``--memory`` runs a11ycheck alone on that many pages and says how much memory all its processes held
together in each quarter of the run. CPU time is that of all processes, the browser's too. Linux only: it takes /proc.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event, Thread

from measure import descendants, table, take_in_orphans

LANE = "a11ycheck.documents.page.lane"
EVERY = 1.0
"""Seconds between looks at the memory."""
PA11Y_CI = "pa11y-ci@4"
PA11Y_RUNNERS = {"pa11y-ci": ("htmlcs",), "pa11y-ci with axe-core too": ("htmlcs", "axe")}
"""As it comes, and with the engine that a11ycheck has."""
OURS = [sys.executable, "-m", "a11ycheck", "--exit-zero", "--no-cache", "--follow", "none"]

BARE_LOOP = """
import sys
from a11ycheck.documents.page.browser import installed
from a11ycheck.documents.page.visit import axe_source
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    arguments = ["--no-sandbox"] if __import__("os").geteuid() == 0 else []
    browser = playwright.chromium.launch(executable_path=installed(), args=arguments)
    tab = browser.new_page(viewport={"width": 1280, "height": 1024})
    for address in sys.argv[1:]:
        tab.goto(address)
        tab.evaluate(axe_source())
        tab.evaluate("axe.run(document)")
    browser.close()
"""


# The pages


def event_page(number: int, elements: int) -> str:
    """An event page with a menu, a programme, speakers, materials and a form; no two are alike."""
    speakers = "".join(
        f"<li><h3>Talare {n} på möte {number}</h3><p>Leder samtalet om <em>fråga {n}</em> och svarar på frågor.</p>"
        f'<p><a href="talare-{number}-{n}.html">Om talare {n} på möte {number}</a></p></li>'
        for n in range(max(1, elements // 17))
    )
    rows = "".join(
        f"<tr><th scope=row>{9 + n // 6}.{n % 6}0</th><td>Punkt {n} i dagordning {number}</td>"
        f"<td>Grupp {n % 7}</td><td><strong>Sal {n % 4}</strong></td></tr>"
        for n in range(max(1, elements // 10))
    )
    menu = "".join(f'<li><a href="avsnitt-{n}.html">Avsnitt {n} av webbplatsen</a></li>' for n in range(24))
    fields = "".join(
        f'<p><label for="f{n}">Fråga {n} till dig</label> <input id="f{n}" name="f{n}"></p>'
        for n in range(max(1, elements // 60))
    )
    return f"""<!DOCTYPE html>
<html lang="sv">
<head><meta charset="utf-8"><title>Möte {number} på nätet</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
  body {{ margin: 0; font: 1rem/1.5 sans-serif; color: #1b1b1b; background: #fff }}
  header ul, .speakers {{ display: flex; flex-wrap: wrap; gap: .5rem 1rem; padding: 0; list-style: none }}
  a {{ color: #0b4f79 }} a:hover {{ color: #06283f }} :focus-visible {{ outline: 3px solid #0b3c5d }}
  .speakers li {{ flex: 1 1 14rem; padding: 1rem; background: hsl({number * 17 % 360} 40% 95%) }}
  button {{ padding: .5rem 1rem; transition: background .2s }} button:hover {{ background: #dde }}
</style></head>
<body>
<a href="#innehall">Till innehållet</a>
<header><nav aria-label="Webbplatsen"><ul>{menu}</ul></nav></header>
<main id="innehall" tabindex="-1"><h1>Möte {number} på nätet</h1>
<p>Vi ses på nätet tisdag 24 november 2026 kl. 9.00. Alla är välkomna.</p>
<h2>Dagordning</h2><table><tr><th>Tid</th><th>Punkt</th><th>Vem</th><th>Var</th></tr>{rows}</table>
<h2>Talare</h2><ul class="speakers">{speakers}</ul>
<h2>Anmälan</h2><form action="tack.html">{fields}<button>Anmäl dig till möte {number}</button></form>
</main><footer><p>Frågor? Skriv till <a href="mailto:forum@example.se">forum@example.se</a>.</p></footer>
</body></html>
"""


def make_pages(folder: Path, count: int, elements: int) -> list[Path]:
    paths = [folder / f"mote-{number}.html" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(event_page(number, elements), encoding="utf-8")
    return paths


# Measuring a command with all that it starts


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of CPU and of wall clock; ``memory`` holds bytes of all processes, second by second, by what they are."""

    cpu: float
    wall: float
    memory: tuple[Mapping[str, int], ...]


def measured(command: Sequence[str | Path], **environment: str) -> Cost:
    """Run a command, wait for all that it leaves behind, and return the cost."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    memory: list[Mapping[str, int]] = []
    done = Event()
    watch = Thread(target=_watch, args=(memory, done), daemon=True)
    watch.start()
    started = time.monotonic()
    process = subprocess.run(
        [str(word) for word in command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, **environment},
        check=False,
    )
    wall = time.monotonic() - started
    done.set()
    watch.join()
    with suppress(ChildProcessError):
        while True:
            os.wait()
    if process.returncode not in (0, 2):  # 2: pa11y-ci has found faults
        raise RuntimeError(f"{command[0]} ended with {process.returncode}: {process.stderr.decode()[-400:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, wall, tuple(memory))


def _watch(memory: list[Mapping[str, int]], done: Event) -> None:
    while not done.wait(EVERY):
        held = Counter[str]()
        for pid in descendants(os.getpid()):
            held[_what_it_is(pid)] += _memory_of(pid)
        memory.append(held)


def _what_it_is(pid: int) -> str:
    """A column of the table: which program, and of ours whether it is the run itself or what visits pages for it."""
    with suppress(OSError):
        program = (
            Path("/proc", str(pid), "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        )
        if LANE in program:
            return "what visits pages"
        if "-m a11ycheck " in program:
            return "the run itself"
    return "browser and driver"


def _memory_of(pid: int) -> int:
    """A process's own share of memory (PSS), in bytes; 0 when it is gone."""
    with suppress(OSError):
        for line in Path("/proc", str(pid), "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


# The tables


def side_by_side(pages: Sequence[Path], times: int, pa11y: Sequence[str | Path]) -> str:
    addresses = [page.resolve().as_uri() for page in pages]
    commands: dict[str, Callable[[], Cost]] = {
        "Playwright and axe-core, bare loop": lambda: measured([sys.executable, "-c", BARE_LOOP, *addresses]),
        "a11ycheck, default ruleset": lambda: measured([*OURS, *pages]),
    }
    for name, runners in PA11Y_RUNNERS.items() if pa11y else ():
        commands[name] = partial(
            _by_pa11y, pa11y, pages[0].with_name(f"{'-'.join(runners)}.json"), runners, addresses
        )
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(times):
        for name, cost in commands.items():  # in turn, so that a busy moment falls on all
            costs[name].append(cost())
    bare = statistics.median(cost.wall for cost in next(iter(costs.values())))
    rows = []
    for name, several in costs.items():
        wall = statistics.median(cost.wall for cost in several)
        cpu = statistics.median(cost.cpu for cost in several)
        rows.append(
            [
                name,
                f"{cpu:.1f} s",
                f"{wall:.1f} s",
                f"{wall / bare:.2f}",
                f"{wall / len(pages) * 1000:.0f} ms",
            ]
        )
    header = ["command", "CPU", "wall", "wall, bare loop = 1", "wall a page"]
    return table(f"{len(pages)} pages, median of {times}", header, rows)


def _by_pa11y(
    pa11y: Sequence[str | Path], config: Path, runners: Sequence[str], addresses: Sequence[str]
) -> Cost:
    environment = pa11y_config(config, runners, addresses)
    return measured([*pa11y, "--config", config], **environment)


def pa11y_config(config: Path, runners: Sequence[str], addresses: Sequence[str]) -> dict[str, str]:
    """Write what pa11y-ci is to check, and return what its environment must say of the browser."""
    launch: dict[str, object] = {"args": ["--no-sandbox"] if os.geteuid() == 0 else []}
    defaults = {"chromeLaunchConfig": launch, "runners": runners}
    config.write_text(json.dumps({"defaults": defaults, "urls": addresses}))
    browser = _browser()
    return {"PUPPETEER_EXECUTABLE_PATH": browser, "CHROME_PATH": browser}


def over_many(pages: Sequence[Path]) -> str:
    memory = measured([*OURS, *pages]).memory
    quarter = max(1, len(memory) // 4)
    parts = sorted({name for held in memory for name in held})
    rows = []
    for number in range(4):
        seconds = memory[number * quarter : (number + 1) * quarter]
        if seconds:
            together = [sum(held.values()) for held in seconds]
            by_part = (statistics.median(held.get(name, 0) for held in seconds) for name in parts)
            figures = (statistics.median(together), max(together), *by_part)
            rows.append([f"{number + 1} of 4", *(f"{figure / 1e6:.0f} MB" for figure in figures)])
    title = f"Memory over {len(pages)} pages: medians of all processes and of each part"
    return table(title, ["quarter", "all", "most of all", *parts], rows)


def _browser() -> str:
    from a11ycheck.documents.page.browser import installed

    return installed() or ""


def find_pa11y(folder: Path, install: bool) -> list[str | Path]:
    """The command for pa11y-ci; empty when it is not there and not to be installed."""
    found = shutil.which("pa11y-ci")
    if found:
        return [found]
    npm = shutil.which("npm")
    if not install or npm is None:
        return []
    environment = {**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"}
    subprocess.run(
        [npm, "install", "--silent", "--prefix", str(folder), PA11Y_CI],
        check=True,
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    return [folder / "node_modules" / ".bin" / "pa11y-ci"]


def main() -> None:
    told = argparse.ArgumentParser(description="What checking web pages costs.")
    told.add_argument("--pages", type=int, default=20)
    told.add_argument("--elements", type=int, default=1000)
    told.add_argument("--times", type=int, default=3)
    told.add_argument("--npm", action="store_true", help="install pa11y-ci into a temporary folder")
    told.add_argument(
        "--memory", type=int, default=0, metavar="PAGES", help="measure memory over so many pages"
    )
    given = told.parse_args()
    take_in_orphans()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = make_pages(folder, max(given.pages, given.memory), given.elements)
        if given.times:
            pa11y = find_pa11y(folder, given.npm)
            print(side_by_side(pages[: given.pages], given.times, pa11y))
        if given.memory:
            print(over_many(pages[: given.memory]))


if __name__ == "__main__":
    main()
