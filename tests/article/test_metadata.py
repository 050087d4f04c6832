from __future__ import annotations

from pathlib import Path

import pytest

from seoaudit.article.frontmatter import read_front_matter
from seoaudit.article.model import Meta
from seoaudit.article.read import read_path, read_string
from seoaudit.article.sidecar import sidecar_for
from seoaudit.errors import InputError

BODY = "Le marché couvert rouvre samedi après deux ans de travaux.\n"


@pytest.mark.parametrize(
    "source",
    [
        "",
        BODY,
        "---\n\n" + BODY,
        "---\n" + BODY + "\n---\n\n" + BODY,
        "---\nNote : le marché rouvre samedi. Tout le monde est là.\n---\n" + BODY,
        "---\n# Le marché rouvre\n---\n" + BODY,
        "---\ntitle: jamais refermé\n\n" + BODY,
        "----\ntitle: quatre tirets\n----\n",
    ],
)
def test_a_rule_at_the_top_is_no_front_matter(source: str) -> None:
    assert read_front_matter(source) == (Meta(), 0)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("end", ["---", "..."])
def test_front_matter_gives_the_fields_as_typed(newline: str, end: str) -> None:
    lines = [
        "---",
        "# un commentaire",
        "title: 'Le marché : il rouvre'",
        "description: |",
        "  Deux ans de travaux,",
        "  puis la fête.",
        "slug: 007",
        "keyphrase: Non",
        "lang: fr",
        "canonical: https://exemple.fr/marche",
        "author: [Anne Morel, {name: Luc Petit}]",
        "robots: noindex",
        "min_words: 500",
        "tags: [ville, marché]",
        "seoaudit:",
        "  max_sentence_words: 25",
        end,
        BODY,
    ]
    source = newline.join(lines)
    meta, begin = read_front_matter(source)
    assert meta.title == "Le marché : il rouvre"
    assert meta.description == "Deux ans de travaux, puis la fête."
    assert (meta.slug, meta.keyphrase, meta.language) == ("007", "Non", "fr")
    assert meta.canonical == "https://exemple.fr/marche"
    assert meta.author == "Anne Morel, Luc Petit"
    assert dict(meta.settings) == {"min_words": 500, "max_sentence_words": 25}
    assert dict(meta.named) == {"robots": "noindex"}
    assert source[begin:] == BODY


def test_an_empty_front_matter_says_nothing() -> None:
    assert read_front_matter("---\n---\n" + BODY) == (Meta(), 8)
    assert read_front_matter("---\ntitle:\nslug: ~\n---\n").meta == Meta()


@pytest.mark.parametrize(
    ("yaml", "line", "says"),
    [
        ("title: Le marché : il rouvre", 2, "entre guillemets"),
        ("title: 'Le marché\nslug: x", 2, "ne se ferment pas"),
        ("title: [Le marché\nslug: x", 2, "crochet"),
        ("title: [Dossier] Le marché", 2, "entre guillemets"),
        ("slug: x\n- un\n- deux", 3, "YAML valide"),
        ("- un\n- deux", 2, "clé: valeur"),
        ("Le marché", 2, "clé: valeur"),
        ("title: [un, deux]", 2, "« title »"),
        ("slug: x\nseoaudit: 700", 3, "« seoaudit »"),
        ("slug: x\ndate: 2024-02-31", 3, "impossible"),
        ("a: &a [x]\nb: *a", 3, "alias"),
        ("title: x\ncmd: !!python/object/apply:os.getcwd []", 3, "YAML valide"),
        ("title: x\nnote: a\x07b", 3, "interdit"),
        ("deep: " + "[" * 5000, 2, "YAML valide"),
    ],
)
def test_faulty_front_matter_is_refused_with_its_line(yaml: str, line: int, says: str) -> None:
    with pytest.raises(InputError) as fault:
        read_string(f"---\n{yaml}\n---\n{BODY}", source_format="markdown", name="marche.md")
    message = str(fault.value).replace("\u00a0", " ")
    assert f"« marche.md », ligne {line}, " in message
    assert says in message
    assert "\n" not in message


def test_a_sidecar_says_what_a_text_cannot(tmp_path: Path) -> None:
    (tmp_path / "marche.txt").write_text(BODY, encoding="utf-8")
    assert sidecar_for(tmp_path / "marche.txt") is None
    assert read_path(tmp_path / "marche.txt").meta == Meta()
    (tmp_path / "marche.yaml").write_text(
        "title: Le marché rouvre\nkeyphrase: marché couvert\nmin_words: 700\nseoaudit:\n  lang: fr\n", encoding="utf-8"
    )
    meta = read_path(tmp_path / "marche.txt").meta
    assert (meta.title, meta.keyphrase, meta.slug) == ("Le marché rouvre", "marché couvert", None)
    assert dict(meta.settings) == {"min_words": 700, "lang": "fr"}


def test_a_sidecar_belongs_to_texts_only(tmp_path: Path) -> None:
    (tmp_path / "marche.md").write_text(BODY, encoding="utf-8")
    (tmp_path / "marche.html").write_text(f"<p>{BODY}</p>", encoding="utf-8")
    # Another program's, whose keys are no settings of ours.
    (tmp_path / "marche.yaml").write_text("title: Autre chose\nopenapi: 3.0.0\n", encoding="utf-8")
    assert read_path(tmp_path / "marche.md").meta.title is None
    assert read_path(tmp_path / "marche.html").meta.title is None


@pytest.mark.parametrize("yaml", ["title: Un : deux", "- un", "title: [a]", "\ttitle: a"])
def test_a_faulty_sidecar_is_refused_by_name(tmp_path: Path, yaml: str) -> None:
    (tmp_path / "marche.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "marche.yaml").write_text(yaml, encoding="utf-8")
    with pytest.raises(InputError, match=r"« marche\.yaml », ligne 1, "):
        read_path(tmp_path / "marche.txt")
