"""What happens after somebody was allowed to act for a person, asked, or ended it: both sides are told."""

from uuid import UUID

from mailbox.domain import helping_news
from portal.cases.enums import StandingKind
from portal.cases.models import Invitation, Standing
from portal.cases.selectors import members_to_tell, receivers_of
from portal.notices.enums import AccountTemplate
from portal.notices.services import send_account_notice, send_helper_notice


def post_standing_granted(subject_id: UUID) -> None:
    """Handle ``standing.granted``: a line in the person's postbox. Idempotent, like all here.

    Nobody is told of a standing that was deleted with its case meanwhile.
    """
    if standing := _standing(subject_id):
        helping_news.say_granted(standing)


def post_standing_ended(subject_id: UUID) -> None:
    """Handle ``standing.ended``."""
    if standing := _standing(subject_id):
        helping_news.say_ended(standing)


def post_standing_ends_soon(subject_id: UUID) -> None:
    """Handle ``standing.ends_soon``."""
    if standing := _standing(subject_id):
        helping_news.say_ends_soon(standing)


def post_standing_extended(subject_id: UUID) -> None:
    """Handle ``standing.extended``."""
    if standing := _standing(subject_id):
        helping_news.say_extended(standing)


def post_invitation_declined(subject_id: UUID) -> None:
    """Handle ``invitation.declined``."""
    if invitation := _invitation(subject_id):
        helping_news.say_declined(invitation)


def notify_helper(subject_id: UUID) -> None:
    """Handle every change of a standing: an e-mail to who holds it, one for each state it gets into.

    Of an organisation: to who has asked, as long as they work there, else to who looks after its members.
    """
    standing = _standing(subject_id)
    if standing is None:
        return
    moments = [standing.valid_to, standing.reminded_at, standing.revoked_at]
    moments += [standing.proof_checked_at] if standing.proof_checked_at else []
    occasion = "-".join(f"{moment:%Y%m%d%H%M%S}" if moment else "0" for moment in moments)
    for user_id in receivers_of(standing):
        send_helper_notice(user_id=user_id, case_id=standing.case_id, subject_id=standing.pk, occasion=occasion)


def post_paper_checked(subject_id: UUID) -> None:
    """Handle ``standing.checked`` for a Vollmacht to an organisation; others: `post_representation_checked`."""
    if _is_of_organisation(subject_id):
        post_standing_granted(subject_id)


def notify_of_checked_paper(subject_id: UUID) -> None:
    """Handle ``standing.checked`` for a Vollmacht to an organisation: an e-mail to its members."""
    if _is_of_organisation(subject_id):
        notify_helper(subject_id)


def _is_of_organisation(standing_id: UUID) -> bool:
    standing = _standing(standing_id)
    return standing is not None and standing.kind == StandingKind.ADVISER


def notify_of_refused_paper(subject_id: UUID) -> None:
    """Handle ``mandate.refused``: an e-mail to the member who has prepared the paper, or to who looks after them."""
    paper = _invitation(subject_id)
    if paper is None or paper.organisation_id is None or paper.case_id is None:
        return
    for user_id in members_to_tell(paper.organisation_id, [paper.created_by_user_id]):
        send_helper_notice(user_id=user_id, case_id=paper.case_id, subject_id=paper.pk, occasion="refused")


def notify_asking_helper(subject_id: UUID) -> None:
    """Handle ``invitation.declined``: an e-mail to the helper who has asked, who learns nothing more."""
    invitation = _invitation(subject_id)
    if invitation is None or invitation.case_id is not None:
        return
    asking = invitation.created_by_user
    if asking.is_active and asking.email:
        send_account_notice(
            address=asking.email, template=AccountTemplate.HELPING_NEWS, key=f"invitation:declined:{invitation.pk}"
        )


def notify_of_takeover(subject_id: UUID) -> None:
    """Handle ``case.taken_over``: an e-mail to the helper; ``subject_id`` is the person's own standing."""
    handover = Invitation.objects.filter(standing_id=subject_id).first()
    if handover is not None and handover.case_id is not None:
        send_helper_notice(
            user_id=handover.created_by_user_id,
            case_id=handover.case_id,
            subject_id=subject_id,
            occasion="taken_over",
        )


def _standing(standing_id: UUID) -> Standing | None:
    return Standing.objects.select_related("person", "organisation").filter(pk=standing_id).first()


def _invitation(invitation_id: UUID) -> Invitation | None:
    return Invitation.objects.select_related("created_by_user").filter(pk=invitation_id).first()
