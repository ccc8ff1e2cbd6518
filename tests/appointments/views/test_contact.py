import pytest
from django.urls import reverse

from portal.pages.offices import forget_cards
from tests.factories.accounts import OfficeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def office_known_from_this_test_only():
    forget_cards()
    yield
    forget_cards()


def test_contact_names_office_phone_hours_and_what_to_bring(client):
    office = OfficeFactory()

    page = client.get(reverse("appointments:contact")).content.decode()

    for word in (office.street, office.jobcenter.name, "01234 5670", "01234 567112", "Montag bis Freitag", "Ausweis"):
        assert word in page


def test_contact_works_without_any_office(client):
    response = client.get(reverse("appointments:contact"))

    assert response.status_code == 200
    assert "Briefen Ihres Jobcenters" in response.content.decode()
