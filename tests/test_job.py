"""Jobs and results are plain data: there and back unchanged, and nothing forged comes through."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck import Box, Fix, Outcome, Rule, Status, Text, Where, ask, cannot_tell, failed, passed, ruleset
from a11ycheck.documents.content import Content
from a11ycheck.documents.crop import LARGEST_CROP, SIGNATURES, Crop
from a11ycheck.documents.facts import ROLES, Beside, Contact, Facts, Found, When
from a11ycheck.job import (
    ENGINE_MESSAGES,
    MOST_SHOWN,
    Count,
    Finding,
    Job,
    Result,
    RulePut,
    as_put,
    clauses_anywhere,
    clauses_of,
    put_rules,
    rules_put,
    run,
    worth_showing,
)
from a11ycheck.outcome import anchor
from a11ycheck.registry import rules_for
from a11ycheck.ruleset import Level, Ruleset
from a11ycheck.trouble import REASONS, CouldNotCheck, Trouble

words = st.text(max_size=20)
numbers = st.floats(allow_nan=False, allow_infinity=False, width=32)
data = st.dictionaries(
    st.from_regex(r"[a-z]{1,8}", fullmatch=True), words | st.integers() | numbers, max_size=3
)
plain = st.builds(
    lambda message, data, status: Outcome(status, message, data), words, data, st.sampled_from(Status)
)
questions = st.builds(lambda message, data, yes, no: ask(message, yes=yes, no=no), words, data, plain, plain)
boxes = st.builds(Box, st.integers(1, 99), numbers, numbers, numbers, numbers)
wheres = st.builds(
    Where, st.lists(st.tuples(words, words | st.integers()), max_size=3).map(tuple), words, st.none() | boxes
)
DEMANDS = Ruleset("test", Text("Test", "Prov"), requires=("WCAG 2.*",), options={"content-title": {"x": 3}})
FIXTURES = Path(__file__).parent.parent / "fixtures"
JOB = Job("s", "pdf", DEMANDS, path="x")
RULE = "content-title"
PUT = as_put(rules_for("pdf")[RULE], JOB)
NOT_LOOKED_UP = RulePut("a-rule", "a.module", ("WCAG 2.1.1",), Level.ADVICE, Count(1, 0, 0))
findings = st.builds(Finding, st.just(RULE), wheres, plain | questions)
facts = st.builds(
    Facts,
    words,
    words,
    words,
    st.integers(),
    st.integers(),
    st.lists(st.tuples(st.integers(), words)).map(tuple),
    role=st.sampled_from(sorted(ROLES)),
    times=st.lists(st.builds(When, words, words, words), max_size=2).map(tuple),
    joining=st.lists(words, max_size=2).map(tuple),
    telephones=st.lists(words, max_size=2).map(tuple),
    contacts=st.lists(st.builds(Contact, words, words), max_size=2).map(tuple),
)
results = st.builds(
    Result,
    st.builds(Count, st.integers(), st.integers(), st.integers()).map(
        lambda count: (replace(PUT, count=count), NOT_LOOKED_UP)
    ),
    st.lists(findings, max_size=3).map(tuple),
    st.none() | facts,
    st.lists(st.builds(Found, words, st.binary(max_size=20)), max_size=2).map(tuple),
    st.none() | st.builds(Trouble, st.sampled_from(sorted(REASONS)), words),
)


@given(results)
def test_a_result_survives_the_fence(result: Result) -> None:
    assert Result.from_json(json.loads(json.dumps(result.to_json())), JOB) == result


def test_pictures_survive_the_fence() -> None:
    result = Result(crops={"key": Crop(b"\xff\xd8\xff...", "image/jpeg", 30, 20, (0.1, 0.2, 0.9, 1.0))})
    assert Result.from_json(json.loads(json.dumps(result.to_json())), JOB) == result


def test_pictures_are_taken_of_what_is_found_where_they_are_wanted() -> None:
    data = (FIXTURES / "meetings/forumkonferensen/bad/presentation.pdf").read_bytes()
    job = Job("presentation.pdf", "pdf", ruleset.load(ruleset.DEFAULT), show=True)
    result = run(job, data)
    placed = {finding.key for finding in result.findings if finding.where.box is not None}
    assert result.crops
    assert set(result.crops) <= placed
    assert run(replace(job, show=False), data) == replace(result, crops={})


def test_few_pictures_are_taken_of_what_looks_alike_and_faults_come_first() -> None:
    def found(rule_id: str, number: int, outcome: Outcome) -> Finding:
        return Finding(rule_id, Where(anchor=str(number), box=Box(1, 0, number, 9, 9)), outcome)

    question = ask("sure", yes=passed(), no=failed("wrong"))
    findings = [
        *(found("asks", number, question) for number in range(3)),
        *(found("fails", number, failed("wrong")) for number in range(3)),
        Finding("placeless", Where(), failed("wrong")),
    ]
    assert [box.top for _, box in worth_showing(findings)] == [0, 1, 0, 1]
    assert [key for key, _ in worth_showing(findings)][:2] == [findings[3].key, findings[4].key]
    many = [found(f"rule-{number}", 0, failed("wrong")) for number in range(MOST_SHOWN + 5)]
    assert len(worth_showing(many)) == MOST_SHOWN == 60


@given(st.none() | st.binary(max_size=50))
def test_a_job_survives_the_fence(raw: bytes | None) -> None:
    job = Job("källa.pdf", "pdf", DEMANDS, path="x", data=raw)
    assert Job.from_json(json.loads(json.dumps(job.to_json()))) == job


GOOD = Result(
    (replace(PUT, count=Count(1, 2, 3)), NOT_LOOKED_UP),
    (Finding(RULE, Where(), failed("m", n=1)),),
    Facts(),
    (),
    Trouble("broken"),
).to_json()
FINDING = GOOD["findings"][0]
SHOWN = base64.b64encode(b"\x89PNG\r\n\x1a\n....").decode("ascii")
MODULE, CLAUSES, LEVEL, COUNTS = GOOD["rules"][RULE]


def with_rule(*put: object, rule_id: str = RULE) -> dict[str, object]:
    return {**GOOD, "rules": {**GOOD["rules"], rule_id: list(put)}}


def test_what_is_forged_below_is_else_as_it_should_be() -> None:
    assert Result.from_json(GOOD, JOB).findings[0].rule == RULE
    assert Result.from_json(with_rule(MODULE, CLAUSES, LEVEL, COUNTS), JOB) == Result.from_json(GOOD, JOB)


@pytest.mark.parametrize(
    "forged",
    [
        {**GOOD, "rules": {}},
        with_rule(MODULE, CLAUSES, LEVEL, ["1", 0, 0]),
        with_rule(MODULE, CLAUSES, LEVEL, [True, 0, 0]),
        with_rule(MODULE, [3], LEVEL, COUNTS),
        with_rule(MODULE, CLAUSES, "fine", COUNTS),
        with_rule(MODULE, CLAUSES, "advice", COUNTS),
        with_rule(MODULE, CLAUSES, "off", COUNTS),
        with_rule(MODULE, [], LEVEL, COUNTS),
        with_rule("os", CLAUSES, LEVEL, COUNTS),
        with_rule("a11ycheck.rules.content", CLAUSES, LEVEL, COUNTS),
        with_rule("a11ycheck.rules.content.no_such", CLAUSES, LEVEL, COUNTS),
        with_rule("a11ycheck.rules.content.../title", CLAUSES, LEVEL, COUNTS),
        with_rule("a11ycheck.rules.content.heading_empty", CLAUSES, LEVEL, COUNTS),
        with_rule("a11ycheck.rules.meeting.titles_differ", CLAUSES, LEVEL, COUNTS),
        with_rule("a.module", [], "off", [0, 0, 0], rule_id="a-rule"),
        {**GOOD, "trouble": ["no-such-reason", ""]},
        {**GOOD, "trouble": ["broken", 3]},
        {**GOOD, "findings": [{**FINDING, "rule": "other-rule"}]},
        {**GOOD, "findings": [{**FINDING, "outcome": {**FINDING["outcome"], "status": "fine"}}]},
        {**GOOD, "findings": [{**FINDING, "outcome": {**FINDING["outcome"], "data": {"n": []}}}]},
        {**GOOD, "facts": {**GOOD["facts"], "title": ["x"]}},
        {**GOOD, "facts": {**GOOD["facts"], "pages": 1.5}},
        {**GOOD, "facts": {**GOOD["facts"], "role": "boss"}},
        {**GOOD, "facts": {**GOOD["facts"], "times": [["2026-05-24", ""]]}},
        {**GOOD, "facts": {**GOOD["facts"], "times": [["2026-05-24", "", 2]]}},
        {**GOOD, "facts": {**GOOD["facts"], "joining": "https://meet.example.org"}},
        {**GOOD, "facts": {**GOOD["facts"], "telephones": [46]}},
        {**GOOD, "facts": {**GOOD["facts"], "contacts": [["Anna"]]}},
        {key: value for key, value in GOOD.items() if key != "found"},
        {**GOOD, "crops": {"key": [SHOWN, "image/jpeg", 1, 1, [0, 0, 1, 1]]}},
        {**GOOD, "crops": {"key": [SHOWN, "text/html", 1, 1, [0, 0, 1, 1]]}},
        {**GOOD, "crops": {"key": [SHOWN, "image/png", "1", 1, [0, 0, 1, 1]]}},
        {**GOOD, "crops": {"key": [SHOWN, "image/png", 1, 1, [0, 0, 1]]}},
        {**GOOD, "crops": {"key": [SHOWN + "A" * 60_000, "image/png", 1, 1, [0, 0, 1, 1]]}},
        [],
    ],
    ids=range(35),
)  # fmt: skip
def test_a_forged_result_is_refused(forged: object) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        Result.from_json(forged, JOB)  # type: ignore[arg-type]


def test_true_is_no_number_even_where_the_same_was_put_once_before() -> None:
    """Python takes True for 1, and so would anything that remembers by equality."""
    assert Result.from_json(with_rule(MODULE, CLAUSES, LEVEL, [1, 0, 0]), JOB).rules[0].count == Count(
        1, 0, 0
    )
    for counts in ([True, 0, 0], [1, False, 0], [1, 0, False], [1.0, 0, 0]):
        with pytest.raises(TypeError):
            Result.from_json(with_rule(MODULE, CLAUSES, LEVEL, counts), JOB)


def test_what_a_forged_question_asks_of_its_futures_is_not_followed() -> None:
    outcome: dict[str, object] = {**FINDING["outcome"]}
    for _ in range(10_000):
        outcome = {**FINDING["outcome"], "yes": outcome, "no": outcome}
    forged = {**GOOD, "findings": [{**FINDING, "outcome": outcome}]}
    (finding,) = Result.from_json(forged, JOB).findings
    assert finding.outcome.yes == finding.outcome.no == failed("m", n=1)


@pytest.mark.parametrize("media_type", SIGNATURES)
def test_a_picture_may_be_as_large_as_the_limit_and_no_larger(media_type: str) -> None:
    shown = SIGNATURES[media_type].ljust(LARGEST_CROP, b".")
    result = Result(crops={"key": Crop(shown, media_type, 1, 1, (0.0, 0.0, 1.0, 1.0))})
    assert Result.from_json(result.to_json(), JOB) == result
    larger = replace(result, crops={"key": result.crops["key"]._replace(data=shown + b".")})
    with pytest.raises(ValueError, match="not what it says"):
        Result.from_json(larger.to_json(), JOB)


CAPTIONS = Beside("talk.sv.vtt", data=b"WEBVTT", language="sv")


def test_what_was_found_survives_the_fence_with_what_lies_beside_it() -> None:
    found = Found("talk.mp4", b"film", "https://example.org/talk.mp4", "video/mp4", (CAPTIONS,))
    result = Result(found=(found, Found("empty")))
    assert Result.from_json(json.loads(json.dumps(result.to_json())), JOB) == result


def test_a_document_cannot_name_a_file_of_the_reader_to_lie_beside_it() -> None:
    named = replace(CAPTIONS, path="/home/ada/secret.vtt")
    result = Result(found=(Found("talk.mp4", b"film", beside=(CAPTIONS, named)),))
    with pytest.raises(ValueError, match="no path"):
        Result.from_json(result.to_json(), JOB)


def test_a_job_survives_the_fence_with_what_lies_beside_it() -> None:
    job = replace(JOB, show=True, beside=(CAPTIONS, Beside("talk.en.srt", path="/talks/talk.en.srt")))
    assert Job.from_json(json.loads(json.dumps(job.to_json()))) == job


@dataclass
class Thing:
    says: Outcome | Exception
    where: Where = Where(anchor="a thing")


@dataclass
class Paper:
    """A document of things: the rule “about” says of each what it brings along."""

    things: Sequence[Thing] = ()
    left_unread: str = ""
    content: Content = Content.of(title="Agenda")
    troubled: bool = False

    def facts(self) -> Facts:
        if self.troubled:
            raise CouldNotCheck("broken", "while looking for facts")
        return Facts(title="Paper")

    def found(self) -> Iterable[Found]:
        return [Found("attached")]

    def unread(self) -> str:
        return self.left_unread


def say(target: Thing, *, loud: bool = False) -> Outcome:
    if isinstance(target.says, Exception):
        raise target.says
    return failed("loud") if loud else target.says


ABOUT = Rule(
    id="paper-about",
    document=Paper,
    each=lambda paper: paper.things,
    expects=say,
    meets=("WCAG 2.4.2",),
    title=Text("", ""),
    why=Text("", ""),
    who=(),
    fix=Fix(Text("", "")),
    messages={},
    options={"loud": False},
)
TITLED = replace(
    ABOUT,
    id="content-titled",
    document=Content,
    each=lambda content: [Thing(failed("untitled", title=content.title), content.where)],
    options={},
)
QUESTION = ask("sure", yes=passed(), no=failed("wrong"))


def put_to(paper: Paper, *rules: Rule, job: Job = JOB) -> Result:
    return put_rules(job, paper, [(rule, as_put(rule, job)) for rule in rules or (ABOUT,)])


def test_all_targets_are_counted_and_those_that_did_not_pass_are_kept() -> None:
    said = [passed(), failed("a"), QUESTION, cannot_tell("b"), passed(), failed("c"), passed()]
    result = put_to(Paper([Thing(each) for each in said]))
    assert [finding.outcome for finding in result.findings] == [said[1], said[2], said[3], said[5]]
    assert {finding.rule for finding in result.findings} == {"paper-about"}
    assert [put.count for put in result.rules] == [Count(passed=3, failed=2, cannot_tell=2)]
    assert (result.facts, result.found, result.trouble) == (Facts(title="Paper"), (Found("attached"),), None)


def test_more_findings_of_one_rule_than_anyone_reads_are_only_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("a11ycheck.job.MOST_FINDINGS", 3)
    said = [passed(), *(failed("a", n=number) for number in range(5)), passed()]
    result = put_to(Paper([Thing(each) for each in said]), ABOUT, replace(ABOUT, id="paper-other"))
    assert [finding.outcome for finding in result.findings] == said[1:4] * 2
    assert [put.count for put in result.rules] == [Count(passed=2, failed=5)] * 2


def test_ten_thousand_findings_of_one_rule_are_kept() -> None:
    result = put_to(Paper([Thing(failed("a"))] * 10_001))
    assert len(result.findings) == 10_000
    assert result.rules[0].count == Count(failed=10_001)


def test_what_is_not_told_is_nothing() -> None:
    job = Job("s", "pdf", DEMANDS)
    assert (job.path, job.data, job.show, job.beside) == ("", None, False, ())
    assert Count() == Count(passed=0, failed=0, cannot_tell=0)
    assert Result() == Result((), (), None, (), None, {})


ENGINE_SAYS = {
    "rule-broke": {"error": "ValueError: oh no"},
    "online-listed": {"host": "A", "name": "Talk", "languages": "sv"},
    "online-by-machine": {"host": "A", "name": "Talk", "languages": "sv"},
    "online-none": {"host": "A", "name": "Talk"},
}


def test_what_the_engine_says_itself_has_words_and_names_what_it_is_about() -> None:
    assert set(ENGINE_MESSAGES) == set(ENGINE_SAYS)
    for message, about in ENGINE_SAYS.items():
        for language in ("en", "sv"):
            said = ENGINE_MESSAGES[message].say(language, about)
            assert all(value in said for value in about.values()), message
            assert "{" not in said


def test_a_rule_for_all_content_sees_the_content_and_no_more() -> None:
    result = put_to(Paper([Thing(passed())]), TITLED, ABOUT)
    assert [finding.outcome for finding in result.findings] == [failed("untitled", title="Agenda")]
    assert [put.count for put in result.rules] == [Count(failed=1), Count(passed=1)]


def test_a_rule_is_put_with_the_options_that_the_ruleset_sets() -> None:
    loud = replace(JOB, ruleset=replace(DEMANDS, options={"paper-about": {"loud": True}}))
    assert [finding.outcome for finding in put_to(Paper([Thing(passed())]), job=loud).findings] == [
        failed("loud")
    ]


def test_what_is_said_of_a_whole_document_is_known_again_by_its_name_wherever_it_lies() -> None:
    def key(source: str, where: Where) -> str:
        job = replace(JOB, source=source)
        (finding,) = put_to(Paper([Thing(failed("a"), where)]), job=job).findings
        (broken,) = put_to(Paper([Thing(ValueError(), where)]), job=job).findings
        assert broken.where == Where(anchor=anchor(source.rpartition("/")[2]))
        return finding.key

    whole, thing = Where((("page", 1),)), Where(anchor="a thing")
    assert key("agenda.pdf", whole) == key("may/agenda.pdf", whole) == key("may/first/agenda.pdf", whole)
    assert key("agenda.pdf", whole) != key("minutes.pdf", whole)
    assert key("agenda.pdf", thing) == key("minutes.pdf", thing)


def test_a_rule_that_breaks_could_not_tell_and_the_others_go_on() -> None:
    paper = Paper([Thing(passed()), Thing(failed("a")), Thing(ValueError("oh\nno")), Thing(failed("b"))])
    result = put_to(paper, ABOUT, TITLED)
    told = cannot_tell("rule-broke", error="ValueError: oh no")
    assert [finding.outcome for finding in result.findings][:2] == [failed("a"), told]
    assert [put.count for put in result.rules] == [Count(1, 1, 1), Count(0, 1, 0)]
    assert result.trouble is None


def test_where_a_document_cannot_be_read_on_what_was_found_before_is_kept() -> None:
    paper = Paper([Thing(failed("a")), Thing(CouldNotCheck("broken", "page 7"))])
    result = put_to(paper, TITLED, ABOUT, replace(TITLED, id="content-after"))
    assert [finding.rule for finding in result.findings] == ["content-titled"]
    assert [put.id for put in result.rules] == ["content-titled"]
    assert (result.facts, result.found) == (Facts(title="Paper"), (Found("attached"),))
    assert result.trouble == Trouble("broken", "page 7")


def test_a_document_whose_facts_cannot_be_read_could_not_be_checked() -> None:
    assert put_to(Paper(troubled=True)) == Result(trouble=Trouble("broken", "while looking for facts"))


def test_a_document_that_cannot_be_opened_could_not_be_checked() -> None:
    result = run(replace(JOB, ruleset=ruleset.load(ruleset.DEFAULT)), b"no PDF")
    assert result.trouble is not None
    assert replace(result, trouble=None) == Result()


def test_what_was_not_read_is_said_beside_what_was_found() -> None:
    result = put_to(Paper([Thing(failed("a"))], left_unread="500 pages"))
    assert result.trouble == Trouble("not-read-whole", "500 pages")
    assert len(result.findings) == 1


PLACED = [Where(anchor=str(number), box=Box(1, 0, number, 9, 9)) for number in range(3)]
PICTURE = Crop(b"\x89PNG\r\n\x1a\n", "image/png", 9, 9, (0.0, 0.0, 1.0, 1.0))


class Album(Paper):
    """A paper that has pictures of all its places but the first."""

    def crops(self, boxes: Sequence[Box]) -> Sequence[Crop | None]:
        return [PICTURE._replace(width=int(box.top)) if box.top else None for box in boxes]


def test_a_picture_goes_with_its_finding_and_a_place_may_have_none() -> None:
    things = [Thing(failed(f"message-{where.anchor}"), where) for where in PLACED]
    shown = put_to(Album(things), job=replace(JOB, show=True))
    keys = [finding.key for finding in shown.findings]
    assert shown.crops == {keys[1]: PICTURE._replace(width=1), keys[2]: PICTURE._replace(width=2)}
    assert put_to(Album(things)).crops == {}
    assert put_to(Paper(things), job=replace(JOB, show=True)).crops == {}


class Torn(Album):
    def crops(self, boxes: Sequence[Box]) -> Sequence[Crop | None]:
        return super().crops(boxes)[1:]


def test_no_picture_is_shown_with_another_finding() -> None:
    things = [Thing(failed(f"message-{where.anchor}"), where) for where in PLACED]
    with pytest.raises(ValueError, match="shorter"):
        put_to(Torn(things), job=replace(JOB, show=True))


def test_rules_of_act_are_met_on_pages_alone() -> None:
    rule = replace(ABOUT, meets=("WCAG 2.4.2", "ACT 2779a5"))
    in_documents = ("WCAG 2.4.2", "EN 301 549 10.2.4.2")
    on_pages = ("WCAG 2.4.2", "EN 301 549 9.2.4.2", "ACT 2779a5")
    assert clauses_of(rule, "page") == on_pages
    assert clauses_of(rule, "pdf") == in_documents
    assert clauses_anywhere(rule, ["pdf", "office", "page"]) == (*in_documents, *on_pages[1:])
    assert clauses_anywhere(rule, []) == ()


def test_a_rule_that_is_off_is_not_put() -> None:
    title_alone = replace(JOB, ruleset=replace(DEMANDS, requires=(), advises=(RULE,)))
    assert [(rule.id, put.level) for rule, put in rules_put(title_alone)] == [(RULE, Level.ADVICE)]
    assert rules_put(replace(JOB, ruleset=replace(DEMANDS, ignore=("*",)))) == []


def test_a_key_is_of_the_thing_and_what_is_said_not_of_the_place() -> None:
    moved = [Finding("r", Where((("page", page),), "same thing"), failed("m", alt="x")) for page in (1, 2)]
    assert moved[0].key == moved[1].key
    others = [
        Finding("r2", Where((), "same thing"), failed("m", alt="x")),
        Finding("r", Where((), "another"), failed("m", alt="x")),
        Finding("r", Where((), "same thing"), failed("n", alt="x")),
        Finding("r", Where((), "same thing"), failed("m", alt="y")),
    ]
    assert moved[0].key not in {finding.key for finding in others}
    assert len({finding.key for finding in others}) == len(others)


def test_what_a_finding_quotes_is_clipped() -> None:
    outcome = failed("m", alt="word " * 100_000)
    assert len(str(outcome.data["alt"])) == 300
    assert cannot_tell("m", error="a\nb").data["error"] == "a b"


def test_a_question_carries_its_futures() -> None:
    question = ask("q", yes=passed(), no=failed("wrong"))
    assert question.is_question
    assert question.status is Status.CANNOT_TELL
    assert not cannot_tell("m").is_question
