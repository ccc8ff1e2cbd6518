import pytest
from django.core import mail

from applications.models import Draft
from applications.services.submit import submit_draft
from mailbox.models import Message
from portal.accounts.models import User
from portal.audit.models import ActorKey, AuditEvent
from portal.cases.enums import StandingKind
from portal.cases.models import Case, Person, Standing
from portal.cases.selectors import actor_for_user
from portal.documents.models import Document
from portal.leaving.domain.data_copy import make_copy
from portal.leaving.errors import WorksHere
from portal.leaving.models import DataCopy, Farewell
from portal.leaving.services import close_account, request_copy
from portal.outbox.models import OutboxMessage
from portal.outbox.services import deliver_due
from portal.submissions.models import Receipt, Submission
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory, claimant_actor
from tests.factories.documents import DocumentFactory

pytestmark = pytest.mark.django_db


def test_nothing_is_left_of_who_never_sent_anything(data_dir, django_capture_on_commit_callbacks):
    draft = DraftFactory()
    DocumentFactory(case=draft.case, person=draft.person)

    with django_capture_on_commit_callbacks(execute=True):
        close_account(user=draft.person.user)

    assert [model.objects.count() for model in (User, Case, Person, Standing, Draft, Document)] == [0] * 6
    assert list((data_dir / "files").glob("??/*")) == []


def test_what_was_sent_stays_and_knows_no_account(household):
    household.partner.standings.all().delete()
    close_account(user=household.user)
    household.person.refresh_from_db()

    assert (household.person.user, household.person.name) == (None, "Miriam Sander")
    assert Submission.objects.filter(pk=household.submission.pk).exists()
    assert Receipt.objects.filter(submission=household.submission).exists()
    assert Message.objects.filter(pk=household.message.pk).exists()
    assert Document.objects.filter(pk=household.sent.pk).exists()
    assert not Document.objects.filter(pk=household.waiting.pk).exists()


def test_rights_end_and_drafts_are_emptied(household):
    Standing.objects.filter(person=household.partner).delete()
    helper = household.case.standings.get(kind=StandingKind.HELPER)

    close_account(user=household.user)

    assert not Standing.objects.filter(user=household.user, revoked_at=None).exists()
    helper.refresh_from_db()
    assert helper.revoked_at is not None
    assert actor_for_user(helper.user, purpose="test").case_ids == frozenset()
    assert [(draft.answers, draft.is_open) for draft in Draft.objects.all()] == [({}, False)]


def test_drafts_stay_for_a_guardian(household):
    StandingFactory(kind=StandingKind.GUARDIAN, person=household.person, user=UserFactory())

    close_account(user=household.user)

    assert Draft.objects.get().is_open
    assert Document.objects.filter(pk=household.waiting.pk).exists()


def test_last_email_goes_to_the_address_which_is_then_forgotten(household):
    OutboxMessage.objects.all().delete()
    close_account(user=household.user)
    deliver_due()

    [message] = [each for each in mail.outbox if each.to == ["miriam@example.org"]]
    assert (message.to, message.subject) == (["miriam@example.org"], "Ihr Konto ist geschlossen")
    assert not Farewell.objects.exists()
    assert not User.objects.filter(email="miriam@example.org").exists()


def test_copy_goes_as_well(household):
    make_copy(request_copy(user=household.user).pk)

    close_account(user=household.user)

    assert not DataCopy.objects.exists()


def test_trail_names_the_person_no_longer(household):
    before = AuditEvent.objects.count()
    close_account(user=household.user)

    assert not ActorKey.objects.filter(user_id=household.user.pk).exists()
    assert AuditEvent.objects.count() > before
    assert AuditEvent.objects.filter(event="account.closed").count() == 1


def test_who_works_for_a_jobcenter_cannot_close():
    membership = StaffMembershipFactory()

    with pytest.raises(WorksHere):
        close_account(user=membership.user)

    assert User.objects.get().is_active


def test_operator_cannot_close():
    with pytest.raises(WorksHere):
        close_account(user=UserFactory(is_staff=True, is_superuser=True))


def test_address_can_be_used_for_a_new_account(household):
    close_account(user=household.user)
    again = UserFactory(email="Miriam@Example.org")

    assert actor_for_user(again, purpose="test").case_ids == frozenset()


def test_what_was_sent_a_moment_before_stays():
    draft = DraftFactory()
    submission = submit_draft(actor=claimant_actor(draft.case), draft=draft)

    close_account(user=draft.person.user)

    assert Submission.objects.get() == submission
    assert Case.objects.get().status == "open"


def test_account_without_address_closes_without_a_last_email():
    user = UserFactory(email=None)

    close_account(user=user)

    assert not Farewell.objects.exists()
    assert not OutboxMessage.objects.filter(fact="account.closed").exists()
