"""A review: a report that was made once, the answers in a file, and what the page tells of both."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import Protocol

from a11ycheck.answers_file import LONGEST_NAME, LONGEST_REMARK, opened
from a11ycheck.check import Report, judged_anew
from a11ycheck.decisions import Answer, Decisions, load_answers
from a11ycheck.outcome import Value, anchor
from a11ycheck.reports.summary import Place, Summary, filled_in
from a11ycheck.reports.words import shortened
from a11ycheck.review.words import REVIEW_WORDS
from a11ycheck.toml_file import ConfigError

MOST_FORMS = 200
"""Forms on one page, and answers that can be changed on it; the next questions get theirs as these are answered."""
MOST_PLACES = 3
ANSWERS: Mapping[str, bool | None] = {"yes": True, "no": False, "unsure": None}
NAMES = {said: name for name, said in ANSWERS.items()}


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as it was sent: ``answer`` is one of ``ANSWERS`` or empty, ``seen`` the mark of the answer that the page
    showed. ``troubles`` say what keeps it from being saved."""

    key: str
    answer: str = ""
    by: str = ""
    remark: str = ""
    seen: str = ""
    troubles: Sequence[str] = ()


class Keyed(Protocol):
    """A question as the report's page has it."""

    @property
    def key(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Saved:
    """An answer that was saved, and the question that comes next; empty when none is open."""

    key: str
    next: str = ""


def mark_of(answer: Answer | None) -> str:
    """What tells one answer from another, to see whether someone else has answered meanwhile."""
    return anchor(NAMES[answer.yes], answer.by, answer.on.isoformat(), answer.remark) if answer else ""


class Review:
    """What two reviewers share: the report is made once and judged anew when the answers in the file have changed."""

    def __init__(self, report: Report, decisions: Decisions, path: Path, language: str) -> None:
        self.path = path
        self.language = language
        self._decisions = replace(decisions, answers=())
        self._report = judged_anew(report, self._decisions)
        self._questions = {
            judged.finding.key
            for part in report.all_parts()
            for judged in part.judgements
            if judged.finding.outcome.is_question
        }
        self._lock = threading.Lock()
        self._read: tuple[object, ...] = ()
        self._state = State(self._report, {}, "", self)

    def __contains__(self, key: str) -> bool:
        return key in self._questions

    def state(self) -> State:
        """The report with the answers that the file holds now; those of before where it cannot be read."""
        with self._lock:
            signature = self._signature()
            if signature != self._read:
                self._state, self._read = self._judged(), signature
            return self._state

    def _signature(self) -> tuple[object, ...]:
        try:
            file = self.path.stat()
        except OSError as error:
            return (error.errno,)
        return file.st_ino, file.st_size, file.st_mtime_ns

    def _judged(self) -> State:
        try:
            answers = load_answers(self.path) if self.path.exists() else []
        except ConfigError as error:
            return replace(self._state, trouble=self.say("broken", error=f"{error.say(self.language)}."))
        report = judged_anew(self._report, replace(self._decisions, answers=answers))
        return State(report, {answer.key: answer for answer in answers}, "", self)

    def save(self, sent: Sent) -> Saved | Sent:
        """Save what was sent. It comes back with its troubles where it cannot be saved: nothing that was written is
        lost, neither here nor in the file. The key must be that of a question."""
        troubles = list(self._missing(sent))
        if troubles:
            return replace(sent, troubles=troubles)
        before = self.state().open_keys
        today = datetime.date.today()
        answer = Answer(sent.key, ANSWERS[sent.answer], sent.by.strip(), today, sent.remark.strip())
        try:
            with opened(self.path) as file:
                current = file.answer(sent.key)
                if mark_of(current) != sent.seen and current != answer:
                    meanwhile = self._meanwhile(current)
                    return replace(sent, seen=mark_of(current), troubles=[meanwhile])
                file.put(answer)
        except ConfigError as error:
            return replace(sent, troubles=[self.say("broken", error=f"{error.say(self.language)}.")])
        return Saved(sent.key, _next(sent.key, before, self.state().open_keys))

    def _missing(self, sent: Sent) -> Sequence[str]:
        missing = []
        if sent.answer not in ANSWERS:
            missing.append(self.say("choose"))
        if not sent.by.strip():
            missing.append(self.say("write_name"))
        if len(sent.by) > LONGEST_NAME or len(sent.remark) > LONGEST_REMARK:
            missing.append(self.say("too_long", name=LONGEST_NAME, remark=LONGEST_REMARK))
        return missing

    def _meanwhile(self, current: Answer | None) -> str:
        if current is None:
            return self.say("taken_back")
        answer = self.say(NAMES[current.yes])
        return self.say("meanwhile", by=current.by, answer=answer, remark=current.remark)

    def say(self, word: str, **data: Value) -> str:
        return " ".join(REVIEW_WORDS[word].say(self.language, data).split())


def _next(key: str, before: Sequence[str], after: Sequence[str]) -> str:
    """The question that followed the one just answered, as far as it is open still; else the first that is."""
    still = set(after) - {key}
    at = before.index(key) + 1 if key in before else 0
    return next((each for each in (*before[at:], *after) if each in still), "")


@dataclass(frozen=True)
class State:
    """The report as the answers have it now. ``trouble`` says why the file could not be read, where it could not."""

    report: Report
    answers: Mapping[str, Answer]
    trouble: str
    review: Review = field(repr=False)

    @cached_property
    def summary(self) -> Summary:
        return Summary(self.report, self.review.language)

    @cached_property
    def open_keys(self) -> list[str]:
        """The keys of the open questions, in the order of the page."""
        entries = (*self.summary.must_answer, *self.summary.may_answer)
        return list(dict.fromkeys(place.key for entry in entries for place in entry.places))

    @cached_property
    def answered_keys(self) -> list[str]:
        return list(
            dict.fromkeys(place.key for place in self.summary.places if place.judgement.answer is not None)
        )

    @cached_property
    def places(self) -> Mapping[str, list[Place]]:
        found: dict[str, list[Place]] = {}
        for place in self.summary.places:
            if place.judgement.finding.outcome.is_question:
                found.setdefault(place.key, []).append(place)
        return found


class View:
    """What the templates ask for, for one request: ``sent`` is a form that came back, ``saved`` one that was saved."""

    def __init__(
        self, state: State, *, sent: Sent | None = None, saved: Saved | None = None, by: str = ""
    ) -> None:
        self.state, self.sent, self.saved, self.by = state, sent, saved, by
        self.review = state.review
        self.trouble = state.trouble
        self.w = SimpleNamespace(
            **{name: text.say(self.review.language) for name, text in REVIEW_WORDS.items()}
        )
        begin = self.saved.next if self.saved else self.sent.key if self.sent else ""
        keys = state.open_keys
        at = keys.index(begin) if begin in keys else 0
        self._with_form = {*(keys[at:] + keys[:at])[:MOST_FORMS]}

    @property
    def how(self) -> str:
        return self.review.say("how", path=shortened(str(self.review.path)))

    @property
    def first(self) -> str:
        return next(iter(self.state.open_keys), "")

    def has_form(self, key: str) -> bool:
        return key in self._with_form

    def without_form(self, questions: Sequence[Keyed]) -> str:
        """How many of an entry's questions have to wait for theirs; empty where none has."""
        number = sum(not self.has_form(question.key) for question in questions)
        return self.review.say("more_forms", number=number) if number else ""

    def asked(self, key: str) -> str:
        judged = self.state.places[key][0].judgement
        return filled_in(judged.rule, judged.finding.outcome, self.review.language)

    def where(self, key: str) -> str:
        """The places of a question, of which the first few are named."""
        places = self.state.places[key]
        said = list(dict.fromkeys(self.state.summary.place(place) for place in places))
        more = [f"+ {len(said) - MOST_PLACES}"] if len(said) > MOST_PLACES else []
        return "; ".join([*said[:MOST_PLACES], *more])

    def filled(self, key: str) -> Sent:
        """What stands in the form: what was sent and came back, or what is answered, or nothing but the name."""
        if self.sent is not None and self.sent.key == key:
            return self.sent
        answer = self.state.answers.get(key)
        if answer is not None and answer.yes is not None:
            return Sent(key, NAMES[answer.yes], self.by, answer.remark, mark_of(answer))
        return Sent(key, by=self.by, seen=mark_of(answer))

    def unsure(self, key: str) -> str:
        """Who was unsure before; empty where no one was."""
        answer = self.state.answers.get(key)
        if answer is None or answer.yes is not None:
            return ""
        said = {"by": answer.by, "on": answer.on.isoformat(), "remark": answer.remark}
        return self.review.say("was_unsure", **said)

    def message(self, key: str) -> str:
        """What is told before the form of ``key``, or, where it is empty, when no question is left."""
        if self.saved is None or self.saved.next != key:
            return ""
        answer = self.state.answers.get(self.saved.key)
        if answer is None:
            return ""
        saved = self.review.say("saved", answer=self.review.say(NAMES[answer.yes]), by=answer.by)
        return f"{saved} {self._left()}"

    def _left(self) -> str:
        number = len(self.state.open_keys)
        word = "none_left" if not number else "left_one" if number == 1 else "left"
        return self.review.say(word, number=number)

    @property
    def answered(self) -> list[tuple[str, str]]:
        """The answered questions: key, and the question with its answer."""
        return [
            (
                key,
                f"{self.asked(key)} {self.review.say(NAMES[answer.yes])}: {answer.by}, {answer.on.isoformat()}",
            )
            for key in self.state.answered_keys[:MOST_FORMS]
            if (answer := self.state.answers.get(key)) is not None
        ]

    @property
    def answered_left_out(self) -> str:
        number = len(self.state.answered_keys) - MOST_FORMS
        return (
            self.review.say("more_answered", number=number, path=str(self.review.path)) if number > 0 else ""
        )


def page(view: View) -> str:
    """The review page: the report, with a form beneath each question."""
    from a11ycheck.reports.html import rendered

    return rendered(
        view.state.report,
        (view.review.language,),
        page="review.html.jinja",
        body="review_body.html.jinja",
        folders=(Path(__file__).parent,),
        given={"review": view},
    )
