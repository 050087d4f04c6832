"""From bytes to text: what encoding a file is in, and what is no text at all.

A byte order mark decides, then valid UTF-8 always wins, then the encoding that an HTML page declares, then the
single-byte encodings French files are found in, judged by how much of what they decode is French; charset-normalizer
is asked only when none of these convinces.
"""

from __future__ import annotations

import codecs
import re

from seoaudit.article.limits import refusal, shown
from seoaudit.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "un fichier PDF"),
    (b"PK\x03\x04", "une archive ou un document Word, LibreOffice ou EPUB"),
    (b"\xd0\xcf\x11\xe0", "un ancien document Word"),
    (b"{\\rtf", "un document RTF"),
    (b"\x89PNG", "une image PNG"),
    (b"\xff\xd8\xff", "une image JPEG"),
    (b"GIF8", "une image GIF"),
    (b"\x1f\x8b", "une archive gzip"),
)
# Single-byte encodings of French files: Windows and old Unix, then, where neither fits, old Macintosh and DOS. The
# order decides between equals.
_FRENCH_ENCODINGS = (("cp1252", "iso8859-15"), ("mac-roman", "cp850"))
_COMMON = frozenset("éèàêçâîôûù’«»…—œ€\u00a0")
_FRENCH_CHARACTERS = _COMMON | frozenset(
    "àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ«»‹›’‘“”„…–—•·°€£§©®™ªº²³½¼¾×\u00a0\u00ad"
)
_CONVINCING = 0.9  # of the characters beyond ASCII; the wrong encoding gives about half or less on French text
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z][\w.:-]{1,30})""", re.IGNORECASE)
_DECLARED_WITHIN = 2048
# Python knows codecs that are no page's encoding ("punycode", "unicode_escape"); these families are.
_LEGACY_LABEL = re.compile(r"iso-?8859-\d|latin\d|windows-\d|cp\d|koi8-|mac-?(?:roman|cyr)|shift_jis|euc-|gb[k\d]|big5")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 65_536


def decode(data: bytes, *, name: str = "") -> tuple[str, str]:
    """Return the text of a file and the name of the encoding it was in.

    Args:
        data: the bytes as read.
        name: how the user named the file, for messages.

    Returns:
        The text without byte order mark, line ends untouched, and a codec name such as "utf-8", "utf-8-sig" (with byte
        order mark), "utf-16" or "cp1252".

    Raises:
        InputError: the bytes are no text, hold NUL bytes, or are in no encoding that can be told.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise refusal(name, f"est {what}, pas un texte : exportez l’article en texte, Markdown ou HTML.")
    for mark, codec, label in _MARKS:
        if data.startswith(mark):
            return _checked(_decode_marked(data[len(mark) :], codec, name), name), label
    if b"\x00" in data:
        raise refusal(
            name,
            f"contient des octets nuls à partir de l’octet {data.index(0) + 1} : ce n’est pas un "
            "texte, ou il faut l’enregistrer en UTF-8.",
        )
    try:
        return _checked(data.decode("utf-8"), name), "utf-8"
    except UnicodeDecodeError as fault:
        _refuse_damaged_utf8(data, fault, name)
    text, encoding = _decode_legacy(data, name)
    return _checked(text, name), encoding


def _decode_marked(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as fault:
        raise refusal(
            name,
            f"s’annonce en {codec.upper()} mais ne l’est plus à partir de l’octet "
            f"{fault.start + 1} : enregistrez-le de nouveau en UTF-8.",
        ) from None


def _checked(text: str, name: str) -> str:
    """Refuse a decoded text that is plainly none: more than one character in twenty is a control character."""
    controls = len(_CONTROLS.findall(text[:_SAMPLE]))
    if controls * 20 > len(text[:_SAMPLE]):
        raise refusal(name, "n’est pas un texte : donnez un article en texte, Markdown ou HTML.")
    return text


def _refuse_damaged_utf8(data: bytes, fault: UnicodeDecodeError, name: str) -> None:
    """Refuse UTF-8 with a few broken bytes; as Windows-1252 every accent in it would be garbled."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    beyond_ascii = sum(1 for c in text if c > "\x7f") - broken
    if beyond_ascii >= 4 * broken:
        line = data.count(b"\n", 0, fault.start) + 1
        raise refusal(
            name,
            f"est en UTF-8 mais des octets y sont abîmés, d’abord à la ligne {line} : corrigez "
            "cette ligne ou enregistrez de nouveau le fichier en UTF-8.",
        )


def _decode_legacy(data: bytes, name: str) -> tuple[str, str]:
    declared = _declared(data)
    if declared:
        return declared
    for family in _FRENCH_ENCODINGS:
        guesses = [(_frenchness(data[:_SAMPLE], codec), codec) for codec in family]
        (share, _), encoding = max(guesses, key=lambda guess: guess[0])  # the first of equals
        text = _decodes(data, encoding) if share >= _CONVINCING else None
        if text is not None:
            return text, encoding
    return _guess(data, name)


def _declared(data: bytes) -> tuple[str, str] | None:
    """Decode as an HTML page declares; browsers read ISO-8859-1 as Windows-1252, and so do we (WHATWG Encoding)."""
    match = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    if not match:
        return None
    label = match.group(1).decode("ascii").lower()
    if not _LEGACY_LABEL.match(label):
        return None
    codec = "cp1252" if label in {"iso-8859-1", "latin1", "windows-1252"} else label
    text = _decodes(data, codec)
    return None if text is None else (text, codec)


def _decodes(data: bytes, codec: str) -> str | None:
    try:
        text = data.decode(codec)
    except (LookupError, UnicodeError):  # unknown, no text encoding, or not in this one
        return None
    return text if isinstance(text, str) else None


def _frenchness(data: bytes, codec: str) -> tuple[float, float]:
    """Shares of the characters beyond ASCII that French text holds, and holds often; 0 if the bytes do not decode."""
    text = _decodes(data, codec)
    beyond_ascii = [c for c in text or "" if c > "\x7f"]
    if not beyond_ascii:
        return 0.0, 0.0
    french, common = (sum(c in known for c in beyond_ascii) for known in (_FRENCH_CHARACTERS, _COMMON))
    return french / len(beyond_ascii), common / len(beyond_ascii)


def _guess(data: bytes, name: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # a slow import that few inputs need

    match = from_bytes(data[:_SAMPLE]).best()
    text = _decodes(data, match.encoding) if match else None
    if match is None or text is None:
        raise InputError(
            f"L’encodage de {shown(name)} n’a pas pu être reconnu, ou ce n’est pas un texte : enregistrez-le en UTF-8."
        )
    return text, match.encoding
