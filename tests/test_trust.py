"""What others build on: pinned packages, licences, a wheel that is the same to the byte, and what SECURITY.md says."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from a11ycheck.executors import Limits
from places import ROOT

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
LOCK_TEXT = (ROOT / "requirements" / "test.lock").read_text("utf-8")
RENEW = "pyproject.toml has changed: make lock licences"


def tool(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A program of ``tools/`` as a module."""
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    spec = spec_from_file_location(f"tools_{name}", ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def lock(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return tool("write_lock", monkeypatch)


def on(python: str) -> dict[str, str]:
    """What markers are judged by, on Linux with this Python."""
    return {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "sys_platform": "linux",
        "os_name": "posix",
        "platform_machine": "x86_64",
        "platform_system": "Linux",
    }


class TestTheLock:
    def test_it_is_made_from_what_is_required_now(self, lock: ModuleType) -> None:
        assert lock.fingerprint() in LOCK_TEXT, RENEW

    @pytest.mark.parametrize("python", PYTHONS)
    def test_each_requirement_is_pinned_once_to_what_fits(self, lock: ModuleType, python: str) -> None:
        here = on(python)
        pinned: dict[str, str] = {}
        for pin in lock.pins(LOCK_TEXT):
            if not pin.marker or Marker(pin.marker).evaluate(here):
                assert pin.name not in pinned, pin
                pinned[pin.name] = pin.version
        for required in map(Requirement, lock.requirements()):
            name = canonicalize_name(required.name)
            if name == "a11ycheck" or (required.marker and not required.marker.evaluate(here)):
                continue
            assert name in pinned, RENEW
            assert required.specifier.contains(pinned[name], prereleases=True), f"{required}: {RENEW}"

    def test_all_that_packages_need_is_pinned_too(self, lock: ModuleType) -> None:
        names = {pin.name for pin in lock.pins(LOCK_TEXT)}
        missing = set()
        for name in names:
            try:
                needed = map(Requirement, metadata.requires(name) or [])
            except metadata.PackageNotFoundError:  # for another system
                continue
            for each in needed:
                if each.marker is None or each.marker.evaluate({"extra": ""}):
                    missing |= {canonicalize_name(each.name)} - names
        assert missing == set()

    def test_each_has_hashes_and_nothing_says_where_it_was_written(self, lock: ModuleType) -> None:
        pins = list(lock.pins(LOCK_TEXT))
        assert len(pins) > 50
        assert len(re.findall(r"^[a-z0-9]\S*==", LOCK_TEXT, re.M)) == len(pins)
        for block in re.split(r"\n(?=[a-z0-9])", LOCK_TEXT.partition("\n\n")[2]):
            assert re.search(r"--hash=sha256:[0-9a-f]{64}", block), block
        assert not re.search(
            r"://|--index-url|--extra-index-url|--find-links|--trusted-host|(?<![\w.])/\w", LOCK_TEXT
        )

    def test_a_change_in_what_is_required_is_seen(
        self, lock: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        text = (ROOT / "pyproject.toml").read_text("utf-8")
        (tmp_path / "pyproject.toml").write_text(text.replace('"click>=', '"click>=1', 1), "utf-8")
        monkeypatch.setattr(lock, "ROOT", tmp_path)
        assert lock.fingerprint() not in LOCK_TEXT

    def test_make_test_installs_from_it(self) -> None:
        made = (ROOT / "Makefile").read_text("utf-8")
        assert "--require-hashes --no-deps -r requirements/test.lock" in made


class TestLicences:
    TABLE = (ROOT / "docs" / "licences.md").read_text("utf-8")

    def said(self) -> dict[str, str]:
        """The licence of each package, as the page has it."""
        table = self.TABLE.partition("## Python packages")[2].partition("\n## ")[0]
        rows = re.findall(r"^\| ([a-z0-9][a-z0-9-]*) \| ([^|]+) \| [^|]+ \| [^|]+ \|$", table, re.M)
        return dict(rows)

    def test_every_pinned_package_is_in_the_table_and_no_other(self, lock: ModuleType) -> None:
        names = {pin.name for pin in lock.pins(LOCK_TEXT)}
        assert set(self.said()) == names, RENEW

    def test_each_licence_goes_with_ours(self, monkeypatch: pytest.MonkeyPatch) -> None:
        written = tool("write_licences", monkeypatch)
        for name, licence in self.said().items():
            # Of a choice, one is enough.
            choices = [written.identifiers(choice) for choice in licence.split(" OR ")]
            fine = written.FREE | {"MPL-2.0", "MPL-1.1"}
            assert any(choice <= fine for choice in choices), f"{name}: {licence}"

    def test_the_table_says_what_the_packages_say(
        self, lock: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        written = tool("write_licences", monkeypatch)
        pinned = {(pin.name, pin.version) for pin in lock.pins(LOCK_TEXT)}
        installed = {(canonicalize_name(each.name), each.version) for each in metadata.distributions()}
        if not pinned & installed:
            pytest.skip("nothing of what is pinned is installed")
        said = self.said()
        for name, _ in pinned & installed:
            told = metadata.metadata(name)
            own = told.get("License-Expression", "")
            assert said[name] == (own or written.licence_of(name))

    def test_axe_core_comes_under_the_licence_that_is_said(self) -> None:
        spec = find_spec("axe_playwright_python")
        if spec is None or spec.origin is None:
            pytest.skip("axe-playwright-python is not installed")
        beginning = Path(spec.origin).with_name("axe.min.js").read_text("utf-8")[:600]
        assert "Mozilla Public" in beginning
        assert "| axe-core | axe-playwright-python, axe-selenium-python | MPL-2.0 |" in self.TABLE


@pytest.mark.skipif(find_spec("hatchling") is None, reason="hatchling is not installed")
class TestTheWheel:
    NAMES = ("a11ycheck", "rulesets", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE")

    def built(self, folder: Path, umask: int) -> dict[str, str]:
        """Build wheel and source archive from a copy; their names and what they hash to."""
        folder.mkdir(parents=True)
        for name in self.NAMES:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(ROOT / name, folder / name)
        for path in folder.rglob("*"):
            os.utime(path, (10**9 + umask, 10**9 + umask))
            path.chmod(0o777 & ~umask if path.is_dir() else 0o666 & ~umask)
        environment = {
            **os.environ,
            "SOURCE_DATE_EPOCH": "1795305600",
            "TZ": "Asia/Tokyo" if umask else "UTC",
        }
        command = [sys.executable, "-m", "hatchling", "build"]
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, timeout=120)
        return {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (folder / "dist").iterdir()
        }

    def test_it_is_the_same_to_the_byte_wherever_and_whenever_it_is_built(self, tmp_path: Path) -> None:
        here = self.built(tmp_path / "here", 0o022)
        there = self.built(tmp_path / "a longer" / "way there", 0o077)
        assert sorted(name.rpartition(".")[2] for name in here) == ["gz", "whl"]
        assert here == there

    def test_make_takes_the_time_of_the_commit(self) -> None:
        assert "SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct)" in (ROOT / "Makefile").read_text("utf-8")


class TestTheBillOfMaterials:
    def test_it_is_as_cyclonedx_says_and_names_what_comes_along(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pytest.importorskip("cyclonedx_py", reason="cyclonedx-bom is not installed: make sbom")
        pytest.importorskip("cyclonedx.validation.json", reason="cyclonedx-bom is not installed: make sbom")
        told = tool("write_sbom", monkeypatch).bill()
        assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
        scopes = {canonicalize_name(part["name"]): part["scope"] for part in told["components"]}
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
        core = {canonicalize_name(Requirement(each).name) for each in project["dependencies"]}
        assert {scopes[name] for name in core} == {"required"}
        assert (scopes["axe-core"], scopes["playwright"], scopes["ruff"]) == (
            "optional",
            "optional",
            "excluded",
        )


class TestSecurity:
    TEXT = (ROOT / "SECURITY.md").read_text("utf-8")

    def test_the_limits_are_those_of_the_fence(self) -> None:
        limits = Limits()
        for said in (
            f"{limits.memory / 1e9:.1f} GB",
            f"{limits.cpu} s",
            f"{limits.file_size // 1_000_000} MB",
            f"{limits.result_size // 1_000_000} MB",
        ):
            assert said in self.TEXT, said

    @pytest.mark.parametrize("name", ["README.md", "README.sv.md"])
    def test_both_readmes_lead_to_it(self, name: str) -> None:
        assert "(SECURITY.md)" in (ROOT / name).read_text("utf-8")

    def test_each_test_that_it_names_is_there(self) -> None:
        named = re.findall(r"`(tests/[\w/]+\.py)`", self.TEXT)
        assert len(named) >= 5
        assert [name for name in named if not (ROOT / name).is_file()] == []
