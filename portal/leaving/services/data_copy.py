"""Ask for a copy of one's data, and take it."""

from collections.abc import Iterator
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import User
from portal.audit.services import record
from portal.cases.models import Actor
from portal.cases.selectors import actor_for_user
from portal.documents.models import StoredFile
from portal.documents.services import open_file
from portal.leaving.domain.data_copy import delete_copy
from portal.leaving.errors import NoCopy
from portal.leaving.events import COPY_DOWNLOADED, COPY_REQUESTED
from portal.leaving.models import DataCopy
from portal.leaving.selectors import copy_of
from portal.outbox.services import publish

PURPOSE = "data_copy"
GIVEN_UP_AFTER = timedelta(days=1)  # a copy that is not ready by then never will be: it may be asked for again


@transaction.atomic
def request_copy(*, user: User) -> DataCopy:
    """Ask for a copy; returns it. One that is being made already is enough, a finished one is replaced by a new one."""
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    now = timezone.now()
    known = copy_of(user.pk)
    if known is not None and known.ready_at is None and now - known.requested_at < GIVEN_UP_AFTER:
        return known
    if known is not None:
        delete_copy(known)
    copy = DataCopy.objects.create(user=user, requested_at=now)
    record(actor_for_user(user, purpose=PURPOSE), COPY_REQUESTED, subject=copy)
    publish("data_copy.requested", copy.pk)
    return copy


def open_copy(*, user: User) -> tuple[StoredFile, Iterator[bytes]]:
    """The account's copy and its content in pieces; the look is written to the trail of every case first.

    Raises NoCopy.
    """
    copy = copy_of(user.pk)
    if copy is None or copy.stored is None or not copy.is_open_at(timezone.now()):
        raise NoCopy
    pieces = open_file(copy.stored)
    _record_download(actor_for_user(user, purpose=PURPOSE), copy)
    return copy.stored, pieces


def _record_download(actor: Actor, copy: DataCopy) -> None:
    """Whoever holds a case sees that it was taken away, also when the account was in other hands."""
    if not actor.case_ids:
        record(actor, COPY_DOWNLOADED, subject=copy)
    for case_id in sorted(actor.case_ids):
        record(actor, COPY_DOWNLOADED, subject=copy, case_id=case_id)
