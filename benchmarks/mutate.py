"""Mutations for the fuzz run: of any bytes, and of what a kind of file is made of (lines, tags, boxes, objects)."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from random import Random

Mutation = Callable[[Random, bytes, bytes], bytes]
"""Takes a source of chance, a file, and another file of the kind to borrow from; returns the changed file."""

NUMBERS = (
    *(
        b"0",
        b"-1",
        b"1",
        b"2147483648",
        b"4294967295",
        b"99999999999999999999",
        b"-99999999999",
        b"0.0000001",
    ),
    *(b"1e999", b"nan", b"inf", b"-inf", b"9" * 5_000, b"00", b"\xd9\xa3", b"\xc2\xb2", b""),
)
TEXTS = (
    *(b"", b" ", b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x80\xae", b"\x1b[2J"),
    *(b"&#0;", b"&#xD800;", b"&#x110000;", b"&nbsp;", b"%ZZ", b"%00", b"\\n", b"\\", b'"', b"'", b"<", b"]]>", b"-->"),
    *(b"http://[", b"https://a:99999999/", b"//", b"mailto:", b"a" * 30_000, b" " * 5_000, b"(" * 2_000, b"\n" * 300),
    *("\u0130\u1e9e\ufb03".encode(), "e\u0301".encode() * 500, "\U0001f468\u200d\U0001f469".encode(), b"%s"),
)  # fmt: skip
IN_PDF = (
    *(b"null", b"[]", b"<<>>", b"(x)", b"/X", b"true", b"3.7", b"<", b"endobj", b"stream\n", b"[[[[", b"<feff"),
    *(b"<fffed800>", b"(\\377\\376\\000\\330)", b"/#00", b"1 0 R", b"2 0 R", b"3 0 R", b"99999 0 R", b"<</Length -5>>"),
)  # fmt: skip

NUMBER = re.compile(rb"-?[0-9]+(?:\.[0-9]+)?")
VALUE = re.compile(rb"\"[^\"<>]*\"")
TAG = re.compile(rb"<[^<>]{1,2000}>")
TOKEN = re.compile(rb"/?[A-Za-z0-9.]+(?: 0 R)?")
BOX = re.compile(rb"[a-zA-Z0-9 ]{4}")


def spot(chance: Random, found: Sequence[tuple[int, int]], data: bytes) -> tuple[int, int]:
    """One of the spans, or a short one anywhere where there is none."""
    if found:
        return chance.choice(found)
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.randrange(8))


def spans(pattern: re.Pattern[bytes], data: bytes) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(data)]


def replaced(data: bytes, span: tuple[int, int], new: bytes) -> bytes:
    return data[: span[0]] + new + data[span[1] :]


def bits(chance: Random, data: bytes, other: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16, 64))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.choice(
                (0, 0xFF, 0x7F, 0x80, chance.randrange(256))
            )
    return bytes(changed)


def chunk(chance: Random, data: bytes, other: bytes) -> bytes:
    """A piece left out, said again, moved, or taken from another file; or the end cut off."""
    if not data:
        return other
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.choice((1, 4, 16, 64, 256, 1_024, 8_192)))
    piece, without = data[start:end], data[:start] + data[end:]
    at = chance.randrange(len(without) + 1)
    foreign = chance.randrange(len(other)) if other else 0
    return chance.choice(
        (
            without,
            data[:start] + piece * chance.choice((2, 3, 50)) + data[end:],
            without[:at] + piece + without[at:],
            data[:start] + other[foreign : foreign + len(piece)] + data[end:],
            data[:end],
        )
    )


def number(chance: Random, data: bytes, other: bytes) -> bytes:
    return replaced(data, spot(chance, spans(NUMBER, data), data), chance.choice(NUMBERS))


def text(chance: Random, data: bytes, other: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(TEXTS) + data[at:]


def line(chance: Random, data: bytes, other: bytes) -> bytes:
    """A line left out, moved, said 400 times, joined with the next, cut, or given another value."""
    lines = data.splitlines(keepends=True) or [b""]
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
    held = lines[at]
    what = chance.randrange(7)
    if what == 0:
        del lines[at]
    elif what == 1:
        lines.insert(to, lines.pop(at))
    elif what == 2:
        lines[at] = held * chance.choice((2, 20, 400))
    elif what == 3:
        lines[at] = held.rstrip(b"\r\n")
    elif what == 4:
        lines[at] = held[: chance.randrange(len(held) + 1)] + b"\n"
    elif what == 5:
        lines.insert(at, chance.choice(other.splitlines(keepends=True) or [b""]))
    else:
        cut = chance.choice([n for n in range(len(held)) if held[n : n + 1] in b":;=,> "] or [0])
        lines[at] = (
            held[: cut + 1] + chance.choice((*TEXTS, *NUMBERS)) + chance.choice((b"\n", held[cut + 1 :]))
        )
    return b"".join(lines)


def tag(chance: Random, data: bytes, other: bytes) -> bytes:
    """A tag left out, moved, renamed, nested 30 or 300 deep, or with another value; a piece between two tags copied."""
    found = spans(TAG, data)
    span, second = spot(chance, found, data), spot(chance, found, data)
    held = data[slice(*span)]
    what = chance.randrange(7)
    if what == 0:
        return replaced(data, span, b"")
    if what == 1:
        return replaced(data, second, held)
    if what == 2:
        return replaced(data, span, held + data[slice(*second)])
    if what == 3:
        return replaced(data, span, held * chance.choice((2, 30, 300)))
    if what == 4 and span < second:
        piece = data[span[0] : second[0]][:20_000]
        return replaced(data, (second[0], second[0]), piece * chance.choice((1, 2, 10)))
    if what == 5:
        borrowed = spot(chance, spans(TAG, other), other)
        return replaced(data, span, other[slice(*borrowed)])
    return value(chance, data, other)


def value(chance: Random, data: bytes, other: bytes) -> bytes:
    """An attribute's value exchanged for another of the file, a number or a trap."""
    found = spans(VALUE, data)
    new = chance.choice(NUMBERS + TEXTS).replace(b'"', b"").replace(b"<", b"&lt;")
    if found and chance.random() < 0.5:
        return replaced(data, spot(chance, found, data), data[slice(*chance.choice(found))])
    return replaced(data, spot(chance, found, data), b'"' + new + b'"')


