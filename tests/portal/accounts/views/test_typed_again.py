"""A form is posted after the session has run out: the same person gets it back, another one never."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.accounts.models import Session
from portal.accounts.services.kept_form import KEY
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.applications import DraftFactory

pytestmark = pytest.mark.django_db

LOGIN = "/konto/anmelden/"
AGAIN = "/konto/eingaben/"
TEXT = "Meine Miete ist höher geworden"


@pytest.fixture
def draft():
    return DraftFactory()


@pytest.fixture
def late(client, draft):
    """Somebody whose session has just run out."""
    client.force_login(draft.person.user)
    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))
    return client


def page_of(draft):
    return reverse("applications:evidence", args=[draft.pk])


def sign_in(client, user):
    return client.post(f"{LOGIN}?next={AGAIN}", {"login": user.email, "password": PASSWORD})


def test_form_is_kept_and_offered_after_signing_in(late, draft):
    sent = late.post(page_of(draft), {"note": TEXT, "go": "next"})
    assert sent.url == f"{LOGIN}?next={AGAIN}"
    assert "Ihre Eingaben sind noch da" in late.get(sent.url).content.decode()
    page = late.get(sign_in(late, draft.person.user).url)
    assert page.context["target"] == page_of(draft)
    assert page.context["fields"] == [("note", TEXT), ("go", "next")]
    assert page.context["texts"] == [TEXT]


def test_somebody_else_at_the_same_computer_never_gets_it(late, draft):
    late.post(page_of(draft), {"note": TEXT})
    stranger = UserFactory()
    answer = sign_in(late, stranger)
    assert KEY not in late.session
    assert late.get(answer.url).url == "/"
    assert TEXT not in late.get("/").content.decode()
    late.post("/konto/abmelden/")
    sign_in(late, draft.person.user)
    assert late.get(AGAIN).url == "/"  # it is gone for good


def test_helper_with_the_same_draft_does_not_get_it(late, draft):
    from portal.cases.enums import ALL_SCOPES
    from tests.factories.cases import StandingFactory

    page = reverse("applications:step", args=[draft.pk, "name"])
    late.post(page, {"first_name": TEXT})
    helper = StandingFactory(helper=True, person=draft.person, scopes=sorted(ALL_SCOPES)).user
    sign_in(late, helper)
    pages = [late.get(f"/fuer/{draft.case_id}{page}"), late.get(AGAIN)]
    assert [page.status_code for page in pages] == [200, 302]
    assert TEXT not in pages[0].content.decode()


def test_other_browsers_do_not_get_it(late, draft):
    late.post(page_of(draft), {"note": TEXT})
    other = Client()
    sign_in(other, draft.person.user)
    assert other.get(AGAIN).url == "/"


def test_nothing_is_kept_after_signing_out(client, draft):
    client.force_login(draft.person.user)
    cookie = client.cookies["sessionid"].value
    client.post("/konto/abmelden/")
    client.cookies["sessionid"] = cookie
    answer = client.post(page_of(draft), {"note": TEXT})
    assert answer.url == f"{LOGIN}?next={page_of(draft)}"
    assert not Session.objects.exists()


def test_nothing_is_kept_of_who_was_never_signed_in(client, draft):
    client.post(page_of(draft), {"note": TEXT})
    assert not Session.objects.exists()


def test_passwords_are_never_kept(late):
    late.post("/konto/passwort/aendern/", {"oldpassword": PASSWORD, "password1": "Tal-Wiese-Fluss-9"})
    assert KEY not in late.session


def test_button_alone_is_not_kept(late, draft):
    late.post(page_of(draft), {"csrfmiddlewaretoken": "x"})
    assert KEY not in late.session


def test_files_are_left_out_and_that_is_said(late, draft):
    late.post(page_of(draft), {"note": TEXT, "file-x": SimpleUploadedFile("miete.pdf", b"%PDF-1.4")})
    page = late.get(sign_in(late, draft.person.user).url)
    assert page.context["had_files"] is True
    assert "Dateien konnten wir nicht aufheben" in page.content.decode()
    assert "miete.pdf" not in page.content.decode()


def test_form_is_forgotten_when_it_was_sent(late, draft):
    late.post(page_of(draft), {"note": TEXT})
    sign_in(late, draft.person.user)
    late.post(page_of(draft), {"note": TEXT})
    assert late.get(AGAIN).url == "/"


def test_form_can_be_thrown_away(late, draft):
    late.post(page_of(draft), {"note": TEXT})
    sign_in(late, draft.person.user)
    assert late.post(AGAIN).url == "/"
    assert late.get(AGAIN).url == "/"


def test_form_from_a_foreign_site_is_not_kept(draft):
    client = Client(enforce_csrf_checks=True)
    client.force_login(draft.person.user)
    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))
    assert client.post(page_of(draft), {"note": TEXT}).status_code == 403
    assert Session.objects.count() == 1


def test_typed_markup_is_shown_as_text(late, draft):
    late.post(page_of(draft), {"note": '"><script>alert(1)</script> und mehr'})
    page = late.get(sign_in(late, draft.person.user).url)
    assert "<script>alert" not in page.content.decode()


def test_code_brings_it_back_as_well(late, draft, mailoutbox):
    late.post(page_of(draft), {"note": TEXT})
    late.post(f"/konto/code/?next={AGAIN}", {"email": draft.person.user.email})
    code = mailoutbox[0].body.split("\n\n")[2].strip()
    answer = late.post(f"/konto/code/eingeben/?next={AGAIN}", {"code": code})
    assert late.get(answer.url).context["texts"] == [TEXT]


def test_form_of_another_persons_space_goes_back_there(client):
    from portal.cases.enums import ALL_SCOPES
    from tests.factories.cases import StandingFactory

    draft = DraftFactory()
    helper = StandingFactory(helper=True, person=draft.person, scopes=sorted(ALL_SCOPES)).user
    client.force_login(helper)
    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))
    page = f"/fuer/{draft.case_id}{page_of(draft)}"
    assert client.post(page, {"note": TEXT}).url == f"{LOGIN}?next={AGAIN}"
    assert client.get(sign_in(client, helper).url).context["target"] == page
