"""Questions about what a clause says: a promise without a date, advice without a reason, a rise without a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seoaudit.french.parse import Parsed, Token
from seoaudit.structure.claim_base import Place, line_around, pattern, token_from, word_set
from seoaudit.structure.gap_groups import quotable, weak_nouns
from seoaudit.structure.gap_prompts import Candidate, ask
from seoaudit.structure.gap_story import Story

LONGEST = 12  # words of a clause that a question repeats
WHOLE = 0.75  # part of its sentence that a clause quoted with its subject may take
_VAGUE_ADVERBS = {
    **dict.fromkeys(
        ("souvent", "parfois", "fréquemment", "régulièrement", "rarement", "généralement", "habituellement"),
        "how-often",
    ),
    **dict.fromkeys(("rapidement", "vite", "lentement", "progressivement"), "how-fast"),
    **dict.fromkeys(("considérablement", "fortement", "nettement", "largement", "sensiblement"), "how-far"),
    **dict.fromkeys(("facilement", "simplement", "aisément", "difficilement"), "how-easily"),
}
_FORECAST = re.compile(r"\b(?:devrai(?:t|ent)|pourrai(?:t|ent)) (?=[a-zà-ÿ]+(?:er|ir|re|oir)\b)")
_FIGURE = re.compile(r"\d|%|\b(?:deux|trois|quatre|dix|cent|moitié|tiers|quart)\b")


def clause_questions(story: Story) -> Iterator[Candidate]:
    """Yield questions about what the clauses of an article say."""
    for n, parsed in enumerate(story.paragraphs):
        if story.genre == "report":
            yield from _promises(story, n, parsed)
            yield from _forecasts(story, n, parsed)
        yield from _adverbs(story, n, parsed)
        yield from _changes(story, n, parsed)
        yield from _comparatives(story, n, parsed)


def _promises(story: Story, n: int, parsed: Parsed) -> Iterator[Candidate]:
    """Ask when and how, of a verb in the future or a promise in the third person without a date."""
    starts = [
        (i, t.start)
        for i, t in enumerate(parsed.tokens)
        if _future(parsed.tokens, i) and not story.quoted(Place(n, t.start, t.end))
    ]
    starts += [(token_from(parsed, m.start()), m.start()) for m in pattern("promise").finditer(parsed.text)]
    for token, start in starts:
        clause = clause_from(story, n, reflexive_start(parsed, token), after=start + 1)
        if clause is None or pattern("dated_soon").search(parsed.text[slice(*line_around(parsed, start, 150))]):
            continue
        words = parsed.text[clause.start : clause.end]
        yield ask("commitment", clause, words, target=parsed.tokens[min(token, len(parsed.tokens) - 1)].lemma)


def _future(tokens: tuple[Token, ...], i: int) -> bool:
    t = tokens[i]
    if (
        t.pos != "VERB"
        or "Tense=Fut" not in t.morph
        or "Person=3" not in t.morph
        or t.lemma in word_set("no_promise_verbs")
        or not t.text[0].islower()
    ):
        return False
    before = [w.text.lower() for w in tokens[max(0, i - 3) : i] if w.sentence == t.sentence]
    return not {"on", "vous", "nous", "je", "ne", "n'", "qui", "si", "qu'on"} & set(before)


def _forecasts(story: Story, n: int, parsed: Parsed) -> Iterator[Candidate]:
    """Ask who expects what "devrait" or "pourrait" announces."""
    for m in _FORECAST.finditer(parsed.text):
        clause = clause_from(story, n, m.start())
        if (
            clause is None
            or story.quoted(clause)
            or re.search(
                r"\b(?:selon|d'après|estim\w+|prévoi\w+|prévu\w*)\b",
                parsed.text[slice(*line_around(parsed, m.start()))],
            )
        ):
            continue
        yield ask("forecast", clause, parsed.text[clause.start : clause.end], target=f"forecast {clause.start}")


def _adverbs(story: Story, n: int, parsed: Parsed) -> Iterator[Candidate]:
    """Ask how often, how fast or by how much, of a verb with an adverb that leaves it open: "progresse rapidement"."""
    for i, t in enumerate(parsed.tokens):
        form = _VAGUE_ADVERBS.get(t.text.lower())
        verb = parsed.tokens[i - 1] if i else None
        if form is None or verb is None or verb.sentence != t.sentence or verb.pos not in {"VERB", "AUX"}:
            continue
        if "Mood=Ind" not in verb.morph or verb.lemma in {"être", "avoir", "agir"} or "Person=3" not in verb.morph:
            continue
        start = reflexive_start(parsed, i - 1)
        clause = clause_from(story, n, start, after=t.end)
        if clause is None and re.match(r"\s?(?:[.,;:!?»)]|$)", parsed.text[t.end : t.end + 3]):
            clause = Place(n, start, t.end)
        if (
            clause is None
            or story.quoted(clause)
            or _FIGURE.search(parsed.text[slice(*line_around(parsed, start, 120))])
        ):
            continue
        whole = with_subject(story, n, clause)
        if whole == clause:
            continue  # who or what does it is too far away to be quoted
        clause = whole
        yield ask(form, clause, parsed.text[clause.start : clause.end], target=f"adverb {verb.lemma}")


def with_subject(story: Story, n: int, clause: Place) -> Place:
    """Return a clause with the subject just before it, unless that would repeat a whole sentence or grow too long."""
    parsed = story.paragraphs[n]
    subject = next((g for g in story.groups_in(n) if 0 <= clause.start - g.place.end <= 1), None)
    if subject is None or subject.is_open or subject.adverbial or not (quotable(subject) or subject.is_name):
        return clause
    if subject.determiner in {"du", "des", "au", "aux", "de", "d'"} or not (subject.determiner or subject.is_name):
        return clause
    plural = any("Number=Plur" in t.morph for t in story.tokens_at(clause) if t.pos in {"AUX", "VERB"})
    if plural != ("Number=Plur" in parsed.tokens[subject.head].morph):
        return clause  # the verb has another subject, or more than this one
    start = parsed.tokens[subject.first - bool(subject.determiner)].start
    line = line_around(parsed, clause.start)
    words = parsed.text[start : clause.end].split()
    return (
        clause
        if len(words) > LONGEST or clause.end - start > WHOLE * (line[1] - line[0])
        else Place(n, start, clause.end)
    )


def _changes(story: Story, n: int, parsed: Parsed) -> Iterator[Candidate]:
    """Ask by how much, of a rise or a fall told without a figure: "la situation s'aggrave"."""
    if story.genre != "report":
        return  # what a guide says goes up or down does so again and again
    for m in pattern("change").finditer(parsed.text):
        i = token_from(parsed, m.start())
        verb = next((j for j in range(i, min(i + 2, len(parsed.tokens))) if parsed.tokens[j].pos == "VERB"), None)
        if verb is None or _FIGURE.search(parsed.text[slice(*line_around(parsed, m.start(), 120))]):
            continue
        start = _verb_start(parsed, verb)
        subject = next((g for g in story.groups_in(n) if start is not None and 0 < start - g.place.end <= 1), None)
        if subject is None or subject.determiner not in {"le", "la", "l'", "les"} or not quotable(subject):
            continue
        place = Place(n, parsed.tokens[subject.first - 1].start, m.end())
        yield ask("change", place, _lowered(parsed.text[place.start : place.end]), target=subject.key)


def _verb_start(parsed: Parsed, i: int) -> int | None:
    """Return where a verb begins, its auxiliary or reflexive pronoun included; None for an infinitive or participle."""
    t, before = parsed.tokens[i], parsed.tokens[i - 1] if i else None
    if "Mood=Ind" in t.morph:
        return reflexive_start(parsed, i)
    if before is not None and before.pos == "AUX" and "Mood=Ind" in before.morph:
        return reflexive_start(parsed, i - 1)
    return None


def _lowered(words: str) -> str:
    """Return words that begin with a determiner, its capital lowered."""
    return words[:1].lower() + words[1:]


def _comparatives(story: Story, n: int, parsed: Parsed) -> Iterator[Candidate]:
    """Ask for both values of a comparison told without a figure: "plus cher que le café moulu"."""
    for m in pattern("compared").finditer(parsed.text):
        clause = clause_from(story, n, m.start(), after=m.end())
        if (
            clause is None
            or story.quoted(clause)
            or _FIGURE.search(parsed.text[slice(*line_around(parsed, m.start(), 120))])
        ):
            continue
        yield ask("comparative", clause, parsed.text[clause.start : clause.end], target=f"comparative {clause.start}")


def reflexive_start(parsed: Parsed, i: int) -> int:
    """Return where the verb at `i` begins, its reflexive pronoun included: "se poursuivront"."""
    before = parsed.tokens[i - 1] if i else None
    reflexive = before is not None and before.text.lower() in {"se", "s'"}
    return before.start if before is not None and reflexive else parsed.tokens[i].start


def clause_from(story: Story, n: int, start: int, after: int | None = None) -> Place | None:
    """Return the clause from an offset to the end of the first complete noun group after it.

    None when no such group is near, when it is left open, or when a clause begins in between.

    Args:
        story: the article.
        n: index of the paragraph.
        start: where the clause begins.
        after: where the group may begin; the word at `start` by default.
    """
    parsed = story.paragraphs[n]
    sentence_end = line_around(parsed, start)[1]
    after = start + 1 if after is None else after
    ahead = (g for g in story.groups_in(n) if g.place.start >= after)
    group = next((g for g in ahead if g.key not in weak_nouns()), None)  # "mettra à jour le dossier"
    if group is None or group.place.end > sentence_end or group.is_open or not quotable(group):
        return None
    between = parsed.text[start : group.place.start]
    words = parsed.text[start : group.place.end]
    if len(words.split()) > LONGEST or re.search(
        r"[,;:«»()…]|\b(?:qu[ei']|qui|dont|où|si|et|ou|comment|quand|quel|quelle|quels|quelles|pour|sans|afin|puis|mais|car)\b",
        between[4:] if between.lower().startswith("il ") else between,
    ):
        return None
    follow = parsed.text[group.place.end : group.place.end + 12]
    if re.match(r"\s*(?:de |d'|du |des |à |au |aux |que |qu'|qui |dont |comme |\()", follow) or re.match(
        r"\s?-", follow
    ):
        return None
    if group.content < 2 and re.match(r"\s*(?:sur|contre|vers|entre|envers) ", follow):
        return None  # "a mis l'accent sur ..."
    return Place(n, start, group.place.end)
