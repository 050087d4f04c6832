"""How a key phrase is shown: the best of its spellings in the text."""

from __future__ import annotations

import unicodedata
from collections import Counter

from seoaudit.keyphrases.candidates import Candidate
from seoaudit.keyphrases.document import Document
from seoaudit.keyphrases.terms import CONTENT, LINKS

# Shortest word in capitals that is taken for one set in capitals, not for an acronym.
_SET_IN_CAPITALS = 6
# Punctuation after which a capital may only open a sentence; one within brackets is the word's own.
_OPENERS = frozenset('.:!?…«“"–—-•|')


def shown_form(candidate: Candidate, document: Document) -> str:
    """Return the commonest spelling of a candidate's own name in the text, else in the title.

    Of spellings that differ in accents and capitals alone, the one with most accents wins, then the commonest; of two
    that are equally common, the one with its small words ("avocat d'Yvan"), then the shorter. A capital that only opens
    a sentence is left out.
    """
    terms = document.terms
    body: Counter[tuple[str, int]] = Counter()
    title: Counter[tuple[str, int]] = Counter()
    for a, b in candidate.spans:
        if _keys(document, a, b) == candidate.keys:
            found = title if terms[a].paragraph < 0 else body
            found[_spelling(document, a, b), sum(t.tag in LINKS for t in terms[a:b])] += 1
    forms = body or title
    groups: Counter[str] = Counter()
    for (form, _), n in forms.items():
        groups[_bare(form)] += n
    form, _ = max(forms, key=lambda f: (groups[_bare(f[0])], f[1], _accents(f[0]), forms[f], -len(f[0]), f[0]))
    return form


def other_names(candidate: Candidate, document: Document) -> tuple[str, ...]:
    """Return the aliases that the text has for a candidate, the most frequent first, then in order of reading."""
    terms = document.terms
    return tuple(
        name
        for name, _ in Counter(
            _spelling(document, a, b)
            for a, b in candidate.spans
            if terms[a].paragraph >= 0 and _keys(document, a, b) != candidate.keys
        ).most_common()
    )


def _keys(document: Document, a: int, b: int) -> tuple[str, ...]:
    return tuple(t.key for t in document.terms[a:b] if t.tag in CONTENT)


def _spelling(document: Document, a: int, b: int) -> str:
    """Return a span as typed, without the capital that opens its sentence."""
    first, last = document.terms[a], document.terms[b - 1]
    parsed = document.parses[first.paragraph] if first.paragraph >= 0 else document.title
    assert parsed is not None  # noqa: S101 -- only a title has terms before the first paragraph
    text = parsed.text[first.start : last.end]
    opens = a == 0 or document.terms[a - 1].sentence != first.sentence or document.terms[a - 1].text in _OPENERS
    if all(t.tag != "P" for t in document.terms[a:b]) and text.isupper() and len(text) >= _SET_IN_CAPITALS:
        return text.lower()
    if opens and first.tag in "NA" and first.text[:1].isupper() and not any(map(str.isupper, first.text[1:])):
        return text[0].lower() + text[1:]
    return text


def _bare(form: str) -> str:
    decomposed = unicodedata.normalize("NFD", form.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _accents(form: str) -> int:
    return sum(map(bool, map(unicodedata.combining, unicodedata.normalize("NFD", form))))
