"""What a walk takes and leaves in a folder: the caller's patterns, else those of the settings file that rules there."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from seoaudit.assessment.layers import make_settings, merge
from seoaudit.batch.audit import Order
from seoaudit.batch.ignored import Patterns
from seoaudit.errors import SeoAuditError


def patterns_for(order: Order) -> Callable[[Path], Patterns]:
    """Return what gives the patterns of a folder; as for articles, the settings file nearest to it speaks alone.

    Args:
        order: the settings of the caller, and which files are read beside them.

    Raises:
        SettingsError: the caller's settings are faulty. A faulty file gives no patterns: the articles that it is for
            tell of it, and the others are read.
    """
    own = make_settings(order.caller)

    @cache
    def of_folder(folder: Path) -> Patterns:
        try:
            merged, file = merge(*order.files_for(folder), order.caller), order.file_for(folder)
        except SeoAuditError:
            return Patterns(own.include, own.exclude)
        # A file's patterns are told from its own folder, the caller's from where the walk began.
        told_from = [
            None if file is None or merged.origins[name][0].kind == "caller" else file.path.parent
            for name in ("include", "exclude")
        ]
        settings = merged.settings
        return Patterns(settings.include, settings.exclude, include_from=told_from[0], exclude_from=told_from[1])

    return of_folder
