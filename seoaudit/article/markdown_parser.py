"""The Markdown parser as this package uses it: CommonMark with tables, strikethrough and footnotes.

Two things differ from the stock parser. Escapes and character references keep their markup, and the tokens whose
markup has no fixed length say where it ends, so that all others can be placed by counting. And no input makes it slow:
unclosed brackets, each of which it would follow to the end of the text, are told by the last bracket.
"""

from __future__ import annotations

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink, image, link
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

InlineRule = Callable[[StateInline, bool], bool]

# Lists and quotations within one another; deeper ones are dropped by the parser.
_DEEPEST_BLOCK = 100
# Emphasis and links within one another; the parser's time on crooked input grows with it (CommonMark's preset: 20).
_DEEPEST_INLINE = 20


def parse(body: str) -> list[Token]:
    """Return the block tokens of a Markdown text.

    `meta["end"]` of the token that ends a link, of an image and of a footnote mark tells where its markup ends in the
    inline content.
    """
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST_BLOCK})
    parser.enable(["table", "strikethrough"]).disable("text_join")
    # Notes stay where they are written: blocks come in the order of the source.
    footnote_plugin(parser, inline=False, move_to_end=False)
    parser.core.ruler.before("inline", "inline_depth", _limit_depth)
    brackets = _LastBracket()
    parser.inline.ruler.at("link", _placed(brackets.guarded(link)))
    parser.inline.ruler.at("image", _placed(brackets.guarded(image)))
    parser.inline.ruler.at("footnote_ref", _placed(footnote_ref))
    parser.inline.ruler.at("autolink", _placed(autolink))
    return parser.parse(body)


def _limit_depth(state: StateCore) -> None:
    state.md.options["maxNesting"] = _DEEPEST_INLINE


def _placed(rule: InlineRule) -> InlineRule:
    """Make a rule note on its last token where its markup ends."""

    def placed(state: StateInline, silent: bool) -> bool:
        before = len(state.tokens)
        found = rule(state, silent)
        if found and len(state.tokens) > before:
            state.tokens[-1].meta["end"] = state.pos
        return found

    return placed


class _LastBracket:
    """Knows the last "]" of the text at hand."""

    def __init__(self) -> None:
        self._text = ""
        self._last = -1

    def guarded(self, rule: InlineRule) -> InlineRule:
        """Return the rule, which is not asked where no bracket closes any more."""

        def guarded(state: StateInline, silent: bool) -> bool:
            if state.src[state.pos] not in "[!":
                return False
            if state.src is not self._text:
                self._text, self._last = state.src, state.src.rfind("]")
            return state.pos < self._last and rule(state, silent)

        return guarded
