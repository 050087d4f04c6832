"""What a whole page tells browsers and search engines beside its text: language, address, robots, other languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from urllib.parse import urlsplit

from seoaudit.article.head import Head, Mark
from seoaudit.assessment.context import Context
from seoaudit.assessment.registry import Compute, Place, Value, absent, measure

# BCP 47 as pages use it: language, script, region; what Google reads in hreflang.
_LANGUAGE = re.compile(r"(?i)[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-[a-z0-9]{5,8})*")
_HREFLANG = re.compile(r"(?i)(?:x-default|[a-z]{2}(?:-[a-z]{4})?(?:-[a-z]{2})?)")
# Codes that are written for others: countries for languages, and regions that do not exist.
_WRONG_LANGUAGES = frozenset({"jp", "cn", "dk", "cz", "gr", "ua", "us", "gb", "eu"})
_WRONG_REGIONS = frozenset({"uk", "en", "eu", "la"})
_BARS_INDEX = frozenset({"noindex", "none"})
_BARS_SNIPPET = frozenset({"nosnippet", "max-snippet:0"})


def on_page(compute: Callable[[Context, Head], Value]) -> Compute:
    """Make a measure of the head absent where the source is no whole page."""

    @wraps(compute)
    def checked(context: Context) -> Value:
        head = context.article.meta.head
        return absent("no_whole_page") if head is None else compute(context, head)

    return checked


def places(marks: list[Mark] | tuple[Mark, ...]) -> tuple[Place, ...]:
    """Return where tags stand."""
    return tuple(Place(m.start, m.end) for m in marks)


@measure("page_language_missing", high=1)
@on_page
def page_language_missing(_: Context, head: Head) -> Value:
    """Whether a whole page does not say its language (`<html lang>`): 0 or 1."""
    return Value(int(head.language is None))


@measure("page_language_wrong", high=1, facts=("declared", "found"))
@on_page
def page_language_wrong(context: Context, head: Head) -> Value:
    """Whether the language that a page declares is no language code, or another than its text's: 0 or 1."""
    if head.language is None:
        return absent("no_page_language")
    said, found = head.language.text, context.language
    wrong = _LANGUAGE.fullmatch(said) is None or (bool(found) and said[:2].lower() != found[:2])
    return Value(int(wrong), places([head.language]) if wrong else (), {"declared": said, "found": found or "?"})


@measure("canonical_missing", high=1)
@on_page
def canonical_missing(_: Context, head: Head) -> Value:
    """Whether a whole page names no canonical address: 0 or 1."""
    return Value(int(not head.canonicals))


@measure("canonical_faults", facts=("first",))
@on_page
def canonical_faults(_: Context, head: Head) -> Value:
    """Canonical addresses that search engines may pass over: relative, with a fragment, empty, or several ones."""
    if not head.canonicals:
        return absent("no_canonical")
    distinct = {m.text for m in head.canonicals}
    bad = [m for n, m in enumerate(head.canonicals) if not _is_address(m.text) or (n and len(distinct) > 1)]
    return Value(len(bad), places(bad), {"first": bad[0].text if bad else ""})


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.fragment


def _directives(mark: Mark) -> set[str]:
    return {d.strip().lower().replace(" ", "") for d in mark.text.split(",")}


@measure("index_barred", high=1, facts=("first",))
@on_page
def index_barred(_: Context, head: Head) -> Value:
    """Whether the page asks search engines to leave it out (`noindex`): 0 or 1."""
    bad = [m for m in head.robots if _directives(m) & _BARS_INDEX]
    return Value(int(bool(bad)), places(bad), {"first": bad[0].text if bad else ""})


@measure("snippet_barred", high=1, facts=("first",))
@on_page
def snippet_barred(_: Context, head: Head) -> Value:
    """Whether the page forbids any text under its search result (`nosnippet`, `max-snippet:0`): 0 or 1."""
    bad = [m for m in head.robots if _directives(m) & _BARS_SNIPPET]
    return Value(int(bool(bad)), places(bad), {"first": bad[0].text if bad else ""})


@measure("doubled_tags", facts=("listed",))
@on_page
def doubled_tags(_: Context, head: Head) -> Value:
    """Titles and descriptions of the page after the first of each: which one is read is not certain."""
    again = [*head.titles[1:], *head.descriptions[1:]]
    names = (("title", len(head.titles)), ("description", len(head.descriptions)))
    return Value(len(again), places(again), {"listed": ", ".join(f"{name} ({n})" for name, n in names if n > 1)})


@measure("hreflang_faults", facts=("first",))
@on_page
def hreflang_faults(_: Context, head: Head) -> Value:
    """Versions in other languages that Google cannot read: a wrong code, a relative address, a code given twice."""
    if not head.alternates:
        return absent("no_alternates")
    seen: dict[str, str] = {}
    bad = []
    for code, target in head.alternates:
        doubled = seen.setdefault(code.lower(), target.text) != target.text
        if doubled or not _is_hreflang(code) or not _is_address(target.text):
            bad.append((code, target))
    return Value(len(bad), places([m for _, m in bad]), {"first": bad[0][0] if bad else ""})


def _is_hreflang(code: str) -> bool:
    if _HREFLANG.fullmatch(code) is None:
        return False
    language, *rest = code.lower().split("-")
    region = rest[-1] if rest and len(rest[-1]) == 2 else ""
    return language not in _WRONG_LANGUAGES and region not in _WRONG_REGIONS


@measure("hreflang_self_missing", high=1)
@on_page
def hreflang_self_missing(_: Context, head: Head) -> Value:
    """Whether a page with versions in other languages does not name itself among them: 0 or 1."""
    if not head.alternates or not head.canonicals:
        return absent("no_alternates")
    own = head.canonicals[0].text.rstrip("/")
    missing = all(target.text.rstrip("/") != own for _, target in head.alternates)
    return Value(int(missing), places([head.alternates[0].target]) if missing else ())


@measure("keywords_tag", high=1)
@on_page
def keywords_tag(_: Context, head: Head) -> Value:
    """Whether the page has the `keywords` tag, which Google does not read: 0 or 1."""
    found = head.first("keywords")
    return Value(int(found is not None), places([found]) if found else ())
