"""Who represents the applicant by right, as rules look at it."""

import datetime

from django.utils import timezone

from applications.models import Application
from applications.plausibility.base import Speaker
from portal.cases.domain.representation import state_of
from portal.cases.enums import GuardianTask, StandingKind, StandingState
from portal.cases.models import Person, Standing
from portal.cases.selectors import representations_of_case

REMEMBERED = datetime.timedelta(days=365)
COVERS = frozenset({GuardianTask.EVERYTHING, GuardianTask.AUTHORITIES, GuardianTask.FINANCES})
OVER = frozenset({StandingState.EXPIRED, StandingState.ENDED})


def speakers_of(application: Application, now: datetime.datetime) -> tuple[tuple[Speaker, ...], str]:
    """Return who represents the applicant or did within the last year, and the id of the one who sent it. One SQL."""
    recorded = [
        standing
        for standing in representations_of_case(application.case_id)
        if standing.person_id in {None, application.person_id} and not _is_forgotten(standing, now)
    ]
    sender = application.submission.submitted_by_user_id
    role = application.submission.submitted_by_role
    sent = (str(each.pk) for each in recorded if sender is not None and each.user_id == sender and each.kind == role)
    return tuple(_speaker(standing, now) for standing in recorded), next(sent, "")


def wanting_own_post(application: Application) -> frozenset[str]:
    """Return the ids in the answers of the persons who do not want the applicant to speak for them. One SQL."""
    wanting = Person.objects.filter(case_id=application.case_id, wants_own_post_since__isnull=False)
    return frozenset(wanting.exclude(answer_id="").values_list("answer_id", flat=True))


def _is_forgotten(standing: Standing, now: datetime.datetime) -> bool:
    ends = [moment for moment in (standing.revoked_at, standing.valid_to) if moment is not None]
    return bool(ends) and min(ends) < now - REMEMBERED


def _speaker(standing: Standing, now: datetime.datetime) -> Speaker:
    is_guardian = standing.kind == StandingKind.GUARDIAN
    ends = [moment for moment in (standing.revoked_at, standing.valid_to) if moment is not None]
    last = timezone.localdate(min(ends) - datetime.timedelta(microseconds=1)) if ends else None
    return Speaker(
        id=str(standing.pk),
        is_guardian=is_guardian,
        is_checked=standing.proof_checked_at is not None,
        covers=not is_guardian or not COVERS.isdisjoint(standing.tasks),
        has_reservation=standing.has_reservation,
        last_day=last,
        is_over=state_of(standing, now) in OVER,
    )
