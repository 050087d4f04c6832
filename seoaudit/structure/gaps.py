"""The gap plan: how many words each section still needs, and what its text leaves open.

The questions come from rules over what a section holds and lacks; they repeat the section's own names, figures and
claims, never invent a fact, and are not asked when the article answers them elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from seoaudit.french.parse import Parsed
from seoaudit.structure.claim_base import Place
from seoaudit.structure.gap_events import event_questions
from seoaudit.structure.gap_figures import figure_questions
from seoaudit.structure.gap_names import unexplained_names
from seoaudit.structure.gap_prompts import EXTENDING, Candidate, Prompt, ask, fill
from seoaudit.structure.gap_references import reference_questions
from seoaudit.structure.gap_rules import claim_questions
from seoaudit.structure.gap_story import Story, keys_of
from seoaudit.structure.gap_topics import topic_questions
from seoaudit.structure.gap_vague import vague_questions
from seoaudit.structure.gap_words import share_words

__all__ = ["Prompt", "SectionGap", "SectionText", "plan_gaps"]

FEWEST, MOST = 2, 4
FEW_WORDS, SOME_WORDS = 60, 120  # below: 2 questions; below: 3; from there on: 4
SUBJECT = 0.06  # for a question about what the keyphrase, the title or the heading names
SAME_FORM = 2  # times one turn of phrase may serve in an article, twice as often where nothing else is left
WHOLE = "section "  # how the targets of what is said of a whole section begin


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section as the gap plan reads it.

    Attributes:
        heading: its heading, "" for none.
        parses: its paragraphs.
        links: number of links in them.
    """

    heading: str
    parses: tuple[Parsed, ...]
    links: int = 0


@dataclass(frozen=True, slots=True)
class SectionGap:
    """What a section still needs.

    Attributes:
        words: words still to write there.
        prompts: up to four questions for the human, up to two where the section is long enough and only wants
            precision; none in an article that has reached its target, nor where a section gives rise to none.
    """

    words: int
    prompts: tuple[Prompt, ...]


def plan_gaps(
    sections: Sequence[SectionText], *, missing: int, keyphrase: str | None = None, title: str = ""
) -> list[SectionGap]:
    """Return the words to write and the questions to answer, one entry per section.

    Args:
        sections: the sections in order.
        missing: words the article is short of its target; 0 or less asks for none.
        keyphrase: what the article is to be found by: questions about it come first.
        title: the article's title, "" for none.
    """
    if missing <= 0 or not sections:
        return [SectionGap(0, ()) for _ in sections]
    story = Story([s.parses for s in sections], title, keyphrase or "", [s.links for s in sections])
    candidates = _weighted(story, sections)
    lengths = [sum(p.word_count for p in s.parses) for s in sections]
    words = share_words(lengths, missing, _lacks(candidates))
    chosen = _choose(story, candidates, words)
    return [SectionGap(w, own) for w, own in zip(words, chosen, strict=True)]


def _weighted(story: Story, sections: Sequence[SectionText]) -> list[list[Candidate]]:
    """Return the possible questions of each section, best first."""
    out: list[list[Candidate]] = [[] for _ in sections]
    headings = [keys_of(s.heading) for s in sections]
    rules = (
        claim_questions,
        vague_questions,
        figure_questions,
        reference_questions,
        unexplained_names,
        event_questions,
        topic_questions,
    )
    naming = {claim_questions, unexplained_names}
    found = [c for rule in rules for c in rule(story) if rule in naming or not story.asks(c.place)]
    for c in found:
        n = story.section_of[c.place.paragraph]
        if story.fills_sentence(c.place, len(c.words)):
            continue  # a question repeats words of the article, never a sentence
        about = keys_of(c.target) & (story.subject | headings[n])
        out[n].append(c._replace(weight=c.weight + (SUBJECT if about else 0.0)))
    for n, section in enumerate(sections):
        if section.heading and not section.parses:
            place = Place(story.starts[n], 0, 0)  # before anything the section holds
            out[n].append(ask("heading-opening", place, section.heading, target=f"{WHOLE}{n}"))
    for own in out:
        own.sort(key=lambda c: (-c.weight, c.place, c.form))
    return out


def _lacks(candidates: Sequence[Sequence[Candidate]]) -> list[float]:
    """Return how much each section leaves to be told, 1.0 on average."""
    much = [sum(c.kind in EXTENDING for c in own[: 2 * MOST]) + 1.0 for own in candidates]
    mean = sum(much) / len(much)
    return [m / mean for m in much]


def _choose(story: Story, candidates: Sequence[Sequence[Candidate]], words: Sequence[int]) -> list[tuple[Prompt, ...]]:
    """Choose each section's questions: the best over the whole article first, no thing and no question twice."""
    wanted = [FEWEST if w < FEW_WORDS else FEWEST + 1 if w < SOME_WORDS else MOST for w in words]
    chosen: list[list[Candidate]] = [[] for _ in candidates]
    asked: set[tuple[str, str]] = set()
    forms: Counter[str] = Counter()
    pool = [(n, c) for n, own in enumerate(candidates) for c in own]
    pool.sort(key=lambda x: (-x[1].weight, x[1].place, x[1].form))
    fewest = [FEWEST] * len(wanted)
    for rigour, enough in ((2, wanted), (1, fewest), (0, fewest)):
        for n, c in pool:
            if len(chosen[n]) >= enough[n] or not _fresh(c, chosen, n, asked, rigour):
                continue
            if rigour and not words[n] and not _precise(c):
                continue
            if (rigour or _names_nothing(c)) and forms[c.form] >= _limit(c, rigour):
                continue
            chosen[n].append(c)
            asked |= {(c.kind, c.target), (c.form, c.words)}
            forms[c.form] += 1
    return [tuple(_prompt(story, c) for c in sorted(own, key=lambda c: (c.place, -c.weight, c.form))) for own in chosen]


def _precise(c: Candidate) -> bool:
    """Whether a question asks to make what is written more precise, not to write more."""
    return c.place.start < c.place.end or c.kind in {"source", "how-many", "when"}


def _names_nothing(c: Candidate) -> bool:
    """Whether a question names nothing of what the section says: asked twice it is a refrain."""
    return c.target.startswith(WHOLE)


def _limit(c: Candidate, rigour: int) -> int:
    """Return how often a turn of phrase may serve; what names nothing of the article reads twice as a refrain."""
    if _names_nothing(c):
        return 1
    return SAME_FORM if rigour > 1 else 2 * SAME_FORM


def _prompt(story: Story, c: Candidate) -> Prompt:
    en = fill(c.en, c.slots) or ""
    return Prompt(c.kind, c.fr, en, None if _names_nothing(c) else story.evidence(c.place))


def _fresh(
    c: Candidate, chosen: Sequence[Sequence[Candidate]], n: int, asked: set[tuple[str, str]], rigour: int
) -> bool:
    """Whether a question is new.

    At every rigour no question is asked twice of one thing; from 1 on no thing twice in a section; at 2 no kind twice
    in a section, and no thing more than twice in the article.
    """
    if (c.kind, c.target) in asked or (c.form, c.words) in asked:
        return False
    own = chosen[n]
    if rigour and any(c.target == o.target or _overlap(c, o) for o in own):
        return False
    if rigour < 2:
        return True
    return all(c.kind != o.kind for o in own) and sum(c.target == o.target for other in chosen for o in other) < 2


def _overlap(a: Candidate, b: Candidate) -> bool:
    return a.place.paragraph == b.place.paragraph and a.place.start < b.place.end and b.place.start < a.place.end
