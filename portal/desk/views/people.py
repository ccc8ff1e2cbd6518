"""The persons of a case, ready to be shown: who can sign in, and who may get a letter for it."""

from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from msgspec import Struct

from applications.models import OwnPartReply
from applications.permissions.own_account import may_have_own_account
from applications.selectors.own_part import latest_replies
from portal.cases.models import Actor
from portal.cases.selectors import persons_with_access


class PersonRow(Struct, frozen=True):
    """One person of the case."""

    pk: UUID
    name: str
    has_account: bool
    may_get_letter: bool
    wants_own_post: bool
    safe_contact: str
    prefers_personal: bool
    said: str


def people_with_access(actor: Actor, case_id: UUID) -> list[PersonRow]:
    """Return everybody of the case, the applicant first. Two SQL."""
    today = timezone.localdate()
    replies = latest_replies(case_id)
    return [
        PersonRow(
            pk=person.pk,
            name=person.name or _("(ohne Namen)"),
            has_account=person.user_id is not None,
            may_get_letter=may_have_own_account(
                birth_date=person.index.birth_date if hasattr(person, "index") else None,
                is_applicant=person.is_applicant,
                on=today,
            ),
            wants_own_post=person.wants_own_post_since is not None,
            safe_contact=person.safe_contact or "",
            prefers_personal=person.prefers_personal_since is not None,
            said=_said(replies.get(person.pk)),
        )
        for person in persons_with_access(actor, case_id)
    ]


def _said(reply: OwnPartReply | None) -> str:
    """What the person says about the own part of what was sent, in words."""
    if reply is None:
        return ""
    return (
        _("sagt: Das stimmt so")
        if reply.agrees
        else _("sagt: Etwas stimmt nicht: %(remark)s") % {"remark": reply.remark}
    )
