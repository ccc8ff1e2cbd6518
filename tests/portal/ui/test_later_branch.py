import sys

import pytest
from django.http import HttpResponse
from django.urls import path, resolve, reverse

from portal.ui.later_branch import later_branch

MODULE = "tests.portal.ui.later_pages"


@pytest.fixture
def addresses(monkeypatch):
    monkeypatch.delitem(sys.modules, MODULE, raising=False)
    branch = later_branch("spaeter/", MODULE, app_name="later", namespace="later")
    return (path("start/", lambda _request: HttpResponse(), name="start"), branch)


def test_other_links_and_addresses_do_without_the_branch(addresses):
    assert reverse("start", urlconf=addresses) == "/start/"
    assert resolve("/start/", urlconf=addresses).view_name == "start"
    assert MODULE not in sys.modules


def test_link_of_the_branch_loads_it(addresses):
    assert reverse("later:page", urlconf=addresses) == "/spaeter/seite/"


def test_address_of_the_branch_loads_it(addresses):
    assert resolve("/spaeter/seite/", urlconf=addresses).view_name == "later:page"
