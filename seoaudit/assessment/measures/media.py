"""Images and links."""

from __future__ import annotations

import re

from seoaudit.article.model import BlockKind, Image, Link
from seoaudit.assessment.context import Context
from seoaudit.assessment.registry import Place, Value, absent, measure
from seoaudit.french.data import read_list
from seoaudit.french.normalise import normalise

_FILE_NAME = re.compile(r"(?i)[\w-]+\.(?:jpe?g|png|gif|webp|svg|avif)|(?:img|dsc|image|photo|p)[_-]?\d+|\d+")


def _images(context: Context) -> list[Image]:
    return [image for block in context.article.blocks for image in block.images]


def _links(context: Context) -> list[tuple[Link, Place]]:
    """Return the links with their places in the source; links to a place on the same page are left out."""
    return [
        (link, Place(*block.source_map.to_source(link.start, link.end)))
        for block in context.article.blocks
        for link in block.links
        if not link.target.startswith("#")
    ]


@measure("images_without_alt", facts=("images",))
def images_without_alt(context: Context) -> Value:
    """Images that have no text alternative at all; an empty one marks a decoration and is accepted."""
    images = _images(context)
    if not images:
        return absent("no_images")
    # Markdown cannot leave the alternative out, only empty: there an empty one is a missing one.
    bare = [i for i in images if i.alt is None or (context.article.format == "markdown" and not i.alt.strip())]
    return Value(len(bare), tuple(Place(i.start, i.end) for i in bare), {"images": len(images)})


@measure("file_name_alts", facts=("first",))
def file_name_alts(context: Context) -> Value:
    """Images whose text alternative is a file name or a number ("IMG_2034.jpg")."""
    images = _images(context)
    if not images:
        return absent("no_images")
    bad = [i for i in images if i.alt and _FILE_NAME.fullmatch(i.alt.strip())]
    return Value(len(bad), tuple(Place(i.start, i.end) for i in bad), {"first": bad[0].alt or "" if bad else ""})


@measure("links")
def links(context: Context) -> Value:
    """Links in the text to other pages; a plain text can hold none."""
    if context.article.format == "text":
        return absent("plain_text")
    return Value(len(_links(context)))


@measure("generic_anchors", facts=("first",))
def generic_anchors(context: Context) -> Value:
    """Links whose text says nothing of their target ("cliquez ici")."""
    found = _links(context)
    if not found:
        return absent("no_links")
    generic = frozenset(read_list("generic_anchors"))
    bad = [(li, p) for li, p in found if normalise(li.text).text.casefold().strip(" .…!:>»«") in generic]
    return Value(len(bad), tuple(p for _, p in bad), {"first": bad[0][0].text if bad else ""})


@measure("empty_links")
def empty_links(context: Context) -> Value:
    """Links without any text and without an image that could stand for it."""
    if context.article.format == "text":
        return absent("plain_text")
    blocks = [b for b in context.article.blocks if b.kind is not BlockKind.IMAGE and b.links]
    if not blocks:
        return absent("no_links")
    bad = [(b, li) for b in blocks for li in b.links if not li.text.strip() and not b.images]
    return Value(len(bad), tuple(Place(*b.source_map.to_source(li.start, li.end)) for b, li in bad))
