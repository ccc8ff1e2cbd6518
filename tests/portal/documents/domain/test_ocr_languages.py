import pytest
from msgspec import structs

from portal.cases.enums import Language
from portal.cases.models import Person
from portal.documents.domain.ocr_languages import CODES, installed, languages_for, missing_packages

HERE = frozenset({"deu", "eng", "ukr", "osd"})


@pytest.fixture
def reads(settings):
    def choose(languages):
        settings.PORTAL = structs.replace(settings.PORTAL, ocr_languages=languages)

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
def test_language_of_the_person_is_read_where_it_is_installed(reads, language, languages):
    reads("deu+eng")

    assert languages_for(Person(language=language), HERE) == languages


def test_paper_of_nobody_is_read_as_the_setting_says(reads):
    reads("deu")

    assert languages_for(None, HERE) == "deu"


@pytest.mark.parametrize(
    ("languages", "packages"),
    [
        ("deu+eng", ()),
        ("deu+tur+chi_sim", ("tesseract-ocr-tur", "tesseract-ocr-chi-sim")),
    ],
)
def test_missing_packages_are_named(reads, languages, packages):
    reads(languages)

    assert missing_packages(HERE) == packages


def test_without_tesseract_everything_is_missing(reads):
    reads("deu")

    assert missing_packages(frozenset()) == ("tesseract-ocr-deu", "tesseract-ocr-osd")


def test_what_tests_read_with_is_found_here():
    assert {"deu", "eng", "osd"} <= installed()


def test_every_language_that_is_written_has_a_code():
    unwritten = {Language.GERMAN, Language.EASY, Language.SIGN, Language.OTHER}

    assert set(CODES) == set(Language) - unwritten
