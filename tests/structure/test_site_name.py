"""The site's name at the end of a title."""

from __future__ import annotations

import pytest

from seoaudit.structure.site_name import without_site_name

TEXT = "Isoler les combles est le premier chantier. Le guide du Jardin public ouvre à huit heures."


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Isoler ses combles | RénoFacile", "Isoler ses combles"),
        ("Isoler ses combles – Le Mag de RénoFacile", "Isoler ses combles"),
        ("Isoler ses combles - Prix - RénoFacile", "Isoler ses combles - Prix"),
        ("Isoler ses combles : le guide", "Isoler ses combles : le guide"),
        ("Isoler ses combles | Le guide", "Isoler ses combles | Le guide"),
        ("Isoler ses combles - cinq erreurs à ne pas faire", "Isoler ses combles - cinq erreurs à ne pas faire"),
        ("Rendez-vous au jardin", "Rendez-vous au jardin"),
        ("| RénoFacile", "| RénoFacile"),
        ("", ""),
    ],
)
def test_only_a_short_last_piece_that_the_text_does_not_know_is_left_out(title, expected):
    assert without_site_name(title, TEXT) == expected
