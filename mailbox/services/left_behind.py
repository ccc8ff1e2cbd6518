"""What somebody was writing for a person when their right to do so ended: not sent, not lost, theirs alone."""

from uuid import UUID

from django.db import transaction
from django.db.models import Q

from mailbox.domain.drafting import clean_subject, clean_text, known_topic
from mailbox.models import MessageDraft, Thread
from mailbox.selectors.draft import key_of_user
from portal.accounts.models import OrganisationMembership, User
from portal.cases.models import Person, Standing


@transaction.atomic
def keep_left_behind(
    *, user: User, case_id: UUID, thread_id: UUID | None, topic: str, subject: str, body: str
) -> MessageDraft | None:
    """Keep what an account has typed for somebody for whom it may write no more; returns the draft.

    None for who never had a right on the case: nobody learns that it exists. The page says that nothing was sent.
    """
    organisations = OrganisationMembership.objects.filter(user=user).values("organisation_id")
    held = Standing.objects.of_others().filter(Q(user=user) | Q(organisation__in=organisations), case_id=case_id)
    standing = held.order_by("-created_at").select_related("case", "person").first()
    if standing is None:
        return None
    person = standing.person or Person.objects.filter(case_id=case_id, is_applicant=True).first()
    if person is None:
        return None
    thread = Thread.objects.filter(pk=thread_id, case_id=case_id).first() if thread_id else None
    key = key_of_user(user.pk, acting=True)
    draft = MessageDraft.objects.filter(case_id=case_id, thread=thread, author_key=key).first()
    if draft is None:
        draft = MessageDraft(case=standing.case, thread=thread, author_key=key, user=user, person=person)
    draft.topic = known_topic(topic) if topic else draft.topic
    draft.subject, draft.body = clean_subject(subject) or draft.subject, clean_text(body) or draft.body
    draft.save()
    return draft
