"""Faults of spelling and composition in words: ligatures, ordinals, titles, capitals, ellipses, debris."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache

from seoaudit.french.data import read_list
from seoaudit.french.typography_model import LETTERS, LOWER, SPACES, UPPER, Spacing, TypographyIssue, TypographyKind

_ENTITY = re.compile(r"&(?:amp;)*(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8}\d{0,2});")
# UTF-8 read as Windows-1252: é is C3 A9, ’ is E2 80 99, « is C2 AB.
_MOJIBAKE = re.compile(
    r"(?:[ÃÂ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]|â€.)+|\ufffd+"
)
_MOJIBAKE_SIGNS = ("Ã", "Â", "â€", "\ufffd")
_ETC = re.compile(r"\b([Ee]tc)(?:\.?…|\.{2,})")
_ELLIPSIS = re.compile(r"(?<!\.)\.{3,4}(?!\.)")
_DOUBLED_STOP = re.compile(rf"(?<=[{LETTERS}0-9»)])\.\.(?=[\s»)]|$)")
_DOUBLED_COMMA = re.compile(r",{2,}")
_ORDINAL = re.compile(
    r"(?<![\w.,])(?:(?P<first>1|I)(?P<fem>i?[èe]re(?P<fs>s?))|1(?P<masc>i[èe]r|èr)(?P<ms>s?)"
    r"|(?P<number>\d{1,4}|[IVXLC]{2,7}|[VX])(?:i?[èe]me(?P<ns>s?)|è))(?![\w’'-])"
)
# Few texts hold what every faulty ordinal holds.
_ORDINAL_END = re.compile(r"[\dIVXLC](?:i?[èe][rm]|è)")
_MR = re.compile(rf"(?<![\w&])Mr\.?(?=[{SPACES}](?:[{UPPER}]|l[ea]\b))")
_MME = re.compile(rf"\b(M(?:mes?|lles?))\.(?=[{SPACES}][{UPPER}])")
# "Mr, M. ou Mme. Suivez l’usage": titles named for themselves, the stop ends the sentence.
_NAMED_TITLES = re.compile(r"\b(?:Mr|M|Mlle|Mme|MM)\.?,? (?:et|ou) $")
# Words that open a clause: a sentence that lacks its capital is no fragment.
_CLAUSE = re.compile(r"(?:[cjnst]|qu)['’].|(?:je|tu|il|elle|on|nous|vous|ils|elles|ça|cela|ce)$", re.IGNORECASE)
_FRAGMENT = re.compile(
    rf"(?<![\w.])([{LETTERS}'’-]{{3,40}})\.[{SPACES}]"
    rf"((?:[{LOWER}][{LOWER}'’-]{{2,40}}[{SPACES}])?[{LOWER}][{LOWER}'’-]{{1,40}}\.)(?=\s|$)"
)
# What every fragment has before it; few texts hold one.
_LOWER_AFTER_STOP = re.compile(rf"\.[{SPACES}][{LOWER}]")

_Kind = TypographyKind

# Abbreviations of references that stand after a stop; the others are in the common list.
_REFERENCE = frozenset({"cit", "etc", "ex", "loc", "préc", "sq", "suiv"})


def debris(text: str, _spacing: Spacing) -> Iterator[TypographyIssue]:
    """What a faulty export leaves behind: entities for all to read, UTF-8 read as Windows-1252."""
    for m in _ENTITY.finditer(text):
        char = _decoded(m.group())
        if char != m.group() and (char.isprintable() or char in SPACES):
            note = f"Une entité HTML se lit dans le texte : écrivez « {char} »."
            yield TypographyIssue(_Kind.ENTITY, m.start(), m.end(), char, note)
    for m in _MOJIBAKE.finditer(text) if any(sign in text for sign in _MOJIBAKE_SIGNS) else ():
        try:
            meant: str | None = m.group().encode("cp1252").decode("utf-8")
        except UnicodeError:
            if "\ufffd" not in m.group():
                continue
            meant = None
        note = "Des caractères ont été mal décodés (UTF-8 lu comme du Windows-1252)."
        yield TypographyIssue(_Kind.MOJIBAKE, m.start(), m.end(), meant, note)


def _decoded(entity: str) -> str:
    """Decode "&amp;nbsp;" to the end; each round shortens it."""
    while (decoded := html.unescape(entity)) != entity:
        entity = decoded
    return entity


def dots(text: str, _spacing: Spacing) -> Iterator[TypographyIssue]:
    """Stops in a row for an ellipsis, an ellipsis after "etc.", a mark typed twice."""
    if not any(sign in text for sign in ("..", ",,", "…")):
        return
    for m in _ETC.finditer(text):
        note = "« etc. » ne prend jamais de points de suspension."
        yield TypographyIssue(_Kind.ETC_ELLIPSIS, m.start(), m.end(), m[1] + ".", note)
    for m in _ELLIPSIS.finditer(text):
        note = "Les points de suspension sont un seul caractère : …"
        yield TypographyIssue(_Kind.ELLIPSIS, m.start(), m.end(), "…", note)
    for pattern in (_DOUBLED_STOP, _DOUBLED_COMMA):
        for m in pattern.finditer(text):
            note = "Ce signe est tapé deux fois."
            yield TypographyIssue(_Kind.DOUBLED_POINT, m.start(), m.end(), m.group()[0], note)


@cache
def _ligatures() -> re.Pattern[str]:
    """Match the words of the list; an entry that ends in * stands for all words that begin so."""
    entries = (f"{e[:-1]}[{LETTERS}]*+" if e.endswith("*") else e for e in read_list("typography_ligatures"))
    return re.compile(rf"(?<![{LETTERS}\d_])(?:{'|'.join(entries)})(?![{LETTERS}\d_])", re.IGNORECASE)


def ligatures(text: str, _spacing: Spacing) -> Iterator[TypographyIssue]:
    """Words in "oe" that are written with œ."""
    if "oe" not in text.lower():
        return
    for m in _ligatures().finditer(text):
        fixed = re.sub("oe", "œ", m.group(), count=1)
        if fixed == m.group():
            fixed = re.sub("O[Ee]", "Œ", m.group(), count=1)
        yield TypographyIssue(_Kind.LIGATURE, m.start(), m.end(), fixed, f"Écrivez « {fixed} », avec la ligature.")


def ordinals(text: str, _spacing: Spacing) -> Iterator[TypographyIssue]:
    """Ordinals: 1er, 1re, 2e, XXe."""
    if not _ORDINAL_END.search(text):
        return
    for m in _ORDINAL.finditer(text):
        if m["first"]:
            fixed: str | None = f"{m['first']}re{m['fs']}"
        elif m["masc"]:
            fixed = f"1er{m['ms']}"
        else:
            # "1ème" may be "1er" or "1re".
            fixed = None if m["number"] == "1" else f"{m['number']}e{m['ns'] or ''}"
        shown = fixed or "1er » ou « 1re"
        yield TypographyIssue(_Kind.ORDINAL, m.start(), m.end(), fixed, f"L’ordinal s’abrège « {shown} ».")


def titles(text: str, _spacing: Spacing) -> Iterator[TypographyIssue]:
    """Mr for M., Mme. for Mme."""
    if "M" not in text:
        return
    for m in _MR.finditer(text):
        note = "« Monsieur » s’abrège « M. » ; « Mr » est anglais."
        yield TypographyIssue(_Kind.COURTESY_TITLE, m.start(), m.end(), "M.", note)
    for m in _MME.finditer(text):
        if _NAMED_TITLES.search(text, max(0, m.start() - 12), m.start()):
            continue
        note = f"« {m[1]} » ne prend pas de point : sa dernière lettre est celle du mot."
        yield TypographyIssue(_Kind.COURTESY_TITLE, m.start(), m.end(), m[1], note)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(entry.split()[0].lower() for entry in read_list("abbreviations")) | _REFERENCE


def fragments(text: str, _spacing: Spacing) -> Iterator[TypographyIssue]:
    """A "sentence" of one or two words that begins in lower case after a full stop: "plus de dix. pli."."""
    if not _LOWER_AFTER_STOP.search(text):
        return
    for m in _FRAGMENT.finditer(text):
        words = m[2].rstrip(".").split()
        if _CLAUSE.match(words[0]) or any(word.lower() in _abbreviations() for word in (m[1], *words)):
            continue
        note = "Ce fragment ne forme pas une phrase : reste d’une coupe ou d’une traduction automatique ?"
        yield TypographyIssue(_Kind.FRAGMENT, m.start(2), m.end(2), None, note)


# Any word typed twice, also with a capital at first; the second must not go on.
_DOUBLED = re.compile(rf"\b(?<!['’-])(\w++)[{SPACES}](?i:\1)(?![\w'’-])")


@cache
def _doubles() -> frozenset[str]:
    return frozenset(read_list("typography_doubles"))


def doubled_words(text: str, _spacing: Spacing) -> Iterator[TypographyIssue]:
    """A function word typed or translated twice: "de de"; three in a row are meant ("la la la")."""
    for m in _DOUBLED.finditer(text):
        start = m.end(1)
        # In lower case as it stands: "de De Gaulle" is right.
        word, length = text[start + 1 : m.end()], m.end() - start
        if word not in _doubles() or m[1].lower() != word:
            continue
        before, after = text[max(0, m.start() - length) : m.start()].lower(), text[m.end() : m.end() + length].lower()
        if before.startswith(word) or after.endswith(word):
            continue
        note = f"« {word} » est écrit deux fois."
        yield TypographyIssue(_Kind.DOUBLED_WORD, start, m.end(), "", note)


@cache
def _capitals() -> tuple[re.Pattern[str], dict[str, str], frozenset[str]]:
    """Return the pattern of the words, each with its accent, and those that are English words without it."""
    entries = [entry.removesuffix(" en") for entry in read_list("typography_capitals")]
    right = {_unaccented(entry): entry for entry in entries}
    english = {_unaccented(e.removesuffix(" en")) for e in read_list("typography_capitals") if e.endswith(" en")}
    names = "|".join(_pattern(n) for n in sorted(right, key=len, reverse=True))
    return re.compile(rf"(?<![{LETTERS}\d_-])(?:{names})"), right, frozenset(english)


def _pattern(name: str) -> str:
    """Match a word or opening whole; an elision goes on with the next word."""
    spelt = re.escape(name).replace("’", "['’]")
    return spelt if name.endswith("’") else rf"{spelt}(?![{LETTERS}\d_])"


def _unaccented(word: str) -> str:
    """Return a word whose capital has lost its accent or cedilla, as old keyboards typed it."""
    return {"À": "A", "Â": "A", "Ç": "C", "É": "E", "È": "E", "Ê": "E", "Î": "I", "Ô": "O"}[word[0]] + word[1:]


# The head of a sentence, or an elided article before the word ("l’Education nationale").
_HEAD = re.compile(r"(?:^|[\n.!?:…«(>–—•·\"-]|\b[dlDL]['’])\s*$")


def capitals(text: str, _spacing: Spacing) -> Iterator[TypographyIssue]:
    """Capitals that lost their accent, for a list of safe words."""
    pattern, right, english = _capitals()
    for m in pattern.finditer(text):
        word = m.group().replace("'", "’")
        # "A" is a verb or a letter but at the head of a sentence: "la vitamine A la plus pure"; and within a sentence
        # "Ice Age" is English.
        opens = word[1:2] in {" ", "’"} or word in english
        if opens and not _HEAD.search(text, max(0, m.start() - 4), m.start()):
            continue
        fixed = right[word][0]
        yield TypographyIssue(
            _Kind.CAPITAL_ACCENT, m.start(), m.start() + 1, fixed, f"La capitale garde son accent : {fixed}."
        )
