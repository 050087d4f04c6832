"""The passive voice: a form of être and a participle that says what is done to the subject.

The parse proposes (`aux:pass`, and être with a participle under other names); grammar disposes. Not passive are the
perfect of verbs that take être ("est venu"), reflexive verbs ("s'est arrêtée"), participles that describe a state
("est située", "est très connu"), and words that only look like participles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from seoaudit.french.data import read_list
from seoaudit.french.parse import Parsed, Token, parse_paragraphs
from seoaudit.french.passive_agent import agent_of, agent_phrase, children_of, par_phrase
from seoaudit.french.passive_state import is_state, masculine_forms

_PARTICIPLE = re.compile(r"(?:[éû]|(?<![gq])u|(?<!a)i|(?<!o)is|us|(?<!a)it|fait|trait|[eo]rt|[aeo]int|clos)(?:es?|s)?$")
_BY_TAG = "VerbForm=Part"
_INFINITIVE = re.compile(r".+(?:er|ir|re)")
# Forms of être whose subject is of the person of a pronoun: "je me suis", "tu t'es".
_SAME_PERSON = {
    "me": re.compile(r"suis|étais|fus|serai|serais|sois|été"),
    "te": re.compile(r"es|étais|fus|seras|serais|sois|été"),
    "nous": re.compile(r"sommes|étions|fûmes|serons|serions|soyons|été"),
    "vous": re.compile(r"êtes|étiez|fûtes|serez|seriez|soyez|été"),
}
_CLITICS = frozenset({"en", "y", "ne", "n'", "le", "la", "les", "l'", "lui", "leur"})
_SUBJECTS = frozenset({"c'", "ce", "elle", "elles", "il", "ils", "j'", "je", "nous", "on", "tu", "vous", "ça"})
_SET = frozenset({"dit", "donné", "entendu"})
_ARTICLES = frozenset({"l'", "la", "le", "les", "un", "une"})
# Nouns of asides that the parser takes for what is said of the subject: "est en revanche utilisée".
_ASIDES = frozenset({"effet", "exemple", "fait", "général", "outre", "particulier", "origine", "partie", "pratique"})
_ASIDES |= {"principe", "revanche", "réalité", "somme", "théorie", "tour"}
# How the parser ties être to a participle, and what the tagger calls a participle.
_RELATIONS = frozenset({"aux:pass", "aux:tense", "aux", "cop"})
_CLASSES = frozenset({"VERB", "AUX", "ADJ", "NOUN"})
# Tokens looked back over for a reflexive pronoun or an earlier auxiliary.
_NEAR = 4
# Tokens between avoir and "été" ("n'a, semble-t-il, toujours pas été"), and of an aside after être.
_FAR = 8


class Passive(NamedTuple):
    """A passive form.

    Attributes:
        sentence: index of its sentence in the parse.
        start: offset of its first auxiliary in the normalised text.
        end: offset just after its participle.
        words: its auxiliaries and participle ("a", "été", "inauguré").
        agent: by whom or what, with its preposition ("par le maire", "de tous"), or None.
    """

    sentence: int
    start: int
    end: int
    words: tuple[str, ...]
    agent: str | None


def is_passive(sentence: str) -> bool:
    """Return whether a sentence holds a passive form; the same answer whichever apostrophe is typed.

    Raises:
        ModelError: the French model is missing or of another version.
    """
    return passive_sentences([sentence])[0]


def passive_sentences(texts: Iterable[str]) -> list[bool]:
    """Return for each text whether it holds a passive form.

    Args:
        texts: sentences or paragraphs; parsed together, which is faster than one by one.

    Raises:
        ModelError: the French model is missing or of another version.
    """
    return [bool(passives(parsed)) for parsed in parse_paragraphs(list(texts))]


def passives(parsed: Parsed) -> list[Passive]:
    """Return the passive forms of a paragraph, in order."""
    etre = _etre_forms()
    served = [i for i, form in enumerate(parsed.forms) if form in etre and _may_serve(parsed.tokens, i)]
    if not served:
        return []
    children = children_of(parsed.tokens)
    found: dict[int, int] = {}  # participle -> its last auxiliary
    for index in served:
        participle = _participle(parsed.tokens, index, children)
        if participle is not None:
            found[participle] = index  # the nearest: "tout l'intérêt est qu'elle est mise à jour"
    return [_passive(parsed, p, a, children) for p, a in sorted(found.items())]


def _is_auxiliary(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token goes with the form of être: "a", "été"; not any verb that the parser took for an auxiliary."""
    known = tokens[index].lemma == "avoir" or tokens[index].text.lower() == "été"
    return known and tokens[index].dep.startswith("aux")


