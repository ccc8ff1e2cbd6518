"""E-mails about copies and closed accounts; none has contents, each goes out once."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.law.parameter import whole
from portal.leaving.domain.personal_data import FAREWELL_DAYS
from portal.leaving.models import DataCopy, Farewell
from portal.notices.enums import AccountTemplate
from portal.notices.services import send_account_notice


@transaction.atomic
def announce_copy(copy_id: UUID) -> None:
    """Tell the account that its copy is ready, unless that was done or the copy is gone. Raises NoticeNotSent."""
    copy = DataCopy.objects.select_for_update(of=("self",)).select_related("user").filter(pk=copy_id).first()
    if copy is None or copy.announced_at is not None or not copy.user.is_active:
        return
    address = copy.user.email
    if address:  # else the page says so
        send_account_notice(address=address, template=AccountTemplate.COPY_READY, key=f"data_copy:{copy.pk}")
    copy.announced_at = timezone.now()
    copy.save(update_fields=["announced_at"])


@transaction.atomic
def say_farewell(farewell_id: UUID) -> None:
    """Tell the address that the account is closed, then forget it. Raises NoticeNotSent; then the address waits."""
    farewell = Farewell.objects.select_for_update().filter(pk=farewell_id).first()
    if farewell is None:
        return
    send_account_notice(
        address=farewell.address, template=AccountTemplate.ACCOUNT_CLOSED, key=f"farewell:{farewell_id}"
    )
    farewell.delete()


def forget_old_addresses(*, now: datetime) -> int:
    """Forget addresses whose e-mail could not be sent for days; returns how many."""
    limit = now - timedelta(days=whole(FAREWELL_DAYS, timezone.localdate(now)))
    deleted, _per_model = Farewell.objects.filter(created_at__lte=limit).delete()
    return deleted
