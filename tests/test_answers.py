"""Answers: how they are written, what is kept of the file, who is asked again, and what is refused with its line."""

from __future__ import annotations

import datetime
import json
import os
import stat
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck.answers_file import LONGEST_REMARK, opened, with_answer
from a11ycheck.decisions import Answer, Decisions, answers_in, load_answers, load_waivers
from a11ycheck.toml_file import ConfigError
from a11ycheck.toml_text import quoted, statements
from places import PLUGIN, ROOT

DAY = datetime.date(2026, 11, 22)
FIRST, SECOND, THIRD = "a" * 16, "b" * 16, "c" * 16

WRITTEN = f'''# Answers of the forum

[[answer]]  # from the report
key = "{FIRST}"
yes = true  # Åsa asked the speaker
by = """Åsa
[[answer]]
yes = 3"""
on = 2026-11-01

# Next year’s
[[ answer ]]
key="{SECOND}"
unsure=true
by='Bo # Lind'
on=2026-11-02 # by telephone
# The end
'''


def run(*arguments: str, cwd: Path, language: str = "en_GB.UTF-8") -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "LANG": language, "PYTHONPATH": f"{PLUGIN}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-m", "a11ycheck", *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", timeout=120
    )


def answers(text: str) -> dict[str, Answer]:
    return {answer.key: answer for answer in answers_in(Path("answers.toml"), text)}


class TestTheFile:
    def test_a_new_answer_comes_last_and_all_else_stays(self) -> None:
        text = with_answer(WRITTEN, Answer(THIRD, False, "Cy", DAY, "Wrong\nyear"))
        assert text.startswith(WRITTEN)
        assert answers(text) == {**answers(WRITTEN), THIRD: Answer(THIRD, False, "Cy", DAY, "Wrong\nyear")}

    def test_an_answer_takes_the_place_of_the_one_with_its_key(self) -> None:
        text = with_answer(WRITTEN, Answer(FIRST, False, "Cy", DAY, "Read again"))
        assert answers(text) == {
            FIRST: Answer(FIRST, False, "Cy", DAY, "Read again"),
            SECOND: answers(WRITTEN)[SECOND],
        }
        for comment in (
            "# Answers of the forum",
            "# from the report",
            "# Åsa asked",
            "# Next year’s",
            "# The end",
        ):
            assert comment in text
        assert text.endswith(WRITTEN[WRITTEN.index("# Next year’s") :])

    def test_one_who_was_unsure_can_be_followed_by_an_answer_and_back(self) -> None:
        certain = with_answer(WRITTEN, Answer(SECOND, True, "Cy", DAY))
        assert answers(certain)[SECOND] == Answer(SECOND, True, "Cy", DAY)
        assert "# by telephone" in certain
        assert answers(with_answer(certain, Answer(SECOND, None, "Di", DAY)))[SECOND].yes is None

    def test_ends_of_lines_stay_as_they_are(self) -> None:
        text = with_answer(WRITTEN.replace("\n", "\r\n"), Answer(SECOND, True, "Cy", DAY, "Seen"))
        text = with_answer(text, Answer(THIRD, True, "Cy", DAY))
        assert text.count("\n") == text.count("\r\n")
        assert set(answers(text)) == {FIRST, SECOND, THIRD}

    def test_two_of_one_key_become_one(self) -> None:
        twice = WRITTEN + f'[[answer]]\nkey = "{FIRST}"\nyes = true\nby = "Di"\non = 2026-11-03\n'
        text = with_answer(twice, Answer(FIRST, False, "Cy", DAY))
        assert answers(text)[FIRST] == Answer(FIRST, False, "Cy", DAY)

    @given(
        st.lists(
            st.builds(
                Answer,
                st.sampled_from([FIRST, SECOND, THIRD]),
                st.sampled_from([True, False, None]),
                st.text(min_size=1, max_size=20).filter(lambda name: name.strip()),
                st.dates(datetime.date(2000, 1, 1)),
                st.text(max_size=30).map(lambda text: text if text.strip() else ""),
            ),
            max_size=6,
        )
    )
    def test_what_is_written_is_read_back(self, given_answers: list[Answer]) -> None:
        text, wanted = WRITTEN, answers(WRITTEN)
        for answer in given_answers:
            text = with_answer(text, answer)
            wanted[answer.key] = answer
        assert answers(text) == wanted

    @given(st.text(max_size=50))
    def test_a_text_is_quoted_as_toml_reads_it(self, text: str) -> None:
        assert tomllib.loads(f"a = {quoted(text)}")["a"] == text.encode("utf-8", "replace").decode("utf-8")

    @pytest.mark.parametrize("sign", ['"', "'", "\\", "#", "=", "[", '"""\\', " "])
    def test_100_kb_of_any_sign_is_gone_over_once(self, sign: str) -> None:
        text = f"a = {quoted(sign * 100_000)} # {sign * 1_000}\n[[answer]]\n"
        assert [each.line for each in statements(text) if each.begins("answer")] == [2]

    def test_a_file_of_before_is_read(self) -> None:
        old = f'[[answer]]\nkey = "{FIRST}"\nyes = false\nby = "Bo"\non = 2026-11-01\n'
        assert answers(old) == {FIRST: Answer(FIRST, False, "Bo", datetime.date(2026, 11, 1))}

    def test_who_may_read_the_file_and_where_it_lies_stay(self, tmp_path: Path) -> None:
        real = tmp_path / "real.toml"
        real.write_text(WRITTEN, "utf-8")
        real.chmod(0o640)
        (tmp_path / "answers.toml").symlink_to(real)
        with opened(tmp_path / "answers.toml") as file:
            file.put(Answer(THIRD, True, "Cy", DAY))
        assert (tmp_path / "answers.toml").is_symlink()
        assert stat.S_IMODE(real.stat().st_mode) == 0o640
        assert THIRD in answers(real.read_text("utf-8"))
        assert sorted(path.name for path in tmp_path.iterdir()) == ["answers.toml", "real.toml"]


