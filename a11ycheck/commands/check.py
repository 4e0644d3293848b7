"""Check documents: what `a11ycheck INPUT...` does."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from a11ycheck.commands.completing import rule_ids, ruleset_names
from a11ycheck.commands.progress import ProgressBar
from a11ycheck.commands.speech import HELP, INTERRUPTED, LANGUAGE, LANGUAGES, say
from a11ycheck.commands.writing import one_line, output_of, write

if TYPE_CHECKING:
    from a11ycheck.baseline import Baseline
    from a11ycheck.check import Report
    from a11ycheck.decisions import Decisions
    from a11ycheck.documents.page.visiting import Visiting
    from a11ycheck.following import Follow
    from a11ycheck.manifest import Manifest
    from a11ycheck.occasion import Occasion
    from a11ycheck.remembering import Memory
    from a11ycheck.ruleset import Ruleset


@click.command(
    context_settings=HELP,
    short_help=say(
        "Check documents (the word “check” may be left out).", "Kontrollera dokument (”check” kan utelämnas)."
    ),
)
@click.argument("inputs", nargs=-1, metavar="INPUT...", type=click.Path())
@click.option(
    "--from",
    "lists",
    multiple=True,
    metavar="LIST",
    help=say("Also check what this file names, one path a line (- is standard input).",
             "Kontrollera även det som filen räknar upp, en sökväg per rad (- är standard in)."),
)  # fmt: skip
@click.option(
    "--ruleset",
    metavar="NAME|FILE",
    shell_complete=ruleset_names,
    help=say("What is demanded: accessible-for-everyone (default), wcag22-aa, en301549, dos-lagen, pdfua-1, pdfua-2, "
             "or a file.",
             "Vad som krävs: accessible-for-everyone (förval), wcag22-aa, en301549, dos-lagen, pdfua-1, pdfua-2 eller "
             "en fil."),
)  # fmt: skip
@click.option(
    "--output",
    multiple=True,
    metavar="FORMAT[:FILE]",
    help=say("Report as text (default), html, pdf, json, sarif, junit, github, earl, csv or markdown, to a file or - "
             "for standard output. May be repeated.",
             "Rapport som text (förval), html, pdf, json, sarif, junit, github, earl, csv eller markdown, till en fil "
             "eller - för standard ut. Kan upprepas."),
)  # fmt: skip
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help=say(
        "Language of the report (default: that of the system).", "Rapportens språk (förval: systemets)."
    ),
)
@click.option(
    "--select",
    multiple=True,
    metavar="PATTERN",
    shell_complete=rule_ids,
    help=say("Run only the rules with this id or clause: content-picture-alt, “WCAG 1.4.*”. May be repeated.",
             "Kör bara regler med det här id:t eller kravet: content-picture-alt, ”WCAG 1.4.*”. Kan upprepas."),
)  # fmt: skip
@click.option(
    "--ignore",
    multiple=True,
    metavar="PATTERN",
    shell_complete=rule_ids,
    help=say("Leave out the rules with this id or clause. May be repeated.",
             "Hoppa över regler med det här id:t eller kravet. Kan upprepas."),
)  # fmt: skip
@click.option(
    "--role",
    "roles",
    multiple=True,
    metavar="INPUT=ROLE",
    help=say("What a document is to the meeting: invitation, event page, agenda, slides, minutes … May be repeated.",
             "Vad ett dokument är för mötet: inbjudan, evenemangssida, dagordning, presentation, protokoll … Kan "
             "upprepas."),
)  # fmt: skip
@click.option("--answers", metavar="FILE", help=say("Answers to questions (TOML).", "Svar på frågor (TOML)."))
@click.option(
    "--waivers",
    metavar="FILE",
    help=say("Faults that are accepted until a day (TOML).", "Fel som godtas till en viss dag (TOML)."),
)
@click.option(
    "--baseline",
    metavar="FILE",
    help=say("Say what is new, mended and still there since “a11ycheck baseline write FILE”.",
             "Säg vad som är nytt, rättat och kvar sedan ”a11ycheck baseline write FIL”."),
)  # fmt: skip
@click.option(
    "--only-new",
    is_flag=True,
    help=say("Exit code by what is new since the baseline alone; the verdict stays what it is.",
             "Slutkod bara efter det som är nytt sedan baslinjen; utslaget ändras inte."),
)  # fmt: skip
@click.option(
    "--executor",
    metavar="NAME",
    help=say("fenced (default): each document in a process with limits; here: in this one, for files you trust; "
             "dask://HOST:PORT: on the machines of a Dask cluster; dask:local: on one that is started here.",
             "fenced (förval): varje dokument i en avgränsad process; here: i den här, för filer du litar på; "
             "dask://VÄRD:PORT: på maskinerna i ett Dask-kluster; dask:local: på ett som startas här."),
)  # fmt: skip
@click.option(
    "--follow",
    type=click.Choice(["none", "materials", "site"]),
    help=say("What is checked of what a page links to: materials (default: documents, calendar files, captions and "
             "recordings), site (its other pages too), none.",
             "Vad som kontrolleras av det en sida länkar till: materials (förval: dokument, kalenderfiler, undertexter "
             "och inspelningar), site (även webbplatsens andra sidor), none (inget)."),
)  # fmt: skip
@click.option(
    "--follow-host",
    multiple=True,
    metavar="HOST",
    help=say("Also follow links to this host. May be repeated.", "Följ även länkar till den här värden. Kan upprepas."),
)  # fmt: skip
@click.option(
    "--online",
    is_flag=True,
    help=say("Ask services with an open interface which captions the videos at them have, and say so in the questions.",
             "Fråga tjänster med öppet gränssnitt vilka undertexter deras videor har, och ta med det i frågorna."),
)  # fmt: skip
@click.option(
    "--browser",
    metavar="PROGRAM|ADDRESS",
    help=say("The browser for web pages: a program, ws://… or http://… of one that runs, or webdriver:http://… of a "
             "Selenium Grid, with the rules that can be put there (default: one that is installed). Several "
             "addresses, with commas between, share the pages.",
             "Webbläsaren för webbsidor: ett program, ws://… eller http://… till en som är i gång, eller "
             "webdriver:http://… till en Selenium Grid, med de regler som går att pröva där (förval: en som är "
             "installerad). Flera adresser, med komma emellan, delar på sidorna."),
)  # fmt: skip
@click.option(
    "--storage-state",
    metavar="FILE",
    help=say("Visit pages as logged in: cookies that Playwright saved.",
             "Besök sidor som inloggad: kakor som Playwright har sparat."),
)  # fmt: skip
@click.option(
    "--header",
    multiple=True,
    metavar="NAME:VALUE",
    help=say("Send this with each request to the page’s own host. May be repeated.",
             "Skicka det här med varje begäran till sidans egen värd. Kan upprepas."),
)  # fmt: skip
@click.option(
    "--viewport",
    metavar="WIDTHxHEIGHT",
    help=say("Size of the browser window in CSS pixels (default: 1280x1024).",
             "Webbläsarfönstrets storlek i css-bildpunkter (förval: 1280x1024)."),
)  # fmt: skip
@click.option(
    "--wait-for",
    metavar="SELECTOR",
    help=say("Read a page only when this element is there (CSS selector).",
             "Läs en sida först när det här elementet finns (css-väljare)."),
)  # fmt: skip
@click.option(
    "--click",
    metavar="SELECTOR",
    help=say("Click this away first, such as a banner (CSS selector).",
             "Klicka bort det här först, till exempel en banner (css-väljare)."),
)  # fmt: skip
@click.option(
    "--no-cache",
    is_flag=True,
    help=say("Check everything anew; results are otherwise remembered while a document is unchanged.",
             "Kontrollera allt på nytt; annars minns a11ycheck resultaten så länge ett dokument är oförändrat."),
)  # fmt: skip
@click.option(
    "--resume",
    is_flag=True,
    help=say("Go on with the same run that was stopped: what it had found is taken over, for pages too.",
             "Fortsätt samma körning som avbröts: det den hade hittat tas över, även för webbsidor."),
)  # fmt: skip
@click.option(
    "--exit-zero",
    is_flag=True,
    help=say("Exit code 0 whatever the verdict.", "Slutkod 0 oavsett utslag."),
)
@click.option(
    "-q", "--quiet", is_flag=True, help=say("Only the verdict, on one line.", "Bara utslaget, på en rad.")
)
@click.option("-v", "--verbose", is_flag=True, help=say("Say what is done.", "Berätta vad som görs."))
def check(inputs: tuple[str, ...], lists: tuple[str, ...], **options: Any) -> None:
    """Check the documents of a meeting."""
    from a11ycheck.registry import shows_places
    from a11ycheck.verdict import EXIT_CODES

    asked = asked_for(inputs, lists, options)
    chosen, language = asked.chosen, asked.language
    outputs = [output_of(given) for given in chosen.get("output") or ["text"]]
    before = _baseline(chosen)
    report = run(asked, show=any(shows_places(form) for form, _ in outputs))
    gate = report.verdict
    if before is not None:
        report = before.compared_with(report)
        if chosen.get("only_new") and report.since is not None:
            gate = report.since.verdict
            click.echo(say(f"Exit code by what is new alone: {EXIT_CODES[gate]}.",
                           f"Slutkod bara efter det som är nytt: {EXIT_CODES[gate]}."), err=True)  # fmt: skip
    if chosen.get("quiet"):
        click.echo(one_line(report, language))
        outputs = [(form, file) for form, file in outputs if file != "-"]
    for form, file in outputs:
        write(report, form, file, language)
    if report.stopped:
        raise SystemExit(INTERRUPTED)
    if chosen.get("verbose"):
        for name, version in report.versions().items():
            click.echo(f"{name} {version}", err=True)
    raise SystemExit(0 if chosen.get("exit_zero") else EXIT_CODES[gate])


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run was asked for: the inputs as they were named, the manifest among them, and the options with the
    settings of the project and the meeting behind them."""

    named: Sequence[str]
    manifest: Manifest | None
    chosen: dict[str, Any]

    @property
    def language(self) -> str:
        language: str = self.chosen.get("language") or LANGUAGE
        return language


