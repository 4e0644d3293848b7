"""What a page may ask for: nothing private from the net, no file outside its folder."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any, cast

import pytest

from a11ycheck.documents.page.guard import MOST_DIALOGS, Guard
from a11ycheck.documents.page.hosts import Resolver


class Hosts(Resolver):
    async def numbers(self, host: str) -> tuple[str, ...]:
        known = {"example.org": "93.184.215.14", "inside.example.org": "10.0.0.7"}
        return (known.get(host, host),)


def may_load(address: str, *, folder: Path | None = None, from_public: bool = True) -> bool:
    nothing = cast(Any, None)
    guard = Guard(nothing, nothing, Hosts(), folder, "example.org", {}, from_public)
    return asyncio.run(guard._may_load(address))


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://[::1]:8080/",
        "https://inside.example.org/api",
        "http://169.254.169.254/latest",
    ],
)
def test_a_page_from_the_net_reaches_nothing_private(address: str) -> None:
    assert not may_load(address)
    assert may_load(address, from_public=False)


@pytest.mark.parametrize(
    "address", ["https://example.org/a.css", "data:text/css,a{}", "blob:https://example.org/1"]
)
def test_a_page_from_the_net_reaches_the_net(address: str) -> None:
    assert may_load(address)


def test_a_page_from_the_net_reads_no_file(tmp_path: Path) -> None:
    assert not may_load((tmp_path / "a.css").as_uri())
    assert not may_load((tmp_path / "a.css").as_uri(), from_public=False)


def test_a_page_that_is_a_file_reads_its_own_folder_only(tmp_path: Path) -> None:
    folder = (tmp_path / "sida").resolve()
    folder.mkdir()
    (folder / "way-out").symlink_to(tmp_path)
    assert may_load((folder / "bild" / "a.png").as_uri(), folder=folder)
    assert not may_load((tmp_path / "a.png").as_uri(), folder=folder)
    assert not may_load(f"{folder.as_uri()}/../a.png", folder=folder)
    assert not may_load((folder / "way-out" / "a.png").as_uri(), folder=folder)
    assert not may_load("http://127.0.0.1/", folder=folder)


class Dialog:
    async def dismiss(self) -> None:
        """Nothing is shown."""


def test_a_storm_of_dialogs_stops_the_visit() -> None:
    nothing = cast(Any, None)

    async def run() -> bool:
        guard = Guard(nothing, nothing, Hosts(), None, "", {})
        for _ in range(MOST_DIALOGS):
            await guard._dismiss(cast(Any, Dialog()))
        assert not guard.stop.is_set()
        await guard._dismiss(cast(Any, Dialog()))
        return guard.stop.is_set()

    assert asyncio.run(run())
