"""Add the text of an HTML source to a block: references decoded, white space as a browser shows it."""

from __future__ import annotations

import re

from seoaudit.article.builder import TextBuilder
from seoaudit.article.html_scan import Token, attributes, unescape
from seoaudit.article.model import Image

BLANK_LINE = re.compile(r"\n[ \t\r]*\n[ \t\r\n]*")

_REFERENCE = re.compile(r"&(?:#\d{1,7}(?!\d)|#[xX][0-9a-fA-F]{1,6}(?![0-9a-fA-F])|[A-Za-z][A-Za-z0-9]{1,31});?")
_COLLAPSES = frozenset(" \t\n\r\f")


def add_text(builder: TextBuilder, text: str, source: int) -> None:
    """Add text that stands at `source`, its white space collapsed."""
    at = 0
    for match in _REFERENCE.finditer(text):
        decoded = unescape(match.group())
        if decoded == match.group():
            continue
        builder.add_flowing(text[at : match.start()], source + at)
        width = match.end() - match.start()
        if decoded in _COLLAPSES:
            builder.add_space(source + match.start(), width)
        else:
            builder.add(decoded, source + match.start(), width)
        at = match.end()
    builder.add_flowing(text[at:], source + at)


def add_preserved(builder: TextBuilder, text: str, source: int) -> None:
    """Add text whose white space is shown as written."""
    at = 0
    for match in _REFERENCE.finditer(text):
        decoded = unescape(match.group())
        if decoded == match.group():
            continue
        builder.add(text[at : match.start()], source + at)
        builder.add(decoded, source + match.start(), match.end() - match.start())
        at = match.end()
    builder.add(text[at:], source + at)


def image_of(source: str, token: Token, offset: int) -> Image:
    """Return the image of an img tag; one that a script loads later names its address in data-src."""
    attrs = attributes(source, token)
    target = attrs.get("data-src") or attrs.get("src") or ""
    return Image(target.strip(), attrs.get("alt"), token.start + offset, token.end + offset)
