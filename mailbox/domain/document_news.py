"""What the postbox says about files: which cannot be used, why, and what to do (§ 36a (3) SGB I); which nobody needs.

Subjects name a kind of matter, never a file.
"""

import datetime
from typing import Final

from django.utils.translation import gettext as _

from mailbox.domain.posting import post_notice
from mailbox.enums import ItemStatus
from mailbox.models import EvidenceItem, Message
from portal.cases.models import Person
from portal.documents.enums import DocumentStatus, Review
from portal.documents.models import Document, DocumentStep
from portal.ui.formats import format_date

# So long after the upload its page says it: nobody needs to look elsewhere.
AT_ONCE: Final = datetime.timedelta(minutes=5)


def say_not_usable(document: Document) -> Message | None:
    """Tell the person that nothing could be made of a file.

    None while they are still at the page that says it: it is not handed in and was uploaded a moment before; and for
    what they have removed meanwhile.
    """
    if not document.is_refused or not (document.handed_in_at or _took_long(document)):
        return None
    return _post(document, _("Eine Unterlage ist nicht verwendbar"), _body(document), f"refused:{document.pk}")


def say_judged(document: Document) -> Message | None:
    """Tell the person that somebody at the office cannot use a paper, and why. None when it can be used after all."""
    if document.review != Review.UNUSABLE or document.reviewed_at is None:
        return None
    if EvidenceItem.objects.filter(answers__documents=document, status=ItemStatus.UNUSABLE).exists():
        return None  # said already, where it was asked for
    words = {"day": format_date(document.created_at), "name": document.original_name, "reason": document.trouble}
    parts = (
        _("Wir haben uns „%(name)s“ vom %(day)s angesehen. So können wir die Unterlage nicht verwenden."),
        "%(reason)s",
        _(
            "Ihr Antrag bleibt gültig. Schicken Sie uns nur diese Unterlage noch einmal: Dort, wo Ihr Antrag steht, "
            "können Sie sie nachreichen. Geht das nicht? Dann rufen Sie uns an."
        ),
    )
    key = f"judged:{document.pk}:{document.reviewed_at:%Y%m%d%H%M%S}"
    return _post(document, _("Bitte schicken Sie eine Unterlage noch einmal"), "\n\n".join(parts) % words, key)


def ask_about_deleting(document: Document) -> Message | None:
    """Ask the person whether a paper that nobody needs shall be deleted. None when the question is off the table."""
    if document.deletion_proposed_at is None or document.is_emptied:
        return None
    words = {"day": format_date(document.created_at), "name": document.original_name}
    parts = (
        _("Sie haben uns am %(day)s „%(name)s“ geschickt. Für Ihren Antrag brauchen wir das nicht."),
        _("Sollen wir es löschen? Sie entscheiden. Sie haben keinen Nachteil, wenn es bei uns bleibt."),
        _("Die Frage beantworten Sie unter „Meine Unterlagen“ bei dieser Datei."),
    )
    key = f"deletion:{document.pk}:{document.deletion_proposed_at:%Y%m%d%H%M%S}"
    return _post(document, _("Eine Frage zu einer Unterlage"), "\n\n".join(parts) % words, key)


def _post(document: Document, subject: str, body: str, key: str) -> Message | None:
    """Into the postbox of whom it is about, else of the applicant."""
    person = document.person or Person.objects.filter(case_id=document.case_id, is_applicant=True).first()
    if person is None:
        return None
    return post_notice(case_id=document.case_id, person_id=person.pk, subject=subject, body=body, key=f"document:{key}")


def _took_long(document: Document) -> bool:
    refused = DocumentStep.objects.filter(document=document, status=DocumentStatus.REFUSED).last()
    return refused is not None and refused.at - document.created_at > AT_ONCE


def _body(document: Document) -> str:
    whole = document.joined_into
    words = {
        "day": format_date(document.created_at),
        "name": document.original_name,
        "whole": whole.original_name if whole else "",
        "reason": document.trouble,
    }
    parts = [_("Am %(day)s ist die Datei „%(name)s“ bei uns angekommen. Wir können sie leider nicht verwenden.")]
    if whole is not None:
        parts.append(_("Sie gehört zu „%(whole)s“. Die anderen Seiten davon sind da."))
    parts.append("%(reason)s")
    if document.handed_in_at:
        next_step = _(
            "Ihr Antrag bleibt gültig. Schicken Sie uns nur diese Unterlage noch einmal: Dort, wo Ihr Antrag steht, "
            "können Sie sie nachreichen."
        )
    else:
        next_step = _(
            "Auf der Seite „Meine Unterlagen“ können Sie die Datei durch eine andere ersetzen. Absenden können Sie "
            "auch ohne sie."
        )
    parts.append(next_step)
    return "\n\n".join(parts) % words
