"""Two names of one thing as one candidate: a surname with the full name, an acronym with what it stands for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from seoaudit.keyphrases.candidates import Candidate
from seoaudit.keyphrases.inflection import fold
from seoaudit.keyphrases.terms import CONTENT, Term
from seoaudit.keyphrases.tokens import bare

Keys = tuple[str, ...]
_ACRONYM = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý0-9-]{1,9}")
# One that is read as a word: "Anah", "Inserm", "Ademe".
_READ_AS_WORD = re.compile(r"[A-ZÀ-Ý]\w{2,9}")
_INITIAL = re.compile(r"[^\W\d_]\.?(?:-?[^\W\d_]\.?)?")
# Words before a bracket that are tried as what the acronym in it stands for.
_REACH = 10


def merge_aliases(candidates: Mapping[Keys, Candidate], terms: Sequence[Term]) -> dict[Keys, Candidate]:
    """Return the candidates with surnames and acronyms merged into the names they stand for.

    A surname is merged where one full name in the text ends with it; an acronym where it stands in brackets after words
    that it is made of the initials of. The merged candidate keeps the longer name's keys and has the places of both.
    """
    alias = {**_surnames(candidates, terms), **_acronyms(candidates, terms)}
    out: dict[Keys, Candidate] = {}
    for keys, candidate in candidates.items():
        whole = alias.get(keys)
        if whole is None:
            out.setdefault(keys, candidate)
    for short, whole in alias.items():
        name = candidates[whole]
        taken = [s for s in candidates[short].spans if not any(a <= s[0] and s[1] <= b for a, b in name.spans)]
        out[whole] = Candidate(whole, sorted([*name.spans, *taken]), name.tags)
    return out


def _surnames(candidates: Mapping[Keys, Candidate], terms: Sequence[Term]) -> dict[Keys, Keys]:
    """Short names of persons by the one full name that has them: "Roy" and "A. Roy" are "Anne Roy"."""
    by_surname: defaultdict[str, list[Keys]] = defaultdict(list)
    for keys, candidate in candidates.items():
        if _is_person(candidate, terms):
            by_surname[keys[-1]].append(keys)
    out: dict[Keys, Keys] = {}
    for surname, names in by_surname.items():
        longest = max(names, key=lambda n: (len(n), sum(map(len, n))))
        # "Bayer Rosmarin" is part of "Kelly Bayer Rosmarin"; "Anne Roy" and "Luc Roy" are two.
        if all(_shortens(n, longest) for n in names):
            out |= {n: longest for n in names if n != longest}
            alone = candidates.get((surname,))
            if alone is not None and terms[alone.spans[0][0]].tag == "P":
                out[surname,] = longest
    return out


def _is_person(candidate: Candidate, terms: Sequence[Term]) -> bool:
    """Whether a candidate is a full name, or a surname with an initial."""
    a, b = candidate.spans[0]
    own = terms[a:b]
    return (
        len(candidate.keys) > 1
        and all(t.tag == "P" for t in own)
        and any(t.entity == "PER" for i, j in candidate.spans for t in terms[i:j])
        and not own[-1].text.isupper()
    )


def _shortens(short: Keys, full: Keys) -> bool:
    """Whether a name is another without some of its first words, which an initial may stand for."""
    given, surname = short[:-1], short[-1:]
    if full[-1:] != surname:
        return False
    if given and all(_INITIAL.fullmatch(g) for g in given):
        return full[0].startswith(given[0][0])
    return full[-len(short) :] == short


def _acronyms(candidates: Mapping[Keys, Candidate], terms: Sequence[Term]) -> dict[Keys, Keys]:
    """Acronyms by the candidate that a bracket links them to: "Fédération (FMC)", "FMC (Fédération...)"."""
    by_end: defaultdict[int, list[tuple[int, int, Keys]]] = defaultdict(list)
    by_start: defaultdict[int, list[tuple[int, int, Keys]]] = defaultdict(list)
    for keys, c in candidates.items():
        for a, b in c.spans if len(keys) > 1 else ():
            by_end[b].append((a, b, keys))
            by_start[a].append((a, b, keys))
    out: dict[Keys, Keys] = {}
    for i, short in enumerate(terms):
        if not (_ACRONYM.fullmatch(short.text) or _READ_AS_WORD.fullmatch(short.text)):
            continue
        if short.tag != "P" or (short.key,) not in candidates:
            continue
        named: list[tuple[int, int, Keys]] = []
        if _reads(terms, i - 1, "(") and _reads(terms, i + 1, ")"):
            named = [n for n in by_end.get(i - 1, ()) if i - 1 - n[0] <= _REACH]
        elif _reads(terms, i + 1, "("):
            named = [n for n in by_start.get(i + 2, ()) if _reads(terms, n[1], ")")]
        for a, b, keys in sorted(named):
            if _stands_for(short.text, terms[a:b]):
                out[short.key,] = keys
                break
    return out


def _reads(terms: Sequence[Term], i: int, text: str) -> bool:
    return 0 <= i < len(terms) and terms[i].text == text


def _stands_for(acronym: str, words: Sequence[Term]) -> bool:
    """Whether an acronym is made of the initials of the words, those of small words in it or not.

    One that is read as a word may have more of their letters: "Anah" for "Agence nationale de l'habitat". Then each
    content word gives its initial, and all of its letters stand in the words in their order (after Schwartz & Hearst
    2003, who ask that of the first letter alone).
    """
    letters = [bare(c) for c in fold(acronym) if c.isalpha()]
    content = [bare(fold(t.text)[:1]) for t in words if t.tag in CONTENT]
    every = [bare(fold(t.text)[:1]) for t in words]
    if letters in (content, every):
        return True
    spelt = bare(fold("".join(t.text for t in words)))
    return (
        not acronym.isupper()
        and letters[:1] == content[:1]
        and _in_order(content, letters)
        and _in_order(letters, spelt)
    )


def _in_order(letters: Sequence[str], within: Sequence[str]) -> bool:
    """Whether letters stand in others in the same order."""
    rest = iter(within)
    return all(c in rest for c in letters)