def asked_for(inputs: Sequence[str], lists: Sequence[str], options: dict[str, Any]) -> Asked:
    from a11ycheck import config
    from a11ycheck.toml_file import ConfigError

    try:
        named = [*inputs, *_listed(lists)]
        manifest = _manifest_among(named)
        settings = {**config.load(Path.cwd()), **_settings_beside(named, manifest)}
    except ConfigError as error:
        raise click.UsageError(error.say(LANGUAGE)) from None
    return Asked(named, manifest, {**settings, **{name: value for name, value in options.items() if value}})


def run(asked: Asked, *, show: bool) -> Report:
    """Check what was asked for, with a progress bar; ``show`` takes pictures of what is found."""
    from a11ycheck import executors
    from a11ycheck.check import check as run_check
    from a11ycheck.commands.stopping import stopped_by_signals
    from a11ycheck.toml_file import ConfigError

    named, manifest, chosen = asked.named, asked.manifest, asked.chosen
    try:
        ruleset, decisions = demands_of(chosen), decisions_of(chosen)
        if not named:
            raise click.UsageError(say("No file was named. Try: a11ycheck invitation.pdf",
                                       "Ingen fil angavs. Prova: a11ycheck inbjudan.pdf"))  # fmt: skip
        executor = executors.by_name(chosen.get("executor") or "fenced")
        inputs = manifest.put_into(named) if manifest else named
        visiting, follow = _visiting(chosen), _follow(chosen)
        memory = _memory(chosen, inputs, ruleset, show=show, visiting=visiting, follow=follow)
        with ProgressBar(quiet=chosen.get("quiet", False)) as progress, stopped_by_signals():
            try:
                report = run_check(
                    inputs,
                    ruleset,
                    decisions=decisions,
                    executor=executor,
                    progress=progress.step,
                    show=show,
                    visiting=visiting,
                    follow=follow,
                    occasion=_occasion(manifest, chosen.get("roles", ())),
                    memory=memory,
                )
            finally:
                executor.close()
    except (ConfigError, executors.NoSuchExecutor) as error:
        raise click.UsageError(error.say(LANGUAGE)) from None
    if chosen.get("verbose"):
        for note in memory.notes():
            click.echo(note.say(LANGUAGE), err=True)
    return _asked_online(report, decisions) if chosen.get("online") and not report.stopped else report


