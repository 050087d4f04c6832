"""The words of the links: what they say of the pages they lead to."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from seoaudit.assessment.context import Context
from seoaudit.assessment.measures.link_targets import Target, targets
from seoaudit.assessment.measures.overuse import content_keys, is_keyphrase
from seoaudit.assessment.registry import Value, absent, measure
from seoaudit.french.data import read_list
from seoaudit.french.normalise import normalise

# So many links to one page, and more, say the same over and over.
OFTEN = 4
# Fewer links prove no pattern.
FEWEST_LINKS = 3
# Share of the links that may say the same; the index of one subject comes near.
STUFFED_SHARE = 0.6
_SHORTEST = 3


def _links(context: Context) -> list[Target]:
    """Return the links to other pages, those of a table of contents left out."""
    return [t for t in targets(context) if t.kind in {"internal", "external", "unknown"} and not t.contents]


def _counted(found: list[Target], bad: list[Target], **facts: int | str) -> Value:
    if not found:
        return absent("no_links")
    first = bad[0].link.text if bad else ""
    return Value(len(bad), tuple(t.place for t in bad), {"first": first, "links": len(found), **facts})


def _address(target: str) -> str:
    """Return a target without what leads to the same page: scheme, "www.", fragment, final slash."""
    page = target.strip().partition("#")[0]
    for lead in ("https:", "http:", "//", "www."):
        page = page.removeprefix(lead)
    return page.rstrip("/").casefold()


def _said(text: str) -> str:
    return " ".join(normalise(text).text.casefold().split()).strip(" .…!:>»«()[]")


@measure("bare_addresses", facts=("first", "links"))
def bare_addresses(context: Context) -> Value:
    """Links whose text is their own address ("https://…"); the name of a site alone ("service-public.fr") is none."""
    found = _links(context)
    return _counted(found, [t for t in found if t.link.text.strip().lower().startswith(("http://", "https://"))])


@measure("ambiguous_anchors", facts=("first", "links"))
def ambiguous_anchors(context: Context) -> Value:
    """Links with the same words as an earlier one, but to another page; words that say nothing have their own rule."""
    found = _links(context)
    generic = frozenset(read_list("generic_anchors"))
    known: dict[str, str] = {}
    bad = []
    for t in found:
        text, page = _said(t.link.text), _address(t.link.target)
        if len(text) < _SHORTEST or text in generic or not text[0].isalpha() or not page:
            continue
        if known.setdefault(text, page) != page:
            bad.append(t)
    return _counted(found, bad)


@measure("most_links_to_one_page", facts=("first",))
def most_links_to_one_page(context: Context) -> Value:
    """Most links of the article that lead to one and the same page, wherever in it."""
    found = _links(context)
    if not found:
        return absent("no_links")
    by_page: dict[str, list[Target]] = defaultdict(list)
    for t in found:
        if t.link.text.strip() and "#" not in t.link.target:
            by_page[_address(t.link.target)].append(t)
    most = max(by_page.values(), key=len, default=[])
    places = tuple(t.place for t in most) if len(most) >= OFTEN else ()
    return Value(len(most), places, {"first": most[0].link.target if most else ""})


@measure("competing_links", facts=("first", "links"), needs=("keyphrase",), reads=("synonyms",))
def competing_links(context: Context) -> Value:
    """Links to other pages whose words are just the keyphrase or a synonym: they hand the subject to another page."""
    found = _links(context)
    phrases = [k for p in (context.settings.keyphrase or "", *context.settings.synonyms) if (k := content_keys(p))]
    return _counted(found, [t for t in found if content_keys(t.link.text) in phrases])


@measure("stuffed_anchors", facts=("first", "links"), reads=("keyphrase",))
def stuffed_anchors(context: Context) -> Value:
    """Links whose words are the keyphrase, or the same two content words in a row, when three links of five have them.

    Measured from three links to different pages on.
    """
    found = _links(context)
    if len({_address(t.link.target) for t in found}) < FEWEST_LINKS:
        return absent("few_links")
    bearing: dict[tuple[str, ...], list[Target]] = defaultdict(list)
    for t in found:
        keys = content_keys(t.link.text)
        for pair in set(pairwise(keys)):
            bearing[pair].append(t)
        if keys and is_keyphrase(context, keys):
            bearing[()].append(t)
    most = max(bearing.values(), key=len, default=[])
    pages = {_address(t.link.target) for t in most}
    stuffed = len(pages) >= FEWEST_LINKS and len(most) >= STUFFED_SHARE * len(found)
    return _counted(found, most if stuffed else [])
