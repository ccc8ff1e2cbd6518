import datetime

import pytest

from portal.accounts.forms.membership import StaffMembershipForm
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory, TeamFactory, UserFactory

pytestmark = pytest.mark.django_db


def data(jobcenter, **changes):
    return {
        "email": "neu@example.org",
        "jobcenter": jobcenter.pk,
        "role": "caseworker",
        "display_name": "Herr Neu",
        "valid_from": "2026-11-01",
        **changes,
    }


def test_membership_is_made_for_the_account_of_that_address():
    user = UserFactory(email="neu@example.org")
    jobcenter = JobcenterFactory()
    membership = StaffMembershipForm(data(jobcenter)).save()
    assert (membership.user, membership.jobcenter, membership.valid_from) == (
        user,
        jobcenter,
        datetime.date(2026, 11, 1),
    )


def test_address_without_account_is_refused():
    form = StaffMembershipForm(data(JobcenterFactory()))
    assert form.errors == {"email": ["Zu dieser E-Mail-Adresse gibt es kein Konto. Bitte prüfen Sie die Schreibweise."]}


def test_team_of_another_jobcenter_is_refused():
    UserFactory(email="neu@example.org")
    form = StaffMembershipForm(data(JobcenterFactory(), team=TeamFactory().pk))
    assert form.errors == {"team": ["Dieses Team gehört zu einem anderen Jobcenter."]}


def test_account_of_a_membership_cannot_be_exchanged():
    membership = StaffMembershipFactory()
    UserFactory(email="neu@example.org")
    changed = StaffMembershipForm(data(membership.jobcenter), instance=membership).save()
    assert (changed.user_id, changed.display_name) == (membership.user_id, "Herr Neu")
