"""What makes a finding the same one after the text around it has changed: its rule and its sentence, not its line.

A baseline and the fingerprints of SARIF stand on it. The sentence is compared by its letters and digits alone, so that
another fault of typography mended in it, a new line break or emphasis changes nothing; a rule that blames a sentence
several times counts its places there.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from seoaudit.assessment.result import Finding, Span
from seoaudit.french.analysis import Analysis
from seoaudit.french.normalise import normalise

F = TypeVar("F", bound=Finding)
# Hexadecimal digits kept of a hash: 64 bits, enough for millions of findings.
DIGITS = 16
# Characters read of a place outside sentences (an image, a table, metadata), at least and at most.
SHORTEST, LONGEST = 20, 500


def identified(findings: Sequence[F], analysis: Analysis) -> list[F]:
    """Return findings with their fingerprints, those of their places included.

    Args:
        findings: of one article, in the order of the report.
        analysis: of that article.
    """
    sentences = _Sentences(analysis)
    return [_identified(f, sentences) for f in findings]


def _identified(finding: F, sentences: _Sentences) -> F:
    seen: Counter[str] = Counter()
    spans = []
    for span in finding.spans:
        key = sentences.at(span)
        seen[key] += 1
        spans.append(span.model_copy(update={"fingerprint": _hash(finding.rule, key, str(seen[key]))}))
    return finding.model_copy(update={"spans": spans, "fingerprint": _hash(finding.rule, sentences.first)})


class _Sentences:
    """Finds the sentence that holds a place of the source."""

    def __init__(self, analysis: Analysis) -> None:
        self._source = analysis.article.source
        self._found = sorted(
            (*block.to_source(s.start, s.end), block.parsed.text[s.start : s.end])
            for block in analysis.blocks
            for s in block.parsed.sentences
        )
        prose = next((b for b in analysis.prose if b.parsed.sentences), None)
        self.first = _key(prose.parsed.sentence_text(0)) if prose else ""

    def at(self, span: Span) -> str:
        """Return the key of the sentence where a place begins; outside sentences, of what stands there."""
        i = bisect_right(self._found, span.start, key=lambda s: s[0]) - 1
        if i >= 0 and span.start < self._found[i][1]:
            return _key(self._found[i][2])
        end = max(span.start + SHORTEST, min(span.end, span.start + LONGEST))
        return _key(normalise(self._source[span.start : end]).text)


def _key(text: str) -> str:
    """Return the letters and digits of a normalised text, without case; of signs alone, the signs."""
    return "".join(c for c in text.casefold() if c.isalnum()) or " ".join(text.split())


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
