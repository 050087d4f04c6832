"""Syllables of French words, as spoken in careful reading.

The spelling is read by rules: mute endings first, then vowel graphemes, each worth one syllable unless it is a glide
("nation", "nuage", but "client", "cruel": no glide after a consonant and l or r). The convention is that of Lexique
3.83 (New & Pallier): an inner e is spoken ("samedi" has three syllables), a final one is not.

Numbers, acronyms and abbreviations are read out first (`seoaudit.french.numbers`).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from seoaudit.french.data import read_table
from seoaudit.french.normalise import normalise
from seoaudit.french.numbers import spell_out

_V = "[aàâäãåeéèêëiîïoôöuùûüyÿ]"
_VOWEL = re.compile(_V)
_FINAL_E = re.compile(r"(?<!e)es?$")
_PART = re.compile(r"\d{1,3}(?:[ .]\d{3})+(?:,\d+)?(?!\d)|(?:[^\W_]|(?<=\d)[,.:/](?=\d))+")
# "quatre-vingts", "contre-temps": this e is heard inside a compound.
_LINKED = re.compile(r"[bcdfgptv][lr]e-(?=[bcdfgjklmnpqrstvz])")


def _compiled(*rules: tuple[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, re.VERBOSE), replacement) for pattern, replacement in rules)


_LETTER_RULES = _compiled(
    (r"[œo]eu | œu", "ô"),
    (r"(?:œ|oe)(?=il)", "e"),
    (r"^coe(?!l)", "coé"),
    (r"(?:(?<=^pr)|(?<=^[cnt])|^)ae(?=[cgnsv])", "é"),
    (r"œ | æ | (?<!c)oe(?!i) | oe(?=l) | oê | oa(?=ch|st|d|t$|ls?$|rds?$)", "ô"),
    # u and e that only say how q, g and c are read.
    (rf"qu(?={_V}|$)", "k"),
    (r"guë", "gu"),
    (r"gu(?=[eéèêiîy])", "g"),
    (r"(?<=g)e(?=[aàâoô]) | (?<=c)e(?=â)", ""),
    # Mute e between two consonants that join, or between a vowel and an ending: "paiement", "oublierai", "gaieté".
    (r"(?<=[^s]t)e(?=tés?$) | (?<=ff)e(?=ments?$)", ""),
    (r"(?<=[aéiïu])e(?=r[aeioé]|ment|té)", ""),
)
_VOWEL_RULES = _compiled(
    # Prefixes keep their vowel: "antioxydant".
    (r"^(anti|archi|poly)(?=[aeéio])", r"\1h"),
    # Consonants that are written y, i, ï between vowels.
    (rf"(?<=[aeouâ])y(?={_V}) | ï(?={_V}) | (?<=[aouéyi])i(?=[aoeéèu])", "j"),
    (r"(?<=a)(?<!ha)ï$", "j"),
    # Vowels written with several letters.
    (r"eau | [eu]ei(?=l) | eui(?=l) | oui(?=ll) | eoi", "ô"),
    (r"ouh(?=ai)", "w"),
    (r"(?<=..)ou(?=is[mt])", "ôh"),
    (r"aî | a[iuûy] | âi | e[iîuûya] | ee | o[iîy] | (?<!^c)oo | (?<=^c)oo(?![pr])", "ô"),
    (r"o[uùû]", "ù"),
    # Glides. Not in "jouez", "tuez".
    (rf"(?<![bcdfgkptv][lr])(?:[iy](?={_V}) | [uù](?={_V})(?!ez$)) | u(?=[iî])", "j"),
)


def count_syllables(word: str) -> int:
    """Return the number of syllables of a word.

    Args:
        word: as written; elided ("l’appel"), hyphenated ("a-t-il"), a number ("2 700"), an acronym ("SNCF"), an
            abbreviation ("Mme"). Several words give their sum.

    Returns:
        At least 1 where there is a letter or a digit, otherwise 0.
    """
    return _count(word)


@lru_cache(maxsize=65_536)
def _count(word: str) -> int:
    text = normalise(word).text
    parts = _PART.findall(text)
    if not parts:
        return 0
    if len(parts) == 1:
        return max(1, sum(_read(w) for w in spell_out(parts[0])))
    # Elided consonants ("l'", "qu'", "-t-") belong to the syllable of their neighbour.
    full = [p for p in parts if _is_full(p)]
    return max(1, sum(_read(w) for p in full for w in spell_out(p)) + len(_LINKED.findall(text.lower())))


def _is_full(part: str) -> bool:
    """Whether a part of an elided or hyphenated word has a syllable of its own."""
    return (
        part.isupper()
        or any(c.isdecimal() for c in part)
        or (part.lower() != "qu" and _VOWEL.search(part.lower()) is not None)
    )


def _read(form: str) -> int:
    """Count a word as read aloud; its parts if it has a hyphen ("dix-sept")."""
    if "-" not in form:
        return _syllables(form)
    return sum(map(_syllables, form.split("-"))) + len(_LINKED.findall(form))


@lru_cache(maxsize=65_536)
def _syllables(form: str) -> int:
    """Count the syllables of a form in lower case, letters only."""
    form = _respelt(form)
    if form.endswith("ent") and _has_mute_ent(form):
        form = form[:-2]
    for pattern, replacement in _LETTER_RULES:
        form = pattern.sub(replacement, form)
    end = _FINAL_E.search(form)
    if end and _VOWEL.search(form, 0, end.start()):
        form = form[: end.start()]
    for pattern, replacement in _VOWEL_RULES:
        form = pattern.sub(replacement, form)
    return max(1, len(_VOWEL.findall(form)))


def _has_mute_ent(form: str) -> bool:
    """Whether the final -ent is that of a verb: "chantent", not "souvent"."""
    spoken, mute = _ent_endings()
    if form.endswith("ment"):
        return mute.search(form) is not None
    return spoken.search(form) is None and _VOWEL.search(form, 0, len(form) - 3) is not None


@cache
def _ent_endings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Endings in -ent that are spoken, and endings in -ment that are mute, against the majority of their kind."""
    table = read_table("ent_endings")

    def pattern(kind: str) -> re.Pattern[str]:
        return re.compile(f"(?:{'|'.join(ending for ending, k in table.items() if k == kind)})ent$")

    return pattern("spoken"), pattern("mute")


@cache
def _respellings() -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern for all respelt words, the longest first, and what to write for each."""
    table = read_table("syllable_respellings")
    ways = {e.strip("-"): f"{'' if e[0] == '-' else '^'}{e.strip('-')}{'' if e[-1] == '-' else '$'}" for e in table}
    pattern = "|".join(ways[e] for e in sorted(ways, key=len, reverse=True))
    return re.compile(pattern), {e.strip("-"): respelt for e, respelt in table.items()}


def _respelt(form: str) -> str:
    pattern, table = _respellings()
    return pattern.sub(lambda m: table[m.group()], form, count=1)
