import pytest
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.test import RequestFactory

from portal.helping.views.secrets import KEY, keep_secrets, shown_secrets
from tests.factories.invitations import offered

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_with_session():
    request = RequestFactory().get("/")
    request.session = SessionStore()
    return request


def test_secrets_come_back_for_their_invitation_only(request_with_session, portal_folders):
    first, second = offered(), offered()
    keep_secrets(request_with_session, first)
    shown = shown_secrets(request_with_session, first.invitation)
    assert shown.link == f"{portal_folders.base_url}/einladung/{first.token}/"
    assert shown.code == first.code
    assert shown_secrets(request_with_session, second.invitation) is None


def test_only_the_latest_is_remembered(request_with_session):
    first, second = offered(), offered()
    keep_secrets(request_with_session, first)
    keep_secrets(request_with_session, second)
    assert shown_secrets(request_with_session, first.invitation) is None


def test_secrets_of_one_invitation_do_not_open_as_anothers(request_with_session):
    first, second = offered(), offered()
    keep_secrets(request_with_session, first)
    request_with_session.session[KEY] |= {"id": str(second.invitation.pk)}
    assert shown_secrets(request_with_session, second.invitation) is None


def test_secrets_are_not_printed():
    request = offered()
    assert request.token not in repr(request)
    assert request.code not in repr(request)
