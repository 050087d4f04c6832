"""Counts the phrases of a folder of articles, one article at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from seoaudit.article.model import Article
from seoaudit.article.read import read_path
from seoaudit.errors import CorpusError, SeoAuditError
from seoaudit.keyphrases.corpus.counting import SpillingCounter
from seoaudit.keyphrases.corpus.phrases import phrases_of
from seoaudit.keyphrases.corpus.table import Corpus, NamedArticle

# A phrase is kept from this share of the documents on, and from two: below, a count says no more than "rare", and by
# Zipf's law most of the table would be such phrases.
_LEAST_SHARE = 1 / 1000
_LEAST_DOCUMENTS = 2


def build_corpus(
    paths: Iterable[Path],
    folder: Path,
    *,
    failed: Callable[[SeoAuditError], None],
    progress: Callable[[int], None] = lambda _: None,
) -> Corpus:
    """Return how many of the articles hold each phrase of theirs; the same whatever the order of the paths.

    Memory stays the same however many articles there are, but for the phrases that are kept in the end and the
    keyphrases that articles name.

    Args:
        paths: the articles' files.
        folder: their common folder; articles are named from there.
        failed: told of each article that cannot be read; the others go on.
        progress: told after each article how many have been seen.

    Raises:
        CorpusError: no article could be read.
    """
    documents = 0
    named: list[NamedArticle] = []
    with SpillingCounter() as counter:
        for seen, path in enumerate(paths, start=1):
            # A file name that is no Unicode can be in no JSON file.
            name = path.relative_to(folder).as_posix().encode("utf-8", "replace").decode("utf-8")
            try:
                article = read_path(path, name=name)
            except SeoAuditError as error:
                failed(error)
            else:
                documents += 1
                counter.add(phrases_of(_texts(article)))
                if article.meta.keyphrase and article.meta.keyphrase.strip():
                    named.append(NamedArticle(name, article.meta.keyphrase.strip(), _title(article)))
            progress(seen)
        if not documents:
            raise CorpusError(f"Aucun article du dossier « {folder} » n’a pu être lu : corrigez-les, puis recommencez.")
        least = max(_LEAST_DOCUMENTS, -(-documents // round(1 / _LEAST_SHARE)))
        terms: dict[str, int] = {}
        pruned = 0
        for phrase, n in counter.totals():
            if n >= least:
                terms[phrase] = n
            else:
                pruned += 1
    return Corpus(documents, least, terms, pruned, tuple(sorted(named)))


def _texts(article: Article) -> Iterable[str]:
    """Return what a reader of the page reads: title, headings and prose."""
    return (article.meta.title or "", *(b.text for b in article.headings), *(b.text for b in article.prose))


def _title(article: Article) -> str:
    return article.meta.title or next((b.text for b in article.headings if b.level == 1), "")
