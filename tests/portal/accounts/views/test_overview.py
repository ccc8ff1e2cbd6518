import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


def test_overview_shows_the_address_and_offers_to_change_the_password(client):
    user = UserFactory(email="anna@example.org")
    client.force_login(user)
    page = client.get("/konto/")
    assert page.context["has_password"] is True
    assert "anna@example.org" in page.content.decode()
    assert f'href="{reverse("account_change_password")}"' in page.content.decode()


def test_overview_offers_a_first_password_to_those_without(client):
    client.force_login(UserFactory(without_password=True))
    page = client.get("/konto/")
    assert page.context["has_password"] is False
    assert f'href="{reverse("account_set_password")}"' in page.content.decode()
