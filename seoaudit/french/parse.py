"""The one parse: paragraphs in, plain tokens and sentences out.

Each paragraph is parsed on its own, in batches. Compared with one document for the whole article this is 5 % faster,
keeps memory flat on long texts, and lets callers that hold paragraphs (segmentation, headings) share the result. What
leaves this module are tuples of plain values: no other module of the package parses.

The parser is told where sentences begin (`seoaudit.french.sentences`): its own boundaries are poor on French news.
"""

from __future__ import annotations

import re
import threading
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from seoaudit.french.normalise import Normalised, normalise
from seoaudit.french.pipeline import load_pipeline
from seoaudit.french.products import on_one_thread
from seoaudit.french.sentences import sentence_spans
from seoaudit.french.words import count_words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH = 32
# Characters of a batch: 32 pieces of the longest kind would take two gigabytes.
LARGEST_BATCH = 100_000
# A paragraph longer than this is parsed in pieces cut between sentences (or words): the parser's memory grows with it.
LONGEST_PIECE = 20_000
# A run without a space longer than this is cut too: the tokenizer's time grows with the square of its length.
_LONG_RUN = re.compile(r"\S{500}(?=\S)")
# Paragraphs kept from earlier calls, or as many as the last one had: one article's worth, so that outline, headings,
# audit and the draft judged beside it parse it once.
KEPT = 512


class Token(NamedTuple):
    """A token of the parse. Offsets and indices are into the paragraph's normalised text and its tokens."""

    text: str
    lemma: str
    pos: str  # Universal Dependencies part of speech: NOUN, VERB, ...
    dep: str  # relation to the head: nsubj, obj, ...; the root has "ROOT" and is its own head
    head: int
    morph: str  # UD features, "Gender=Fem|Number=Sing"
    entity: str  # PER, LOC, ORG, MISC, or ""
    entity_start: bool
    start: int
    end: int
    sentence: int
    space: bool  # whether a space follows

    def moved(self, tokens: int, characters: int, sentences: int) -> Token:
        """Return the token further on by so many tokens, characters and sentences; `_replace` takes thrice the time."""
        return Token(
            self.text, self.lemma, self.pos, self.dep, self.head + tokens, self.morph, self.entity, self.entity_start,
            self.start + characters, self.end + characters, self.sentence + sentences, self.space,
        )  # fmt: skip


class Sentence(NamedTuple):
    """A sentence: offsets into the normalised text, and the range of its tokens."""

    start: int
    end: int
    first: int
    last: int  # one past its last token


@dataclass(frozen=True)
class Parsed:
    """A parsed paragraph.

    Attributes:
        normalised: the text that was parsed, with the way back to the paragraph as given.
        tokens: its tokens, white space excluded.
        sentences: its sentences, none empty.
    """

    normalised: Normalised
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]

    def __hash__(self) -> int:
        """Hash the text alone, whose hash Python keeps; that of thousands of tokens would be made again each time."""
        return hash(self.normalised.text)

    @property
    def text(self) -> str:
        """The normalised text."""
        return self.normalised.text

    @cached_property
    def lower(self) -> str:
        """The normalised text in lower case, each character at its place.

        Patterns in lower case are found in it several times as fast as without regard to case in the text itself.
        """
        lower = self.text.lower()
        return lower if len(lower) == len(self.text) else "".join(c.lower()[0] for c in self.text)

    @cached_property
    def word_count(self) -> int:
        """How many words it has, as `count_words` counts them."""
        return count_words(self.text)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The forms of its tokens in lower case, in order."""
        return tuple(t.text.lower() for t in self.tokens)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The forms of its tokens in lower case, each once."""
        return frozenset(self.forms)

    def sentence_text(self, index: int) -> str:
        """Return the normalised text of sentence `index`."""
        s = self.sentences[index]
        return self.text[s.start : s.end]

    def sentence_tokens(self, index: int) -> tuple[Token, ...]:
        """Return the tokens of sentence `index`."""
        s = self.sentences[index]
        return self.tokens[s.first : s.last]

    def part(self, first: int, last: int) -> Parsed:
        """Return sentences `first` to `last` - 1 as a paragraph of their own, its places still those of the source."""
        here = self.sentences[first:last]
        a, b, at = here[0].start, here[-1].end, here[0].first
        tokens = tuple(t.moved(-at, -a, -first) for t in self.tokens[at : here[-1].last])
        sentences = tuple(Sentence(s.start - a, s.end - a, s.first - at, s.last - at) for s in here)
        origin = (*self.normalised.origin[a:b], self.normalised.to_source(a, b)[1])
        return Parsed(Normalised(self.text[a:b], origin), tokens, sentences)

    @staticmethod
    def join(parts: Sequence[Parsed]) -> Parsed:
        """Return paragraphs as one, a space between them; its places are into that text, not into a source."""
        text = ""
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        for p in parts:
            text += " " if text else ""
            a, at, n = len(text), len(tokens), len(sentences)
            text += p.text
            tokens += [t.moved(at, a, n) for t in p.tokens]
            sentences += [Sentence(s.start + a, s.end + a, s.first + at, s.last + at) for s in p.sentences]
        return Parsed(Normalised(text, tuple(range(len(text) + 1))), tuple(tokens), tuple(sentences))


_kept: OrderedDict[str, Parsed] = OrderedDict()
# spaCy does not promise that a pipeline may be used by several threads at once, and its work holds the interpreter's
# lock for the most part: one at a time loses nothing.
_lock = threading.Lock()


