"""Articles: readers for plain text, Markdown and HTML, and what they yield."""

from seoaudit.article.model import Article, Block, BlockKind, Image, Link, Meta, Run, SourceMap

__all__ = ["Article", "Block", "BlockKind", "Image", "Link", "Meta", "Run", "SourceMap"]
