"""Measures every article of a site, for the rules that compare one with what is usual there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from seoaudit.errors import SeoAuditError
from seoaudit.keyphrases.corpus.norms import Norm, norm_of


def measure_site(paths: Iterable[Path], *, progress: Callable[[int], None] = lambda _: None) -> dict[str, Norm]:
    """Return how each measure is spread over some articles; those that cannot be read are left out.

    A measure that makes sense on fewer than four of them is left out too.

    Args:
        paths: the articles' files.
        progress: told after each article how many have been seen.

    Raises:
        ModelError: the French model is missing.
    """
    from seoaudit.assessment.judge import Values
    from seoaudit.assessment.measures import all_measures
    from seoaudit.preparation import prepare

    values: dict[str, list[float]] = defaultdict(list)
    for seen, path in enumerate(paths, start=1):
        try:
            context = prepare(path)
        except SeoAuditError:
            # Named already where the phrases were counted.
            continue
        measured = Values(context)
        for name in all_measures():
            if (value := measured[name].value) is not None:
                values[name].append(value)
        progress(seen)
    norms = {name: norm_of(found) for name, found in sorted(values.items())}
    return {name: norm for name, norm in norms.items() if norm is not None}
