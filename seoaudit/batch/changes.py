"""What has changed since a git revision: the lines of each file, and the file as it was. Git itself is asked."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from seoaudit.errors import SettingsError

_HUNK = re.compile(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
# Flags that make a patch the same whatever the user's configuration says.
_PLAIN = ("--no-color", "--no-ext-diff", "--no-textconv", "--unified=0")


@dataclass(frozen=True, slots=True)
class Change:
    """How a file differs from the revision.

    Attributes:
        before: its name then, from the top of the repository; None for a new file.
        lines: first and last line of each changed stretch, as it is now; None where all of it counts as changed: a new
            file, or one that git takes for binary.
    """

    before: str | None
    lines: tuple[tuple[int, int], ...] | None

    def touches(self, first: int, last: int) -> bool:
        """Whether a place from one line to another lies on a changed line."""
        return self.lines is None or any(a <= last and first <= b for a, b in self.lines)


@dataclass(frozen=True)
class Changes:
    """The files of a repository that differ from a revision, by their absolute path.

    Attributes:
        revision: as the user named it.
        top: the repository's folder.
        base: the commit compared with: the last one common with the revision.
        files: what has changed.
    """

    revision: str
    top: Path
    base: str
    files: dict[Path, Change] = field(default_factory=dict)

    def of(self, path: Path) -> Change | None:
        """Return how a file differs; None where it does not."""
        return self.files.get(_real(path))

    def content(self, name: str) -> bytes | None:
        """Return a file as it was; None where there was none."""
        done = _git(self.top, "show", "--end-of-options", f"{self.base}:{name}", check=False)
        return done.stdout if done.returncode == 0 else None


def changes_since(revision: str, paths: Sequence[Path], folder: Path | None = None) -> Changes:
    """Return what has changed in files since a revision: in the working tree, committed or not.

    Args:
        revision: a branch, tag or commit. The comparison is with its last commit in common with what is checked out,
            so that what others have added to a branch since is not taken for changes.
        paths: the files asked about; others are not looked at.
        folder: where the repository is looked for; the working folder if None.

    Raises:
        SettingsError: git is not there, the folder is in no repository, or the revision is unknown.
    """
    folder = folder or Path()
    top = _top(folder)
    found = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", check=False)
    if found.returncode or not revision.strip():
        raise SettingsError(
            f"--diff : git ne connaît pas « {revision} » ici : vérifiez le nom, ou allez le chercher par « git fetch » "
            "(un clone superficiel ne l’a peut-être pas)."
        )
    commit = found.stdout.decode().strip()
    common = _git(top, "merge-base", commit, "HEAD", check=False)
    base = common.stdout.decode().split()[0] if common.returncode == 0 and common.stdout.split() else commit
    changes = Changes(revision, top, base)
    wanted = {_real(path) for path in paths}
    for before, after in _changed(top, base):
        path = _real(top / after)
        if path in wanted:
            changes.files[path] = Change(before, _lines(top, base, before, after))
    for name in _names(_git(top, "ls-files", "--others", "-z").stdout):
        path = _real(top / name)
        if path in wanted:
            changes.files[path] = Change(None, None)
    return changes


def _top(folder: Path) -> Path:
    if shutil.which("git") is None:
        raise SettingsError("--diff demande à git ce qui a changé, et git n’est pas installé : installez-le.")
    done = _git(folder, "rev-parse", "--show-toplevel", check=False)
    if done.returncode:
        reason = (
            "git refuse ce dépôt" if b"dubious ownership" in done.stderr else "ce dossier n’est dans aucun dépôt git"
        )
        raise SettingsError(f"--diff : {reason} ; lancez seoaudit dans le dépôt des articles.")
    return Path(os.fsdecode(done.stdout.removesuffix(b"\n")))


def _changed(top: Path, base: str) -> list[tuple[str | None, str]]:
    """Return the names then and now of the files that differ; None where there was none. Deleted files have no now."""
    fields = _names(_git(top, "diff", "--name-status", "-z", "-M", "--no-ext-diff", base, "--").stdout)
    out: list[tuple[str | None, str]] = []
    parts = iter(fields)
    for status in parts:
        name = next(parts)
        if status[:1] in {"R", "C"}:
            out.append((name, next(parts)))
        elif status != "D":
            out.append((None if status == "A" else name, name))
    return out


def _lines(top: Path, base: str, before: str | None, after: str) -> tuple[tuple[int, int], ...] | None:
    """Return the changed lines of a file as it is now; what was only deleted leaves the line before it as changed."""
    if before is None:
        return None
    names = [f":(top,literal){name}" for name in dict.fromkeys((before, after))]
    patch = _git(top, "diff", *_PLAIN, "-M", base, "--", *names).stdout
    if b"\nBinary files " in patch:
        return None
    hunks = [(int(m[1]), 1 if m[2] is None else int(m[2])) for m in _HUNK.finditer(patch)]
    return tuple((max(1, start), max(1, start + max(count, 1) - 1)) for start, count in hunks)


def _names(data: bytes) -> list[str]:
    return [os.fsdecode(name) for name in data.split(b"\0") if name]


def _real(path: Path) -> Path:
    """Return a path with links in its folders followed, not the file's own link: git tracks that itself."""
    return path.parent.resolve() / path.name


def _git(folder: Path, *args: str, check: bool = True) -> subprocess.CompletedProcess[bytes]:
    """Run git with what does not depend on the user's settings.

    Raises:
        SettingsError: git cannot be run, or fails where it should not.
    """
    # Index refreshes and hooks of the user are not for a reader; names come as they are.
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    command = ["git", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", *args]
    try:
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)  # noqa: S603 -- no shell, and refs stand behind --end-of-options
    except OSError as error:
        raise SettingsError(f"--diff : git ne se laisse pas lancer ({error.strerror}).") from None
    if check and done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise SettingsError(f"--diff : git a échoué ({said[-1] if said else done.returncode}).")
    return done
