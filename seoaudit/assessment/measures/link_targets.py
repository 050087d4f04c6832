"""Where the links lead: within the site or out of it, to nothing, to a workshop, or to a place that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from seoaudit.article.model import BlockKind, Link
from seoaudit.assessment.context import Context
from seoaudit.assessment.registry import Place, Value, absent, measure
from seoaudit.structure.table_of_contents import anchor_of

# Below this many words a text may well do without links (Yoast SEO's length of a full article).
FEWEST_WORDS = 300
_SCHEME = re.compile(r"(?i)([a-z][a-z0-9+.-]*):")
# What template languages leave to be filled in is no address yet.
_TEMPLATE = re.compile(r"[{}<>$\[\]]|%%|\(\(")
_BROKEN_SCHEME = re.compile(
    r"(?i)(?:h?ttps?|https?s|htt?p?s?):(?!//)\S|(?:htp|htps|hhttps?|httpp|ttps?)://|https?;//|https?//"
)
_TWICE = re.compile(r"(?i)https?://https?:?//")
# A host typed without its scheme is read as a page of the own site.
_BARE_HOST = re.compile(
    r"(?i)(?:www\.[^/\s]+\.[a-z]{2,}|[a-z0-9-]+\.(?:com|fr|org|net|eu|be|ch|gouv\.fr))(?:[/?#]\S*)?"
)
_BARE_MAIL = re.compile(r"(?i)[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_MAIL = re.compile(r"(?i)mailto:(?:\?\S+|[^@\s]+@[^@\s]+\.[^@\s]+)")
_LOCAL_HOST = re.compile(
    r"(?i)(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|.+\.local|.+\.localhost)"
)
_WORKSHOP = re.compile(r"(?i)[?&]preview=true\b|/wp-admin/|/wp-login\.php")
_TEST_HOST = re.compile(r"(?i)(?:dev|preprod|pre-prod|staging|recette|preview|test)\d?[.-]")
_DISK = re.compile(r"(?i)file:|[a-z]:[\\/]")
_TRACKING = re.compile(r"(?i)[?&]utm_(?:source|medium|campaign|term|content)=")
_ANCHOR = re.compile(r"""(?i)\b(?:id|name)\s*=\s*["']?([^\s"'>]+)|\{[^{}\n]*#([\w:.-]+)[^{}\n]*\}""")
_COUNTED = re.compile(r"[-_]\d+$")


class Target(NamedTuple):
    """A link of the article.

    Attributes:
        link: its text and target.
        place: where its text stands in the source.
        kind: "page" (into the page), "internal", "external", "unknown" (complete, but the site's own name is not
            known) or "other" (mail, telephone, script).
        contents: whether it stands in a table of contents.
    """

    link: Link
    place: Place
    kind: str
    contents: bool


def site_of(context: Context) -> str:
    """Return the host that the page belongs to, as its canonical address or Open Graph says; "" where neither does."""
    meta = context.article.meta
    for address in (meta.canonical, meta.named.get("og:url")):
        host = _host(address or "")
        if host:
            return host
    return ""


def targets(context: Context) -> tuple[Target, ...]:
    """Return the links of the article, in order."""
    return context.made(_targets)


def _targets(context: Context) -> tuple[Target, ...]:
    site = site_of(context)
    return tuple(
        Target(
            link,
            Place(*block.source_map.to_source(link.start, link.end)),
            kind_of(link.target, site),
            block.kind is BlockKind.CONTENTS,
        )
        for block in context.article.blocks
        for link in block.links
    )


def kind_of(target: str, site: str) -> str:
    """Return what a target is, as `Target.kind` says."""
    target = target.strip()
    if target.startswith("#"):
        return "page"
    scheme = _SCHEME.match(target)
    if not target.startswith("//") and (scheme is None or scheme[1].lower() not in {"http", "https"}):
        return "other" if scheme else "internal"
    host = _host(target)
    return "unknown" if not site else "internal" if host == site or host.endswith(f".{site}") else "external"


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _linked(context: Context) -> tuple[Target, ...] | Value:
    """Return the links of an article that is long enough to need some, else why there is nothing to judge."""
    if context.article.format == "text":
        return absent("plain_text")
    return targets(context) if context.analysis.word_count >= FEWEST_WORDS else absent("short_for_links")


@measure("internal_links")
def internal_links(context: Context) -> Value:
    """Links to other pages of the same site; from 300 words on, and where the site's own address is known."""
    found = _linked(context)
    if isinstance(found, Value):
        return found
    kinds = [t.kind for t in found]
    if "internal" not in kinds and "unknown" in kinds:
        return absent("unknown_site")
    return Value(kinds.count("internal"))


@measure("external_links")
def external_links(context: Context) -> Value:
    """Links to other sites; from 300 words on. Where the site's own address is not known every complete one counts."""
    found = _linked(context)
    return found if isinstance(found, Value) else Value(sum(t.kind in {"external", "unknown"} for t in found))


def _bad(found: Sequence[Target], bad: Sequence[Target]) -> Value:
    """Return how many links are at fault; absent where there is no link at all."""
    if not found:
        return absent("no_links")
    first = bad[0].link.target if bad else ""
    return Value(len(bad), tuple(t.place for t in bad), {"first": first, "links": len(found)})


@measure("nofollow_internal", facts=("first", "links"))
def nofollow_internal(context: Context) -> Value:
    """Links to the same site that search engines are told not to follow (`rel="nofollow"`)."""
    found = [t for t in targets(context) if t.kind == "internal"]
    return _bad(found, [t for t in found if "nofollow" in t.link.rel.lower().split()])


@measure("malformed_targets", facts=("first", "links"))
def malformed_targets(context: Context) -> Value:
    """Links that cannot work: no target, a broken or doubled scheme, none before "www.", a wrong "mailto:"."""
    found = targets(context)
    return _bad(found, [t for t in found if _is_malformed(t.link.target.strip())])


def _is_malformed(target: str) -> bool:
    if not target or target.lower().startswith("javascript:"):
        return True
    if _TEMPLATE.search(target):
        return False
    if target.lower().startswith("mailto:"):
        return _MAIL.fullmatch(unquote(target)) is None
    if target.lower().startswith("tel:"):
        return not any(map(str.isdigit, target))
    return bool(
        _BROKEN_SCHEME.match(target)
        or _TWICE.match(target)
        or _BARE_HOST.fullmatch(target)
        or _BARE_MAIL.fullmatch(target)
    )


@measure("workshop_links", facts=("first", "links"))
def workshop_links(context: Context) -> Value:
    """Links that work only where the article was written: a local machine, a file of the disk, a preview."""
    found = targets(context)
    technical = any(b.kind is BlockKind.CODE or b.code for b in context.article.blocks)
    site = site_of(context)
    return _bad(found, [t for t in found if _is_workshop(t.link.target.strip(), site, technical=technical)])


def _is_workshop(target: str, site: str, *, technical: bool) -> bool:
    host = _host(target)
    if _LOCAL_HOST.fullmatch(host):
        return not technical  # a tutorial may well lead to the reader's own machine
    tested = bool(site) and host.endswith(f".{site}") and _TEST_HOST.match(host) is not None
    return tested or bool(_WORKSHOP.search(target)) or (bool(_DISK.match(target)) and not technical)


@measure("tracked_internal", facts=("first", "links"))
def tracked_internal(context: Context) -> Value:
    """Links to the same site with campaign parameters (`utm_…`), which begin a new visit in the statistics."""
    found = [t for t in targets(context) if t.kind == "internal"]
    return _bad(found, [t for t in found if _TRACKING.search(t.link.target)])


@measure("broken_fragments", facts=("first", "links"))
def broken_fragments(context: Context) -> Value:
    """Links into the page that lead nowhere; of a whole page or a Markdown text with headings.

    Tools name the anchors of headings differently: accents, capitals and punctuation make no difference here.
    """
    known = _anchors(context)
    if known is None:
        return absent("anchors_unknown")
    found = [t for t in targets(context) if t.kind == "page" and t.link.target not in {"#", "#top", "#haut"}]
    return _bad(found, [t for t in found if not _leads(t.link.target[1:], known)])


def _anchors(context: Context) -> frozenset[str] | None:
    head = context.article.meta.head
    if head is not None:
        return head.ids
    if context.article.format != "markdown" or not context.article.headings:
        return None
    return frozenset(_of_markdown(context))


def _of_markdown(context: Context) -> Iterator[str]:
    for block in context.article.headings:
        yield _letters(block.text)
    for found in _ANCHOR.finditer(context.article.source):
        name = found[1] or found[2]
        yield from (name, _letters(name))


def _leads(fragment: str, known: frozenset[str]) -> bool:
    plain = unquote(fragment)
    if fragment in known or plain in known or plain.startswith(("fn", ":~:")):
        return True
    return _letters(plain) in known or _letters(_COUNTED.sub("", plain)) in known


def _letters(text: str) -> str:
    """Return what all ways of making an anchor of a heading have in common: its plain letters and digits."""
    return anchor_of(text).replace("-", "")
