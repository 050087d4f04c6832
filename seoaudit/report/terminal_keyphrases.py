"""The key phrases on a terminal: the editor's keyphrase, the possible ones, and the text's own."""

from __future__ import annotations

from collections.abc import Sequence

from seoaudit.assessment.wording import show
from seoaudit.keyphrases import Keyphrase
from seoaudit.report.labels import label
from seoaudit.report.model import FoundKeyphrase, KeyphraseUse, Report
from seoaudit.report.page import Page

BARS = "▁▂▃▄▅▆▇█"
# Where a suggested keyphrase may stand, in the order of its row.
PLACES = ("in_title", "in_first_paragraph", "in_headings", "in_description", "in_slug")


def render_keyphrases(
    found: Sequence[Keyphrase], *, explain: bool, lang: str, colour: bool = False, width: int = 100
) -> str:
    """Return key phrases as terminal text, with the values behind each score if asked."""
    page = Page(colour=colour, width=width)
    page.head(label("keyphrases", lang))
    rows = [(k.text, _score(k.score, lang), str(k.count), f"{show(k.density, lang)} %") for k in found]
    page.table(_keyphrase_columns(lang), rows)
    if explain:
        for k in found:
            page.head(k.text)
            if k.aliases:
                page.line(label("aliases", lang, names=", ".join(k.aliases)))
            page.line(", ".join(f"{n} {v:.3g}" for n, v in sorted(k.features.items()) if v))
    return page.text


def keyphrase_use(page: Page, report: Report) -> None:
    """Write how the editor's keyphrase is used: how often, where, and how evenly."""
    use, lang = report.keyphrase, report.lang
    if use is None:
        return
    page.head(label("keyphrase", lang), f"« {use.text} »" if lang == "fr" else f"“{use.text}”")
    grades = ", ".join(label(grade, lang, n=n) for grade, n in use.grades.items())
    count = label("occurrences", lang, n=use.occurrences) + (f" ({grades})" if grades else "")
    density = "" if use.density is None else f", {label('density', lang, density=show(use.density, lang))}"
    page.line(count + density + _density_range(use, lang))
    if use.by_synonym:
        page.line(label("by_synonym", lang, n=use.by_synonym))
    if use.unaccented:
        page.line(label("unaccented", lang, n=use.unaccented))
    colon = " : " if lang == "fr" else ": "
    page.line(" · ".join(f"{label(name, lang)}{colon}{value}" for name, value in _places(use, lang).items()))
    if use.placement is not None:
        page.line(label("placement", lang, score=use.placement))
    if use.distribution and use.occurrences:
        gap = label("longest_gap", lang, n=use.longest_gap, line=use.longest_gap_line)
        page.line(f"{label('distribution', lang)}{colon}", (sparkline(use.distribution), "head"), f"  {gap}")


def _places(use: KeyphraseUse, lang: str) -> dict[str, str]:
    """Return where the keyphrase stands, by label."""
    title = _answer(use.in_title, lang)
    if use.title_offset:
        title += " " + label("title_offset", lang, n=use.title_offset)
    return {
        "in_title": title,
        "in_first_paragraph": _answer(use.in_first_paragraph, lang),
        "in_first_words": _answer(use.in_first_words, lang),
        "in_headings": str(use.in_headings),
        "in_description": _answer(use.in_description, lang),
        "in_slug": _answer(use.in_slug, lang),
        "in_alternatives": label("no_image", lang) if use.in_alternatives is None else str(use.in_alternatives),
    }


def _answer(value: bool | None, lang: str) -> str:
    return label("unknown" if value is None else "yes" if value else "no", lang)


def _density_range(use: KeyphraseUse, lang: str) -> str:
    """Return the editor's own range beside a density; what lies below it costs nothing."""
    if use.density is None:
        return ""
    low, high = use.density_min, show(use.density_max, lang)
    if low is None:
        return f" ({label('density_limit', lang, high=high)})"
    wish = label("density_range", lang, low=show(low, lang), high=high)
    return f" ({wish}{label('density_below', lang) if use.density < low else ''})"


def sparkline(counts: Sequence[int]) -> str:
    """Return counts as a row of bars, the largest at full height; a dot where there is none."""
    most = max(counts, default=0)
    return "".join(BARS[-(-n * len(BARS) // most) - 1] if n else "·" for n in counts)


def suggestions(page: Page, report: Report) -> None:
    """Write the phrases that could be the target, with their placement."""
    if not report.suggestions:
        return
    lang = report.lang
    page.head(label("suggestions", lang), label("suggestions_how", lang))
    places = ("opening_column" if p == "in_first_paragraph" else p for p in PLACES)
    names = ("placement_column", "count_column", *places)
    columns = [(label("keyphrase_column", lang), False), *((label(n, lang), True) for n in names)]
    page.table(columns, [(s.text, *_placement(s, lang)) for s in report.suggestions])


def _placement(use: KeyphraseUse, lang: str) -> list[str]:
    """Return what its placement scores, how often and where a phrase stands, a dash where it cannot be told."""

    def said(value: bool | int | None) -> str:
        if isinstance(value, bool) or value is None:
            return _short_answer(value, lang)
        return str(value)

    return [said(use.placement), said(use.occurrences), *(said(getattr(use, place)) for place in PLACES)]


def _keyphrase_columns(lang: str) -> list[tuple[str, bool]]:
    names = (("keyphrase_column", False), ("score_column", True), ("count_column", True), ("density_column", True))
    return [(label(name, lang), numbers) for name, numbers in names]


def key_phrases(page: Page, report: Report) -> None:
    """Write the article's own key phrases, and which of them title, subheadings and description say."""
    lang = report.lang
    if not report.keyphrases:
        return
    page.head(label("keyphrases", lang))
    front = [(label(n, lang), True) for n in ("in_title", "in_headings", "in_description")]
    page.table([*_keyphrase_columns(lang), *front], [_row(k, lang) for k in report.keyphrases])


def _row(k: FoundKeyphrase, lang: str) -> tuple[str, ...]:
    density = "–" if k.density is None else f"{show(k.density, lang)} %"
    front = (_short_answer(k.in_title, lang), str(k.in_headings), _short_answer(k.in_description, lang))
    return (k.text, _score(k.score, lang), str(k.count), density, *front)


def _short_answer(value: bool | None, lang: str) -> str:
    return "–" if value is None else label("yes" if value else "no", lang)


def _score(score: float, lang: str) -> str:
    """Return a score from 0 to 1 with two digits: one would make most phrases equal."""
    return f"{score:.2f}".replace(".", "," if lang == "fr" else ".")
