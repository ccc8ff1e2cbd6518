import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


def page(client, key="main_application"):
    return client.get(reverse("applications:about_form", args=[key]))


def test_page_says_minutes_papers_and_that_everything_can_be_left_open(client):
    client.force_login(UserFactory())

    text = page(client).content.decode()

    for words in ("etwa 30 bis 45 Minuten", "Fragen können Sie offen lassen", "Personalausweis oder Reisepass"):
        assert words in text
    assert 'name="form" value="main_application"' in text


def test_stranger_reads_it_and_is_led_to_the_ways_to_begin(client):
    text = page(client).content.decode()

    assert 'name="form"' not in text
    assert "Mit oder ohne Konto beginnen" in text


def test_unknown_form_is_not_there(client):
    assert page(client, "x").status_code == 404
