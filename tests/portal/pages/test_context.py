import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from portal.pages.context import frame_without_database, office_bar
from tests.factories.accounts import OfficeFactory

pytestmark = pytest.mark.django_db


def request_for(path="/", **attributes):
    request = RequestFactory().get(path)
    request.user = AnonymousUser()
    request.__dict__.update(attributes)
    return request


def test_frame_names_the_office_of_the_page():
    office = OfficeFactory(name="Haus Nord")
    OfficeFactory(name="Haus Süd")
    assert office_bar(request_for(jobcenter_id=office.jobcenter_id))["office"].name == "Haus Nord"


def test_warm_anonymous_page_costs_no_sql(django_assert_num_queries):
    OfficeFactory()
    office_bar(request_for())
    with django_assert_num_queries(0):
        office_bar(request_for("/kontakt/"))


def test_frame_without_database_remembers_the_office(django_assert_num_queries):
    OfficeFactory(name="Haus am Markt")
    office_bar(request_for())
    with django_assert_num_queries(0):
        assert frame_without_database()["office"].name == "Haus am Markt"


def test_official_header_is_off_unless_the_operator_is_entitled(settings):
    assert office_bar(request_for())["official_header"] is False
    settings.PORTAL_OFFICIAL_HEADER = True
    assert office_bar(request_for())["official_header"] is True
