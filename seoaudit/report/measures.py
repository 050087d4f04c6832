"""The measures that every report for a reader shows, in words."""

from __future__ import annotations

from seoaudit.assessment.result import MeasureValue
from seoaudit.assessment.wording import NBSP, show
from seoaudit.french.cefr import cefr_band
from seoaudit.french.reading_level import level_of
from seoaudit.report.labels import label

# Examples shown behind a measure; the JSON has more.
MOST_EXAMPLES = 3
# The measures an editor looks at first; all of them are in the JSON.
SHOWN_MEASURES = (
    "words",
    "sentences",
    "paragraphs",
    "words_per_sentence",
    "longest_sentence",
    "syllables_per_word",
    "kandel_moles",
    "gulpease",
    "textstat_flesch",
    "grade",
    "long_sentence_share",
    "passive_share",
    "rare_word_share",
    "reading_minutes",
)


def measure_text(name: str, measured: MeasureValue, lang: str) -> str:
    """Return a measure's value with its unit, or why it has none."""
    if measured.value is None:
        return measured.reason
    if name == "grade":
        return _grade(measured.value, lang)
    unit = label(f"unit_{measured.unit}", lang)
    space = "" if lang == "en" and unit == "%" else NBSP
    shown = f"{show(measured.value, lang)}{space}{unit}".strip()
    return f"{shown} ({', '.join(measured.examples[:MOST_EXAMPLES])})" if measured.examples else shown


def _grade(grade: float, lang: str) -> str:
    """Return the difficulty with its level in words and the CEFR levels it may suit."""
    low, high = cefr_band(grade)
    level = label(f"level_{level_of(grade)}", lang)
    return label("grade_value", lang, value=grade, level=level, low=low, high=high)
