import dataclasses

import pytest

from portal.cases.enums import Language
from portal.cases.models import Person
from portal.documents.domain.ocr_languages import CODES, installed, languages_for, missing_packages


@pytest.fixture
def tessdata(tmp_path, monkeypatch):
    """A folder of tesseract with German, English, Ukrainian and orientation."""
    for code in ("deu", "eng", "ukr", "osd"):
        (tmp_path / f"{code}.traineddata").touch()
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))


@pytest.fixture
def reads(settings):
    def choose(languages):
        settings.PORTAL = dataclasses.replace(settings.PORTAL, ocr_languages=languages)

    return choose


@pytest.mark.parametrize(
    ("language", "languages"),
    [
        ("", "deu+eng"),
        (Language.GERMAN, "deu+eng"),
        (Language.SIGN, "deu+eng"),
        (Language.ENGLISH, "deu+eng"),
        (Language.UKRAINIAN, "deu+eng+ukr"),
        (Language.ARABIC, "deu+eng"),  # not installed: the others are read all the same
    ],
)
def test_language_of_the_person_is_read_where_it_is_installed(tessdata, reads, language, languages):
    reads("deu+eng")

    assert languages_for(Person(language=language)) == languages


def test_paper_of_nobody_is_read_as_the_setting_says(tessdata, reads):
    reads("deu")

    assert languages_for(None) == "deu"


@pytest.mark.parametrize(
    ("languages", "packages"),
    [
        ("deu+eng", ()),
        ("deu+tur+chi_sim", ("tesseract-ocr-tur", "tesseract-ocr-chi-sim")),
    ],
)
def test_missing_packages_are_named(tessdata, reads, languages, packages):
    reads(languages)

    assert missing_packages() == packages


def test_without_tesseract_everything_is_missing(reads, tmp_path, monkeypatch):
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path / "nowhere"))
    reads("deu")

    assert installed() == frozenset()
    assert missing_packages() == ("tesseract-ocr-deu", "tesseract-ocr-osd")


def test_every_language_that_is_written_has_a_code():
    unwritten = {Language.GERMAN, Language.EASY, Language.SIGN, Language.OTHER}

    assert set(CODES) == set(Language) - unwritten
