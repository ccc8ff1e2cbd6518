"""What the postbox says about people who act for the person. Subjects name a kind of matter, never a name."""

from django.utils import timezone
from django.utils.translation import gettext as _

from mailbox.domain.posting import post_notice
from mailbox.models import Message
from portal.cases.domain.scope_words import sentences
from portal.cases.enums import ON_ONES_WORD, InvitationSide
from portal.cases.models import Invitation, Person, Standing
from portal.cases.selectors import name_of_holder
from portal.ui.formats import format_date


def say_granted(standing: Standing) -> Message | None:
    """Tell the person who may act for them from now on, in what and until when.

    None for what the office has recorded: it is told when its proof is checked (`representation_news`).
    """
    if standing.kind not in ON_ONES_WORD:
        return None
    body = _(
        "%(name)s darf ab jetzt für Sie handeln.\n\nErlaubt ist:\n%(scopes)s\n\n%(until)s\n\nAuf der Seite „Wer hilft "
        "mir“ sehen Sie, was in Ihrem Namen getan wurde. Dort können Sie die Hilfe jederzeit beenden."
    )
    return _say(standing, body=body, key="granted")


def say_ended(standing: Standing) -> Message | None:
    """Tell the person that somebody acts for them no more."""
    body = _(
        "%(name)s handelt nicht mehr für Sie. Das gilt ab sofort.\n\nWas bis dahin gespeichert oder geschickt wurde, "
        "bleibt erhalten."
    )
    return _say(standing, body=body, key="ended")


def say_ends_soon(standing: Standing) -> Message | None:
    """Tell the person that a grant ends by itself unless it is extended."""
    body = _(
        "%(name)s hilft Ihnen. %(until)s Danach ist Schluss, wenn Sie nichts tun.\n\nSoll die Hilfe weitergehen? Dann "
        "verlängern Sie sie auf der Seite „Wer hilft mir“."
    )
    return _say(standing, body=body, key=f"ends_soon:{standing.valid_to:%Y-%m-%d}")


def say_extended(standing: Standing) -> Message | None:
    """Tell the person that a grant holds longer."""
    body = _("%(name)s darf Ihnen länger helfen. %(until)s")
    return _say(standing, body=body, key=f"extended:{standing.valid_to:%Y-%m-%d}")


def say_declined(invitation: Invitation) -> Message | None:
    """Tell the person that somebody they have asked does not help; None when a helper has asked."""
    if invitation.side != InvitationSide.OFFER or invitation.case_id is None or invitation.person_id is None:
        return None
    body = _("%(name)s hat Ihre Einladung nicht angenommen. Sie können jemand anderen einladen.")
    return post_notice(
        case_id=invitation.case_id,
        person_id=invitation.person_id,
        subject=_("Hilfe durch andere"),
        body=body % {"name": invitation.invitee_name or _("Die eingeladene Person")},
        key=f"invitation:declined:{invitation.pk}",
    )


def _say(standing: Standing, *, body: str, key: str) -> Message | None:
    """None while the person has no account: then who has begun the case is the only reader."""
    person = standing.person or Person.objects.filter(case_id=standing.case_id, is_applicant=True).first()
    if person is None or person.user_id is None:
        return None
    words = {
        "name": name_of_holder(standing),
        "scopes": "\n".join(f"– {sentence}" for sentence in sentences(standing.scopes)),
        "until": _until(standing),
    }
    return post_notice(
        case_id=standing.case_id,
        person_id=person.pk,
        subject=_("Hilfe durch andere"),
        body=body % words,
        key=f"standing:{key}:{standing.pk}",
    )


def _until(standing: Standing) -> str:
    if standing.valid_to is None:
        return _("Die Erlaubnis gilt, bis jemand sie beendet.")
    return _("Die Erlaubnis gilt bis zum %(day)s.") % {"day": format_date(timezone.localdate(standing.valid_to))}
