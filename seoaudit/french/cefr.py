"""A rough reading of the grade on the scale of the Common European Framework (CEFR), for those who write for learners.

The idea is that of François & Fairon (2012, "An AI readability formula for French as a foreign language", EMNLP):
length of sentences and words carries much of what sets apart the levels of texts in French textbooks. Neighbouring
levels are hard to tell apart, so a text is given two of them, never one.

The bounds are those of the grade's own labels, and are NOT calibrated on learners: no text with a level given by
teachers was at hand. What can be checked is the order: primers fall to A1–A2; of 300 articles of a children's
encyclopaedia, written for native readers of 8 to 13, 299 to B1–B2; of the 300 on the same subjects for adults, 238 to
B2–C1, 60 to B1–B2 and 2 to C1–C2.
"""

from __future__ import annotations

import math

LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")
# Grade below which a text has the lower level of its pair; the last pair has no limit.
_BANDS = ((25.0, 0), (38.0, 1), (60.0, 2), (75.0, 3), (math.inf, 4))


def cefr_band(grade: float) -> tuple[str, str]:
    """Return the two neighbouring levels that a text of this grade may suit.

    Args:
        grade: of `seoaudit.french.reading_level`, 0 to 100.
    """
    low = next(level for limit, level in _BANDS if grade < limit)
    return LEVELS[low], LEVELS[low + 1]
