"""The conjugated forms of a verb, from its infinitive: regular verbs by rule, those of the third group by a table.

Written to find verbs in texts, not to teach them: where spelling allows two forms ("il paye", "il paie") or a rule
cannot know ("appelle" but "pèle"), both are given; a form too many is one that no text holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from seoaudit.keyphrases.data import read_lines, read_set
from seoaudit.keyphrases.inflection import fold

_IMPERFECT = ("ais", "ait", "ions", "iez", "aient")
_FUTURE = ("ai", "as", "a", "ons", "ez", "ont", *_IMPERFECT)
_PAST = ("âmes", "âtes", "èrent", "asse", "asses", "ât", "assent")
_AGREEMENT = ("", "e", "s", "es")
# First group: endings with a mute e, after which stems change, and all others.
_MUTE = ("e", "es", "ent", *(f"er{e}" for e in _FUTURE))
_FULL = ("er", "ons", "ez", *_IMPERFECT, "ant", "ai", "as", "a", *_PAST, "é", "ée", "és", "ées")
_SECOND = (
    "r",
    "s",
    "t",
    "ssons",
    "ssez",
    "ssent",
    *(f"ss{e}" for e in _IMPERFECT),
    "ssant",
    "rent",
    "sse",
    "sses",
    "e",
    "es",
)
_CIRCUMFLEX = str.maketrans("aiu", "âîû")
_SHORTEST = 4


@lru_cache(maxsize=512)
def conjugated(infinitive: str) -> frozenset[str]:
    """Return the forms of a verb, the infinitive and agreeing participles included; none for what is no infinitive.

    Args:
        infinitive: one word in any case; a noun that looks like one ("boulanger") is conjugated too.
    """
    verb = fold(infinitive)
    if (len(verb) < _SHORTEST and verb != "fuir") or (verb in read_set("function_words") and verb not in _models()):
        return frozenset()
    model = next((verb[i:] for i in range(len(verb)) if verb[i:] in _models()), None)
    if model is not None and _models()[model]:
        return frozenset(map(fold, _third(verb.removesuffix(model), _models()[model], verb)))
    if verb.endswith("er"):
        return frozenset(_first(verb[:-2]))
    return frozenset(_regular_ir(verb[:-1])) if verb.endswith("ir") else frozenset()


def is_infinitive(form: str) -> bool:
    """Whether a form in lower case has the ending of an infinitive: "prendre", but not "offre"."""
    return form.endswith(_infinitive_endings())


@cache
def _infinitive_endings() -> tuple[str, ...]:
    return ("er", "ir", *(end for end in _models() if end.endswith("re")))


@cache
def _models() -> dict[str, tuple[str, ...]]:
    """The table of the third group; nothing for look-alikes that are regular."""
    rows = (line.split() for line in read_lines("irregular_verbs"))
    return {end: () if parts == ["="] else tuple(parts) for end, *parts in rows}


def _first(stem: str) -> Iterator[str]:
    """Yield the forms of a verb in -er."""
    yield from (stem + e for e in _FULL)
    if stem.endswith("g"):
        yield from (f"{stem}e{e}" for e in _FULL if e[0] in "aoâ")
    if stem.endswith("c"):
        yield from (f"{stem[:-1]}ç{e}" for e in _FULL if e[0] in "aoâ")
    for changed in {stem, *_before_mute(stem)}:
        yield from (changed + e for e in _MUTE)


def _before_mute(stem: str) -> Iterator[str]:
    """Yield what a stem may become before a mute e: emploi-, appell-, achèt-, cèd-."""
    if stem.endswith("y"):
        yield stem[:-1] + "i"
    if stem.endswith("envoy"):
        yield stem[:-3] + "err"
    if stem.endswith(("el", "et")):
        yield stem + stem[-1]
    for length in (1, 2):
        vowel = stem[-length - 1 : -length]
        if vowel in ("e", "é") and len(stem) > length + 1 and not set(stem[-length:]) & set("aeiouyé"):
            yield f"{stem[: -length - 1]}è{stem[-length:]}"


def _regular_ir(stem: str) -> Iterator[str]:
    """Yield the forms of a verb in -ir, -issant."""
    yield from (stem + e for e in ("", *_SECOND))
    yield from (f"{stem}r{e}" for e in _FUTURE)
    yield from (f"{stem[:-1]}î{e}" for e in ("mes", "tes", "t"))


def _third(start: str, row: tuple[str, ...], infinitive: str) -> Iterator[str]:
    """Yield the forms of a verb of the third group from its principal parts."""
    je, il, nous, ils, future, past, participle, *further = row
    yield infinitive
    yield from (start + f for f in (je, il, ils, f"{nous}ons", f"{nous}ez", f"{nous}ant", *further))
    # Those in -vre and -fre are conjugated like the first group: il ouvre, tu ouvres.
    yield from (f"{start}{nous}{e}" for e in _IMPERFECT)
    yield from (f"{start}{future}{e}" for e in _FUTURE)
    if ils.endswith("ent"):
        yield from (f"{start}{ils[:-3]}{e}" for e in ("e", "es"))
    vowel = len(past) - 2 if past.endswith("n") else len(past) - 1
    hat = past[:vowel] + past[vowel].translate(_CIRCUMFLEX) + past[vowel + 1 :]
    yield from (f"{start}{past}{e}" for e in ("s", "t", "rent", "sse", "sses", "ssent"))
    yield from (f"{start}{hat}{e}" for e in ("mes", "tes", "t"))
    plain = participle.replace("dû", "du").replace("mû", "mu")
    yield start + participle
    yield from (start + plain + e for e in _AGREEMENT)
