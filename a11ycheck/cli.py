"""The command line. `a11ycheck INPUT...` with no sub-command is the check."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from a11ycheck import __version__
from a11ycheck.outcome import Text

if TYPE_CHECKING:
    from a11ycheck.check import Report
    from a11ycheck.decisions import Decisions
    from a11ycheck.documents.page.visiting import Visiting
    from a11ycheck.following import Follow
    from a11ycheck.ruleset import Ruleset

LANGUAGES = ("sv", "en")
USAGE_ERROR = 2
INTERRUPTED = 130


def language_of(arguments: list[str], environment: dict[str, str]) -> str:
    """The language to speak: what ``--language`` says, else that of the locale; English when neither is Swedish.

    Read before the options are, since help and errors are in it too.
    """
    for number, argument in enumerate(arguments):
        if argument == "--language" and number + 1 < len(arguments):
            return "sv" if arguments[number + 1] == "sv" else "en"
        if argument.startswith("--language="):
            return "sv" if argument == "--language=sv" else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "sv" if environment[name].casefold().startswith("sv") else "en"
    return "en"


LANGUAGE = language_of(sys.argv[1:], dict(os.environ))


def say(en: str, sv: str) -> str:
    return Text(en, sv).say(LANGUAGE)


class CheckByDefault(click.Group):
    """A group whose first word may be an input: then it is the check that is meant."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in (*self.commands, "--help", "-h", "--version"):
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One page: what it does, an example, the options of the check, and the other commands."""
        formatter.write_text(
            say(
                "a11ycheck: is this meeting accessible for everyone? It checks the documents of a digital meeting and "
                "gives one verdict.",
                "a11ycheck: är det här mötet tillgängligt för alla? Den kontrollerar dokumenten till ett digitalt möte "
                "och ger ett utslag.",
            )
        )
        formatter.write_paragraph()
        with formatter.section(say("Examples", "Exempel")):
            formatter.write_text("a11ycheck inbjudan.pdf" if LANGUAGE == "sv" else "a11ycheck invitation.pdf")
            formatter.write_text("a11ycheck --output html:report.html meeting/")
        checking = click.Context(check, info_name="a11ycheck", parent=None)
        options = [
            record for option in check.get_params(checking) if (record := option.get_help_record(checking))
        ]
        with formatter.section(say("Options", "Väljare")):
            formatter.write_dl(options)
        others = [
            (name, command.get_short_help_str(90))
            for name, command in self.commands.items()
            if name != "check"
        ]
        with formatter.section(say("Other commands", "Andra kommandon")):
            formatter.write_dl(others)
        formatter.write_paragraph()
        formatter.write_text(
            say(
                "Exit code: 0 passes, 1 does not pass, 2 wrong usage, 3 not decided yet.",
                "Slutkod: 0 godkänt, 1 inte godkänt, 2 fel användning, 3 inte avgjort än.",
            )
        )


HELP = {"help_option_names": ["-h", "--help"]}


@click.group(cls=CheckByDefault, context_settings=HELP)
@click.version_option(__version__, "--version", prog_name="a11ycheck")
def group() -> None:
    """a11ycheck."""


def _complete_rule(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from a11ycheck.registry import all_rules

    return [rule_id for rule_id in all_rules() if rule_id.startswith(incomplete)]


def _complete_ruleset(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from a11ycheck import ruleset

    return [name for name in ruleset.names() if name.startswith(incomplete)]


@group.command(
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
    shell_complete=_complete_ruleset,
    help=say("What is demanded: accessible-for-everyone (default), wcag22-aa, en301549, pdfua-1, pdfua-2, or a file.",
             "Vad som krävs: accessible-for-everyone (förval), wcag22-aa, en301549, pdfua-1, pdfua-2 eller en fil."),
)  # fmt: skip
@click.option(
    "--output",
    multiple=True,
    metavar="FORMAT[:FILE]",
    help=say("Report as text (default), html or json, to a file or - for standard output. May be repeated.",
             "Rapport som text (förval), html eller json, till en fil eller - för standard ut. Kan upprepas."),
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
    shell_complete=_complete_rule,
    help=say("Run only the rules with this id or clause: content-picture-alt, “WCAG 1.4.*”. May be repeated.",
             "Kör bara regler med det här id:t eller kravet: content-picture-alt, ”WCAG 1.4.*”. Kan upprepas."),
)  # fmt: skip
@click.option(
    "--ignore",
    multiple=True,
    metavar="PATTERN",
    shell_complete=_complete_rule,
    help=say("Leave out the rules with this id or clause. May be repeated.",
             "Hoppa över regler med det här id:t eller kravet. Kan upprepas."),
)  # fmt: skip
@click.option("--answers", metavar="FILE", help=say("Answers to questions (TOML).", "Svar på frågor (TOML)."))
@click.option(
    "--waivers",
    metavar="FILE",
    help=say("Faults that are accepted until a day (TOML).", "Fel som godtas till en viss dag (TOML)."),
)
@click.option(
    "--executor",
    metavar="NAME",
    help=say("fenced (default): each document in a process with limits; here: in this one, for files you trust.",
             "fenced (förval): varje dokument i en avgränsad process; here: i den här, för filer du litar på."),
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
    "--browser",
    metavar="PROGRAM|ADDRESS",
    help=say("The browser for web pages: a program, or ws://… or http://… of one that runs (default: one that is "
             "installed).",
             "Webbläsaren för webbsidor: ett program, eller ws://… eller http://… till en som är i gång (förval: en "
             "som är installerad)."),
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
    from a11ycheck import config, executors
    from a11ycheck.check import check as run_check
    from a11ycheck.registry import shows_places
    from a11ycheck.toml_file import ConfigError
    from a11ycheck.verdict import EXIT_CODES

    try:
        settings = config.load(Path.cwd())
        chosen = {**settings, **{name: value for name, value in options.items() if value}}
        language = chosen.get("language") or LANGUAGE
        outputs = [_output(given) for given in chosen.get("output") or ["text"]]
        ruleset, decisions = _demands(chosen), _decisions(chosen)
        named = [*inputs, *_listed(lists)]
        if not named:
            raise click.UsageError(say("No file was named. Try: a11ycheck invitation.pdf",
                                       "Ingen fil angavs. Prova: a11ycheck inbjudan.pdf"))  # fmt: skip
        executor = executors.by_name(chosen.get("executor") or "fenced")
        with _Progress(quiet=chosen.get("quiet", False)) as progress:
            try:
                report = run_check(
                    named,
                    ruleset,
                    decisions=decisions,
                    executor=executor,
                    progress=progress.step,
                    show=any(shows_places(form) for form, _ in outputs),
                    visiting=_visiting(chosen),
                    follow=_follow(chosen),
                )
            finally:
                executor.close()
    except (ConfigError, executors.NoSuchExecutor) as error:
        raise click.UsageError(str(error)) from None
    if chosen.get("quiet"):
        click.echo(_one_line(report, language))
        outputs = [(form, file) for form, file in outputs if file != "-"]
    for form, file in outputs:
        _write(report, form, file, language)
    if chosen.get("verbose"):
        for name, version in report.versions().items():
            click.echo(f"{name} {version}", err=True)
    raise SystemExit(0 if chosen.get("exit_zero") else EXIT_CODES[report.verdict])


def _demands(chosen: dict[str, Any]) -> Ruleset:
    from dataclasses import replace

    from a11ycheck import ruleset

    loaded = ruleset.load(chosen.get("ruleset") or ruleset.DEFAULT)
    select = tuple(chosen["select"]) if chosen.get("select") else None
    return replace(loaded, select=select, ignore=tuple(chosen.get("ignore", ())))


def _visiting(chosen: dict[str, Any]) -> Visiting:
    from a11ycheck.documents.page.visiting import Visiting

    state = chosen.get("storage_state", "")
    if state and not Path(state).is_file():
        raise click.UsageError(say(f"--storage-state {state}: there is no such file",
                                   f"--storage-state {state}: filen finns inte"))  # fmt: skip
    return Visiting(
        browser=chosen.get("browser", ""),
        storage_state=state,
        headers=dict(_header(given) for given in chosen.get("header", ())),
        viewport=_viewport(chosen["viewport"]) if chosen.get("viewport") else Visiting().viewport,
        wait_for=chosen.get("wait_for", ""),
        click=chosen.get("click", ""),
        probe=chosen.get("follow") != "none",
    )


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


def _decisions(chosen: dict[str, Any]) -> Decisions:
    from a11ycheck.decisions import Decisions, load_answers, load_waivers

    answers = load_answers(Path(chosen["answers"])) if chosen.get("answers") else ()
    waivers = load_waivers(Path(chosen["waivers"])) if chosen.get("waivers") else ()
    return Decisions(answers, waivers)


def _listed(lists: tuple[str, ...]) -> list[str]:
    from a11ycheck.sources import read_list

    named: list[str] = []
    for given in lists:
        try:
            text = sys.stdin.read() if given == "-" else Path(given).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise click.UsageError(f"--from {given}: {error}") from None
        named.extend(read_list(text.splitlines()))
    return named


def _output(given: str) -> tuple[str, str]:
    """Split ``FORMAT[:FILE]``; refuse a format that is not installed."""
    from a11ycheck.registry import report_names

    form, _, file = given.partition(":")
    if form not in report_names():
        known = ", ".join(report_names())
        raise click.UsageError(say(f"--output {given}: there is no report “{form}”. There are: {known}. "
                                   "Try: --output html:report.html",
                                   f"--output {given}: det finns ingen rapport ”{form}”. Det finns: {known}. "
                                   "Prova: --output html:rapport.html"))  # fmt: skip
    return form, file or "-"


def _write(report: Report, form: str, file: str, language: str) -> None:
    from a11ycheck.registry import report_writer

    text = report_writer(form)(report, language)
    if file == "-":
        if form == "text" and sys.stdout.isatty() and "NO_COLOR" not in os.environ:
            text = _coloured(text, report)
        sys.stdout.flush()
        # Bytes, so that a terminal or pipe in another encoding gets all characters of the report.
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
        return
    try:
        Path(file).write_text(text, "utf-8", errors="replace")
    except OSError as error:
        raise click.UsageError(f"--output {form}:{file}: {error.strerror}") from None
    click.echo(say(f"Report: {file}", f"Rapport: {file}"), err=True)


def _coloured(text: str, report: Report) -> str:
    """The text report with its verdict in colour, for a terminal; the sign and the word say the same without."""
    colour = {"pass": "green", "fail": "red", "undecided": "yellow"}[report.verdict.value]
    first, _, rest = text.partition("\n")
    return f"{click.style(first, fg=colour, bold=True)}\n{rest}"


def _one_line(report: Report, language: str) -> str:
    from a11ycheck.reports.summary import headline

    return headline(report, language)


class _Progress:
    """A progress bar on standard error, for people and for work that takes more than a moment."""

    PATIENCE = 1.0
    """Seconds of silence before the bar is shown: short work needs none."""

    def __init__(self, *, quiet: bool) -> None:
        self.wanted = not quiet and sys.stderr.isatty()
        self.bar: Any = None

    def __enter__(self) -> _Progress:
        import time

        self.started = time.monotonic()
        return self

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.stop()

    def step(self, done: int, known: int, name: str) -> None:
        import time

        if not self.wanted or time.monotonic() - self.started < self.PATIENCE:
            return
        if self.bar is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

            columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
            self.bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self.bar.start()
            self.task = self.bar.add_task("")
        shown = "".join(sign if sign.isprintable() else "�" for sign in name[-60:])
        self.bar.update(self.task, completed=done, total=known, description=shown)


@group.command(
    context_settings=HELP,
    short_help=say("Mend what is safe to mend, in a copy.", "Rätta det som är säkert att rätta, i en kopia."),
    help=say(
        "Make a copy of a Word, PowerPoint, OpenDocument or calendar file in which title, language, header rows, empty "
        "headings, descriptions and time zones are mended where that is safe, and check it. The original is not "
        "touched.",
        "Gör en kopia av en fil från Word, PowerPoint, OpenDocument eller en kalender där titel, språk, rubrikrader, "
        "tomma rubriker, beskrivningar och tidszoner är rättade där det är säkert, och kontrollera den. Originalet "
        "ändras inte.",
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--copy",
    required=True,
    type=click.Path(path_type=Path),
    help=say("Where the copy is written.", "Var kopian skrivs."),
)
@click.option(
    "--title",
    metavar="TEXT",
    default="",
    help=say("The document’s title (default: the one it shows, where that is certain).",
             "Dokumentets titel (förval: den som det visar, där den är säker)."),
)  # fmt: skip
@click.option(
    "--lang",
    metavar="CODE",
    default="",
    help=say("Its language, such as sv or en-GB, where it states none (default: the text’s, where that is certain).",
             "Dess språk, till exempel sv eller en-GB, där det inte anges (förval: textens, där det är säkert)."),
)  # fmt: skip
@click.option(
    "--force", is_flag=True, help=say("Replace a copy that is there.", "Ersätt en kopia som finns.")
)
@click.option(
    "--ruleset",
    metavar="NAME|FILE",
    shell_complete=_complete_ruleset,
    help=say("What the copy is checked by.", "Vad kopian kontrolleras mot."),
)
@click.option(
    "--language", type=click.Choice(LANGUAGES), help=say("Language of the report.", "Rapportens språk.")
)
def fix(file: Path, copy: Path, title: str, lang: str, force: bool, **options: Any) -> None:
    """Mend what is safe to mend, in a copy, and check the copy."""
    from a11ycheck import config
    from a11ycheck.check import check as run_check
    from a11ycheck.mending import CannotMend, Wishes
    from a11ycheck.mending.mend import mended, write_copy
    from a11ycheck.mending.words import refusal, told
    from a11ycheck.toml_file import ConfigError
    from a11ycheck.trouble import CouldNotCheck
    from a11ycheck.verdict import EXIT_CODES, Verdict

    _refuse_copy(file, copy, force=force)
    wishes = Wishes(_title_given(title), _language_given(lang))
    try:
        chosen = {**config.load(Path.cwd()), **{name: value for name, value in options.items() if value}}
        ruleset = _demands(chosen)
        language = chosen.get("language") or LANGUAGE
        data, plan = mended(file, wishes)
        write_copy(data, copy)
    except ConfigError as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise click.UsageError(f"--copy {copy}: {error.strerror}") from None
    except (CannotMend, CouldNotCheck) as reason:
        click.echo(refusal(reason, str(file)).say(language), err=True)
        raise SystemExit(EXIT_CODES[Verdict.UNDECIDED]) from None
    click.echo(told(plan, str(copy), language))
    report = run_check([str(copy)], ruleset)
    _write(report, "text", "-", language)
    raise SystemExit(EXIT_CODES[report.verdict])


def _refuse_copy(file: Path, copy: Path, *, force: bool) -> None:
    """The original is never written to, and nothing else is overwritten unasked."""
    if copy.is_dir():
        raise click.UsageError(say(f"--copy {copy} is a folder: name the file too",
                                   f"--copy {copy} är en mapp: ange även filens namn"))  # fmt: skip
    if copy.absolute() == file.absolute() or (file.exists() and copy.exists() and copy.samefile(file)):
        raise click.UsageError(say(f"--copy {copy} is the original, which is never changed: choose another name",
                                   f"--copy {copy} är originalet, som aldrig ändras: välj ett annat namn"))  # fmt: skip
    if copy.suffix.casefold() != file.suffix.casefold():
        raise click.UsageError(say(f"--copy {copy}: let the name end in {file.suffix}, as the copy is of that kind",
                                   f"--copy {copy}: låt namnet sluta på {file.suffix}, för kopian är av den sorten")
                               )  # fmt: skip
    if not force and (copy.exists() or copy.is_symlink()):
        raise click.UsageError(say(f"--copy {copy} is there already: choose another name, or --force to replace it",
                                   f"--copy {copy} finns redan: välj ett annat namn, eller --force för att ersätta")
                               )  # fmt: skip


def _title_given(title: str) -> str:
    title = " ".join(title.split())
    if not title.isprintable():
        raise click.UsageError(say("--title holds a sign that cannot be shown",
                                   "--title innehåller ett tecken som inte går att visa"))  # fmt: skip
    return title


def _language_given(code: str) -> str:
    from a11ycheck.text.language import is_language_tag, known_primary

    if code and not (is_language_tag(code) and known_primary(code)):
        raise click.UsageError(say(f"--lang {code}: write it as sv or en-GB",
                                   f"--lang {code}: skriv som sv eller en-GB"))  # fmt: skip
    return code


@group.command(context_settings=HELP, short_help=say("List the rules.", "Räkna upp reglerna."))
@click.option("--ruleset", metavar="NAME|FILE", shell_complete=_complete_ruleset)
@click.option("--language", type=click.Choice(LANGUAGES))
def rules(ruleset: str | None, language: str | None) -> None:
    """List the rules with their level under a ruleset, and the clauses they meet."""
    from a11ycheck import ruleset as rulesets
    from a11ycheck.job import clauses_anywhere
    from a11ycheck.registry import all_rules, kinds_of_rules
    from a11ycheck.toml_file import ConfigError

    try:
        demands = rulesets.load(ruleset or rulesets.DEFAULT)
    except ConfigError as error:
        raise click.UsageError(str(error)) from None
    where = kinds_of_rules()
    for rule_id, made in all_rules().items():
        clauses = clauses_anywhere(made, where[rule_id])
        level = LEVEL_WORDS[demands.level(made, clauses).value].say(language or LANGUAGE)
        click.echo(f"{rule_id:45} {level:9} {made.title.say(language or LANGUAGE)}")


LEVEL_WORDS = {
    "required": Text("required", "krav"),
    "advice": Text("advice", "råd"),
    "off": Text("off", "av"),
}


@group.command(
    context_settings=HELP,
    short_help=say(
        "Explain a rule: why, who, how to mend it.", "Förklara en regel: varför, vem, hur man rättar."
    ),
)
@click.argument("rule", shell_complete=_complete_rule)
@click.option("--language", type=click.Choice(LANGUAGES))
def explain(rule: str, language: str | None) -> None:
    """Print a rule's page."""
    from a11ycheck.job import clauses_anywhere
    from a11ycheck.registry import all_rules, kinds_of_rules
    from a11ycheck.rule_page import page

    known = all_rules()
    made = known.get(rule) or next((one for one in known.values() if rule in one.was), None)
    if made is None:
        from difflib import get_close_matches

        near = ", ".join(get_close_matches(rule, known, n=3, cutoff=0.4)) or ", ".join(list(known)[:3])
        raise click.UsageError(
            say(
                f"There is no rule “{rule}”. Did you mean: {near}? All: a11ycheck rules",
                f"Det finns ingen regel ”{rule}”. Menade du: {near}? Alla: a11ycheck rules",
            )
        )
    kinds = kinds_of_rules()[made.id]
    click.echo(page(made, kinds, clauses_anywhere(made, kinds), language or LANGUAGE), nl=False)


