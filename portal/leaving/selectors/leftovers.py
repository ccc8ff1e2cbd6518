"""What nobody has sent and nobody comes back for."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from applications.models import Draft
from mailbox.selectors import apart_from_postbox
from portal.cases.enums import CaseStatus
from portal.cases.models import Case, Standing
from portal.documents.models import Document

AT_ONCE = 500  # an hour later come the next


def cases_with_stale_files(limit: datetime) -> list[UUID]:
    """Return cases whose uploads belong to no draft any more and are older than ``limit``, all of them.

    Files of a message that somebody is writing stay as long as its draft does.
    """
    unsent = apart_from_postbox(Document.objects.waiting().filter(case=OuterRef("pk"), is_from_office=False))
    drafts = Draft.objects.filter(case=OuterRef("pk"), cleared_at__isnull=True)
    stale = Case.objects.filter(Exists(unsent), ~Exists(drafts), ~Exists(unsent.filter(created_at__gt=limit)))
    return list(stale.values_list("pk", flat=True)[:AT_ONCE])


def empty_cases(limit: datetime) -> QuerySet[Case]:
    """Return cases in which nothing was ever sent, without a file or a draft whose time ended after ``limit``.

    Where a person with an account lets somebody help, the case stays as long as that holds.
    """
    drafts = Draft.objects.filter(case=OuterRef("pk"), expires_at__gt=limit)
    files = Document.objects.filter(case=OuterRef("pk"))
    old = Case.objects.filter(status=CaseStatus.PROSPECTIVE, created_at__lte=limit)
    helped = (
        Standing.objects.valid_at(timezone.now()).of_others().filter(case=OuterRef("pk"), person__user__isnull=False)
    )
    return old.filter(~Exists(drafts), ~Exists(files), ~Exists(helped)).order_by("created_at")[:AT_ONCE]
