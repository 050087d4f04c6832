"""Chooses among the phrases that can stand: how good each is for its section, then one for each section."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from seoaudit.french.parse import Parsed
from seoaudit.structure.heading_description import Phrases, describe_article
from seoaudit.structure.heading_features import expected_overlap
from seoaudit.structure.heading_forms import forms
from seoaudit.structure.heading_lexicon import content_words, families_of, fold
from seoaudit.structure.heading_phrase import Form, headline, without_article
from seoaudit.structure.heading_subject import load_weights
from seoaudit.structure.heading_trees import Trees, read_trees

# What the overlap that a phrase can expect with an editor's heading adds to the grade that readers would give it. Up to
# this weight nothing is lost by readers' grades: the two learn from different people.
WEIGHT_OF_OVERLAP = 0.4
# Candidates kept for each section: enough for three that differ after duplicates are taken away.
KEPT = 24
# How far below the threshold the one heading of an article may be that would have none.
LENIENCE = 0.1
# What a heading may lose in score to be like the others of the article, or to bear its key phrase.
COST_OF_LIKENESS, COST_OF_KEYPHRASE = 0.06, 0.12
# Headings that bear the key phrase: one or two are enough.
MOST_KEYPHRASES = 2
# In the alternatives, what a phrase adds to those before it counts three times as much as its own score.
WEIGHT_OF_SCORE = 0.35
# Share of sentences that speak to the reader from which a verb phrase may head a section: "Rétablir le courant" over
# news sounds like advice. Below it readers grade verb phrases no better than what takes their place (2 or 3 in .59 and
# .57 of 92 pairs; above it .71 and .52 of 820), and in news and notices worse.
LEAST_ADDRESSED = 0.05
_ADDRESS = re.compile(
    r"\b(?:vous|votre|vos|tu|ton|ta|tes|on peut|il faut|il suffit|permet(?:tent)? de|nous allons|pouvez|devez)\b",
    re.IGNORECASE,
)
_VERBAL = frozenset({"infinitive", "imperative", "indirect_question"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase with its place in the section and its score (0 to 1).

    Two headings with one `key` are the same: it has their letters, whatever the article, the case and the accents.
    """

    form: Form
    paragraph: int
    score: float
    stems: tuple[tuple[str, float], ...]
    key: str

    @property
    def verbal(self) -> bool:
        """Whether it is a verb phrase, not a noun group."""
        return self.form.construction in _VERBAL

    def bears(self, families: frozenset[str]) -> bool:
        """Whether it holds a word of each of these families."""
        return families.issubset(self.form.families)

    def within(self, families: frozenset[str]) -> bool:
        """Whether its one word is of these families: "Le sac" in an article on a bag names the whole, not a section."""
        return len(self.form.families) == 1 and self.form.families[0] in families


def choose(
    sections: Sequence[Sequence[Parsed]],
    top: int,
    *,
    title: str = "",
    keyphrase: str | None = None,
) -> list[list[Candidate]]:
    """Return the candidates chosen for each section, best first; see `headings.propose`."""
    if top < 1:
        return [[] for _ in sections]
    pools = rank(sections, title=title)
    said = families_of(title)
    if said:
        # A heading that says what the title says tells nothing of its section.
        pools = [[c for c in pool if not c.bears(said)] for pool in pools]
    threshold = float(load_weights()["choice"]["least"])
    advises = _addressed(sections) >= LEAST_ADDRESSED
    firsts = [
        [
            c
            for c in pool
            if not c.form.vague
            and c.score >= threshold
            and _heads(c, section)
            and not c.within(said)
            and (advises or not c.verbal)
        ]
        for pool, section in zip(pools, sections, strict=True)
    ]
    best = _assign(firsts if any(firsts) else _surest(pools, threshold - LENIENCE))
    _make_alike(best, firsts)
    _bear(best, firsts, families_of(keyphrase or ""))
    taken = {c.key for c in best if c}
    return [[b, *_alternatives(b, pool, taken, top - 1)] if b else [] for b, pool in zip(best, pools, strict=True)]


def rank(sections: Sequence[Sequence[Parsed]], *, title: str = "") -> list[list[Candidate]]:
    """Return each section's candidates, best first."""
    parts = [[forms(p) for p in section] for section in sections]
    described = describe_article(parts, load_weights(), title=families_of(title), title_words=content_words(title))
    return [_ranked(phrases, _trees()) for phrases in described]


@cache
def _trees() -> Trees:
    return read_trees(load_weights()["choice"])


