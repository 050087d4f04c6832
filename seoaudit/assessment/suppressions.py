"""Takes from the judgement what comments in the article silence, and says what was taken.

Two cases, told by how a rule comes to its value:

- A rule that counts places (a missing space, a link without text, a long paragraph) no longer counts those in silent
  blocks: its value, its points and its texts are those of the others.
- Every other rule judges the article as a whole: a share, a rate, a title. A part of it cannot be taken away; only a
  comment before the first block silences such a rule, which then leaves both sums of the score, as one that settings
  switch off does.

What is silenced is kept apart, with the score there would be without any comment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from seoaudit.article.comments import Comment
from seoaudit.article.model import Article
from seoaudit.assessment.context import Context
from seoaudit.assessment.directives import ACTIONS, Directive, block_of, read_directives, silence_of
from seoaudit.assessment.measures import all_measures
from seoaudit.assessment.registry import Place, Value
from seoaudit.assessment.result import NoteKind
from seoaudit.assessment.rule_model import Rule
from seoaudit.assessment.selection import covers, nearest_selector
from seoaudit.french.analysis import analyse

# How a rule looks at an article, with the reason why it does not apply.
Look = Callable[[Rule, Context], tuple[Value, str]]
# Kinds whose value is no count, whatever it comes to.
_NO_COUNT = frozenset({"balance", "norm"})


class Remark(NamedTuple):
    """Something to say on a comment.

    Attributes:
        offset: where it stands.
        kind: what there is to say.
        said: the words that it is about.
        near: what may have been meant.
    """

    offset: int
    kind: NoteKind
    said: str
    near: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What comments silence of a rule: its value over the silent blocks, or all of it."""

    rule: Rule
    value: Value
    whole: bool


@dataclass(frozen=True, slots=True)
class Silenced:
    """The outcome.

    Attributes:
        looks: each rule's value and reason, by id, silent parts left out; rules that are silent for the whole article
            have no value and the reason `SILENT`.
        taken: what was left out, by rule.
        notes: unknown names and comments that silence nothing, in order of their places.
    """

    looks: Mapping[str, tuple[Value, str]]
    taken: tuple[Taken, ...] = ()
    notes: tuple[Remark, ...] = ()


SILENT = "silenced"


def silence(context: Context, rules: Sequence[Rule], looks: Mapping[str, tuple[Value, str]], look: Look) -> Silenced:
    """Return what is left of the rules' values once the article's comments are heeded.

    Args:
        context: the article.
        rules: the rules.
        looks: their values and reasons, by id, as if there were no comments.
        look: looks at a part of the article, for the texts of what is left of it.
    """
    article = context.article
    directives, others = read_directives(article)
    if not directives and not others:
        return Silenced(looks)
    part = _parts(context)
    left, taken, used = dict(looks), [], set()
    for rule in rules:
        value, _ = looks[rule.id]
        silent = silence_of(rule.id, directives, article)
        used |= {(d, rule.id) for d in silent.ended}
        if value.value is None:
            continue
        faulty = rule.band(value.value).severity is not None
        if silent.whole:
            left[rule.id] = Value(None), SILENT
            if faulty:
                taken.append(Taken(rule, value, whole=True))
                used.add((silent.whole, rule.id))
        elif faulty and _counts(rule, value):
            hidden = [p for p in value.places if block_of(article, p) in silent.blocks]
            if hidden:
                used |= {(silent.blocks[block_of(article, p)], rule.id) for p in hidden}
                blocks = frozenset(silent.blocks)
                here, there = part(frozenset(range(len(article.blocks))) - blocks), part(blocks)
                kept = [p for p in value.places if block_of(article, p) not in blocks]
                rest = _narrowed(value, kept, look(rule, here)[0], article, blocks, inside=False)
                gone = _narrowed(value, hidden, look(rule, there)[0], article, blocks, inside=True)
                left[rule.id] = rest, ""
                taken.append(Taken(rule, gone, whole=False))
    notes = [*_unknown(directives, others, rules), *_idle(directives, used, rules, looks)]
    return Silenced(left, tuple(taken), tuple(sorted(notes)))


def _counts(rule: Rule, value: Value) -> bool:
    """Whether a rule's value is the number of its places."""
    unit = all_measures()[rule.judges].unit if rule.judges else ""
    return rule.kind not in _NO_COUNT and not unit and bool(value.places) and value.value == len(value.places)


def _parts(context: Context) -> Callable[[frozenset[int]], Context]:
    """Return what gives the article with some of its blocks only; their parse is at hand."""

    @cache
    def part(kept: frozenset[int]) -> Context:
        blocks = tuple(b for i, b in enumerate(context.article.blocks) if i in kept)
        return replace(context, analysis=analyse(replace(context.article, blocks=blocks)))

    return part


def _narrowed(
    value: Value, places: Iterable[Place], seen: Value, article: Article, blocks: Set[int], *, inside: bool
) -> Value:
    """Return a count of some of its places, with the facts of the part of the article that they lie in.

    Where that part by itself comes to another count (a quotation opened in one block and closed in another), the facts
    of the whole article stay.
    """
    kept = tuple(places)
    corrections = tuple(
        c for c in value.corrections if c.place is None or (block_of(article, c.place) in blocks) is inside
    )
    facts = seen.facts if seen.value == len(kept) else value.facts
    return replace(value, value=len(kept), places=kept, facts=facts, corrections=corrections)


def _unknown(directives: Iterable[Directive], others: Iterable[Comment], rules: Sequence[Rule]) -> Iterable[Remark]:
    ids = [r.id for r in rules]
    for comment in others:
        yield Remark(comment.start, "unknown_directive", comment.says, ", ".join(ACTIONS))
    for directive in directives:
        for selector in directive.selectors:
            if not any(covers(selector, i) for i in ids):
                near = nearest_selector(selector, ids)
                yield Remark(directive.comment.start, "unknown_rule", selector, near)


def _idle(
    directives: Iterable[Directive],
    used: Set[tuple[Directive, str]],
    rules: Sequence[Rule],
    looks: Mapping[str, tuple[Value, str]],
) -> Iterable[Remark]:
    """Yield the names in directives that silence nothing; those that could not, with the reason."""
    for directive in directives:
        for selector in directive.selectors or ("",):
            meant = [r for r in rules if not selector or covers(selector, r.id)]
            if not meant or any((directive, r.id) in used for r in meant):
                continue
            said = f"{directive.action}={selector}" if selector else directive.action
            kind: NoteKind = "unused_enable" if directive.action == "enable" else "unused"
            if selector and kind == "unused" and any(_judges_whole(r, looks[r.id][0]) for r in meant):
                kind = "whole_article"
            yield Remark(directive.comment.start, kind, said)


def _judges_whole(rule: Rule, value: Value) -> bool:
    """Whether a rule finds fault with the article as a whole."""
    return value.value is not None and rule.band(value.value).severity is not None and not _counts(rule, value)
