"""The words that are a section's own: what stands in it and in no other, for the one who looks for its heading."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from seoaudit.french.frequency import rarity
from seoaudit.french.parse import Parsed
from seoaudit.structure.claim_base import entry_set, word_set
from seoaudit.structure.gap_articles import noun_key
from seoaudit.structure.gap_groups import weak_nouns
from seoaudit.structure.gap_story import keys_of

SHOWN = 3
SHORTEST = 3  # letters of a word
# What is said once tells less than half of what is said twice; a common word tells less than a rare one, but tells.
ONCE, COMMON = 0.6, 0.35
AT_ONCE = 0.4  # for a word of the first paragraph: it announces more of the section than one of the last
_TITLES = frozenset({"mme", "mlle", "mgr"})
_OF = frozenset({"de", "d'", "du", "des", "au", "aux"})


def own_words(sections: Sequence[Sequence[Parsed]], title: str = "") -> list[tuple[str, ...]]:
    """Return up to three nouns and names of each section that tell it from the others, the most telling first.

    A word counts by how often the section says it and how rare it is in French; divided by the number of sections that
    say it. Words of the title tell the whole article and no section.

    Args:
        sections: the paragraphs of each section.
        title: the article's title, "" for none.
    """
    known = keys_of(title) | weak_nouns() | word_set("time_nouns") | _TITLES
    counted = [_counts(s) for s in sections]
    spread = Counter(key for counts in counted for key in counts)
    out = []
    for section, counts in zip(sections, counted, strict=True):
        opening = _counts(section[:1])
        worth = {
            key: (sum(forms.values()) - ONCE + (AT_ONCE if key in opening else 0.0))
            * (COMMON + rarity(forms.most_common(1)[0][0]))
            / spread[key]
            for key, forms in counts.items()
            if key not in known
        }
        best = sorted(worth, key=lambda key: (-worth[key], key))[:SHOWN]
        out.append(tuple(counts[key].most_common(1)[0][0] for key in best))
    return out


def _counts(parses: Sequence[Parsed]) -> dict[str, Counter[str]]:
    """Return the nouns and names of a section by key, with how often each form of them stands there.

    A noun has something before it that nouns have: the parser takes rare forms of verbs for nouns, too.
    """
    out: dict[str, Counter[str]] = defaultdict(Counter)
    for parsed in parses:
        starts = {s.first for s in parsed.sentences}
        following = [*parsed.tokens[2:], None]
        for i, (before, t) in enumerate(pairwise(parsed.tokens)):
            after = following[i]
            named = t.text[:1].isupper() and before.sentence == t.sentence
            noun = t.pos == "NOUN" and (before.pos in {"DET", "ADJ", "NUM"} or before.text.lower() in _OF)
            surname = after is not None and t.pos == after.pos == "PROPN" and after.text[:1].isupper()
            if (
                surname
                or t.text in entry_set("gap_first_names.txt")
                or (before.text in {"Le", "La"} and i not in starts)
            ):
                continue  # half of a name: "Solène | Gautreau", "Le | Dru"
            if (noun or (named and t.pos == "PROPN")) and len(t.text) >= SHORTEST and t.text.isalpha():
                out[noun_key(t.text)][t.text if named else t.text.lower()] += 1
    return out
