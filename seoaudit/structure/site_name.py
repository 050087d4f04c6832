"""A page's title without the name of the site that a CMS puts after it."""

from __future__ import annotations

import re

_SEPARATOR = re.compile(r"\s+[|·•–—-]\s+|\s*[|•]\s*")
# A site's name is short; a longer piece is part of the title.
_LONGEST = 4
_WORD = re.compile(r"[^\W_]{3,}")


def without_site_name(title: str, text: str) -> str:
    """Return a title without its last piece ("Isoler ses combles | RénoFacile") where that names the site.

    Args:
        title: a page's title.
        text: what the page says: a last piece of at most four words, all of them unknown to it, is the site's name.
    """
    separators = list(_SEPARATOR.finditer(title))
    if not separators or not title[: separators[-1].start()].strip():
        return title
    last = separators[-1]
    piece = title[last.end() :]
    said = text.casefold()
    known = any(w.casefold() in said for w in _WORD.findall(piece))
    return title if known or len(piece.split()) > _LONGEST else title[: last.start()]
