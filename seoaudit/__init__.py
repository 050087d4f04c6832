"""Rule-based SEO auditor and structurer for French articles.

import seoaudit
report = seoaudit.audit(text, keyphrase="appels triple zéro", settings={"min_words": 700})
report.score, report.findings, report.outline
seoaudit.audit(path, settings=seoaudit.load_settings(path))  # reads seoaudit.toml or pyproject.toml
seoaudit.fix(text).text
seoaudit.draft(text, settings={"min_words": 700}).to_markdown()
"""

from seoaudit.api import audit, draft, fix
from seoaudit.assessment.settings import Settings
from seoaudit.configuration.layering import load_settings
from seoaudit.errors import InputError, ModelError, OutputError, RuleError, SeoAuditError, SettingsError

__all__ = [
    "InputError",
    "ModelError",
    "OutputError",
    "RuleError",
    "SeoAuditError",
    "Settings",
    "SettingsError",
    "audit",
    "draft",
    "fix",
    "load_settings",
]
