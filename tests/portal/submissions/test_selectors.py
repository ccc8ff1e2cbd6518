import uuid

import pytest
from django.utils import timezone

from portal.cases.enums import Role, Scope, StandingKind
from portal.cases.models import Actor, system_actor
from portal.cases.selectors import actor_for_user
from portal.submissions.enums import SubmissionKind
from portal.submissions.selectors import receipt_by_code, sender_in_words, submissions_visible_to
from portal.submissions.services import receive_submission
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, PersonFactory, StandingFactory, claimant_actor, helper_actor, staff_actor
from tests.factories.documents import DocumentFactory
from tests.factories.submissions import SubmissionFactory, make_content

pytestmark = pytest.mark.django_db


def test_claimant_sees_own_submissions_only():
    mine, _foreign = SubmissionFactory(), SubmissionFactory()

    assert list(submissions_visible_to(claimant_actor(mine.case))) == [mine]


@pytest.mark.parametrize(
    ("scope", "seen"), [(Scope.FILL_IN, 1), (Scope.READ_POSTBOX, 1), (Scope.UPLOAD, 0), (Scope.SEND, 0)]
)
def test_helper_sees_submissions_by_scope(scope, seen):
    submission = SubmissionFactory()

    assert (
        submissions_visible_to(Actor(role=Role.HELPER, scopes={submission.case_id: frozenset({scope})})).count() == seen
    )


@pytest.mark.parametrize(
    ("scope", "seen"), [(Scope.FILL_IN, 0), (Scope.READ_POSTBOX, 1), (Scope.UPLOAD, 0), (Scope.SEND, 0)]
)
def test_messages_are_for_who_reads_the_postbox(scope, seen):
    submission = SubmissionFactory(kind="message", form_key="")

    assert (
        submissions_visible_to(Actor(role=Role.HELPER, scopes={submission.case_id: frozenset({scope})})).count() == seen
    )


def test_message_is_seen_by_who_has_sent_it():
    standing = StandingFactory(helper=True, scopes=["send"])
    sent = receive_submission(
        actor=helper_actor(standing),
        kind="message",
        title="Nachricht",
        case=standing.case,
        person=standing.person,
        content=make_content(),
        data={},
        token="1",
    )

    assert list(submissions_visible_to(helper_actor(standing))) == [sent]
    other = StandingFactory(helper=True, person=standing.person, scopes=["send"])
    assert list(submissions_visible_to(helper_actor(other))) == []


def test_staff_see_their_jobcenter_and_the_system_sees_all():
    mine, _other = SubmissionFactory(), SubmissionFactory()
    membership = StaffMembershipFactory(jobcenter=mine.case.jobcenter)

    assert list(submissions_visible_to(staff_actor(membership))) == [mine]
    assert submissions_visible_to(system_actor("test")).count() == 2


def test_receipt_is_found_by_its_code_in_one_query(django_assert_num_queries):
    case = CaseFactory()
    submission = SubmissionFactory(case=case, documents=[DocumentFactory(case=case, pages=n) for n in (1, 2)])

    with django_assert_num_queries(1):
        receipt = receipt_by_code(submission.receipt.verification_code)
        assert (receipt.submission.received_at, receipt.file_count, receipt.page_count) == (
            submission.received_at,
            2,
            3,
        )


def test_unknown_code_finds_nothing():
    assert receipt_by_code("0" * 20) is None


def test_sender_is_named_only_where_somebody_sent_it_for_the_person(django_assert_num_queries):
    submission, helping = SubmissionFactory(), StandingFactory(helper=True, holder_name="Julia")
    with django_assert_num_queries(0):
        assert sender_in_words(submission) == ""
    submission.submitted_by_standing_id = helping.pk
    with django_assert_num_queries(1):
        assert sender_in_words(submission) == "Julia (helfende Person)"


def test_what_is_about_appointments_of_a_member_with_own_post_is_theirs_alone():
    standing = StandingFactory()
    member = PersonFactory(case=standing.case, is_applicant=False, wants_own_post_since=timezone.now())
    own = StandingFactory(person=member, kind=StandingKind.MEMBER, scopes=["own_part"])
    theirs = actor_for_user(own.user, purpose="test")
    handed_in = receive_submission(
        actor=theirs,
        kind=SubmissionKind.APPOINTMENT,
        title="Terminwunsch",
        case=standing.case,
        person=member,
        content=make_content(),
        data={},
        token=uuid.uuid4(),
    )

    assert not submissions_visible_to(actor_for_user(standing.user, purpose="test")).exists()
    assert submissions_visible_to(theirs).get() == handed_in
