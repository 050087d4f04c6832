"""The kinds of rules: how each comes to the value that its bands judge.

| kind | value | what is at fault |
|---|---|---|
| threshold | a registered measure | what the measure's places show; placement is a threshold on a placement measure |
| existence | instances of words or patterns | each instance |
| absence | passages without any instance | the passages |
| substitution | instances of what has a better form | each instance, with its correction |
| repetition | instances beyond the number allowed in a passage | the instances of what is repeated |
| balance | share of one thing in another, in % | the instances or places of the part |
| norm | distance from the site's own usage | what the measure's places show |
"""

from __future__ import annotations

from seoaudit.assessment.kinds.absence import AbsenceRule
from seoaudit.assessment.kinds.balance import BalanceRule
from seoaudit.assessment.kinds.existence import ExistenceRule
from seoaudit.assessment.kinds.norm import NormRule
from seoaudit.assessment.kinds.repetition import RepetitionRule
from seoaudit.assessment.kinds.substitution import SubstitutionRule
from seoaudit.assessment.kinds.threshold import ThresholdRule
from seoaudit.assessment.rule_model import Rule

__all__ = ["KINDS"]

KINDS: dict[str, type[Rule]] = {
    "threshold": ThresholdRule,
    "existence": ExistenceRule,
    "absence": AbsenceRule,
    "substitution": SubstitutionRule,
    "repetition": RepetitionRule,
    "balance": BalanceRule,
    "norm": NormRule,
}
