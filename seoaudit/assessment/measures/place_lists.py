"""Lists of place names set there to be found by, not to be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from seoaudit.assessment.context import Context
from seoaudit.assessment.registry import Place, Value, absent, measure
from seoaudit.french.analysis import AnalysedBlock
from seoaudit.french.words import count_words

# A news text may well name six towns in a row.
SHORTEST_LIST = 8
LONGEST_ITEM = 6
_ITEM = re.compile(r"[^,;|•/()\n]+")
_CAPITAL = re.compile(r"[A-ZÀ-Ý](?<!\w.)[\w'-]+")
_STOP = re.compile(r"[.!?]\s")
# One who lists towns to sell there speaks of himself or to the customer.
_OFFER = re.compile(r"(?i)(?<!\w)(?:nous|notre|nos|votre|vos)(?!\w)")
# Share of the items that must be places, as far as the parse tells: in lists it often does not.
_LEAST_PLACES = 0.5


@measure("place_lists", french_only=True, facts=("first", "last", "longest"))
def place_lists(context: Context) -> Value:
    """Lists of eight or more place names that offer a service.

    That is one town under its numbers, one trade in every item, or towns in a sentence that speaks as "we" or to "you".
    Lists in a report (departments under an alert, member states) are none.
    """
    if not context.analysis.blocks:
        return absent("no_text")
    found = [(b, run) for b in context.analysis.blocks for run in _runs(b) if _offers(b, run)]
    places = tuple(Place(*b.to_source(run[0].start(), run[-1].end())) for b, run in found)
    longest = max((len(run) for _, run in found), default=0)
    first = found[0][1][0].group().strip() if found else ""
    last = found[0][1][-1].group().strip(" .") if found else ""
    return Value(len(found), places, {"longest": longest, "first": first, "last": last})


def _runs(block: AnalysedBlock) -> list[list[re.Match[str]]]:
    """Return the runs of short items with a capital, most of them places."""
    items = list(_ITEM.finditer(block.parsed.text))
    if len(items) < SHORTEST_LIST or len(_CAPITAL.findall(block.parsed.text)) < SHORTEST_LIST:
        return []
    runs = [list(group) for named, group in groupby(items, key=lambda i: _names(i.group())) if named]
    return [run for run in runs if len(run) >= SHORTEST_LIST]


def _names(item: str) -> bool:
    return bool(_CAPITAL.search(item)) and not _STOP.search(item) and count_words(item) <= LONGEST_ITEM


def _offers(block: AnalysedBlock, run: Sequence[re.Match[str]]) -> bool:
    """Whether a run of items is there for the sake of the names."""
    heads = Counter(word for item in run for word in set(re.findall(r"[^\W\d_]{3,}", item.group().lower())))
    if heads and heads.most_common(1)[0][1] >= SHORTEST_LIST:
        return _mostly_places(block, run)
    start, end = run[0].start(), run[-1].end()
    sentences = [s for s in block.parsed.sentences if s.start < end and s.end > start]
    spoken = any(_OFFER.search(block.parsed.text[s.start : s.end]) for s in sentences)
    return spoken and _mostly_places(block, run)


def _mostly_places(block: AnalysedBlock, run: Sequence[re.Match[str]]) -> bool:
    spans = [(t.start, t.end) for t in block.parsed.tokens if t.entity == "LOC"]
    named = sum(any(a < item.end() and b > item.start() for a, b in spans) for item in run)
    return named >= _LEAST_PLACES * len(run)
