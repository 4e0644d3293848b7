"""The fence: whatever a document does, it costs that document its result and nothing else."""

from __future__ import annotations

import datetime
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from a11ycheck import Text, executors
from a11ycheck.executors import MOST_TOLD, Fenced, Here, Limits, bubblewrap
from a11ycheck.job import Job, Result
from a11ycheck.ruleset import Ruleset

QUICK = Limits(cpu=2, wall=3, memory=600_000_000, result_size=200_000)


NOTHING = Ruleset("nothing", Text("", ""))


def trap(text: str) -> Job:
    return Job(f"{text}.trap", "trap", NOTHING, data=text.encode())


@pytest.fixture(params=["bwrap", "plain"])
def fenced(request: pytest.FixtureRequest, plugin: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Fenced]:
    if request.param == "plain":
        monkeypatch.setattr(executors, "bubblewrap", lambda: ())
    elif not bubblewrap():
        pytest.skip("bubblewrap is not installed or may not be used here")
    executor = Fenced(QUICK, workers=2)
    yield executor
    executor.close()


def reason(result: Result) -> str:
    return result.trouble.reason if result.trouble else "fine"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fine", "fine"),
        ("hang", "timed-out"),
        ("loop", "timed-out"),
        ("memory", "out-of-memory"),
        ("exit", "crashed"),
        ("abort", "out-of-memory"),  # how C++ ends when memory is gone
        ("kill", "out-of-memory"),  # how the system ends a process when memory is gone
        ("print", "fine"),
        ("recurse", "crashed"),
        ("large 1000000", "too-big"),
        ("raise something odd", "crashed"),
    ],
)
def test_what_a_document_does_and_what_comes_of_it(fenced: Fenced, text: str, expected: str) -> None:
    before, culprit, after = fenced.run([trap("fine"), trap(text), trap("fine")])
    assert (reason(before), reason(culprit), reason(after)) == ("fine", expected, "fine")


def test_an_error_is_told_with_its_words(fenced: Fenced) -> None:
    (result,) = fenced.run([trap("raise something odd")])
    assert result.trouble is not None
    assert "something odd" in result.trouble.detail


def test_no_file_is_written(fenced: Fenced, tmp_path: Path) -> None:
    target = tmp_path / "written"
    (result,) = fenced.run([trap(f"write {target}")])
    assert reason(result) == "crashed"
    assert not target.exists() or target.read_bytes() == b""


def test_nothing_of_the_environment_is_seen(fenced: Fenced, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "hush")
    (result,) = fenced.run([trap("environment")])
    assert result.facts is not None
    assert set(result.facts.title.split(",")) <= {"PYTHONPATH", "LC_CTYPE", "PWD"}


