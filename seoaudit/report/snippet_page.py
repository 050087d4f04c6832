"""The snippet as a web page: what results show on a desktop and on a phone, every proposal to choose, the tags.

The page stands alone (no script, no address of anything outside) and every text in it is escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from importlib.resources import files

from seoaudit.errors import SettingsError
from seoaudit.keyphrases import find_occurrences
from seoaudit.report.labels import label
from seoaudit.report.model import Report
from seoaudit.report.snippet_text import PARTS, missing, site_of, sizes
from seoaudit.structure.snippet_description import LONGEST
from seoaudit.structure.snippet_width import TITLE_LIMIT

_ICON = (
    '<span class="icon" aria-hidden="true"><svg viewBox="0 0 16 16" fill="none" stroke="currentColor" '
    'stroke-width="1.2"><circle cx="8" cy="8" r="6.4"/>'
    '<path d="M1.6 8h12.8M8 1.6c4 4 4 8.8 0 12.8M8 1.6c-4 4-4 8.8 0 12.8"/></svg></span>'
)


def render_page(report: Report) -> str:
    """Return the preview of a report's snippet as an HTML page."""
    lang = report.lang
    found = sizes(report)
    name = report.source if report.source not in {"", "-"} else ""
    style = files("seoaudit.report").joinpath("snippet_page.css").read_text(encoding="utf-8")
    title = label("preview", lang)
    body = [
        f"<h1>{escape(title)}</h1>",
        f'<p class="about">{escape(name)}</p>' if name else "",
        '<div class="views">',
        _view(report, found, "desktop"),
        _view(report, found, "mobile"),
        "</div>",
        '<section class="card">',
        f"<h2>{_said('preview_choose', lang)}</h2>",
        f'<p class="how">{_said("preview_choose_how", lang)}</p>' if any(len(f) > 1 for f in found.values()) else "",
        '<div class="choices">',
        *(_choices(report, part, found[part]) for part in PARTS),
        "</div>",
        "</section>",
        _tags(report),
        f'<p class="note">{_said("preview_note", lang)}</p>',
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(' · '.join(t for t in (title, name) if t), quote=False)}</title>\n"
        f"<style>\n{style}{_switches(found)}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(b for b in body if b)
        + "\n</main>\n</body>\n</html>\n"
    )


def _said(key: str, lang: str) -> str:
    return escape(label(key, lang), quote=False)


def _switches(found: dict[str, list[tuple[str, str]]]) -> str:
    """Return the rules by which the previews show what is chosen; browsers that cannot follow show the first."""
    later = [(part, n) for part in PARTS for n in range(1, len(found[part]))]
    first = "".join(f".result .{part}-{n} {{ display: none !important; }}\n" for part, n in later)
    follow = "".join(
        f"body:not(:has(#{part}-{n}:checked)) .result .{part}-{n}, "
        f"body:has(#{part}-{n}:checked) .result .{part}-0 {{ display: none !important; }}\n"
        for part, n in later
    )
    able = "selector(:has(*))"
    return f"@supports not {able} {{\n{first}}}\n@supports {able} {{\n{follow}}}\n" if later else ""


def _view(report: Report, found: dict[str, list[tuple[str, str]]], device: str) -> str:
    """Return a result as a device shows it, with every proposal in its place."""
    lang, host, site = report.lang, *site_of(report)
    where = [f"{host} › {slug}" for slug, _ in found["slug"]] or [host]
    # The part that scrolls sideways on a narrow screen can be reached by the keyboard.
    reach = f' tabindex="0" role="group" aria-label="{_said("preview_desktop", lang)}"' if device == "desktop" else ""
    return (
        f'<figure class="{device}">\n<figcaption>{_said(f"preview_{device}", lang)}</figcaption>\n'
        f'<div class="screen"{reach}>\n<div class="result">\n<div class="site">{_ICON}<div>'
        f'<div class="name">{escape(site, quote=False)}</div>'
        f'<div class="where">{_variants(where, "slug", _plain)}</div></div></div>\n'
        f'<p class="headline">{_text(found, "title", lang, _plain)}</p>\n'
        f'<p class="words">{_text(found, "description", lang, _bold(report))}</p>\n</div>\n</div>\n</figure>'
    )


def _plain(text: str) -> str:
    return escape(text, quote=False)


def _bold(report: Report) -> Callable[[str], str]:
    """Return how a description is drawn: results set in bold the words that were looked for."""

    def draw(text: str) -> str:
        keyphrase = report.keyphrase.text if report.keyphrase else ""
        try:
            spans = sorted((o.start, o.end) for o in find_occurrences(keyphrase, text)) if keyphrase else []
        except SettingsError:
            spans = []
        out, at = [], 0
        for start, end in spans:
            if start >= at:
                out.append(f"{escape(text[at:start], quote=False)}<b>{escape(text[start:end], quote=False)}</b>")
                at = end
        return "".join([*out, escape(text[at:], quote=False)])

    return draw


def _variants(texts: Sequence[str], part: str, draw: Callable[[str], str]) -> str:
    return "".join(f'<span class="{part}-{n}">{draw(t)}</span>' for n, t in enumerate(texts))


def _text(found: dict[str, list[tuple[str, str]]], part: str, lang: str, draw: Callable[[str], str]) -> str:
    texts = [t for t, _ in found[part]]
    return _variants(texts, part, draw) or f'<span class="none">{_said(f"preview_no_{part}", lang)}</span>'


def _choices(report: Report, part: str, found: Sequence[tuple[str, str]]) -> str:
    """Return the proposals of a part with their sizes, to choose from."""
    lang, snippet = report.lang, report.snippet
    widths = [w for w in (snippet.title_pixels, *snippet.alternative_pixels) if w is not None]
    rows = []
    for n, (text, size) in enumerate(found):
        bar = ""
        if part == "title":
            bar = _bar(widths[n], TITLE_LIMIT)
        elif part == "description":
            bar = _bar(len(text), LONGEST)
        rows.append(
            f'<label class="choice"><input type="radio" name="{part}" id="{part}-{n}"{" checked" if not n else ""}>'
            f'<span>{escape(text, quote=False)}<span class="size">{escape(size, quote=False)}</span>{bar}</span>'
            "</label>"
        )
    return (
        f"<fieldset>\n<legend>{_said(f'snippet_{part}', lang)}</legend>\n"
        f'<p class="why">{escape(snippet.reasons[part], quote=False)}</p>\n' + "\n".join(rows) + "\n</fieldset>"
    )


def _bar(size: int, limit: int) -> str:
    share = min(100, round(100 * size / limit))
    over = ' class="over"' if size > limit else ""
    return f'<span class="bar" aria-hidden="true"><i{over} style="width:{share}%"></i></span>'


def _tags(report: Report) -> str:
    """Return the tags to paste, and what the article lacks for them."""
    lang = report.lang
    colon = "\u00a0: " if lang == "fr" else ": "
    lacks = missing(report)
    lack = f'<p class="lack">{_capital(_said("snippet_missing", lang))}{colon}{escape(lacks, quote=False)}.</p>\n'
    return (
        f'<section class="card">\n<h2>{_said("preview_tags", lang)}</h2>\n'
        f'<p class="how">{_said("preview_tags_how", lang)}</p>\n{lack if lacks else ""}'
        f"<pre><code>{escape(report.snippet.head, quote=False)}</code></pre>\n</section>"
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
