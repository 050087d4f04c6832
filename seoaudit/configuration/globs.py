"""Patterns of paths in a settings file: "actus/**", "*.md", "guides/2026-*/*.html".

`*` and `?` stay within a folder, `**` as a whole part stands for any folders, `[abc]` for one of some characters. A
pattern without any of them names a file, or a folder with all that is in it. Paths are told from the folder of the
settings file, with "/" on every system; composed and decomposed accents are the same.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_WILD = re.compile(r"[*?\[]")


def fault_of(pattern: str) -> str:
    """Return what is wrong with a pattern, to end a French sentence with; "" where nothing is."""
    parts = pattern.split("/")
    if not pattern.strip():
        return "est vide"
    if pattern.startswith(("/", "~")) or re.match(r"[A-Za-z]:", pattern):
        return "est un chemin absolu : écrivez-le depuis le dossier du fichier de réglages, par exemple « actus/** »"
    if "\\" in pattern:
        return "contient une barre oblique inverse : séparez les dossiers par « / »"
    if ".." in parts:
        return "sort du dossier du fichier de réglages (« .. ») : mettez ce fichier plus haut"
    if any("**" in part and part != "**" for part in parts):
        return "mêle « ** » à autre chose : entre deux « / », « ** » est seul, par exemple « actus/**/*.md »"
    if re.search(r"\[(?![^\]/]+\])", pattern):
        return "ouvre un crochet qui ne se ferme pas, ou vide"
    return ""


def matches(pattern: str, path: str) -> bool:
    """Whether a path, told from the folder of the settings file, is one that a sound pattern names."""
    return _compiled(_composed(pattern)).fullmatch(_composed(path)) is not None


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    pattern = pattern.removeprefix("./")
    if not _WILD.search(pattern):
        return re.compile(re.escape(pattern.rstrip("/")) + r"(?:/.*)?")
    if pattern.endswith("/"):
        pattern += "**"
    *folders, last = pattern.split("/")
    before = "".join("(?:[^/]+/)*" if part == "**" else f"{_part(part)}/" for part in folders)
    return re.compile(before + (".*" if last == "**" else _part(last)))


def _part(part: str) -> str:
    """Return the expression for a name, or a part of a path, with its wildcards."""
    out = ""
    for piece in re.findall(r"\[[^\]]+\]|.", part):
        if piece == "*":
            out += "[^/]*"
        elif piece == "?":
            out += "[^/]"
        elif piece.startswith("["):
            inside = re.sub(r"([\\\[\]^&~|])", r"\\\1", piece[1:-1].removeprefix("!"))
            out += f"[{'^/' if piece[1] == '!' else ''}{inside}]"
        else:
            out += re.escape(piece)
    return out
