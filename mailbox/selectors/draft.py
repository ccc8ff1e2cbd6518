"""What somebody has begun to write, and the files for it. Nobody else sees either."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from mailbox.models import MessageDraft
from portal.accounts.models import User
from portal.cases.enums import Role
from portal.cases.models import Actor
from portal.cases.selectors import standings_to_act
from portal.documents.models import Document
from portal.documents.models.document import DocumentQuerySet

GUEST: Final = "guest"
_PLACE: Final = "message:"
_FILES = MessageDraft.documents.through.objects


def author_key(actor: Actor) -> str:
    """Whose draft it is: nobody else finds it by this key.

    Whoever acts for somebody has other drafts than in their own affairs. A guest has one key in each case, so that the
    draft outlives the code; staff have one for each membership.
    """
    if actor.is_staff:
        return f"staff:{actor.membership_id}"
    if actor.role is Role.GUEST:
        return GUEST
    if actor.user_id is None:
        return f"system:{actor.key}"[:60]
    return key_of_user(actor.user_id, acting=actor.acting_for is not None)


def key_of_user(user_id: UUID, *, acting: bool) -> str:
    """The same for an account, whether or not it may act at this moment."""
    return f"acting:{user_id}" if acting else f"user:{user_id}"


def drafts_of(actor: Actor) -> QuerySet[MessageDraft]:
    """What the actor has begun, the latest first: on the cases they may act on; staff: all of their own.

    What a guest had begun goes on in the account that everything was taken into.
    """
    mine = Q(author_key=author_key(actor))
    if actor.user_id is not None and actor.is_citizen and actor.acting_for is None:
        mine |= Q(author_key=GUEST, person__user_id=actor.user_id)
    found = MessageDraft.objects.filter(mine)
    if actor.is_citizen:
        found = found.filter(case_id__in=actor.case_ids)
    return found.select_related("case", "person", "thread").order_by("-updated_at", "-id")


def drafts_left_behind(user: User) -> QuerySet[MessageDraft]:
    """What an account has begun to write for others for whom it may act no more. One query."""
    acting = MessageDraft.objects.filter(author_key=key_of_user(user.pk, acting=True))
    return acting.exclude(case_id__in=standings_to_act(user).values("case_id")).order_by("-updated_at", "-id")


def attached_to(draft: MessageDraft) -> DocumentQuerySet:
    """The files of a draft as they stand now: what was replaced, joined or taken apart since stands in their place."""
    chosen = _FILES.filter(messagedraft=draft).values("document_id")
    known = Q(pk__in=chosen) | Q(place__in=chosen) | Q(parts__pk__in=chosen) | Q(parts__place__in=chosen)
    found = Document.objects.present().whole().filter(known, case_id=draft.case_id)
    return found.distinct().order_by("created_at", "id")


def place_of(draft: MessageDraft) -> str:
    """Under which place a phone hands over files for this draft."""
    return f"{_PLACE}{draft.pk}"


def new_from_phone(draft: MessageDraft) -> DocumentQuerySet:
    """What a phone has sent for this draft and is not among its files yet."""
    chosen = _FILES.filter(messagedraft=draft).values("document_id")
    arrived = Document.objects.waiting().filter(case_id=draft.case_id, hand_over__place=place_of(draft))
    return arrived.exclude(pk__in=chosen).exclude(place__in=chosen).order_by("created_at", "id")


def apart_from_messages(documents: DocumentQuerySet) -> DocumentQuerySet:
    """Leave out the files of messages that somebody is writing: they are sent with these. No query of its own."""
    chosen = _FILES.values("document_id")
    of_messages = Document.objects.filter(
        Q(pk__in=chosen) | Q(place__in=chosen) | Q(hand_over__place__startswith=_PLACE), pk=OuterRef("pk")
    )
    parts = Document.objects.filter(
        Q(pk__in=chosen) | Q(place__in=chosen) | Q(hand_over__place__startswith=_PLACE), joined_into=OuterRef("pk")
    )
    return documents.filter(~Exists(of_messages), ~Exists(parts))


def files_of_drafts(case_ids: Collection[UUID]) -> frozenset[UUID]:
    """Ids of all files that belong to drafts of messages in these cases, with their parts and wholes. Two queries."""
    places = [place_of(draft) for draft in MessageDraft.objects.filter(case_id__in=case_ids).only("pk")]
    chosen = _FILES.filter(messagedraft__case_id__in=case_ids).values("document_id")
    known = Q(pk__in=chosen) | Q(place__in=chosen) | Q(joined_into__in=chosen) | Q(hand_over__place__in=places)
    rows = Document.objects.waiting().filter(known, case_id__in=case_ids).values_list("pk", "joined_into")
    return frozenset(each for row in rows for each in row if each is not None)
