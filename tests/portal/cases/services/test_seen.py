import pytest

from portal.audit.models import AuditEvent
from portal.cases.enums import Role, Shown
from portal.cases.models import Actor
from portal.cases.selectors import actor_acting_for
from portal.cases.services import note_list, note_seen, note_seen_in_list
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, StandingFactory, claimant_actor, staff_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return CaseFactory()


def seen_in(case):
    return list(AuditEvent.objects.filter(case_id=case.pk, event__startswith="seen.").values_list("event", "role"))


def test_each_kind_is_one_event(case):
    actor = staff_actor(StaffMembershipFactory(jobcenter=case.jobcenter), purpose="case_work")

    note_seen(actor=actor, case_id=case.pk, shown=[Shown.ANSWERS, Shown.NOTES], subject=case)

    events = AuditEvent.objects.filter(case_id=case.pk).order_by("id")
    assert [(event.event, event.role, event.purpose, event.subject_id) for event in events] == [
        ("seen.answers", "caseworker", "case_work", str(case.pk)),
        ("seen.notes", "caseworker", "case_work", str(case.pk)),
    ]


def test_own_reading_leaves_no_event_but_for_files(case):
    note_seen(actor=claimant_actor(case), case_id=case.pk, shown=list(Shown))

    assert sorted(seen_in(case)) == [(f"seen.{kind}", "claimant") for kind in ("copy", "documents", "receipt")]


def test_own_reading_of_pages_costs_nothing(case, django_assert_num_queries):
    actor = claimant_actor(case)

    with django_assert_num_queries(0):
        note_seen(actor=actor, case_id=case.pk, shown=[Shown.ANSWERS, Shown.MESSAGES])


def test_guests_reading_is_their_own(case):
    note_seen(actor=Actor(role=Role.GUEST, key="code"), case_id=case.pk, shown=[Shown.ANSWERS])

    assert seen_in(case) == []


@pytest.mark.parametrize("kind", ["helper", "representative", "guardian"])
def test_who_acts_for_somebody_is_somebody_else(case, kind):
    standing = StandingFactory(helper=True, person__case=case, kind=kind)
    actor = actor_acting_for(standing.user, case.pk, purpose="fill_in")

    note_seen(actor=actor, case_id=case.pk, shown=[Shown.ANSWERS])

    assert seen_in(case) == [("seen.answers", kind)]


@pytest.mark.parametrize(("searched", "event"), [(False, "list.seen"), (True, "list.searched")])
def test_list_belongs_to_no_case(searched, event):
    note_list(actor=staff_actor(StaffMembershipFactory()), searched=searched)

    assert list(AuditEvent.objects.values_list("event", "case_id", "subject_id")) == [(event, None, "")]


def test_list_that_shows_more_is_one_event_for_each_case_in_one_statement(case, django_assert_num_queries):
    actor, other = staff_actor(StaffMembershipFactory(jobcenter=case.jobcenter)), CaseFactory()

    with django_assert_num_queries(1):
        note_seen_in_list(actor=actor, case_ids=[case.pk, other.pk, case.pk], shown=Shown.APPOINTMENTS)
    note_seen_in_list(actor=claimant_actor(case), case_ids=[case.pk], shown=Shown.APPOINTMENTS)
    note_seen_in_list(actor=actor, case_ids=[], shown=Shown.APPOINTMENTS)

    assert seen_in(case) == seen_in(other) == [("seen.appointments", "caseworker")]
