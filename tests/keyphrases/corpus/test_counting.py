"""Counting in bounded memory gives what counting in memory gives."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from seoaudit.keyphrases.corpus.counting import SpillingCounter


@given(st.lists(st.sets(st.text("abé 'œ", min_size=1, max_size=3), max_size=5), max_size=12), st.integers(1, 6))
def test_totals_are_those_of_a_counter_in_order(documents: list[set[str]], held: int) -> None:
    with SpillingCounter(held) as counter:
        for document in documents:
            counter.add(document)
        assert list(counter.totals()) == sorted(Counter(w for d in documents for w in d).items())


def test_its_files_are_gone_afterwards() -> None:
    with SpillingCounter(1) as counter:
        counter.add(["un", "deux"])
        folder = Path(counter._folder)
        assert list(folder.iterdir())
    assert not folder.exists()
