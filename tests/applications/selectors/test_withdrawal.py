import datetime

import pytest

from applications.models import Application
from applications.selectors.withdrawal import has_waiting_withdrawal, waiting_withdrawal
from tests.factories.submissions import RECEIVED_AT
from tests.factories.triage import ApplicationFactory, WithdrawalFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("waits_for", "status", "waits"),
    [("representative", "received", True), ("office", "received", True), ("", "received", False)]
    + [("representative", status, False) for status in ("withdrawn", "decided", "closed")],
)
def test_word_waits_while_another_is_needed_and_nothing_has_ended(waits_for, status, waits):
    application = ApplicationFactory()
    word = WithdrawalFactory(application=application, waits_for=waits_for)
    Application.objects.filter(pk=application.pk).update(status=status)
    application.refresh_from_db()

    assert waiting_withdrawal(application) == (word if waits else None)
    assert Application.objects.filter(has_waiting_withdrawal()).exists() is waits


def test_newest_word_counts():
    application = ApplicationFactory()
    newest = WithdrawalFactory(application=application, at=RECEIVED_AT + datetime.timedelta(days=1))
    WithdrawalFactory(application=application)

    assert waiting_withdrawal(application) == newest
