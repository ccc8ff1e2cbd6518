import pytest

from mailbox.enums import NoteKind
from mailbox.models import Decision, EvidenceRequest, Message, Note
from mailbox.services import discard_threads, erase_threads, write_note
from portal.cases.errors import NotPermitted
from portal.cases.models import system_actor
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import (
    CaseFactory,
    PersonFactory,
    StandingFactory,
    claimant_actor,
    helper_actor,
    staff_actor,
)
from tests.factories.decisions import drafted, house, released
from tests.factories.evidence import asked
from tests.factories.mailbox import MessageFactory

pytestmark = pytest.mark.django_db


def message_in(case):
    return MessageFactory(thread__person=PersonFactory(case=case))


def test_news_of_a_case_that_was_never_opened_go_with_it():
    prospective, opened = CaseFactory(prospective=True), CaseFactory()
    message_in(prospective)
    kept = message_in(opened)
    assert discard_threads(actor=system_actor("test"), case=prospective) == 1
    assert discard_threads(actor=system_actor("test"), case=opened) == 0
    assert list(Message.objects.all()) == [kept]


def test_who_may_not_read_the_postbox_discards_nothing():
    helping = StandingFactory(helper=True, person__case=CaseFactory(prospective=True))
    with pytest.raises(NotPermitted):
        discard_threads(actor=helper_actor(helping), case=helping.case)


def test_whole_postbox_of_a_case_is_erased_and_no_other():
    case = CaseFactory()
    message_in(case)
    kept = message_in(CaseFactory())

    assert erase_threads(actor=system_actor("test"), case=case) == 1
    assert list(Message.objects.all()) == [kept]


def test_requests_for_evidence_go_with_the_postbox():
    found = asked()
    found.answer(1)

    erase_threads(actor=system_actor("test"), case=found.request.case)

    assert not EvidenceRequest.objects.exists()


def test_nobody_but_the_system_erases_a_postbox():
    own = StandingFactory()

    with pytest.raises(NotPermitted):
        erase_threads(actor=claimant_actor(own.case), case=own.case)


def test_decisions_go_with_the_postbox_of_an_ended_case():
    there = house()
    released(there)
    drafted(there)
    kept = drafted(house())

    erase_threads(actor=system_actor("test"), case=there.case)
    assert list(Decision.objects.all()) == [kept]


def test_notes_go_with_the_postbox_of_an_ended_case():
    thread = MessageFactory().thread
    office = staff_actor(StaffMembershipFactory(jobcenter=thread.case.jobcenter))
    write_note(actor=office, case=thread.case, kind=NoteKind.BENEFIT, body="x")

    erase_threads(actor=system_actor("test"), case=thread.case)

    assert not Note.objects.exists()