def _asked_online(report: Report, decisions: Decisions) -> Report:
    from a11ycheck.online.asking import with_what_services_say

    try:
        return with_what_services_say(report, decisions)
    except ImportError:
        how = 'pip install "a11ycheck[web]"'
        raise click.UsageError(say(f"--online needs {how}", f"--online kräver {how}")) from None


def _memory(
    chosen: dict[str, Any],
    inputs: Sequence[str],
    ruleset: Ruleset,
    *,
    show: bool,
    visiting: Visiting,
    follow: Follow | None,
) -> Memory:
    """What this run remembers by; nothing, where there is no folder for it."""
    from a11ycheck import cache, journal
    from a11ycheck.remembering import Memory

    folder = cache.user_folder()
    if folder is None:
        return Memory()
    resume = chosen.get("resume", False)
    name = journal.asked(inputs, ruleset, show=show, visiting=visiting, follow=follow)
    of_this_run = journal.Journal(folder, name, resume=resume)
    if resume and not len(of_this_run):
        click.echo(say("--resume: no run of these inputs with these options was stopped. All is checked.",
                       "--resume: ingen körning av samma indata med samma väljare har avbrutits. Allt kontrolleras."),
                   err=True)  # fmt: skip
    return Memory(None if chosen.get("no_cache") else cache.Cache(folder), of_this_run)


