"""A letter that the portal makes for somebody of the office, and that this person sends: into the postbox, and told by
the way that the law asks for.
"""

import io
from typing import Final

from django.db import transaction
from msgspec import Struct

from mailbox.domain.delivery import recipients_of, way_for
from mailbox.enums import ByPost, MessageKind, Topic
from mailbox.events import MESSAGE_SENT
from mailbox.models import Attachment, Message, Thread
from mailbox.permissions import may_handle
from portal.audit.services import record
from portal.cases.domain.addressee import addressees
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor, Case, Person
from portal.cases.selectors import representing
from portal.documents.enums import MediaType
from portal.documents.models import Document
from portal.documents.services import mark_sent_by_office, receive_from_office
from portal.outbox.services import publish

KINDS: Final = frozenset({MediaType.PDF})


class OfficeLetter(Struct, frozen=True, kw_only=True):
    """A file with the words beside it. ``subject`` stands in the clear and names a kind of matter only."""

    pdf: bytes
    name: str
    subject: str
    body: str
    topic: Topic = Topic.OTHER


class SentLetter(Struct, frozen=True):
    """What has become of it. ``by_post``: why it has to go by post; "" when the portal tells of it."""

    message: Message
    document: Document
    by_post: str


def way_of_letter(person: Person, *, wish: str = "") -> str:
    """Why a letter to this person would go by post today (`ByPost`); "" when the portal may deliver it.

    ``wish``: a reason that goes before all others. A query or more for each addressee.
    """
    representatives = addressees(representing(person.pk, person.case_id)).representatives
    return wish or way_for(recipients_of(person, representatives)).by_post


@transaction.atomic
def send_letter(
    *, actor: Actor, case: Case, person: Person, letter: OfficeLetter, key: str, by_post: str = ""
) -> SentLetter:
    """Put the letter into the postbox, in a conversation of its own, and settle how it reaches its addressees.

    What comes in the portal is told by who sends it, with proof (`mailbox.domain.letter_notice`); what comes by post is
    announced like a message, because it can be read there. ``by_post`` (`ByPost`): the office wants it so, and why.
    ``key``: the same letter is posted once. Raises NotPermitted, and IntegrityError for a key that is taken.
    """
    if person.case_id != case.pk or not may_handle(actor, case):
        raise NotPermitted(case.pk)
    way = way_of_letter(person, wish=by_post)
    document = receive_from_office(
        actor=actor, case=case, person=person, upload=io.BytesIO(letter.pdf), name=letter.name, kinds=KINDS
    )
    written_to = addressees(representing(person.pk, case.pk)).representatives
    message = Message.objects.create(
        thread=Thread.objects.create(case=case, person=person, topic=letter.topic, subject=letter.subject),
        kind=MessageKind.MESSAGE,
        sender_role=actor.role,
        author_id=actor.membership_id,
        body=letter.body,
        key=key,
        addressed_to=[standing.pk for standing in written_to],
    )
    Attachment.objects.create(message=message, document=document, position=1)
    mark_sent_by_office(documents=[document], at=message.created_at)
    record(actor, MESSAGE_SENT, subject=message, case_id=case.pk)
    if way and way != ByPost.DISCREET:
        publish("message.posted", message.pk)
    return SentLetter(message, document, way)
