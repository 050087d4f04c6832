"""The corpus of a site: on how many of its pages each word and phrase stands."""

from seoaudit.keyphrases.corpus.build import build_corpus
from seoaudit.keyphrases.corpus.table import Corpus, NamedArticle, load_corpus

__all__ = ["Corpus", "NamedArticle", "build_corpus", "load_corpus"]
