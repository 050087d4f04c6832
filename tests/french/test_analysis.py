"""The analysis of an article: its words, and those of its sentences."""

from __future__ import annotations

from seoaudit.article.read import read_string
from seoaudit.french.analysis import analyse
from seoaudit.french.words import count_words

TEXT = "L’appel d’Optus : 2 700 clients. « Rien », dit-elle. À 10h30, www.optus.fr répond… Et la S.N.C.F. ?"


def test_the_words_of_the_sentences_are_those_of_the_text() -> None:
    (block,) = analyse(read_string(TEXT, source_format="text")).prose
    within = [block.words_within(s.start, s.end) for s in block.parsed.sentences]
    assert [len(w) for w in within] == [count_words(block.parsed.sentence_text(i)) for i in range(len(within))]
    assert tuple(w for words in within for w in words) == block.words


def test_a_word_belongs_where_it_begins() -> None:
    (block,) = analyse(read_string("Les clients attendent.", source_format="text")).prose
    spans = ((0, 5), (5, 22), (22, 22))
    assert [[w.text for w in block.words_within(*s)] for s in spans] == [["Les", "clients"], ["attendent"], []]
