"""The language that the command speaks."""

from __future__ import annotations

import os
import sys

from a11ycheck.outcome import Text

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


HELP = {"help_option_names": ["-h", "--help"]}
"""What every command has."""