def _may_serve(tokens: Sequence[Token], auxiliary: int) -> bool:
    """Whether a form of être may be an auxiliary, also where the parser saw a conjunction or the main verb."""
    following = tokens[min(auxiliary + 1, len(tokens) - 1)].text.lower()
    if tokens[auxiliary].text.lower() == "étant" and following in _SET:  # "étant donné le prix", "cela étant dit"
        return False
    before = tokens[max(0, auxiliary - 1)]
    if tokens[auxiliary].text.lower() == "été" and (before.pos == "DET" or before.text.lower() == "en"):  # "cet été"
        return False
    if tokens[auxiliary].dep == "mark":  # "étant surveillée, la place…"
        return tokens[auxiliary].text.lower() == "étant"
    if tokens[auxiliary].text.lower() == "soit" and following in _SUBJECTS:  # "soit c'est fermé, soit…"
        return False
    return tokens[auxiliary].dep in _RELATIONS or following == ","


def _passive(parsed: Parsed, participle: int, auxiliary: int, children: Mapping[int, list[int]]) -> Passive:
    tokens = parsed.tokens
    own = [c for c in children.get(participle, ()) if c < participle and _is_auxiliary(tokens, c)]
    verb = sorted({auxiliary, *own, *_avoir(tokens, auxiliary), participle})
    agent = agent_of(tokens, participle, children)
    return Passive(
        tokens[participle].sentence,
        tokens[verb[0]].start,
        tokens[participle].end,
        tuple(tokens[v].text for v in verb),
        None if agent is None else agent_phrase(parsed, agent, children),
    )


def _avoir(tokens: Sequence[Token], auxiliary: int) -> Iterator[int]:
    """Yield the form of avoir that "été" cannot do without, which an inversion may hide: "ont-elles été rendues"."""
    if tokens[auxiliary].text.lower() != "été":
        return
    for at in range(auxiliary - 1, max(-1, auxiliary - 1 - _FAR), -1):
        if tokens[at].lemma == "avoir" and tokens[at].sentence == tokens[auxiliary].sentence:
            yield at
            return


def _participle(tokens: Sequence[Token], auxiliary: int, children: Mapping[int, list[int]]) -> int | None:
    """Return the participle that a form of être makes passive, if any."""
    for candidate in _candidates(tokens, auxiliary, children):
        if not _is_apart(tokens, auxiliary, candidate) and _is_passive(tokens, auxiliary, candidate, children):
            return candidate
    return None


def _is_apart(tokens: Sequence[Token], auxiliary: int, participle: int) -> bool:
    """Whether être and a participle are parted: "est homogène, constitué de grès", "nous sommes en mai, ça fait…"."""
    between = tokens[auxiliary + 1 : participle]
    if any(t.text.lower() in _SUBJECTS for t in between):  # not "-il", "-elles"
        return True
    said = len(between) > 1 and between[0].text.lower() in _ARTICLES and between[1].pos == "NOUN"
    if said and between[1].text.lower() not in ("fois", "plupart"):  # "est la partie privée"
        return True
    commas = [i for i, t in enumerate(between) if t.text == ","]
    return len(commas) == 1 and any(t.pos == "ADJ" for t in between[: commas[0]])


def _candidates(tokens: Sequence[Token], auxiliary: int, children: Mapping[int, list[int]]) -> Iterator[int]:
    """Yield the head of être, or the participle that the parser overlooked beside a noun."""
    head = tokens[auxiliary].head
    if head <= auxiliary:
        yield from _after_aside(tokens, auxiliary)
        return
    yield head
    if tokens[auxiliary].dep != "cop" or tokens[head].pos != "NOUN":
        return
    below = [tokens[c].dep for c in children.get(head, ()) if auxiliary < c]
    after, before = head + 1, auxiliary + 1
    aside = "case" in below and tokens[head].text.lower() in _ASIDES
    if aside and after < len(tokens) and tokens[after].head == head:  # "est en revanche utilisée"
        yield after
    if "det" not in below and "case" not in below and tokens[before].head == head:  # "est sacré champion"
        yield before


def _after_aside(tokens: Sequence[Token], auxiliary: int) -> Iterator[int]:
    """Yield the participle that an aside parts from être, which the parser hangs on it: "sera, dit-on, livré"."""
    commas = [i for i in range(auxiliary + 1, min(auxiliary + 1 + _FAR, len(tokens))) if tokens[i].text == ","]
    if len(commas) != 2 or commas[0] != auxiliary + 1:
        return
    after = commas[1] + 1
    while after < len(tokens) - 1 and tokens[after].pos == "ADV":
        after += 1
    if after < len(tokens) and tokens[after].head == auxiliary and tokens[after].sentence == tokens[auxiliary].sentence:
        yield after


