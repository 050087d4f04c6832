"""Sentence boundaries of French text.

A stop, a question or exclamation mark or an ellipsis ends a sentence together with the quotation marks and brackets
that close after it, unless what surrounds it says that the sentence goes on: a lower-case word (« Bonjour ! » dit-il),
a comma, an abbreviation (M. Venter), an initial, a list number. A blank line, and a line that was not wrapped to fit a
width, end a sentence whatever stands before: headings and list items have no stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from seoaudit.french.data import read_list, read_table
from seoaudit.french.normalise import normalise

_STOP = re.compile(r"[.!?…]+(?: ?[!?…]+)*(?:\[\d{1,3}\])?")
_CLOSING = "»”›)]"
_OPENING = "«“‹([\"'"
_DASHES = "-–—―"
_SYMBOL = re.compile(r"(?: ?[\u2600-\u27bf\U0001f000-\U0001faff]\ufe0f?)+")  # emoji belong to what they comment
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d|[IVXLCDM]+\b|[A-Z]?\d")
_LIST_MARK = re.compile(r"(?:\d{1,3}|[A-Z]|[IVX]{1,5}|[a-z])(?:\.\d{1,3})*")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]{1,2}")
_BULLET = re.compile(r"\s*(?:[-–—•*·▪‣◦]|\d{1,3}[.)]|(?:[a-zA-Z]|[ivx]{1,5})\))\s")
_PARTICLES = frozenset({"Le", "La", "Les", "Du", "Des", "De", "L", "D"})
# A text is taken as wrapped by hand to a width between these; longer lines are paragraphs.
_WIDTHS = range(50, 121)
# No abbreviation, list number or address has a part longer than this.
_LONGEST_WORD = 40
_LONGEST_ASIDE = 200


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a text, in order, as they are written.

    Args:
        text: raw or normalised; any apostrophe, space or Unicode form.

    Returns:
        The sentences without the white space around them; no other character is lost or altered. Empty for a text
        that holds nothing visible.
    """
    return [text[a:b] for a, b in sentence_spans(text)]


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a text, in order, without the white space around them.

    Args:
        text: raw or normalised; any apostrophe, space or Unicode form.

    Returns:
        Start and end offsets in code points. The time is linear in the length of the text.
    """
    found = [(start + a, start + b) for start, end in _lines(text) for a, b in _spans(text[start:end])]
    return _with_invisible(text, found)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the pieces that blank lines and unwrapped line ends separate."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n\r\u2028\u2029]+", text)]
    longest = max((b - a for a, b in lines), default=0)
    start = 0
    for (a, b), (c, d) in pairwise(lines):
        between = text[b:c].replace("\r\n", "\n")
        if len(between) > 1 or not _wrapped(text[a:b], text[c:d], longest):
            yield start, b
            start = c
    if lines:
        yield start, lines[-1][1]


def _wrapped(line: str, following: str, longest: int) -> bool:
    """Whether the end of a line was put there for want of room: the next word would not have fitted."""
    if not line.strip() or not following.strip() or _BULLET.match(following):
        return False
    if following.lstrip()[0].islower():
        return True
    return longest in _WIDTHS and len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > longest


def _spans(piece: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a piece without hard breaks."""
    normalised = normalise(piece)
    text = normalised.text
    spans, start = [], 0
    for end, following in _boundaries(text):
        spans.append(normalised.to_source(start, end))
        start = following
    if start < len(text):
        spans.append(normalised.to_source(start, len(text)))
    return spans


