"""What the postbox says about files that cannot be used: without delay, why, and what to do (§ 36a (3) SGB I).

Subjects name a kind of matter, never a file.
"""

import datetime
from typing import Final

from django.utils.translation import gettext as _

from mailbox.domain.posting import post_notice
from mailbox.models import Message
from portal.cases.models import Person
from portal.documents.enums import DocumentStatus
from portal.documents.models import Document, DocumentStep
from portal.ui.formats import format_date

AT_ONCE: Final = datetime.timedelta(
    minutes=5
)  # so long after the upload its page says it, nobody needs to look elsewhere


def say_not_usable(document: Document) -> Message | None:
    """Tell the person that nothing could be made of a file.

    None while they are still at the page that says it: it is not handed in and was uploaded a moment before; and for
    what they have removed meanwhile.
    """
    if not document.is_refused or not (document.handed_in_at or _took_long(document)):
        return None
    person = document.person or Person.objects.filter(case_id=document.case_id, is_applicant=True).first()
    if person is None:
        return None
    return post_notice(
        case_id=document.case_id,
        person_id=person.pk,
        subject=_("Eine Unterlage ist nicht verwendbar"),
        body=_body(document),
        key=f"document:refused:{document.pk}",
    )


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
