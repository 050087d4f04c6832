"""Which noun groups are whole: the rules a noun, its determiner and the place it is cut at must meet."""

from __future__ import annotations

from seoaudit.french.frequency import UNKNOWN, rarity
from seoaudit.structure.heading_agreement import agrees
from seoaudit.structure.heading_cuts import Cut, adverbial
from seoaudit.structure.heading_groups import Groups, Nucleus
from seoaudit.structure.heading_lexicon import determiner_kinds, word_class, word_list
from seoaudit.structure.heading_tree import A, Tree

_VERB_ENDINGS = ("ais", "ait", "aient", "ez", "iez", "ûmes", "âmes")
_PARTICIPLE_ENDINGS = ("é", "ée", "és", "ées")
_VERBAL_ADJECTIVE_ENDINGS = (*_PARTICIPLE_ENDINGS, "ue", "us", "ues", "ant", "ante", "ants", "antes")
_IDIOMS = frozenset({"en", "comme", "à", "par", "sans", "avec"})
_COMPLEX = frozenset({"à", "au", "aux", "en", "dans", "par", "sur", "pour", "sous"})
_HANGING = frozenset({"ADP", "DET", "CCONJ", "PRON", "SCONJ", "PUNCT", "AUX"})
LONGEST_SENTENCE = 60  # tokens looked at for the verb of a sentence
_FEW = 20  # things of which a heading says how many
_SENTENCE_AHEAD = 12  # tokens looked at for the verb of a sentence that opens with a bare noun


def head_stands(groups: Groups, nucleus: Nucleus) -> bool:
    """Whether a nucleus can head a heading, whatever completes it."""
    t = groups.tree
    lemma, low = t.tokens[nucleus.head].lemma, t.low[nucleus.head]
    if lemma in word_list("units"):
        return False
    empty = not word_list("empty_heads").isdisjoint({lemma, low}) and not relational(t, nucleus)
    if len(low) < 2 or (empty and not _kinds(t, nucleus)):
        return False
    if not nucleus.name and low.endswith(_VERB_ENDINGS) and word_list("verb_like_nouns").isdisjoint({lemma, low}):
        return False
    if (nucleus.determiner == "quantity" and not several(t, nucleus)) or not agrees(t, nucleus):
        return False
    if nucleus.determiner == "number" and not (_large(t, nucleus) or few(t, nucleus)):
        return False
    if not _preceding_stand(t, nucleus):
        return False
    if nucleus.determiner == "none" and not _bare_stands(t, nucleus):
        return False
    if (
        _denied(t, nucleus)
        or t.negated(nucleus.head)
        or (nucleus.determiner == "demonstrative" and lemma in word_list("text_nouns"))
    ):
        # "Ce petit article", "cette infolettre": the text itself is what no section of it is about.
        return False
    if nucleus.first and t.low[nucleus.first - 1] in word_class("subject_clitics"):
        # "Je le comprends": the article is a pronoun, the noun a verb.
        return False
    if nucleus.first and adverbial(groups, nucleus.first - 1, nucleus):
        return False
    return not (_complex_preposition(groups, nucleus) or _kind_pointed_at(t, nucleus))


def _kind_pointed_at(t: Tree, nucleus: Nucleus) -> bool:
    """Whether a group is of the kind of what was said before: "ce genre de service" names no service."""
    return nucleus.determiner == "demonstrative" and t.tokens[nucleus.head].lemma in word_class("kinds")


def relational(t: Tree, nucleus: Nucleus) -> bool:
    """Whether a noun says something by its complement alone: "les manières de structurer une application"."""
    return t.tokens[nucleus.head].lemma in word_class("relational")


def _kinds(t: Tree, nucleus: Nucleus) -> bool:
    """Whether a group lists the kinds of a thing: "les types d'annotation"."""
    return t.low[nucleus.head] == "types" and nucleus.determiner in {"definite", "quantity"}


def several(t: Tree, nucleus: Nucleus) -> bool:
    """Whether a quantity can give way to the article: "plusieurs solutions" are "les solutions" of a section."""
    return nucleus.body == nucleus.first + 1 and t.low[nucleus.first] in word_class("several")


def few(t: Tree, nucleus: Nucleus) -> bool:
    """Whether the number before a noun is a small one in letters, which a heading keeps: "deux méthodes"."""
    if t.tokens[nucleus.head].lemma in word_list("time_nouns") or nucleus.body == nucleus.first:
        return False
    number = t.low[nucleus.body - 1]
    return number in word_class("small_numbers") or (number.isdigit() and 2 <= int(number) <= _FEW)


