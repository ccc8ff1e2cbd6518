import pytest
from django.test import RequestFactory
from django.urls import reverse

from portal.accounts.views.later import later

HERE = __name__


class Page:
    @classmethod
    def as_view(cls):
        return lambda request, number: f"page {number} of {request.path}"


def plain(request, number):
    return f"plain {number} of {request.path}"


@pytest.mark.parametrize(("name", "answer"), [("Page", "page 7 of /"), ("plain", "plain 7 of /")])
def test_view_is_found_by_its_name_and_called(name, answer):
    assert later(f"{HERE}.{name}")(RequestFactory().get("/"), number=7) == answer


def test_view_is_not_loaded_before_it_is_called():
    view = later("portal.there.is.none")

    with pytest.raises(ModuleNotFoundError):
        view(RequestFactory().get("/"))


@pytest.mark.parametrize(("mark", "expected"), [({}, True), ({"for_strangers": True}, False)])
def test_only_pages_for_strangers_are_open(mark, expected):
    assert getattr(later(f"{HERE}.plain", **mark), "login_required", True) is expected


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["mfa_index", "mfa_add_webauthn", "mfa_view_recovery_codes", "mfa_reauthenticate"])
def test_pages_of_the_second_factor_want_somebody_signed_in(client, name):
    assert client.get(reverse(name)).url.startswith(reverse("account_login"))
