import datetime
import io
import zipfile

import pytest

from portal.leaving.domain.data_copy import make_copy
from portal.leaving.models import DataCopy
from portal.leaving.services import request_copy
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db

PAGE = "/konto/datenkopie/"
FILE = "/konto/datenkopie/herunterladen/"


@pytest.fixture
def user(client):
    user = UserFactory()
    client.force_login(user)
    return user


def ready(user):
    make_copy(request_copy(user=user).pk)


def test_page_offers_to_ask_for_a_copy(client, user):
    page = client.get(PAGE).content.decode()

    assert "Kopie anfordern" in page
    assert "Nachrichten in Ihrem Postfach" in page
    assert FILE not in page


def test_asking_leads_back_to_a_page_that_says_it_is_being_made(client, user):
    response = client.post(PAGE, follow=True)

    assert response.redirect_chain == [(PAGE, 302)]
    assert "Ihre Kopie wird erstellt" in response.content.decode()
    assert DataCopy.objects.get().user == user


def test_ready_copy_is_offered_with_its_last_day(client, user, time_machine):
    time_machine.move_to("2026-11-20T10:00+01:00", tick=False)
    client.force_login(user)
    ready(user)

    page = client.get(PAGE).content.decode()

    assert "bis zum 27.\xa0November 2026" in page
    assert FILE in page


def test_download_is_a_zip_kept_by_nobody_on_the_way(client, user, time_machine):
    time_machine.move_to("2026-11-20T10:00+01:00", tick=False)
    client.force_login(user)
    ready(user)

    response = client.get(FILE)
    content = b"".join(response)

    assert zipfile.ZipFile(io.BytesIO(content)).namelist() == ["index.html", "daten.json"]
    assert response.streaming
    assert {key: response.headers[key] for key in ("Content-Type", "Cache-Control", "Content-Disposition")} == {
        "Content-Type": "application/zip",
        "Cache-Control": "no-store",
        "Content-Disposition": 'attachment; filename="Datenkopie 2026-11-20.zip"',
    }


def test_copy_of_somebody_else_is_not_found(client, user):
    ready(UserFactory())

    assert client.get(FILE).status_code == 404


@pytest.mark.parametrize("address", [PAGE, FILE])
def test_later_the_person_proves_once_more_who_she_is(client, user, time_machine, address):
    time_machine.move_to("2026-11-20T10:00+01:00", tick=False)
    client.force_login(user)
    time_machine.shift(datetime.timedelta(minutes=10))

    assert client.get(address).headers["Location"].startswith("/konto/erneut-anmelden/")


def test_page_takes_the_same_queries_with_a_copy(client, user, django_assert_max_num_queries):
    ready(user)

    with django_assert_max_num_queries(6):
        client.get(PAGE)
