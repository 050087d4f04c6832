"""What typography leaves alone: addresses, code, file names, emoticons, names that carry a mark of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from seoaudit.french.data import read_list

# Stands for each protected character: neither letter, digit, space nor punctuation, so no detector fires on it.
MASK = "\ue000"

_URL = re.compile(
    r"(?<!\w)(?:(?:https?|ftp|file|ssh|git|mailto|tel|urn|data)\b:|www\.)(?=[^\s»])[^\s«»]+", re.IGNORECASE
)
# Starting only where a name can start, and never giving back, keeps these linear on a word of any length.
_ATTRIBUTE = re.compile(r"(?<![\w:-])[\w:-]++=(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}')")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,300}>")
_BRACES = re.compile(r"\{[^{}\n]{0,300}\}")
_BACKTICKS = re.compile(r"`[^`\n]{1,300}`")
_DECLARATION = re.compile(r"\b[a-z-]{2,30}: ?-?[\d.]{1,10}(?:px|em|rem|vh|vw|fr)\b;?")
_EMOTICON = re.compile(r"(?<!\S)[<>]?[:;=8xX]['’]?-?[)(\]\[DPpOo3/\\|*Ss](?=[\s.,!?]|$)|(?<!\S)<3(?!\S)")
_SHORTCODE = re.compile(r"(?<![\w:]):[a-z0-9_+-]{1,40}:(?![\w:])")
_TOKEN = re.compile(r"[^\s'’«»“”\"()\[\],;]+")
_CODE_MARKS = re.compile(r"[@\\_={}<>\x60]|::|^[#$]\w")
_FILE = re.compile(r"[\w.~%+-]*\.[a-z][a-z0-9]{0,7}")
_SCALE = re.compile(r"\d+(?:/\d+)+")
_TRAILING = ".!?:…"


def mask(text: str, skip: Iterable[tuple[int, int]] = ()) -> str:
    """Return `text` with every protected character replaced; offsets stay the same.

    Args:
        text: as typed.
        skip: spans the caller knows to be code; offsets in code points.
    """
    spans = [(max(0, a), min(b, len(text))) for a, b in skip]
    spans.extend(_protected(text))
    if not spans:
        return text
    chars = list(text)
    for a, b in spans:
        # A line end is a boundary for every detector, even within code.
        chars[a:b] = [c if c == "\n" else MASK for c in chars[a:b]]
    return "".join(chars)


def _protected(text: str) -> Iterator[tuple[int, int]]:
    for m in _URL.finditer(text):
        yield m.start(), m.start() + len(m.group().rstrip("\"”)],.'’"))
    for pattern in (_ATTRIBUTE, _TAG, _BRACES, _BACKTICKS, _DECLARATION, _EMOTICON, _SHORTCODE):
        for m in pattern.finditer(text):
            yield m.span()
    for m in _TOKEN.finditer(text):
        token = m.group().rstrip(_TRAILING)
        if _is_code(token):
            yield m.start(), m.start() + len(token)
    names = _own_marks()
    if names is not None:
        for m in names.finditer(text):
            yield m.span()


def _is_code(token: str) -> bool:
    """Whether a form without spaces is an address, a path, a file name, a hashtag or a piece of code."""
    if not token or token.isalnum():
        return False
    if _CODE_MARKS.search(token) or _FILE.fullmatch(token):
        return True
    slashes = token.count("/")
    if not slashes or _SCALE.fullmatch(token):
        return False
    return slashes > 1 or "." in token or token[0] in "/~"


@cache
def _own_marks() -> re.Pattern[str] | None:
    names = sorted(read_list("typography_names"), key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(n)}(?!\w)" for n in names)) if names else None
