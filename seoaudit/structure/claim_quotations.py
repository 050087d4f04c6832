"""Quotations of an article, across its paragraphs, and who is said to speak."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from seoaudit.french.parse import Parsed
from seoaudit.structure.claim_base import Place, entry_set, line_around, speech_forms, token_from
from seoaudit.structure.claim_sources import Attribution, find_attributions, source_kind

AuthorKind = Literal["name", "noun", "vague", "pronoun", "inherited", "near", "none"]

LEAST_WORDS = 5  # below, guillemets set off a term or a title, not what somebody said
_PRONOUNS = frozenset({"il", "elle", "je", "j'", "me", "m'"})
_PAIRS = {"«": "»", "“": "”", '"': '"'}
_OPENING = re.compile(r'[«“]|(?<!\w)"(?=\w)')
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_WORDS = re.compile(r"[^\W\d_]{2,}")
# What stands before a verb of speech that the narrator puts into a quotation: ", ", or ", a récemment ".
_INSERTION = re.compile(r", (?:(?:l'|m'|nous )?(?:a|ont|avait|avaient) (?:\w+ment )?)?(?P<verb>\w+)\b")


class Quotation(NamedTuple):
    """What somebody is quoted to have said.

    Attributes:
        place: the words between the marks; of a quotation that runs on, those of one paragraph.
        author: where the speaker is named, or None.
        kind: "name", "noun", "vague" or "pronoun" after what the text calls the speaker; "inherited" when the
            quotation goes on from one just before; "near" when the text is about somebody just before and leaves it at
            that; "none" when nothing says who speaks.
        closed: whether it is closed in its paragraph.
    """

    place: Place
    author: Place | None
    kind: AuthorKind
    closed: bool


def find_quotations(paragraphs: Sequence[Parsed]) -> list[Quotation]:
    """Return the quotations of an article of at least five words that hold a verb, in order.

    Args:
        paragraphs: the parsed paragraphs, in order. A quotation left open at the end of a paragraph runs on when the
            next one begins with a mark.
    """
    out: list[Quotation] = []
    for n, parsed in enumerate(paragraphs):
        spans = list(_spans(parsed.text))
        if not spans:
            continue
        attributions = find_attributions([parsed])
        for start, end, closed in spans:
            if not _spoken(parsed, start, end):
                continue
            author, kind = _author(parsed, (start, end), spans, attributions)
            if kind == "none" and out and _goes_on(out[-1], n, parsed, start):
                author, kind = out[-1].author, "inherited"
            elif kind == "none" and (beside := _named_beside(parsed, start, end, spans)) is not None:
                author, kind = Place(n, *beside), "name"
            elif kind == "none" and _somebody_before(paragraphs, n, start, spans):
                kind = "near"
            elif author is not None:
                author = author._replace(paragraph=n)
            out.append(Quotation(Place(n, start, end), author, kind, closed))
    return _of_one_speaker(out, paragraphs)


def _somebody_before(paragraphs: Sequence[Parsed], n: int, start: int, spans: Sequence[tuple[int, int, bool]]) -> bool:
    """Whether a pronoun for somebody leads up to a quotation, or the paragraph before tells of a person.

    The reader takes the words for theirs: "Elle avait neuf ans. « Je crois que j'étais vexée. »"
    """
    tokens = paragraphs[n].tokens[: token_from(paragraphs[n], start)]
    own = [t for t in tokens if not any(s <= t.start < e for s, e, _ in spans)]
    before = paragraphs[n - 1].tokens if n else ()
    told = any(t.text.lower() in _PRONOUNS for t in (*own, *before))
    return told or any(t.entity == "PER" and t.text[:1].isupper() for t in before)


def _of_one_speaker(found: list[Quotation], paragraphs: Sequence[Parsed]) -> list[Quotation]:
    """Return quotations with those of nobody given to the one whom an article quotes, where there is but one."""
    if all(q.kind != "none" for q in found):
        return found
    speakers: dict[str, Place] = {}
    for q in found:
        parsed, author = paragraphs[q.place.paragraph], q.author
        if author is None and q.kind != "none":
            spans = list(_spans(parsed.text))
            beside = _named_beside(parsed, q.place.start, q.place.end, spans)
            author = Place(q.place.paragraph, *beside) if beside else None
        said = "" if author is None else paragraphs[author.paragraph].text[author.start : author.end]
        if author is not None and q.kind != "pronoun" and said.split():
            speakers.setdefault(said.split()[-1], author)
    if len(speakers) != 1:
        return found
    only = next(iter(speakers.values()))
    return [q._replace(author=only, kind="inherited") if q.kind == "none" else q for q in found]


def _spans(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield what stands between quotation marks, outer pairs only, and whether the pair is closed."""
    at = 0
    while True:
        opening = _OPENING.search(text, at)
        if opening is None:
            return
        end = _closing(text, opening.end(), opening.group())
        start, stop = opening.end(), len(text) if end is None else end
        start += text.startswith(" ", start)
        yield start, max(start, stop - (text[stop - 1] == " ")), end is not None
        if end is None:
            return
        at = end + 1


