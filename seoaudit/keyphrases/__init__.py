"""Key phrases: extraction, and matching of a keyphrase in a text."""

from seoaudit.keyphrases.corpus import Corpus, load_corpus
from seoaudit.keyphrases.extraction import extract, extract_keyphrases
from seoaudit.keyphrases.matching import find_occurrences
from seoaudit.keyphrases.model import Keyphrase, Occurrence
from seoaudit.keyphrases.phrase import prepare_keyphrase
from seoaudit.keyphrases.slugs import in_slug
from seoaudit.keyphrases.statistics import plain_yake

__all__ = [
    "Corpus",
    "Keyphrase",
    "Occurrence",
    "extract",
    "extract_keyphrases",
    "find_occurrences",
    "in_slug",
    "load_corpus",
    "plain_yake",
    "prepare_keyphrase",
]
