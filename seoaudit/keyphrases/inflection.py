"""Number and gender taken away: one key for panne and pannes, for national, nationale and nationaux.

The key is no lemma and need not be a word: all that counts is that the forms of one word share it, and that two words
do not. It reads a form alone, with no parse, so gender is undone only where the ending tells (-trice, -ienne, -euse);
other pairs are listed (`data/gendered.txt`), and look-alikes that are two words are kept apart
(`data/fixed_forms.txt`).
"""

from __future__ import annotations

from functools import cache, lru_cache

from seoaudit.keyphrases.data import read_lines, read_set

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "OE", "Æ": "AE"})

# Shortest form a plural mark is taken from: "os" and "gaz" are none.
SHORTEST_PLURAL = 4
# Feminine ending, what stands for it in the key, and the length of the shortest form that may bear it.
FEMININE = (
    ("trice", "teu", 7),
    ("drice", "deu", 7),
    ("euse", "eu", 6),
    ("eure", "eu", 7),
    ("enne", "en", 6),
    ("elle", "el", 6),
    ("aise", "ai", 7),
    ("oise", "oi", 6),
    ("ière", "ier", 5),
    ("aine", "ain", 7),
    ("ante", "ant", 7),
    ("ente", "ent", 7),
    ("onne", "on", 8),
    ("ouse", "ou", 6),
    ("ale", "al", 5),
    ("ive", "if", 5),
    ("ée", "é", 4),
)
# Masculine endings that the key writes like their feminine's.
MASCULINE = (("teur", "teu", 5), ("eur", "eu", 6))


def fold(text: str) -> str:
    """Return a text in lower case with its ligatures written out: "Œuvre" gives "oeuvre". Accents stay."""
    return text.translate(LIGATURES).lower()


@lru_cache(maxsize=65_536)
def inflection_key(word: str) -> str:
    """Return what the singular, plural, masculine and feminine forms of a word have in common.

    Args:
        word: one word without elision, in any case.
    """
    form = fold(word)
    known = _listed().get(form)
    if known is not None:
        return known
    singular = _singular(form)
    known = _listed().get(singular)
    return known if known is not None else _genderless(singular)


def _singular(form: str) -> str:
    """Undo the plural."""
    if len(form) < SHORTEST_PLURAL or form[-1] not in "sx":
        return form
    if form.endswith("aux") and len(form) > SHORTEST_PLURAL:
        return form[:-1] if form.endswith("eaux") else form[:-2] + "l"
    if form[-1] == "x":
        # "-ix" is never a plural: voix, prix, croix.
        return form if form[-2] == "i" else form[:-1]
    return form if form.endswith("ss") else form[:-1]


def _genderless(form: str) -> str:
    """Undo the feminine, where the ending tells."""
    for ending, instead, shortest in FEMININE:
        if form.endswith(ending) and len(form) >= shortest:
            # Verbs in -ionner and -menter are many, feminine nouns in -ionne and -mente four.
            if (ending == "onne" and not form.endswith(("ronne", "tonne"))) or form.endswith("mente"):
                return form
            return form[: -len(ending)] + instead
    for ending, instead, shortest in MASCULINE:
        if form.endswith(ending) and len(form) >= shortest:
            return form[: -len(ending)] + instead
    return form


@cache
def _listed() -> dict[str, str]:
    """Forms whose key is not given by rule."""
    table = {fold(form): fold(form) for form in read_set("fixed_forms")}
    for line in read_lines("gendered"):
        forms = [fold(f) for f in line.split()]
        # A slash keeps the key of a listed word out of the way of every rule's result.
        table.update(dict.fromkeys(forms, forms[0] + "/"))
    for line in read_lines("irregular_plurals"):
        plural, singular = (fold(f) for f in line.split())
        table[plural] = table.get(singular) or _genderless(singular)
    return table
