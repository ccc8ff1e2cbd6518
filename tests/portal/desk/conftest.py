"""People at their desks."""

import pytest

from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory, TeamFactory


@pytest.fixture
def jobcenter(db):
    return JobcenterFactory(name="Jobcenter Musterkreis")


@pytest.fixture
def worker(jobcenter):
    return StaffMembershipFactory(
        jobcenter=jobcenter, team=TeamFactory(jobcenter=jobcenter), display_name="Frau Yıldız"
    )


@pytest.fixture
def administrator(jobcenter):
    return StaffMembershipFactory(jobcenter=jobcenter, administrator=True)


@pytest.fixture
def desk_of(client):
    def sign_in(membership):
        client.force_login(membership.user)
        return client

    return sign_in
