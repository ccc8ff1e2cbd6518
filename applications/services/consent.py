"""Answer a request for the jobcenter's consent."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from applications.domain.consent import answer_words
from applications.domain.lifecycle import change_status
from applications.enums import ApplicationStatus, Verdict
from applications.errors import NotAllowed, ReasonMissing
from applications.events import REQUEST_ANSWERED
from applications.models import Application, RequestAnswer
from applications.permissions.application import may_answer
from applications.selectors.consent import consent_of
from mailbox.services import post_notice
from portal.audit.services import record
from portal.cases.models import Actor
from portal.outbox.services import publish

# Nobody is refused without a reason or asked without a question.
WITH_TEXT = frozenset({Verdict.REFUSED, Verdict.ASKED})
NOT_LOOKED_AT = frozenset({ApplicationStatus.RECEIVED, ApplicationStatus.FORWARDED, ApplicationStatus.ASSIGNED})


@transaction.atomic
def answer_request(*, actor: Actor, application: Application, verdict: Verdict, text: str = "") -> RequestAnswer:
    """Say yes or no, which ends the work on it, or ask something; the person reads it in the postbox.

    ``text`` is for the person: a reason for no, the question. Raises NotAllowed, also when a colleague was faster, and
    ReasonMissing.
    """
    locked = (
        Application.objects.select_for_update(of=("self",))
        .select_related("case__jobcenter", "submission")
        .get(pk=application.pk)
    )
    consent = consent_of(locked)
    if consent is None or not may_answer(actor=actor, application=locked):
        raise NotAllowed(verdict)
    text = text.strip()
    if verdict in WITH_TEXT and not text:
        raise ReasonMissing(verdict)
    at = timezone.now()
    if verdict is not Verdict.ASKED:
        change_status(application=application, to=ApplicationStatus.DECIDED, actor=actor, at=at, is_answer=True)
    elif locked.status in NOT_LOOKED_AT:
        change_status(application=application, to=ApplicationStatus.IN_REVIEW, actor=actor, at=at)
    answer = RequestAnswer.objects.create(
        application=locked, verdict=verdict, text=text, at=at, membership_id=actor.membership_id
    )
    record(actor, REQUEST_ANSWERED, subject=locked, case_id=locked.case_id)
    with override("de"):
        post_notice(
            case_id=locked.case_id,
            person_id=locked.person_id,
            subject=_("Antwort auf Ihre Anfrage"),
            body="\n\n".join(answer_words(answer, consent)),
            key=f"applications.answer:{answer.pk}",
        )
    publish("application.moved", locked.pk)
    return answer
