"""The report as plain text, for the terminal and for mail: no colour and no drawing is needed to read it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from textwrap import TextWrapper

from a11ycheck.check import DocumentReport, Report
from a11ycheck.reports.summary import Entry, Summary, more_to_mend
from a11ycheck.reports.words import AND_MORE, HOW_IN, SIGNS, VERDICTS, figure, joined, visible

NARROWEST, WIDEST = 40, 100
MOST_PLACES = 5
MOST_DECISIONS = 20


def write(report: Report, language: str) -> str:
    """Return the report as lines as wide as the terminal, 40 to 100 characters."""
    width = min(WIDEST, max(NARROWEST, shutil.get_terminal_size().columns))
    return "\n".join(_Writer(Summary(report, language), width).lines()) + "\n"


class _Writer:
    def __init__(self, summary: Summary, width: int) -> None:
        self.summary = summary
        self.say = summary.say
        self.width = width

    def wrapped(self, text: str, first: str = "", rest: str | None = None) -> list[str]:
        """Wrap ``text``. Long names stay whole, so that they can be copied."""
        wrapper = TextWrapper(
            self.width,
            initial_indent=first,
            subsequent_indent=first if rest is None else rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
        return wrapper.wrap(visible(text))

    def lines(self) -> Iterator[str]:
        summary = self.summary
        yield from self.wrapped(summary.verdict)
        yield ""
        yield from self.wrapped(" ".join(summary.sentences()))
        yield ""
        yield from self.wrapped(
            " · ".join(f"{figure(number, summary.language)} {what}" for _, number, what in summary.numbers())
        )
        title = summary.report.ruleset.title.say(summary.language)
        yield from self.wrapped(f"{self.say('requirements')}: {title}")
        yield from self.notes()
        yield from self.part("mend", "no_mend", self.mend_first())
        yield from self.part("questions", "no_questions", self.questions())
        yield from self.part("unchecked", "no_unchecked", self.unchecked())
        yield from self.part("documents", "no_documents", self.documents())
        if summary.mend_then:
            start = len(summary.mend_first) + 1
            yield from self.part("mend_then", "", self.entries(summary.mend_then, start=start))
        if summary.advice:
            yield from self.part("advice", "", self.advice())
        if decisions := summary.decisions():
            yield from self.part("decisions", "", self.decisions(decisions))
        yield from self.more_steps()

    def notes(self) -> Iterator[str]:
        for note in self.summary.report.notes:
            yield from self.wrapped(f"! {note.say(self.summary.language)}", rest="  ")

    def part(self, heading: str, nothing: str, lines: Iterator[str]) -> Iterator[str]:
        """A part of the report: its heading and what is in it, or a line that says that nothing is."""
        yield ""
        yield ""
        yield self.say(heading).upper()
        first = next(lines, None)
        if first is None:
            yield from self.wrapped(self.say(nothing), "  ")
            return
        yield first
        yield from lines

    def mend_first(self) -> Iterator[str]:
        yield from self.entries(self.summary.mend_first)
        if more := more_to_mend(self.summary):
            yield ""
            yield from self.wrapped(more, "    ")

    def entries(
        self, entries: tuple[Entry, ...], *, start: int = 1, who: str = "shut_out", how: str = "how"
    ) -> Iterator[str]:
        for number, entry in enumerate(entries, start):
            yield ""
            extent = self.summary.extent(entry)
            heading = self.summary.heading(entry) + (f" ({extent})" if extent else "")
            yield from self.wrapped(heading, f"{number:>2}. ", "    ")
            yield from self.places(entry)
            if entry.rule.who:
                yield from self.labelled(self.say(who), self.summary.who(entry))
            for label, said in self.summary.beside(entry):
                yield from self.labelled(label, said)
            if how:
                yield from self.fix(entry, how)
            else:
                yield from self.labelled(self.say("to_check"), entry.rule.title.say(self.summary.language))
            yield from self.labelled(self.say("rule"), self.developers_part(entry))

    def labelled(self, label: str, text: str) -> list[str]:
        return self.wrapped(f"{label}: {text}", "    ", "      ")

    def places(self, entry: Entry) -> Iterator[str]:
        listed = self.summary.listed(entry)
        shown = [said for said, _ in listed[:MOST_PLACES]]
        if len(listed) > MOST_PLACES:
            shown.append(self._and_more(sum(len(places) for _, places in listed[MOST_PLACES:])))
        if len(shown) == 1:
            yield from self.labelled(self.say("where"), shown[0])
            return
        yield f"    {self.say('where')}:"
        for said in shown:
            yield from self.wrapped(said, "      - ", "        ")

    def _and_more(self, number: int) -> str:
        return self.say(AND_MORE, number=number)

    def fix(self, entry: Entry, how: str) -> Iterator[str]:
        """How to mend it; a question is not known to need it yet, so it gets no steps."""
        label = self.say(how if how == "how" else entry.bad_answer)
        own = self.summary.steps(entry)[0] if how == "how" else {}
        if not own:
            yield from self.labelled(label, entry.rule.fix.general.say(self.summary.language))
        for program, steps in own.items():
            yield from self.labelled(self.say(HOW_IN, how=label, program=program), steps)
        if words := self.summary.paste(entry)[0]:
            yield from self.labelled(self.say("paste"), words)

    def developers_part(self, entry: Entry) -> str:
        keys = entry.keys[:MOST_PLACES]
        # The clauses of EN 301 549 follow from WCAG's; the other reports have them.
        clauses = [clause.replace(" ", "\xa0") for clause in entry.clauses if not clause.startswith("EN ")]
        more = [self._and_more(len(entry.keys) - len(keys))] if len(entry.keys) > len(keys) else []
        return " · ".join((entry.rule.id, *clauses, " ".join([*keys, *more])))

    def questions(self) -> Iterator[str]:
        must, may = self.summary.must_answer, self.summary.may_answer
        if must or may:
            yield from self.wrapped(self.say("how_to_answer"), "  ")
        if must:
            yield ""
            yield from self.wrapped(self.say("must_answer"), "  ")
            yield from self.entries(must, who="concerns", how="answered")
        if may:
            yield ""
            yield from self.wrapped(self.say("may_answer"), "  ")
            yield from self.entries(may, start=len(must) + 1, who="concerns", how="answered")

    def unchecked(self) -> Iterator[str]:
        for reason, detail, parts in self.summary.reasons():
            yield ""
            yield from self.wrapped(
                f"{self._names(parts)}: {reason}" + (f" ({detail})" if detail else ""), "  - ", "    "
            )
        yield from self.entries(self.summary.untold, who="concerns", how="")

    def _names(self, parts: list[DocumentReport]) -> str:
        names = [self.summary.name(part) for part in parts[:MOST_PLACES]]
        if len(parts) > MOST_PLACES:
            return f"{', '.join(names)} {self._and_more(len(parts) - MOST_PLACES)}"
        return joined(names, self.summary.language)

    def documents(self) -> Iterator[str]:
        words = VERDICTS.values()
        longest = max(len(word.say(self.summary.language)) for word in words)
        for part in self.summary.report.all_parts():
            word = VERDICTS[part.verdict].say(self.summary.language)
            todo = self.summary.todo(part)
            name = self.summary.name(part) + (f": {todo}" if todo else "")
            yield from self.wrapped(name, f"  {SIGNS[part.verdict]} {word:<{longest}}  ", " " * (longest + 6))

    def advice(self) -> Iterator[str]:
        yield from self.wrapped(self.say("advice_note"), "  ")
        yield from self.entries(self.summary.advice, who="concerns")

    def decisions(self, decisions: list[str]) -> Iterator[str]:
        for line in decisions[:MOST_DECISIONS]:
            yield from self.wrapped(line, "  - ", "    ")
        if len(decisions) > MOST_DECISIONS:
            yield from self.wrapped(self._and_more(len(decisions) - MOST_DECISIONS), "  - ")

    def more_steps(self) -> Iterator[str]:
        steps = [self.summary.steps(entry) for entry in (*self.summary.mend, *self.summary.advice)]
        if any(other and not own for own, other in steps):
            yield ""
            yield ""
            yield from self.wrapped(self.say("more_steps"))
