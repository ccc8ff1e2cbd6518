import uuid

import pytest

from portal.accounts.selectors import jobcenter_for_page, jobcenters_for_postcode, office_for_page
from portal.accounts.selectors.office import phone_uri
from tests.factories.accounts import JobcenterFactory, OfficeFactory, PostcodeAreaFactory

pytestmark = pytest.mark.django_db


def test_card_shows_the_main_office_of_the_jobcenter(django_assert_num_queries):
    jobcenter = JobcenterFactory(name="Jobcenter Musterkreis", phone="01234 5670")
    OfficeFactory(jobcenter=jobcenter, name="Außenstelle", is_default=False)
    OfficeFactory(jobcenter=jobcenter, name="Haus am Markt")
    with django_assert_num_queries(2):
        card = office_for_page(jobcenter.pk)
    assert (card.name, card.street, card.postcode, card.city) == (
        "Haus am Markt",
        "Marktplatz 1",
        "00101",
        "Musterstadt",
    )
    assert (card.phone, card.phone_uri) == ("01234 5670", "tel:+4912345670")
    assert card.hours == ("Montag bis Freitag: 8:00 bis 12:30 Uhr",)
    assert (card.jobcenter_name, card.emergency_phone) == ("Jobcenter Musterkreis", "01234 567112")


def test_card_says_how_one_gets_in_where_that_is_known():
    office = OfficeFactory(is_step_free=True, has_lift=True)
    unknown = OfficeFactory()

    assert office_for_page(office.jobcenter_id).access == ("Ohne Stufen erreichbar", "Mit Aufzug")
    assert office_for_page(unknown.jobcenter_id).access == ()


def test_card_prefers_the_phone_of_the_office():
    office = OfficeFactory(phone="01234 99")
    assert office_for_page(office.jobcenter_id).phone == "01234 99"


def test_page_without_jobcenter_shows_the_default_one():
    OfficeFactory(jobcenter__name="Jobcenter A")
    default = OfficeFactory(jobcenter__name="Jobcenter B", jobcenter__is_default=True)
    assert office_for_page(None).jobcenter_id == default.jobcenter_id
    assert office_for_page(uuid.uuid4()).jobcenter_id == default.jobcenter_id


def test_page_of_a_closed_jobcenter_shows_the_default_one():
    closed = OfficeFactory(jobcenter__is_active=False)
    default = OfficeFactory(jobcenter__is_default=True)
    assert office_for_page(closed.jobcenter_id).jobcenter_id == default.jobcenter_id


def test_portal_without_office_has_no_card():
    JobcenterFactory()
    assert office_for_page(None) is None


def test_portal_without_jobcenter_has_none_for_its_pages():
    assert jobcenter_for_page(None) is None


@pytest.mark.parametrize(
    ("phone", "uri"),
    [
        ("01234 / 567-0", "tel:+4912345670"),
        ("+49 (1234) 5670", "tel:+4912345670"),
        ("0049 1234 5670", "tel:+4912345670"),
        ("115", "tel:115"),
    ],
)
def test_phone_uri_is_international(phone, uri):
    assert phone_uri(phone) == uri


def test_postcode_leads_to_one_jobcenter():
    area = PostcodeAreaFactory(postcode="00115")
    PostcodeAreaFactory(postcode="00116")
    assert jobcenters_for_postcode(" 00115 ") == [area.jobcenter]


def test_ambiguous_postcode_leads_to_all_in_order_of_name():
    PostcodeAreaFactory(postcode="00199", jobcenter__name="Jobcenter B")
    PostcodeAreaFactory(postcode="00199", jobcenter__name="Jobcenter A")
    assert [jobcenter.name for jobcenter in jobcenters_for_postcode("00199")] == ["Jobcenter A", "Jobcenter B"]


@pytest.mark.parametrize("postcode", ["99999", "", "00115' OR 1=1"])
def test_unknown_postcode_leads_to_none(postcode):
    PostcodeAreaFactory(postcode="00115")
    assert jobcenters_for_postcode(postcode) == []


def test_closed_jobcenter_is_not_responsible():
    PostcodeAreaFactory(postcode="00115", jobcenter__is_active=False)
    assert jobcenters_for_postcode("00115") == []