BROKEN = {
    "[[answer]]\nkey = \n": "line 2",
    f'[[answer]]\nkey = "{FIRST}"\nyes = true\nby = "A"\n': "line 1, answer 1: on must be a day",
    WRITTEN + "[[answer]]\nconfidence = 0.9\n": "line 18, answer 3: “confidence” is not known here",
    WRITTEN
    + f'[[answer]]\nkey = "{FIRST}"\nyes = false\nby = "B"\non = 2026-11-22\n': "line 18, answer 3: the key "
    f"{FIRST} is answered both yes and no: answers.toml, line 3, answer 1",
    f'[[answer]]\nkey = "{FIRST}"\nyes = true\nunsure = true\nby = "A"\non = 2026-11-22\n': "either yes = true",
    "<<<<<<< HEAD\n": "line 1",
    f'answer = [{{key = "{FIRST}", yes = true, by = "A", on = 2026-11-22}}]\n': "answers.toml",
}


class TestBrokenFiles:
    @pytest.mark.parametrize("text", BROKEN)
    def test_nothing_is_written_and_the_line_is_named(self, tmp_path: Path, text: str) -> None:
        path = tmp_path / "answers.toml"
        path.write_text(text, "utf-8")
        with pytest.raises(ConfigError) as error, opened(path) as file:
            file.put(Answer(THIRD, True, "Cy", DAY))
        assert BROKEN[text] in str(error.value).replace(f"{tmp_path}/", "")
        assert path.read_text("utf-8") == text

    def test_a_file_in_another_encoding_is_named_with_its_line(self, tmp_path: Path) -> None:
        path = tmp_path / "answers.toml"
        path.write_bytes("# one\n# Åsa\n".encode("latin-1"))
        with pytest.raises(ConfigError, match=r"answers\.toml, line 2"):
            load_answers(path)

    def test_what_lies_where_no_one_may_write_is_said(self, tmp_path: Path) -> None:
        with pytest.raises(ConfigError, match="gone"), opened(tmp_path / "gone" / "answers.toml"):
            pass

    def test_two_waivers_of_the_same_name_both_lines(self, tmp_path: Path) -> None:
        path = tmp_path / "waivers.toml"
        one = '[[waiver]]\nrule = "content-title"\nreason = "r"\nby = "A"\nuntil = 2027-01-31\n'
        path.write_text(one + one.replace("2027", "2028"), "utf-8")
        with pytest.raises(
            ConfigError, match=r"line 6, waiver 2: the same is waived already: .*line 1, waiver 1"
        ):
            load_waivers(path)

    def test_a_waiver_whose_finding_is_no_text_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "waivers.toml"
        path.write_text(
            '[[waiver]]\nfinding = 12345678\nreason = "r"\nby = "A"\nuntil = 2027-01-31\n', "utf-8"
        )
        with pytest.raises(ConfigError, match="line 1, waiver 1: finding must be a text"):
            load_waivers(path)


