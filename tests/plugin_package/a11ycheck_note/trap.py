from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from a11ycheck.documents.content import Content
from a11ycheck.documents.facts import Found
from a11ycheck_note.model import Note


def forge(line: bytes, times: int = 1) -> None:
    """Write to the channel of answers, which is one of the first that are open."""
    for channel in range(3, 10):
        with suppress(OSError):
            for _ in range(times):
                os.write(channel, line)


def spring(data: bytes) -> Note:
    """Do what the first word of the document says."""
    word, _, argument = data.decode().strip().partition(" ")
    title = "fine"
    if word == "hang":
        time.sleep(3600)
    elif word == "loop":
        while True:
            pass
    elif word == "memory":
        [bytearray(10_000_000) for _ in range(1_000)]
    elif word == "exit":
        os._exit(7)
    elif word == "abort":
        os.abort()
    elif word == "kill":
        os.kill(os.getpid(), 9)
    elif word == "print":
        print('{"result": "forged"}', flush=True)
        os.write(1, b"more noise\n")
    elif word == "forge":
        times, _, line = argument.partition(" ")
        forge(line.encode() + b"\n", int(times))
    elif word == "forge-and-hang":
        forge(argument.encode() + b"\n")
        time.sleep(3600)
    elif word == "write":
        Path(argument).write_text("written from behind the fence")
    elif word == "recurse":
        return spring(data)
    elif word == "child":
        subprocess.run([sys.executable, "-c", "print(1)"], check=True)
    elif word == "environment":
        title = ",".join(sorted(os.environ))
    elif word == "large":
        return Note(attachments=(Found("x.note", b"x" * int(argument)),))
    elif word == "raise":
        raise ValueError(argument)
    return Note(content=Content(title=title, language="en"))
