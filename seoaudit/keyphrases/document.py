"""A text as extraction sees it: its terms and its candidates, with their aliases merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from seoaudit.french.parse import Parsed
from seoaudit.keyphrases.aliases import merge_aliases
from seoaudit.keyphrases.candidates import Candidate, find_candidates
from seoaudit.keyphrases.groups import regroup
from seoaudit.keyphrases.terms import Term, read_terms


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed text with its title.

    Attributes:
        parses: its paragraphs.
        title: its title, None for none.
        terms: the terms of both, in order of reading.
        candidates: its candidates for key phrases, by their keys.
    """

    parses: Sequence[Parsed]
    title: Parsed | None
    terms: Sequence[Term]
    candidates: Mapping[tuple[str, ...], Candidate]

    @property
    def text(self) -> str:
        """Title and paragraphs, normalised, one a line."""
        return "\n".join(p.text for p in (*((self.title,) if self.title else ()), *self.parses))


def read_document(parses: Sequence[Parsed], title: Parsed | None) -> Document:
    """Return a parsed text with its terms and candidates."""
    terms = regroup(read_terms(parses, title))
    return Document(parses, title, terms, merge_aliases(find_candidates(terms), terms))
