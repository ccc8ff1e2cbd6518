import pytest

from applications.catalogue.listing import NO_WORDS, listed_form, listed_forms
from applications.catalogue.listing_page import PUBLISHED, forms_page
from tests.applications.catalogue.test_listing import FORM


@pytest.fixture(scope="module")
def page():
    return forms_page([listed_form(FORM)])


def test_page_is_published_as_the_forms_are():
    assert PUBLISHED.read_text(encoding="utf-8") == forms_page(listed_forms()), "a form has changed: run `make forms`"


@pytest.mark.parametrize(
    "line",
    [
        "| [Spiel](#toy) | `toy` | Antrag | Etwas anderes | 6 |  |",
        "### Zuhause (`home`)",
        "**Wohnen** (`wohnen`, Anlage KDU)",
        "Was schon bekannt ist, wird nur bestätigt. Neu gefragt wird, wenn Sie umgezogen sind.",
        "| `home.rents` | Mieten Sie? | Ja oder Nein | freiwillig |  | nicht abgeglichen |  |",
        "| `home.rent` ⚠ | Miete | Betrag in Euro | wenn Sie mieten | § 22 SGB II | KDU 20 (04/2026) | Mietvertrag |",
        "**Tiere** (`tiere`, Liste mit höchstens 3 Einträgen, wenn Sie Tiere haben)",
        f"**Tier** (`tier`, je Eintrag, {NO_WORDS})",
        "**Wohnen** (`wohnen`, Anlage KDU, für alle im Haushalt)",
        "| Mietvertrag | nötig | `home.rent`, `all.people.rent` |",
    ],
)
def test_page_is_a_table_to_read(page, line):
    assert line in page.splitlines()


def test_table_bears_any_text():
    listed = listed_form(FORM)
    listed["sections"][0]["parts"][0]["questions"][0]["label"] = "Ja | nein?\nWirklich"

    assert "| Ja \\| nein? Wirklich |" in forms_page([listed])
