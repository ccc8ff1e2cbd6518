import re

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


def text_of(client):
    return client.get(reverse("applications:blackening")).content.decode()


def test_everybody_reads_what_may_be_blacked_out(client):
    text = text_of(client)

    assert "Der Betrag muss lesbar bleiben. Einnahmen dürfen Sie nicht schwärzen." in text
    assert "Steuerklasse und Religion dürfen Sie schwärzen." in text


def test_picture_is_there_and_has_words(client):
    picture = re.search(r'<img[^>]*src="/static/(applications/statement[^"]*svg)"[^>]*alt="([^"]+)"', text_of(client))

    assert finders.find("applications/statement.svg")
    assert "erfundener Kontoauszug" in picture[2]


def test_list_of_papers_before_the_start_leads_there(client):
    client.force_login(UserFactory())

    text = client.get(reverse("applications:about_form", args=["main_application"])).content.decode()

    assert f'href="{reverse("applications:blackening")}"' in text
    assert "Mietvertrag (oder: Mietbescheinigung)" in text
