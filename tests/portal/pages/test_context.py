import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from portal.accounts.enums import GUEST_STANDING
from portal.pages.context import frame_without_database, office_bar
from portal.pages.offices import forget_cards
from tests.factories.accounts import OfficeFactory, UserFactory
from tests.factories.cases import StandingFactory

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


def test_frame_is_written_once_for_pages_marked_the_same():
    OfficeFactory()
    first, second = (office_bar(request_for(path))["frame"] for path in ("/antrag/1/", "/antrag/2/"))

    assert first is second
    assert office_bar(request_for("/kontakt/"))["frame"] is not first


def test_frame_says_what_the_office_says_now():
    office = OfficeFactory(phone="030 111")
    before = office_bar(request_for())["frame"].footer
    office.phone = "030 222"
    office.save()
    forget_cards()

    assert ("030 111" in before, "030 222" in office_bar(request_for())["frame"].footer) == (True, True)


def test_frame_offers_to_sign_out_only_when_signed_in():
    OfficeFactory()
    stranger = office_bar(request_for())["frame"].header
    member = office_bar(request_for(user=UserFactory.build()))["frame"].header

    assert ("/konto/abmelden/" in stranger, "/konto/abmelden/" in member) == (False, True)


def test_guest_sees_own_links_and_until_when_the_code_holds(client, django_assert_num_queries):
    standing = StandingFactory(guest=True, valid_to=datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC))
    request = request_for()
    request.session = client.session
    request.session[GUEST_STANDING] = str(standing.pk)
    shown = office_bar(request)
    assert "/weiter/beenden/" in shown["frame"].header
    assert "/konto/anmelden/" not in shown["frame"].header
    with django_assert_num_queries(2):
        assert shown["guest"].until == standing.valid_to
    assert shown["guest"].until == standing.valid_to
