"""How a submission becomes an application."""

from datetime import date, datetime

from django.db import transaction

from applications.claim.effect import counts_from
from applications.claim.model import Claim, Urgency
from applications.domain.draft import Course
from applications.domain.grant_period import note_renewal
from applications.enums import ApplicationStatus
from applications.models import Application, SentAnswers, StatusChange
from applications.models.iban_index import iban_index
from portal.cases.models import Case, Person
from portal.law.dates import day_of
from portal.outbox.services import publish
from portal.submissions.models import Submission

NOT_KEPT = frozenset(
    {"evidence", "started_on", "on_file", "granted"}
)  # files are the submission's, the rest is of a day


def register_application(
    *,
    submission: Submission,
    case: Case,
    person: Person,
    claim: Claim,
    course: Course,
    at: datetime,
    follows: Application | None = None,
    is_correction: bool = False,
) -> Application:
    """Return the application for ``submission``; make it, its first status row and the fact ``application.received``.

    What was answered is kept beside it, for the person's next form; ``follows`` is the application it belongs to
    (``application.added_to`` besides), and from when that counts a correction does, too.
    Call it in the transaction that stores the submission. ``at`` is the time of receipt with time zone. Idempotent: a
    second call returns the first application and publishes nothing.
    """
    with transaction.atomic():
        application, created = Application.objects.get_or_create(
            submission=submission,
            defaults={
                "case": case,
                "person": person,
                "form_key": course.form.key,
                "follows": follows,
                "is_correction": is_correction,
                "urgent": is_urgent(claim.urgency) or _goes_on_with_urgent(course, follows),
                "effective_from": _effective_from(course, claim, at, follows if is_correction else None),
                "received_at": at,
                "team": case.team,
                "iban_index": iban_index(claim.bank.iban),
            },
        )
        if created:
            StatusChange.objects.create(
                application=application,
                from_status="",
                to_status=ApplicationStatus.RECEIVED,
                at=at,
                actor_role=submission.submitted_by_role,
            )
            SentAnswers.objects.create(
                application=application,
                catalogue_version=course.form.version,
                overlay_version=course.form.overlay_version,
                answers={key: part for key, part in course.counted.items() if key not in NOT_KEPT},
            )
            if claim.renewal is not None and not is_correction:  # the renewal has its period already
                note_renewal(application)
            publish("application.received", application.id)
            if follows is not None:
                publish("application.added_to", application.id)
    return application


def is_urgent(urgency: Urgency) -> bool:
    """Say whether somebody has to look today: no money for food, home or energy in danger, violence (§ 42 SGB I).

    So it is with whatever else urgent help was asked for, and with an objection that only a signature makes valid.
    """
    dangers = (urgency.no_money_for_food, urgency.housing_threat, urgency.energy_threat, urgency.violence)
    return any((*dangers, urgency.other_need, urgency.form_missing))


def _goes_on_with_urgent(course: Course, follows: Application | None) -> bool:
    """Whether it goes on with a shorter one that is urgent and still runs: nobody has to say it twice."""
    return follows is not None and follows.urgent and course.secured_on is not None


def _effective_from(course: Course, claim: Claim, at: datetime, corrected: Application | None) -> date | None:
    """First day it can count from (§ 37(2) S.2 SGB II): by its receipt, or by that of the application it continues."""
    if corrected is not None:
        return corrected.effective_from
    sent_on = day_of(at)
    return counts_from(claim, min(sent_on, course.secured_on or sent_on)) if claim.counts_from_first else None
