"""Which place wins where several set the same, and which rules are left."""

from __future__ import annotations

import pytest

import seoaudit
from seoaudit.assessment.layers import Layer, Origin, make_settings, merge
from seoaudit.assessment.profiles import load_profiles
from seoaudit.assessment.rules import load_rules
from seoaudit.assessment.selection import why_off
from seoaudit.assessment.settings import Settings
from seoaudit.errors import SettingsError


def test_no_layer_leaves_the_defaults() -> None:
    merged = merge()
    assert merged.settings == Settings()
    assert set(merged.origins) == set(Settings.model_fields)
    assert all(o == (Origin("default"),) for o in merged.origins.values())


def test_the_last_layer_wins_and_is_named() -> None:
    merged = merge(
        Layer({"min_words": 100, "long_sentence": 20}, "file", "seoaudit.toml", {"min_words": 3}),
        Layer({"min_words": 200, "keyphrase": None}, "article", "a.md", {"min_words": 2}),
    )
    assert merged.settings.min_words == 200
    assert merged.origins["min_words"] == (Origin("article", "a.md", 2),)
    assert merged.origins["long_sentence"] == (Origin("file", "seoaudit.toml"),)
    assert merged.origins["keyphrase"] == (Origin("default"),)


def test_merging_again_changes_nothing() -> None:
    first = make_settings({"profile": "guide", "select": ["typ"], "min_words": 0}, {"disable": ["TYP001"]})
    assert make_settings({"min_words": 900, "disable": ["MOT"]}, first) == first


@pytest.mark.parametrize("name", load_profiles())
def test_a_profile_is_another_set_of_defaults(name: str) -> None:
    values = {k: v.value for k, v in load_profiles()[name].values.items()}
    merged = merge(Layer({"profile": name}))
    assert {k: getattr(merged.settings, k) for k in values} == values
    assert all(merged.origins[k] == (Origin("profile", name),) for k in values)
    assert merge(Layer({"min_words": 1}), Layer({"profile": name})).settings.min_words == 1
    assert make_settings(merged.settings, {"profile": "actualite"}).min_words == 200
    defaults = Settings()
    assert all(v != getattr(defaults, k) for k, v in values.items()), "a value that is the default says nothing"
    assert all(v.why.fr.endswith(".") and v.why.en.endswith(".") for v in load_profiles()[name].values.values())


@pytest.mark.parametrize(
    ("layers", "off"),
    [
        ([], set()),
        ([{"disable": ["TYP"]}], {"TYP001", "TYP003"}),
        ([{"select": ["TYP"]}], {"MOT001"}),
        ([{"select": ["typ", "MOT001"], "disable": [" typ001 "]}], {"TYP001"}),
        ([{"select": ["TYP001"], "disable": ["TYP"]}], {"TYP003", "MOT001"}),
        ([{"disable": ["TYP001"]}, {"disable": ["MOT"]}], {"TYP001", "MOT001"}),
        ([{"disable": ["TYP"]}, {"select": ["TYP001"]}], {"TYP003", "MOT001"}),
        ([{"select": ["TYP001", "MOT"]}, {"disable": ["TYP"]}], {"TYP001", "TYP003"}),
        ([{"select": ["TYP"]}, {"disable": ["TYP001"]}], {"TYP001", "MOT001"}),
        ([{"select": ["TYP"]}, {"disable": ["TYP"]}], {"TYP001", "TYP003", "MOT001"}),
        ([{"select": []}], {"TYP001", "TYP003", "MOT001"}),
    ],
)
def test_rules_are_chosen_layer_by_layer(layers: list[dict[str, list[str]]], off: set[str]) -> None:
    settings = make_settings(*layers)
    assert {r for r in ("TYP001", "TYP003", "MOT001") if why_off(r, settings.select, settings.disable)} == off


def test_only_the_selected_rules_are_in_the_score() -> None:
    text = "Le marché couvert rouvre samedi !\n"
    report = seoaudit.audit(text, settings={"select": ["TYP"]})
    assert {p.rule[:3] for p in report.points if p.applies} == {"TYP"}
    assert len(report.points) == len(load_rules())
    assert seoaudit.audit(text, settings={"select": []}).score is None


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"disable": ["TYP03"]}, "Règle ou famille inconnue « TYP03 » ; vouliez-vous dire « TYP003 » ?"),
        ({"select": ["LONG"]}, "vouliez-vous dire « LON » ?"),
        ({"profile": "Guide"}, "Profil inconnu « Guide » ; vouliez-vous dire « guide » ?"),
        ({"min_words": True}, "true ne convient pas"),
    ],
)
def test_the_library_refuses_what_it_does_not_know(settings: dict[str, object], says: str) -> None:
    with pytest.raises(SettingsError) as refused:
        seoaudit.audit("Le marché rouvre samedi.", settings=settings)
    assert says in str(refused.value).replace("\u00a0", " ")


def test_an_articles_own_fault_is_named_by_file_and_line(tmp_path) -> None:
    article = tmp_path / "a.md"
    article.write_text("---\ntitle: Le marché\nseoaudit:\n  min_wrods: 3\n---\nLe marché rouvre.\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"^a\.md, ligne 4.: réglage inconnu «.min_wrods.»"):
        seoaudit.audit(article)
    (tmp_path / "b.txt").write_text("Le marché rouvre.\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("title: Le marché\ndisable: [TYP9]\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"^b\.yaml, ligne 2.: règle ou famille inconnue «.TYP9.»"):
        seoaudit.audit(tmp_path / "b.txt")
