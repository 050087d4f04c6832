"""The sidecar of a text file: it has no place for a title or settings; `optus.yaml` gives those of `optus.txt`."""

from __future__ import annotations

from pathlib import Path

from seoaudit.article.decode import decode
from seoaudit.article.limits import refusal, shown
from seoaudit.article.metadata import MAX_YAML_CHARS, Said, YamlSource, load_mapping

_SUFFIXES = (".yaml", ".yml")


def sidecar_path(path: Path) -> Path | None:
    """Return the path of an article's sidecar; None where there is none."""
    return next((p for p in sidecars(path) if p.is_file()), None)


def sidecars(path: Path) -> list[Path]:
    """Return where an article's sidecar may be, the one that is read first."""
    return [p for p in map(path.with_suffix, _SUFFIXES) if p != path]


def sidecar_for(path: Path) -> Said | None:
    """Return what the sidecar of an article says; None where there is none.

    Args:
        path: the article's file.

    Returns:
        Fields such as "title", "description", "slug" and "keyphrase" as texts, and settings such as "min_words" as YAML
        reads them.

    Raises:
        InputError: the sidecar cannot be read, is not valid YAML or no mapping; the message names file and line.
    """
    sidecar = sidecar_path(path)
    if sidecar is None:
        return None
    try:
        with sidecar.open("rb") as file:
            data = file.read(MAX_YAML_CHARS * 4 + 1)
    except OSError:
        raise refusal(sidecar.name, "ne peut pas être lu : vérifiez les droits d’accès du fichier.") from None
    text, _ = decode(data, name=sidecar.name)
    what = shown(sidecar.name)
    said = load_mapping(YamlSource(text, f"Le fichier de réglages {what}"))
    said.said_in = sidecar.name
    return said
