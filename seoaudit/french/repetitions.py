"""Words that come back too soon: what an editor would underline, and nothing that is repeated on purpose.

A verb, or an adverb in -ment, is repeated when it returns within fifteen words of one paragraph. Nouns and adjectives
are not looked at: read on 160,000 words of guides, blogs and manuals, two returns in three were the name of the thing,
for which no other word will do. Left alone is what has to return or is meant to: words of the article's own subject
(key phrases, headings, whatever comes back elsewhere as well), helping verbs and set phrases, quoted words and asides,
the halves of a comparison or of an enumeration, and sentences that begin alike.

"Aujourd'hui" and its like date a fact once; they are repeated when they come three times in a paragraph, or twice in
one sentence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from seoaudit.french.data import read_list
from seoaudit.french.parse import Parsed, Token
from seoaudit.french.quoted import merged, quoted_spans, within

# Words between two occurrences: farther apart nobody notices, closer together it is meant ("jour après jour").
FARTHEST, CLOSEST = 15, 3
# Occurrences elsewhere in the article that make a word one of its subject.
_SUBJECT = 2
_SHORTEST = 4
_CLASSES = frozenset({"VERB", "ADV"})
_INFINITIVE = ("er", "ir", "re")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_DATING = frozenset({"aujourd'hui", "actuellement", "désormais", "maintenant"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "ADV"})
_DEGREES = frozenset({"mieux", "moins", "plus", "très"})
_CONTRASTS = frozenset({"mais", "or", "pourtant", "inversement", "réciproquement"})
_COMPARES = frozenset(
    {
        "lorsque",
        "lorsqu'",
        "quand",
        "si",
        "comme",
        "autant",
        "moins",
        "sans",
        "tandis",
        "celui",
        "celle",
        "ceux",
        "celles",
    }
)
# Just before the second occurrence these say that it is meant: "lui aussi évolue", "continue d'évoluer".
_AGAIN = frozenset({"aussi", "continuer", "encore", "toujours"})
_DENIALS = frozenset({"ne", "n'", "ni", "pas", "non", "jamais"})
_PAIRS = frozenset({"et", "ou", "ni", "mais", "que", "qu'", "soit", "puis", ",", ":", ";", "/", "–", "—"})


class Repetition(NamedTuple):
    """A word that comes back too soon.

    Attributes:
        word: its lemma.
        paragraph: index of the paragraph among those given.
        places: its occurrences there, as offsets into the normalised text.
    """

    word: str
    paragraph: int
    places: tuple[tuple[int, int], ...]


def find_repetitions(
    paragraphs: Sequence[Parsed], *, subject: Collection[str] = (), skip: Collection[int] = ()
) -> list[Repetition]:
    """Return the words that come back too soon, in order of their first place.

    Args:
        paragraphs: the article's parsed paragraphs, in order.
        subject: lemmas and forms that name its subject, in lower case: those of key phrases, title and headings.
        skip: indices of paragraphs that are looked at for what the article is about only: list items, quotations.
    """
    often = Counter(t.lemma.lower() for p in paragraphs for t in p.tokens if t.pos in _CLASSES)
    found: list[Repetition] = []
    for n, parsed in enumerate(paragraphs):
        if n not in skip:
            found += _in_paragraph(parsed, n, often, subject)
    return found


def _in_paragraph(parsed: Parsed, n: int, often: Counter[str], subject: Collection[str]) -> Iterator[Repetition]:
    at: dict[str, list[int]] = defaultdict(list)
    for i, (token, form) in enumerate(zip(parsed.tokens, parsed.forms, strict=True)):
        if (token.pos in _CLASSES or form in _DATING) and _counts(parsed, i, subject):
            at[form if form in _DATING else token.lemma.lower()].append(i)
    if not any(len(indices) > 1 for indices in at.values()):
        return
    apart = merged((*quoted_spans(parsed.text), *(m.span() for m in _ASIDE.finditer(parsed.text))))
    words = _words_before(parsed.tokens)
    for word, own in sorted(at.items(), key=lambda item: item[1][0]):
        indices = [i for i in own if not within(apart, parsed.tokens[i].start)]
        run = _dating(parsed.tokens, indices) if word in _DATING else _run(parsed.tokens, indices, words)
        if len(run) > 1 and (word in _DATING or often[word] - len(run) < _SUBJECT):
            yield Repetition(word, n, tuple((parsed.tokens[i].start, parsed.tokens[i].end) for i in run))


def _words_before(tokens: Sequence[Token]) -> list[int]:
    """Return how many words stand before each token; an elided form and its host are one."""
    return list(accumulate((t.pos not in {"PUNCT", "SYM"} and not t.text.endswith("'") for t in tokens), initial=0))


def _counts(parsed: Parsed, i: int, subject: Collection[str]) -> bool:
    """Whether a word is one whose return is noticed."""
    token, form = parsed.tokens[i], parsed.forms[i]
    if form in _DATING:
        return True
    if token.entity or len(form) < _SHORTEST or not form.replace("-", "").isalpha():
        return False
    # A capital within the sentence is that of a name, and what follows an article is a noun, whatever its tag.
    before = parsed.tokens[i - 1] if i else None
    if before is not None and (before.pos == "DET" or (token.text != form and before.sentence == token.sentence)):
        return False
    lemma = token.lemma.lower()
    if token.pos == "VERB" and not lemma.endswith(_INFINITIVE):
        return False
    if before is not None and parsed.forms[i - 1] in _DEGREES and "VerbForm=Part" in token.morph:  # "la plus connue"
        return False
    if token.pos == "ADV" and (not form.endswith("ment") or (before is not None and before.pos == "ADP")):
        return False
    return not any(w in subject or w in _passed_over() for w in (form, lemma))


def _run(tokens: Sequence[Token], indices: Sequence[int], words: Sequence[int]) -> list[int]:
    """Return the occurrences that stand too close to one another."""
    run: list[int] = []
    for a, b in pairwise(indices):
        between = words[b] - words[a] - 1
        if CLOSEST <= between < FARTHEST and tokens[a].pos == tokens[b].pos and not _meant(tokens, a, b):
            run += [i for i in (a, b) if i not in run[-1:]]
    return run


def _dating(tokens: Sequence[Token], indices: Sequence[int]) -> list[int]:
    """Return the occurrences of a word like "aujourd'hui" where they are too many."""
    sentences = Counter(tokens[i].sentence for i in indices)
    if len(indices) >= 3:
        return list(indices)
    return [i for i in indices if sentences[tokens[i].sentence] > 1]


def _meant(tokens: Sequence[Token], a: int, b: int) -> bool:
    """Whether the second occurrence answers the first on purpose."""
    if _denied(tokens, a) != _denied(tokens, b):  # "ce qu'il comprend, ce qu'il ne comprend pas"
        return True
    if tokens[a].pos == "VERB" and _qualifies(tokens, a) and _qualifies(tokens, b):  # "modèle supervisé"
        return True
    if any(t.lemma.lower() in _AGAIN for t in tokens[max(a, b - 3) : b]):
        return True
    first, second = tokens[a], tokens[b]
    before_a, before_b = _form(tokens, a - 1), _form(tokens, b - 1)
    # "un débat provoqué par … Débat provoqué, certes"; "publié en accès libre …, publié en accès libre"
    if before_a == before_b and a and tokens[a - 1].pos in _NAMING:
        return True
    if [_form(tokens, a + n) for n in (1, 2)] == [_form(tokens, b + n) for n in (1, 2)]:
        return True
    if first.sentence != second.sentence:
        starts = tokens[b - 1].sentence != second.sentence
        opening = _opening(tokens, b)
        return starts or opening in _CONTRASTS or opening == _opening(tokens, a)
    between = {t.text.lower() for t in tokens[a + 1 : b]}
    if between & _COMPARES or (before_b == "qui" and "," in between):  # "il évoluera lorsque tout évoluera"
        return True
    # "arrêter les fruits, arrêter les produits": one form twice, and something between that pairs them
    return first.text.lower() == second.text.lower() and bool(between & _PAIRS)


def _form(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].text.lower() if 0 <= i < len(tokens) else ""


def _denied(tokens: Sequence[Token], i: int) -> bool:
    """Whether a negation stands just before a word, or just after it."""
    near = tokens[max(0, i - 4) : i + 3]
    return any(t.text.lower() in _DENIALS and t.sentence == tokens[i].sentence for t in near)


def _qualifies(tokens: Sequence[Token], i: int) -> bool:
    """Whether a participle stands right after the noun that it goes with, as part of a term."""
    return i > 0 and tokens[i - 1].pos in {"NOUN", "PROPN"} and tokens[i].dep in {"acl", "amod"}


def _opening(tokens: Sequence[Token], i: int) -> str:
    """Return the first word of the sentence that holds a token."""
    while i and tokens[i - 1].sentence == tokens[i].sentence:
        i -= 1
    return tokens[i].text.lower()


@cache
def _passed_over() -> frozenset[str]:
    return frozenset(read_list("repetition_passed_over"))


def lemmas(paragraphs: Iterable[Parsed]) -> frozenset[str]:
    """Return the lemmas and forms of the content words of some texts, in lower case: what `subject` takes."""
    tokens = [t for p in paragraphs for t in p.tokens if t.pos in _NAMING]
    return frozenset(t.lemma.lower() for t in tokens) | frozenset(t.text.lower() for t in tokens)
