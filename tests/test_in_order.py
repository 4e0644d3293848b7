"""Work goes on while an early job takes long, as far as memory reaches; no machine is asked for more than it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event, Lock

import pytest

from a11ycheck import Text, in_order, machine
from a11ycheck.documents.facts import Found
from a11ycheck.executors import Here, TellOf, tell_nobody_of
from a11ycheck.in_order import InOrder
from a11ycheck.job import Job, Result
from a11ycheck.lanes import Lanes
from a11ycheck.ruleset import Ruleset
from a11ycheck.trouble import Trouble

NOTHING = Ruleset("nothing", Text("", ""))
LONG = 30.0
"""Seconds after which a test that waits has failed."""


def jobs(many: int) -> list[Job]:
    return [Job(str(number), "note", NOTHING) for number in range(many)]


class Work:
    """Jobs that say their own name; the first waits until it is let go."""

    def __init__(self, found: int = 0) -> None:
        self.found = found
        self.begun: set[int] = set()
        self.let_go = Event()
        self._changed = Lock()
        self.reached = Event()
        self.wanted = 0

    def do(self, job: Job) -> Result:
        with self._changed:
            self.begun.add(int(job.source))
            if len(self.begun) == self.wanted:
                self.reached.set()
        if job.source == "0":
            assert self.let_go.wait(LONG)
        return Result(trouble=Trouble("crashed", job.source), found=(Found("x", b"x" * self.found),))


@pytest.fixture
def threads() -> Iterator[InOrder]:
    made = InOrder(2)
    yield made
    made.close()


def names(results: Iterator[Result]) -> list[int]:
    return [int(result.trouble.detail) for result in results if result.trouble]


def test_others_are_done_while_the_first_takes_long(
    threads: InOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_order, "AHEAD", 50)
    work = Work()
    work.wanted = 50
    results = threads.run(work.do, jobs(200))
    assert work.reached.wait(LONG), "begun before a result was asked for"
    assert work.begun == set(range(50)), "no more than is to be held"
    work.let_go.set()
    assert names(results) == list(range(200))


def test_what_waits_for_its_turn_is_bounded_in_bytes(
    threads: InOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_order, "MOST_HELD", 1000)
    work = Work(found=300)
    work.wanted = 5
    results = threads.run(work.do, jobs(30))
    assert work.reached.wait(LONG)
    # Four times 300 bytes wait for the first; the sixth job is not begun before it is done.
    assert not work.let_go.is_set()
    assert work.begun == set(range(5))
    work.let_go.set()
    assert names(results) == list(range(30))


def test_a_run_that_is_left_ends(threads: InOrder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_order, "MOST_HELD", 0)
    work = Work(found=1)
    results = threads.run(work.do, jobs(20))
    work.let_go.set()
    assert names(iter([next(results)])) == [0]
    threads.close()
    assert len(work.begun) < 20


def test_what_a_job_raises_is_raised(threads: InOrder) -> None:
    def fail(job: Job) -> Result:
        raise OSError(job.source)

    with pytest.raises(OSError, match="0"):
        list(threads.run(fail, jobs(3)))


def test_documents_are_under_way_before_the_first_page_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []

    class Lane(Here):
        def run(self, jobs: Sequence[Job], tell: TellOf = tell_nobody_of) -> Iterator[Result]:
            for job in jobs:
                begun.append(job.source)
                yield Result(trouble=Trouble("crashed", job.source))

    lanes = Lanes(Lane())
    monkeypatch.setattr(lanes, "_browser_lane", Lane)
    asked = [
        Job(str(number), kind, NOTHING) for number, kind in enumerate(["page", "page", "pdf", "page", "pdf"])
    ]
    results = lanes.run(asked)
    assert names(iter([next(results)])) == [0]
    assert begun == ["2", "0"]
    assert names(results) == [1, 2, 3, 4]


@pytest.fixture
def groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    own = next(
        (
            line.removeprefix("0::/")
            for line in Path("/proc/self/cgroup").read_text("utf-8").splitlines()
            if line.startswith("0::/")
        ),
        None,
    )
    if own is None:
        pytest.skip("this system has no control groups of version 2")
    monkeypatch.setattr(machine, "CGROUPS", tmp_path)
    return tmp_path


@pytest.mark.skipif(not Path("/proc/self/cgroup").exists(), reason="control groups are of Linux")
def test_a_container_gets_what_it_is_given(groups: Path) -> None:
    machine_has = machine.cores()
    (groups / "memory.max").write_text("3000000000\n", "ascii")
    (groups / "cpu.max").write_text("100000 100000\n", "ascii")
    free = machine.free_memory()
    assert free is not None
    assert free <= 3_000_000_000
    assert machine.cores() == 1
    (groups / "cpu.max").write_text("max 100000\n", "ascii")
    assert machine.cores() == machine_has


@pytest.mark.parametrize(
    ("cores", "free", "memory", "most", "waiting", "expected"),
    [
        (8, 16_000, 1_000, None, 0, 8),
        (8, 3_500, 1_000, None, 0, 3),
        (8, 500, 1_000, None, 0, 1),
        (8, None, 1_000, None, 0, 8),
        (8, 16_000, 1_000, 4, 0, 4),
        (1, None, 1_000, 4, 0, 1),
        (2, 16_000, 1_000, 4, 1, 3),
        (2, 2_000, 1_000, 4, 1, 2),
        (8, None, 1_000, 4, 1, 4),
    ],
)
def test_as_many_work_at_once_as_there_are_cores_and_memory(
    monkeypatch: pytest.MonkeyPatch,
    cores: int,
    free: int | None,
    memory: int,
    most: int | None,
    waiting: int,
    expected: int,
) -> None:
    monkeypatch.setattr(machine, "cores", lambda: cores)
    monkeypatch.setattr(machine, "free_memory", lambda: free)
    assert machine.at_once(memory, most, waiting) == expected
