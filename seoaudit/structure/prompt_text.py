"""The lines of the writing prompts in a draft, and what a human has written into them since."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Literal

from seoaudit.french.normalise import normalise
from seoaudit.structure.claim_base import load_yaml
from seoaudit.structure.gap_prompts import typeset
from seoaudit.structure.outline import Section

Lang = Literal["fr", "en"]
PROMPT_MARK = {"fr": "À développer", "en": "To expand"}
PRECISE_MARK = {"fr": "À préciser, en quelques mots", "en": "To clarify, in a few words"}
UNTITLED_MARK = {"fr": "Intertitre à trouver", "en": "Heading to find"}
CHECKLIST_MARK = {"fr": "À vérifier avant de publier", "en": "To check before publishing"}
UNTITLED_ABOUT = {"fr": "Cette partie parle de {about}.", "en": "This part is about {about}."}
BOX = "[ ] "
_HEAD = re.compile(r"\[[^\]]*\]\s*")
_BOX = re.compile(r"(?:\[[ xX]?\]|[☐☑☒])\s")


def section_lines(section: Section, lang: Lang) -> list[str]:
    """Return the lines of a section's prompt: a head line, then one line a question; none where nothing is asked."""
    if not section.prompts:
        return []
    words = section.missing_words if any(p.extends for p in section.prompts) else 0
    about = f"environ {words} mots" if lang == "fr" else f"about {words} words"
    head = f"{PROMPT_MARK[lang]}, {about}" if words else PRECISE_MARK[lang]
    return [f"[{head}]", *(p.fr if lang == "fr" else p.en for p in section.prompts)]


def untitled_lines(section: Section, lang: Lang) -> list[str]:
    """Return the prompt that stands where no heading was good enough."""
    phrases = [f"«\u00a0{k}\u00a0»" if lang == "fr" else f"“{k}”" for k in section.own_words]
    about = UNTITLED_ABOUT[lang].format(about=", ".join(phrases)) if phrases else ""
    return [f"[{UNTITLED_MARK[lang]}] {about}".strip()]


def checklist_lines(items: Iterable[str], lang: Lang) -> list[str]:
    """Return the checklist that closes a draft; none without items."""
    lines = [BOX + item for item in items]
    return [f"[{CHECKLIST_MARK[lang]}]", *lines] if lines else []


def written_into(lines: Sequence[str]) -> list[str]:
    """Return what is not a draft's own in the lines of a prompt, its head line first: what a human has added.

    A question that stands as it was asked is the draft's, and so is any other line that ends with a question mark; what
    follows a question on its line, and every other text, is the human's.
    """
    head, *questions = lines
    own = [_after(_HEAD.sub("", head, count=1)), *map(_after, questions)]
    return [text for text in own if text]


def _after(line: str) -> str:
    """Return what follows the draft's own words on a line."""
    if _BOX.match(line) or not line:
        return ""
    plain = _plain(line)
    if plain.endswith("?") or any(t.fullmatch(plain) for t in _templates()):
        return ""
    ends = [m.end() for t in _templates() if (m := re.compile(t.pattern + r"(?=\s)", t.flags).match(plain))]
    # `_plain` keeps the length of a line, so that its places are places of the line.
    return line[max(ends) :].strip() if ends else line


def _plain(text: str) -> str:
    """Return a line with its spaces, apostrophes and quotation marks made alike, each character in its place."""
    return re.sub(r"\s", " ", text).replace("’", "'")


@cache
def _templates() -> tuple[re.Pattern[str], ...]:
    """Return a pattern for every question that a draft can ask, or could once."""
    files = ("gap_prompts.yaml", "gap_topics.yaml", "gap_retired.yaml")
    asked = [text for name in files for text in _texts(load_yaml(name))]
    asked += UNTITLED_ABOUT.values()
    return tuple(re.compile(_pattern(text), re.IGNORECASE) for text in dict.fromkeys(asked))


def _texts(data: Any) -> Iterator[str]:
    """Yield the questions of a data file: the values of "fr" and "en", wherever they stand."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            if key in {"fr", "en"}:
                yield from [value] if isinstance(value, str) else value
            else:
                yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)


def _pattern(template: str) -> str:
    parts = re.split(r"\{\w+\}", _plain(normalise(typeset(template)).text))
    return ".+?".join(map(re.escape, parts))
