r"""Word lists and patterns of rules, found by an engine whose time grows with the text alone (RE2).

Anyone may write a rule; none of them may hang an audit. RE2 has no look-around and no back-references, which is the
price of its linear time, and it takes only unaccented letters for letters. Three things are therefore read here: `\w`
means the letters of European languages and digits, `\s` any kind of space, and `\b` at either end of a pattern that no
letter or digit stands beyond it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from seoaudit.french.normalise import APOSTROPHES, normalise

if TYPE_CHECKING:
    import re2

# Latin, Greek and Cyrillic letters, digits and the underscore, as the inside of a class.
_WORD = r"0-9A-Za-z_\x{AA}\x{B5}\x{BA}\x{C0}-\x{D6}\x{D8}-\x{F6}\x{F8}-\x{52F}"
_SPACE = r"\s\x{A0}\x{202F}\x{2009}"
_BEFORE, _AFTER = f"(?:^|[^{_WORD}])", f"(?:$|[^{_WORD}])"
_OUTSIDE = {r"\w": f"[{_WORD}]", r"\W": f"[^{_WORD}]", r"\s": f"[{_SPACE}]", r"\S": f"[^{_SPACE}]"}
_INSIDE = {r"\w": _WORD, r"\s": _SPACE}
# An escape with its braces, any other escape, a named class, the beginning of a class with what may stand there
# unescaped, a character.
_TOKEN = re.compile(r"\\[pPx]\{[^}]*\}|\\.|\[:\^?[a-z]+:\]|\[\^?\]?|.", re.DOTALL)
_UNREADABLE = re.compile(r"\(\?(?:<?[=!]|P=|>)|\\[1-9]|\\k<")
_CURLY, _SPACES = re.compile(f"[{''.join(sorted(APOSTROPHES))}]"), re.compile("[\u00a0\u202f\u2009]")
# Characters of one pattern: a list of words is no pattern, and may be as long as its file.
LONGEST = 2000


class PatternError(ValueError):
    """A pattern that the engine does not take; the message says why, in French."""


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds instances of patterns.

    Attributes:
        searched: compiled patterns; the first group of each is what is looked for, the rest is what stands around.
    """

    searched: tuple[re2._Regexp, ...]

    def spans(self, data: bytes) -> list[tuple[int, int]]:
        """Return where they are found in lines of UTF-8, as spans of bytes in order; of overlapping ones the first."""
        if len(self.searched) == 1:
            return list(_spans(self.searched[0], data))
        found = sorted((s for p in self.searched for s in _spans(p, data)), key=lambda s: (s[0], -s[1]))
        apart: list[tuple[int, int]] = []
        for span in found:
            if not apart or span[0] >= apart[-1][1]:
                apart.append(span)
        return apart

    def fits(self, text: str) -> bool:
        """Whether the whole of a text is an instance."""
        data = text.encode()
        return (0, len(data)) in self.spans(data)


def _spans(pattern: re2._Regexp, data: bytes) -> Iterable[tuple[int, int]]:
    at = 0
    while (match := pattern.search(data, at)) is not None:
        start, end = match.span(1)
        yield start, end
        # What stands after an instance may be what has to stand before the next one.
        at = end


def word_finder(words: Sequence[str], *, ignore_case: bool = True, as_typed: bool = False) -> Finder:
    """Return what finds any of some words or phrases, as whole words, the longest first.

    Args:
        words: as an editor writes them.
        ignore_case: whether capitals do not matter.
        as_typed: whether the kind of apostrophe and space matters.

    Raises:
        PatternError: a word is empty.
    """
    texts = sorted({w if as_typed else normalise(w).text for w in words}, key=lambda w: (-len(w), w))
    if not all(t.strip() for t in texts):
        raise PatternError("une expression vide")
    return _finder([(t[0].isalnum(), re.escape(t), t[-1].isalnum()) for t in texts], ignore_case)


def pattern_finder(patterns: Sequence[str], *, ignore_case: bool = True, as_typed: bool = False) -> Finder:
    """Return what finds an instance of any of some patterns.

    Args:
        patterns: regular expressions in RE2's syntax, with the three readings of this module.
        ignore_case: whether capitals do not matter.
        as_typed: whether the kind of apostrophe and space matters.

    Raises:
        PatternError: the engine cannot take one of them.
    """
    return _finder([_read(p, ignore_case, as_typed) for p in patterns], ignore_case)


