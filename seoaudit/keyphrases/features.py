"""What the score of a key phrase is made of: where, how often and in which company a candidate stands, and what it is.

No feature rests on a kind of text: without a title the one about it is 0 throughout.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from seoaudit.french.frequency import rarity
from seoaudit.keyphrases.candidates import Candidate, makes_compound
from seoaudit.keyphrases.closeness import describe_closeness
from seoaudit.keyphrases.corpus import Corpus
from seoaudit.keyphrases.document import Document
from seoaudit.keyphrases.terms import CONTENT, Term, key_set

FEATURES = (
    "log_first", "hapax", "partly_generic", "generic", "entity", "place", "standalone", "single_noun", "participle",
    "three_words", "other_preposition", "inside", "rarity", "title", "title_word", "near_title", "near_text", "yake",
)  # fmt: skip
# YAKE's score of what it does not list; its logarithm over four decades is brought to 0..1.
_UNLISTED, _LEAST, _DECADES = 1.0, 1e-4, 4
# The feature that is there only with a corpus, and the share of a site's pages it begins at. On five sites of guides
# and blogs with 276 articles, phrases on fewer pages were what the site is about; above came "données", "utiliser",
# "intégrer la liste de diffusion".
SITE_WIDE = "site_wide"
_HABIT = 0.25


def inside_counts(candidates: Mapping[tuple[str, ...], Candidate]) -> dict[tuple[str, ...], int]:
    """For each phrase, the occurrences of the most frequent longer one that holds it."""
    out: dict[tuple[str, ...], int] = {}
    for keys, candidate in candidates.items():
        for n in range(1, len(keys)):
            for i in range(len(keys) - n + 1):
                part = keys[i : i + n]
                if part in candidates:
                    out[part] = max(out.get(part, 0), len(candidate.spans))
    return out


def describe_all(
    document: Document, yake: Mapping[str, float], corpus: Corpus | None = None
) -> dict[tuple[str, ...], dict[str, float]]:
    """Return the FEATURES of each candidate of a document, and SITE_WIDE where there is a corpus; see `describe`."""
    inside = inside_counts(document.candidates)
    title_keys = frozenset(t.key for t in document.terms if t.paragraph < 0 and t.tag in CONTENT)
    closeness = describe_closeness(document)
    return {
        k: describe(c, document.terms, inside.get(k, 0), yake, title_keys)
        | closeness[k]
        | _on_site(c, document.terms, corpus)
        for k, c in document.candidates.items()
    }


def _on_site(candidate: Candidate, terms: Sequence[Term], corpus: Corpus | None) -> dict[str, float]:
    """Return how far the share of a site's pages that hold a candidate exceeds a quarter: 1 where all do."""
    if corpus is None:
        return {}
    a, b = candidate.spans[0]
    share = corpus.share(" ".join(t.text for t in terms[a:b]))
    return {SITE_WIDE: max(0.0, share - _HABIT) / (1 - _HABIT)}


def describe(
    candidate: Candidate, terms: Sequence[Term], inside: int, yake: Mapping[str, float], title_keys: frozenset[str]
) -> dict[str, float]:
    """Return the FEATURES of a candidate but those of `closeness`, each by name, 0 to 1 unless said otherwise.

    Args:
        candidate: the phrase and its places.
        terms: the document's terms.
        inside: occurrences of the most frequent longer phrase that holds it.
        yake: YAKE's scores by phrase in lower case.
        title_keys: keys of the title's content words.

    Returns:
        log_first: how late it first occurs, on a logarithmic scale; hapax: whether it occurs once; partly_generic,
        generic: whether some, all of its words say little by themselves; entity, place: what the tagger takes it for;
        standalone: share of its places where it is no part of a longer group; single_noun, participle, three_words,
        other_preposition: its form; inside: how often it occurs in one longer phrase, by its own occurrences (may
        exceed 1); rarity: of its commonest word; title: whether the title holds it; title_word: whether it has several
        words and the title holds one of them, not the phrase; yake: log10 of YAKE's score / 4 + 1.
    """
    first, last = candidate.spans[0]
    own = terms[first:last]
    content = [t for t in own if t.tag in CONTENT]
    count = len(candidate.spans)
    empty = key_set("shell_nouns", "time_words", "generic_adjectives")
    titled = any(terms[a].paragraph < 0 for a, _ in candidate.spans)
    generic = [t.tag == "C" or t.key in empty for t in content]
    surface = " ".join(t.text.lower() for t in own).removesuffix(
        "'"
    )  # YAKE reads "MaPrimeRénov'" without its apostrophe
    tags = "".join(t.tag for t in own)
    raw = min(_UNLISTED, max(_LEAST, yake.get(surface, yake.get(content[0].text.lower(), _UNLISTED))))
    return {
        "log_first": math.log(1 + first) / math.log(1 + max(1, len(terms))),
        "hapax": float(count == 1),
        "partly_generic": float(any(generic)),
        "generic": float(all(generic)),
        "entity": float(any(t.entity for t in content)),
        "place": float(content[0].entity == "LOC"),
        "standalone": sum(_stands_alone(terms, a, b) for a, b in candidate.spans) / count,
        "single_noun": float(tags == "N"),
        "participle": float("V" in tags),
        "three_words": float(len(content) >= 3),
        "other_preposition": float(
            any(terms[i].tag == "a" and not makes_compound(terms, i) for i in range(first, last))
        ),
        "inside": inside / count,
        "rarity": min(rarity(t.text) for t in content),
        "title": float(titled),
        "title_word": float(not titled and len(content) > 1 and any(t.key in title_keys for t in content)),
        "yake": 1 + math.log10(raw) / _DECADES,
    }


def _stands_alone(terms: Sequence[Term], a: int, b: int) -> bool:
    """Whether a span is no part of a longer noun group."""
    left = a > 0 and terms[a - 1].sentence == terms[a].sentence and terms[a - 1].tag in "NP"
    right = b < len(terms) and terms[b].sentence == terms[a].sentence and terms[b].tag in "NPAd"
    return not left and not right
