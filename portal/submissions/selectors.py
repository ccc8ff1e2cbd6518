"""Reads of submissions; each starts from what the actor may see. The public check knows a code and no actor."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from portal.cases.enums import Scope
from portal.cases.models import Actor
from portal.cases.selectors import cases_visible_to, holders_in_words, own_post_of
from portal.submissions.enums import SubmissionKind
from portal.submissions.models import Receipt, Submission


def submissions_visible_to(actor: Actor) -> QuerySet[Submission]:
    """Submissions with their receipts, newest first: staff those of their cases, others those they fill in or read."""
    submissions = Submission.objects.select_related("receipt")
    if actor.is_citizen:
        return submissions.filter(_readable_by(actor))
    return submissions.filter(case__in=cases_visible_to(actor))


def _readable_by(actor: Actor) -> Q:
    """What citizens may see. Messages of the postbox are for who may read it, and for who has sent them.

    What is about appointments is for who may see these: never about a member who wants own post, but for themselves.
    Own post is for its person and who represents them by right, never for the household.
    """
    messages = Q(kind=SubmissionKind.MESSAGE, form_key="")
    appointments = Q(kind=SubmissionKind.APPOINTMENT)
    arranged_in = actor.case_ids_with(Scope.APPOINTMENTS) | actor.case_ids_with(Scope.READ_POSTBOX)
    readable = Q(case_id__in=actor.case_ids_with(Scope.FILL_IN)) & ~messages & ~appointments
    readable |= Q(case_id__in=actor.case_ids_with(Scope.READ_POSTBOX)) & ~appointments
    readable |= appointments & Q(case_id__in=arranged_in, person__wants_own_post_since__isnull=True)
    if actor.user_id is not None and actor.acting_for is None:
        own_part = actor.case_ids_with(Scope.OWN_PART)
        readable |= appointments & Q(case_id__in=own_part, person__user_id=actor.user_id)
    if actor.user_id is not None:
        readable |= messages & Q(
            case_id__in=actor.case_ids_with(Scope.SEND),
            submitted_by_user_id=actor.user_id,
            submitted_by_standing_id=actor.acting_standing_id,
        )
    return (readable & Q(is_own_post=False)) | (Q(is_own_post=True) & own_post_of(actor))


def own_post_in(case_ids: Collection[UUID]) -> QuerySet[Submission]:
    """What of these cases belongs to the own post of somebody. For trails, which leave it out."""
    return Submission.objects.filter(is_own_post=True, case_id__in=case_ids)


# Pages as the list of files says them, or as they were counted after sending.
_COUNTED = Coalesce("submission__files__pages", "submission__files__document__pages")
_UNCOUNTED = Q(
    submission__files__isnull=False,
    submission__files__pages__isnull=True,
    submission__files__document__pages__isnull=True,
)


def sender_in_words(submission: Submission) -> str:
    """Who sent it for the person, as in "Julia (helfende Person)"; empty when the person did. At most one query."""
    by = submission.submitted_by_standing_id
    return holders_in_words([by]).get(by, "")


def receipt_by_code(code: str) -> Receipt | None:
    """The receipt with this normalised verification code, with counts of files and pages; nothing personal."""
    return (
        Receipt.objects.filter(verification_code=code)
        .select_related("submission")
        .defer("submission__content", "submission__data", "submission__title")
        .annotate(
            file_count=Count("submission__files"),
            page_count=Coalesce(Sum(_COUNTED), 0),
            uncounted=Count("submission__files", filter=_UNCOUNTED),
        )
        .first()
    )
