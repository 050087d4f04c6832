"""The agent of a passive form: by whom or what, with "par"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from seoaudit.french.parse import Parsed, Token

# What follows "par" in set phrases.
_NO_AGENTS = frozenset(
    {"ailleurs", "avance", "conséquent", "contre", "défaut", "exemple", "hasard", "rapport", "suite"}
)
_ASIDES = frozenset({"acl", "acl:relcl", "advcl", "advmod", "ccomp", "obl:mod", "parataxis"})


def children_of(tokens: Sequence[Token]) -> Mapping[int, list[int]]:
    """Return the indices of the tokens that depend on each token."""
    children: dict[int, list[int]] = defaultdict(list)
    for index, token in enumerate(tokens):
        if token.head != index:
            children[token.head].append(index)
    return children


def agent_of(
    tokens: Sequence[Token], participle: int, children: Mapping[int, list[int]], *, direct: bool = False
) -> int | None:
    """Return the head of the phrase in "par" that depends on a participle.

    Args:
        tokens: the paragraph's tokens.
        participle: index of the participle.
        children: what depends on each token.
        direct: not by way of another complement: "basé sur le codage des couleurs par des signes" has no agent.
    """
    near = [c for c in children.get(participle, ()) if c > participle and tokens[c].dep.startswith("obl")]
    below = [g for c in near for g in children.get(c, ()) if g > c and tokens[g].dep.startswith(("obl", "nmod"))]
    for candidate in near if direct else (*near, *below):
        if tokens[candidate].text.lower() in _NO_AGENTS:
            continue
        if any(tokens[c].text.lower() == "par" and tokens[c].dep == "case" for c in children.get(candidate, ())):
            return candidate
    return None


def agent_phrase(parsed: Parsed, head: int, children: Mapping[int, list[int]]) -> str:
    """Return an agent from its "par" on, without the clauses and asides that hang on it."""
    tokens = parsed.tokens
    first = min(c for c in children[head] if tokens[c].text.lower() == "par" and tokens[c].dep == "case")
    members, waiting = {head}, [head]
    while waiting:
        below = [c for c in children.get(waiting.pop(), ()) if not _is_aside(tokens, c, children)]
        members.update(below)
        waiting += below
    last = first
    while last + 1 in members and tokens[last + 1].text != "(":
        last += 1
    while tokens[last].dep == "punct" and last > head:
        last -= 1
    return parsed.text[tokens[first].start : tokens[last].end]


def _is_aside(tokens: Sequence[Token], index: int, children: Mapping[int, list[int]]) -> bool:
    """Whether a dependent is a clause, an adverbial or something set off by a comma, not part of a name."""
    below = [tokens[c] for c in children.get(index, ())]
    set_off = tokens[index].dep == "appos" and any(t.dep == "punct" for t in below)
    clause = any(t.dep == "mark" for t in below)  # "par l'Église lorsque le pape…", whatever the parser calls it
    return set_off or clause or tokens[index].dep in _ASIDES
