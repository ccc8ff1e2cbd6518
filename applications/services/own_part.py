"""A member of the household says whether the own part is right."""

from django.db import transaction
from django.utils.translation import gettext as _

from applications.errors import NotAllowed
from applications.events import OWN_PART_ANSWERED
from applications.models import Draft, OwnPartReply
from mailbox.services import post_notice
from portal.audit.services import record
from portal.cases.models import Actor, Person
from portal.cases.permissions import may_see_own_part


@transaction.atomic
def answer_own_part(
    *, actor: Actor, draft: Draft, person: Person, agrees: bool, remark: str = "", applicant_may_read: bool = False
) -> OwnPartReply:
    """Keep what the person says. Staff read it once the application is sent; sending never waits for it.

    The applicant reads of it only if the person wants so, and never when the person has asked for own post. Raises
    NotAllowed for everybody else.
    """
    if not may_see_own_part(actor, person) or draft.case_id != person.case_id:
        raise NotAllowed
    is_told = applicant_may_read and person.wants_own_post_since is None
    reply = OwnPartReply.objects.create(
        draft=draft, person=person, agrees=agrees, remark="" if agrees else remark, applicant_may_read=is_told
    )
    record(actor, OWN_PART_ANSWERED, subject=reply)  # not in the trail of the case: the applicant may read that
    if is_told:
        _tell_applicant(draft, person, reply)
    return reply


def _tell_applicant(draft: Draft, person: Person, reply: OwnPartReply) -> None:
    words = (
        _("%(name)s hat den eigenen Teil des Antrags angesehen und sagt: Das stimmt so.")
        if reply.agrees
        else _("%(name)s hat den eigenen Teil des Antrags angesehen und sagt: Etwas stimmt nicht.\n\n%(remark)s")
    )
    post_notice(
        case_id=draft.case_id,
        person_id=draft.person_id,
        subject=_("Antwort aus Ihrem Haushalt"),
        body=words % {"name": person.name or _("Eine Person aus Ihrem Haushalt"), "remark": reply.remark},
        key=f"own_part:{reply.pk}",
    )
