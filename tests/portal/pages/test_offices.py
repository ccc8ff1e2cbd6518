import pytest
from django.db import OperationalError, connection

from portal.pages import offices
from tests.factories.accounts import JobcenterFactory, OfficeFactory

pytestmark = pytest.mark.django_db


def test_card_is_read_once_a_minute(django_assert_num_queries, clock):
    OfficeFactory(name="Haus am Markt")
    assert offices.office_card().name == "Haus am Markt"
    with django_assert_num_queries(0):
        offices.office_card()
    clock.shift(61)
    with django_assert_num_queries(2):
        offices.office_card()


def test_each_jobcenter_has_its_own_card():
    first, second = OfficeFactory(name="Eins"), OfficeFactory(name="Zwei", jobcenter=JobcenterFactory())
    assert offices.office_card(first.jobcenter_id).name == "Eins"
    assert offices.office_card(second.jobcenter_id).name == "Zwei"


def test_portal_without_office_has_no_card():
    assert offices.office_card() is None


def test_last_known_card_survives_a_lost_database(clock):
    OfficeFactory(name="Haus am Markt")
    offices.office_card()
    clock.shift(3600)
    with connection.execute_wrapper(_broken):
        assert offices.office_card().name == "Haus am Markt"


def _broken(*_args):
    raise OperationalError("server closed the connection")