def _with_invisible(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give invisible characters between sentences to the one before (at the beginning, to the first)."""
    out: list[tuple[int, int]] = []
    for n, (a, b) in enumerate(spans):
        before, after = text[: a if n == 0 else 0], text[b : spans[n + 1][0] if n + 1 < len(spans) else len(text)]
        out.append((a - len(before.lstrip()), b + len(after.rstrip())))
    return out


def _boundaries(text: str) -> Iterator[tuple[int, int]]:
    """Yield the end of each sentence but the last of a normalised text, and the beginning of the next."""
    start, quotes, counted = 0, 0, 0
    for stop in _STOP.finditer(text):
        if stop.start() < start:
            continue
        quotes, counted = quotes + text.count('"', counted, stop.end()), stop.end()
        end = _closed(text, stop.end(), open_quote=quotes % 2 == 1)
        following = end + 1 if text[end : end + 1] == " " else end
        if following >= len(text):
            return
        if following == end and not _glued(text, start, stop.start(), end):
            continue
        if _goes_on(text, following) or _abbreviated(text, start, stop, end, following):
            continue
        if _own_mark(text, start, stop.end(), following):
            continue
        if text[stop.end() : stop.end() + 1] in (")", "]") and _aside(text, start, stop.start(), following):
            continue
        if not any(map(str.isalnum, text[start : min(end, start + _LONGEST_WORD)])):
            continue  # "[…]", "..." at the beginning: no sentence of their own
        yield end, following
        start = following


def _closed(text: str, end: int, *, open_quote: bool) -> int:
    """Return the end of the quotation marks, brackets and emoji that close after a stop at `end`."""
    while end < len(text):
        symbol = _SYMBOL.match(text, end)
        if symbol:
            end = symbol.end()
        elif text[end] in _CLOSING:
            end += 1
        elif text[end] == " " and text[end + 1 : end + 2] and text[end + 1] in "»›":
            end += 2
        elif text[end] in "\"'" and not text[end + 1 : end + 2].isalnum():
            end += 1
        elif open_quote and text[end : end + 2] == ' "' and text[end + 2 : end + 3] in ("", " ", ",", "."):
            end += 2
        else:
            break
    return end


def _glued(text: str, start: int, stop: int, end: int) -> bool:
    """Whether a sentence begins right after a stop, the space forgotten: "fini.Il reste" but not "optus.Com"."""
    before = text[max(start, stop - _LONGEST_WORD) : stop].rpartition(" ")[2]
    if end == stop + 1 and (len(before) < 3 or any(c in "/@" for c in before) or before.startswith("www")):
        return False
    return (before[-1:].islower() or end > stop + 1) and before[-1:] not in ("", "/") and _begins(text, end)


def _goes_on(text: str, following: int) -> bool:
    """Whether what follows a stop cannot begin a sentence: a lower-case word, a comma..."""
    at = following
    while at < len(text) and (text[at] in _OPENING or text[at] in _DASHES or text[at] == " ") and at - following < 6:
        at += 1
    if at >= len(text):
        return True
    c = text[at]
    if c.islower():
        return not text[at + 1 : at + 2].isupper()  # "iPhone" may begin a sentence
    if c in ",;:.!?…%/)]»”":
        return c != "…" and text[at : at + 2] != ".."  # "« ... et puis" begins a quotation
    return c.isdigit() and text[following] == "("


def _abbreviated(text: str, start: int, stop: re.Match[str], end: int, following: int) -> bool:
    """Whether the stop belongs to an abbreviation, an initial or a list number, and the sentence goes on."""
    if stop.group()[0] != "." or len(stop.group()) > 1 or end > stop.end():
        return False
    before = text[max(start, stop.start() - _LONGEST_WORD) : stop.start()].rpartition(" ")[2]
    at_start = stop.start() - len(before) <= start
    before = before.lstrip(_OPENING).rpartition("'")[2] or before
    if at_start and _LIST_MARK.fullmatch(before):
        return True
    kind = read_table("abbreviations").get(before) or read_table("abbreviations").get(before[:1].lower() + before[1:])
    if kind == "always" or (kind == "number" and _NUMBER.match(text, following)):
        return True
    if kind == "name" or _initial(before):
        return not _begins(text, following, after_name=True)
    if before in ("J.-C", "J-C"):
        return False
    return _DOTTED.fullmatch(before) is not None and not _begins(text, following)


def _own_mark(text: str, start: int, stop: int, following: int) -> bool:
    """Whether a mark belongs to a name and the sentence goes on: "le portail Yahoo! Mail"."""
    return text.endswith(_marked_names(), start, stop) and not _begins(text, following)


@cache
def _marked_names() -> tuple[str, ...]:
    return tuple(name for name in read_list("typography_names") if name[-1] in "!?")


def _aside(text: str, start: int, stop: int, following: int) -> bool:
    """Whether a stop closes a bracket opened within the sentence, which goes on: "Le maire (enfin !) Paul Dupont"."""
    window = max(start, stop - _LONGEST_ASIDE)
    opened = max(text.rfind("(", window, stop), text.rfind("[", window, stop))
    return opened > start and not _begins(text, following)


def _initial(word: str) -> bool:
    """Whether a word is the initial of a first name: "J", "J.-P"."""
    return (len(word) == 1 and word.isupper()) or (
        _DOTTED.fullmatch(word) is not None and "-" in word and word != "J.-C"
    )


@cache
def _starters() -> frozenset[str]:
    return frozenset(read_list("sentence_starters"))


def _begins(text: str, at: int, *, after_name: bool = False) -> bool:
    """Whether a sentence rather than a name begins at `at`: "Il", "Les"; after a name, not "Le Goff"."""
    while at < len(text) and text[at] in _OPENING:
        at += 1 + (text[at + 1 : at + 2] == " ")
    word = _WORD.match(text, at)
    if word is None or not word.group()[0].isupper() or word.group().lower() not in _starters():
        return False
    if len(word.group()) == 1 and text[word.end() : word.end() + 1] != (" " if word.group() in "AÀÔY" else "'"):
        return False  # "A. Dupont", not "A la fin" or "L'autre"
    return not (after_name and word.group() in _PARTICLES and text[word.end() + 1 : word.end() + 2].isupper())
