"""Running text put together from runs that lie where they lie."""

from __future__ import annotations

from dataclasses import dataclass, field

from a11ycheck.documents.pdf import joining
from a11ycheck.documents.pdf.page_content import Run


def is_painted_over(text: str, last: Run, run: Run) -> bool:
    """Is the text spaces on top of words, as those are that carry the line under a link?"""
    return not text.strip() and joining.lies_over(last.end, last.along, last.size, run.start)


@dataclass(slots=True)
class Passage:
    """Text while its pieces come in, in reading order. Pieces of different ``block`` numbers have a space between."""

    parts: list[str] = field(default_factory=list)
    last: Run | None = None
    page: int = 0
    block: int = 0
    shares: dict[tuple[float, bool], int] = field(default_factory=dict)

    def add(self, text: str, run: Run | None, page: int, block: int = 0, bold: bool = False) -> None:
        """Add what a run says, or a text that stands for something drawn in another way."""
        gap: str | None = ""
        last = self.last
        if last is not None and run is not None and page == self.page and is_painted_over(text, last, run):
            return
        if self.parts:
            if block != self.block or run is None or last is None:
                gap = " "
            elif page != self.page:
                gap = "\n"
            else:
                gap = joining.between(last.end, last.along, max(run.size, last.size), run.start)
        joining.add(self.parts, text, "\n" if gap is None else gap)
        self.last, self.page, self.block = run, page, block
        if run is not None:
            share = (run.size, bold)
            self.shares[share] = self.shares.get(share, 0) + len(text)

    def continues(self, run: Run) -> bool:
        """Does the run stand on the passage's last line, or on the next?"""
        if self.last is None:
            return True
        height = max(run.size, self.last.size)
        return joining.between(self.last.end, self.last.along, height, run.start) is not None

    @property
    def text(self) -> str:
        return joining.tidy("".join(self.parts))

    @property
    def size(self) -> float:
        """The size of most of the characters, 0 where none is known."""
        if len(self.shares) == 1:
            return next(iter(self.shares))[0]
        sizes: dict[float, int] = {}
        for (size, _), characters in self.shares.items():
            sizes[size] = sizes.get(size, 0) + characters
        return max(sizes, key=sizes.__getitem__, default=0.0)

    @property
    def bold(self) -> bool:
        """Are most of the characters bold?"""
        return sum(count if bold else -count for (_, bold), count in self.shares.items()) > 0
