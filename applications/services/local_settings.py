"""Begin a new version of what a jobcenter has set up, and put it into force."""

from django.db import transaction
from django.utils import timezone

from applications.domain.local_settings import copied, problems
from applications.errors import NotAllowed, SettingsNotReady, SettingsPublished
from applications.events import LOCAL_SETTINGS_COPIED, LOCAL_SETTINGS_PUBLISHED
from applications.models import LocalSettings
from applications.permissions.local_settings import may_set_up
from portal.accounts.models import Jobcenter
from portal.audit.services import record
from portal.cases.models import Actor


@transaction.atomic
def copy_settings(*, actor: Actor, settings: LocalSettings) -> LocalSettings:
    """The version that can be changed: the one that is not published yet, else a copy, valid from today.

    Raises NotAllowed.
    """
    if not may_set_up(actor=actor, jobcenter_id=settings.jobcenter_id):
        raise NotAllowed
    Jobcenter.objects.select_for_update(no_key=True).get(pk=settings.jobcenter_id)  # two windows: one copy
    waiting = LocalSettings.objects.filter(jobcenter_id=settings.jobcenter_id, published_at__isnull=True).first()
    if waiting is not None:
        return waiting
    copy = copied(settings, valid_from=timezone.localdate())
    record(actor, LOCAL_SETTINGS_COPIED, subject=copy)
    return copy


@transaction.atomic
def publish_settings(*, actor: Actor, settings: LocalSettings) -> LocalSettings:
    """Put a version into force from its first day on. From now on it never changes.

    Raises NotAllowed, SettingsPublished and SettingsNotReady.
    """
    if not may_set_up(actor=actor, jobcenter_id=settings.jobcenter_id):
        raise NotAllowed
    locked = LocalSettings.objects.select_for_update(of=("self",)).get(pk=settings.pk)
    if locked.is_published:
        raise SettingsPublished
    found = problems(locked, today=timezone.localdate())
    if found:
        raise SettingsNotReady(found)
    locked.published_at = timezone.now()
    locked.save(update_fields=["published_at"])
    record(actor, LOCAL_SETTINGS_PUBLISHED, subject=locked)
    return locked