@group.command(
    context_settings=HELP,
    short_help=say("Show versions and what is installed.", "Visa versioner och vad som är installerat."),
)
def doctor() -> None:
    """Show the versions that results depend on, and whether the fence holds here."""
    from a11ycheck.doctor import examine

    healthy = True
    for finding in examine():
        healthy = healthy and finding.well
        sign = "✓" if finding.well else "✕"
        click.echo(f"{sign} {finding.what.say(LANGUAGE)}: {finding.state.say(LANGUAGE)}")
    raise SystemExit(0 if healthy else 1)


@group.command(
    context_settings=HELP,
    short_help=say(
        "Get a browser: a11ycheck browser install.", "Skaffa en webbläsare: a11ycheck browser install."
    ),
)
@click.argument("what", type=click.Choice(["install"]))
def browser(what: str) -> None:
    """Get the browser that web pages are checked with: Playwright's Chromium, about 200 MB."""
    from a11ycheck.documents.page.browser import ON_DEBIAN, install, installed

    found = installed()
    if found:
        click.echo(say(f"There is one already: {found}", f"Det finns redan en: {found}"))
        return
    try:
        done = install()
    except ImportError:
        how = 'pip install "a11ycheck[web]"'
        missing = say(f"Playwright is missing. Get it: {how}", f"Playwright saknas. Skaffa det: {how}")
        raise click.UsageError(missing) from None
    if not done:
        click.echo(say(f"The browser could not be downloaded. On Debian and Ubuntu: {ON_DEBIAN}",
                       f"Webbläsaren gick inte att ladda ner. I Debian och Ubuntu: {ON_DEBIAN}"), err=True)  # fmt: skip
        raise SystemExit(1)


