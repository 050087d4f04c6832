"""All that the measures may read: the analysis, the settings, and what was made of both before judging."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from seoaudit.article.model import Article, Block, BlockKind, Image
from seoaudit.assessment.settings import Settings
from seoaudit.assessment.spread import Spread, closely, spread_of
from seoaudit.errors import SettingsError
from seoaudit.french.analysis import AnalysedBlock, Analysis
from seoaudit.french.connectives import Connective, find_connectives
from seoaudit.french.parse import Parsed, Sentence
from seoaudit.french.reading_level import Readability, readability_of_blocks
from seoaudit.french.typography import TypographyIssue, check_apostrophes, check_quotes, check_typography
from seoaudit.french.words import find_words, without_elision
from seoaudit.keyphrases import Keyphrase, Occurrence, find_occurrences
from seoaudit.keyphrases.corpus.norms import Norm
from seoaudit.keyphrases.corpus.table import Corpus
from seoaudit.structure.outline import Outline

# Below this many words a rate says nothing: only counts are shown.
FEWEST_FOR_RATE = 100
# A line is no article: no figure of a text means anything on it, and nearly every rule passes for want of matter.
FEWEST_WORDS, FEWEST_SENTENCES = 30, 2

Asked = TypeVar("Asked", bound=Hashable)
Found = TypeVar("Found")


class TypographyPlace(NamedTuple):
    """A fault of typography and its place in the source."""

    start: int
    end: int
    issue: TypographyIssue


class SentenceLength(NamedTuple):
    """A sentence of the prose: its block, its number there, the sentence, and its words."""

    block: AnalysedBlock
    number: int
    sentence: Sentence
    words: int


@dataclass(frozen=True)
class Context:
    """What is judged.

    Attributes:
        analysis: the article and its parse.
        settings: the editor's settings, the article's own included.
        keyphrases: the article's key phrases, best first.
        candidates: the same and those after them.
        outline: its sections, existing and proposed.
        language: what the text is taken for, ISO 639-1; "" where it is too short to tell.
        is_french: whether the French measures make sense.
        title: what the article is called: its own title without the site's name, else its main heading; "" for neither.
        page_known: whether title, description and slug are the author's to judge: a whole page or front matter.
        corpus: what is known of the site; None where no table is given.
        kept: what `once` has found in texts; shared with the contexts that are made of this one.
    """

    analysis: Analysis
    settings: Settings
    keyphrases: tuple[Keyphrase, ...]
    candidates: tuple[Keyphrase, ...]
    outline: Outline
    language: str
    is_french: bool
    title: str
    page_known: bool
    corpus: Corpus | None = None
    kept: dict[tuple[Callable[..., object], Hashable], Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def article(self) -> Article:
        """The article as read."""
        return self.analysis.article

    def given(self, setting: str) -> Any:
        """Return the value of a setting; of the one that names the site's table, the table."""
        return self.corpus if setting == "corpus" else getattr(self.settings, setting)

    @property
    def norms(self) -> Mapping[str, Norm]:
        """What is usual on the site, by the measure's name; empty where nothing is known of it."""
        return self.corpus.norms if self.corpus else {}

    @property
    def parses(self) -> tuple[Parsed, ...]:
        """The parses of the prose, in order."""
        return tuple(b.parsed for b in self.analysis.prose)

    def once(self, find: Callable[[Asked], Found], text: Asked) -> Found:
        """Return what a function makes of a text, looked for once however many measures ask.

        The draft of an article and the parts of it that comments silence have the same paragraphs: what was found in
        one of them need not be looked for again.

        Args:
            find: a function of a module, whose answer depends on the text alone.
            text: a text or its parse, or several.
        """
        key = (find, text)
        found: Found
        try:
            found = self.kept[key]
        except KeyError:
            found = self.kept[key] = find(text)
        return found

    def made(self, make: Callable[..., Found], *options: Hashable) -> Found:
        """Return what a function makes of this context, made once however many measures and rules ask.

        Unlike what `once` keeps, it is of this context alone: a part of the article has links and passages of its own.

        Args:
            make: a function of a module, whose answer depends on the context and the options alone.
            options: what else it is given.
        """
        key = (make, options)
        found: Found
        try:
            found = self._made[key]
        except KeyError:
            found = self._made[key] = make(self, *options)
        return found

    @cached_property
    def _made(self) -> dict[tuple[Callable[..., object], tuple[Hashable, ...]], Any]:
        return {}

    @cached_property
    def setting_values(self) -> Mapping[str, Any]:
        """The settings by name, as messages name them."""
        return self.settings.model_dump()

    @cached_property
    def subject_words(self) -> frozenset[str]:
        """The words that name what the article is about: key phrases, title and headings, with their lemmas."""
        given = (self.settings.keyphrase or "", *self.settings.synonyms, self.title)
        texts = (*(k.text for k in self.keyphrases), *given, *(b.block.text for b in self.analysis.headings))
        forms = {without_elision(w.text).lower() for t in texts for w in find_words(t)}
        parses = [b.parsed for b in self.analysis.blocks]
        lemmas = (t.lemma.lower() for p in parses for t, f in zip(p.tokens, p.forms, strict=True) if f in forms)
        return frozenset(forms).union(lemmas)

    @property
    def is_too_short(self) -> bool:
        """Whether the article is a line or two, which can be neither scored nor graded."""
        return self.analysis.word_count < FEWEST_WORDS or self.analysis.sentence_count < FEWEST_SENTENCES

    @cached_property
    def occurrences(self) -> tuple[tuple[AnalysedBlock, tuple[Occurrence, ...]], ...]:
        """The keyphrase's occurrences in each block of prose that has any; offsets are into the block's text."""
        keyphrase = self.settings.keyphrase
        if not keyphrase:
            return ()
        found = (
            (b, tuple(find_occurrences(keyphrase, b.block.text, synonyms=self.settings.synonyms)))
            for b in self.analysis.prose
        )
        return tuple((b, occurrences) for b, occurrences in found if occurrences)

    @cached_property
    def typography(self) -> tuple[TypographyPlace, ...]:
        """The faults of typography in headings and prose, in order of their places."""
        blocks = [b.block for b in self.analysis.blocks]
        texts = [b.text for b in blocks]
        code = [b.code for b in blocks]
        options = tuple(self.settings.typography.items())
        issues = [(n, i) for n, t in enumerate(texts) for i in self.once(_typography_of, (t, tuple(code[n]), options))]
        article = (*check_quotes(texts, skip=code), *check_apostrophes(texts, skip=code))
        issues += [(p.paragraph, p.issue) for p in article]
        places = (TypographyPlace(*blocks[n].source_map.to_source(i.start, i.end), i) for n, i in issues)
        return tuple(sorted(places, key=lambda p: (p.start, p.end, p.issue.kind)))

    @cached_property
    def connectives(self) -> dict[int, tuple[Connective, ...]]:
        """The connectives of each paragraph, by the block's index; offsets are into the block's normalised text."""
        paragraphs = (b for b in self.analysis.prose if b.block.kind is BlockKind.PARAGRAPH)
        return {b.index: tuple(self.once(find_connectives, b.parsed)) for b in paragraphs}

    @cached_property
    def readability(self) -> Readability:
        """How hard the prose is to read."""
        return readability_of_blocks(self.analysis.prose)

    @cached_property
    def sentence_lengths(self) -> tuple[SentenceLength, ...]:
        """The sentences of the prose with their words, in order; one of punctuation alone has none."""
        return tuple(
            SentenceLength(b, i, s, len(b.words_within(s.start, s.end)))
            for b in self.analysis.prose
            for i, s in enumerate(b.parsed.sentences)
        )

    @property
    def keyphrase_density(self) -> float | None:
        """Occurrences of the keyphrase per 100 words, scattered ones aside; None below 100 words or without any."""
        words = self.analysis.word_count
        if not self.settings.keyphrase or words < FEWEST_FOR_RATE:
            return None
        return 100 * sum(len(closely(found)) for _, found in self.occurrences) / words

    @cached_property
    def spread(self) -> Spread:
        """How the keyphrase and its synonyms lie over the prose."""
        return spread_of(self.analysis.prose, {b.index: found for b, found in self.occurrences})

    def holds(self, phrase: str, text: str | None) -> bool:
        """Whether a text holds one of the article's own key phrases; one that has no content word is in none."""
        try:
            return bool(text and find_occurrences(phrase, text))
        except SettingsError:
            return False

    @property
    def page_title(self) -> str | None:
        """The page's title, else its main heading."""
        return self.settings.title or next((b.text for b in self.article.headings if b.level == 1), None)

    @cached_property
    def in_title(self) -> tuple[Occurrence, ...]:
        """The keyphrase's occurrences in the page's title; offsets are into it."""
        return self.in_text(self.page_title)

    @cached_property
    def alternatives(self) -> tuple[Image, ...]:
        """The images with a text alternative that says something."""
        return tuple(i for b in self.article.blocks for i in b.images if i.alt and i.alt.strip())

    @cached_property
    def subheadings(self) -> tuple[Block, ...]:
        """Headings of level 2 to 6."""
        return tuple(b for b in self.article.blocks if b.kind is BlockKind.HEADING and b.level > 1)

    def in_text(self, text: str | None) -> tuple[Occurrence, ...]:
        """Return the keyphrase's occurrences in some other text: a title, a heading, a description."""
        if not text or not self.settings.keyphrase:
            return ()
        return tuple(find_occurrences(self.settings.keyphrase, text, synonyms=self.settings.synonyms))


def _typography_of(text: tuple[str, tuple[tuple[int, int], ...], tuple[tuple[str, Any], ...]]) -> list[TypographyIssue]:
    """Return the faults of a text, given with its code and the options of the check."""
    typed, code, options = text
    return check_typography(typed, skip=code, **dict(options))
