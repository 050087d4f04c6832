"""Numbers, acronyms and abbreviations as they are read aloud, for counting syllables.

"2 700" is "deux mille sept cent" (spelt without agreement), "10h30" "dix heures trente", "XIXe" "dix-neuvième",
"SNCF" four letters and "ONU" a word. Numbers are read as in France (soixante-dix, quatre-vingts).
"""

from __future__ import annotations

import re
from functools import cache

from seoaudit.french.data import read_table

_SCALES = ("", "mille", "million", "milliard", "billion")
_SEPARATORS = {",": "virgule", ":": "heures", "/": "sur"}
_THOUSANDS = re.compile(r"\d{1,3}(?:[ .]\d{3})+(?!\d)")
_PIECE = re.compile(r"\d+|[,.:/](?=\d)|[^\W\d_]+")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_ORDINAL = re.compile(r"(?:(\d{1,9})(?:e|er|re|ère|è?me|ième|nde?)|([IVX]+)(?:e|è?me|ième)|(I)(?:er|re|ère))s?")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
# A longer number is read digit by digit.
_MOST_DIGITS = 15
# Capitals that can be read as a word: French beginnings and ends of syllables, at least one consonant next to a vowel.
_READABLE = re.compile(
    r"(?:[BCDFGHJKLMNPRSTVZ]|[BCFGPV][LR]|[DT]R|CH|PH|QU|S[CKLMNPT])?[AEIOUYÉ]+"
    r"(?:[BCDFGHJKLMNPQRSTVXZ]{1,3}[AEIOUYÉ]+)*(?:[BCDFGJKLMNPQRSTVXZ]|[CS]T|SS|FF|LL)?"
)
_LONGEST_SPELT = 6
_INTERJECTION = re.compile(r"[bghmpt]?[fhmrsz]+t?")  # "grr", "pst": noises, one syllable


def spell_out(word: str) -> list[str]:
    """Return the words as which a word is read aloud, in lower case.

    Args:
        word: one word of a normalised text (straight apostrophe, plain spaces), without elision or hyphen.

    Returns:
        Number words for figures and Roman numerals, names of letters for what is spelt, the full word for an
        abbreviation, otherwise the word itself.
    """
    aloud = read_table("read_aloud")
    known = aloud.get(word) or (None if word.isupper() else aloud.get(word.lower()))
    if known is not None:
        return known.split("_")
    ordinal = _ORDINAL.fullmatch(word)
    if ordinal:
        return _ordinal(int(ordinal[1]) if ordinal[1] else _roman(ordinal[2] or "I"), word)
    if len(word) > 1 and _ROMAN.fullmatch(word):
        return _cardinal(_roman(word))
    if any(c.isdecimal() for c in word):
        return _mixed(word)
    return _letters(word) if _is_spelt(word) else [word.lower()]


def _mixed(word: str) -> list[str]:
    """Read figures with their separators, and letters between them: "3,5", "10h30", "COVID19"."""
    grouped = _THOUSANDS.sub(lambda m: re.sub(r"\D", "", m.group()), word)
    out: list[str] = []
    for piece in _PIECE.findall(grouped):
        if piece[0].isdecimal():
            out += _figures(piece)
        elif piece in ".,:/":
            out.append(_SEPARATORS.get(piece, "virgule"))
        elif piece in ("h", "H") and out:
            out.append("heures")
        else:
            out += spell_out(piece)
    return out


def _figures(digits: str) -> list[str]:
    """Read a run of digits; leading zeros one by one."""
    significant = digits.lstrip("0")
    if not digits.isascii() or len(digits) > _MOST_DIGITS:
        return [_name(int(d)) for d in digits if d.isdecimal()]
    zeros = ["zéro"] * (len(digits) - len(significant))
    return zeros + (_cardinal(int(significant)) if significant else [])


def _cardinal(number: int) -> list[str]:
    """Read a whole number below 10^15: 2700 gives "deux mille sept cent"."""
    if number == 0:
        return ["zéro"]
    out: list[str] = []
    for power in range(len(_SCALES) - 1, -1, -1):
        group = number // 1000**power % 1000
        if not group:
            continue
        if not (power == 1 and group == 1):  # "mille", not "un mille"
            out += _below_thousand(group)
        if power:
            out.append(_SCALES[power])
    return out


def _below_thousand(number: int) -> list[str]:
    """Read a number from 1 to 999."""
    hundreds, rest = divmod(number, 100)
    out = ([_name(hundreds)] if hundreds > 1 else []) + (["cent"] if hundreds else [])
    if not rest:
        return out
    tens, unit = rest - rest % 10, rest % 10
    if rest < 20 or (unit == 0 and tens not in (70, 90)):
        return [*out, _name(rest)]
    if tens in (70, 90):  # "soixante-dix", "quatre-vingt-dix-neuf"
        tens, unit = tens - 10, unit + 10
    joint = ["et"] if unit in (1, 11) and tens < 80 else []
    return [*out, _name(tens), *joint, _name(unit)]


def _name(number: int) -> str:
    """Return the name of a number that has one of its own."""
    return read_table("number_words")[str(number)]


def _ordinal(number: int, word: str) -> list[str]:
    """Read "1er", "1re", "2nd", "XIXe"."""
    if number == 1:
        return ["premier" if word.rstrip("s").endswith("er") else "première"]
    if word.rstrip("s").endswith(("nd", "nde")):
        return ["second" if word.rstrip("s").endswith("nd") else "seconde"]
    *head, last = _cardinal(number)
    last = {"cinq": "cinqu", "neuf": "neuv", "dix-neuf": "dix-neuv"}.get(last, last.removesuffix("e"))
    return [*head, f"{last}ième"]


def _roman(numeral: str) -> int:
    """Return the value of a Roman numeral."""
    values = [_ROMAN_DIGITS[c] for c in numeral]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def _letters(word: str) -> list[str]:
    """Return the names of a word's letters."""
    names = read_table("letter_names")
    return [names.get(c, c) for c in word.lower()]


@cache
def _acronyms() -> tuple[frozenset[str], frozenset[str]]:
    """Acronyms read otherwise than their letters tell: as words, and letter by letter."""
    table = read_table("acronyms")
    return frozenset(a for a, k in table.items() if k == "word"), frozenset(a for a, k in table.items() if k == "spelt")


def _is_spelt(word: str) -> bool:
    """Whether a word without digits is read letter by letter: "SNCF", "svp", but not "ONU", "grr"."""
    if not re.search(r"[AEIOUYÀ-ÖØ-ÝŒ]", word.upper()):
        return word.isascii() and (word.isupper() or _INTERJECTION.fullmatch(word) is None)
    if not (word.isupper() and word.isascii() and 1 < len(word) <= _LONGEST_SPELT):
        return False
    as_word, spelt = _acronyms()
    if word in as_word or word in spelt:
        return word in spelt
    short = len(word) == 2 or re.fullmatch(r"[^AEIOUY][AEIOUY]{2}|[AEIOUY]{2}.", word) is not None
    return short or _READABLE.fullmatch(word) is None