def _ranked(phrases: Phrases, trees: Trees) -> list[Candidate]:
    if not phrases.forms:
        return []
    found = []
    for form, paragraph, score in zip(phrases.forms, phrases.paragraphs, trees.predict(phrases.rows), strict=True):
        stems = tuple((k, phrases.subject.get(k, 0.0)) for k in form.families)
        likely = float(score) + WEIGHT_OF_OVERLAP * expected_overlap(form.families, phrases.subject)
        found.append(Candidate(form, paragraph, min(1.0, max(0.0, likely)), stems, _key(form)))
    printed: dict[str, Candidate] = {}
    for c in sorted(found, key=lambda c: (-c.score, c.paragraph, c.form.first)):
        printed.setdefault(c.key, c)
    return list(printed.values())[:KEPT]


def _key(form: Form) -> str:
    return fold(without_article(headline(form)))


def _addressed(sections: Sequence[Sequence[Parsed]]) -> float:
    """Return the share of an article's sentences that speak to its reader or say what to do."""
    sentences = [p.text[s.start : s.end] for section in sections for p in section for s in p.sentences]
    return sum(_ADDRESS.search(s) is not None for s in sentences) / max(1, len(sentences))


def _heads(candidate: Candidate, section: Sequence[Parsed]) -> bool:
    """Whether a sentence can stand over its section: neither what that opens with nor one of several questions."""
    form = candidate.form
    if form.construction not in {"statement", "question"}:
        return True
    if candidate.paragraph == 0 and form.first == section[0].sentences[0].first:
        return False
    asked = sum(p.tokens[s.last - 1].text == "?" for p in section for s in p.sentences)
    return form.construction == "statement" or asked == 1


def _surest(pools: Sequence[Sequence[Candidate]], threshold: float) -> list[list[Candidate]]:
    """Return the one best candidate of an article in which none is sure enough, in its section's place."""
    able = [(c.score, -i, c) for i, pool in enumerate(pools) for c in pool if not c.form.vague and c.score >= threshold]
    out: list[list[Candidate]] = [[] for _ in pools]
    if able:
        _, place, best = max(able, key=lambda a: a[:2])
        out[-place] = [best]
    return out


def _assign(pools: Sequence[Sequence[Candidate]]) -> list[Candidate | None]:
    """Return one candidate for each section, the surest first, no text twice."""
    out: list[Candidate | None] = [None] * len(pools)
    used: set[str] = set()
    for i in sorted(range(len(pools)), key=lambda i: (-pools[i][0].score if pools[i] else 0.0, i)):
        best = next((c for c in pools[i] if c.key not in used), None)
        if best is not None:
            out[i] = best
            used.add(best.key)
    return out


def _exchange(
    best: list[Candidate | None],
    i: int,
    pool: Sequence[Candidate],
    wanted: Callable[[Candidate], bool],
    cost: float,
) -> bool:
    """Put the best wanted candidate of the pool in place `i`, if there is one that costs no more; say whether."""
    now = best[i]
    used = {c.key for c in best if c}
    other = next((c for c in pool if wanted(c) and c.key not in used), None)
    if now is None or other is None or now.score - other.score > cost:
        return False
    best[i] = other
    return True


def _make_alike(best: list[Candidate | None], pools: Sequence[Sequence[Candidate]]) -> None:
    """Bring the headings of an article to one kind, verb phrases or noun groups, where it costs little."""
    kinds = [c.verbal for c in best if c]
    verbal = sum(kinds) * 2 > len(kinds)
    for i, now in enumerate(best):
        if now is not None and now.verbal != verbal and now.form.construction != "question":
            _exchange(best, i, pools[i], lambda c: c.verbal == verbal, COST_OF_LIKENESS)


def _bear(best: list[Candidate | None], pools: Sequence[Sequence[Candidate]], keyphrase: frozenset[str]) -> None:
    """Have one or two headings bear the key phrase, where the text does and it costs little."""
    if not keyphrase:
        return
    count = sum(1 for c in best if c and c.bears(keyphrase))
    for i, now in enumerate(best):
        if count >= MOST_KEYPHRASES:
            return
        if now is not None and not now.bears(keyphrase):
            count += _exchange(best, i, pools[i], lambda c: c.bears(keyphrase), COST_OF_KEYPHRASE)


def _alternatives(best: Candidate, pool: Sequence[Candidate], taken: set[str], wanted: int) -> list[Candidate]:
    """Return further candidates, each adding to what the others say."""
    out = [best]
    while len(out) <= wanted:
        said = [set(c.form.families) for c in out]
        covered = set().union(*said)
        gains: list[tuple[float, int, int, Candidate]] = []
        for c in pool:
            if c.key in taken or any(s.issuperset(c.form.families) for s in said):
                continue
            missed = 1.0
            for k, p in c.stems:
                missed *= 1 - p * (k not in covered)
            gains.append((c.score * WEIGHT_OF_SCORE + 1 - missed, -c.paragraph, -c.form.first, c))
        if not gains:
            break
        out.append(max(gains, key=lambda g: g[:3])[3])
    return out[1:]
