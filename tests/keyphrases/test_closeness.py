"""Closeness in meaning to title and text, as the features of phrases show it."""

from __future__ import annotations

from seoaudit.keyphrases import extract_keyphrases

TEXT = """Les urgences de l’hôpital manquent de médecins. Une infirmière attend des patients sous un parapluie.
Les malades arrivent à la clinique. Le chirurgien soigne les blessés."""


def feature(name: str, text: str = TEXT, title: str = "") -> dict[str, float]:
    return {k.text: k.features[name] for k in extract_keyphrases(text, title, top=50)}


def test_what_belongs_to_the_subject_is_closer_than_what_does_not() -> None:
    near = feature("near_text")
    assert near["infirmière"] > 0 > near["parapluie"]


def test_the_title_decides_what_near_title_means() -> None:
    of_care, of_rain = (feature("near_title", title=title) for title in ("Soins à l’hôpital", "Averse et pluie"))
    assert of_care["infirmière"] > of_rain["infirmière"]
    assert of_rain["parapluie"] > of_care["parapluie"]


def test_phrases_of_the_title_are_not_measured_by_the_text() -> None:
    assert feature("near_text", title="Une infirmière")["infirmière"] == 0


def test_unknown_words_are_taken_for_average() -> None:
    near = feature("near_text", text="Le Zzqxjk ouvre. " + TEXT)
    assert near["Zzqxjk"] == 0
    assert set(feature("near_title", text="Zzqxjk et Qzzxvk.").values()) == {0.0}
