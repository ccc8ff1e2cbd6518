"""How a person wants to be told."""

from datetime import time

from django.db import transaction

from portal.accounts.models import User
from portal.accounts.services.record_account_event import record_account_event
from portal.notices.events import SETTINGS_CHANGED
from portal.notices.models import NoticeSettings


@transaction.atomic
def save_notice_settings(*, user: User, is_discreet: bool, quiet: tuple[time, time] | None) -> NoticeSettings:
    """Store and return them. ``quiet``: from when to when nothing is sent but notices of decisions; None: never.

    Raises ValueError for a time of rest that ends when it begins.
    """
    if quiet is not None and quiet[0] == quiet[1]:
        raise ValueError("a time of rest has two ends")
    quiet_from, quiet_until = quiet or (None, None)
    stored, _created = NoticeSettings.objects.update_or_create(
        user=user, defaults={"is_discreet": is_discreet, "quiet_from": quiet_from, "quiet_until": quiet_until}
    )
    record_account_event(user=user, event=SETTINGS_CHANGED)
    return stored
