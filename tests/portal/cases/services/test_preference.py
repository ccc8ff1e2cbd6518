import pytest

from portal.audit.models import AuditEvent
from portal.cases.enums import StandingKind
from portal.cases.errors import NotPermitted
from portal.cases.models import Person
from portal.cases.services import prefer_personal
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import PersonFactory, StandingFactory, claimant_actor, helper_actor, staff_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def standing():
    return StandingFactory()


def test_preference_is_kept_recorded_once_and_forgotten(standing):
    person = standing.person
    actor = claimant_actor(person.case)
    for _again in range(2):
        prefer_personal(actor=actor, person=person, prefers=True)

    assert Person.objects.get(pk=person.pk).prefers_personal_since is not None
    assert AuditEvent.objects.filter(event="person.prefers_personal_noted").count() == 1
    prefer_personal(actor=actor, person=person, prefers=False)
    assert Person.objects.get(pk=person.pk).prefers_personal_since is None


def test_preference_is_noted_by_staff_of_the_house(standing):
    staff = staff_actor(StaffMembershipFactory(jobcenter=standing.case.jobcenter))

    prefer_personal(actor=staff, person=standing.person, prefers=True)

    assert standing.person.prefers_personal_since is not None


def test_preference_is_nobody_elses(standing):
    helper = helper_actor(StandingFactory(helper=True, person=standing.person, scopes=["appointments", "send"]))
    strangers = (claimant_actor(StandingFactory().case), staff_actor(StaffMembershipFactory()))
    for actor in (helper, *strangers):
        with pytest.raises(NotPermitted):
            prefer_personal(actor=actor, person=standing.person, prefers=True)
    with pytest.raises(NotPermitted):
        prefer_personal(
            actor=claimant_actor(standing.case), person=PersonFactory(case=standing.case, member=True), prefers=True
        )


def test_preference_is_said_by_the_guardian(standing):
    guardian = StandingFactory(helper=True, person=standing.person, kind=StandingKind.GUARDIAN)

    prefer_personal(actor=helper_actor(guardian), person=standing.person, prefers=True)

    assert standing.person.prefers_personal_since is not None