@group.command(
    context_settings=HELP,
    short_help=say(
        "Print the completion script for a shell.", "Skriv ut kompletteringsskriptet för ett skal."
    ),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the script that completes a11ycheck's words: `eval "$(a11ycheck completion bash)"`."""
    from click.shell_completion import get_completion_class

    script = get_completion_class(shell)
    assert script is not None
    click.echo(script(group, {}, "a11ycheck", "_A11YCHECK_COMPLETE").source())


def main() -> None:
    """Run the command; errors of usage are one or two lines that name the argument, with exit code 2."""
    from a11ycheck.registry import ClashError

    try:
        group.main(standalone_mode=False, prog_name="a11ycheck")
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        raise SystemExit(USAGE_ERROR) from None
    except click.UsageError as error:
        click.echo(f"a11ycheck: {_plain(error)}", err=True)
        click.echo(say("Help: a11ycheck --help", "Hjälp: a11ycheck --help"), err=True)
        raise SystemExit(USAGE_ERROR) from None
    except ClashError as error:
        click.echo(f"a11ycheck: {error}", err=True)
        raise SystemExit(USAGE_ERROR) from None
    except (click.Abort, KeyboardInterrupt):
        click.echo(say("Stopped.", "Avbrutet."), err=True)
        raise SystemExit(INTERRUPTED) from None


def _plain(error: click.UsageError) -> str:
    """What was wrong with the command, in the reader's language."""
    if isinstance(error, click.NoSuchOption):
        near = f" ({', '.join(error.possibilities)}?)" if error.possibilities else ""
        return say(
            f"There is no option {error.option_name}{near}", f"Väljaren {error.option_name} finns inte{near}"
        )
    if isinstance(error, click.BadOptionUsage):
        return say(
            f"The option {error.option_name} needs a value", f"Väljaren {error.option_name} behöver ett värde"
        )
    if isinstance(error, click.MissingParameter) and error.param is not None:
        name = error.param.make_metavar(error.ctx or click.Context(group))
        return say(f"{name} is missing", f"{name} saknas")
    return error.format_message()
