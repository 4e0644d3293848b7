"""Nothing is asked of the net that the user did not ask for. The real command checks documents of every kind that try,
and the system calls of all its processes are looked at; and it does the same with the network cut.

What a page refers to is loaded with it, as in any browser: see SECURITY.md. Here pages refer to nothing, and what is
seen is what the browser would do by itself.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path

import pikepdf
import pytest
from docx import Document

from browser import need_browser
from places import ROOT

ELSEWHERE = "192.0.2.7"  # for documentation (RFC 5737): nobody is there
ADDRESS = f"http://{ELSEWHERE}/tracked"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIL = f"""\
From: a@example.org
To: b@example.org
Subject: Kallelse till stämma
Date: Sun, 22 Nov 2026 10:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=x

--x
Content-Type: text/plain; charset=utf-8

Stämman hålls den 2 december. {ADDRESS}
--x
Content-Type: message/external-body; access-type=URL; URL="{ADDRESS}"

--x
Content-Type: text/html; charset=utf-8

<html lang="sv"><link rel="stylesheet" href="{ADDRESS}.css"><style>@import url({ADDRESS});</style>
<img src="{ADDRESS}.png" alt="Spårad"><iframe src="{ADDRESS}"></iframe>
<p style="background: url({ADDRESS})">Stämman hålls den 2 december.</p></html>
--x--
"""
CALENDAR = f"""\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Test//SV
BEGIN:VEVENT
UID:1@example.org
DTSTAMP:20261122T100000Z
DTSTART:20261202T170000Z
DTEND:20261202T180000Z
SUMMARY:Stämma
URL:{ADDRESS}
ATTACH;FMTTYPE=application/pdf:{ADDRESS}.pdf
IMAGE;VALUE=URI:{ADDRESS}.png
DESCRIPTION:Välkommen till stämman.
END:VEVENT
END:VCALENDAR
"""
TIMED_TEXT = f"""\
<?xml version="1.0"?>
<?xml-stylesheet href="{ADDRESS}.xsl"?>
<!DOCTYPE tt SYSTEM "{ADDRESS}.dtd" [<!ENTITY far SYSTEM "{ADDRESS}">]>
<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="sv"><body><div>
<p begin="1s" end="4s">Hej &far;</p></div></body></tt>
"""
CAPTIONS = f"WEBVTT\n\nSTYLE\n::cue {{ background: url({ADDRESS}) }}\n\n00:01.000 --> 00:04.000\nHej på er\n"
PLAYLIST = f"#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n{ADDRESS}.ts\n#EXT-X-ENDLIST\n"
PAGE = """\
<!DOCTYPE html><html lang="sv"><meta charset="utf-8"><title>Stämman</title>
<main><h1>Stämman</h1><p>Den hålls den 2 december.</p></main></html>
"""


def documents(folder: Path) -> Path:
    """A document of each kind, each of which refers to what lies elsewhere."""
    folder.mkdir()
    (folder / "mail.eml").write_text(MAIL, "utf-8")
    (folder / "event.ics").write_text(CALENDAR.replace("\n", "\r\n"), "utf-8", newline="")
    (folder / "a.ttml").write_text(TIMED_TEXT, "utf-8")
    (folder / "b.vtt").write_text(CAPTIONS, "utf-8")
    for name in ("list.mp4", "list.mkv"):
        (folder / name).write_text(PLAYLIST, "utf-8")
    shutil.copy(
        next((ROOT / "fixtures" / "recording-captions-language").glob("passed*.mp4")), folder / "talk.mp4"
    )
    _word(folder / "agenda.docx")
    _pdf(folder / "minutes.pdf")
    return folder


def _word(path: Path) -> None:
    """A picture, a template and a style sheet that lie elsewhere."""
    made = path.with_suffix(".plain")
    document = Document()
    document.add_heading("Dagordning", 1)
    document.save(str(made))
    outside = "".join(
        f'<Relationship Id="far{kind}" Type="{RELATION}/{kind}" '
        f'Target="{ADDRESS}.{kind}" TargetMode="External"/>'
        for kind in ("image", "attachedTemplate", "frame", "oleObject")
    )
    with zipfile.ZipFile(made) as before, zipfile.ZipFile(path, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "word/_rels/document.xml.rels":
                data = data.replace(b"</Relationships>", outside.encode() + b"</Relationships>")
            if name == "word/document.xml":
                data = data.replace(
                    b"<w:document ", f'<!DOCTYPE w SYSTEM "{ADDRESS}.dtd"><w:document '.encode(), 1
                )
            after.writestr(name, data)
    made.unlink()


def _pdf(path: Path) -> None:
    """What is done when it is opened, sent or shown lies elsewhere."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        far = pikepdf.Dictionary(Type=pikepdf.Name.Filespec, FS=pikepdf.Name.URL, F=ADDRESS)
        picture = pdf.make_stream(
            b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=9, Height=9, F=far
        )
        pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=picture))
        pdf.pages[0].Contents = pdf.make_stream(b"q 99 0 0 99 9 9 cm /P Do Q")
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=ADDRESS)
        pdf.Root.URI = pikepdf.Dictionary(Base=ADDRESS)
        pdf.Root.AA = pikepdf.Dictionary(WC=pikepdf.Dictionary(S=pikepdf.Name.SubmitForm, F=far))
        pdf.save(path)


