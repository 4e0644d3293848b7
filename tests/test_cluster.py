"""A cluster of machines says what one machine says, in the same order, whatever happens to its workers."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from conftest import _forget_what_is_installed

from a11ycheck import Text, cluster, executors
from a11ycheck.cluster import Cluster, NoCluster, WhenNeeded, identity
from a11ycheck.executors import Fenced
from a11ycheck.job import Job, Result
from a11ycheck.ruleset import DEFAULT, Ruleset, load
from a11ycheck.sources import from_file, with_side_cars
from places import PLUGIN, ROOT

if TYPE_CHECKING:
    from distributed import LocalCluster

distributed = pytest.importorskip("distributed", reason=f"Dask is not installed: {cluster.HOW_TO_GET_DASK}")

# Dask closes sockets and pipes of processes that were killed when they are collected, and says so.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")

NOTHING = Ruleset("nothing", Text("", ""))
MEETING = ROOT / "fixtures" / "meetings" / "forumkonferensen" / "bad"


def trap(text: str) -> Job:
    return Job(f"{text}.trap", "trap", NOTHING, data=text.encode())


def reason(result: Result) -> str:
    return result.trouble.reason if result.trouble else "fine"


def documents_of(folder: Path) -> list[Job]:
    demands = load(DEFAULT)
    files = sorted(file for file in folder.rglob("*") if file.suffix in (".pdf", ".ics", ".eml", ".docx"))
    return [Job(file.name, from_file(file.name, file).kind, demands, str(file)) for file in files]


@contextmanager
def running(**more: Any) -> Iterator[LocalCluster]:
    """A cluster that somebody else has started: without keys, as they come."""
    settings = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": "127.0.0.1:0", **more}
    with distributed.LocalCluster(silence_logs=50, host="127.0.0.1", memory_limit=0, **settings) as started:
        yield started


@pytest.fixture(scope="module")
def scheduler() -> Iterator[LocalCluster]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(PLUGIN))
        _forget_what_is_installed()
        identity.cache_clear()
        # A worker that a document takes with it must not cost more than the tests need.
        with running(scheduler_kwargs={"allowed_failures": 1}) as started:
            yield started
    _forget_what_is_installed()
    identity.cache_clear()


def name_of(started: LocalCluster) -> str:
    return started.scheduler_address.replace("tcp:", "dask:")


@pytest.fixture
def machines(scheduler: LocalCluster) -> Iterator[Cluster]:
    executor = executors.by_name(name_of(scheduler))
    assert isinstance(executor, Cluster)
    yield executor
    executor.close()


def pids(machines: Cluster) -> set[int]:
    return set(machines._client.run(os.getpid).values())


def test_the_same_is_said_as_by_one_machine(machines: Cluster) -> None:
    jobs = documents_of(MEETING)
    fenced = Fenced()
    expected = list(fenced.run(jobs))
    fenced.close()
    assert len(jobs) > 3
    assert any(result.findings for result in expected)
    assert list(machines.run(jobs)) == expected


def test_a_file_is_read_here_and_not_where_it_is_checked(
    machines: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "note.trap"
    path.write_bytes(b"fine")
    monkeypatch.setattr(cluster, "_packed", partial(removed_after, cluster._packed))
    (result,) = machines.run([Job("note.trap", "trap", NOTHING, str(path))])
    assert result.facts is not None
    assert not path.exists()


def removed_after(packed: Callable[[Job], tuple[str, list[bytes]]], job: Job) -> tuple[str, list[bytes]]:
    done = packed(job)
    Path(job.path).unlink()
    return done


def test_what_lies_beside_a_recording_goes_with_it(machines: Cluster, tmp_path: Path) -> None:
    pytest.importorskip("av", reason="recordings need PyAV")
    import wave

    with wave.open(str(tmp_path / "talk.wav"), "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(b"\0" * 160_000)
    (tmp_path / "talk.sv.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:04.000\nHej!\n", "utf-8")
    found = from_file("talk.wav", tmp_path / "talk.wav")
    source = with_side_cars([found])[0]
    assert [file.name for file in source.beside] == ["talk.sv.vtt"]
    job = Job("talk.wav", source.kind, load(DEFAULT), source.path, beside=source.beside)
    fenced = Fenced(workers=1)
    (expected,) = fenced.run([job])
    fenced.close()
    assert [*machines.run([job])] == [expected]


def test_results_come_in_the_order_of_the_jobs_and_a_bad_one_costs_itself(machines: Cluster) -> None:
    words = ["fine", "exit", "fine", "kill", "abort", "raise x", "recurse", "fine"]
    expected = ["fine", "crashed", "fine", "out-of-memory", "out-of-memory", "crashed", "crashed", "fine"]
    before = pids(machines)
    assert [reason(result) for result in machines.run(list(map(trap, words)))] == expected
    assert pids(machines) == before, "no worker of the cluster was lost"


def test_a_worker_that_is_killed_loses_nothing(machines: Cluster) -> None:
    jobs = [trap(f"{'large 10' if number % 2 else 'fine'}") for number in range(60)]
    before = pids(machines)
    results = machines.run(jobs)
    first = next(results)
    os.kill(min(before), signal.SIGKILL)
    done = [first, *results]
    assert [reason(result) for result in done] == ["fine"] * 60
    assert [len(result.found) for result in done] == [0, 1] * 30


def test_a_document_that_takes_its_workers_with_it_is_told_and_the_others_are_checked(
    machines: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_job = cluster.run_job

    def poisoned(job: str, files: Sequence[bytes], wanted: str) -> str:
        if files[0] == b"poison":
            os.kill(os.getpid(), signal.SIGKILL)
        return run_job(job, files, wanted)

    monkeypatch.setattr(cluster, "run_job", poisoned)
    # An answer of the tests, and not minutes, where this goes wrong.
    monkeypatch.setattr(cluster, "WITHOUT_WORKERS", 60)
    words = ["fine", "fine", "poison", "fine", "fine"]
    results = list(machines.run(list(map(trap, words))))
    assert [reason(result) for result in results] == ["fine", "fine", "crashed", "fine", "fine"]
    trouble = results[2].trouble
    assert trouble is not None
    assert "workers" in trouble.detail


@pytest.mark.parametrize("most", [3, 100])
def test_what_is_too_large_to_send_is_checked_here(
    machines: Cluster, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(machines, "_sent", lambda job, files: asked.append(job) or "{")
    monkeypatch.setattr(cluster, "MOST_SENT", most)
    (result,) = machines.run([trap("fine")])
    assert (reason(result), len(asked)) == (("fine", 0) if most == 3 else ("crashed", 1))


def test_what_a_worker_cannot_do_for_its_own_reasons_is_done_here(
    machines: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_digest", lambda: "of another version")
    assert [reason(result) for result in machines.run([trap("fine"), trap("exit")])] == ["fine", "crashed"]


def test_a_file_that_is_not_there_has_the_reason_it_has_on_one_machine(
    machines: Cluster, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.trap"
    empty.write_bytes(b"")
    jobs = [Job("x", "trap", NOTHING, str(path)) for path in (tmp_path / "none.trap", empty)]
    assert [reason(result) for result in machines.run(jobs)] == ["not-found", "empty"]


def test_a_worker_of_another_version_is_refused(
    scheduler: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("a11ycheck.check.__version__", "0.0.1")
    identity.cache_clear()
    with pytest.raises(NoCluster) as refused:
        executors.by_name(name_of(scheduler))
    monkeypatch.undo()
    identity.cache_clear()
    for language, word in (("en", "versions"), ("sv", "versioner")):
        said = refused.value.say(language)
        assert word in said
        assert "(0.0.1)" in said


def test_a_scheduler_that_is_lost_is_told_for_what_was_not_checked(
    plugin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "CONNECTING", 2)
    with running(processes=False, protocol="tcp", n_workers=1) as started:
        machines = Cluster("dask://there", started.scheduler_address)
        assert [reason(result) for result in machines.run([trap("fine")])] == ["fine"]
    try:
        (result,) = machines.run([trap("fine")])
    finally:
        machines.close()
    assert result.trouble is not None
    assert (result.trouble.reason, result.trouble.detail[:12]) == ("no-cluster", "dask://there")


def test_a_run_that_is_stopped_waits_for_no_document(machines: Cluster) -> None:
    results = machines.run([trap("hang"), trap("fine")])
    machines.stop()
    assert [reason(result) for result in results] == ["no-cluster", "no-cluster"]


def test_certificates_are_those_of_dask(plugin: Path, tmp_path: Path) -> None:
    pytest.importorskip("cryptography", reason="certificates need cryptography")
    import dask

    made = distributed.Security.temporary()
    for name in ("tls_client_key", "tls_client_cert", "tls_ca_file"):
        (tmp_path / name).write_text(getattr(made, name), "ascii")
    files = {
        "distributed.comm.tls.ca-file": str(tmp_path / "tls_ca_file"),
        "distributed.comm.tls.client.key": str(tmp_path / "tls_client_key"),
        "distributed.comm.tls.client.cert": str(tmp_path / "tls_client_cert"),
    }
    with running(processes=False, protocol="tls", n_workers=1, security=made) as started:
        name = started.scheduler_address.replace("tls:", "dask+tls:")
        with pytest.raises(NoCluster) as refused:
            executors.by_name(name)
        assert "certificates" in refused.value.say("en")
        with dask.config.set(files):
            machines = executors.by_name(name)
        assert [reason(result) for result in machines.run([trap("fine")])] == ["fine"]
        machines.close()


def test_a_cluster_without_workers_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CONNECTING", 1)
    with (
        running(processes=False, protocol="tcp", n_workers=0) as started,
        pytest.raises(NoCluster) as refused,
    ):
        Cluster("dask://there", started.scheduler_address)
    assert "dask worker" in refused.value.say("en")


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CONNECTING", 1)
    with pytest.raises(NoCluster) as refused:
        executors.by_name("dask://127.0.0.1:1")
    for language, word in (("en", "answered within 1 s"), ("sv", "svarade inom 1 s")):
        said = refused.value.say(language)
        assert said.startswith("--executor dask://127.0.0.1:1: ")
        assert word in said


@pytest.mark.parametrize(
    "name",
    [
        *(
            "dask:",
            "dask://",
            "dask://host",
            "dask://host:",
            "dask://host:port",
            "dask://:8786",
            "dask://host:0",
        ),
        *(
            "dask://host:8786/x",
            "dask://kim@host:8786",
            "dask:remote",
            "dask+udp://host:1",
            "dask://host:99999",
        ),
    ],
)
def test_an_address_that_is_none_is_told_how_to_write(name: str) -> None:
    with pytest.raises(NoCluster) as refused:
        executors.by_name(name)
    assert "dask://HOST:PORT" in refused.value.say("en")
    assert "dask://VÄRD:PORT" in refused.value.say("sv")


def test_addresses_are_those_of_dask() -> None:
    given = ("dask://host:8786", "dask+tls://host:8786/", "dask://[::1]:8786", "dask:local")
    assert [cluster._address(name) for name in given] == [
        *("tcp://host:8786", "tls://host:8786", "tcp://[::1]:8786", ""),
    ]


def test_without_dask_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from a11ycheck.commands.check import check

    monkeypatch.setitem(sys.modules, "distributed", None)
    done = CliRunner().invoke(check, ["--executor", "dask:local", str(MEETING)])
    assert done.exit_code == 2
    assert cluster.HOW_TO_GET_DASK in done.output


def test_dask_is_not_imported_by_those_who_do_not_ask_for_it() -> None:
    import subprocess

    code = "import sys, a11ycheck.cluster, a11ycheck.cli; sys.exit('dask' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_cluster_on_this_machine_is_started_and_ended(plugin: Path) -> None:
    identity.cache_clear()
    machines = executors.by_name("dask:local")
    assert isinstance(machines, WhenNeeded)
    try:
        assert list(machines.run([])) == []
        assert machines.cluster is None
        assert [reason(result) for result in machines.run([trap("fine"), trap("exit")])] == [
            "fine",
            "crashed",
        ]
        assert machines.cluster is not None
        assert machines.cluster._local is not None
        assert machines.cluster._local.scheduler_address.startswith("tls://127.0.0.1:")
        workers = pids(machines.cluster)
    finally:
        machines.close()
        identity.cache_clear()
    assert workers
    assert not any(is_running(pid) for pid in workers)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
