import uuid

import pytest

from portal.notices.enums import DispatchStatus
from portal.notices.models import Dispatch
from portal.notices.services import send_decision_notice, send_notice
from portal.notices.tasks import send_waiting
from portal.outbox.models import subscriptions
from tests.factories.consents import ConsentFactory

pytestmark = pytest.mark.django_db
SUBJECT = uuid.UUID(int=7)


def test_handler_hears_of_its_fact():
    assert [entry.handler for entry in subscriptions.of("notice.waiting")] == [send_waiting]


def test_news_are_sent_once(inbox, person):
    (row,) = send_notice(person_id=person.pk, template="new_message", subject_id=SUBJECT)
    send_waiting(row.pk)
    send_waiting(row.pk)
    assert len(inbox.envelopes) == 1


def test_decision_that_waited_is_sent_by_itself(inbox, person):
    ConsentFactory(user=person.user, decisions=True)
    inbox.refusal = "450 busy"
    row = send_decision_notice(user_id=person.user_id, case_id=person.case_id, subject_id=SUBJECT)
    inbox.refusal = ""
    send_waiting(row.pk)
    assert Dispatch.objects.get().status == DispatchStatus.SENT


def test_dispatch_that_is_gone_is_no_matter(inbox):
    send_waiting(SUBJECT)
    assert inbox.envelopes == []