def token(chance: Random, data: bytes, other: bytes) -> bytes:
    """A PDF's name, number or reference exchanged for another."""
    found = spans(TOKEN, data)
    start, end = spot(chance, found, data)
    what = chance.randrange(3)
    if what == 0:
        return replaced(data, (start, end), chance.choice(IN_PDF + NUMBERS))
    if what == 1 and found:
        return replaced(data, (start, end), data[slice(*chance.choice(found))])
    return replaced(data, (start, end), chance.choice((b"[" * 300, b"<<" * 300, data[start:end] * 40, b"")))


def box(chance: Random, data: bytes, other: bytes) -> bytes:
    """A length, as MP4's boxes and RIFF's chunks have before or after their names, that lies; or a name exchanged."""
    found = spans(BOX, data)
    start, end = spot(chance, found, data)
    lie = chance.choice(
        (0, 1, 7, 8, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, len(data), chance.randrange(1 << 16))
    )
    what = chance.randrange(4)
    if what == 0 and start >= 4:
        return replaced(data, (start - 4, start), lie.to_bytes(4, "big"))
    if what == 1:
        return replaced(data, (end, end + 4), lie.to_bytes(4, chance.choice(("big", "little"))))
    if what == 2 and found:
        return replaced(data, (start, end), data[slice(*chance.choice(found))])
    at = chance.randrange(len(data) + 1)
    # What Matroska writes for a length that is not known, and the longest it can write.
    return replaced(
        data, (at, at + 1), chance.choice((b"\x01" + b"\xff" * 7, b"\xff", b"\x01\0\0\0\x7f\xff\xff\xff"))
    )


def several(mutations: Sequence[Mutation]) -> Mutation:
    """One to six of the mutations, one after another."""

    def mutated(chance: Random, data: bytes, other: bytes) -> bytes:
        for _ in range(chance.choice((1, 1, 2, 3, 6))):
            data = chance.choice(mutations)(chance, data, other)
        return data

    return mutated


def of_a_part(mutation: Mutation) -> Mutation:
    """The mutation of one or two parts of a zip, which stays whole; a part may be left out or stand for another."""

    def mutated(chance: Random, data: bytes, other: bytes) -> bytes:
        parts, others = unzipped(data), unzipped(other)
        names = [name for name in parts if name.endswith((".xml", ".rels"))] or list(parts) or [""]
        for _ in range(chance.choice((1, 1, 2))):
            name = chance.choice(names)
            what = chance.randrange(20)
            if what == 0:
                parts.pop(name, None)
            elif what == 1:
                parts[name] = parts.get(chance.choice(names), b"")
            else:
                parts[name] = mutation(chance, parts.get(name, b""), others.get(name, b"<a/>"))
        return zipped(parts)

    return mutated


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
        for name, data in parts.items():
            file.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


ANY: tuple[Mutation, ...] = (bits, chunk, text)
LINES = several((*ANY, line, line, line, number))
MARKUP = several((*ANY, tag, tag, tag, value, value, number))
OBJECTS = several((*ANY, token, token, token, token, number))
BOXES = several((bits, chunk, box, box, box))
BYTES = several((bits, chunk, number))
PARTS = of_a_part(several((tag, tag, value, value, number, text, chunk)))
JSON = several((value, value, value, number, number, line, chunk))