def test_nothing_that_lies_beside_the_documents_is_imported(
    fenced: Fenced, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    (result,) = fenced.run([trap("fine")])
    assert reason(result) == "fine"


def test_results_come_in_the_order_of_the_jobs(fenced: Fenced) -> None:
    words = ["fine", "exit", "fine", "kill", "fine", "raise x", "fine"]
    expected = ["fine", "crashed", "fine", "out-of-memory", "fine", "crashed", "fine"]
    assert [reason(result) for result in fenced.run([trap(word) for word in words])] == expected


def test_a_worker_outlives_the_jobs_it_was_started_for(fenced: Fenced) -> None:
    first = [reason(result) for result in fenced.run([trap("fine"), trap("fine"), trap("fine")])]
    started = [worker.process.pid for worker in fenced._all]
    second = [reason(result) for result in fenced.run([trap("fine")])]
    assert first + second == ["fine"] * 4
    assert [worker.process.pid for worker in fenced._all] == started


def test_workers_are_reused_and_recycled(plugin: Path) -> None:
    executor = Fenced(Limits(documents_per_worker=2), workers=1)
    started = []
    new_worker = executors.Worker

    def counting(limits: Limits) -> executors.Worker:
        started.append(limits)
        return new_worker(limits)

    executors.Worker = counting  # type: ignore[assignment,misc]
    try:
        results = [reason(result) for result in executor.run([trap("fine")] * 5)]
    finally:
        executors.Worker = new_worker  # type: ignore[misc]
        executor.close()
    assert results == ["fine"] * 5
    assert len(started) == 3


def test_a_worker_that_was_killed_between_two_documents_costs_nothing(fenced: Fenced) -> None:
    assert reason(next(fenced.run([trap("fine")]))) == "fine"
    (worker,) = fenced._all
    os.killpg(worker.process.pid, signal.SIGKILL)
    worker.process.wait()
    assert [reason(next(fenced.run([trap("fine")]))) for _ in range(2)] == ["fine", "fine"]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_document_whose_worker_is_killed_from_outside_is_checked_by_another(
    fenced: Fenced, how: signal.Signals, tmp_path: Path
) -> None:
    path, again = tmp_path / "wait.trap", tmp_path / "again.trap"
    os.mkfifo(path)
    again.write_bytes(b"fine")
    results = fenced.run([Job("wait.trap", "trap", NOTHING, path=str(path)), trap("fine")])
    with path.open("wb"):
        # A worker has opened the document, and waits for what stands in it.
        again.replace(path)
        for worker in list(fenced._all):
            os.killpg(worker.process.pid, how)
        done = list(results)
    assert [reason(result) for result in done] == ["fine", "fine"]


def test_a_document_that_kills_its_worker_is_tried_twice_and_no_more(
    plugin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[executors.Worker] = []
    new_worker = executors.Worker

    def counting(limits: Limits) -> executors.Worker:
        started.append(new_worker(limits))
        return started[-1]

    monkeypatch.setattr(executors, "Worker", counting)
    executor = Fenced(QUICK, workers=1)
    results = [reason(result) for result in executor.run([trap("kill"), trap("abort"), trap("fine")])]
    executor.close()
    assert results == ["out-of-memory", "out-of-memory", "fine"]
    assert len(started) == 4


def test_what_is_done_is_told_while_it_is_done(fenced: Fenced) -> None:
    told: list[tuple[str, float]] = []
    job = trap('forge 3 {"done": 0.5}')
    (result,) = fenced.run([job], lambda of, share: told.append((of.source, share)))
    assert reason(result) == "fine"
    assert told == [(job.source, 0.5)] * 3


@pytest.mark.parametrize(
    "text",
    [
        'forge 1 {"done": 7}',
        'forge 1 {"done": -0.1}',
        'forge 1 {"done": NaN}',
        'forge 1 {"done": "half"}',
        'forge 1 {"done": null}',
        "forge 1 3",
        'forge 1 "done"',
        "forge 1 {",
        f'forge {MOST_TOLD + 1} {{"done": 0.5}}',
    ],
)
def test_what_is_forged_costs_the_document_its_result(fenced: Fenced, text: str) -> None:
    told: list[float] = []
    (result,) = fenced.run([trap(text)], lambda of, share: told.append(share))
    assert reason(result) == "crashed"
    assert len(told) <= MOST_TOLD
    assert all(0 <= share <= 1 for share in told)


def test_telling_moves_no_deadline(fenced: Fenced) -> None:
    (result,) = fenced.run([trap('forge-and-hang {"done": 0.5}')])
    assert reason(result) == "timed-out"


def test_closing_leaves_no_process(fenced: Fenced) -> None:
    list(fenced.run([trap("fine"), trap("fine")]))
    processes = [worker.process for worker in fenced._all]
    fenced.close()
    assert all(isinstance(process, subprocess.Popen) and process.poll() is not None for process in processes)


def test_a_file_over_the_limit_is_not_read(plugin: Path, tmp_path: Path) -> None:
    path = tmp_path / "large.trap"
    path.write_bytes(b"fine" + b" " * 1000)
    small = Limits(file_size=100)
    for executor in (Here(small), Fenced(small, workers=1)):
        (result,) = executor.run([Job("large.trap", "trap", NOTHING, path=str(path))])
        executor.close()
        assert reason(result) == "too-big"


def test_here_and_fenced_say_the_same(plugin: Path) -> None:
    options = {"note-shouting": {"longest": 6}, "not-installed": {"from": datetime.date(2026, 11, 22)}}
    demands = Ruleset("shouting", Text("", ""), requires=("note-*",), options=options)
    job = Job("n", "note", demands, data=b"NOTE en Title\nHELLO\nHELLO ALL\nfine\nreally?\nCRASH\n")
    executor = Fenced(workers=1)
    (here,) = Here().run([job])
    (fenced,) = executor.run([job])
    executor.close()
    assert here == fenced
    assert [finding.outcome.message for finding in here.findings] == ["capitals", "joke", "rule-broke"]
    assert [put.id for put in here.rules] == ["note-shouting"]


def test_time_grows_with_size() -> None:
    assert Limits().seconds_more(1_000) == 0
    assert Limits().seconds_more(30_000_000) == 29
