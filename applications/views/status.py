"""Where my application stands: one timeline and what I can do now."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from msgspec import Struct

from applications.domain.consent import answer_words
from applications.domain.status_texts import COUNTS_FROM, status_heading, status_text
from applications.domain.withdrawal import can_be_withdrawn
from applications.enums import ENDED, ApplicationStatus, ChecksState
from applications.models import Application, StatusChange
from applications.permissions.application import may_follow_up, may_withdraw
from applications.selectors.application import (
    applications_visible_to,
    belonging_to,
    timeline,
    told_claimant,
)
from applications.selectors.consent import answers_to, consent_of
from applications.selectors.continuing import goes_on_in_longer
from applications.selectors.withdrawal import waiting_withdrawal
from mailbox.selectors import OpenRequest, open_requests
from portal.cases.enums import Shown
from portal.cases.models import Actor
from portal.cases.models.after_sending import HelpAfterSending, help_after_sending
from portal.cases.services import note_seen
from portal.cases.views.actor import actor_of
from portal.law.dates import BERLIN, day_of
from portal.law.parameter import whole
from portal.law.retention import last_day_of_copy
from portal.submissions.enums import SubmissionKind
from portal.submissions.selectors import sender_in_words
from portal.ui.formats import format_date

OVER = frozenset({ApplicationStatus.WITHDRAWN, ApplicationStatus.CLOSED})


class Entry(Struct, frozen=True):
    """One point of the timeline as it is shown."""

    change: StatusChange
    shown_as: str
    text: str


def status(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the state of one application; foreign ones answer 404. Works the moment after sending, checks or not."""
    actor = actor_of(request, purpose="status")
    visible = applications_visible_to(actor)
    related = visible.select_related("submission__receipt", "case__jobcenter", "sent_answers")
    wanted = related.defer("sent_answers__answers").annotate(goes_on=goes_on_in_longer())
    application = get_object_or_404(wanted, pk=pk)
    submission = application.submission
    request.jobcenter_id = application.case.jobcenter_id  # type: ignore[attr-defined] # the frame shows this office
    offered = _offered_help(actor, application)
    shown = [Shown.ANSWERS, *([Shown.APPOINTMENTS] if any(each.invited for each in offered) else [])]
    note_seen(actor=actor, case_id=application.case_id, shown=shown, subject=application)
    words, asks = _words(application), consent_of(application) is not None
    now = status_text(
        application.status,
        submission.kind,
        asks_for_consent=asks,
        is_continued=application.goes_on,  # type: ignore[attr-defined] # the stubs lose what is annotated
    )
    context = {
        "application": application,
        "submission": submission,
        "heading": status_heading(submission.kind),
        "is_application": submission.kind == SubmissionKind.APPLICATION,
        "entries": [_entry(change, words, submission.kind, asks=asks) for change in timeline(application)],
        "shown_as": now.shown_as,
        "now": str(now.text) % words,
        "what_now": [str(line) % words for line in now.what_now],
        **_consent(application),
        "statements": _statements(application),
        "sent_by": sender_in_words(submission),
        "belongs": belonging_to(application),
        "to_confirm": waiting_withdrawal(application),
        "notice_weeks": whole("retention.copy_notice_weeks", timezone.localdate()),
        "kept_until": _kept_until(application),
        "kept_years": whole("retention.case_years_after_end", timezone.localdate()),
        **_still_possible(actor, application),
        "told": told_claimant(application),
        "asked": _asked(actor, application),
        "offered_help": offered,
        "checking": application.checks_state == ChecksState.PENDING,
    }
    return render(request, "applications/status.html", context)


def _offered_help(actor: Actor, application: Application) -> list[HelpAfterSending]:
    """Help with an application, as long as it is not over."""
    if application.submission.kind != SubmissionKind.APPLICATION or application.status in ENDED:
        return []
    return help_after_sending(actor, application.case, application.person)


def _asked(actor: Actor, application: Application) -> list[OpenRequest]:
    """Requests for papers that wait for the person, about this application or about none; asked for only then."""
    if application.status != ApplicationStatus.DOCUMENTS_REQUESTED:
        return []
    about = {None, application.submission_id}
    return [
        each for each in open_requests(actor) if each.case_id == application.case_id and each.submission_id in about
    ]


def _words(application: Application) -> dict[str, Any]:
    jobcenter, day = application.jobcenter, application.effective_from
    return {
        "jobcenter": jobcenter.name if jobcenter else "Ihr Jobcenter",
        "counts_from": str(COUNTS_FROM) % {"day": format_date(day)} if day else "",
    }


def _kept_until(application: Application) -> date | None:
    """The last day on which this can be read, where the case has ended."""
    ended_at = application.case.closed_at
    if ended_at is None:
        return None
    today = timezone.localdate(timezone=BERLIN)
    return last_day_of_copy(ended_on=day_of(ended_at), told_until=application.copy_told_until, today=today)


def _consent(application: Application) -> dict[str, Any]:
    """What staff have answered last, or what is to be remembered until they do; nothing for other forms."""
    consent = consent_of(application)
    if consent is None:
        return {}
    answer = answers_to(application).first()
    if answer is not None:
        return {"answer": answer_words(answer, consent), "answered_at": answer.at}
    return {} if application.status in ENDED else {"waiting": consent.waiting}


def _statements(application: Application) -> tuple[str, ...]:
    """What the receipt says, where more follows from it than a date: how something becomes valid, what to wait for."""
    if application.effective_from or application.status in ENDED or consent_of(application):
        return ()
    return application.submission.parsed_content().statements


def _still_possible(actor: Actor, application: Application) -> dict[str, bool]:
    """What the page offers: nothing more when all is over, and corrections only of what is not decided yet."""
    may_follow = may_follow_up(actor=actor, application=application)
    return {
        "can_add": may_follow and application.status not in OVER,
        "can_correct": may_follow and application.status not in ENDED and hasattr(application, "sent_answers"),
        "can_withdraw": may_withdraw(actor=actor, application=application) and can_be_withdrawn(application),
    }


def _entry(change: StatusChange, words: dict[str, Any], kind: str, *, asks: bool) -> Entry:
    text = status_text(change.to_status, kind, asks_for_consent=asks)
    return Entry(change=change, shown_as=str(text.shown_as), text=str(text.text) % words)
