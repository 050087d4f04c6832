"""The table of a corpus: on how many pages each phrase stands, as a JSON file and as what extraction asks of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from seoaudit.errors import CorpusError, reason_of
from seoaudit.keyphrases.corpus.norms import Norm
from seoaudit.keyphrases.corpus.phrases import LONGEST, runs_of, windows

KIND = "seoaudit-corpus"
# Of the form of the file and of the stems in it: a table of other stems would find nothing, without a word.
SCHEMA_VERSION = 1
# Documents below which a share says little: two pages of three are no habit of a site.
_FEW = 10
_REBUILD = "refaites la table avec « seoaudit corpus stats »"
# The runs of content words of a keyphrase.
_Stems = tuple[tuple[str, ...], ...]


class NamedArticle(NamedTuple):
    """An article that names the keyphrase it is to be found by.

    Attributes:
        name: its file, from the folder of the corpus.
        keyphrase: as its front matter or sidecar gives it.
        title: its title, "" where it has none.
    """

    name: str
    keyphrase: str
    title: str


@dataclass(frozen=True)
class Corpus:
    """How many documents of a site hold each phrase.

    Attributes:
        documents: number of documents, 1 or more.
        min_documents: documents a phrase had to stand in to be kept.
        terms: documents by phrase: one to three stems of content words, a space between.
        pruned: number of phrases that were left out.
        articles: those that name a keyphrase, by file.
        norms: the spread of each measure over the articles, by the measure's name; empty where none was asked for.
    """

    documents: int
    min_documents: int
    terms: Mapping[str, int] = field(repr=False)
    pruned: int = 0
    articles: tuple[NamedArticle, ...] = ()
    norms: Mapping[str, Norm] = field(default_factory=dict, repr=False)

    def frequency(self, phrase: str) -> int:
        """Return how many documents hold a phrase, inflected forms included; 0 for one that was pruned.

        A phrase of more than three content words stands in no more documents than its rarest three.
        """
        found = [self.terms.get(w, 0) for run in runs_of(phrase) for w in windows(run)]
        return min(found, default=0)

    def share(self, phrase: str) -> float:
        """Return the share of the documents that hold a phrase, 0 to 1; fewer than 10 documents count as 10."""
        return self.frequency(phrase) / max(self.documents, _FEW)

    def articles_on(self, keyphrase: str) -> tuple[NamedArticle, ...]:
        """Return the articles that name a keyphrase, or another of its inflected forms ("pannes d’Optus")."""
        return tuple(self._by_stems.get(_stems(keyphrase), ()))

    @cached_property
    def _by_stems(self) -> Mapping[_Stems, list[NamedArticle]]:
        """The articles by the stems of their keyphrase; one of function words alone is that of none."""
        found: dict[_Stems, list[NamedArticle]] = {}
        for article in self.articles:
            if stems := _stems(article.keyphrase):
                found.setdefault(stems, []).append(article)
        return found

    def to_json(self) -> str:
        """Return the table as the text of its file; the same corpus gives the same bytes."""
        out = {
            "kind": KIND,
            "schema_version": SCHEMA_VERSION,
            "documents": self.documents,
            "settings": {
                "parts": ["title", "headings", "prose"],
                "words": "stems without number and gender, function words left out",
                "longest_phrase": LONGEST,
                "min_documents": self.min_documents,
            },
            "pruned": self.pruned,
            "articles": [a._asdict() for a in self.articles],
            "norms": {name: norm._asdict() for name, norm in self.norms.items()},
            "terms": dict(sorted(self.terms.items())),
        }
        return json.dumps(out, ensure_ascii=False, indent=0) + "\n"


def _stems(keyphrase: str) -> _Stems:
    return tuple(tuple(run) for run in runs_of(keyphrase))


def load_corpus(path: str | Path) -> Corpus:
    """Return the table that a file holds; kept for the next call as long as the file does not change.

    Raises:
        CorpusError: there is no such file, or it holds no table of this version; the sentence says which.
    """
    path = Path(path)
    try:
        if path.is_dir():
            raise _refusal(str(path), "est un dossier : donnez le fichier fait par « seoaudit corpus stats ».")
        state = path.stat()
        return _load(path.absolute(), str(path), state.st_mtime_ns, state.st_size)
    except FileNotFoundError:
        raise _refusal(str(path), "n’existe pas : faites-la avec « seoaudit corpus stats ».") from None
    except OSError as fault:
        raise _refusal(str(path), f"ne peut pas être lue : {reason_of(fault)}.") from None
    except ValueError:  # a NUL in the name
        raise _refusal("", "a un nom invalide : donnez celui de son fichier.") from None


@lru_cache(maxsize=4)
def _load(path: Path, name: str, _modified: int, _size: int) -> Corpus:
    try:
        raw = json.loads(path.read_bytes().decode("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as fault:
        line = f" (ligne {fault.lineno})" if isinstance(fault, json.JSONDecodeError) else ""
        raise _refusal(name, f"n’est pas du JSON lisible{line} : {_REBUILD}.") from None
    if not isinstance(raw, dict) or raw.get("kind") != KIND:
        raise _refusal(name, f"n’est pas une table de corpus : {_REBUILD}.")
    if raw.get("schema_version") != SCHEMA_VERSION:
        version = raw.get("schema_version")
        raise _refusal(name, f"est de la version {version}, et il faut la version {SCHEMA_VERSION} : {_REBUILD}.")
    documents = raw.get("documents")
    if documents == 0:
        raise _refusal(name, f"ne compte aucun document : {_REBUILD} sur un dossier d’articles.")
    try:
        return _corpus(raw)
    except (KeyError, TypeError, ValueError):
        raise _refusal(name, f"est abîmée : {_REBUILD}.") from None


def _corpus(raw: Mapping[str, Any]) -> Corpus:
    """Return the table behind a file's content.

    Raises:
        KeyError, TypeError, ValueError: something is missing, of another type or out of range.
    """
    documents, least, pruned = raw["documents"], raw["settings"]["min_documents"], raw["pruned"]
    if not all(type(n) is int and n >= 0 for n in (documents, least, pruned)):
        raise ValueError("a count is none")
    terms = dict(raw["terms"])
    if not all(type(n) is int and 0 < n <= documents for n in terms.values()):
        raise ValueError("more pages than there are")
    articles = tuple(NamedArticle(**a) for a in raw["articles"])
    if not all(isinstance(text, str) for a in articles for text in a):
        raise TypeError("a name is no text")
    norms = {str(name): Norm(**norm) for name, norm in raw.get("norms", {}).items()}
    if not all(type(x) in (int, float) for n in norms.values() for x in n):
        raise TypeError("a norm is no number")
    return Corpus(documents, least, terms, pruned, articles, norms)


def _refusal(name: str, says: str) -> CorpusError:
    return CorpusError(f"La table de corpus « {name} » {says}")
