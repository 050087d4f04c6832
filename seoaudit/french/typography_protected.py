"""What typography leaves alone: addresses, code, file names, emoticons, names with a mark of their own, English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from seoaudit.french.data import read_list
from seoaudit.french.typography_foreign import foreign_spans

# Stands for each protected character: neither letter, digit, space nor punctuation, so no detector fires on it.
MASK = "\ue000"
# Masked texts kept: each detector of an article asks for its paragraphs again.
KEPT = 512

_URL = re.compile(
    r"(?<!\w)(?:(?:https?|ftp|file|ssh|git|mailto|tel|urn|data)\b:|www\.)(?=[^\s»])[^\s«»]+", re.IGNORECASE
)
# What follows the scheme of every address.
_SCHEME_END = re.compile(r":[^\s»]")
# Starting only where a name can start, and never giving back, keeps these linear on a word of any length.
_ATTRIBUTE = re.compile(r"(?<![\w:-])[\w:-]++=(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}')")
_EQUALITY = re.compile(r"={1,3} \"[^\"\n]{0,200}\"")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,300}>")
_BRACES = re.compile(r"\{[^{}\n]{0,300}\}")
_BACKTICKS = re.compile(r"`[^`\n]{1,300}`")
_DECLARATION = re.compile(r"\b[a-z-]{2,30}: ?-?[\d.]{1,10}(?:px|em|rem|vh|vw|fr)\b;?")
# A style by a property and a value of its own; "la position : relative" has a space.
_STYLE = re.compile(
    r"\b(?:color|display|width|height|position|overflow|float|visibility|text-align|align-items|justify-content|"
    r"flex-direction): ?[a-z]{3,12}(?:-[a-z]{2,12}){0,2}\b;?"
)
# A call whose arguments show that it is one: a string, a named argument, "..."; "l’ami(e)" is none.
_CALL = re.compile(r"\b[A-Za-z_][\w.]*+\([^()\n]{0,200}+(?:\([^()\n]{0,100}+\)[^()\n]{0,100}+){0,3}+\)")
_ARGUMENT = re.compile(r"[\"=]|\.\.\.")
# A line of code between English quotation marks: it ends in a semicolon or brace, or begins as a comment.
_QUOTED_CODE = re.compile(r"“(?:[^\n“”]{0,200}(?:“[^\n“”]{0,200}”)?[^\n“”]{0,100}[;}]|(?://|<!--)[^\n“”]{1,200})”")
# The first character comes first, what stands before it second: the engine skips to the one.
_EMOTICON = re.compile(
    r"[<>:;=8xX](?<!\S.)(?:(?:(?<=[<>])[:;=8xX])?+(?<=[:;=8xX])['’]?-?[)(\]\[DPpOo3/\\|*Ss](?=[\s.,!?]|$)"
    r"|(?<=<)3(?!\S))"
)
_SHORTCODE = re.compile(r"(?<![\w:]):[a-z0-9_+-]{1,40}:(?![\w:])")
# Each with a character it cannot do without: most texts hold none of them.
_PATTERNS = (
    ("=", _ATTRIBUTE),
    ("=", _EQUALITY),
    ("<", _TAG),
    ("{", _BRACES),
    ("`", _BACKTICKS),
    ("“", _QUOTED_CODE),
    (":", _DECLARATION),
    (":", _STYLE),
    (":", _SHORTCODE),
    ("", _EMOTICON),
)
# What a token of code holds; the token itself ends at a space, quotation mark, bracket, comma or semicolon.
# A backtick that stands for an apostrophe ("l`école") is none of it.
_CODE_MARK = re.compile(
    r"[@\\_={}<>]|(?<!\b[CDJLMNSTcdjlmnst])(?<!\b[Qq]u)\x60|\x60(?!\w)|::|(?<![^\s'’«»“”\"()\[\],;])[#$](?=\w)"
)
_PATH_MARK = re.compile(r"/|\.(?<=\w.)[a-z]")
# Each sign of code has one of these.
_CODE_SIGN = re.compile(r"[@\\_={}<>\x60#$]|::")
_TOKEN = re.compile(r"[^\s'’«»“”\"()\[\],;]++")
_DELIMITER = re.compile(r"[\s'’«»“”\"()\[\],;]")
_FILE = re.compile(r"[\w.~%+-]*\.[a-z][a-z0-9]{0,7}")
_WORD_END = re.compile(r"\w")
_SCALE = re.compile(r"\d+(?:/\d+)+")
_TRAILING = ".!?:…"


def mask(text: str, skip: Iterable[tuple[int, int]] = ()) -> str:
    """Return `text` with every protected character replaced; offsets stay the same.

    Args:
        text: as typed.
        skip: spans the caller knows to be code; offsets in code points.
    """
    return _masked(text, tuple(skip))


@lru_cache(maxsize=KEPT)
def _masked(text: str, skip: tuple[tuple[int, int], ...]) -> str:
    spans = [(max(0, a), min(b, len(text))) for a, b in skip]
    spans.extend(_protected(text))
    spans.extend(foreign_spans(text))
    if not spans:
        return text
    chars = list(text)
    for a, b in spans:
        # A line end is a boundary for every detector, even within code.
        chars[a:b] = [c if c == "\n" else MASK for c in chars[a:b]]
    return "".join(chars)


def _protected(text: str) -> Iterator[tuple[int, int]]:
    if _SCHEME_END.search(text) or "www." in text.lower():
        for m in _URL.finditer(text):
            yield m.start(), m.start() + len(m.group().rstrip("\"”)],.'’"))
    for sign, pattern in _PATTERNS:
        if sign in text:
            for m in pattern.finditer(text):
                yield m.span()
    if "(" in text:
        yield from (m.span() for m in _CALL.finditer(text) if _ARGUMENT.search(m.group()))
    if _CODE_SIGN.search(text):
        yield from _tokens(text, _CODE_MARK, always=True)
    yield from _tokens(text, _PATH_MARK, always=False)
    for m in _own_marks().finditer(text):
        if not (_WORD_END.match(text, m.start() - 1, m.start()) or _WORD_END.match(text, m.end())):
            yield m.span()


def _tokens(text: str, sign: re.Pattern[str], *, always: bool) -> Iterator[tuple[int, int]]:
    """Yield the tokens that hold a sign of code, and those with a sign of a path that are one."""
    end = 0
    # Few texts hold a sign at all; only the tokens around one are looked at, each once.
    while found := sign.search(text, end):
        before = [m.end() for m in _DELIMITER.finditer(text, end, found.start())]
        start = before[-1] if before else end
        token = _TOKEN.match(text, start)
        end = max(found.end(), token.end() if token else 0)
        shown = text[start:end].rstrip(_TRAILING)
        if always or _is_path(shown):
            yield start, start + len(shown)


def _is_path(token: str) -> bool:
    """Whether a form without spaces is a path, a file name or an address without its scheme."""
    if _FILE.fullmatch(token):
        return True
    slashes = token.count("/")
    if not slashes or _SCALE.fullmatch(token):
        return False
    return slashes > 1 or "." in token or token[0] in "/~"


@cache
def _own_marks() -> re.Pattern[str]:
    """Match a name with a mark of its own, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(read_list("typography_names"), key=len, reverse=True))))
