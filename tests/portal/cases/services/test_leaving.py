import pytest
from django.utils import timezone

from portal.audit.models import AuditEvent
from portal.cases.enums import CaseStatus, StandingKind
from portal.cases.errors import NotPermitted
from portal.cases.models import Case, Person, Standing, system_actor
from portal.cases.selectors import actor_concerned
from portal.cases.services import end_rights, erase_case, forget_case
from tests.factories.accounts import UserFactory
from tests.factories.cases import CaseFactory, PersonFactory, StandingFactory, claimant_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def own():
    return StandingFactory(person=PersonFactory(case=CaseFactory(prospective=True)))


def concerned(standing):
    return actor_concerned(standing.user_id, purpose="test")


def test_forgotten_case_leaves_an_event_and_nothing_else(own):
    assert forget_case(actor=concerned(own), case=own.case) is True

    assert (Case.objects.count(), Person.objects.count(), Standing.objects.count()) == (0, 0, 0)
    assert [(event.event, event.case_id) for event in AuditEvent.objects.all()] == [("case.forgotten", own.case_id)]


def test_opened_case_is_not_forgotten():
    own = StandingFactory()

    assert forget_case(actor=concerned(own), case=own.case) is False
    assert Case.objects.exists()


def test_foreign_case_is_not_forgotten(own):
    with pytest.raises(NotPermitted):
        forget_case(actor=concerned(StandingFactory()), case=own.case)


def test_system_forgets_what_nobody_holds():
    assert forget_case(actor=system_actor("test"), case=CaseFactory(prospective=True)) is True


def closed_case():
    own = StandingFactory()
    Case.objects.filter(pk=own.case_id).update(status=CaseStatus.CLOSED, closed_at=timezone.now())
    return own.case


def test_ended_case_is_erased_with_its_persons_and_leaves_its_trail():
    case = closed_case()

    erase_case(actor=system_actor("test"), case=case)

    assert (Case.objects.count(), Person.objects.count(), Standing.objects.count()) == (0, 0, 0)
    assert AuditEvent.objects.filter(event="case.erased", case_id=case.pk).exists()


def test_case_that_goes_on_is_not_erased():
    with pytest.raises(NotPermitted):
        erase_case(actor=system_actor("test"), case=CaseFactory())
    assert Case.objects.exists()


def test_nobody_but_the_system_erases_a_case():
    case = closed_case()

    with pytest.raises(NotPermitted):
        erase_case(actor=claimant_actor(case), case=case)


def test_rights_that_rest_on_the_account_end_and_guardians_stay():
    own = StandingFactory()
    helper = StandingFactory(helper=True, person=own.person)
    guardian = StandingFactory(kind=StandingKind.GUARDIAN, person=own.person, user=UserFactory())
    held = StandingFactory(helper=True, user=own.user)
    stranger = StandingFactory()
    now = timezone.now()

    assert end_rights(actor=concerned(own), at=now) == 3

    ended = dict(Standing.objects.values_list("pk", "revoked_at"))
    assert ended == {own.pk: now, helper.pk: now, held.pk: now, guardian.pk: None, stranger.pk: None}
    assert AuditEvent.objects.filter(event="standing.ended_with_account").count() == 3
