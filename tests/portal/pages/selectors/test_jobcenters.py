import pytest

from portal.pages.selectors import jobcenters_with_offices
from tests.factories.accounts import JobcenterFactory, OfficeFactory


@pytest.mark.django_db
def test_jobcenter_entry_holds_what_the_legal_pages_show():
    jobcenter = JobcenterFactory(name="Jobcenter A", phone="01234 5670")
    OfficeFactory(jobcenter=jobcenter, phone="01234 99")
    [entry] = jobcenters_with_offices()
    assert (entry.name, entry.phone_uri, entry.imprint) == ("Jobcenter A", "tel:+4912345670", "Anbieter")
    assert (entry.main_office.phone_uri, entry.main_office.hours) == (
        "tel:+49123499",
        ("Montag bis Freitag: 8:00 bis 12:30 Uhr",),
    )


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "start"), [("joint", "Die Bundesbeauftragte"), ("municipal", "Die oder der Landes")])
def test_supervision_follows_the_kind_of_jobcenter(kind, start):
    JobcenterFactory(kind=kind)
    assert str(jobcenters_with_offices()[0].supervision).startswith(start)


@pytest.mark.django_db
def test_jobcenter_that_left_the_portal_is_not_shown():
    JobcenterFactory(is_active=False)
    assert jobcenters_with_offices() == []


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3])
def test_jobcenters_cost_two_queries(count, django_assert_num_queries):
    for _ in range(count):
        OfficeFactory()
    with django_assert_num_queries(2):
        jobcenters_with_offices()
