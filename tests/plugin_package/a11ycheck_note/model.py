from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from a11ycheck import Where
from a11ycheck.documents.content import Content
from a11ycheck.documents.facts import Facts, Found


@dataclass(frozen=True)
class Line:
    text: str
    number: int

    @property
    def where(self) -> Where:
        return Where((("row", self.number),), self.text)


@dataclass(frozen=True)
class Note:
    lines: tuple[Line, ...] = ()
    content: Content = Content()
    attachments: tuple[Found, ...] = field(default=())

    def each_line(self) -> Iterable[Line]:
        return self.lines

    def facts(self) -> Facts:
        return Facts(title=self.content.title, language=self.content.language, words=len(self.lines))

    def found(self) -> Iterable[Found]:
        return self.attachments

    def unread(self) -> str:
        return "the last line" if any(line.text == "UNREAD" for line in self.lines) else ""
