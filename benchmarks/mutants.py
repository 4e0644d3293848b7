"""Do the tests notice when the code that decides is changed?

    python benchmarks/mutants.py [--write] [MODULE...]

Each module is changed in one place at a time (a comparison turned, a condition left out, a number one off, a statement
dropped ...), in a copy of the package, and its tests are run. A change that no test notices has survived: it is printed
with its line, and the command fails, unless ``mutants.md`` says why the code does the same with it. ``--write`` puts
the figures into that file.

Words for people are not changed: what a message says is held by other tests, or by none.
"""

from __future__ import annotations

import ast
import compileall
import contextlib
import copy
import multiprocessing
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from measure import table

ROOT = Path(__file__).resolve().parent.parent
WRITTEN = Path(__file__).with_suffix(".md")
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->\n"
TESTS = {
    "verdict": ("test_verdict", "test_exemptions"),
    "ruleset": ("test_verdict", "test_ruleset", "test_exemptions"),
    "decisions": ("test_decisions", "test_verdict"),
    "exemptions": ("test_exemptions",),
    "job": ("test_job",),
}
"""The narrow tests of each module, the quickest first."""
AT_ONCE = 2
LONGEST = 60.0
"""Seconds after which a change counts as noticed: the tests hang."""
MEMORY = 4_000_000_000
LONGEST_TOLD = 80
"""Characters of a piece of code, in what is told of a change."""
SAYING = {"Text", "ConfigError", "ValueError"}
"""What is called with words for people."""

