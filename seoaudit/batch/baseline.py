"""The baseline: what a site had to mend when it began to be checked, so that only what is new counts.

A place is known by the fingerprint of its rule and sentence, first in its own article, then in any other one of the run
or gone since: a text that was moved, or a file that was renamed, keeps its match. A finding on a whole article is known
by its rule in its article, or by how the article begins.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from seoaudit.errors import InputError, reason_of
from seoaudit.report.model import AgainstBaseline, Report, Settled
from seoaudit.report.narrow import Narrowing, narrowed
from seoaudit.report.places import spots

VERSION = 1
# Stands at the beginning of every baseline: such a file may be replaced by a newer one.
MARK = '"seoaudit_baseline"'
# Millions of findings.
MAX_BYTES = 200_000_000


class KnownArticle(BaseModel):
    """What a baseline holds of an article: its score, and the fingerprints of its findings by their rule."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    score: int | None = None
    findings: dict[str, list[Annotated[str, Field(min_length=1)]]] = Field(default_factory=dict)


class Baseline(BaseModel):
    """The findings that are known, by the name of their article."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    seoaudit_baseline: Literal[1] = 1
    articles: dict[str, KnownArticle] = Field(default_factory=dict)

    def to_json(self) -> str:
        """Return the baseline as JSON that differs line by line: names and rules in order."""
        articles: dict[str, Any] = {
            name: {"score": a.score, "findings": {r: sorted(a.findings[r]) for r in sorted(a.findings)}}
            for name, a in sorted(self.articles.items())
        }
        shown = json.dumps({"seoaudit_baseline": VERSION, "articles": articles}, ensure_ascii=False, indent=1)
        return shown + "\n"


def baseline_of(reports: Iterable[Report]) -> Baseline:
    """Return the baseline that knows all findings of reports."""
    return Baseline(articles={r.source: _known(r) for r in reports})


def _known(report: Report) -> KnownArticle:
    findings: dict[str, list[str]] = {}
    for spot in spots(report):
        findings.setdefault(spot.finding.rule, []).append(spot.fingerprint)
    return KnownArticle(score=report.score, findings=findings)


def read_baseline(path: Path) -> Baseline:
    """Return the baseline in a file.

    Raises:
        InputError: it cannot be read, is no baseline, or one of another version.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES)
        found = json.loads(data)
        if isinstance(found, dict) and found.get("seoaudit_baseline", VERSION) != VERSION:
            raise InputError(
                f"La référence « {path} » vient d’une autre version de seoaudit : refaites-la par --write-baseline."
            )
        return Baseline.model_validate(found)
    except OSError as error:
        raise InputError(f"La référence « {path} » ne peut pas être lue : {reason_of(error)}.") from None
    except (ValidationError, ValueError, RecursionError):
        raise InputError(
            f"« {path} » n’est pas une référence : donnez un fichier écrit par --write-baseline, ou refaites-le."
        ) from None


def is_baseline(path: Path) -> bool:
    """Whether a file is an earlier baseline, which a newer one may replace."""
    try:
        with path.open("rb") as file:
            return MARK.encode() in file.read(100)
    except OSError:
        return False


class Comparison:
    """Reports held against a baseline.

    Args:
        baseline: what is known.
        reports: those of the run, with all their findings.
        whole: whether the run looks at all articles: else those that it leaves out are not taken for gone.
    """

    def __init__(self, baseline: Baseline, reports: Iterable[Report], *, whole: bool = True) -> None:
        self._baseline = baseline
        self._new: dict[str, set[str]] = {}
        self._left: dict[str, Counter[tuple[str, str]]] = {}
        self._audited: set[str] = set()
        self._spots = 0
        for report in reports:
            self._take_own(report)
        gone = [n for n in baseline.articles if whole and n not in self._audited and not os.path.lexists(n)]
        self._left |= {n: Counter(_pairs(baseline.articles[n])) for n in gone}
        self._match_moved()

    def _take_own(self, report: Report) -> None:
        """Match the findings of an article with what is known of it."""
        known = self._baseline.articles.get(report.source, KnownArticle())
        left, new = Counter(_pairs(known)), set()
        for spot in spots(report):
            self._spots += 1
            pair = (spot.finding.rule, spot.fingerprint)
            if not left[pair] and not spot.number:
                # A whole article's finding is the same however the article begins now.
                pair = next((p for p in left if p[0] == spot.finding.rule and left[p]), pair)
            if left[pair]:
                left[pair] -= 1
            else:
                new.add(spot.fingerprint)
        self._audited.add(report.source)
        self._left[report.source], self._new[report.source] = +left, new

    def _match_moved(self) -> None:
        """Match what is new in one article with what is left of another."""
        places: dict[str, list[tuple[str, tuple[str, str]]]] = {}
        for name, left in self._left.items():
            for pair, count in left.items():
                places.setdefault(pair[1], []).extend([(name, pair)] * count)
        for new in self._new.values():
            for fingerprint in sorted(new & set(places)):
                if places[fingerprint]:
                    name, pair = places[fingerprint].pop()
                    self._left[name][pair] -= 1
                    new.discard(fingerprint)

    def narrow(self, report: Report) -> Report:
        """Return a report with what is new, and what the baseline says of the article."""
        new = self._new[report.source]
        known = sum(s.fingerprint not in new for s in spots(report))
        shown = narrowed(report, Narrowing(lambda _, span: span.fingerprint in new, lambda f: f.fingerprint in new))
        before = self._baseline.articles.get(report.source)
        against = AgainstBaseline(
            score=before.score if before else None, known=known, resolved=_settled(self._left[report.source])
        )
        return shown.model_copy(update={"baseline": against})

    @property
    def known(self) -> int:
        """Places of the run that the baseline holds."""
        return self._spots - sum(map(len, self._new.values()))

    @property
    def resolved(self) -> dict[str, list[Settled]]:
        """What is there no more, by article, articles that are gone included."""
        return {name: settled for name, left in sorted(self._left.items()) if (settled := _settled(left))}

    def pruned(self) -> Baseline:
        """Return the baseline without what is resolved; articles that were not audited stay as they are."""
        articles = {}
        for name, article in self._baseline.articles.items():
            if name not in self._left:
                articles[name] = article
                continue
            gone, findings = Counter(self._left[name]), {}
            for rule, fingerprints in article.findings.items():
                kept = []
                for fingerprint in fingerprints:
                    if gone[rule, fingerprint]:
                        gone[rule, fingerprint] -= 1
                    else:
                        kept.append(fingerprint)
                if kept:
                    findings[rule] = kept
            if name in self._audited or findings:
                articles[name] = article.model_copy(update={"findings": findings})
        return Baseline(articles=articles)


def _pairs(article: KnownArticle) -> Iterator[tuple[str, str]]:
    for rule, fingerprints in article.findings.items():
        for fingerprint in fingerprints:
            yield rule, fingerprint


def _settled(left: Counter[tuple[str, str]]) -> list[Settled]:
    counts: Counter[str] = Counter()
    for (rule, _), count in left.items():
        counts[rule] += count
    return [Settled(rule=rule, count=n) for rule, n in sorted(counts.items()) if n > 0]
