"""Which applications somebody sees the own part of, and what they have said about it."""

from uuid import UUID

from django.db.models import QuerySet

from applications.models import Draft, OwnPartReply
from portal.cases.enums import Scope
from portal.cases.models import Actor, Person


def drafts_with_own_part(actor: Actor) -> QuerySet[Draft]:
    """Return what others of the household fill in or have sent, newest first; without the answers.

    Only for who is a member of the household and known by name there, in the own affairs.
    """
    others = actor.case_ids_with(Scope.OWN_PART) - actor.case_ids_with(Scope.FILL_IN)  # the own cases show everything
    if actor.user_id is None or actor.acting_for is not None or not others:
        return Draft.objects.none()
    members = Person.objects.filter(user_id=actor.user_id, is_applicant=False).exclude(answer_id="")
    drafts = Draft.objects.filter(case_id__in=others, case__persons__in=members)
    return drafts.select_related("submission").defer("answers").order_by("-updated_at", "pk")


def latest_reply(draft_id: UUID, person: Person) -> OwnPartReply | None:
    """Return the last word of the person about the own part."""
    return OwnPartReply.objects.filter(draft_id=draft_id, person=person).first()


def latest_replies(case_id: UUID) -> dict[UUID, OwnPartReply]:
    """Return the last word of each member about what was sent, by person, for staff: drafts stay private. One SQL."""
    replies = OwnPartReply.objects.filter(person__case_id=case_id, draft__submission__isnull=False)
    return {reply.person_id: reply for reply in replies.order_by("created_at")}