def _baseline(chosen: dict[str, Any]) -> Baseline | None:
    """The baseline that was named, read before the check, so that a broken one is told at once."""
    from a11ycheck.toml_file import ConfigError

    if not chosen.get("baseline"):
        if chosen.get("only_new"):
            raise click.UsageError(
                say("--only-new needs --baseline FILE", "--only-new behöver --baseline FIL")
            )
        return None
    from a11ycheck.baseline import read

    try:
        return read(Path(chosen["baseline"]))
    except ConfigError as error:
        raise click.UsageError(error.say(LANGUAGE)) from None


def _manifest_among(named: Sequence[str]) -> Manifest | None:
    """The manifest among the inputs; a run is about one meeting."""
    from a11ycheck import manifest

    found = {path: None for given in named if (path := manifest.find(given)) is not None}
    if len(found) > 1:
        raise click.UsageError(say(f"One meeting at a time: {', '.join(map(str, found))}",
                                   f"Ett möte i taget: {', '.join(map(str, found))}"))  # fmt: skip
    return next((manifest.read(path) for path in found), None)


def _settings_beside(named: Sequence[str], manifest: Manifest | None) -> dict[str, Any]:
    """What the manifest demands, and the answers and waivers that lie beside it, or in the only folder named."""
    from a11ycheck.manifest import ANSWERS, WAIVERS

    folder = manifest.path.parent if manifest else Path(named[0]) if len(named) == 1 else None
    settings: dict[str, Any] = {}
    if folder is not None and folder.is_dir():
        beside = {"answers": folder / ANSWERS, "waivers": folder / WAIVERS}
        settings = {name: str(path) for name, path in beside.items() if path.is_file()}
    if manifest is not None and manifest.ruleset:
        settings["ruleset"] = manifest.ruleset
    return settings


def answers_path(asked: Asked) -> Path:
    """Where the answers of a run are kept: in the file that it reads, or else beside the meeting, where the next run
    finds them; for other inputs, where you are."""
    from a11ycheck.manifest import ANSWERS

    if asked.chosen.get("answers"):
        return Path(asked.chosen["answers"])
    if asked.manifest is not None:
        return asked.manifest.answers
    alone = Path(asked.named[0]) if len(asked.named) == 1 else None
    return alone / ANSWERS if alone is not None and alone.is_dir() else Path(ANSWERS)


def _occasion(manifest: Manifest | None, roles: Sequence[str]) -> Occasion:
    from a11ycheck.occasion import ROLE_WORDS, Occasion, role_called

    known = manifest.occasion if manifest else Occasion()
    given = {}
    for each in roles:
        name, _, word = each.rpartition("=")
        role = role_called(word)
        if not name or role is None:
            there_are = ", ".join(words.say(LANGUAGE) for words in ROLE_WORDS.values())
            raise click.UsageError(say(f"--role {each}: write it as invite.pdf=invitation. Roles: {there_are}",
                                       f"--role {each}: skriv som inbjudan.pdf=inbjudan. Roller: {there_are}")
                                   )  # fmt: skip
        given[name] = role
    return replace(known, roles={**known.roles, **given})