def _preceding_stand(t: Tree, nucleus: Nucleus) -> bool:
    """Whether the words between determiner and noun are adjectives that can stand there, none compared."""
    own = nucleus.determiner in {"possessive", "author"}
    for k in range(nucleus.body, nucleus.head):
        if t.tokens[k].pos == "ADV" and not own:
            return False
        if t.tokens[k].pos == "ADJ" and t.low[k].endswith(_VERBAL_ADJECTIVE_ENDINGS):
            return False
    return True


def _bare_stands(t: Tree, nucleus: Nucleus) -> bool:
    """Whether a noun without determiner is more than half of an idiom or a predicate."""
    before = t.tokens[nucleus.first - 1] if nucleus.first else None
    if t.tokens[nucleus.head].lemma in word_list("time_nouns"):
        return False  # "d'avril à novembre"
    if before is None or before.sentence != t.tokens[nucleus.head].sentence:
        # A sentence that begins with a bare noun is a label ("Température de service : ...") or a tagging mistake.
        if _asked(t, nucleus.head):
            # "Fan d'Open Source ?" speaks to somebody.
            return False
        return nucleus.name or (t.tokens[nucleus.head].pos == "NOUN" and not _finite_follows(t, nucleus.end))
    if t.low[nucleus.first - 1] in _IDIOMS:
        return False
    if before.pos != "ADP" and t.low[nucleus.head].endswith(_PARTICIPLE_ENDINGS):
        return False
    if before.pos == "PUNCT" and t.low[nucleus.head].endswith(("able", "ible", "ables", "ibles")):
        # ", remboursable en pain" is an adjective set apart.
        return False
    # A bare noun after its verb is half of an expression: "faire référence à", "avoir accès à".
    return nucleus.name or before.pos in {"ADP", "CCONJ", "PUNCT"}


def _denied(t: Tree, nucleus: Nucleus) -> bool:
    """Whether the words before a noun deny, lessen or compare what it names.

    "Pas de vacances", "peu de papiers inutiles", "plus de deux développeurs", "sans garantie": the noun without them
    would say the contrary, or something else.
    """
    i = nucleus.first - (nucleus.first == nucleus.body or t.low[nucleus.first] not in {"de", "d'"})
    if i < 0 or t.tokens[i].sentence != t.tokens[nucleus.head].sentence:
        return False
    if t.low[i] in {"sans", "ni"} or _set_aside(t, nucleus):
        return True
    return i > 0 and t.low[i] in {"de", "d'"} and t.low[i - 1] in word_class("lessening")


def _set_aside(t: Tree, nucleus: Nucleus) -> bool:
    """Whether somebody prefers something else to what a group names: "je préfère le train à l'avion"."""
    start, before = t.starts[t.tokens[nucleus.head].sentence], nucleus.first - 1
    after = before >= start and t.low[before] in A
    return after and any(x.lemma == "préférer" for x in t.tokens[start:before])


def compared(t: Tree, first: int, end: int) -> bool:
    """Whether an adjective of a group is compared with something outside it ("un festival plus classique")."""
    return any(
        t.low[k] in word_class("comparing") and t.tokens[k + 1].pos in {"ADJ", "VERB"} and not _most(t, first, k)
        for k in range(first, end - 1)
    )


def _most(t: Tree, first: int, k: int) -> bool:
    """Whether the comparison at token `k` is a superlative: "la recette la plus difficile"."""
    return k > first and t.low[k] in {"plus", "moins"} and t.low[k - 1] in {"le", "la", "les"}


def _asked(t: Tree, i: int) -> bool:
    """Whether the sentence of token `i` ends with a question mark."""
    after = t.tokens[i].sentence + 1
    end = t.starts[after] if after < len(t.starts) else len(t.tokens)
    return t.low[end - 1] == "?"


def _finite_follows(t: Tree, i: int) -> bool:
    """Whether the sentence of token `i - 1` goes on with a finite verb before any colon."""
    for token in t.tokens[i : i + _SENTENCE_AHEAD]:
        if token.sentence != t.tokens[i - 1].sentence or token.text == ":":
            return False
        if token.pos in {"VERB", "AUX"} and "VerbForm=Fin" in token.morph:
            return True
    return False


def _large(t: Tree, nucleus: Nucleus) -> bool:
    """Whether the number before a noun is a count that can be left out: "2 700 appels", not "trois étapes"."""
    digits = "".join(t.low[k] for k in range(nucleus.first, nucleus.body) if t.low[k].isdigit())
    return len(digits) >= 2 and t.tokens[nucleus.head].lemma not in word_list("time_nouns")


def _complex_preposition(groups: Groups, nucleus: Nucleus) -> bool:
    """Whether the noun is the middle of a prepositional phrase: "dans le cadre de", "au moyen de"."""
    t = groups.tree
    alone = nucleus.end == nucleus.head + 1 and nucleus.body == nucleus.head
    if not alone or nucleus.first == 0 or t.low[nucleus.first - 1] not in _COMPLEX:
        return False
    return t.tokens[nucleus.head].lemma in word_list("preposition_nouns")


