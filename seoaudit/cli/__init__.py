"""The command line: options in, one call of the library, one renderer out."""

from __future__ import annotations

import gc
import sys

from seoaudit.cli import articles, audit, corpus, fixing, information, over_time, rules, snippet, watching
from seoaudit.cli.app import app
from seoaudit.cli.io import EXIT_BAD, say
from seoaudit.errors import SeoAuditError

__all__ = [
    "app",
    "articles",
    "audit",
    "corpus",
    "fixing",
    "information",
    "main",
    "over_time",
    "rules",
    "snippet",
    "watching",
]


# New objects after which the garbage collector looks, in place of Python's 700: a command makes many and leaves little
# garbage, and looking through all that was imported, again and again, is a quarter of a run from the cache.
COLLECTED_AFTER = 20_000


def main() -> None:
    """Run the command line; every refusal is one sentence on stderr and exit status 2."""
    gc.set_threshold(COLLECTED_AFTER, 20, 20)
    try:
        code = app(standalone_mode=False)
    except SeoAuditError as error:
        _refuse(str(error))
    except BrokenPipeError:
        # The reader of a pipe (head, less) has gone: nothing is wrong.
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        # typer brings its own copy of click, whose classes no public name leads to.
        kinds = {c.__name__ for c in type(error).__mro__}
        if "Abort" in kinds:
            sys.exit(130)
        if "ClickException" not in kinds:
            raise
        if "NoArgsIsHelpError" in kinds:
            sys.stderr.write(f"{error.ctx.get_help()}\n")  # type: ignore[attr-defined] # click's, without a public name
            sys.exit(EXIT_BAD)
        from seoaudit.assessment.options import usage_sentence

        _refuse(usage_sentence(error))
    sys.exit(code if isinstance(code, int) else 0)


def _refuse(sentence: str) -> None:
    say(sentence)
    sys.exit(EXIT_BAD)
