from __future__ import annotations

import codecs

import pytest

from seoaudit.article.decode import decode
from seoaudit.errors import InputError

FRENCH = "L’été dernier, près de 2 700 élèves ont dû chercher une école : « C’était inouï », dit Mme Lefèvre.\r\nŒuvre à 12 €."


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"", "", "utf-8"),
        (b"Bonjour", "Bonjour", "utf-8"),
        (FRENCH.encode(), FRENCH, "utf-8"),
        (codecs.BOM_UTF8 + FRENCH.encode(), FRENCH, "utf-8-sig"),
        (codecs.BOM_UTF16_LE + FRENCH.encode("utf-16-le"), FRENCH, "utf-16"),
        (codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"), FRENCH, "utf-16"),
        (codecs.BOM_UTF32_LE + FRENCH.encode("utf-32-le"), FRENCH, "utf-32"),
        (FRENCH.encode("cp1252"), FRENCH, "cp1252"),
        ("Une école fermée.".encode("latin-1"), "Une école fermée.", "cp1252"),
        ("ÉCOLE FERMÉE : ÉLÈVES DÉÇUS".encode("cp1252"), "ÉCOLE FERMÉE : ÉLÈVES DÉÇUS", "cp1252"),
        ("L’école a coûté 12 €.".encode("mac-roman"), "L’école a coûté 12 €.", "mac-roman"),
        ("Le cœur de la forêt, à 5 €.".encode("iso8859-15"), "Le cœur de la forêt, à 5 €.", "iso8859-15"),
        ("Élève précoce, déjà âgé de six ans.".encode("cp850"), "Élève précoce, déjà âgé de six ans.", "cp850"),
    ],
)
def test_french_files_are_read_in_the_encoding_they_are_in(data: bytes, text: str, encoding: str) -> None:
    assert decode(data) == (text, encoding)


def test_valid_utf8_wins_over_every_guess() -> None:
    # These bytes are also "Ã©tÃ©" in Windows-1252.
    assert decode("été".encode()) == ("été", "utf-8")


def test_a_page_in_another_language_is_read_as_it_declares() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Zażółć gęślą jaźń</body></html>'
    assert decode(page.encode("iso-8859-2")) == (page, "iso-8859-2")


def test_a_page_that_declares_latin1_is_read_as_browsers_read_it() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"><p>L’œuf à 3 €</p>'
    assert decode(page.encode("cp1252")) == (page, "cp1252")


@pytest.mark.parametrize("label", ["punycode", "unicode_escape", "utf-7", "inconnu-9", "utf-8"])
def test_a_declaration_that_no_page_can_mean_is_passed_over(label: str) -> None:
    page = f"<meta charset={label}><p>Une école fermée l’été.</p>"
    assert decode(page.encode("cp1252")) == (page, "cp1252")


def test_an_encoding_of_another_script_is_guessed() -> None:
    text = "Съешь же ещё этих мягких французских булок, да выпей чаю. " * 20
    assert decode(text.encode("cp1251"))[0] == text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "document Word"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "image PNG"),
        (b"{\\rtf1\\ansi Bonjour}", "RTF"),
        (b"Bonjour\x00 monde", "octets nuls à partir de l’octet 8"),
        ("Bonjour".encode("utf-16-le"), "octets nuls"),
        (bytes(range(1, 32)) * 30, "n’est pas un texte"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "UTF-16"),
        ("Une école très fréquentée à côté.\nDeuxième ligne : été, ".encode() + b"\xff fin", "ligne 2"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(InputError) as fault:
        decode(data, name="brouillon.txt")
    message = str(fault.value)
    assert says in message
    assert "« brouillon.txt »" in message
    assert "\n" not in message
    assert message.endswith(".")
