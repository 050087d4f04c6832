"""The one tree of errors a caller has to know.

Every message is a single sentence, in French, that says what is wrong, where, and what to do. The command line
prints it and exits with status 2; a library caller catches `SeoAuditError` or the class that matters to it.
"""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "le dossier n’existe pas",
    errno.ENOTDIR: "ce chemin passe par un fichier, pas un dossier",
    errno.EACCES: "vous n’en avez pas le droit",
    errno.EPERM: "vous n’en avez pas le droit",
    errno.EROFS: "ce disque est en lecture seule",
    errno.ENOSPC: "le disque est plein",
    errno.ENAMETOOLONG: "le nom est trop long",
    errno.ELOOP: "des liens symboliques tournent en rond",
    errno.EIO: "le disque ou le périphérique a répondu par une erreur",
}


class SeoAuditError(Exception):
    """Anything seoaudit refuses to do, with a sentence fit to show to an editor."""


def reason_of(error: OSError) -> str:
    """Return why the system refused to read or write, in French where the reason is a usual one."""
    return _REASONS.get(error.errno or 0, error.strerror or "raison inconnue")


class InputError(SeoAuditError):
    """The article cannot be read: missing, empty, binary, too long, or its front matter is not valid."""


class SettingsError(SeoAuditError):
    """A setting is unknown, of the wrong type or out of range."""


class RuleError(SeoAuditError):
    """A rule file is faulty; the message names the file and the rule."""


class CorpusError(SeoAuditError):
    """The table of a site's corpus cannot be made or read."""


class OutputError(SeoAuditError):
    """The result cannot be written where it was asked for; nothing was changed."""


class ModelError(SeoAuditError):
    """The French model is missing, or is not the version this release was verified with."""


class MissingExtraError(SeoAuditError):
    """What was asked for needs an optional dependency; the message says which and how to install it."""
