"""The gates stop what does not pass, and only that. Each is run as its host would run it:

- the GitHub action: its own steps as shell scripts with the environment that GitHub gives them, installing from here;
- the pre-commit hooks: pre-commit itself, on a repository of its own, with a copy of ours as the hooks' repository;
- the GitLab snippet: the script in docs/gates.md;
- the pytest fixture: pytest in a process of its own;
- the Dockerfile: read, since an image cannot be built everywhere; what it names exists. Where ``A11YCHECK_IMAGE`` holds
  the command that runs a built one on ``{folder}``, a good and a bad meeting are put to it. A built image is run with
  A11YCHECK_IMAGE="docker run --rm --init --network none --volume {folder}:/meeting:ro a11ycheck", or without a daemon:

      buildah build --isolation chroot --tag a11ycheck . && buildah from --name a11ycheck localhost/a11ycheck
      A11YCHECK_IMAGE="buildah run --isolation chroot --volume {folder}:/meeting:ro a11ycheck -- a11ycheck"

What hosts read (action.yml, the hooks, the snippets) is valid by their schemas. What needs the network is left out:
setup-python, upload-sarif, apt, and the dependencies, which are those of the tests themselves.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from a11ycheck.pytest_plugin import Accessible
from a11ycheck.registry import kinds, report_names
from browser import browser, need_browser
from places import ROOT
from web import server

pytest_plugins = ["pytester"]

GOOD = ROOT / "fixtures/captions-gaps/passed.vtt"
BAD = ROOT / "fixtures/captions-never-shown/failed never.vtt"
GOOD_PAGE = ROOT / "fixtures/axe-accesskeys/passed.html"
BAD_PAGE = ROOT / "fixtures/axe-accesskeys/failed shared.html"
SAID_OF_BAD = "Cues that end when they begin, or before: 1."
SITE_PACKAGES = sysconfig.get_path("purelib")
OFFLINE = {
    "PIP_NO_INDEX": "1",
    "PIP_NO_DEPS": "1",
    "PIP_NO_BUILD_ISOLATION": "0",
    "PYTHONPATH": SITE_PACKAGES,
}
"""pip takes what is needed from the tests' own environment and fetches nothing."""
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
GATES = (ROOT / "docs/gates.md").read_text("utf-8")

needs_hatchling = pytest.mark.skipif(find_spec("hatchling") is None, reason="hatchling is not installed")


def snippets(language: str) -> list[str]:
    return re.findall(rf"```{language}\n((?s:.+?))```", GATES)


# The GitHub action

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"] if "id" in step}


def given(expression: str, inputs: dict[str, str]) -> str:
    """What GitHub puts in place of the expressions that our steps hold."""
    values = {
        f"inputs.{name}": inputs.get(name, about["default"]) for name, about in ACTION["inputs"].items()
    }
    values["steps.python.outputs.python-path"] = sys.executable
    return re.sub(r"\$\{\{ (\S+) \}\}", lambda found: values[found[1]], expression)


