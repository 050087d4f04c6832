"""A keyphrase in a slug: "appels-d-urgence", "appels-durgence" and "appels-urgence" all hold "appels d’urgence"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote

from seoaudit.french.normalise import normalise
from seoaudit.keyphrases.inflection import fold, inflection_key
from seoaudit.keyphrases.phrase import Part, prepare_keyphrase
from seoaudit.keyphrases.tokens import bare

_JOINED_ELISION = re.compile(r"^(?:[dl]|jusqu|lorsqu|puisqu)(?=[aeiouyh])")
_DIGIT_EDGE = re.compile(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)")
_IN_NUMBER = re.compile(r"(?<=\d)-(?=\d)")
_ENDING = re.compile(r"\.(?:html?|php|aspx?)$")


def in_slug(keyphrase: str, slug: str) -> bool:
    """Whether a slug holds the keyphrase's content words in order, an elided article joined, apart or left out.

    Accents and ligatures do not count, number and gender are free, a compound may be written as one word or as several.

    Args:
        keyphrase: the phrase as typed.
        slug: the last part of an address, or a whole path.

    Raises:
        SettingsError: the keyphrase is empty, has only function words, or is too long.
    """
    phrase = prepare_keyphrase(keyphrase)
    path = _ENDING.sub("", fold(bare(fold(normalise(unquote(slug)).text))))
    joined = re.split(r"[^a-z0-9]+", path)
    words = [p for w in joined if w for p in _DIGIT_EDGE.split(w)]
    # "2 700" is "2-700" or "2700".
    numbers = re.split(r"[^a-z0-9]+", _IN_NUMBER.sub("", path))
    readings = (words, joined, numbers)
    return any(_holds(variant, read) for variant in (phrase.parts, *phrase.variants) for read in readings)


def _holds(parts: Sequence[Part], words: Sequence[str]) -> bool:
    """Whether the words hold all parts in order."""
    at = 0
    for word in words:
        if at < len(parts) and _keys(parts[at].form) & (_keys(word) | _keys(_JOINED_ELISION.sub("", word))):
            at += 1
    return at == len(parts)


def _keys(form: str) -> set[str]:
    """Return the keys of a form without accents, which hide some feminines: "employée", "première"."""
    form = form if form.isalnum() else re.sub(r"[^\w]", "", form)
    return {inflection_key(bare(form)), bare(inflection_key(form))}
