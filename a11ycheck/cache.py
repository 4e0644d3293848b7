"""The folder in which results are remembered: a JSON file for each, in the user's own cache folder.

What is kept is sealed with a digest: a file that is torn, broken or was written for something else is as good as none.
A folder that cannot be written to, or a full disk, makes nothing fail: results are then not remembered.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

FOLDER = "A11YCHECK_CACHE"
"""The variable that names another folder."""
RESULTS = "results"
SIZE = "size"
"""The file that says how much there is: a line for each writing, put together now and then."""

MOST = 2_000_000_000
"""Bytes that are kept. A result takes some 11 kB on disk, one with pictures up to a few MB: this holds all that a
municipality checks in a night, 100,000 documents and 10,000 pages, with room to spare."""
KEPT_WHEN_FULL = 0.8
"""The share of it that is left when the oldest goes, so that not every run has to look through all."""
LARGEST = 20_000_000
"""Bytes of one result; one that is larger would push out too many others."""
BLOCK = 4096
"""Bytes that the smallest file takes."""
MOST_LINES = 1_000
TOLD_EVERY = 4_000_000
"""Bytes written after which the size is put down: what a run that was killed wrote is not counted, and is less."""
USED_TODAY = 24 * 3600.0
"""Seconds within which a result counts as just used, without being marked so once more."""

_KEY, _SEAL, _RESULT, _END = b'{"key": "', b'", "seal": "', b'", "result": ', b"}\n"
_DIGITS = 64
_HEAD = len(_KEY) + _DIGITS + len(_SEAL) + _DIGITS + len(_RESULT)


def sealed(key: str, written: bytes) -> bytes:
    """A line of JSON that holds the result ``written`` (JSON) of what has this key (64 hexadecimal digits)."""
    return b"".join((_KEY, key.encode(), _SEAL, _seal(key, written), _RESULT, written, _END))


def unsealed(line: bytes) -> tuple[str, bytes] | None:
    """The key and the result of such a line; None where it is not whole, or not what was written."""
    head, written = line[:_HEAD], line[_HEAD : -len(_END)]
    key = head[len(_KEY) :][:_DIGITS].decode("ascii", "replace")
    whole = head == b"".join((_KEY, key.encode(), _SEAL, _seal(key, written), _RESULT)) and line.endswith(
        _END
    )
    return (key, written) if whole else None


def _seal(key: str, written: bytes) -> bytes:
    digest = sha256(key.encode())
    digest.update(written)
    return digest.hexdigest().encode()


def user_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path | None:
    """Where caches of this user are kept: what ``A11YCHECK_CACHE`` names, else a folder of ours in ``XDG_CACHE_HOME``
    or where the system has them; None where there is no such place.

    Sources: XDG Base Directory Specification; Apple, File System Programming Guide; Microsoft, Known Folders.
    """
    if chosen := environment.get(FOLDER):
        return Path(chosen)
    places = [environment.get("XDG_CACHE_HOME", "")]
    if platform == "win32":
        places.append(environment.get("LOCALAPPDATA", ""))
    else:
        # Without it, as in a service, nobody has said whose folder it would be.
        home = environment.get("HOME", "")
        places.append(os.path.join(home, "Library/Caches" if platform == "darwin" else ".cache"))
    # The specification: a path that is not absolute is to be ignored.
    return next((Path(place) / "a11ycheck" for place in places if os.path.isabs(place)), None)


def make_folder(folder: Path) -> str:
    """Make the folder, for this user alone; why it cannot be used, or nothing."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        owner = folder.stat().st_uid
    except OSError as error:
        return f"{folder}: {error.strerror}"
    if hasattr(os, "getuid") and owner != os.getuid():
        # As when run by sudo: files of the administrator's would be left in someone's own folder, or read from it.
        return f"{folder}: belongs to another user"
    return ""


class Cache:
    """Results by key, the longest unused of which go when there are too many bytes of them."""

    def __init__(self, folder: Path, most: int = MOST) -> None:
        self.folder = folder
        self.most = most
        self.trouble = ""
        """Why nothing more is written, where that is so."""
        self._made: set[str] = set()
        self._untold = 0

    def get(self, key: str) -> bytes | None:
        """The result, as JSON; None when it is not there whole."""
        try:
            with self._path(key).open("rb") as file:
                line = file.read(LARGEST + _HEAD)
                used = os.fstat(file.fileno()).st_mtime
        except OSError:
            return None
        found = unsealed(line)
        if found is None or found[0] != key:
            return None
        if time.time() - used > USED_TODAY:
            with suppress(OSError):
                os.utime(self._path(key))
        return found[1]

    def put(self, key: str, line: bytes) -> None:
        """Keep a sealed line; whoever reads meanwhile gets all of it or none."""
        if self.trouble or len(line) > LARGEST:
            return
        path = self._path(key)
        try:
            self._make(path.parent)
            _write(path, line)
        except OSError as error:
            self.trouble = f"{self.folder}: {error.strerror}"
            return
        self._untold += _on_disk(len(line))
        if self._untold > TOLD_EVERY:
            self.close()

    def close(self) -> None:
        """Put down how much was written, and see that there is not too much."""
        if not self._untold:
            return
        with suppress(OSError, ValueError):
            handle = os.open(self.folder / SIZE, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with os.fdopen(handle, "ab") as file:
                file.write(b"%d\n" % self._untold)
            self._untold = 0
            lines = (self.folder / SIZE).read_bytes().split()
            total = sum(map(int, lines))
            if total > self.most:
                self._drop_the_oldest()
            elif len(lines) > MOST_LINES:
                _write(self.folder / SIZE, b"%d\n" % total)

    def clear(self) -> int:
        """Forget everything; how many results there were."""
        gone = 0
        for path, *_ in self._files():
            with suppress(OSError):
                path.unlink()
                gone += 1
        with suppress(OSError):
            (self.folder / SIZE).unlink()
        return gone

    def count(self) -> tuple[int, int]:
        """How many results there are, and the bytes they take."""
        sizes = [size for _, _, size in self._files()]
        return len(sizes), sum(sizes)

    def _path(self, key: str) -> Path:
        return self.folder / RESULTS / key[:2] / f"{key[2:]}.json"

    def _make(self, folder: Path) -> None:
        if folder.name in self._made:
            return
        if not self._made and (trouble := make_folder(self.folder)):
            raise OSError(0, trouble.removeprefix(f"{self.folder}: "))
        folder.parent.mkdir(mode=0o700, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        self._made.add(folder.name)

    def _drop_the_oldest(self) -> None:
        files = sorted(self._files(), key=lambda file: file[1])
        total = sum(size for *_, size in files)
        for path, _, size in files:
            if total <= self.most * KEPT_WHEN_FULL:
                break
            with suppress(OSError):
                path.unlink()
                total -= size
        _write(self.folder / SIZE, b"%d\n" % total)

    def _files(self) -> Iterator[tuple[Path, float, int]]:
        """Each file with when it was last used and the bytes that it takes."""
        for shard in _entries(self.folder / RESULTS):
            for entry in _entries(Path(shard.path)):
                with suppress(OSError):
                    status = entry.stat(follow_symlinks=False)
                    yield Path(entry.path), status.st_mtime, _on_disk(status.st_size)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _on_disk(size: int) -> int:
    return -(-size // BLOCK) * BLOCK


def _write(path: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all, and that its owner alone may read. Raises ``OSError``.

    It is not waited for until it is on the disk: what the loss of power tears is no longer sealed.
    """
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(unfinished, path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise
