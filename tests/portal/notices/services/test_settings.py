import datetime

import pytest

from portal.audit.models import AuditEvent
from portal.notices.models import NoticeSettings
from portal.notices.services import save_notice_settings
from tests.factories.accounts import UserFactory
from tests.factories.consents import SOME_DAY, NoticeSettingsFactory

pytestmark = pytest.mark.django_db
NIGHT = (datetime.time(22), datetime.time(7))


def test_settings_are_stored():
    save_notice_settings(user=UserFactory(), is_discreet=True, quiet=NIGHT)
    stored = NoticeSettings.objects.get()
    assert (stored.is_discreet, stored.quiet_from, stored.quiet_until) == (True, *NIGHT)
    assert AuditEvent.objects.get().event == "notices.settings"


def test_rest_can_be_given_up_and_nothing_else_changes():
    user = NoticeSettingsFactory(quiet_from=NIGHT[0], quiet_until=NIGHT[1], bounced_at=SOME_DAY).user
    stored = save_notice_settings(user=user, is_discreet=False, quiet=None)
    assert (stored.quiet_from, stored.quiet_until, stored.bounced_at) == (None, None, SOME_DAY)


def test_rest_without_length_is_refused():
    with pytest.raises(ValueError, match="two ends"):
        save_notice_settings(user=UserFactory(), is_discreet=False, quiet=(NIGHT[0], NIGHT[0]))
