import uuid

import pytest

from applications.enums import ApplicationStatus, ChecksState, FindingState
from applications.errors import NotAColleague, NotAllowed, ReasonMissing, TransitionNotAllowed
from applications.models import Application
from applications.services.triage import (
    assign_application,
    assign_applications,
    decide_finding,
    decide_findings,
    move_application,
    name_jobcenter,
    possible_steps,
    repeat_checks,
)
from portal.audit.models import AuditEvent
from portal.cases.models import Case
from portal.outbox.models import OutboxMessage
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory
from tests.factories.cases import CaseFactory, claimant_actor, staff_actor
from tests.factories.triage import ApplicationFactory, FindingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def application():
    return ApplicationFactory()


@pytest.fixture
def membership(application):
    return StaffMembershipFactory(jobcenter=application.case.jobcenter)


@pytest.fixture
def actor(membership):
    return staff_actor(membership)


@pytest.fixture
def stranger():
    return staff_actor(StaffMembershipFactory())


def events(case, prefix=("application", "finding")):
    codes = AuditEvent.objects.filter(case_id=case.pk).order_by("id").values_list("event", flat=True)
    return [code for code in codes if code.startswith(prefix)]


def test_move_changes_status_and_records_it(application, actor, membership):
    move_application(actor=actor, application=application, to=ApplicationStatus.IN_REVIEW, note="Los")

    change = application.status_changes.first()
    assert (application.status, change.membership, change.note) == (ApplicationStatus.IN_REVIEW, membership, "Los")
    assert events(application.case) == ["application.moved"]


def test_move_by_the_table_only(application, actor):
    with pytest.raises(TransitionNotAllowed):
        move_application(actor=actor, application=application, to=ApplicationStatus.DECIDED)

    assert events(application.case) == []


@pytest.mark.parametrize("deed", [
    lambda actor, application: move_application(actor=actor, application=application, to=ApplicationStatus.IN_REVIEW),
    lambda actor, application: assign_application(actor=actor, application=application, membership=None),
    lambda actor, application: repeat_checks(actor=actor, application=application),
    lambda actor, application: name_jobcenter(actor=actor, application=application, jobcenter=application.case.jobcenter),
    lambda actor, application: decide_finding(actor=actor, finding=FindingFactory(application=application), state=FindingState.RESOLVED),
])  # fmt: skip
def test_strangers_and_claimants_may_do_nothing(application, stranger, deed):
    for actor in (stranger, claimant_actor(application.case)):
        with pytest.raises(NotAllowed):
            deed(actor, application)

    assert events(application.case) == []


def test_buttons_leave_out_what_follows_from_other_deeds(application, actor):
    assert possible_steps(actor=actor, application=application) == (
        ApplicationStatus.IN_REVIEW,
        ApplicationStatus.WITHDRAWN,
    )


def test_clearing_list_offers_no_steps():
    unclear = ApplicationFactory(case=CaseFactory(clearing=True))
    administrator = staff_actor(StaffMembershipFactory(administrator=True))

    assert possible_steps(actor=administrator, application=unclear) == ()


def test_assigning_a_new_application_moves_it_on(application, actor, membership):
    assign_application(actor=actor, application=application, membership=membership)

    stored = Application.objects.get(pk=application.pk)
    assert (stored.assigned_to, stored.status) == (membership, ApplicationStatus.ASSIGNED)
    assert events(application.case) == ["application.assigned"]


def test_giving_back_an_untouched_application_makes_it_new_again(application, actor, membership):
    assign_application(actor=actor, application=application, membership=membership)
    assign_application(actor=actor, application=application, membership=None)

    stored = Application.objects.get(pk=application.pk)
    assert (stored.assigned_to, stored.status) == (None, ApplicationStatus.RECEIVED)


def test_reassigning_during_review_keeps_the_status(application, actor, membership):
    move_application(actor=actor, application=application, to=ApplicationStatus.IN_REVIEW)
    assign_application(actor=actor, application=application, membership=membership)

    assert Application.objects.get(pk=application.pk).status == ApplicationStatus.IN_REVIEW


def test_assigning_twice_is_one_event(application, actor, membership):
    for _ in range(2):
        assign_application(actor=actor, application=application, membership=membership)

    assert events(application.case) == ["application.assigned"]


