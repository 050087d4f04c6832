"""Tell YAML front matter from a thematic break that happens to open the article."""

from __future__ import annotations

import re
from typing import NamedTuple

from seoaudit.article.limits import shown
from seoaudit.article.metadata import MAX_YAML_CHARS, YamlSource, load_mapping, meta_from
from seoaudit.article.model import Meta

_OPENING = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_CLOSING = re.compile(r"(?:(?<=\n)|(?<=\r))(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)")
# "title: Un titre". French prose has a space before a colon ("Note : ..."), so a key with one must be a known key.
_KEY = re.compile(
    r"""[{]|(?:[A-Za-z_][\w.-]*|"[^"]+"|'[^']+'):(?:\s|\Z)|(?:title|description|slug|keyphrase|lang)[ \t]+:(?:\s|\Z)"""
)
_PROSE_END = (".", "!", "?", "…", "»", ":", ";", ",")


class FrontMatter(NamedTuple):
    """What the front matter says and the offset in the source at which the article begins; 0 where there is none."""

    meta: Meta
    end: int


def read_front_matter(source: str, *, name: str = "") -> FrontMatter:
    """Return the front matter of a Markdown source.

    Lines between "---" at the very top and the next "---" or "..." are front matter if they follow at once and their
    first line is a key, a list or a lone word; anything else is a thematic break and text.

    Raises:
        InputError: it is not valid YAML or no mapping; the message names the line.
    """
    opening = _OPENING.match(source)
    closing = opening and _CLOSING.search(source, opening.end(), opening.end() + MAX_YAML_CHARS)
    if not opening or not closing:
        return FrontMatter(Meta(), 0)
    text = source[opening.end() : closing.start()]
    if not _is_yaml(text):
        return FrontMatter(Meta(), 0)
    of = f"de {shown(name)}" if name else "du texte donné"
    mapping = load_mapping(YamlSource(text, f"L’en-tête YAML {of}", first_line=2))
    return FrontMatter(meta_from(mapping), closing.end())


def has_front_matter(source: str) -> bool:
    """Whether a source whose format is not known opens with front matter that names a key."""
    opening = _OPENING.match(source)
    if not opening or not _KEY.match(source, opening.end()):
        return False
    return _CLOSING.search(source, opening.end(), opening.end() + MAX_YAML_CHARS) is not None


def _is_yaml(text: str) -> bool:
    lines = text.splitlines()
    if not lines:
        return True
    content = [line for line in lines if not line.startswith("#")]
    if not content or not content[0].strip():
        return False
    if _KEY.match(content[0]) or content[0].startswith("- "):
        return True
    # A lone word or two is front matter gone wrong; sentences or paragraphs are text under a thematic break.
    return all(line.strip() for line in content) and not content[-1].rstrip().endswith(_PROSE_END)
