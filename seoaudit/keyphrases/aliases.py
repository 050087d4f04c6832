"""Two names of one thing as one candidate: a surname with the full name, an acronym with what it stands for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from seoaudit.keyphrases.candidates import Candidate
from seoaudit.keyphrases.inflection import fold
from seoaudit.keyphrases.terms import CONTENT, Term

Keys = tuple[str, ...]
_ACRONYM = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý0-9-]{1,9}")
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
    """Surnames by the one full name that ends with them."""
    full: defaultdict[str, set[Keys]] = defaultdict(set)
    for keys, candidate in candidates.items():
        a, b = candidate.spans[0]
        named = all(t.tag == "P" for t in terms[a:b]) and any(t.entity == "PER" for t in terms[a:b])
        if len(keys) > 1 and named and not terms[b - 1].text.isupper():
            full[keys[-1]].add(keys)
    out: dict[Keys, Keys] = {}
    for last, names in full.items():
        longest = max(names, key=len)
        # "Bayer Rosmarin" is part of "Kelly Bayer Rosmarin"; "Anne Roy" and "Luc Roy" are two.
        if (last,) in candidates and all(longest[-len(n) :] == n for n in names):
            a, b = candidates[last,].spans[0]
            if terms[a].tag == "P":
                out[last,] = longest
    return out


def _acronyms(candidates: Mapping[Keys, Candidate], terms: Sequence[Term]) -> dict[Keys, Keys]:
    """Acronyms in brackets by the candidate before the bracket that they are made of."""
    by_end: defaultdict[int, list[tuple[int, Keys]]] = defaultdict(list)
    for keys, c in candidates.items():
        for a, b in c.spans if len(keys) > 1 else ():
            by_end[b].append((a, keys))
    out: dict[Keys, Keys] = {}
    for i in range(1, len(terms) - 1):
        short = terms[i]
        if terms[i - 1].text != "(" or terms[i + 1].text != ")" or not _ACRONYM.fullmatch(short.text):
            continue
        for a, keys in sorted(by_end.get(i - 1, ())):
            if i - 1 - a <= _REACH and _stands_for(short.text, terms[a : i - 1]) and (short.key,) in candidates:
                out[short.key,] = keys
                break
    return out


def _stands_for(acronym: str, words: Sequence[Term]) -> bool:
    """Whether an acronym is made of the initials of the words, those of small words in it or not."""
    letters = [c for c in fold(acronym) if c.isalpha()]
    content = [fold(t.text)[:1] for t in words if t.tag in CONTENT]
    every = [fold(t.text)[:1] for t in words]
    return letters in (content, every)
