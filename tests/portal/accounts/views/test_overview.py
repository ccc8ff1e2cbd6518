import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


def test_overview_shows_the_address_and_leads_to_everything_about_signing_in(client):
    user = UserFactory(email="anna@example.org")
    client.force_login(user)
    page = client.get("/konto/").content.decode()
    assert "anna@example.org" in page
    assert f'href="{reverse("mfa_index")}"' in page
