"""What a walk leaves out: hidden and vendored folders, what .gitignore names, and --include and --exclude."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from pathspec import GitIgnoreSpec

from seoaudit.article.detect import format_of_name

# Folders of programs, never of articles.
VENDORED = frozenset({"node_modules", "bower_components", "vendor", "__pycache__", "venv", "site-packages"})
# Files that are read by programs, whatever their ending.
_NAMES = ("robots.txt", "humans.txt", "ads.txt", "app-ads.txt", "llms.txt", "security.txt", "requirements*.txt")
_OTHERS = ("constraints*.txt", "CMakeLists.txt", "LICENSE*", "LICENCE*", "CHANGELOG*", "~$*.docx")
FOR_PROGRAMS = GitIgnoreSpec.from_lines([*_NAMES, *_OTHERS])


def valid(name: str) -> str:
    """Return a file's name with what is no UTF-8 in it shown as such: no text and no pattern can hold it."""
    return os.fsencode(name).decode("utf-8", "replace")


class Patterns:
    """Patterns in the manner of .gitignore, from --include and --exclude or from a settings file.

    Args:
        include: files to take that would be left out, whatever their ending; also where .gitignore names them.
        exclude: files and folders to leave out; wins over `include`.
        include_from: the folder that the former are told from; None: where the walk began.
        exclude_from: the folder that the latter are told from, likewise.
    """

    def __init__(
        self,
        include: Sequence[str] = (),
        exclude: Sequence[str] = (),
        *,
        include_from: Path | None = None,
        exclude_from: Path | None = None,
    ) -> None:
        self._include, self._include_from = GitIgnoreSpec.from_lines(include), include_from
        self._exclude, self._exclude_from = GitIgnoreSpec.from_lines(exclude), exclude_from

    def excludes(self, path: Path, inside: str, *, folder: bool = False) -> bool:
        """Whether a path, `inside` told from where the walk began, is to be left out."""
        return _matches(self._exclude, self._exclude_from, path, inside, folder=folder)

    def includes(self, path: Path, inside: str) -> bool:
        """Whether a file is named by a pattern of its own."""
        return _matches(self._include, self._include_from, path, inside, folder=False)


def _matches(spec: GitIgnoreSpec, base: Path | None, path: Path, inside: str, *, folder: bool) -> bool:
    if base is not None:
        # Links stay as typed; resolve() would follow them.
        told = os.path.relpath(path, base)
        if Path(told).parts[:1] == (os.pardir,):
            return False
        inside = Path(told).as_posix()
    return spec.match_file(valid(f"{inside}/" if folder else inside))


def is_article(name: str) -> bool:
    """Whether a file's name is that of an article: an ending that is read, and no file that programs read."""
    return format_of_name(name) is not None and not FOR_PROGRAMS.match_file(valid(name))


class GitIgnore:
    """The .gitignore files that rule a folder: its own and those below, and those above up to the repository's top."""

    def __init__(self, folder: Path) -> None:
        self._specs: dict[Path, GitIgnoreSpec | None] = {}
        folder = folder.absolute()
        self._top = next((p for p in (folder, *folder.parents) if (p / ".git").exists()), folder)

    def ignores(self, path: Path, *, folder: bool = False) -> bool:
        """Whether a path is ignored: the nearest file that names it decides."""
        path = path.absolute()
        for above in path.parents:
            decided = self._decided(above, path, folder=folder)
            if decided is not None:
                return decided
            if above == self._top:
                break
        return False

    def _decided(self, above: Path, path: Path, *, folder: bool) -> bool | None:
        spec = self._spec(above)
        if spec is None:
            return None
        found = spec.check_file(valid(path.relative_to(above).as_posix() + ("/" if folder else "")))
        return found.include

    def _spec(self, folder: Path) -> GitIgnoreSpec | None:
        if folder not in self._specs:
            lines = _lines(folder / ".gitignore")
            if folder == self._top:
                lines = [*_lines(folder / ".git" / "info" / "exclude"), *lines]
            self._specs[folder] = GitIgnoreSpec.from_lines(lines) if lines else None
        return self._specs[folder]


def _lines(path: Path) -> list[str]:
    """Return the sound patterns of a file, none where it cannot be read: git too goes on without it."""
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return []
    return [line for line in text.splitlines() if _sound(line)]


def _sound(line: str) -> bool:
    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
