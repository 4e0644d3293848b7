"""Writing answers into ``answers.toml``: one by one, with all else in the file left as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

from a11ycheck import kept_file
from a11ycheck.decisions import Answer, answers_in
from a11ycheck.toml_file import ConfigError, parsed, read_text
from a11ycheck.toml_text import Statement, quoted, statements

KEY = re.compile(r"[0-9a-f]{16}")
"""What the key of a finding looks like."""
LONGEST_NAME, LONGEST_REMARK = 200, 2_000


class AnswersFile:
    """The answers in a file, as one who has it for themselves reads and writes them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._text = read_text(path) if path.exists() else ""
        self._answers = {answer.key: answer for answer in answers_in(path, self._text)}

    def answer(self, key: str) -> Answer | None:
        return self._answers.get(key)

    def put(self, answer: Answer) -> None:
        """Write an answer, in place of the one with its key where there is one.

        ``ConfigError`` when that cannot be done; the file is then as it was.
        """
        text = with_answer(self._text, answer)
        wanted = {**self._answers, answer.key: answer}
        # What is about to be written is read first: it must say what the file said, and the answer.
        if {each.key: each for each in answers_in(self.path, text)} != wanted:
            raise ConfigError(
                f"{self.path}: the answer could not be put in; write each as a table, [[answer]]",
                f"{self.path}: svaret gick inte att lägga in; skriv vart och ett som en tabell, [[answer]]",
            )
        try:
            kept_file.replace(self.path, text)
        except OSError as error:
            raise ConfigError(f"{self.path}: {error.strerror}") from None
        self._text, self._answers = text, wanted


@contextmanager
def opened(path: Path) -> Iterator[AnswersFile]:
    """The file, for oneself: others who write answers wait. Raises ``ConfigError`` where it is broken or cannot be
    written; it is then left as it is."""
    try:
        with kept_file.locked(path):
            yield AnswersFile(path)
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from None


def with_answer(text: str, answer: Answer) -> str:
    """The text of an answers file with an answer put in: in its table where its key is there, or else last. Comments,
    other tables and the ends of lines stay as they are."""
    newline = "\r\n" if "\r\n" in text else "\n"
    values = _values(answer)
    tables = [table for table in _tables(text) if _key(table) == values["key"]]
    if not tables:
        lines = [f"{name} = {value}{newline}" for name, value in values.items()]
        whole = text if not text or text.endswith("\n") else text + newline
        return f"{whole}{newline if whole else ''}[[answer]]{newline}{''.join(lines)}"
    edits: list[tuple[int, int, str]] = []
    for twice in tables[:-1]:
        edits += [_without(text, each) for each in twice]
    edits += _changed(text, tables[-1], values, newline)
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _values(answer: Answer) -> dict[str, str]:
    said = {"unsure": "true"} if answer.yes is None else {"yes": "true" if answer.yes else "false"}
    remark = {"remark": quoted(answer.remark)} if answer.remark else {}
    return {"key": quoted(answer.key), **said, "by": quoted(answer.by), "on": answer.on.isoformat(), **remark}


def _tables(text: str) -> Iterator[list[Statement]]:
    """The tables ``[[answer]]``, each as its header and its keys."""
    number = 0

    def numbered(statement: Statement) -> int:
        nonlocal number
        number += statement.is_header
        return number

    for _, group in groupby(statements(text), key=numbered):
        table = list(group)
        if table[0].begins("answer"):
            yield table


def _key(table: Sequence[Statement]) -> str:
    """The value of the table's key, as it is quoted here."""
    said = next((each.said for each in table if each.key == "key"), "")
    return quoted(str(parsed(Path(), said).get("key", "")))


def _changed(
    text: str, table: Sequence[Statement], values: Mapping[str, str], newline: str
) -> Iterator[tuple[int, int, str]]:
    """The edits, as start, end and new text, that give a table these values: in place where it has the key."""
    there = {each.key: each for each in table[1:]}
    for name, each in there.items():
        if name in values:
            yield each.equals + 1, each.end, f" {values[name]}{_space_after(text, each)}"
        else:
            yield _without(text, each)
    new = "".join(f"{newline}{name} = {value}" for name, value in values.items() if name not in there)
    if new:
        last = text.find("\n", table[-1].end)
        at = len(text) if last < 0 else last - (text[last - 1 : last] == "\r")
        yield at, at, new


def _space_after(text: str, statement: Statement) -> str:
    """What stands between the value and the comment, or the end of the line."""
    said = text[statement.start : statement.end]
    return said[len(said.rstrip()) :]


def _without(text: str, statement: Statement) -> tuple[int, int, str]:
    """Take a statement away; a comment after it stays, on a line of its own."""
    line_end = text.find("\n", statement.end)
    after = len(text) if line_end < 0 else line_end + 1
    if text[statement.end : after].strip():
        return statement.start, statement.end, ""
    return statement.start, after, ""