def parse_paragraphs(paragraphs: Sequence[str]) -> list[Parsed]:
    """Return the parse of each paragraph, in order.

    Args:
        paragraphs: texts as the author typed them, one paragraph, heading or list item each.

    Raises:
        ModelError: the French model is missing or of another version.
    """
    wanted = [normalise(p) for p in paragraphs]
    with _lock, on_one_thread():
        have = {n.text: _kept[n.text] for n in wanted if n.text in _kept}
        new = [t for t in dict.fromkeys(n.text for n in wanted) if t not in have]
        for text, parsed in zip(new, _parse(new), strict=True):
            have[text] = _kept[text] = parsed
        while len(_kept) > max(KEPT, len(have)):
            _kept.popitem(last=False)
    return [Parsed(n, have[n.text].tokens, have[n.text].sentences) for n in wanted]


def _parse(texts: Sequence[str]) -> Iterable[Parsed]:
    """Parse normalised texts in batches; long ones in pieces that are put together again."""
    if not texts:
        return
    nlp = load_pipeline()
    spans = [sentence_spans(t) for t in texts]
    pieces = [(i, a, b) for i, (t, s) in enumerate(zip(texts, spans, strict=True)) for a, b in _pieces(t, s)]
    docs = _annotate(
        nlp,
        [texts[i][a:b] for i, a, b in pieces],
        [[(x - a, y - a) for x, y in spans[i] if a <= x < b] for i, a, b in pieces],
    )
    read: list[list[Token]] = [[] for _ in texts]
    for (i, a, _), doc in zip(pieces, docs, strict=True):
        read[i].extend(_plain(doc, read[i], [start for start, _ in spans[i]], offset=a))
    for text, own, tokens in zip(texts, spans, read, strict=True):
        yield Parsed(Normalised(text, tuple(range(len(text) + 1))), tuple(tokens), tuple(_sentences(own, tokens)))


def _pieces(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cut a text of more than LONGEST_PIECE characters between sentences, or at a space within a longer one."""
    runs = [m.end() for m in _LONG_RUN.finditer(text)]
    if len(text) <= LONGEST_PIECE and not runs:
        return [(0, len(text))]
    cuts, start = [0], 0
    for a, b in spans:
        if b - start > LONGEST_PIECE and a > start:
            cuts.append(a)
            start = a
        while b - start > LONGEST_PIECE:
            space = text.rfind(" ", start + 1, start + LONGEST_PIECE)
            start = space + 1 if space > start else start + LONGEST_PIECE
            cuts.append(start)
    cuts = sorted({*cuts, *runs})
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


def _annotate(nlp: Language, texts: Sequence[str], spans: Sequence[Sequence[tuple[int, int]]]) -> Iterable[Doc]:
    """Run the pipeline on texts whose sentence starts are given."""
    import numpy as np
    from spacy.attrs import SENT_START

    def made() -> Iterator[Doc]:
        for text, own in zip(texts, spans, strict=True):
            doc = nlp.make_doc(text)
            starts = {0, *(a for a, _ in own)}
            # A token that straddles a boundary ("pli.Il") begins no sentence of its own.
            begins = [1 if token.idx in starts else -1 for token in doc]
            # At once: token by token, spaCy would look each time whether there is a parse already.
            column: Any = np.array(begins, dtype=np.int64).astype(np.uint64).reshape(-1, 1)
            doc.from_array([SENT_START], column)
            yield doc

    docs = made()
    for size in _batches(texts):
        yield from nlp.pipe(islice(docs, size), batch_size=size)


def _batches(texts: Sequence[str]) -> Iterator[int]:
    """Yield how many of the texts to parse at a time: BATCH, fewer where they are long."""
    count = length = 0
    for text in texts:
        if count and (count == BATCH or length + len(text) > LARGEST_BATCH):
            yield count
            count = length = 0
        count += 1
        length += len(text)
    if count:
        yield count


def _plain(doc: Doc, before: Sequence[Token], starts: Sequence[int], *, offset: int) -> list[Token]:
    """Copy what the package uses out of a Doc; tokens of white space, if any, are dropped.

    Args:
        doc: the parse of a text or a piece of it.
        before: the tokens of the pieces before.
        starts: where the text's sentences begin.
        offset: where the piece begins in the text.
    """
    kept = [t for t in doc if not t.is_space]
    place = {t.i: len(before) + n for n, t in enumerate(kept)}
    # Sentences without a token are not counted.
    span, sentence = (bisect_right(starts, before[-1].start), before[-1].sentence) if before else (0, -1)
    out = []
    for t in kept:
        start = offset + t.idx
        if span < len(starts) and start >= starts[span]:
            span, sentence = bisect_right(starts, start, span), sentence + 1
        head = place.get(t.head.i, place[t.i])
        out.append(
            Token(
                t.text, t.lemma_, t.pos_, t.dep_, head, str(t.morph), t.ent_type_, t.ent_iob_ == "B",
                start, start + len(t), max(sentence, 0), bool(t.whitespace_),
            )
        )  # fmt: skip
    return out


def _sentences(spans: Sequence[tuple[int, int]], tokens: Sequence[Token]) -> Iterator[Sentence]:
    """Yield the sentences that hold a token, each with the range of its tokens."""
    starts = [start for start, _ in spans]
    first = 0
    for _, own in groupby(tokens, key=lambda t: t.sentence):
        last = first + sum(1 for _ in own)
        yield Sentence(*spans[max(0, bisect_right(starts, tokens[first].start) - 1)], first, last)
        first = last
