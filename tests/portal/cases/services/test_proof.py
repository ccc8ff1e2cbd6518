import datetime

import pytest
from django.utils import timezone

from portal.audit.models import AuditEvent
from portal.cases.enums import Scope
from portal.cases.errors import GrantNotPossible, NotPermitted
from portal.cases.services import settle_proof
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import StandingFactory, claimant_actor, staff_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def standing():
    return StandingFactory(adviser=True)


@pytest.fixture
def worker(standing):
    return StaffMembershipFactory(jobcenter=standing.case.jobcenter)


def check(actor, standing, *, accepted=True, **changes):
    values = {"scopes": [Scope.SEND], "proof": "Vollmacht"} | changes
    return settle_proof(actor=actor, standing=standing, accepted=accepted, **values)


def test_yes_says_who_has_seen_what_and_gives_the_scopes(standing, worker):
    checked = check(staff_actor(worker), standing)
    assert (checked.scopes, checked.proof, checked.proof_checked_by) == (["send"], "Vollmacht", worker)
    assert AuditEvent.objects.latest("id").event == "standing.checked"


def test_new_end_is_told_again(standing, worker):
    standing.reminded_at = timezone.now()
    standing.save()
    end = timezone.now() + datetime.timedelta(days=90)
    checked = check(staff_actor(worker), standing, ends_at=end)
    assert (checked.valid_to, checked.reminded_at) == (end, None)


def test_no_changes_the_scopes_only(standing, worker):
    checked = check(staff_actor(worker), standing, accepted=False, scopes=[Scope.UPLOAD])
    assert (checked.scopes, checked.proof, checked.proof_checked_at) == (["upload"], None, None)
    assert AuditEvent.objects.latest("id").event == "standing.proof_refused"


def test_nobody_else_checks(standing):
    foreign = StaffMembershipFactory()
    for actor in (claimant_actor(standing.case), staff_actor(foreign)):
        with pytest.raises(NotPermitted):
            check(actor, standing)


def test_what_is_over_is_not_checked(standing, worker):
    with pytest.raises(GrantNotPossible):
        check(staff_actor(worker), standing, ends_at=timezone.now())
    standing.revoked_at = timezone.now()
    standing.save()
    with pytest.raises(GrantNotPossible):
        check(staff_actor(worker), standing, accepted=False)