TURNED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
OTHER: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
NAMES = {
    "any": "all",
    "all": "any",
    "min": "max",
    "max": "min",
    "startswith": "endswith",
    "endswith": "startswith",
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change: the text of its line as it was, and what became what. ``source`` is the whole module with it."""

    module: str
    number: int
    line: str
    change: str
    source: str

    @property
    def name(self) -> tuple[str, str, str]:
        return self.module, self.line, self.change


def changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """What may come in the place of a node, each with how it is told."""
    yield from turned(node)
    yield from others(node)
    yield from smaller(node)


def turned(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Comparisons and conditions."""
    match node:
        case ast.Compare(ops=ops):
            for index, op in enumerate(ops):
                for other in TURNED[type(op)]:
                    yield told(node, ops=[*ops[:index], other(), *ops[index + 1 :]])
        case ast.BoolOp(op=op, values=values):
            yield told(node, op=ast.Or() if isinstance(op, ast.And) else ast.And())
            for index in range(len(values)):
                yield told(node, values=[*values[:index], *values[index + 1 :]])
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield became(node, operand)
        case ast.IfExp(test=test) | ast.If(test=test):
            negated = ast.UnaryOp(ast.Not(), test)
            yield f"if {ast.unparse(test)} → if {ast.unparse(negated)}", altered(node, test=negated)


def others(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Operators, values and names."""
    match node:
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in OTHER:
            yield told(node, op=OTHER[type(op)]())
        case ast.Constant(value=bool(value)):
            yield told(node, value=not value)
        case ast.Constant(value=int(value)):
            yield told(node, value=value + 1)
            yield told(node, value=value - 1)
        case ast.Constant(value=str(value)):
            yield told(node, value=value + "X")
        case ast.Name(id=name) if name in NAMES:
            yield told(node, id=NAMES[name])
        case ast.Attribute(attr=name) if name in NAMES:
            yield told(node, attr=NAMES[name])
        case ast.Return(value=ast.expr() as value) if not (
            isinstance(value, ast.Constant) and value.value is None
        ):
            yield told(node, value=ast.Constant(None))


def smaller(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """A node without one of its parts."""
    match node:
        case ast.Tuple(elts=elts, ctx=ast.Load()) | ast.List(elts=elts, ctx=ast.Load()) | ast.Set(elts=elts):
            for index, each in enumerate(elts):
                if len(elts) > 1:
                    rest = [*elts[:index], *elts[index + 1 :]]
                    yield f"{short(node)}: without {short(each)}", altered(node, elts=rest)
        case ast.Dict(keys=keys, values=values):
            for index, value in enumerate(values):
                rest_keys = [*keys[:index], *keys[index + 1 :]]
                rest = [*values[:index], *values[index + 1 :]]
                key = keys[index]
                told_by = short(key if key is not None else value)
                yield f"without {told_by}", altered(node, keys=rest_keys, values=rest)
        case ast.Call(keywords=keywords) if keywords:
            for index, keyword in enumerate(keywords):
                rest_of = [*keywords[:index], *keywords[index + 1 :]]
                yield f"{short(node.func)}: without {keyword.arg}=", altered(node, keywords=rest_of)
        case ast.comprehension(ifs=ifs) if ifs:
            yield f"without if {short(ifs[0])}", altered(node, ifs=[])
            negated = ast.UnaryOp(ast.Not(), ifs[0])
            yield f"if {short(ifs[0])} → if {short(negated)}", altered(node, ifs=[negated])
        case ast.For(iter=over):
            yield f"for … in {short(over)} → in ()", altered(node, iter=ast.Tuple([], ast.Load()))
        case ast.ExceptHandler():
            yield "the handler raises", altered(node, body=[ast.Raise()])
        case ast.Assign() | ast.AugAssign() | ast.Raise() | ast.Continue() | ast.Break() | ast.Expr():
            yield f"without {short(node)}", ast.Pass()


def altered(node: ast.AST, **fields: object) -> ast.AST:
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def became(old: ast.AST, new: ast.AST) -> tuple[str, ast.AST]:
    return f"{short(old)} → {short(new)}", new


def told(old: ast.AST, **fields: object) -> tuple[str, ast.AST]:
    return became(old, altered(old, **fields))


def short(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= LONGEST_TOLD else text[: LONGEST_TOLD - 1] + "…"


def places(node: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    """All nodes that may be changed, each with the node, field and index that it stands at."""
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns") or (
            field == "decorator_list" and isinstance(node, ast.ClassDef)
        ):
            continue
        for index, each in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(each, ast.AST) or is_left_alone(each):
                continue
            yield node, field, index, each
            yield from places(each)


def is_left_alone(node: ast.AST) -> bool:
    """Imports, documentation and words for people."""
    match node:
        case ast.Import() | ast.ImportFrom() | ast.JoinedStr() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Call(func=ast.Name(id=name)):
            return name in SAYING
    return False


def mutants(module: str) -> list[Mutant]:
    """All changes of a module, in the order of its lines."""
    text = (ROOT / "a11ycheck" / f"{module}.py").read_text("utf-8")
    lines = text.splitlines()
    tree = ast.parse(text)
    plain = ast.unparse(tree)
    found = []
    line = 0
    for owner, field, index, node in places(tree):
        line = getattr(node, "lineno", line)
        for change, new in changes(node):
            put(owner, field, index, new)
            source = ast.unparse(ast.fix_missing_locations(tree))
            put(owner, field, index, node)
            if source != plain:
                found.append(Mutant(module, line, lines[line - 1].strip(), change, source))
    return sorted(found, key=lambda mutant: mutant.number)


def put(owner: ast.AST, field: str, index: int | None, node: ast.AST) -> None:
    if index is None:
        setattr(owner, field, node)
    else:
        getattr(owner, field)[index] = node


def copied(folder: Path) -> None:
    """What the tests need: the package and the tests themselves as copies, the rest as it lies."""
    without = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "a11ycheck", folder / "a11ycheck", ignore=without)
    (folder / "tests").mkdir()
    for path in (ROOT / "tests").iterdir():
        if path.suffix == ".py":
            shutil.copyfile(path, folder / "tests" / path.name)
        elif path.is_dir() and path.name != "__pycache__":
            (folder / "tests" / path.name).symlink_to(path)
    for name in ("fixtures", "rulesets", "docs", "pyproject.toml"):
        (folder / name).symlink_to(ROOT / name)
    compileall.compile_dir(folder, quiet=2)


def is_noticed(folder: Path, mutant: Mutant, as_it_stands: bool = False) -> bool:
    """Put the change into the copy and run the module's tests, in a process that goes on from this one."""
    changed = folder / "a11ycheck" / f"{mutant.module}.py"
    as_it_was = changed.read_bytes()
    for compiled in (changed.parent / "__pycache__").glob(f"{mutant.module}.*"):
        compiled.unlink()
    changed.write_text(mutant.source, "utf-8")
    try:
        child = os.fork()
        if child == 0:
            sys.dont_write_bytecode = not as_it_stands  # the tests are compiled once
            run_tests(folder, mutant.module)
        return ended_with(child) != 0
    finally:
        changed.write_bytes(as_it_was)


def run_tests(folder: Path, module: str) -> None:
    code = 99
    try:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        nowhere = os.open(os.devnull, os.O_RDWR)
        for channel in (0, 1, 2):
            os.dup2(nowhere, channel)
        os.chdir(folder)
        os.environ.update(CI="1", PYTHONPATH=str(folder), PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")
        import pytest

        tests = [f"tests/{name}.py" for name in TESTS[module]]
        settings = ["-x", "-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
        where = [f"--rootdir={folder}", "-c", str(folder / "pyproject.toml")]
        code = int(pytest.main([*settings, *where, *tests]))
    finally:
        os._exit(code)


def ended_with(child: int) -> int:
    until = time.monotonic() + LONGEST
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > until:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return -signal.SIGKILL
        time.sleep(0.01)


def try_all(some: list[Mutant], answers: multiprocessing.Queue[tuple[Mutant, bool]]) -> None:
    """Try some mutants one after another, in a copy of our own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        copied(folder)
        import_what_does_not_change(folder)
        for module in {mutant.module for mutant in some}:
            text = (ROOT / "a11ycheck" / f"{module}.py").read_text("utf-8")
            if is_noticed(folder, Mutant(module, 0, "", "", text), as_it_stands=True):
                raise SystemExit(f"{module}: its tests fail as it stands")
        for mutant in some:
            answers.put((mutant, is_noticed(folder, mutant)))


def import_what_does_not_change(folder: Path) -> None:
    """Once for all mutants: what the tests use, and the rules, which see none of the modules that are changed."""
    sys.path.insert(0, str(folder))
    import hypothesis.strategies
    import pytest

    import a11ycheck
    from a11ycheck.registry import all_rules

    assert all_rules()
    with contextlib.redirect_stderr(StringIO()), contextlib.redirect_stdout(StringIO()):
        pytest.main(["--version"])  # which imports its plugins
    assert hypothesis.strategies
    assert Path(a11ycheck.__file__).is_relative_to(folder)
    assert not {f"a11ycheck.{module}" for module in TESTS} & set(sys.modules)


def tried(all_of_them: list[Mutant]) -> Iterator[tuple[Mutant, bool]]:
    answers: multiprocessing.Queue[tuple[Mutant, bool]] = multiprocessing.Queue()
    shares = [share for number in range(AT_ONCE) if (share := all_of_them[number::AT_ONCE])]
    processes = [multiprocessing.Process(target=try_all, args=(share, answers)) for share in shares]
    for process in processes:
        process.start()
    left = len(all_of_them)
    while left:
        if answers.empty() and any(process.exitcode for process in processes):
            raise SystemExit("stopped")
        with contextlib.suppress(Exception):
            yield answers.get(timeout=1)
            left -= 1
    for process in processes:
        process.join()


def explained() -> dict[tuple[str, str, str], str]:
    """The changes that ``mutants.md`` gives a reason for: module, line, change, reason."""
    found = {}
    if WRITTEN.exists():
        for row in WRITTEN.read_text("utf-8").splitlines():
            cells = [cell.strip() for cell in row.strip("|").split(" | ")]
            if len(cells) == 4 and cells[0] in TESTS and cells[1].startswith("`"):
                module, line, change, reason = cells
                found[module, line.strip("`").strip(), change.strip("`").strip()] = reason
    return found


def main(arguments: list[str]) -> int:
    chosen = [each for each in arguments if not each.startswith("-")] or list(TESTS)
    all_of_them = [mutant for module in chosen for mutant in mutants(module)]
    reasons = explained()
    counts: Counter[tuple[str, str]] = Counter()
    unnoticed = []
    for mutant, noticed in tried(all_of_them):
        how = "killed" if noticed else "equivalent" if mutant.name in reasons else "survived"
        counts[mutant.module, how] += 1
        if how == "survived":
            unnoticed.append(mutant)
    rows = []
    for module in chosen:
        found = [counts[module, how] for how in ("killed", "equivalent", "survived")]
        rows.append([f"`{module}.py`", *map(str, (sum(found), *found))])
    figures = table("Changes", ["module", "tried", "noticed", "the same", "survived"], rows)
    print(figures)
    for mutant in sorted(unnoticed, key=lambda mutant: (mutant.module, mutant.number)):
        print(f"a11ycheck/{mutant.module}.py:{mutant.number}: {mutant.line}\n    {mutant.change}")
    if "--write" in arguments:
        before, _, rest = WRITTEN.read_text("utf-8").partition(BEGIN)
        WRITTEN.write_text(before + BEGIN + figures + END + rest.partition(END)[2], "utf-8")
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