@lru_cache(maxsize=4096)
def _read(pattern: str, ignore_case: bool, as_typed: bool) -> tuple[bool, str, bool]:
    r"""Return a pattern in the engine's syntax, and whether it began and ended with `\b`."""
    if len(pattern) > LONGEST:
        raise PatternError(f"un motif de {len(pattern)} caractères ({LONGEST} au plus) ; répartissez-le")
    before, after = pattern.startswith(r"\b"), pattern.endswith(r"\b") and not pattern.endswith(r"\\b")
    inside = pattern[2 if before else 0 : -2 if after else None]
    if unknown := _UNREADABLE.search(inside):
        raise PatternError(
            f"« {unknown[0]} » : ni anticipation ni référence arrière, que le moteur à temps linéaire ne connaît pas"
        )
    if not as_typed:
        inside = _SPACES.sub(" ", _CURLY.sub("'", inside))
    text = _translated(inside)
    # Alone: the bracket that frames it would close one it leaves open.
    if _compiled(text, ignore_case).fullmatch(b"") is not None:
        raise PatternError("ce motif trouve aussi le vide, donc partout")
    return before, text, after


def _translated(pattern: str) -> str:
    """Return a pattern with the escapes that mean more here than in the engine written out."""
    out: list[str] = []
    in_class = False
    for sign in _TOKEN.findall(pattern):
        if sign.startswith("[") and not in_class:
            in_class = True
        elif sign == "]":
            in_class = False
        elif in_class and sign in (r"\W", r"\S"):
            raise PatternError(f"« {sign} » entre crochets : écrivez plutôt ce qui est permis")
        elif not in_class and sign in (r"\b", r"\B", r"\A", r"\z", r"\Z"):
            hint = r"« \b » se met au début ou à la fin du motif, ailleurs « \W » ; « ^ » et « $ » sont les bords"
            raise PatternError(f"« {sign} » n’est pas lu à cet endroit : {hint}")
        out.append((_INSIDE if in_class else _OUTSIDE).get(sign, sign))
    return "".join(out)


def _finder(parts: Sequence[tuple[bool, str, bool]], ignore_case: bool) -> Finder:
    """Return the finder of framed patterns; those with the same frame are searched at once."""
    framed: dict[tuple[bool, bool], list[str]] = defaultdict(list)
    for before, text, after in parts:
        framed[before, after].append(text)
    return Finder(
        tuple(
            _compiled(f"{_BEFORE if before else ''}({'|'.join(texts)}){_AFTER if after else ''}", ignore_case)
            for (before, after), texts in framed.items()
        )
    )


# The engine's own messages that a slip of the pen leads to, and what they mean.
_MEANINGS = {
    "missing ]": "il manque « ] »",
    "missing )": "il manque « ) »",
    "unexpected )": "une « ) » est de trop",
    "no argument for repetition operator": "« * », « + » ou « ? » n’a rien à répéter",
    "bad repetition operator": "deux répétitions se suivent",
    "invalid repetition size": "une répétition va de 0 à 1000",
    "invalid character class range": "un intervalle entre crochets est à l’envers",
    "trailing \\": "une barre oblique inverse termine le motif",
    "invalid escape sequence": "un échappement inconnu",
    "pattern too large": "il demande trop de mémoire",
}


def _compiled(source: str, ignore_case: bool) -> re2._Regexp:
    """Compile a pattern for lines of UTF-8, none of whose instances goes over a line's end."""
    import re2

    options: Any = re2.Options()
    options.case_sensitive = not ignore_case
    options.never_nl = True
    options.log_errors = False
    try:
        return re2.compile(f"(?m){source}".encode(), options)
    except re2.error as error:
        detail = error.args[0]
        said = detail.decode("utf-8", "replace") if isinstance(detail, bytes) else str(detail)
        key, _, at = said.partition(": ")
        meaning = next((m for k, m in _MEANINGS.items() if key.startswith(k)), key)
        raise PatternError(f"{meaning} (« {at} »)" if at and "(?m)" not in at else meaning) from None
