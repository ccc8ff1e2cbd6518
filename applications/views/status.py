"""Where my application stands: one timeline and what I can do now."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from applications.domain.consent import answer_words
from applications.domain.status_texts import COUNTS_FROM, text_of
from applications.enums import ENDED, ChecksState
from applications.models import Application, StatusChange
from applications.selectors.application import applications_visible_to, timeline, told_claimant
from applications.selectors.consent import answers_to, consent_of
from portal.cases.enums import Shown
from portal.cases.services import note_seen
from portal.cases.views.actor import actor_of
from portal.submissions.selectors import sender_in_words
from portal.ui.formats import format_date


@dataclass(frozen=True, slots=True)
class Entry:
    """One point of the timeline as it is shown."""

    change: StatusChange
    shown_as: str
    text: str


def status(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the state of one application; foreign ones answer 404. Works the moment after sending, checks or not."""
    actor = actor_of(request, purpose="status")
    visible = applications_visible_to(actor)
    wanted = visible.select_related("submission__receipt", "case__jobcenter")
    application = get_object_or_404(wanted, pk=pk)
    request.jobcenter_id = application.case.jobcenter_id  # type: ignore[attr-defined] # the frame shows this office
    note_seen(actor=actor, case_id=application.case_id, shown=[Shown.ANSWERS], subject=application)
    words, asks = _words(application), consent_of(application) is not None
    context = {
        "application": application,
        "submission": application.submission,
        "entries": [_entry(change, words, asks_for_consent=asks) for change in timeline(application)],
        "what_now": [str(line) % words for line in text_of(application.status, asks_for_consent=asks).what_now],
        **_consent(application),
        "statements": _statements(application),
        "sent_by": sender_in_words(application.submission),
        "told": told_claimant(application),
        "checking": application.checks_state == ChecksState.PENDING,
    }
    return render(request, "applications/status.html", context)


def _words(application: Application) -> dict[str, Any]:
    jobcenter, day = application.jobcenter, application.effective_from
    return {
        "jobcenter": jobcenter.name if jobcenter else "Ihr Jobcenter",
        "counts_from": str(COUNTS_FROM) % {"day": format_date(day)} if day else "",
    }


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


def _entry(change: StatusChange, words: dict[str, Any], *, asks_for_consent: bool) -> Entry:
    text = text_of(change.to_status, asks_for_consent=asks_for_consent)
    return Entry(change=change, shown_as=str(text.shown_as), text=str(text.text) % words)
