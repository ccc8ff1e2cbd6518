"""Telling the addressees of a letter that it is in the portal, with proof (§ 37 (2a) SGB X), one e-mail at a time.

One run sends one e-mail at most and its caller commits: what went to the first of several addressees is not sent again
because the mail server fails for the second.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.utils import timezone
from msgspec import Struct

from mailbox.enums import ByPost
from mailbox.selectors.decision import sent_notices
from portal.cases.models import Person, Standing
from portal.notices.enums import DispatchStatus
from portal.notices.models import Dispatch
from portal.notices.services import send_decision_notice


class Told(Struct, frozen=True, kw_only=True):
    """How far it has come; empty while the mail server is away.

    ``by_post``: it has to go by post, and why. ``is_more``: others have no notice yet. ``last``: everybody has theirs,
    and this is the latest record: nobody's time begins before they were told.
    """

    by_post: str = ""
    is_more: bool = False
    last: Dispatch | None = None


def tell_next(receivers: Sequence[UUID], *, case_id: UUID, subject_id: UUID) -> Told:
    """Send the notice about ``subject_id`` to the next account that has none yet, and say how far it has come.

    Somebody who cannot be told any more (consent taken back, discreet mode), a mail server that refuses for good, an
    e-mail that came back before all have theirs: the whole letter goes by post. A mail server that is away is asked
    again by the notices, which then say how it ended (``decision_notice.settled``).
    """
    if not receivers:
        return Told(by_post=ByPost.NO_ACCOUNT)
    sent = sent_notices(subject_id, receivers)
    missing = [user_id for user_id in receivers if user_id not in sent]
    if missing:
        asked = send_decision_notice(user_id=missing[0], case_id=case_id, subject_id=subject_id)
        if asked.status == DispatchStatus.PENDING:
            return Told()
        if asked.status != DispatchStatus.SENT:
            return Told(by_post=asked.error if asked.error in ByPost.values else ByPost.BOUNCED)
        sent[missing[0]] = asked
    if any(each.returned_at for each in sent.values()):
        return Told(by_post=ByPost.BOUNCED)
    if len(missing) > 1:
        return Told(is_more=True)
    return Told(last=max(sent.values(), key=lambda each: each.sent_at or timezone.now()))


def accounts_addressed(addressed_to: Iterable[UUID], person: Person) -> list[UUID]:
    """The accounts of those to whom a message was addressed, in the same order; of nobody else: the person's own.

    Deleted ones are gone. At most one SQL.
    """
    named = list(addressed_to)
    if not named:
        return [person.user_id] if person.user_id else []
    users = dict(Standing.objects.filter(pk__in=named, user__isnull=False).values_list("pk", "user_id"))
    return list(dict.fromkeys(users[each] for each in named if each in users))
