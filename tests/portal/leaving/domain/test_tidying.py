import datetime

import pytest
from django.utils import timezone

from applications.domain.draft_answers import clear_expired_drafts
from appointments.enums import AppointmentStatus
from mailbox.services import attach
from portal.cases.enums import CaseStatus
from portal.cases.models import Case, Invitation, Standing
from portal.cases.services import answer_invitation, begin_as_guest
from portal.documents.models import Document
from portal.leaving.domain.data_copy import make_copy
from portal.leaving.domain.tidying import forget_leftovers, tidy_up
from portal.leaving.models import DataCopy, Farewell
from portal.leaving.services import request_copy
from portal.outbox.services import deliver_due
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.applications import DraftFactory
from tests.factories.appointments import AppointmentFactory, ServiceFactory
from tests.factories.cases import CaseFactory, StandingFactory, claimant_actor
from tests.factories.documents import DocumentFactory
from tests.factories.invitations import handed_over, requested, user_actor
from tests.factories.mailbox import begin_message

pytestmark = pytest.mark.django_db

START = datetime.datetime(2026, 11, 1, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture
def draft(time_machine):
    time_machine.move_to(START, tick=False)
    draft = DraftFactory()
    DocumentFactory(case=draft.case, person=draft.person)
    return draft


def tidied_after(days):
    now = START + datetime.timedelta(days=days)
    clear_expired_drafts(now=now)
    tidy_up(now=now)
    return Case.objects.count(), Document.objects.count()


@pytest.mark.parametrize(("days", "left"), [(29, (1, 1)), (31, (1, 0)), (59, (1, 0)), (61, (0, 0))])
def test_what_was_never_sent_goes_after_the_draft_and_the_case_a_month_later(draft, days, left):
    tidied_after(31) if days > 31 else None

    assert tidied_after(days) == left


def test_case_of_a_guest_goes_with_its_code(time_machine):
    time_machine.move_to(START, tick=False)
    DraftFactory(standing=begin_as_guest().standing)
    tidied_after(31)

    assert (tidied_after(61), Standing.objects.count()) == ((0, 0), 0)


def test_case_in_which_a_guest_never_began_anything_goes_after_a_month(time_machine):
    time_machine.move_to(START, tick=False)
    begin_as_guest()

    assert (tidied_after(29), tidied_after(31)) == ((1, 0), (0, 0))


def test_case_of_a_guest_who_only_looked_for_a_time_goes_after_a_month(time_machine):
    time_machine.move_to(START, tick=False)
    person = begin_as_guest().standing.person
    AppointmentFactory(
        person=person,
        service=ServiceFactory(),
        membership=StaffMembershipFactory(),
        status=AppointmentStatus.RELEASED,
    )

    assert (tidied_after(29), tidied_after(31)) == ((1, 0), (0, 0))


def test_file_stays_with_an_open_draft(draft):
    draft.expires_at = START + datetime.timedelta(days=90)
    draft.save()

    assert tidied_after(60) == (1, 1)


def test_new_file_keeps_the_older_ones(draft, time_machine):
    time_machine.move_to(START + datetime.timedelta(days=40))
    clear_expired_drafts(now=timezone.now())
    DocumentFactory(case=draft.case, person=draft.person)

    assert forget_leftovers(now=timezone.now()) == 0


def test_case_with_something_sent_is_never_forgotten(time_machine):
    time_machine.move_to(START)
    StandingFactory(person__case=CaseFactory(status=CaseStatus.OPEN))

    assert tidied_after(4000) == (1, 0)


def test_copies_and_addresses_go_as_well():
    make_copy(request_copy(user=UserFactory()).pk)
    Farewell.objects.create(address="anna@example.org")

    tidy_up(now=timezone.now() + datetime.timedelta(days=8))

    assert (DataCopy.objects.count(), Farewell.objects.count()) == (0, 0)


def test_case_in_which_somebody_is_let_help_stays_as_long_as_that_holds(time_machine):
    time_machine.move_to(START, tick=False)
    accepted = answer_invitation(
        actor=user_actor(UserFactory()), invitation_id=requested(UserFactory()).invitation.pk, accept=True
    )
    deliver_due()
    end = accepted.standing.valid_to - START
    time_machine.move_to(START + datetime.timedelta(days=60), tick=False)
    assert tidied_after(60) == (1, 0)
    time_machine.move_to(START + end + datetime.timedelta(days=1), tick=False)
    assert tidied_after(end.days + 1) == (0, 0)
    assert (Standing.objects.count(), Invitation.objects.count()) == (0, 0)


def test_case_that_a_helper_has_begun_and_nobody_took_goes_after_a_month(time_machine):
    time_machine.move_to(START, tick=False)
    handed_over()
    time_machine.move_to(START + datetime.timedelta(days=31), tick=False)
    assert tidied_after(31) == (0, 0)


def test_stale_files_go_and_those_of_a_begun_message_stay(time_machine):
    time_machine.move_to(START, tick=False)
    draft = begin_message(CaseFactory())
    kept = DocumentFactory(case=draft.case)
    attach(actor=claimant_actor(draft.case), draft=draft, document=kept)
    DocumentFactory(case=draft.case, name="vergessen.pdf")

    tidied_after(40)

    assert list(Document.objects.all()) == [kept]
