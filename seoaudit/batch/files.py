"""Which files a run reads: files as named, folders and patterns with what they hold."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from seoaudit.batch.ignored import VENDORED, GitIgnore, Patterns, is_article, valid
from seoaudit.errors import InputError, SeoAuditError, reason_of
from seoaudit.report.batch import Failure

# Gives the patterns that hold in a folder.
PatternsFor = Callable[[Path], Patterns]


@dataclass(frozen=True, slots=True)
class Item:
    """An input.

    Attributes:
        path: the file; None for standard input.
        name: how it is shown: from the working folder, never absolute, in valid Unicode.
        place: where it lies for the settings, where that is not its path.
    """

    path: Path | None
    name: str
    place: Path | None = None


@dataclass
class Found:
    """The inputs of a run.

    Attributes:
        items: what to read, each file once, in the order named; within a folder by name.
        failures: arguments that name nothing to read.
        notes: what was passed over and may surprise.
        single: whether the arguments name one file, or standard input, by itself.
    """

    items: list[Item] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    single: bool = False


def find_inputs(arguments: Sequence[str], patterns: PatternsFor) -> Found:
    """Return what the arguments name.

    Args:
        arguments: files, folders, patterns such as "actus/*.md" or "**/*.html", or "-" for standard input.
        patterns: what to take beside articles, and what to leave out, by the folder where it lies.

    Raises:
        InputError: an empty name, or standard input together with files.
    """
    if "-" in arguments and len(arguments) > 1:
        raise InputError("« - » (l’entrée standard) va seul : donnez-le sans autre fichier.")
    found = Found(single=len(arguments) == 1)
    seen: set[str] = set()
    for argument in arguments:
        faults, empty = len(found.failures), True
        for item in _named(argument, patterns, found):
            empty = False
            place = "" if item.path is None else str(item.path.absolute())
            if place not in seen:
                seen.add(place)
                found.items.append(item)
        if empty and len(found.failures) == faults:
            found.failures.append(Failure(source=shown(argument), message=_nothing(argument)))
    return found


def articles_below(
    folder: Path, patterns: PatternsFor, failed: Callable[[SeoAuditError], None], note: Callable[[str], None]
) -> list[Path]:
    """Return the articles of a folder and those below it.

    Args:
        folder: where to look.
        patterns: as for `find_inputs`.
        failed: told of each folder below it that cannot be read, and of each link that leads nowhere.
        note: told of what was passed over and may surprise.

    Raises:
        InputError: there is no such folder, it cannot be read, or holds no article.
    """
    if not folder.is_dir():
        raise InputError(
            f"« {folder} » n’est pas un dossier : donnez celui qui contient les articles du site."
            if folder.exists()
            else f"Le dossier « {folder} » n’existe pas : vérifiez son nom."
        )
    found = find_inputs([str(folder)], patterns)
    if not found.items:
        raise InputError(found.failures[-1].message)
    for failure in found.failures:
        failed(InputError(failure.message))
    for sentence in found.notes:
        note(sentence)
    return [item.path for item in found.items if item.path is not None]


def _named(argument: str, patterns: PatternsFor, found: Found) -> Iterator[Item]:
    """Yield the inputs that one argument names."""
    if not argument.strip():
        raise InputError("Le nom du fichier est vide : donnez un fichier, ou « - » pour l’entrée standard.")
    path = Path(argument)
    if argument == "-":
        yield Item(None, "-")
    elif path.is_dir():
        found.single = False
        yield from _walk(path, patterns, found)
    elif glob.has_magic(argument) and not os.path.lexists(path):
        found.single = False
        yield from _matching(argument, patterns, found)
    else:
        yield Item(path, shown(argument))


def _matching(pattern: str, patterns: PatternsFor, found: Found) -> Iterator[Item]:
    """Yield the files that a pattern matches, as a walk would: git's ignored files and hidden ones aside."""
    ignore = GitIgnore(_fixed(pattern))
    for match in sorted(glob.glob(pattern, recursive=True)):  # noqa: PTH207 -- Path.glob takes no absolute pattern
        path = Path(match)
        if path.is_dir():
            if "**" not in pattern:
                yield from _walk(path, patterns, found)
        elif _is_wanted(path, path.as_posix(), patterns(path.parent), ignore, named=True):
            yield Item(path, shown(match))


