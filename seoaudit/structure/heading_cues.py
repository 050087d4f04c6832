"""What the words before a phrase say of its part in the text: whether it is presented, or only in the background.

"Voici les étapes" and "il s'agit d'un prêt" bring what a section goes on to tell of; "dès la rédaction", "une fois
l'installation faite" and "par exemple" bring what it leaves at once. By sources left out, readers graded phrases of the
first kind higher than all else about them let expect (by 0.2 of a grade), those of the second lower (by 0.1).
"""

from __future__ import annotations

from seoaudit.structure.heading_lexicon import word_class
from seoaudit.structure.heading_tree import Tree


def cues(tree: Tree, first: int, head: int) -> dict[str, float]:
    """Return what stands before token `first` of a phrase, and governs its token `head`, each feature by name."""
    low, token = tree.low, tree.tokens[head]
    start = max(tree.starts[token.sentence], first - 3) if token.sentence < len(tree.starts) else first
    three = low[start:first]
    governor = tree.tokens[token.head]
    beside = (*three[-1:], governor.lemma if governor.pos in {"VERB", "AUX", "NOUN"} else "")
    presenting, making = word_class("presenting"), word_class("making")
    return {
        "presented": float(not presenting.isdisjoint(beside)),
        "presented_near": float(not presenting.isdisjoint(three[-2:])),
        "in_background": float(not word_class("background").isdisjoint(three)),
        "made": float(not making.isdisjoint(beside)),
        "wanted": float(not word_class("wanting").isdisjoint(three)),
        "warned": float(not word_class("warning").isdisjoint(three[-2:])),
    }
