"""a11ycheck: is this meeting accessible for everyone?

What a rule needs is imported from here; `a11ycheck.check` is the line from inputs to verdict.
"""

from a11ycheck.outcome import Box, Outcome, Status, Text, Where, anchor, ask, cannot_tell, failed, passed
from a11ycheck.people import People
from a11ycheck.rule import Fix, Rule, rule

__version__ = "0.1.0"

__all__ = [
    "Box",
    "Fix",
    "Outcome",
    "People",
    "Rule",
    "Status",
    "Text",
    "Where",
    "__version__",
    "anchor",
    "ask",
    "cannot_tell",
    "failed",
    "passed",
    "rule",
]
