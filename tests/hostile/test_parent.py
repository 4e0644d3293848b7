"""What runs outside the fence never parses a document."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from test_floors import PARSERS

import a11ycheck
from places import ROOT

MEETINGS = ROOT / "fixtures" / "meetings"
INPUTS = (
    *sorted(path for path in (MEETINGS / "arsmote-sv" / "good").iterdir() if path.suffix != ".toml"),
    MEETINGS / "forumkonferensen" / "good" / "inbjudan.pdf",
    ROOT / "fixtures" / "captions-broken" / "passed.ttml",
    ROOT / "fixtures" / "recording-captions-language" / "passed.mp4",
)
PROGRAM = """
import sys
from a11ycheck import ruleset
from a11ycheck.check import check
report = check(sys.argv[1:], ruleset.load(ruleset.DEFAULT))
assert all(part.rules for part in report.documents), [part.trouble for part in report.documents]
print(*sorted({name.partition(".")[0] for name in sys.modules}))
print(*sorted(name for name in sys.modules if name.startswith("a11ycheck.documents.") and name.endswith(".open")))
"""


def test_the_process_that_the_user_starts_imports_no_parser_and_no_opener() -> None:
    path = os.pathsep.join((str(Path(a11ycheck.__file__).parent.parent), *filter(None, sys.path)))
    done = subprocess.run(
        [sys.executable, "-P", "-c", PROGRAM, *map(str, INPUTS)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    modules, openers = done.stdout.splitlines()
    assert "a11ycheck" in modules.split()
    assert not PARSERS & set(modules.split())
    # The meeting's opener takes apart what the line itself has written.
    assert openers.split() == ["a11ycheck.documents.meeting.open"]
