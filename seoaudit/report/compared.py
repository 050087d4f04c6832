"""Words what a report says of its baseline and of the article's state before, for the formats made for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from seoaudit.assessment.wording import show
from seoaudit.report.labels import label
from seoaudit.report.model import Report, SinceRevision
from seoaudit.report.rule_words import measure_name

# Measures of the terminal's choice come first; no more than these are named, all are in the JSON.
MOST_MEASURES = 8
_FIRST = ("words", "sentences", "words_per_sentence", "long_sentence_share", "grade", "passive_share")


def compared(report: Report) -> Iterator[str]:
    """Yield a line on the baseline and one on the revision, where there is something to say."""
    lang, baseline = report.lang, report.baseline
    if baseline is not None and (baseline.known or baseline.resolved):
        said = [label("known", lang, n=baseline.known)] if baseline.known else []
        if baseline.resolved:
            rules = ", ".join(f"{s.rule} ({s.count})" for s in baseline.resolved)
            said.append(label("resolved", lang, rules=rules))
        yield " ; ".join(said) if lang == "fr" else "; ".join(said)
    if report.since is not None:
        yield f"{label('since', lang, revision=report.since.revision)} {_since(report.since, report)}"


def changed(before: Report, after: Report) -> str:
    """Return one line on what a new report of an article has changed: score, words, places of each rule."""
    lang = after.lang
    said = [_change(label("score", lang).lower(), before.score, after.score, lang)]
    words, now = _words(before), _words(after)
    if words != now:
        said.append(_change(measure_name("words", lang), words, now, lang))
    old, new = _places(before), _places(after)
    said += [_change(rule, old[rule], new[rule], lang) for rule in sorted({*old, *new}) if old[rule] != new[rule]]
    if before.score == after.score and len(said) == 1:
        said.append(label("same_findings", lang))
    return (" ; " if lang == "fr" else "; ").join(said)


def _words(report: Report) -> float | None:
    measure = report.measures.get("words")
    return measure.value if measure else None


def _places(report: Report) -> Counter[str]:
    """Count the places of each rule; a finding on the whole article is one."""
    places: Counter[str] = Counter()
    for finding in report.findings:
        places[finding.rule] += max(1, len(finding.spans))
    return places


def _change(name: str, before: float | None, after: float | None, lang: str) -> str:
    moved = "" if before == after else f"{value_shown(before, lang)} → "
    return f"{name} {moved}{value_shown(after, lang)}"


def _since(since: SinceRevision, report: Report) -> str:
    lang = report.lang
    if since.score is None and not since.measures:
        return label("since_new", lang)
    said = []
    if since.score != report.score:
        said.append(
            f"{label('score', lang).lower()} {value_shown(since.score, lang)} → {value_shown(report.score, lang)}"
        )
    for name in usual_first(since.measures)[:MOST_MEASURES]:
        change = since.measures[name]
        shown = f"{value_shown(change.before, lang)} → {value_shown(change.after, lang)}"
        said.append(f"{measure_name(name, lang)} {shown}")
    separator = " ; " if lang == "fr" else "; "
    return separator.join(said) if said else label("since_same", lang)


def usual_first(names: Iterable[str]) -> list[str]:
    """Return names of measures, those that an editor looks at first before the others."""
    have = list(names)
    return [n for n in _FIRST if n in have] + [n for n in have if n not in _FIRST]


def value_shown(value: float | None, lang: str) -> str:
    """Return a value that may be missing as it is written."""
    return "–" if value is None else show(value, lang)
