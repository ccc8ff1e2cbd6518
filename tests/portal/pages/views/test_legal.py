import pytest

from tests.factories.accounts import JobcenterFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        ("/impressum/", ["Jobcenter A", "Vertreten durch Petra Beispiel", "tel:+4912345670"]),
        ("/datenschutz/", ["Artikel 13", "§ 82 SGB X", "Kim Muster", "Eigene Regel", "Artikel 77"]),
        ("/barrierefreiheit/", ["§ 12b", "teilweise vereinbar", 'id="barriere-melden"', "§ 16 BGG", "tel:+4912345670"]),
    ],
)
def test_legal_page_joins_standard_and_own_texts(client, path, texts):
    own = {
        "imprint": "Vertreten durch Petra Beispiel",
        "privacy": "Eigene Regel",
        "data_protection_officer": "Kim Muster",
    }
    JobcenterFactory(name="Jobcenter A", phone="01234 5670", legal_texts=own)
    html = client.get(path).content.decode()
    assert [text for text in texts if text not in html] == []


def test_privacy_says_whom_to_write_without_own_text(client):
    JobcenterFactory(legal_texts={})
    assert "mit dem Zusatz „Datenschutzbeauftragte Person“" in client.get("/datenschutz/").content.decode()


def test_own_texts_cannot_carry_markup(client):
    JobcenterFactory(legal_texts={"imprint": "<script>alert(1)</script>"})
    assert "<script>alert" not in client.get("/impressum/").content.decode()
