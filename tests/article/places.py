"""What must hold of the places of every article, however it was read."""

from __future__ import annotations

from seoaudit.article.model import Article


def letters(text: str) -> str:
    """The text without white space, which readers may fold."""
    return "".join(text.split())


def assert_places_hold(article: Article) -> None:
    """Blocks stand in order and apart, and every stretch of text leads back to the same letters in the source."""
    source = article.source
    reached = 0
    for block in article.blocks:
        assert reached <= block.start <= block.end <= len(source)
        reached = block.end
        assert block.text == block.text.strip()
        assert block.text or block.images
        assert sum(run.length for run in block.source_map.runs) == len(block.text)
        for run in block.source_map.runs:
            if run.length == run.width:
                shown = block.text[run.text : run.text + run.length]
                assert letters(shown) == letters(source[run.source : run.source + run.width])
        if block.text:
            start, end = block.source_map.to_source(0, len(block.text))
            assert block.start <= start < end <= block.end
        for link in block.links:
            assert block.text[link.start : link.end] == link.text
        for image in block.images:
            assert block.start <= image.start < image.end <= block.end


def source_of(article: Article, words: str) -> str:
    """What stands in the source where the first block that holds the words shows them."""
    block = next(b for b in article.blocks if words in b.text)
    at = block.text.index(words)
    start, end = block.source_map.to_source(at, at + len(words))
    return article.source[start:end]


def outline(article: Article) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(str(block.kind), block.text) for block in article.blocks]
