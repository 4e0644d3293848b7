"""Content streams become operators, as pikepdf's own parser reads them."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck.documents.pdf.objects import Streams
from a11ycheck.documents.pdf.operators import Array, Dictionary, operands_of, operators


def read(content: bytes) -> list[tuple[bytes, list[Any]]]:
    return [(operator, operands) for operator, operands in operators(content) if operator]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"1 0 0 1 10.5 -.5 cm", [(b"cm", [1, 0, 0, 1, 10.5, -0.5])]),
        (b"q\nQ", [(b"q", []), (b"Q", [])]),
        (b"/F1 12 Tf(a)Tj", [(b"Tf", ["F1", 12]), (b"Tj", [b"a"])]),
        (b"/F#31 1 Tf", [(b"Tf", ["F1", 1])]),
        (b"(a(b)c) Tj", [(b"Tj", [b"a(b)c"])]),
        (b"(a(b(c(d)))e) Tj", [(b"Tj", [b"a(b(c(d)))e"])]),
        (
            rb"(\(\)\\\n\101\7x\
y) Tj",
            [(b"Tj", [b"()\\\nA\x07xy"])],
        ),
        (b"(a\r\nb) Tj", [(b"Tj", [b"a\nb"])]),
        (b"<48 656C6c6F7> Tj", [(b"Tj", [b"Hellop"])]),
        (b"--5 4- 1.2.3 w", [(b"w", [-5, 4, 1.2])]),
        (b"1 % 2 3\n4 w", [(b"w", [1, 4])]),
        (b"0 g 1w", [(b"g", [0]), (b"w", [1])]),
        (b"/A true /B null BDC", [(b"BDC", ["A", "B"])]),
        (b"(a)' (b)\"", [(b"'", [b"a"]), (b'"', [b"b"])]),
        (b"T* f*", [(b"T*", []), (b"f*", [])]),
        (b") ] > } w", [(b"w", [])]),
    ],
)
def test_operators_have_their_operands(content: bytes, expected: list[tuple[bytes, list[Any]]]) -> None:
    assert read(content) == expected


def test_arrays_and_dictionaries_are_kept_as_written() -> None:
    ((_, (adjusted,)), (_, (tag, properties))) = read(b"[(a)-3<42>]TJ /Span<</Lang(sv)/MCID 3>>BDC")
    assert isinstance(adjusted, Array)
    assert operands_of(adjusted) == [b"a", -3, b"B"]
    assert tag == "Span"
    assert isinstance(properties, Dictionary)
    assert operands_of(properties) == ["Lang", b"sv", "MCID", 3]


def test_a_dictionary_in_a_dictionary_lies_flat_among_the_operands() -> None:
    assert read(b"/Span <</A <</B 1>> /MCID 3>> BDC")[0][1][-2:] == ["MCID", 3]


def test_an_inline_image_ends_at_an_ei_that_content_follows() -> None:
    content = b"BI /W 2 /H 1 ID \x00 EI\x01\x02\xff EI Q (after) Tj"
    assert [operator for operator, _ in read(content)] == [b"BI", b"ID", b"Q", b"Tj"]


@pytest.mark.parametrize(
    "content", [b"(never closed", b"BI ID \x00\x01", b"(((" * 1000, b"[(a)" * 1000, b"<<" * 1000]
)
def test_what_is_never_closed_ends_the_stream_quietly(content: bytes) -> None:
    assert not [
        operands for operator, operands in operators(content) if operator and operator not in (b"BI", b"ID")
    ]


@pytest.mark.parametrize(
    "piece", [b"(a)", b"/a ", b"0 ", b"[", b"<", b"[(a)", b"[<", b"BI ", b"BI ID ", b"<</A ", b"(\\("]
)
def test_nothing_grows_without_end_where_no_operator_comes(piece: bytes) -> None:
    # 100,000 of them: read a piece at a time, none with more operands than are kept for one operator.
    assert all(len(operands) <= 1_100 for _, operands in operators(piece * 100_000))


@given(st.binary(max_size=300))
def test_any_bytes_are_read(content: bytes) -> None:
    for operator, operands in operators(content):
        assert isinstance(operator, bytes)
        assert all(isinstance(operand, (float, str, bytes)) for operand in operands)


def from_pikepdf(stream: pikepdf.Object) -> Iterator[tuple[bytes, list[Any]]]:
    for operands, operator in pikepdf.parse_content_stream(stream):
        named = str(operator).encode()
        yield (
            (b"BI", [])
            if named == b"INLINE IMAGE"
            else (named, [item for each in operands for item in flat(each)])
        )


def flat(operand: Any) -> list[Any]:
    if isinstance(operand, pikepdf.Array):
        return [item for each in operand for item in flat(each)]
    if isinstance(operand, pikepdf.Dictionary):
        return sorted((item for key, value in operand.items() for item in (key[1:], *flat(value))), key=repr)
    if isinstance(operand, pikepdf.Name):
        return [str(operand)[1:]]
    if isinstance(operand, pikepdf.String):
        return [bytes(operand)]
    if isinstance(operand, (int, Decimal)) and not isinstance(operand, bool):
        return [round(float(operand), 4)]
    return []


def from_ours(content: bytes) -> Iterator[tuple[bytes, list[Any]]]:
    for operator, operands in operators(content):
        if operator == b"ID":
            yield b"BI", []
        elif operator and operator != b"BI":
            yield operator, [item for operand in operands for item in laid_flat(operand)]


def laid_flat(operand: Any) -> list[Any]:
    if isinstance(operand, Dictionary):
        return sorted((item for each in operands_of(operand) for item in laid_flat(each)), key=repr)
    if isinstance(operand, Array):
        return [item for each in operands_of(operand) for item in laid_flat(each)]
    return [round(operand, 4) if isinstance(operand, float) else operand]


def test_pikepdfs_parser_reads_the_same_in_every_page_of_the_pdfua_suite(suites: Path) -> None:
    compared = 0
    for path in sorted((suites / "pdfua" / "PDF_UA-1").rglob("*.pdf")):
        with pikepdf.open(path) as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for page in file.pages:
                for stream in page.Contents if isinstance(page.Contents, pikepdf.Array) else [page.Contents]:
                    content = Streams().read(stream)
                    assert content is not None
                    assert list(from_ours(content)) == list(from_pikepdf(stream)), path.name
                    compared += 1
    assert compared > 100
