"""What comments in an article say to seoaudit: which rules are silent, and over which blocks.

`disable` silences rules from the next block on, `enable` ends that, `disable-next` silences the next block alone;
without ids all rules are meant. A block is a heading, paragraph, list item, quotation, table, code block or image,
and is silenced as a whole: a comment within a paragraph acts from the next block on.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from seoaudit.article.comments import Comment, comments_of
from seoaudit.article.model import Article
from seoaudit.assessment.registry import Place
from seoaudit.assessment.selection import covers

Action = Literal["disable", "disable-next", "enable"]
ACTIONS: tuple[Action, ...] = ("disable", "disable-next", "enable")
# What a rule's selectors are parted by; a reason may stand in brackets after them.
_SAYS = re.compile(r"(?P<action>[\w-]*)\s*(?:=\s*(?P<rules>[^()]*?))?\s*(?:\([^()]*\))?", re.DOTALL)


class Directive(NamedTuple):
    """A comment that is understood.

    Attributes:
        comment: the comment.
        action: what it does.
        selectors: ids and families it names; none: all rules.
    """

    comment: Comment
    action: Action
    selectors: tuple[str, ...]

    def names(self, rule: str) -> bool:
        """Whether a rule is meant."""
        return not self.selectors or any(covers(s, rule) for s in self.selectors)


@dataclass(frozen=True, slots=True)
class Silence:
    """Where a rule is silent.

    Attributes:
        blocks: indices of the silent blocks, each with the directive that silences it.
        whole: the directive that silences the rule in the whole article, None where none does.
        ended: the directives that end a silence.
    """

    blocks: dict[int, Directive]
    whole: Directive | None
    ended: tuple[Directive, ...]


def read_directives(article: Article) -> tuple[list[Directive], list[Comment]]:
    """Return the directives of an article in order, and the comments that are none."""
    directives, others = [], []
    for comment in comments_of(article):
        directive = _directive(comment)
        if directive is None:
            others.append(comment)
        else:
            directives.append(directive)
    return directives, others


def silence_of(rule: str, directives: Sequence[Directive], article: Article) -> Silence:
    """Return where directives silence a rule.

    One that stands before the first block and is never ended silences the rule for the whole article.

    Args:
        rule: its id.
        directives: in order.
        article: whose blocks they are about.
    """
    starts = [b.start for b in article.blocks]
    blocks: dict[int, Directive] = {}
    ended = []
    since: Directive | None = None
    for directive in (d for d in directives if d.names(rule)):
        at = bisect_left(starts, directive.comment.end)
        if directive.action == "disable-next":
            if at < len(starts):
                blocks.setdefault(at, directive)
        elif directive.action == "disable":
            since = since or directive
        elif since is not None:
            blocks.update(dict.fromkeys(_between(starts, since, at), since))
            ended.append(directive)
            since = None
    if since is not None:
        blocks.update(dict.fromkeys(_between(starts, since, len(starts)), since))
    whole = since if since is not None and starts and since.comment.start < starts[0] else None
    return Silence(blocks, whole, tuple(ended))


def block_of(article: Article, place: Place) -> int:
    """Return the index of the block a place lies in, or follows; -1 before the first."""
    return bisect_right(article.blocks, place.start, key=lambda b: b.start) - 1


def _between(starts: Sequence[int], since: Directive, until: int) -> Iterator[int]:
    return iter(range(bisect_left(starts, since.comment.end), until))


def _directive(comment: Comment) -> Directive | None:
    said = _SAYS.fullmatch(comment.says)
    action = next((a for a in ACTIONS if said and said["action"].lower() == a), None)
    if said is None or action is None:
        return None
    selectors = tuple(s.upper() for s in re.split(r"[\s,;]+", said["rules"] or "") if s)
    # "disable=" names nothing: it would silence all rules by mistake.
    return None if said["rules"] is not None and not selectors else Directive(comment, action, selectors)
