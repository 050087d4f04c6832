"""The page of a rule: in the terminal, and as Markdown for the documentation."""

from __future__ import annotations

from collections.abc import Sequence

from seoaudit.assessment.rule_model import Rule
from seoaudit.assessment.wording import show
from seoaudit.report.page import Page
from seoaudit.report.rule_words import evidence_of, sections_of

_MADE = "<!-- Page tirée de rules/*.yaml par « make rule-pages » : ne pas la modifier ici. -->"


def render_rule(rule: Rule, *, lang: str, colour: bool = False, width: int = 100) -> str:
    """Return a rule's page as terminal text."""
    page = Page(colour=colour, width=width)
    page.head(f"{rule.id}  {rule.name}")
    page.line(rule.why.in_language(lang))
    colon = "\u00a0:" if lang == "fr" else ":"
    for section in sections_of(rule, lang):
        page.head(section.head, section.note)
        for line in section.lines:
            page.line(line)
        for word, text in section.examples:
            page.line(f"{word}{colon} {text}")
    return page.text


def markdown_pages(rules: Sequence[Rule]) -> dict[str, str]:
    """Return the pages of rules and their index as Markdown, by file name."""
    pages = {f"{r.id}.md": _markdown(r) for r in rules}
    rows = (
        f"| [{r.id}]({r.id}.md) | {r.name} | {show(r.max_points, 'fr')} | {evidence_of(r, 'fr')} |\n" for r in rules
    )
    head = "| règle | nom | points | fondement |\n|---|---|---|---|\n"
    pages["README.md"] = f"{_MADE}\n\n# Les {len(rules)} règles\n\n{head}{''.join(rows)}"
    return pages


def _markdown(rule: Rule) -> str:
    french = _part(rule, "fr", "##")
    english = _part(rule, "en", "###")
    return f"{_MADE}\n\n# {rule.id} {rule.name}\n\n{french}\n## In English\n\n{english}"


def _part(rule: Rule, lang: str, level: str) -> str:
    parts = [f"{_text(rule.why.in_language(lang))}\n"]
    colon = "\u00a0:" if lang == "fr" else ":"
    for section in sections_of(rule, lang):
        # The examples are French: once is enough.
        if section.examples and lang != "fr":
            continue
        note = f" ({section.note})" if section.note else ""
        lines = [_text(line) for line in section.lines]
        lines += [f"{word}{colon} {_code(text)}" for word, text in section.examples]
        parts.append(f"{level} {section.head}{note}\n\n" + "".join(f"- {line}\n" for line in lines))
    return "\n".join(parts)


def _text(text: str) -> str:
    """Return a text with the signs that Markdown reads escaped; an address becomes a link."""
    if text.startswith("https://"):
        return f"<{text}>"
    return "".join(f"\\{c}" if c in "\\`*[]<>|" else c for c in text)


def _code(text: str) -> str:
    fence = "``" if "`" in text else "`"
    return f"{fence} {text} {fence}" if fence == "``" else f"`{text}`"
