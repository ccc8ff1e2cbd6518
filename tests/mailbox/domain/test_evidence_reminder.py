import datetime

import pytest
from django.core import mail
from django.utils import timezone

from mailbox.domain.evidence_reminder import remind_of_deadlines
from mailbox.enums import AnswerKind
from mailbox.models import Message
from mailbox.tasks.evidence import remind_of_evidence
from portal.outbox.services import deliver_due
from tests.factories.consents import agreeing, hours_pass
from tests.factories.evidence import LEASE, asked, overdue

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def due_in(days):
    """A request that was sent some time ago."""
    found = overdue(asked(LEASE), days=-days)
    type(found.request).objects.update(sent_at=timezone.now() - 9 * DAY)
    return found


@pytest.mark.parametrize(("days", "reminded"), [(6, 0), (5, 1), (1, 1), (0, 1), (-1, 0)])
def test_reminder_comes_five_days_before_and_not_after(days, reminded):
    due_in(days)

    assert remind_of_deadlines(timezone.now()) == reminded


def test_reminder_comes_once_and_says_nothing_by_mail():
    found = due_in(3)
    agreeing(found.person.user)
    deliver_due()
    hours_pass()
    mail.outbox.clear()

    assert (remind_of_evidence(), remind_of_evidence()) == (1, 0)
    deliver_due()

    assert Message.objects.latest("created_at").body.startswith("Eine kleine Erinnerung: Bis ")
    (sent,) = mail.outbox
    assert "Mietvertrag" not in sent.subject + sent.body


@pytest.mark.parametrize("kind", [AnswerKind.DOCUMENTS, AnswerKind.BY_POST, AnswerKind.NOT_AVAILABLE])
def test_nobody_is_reminded_of_what_is_answered(kind):
    due_in(3).answer(1, kind, text="" if kind == AnswerKind.DOCUMENTS else "Ich habe es nicht.")

    assert remind_of_deadlines(timezone.now()) == 0


def test_nobody_is_reminded_on_the_day_of_the_letter():
    overdue(asked(LEASE), days=-3)

    assert remind_of_deadlines(timezone.now()) == 0


def test_hint_is_not_reminded_of():
    asked(LEASE, is_hint=True)

    assert remind_of_deadlines(timezone.now()) == 0


@pytest.mark.parametrize(
    ("now", "reminded"),
    [
        ("2027-10-31T00:30:00+02:00", 1),
        ("2027-10-31T23:59:59+01:00", 1),  # the last day has 25 hours
        ("2027-11-01T00:00:00+01:00", 0),
    ],
)
def test_last_day_ends_at_midnight_in_germany_also_when_the_clocks_change(now, reminded):
    found = asked(LEASE)
    type(found.request).objects.update(deadline=datetime.date(2027, 10, 31))

    assert remind_of_deadlines(datetime.datetime.fromisoformat(now)) == reminded
