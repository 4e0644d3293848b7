"""Writes dist/sbom.cdx.json: the bill of materials in CycloneDX 1.6, of the environment that it is run in.

What only the tests need has the scope “excluded”, what an extra brings “optional”. ``make sbom`` runs it in an
environment installed from the lock."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from dependencies import ROOT, needed, required
from packaging.utils import canonicalize_name

import a11ycheck
from a11ycheck.documents.page.visit import axe_source

WRITTEN = ROOT / "dist" / "sbom.cdx.json"
# What makes the bill, not what is on it.
TOOLS = frozenset({"cyclonedx-bom", "uv"})


def bill() -> dict[str, Any]:
    """The bill of materials. Raises ``SystemExit`` where it is not as CycloneDX says."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "sbom.json"
        command = [sys.executable, "-m", "cyclonedx_py", "environment", "--pyproject", "pyproject.toml"]
        how = ["--spec-version", "1.6", "--output-reproducible", "--output-file", str(made)]
        subprocess.run([*command, *how], cwd=ROOT, check=True)
        told: dict[str, Any] = json.loads(made.read_text("utf-8"))
    told["metadata"]["component"]["version"] = a11ycheck.__version__
    scopes = scopes_of_packages()
    parts = [part for part in told["components"] if canonicalize_name(part["name"]) in scopes]
    left_out = {part["bom-ref"] for part in told["components"]} - {part["bom-ref"] for part in parts}
    for part in parts:
        part["scope"] = scopes[canonicalize_name(part["name"])]
    told["components"] = [*parts, axe()]
    told["dependencies"] = [
        {**each, **({"dependsOn": on} if on else {})}
        for each in told["dependencies"]
        if each["ref"] not in left_out
        for on in [[ref for ref in each.pop("dependsOn", []) if ref not in left_out]]
    ]
    if wrong := JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(told)):
        raise SystemExit(f"not as CycloneDX says: {wrong}")
    return told


def scopes_of_packages() -> dict[str, str]:
    """The scope of each package, by its name."""
    scopes: dict[str, str] = {}
    listed = required()
    for part in ("core", *(part for part in listed if part not in ("core", "tests")), "tests"):
        scope = {"core": "required", "tests": "excluded"}.get(part, "optional")
        for name in needed(listed[part]):
            scopes.setdefault(name, scope)
    return scopes


def axe() -> dict[str, Any]:
    """axe-core, which comes inside another package."""
    version = axe_source()[:40].partition("axe v")[2].split()[0]
    return {
        "type": "library",
        "bom-ref": f"axe-core=={version}",
        "name": "axe-core",
        "version": version,
        "purl": f"pkg:npm/axe-core@{version}",
        "scope": "optional",
        "description": "Brought by axe-playwright-python; runs in the pages that are checked.",
        "licenses": [{"license": {"id": "MPL-2.0"}}],
    }


def main() -> None:
    told = bill()
    WRITTEN.parent.mkdir(exist_ok=True)
    WRITTEN.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", "utf-8")
    print(f"{WRITTEN.relative_to(ROOT)}: {len(told['components'])} components")


if __name__ == "__main__":
    main()
