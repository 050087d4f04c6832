"""The agent of a passive form: by whom or what, with "par" ("par le maire") or "de" ("aimé de tous")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from seoaudit.french.data import read_list, read_table
from seoaudit.french.parse import Parsed, Token

# What follows "par" in set phrases, and votes: "rejeté par 178 voix".
_NO_AGENTS = frozenset(
    {
        "ailleurs",
        "avance",
        "bas",
        "conséquent",
        "contre",
        "défaut",
        "haut",
        "endroits",
        "exemple",
        "hasard",
        "intermédiaire",
    }
    | {"moments", "rapport", "suite", "voix"}
)
# What follows "de" and tells how or since when: "connu de nom", "de longue date".
_MANNERS = frozenset({"date", "fait", "façon", "manière", "nom", "nouveau", "nuit", "près", "réputation", "vue"})
_DE = frozenset({"d'", "de", "des", "du"})
_OPENERS = _DE | {"par"}
_QUOTES = frozenset('"«»“”')
_NOMINAL = frozenset({"ADJ", "NOUN", "PRON", "PROPN"})
_ASIDES = frozenset({"acl", "acl:relcl", "advcl", "advmod", "ccomp", "obl:mod", "parataxis"})


def children_of(tokens: Sequence[Token]) -> Mapping[int, list[int]]:
    """Return the indices of the tokens that depend on each token."""
    children: dict[int, list[int]] = defaultdict(list)
    for index, token in enumerate(tokens):
        if token.head != index:
            children[token.head].append(index)
    return children


def par_phrase(
    tokens: Sequence[Token], participle: int, children: Mapping[int, list[int]], *, direct: bool = False
) -> int | None:
    """Return the head of a phrase in "par" that depends on a participle, an agent or a means: a sign of an action.

    Args:
        tokens: the paragraph's tokens.
        participle: index of the participle.
        children: what depends on each token.
        direct: not by way of another complement: "basé sur le codage des couleurs par des signes" has none.
    """
    return next(_par_phrases(tokens, participle, children, direct=direct), None)


def agent_of(tokens: Sequence[Token], participle: int, children: Mapping[int, list[int]]) -> int | None:
    """Return the head of the agent of a participle: in "par", or in "de" right after it ("aimé de tous")."""
    for head in _par_phrases(tokens, participle, children, direct=False):
        par = next(c for c in children[head] if _is_par(tokens[c]))
        another = par - 1 > participle and "VerbForm=Part" in tokens[par - 1].morph  # "exprimé en points séparés par…"
        if not another and not _is_means(tokens, head, children):
            return head
    word, case = tokens[participle].text.lower(), participle + 1
    if case >= len(tokens) or tokens[case].text.lower() not in _DE or not _takes_de(word):
        return None
    head = tokens[case].head
    named = tokens[head].pos in _NOMINAL and tokens[head].text.lower() not in _MANNERS
    return head if named and head > case and tokens[head].head == participle else None


def _par_phrases(
    tokens: Sequence[Token], participle: int, children: Mapping[int, list[int]], *, direct: bool
) -> Iterator[int]:
    near = [c for c in children.get(participle, ()) if c > participle and tokens[c].dep.startswith("obl")]
    below = [g for c in near for g in children.get(c, ()) if g > c and tokens[g].dep.startswith(("obl", "nmod"))]
    for candidate in near if direct else (*near, *below):
        if tokens[candidate].text.lower() in _NO_AGENTS:
            continue
        if any(_is_par(tokens[c]) for c in children.get(candidate, ())):
            yield candidate


def _is_par(token: Token) -> bool:
    return token.text.lower() == "par" and token.dep == "case"


def _is_means(tokens: Sequence[Token], head: int, children: Mapping[int, list[int]]) -> bool:
    """Whether a phrase in "par" names a means or a rate: "envoyé par courrier", "divisé par deux"."""
    word = tokens[head].text.lower()
    if word.isdigit() or word in read_table("number_words").values():  # "par deux", but "par deux d'entre eux"
        return len(children[head]) == 1
    bare = tokens[head - 1].text.lower() == "par" and tokens[head].pos == "NOUN"
    return bare and tokens[head].text[:1].islower()


def agent_phrase(parsed: Parsed, head: int, children: Mapping[int, list[int]]) -> str:
    """Return an agent from its "par" or "de" on, without the clauses and asides that hang on it."""
    tokens = parsed.tokens
    first = min(c for c in children[head] if tokens[c].text.lower() in _OPENERS and tokens[c].dep in ("case", "det"))
    members, waiting = {head}, [head]
    while waiting:
        below = [c for c in children.get(waiting.pop(), ()) if not _is_aside(tokens, c, children)]
        members.update(below)
        waiting += below
    last = first
    while last + 1 in members and tokens[last + 1].text != "(":
        last += 1
    while last > head and (tokens[last].dep == "punct" or tokens[last].text == "ce"):  # "par l'Insee, ce qui…"
        last -= 1
    quotes = sum(t.text in _QUOTES for t in tokens[first : last + 1])
    if quotes % 2 and any(t.text in _QUOTES for t in tokens[last + 1 : last + 2]):  # “par "False"”
        last += 1
    return parsed.text[tokens[first].start : tokens[last].end]


def _is_aside(tokens: Sequence[Token], index: int, children: Mapping[int, list[int]]) -> bool:
    """Whether a dependent is a clause, an adverbial or something set off by a comma, not part of a name."""
    below = [tokens[c] for c in children.get(index, ())]
    set_off = tokens[index].dep == "appos" and any(t.dep == "punct" for t in below)
    clause = any(t.dep == "mark" for t in below)  # "par l'Église lorsque le pape…", whatever the parser calls it
    but = any(t.text.lower() == "mais" for t in below) and not any(_is_par(t) for t in below)
    return set_off or clause or but or tokens[index].dep in _ASIDES


def _takes_de(participle: str) -> bool:
    return any(participle.removesuffix(ending) in _verbs_with_de() for ending in ("", "e", "s", "es"))


@cache
def _verbs_with_de() -> frozenset[str]:
    return frozenset(read_list("agent_in_de"))