def modified(nucleus: Nucleus, cut: Cut) -> bool:
    """Whether a noun has a complement or an adjective, or is a name."""
    return nucleus.name or cut.complements > 0 or nucleus.end > nucleus.head + 1 or nucleus.body < nucleus.head


def measured(groups: Groups, nucleus: Nucleus, cut: Cut) -> bool:
    """Whether a complement is a length, a time or a price in figures ("un salon de 40 mètres"): a detail."""
    t = groups.tree
    for i in range(nucleus.end, cut.end):
        inner = groups.at.get(i)
        if inner is None or inner.head >= cut.end:
            continue
        lemma, words = t.tokens[inner.head].lemma, t.low[inner.first : inner.body]
        counted = inner.determiner == "number" and any(w[0].isdigit() for w in words)
        if counted and (lemma in word_list("units") or lemma in word_list("time_nouns")):
            return True
        if inner.determiner in {"number", "indefinite"} and lemma in word_list("units"):
            return True
    return False


def says_enough(t: Tree, nucleus: Nucleus) -> bool:
    """Whether a noun alone can name the subject of a section."""
    if nucleus.determiner not in {"definite", "fused", "indefinite", "author"}:
        return False
    return t.tokens[nucleus.head].lemma not in word_list("generic_nouns")


def cut_stands(t: Tree, nucleus: Nucleus, cut: Cut) -> bool:
    """Whether a group cut there is whole, or might be; see `doubts_of`."""
    if cut.follows == "broken" or (cut.coordinated and cut.follows != "end"):
        return False
    if cut.follows == "de" and cut.complements:
        # "Le respect par Optus de la détermination | des appels": the complement is cut short.
        return False
    if compared(t, nucleus.head, cut.end):
        return False
    if cut.follows == "coord" and (cut.end + 1 >= len(t.tokens) or t.low[cut.end + 1] not in determiner_kinds()):
        return False
    # Of two doubts at once little is left.
    if len(doubts_of(cut)) > 1 or _hangs(t, cut.end - 1) or _swallows_verb(t, nucleus, cut):
        return False
    if nucleus.name:
        return _name_stands(t, nucleus, cut)
    timed = t.tokens[nucleus.head].lemma in word_list("time_nouns")
    if timed and any(t.low[k][0].isdigit() for k in range(nucleus.first, nucleus.body)):
        return False
    counted = nucleus.determiner == "number" and not (few(t, nucleus) and modified(nucleus, cut))
    if (cut.complements == 0 or nucleus.determiner == "indefinite") and (timed or counted):
        return False
    if cut.complements == 0 and (cut.follows in {"participle", "infinitive"} or relational(t, nucleus)):
        return False
    if cut.complements == 0 and cut.follows == "relative" and not modified(nucleus, cut):
        return False
    return modified(nucleus, cut) or (cut.follows in {"end", "list"} and nucleus.determiner != "none")


def _hangs(t: Tree, i: int) -> bool:
    """Whether a word cannot end a phrase; a rare word taken for a pronoun is a name ("le package sf")."""
    token = t.tokens[i]
    return token.pos in _HANGING and not (token.pos in {"PRON", "AUX"} and rarity(token.text) > UNKNOWN)


def doubts_of(cut: Cut) -> tuple[str, ...]:
    """Return what speaks against a group cut there: "l'achat des toiles | et le projet" is half of a pair."""
    return (*cut.doubts, "half") if cut.follows == "coord" else cut.doubts


def _swallows_verb(t: Tree, nucleus: Nucleus, cut: Cut) -> bool:
    """Whether a group that opens its sentence leaves it without a verb: its verb was taken for a noun or adjective."""
    sentence = t.tokens[nucleus.head].sentence
    if nucleus.first != t.starts[sentence] or cut.end >= len(t.tokens) or t.tokens[cut.end].pos == "PUNCT":
        return False
    end = t.starts[sentence + 1] if sentence + 1 < len(t.starts) else len(t.tokens)
    rest = t.tokens[cut.end : min(end, cut.end + LONGEST_SENTENCE)]
    return not any(x.pos in {"VERB", "AUX"} and "VerbForm=Fin" in x.morph for x in rest)


def _name_stands(t: Tree, nucleus: Nucleus, cut: Cut) -> bool:
    """Whether a proper name can stand: not a person's alone, no initial, no article forgotten."""
    own = range(nucleus.head, nucleus.end)
    if nucleus.determiner == "none" and (cut.complements or nucleus.body < nucleus.head):
        return False
    if any(len(t.low[k]) == 1 and t.low[k].isalpha() for k in own):
        return False
    if cut.follows in {"relative", "participle", "infinitive"} and not cut.complements:
        return False
    return bool(cut.complements) or not any(t.tokens[k].entity == "PER" for k in own)