def test_many_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    path.write_text(WRITTEN, "utf-8")
    program = (
        "import datetime, pathlib, sys\n"
        "from a11ycheck.answers_file import opened\n"
        "from a11ycheck.decisions import Answer\n"
        "for number in range(25):\n"
        "    key = f'{sys.argv[2]}{number:015d}'\n"
        "    with opened(pathlib.Path(sys.argv[1])) as file:\n"
        "        file.put(Answer(key, True, 'W', datetime.date(2026, 11, 22)))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    writers = [
        subprocess.Popen([sys.executable, "-c", program, str(path), name], env=environment) for name in "0123"
    ]
    assert [writer.wait(120) for writer in writers] == [0] * 4
    wanted = {f"{name}{number:015d}" for name in "0123" for number in range(25)}
    assert set(answers(path.read_text("utf-8"))) == wanted | {FIRST, SECOND}


def test_one_who_was_unsure_has_not_answered() -> None:
    unsure = Answer(FIRST, None, "Bo", DAY, "It was dark")
    decisions = Decisions([unsure])
    assert decisions.answer_to(FIRST) is None
    assert decisions.unsure_of(FIRST) == unsure


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "asking.note").write_text("NOTE en Asking\nreally?\n", "utf-8")
    (tmp_path / "meeting.toml").write_text(
        '[[material]]\nfile = "asking.note"\n\n[[material]]\nfile = "other.note"\n', "utf-8"
    )
    (tmp_path / "other.note").write_text("NOTE en Other\nhello\n", "utf-8")
    (tmp_path / "rules.toml").write_text('requires = ["note-*"]\nmust_answer = ["note-*"]\n', "utf-8")
    return tmp_path


def checked(folder: Path) -> tuple[int, dict[str, Any]]:
    """The exit code, and what the JSON report says of the only question."""
    done = run("--ruleset", "rules.toml", "--output", "json:-", ".", cwd=folder)
    findings = [each for part in json.loads(done.stdout)["documents"] for each in part["findings"]]
    (finding,) = (each for each in findings if each["question"])
    return done.returncode, finding


class TestTheCommand:
    def test_an_answer_holds_until_the_thing_changes(self, folder: Path) -> None:
        code, finding = checked(folder)
        assert (code, finding["answer"]) == (3, None)
        done = run(
            "answer", finding["key"], "yes", "--by", "Åsa Ek", "--remark", "Asked her", ".", cwd=folder
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, "Written: answers.toml\n", "")
        code, finding = checked(folder)
        assert code == 0
        assert finding["answer"]["by"] == "Åsa Ek"
        assert finding["remark"] == "Asked her"
        (folder / "asking.note").write_text("NOTE en Asking\nreally really?\n", "utf-8")
        assert checked(folder)[0] == 3

    def test_inserting_something_above_asks_nothing_again(self, folder: Path) -> None:
        run("answer", checked(folder)[1]["key"], "yes", "--by", "Åsa", "meeting.toml", cwd=folder)
        (folder / "asking.note").write_text("NOTE en Asking\na new line\nreally?\n", "utf-8")
        assert checked(folder)[0] == 0

    def test_one_who_is_unsure_is_named_and_the_question_stays(self, folder: Path) -> None:
        key = checked(folder)[1]["key"]
        run("answer", key, "osäker", "--by", "Bo", "--remark", "Vet ej", ".", cwd=folder)
        code, finding = checked(folder)
        assert (code, finding["unsure"]["by"], finding["unsure"]["remark"]) == (3, "Bo", "Vet ej")
        text = run("--ruleset", "rules.toml", ".", cwd=folder).stdout
        assert "Answer: unsure, Bo" in text
        done = run("answer", key, "no", "--by", "Åsa", ".", cwd=folder)
        assert "In place of the answer by Bo." in done.stdout
        assert checked(folder)[0] == 1

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["content-title", "yes", "--by", "A"], "“content-title” is no key"),
            ([FIRST, "maybe", "--by", "A"], "maybe"),
            ([FIRST, "yes", "--by", " "], "--by needs a name"),
            ([FIRST, "yes"], "--by"),
            ([FIRST, "yes", "--by", "A", "--remark", "x" * (LONGEST_REMARK + 1)], "--remark may have"),
            ([FIRST, "yes", "--by", "A", "gone/"], "gone/"),
            ([FIRST, "yes", "--by", "A", "--answers", "no/such/a.toml"], "no/such/a.toml"),
        ],
    )
    def test_what_is_wrong_is_named(self, folder: Path, arguments: list[str], said: str) -> None:
        done = run("answer", *arguments, cwd=folder)
        assert done.returncode == 2
        assert said in done.stderr
        assert "Traceback" not in done.stderr
        assert not (folder / "answers.toml").exists()