@pytest.mark.parametrize("trait", [{}, {"ended": True}])
def test_work_goes_to_no_stranger_and_nobody_who_left(application, actor, trait):
    jobcenter = {"jobcenter": application.case.jobcenter} if trait else {}
    other = StaffMembershipFactory(**trait, **jobcenter)

    with pytest.raises(NotAColleague):
        assign_application(actor=actor, application=application, membership=other)


def test_bulk_assignment_passes_over_foreign_ids(application, actor, membership):
    foreign = ApplicationFactory()

    number = assign_applications(
        actor=actor, application_ids=[application.pk, foreign.pk, uuid.uuid4()], membership=membership
    )

    assert number == 1
    assert Application.objects.get(pk=foreign.pk).assigned_to is None


def test_finding_is_decided_with_name_time_and_reason(application, actor, membership):
    finding = FindingFactory(application=application)

    decide_finding(actor=actor, finding=finding, state=FindingState.NOT_RELEVANT, reason=" Altfall ")

    finding.refresh_from_db()
    assert (finding.state, finding.reason, finding.decided_by) == (FindingState.NOT_RELEVANT, "Altfall", membership)
    assert finding.decided_at is not None
    assert events(application.case) == ["finding.decided"]


@pytest.mark.parametrize("state", [FindingState.NOT_RELEVANT, FindingState.EXPLAINED])
def test_decision_colleagues_could_not_understand_needs_a_reason(application, actor, state):
    finding = FindingFactory(application=application)

    with pytest.raises(ReasonMissing):
        decide_finding(actor=actor, finding=finding, state=state, reason="  ")

    finding.refresh_from_db()
    assert finding.state == FindingState.OPEN


def test_several_findings_are_decided_together_or_not_at_all(application, actor):
    ours, foreign = FindingFactory(application=application), FindingFactory()

    with pytest.raises(NotAllowed):
        decide_findings(actor=actor, findings=[ours, foreign], state=FindingState.RESOLVED)

    ours.refresh_from_db()
    assert ours.state == FindingState.OPEN


def test_withdrawal_needs_a_note(application, actor):
    with pytest.raises(ReasonMissing):
        move_application(actor=actor, application=application, to=ApplicationStatus.WITHDRAWN, note=" ")

    assert Application.objects.get(pk=application.pk).status == ApplicationStatus.RECEIVED


def test_checks_are_asked_for_again(application, actor):
    repeat_checks(actor=actor, application=application)

    assert Application.objects.get(pk=application.pk).checks_state == ChecksState.PENDING
    assert OutboxMessage.objects.filter(fact="application.checks_wanted", subject_id=application.pk).count() == 1


def test_clearing_gives_the_case_to_a_jobcenter_and_keeps_the_time():
    unclear = ApplicationFactory(case=CaseFactory(clearing=True))
    jobcenter, opened_at = JobcenterFactory(), unclear.case.opened_at
    administrator = staff_actor(StaffMembershipFactory(administrator=True))

    name_jobcenter(actor=administrator, application=unclear, jobcenter=jobcenter)

    stored, case = Application.objects.get(pk=unclear.pk), Case.objects.get(pk=unclear.case_id)
    assert (case.jobcenter, case.opened_at) == (jobcenter, opened_at)
    assert (stored.status, stored.received_at) == (ApplicationStatus.FORWARDED, unclear.received_at)


def test_forwarding_takes_every_application_of_the_case_along(application, membership):
    lead = staff_actor(StaffMembershipFactory(jobcenter=application.case.jobcenter, team_lead=True))
    second = ApplicationFactory(case=application.case)
    move_application(actor=lead, application=second, to=ApplicationStatus.IN_REVIEW)
    assign_application(actor=lead, application=second, membership=membership)

    name_jobcenter(actor=lead, application=application, jobcenter=JobcenterFactory())

    second.refresh_from_db()
    assert (second.status, second.assigned_to, second.team) == (ApplicationStatus.IN_REVIEW, None, None)
    assert Application.objects.get(pk=application.pk).status == ApplicationStatus.FORWARDED


def test_who_has_the_latest_application_is_whom_the_person_turns_to(application, actor, membership):
    assign_application(actor=actor, application=application, membership=membership)
    assert Case.objects.get(pk=application.case_id).responsible == membership

    assign_application(actor=actor, application=application, membership=None)
    assert Case.objects.get(pk=application.case_id).responsible is None


def test_assigning_an_older_application_leaves_the_responsible_person(application, actor, membership):
    ApplicationFactory(case=application.case)

    assign_application(actor=actor, application=application, membership=membership)

    assert Case.objects.get(pk=application.case_id).responsible is None
