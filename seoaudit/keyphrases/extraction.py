"""Key phrases: noun-phrase candidates with a linear score whose weights stand in `weights.json`."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from seoaudit.errors import SettingsError
from seoaudit.french.parse import Parsed, parse_paragraphs
from seoaudit.keyphrases.candidates import Candidate
from seoaudit.keyphrases.corpus import Corpus, load_corpus
from seoaudit.keyphrases.display import other_names, shown_form
from seoaudit.keyphrases.document import Document, read_document
from seoaudit.keyphrases.features import describe_all
from seoaudit.keyphrases.matching import find_forms
from seoaudit.keyphrases.model import Keyphrase
from seoaudit.keyphrases.statistics import yake_scores

# A phrase inside a better one is shown only when it also occurs often without it.
_OFTEN = 2
# A longer phrase is frequent from so many occurrences on.
_FREQUENT = 3


Keys = tuple[str, ...]
Place = tuple[int, int, int]


def extract_keyphrases(
    text: str, title: str = "", top: int = 10, *, corpus: Corpus | str | Path | None = None
) -> list[Keyphrase]:
    """Return the key phrases of a text, best first.

    Args:
        text: the text, a paragraph a line.
        title: its title, if it has one.
        top: how many at most.
        corpus: the site's table, or its file: what stands on many of the site's pages, such as its name, sinks.

    Raises:
        CorpusError: the table cannot be read.
        ModelError: the French model is missing or of another version.
    """
    paragraphs = [line for line in text.splitlines() if line.strip()]
    table = load_corpus(corpus) if isinstance(corpus, str | Path) else corpus
    curly = text.count("’") > text.count("'")
    return extract(parse_paragraphs(paragraphs), title, top, curly=curly, corpus=table)


def extract(
    parses: Sequence[Parsed],
    title: str | Parsed | None = None,
    top: int = 10,
    *,
    spare: int = 0,
    curly: bool = False,
    corpus: Corpus | None = None,
) -> list[Keyphrase]:
    """Return the key phrases of paragraphs that are parsed already; see `extract_keyphrases`.

    Args:
        parses: the paragraphs.
        title: the title, as text or parsed.
        top: how many at most.
        spare: how many more, after those that the text itself holds: of their places only the first found are given,
            which spares most of the matching.
        curly: whether phrases are shown with ’, as the text writes it, in place of the normalised apostrophe.
        corpus: the site's table, if there is one.
    """
    if isinstance(title, str):
        title = parse_paragraphs([title])[0] if title.strip() else None
    document = read_document(parses, title)
    terms, candidates = document.terms, document.candidates
    if not candidates:
        return []
    weights = _weights()
    features = describe_all(document, yake_scores(document.text), corpus)
    scores = {k: weights["intercept"] + sum(weights[n] * v for n, v in f.items()) for k, f in features.items()}
    words = max(1, sum(t.tag != "." for t in terms if t.paragraph >= 0))
    out: list[Keyphrase] = []
    for keys in choose(candidates, scores, top + spare):
        text = shown_form(candidates[keys], document)
        places = _own_places(candidates[keys], document)
        if not places or sum(k.count > 0 for k in out) < top:
            places = _places(places, text, document)
        count = len(places)
        score = 1 / (1 + math.exp(-scores[keys]))
        shown, *others = (
            name.replace("'", "’") if curly else name for name in (text, *other_names(candidates[keys], document))
        )
        out.append(Keyphrase(shown, score, count, 100 * count / words, features[keys], places, tuple(others)))
    return out


def choose(candidates: Mapping[Keys, Candidate], scores: Mapping[Keys, float], top: int) -> list[Keys]:
    """Return the best candidates by score, the earlier of equals first.

    A phrase within a better one is chosen only if it also stands often without it: "zéro" hardly ever does.
    """
    order = sorted(candidates, key=lambda k: (-scores[k], candidates[k].spans[0][0], k))
    counts = {keys: len(c.spans) for keys, c in candidates.items()}
    chosen: list[Keys] = []
    for keys in order:
        if len(chosen) == top:
            # What turned out to be part of a frequent longer phrase makes room for the next.
            chosen = [k for i, k in enumerate(chosen) if not any(_hidden(k, c, counts) for c in chosen[i + 1 :])]
            if len(chosen) == top:
                break
        if not any(_part(keys, c) and counts[keys] < _OFTEN * counts[c] for c in chosen):
            chosen.append(keys)
    return chosen


def _hidden(short: Keys, long: Keys, counts: Mapping[Keys, int]) -> bool:
    """Whether a phrase that ranks above a frequent longer one hardly stands without it."""
    return counts[long] >= _FREQUENT and counts[short] < _OFTEN * counts[long] and _part(short, long)


def _own_places(candidate: Candidate, document: Document) -> tuple[Place, ...]:
    """Return a candidate's own places in the text: paragraph, start and end in its normalised text."""
    terms = document.terms
    spans = ((terms[a].paragraph, terms[a].start, terms[b - 1].end) for a, b in candidate.spans)
    return tuple(sorted(span for span in spans if span[0] >= 0))


def _places(found: Sequence[Place], text: str, document: Document) -> tuple[Place, ...]:
    """Return where a phrase stands in the text.

    These are the candidate's own places, other names of the same thing among them, and those that matching finds
    besides as the phrase itself or an inflected form: "appels vers le triple zéro" is one of "appels triple zéro".
    """
    own = list(found)
    for n, parsed in enumerate(document.parses):
        own += [
            (n, start, end)
            for start, end in _matches(text, parsed.text)
            if not any(p == n and a < end and start < b for p, a, b in own)
        ]
    return tuple(sorted(own))


def _matches(phrase: str, text: str) -> Sequence[tuple[int, int]]:
    """Return where matching finds a phrase or an inflected form of it; nowhere where it refuses the phrase."""
    try:
        return find_forms(phrase, text)
    except SettingsError:
        return ()


@cache
def _weights() -> dict[str, float]:
    raw = json.loads(files("seoaudit.keyphrases").joinpath("weights.json").read_text(encoding="utf-8"))
    return {k: v for k, v in raw.items() if k != "about"}


def _part(short: Keys, long: Keys) -> bool:
    """Whether a phrase stands within a longer one."""
    n = len(short)
    return n < len(long) and any(long[i : i + n] == short for i in range(len(long) - n + 1))
