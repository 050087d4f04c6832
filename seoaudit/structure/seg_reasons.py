"""Why a section begins where it does: the words that come in, the words that end, the cue phrase."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from seoaudit.french.parse import Parsed
from seoaudit.structure.cohesion import NOMINAL, content_stems, content_words
from seoaudit.structure.cues import find_cues

# Families whose phrases an editor would recognise as the beginning of something.
SHOWN_FAMILIES = ("opening", "sequence", "closing", "question", "frame")
MOST_WORDS = 3


def reasons_of(
    parses: Sequence[Parsed], starts: Sequence[int], at: int
) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Return the words that begin, the words that end, and the cue phrase ("" for none) of the break at unit `at`.

    Args:
        parses: the units of the article.
        starts: first unit of every section.
        at: one of `starts`, above 0.
    """
    place = starts.index(at)
    end = starts[place + 1] if place + 1 < len(starts) else len(parses)
    before, after = parses[starts[place - 1] : at], parses[at:end]
    cues = [cue.text for cue in find_cues(parses[at].text) if cue.family in SHOWN_FAMILIES]
    return _only_in(after, before), _only_in(before, after), cues[-1] if cues else ""


def _only_in(these: Sequence[Parsed], those: Sequence[Parsed]) -> tuple[str, ...]:
    """Return the nouns and names of some units that others lack, most repeated first, in their usual spelling."""
    absent = {s for p in those for s in content_stems(p)}
    forms: dict[str, Counter[str]] = {}
    for p in these:
        for t, s in content_words(p):
            if t.pos in NOMINAL and s not in absent:
                forms.setdefault(s, Counter())[t.text if t.pos == "PROPN" else t.text.lower()] += 1
    # Ties keep the order of first mention: sorting is stable.
    ranked = sorted(forms.values(), key=lambda c: -c.total())
    return tuple(c.most_common(1)[0][0] for c in ranked[:MOST_WORDS])
