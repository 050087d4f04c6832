"""Images: whether there are any, and whether their text alternatives do their work."""

from __future__ import annotations

import re
from collections import defaultdict
from urllib.parse import unquote

from seoaudit.article.model import Block, BlockKind, Image
from seoaudit.assessment.context import Context
from seoaudit.assessment.registry import Place, Value, absent, measure
from seoaudit.french.normalise import normalise

# A long article without an image is a wall of words; below, Yoast SEO's demand for one is not followed.
LONG_ARTICLE = 700
# Screen readers read an alternative in one go; RGAA 1.3 wants it short.
LONG_ALTERNATIVE = 150
# What a screen reader has said already.
_NEEDLESS = re.compile(
    r"(?i)\s*(?:une )?images?\s+(?:montrant|représentant|illustrant"
    r"|(?!d['’ ]origine|de (?:départ|fond|base|synthèse|marque|référence))(?:de|du|des|d['’]))"
)
# Names that cameras, telephones and programs give.
_MACHINE_NAME = re.compile(
    r"(?i)(?:img|dsc|dscn|dscf|pxl|p|image|photo|picture|untitled|sans[ _-]?titre|screenshot|screen[ _-]shot"
    r"|capture(?:[ _-]d[’'_-]?[ée]cran)?|whatsapp[ _-]image)[ _-]*[\d()_ .-]*(?:\d[\dx_.() -]*)?"
)
_SIZE = re.compile(r"[-_]\d{2,4}x\d{2,4}$|@\dx$|-scaled$")


def _images(context: Context) -> list[Image]:
    return [image for block in context.article.blocks for image in block.images]


def _places(images: list[Image]) -> tuple[Place, ...]:
    return tuple(Place(i.start, i.end) for i in images)


def _same(text: str) -> str:
    return "".join(c for c in normalise(text).text.casefold() if c.isalnum())


@measure("images", facts=("words",))
def images(context: Context) -> Value:
    """Images in an article of at least 700 words; a plain text can hold none."""
    if context.article.format == "text":
        return absent("plain_text_images")
    if context.analysis.word_count < LONG_ARTICLE:
        return absent("short_for_images")
    return Value(len(_images(context)), facts={"words": context.analysis.word_count})


@measure("long_alternatives", facts=("limit", "longest"))
def long_alternatives(context: Context) -> Value:
    """Images whose text alternative has more than 150 characters."""
    if not context.alternatives:
        return absent("no_alternatives")
    bad = [i for i in context.alternatives if len((i.alt or "").strip()) > LONG_ALTERNATIVE]
    longest = max((len((i.alt or "").strip()) for i in bad), default=0)
    return Value(len(bad), _places(bad), {"limit": LONG_ALTERNATIVE, "longest": longest})


@measure("same_alternatives", facts=("first",))
def same_alternatives(context: Context) -> Value:
    """Images with the text alternative of another image of the article."""
    if not context.alternatives:
        return absent("no_alternatives")
    files: dict[str, set[str]] = defaultdict(set)
    for i in context.alternatives:
        files[_same(i.alt or "")].add(i.target)
    bad = [i for i in context.alternatives if len(files[_same(i.alt or "")]) > 1]
    return Value(len(bad), _places(bad), {"first": (bad[0].alt or "").strip() if bad else ""})


@measure("needless_openings", facts=("first",))
def needless_openings(context: Context) -> Value:
    """Images whose text alternative opens with what a screen reader says anyway ("image de")."""
    if not context.alternatives:
        return absent("no_alternatives")
    bad = [i for i in context.alternatives if _NEEDLESS.match(i.alt or "")]
    return Value(len(bad), _places(bad), {"first": (bad[0].alt or "").strip() if bad else ""})


@measure("captions_as_alternatives", facts=("first",))
def captions_as_alternatives(context: Context) -> Value:
    """Images whose text alternative repeats their caption word for word: it is read out twice."""
    captioned = [b for b in context.article.blocks if b.kind is BlockKind.IMAGE and b.text]
    if not captioned:
        return absent("no_captions")
    bad = [i for b in captioned for i in _repeating(b)]
    return Value(len(bad), _places(bad), {"first": (bad[0].alt or "").strip() if bad else ""})


def _repeating(block: Block) -> list[Image]:
    caption = _same(block.text)
    return [i for i in block.images if i.alt and _same(i.alt) and _same(i.alt) == caption]


@measure("machine_file_names", facts=("first",))
def machine_file_names(context: Context) -> Value:
    """Images whose file has the name that a camera or a program gave it ("IMG_2034.jpg")."""
    found = _images(context)
    if not found:
        return absent("no_images")
    bad = [i for i in found if _is_machine_name(i.target)]
    return Value(len(bad), _places(bad), {"first": _file(bad[0].target) if bad else ""})


def _file(target: str) -> str:
    return unquote(target.partition("?")[0].rstrip("/").rsplit("/", 1)[-1])


def _is_machine_name(target: str) -> bool:
    if target.startswith("data:"):
        return False
    stem = _SIZE.sub("", _file(target).rpartition(".")[0])
    return bool(stem) and any(map(str.isdigit, stem)) and _MACHINE_NAME.fullmatch(stem) is not None
