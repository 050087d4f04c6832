"""The one tree of errors a caller has to know.

Every message is a single sentence, in French, that says what is wrong, where, and what to do. The command line
prints it and exits with status 2; a library caller catches `SeoAuditError` or the class that matters to it.
"""

from __future__ import annotations


class SeoAuditError(Exception):
    """Anything seoaudit refuses to do, with a sentence fit to show to an editor."""


class InputError(SeoAuditError):
    """The article cannot be read: missing, empty, binary, too long, or its front matter is not valid."""


class SettingsError(SeoAuditError):
    """A setting is unknown, of the wrong type or out of range."""


class RuleError(SeoAuditError):
    """A rule file is faulty; the message names the file and the rule."""


class OutputError(SeoAuditError):
    """The result cannot be written where it was asked for; nothing was changed."""


class ModelError(SeoAuditError):
    """The French model is missing, or is not the version this release was verified with."""