def _closing(text: str, start: int, mark: str) -> int | None:
    """Return where the pair opened before `start` is closed; pairs of the same marks inside it are passed over."""
    close = _PAIRS[mark]
    if close == mark:
        end = text.find(close, start)
        return end if end >= 0 else None
    depth, first = 1, None
    for m in re.finditer(f"[{mark}{close}]", text[start:]):
        depth += 1 if m.group() == mark else -1
        if m.group() == close and first is None:
            first = start + m.start()
        if depth == 0:
            return start + m.start()
    return first  # an inner mark was never closed


def _spoken(parsed: Parsed, start: int, end: int) -> bool:
    """Whether guillemets hold what somebody said: words enough, and a verb."""
    if len(_WORD.findall(parsed.text[start : min(end, start + 200)])) < LEAST_WORDS:
        return False
    inside = parsed.tokens[token_from(parsed, start) : token_from(parsed, end)]
    return any(
        t.pos in {"VERB", "AUX"} and "VerbForm=Inf" not in t.morph and "VerbForm=Part" not in t.morph for t in inside
    )


def _author(
    parsed: Parsed, own: tuple[int, int], spans: Sequence[tuple[int, int, bool]], attributions: Sequence[Attribution]
) -> tuple[Place | None, AuthorKind]:
    """Return who speaks, from the sentences that the quotation touches and the one before that ends in a colon."""
    first, last = line_around(parsed, max(0, own[0] - 2)), line_around(parsed, min(len(parsed.text), own[1] + 1))
    low, high = first[0], max(last[1], own[1])
    before = parsed.text[max(0, low - 200) : low].rstrip()
    outside = [a for a in attributions if not any(s <= a.place.start < e for s, e, _ in spans)]
    near = [a for a in outside if low <= a.place.start < high]
    inserted = None if near else _inserted(parsed, own, attributions)
    if inserted:
        return inserted
    if not near:  # the sentence before introduces it, or the one after says who spoke
        near = [a for a in outside if low - 200 <= a.place.start < high + 120]
    if near:
        best = min(near, key=lambda a: (a.source is None, _distance(a.place, own)))
        return best.source, best.kind
    rest = parsed.text[low : own[0]] + " " + parsed.text[own[1] : high]
    if len(_OTHER_WORDS.findall(rest)) >= 2 or before.endswith(":"):
        return None, "noun"  # its sentence goes on around it: the subject there answers for it
    return None, "none"


def _named_beside(
    parsed: Parsed, start: int, end: int, spans: Sequence[tuple[int, int, bool]]
) -> tuple[int, int] | None:
    """Return the nearest person that the paragraph names outside quotations: the reader takes them for the speaker."""
    found = [
        (max(start - t.end, t.start - end), t.start, t.end)
        for t in parsed.tokens
        if (t.entity == "PER" or t.text.split("-")[0] in entry_set("gap_first_names.txt"))
        and t.text[:1].isupper()
        and not any(s <= t.start < e for s, e, _ in spans)
    ]
    return min(found)[1:] if found else None


def _inserted(
    parsed: Parsed, own: tuple[int, int], attributions: Sequence[Attribution]
) -> tuple[Place | None, AuthorKind] | None:
    """Return who speaks by the narrator's words within a quotation: "Partons, dit le chef. Il est tard.".

    The verb stands after a comma, alone or with its auxiliary, and before its subject. The parser often takes it for an
    adjective, or the subject of what is said for its own, so that form and order decide.
    """
    for m in _INSERTION.finditer(parsed.text, *own):
        if m["verb"].lower() not in speech_forms():
            continue
        inverted = [a for a in attributions if a.place.start == m.start("verb") and a.source and a.source > a.place]
        if inverted:
            return inverted[0].source, inverted[0].kind
        first = token_from(parsed, m.end())
        for i in range(first, min(first + 4, len(parsed.tokens))):
            token = parsed.tokens[i]
            if token.pos in {"NOUN", "PROPN"}:
                return Place(0, token.start, token.end), source_kind(parsed.tokens, i)
            if token.pos not in {"DET", "NUM", "ADJ"}:
                break
    return None


def _distance(place: Place, own: tuple[int, int]) -> int:
    return max(0, own[0] - place.end, place.start - own[1])


def _goes_on(last: Quotation, n: int, parsed: Parsed, start: int) -> bool:
    """Whether a quotation goes on from the one before.

    That stands just before in the paragraph, or in the paragraph before when this quotation opens its own.
    """
    if last.kind == "none":
        return False
    if last.place.paragraph == n:
        return len(_OTHER_WORDS.findall(parsed.text[last.place.end : start][:80])) <= 4
    return last.place.paragraph == n - 1 and start <= 2