def run_step(name: str, folder: Path, runner: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run a step's script in ``folder``, the user's repository, as GitHub's runner would."""
    inputs = {key.replace("_", "-"): value for key, value in inputs.items()}
    environment = {name: given(value, inputs) for name, value in STEPS[name]["env"].items()}
    for file in ("output", "summary"):
        (runner / file).write_text("")
    environment |= {
        **OFFLINE,
        "PATH": os.environ["PATH"],
        "HOME": str(runner),
        "RUNNER_TEMP": str(runner),
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_OUTPUT": str(runner / "output"),
        "GITHUB_STEP_SUMMARY": str(runner / "summary"),
    }
    script = runner / "step.sh"
    script.write_text(STEPS[name]["run"], "utf-8")
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A runner on which the action has been installed by its own step."""
    folder = tmp_path_factory.mktemp("runner")
    done = run_step("install", folder, folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    (folder / "meetings").mkdir(parents=True)
    shutil.copy(GOOD, folder / "good.vtt")
    shutil.copy(BAD, folder / "meetings/bad one.vtt")
    return folder


def assert_valid(schema: str, file: Path) -> None:
    """Hold a file against a schema that check-jsonschema brings along."""
    pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_action_is_valid() -> None:
    assert_valid("vendor.github-actions", ROOT / "action.yml")


def test_steps_use_only_what_steps_before_them_give() -> None:
    outputs = {"python": {"python-path"}, "check": {"verdict", "sarif"}}
    said = (ROOT / "action.yml").read_text("utf-8")
    used = re.findall(r"steps\.(\w+)\.outputs\.([\w-]+)", said)
    assert len(used) >= 4
    assert [pair for pair in used if pair[1] not in outputs[pair[0]]] == []
    assert set(re.findall(r"inputs\.([\w-]+)", said)) == set(ACTION["inputs"])


def test_scripts_of_the_action_hold_no_expression() -> None:
    """What is put into a script by GitHub is run, whoever wrote it."""
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
    assert scripts
    assert not [script for script in scripts if "${{" in script]


def test_what_the_action_uses_has_a_version() -> None:
    used = [step["uses"] for step in ACTION["runs"]["steps"] if "uses" in step]
    assert used
    assert all(re.fullmatch(r"[\w-]+(/[\w-]+)+@v\d+", name) for name in used)


@needs_hatchling
@pytest.mark.parametrize(
    ("paths", "code", "verdict"),
    [
        ("good.vtt", 0, "pass"),
        ("meetings/bad one.vtt", 1, "fail"),
        ("good.vtt\n\nmeetings\n", 1, "fail"),
        (".", 1, "fail"),
        ("gone.pdf", 3, "undecided"),
        ("$(touch run-by-name)\n`touch run-by-name`", 3, "undecided"),
    ],
)
def test_the_action_ends_with_the_verdict(
    repository: Path, runner: Path, paths: str, code: int, verdict: str
) -> None:
    done = run_step("check", repository, runner, paths=paths)
    assert done.returncode == code, done.stderr
    assert (runner / "output").read_text() == f"verdict={verdict}\n"
    assert not (repository / "run-by-name").exists()


@needs_hatchling
def test_the_action_tells_in_log_annotations_and_summary(repository: Path, runner: Path) -> None:
    done = run_step("check", repository, runner, paths=".")
    annotations, stop, said = re.split(r"^(::stop-commands::\w+)$", done.stdout, flags=re.M)
    assert re.search(r"^::error .*file=meetings/bad one\.vtt", annotations, re.M)
    assert SAID_OF_BAD in said
    assert said.rstrip().endswith(f"::{stop.rpartition('::')[2]}::")
    assert SAID_OF_BAD in (runner / "summary").read_text("utf-8")


@needs_hatchling
def test_the_action_writes_the_reports_that_are_asked_for(repository: Path, runner: Path) -> None:
    outputs = "html:report.html\njunit:report.xml"
    done = run_step("check", repository, runner, output=outputs, language="sv", upload_sarif="true")
    assert done.returncode == 1
    assert '<html lang="sv"' in (repository / "report.html").read_text("utf-8")
    assert (repository / "report.xml").read_text("utf-8").startswith("<?xml")
    told = dict(line.split("=", 1) for line in (runner / "output").read_text().splitlines())
    assert json.loads(Path(told["sarif"]).read_text("utf-8"))["version"] == "2.1.0"


@needs_hatchling
def test_the_action_takes_a_ruleset(repository: Path, runner: Path) -> None:
    (repository / "none.toml").write_text('requires = ["captions-encoding"]\n', "utf-8")
    done = run_step("check", repository, runner, ruleset="none.toml")
    assert (done.returncode, (runner / "output").read_text()) == (0, "verdict=pass\n")


@needs_hatchling
def test_the_action_says_what_was_used_wrongly(repository: Path, runner: Path) -> None:
    done = run_step("check", repository, runner, ruleset="gone.toml", upload_sarif="true")
    assert done.returncode == 2
    assert "gone.toml" in done.stderr
    assert (runner / "output").read_text() == "verdict=\n"


def test_the_actions_inputs_are_in_the_docs() -> None:
    rows = dict(re.findall(r"^\| `([\w-]+)` \| (?:`(.+?)`)? ?\|", GATES.partition("## GitLab")[0], re.M))
    assert rows == {
        name: "" if about["default"] in ("", None) else about["default"]
        for name, about in ACTION["inputs"].items()
    }


# pre-commit

HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
FOR_KIND = {"page": "a11ycheck-pages", "recording": "a11ycheck-recordings"}
SUFFIXES = [(name, suffix) for name, kind in kinds().items() for suffix in kind.suffixes]


@pytest.mark.parametrize(("kind", "suffix"), SUFFIXES)
def test_each_document_is_for_one_hook(kind: str, suffix: str) -> None:
    wanted = FOR_KIND.get(kind, "a11ycheck")
    for name in (f"meetings/agenda{suffix}", f"AGENDA{suffix.upper()}"):
        assert [hook for hook, about in HOOKS.items() if re.search(about["files"], name)] == [wanted]


@pytest.mark.parametrize("name", ["README.md", "pdf", "agenda.pdf.txt", "a11ycheck.toml"])
def test_what_is_no_document_is_for_no_hook(name: str) -> None:
    assert not [hook for hook, about in HOOKS.items() if re.search(about["files"], name)]


@pytest.mark.skipif(find_spec("pre_commit") is None, reason="pre-commit is not installed")
def test_the_hooks_are_valid() -> None:
    manifest = str(ROOT / ".pre-commit-hooks.yaml")
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", manifest]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


def git(*words: str, cwd: Path) -> None:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *who, *words], cwd=cwd, check=True, capture_output=True)


@pytest.fixture(scope="module")
def hooks_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this repository as it is now, committed, as pre-commit clones it."""
    folder = tmp_path_factory.mktemp("hooks")
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder)
    for name in ("a11ycheck", "rulesets"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    git("init", "--quiet", cwd=folder)
    git("add", "--all", cwd=folder)
    git("commit", "--quiet", "--message", "as it is", cwd=folder)
    return folder


@needs_hatchling
@pytest.mark.skipif(find_spec("pre_commit") is None, reason="pre-commit is not installed")
def test_pre_commit_stops_what_does_not_pass(
    repository: Path, hooks_repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    git("init", "--quiet", cwd=repository)
    git("add", "good.vtt", cwd=repository)
    environment = {
        **OFFLINE,
        "PATH": os.environ["PATH"],
        "HOME": str(repository.parent),
        "PRE_COMMIT_HOME": str(tmp_path_factory.getbasetemp() / "pre-commit"),
    }
    command = [
        sys.executable,
        "-m",
        "pre_commit",
        "try-repo",
        str(hooks_repository),
        "a11ycheck",
        "--verbose",
    ]

    def tried() -> tuple[int, str]:
        done = subprocess.run(
            command, cwd=repository, env=environment, capture_output=True, encoding="utf-8", timeout=300
        )
        return done.returncode, done.stdout + done.stderr

    code, said = tried()
    assert code == 0, said
    assert "Passes" in said
    git("add", "--all", cwd=repository)
    code, said = tried()
    assert code == 1, said
    assert SAID_OF_BAD in said
    assert "hook id: a11ycheck" in said


# GitLab


def test_the_gitlab_snippet_writes_what_it_keeps(repository: Path) -> None:
    (job,) = [
        found["a11ycheck"] for each in snippets("yaml") if "a11ycheck" in (found := yaml.safe_load(each))
    ]
    environment = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    # GitLab runs the lines one after the other in a shell that stops at the first that fails.
    script = "\n".join(["set -e", *job["script"]])
    done = subprocess.run(
        ["sh", "-c", script], cwd=repository, env=environment, capture_output=True, timeout=120
    )
    assert done.returncode == 1, done.stderr
    kept = [*job["artifacts"]["paths"], job["artifacts"]["reports"]["junit"]]
    assert kept
    assert all((repository / name).stat().st_size for name in kept)


@pytest.mark.parametrize(
    ("schema", "begins"),
    [("vendor.github-workflows", "name: Accessible\n"), ("vendor.gitlab-ci", "a11ycheck:\n")],
)
def test_the_snippets_are_valid(schema: str, begins: str, tmp_path: Path) -> None:
    (text,) = [each for each in snippets("yaml") if each.startswith(begins)]
    (tmp_path / "snippet.yml").write_text(text, "utf-8")
    assert_valid(schema, tmp_path / "snippet.yml")


@pytest.mark.parametrize("text", snippets("yaml"))
def test_the_snippets_name_what_there_is(text: str) -> None:
    found = yaml.safe_load(text)
    hooks = [hook["id"] for repo in found["repos"] for hook in repo["hooks"]] if "repos" in found else []
    if isinstance(found, list):
        hooks = [hook["id"] for hook in found]
    assert set(hooks) <= set(HOOKS)
    if "jobs" in found:
        steps = found["jobs"]["a11ycheck"]["steps"]
        (ours,) = [step for step in steps if "/a11ycheck@" in step.get("uses", "")]
        assert set(ours["with"]) <= set(ACTION["inputs"])
    formats = set(re.findall(r"\b(html|junit|sarif|csv|json|earl|markdown):\w+\.\w+", text))
    assert formats <= set(report_names())


# pytest


@pytest.fixture
def apart(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """pytest in a process of its own, in English, which finds the plugin by its entry point."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    return pytester


def test_the_plugin_is_registered() -> None:
    registered = {entry.value for entry in metadata.entry_points(group="pytest11")}
    assert "a11ycheck.pytest_plugin" in registered, 'install anew: pip install --editable ".[web]"'


def test_the_fixture_asserts_a_pass_and_prints_what_was_found(apart: pytest.Pytester) -> None:
    apart.makepyfile(
        f"""
        from pathlib import Path

        def test_good(a11y):
            assert a11y({str(GOOD)!r})["verdict"] == "pass"

        def test_bad(a11y):
            a11y(Path({str(BAD)!r}))

        def test_gone(a11y):
            a11y("gone.pdf")

        def test_bad_then_good(a11y):
            try:
                a11y({str(BAD)!r})
            except AssertionError:
                a11y({str(GOOD)!r})
        """
    )
    result = apart.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=2, failed=2)
    result.stdout.fnmatch_lines(
        ["*Does not pass: failed never.vtt*", f"*{SAID_OF_BAD}*", "*Where: the whole document*"]
    )
    result.stdout.fnmatch_lines(["*Not decided yet*"])
    # The test's own lines are shown, and none of the plugin's.
    result.stdout.no_fnmatch_line("*subprocess.run*")


def test_the_fixture_takes_the_commands_options(apart: pytest.Pytester) -> None:
    (apart.path / "rules.toml").write_text('requires = ["*"]\n', "utf-8")
    apart.makepyfile(
        f"""
        import pytest

        def test_ignored(a11y):
            a11y({str(BAD)!r}, ignore=["captions-never-shown", "page-*"], ruleset="wcag22-aa")

        def test_swedish(a11y):
            with pytest.raises(AssertionError, match="Inte godkänt"):
                a11y({str(BAD)!r}, language="sv")

        def test_unknown(a11y):
            with pytest.raises(ValueError, match="--rulset"):
                a11y({str(BAD)!r}, rulset="wcag22-aa")

        def test_no_such_ruleset(a11y):
            with pytest.raises(ValueError, match="gone.toml"):
                a11y({str(BAD)!r}, ruleset="gone.toml")
        """
    )
    apart.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=4)


def test_settings_that_let_everything_through_do_not_reach_the_fixture(apart: pytest.Pytester) -> None:
    (apart.path / "a11ycheck.toml").write_text("exit_zero = true\n", "utf-8")
    apart.makepyfile(f"def test_bad(a11y): a11y({str(BAD)!r})")
    apart.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(failed=1)


def test_a_test_without_the_fixture_imports_nothing_for_it(apart: pytest.Pytester) -> None:
    apart.makepyfile(
        """
        import sys

        def test_nothing():
            ours = {name for name in sys.modules if name.startswith("a11ycheck")}
            words = {"a11ycheck", "a11ycheck.outcome", "a11ycheck.people", "a11ycheck.rule"}
            assert ours == {*words, "a11ycheck.pytest_plugin"}
        """
    )
    apart.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=1)


def test_a_page_of_the_asynchronous_form_is_refused(tmp_path: Path) -> None:
    class AsyncPage:
        url = "http://localhost/"
        context = None

        async def content(self) -> str:
            return ""

    with pytest.raises(TypeError, match="asynchronous"):
        Accessible(tmp_path)(AsyncPage())  # type: ignore[arg-type]


def test_html_is_checked_as_a_page(tmp_path: Path) -> None:
    """Without a browser it cannot be, and that is no pass."""
    with pytest.raises(AssertionError, match=r"page\.html"):
        Accessible(tmp_path)("<!DOCTYPE html><title>Mötet</title>", browser=str(tmp_path / "none"))


def test_pages_are_checked_by_address_with_cookies_and_by_content(tmp_path: Path) -> None:
    need_browser()
    a11y = Accessible(tmp_path)
    cookies: list[str | None] = []

    def answer(handler: Any) -> None:
        cookies.append(handler.headers["Cookie"])
        handler.say(200, BAD_PAGE.read_text("utf-8"))

    options = {"ruleset": str(tmp_path / "rules.toml"), "select": "axe-accesskeys"}
    (tmp_path / "rules.toml").write_text('requires = ["axe-accesskeys"]\n', "utf-8")
    with server({"/": answer}) as running, browser() as started:
        page = started.new_page()
        page.set_content(GOOD_PAGE.read_text("utf-8"))
        assert a11y(page, **options)["verdict"] == "pass"
        page.context.add_cookies([{"name": "member", "value": "yes", "url": running.at()}])
        page.goto(running.at())
        cookies.clear()
        with pytest.raises(AssertionError, match="axe-accesskeys"):
            a11y(page, **options)
    assert "member=yes" in cookies
    assert not (tmp_path / "storage_state.json").exists()


# Docker


@pytest.fixture(scope="module")
def dockerfile(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    """The instructions of the Dockerfile, lines joined: ``instruction`` and ``value``."""
    parser = pytest.importorskip("dockerfile_parse", reason="dockerfile-parse is not installed")
    with (ROOT / "Dockerfile").open("rb") as file:
        structure: list[dict[str, str]] = parser.DockerfileParser(fileobj=file).structure
    return [each for each in structure if each["instruction"] != "COMMENT"]


def values(dockerfile: list[dict[str, str]], instruction: str) -> list[str]:
    return [each["value"] for each in dockerfile if each["instruction"] == instruction]


def test_the_image_runs_our_command_as_a_user_without_rights(dockerfile: list[dict[str, str]]) -> None:
    (user,) = values(dockerfile, "USER")
    (run,) = [value for value in values(dockerfile, "RUN") if "useradd" in value]
    assert int(user) > 0
    assert f"--uid {user} " in run
    (entry,) = (json.loads(value) for value in values(dockerfile, "ENTRYPOINT"))
    assert entry[0] in PROJECT["project"]["scripts"]
    # Nothing is done with more rights after that.
    order = [each["instruction"] for each in dockerfile]
    assert "RUN" not in order[order.index("USER") :]


def test_what_the_image_copies_is_here_and_is_not_kept_out(dockerfile: list[dict[str, str]]) -> None:
    let_in = {
        line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")
    }
    copied = [
        source
        for value in values(dockerfile, "COPY")
        if not value.startswith("--from")
        for source in value.split()[:-1]
    ]
    assert set(copied) == let_in
    assert all((ROOT / source).exists() for source in copied)
    needed = {PROJECT["project"]["readme"], *PROJECT["project"]["license-files"], "pyproject.toml"}
    assert needed <= set(copied)


def test_what_the_image_installs_exists(dockerfile: list[dict[str, str]]) -> None:
    lines = " ".join(values(dockerfile, "RUN"))
    (extras,) = re.findall(r'"\.\[(.+?)\]"', lines)
    assert set(extras.split(",")) <= set(PROJECT["project"]["optional-dependencies"])
    packages = re.search(r"--no-install-recommends\s+([\w \-]+?)\s+&&", lines)
    assert packages
    named = packages[1].split()
    assert {"bubblewrap", "chromium"} <= set(named)
    if shutil.which("apt-cache") is None:
        return
    known = subprocess.run(
        ["apt-cache", "show", *named], capture_output=True, encoding="utf-8", check=False
    ).stdout
    if not known:
        pytest.skip("apt has no lists here")
    assert set(named) <= set(re.findall(r"^Package: (\S+)$", known, re.M))


def test_every_command_of_the_image_is_one(dockerfile: list[dict[str, str]]) -> None:
    commands = {
        words.split()[0]
        for value in values(dockerfile, "RUN")
        for words in value.split("&&")
        if words.strip()
    }
    built = {"/opt/a11ycheck/bin/pip"}  # made by the line before
    assert built <= commands
    if not Path("/etc/debian_version").is_file():
        pytest.skip("the image is a Debian and this is none")
    assert not [name for name in commands - built if shutil.which(name) is None]


RUN_IMAGE = os.environ.get("A11YCHECK_IMAGE", "")


@pytest.mark.skipif(not RUN_IMAGE, reason="no image is named: A11YCHECK_IMAGE holds the command that runs it")
@pytest.mark.parametrize(("meeting", "code"), [("good", 0), ("bad", 1)])
def test_the_image_checks_documents_and_pages(tmp_path: Path, meeting: str, code: int) -> None:
    folder = tmp_path / "meeting"
    shutil.copytree(ROOT / "fixtures/meetings/forumkonferensen" / meeting, folder)
    for each in (*tmp_path.parents[:2], tmp_path, folder, *folder.rglob("*")):
        each.chmod(0o755 if each.is_dir() else 0o644)  # the user of the image reads it
    command = [word.format(folder=folder) for word in RUN_IMAGE.split()]
    done = subprocess.run(
        [*command, "--output", "json:-", "."], capture_output=True, encoding="utf-8", timeout=600
    )
    assert done.returncode == code, done.stderr
    told = json.loads(done.stdout)
    assert {part["kind"] for part in told["documents"]} >= {"page", "pdf", "calendar"}
    assert [part["trouble"] for part in told["documents"] if part["trouble"]] == []
