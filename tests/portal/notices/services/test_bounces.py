import datetime

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from portal.accounts.services.recovery import renew_access
from portal.audit.models import AuditEvent
from portal.notices.enums import DispatchStatus
from portal.notices.models import Dispatch, NoticeSettings
from portal.notices.selectors import email_works
from portal.notices.services import record_bounce, send_notice
from portal.outbox.services import deliver_due
from tests.factories.consents import SOME_DAY, NoticeSettingsFactory
from tests.portal.notices.domain.test_bounce_report import report

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(person):
    """An e-mail that the server took."""
    send_notice(person_id=person.pk, template="new_message", subject_id=person.pk)
    deliver_due()
    AuditEvent.objects.all()
    return Dispatch.objects.get(status=DispatchStatus.SENT)


def returned(dispatch, **fields):
    return record_bounce(raw=report(message=f"<{dispatch.pk}@localhost>", **fields))


def test_e_mail_that_comes_back_ends_e_mail_to_this_account(sent):
    assert returned(sent) == sent
    sent.refresh_from_db()
    assert (sent.status, sent.error) == (DispatchStatus.SENT, "5.1.1")
    assert sent.returned_at is not None
    assert not email_works(sent.user_id)
    assert AuditEvent.objects.filter(event="notice.returned", case_id=sent.case_id).count() == 1


def test_second_report_changes_nothing(sent):
    returned(sent)
    assert returned(sent) is None


def test_delay_is_no_bounce(sent):
    assert returned(sent, action="delayed", status="4.4.7") is None
    assert email_works(sent.user_id)


def test_report_about_an_unknown_e_mail_is_nothing(sent):
    assert record_bounce(raw=report(message="<00000000-0000-4000-8000-000000000000@localhost>")) is None


def test_confirmed_address_gets_e_mails_again(sent):
    returned(sent)
    EmailAddress.objects.get(user=sent.user).save()
    assert email_works(sent.user_id)


def test_address_from_an_access_letter_gets_e_mails_again(sent):
    returned(sent)
    renew_access(user=sent.user, email="neu@example.org", password="Sonnen-Schirm-28")
    assert email_works(sent.user_id)


def test_address_that_waits_for_its_code_changes_nothing(sent):
    returned(sent)
    EmailAddress.objects.create(user=sent.user, email="neu@example.org", verified=False, primary=False)
    assert not email_works(sent.user_id)


def test_late_report_says_nothing_about_an_address_confirmed_since(sent):
    NoticeSettingsFactory(user=sent.user, address_confirmed_at=timezone.now() + datetime.timedelta(minutes=1))
    assert returned(sent) == sent
    assert email_works(sent.user_id)


def test_guest_has_no_account_to_be_marked(sent):
    Dispatch.objects.update(user=None)
    assert returned(sent) == sent
    assert not NoticeSettings.objects.filter(bounced_at__gt=SOME_DAY).exists()