def _fixed(pattern: str) -> Path:
    """Return the folder that a pattern begins with, before its first wildcard."""
    parts = Path(pattern).parts
    fixed = next((n for n, part in enumerate(parts) if glob.has_magic(part)), len(parts))
    return Path(*parts[:fixed])


def _walk(top: Path, patterns: PatternsFor, found: Found) -> Iterator[Item]:
    """Yield the articles below a folder, by name, folders after the files beside them; links to folders end the way."""
    ignore = GitIgnore(top)
    folders = [top]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as entries:
                ordered = sorted(entries, key=lambda e: e.name)
        except OSError as error:
            message = f"Le dossier « {shown(str(folder))} » ne peut pas être lu : {reason_of(error)}."
            found.failures.append(Failure(source=shown(str(folder)), message=message))
            continue
        below, here = [], patterns(folder)
        for entry in ordered:
            path = Path(entry.path)
            inside = path.relative_to(top).as_posix()
            if entry.is_dir(follow_symlinks=False):
                if _is_open(path, inside, here, ignore):
                    below.append(path)
            elif entry.is_symlink() and path.is_dir():
                found.notes.append(
                    f"« {shown(entry.path)} » est un lien vers un dossier, non suivi : donnez-le lui-même."
                )
            elif _is_wanted(path, inside, here, ignore):
                if entry.is_symlink() and not path.exists():
                    found.failures.append(_broken(shown(entry.path, top)))
                else:
                    yield Item(path, shown(entry.path, top))
        folders += reversed(below)


def _is_open(path: Path, inside: str, patterns: Patterns, ignore: GitIgnore) -> bool:
    """Whether a walk goes into a folder."""
    if path.name.startswith(".") or path.name in VENDORED or patterns.excludes(path, inside, folder=True):
        return False
    return not ignore.ignores(path, folder=True)


def _is_wanted(path: Path, inside: str, patterns: Patterns, ignore: GitIgnore, *, named: bool = False) -> bool:
    """Whether a file that was come across is read; `named`: a pattern of the user's matches it, whatever its ending."""
    if patterns.excludes(path, inside):
        return False
    if patterns.includes(path, inside):
        return True
    if path.name.startswith(".") or not (named or is_article(path.name)):
        return False
    return not ignore.ignores(path)


def _broken(name: str) -> Failure:
    message = (
        f"« {name} » est un lien symbolique qui ne mène à aucun fichier : réparez-le, ou laissez-le par --exclude."
    )
    return Failure(source=name, message=message)


def _nothing(argument: str) -> str:
    what = f"« {shown(argument)} »"
    if glob.has_magic(argument) and not os.path.lexists(argument):
        return f"Aucun fichier ne correspond à {what} : vérifiez le motif et le dossier courant."
    return (
        f"Le dossier {what} ne contient aucun article (.md, .html, .txt, .docx) : "
        "donnez-en un autre, ou nommez vos fichiers par --include."
    )


def shown(name: str, top: Path | None = None) -> str:
    """Return a file's name as reports show it: without the way to the working folder, or any other absolute one.

    Args:
        name: the path as found.
        top: the folder it was found in, whose name begins that of a file outside the working folder.
    """
    path = Path(name)
    if path.is_absolute():
        here = Path.cwd()
        if path.is_relative_to(here):
            path = path.relative_to(here)
        else:
            path = path.relative_to(top.absolute().parent) if top is not None else Path(path.name)
    return valid(path.as_posix())