REACHED = re.compile(
    r"\b(?:connect|sendto|sendmsg|sendmmsg)\(\d+, .*?"
    r'sin6?_port=htons\((\d+)\).*?(?:inet_addr\("|AF_INET6, ")([0-9a-f.:]+)"'
)
# Chromium asks the system for a way there, by which it knows whether IPv6 works; nothing is sent.
ASKED_FOR_A_WAY = ("443", "2001:4860:4860::8888")


@pytest.fixture(scope="module")
def strace() -> str:
    program = shutil.which("strace")
    if program is None:
        pytest.skip("strace is not installed. On Debian: sudo apt install strace")
    if subprocess.run([program, "-o", "/dev/null", "true"], capture_output=True, check=False).returncode:
        pytest.skip("strace may not look at processes here")
    return program


def reached(strace: str, command: Sequence[str], folder: Path) -> tuple[set[tuple[str, str]], str]:
    """The ports and addresses that the command and all its processes tried to reach, and the whole trace."""
    trace = folder / "trace.txt"
    calls = "trace=connect,sendto,sendmsg,sendmmsg,execve"
    done = subprocess.run(
        [strace, "-f", "-qq", "-s", "300", "-e", calls, "-o", str(trace), *command],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    text = trace.read_text("utf-8", "replace")
    (folder / "out.txt").write_text(done.stdout + done.stderr, "utf-8")
    return set(REACHED.findall(text)) - {ASKED_FOR_A_WAY}, text


def checking(*inputs: str) -> list[str]:
    return [sys.executable, "-m", "a11ycheck", "--no-cache", "--output", "json:report.json", *inputs]


def kinds_of(folder: Path) -> set[str]:
    report = json.loads((folder / "report.json").read_text("utf-8"))
    return {part["kind"] for part in report["documents"] if part["rules"]}


def test_what_is_looked_at_is_seen(strace: str, tmp_path: Path) -> None:
    program = (
        "import socket; s = socket.socket(); s.settimeout(0); s.connect_ex(('192.0.2.7', 80)); s.close()"
    )
    there, _ = reached(strace, ["sh", "-c", f'"{sys.executable}" -c "{program}"'], tmp_path)
    assert there == {("80", ELSEWHERE)}


def test_no_document_makes_any_process_reach_out(strace: str, tmp_path: Path) -> None:
    documents(tmp_path / "meeting")
    there, trace = reached(strace, checking("meeting"), tmp_path)
    assert there == set()
    assert "a11ycheck.worker" in trace
    assert kinds_of(tmp_path) >= {"pdf", "mail", "calendar", "captions", "office", "recording"}


def test_the_browser_asks_nothing_by_itself(strace: str, tmp_path: Path) -> None:
    need_browser()
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    there, trace = reached(strace, checking("page.html"), tmp_path)
    assert there == set()
    assert "--remote-debugging-pipe" in trace
    assert kinds_of(tmp_path) == {"page"}


def test_a_page_inside_a_mail_loads_nothing(strace: str, tmp_path: Path) -> None:
    need_browser()
    page = PAGE.replace(
        "</main>",
        f'<img alt="Karta" src="{ADDRESS}.png"><iframe title="Karta" src="{ADDRESS}"></iframe></main>'
        f'<link rel="stylesheet" href="{ADDRESS}.css"><link rel="preconnect" href="{ADDRESS}">'
        f'<script src="{ADDRESS}.js"></script>'
        f'<script>fetch("{ADDRESS}"); navigator.sendBeacon("{ADDRESS}"); new WebSocket("ws://{ELSEWHERE}/")</script>',
    )
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "Kallelse till stämma", "a@example.org", "b@example.org"
    mail.set_content("Kallelsen är bifogad.")
    mail.add_attachment(page, subtype="html", filename="kallelse.html")
    (tmp_path / "mail.eml").write_bytes(bytes(mail))
    there, _ = reached(strace, checking("mail.eml"), tmp_path)
    # The proxy that is none.
    assert there <= {("9", "127.0.0.1")}
    assert kinds_of(tmp_path) >= {"mail", "page"}


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("--version",), ("rules",), ("explain", "content-title"), ("check", "nothing.pdf")],
)
def test_no_command_reports_home(strace: str, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    there, _ = reached(strace, [sys.executable, "-m", "a11ycheck", *arguments], tmp_path)
    assert there == set()


@pytest.fixture(scope="module")
def cut() -> list[str]:
    """What is put before a command to run it without any network."""
    for command in (["unshare", "--net"], ["unshare", "--user", "--map-root-user", "--net"]):
        if (
            shutil.which(command[0])
            and not subprocess.run([*command, "true"], capture_output=True).returncode
        ):
            return command
    pytest.skip("no process may be put in a namespace without network here")


def test_with_the_network_cut_the_verdict_is_the_same(cut: list[str], tmp_path: Path) -> None:
    documents(tmp_path / "meeting")
    told = []
    for before in ([], cut):
        subprocess.run(
            [*before, *checking("meeting")], cwd=tmp_path, capture_output=True, timeout=300, check=False
        )
        told.append(json.loads((tmp_path / "report.json").read_text("utf-8")))
        (tmp_path / "report.json").unlink()
    assert told[0]["documents"] == told[1]["documents"]
    assert told[0]["verdict"] == told[1]["verdict"]


def test_a_page_is_checked_with_the_network_cut(cut: list[str], tmp_path: Path) -> None:
    need_browser()
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    done = subprocess.run(
        [*cut, *checking("page.html")], cwd=tmp_path, capture_output=True, timeout=300, check=False
    )
    assert done.returncode == 0
    assert kinds_of(tmp_path) == {"page"}
