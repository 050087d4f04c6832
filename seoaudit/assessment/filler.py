"""Neutral French prose of any length, for examples of rules in which only the length matters."""

from __future__ import annotations

import re

from seoaudit.french.words import count_words

SENTENCES = (
    "Le jardin ouvre tôt le matin.",
    "Une allée de tilleuls mène à la serre.",
    "Deux bancs de pierre bordent le bassin.",
    "Plus loin, un verger descend vers la rivière.",
    "Chaque saison change la couleur des massifs.",
    "En été, des concerts animent la pelouse.",
    "Les enfants préfèrent la cabane au fond du parc.",
    "Un gardien ferme les grilles à la tombée de la nuit.",
)
_FILLER = re.compile(r"\{filler (\d+)\}")
_REPEAT = re.compile(r"\{repeat (\d+) ([^}]*)\}")


def filler(words: int) -> str:
    """Return exactly this many words of prose."""
    out: list[str] = []
    n = 0
    while sum(map(count_words, out)) < words:
        out.append(SENTENCES[n % len(SENTENCES)])
        n += 1
    text = " ".join(out)
    while count_words(text) > words:
        text = text.rsplit(" ", 1)[0]
    return text.rstrip(" .,") + "."


def expand(text: str) -> str:
    """Return a case's text with "{filler 60}" and "{repeat 3 Une phrase.}" written out."""
    text = _REPEAT.sub(lambda m: " ".join([m[2]] * int(m[1])), text)
    return _FILLER.sub(lambda m: filler(int(m[1])), text)