def demands_of(chosen: dict[str, Any]) -> Ruleset:
    from a11ycheck import ruleset

    loaded = ruleset.load(chosen.get("ruleset") or ruleset.DEFAULT)
    select = tuple(chosen["select"]) if chosen.get("select") else None
    return replace(loaded, select=select, ignore=tuple(chosen.get("ignore", ())))


def _visiting(chosen: dict[str, Any]) -> Visiting:
    from a11ycheck.documents.page.visiting import Visiting

    browser, state = chosen.get("browser", ""), chosen.get("storage_state", "")
    _refuse_webdriver(browser)
    if state and not Path(state).is_file():
        raise click.UsageError(say(f"--storage-state {state}: there is no such file",
                                   f"--storage-state {state}: filen finns inte"))  # fmt: skip
    return Visiting(
        browser=browser,
        storage_state=state,
        headers=dict(_header(given) for given in chosen.get("header", ())),
        viewport=_viewport(chosen["viewport"]) if chosen.get("viewport") else Visiting().viewport,
        wait_for=chosen.get("wait_for", ""),
        click=chosen.get("click", ""),
        probe=chosen.get("follow") != "none",
    )


def _refuse_webdriver(browser: str) -> None:
    """Refuse what is meant as the address of a WebDriver server and is none."""
    from a11ycheck.documents.page.browser import is_webdriver, webdriver_of
    from a11ycheck.trouble import CouldNotCheck

    if not is_webdriver(browser):
        return
    try:
        webdriver_of(browser)
    except CouldNotCheck as how:
        example = how.trouble.detail
        raise click.UsageError(say(f"--browser {browser}: write it as {example}",
                                   f"--browser {browser}: skriv som {example}")) from None  # fmt: skip


def _follow(chosen: dict[str, Any]) -> Follow | None:
    if not (chosen.get("follow") or chosen.get("follow_host")):
        return None
    from a11ycheck.following import MATERIALS, MODES, Follow

    mode = chosen.get("follow") or MATERIALS
    if mode not in MODES:  # as the settings in a file may say
        raise click.UsageError(f"--follow {mode}: {', '.join(MODES)}")
    return Follow(mode, tuple(chosen.get("follow_host", ())))


def _header(given: str) -> tuple[str, str]:
    name, colon, value = (part.strip() for part in given.partition(":"))
    if not (name and colon and name.isascii() and name.isprintable() and value.isprintable()):
        raise click.UsageError(say(f"--header {given}: write it as “Name: value”",
                                   f"--header {given}: skriv som ”Namn: värde”"))  # fmt: skip
    return name, value


def _viewport(given: str) -> tuple[int, int]:
    width, _, height = given.casefold().partition("x")
    if not (
        width.isdecimal()
        and height.isdecimal()
        and 100 <= int(width) <= 10_000
        and 100 <= int(height) <= 10_000
    ):
        raise click.UsageError(say(f"--viewport {given}: write it as 1280x1024",
                                   f"--viewport {given}: skriv som 1280x1024"))  # fmt: skip
    return int(width), int(height)


def decisions_of(chosen: dict[str, Any]) -> Decisions:
    from a11ycheck.decisions import Decisions, load_answers, load_waivers

    answers = load_answers(Path(chosen["answers"])) if chosen.get("answers") else ()
    waivers = load_waivers(Path(chosen["waivers"])) if chosen.get("waivers") else ()
    return Decisions(answers, waivers)


def _listed(lists: Sequence[str]) -> list[str]:
    from a11ycheck.sources import read_list

    named: list[str] = []
    for given in lists:
        try:
            text = sys.stdin.read() if given == "-" else Path(given).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise click.UsageError(f"--from {given}: {error}") from None
        named.extend(read_list(text.splitlines()))
    return named


OF_THE_REPORT = ("inputs", "lists", "output", "baseline", "only_new", "exit_zero", "quiet", "verbose")


def take_options_of_check(command: click.Command) -> None:
    """Give a command that checks first the options that say what is checked, and how."""
    command.params += [option for option in check.params if option.name not in OF_THE_REPORT]
