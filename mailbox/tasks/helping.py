"""What happens after somebody was allowed to act for a person, asked, or ended it: both sides are told."""

from uuid import UUID

from mailbox.domain import helping_news
from portal.cases.models import Invitation, Standing
from portal.notices.enums import AccountTemplate
from portal.notices.services import send_account_notice, send_helper_notice


def post_standing_granted(subject_id: UUID) -> None:
    """Handle ``standing.granted``: a line in the person's postbox. Idempotent, like all here."""
    helping_news.say_granted(_standing(subject_id))


def post_standing_ended(subject_id: UUID) -> None:
    """Handle ``standing.ended``."""
    helping_news.say_ended(_standing(subject_id))


def post_standing_ends_soon(subject_id: UUID) -> None:
    """Handle ``standing.ends_soon``."""
    helping_news.say_ends_soon(_standing(subject_id))


def post_standing_extended(subject_id: UUID) -> None:
    """Handle ``standing.extended``."""
    helping_news.say_extended(_standing(subject_id))


def post_invitation_declined(subject_id: UUID) -> None:
    """Handle ``invitation.declined``."""
    helping_news.say_declined(_invitation(subject_id))


def notify_helper(subject_id: UUID) -> None:
    """Handle every change of a standing: an e-mail to the account that holds it, one for each state it gets into."""
    standing = _standing(subject_id)
    if standing.user_id is not None:
        moments = (standing.valid_to, standing.reminded_at, standing.revoked_at)
        occasion = "-".join(f"{moment:%Y%m%d%H%M%S}" if moment else "0" for moment in moments)
        send_helper_notice(
            user_id=standing.user_id, case_id=standing.case_id, subject_id=standing.pk, occasion=occasion
        )


def notify_asking_helper(subject_id: UUID) -> None:
    """Handle ``invitation.declined``: an e-mail to the helper who has asked, who learns nothing more."""
    invitation = _invitation(subject_id)
    asking = invitation.created_by_user
    if invitation.case_id is None and asking.is_active and asking.email:
        send_account_notice(
            address=asking.email, template=AccountTemplate.HELPING_NEWS, key=f"invitation:declined:{invitation.pk}"
        )


def notify_of_takeover(subject_id: UUID) -> None:
    """Handle ``case.taken_over``: an e-mail to the helper; ``subject_id`` is the person's own standing."""
    own = Standing.objects.select_related("invitation").get(pk=subject_id)
    send_helper_notice(
        user_id=own.invitation.created_by_user_id, case_id=own.case_id, subject_id=own.pk, occasion="taken_over"
    )


def _standing(standing_id: UUID) -> Standing:
    return Standing.objects.select_related("person", "organisation").get(pk=standing_id)


def _invitation(invitation_id: UUID) -> Invitation:
    return Invitation.objects.select_related("created_by_user").get(pk=invitation_id)
