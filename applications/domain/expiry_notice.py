"""Tell people before what they have filled in is cleared."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import override

from applications.domain.draft import course_of
from applications.enums import Danger
from applications.models import Draft
from applications.selectors.draft import expiring_drafts
from mailbox.services import post_notice
from portal.cases.models import system_actor
from portal.cases.services import keep_contact_address
from portal.law.dates import day_of
from portal.law.parameter import whole
from portal.ui.formats import format_date


def tell_of_expiry(*, now: datetime) -> int:
    """Put a notice into the postbox of everybody whose draft ends soon; returns how many.

    Once for each draft and end. An e-mail without contents says that something is there; for a person without an
    account it goes to the address in the draft. Figure: retention.unsubmitted_draft_notice_days.
    """
    until = now + timedelta(days=whole("retention.unsubmitted_draft_notice_days", day_of(now)))
    drafts = expiring_drafts(now, until).select_related("case", "person")
    return sum(_tell(draft) for draft in drafts)


@transaction.atomic
def _tell(draft: Draft) -> bool:
    """Tell of one; not when it was saved, sent or told of at this moment."""
    same = Draft.objects.filter(pk=draft.pk, cleared_at__isnull=True, expires_at=draft.expires_at)
    if not same.exclude(expiry_told_for=F("expires_at")).update(expiry_told_for=F("expires_at")):
        return False
    if draft.person.user_id is None:
        _keep_address(draft)
    with override("de"):
        post_notice(
            case_id=draft.case_id,
            person_id=draft.person_id,
            subject=_("Nicht abgeschickt: wird bald gelöscht"),
            body=_words(draft),
            key=f"draft.expires:{draft.pk}:{draft.expires_at:%Y%m%d%H%M%S}",
        )
    return True


def _keep_address(draft: Draft) -> None:
    """As at sending: never for somebody in danger, who may not be alone with her mailbox."""
    answers = draft.answers
    email = (answers.get("you") or {}).get("email") or ""
    is_in_danger = Danger.VIOLENCE in ((answers.get("urgent") or {}).get("dangers") or ())
    if email and not is_in_danger:
        keep_contact_address(actor=system_actor("drafts.remind"), case=draft.case, person=draft.person, email=email)


def _words(draft: Draft) -> str:
    return _(
        "Sie haben etwas ausgefüllt und noch nicht abgeschickt: %(form)s.\n\nAm %(day)s löschen wir diese Angaben, "
        "wenn Sie bis dahin nichts mehr speichern und nicht absenden.\n\nMöchten Sie weitermachen? Gehen Sie auf "
        "„Antrag stellen“ und dann auf „Weitermachen“. Sie können auch absenden, wenn noch etwas fehlt.\n\n"
        "Brauchen Sie es nicht mehr? Dann müssen Sie nichts tun."
    ) % {"form": course_of(draft).form.title, "day": format_date(draft.expires_at)}