def _is_passive(tokens: Sequence[Token], auxiliary: int, participle: int, children: Mapping[int, list[int]]) -> bool:
    """Whether être and a participle make a passive."""
    verb = tokens[participle]
    if not _looks_like_participle(verb) or _is_active(tokens, auxiliary, participle, children):
        return False
    agent = par_phrase(tokens, participle, children) is not None
    event = _is_action(tokens, auxiliary, participle)
    if is_state(tokens, auxiliary, participle, children, event=event, agent=agent):
        return False
    action = agent or event
    by_tag, infinitive = _BY_TAG in verb.morph, _has_infinitive(verb)
    match tokens[auxiliary].dep:
        case "aux:pass":
            return verb.pos != "ADJ" or by_tag or action or infinitive
        case "cop":
            return infinitive or (by_tag and (verb.pos == "VERB" or action))
        case _:  # taken for a perfect, whose verb would take être
            about_it = any(t.text.lower() in ("c'", "ce") for t in tokens[max(0, auxiliary - 2) : auxiliary])
            return by_tag and not about_it and tokens[auxiliary].text.lower() != "été"


def _is_active(tokens: Sequence[Token], auxiliary: int, participle: int, children: Mapping[int, list[int]]) -> bool:
    """Whether the form is a perfect ("est venu"), reflexive ("s'est tu"), or a noun ("est le futur baptisé")."""
    perfect = any(form in _etre_participles() for form in masculine_forms(tokens[participle].text.lower()))
    if tokens[auxiliary].text.lower() != "été":  # "a été monté" is passive, "est monté" is not
        between = (t.text.lower() for t in tokens[auxiliary + 1 : participle] if _BY_TAG in t.morph)
        if perfect or any(form in _etre_participles() for word in between for form in masculine_forms(word)):
            return True  # "est venu", "est morte piétinée"
    within = [tokens[c] for c in children.get(participle, ()) if c > auxiliary]
    if any(t.dep in ("det", "case") for t in within):
        return True
    if any(t.dep.startswith("aux") and t.lemma == "avoir" and t.text.lower() != "été" for t in within):
        return True  # "il n'est pas là parce qu'ils ont prouvé…"
    return _is_reflexive(tokens, auxiliary)


def _looks_like_participle(token: Token) -> bool:
    word = token.text.lower()
    if token.pos not in _CLASSES or _PARTICIPLE.search(word) is None:
        return False
    return not any(form in _lookalikes() for form in masculine_forms(word))


def _has_infinitive(token: Token) -> bool:
    """Whether the lemmatizer knows the word as a form of a verb, whatever the tagger calls it."""
    return _INFINITIVE.fullmatch(token.lemma) is not None and token.lemma != token.text.lower()


def _is_action(tokens: Sequence[Token], auxiliary: int, participle: int) -> bool:
    """Whether the tense tells of an event, not a state: "a été", "fut"."""
    near = tokens[max(0, auxiliary - _NEAR) : participle]
    return "Tense=Past" in tokens[auxiliary].morph or any(t.text.lower() == "été" and t.pos == "AUX" for t in near)


def _is_reflexive(tokens: Sequence[Token], auxiliary: int) -> bool:
    """Whether être follows a pronoun that stands for its subject: "s'est", "je me suis", "vous vous êtes"."""
    at = auxiliary - 1
    while at > max(0, auxiliary - _NEAR) and tokens[at].text.lower() in _CLITICS:
        at -= 1
    if at < 0:
        return False
    pronoun = tokens[at].text.lower()
    if pronoun in ("se", "s'"):
        return True
    same = _SAME_PERSON.get({"m'": "me", "t'": "te"}.get(pronoun, pronoun))
    if same is None or not same.fullmatch(tokens[auxiliary].text.lower()):
        return False
    # "vous êtes invités" has one pronoun, its subject; "vous vous êtes égarés" two.
    return pronoun not in ("nous", "vous") or (at > 0 and tokens[at - 1].text.lower() == pronoun)


@cache
def _etre_forms() -> frozenset[str]:
    return frozenset(read_list("etre_forms"))


@cache
def _etre_participles() -> frozenset[str]:
    return frozenset(read_list("etre_participles"))


@cache
def _lookalikes() -> frozenset[str]:
    return frozenset(read_list("participle_lookalikes"))
