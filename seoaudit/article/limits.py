"""What no reader accepts, whatever the format: too long, empty, or holding characters that no text holds.

Each refusal is one sentence that names the input as its user knows it, says what is wrong and what to do.
"""

from __future__ import annotations

import re

from seoaudit.errors import InputError

# Several novels: beyond it something else than an article was given. The setting is `max_chars`.
MAX_CHARS = 2_000_000


def shown(name: str) -> str:
    """Return how a message names the input: the file as its user typed it, standard input or the text given."""
    return {"": "le texte donné", "-": "l’entrée standard"}.get(name, f"« {' '.join(name.split())} »")


def check_text(text: str, *, name: str = "", max_chars: int = MAX_CHARS) -> str:
    """Return a text ready to be read: its byte order mark dropped, its length and characters checked.

    Raises:
        InputError: it is longer than `max_chars`, holds nothing but white space, or holds NUL or lone surrogates.
    """
    if len(text) > max_chars:
        raise too_long(name, max_chars)
    text = text.removeprefix("\ufeff")
    if "\x00" in text:
        raise refusal(name, f"contient un caractère nul à la position {text.index(chr(0)) + 1} : retirez-le.")
    lone = next((m.start() for m in re.finditer("[\ud800-\udfff]", text)), None)
    if lone is not None:
        raise refusal(name, f"contient un caractère invalide à la position {lone + 1} : enregistrez-le en UTF-8.")
    if not text.strip():
        raise refusal(name, "est vide : donnez un article à lire.")
    return text


def too_long(name: str, max_chars: int) -> InputError:
    """Return the refusal of an input over the limit."""
    limit = f"{max_chars:,}".replace(",", "\u202f")
    return refusal(
        name,
        f"dépasse la limite de {limit} caractères : découpez l’article ou relevez le réglage max_chars.",
    )


def refusal(name: str, says: str) -> InputError:
    """Return the error whose sentence begins with the input as its user knows it."""
    what = shown(name)
    return InputError(f"{what[0].upper()}{what[1:]} {says}")
