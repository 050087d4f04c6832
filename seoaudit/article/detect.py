"""Tell what a source is written in: by the name of its file, else by what it holds."""

from __future__ import annotations

import re
from pathlib import PurePath

from seoaudit.article.lines import split_lines
from seoaudit.article.model import SourceFormat

_ENDINGS: dict[str, SourceFormat] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
# The beginning says enough, and a look at it costs nothing.
_LOOKED_AT = 100_000

_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|h[1-6]|[uo]l|li|table|tr|td|article|section|main|blockquote|figure|pre|header|footer|nav)"
    r"(?:\s+[\w:-]+\s*(?:=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s<>\"']+))?)*\s*/?>",
    re.I,
)
_INLINE_TAG = re.compile(
    r"<(b|i|u|em|strong|a|span|sup|sub|small|code)(?:\s[^<>]*)?>[^<]*</\1\s*>|<(?:br|img)\b[^<>]*>", re.I
)
_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?:[^\n]*\n)*?[A-Za-z_][\w-]*:(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
_MARKDOWN = re.compile(
    r"^ {0,3}\#{1,6}[ \t]+\S"  # a heading
    r"|^[^\s\-=#>*+][^\r\n]*\r?\n(?:=+|-{3,})[ \t]*\r?$"  # an underlined heading
    r"|!?\[[^\[\]\r\n]*\]\((?:[^()\s]|\([^()\s]*\))+(?:[ \t]+[\"'(][^\r\n]*)?\)"  # a link or image
    r"|^ {0,3}\[[^\]\r\n]+\]:[ \t]*\S"  # a reference
    r"|^ {0,3}(?:```|~~~)"  # code
    r"|^ {0,3}>[ \t]+\S"  # a quotation
    r"|^ {0,3}\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+"  # the rule of a table
    r"|(?<![\w*])\*\*[^\s*](?:[^*\r\n]*[^\s*])?\*\*(?![\w*])",  # strong emphasis
    re.M,
)
_LIST = re.compile(r"^ {0,3}(?:[-*+]|\d{1,2}[.)])[ \t]+\S", re.M)
