"""What a Word paragraph is to its reader, by its style, its outline level and its numbering."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from docx.document import Document

Role = Literal["paragraph", "heading", "item", "quote", "prompt", "code", "caption", "contents"]
PROMPT_STYLE = "seoaudit invite"
"""Name of the style of writing prompts."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The names of built-in styles are English in every file, whatever the language of Word shows.
_HEADING = re.compile(r"heading ([1-9])$")
_ROLES: dict[str, Role] = {
    **dict.fromkeys(("quote", "intense quote", "block text", "quotations"), "quote"),
    **dict.fromkeys(("macro", "html preformatted", "preformatted text", "code", "source code"), "code"),
    "caption": "caption",
    PROMPT_STYLE: "prompt",
}
_NOT_NUMBERED = "0"
DEEPEST = 6


class Styles:
    """Answers for the paragraphs of one document."""

    def __init__(self, document: Document) -> None:
        self._by_id = {e.get(f"{_W}styleId"): e for e in document.styles.element if e.tag == f"{_W}style"}
        self._default = next(
            (
                key
                for key, e in self._by_id.items()
                if e.get(f"{_W}type") == "paragraph" and e.get(f"{_W}default") in {"1", "true"}
            ),
            None,
        )

    def role(self, paragraph: Any) -> tuple[Role, int]:
        """Return what a paragraph is, and its level: 1 to 6 for a heading, depth from 1 for a list item, else 0."""
        own = paragraph.find(f"{_W}pPr")
        chain = [*([] if own is None else [own]), *self._properties(_value(own, "pStyle") or self._default)]
        names = self._names(_value(own, "pStyle") or self._default)
        level = self._heading_level(names, chain)
        if level:
            return "heading", min(level, DEEPEST)
        if any(name.startswith("toc ") for name in names):
            return "contents", 0
        role = next((_ROLES[name] for name in names if name in _ROLES), None)
        if role is not None:
            return role, 0
        numbering = self.numbering(paragraph)
        if numbering is not None:
            return "item", (numbering[1] or _depth(names)) + 1
        return "paragraph", 0

    def numbering(self, paragraph: Any) -> tuple[str, int] | None:
        """Return the number of a list item's numbering and its level there, from 0; None for what is no item."""
        own = paragraph.find(f"{_W}pPr")
        chain = [*([] if own is None else [own]), *self._properties(_value(own, "pStyle") or self._default)]
        found = [n for p in chain if (n := p.find(f"{_W}numPr")) is not None]
        number = next((v for n in found if (v := _value(n, "numId")) is not None), None)
        if number is None or number == _NOT_NUMBERED:
            return None
        return number, int(next((v for n in found if (v := _value(n, "ilvl")) is not None), "0"))

    def _chain(self, key: str | None) -> list[Any]:
        """Return a style and those it is based on."""
        out: list[Any] = []
        while key is not None and (style := self._by_id.get(key)) is not None and style not in out:
            out.append(style)
            key = _value(style, "basedOn")
        return out

    def _properties(self, key: str | None) -> list[Any]:
        found = (style.find(f"{_W}pPr") for style in self._chain(key))
        return [p for p in found if p is not None]

    def _names(self, key: str | None) -> list[str]:
        return [(_value(style, "name") or "").lower() for style in self._chain(key)]

    @staticmethod
    def _heading_level(names: list[str], chain: list[Any]) -> int:
        for name in names:
            found = _HEADING.match(name)
            if found:
                return int(found[1])
            if name == "title":
                return 1
        outline = next((v for p in chain if (v := _value(p, "outlineLvl")) is not None), None)
        # 9 is body text
        return int(outline) + 1 if outline is not None and outline.isdigit() and int(outline) < 9 else 0


def _depth(names: list[str]) -> int:
    """Return the depth that names like "List Bullet 2" tell, from 0."""
    found = re.search(r" ([2-5])$", names[0]) if names else None
    return int(found[1]) - 1 if found else 0


def _value(parent: Any, name: str) -> str | None:
    found = None if parent is None else parent.find(f"{_W}{name}")
    value = None if found is None else found.get(f"{_W}val")
    return None if value is None else str(value)
