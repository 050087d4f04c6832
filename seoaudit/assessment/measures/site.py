"""What the rest of the site makes of an article: whether others are written for its keyphrase."""

from __future__ import annotations

from pathlib import PurePath

from seoaudit.assessment.context import Context
from seoaudit.assessment.registry import Value, absent, measure
from seoaudit.keyphrases.corpus.table import NamedArticle

SHOWN = 3


@measure("keyphrase_elsewhere", facts=("first", "listed"), needs=("keyphrase", "corpus"), reads=("title", "slug"))
def keyphrase_elsewhere(context: Context) -> Value:
    """Other articles of the site that name the keyphrase, or an inflected form of it, as their own.

    The article itself, which stands in the site's table too, is known by its file, its title or its slug.
    """
    corpus = context.corpus
    if corpus is None or not corpus.articles:
        return absent("no_site_keyphrases")
    others = [a for a in corpus.articles_on(context.settings.keyphrase or "") if not _is_itself(a, context)]
    shown = [a.name for a in others]
    return Value(len(others), facts={"first": shown[0] if shown else "", "listed": ", ".join(shown[:SHOWN])})


def _is_itself(article: NamedArticle, context: Context) -> bool:
    """Whether an article of the site is the one under audit; where both have a file, either may be named from below."""
    path, own = PurePath(article.name), context.article.name
    known = (context.page_title, context.article.meta.title)
    if article.title and any(_alike(article.title, t) for t in known if t):
        return True
    if own in {"", "-"}:
        return bool(context.settings.slug) and context.settings.slug == _slug(path)
    mine = PurePath(own).parts
    n = min(len(mine), len(path.parts))
    return mine[-n:] == path.parts[-n:]


def _alike(a: str, b: str) -> bool:
    return " ".join(a.split()).casefold() == " ".join(b.split()).casefold()


def _slug(path: PurePath) -> str:
    """Return the last segment of the address that a file is likely to have."""
    return path.parent.name if path.stem == "index" else path.stem
